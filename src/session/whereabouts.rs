//! Where the layers lie that this machine has seen, and which article each was last read for. An article
//! that is moved to another folder finds them by that; what is remembered is only where to look.

use crate::document::{Digest, DocumentId};
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The most that is remembered; the oldest goes first.
pub const MOST_WHEREABOUTS: usize = 20_000;
/// How many of one text, one document or one file name are looked at.
const MOST_ALIKE: usize = 100;

/// Where a layer lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whereabouts {
    /// Its file.
    pub layer: PathBuf,
    /// The article that it was read for.
    pub article: PathBuf,
    /// The document that its header names.
    pub document: DocumentId,
    /// The article's text then.
    pub digest: Digest,
}

/// What is remembered of all layers, in the order of the last news of each.
///
/// ```
/// # use postil::document::{Digest, DocumentId};
/// # use postil::session::whereabouts::{Register, Whereabouts};
/// # use std::path::Path;
/// let digest = Digest::of("Eight people died.");
/// let seen = Whereabouts {
///     layer: "/inbox/raid.txt.ana-1a7e.postil.jsonl".into(),
///     article: "/inbox/raid.txt".into(),
///     document: DocumentId::mint(digest),
///     digest,
/// };
/// let mut register = Register::default();
/// register.remember(seen.clone());
/// assert_eq!(register.about(Path::new("/archive/monday.txt"), digest, &[]), [&seen]);
/// assert!(register.about(Path::new("/inbox/monday.txt"), digest, &[]).is_empty(), "that lies beside");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Register {
    by_number: BTreeMap<u64, Whereabouts>,
    by_layer: BTreeMap<PathBuf, u64>,
    by_key: BTreeMap<Key, BTreeSet<u64>>,
    /// How many news there were.
    last: u64,
}

/// By what an article is known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Text(Digest),
    Document(DocumentId),
    Name(OsString),
}

impl Register {
    /// All of it, the oldest first.
    pub fn all(&self) -> impl Iterator<Item = &Whereabouts> {
        self.by_number.values()
    }

    /// Whether this is worth writing down: it is new, or will soon be forgotten.
    pub fn is_news(&self, whereabouts: &Whereabouts) -> bool {
        let number = self.by_layer.get(&whereabouts.layer);
        let known = number.and_then(|number| Some((*number, self.by_number.get(number)?)));
        known.is_none_or(|(number, known)| {
            known != whereabouts || number + (MOST_WHEREABOUTS as u64) / 2 < self.last
        })
    }

    /// Takes it for the latest of its layer.
    pub fn remember(&mut self, whereabouts: Whereabouts) {
        if let Some(before) = self.by_layer.get(&whereabouts.layer).copied() {
            self.forget(before);
        }
        self.last += 1;
        self.by_layer.insert(whereabouts.layer.clone(), self.last);
        for key in keys(&whereabouts) {
            self.by_key.entry(key).or_default().insert(self.last);
        }
        self.by_number.insert(self.last, whereabouts);
        if MOST_WHEREABOUTS < self.by_number.len()
            && let Some(oldest) = self.by_number.keys().next().copied()
        {
            self.forget(oldest);
        }
    }

    fn forget(&mut self, number: u64) {
        let Some(whereabouts) = self.by_number.remove(&number) else { return };
        self.by_layer.remove(&whereabouts.layer);
        for key in keys(&whereabouts) {
            if let Some(numbers) = self.by_key.get_mut(&key) {
                numbers.remove(&number);
                if numbers.is_empty() {
                    self.by_key.remove(&key);
                }
            }
        }
    }

    /// The layers in other folders that may be about an article: those of its text first, then those of
    /// `documents`, then those of its file name; of each the latest first.
    pub fn about(&self, article: &Path, digest: Digest, documents: &[DocumentId]) -> Vec<&Whereabouts> {
        let documents = documents.iter().map(|&document| Key::Document(document));
        let name = article.file_name().map(|name| Key::Name(name.to_owned()));
        let mut seen = BTreeSet::new();
        std::iter::once(Key::Text(digest))
            .chain(documents)
            .chain(name)
            .filter_map(|key| self.by_key.get(&key))
            .flat_map(|numbers| numbers.iter().rev().take(MOST_ALIKE))
            .filter(|&&number| seen.insert(number))
            .filter_map(|number| self.by_number.get(number))
            .filter(|whereabouts| whereabouts.layer.parent() != article.parent())
            .collect()
    }
}

fn keys(whereabouts: &Whereabouts) -> impl Iterator<Item = Key> {
    let name = whereabouts.article.file_name().map(|name| Key::Name(name.to_owned()));
    [Key::Text(whereabouts.digest), Key::Document(whereabouts.document)].into_iter().chain(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(n: usize) -> Whereabouts {
        let digest = Digest::of(&format!("text {n}"));
        Whereabouts {
            layer: format!("/{n}/a.txt.ana-1a7e.postil.jsonl").into(),
            article: format!("/{n}/a.txt").into(),
            document: DocumentId::mint(digest),
            digest,
        }
    }

    #[test]
    fn the_oldest_goes_and_what_is_in_use_is_written_down_again_before_it_does() {
        let mut register = Register::default();
        for n in 0..MOST_WHEREABOUTS {
            register.remember(seen(n));
        }
        assert!(register.is_news(&seen(0)) && !register.is_news(&seen(MOST_WHEREABOUTS - 1)));
        register.remember(seen(0));
        register.remember(seen(MOST_WHEREABOUTS));
        assert_eq!(register.all().count(), MOST_WHEREABOUTS);
        let here = Path::new("/here/b.txt");
        let about = |n: usize| register.about(here, seen(n).digest, &[]).len();
        assert_eq!((about(0), about(1), about(2), about(MOST_WHEREABOUTS)), (1, 0, 1, 1));
        assert!(
            register.by_layer.len() == MOST_WHEREABOUTS && register.by_key.len() == 2 * MOST_WHEREABOUTS + 1
        );
    }

    #[test]
    fn the_same_text_comes_before_the_same_document_and_that_before_the_same_name() {
        let mut register = Register::default();
        (0..4).for_each(|n| register.remember(seen(n)));
        register.remember(Whereabouts { article: "/2/b.txt".into(), ..seen(2) });
        let layers = |name: &str, digest, documents: &[DocumentId]| -> Vec<String> {
            let about = register.about(Path::new(name), digest, documents);
            about.iter().map(|found| found.layer.display().to_string()[..2].to_owned()).collect()
        };
        assert_eq!(layers("/x/a.txt", seen(0).digest, &[seen(2).document]), ["/0", "/2", "/3", "/1"]);
        assert_eq!(layers("/0/a.txt", seen(0).digest, &[]), ["/3", "/1"]);
        assert_eq!(layers("/x/c.txt", Digest::of("another"), &[]), Vec::<String>::new());
    }
}
