//! What placing needs of a text, and of the texts that its marks were made on: each is made once for all
//! the layers of an article.

use super::place::{Placer, Searched};
use super::{Placement, Target};
use crate::document::{Digest, Document};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The texts that marks were made on, by digest, as far as they were kept.
pub type KeptTexts = BTreeMap<Digest, String>;

/// Places targets in one document, each by the text that it was made on, where that was kept.
///
/// A copy costs little and shares what was made: what one thread aligned serves the others.
#[derive(Clone)]
pub struct Placers {
    text: Arc<Searched>,
    by_digest: BTreeMap<Digest, Arc<Placer>>,
    /// For what was made on a text that nobody kept.
    unaided: Arc<Placer>,
}

impl Placers {
    /// For `document`; nothing is made before it is needed.
    ///
    /// ```
    /// use postil::anchor::{KeptTexts, Placers, describe};
    /// use postil::document::{Document, DocumentId, Timestamp};
    /// use std::sync::Arc;
    ///
    /// let old = Document::plain("Nine people died there.");
    /// let words = old.snap(postil::text::TextRange::from_usize(0..11));
    /// let target = describe(&old, DocumentId::mint(old.digest()), &[words], Timestamp::from_seconds(0));
    /// let new = Arc::new(Document::plain("Eleven people died there."));
    /// let placers = Placers::new(new, KeptTexts::from([(old.digest(), old.text().to_owned())]));
    /// assert_eq!(placers.place(&target).name(), "changed");
    /// assert_eq!(placers.n_alignments(), 1);
    /// ```
    pub fn new(document: Arc<Document>, kept: KeptTexts) -> Self {
        let text = Arc::new(Searched::new(document));
        let unaided = Arc::new(Placer::by(Arc::clone(&text), None));
        let mut placers = Self { text, by_digest: BTreeMap::new(), unaided };
        kept.into_iter().for_each(|(digest, text)| placers.keep(digest, text.into()));
        placers
    }

    /// The document in which targets are placed.
    pub fn document(&self) -> &Arc<Document> {
        self.text.document()
    }

    /// A text that marks were made on, if it was kept.
    pub fn kept(&self, digest: Digest) -> Option<&str> {
        self.by_digest.get(&digest)?.earlier()
    }

    /// Adds a text that marks were made on; one that is known already stays with what was made of it.
    pub fn keep(&mut self, digest: Digest, text: Arc<str>) {
        let placer = || Arc::new(Placer::by(Arc::clone(&self.text), Some(text)));
        self.by_digest.entry(digest).or_insert_with(placer);
    }

    /// Takes over the texts of placers for the same document, with what was made of them.
    pub fn join(&mut self, others: &Self) {
        for (&digest, placer) in &others.by_digest {
            self.by_digest.entry(digest).or_insert_with(|| Arc::clone(placer));
        }
    }

    /// Where `target` is.
    pub fn place(&self, target: &Target) -> Placement {
        let by_kept = target.made_on().and_then(|digest| self.by_digest.get(&digest));
        by_kept.unwrap_or(&self.unaided).place(target)
    }

    /// How many texts were aligned with the document so far.
    pub fn n_alignments(&self) -> usize {
        self.by_digest.values().filter(|placer| placer.is_aligned()).count()
    }

    /// How many targets were placed so far, by these and by their copies.
    pub fn n_placed(&self) -> usize {
        self.text.n_placed()
    }
}

impl std::fmt::Debug for Placers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Placers").field("kept", &self.by_digest.keys()).finish_non_exhaustive()
    }
}
