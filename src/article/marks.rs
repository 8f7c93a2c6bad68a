//! The marks of an article as views and actions see them, whoever made them.

use super::{Article, PlacedLayer};
use crate::anchor::{Passage, Placement};
use crate::layer::{Annotation, AnnotationId};
use crate::text::{TextRange, TextSize};
use std::cmp::Reverse;

/// A mark, its layer and its place.
#[derive(Clone, Copy, Debug)]
pub struct MarkRef<'a> {
    /// Whose it is.
    pub layer: &'a PlacedLayer,
    /// What it says.
    pub annotation: &'a Annotation,
    /// Where it is; `None` for a mark on the whole document.
    pub placement: Option<&'a Placement>,
}

impl MarkRef<'_> {
    /// From its first byte to its last, where it has a place.
    pub fn hull(&self) -> Option<TextRange> {
        self.placement?.passage()?.hull()
    }

    /// Whether who works on the article may change it.
    pub fn is_writable(&self) -> bool {
        self.layer.is_writable
    }
}

/// Why a name stands for no mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unclear {
    /// No mark answers to it.
    Nobody,
    /// So many marks of one person do.
    Several(usize),
}

impl Article {
    /// One mark of any layer.
    pub fn mark(&self, id: AnnotationId) -> Option<MarkRef<'_>> {
        self.layers.iter().find_map(|layer| mark_of(layer, id))
    }

    /// Every mark of the shown layers: by place, the longer first; those without a place last, in the order of
    /// the text that they were made on. Views that show a part of them ask for that part.
    pub fn marks(&self) -> Vec<MarkRef<'_>> {
        (0..self.order.marks().len()).filter_map(|nth| self.nth_mark(nth)).collect()
    }

    /// The mark at an index of the [`order`](Self::order).
    pub fn nth_mark(&self, nth: usize) -> Option<MarkRef<'_>> {
        let ordered = self.order.marks().get(nth)?;
        let layer = self.layers.get(ordered.layer)?;
        mark_of(layer, ordered.id)
    }

    /// The index of a shown mark in the [`order`](Self::order).
    pub fn rank(&self, id: AnnotationId) -> Option<usize> {
        let layer = self.layers.iter().position(|open| open.layer.annotation(id).is_some())?;
        let hull = self.layers.get(layer)?.placements.passage(id).and_then(Passage::hull);
        self.order.index_of(layer, id, hull)
    }

    /// The pieces of shown marks that overlap `range`: by start, the longer first.
    pub fn pieces_in(&self, range: TextRange) -> Vec<(MarkRef<'_>, TextRange)> {
        let mut found = Vec::new();
        for layer in self.layers.iter().filter(|layer| layer.is_shown) {
            let pieces = layer
                .placements
                .pieces_in(range)
                .filter_map(|(piece, id)| Some((mark_of(layer, id)?, piece)));
            found.extend(pieces);
        }
        found.sort_by_key(|(mark, piece)| (piece.start(), Reverse(piece.end()), mark.annotation.id));
        found
    }

    /// The marks at a byte, the shortest first; what is said of others' marks after them.
    pub fn marks_at(&self, at: TextSize) -> Vec<MarkRef<'_>> {
        let around = TextRange::new(at, at + TextSize::from(1));
        let length = |mark: &MarkRef<'_>| mark.placement.and_then(Placement::passage).map_or(0, Passage::len);
        let mut marks: Vec<_> = self
            .pieces_in(around)
            .into_iter()
            .map(|(mark, _)| ((mark.annotation.only_assesses(), length(&mark)), mark.annotation.id, mark))
            .collect();
        marks.sort_by_key(|&(length, id, _)| (length, id));
        marks.dedup_by_key(|&mut (_, id, _)| id);
        marks.into_iter().map(|(_, _, mark)| mark).collect()
    }

    /// The first mark after `focus`, or after the byte `caret`, that is one of those meant; after the last
    /// the first again. `forward: false` the other way. `None` where no shown mark is meant.
    pub fn next_mark(
        &self,
        (focus, caret): (Option<AnnotationId>, TextSize),
        forward: bool,
        is_meant: &dyn Fn(&MarkRef<'_>) -> bool,
    ) -> Option<AnnotationId> {
        let count = self.order.marks().len();
        let focused = focus.and_then(|focus| self.rank(focus));
        let caret = self.order.first_from(caret);
        // The first to look at; from there on all, round.
        let start = match (focused, forward) {
            (Some(rank), true) => rank + 1,
            (Some(rank), false) => rank + count.saturating_sub(1),
            (None, true) => caret,
            (None, false) => caret + count.saturating_sub(1),
        };
        let nth = |step: usize| (start + if forward { step } else { count - step }) % count;
        let mark = (0..count).filter_map(|step| self.nth_mark(nth(step))).find(|mark| is_meant(mark))?;
        Some(mark.annotation.id)
    }

    /// The mark that an id, or its first digits, mean: of the first layer that has such marks.
    pub fn mark_called(&self, name: &str) -> Result<MarkRef<'_>, Unclear> {
        // All digits of an id, as the window gives them: no need to look at every mark.
        if let Some(mark) = AnnotationId::from_digits(name).and_then(|id| self.mark(id)) {
            return Ok(mark);
        }
        for layer in &self.layers {
            let answers = |annotation: &&Annotation| annotation.id.answers_to(name);
            let mut found = layer.layer.annotations().filter(answers);
            let Some(first) = found.next() else { continue };
            return match found.count() {
                0 => mark_of(layer, first.id).ok_or(Unclear::Nobody),
                more => Err(Unclear::Several(1 + more)),
            };
        }
        Err(Unclear::Nobody)
    }
}

fn mark_of(layer: &PlacedLayer, id: AnnotationId) -> Option<MarkRef<'_>> {
    Some(MarkRef { layer, annotation: layer.layer.annotation(id)?, placement: layer.placements.get(id) })
}
