//! What placing needs of a text, and of the texts that its marks were made on: each is made once for all
//! the layers of an article.

use super::earlier::Earlier;
use super::place::{Placer, Searched};
use super::{Placement, Target};
use crate::document::{Digest, Document};
use crate::text::align::Alignment;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The texts that marks were made on, by digest, as far as they were kept.
pub type KeptTexts = BTreeMap<Digest, String>;

/// Where `target` is in `document`. `earlier` is the text that the description was made from, if it
/// was kept: it is what makes placing in a changed text reliable.
pub fn place(document: &Arc<Document>, target: &Target, earlier: Option<&str>) -> Placement {
    let Some(earlier) = earlier else {
        return Placers::new(Arc::clone(document), KeptTexts::new()).told_by([target]).place(target);
    };
    Placer::new(document, Some(earlier)).place(target)
}

/// Places targets in one document, each by the text that it was made on, where that was kept.
///
/// A copy costs little and shares what was made: what one thread aligned serves the others.
#[derive(Clone)]
pub struct Placers {
    text: Arc<Searched>,
    by_digest: BTreeMap<Option<Digest>, Arc<Placer>>,
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
        let earlier = self.by_digest.get(&Some(digest))?.earlier()?;
        earlier.is_whole().then(|| earlier.text())
    }

    /// What became of a text that was kept: made now, if nobody needed it before.
    pub fn alignment(&self, digest: Digest) -> Option<&Alignment> {
        let earlier = self.by_digest.get(&Some(digest))?.earlier()?;
        earlier.is_whole().then(|| earlier.alignment(self.document().text()))
    }

    /// Adds a text that marks were made on; one that is known already stays with what was made of it.
    pub fn keep(&mut self, digest: Digest, text: Arc<str>) {
        if self.kept(digest).is_none() {
            self.put(Some(digest), Earlier::whole(text));
        }
    }

    /// Learns from targets that belong together what they tell of a text that nobody kept: their words and
    /// those around them. What was learnt of a text before stays.
    pub fn learn<'a>(&mut self, targets: impl IntoIterator<Item = &'a Target>) {
        let present = Some(self.document().digest());
        let mut by_text: BTreeMap<Option<Digest>, Vec<&Target>> = BTreeMap::new();
        for target in targets {
            let made_on = target.made_on();
            if made_on != present && !self.by_digest.contains_key(&made_on) {
                by_text.entry(made_on).or_default().push(target);
            }
        }
        for (made_on, targets) in by_text {
            let told = Earlier::told_by(targets);
            told.into_iter().for_each(|told| self.put(made_on, told));
        }
    }

    /// Those of `texts` that are neither the document's own nor known as a whole.
    pub fn not_whole(&self, mut texts: BTreeSet<Option<Digest>>) -> BTreeSet<Option<Digest>> {
        let present = Some(self.document().digest());
        let is_whole = |text: &Option<Digest>| text.is_some_and(|digest| self.kept(digest).is_some());
        texts.retain(|text| *text != present && !is_whole(text));
        texts
    }

    /// Forgets what was learnt of `texts`, and learns it anew from all `targets` that were made on them.
    pub fn learn_anew<'a>(
        &mut self,
        texts: &BTreeSet<Option<Digest>>,
        targets: impl IntoIterator<Item = &'a Target>,
    ) {
        let texts = self.not_whole(texts.clone());
        self.by_digest.retain(|text, _| !texts.contains(text));
        self.learn(targets);
    }

    /// These, with what such targets tell.
    pub fn told_by<'a>(&self, targets: impl IntoIterator<Item = &'a Target>) -> Self {
        let mut placers = self.clone();
        placers.learn(targets);
        placers
    }

    fn put(&mut self, made_on: Option<Digest>, earlier: Earlier) {
        let placer = Placer::by(Arc::clone(&self.text), Some(earlier));
        self.by_digest.insert(made_on, Arc::new(placer));
    }

    /// Takes over the texts of placers for the same document, with what was made of them.
    pub fn join(&mut self, others: &Self) {
        for (made_on, placer) in &others.by_digest {
            let is_whole = |placer: &Arc<Placer>| placer.earlier().is_some_and(Earlier::is_whole);
            if self.by_digest.get(made_on).is_none_or(|own| !is_whole(own) && is_whole(placer)) {
                self.by_digest.insert(*made_on, Arc::clone(placer));
            }
        }
    }

    /// Where `target` is.
    pub fn place(&self, target: &Target) -> Placement {
        self.by_digest.get(&target.made_on()).unwrap_or(&self.unaided).place(target)
    }

    /// How many texts were aligned with the document so far.
    pub fn n_alignments(&self) -> usize {
        let earlier = self.by_digest.values().filter_map(|placer| placer.earlier());
        earlier.filter(|earlier| earlier.is_aligned()).count()
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
