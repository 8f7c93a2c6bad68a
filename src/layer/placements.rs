//! Where each mark of a layer landed in the open document. Recomputed, never saved.

use super::{AnnotationId, Layer};
use crate::anchor::{Passage, Placement, Placer};
use crate::document::{Digest, Document};
use crate::text::{TextRange, TextSize};
use std::collections::BTreeMap;

/// The placements of one layer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placements {
    by_id: BTreeMap<AnnotationId, Placement>,
    /// Every piece, by its start and the longer first; with each the greatest end so far, so that a
    /// search knows where it may stop.
    pieces: Vec<(TextRange, AnnotationId, TextSize)>,
}

/// The texts that marks were made on, by digest, as far as they were kept.
pub type KeptTexts = BTreeMap<Digest, String>;

impl Placements {
    /// Places every mark of `layer`; marks on the whole document have no place and need none.
    pub fn of(layer: &Layer, document: &Document, kept: &KeptTexts) -> Self {
        let mut placers = BTreeMap::new();
        let mut placements = Self::default();
        for annotation in layer.annotations().filter(|annotation| !annotation.target.pieces.is_empty()) {
            let made_on = annotation.target.made_on();
            let placer =
                placers.entry(made_on).or_insert_with(|| Placer::new(document, earlier(kept, made_on)));
            placements.by_id.insert(annotation.id, placer.place(&annotation.target));
        }
        placements.index();
        placements
    }

    /// Places some marks anew, and forgets those that are no more.
    pub fn renew(&mut self, layer: &Layer, ids: &[AnnotationId], document: &Document, kept: &KeptTexts) {
        for &id in ids {
            match layer.annotation(id).filter(|annotation| !annotation.target.pieces.is_empty()) {
                Some(annotation) => {
                    let mut placer = Placer::new(document, earlier(kept, annotation.target.made_on()));
                    self.by_id.insert(id, placer.place(&annotation.target));
                }
                None => {
                    self.by_id.remove(&id);
                }
            }
        }
        self.index();
    }

    fn index(&mut self) {
        let pieces = self.by_id.iter().flat_map(|(&id, placement)| {
            placement
                .passage()
                .map_or(&[][..], Passage::pieces)
                .iter()
                .map(move |&piece| (piece, id, piece.end()))
        });
        self.pieces = pieces.collect();
        self.pieces.sort_by_key(|&(piece, id, _)| (piece.start(), std::cmp::Reverse(piece.end()), id));
        let mut greatest = TextSize::ZERO;
        for (_, _, end) in &mut self.pieces {
            greatest = greatest.max(*end);
            *end = greatest;
        }
    }

    /// Where a mark is.
    pub fn get(&self, id: AnnotationId) -> Option<&Placement> {
        self.by_id.get(&id)
    }

    /// The passage of a mark that has a place.
    pub fn passage(&self, id: AnnotationId) -> Option<&Passage> {
        self.get(id)?.passage()
    }

    /// All placements, by id.
    pub fn iter(&self) -> impl Iterator<Item = (AnnotationId, &Placement)> {
        self.by_id.iter().map(|(&id, placement)| (id, placement))
    }

    /// The pieces that overlap `range`, by start.
    pub fn pieces_in(&self, range: TextRange) -> impl Iterator<Item = (TextRange, AnnotationId)> {
        let until = self.pieces.partition_point(|(piece, ..)| piece.start() < range.end());
        let from = self.pieces.partition_point(|&(_, _, greatest)| greatest <= range.start());
        let found = self.pieces.get(from..until).unwrap_or_default().iter();
        found.filter(move |(piece, ..)| piece.overlaps(range)).map(|&(piece, id, _)| (piece, id))
    }

    /// The marks that a person has to look at.
    pub fn needing_review(&self) -> impl Iterator<Item = (AnnotationId, &Placement)> {
        self.iter().filter(|(_, placement)| placement.needs_review())
    }
}

fn earlier(kept: &KeptTexts, made_on: Option<Digest>) -> Option<&str> {
    kept.get(&made_on?).map(String::as_str)
}
