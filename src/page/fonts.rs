//! The fonts that a page is set in: the bundled faces at once, the machine's when they are found.

use std::borrow::Cow;
use std::sync::Arc;

use fontique::{Blob, Collection, CollectionOptions, FamilyId, FontInfoOverride, Script, SourceCache};
use parley::{FontContext, FontFamily, FontFamilyName, LayoutContext};

use super::faces::Faces;
use super::style::{Face, Look};

const SERIF: &str = "Postil Serif";
const SANS: &str = "Postil Sans";
const MONO: &str = "Postil Mono";
const ARABIC: &str = "Postil Arabic";
const HEBREW: &str = "Postil Hebrew";

/// Faces, and the scratch memory of typesetting. One for each thread that typesets.
pub struct Fonts {
    pub(super) context: FontContext,
    pub(super) layouts: LayoutContext<Look>,
    /// How wide the letters are that stand alike everywhere, by face: measured once for these fonts.
    pub(super) letters: Vec<(Face, Arc<[f32]>)>,
    generation: u64,
}

/// A search for the machine's fonts that has yet to be made; takes some tenths of a second, so it
/// goes to a worker.
pub struct Scan(Collection);

/// The machine's fonts, found.
pub struct SystemFonts(Collection);

impl Scan {
    /// Looks through the machine's fonts.
    pub fn run(mut self) -> SystemFonts {
        self.0.load_system_fonts();
        share_ideographs(&mut self.0);
        SystemFonts(self.0)
    }
}

/// The languages for which a system has faces of their own for ideographs.
const IDEOGRAPHS: [&str; 5] = ["zh-CN", "zh-TW", "zh-HK", "ja", "ko"];

/// A system offers one face for ideographs, that of the language or any; and a Japanese face, say, lacks
/// what China has simplified. What the first face lacks is looked for in those of the other languages.
fn share_ideographs(collection: &mut Collection) {
    let script = Script::from_bytes(*b"Hani");
    let any: Vec<FamilyId> = collection.fallback_families(script).collect();
    let offered: [Vec<FamilyId>; 5] =
        IDEOGRAPHS.map(|language| collection.fallback_families((script, language)).collect());
    let after = |first: &[FamilyId]| {
        let mut families: Vec<FamilyId> = Vec::new();
        for &family in first.iter().chain(offered.iter().flatten()) {
            if !families.contains(&family) {
                families.push(family);
            }
        }
        families.into_iter()
    };
    collection.set_fallbacks(script, after(&any));
    for (language, first) in IDEOGRAPHS.into_iter().zip(&offered) {
        collection.set_fallbacks((script, language), after(first));
    }
}

impl Fonts {
    /// The given faces and nothing else: Latin, Greek, Cyrillic, Arabic and Hebrew.
    pub fn new(faces: &Faces) -> Self {
        let mut collection = Collection::new(CollectionOptions { shared: true, system_fonts: false });
        register(&mut collection, SERIF, faces.serif);
        register(&mut collection, SANS, faces.sans);
        register(&mut collection, MONO, faces.mono);
        let arabic = register(&mut collection, ARABIC, faces.arabic);
        let hebrew = register(&mut collection, HEBREW, faces.hebrew);
        // An entry here is asked before the system is, which would offer Rashi script for Hebrew.
        collection.set_fallbacks(Script::from_bytes(*b"Arab"), arabic.into_iter());
        collection.set_fallbacks(Script::from_bytes(*b"Hebr"), hebrew.into_iter());
        let source_cache = SourceCache::new_shared();
        Self {
            context: FontContext { collection, source_cache },
            layouts: LayoutContext::new(),
            letters: Vec::new(),
            generation: 0,
        }
    }

    /// What a worker needs to look for the machine's fonts.
    pub fn scan(&self) -> Scan {
        Scan(self.context.collection.clone())
    }

    /// Takes the machine's fonts for scripts that the bundled ones lack. Pages are then set anew.
    pub fn adopt(&mut self, found: SystemFonts) {
        self.context.collection = found.0;
        self.letters.clear();
        self.generation += 1;
    }

    /// The same fonts for another thread.
    pub fn for_another_thread(&self) -> Self {
        Self {
            context: self.context.clone(),
            layouts: LayoutContext::new(),
            letters: self.letters.clone(),
            generation: self.generation,
        }
    }

    /// Grows when the fonts change.
    pub fn generation(&self) -> u64 {
        self.generation
    }
}

/// The families of running text, the best first.
pub(super) fn families(face: Face) -> FontFamily<'static> {
    stack(match face {
        Face::Serif => &[SERIF, SANS],
        Face::Sans => &[SANS, SERIF],
    })
}

/// The families of code.
pub(super) fn code_families() -> FontFamily<'static> {
    stack(&[MONO, SANS, SERIF])
}

fn stack(names: &[&'static str]) -> FontFamily<'static> {
    let names = names.iter().map(|&name| FontFamilyName::Named(Cow::Borrowed(name)));
    FontFamily::List(Cow::Owned(names.collect()))
}

fn register(collection: &mut Collection, family: &str, files: &'static [&'static [u8]]) -> Option<FamilyId> {
    let mut id = None;
    for &file in files {
        let renamed = FontInfoOverride { family_name: Some(family), ..FontInfoOverride::default() };
        let added = collection.register_fonts(Blob::new(Arc::new(file)), Some(renamed));
        id = id.or(added.first().map(|&(family, _)| family));
    }
    id
}
