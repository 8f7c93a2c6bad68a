//! What the fonts of a document say about its words: bold, slanted, of one width. The interpreter tells
//! the name of some fonts; that of others is found by their glyphs among the fonts of the page.

use hayro::hayro_interpret::font::{Glyph, OutlineGlyph};
use hayro::hayro_interpret::{InterpreterSettings, hayro_syntax};
use hayro_font::{Font, FontCache, FontGlyph};
use hayro_syntax::object::{Dict, Name, Stream};
use hayro_syntax::page::Resources;
use std::collections::HashMap;

/// The most fonts of one document that are told apart.
const MAX_FONTS: usize = 4_000;

/// How deep forms within forms are looked through for fonts.
const MAX_DEPTH: usize = 4;

/// How a font's letters look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) is_bold: bool,
    pub(super) is_slanted: bool,
    /// All letters have one width.
    pub(super) is_even: bool,
    is_embedded: bool,
}

impl Style {
    /// The style that [`number`](Self::number) gave a number.
    pub(super) fn of(number: u16) -> Self {
        let has = |bit: u16| number & bit != 0;
        Self { is_bold: has(1), is_slanted: has(2), is_even: has(4), is_embedded: has(8) }
    }

    /// A number by which pieces of words keep it; the same in every file.
    fn number(self) -> u16 {
        let Self { is_bold, is_slanted, is_even, is_embedded } = self;
        u16::from(is_bold)
            | u16::from(is_slanted) << 1
            | u16::from(is_even) << 2
            | u16::from(is_embedded) << 3
    }

    pub(super) fn is_embedded(self) -> bool {
        self.is_embedded
    }
}

/// The fonts of a document.
pub(super) struct Fonts<'a> {
    by_program: HashMap<u128, u16>,
    cache: FontCache<'a>,
    settings: InterpreterSettings,
    /// Those that the page in hand can name.
    candidates: Vec<(Font<'a>, Style)>,
    resources: Option<Resources<'a>>,
}

impl<'a> Fonts<'a> {
    pub(super) fn new(settings: InterpreterSettings) -> Self {
        Self {
            by_program: HashMap::new(),
            cache: FontCache::new(),
            settings,
            candidates: Vec::new(),
            resources: None,
        }
    }

    /// The page that is read next.
    pub(super) fn begin_page(&mut self, resources: &Resources<'a>) {
        self.candidates.clear();
        self.resources = Some(resources.clone());
    }

    /// Knows no glyph any more.
    pub(super) fn forget(&mut self) {
        self.by_program.clear();
    }

    /// The number of the style that a glyph's font has.
    pub(super) fn of(&mut self, glyph: &Glyph<'a>) -> u16 {
        let Glyph::Outline(outline) = glyph else { return 0 };
        if let Some(told) = outline.font_data() {
            let key = told.cache_key;
            return self.known(key).unwrap_or_else(|| {
                let name = told.postscript_name.unwrap_or_default();
                let mut style = Style { is_embedded: true, ..styled(&name) };
                style.is_bold |= told.weight.is_some_and(|weight| 600 <= weight);
                style.is_slanted |= told.is_italic;
                style.is_even |= told.is_monospace;
                self.add(key, style)
            });
        }
        let key = outline.identifier().cache_key();
        self.known(key).unwrap_or_else(|| {
            let style = self.found(outline);
            self.add(key, style)
        })
    }

    fn known(&self, key: u128) -> Option<u16> {
        self.by_program.get(&key).copied()
    }

    fn add(&mut self, key: u128, style: Style) -> u16 {
        let index = style.number();
        if self.by_program.len() < MAX_FONTS * 256 {
            self.by_program.insert(key, index);
        }
        index
    }

    /// The style of the font of the page that has this very glyph.
    fn found(&mut self, outline: &OutlineGlyph) -> Style {
        if let Some(resources) = self.resources.take() {
            self.gather(&resources, MAX_DEPTH);
        }
        let wanted = outline.identifier();
        let is_it = |font: &Font<'a>| match font.glyph(outline.glyph_id(), outline.char_code()) {
            FontGlyph::Outline(known) => {
                known.identifier() == wanted && known.advance_width() == outline.advance_width()
            }
            FontGlyph::Type3(_) => false,
        };
        self.candidates.iter().find(|(font, _)| is_it(font)).map(|(_, style)| *style).unwrap_or_default()
    }

    fn gather(&mut self, resources: &Resources<'a>, depth: usize) {
        let names: Vec<Name<'a>> = resources.fonts.keys().take(MAX_FONTS).collect();
        for name in names {
            if let Some(dict) = resources.fonts.get::<Dict<'a>>(&name) {
                self.gather_font(&dict);
            }
        }
        if depth == 0 || MAX_FONTS <= self.candidates.len() {
            return;
        }
        let forms: Vec<Name<'a>> = resources.x_objects.keys().take(256).collect();
        for name in forms {
            let form = resources.x_objects.get::<Stream<'a>>(&name);
            if let Some(within) = form.and_then(|form| form.dict().get::<Dict<'a>>(b"Resources".as_slice())) {
                self.gather(&Resources::new(within), depth - 1);
            }
        }
    }

    fn gather_font(&mut self, dict: &Dict<'a>) {
        let is_simple = dict
            .get::<Name<'_>>(b"Subtype".as_slice())
            .is_some_and(|kind| matches!(kind.as_str(), "Type1" | "MMType1" | "TrueType"));
        if !is_simple || MAX_FONTS <= self.candidates.len() {
            return;
        }
        let name = dict.get::<Name<'_>>(b"BaseFont".as_slice());
        let descriptor = dict.get::<Dict<'_>>(b"FontDescriptor".as_slice());
        let is_embedded = descriptor.is_some_and(|descriptor| {
            ["FontFile", "FontFile2", "FontFile3"].iter().any(|key| descriptor.contains_key(key.as_bytes()))
        });
        let style = Style { is_embedded, ..styled(name.as_ref().map_or("", |name| name.as_str())) };
        let font = self.cache.font(dict, &self.settings.font_resolver, &self.settings.cmap_resolver);
        self.candidates.extend(font.map(|font| (font, style)));
    }
}

/// What a font's name says.
fn styled(name: &str) -> Style {
    let name = name.split_once('+').map_or(name, |(_, name)| name);
    let lower = name.to_ascii_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let begins = |words: &[&str]| words.iter().any(|word| lower.starts_with(word));
    let ends = |words: &[&str]| words.iter().any(|word| lower.ends_with(word));
    Style {
        is_bold: has(&["bold", "black", "heavy", "demi"])
            || begins(&["cmbx", "cmb1", "sfbx", "cmssbx", "ecbx", "lmbx"])
            || ends(&["-b", "-bd", "-bi"]),
        is_slanted: has(&["ital", "obli", "slanted", "kursiv"])
            || begins(&["cmti", "cmsl", "sfti", "cmmi", "ecti"])
            || ends(&["-it", "-i", "-bi"]),
        is_even: has(&["mono", "courier", "consol", "typewriter"]) || begins(&["cmtt", "sftt", "ectt"]),
        is_embedded: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_how_letters_look() {
        let told = |name: &str| {
            let style = styled(name);
            (style.is_bold, style.is_slanted, style.is_even)
        };
        assert_eq!(told("ABCDEF+Calibri,BoldItalic"), (true, true, false));
        assert_eq!(told("XYZABC+CMBX10"), (true, false, false));
        assert_eq!(told("MinionPro-It"), (false, true, false));
        assert_eq!(told("Courier"), (false, false, true));
        assert_eq!(told("Times-Roman"), (false, false, false));
    }

    #[test]
    fn a_style_is_known_by_its_number() {
        let numbers: Vec<u16> = (0..16).map(|number| Style::of(number).number()).collect();
        assert_eq!(numbers, (0..16).collect::<Vec<u16>>());
        assert_eq!(Style::default().number(), 0);
    }
}
