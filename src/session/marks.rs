//! The marks of a session as views and actions see them, whoever made them.

use super::{ActionError, MarkOrder, OpenLayer, Session};
use crate::anchor::{Passage, Placement};
use crate::layer::{Annotation, AnnotationId};
use crate::text::{TextRange, TextSize};
use std::cmp::Reverse;

/// A mark, its layer and its place.
#[derive(Clone, Copy, Debug)]
pub struct MarkRef<'a> {
    /// Whose it is.
    pub layer: &'a OpenLayer,
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

    /// Whether the person at the window may change it.
    pub fn is_writable(&self) -> bool {
        self.layer.read_only.is_none()
    }
}

impl Session {
    /// One mark of any layer.
    pub fn mark(&self, id: AnnotationId) -> Option<MarkRef<'_>> {
        self.layers.iter().find_map(|layer| mark_of(layer, layer.layer.annotation(id)?))
    }

    /// The shown marks in the order of the text, with their lanes.
    pub fn order(&self) -> &MarkOrder {
        &self.order
    }

    /// Puts all shown marks in order anew: layers came, went or were hidden.
    pub(super) fn reorder(&mut self) {
        self.order.rebuild(&self.layers, &self.codebook);
        self.revision += 1;
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
        mark_of(layer, layer.layer.annotation(ordered.id)?)
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
                .filter_map(|(piece, id)| Some((mark_of(layer, layer.layer.annotation(id)?)?, piece)));
            found.extend(pieces);
        }
        found.sort_by_key(|(mark, piece)| (piece.start(), Reverse(piece.end()), mark.annotation.id));
        found
    }

    /// The marks at a byte, the shortest first.
    pub fn marks_at(&self, at: TextSize) -> Vec<MarkRef<'_>> {
        let around = TextRange::new(at, at + TextSize::from(1));
        let length = |mark: &MarkRef<'_>| mark.placement.and_then(Placement::passage).map_or(0, Passage::len);
        let mut marks: Vec<_> = self
            .pieces_in(around)
            .into_iter()
            .map(|(mark, _)| (length(&mark), mark.annotation.id, mark))
            .collect();
        marks.sort_by_key(|&(length, id, _)| (length, id));
        marks.dedup_by_key(|&mut (_, id, _)| id);
        marks.into_iter().map(|(_, _, mark)| mark).collect()
    }

    /// The first mark in the text after the caret, or the first of all; `forward: false` the other way.
    pub fn next_mark(&self, forward: bool) -> Option<AnnotationId> {
        self.next_mark_where(forward, &|mark| mark.hull().is_some())
    }

    /// The first mark after the chosen one, or after the caret, that is one of those meant; after the last
    /// the first again. `forward: false` the other way. `None` where no shown mark is meant.
    pub fn next_mark_where(
        &self,
        forward: bool,
        is_meant: &dyn Fn(&MarkRef<'_>) -> bool,
    ) -> Option<AnnotationId> {
        let count = self.order.marks().len();
        let focused = self.focus.and_then(|focus| self.rank(focus));
        let caret = self.order.first_from(self.selection.head);
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

    /// The mark that a name means: in my layer first, then in the others.
    pub(super) fn mark_called(&self, name: &str) -> Result<MarkRef<'_>, ActionError> {
        // All digits of an id, as the window gives them: no need to look at every mark.
        if let Some(mark) = AnnotationId::from_digits(name).and_then(|id| self.mark(id)) {
            return Ok(mark);
        }
        let answering = |layer: &'_ OpenLayer| {
            layer
                .layer
                .annotations()
                .filter(|annotation| annotation.id.answers_to(name))
                .map(|annotation| annotation.id)
                .collect::<Vec<_>>()
        };
        for layer in &self.layers {
            let found = answering(layer);
            match found.as_slice() {
                [] => {}
                [id] => {
                    return layer
                        .layer
                        .annotation(*id)
                        .and_then(|found| mark_of(layer, found))
                        .ok_or_else(|| no_mark(name));
                }
                several => {
                    return Err(ActionError::new(format!("{} marks begin with `{name}`", several.len()))
                        .hint("give more of its digits"));
                }
            }
        }
        Err(no_mark(name))
    }

    /// The mark that an action means: the named one, or the one in focus.
    pub(super) fn meant(&self, name: Option<&str>) -> Result<MarkRef<'_>, ActionError> {
        match name {
            Some(name) => self.mark_called(name),
            None => self
                .focus
                .and_then(|focus| self.mark(focus))
                .ok_or_else(|| ActionError::new("no mark is chosen").hint("click one, or give its id")),
        }
    }
}

fn no_mark(name: &str) -> ActionError {
    ActionError::new(format!("there is no mark `{name}`")).hint("`postil list` shows the ids")
}

fn mark_of<'a>(layer: &'a OpenLayer, annotation: &'a Annotation) -> Option<MarkRef<'a>> {
    Some(MarkRef { layer, annotation, placement: layer.placements.get(annotation.id) })
}
