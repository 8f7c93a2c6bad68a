//! The marks of a session as views and actions see them, whoever made them.

use super::{ActionError, OpenLayer, Session};
use crate::anchor::Placement;
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

    /// The code point at which it began in the text that it was made on.
    fn made_at(&self) -> usize {
        let first = self.annotation.target.pieces.first().and_then(|piece| piece.latest());
        first.and_then(|description| description.position.as_ref()).map_or(0, |position| position.start)
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

    /// Every mark of the shown layers: by place, the longer first; those without a place last, in the order of
    /// the text that they were made on.
    pub fn marks(&self) -> Vec<MarkRef<'_>> {
        let shown = self.layers.iter().filter(|layer| layer.is_shown);
        let mut marks: Vec<MarkRef<'_>> = shown
            .flat_map(|layer| layer.layer.annotations().filter_map(|annotation| mark_of(layer, annotation)))
            .collect();
        marks.sort_by_key(|mark| {
            let id = mark.annotation.id;
            match mark.hull().map(TextRange::to_usize) {
                Some(hull) => (false, hull.start, Reverse(hull.end), id),
                None => (true, mark.made_at(), Reverse(0), id),
            }
        });
        marks
    }

    /// The marks at a byte, the shortest first.
    pub fn marks_at(&self, at: TextSize) -> Vec<MarkRef<'_>> {
        let around = TextRange::new(at, at + TextSize::from(1));
        let mut marks: Vec<MarkRef<'_>> = Vec::new();
        for layer in self.layers.iter().filter(|layer| layer.is_shown) {
            for (_, id) in layer.placements.pieces_in(around) {
                let is_new = !marks.iter().any(|mark| mark.annotation.id == id);
                marks.extend(
                    layer
                        .layer
                        .annotation(id)
                        .filter(|_| is_new)
                        .and_then(|annotation| mark_of(layer, annotation)),
                );
            }
        }
        marks.sort_by_key(|mark| {
            (
                mark.placement.and_then(Placement::passage).map_or(0, crate::anchor::Passage::len),
                mark.annotation.id,
            )
        });
        marks
    }

    /// The first mark after the caret, or the first of all; `forward: false` the other way.
    pub fn next_mark(&self, forward: bool) -> Option<AnnotationId> {
        let marks: Vec<(TextRange, AnnotationId)> =
            self.marks().iter().filter_map(|mark| Some((mark.hull()?, mark.annotation.id))).collect();
        let focused = self.focus.and_then(|focus| marks.iter().position(|&(_, id)| id == focus));
        let caret = self.selection.head;
        let count = marks.len();
        if count == 0 {
            return None;
        }
        let next = match (focused, forward) {
            (Some(i), true) => (i + 1) % count,
            (Some(i), false) => (i + count - 1) % count,
            (None, true) => marks.iter().position(|(hull, _)| caret <= hull.start()).unwrap_or(0),
            (None, false) => marks.iter().rposition(|(hull, _)| hull.start() < caret).unwrap_or(count - 1),
        };
        marks.get(next).map(|&(_, id)| id)
    }

    /// The mark that a name means: in my layer first, then in the others.
    pub(super) fn mark_called(&self, name: &str) -> Result<MarkRef<'_>, ActionError> {
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
