//! Where each mark of a layer landed in the open document. Recomputed, never saved.

use super::reach::Reach;
use super::{Annotation, AnnotationId, Layer};
use crate::anchor::{Passage, Placement, Placers};
use crate::text::{TextRange, TextSize};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The placements of one layer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placements {
    by_id: BTreeMap<AnnotationId, Placement>,
    /// Every piece, by its start and the longer first.
    pieces: Vec<(TextRange, AnnotationId)>,
    reach: Reach,
    n_needing_review: usize,
}

/// With more changes than this at once the pieces are put in order anew.
const MOST_ONE_BY_ONE: usize = 64;

impl Placements {
    /// Places every mark of `layer`; marks on the whole document have no place and need none.
    pub fn of(layer: &Layer, placers: &Placers) -> Self {
        let placers = placers.told_by(layer.targets());
        let mut placements = Self::default();
        for annotation in layer.annotations() {
            placements.put(annotation.id, place(annotation, &placers));
        }
        placements.index();
        placements
    }

    /// Places some marks anew, and forgets those that are no more.
    pub fn renew(&mut self, layer: &Layer, ids: &[AnnotationId], placers: &Placers) {
        self.set(ids, |id| place(layer.annotation(id)?, placers));
    }

    /// Takes over where some marks are, and forgets those that are nowhere.
    pub fn take(&mut self, ids: &[AnnotationId], others: &Self) {
        self.set(ids, |id| others.get(id).cloned());
    }

    fn set(&mut self, ids: &[AnnotationId], place_of: impl Fn(AnnotationId) -> Option<Placement>) {
        let is_many = MOST_ONE_BY_ONE < ids.len();
        let mut from = self.pieces.len();
        for &id in ids {
            let placement = place_of(id);
            if !is_many {
                from = from.min(self.replace(id, placement.as_ref()));
            }
            self.put(id, placement);
        }
        if is_many {
            self.index();
        } else {
            self.reach.renew(from, self.pieces.len(), |i| end_of(&self.pieces, i));
        }
    }

    fn put(&mut self, id: AnnotationId, now: Option<Placement>) {
        let needs_review = |placement: &Placement| usize::from(placement.needs_review());
        self.n_needing_review += now.as_ref().map_or(0, needs_review);
        let before = match now {
            Some(now) => self.by_id.insert(id, now),
            None => self.by_id.remove(&id),
        };
        self.n_needing_review -= before.as_ref().map_or(0, needs_review);
    }

    /// Puts the pieces of a mark where it is now, and says from which on they are others.
    fn replace(&mut self, id: AnnotationId, now: Option<&Placement>) -> usize {
        let mut from = self.pieces.len();
        let pieces_of = |placement: Option<&Placement>| {
            placement.and_then(Placement::passage).map_or(Vec::new(), |passage| passage.pieces().to_vec())
        };
        for piece in pieces_of(self.by_id.get(&id)) {
            if let Ok(at) = self.pieces.binary_search_by_key(&key(piece, id), |&(piece, id)| key(piece, id)) {
                self.pieces.remove(at);
                from = from.min(at);
            }
        }
        for piece in pieces_of(now) {
            let at = self.pieces.partition_point(|&(other, of)| key(other, of) < key(piece, id));
            self.pieces.insert(at, (piece, id));
            from = from.min(at);
        }
        from
    }

    fn index(&mut self) {
        let pieces = self.by_id.iter().flat_map(|(&id, placement)| {
            placement.passage().map_or(&[][..], Passage::pieces).iter().map(move |&piece| (piece, id))
        });
        self.pieces = pieces.collect();
        self.pieces.sort_unstable_by_key(|&(piece, id)| key(piece, id));
        self.reach = Reach::of(self.pieces.len(), |i| end_of(&self.pieces, i));
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

    /// The pieces that overlap `range`, by start and the longer first.
    pub fn pieces_in(&self, range: TextRange) -> impl Iterator<Item = (TextRange, AnnotationId)> {
        let until = self.pieces.partition_point(|(piece, _)| piece.start() < range.end());
        let found = self.reach.all(until, range.start(), |i| end_of(&self.pieces, i));
        found.filter_map(|i| self.pieces.get(i).copied()).filter(move |(piece, _)| piece.overlaps(range))
    }

    /// How many marks a person has to look at.
    pub fn n_needing_review(&self) -> usize {
        self.n_needing_review
    }
}

/// The order of pieces.
fn key(piece: TextRange, id: AnnotationId) -> (TextSize, Reverse<TextSize>, AnnotationId) {
    (piece.start(), Reverse(piece.end()), id)
}

fn end_of(pieces: &[(TextRange, AnnotationId)], i: usize) -> TextSize {
    pieces.get(i).map_or(TextSize::ZERO, |(piece, _)| piece.end())
}

fn place(annotation: &Annotation, placers: &Placers) -> Option<Placement> {
    let target = &annotation.target;
    (!target.pieces.is_empty()).then(|| placers.place(target))
}
