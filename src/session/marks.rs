//! The marks of a session, and which of them an action means.

use super::{ActionError, Selection, Session};
use crate::article::{MarkOrder, MarkRef, Unclear};
use crate::layer::AnnotationId;
use crate::text::{TextRange, TextSize};

impl Session {
    /// One mark of any layer.
    pub fn mark(&self, id: AnnotationId) -> Option<MarkRef<'_>> {
        self.article.mark(id)
    }

    /// The shown marks in the order of the text, with their lanes.
    pub fn order(&self) -> &MarkOrder {
        self.article.order()
    }

    /// Every shown mark, in the [`order`](Self::order) of the text. Views that show a part of them ask for
    /// that part.
    pub fn marks(&self) -> Vec<MarkRef<'_>> {
        self.article.marks()
    }

    /// The mark at an index of the [`order`](Self::order).
    pub fn nth_mark(&self, nth: usize) -> Option<MarkRef<'_>> {
        self.article.nth_mark(nth)
    }

    /// The index of a shown mark in the [`order`](Self::order).
    pub fn rank(&self, id: AnnotationId) -> Option<usize> {
        self.article.rank(id)
    }

    /// The pieces of shown marks that overlap `range`: by start, the longer first.
    pub fn pieces_in(&self, range: TextRange) -> Vec<(MarkRef<'_>, TextRange)> {
        self.article.pieces_in(range)
    }

    /// The marks at a byte, the shortest first.
    pub fn marks_at(&self, at: TextSize) -> Vec<MarkRef<'_>> {
        self.article.marks_at(at)
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
        self.article.next_mark((self.focus(), self.selection.head), forward, is_meant)
    }

    /// What of the selection is seen: words that were just marked are shown as the mark, and what is left of
    /// the selection is its caret.
    pub fn shown_selection(&self) -> Selection {
        let focus = self.focus().and_then(|id| self.mark(id)?.placement?.passage());
        if focus.is_some_and(|passage| passage.pieces() == self.selection.pieces()) {
            return Selection::caret(self.selection.head);
        }
        self.selection.clone()
    }

    /// The mark that a name means: in my layer first, then in the others.
    pub(super) fn mark_called(&self, name: &str) -> Result<MarkRef<'_>, ActionError> {
        self.article.mark_called(name).map_err(|unclear| match unclear {
            Unclear::Nobody => ActionError::UnknownMark(name.to_owned()),
            Unclear::Several(n) => ActionError::SeveralMarks(name.to_owned(), n),
        })
    }

    /// The mark that an action means: the named one, or the one in focus.
    pub(super) fn meant(&self, name: Option<&str>) -> Result<MarkRef<'_>, ActionError> {
        match name {
            Some(name) => self.mark_called(name),
            None => self.focus().and_then(|focus| self.mark(focus)).ok_or(ActionError::NoMark),
        }
    }
}
