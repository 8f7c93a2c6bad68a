//! Where the layers lie that this machine has seen, and which article each was last read for. An article
//! that is moved to another folder finds them by that; what is remembered is only where to look.

use crate::document::{Digest, DocumentId};
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// How many of one text, one document or one file name are looked at and need to be remembered.
pub const MOST_ALIKE: usize = 100;

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

/// What whereabouts are found by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// The layer's own path: the last that was remembered of it holds.
    Layer(PathBuf),
    /// The article's text.
    Text(Digest),
    /// The document.
    Document(DocumentId),
    /// The article's file name.
    Name(OsString),
}

impl Whereabouts {
    /// All that it is found by.
    pub fn keys(&self) -> impl Iterator<Item = Key> {
        let name = self.article.file_name().map(|name| Key::Name(name.to_owned()));
        let keys = [Key::Layer(self.layer.clone()), Key::Text(self.digest), Key::Document(self.document)];
        keys.into_iter().chain(name)
    }

    /// Whether it is found by a key.
    pub fn has(&self, key: &Key) -> bool {
        match key {
            Key::Layer(layer) => self.layer == *layer,
            Key::Text(digest) => self.digest == *digest,
            Key::Document(document) => self.document == *document,
            Key::Name(name) => self.article.file_name() == Some(name),
        }
    }
}

/// The layers in other folders that may be about an article: those of its text first, then those of
/// `documents`, then those of its file name; of each the latest first. `of` looks up what is remembered by
/// a key, the oldest first; it is asked for few, so that nobody needs to read all that is remembered.
///
/// ```
/// # use postil::document::{Digest, DocumentId};
/// # use postil::host::whereabouts::{Whereabouts, about};
/// # use std::path::Path;
/// let digest = Digest::of("Eight people died.");
/// let seen = [Whereabouts {
///     layer: "/inbox/raid.txt.ana-1a7e.postil.jsonl".into(),
///     article: "/inbox/raid.txt".into(),
///     document: DocumentId::mint(digest),
///     digest,
/// }];
/// let found = |path: &str| {
///     about(Path::new(path), digest, &[], |key| seen.iter().filter(|seen| seen.has(key)).cloned().collect())
/// };
/// assert_eq!(found("/archive/monday.txt"), seen);
/// assert!(found("/inbox/monday.txt").is_empty(), "that lies beside");
/// ```
pub fn about(
    article: &Path,
    digest: Digest,
    documents: &[DocumentId],
    mut of: impl FnMut(&Key) -> Vec<Whereabouts>,
) -> Vec<Whereabouts> {
    let documents = documents.iter().map(|&document| Key::Document(document));
    let name = article.file_name().map(|name| Key::Name(name.to_owned()));
    let (mut looked_at, mut found) = (BTreeSet::new(), Vec::new());
    for key in std::iter::once(Key::Text(digest)).chain(documents).chain(name) {
        for seen in of(&key).into_iter().rev().take(MOST_ALIKE) {
            let lies_beside = seen.layer.parent() == article.parent();
            if lies_beside || !looked_at.insert(seen.layer.clone()) {
                continue;
            }
            // What was remembered of a layer earlier holds no longer, but may be what is next.
            match of(&Key::Layer(seen.layer.clone())).pop() {
                Some(latest) if latest == seen => found.push(seen),
                _ => drop(looked_at.remove(&seen.layer)),
            }
        }
    }
    found
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
    fn the_same_text_comes_before_the_same_document_and_that_before_the_same_name() {
        let mut all: Vec<Whereabouts> = (0..4).map(seen).collect();
        all.push(Whereabouts { article: "/2/b.txt".into(), ..seen(2) });
        let layers = |name: &str, digest, documents: &[DocumentId]| -> Vec<String> {
            let of = |key: &Key| all.iter().filter(|seen| seen.has(key)).cloned().collect();
            let about = about(Path::new(name), digest, documents, of);
            about.iter().map(|found| found.layer.display().to_string()[..2].to_owned()).collect()
        };
        assert_eq!(layers("/x/a.txt", seen(0).digest, &[seen(2).document]), ["/0", "/2", "/3", "/1"]);
        assert_eq!(layers("/0/a.txt", seen(0).digest, &[]), ["/3", "/1"]);
        assert_eq!(layers("/x/c.txt", Digest::of("another"), &[]), Vec::<String>::new());
    }
}
