//! An article with what people marked in it: the document, its codebook, and the layers that lie beside
//! it, placed; all of it in the order of the text, with lanes, and with the relations by both ends.
//!
//! A pure value that can be carried to another thread: it knows no files and no saving, and who works on
//! it is another floor's affair.

pub mod citation;
pub mod lanes;
pub mod links;
pub mod marks;
pub mod order;
mod placed;

pub use marks::{MarkRef, Unclear};
pub use order::{MarkOrder, Ordered, Splice};
pub use placed::PlacedLayer;

use crate::anchor::{Passage, Placers, Target};
use crate::document::{Digest, Document, DocumentId};
use crate::layer::{
    AnnotationId, Annotator, AnnotatorId, Change, Codebook, Layer, LayerError, Placements, Relation,
    Transaction,
};
use links::Links;
use order::MOST_ONE_BY_ONE;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A document with its codebook and its layers, each placed. All derived facts follow every change.
#[derive(Clone, Debug)]
pub struct Article {
    /// For the document, with the texts that marks were made on.
    placers: Placers,
    id: DocumentId,
    codebook: Arc<Codebook>,
    layers: Vec<PlacedLayer>,
    /// Whose layer comes first.
    first: Option<AnnotatorId>,
    order: MarkOrder,
    links: Links,
    revision: u64,
}

impl Article {
    /// A document with `layers` that were placed in it by `placers`. The layer of `first` comes first.
    pub fn new(
        placers: Placers,
        codebook: Codebook,
        layers: Vec<PlacedLayer>,
        first: Option<AnnotatorId>,
    ) -> Self {
        let mut article = Self {
            id: DocumentId::mint(placers.document().digest()),
            placers,
            codebook: Arc::new(codebook),
            layers,
            first,
            order: MarkOrder::default(),
            links: Links::default(),
            revision: 0,
        };
        article.arrange();
        article.revision = 0;
        article
    }

    /// The document.
    pub fn document(&self) -> &Arc<Document> {
        self.placers.document()
    }

    /// Its lasting id: the one that the first layer names, or one made of its text.
    pub fn id(&self) -> DocumentId {
        self.id
    }

    /// The tags.
    pub fn codebook(&self) -> &Arc<Codebook> {
        &self.codebook
    }

    /// All layers: that of [`Self::new`]'s `first` before the others, those by name.
    pub fn layers(&self) -> &[PlacedLayer] {
        &self.layers
    }

    /// A person's layer.
    pub fn layer_of(&self, person: AnnotatorId) -> Option<&PlacedLayer> {
        self.layers.iter().find(|placed| placed.layer.annotator.id == person)
    }

    /// By which its marks are placed, with the earlier texts that they were made on.
    pub fn placers(&self) -> &Placers {
        &self.placers
    }

    /// The shown marks in the order of the text, with their lanes.
    pub fn order(&self) -> &MarkOrder {
        &self.order
    }

    /// The relations that start or end at a mark, each with the layer that has it, in the order of the
    /// layers.
    pub fn relations_of(&self, mark: AnnotationId) -> impl Iterator<Item = (&PlacedLayer, &Relation)> {
        self.links.of_mark(mark).filter_map(move |(nth, relation)| {
            let placed = self.layers.get(nth)?;
            Some((placed, placed.layer.relation(relation)?))
        })
    }

    /// Changes with every change of marks, relations, placements, visibility or codebook. What depends on
    /// the shown marks alone had better follow [`MarkOrder::revision`].
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Does all of `transaction` in a person's layer, or nothing, and gives the way back. Marks are placed
    /// that are about other words than before: a letter typed into a note moves nothing.
    pub fn apply(
        &mut self,
        person: AnnotatorId,
        transaction: &Transaction,
    ) -> Result<Transaction, LayerError> {
        self.change(person, transaction, |placed, undo, placers| {
            let elsewhere = undo.changes.iter().filter_map(|change| put_elsewhere(change, &placed.layer));
            let elsewhere: Vec<AnnotationId> = elsewhere.collect();
            placed.placements.renew(&placed.layer, &elsewhere, placers);
        })
    }

    /// The same for marks that were placed already.
    pub fn unite(
        &mut self,
        person: AnnotatorId,
        transaction: &Transaction,
        placements: &Placements,
    ) -> Result<Transaction, LayerError> {
        self.change(person, transaction, |placed, undo, _| {
            let ids: Vec<AnnotationId> = undo.changes.iter().filter_map(Change::mark).collect();
            placed.placements.take(&ids, placements);
        })
    }

    fn change(
        &mut self,
        person: AnnotatorId,
        transaction: &Transaction,
        place: impl FnOnce(&mut PlacedLayer, &Transaction, &Placers),
    ) -> Result<Transaction, LayerError> {
        let nth = self.index_of(person).ok_or(LayerError::NoLayer)?;
        let placed = &mut self.layers[nth];
        let undo = placed.layer.apply(transaction)?;
        self.links.renew(nth, &placed.layer, &undo);
        let ids: Vec<AnnotationId> = undo.changes.iter().filter_map(Change::mark).collect();
        let were_at = |&id: &AnnotationId| (id, placed.placements.passage(id).and_then(Passage::hull));
        let were_at: Vec<_> = ids.iter().map(were_at).collect();
        place(placed, &undo, &self.placers);
        if ids.len() <= MOST_ONE_BY_ONE {
            self.order.renew(nth, placed, &were_at, &self.codebook);
        } else {
            self.order.rebuild(&self.layers, &self.codebook);
        }
        self.revision += 1;
        Ok(undo)
    }

    /// Takes over what became of layers: each takes the place of the one of the same person, and is shown
    /// if that was; and the layers of the people `gone` go.
    pub fn take(&mut self, layers: Vec<PlacedLayer>, gone: &[AnnotatorId]) {
        for mut placed in layers {
            match self.index_of(placed.layer.annotator.id) {
                Some(nth) => {
                    placed.is_shown = self.layers[nth].is_shown;
                    self.layers[nth] = placed;
                }
                None => self.layers.push(placed),
            }
        }
        self.layers.retain(|placed| !gone.contains(&placed.layer.annotator.id));
        self.arrange();
    }

    /// Has the layer of a person come first, and says of each layer whether it may be changed.
    pub fn put_first(&mut self, person: AnnotatorId, is_writable: impl Fn(&PlacedLayer) -> bool) {
        self.first = Some(person);
        for placed in &mut self.layers {
            placed.is_writable = is_writable(placed);
        }
        self.arrange();
    }

    /// Shows or hides the marks of the people that are meant; whether there are any.
    pub fn set_shown(&mut self, is_shown: bool, is_meant: impl Fn(&Annotator) -> bool) -> bool {
        let mut found = false;
        for placed in self.layers.iter_mut().filter(|placed| is_meant(&placed.layer.annotator)) {
            (placed.is_shown, found) = (is_shown, true);
        }
        if found {
            self.arrange();
        }
        found
    }

    /// Takes other tags.
    pub fn set_codebook(&mut self, codebook: Codebook) {
        self.codebook = Arc::new(codebook);
        self.arrange();
    }

    /// Takes over the texts of placers for the same document.
    pub fn join(&mut self, placers: &Placers) {
        self.placers.join(placers);
    }

    /// Learns anew what those `texts` were from all marks that were made on them, where marks came or went
    /// together; `kept` are placers for the same document that may have some of them whole. The marks on them
    /// are placed anew, as they are when all is opened again.
    pub fn learn(&mut self, texts: BTreeSet<Option<Digest>>, kept: &Placers) {
        let texts = self.placers.not_whole(texts);
        if texts.is_empty() {
            return;
        }
        self.placers.join(kept);
        let is_on_one = |target: &&Target| texts.contains(&target.made_on());
        let targets = self.layers.iter().flat_map(|placed| placed.layer.targets()).filter(is_on_one);
        self.placers.learn_anew(&texts, targets);
        for placed in &mut self.layers {
            let marks = placed.layer.annotations().filter(|mark| is_on_one(&&mark.target));
            let told: Vec<AnnotationId> = marks.map(|mark| mark.id).collect();
            placed.placements.renew(&placed.layer, &told, &self.placers);
        }
        self.order.rebuild(&self.layers, &self.codebook);
        self.revision += 1;
    }

    /// Takes the place of an article that was at `revision`: what views keep for that must not be taken
    /// for this.
    pub fn go_on_from(&mut self, revision: u64, order: u64) {
        self.revision = revision + 1;
        self.order.forget_changes(order + 1);
    }

    fn index_of(&self, person: AnnotatorId) -> Option<usize> {
        self.layers.iter().position(|placed| placed.layer.annotator.id == person)
    }

    /// Puts layers and marks in order anew: layers came, went or were hidden.
    fn arrange(&mut self) {
        let first = self.first;
        self.layers.sort_by(|a, b| {
            let (a, b) = (&a.layer.annotator, &b.layer.annotator);
            (Some(a.id) != first).cmp(&(Some(b.id) != first)).then_with(|| a.in_list(b))
        });
        if let Some(placed) = self.layers.first() {
            self.id = placed.layer.document;
        }
        self.links = Links::of(&self.layers);
        self.order.rebuild(&self.layers, &self.codebook);
        self.revision += 1;
    }
}

/// The mark that `undo` would bring back, where it is about other words than it is in `layer` now.
fn put_elsewhere(undo: &Change, layer: &Layer) -> Option<AnnotationId> {
    let Change::Annotation(id, before) = undo else { return None };
    let before = before.as_ref().map(|annotation| &annotation.target);
    (before != layer.annotation(*id).map(|annotation| &annotation.target)).then_some(*id)
}
