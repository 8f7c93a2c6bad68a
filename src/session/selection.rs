//! What is selected: a moving end, a standing end, and pieces taken before.

use crate::anchor::Passage;
use crate::layer::AnnotationId;
use crate::text::{TextRange, TextSize};

/// The selection of one document. Where both ends are the same there is only a caret.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The end that stays.
    pub anchor: TextSize,
    /// The end that moves; the caret.
    pub head: TextSize,
    /// Pieces taken before, in the order taken.
    pub more: Vec<TextRange>,
    /// Whether there is a caret at all; a document that was just opened has none.
    pub is_set: bool,
}

impl Selection {
    /// A caret.
    pub fn caret(at: TextSize) -> Self {
        Self { anchor: at, head: at, more: Vec::new(), is_set: true }
    }

    /// One piece, with the caret at `head`.
    pub fn span(anchor: TextSize, head: TextSize) -> Self {
        Self { anchor, head, more: Vec::new(), is_set: true }
    }

    /// The piece between the two ends.
    pub fn range(&self) -> TextRange {
        TextRange::new(self.anchor, self.head)
    }

    /// Whether no words are selected.
    pub fn is_empty(&self) -> bool {
        self.range().is_empty() && self.more.is_empty()
    }

    /// All pieces in reading order, joined where they overlap or touch.
    pub fn pieces(&self) -> Vec<TextRange> {
        let mut pieces: Vec<TextRange> =
            self.more.iter().copied().chain([self.range()]).filter(|piece| !piece.is_empty()).collect();
        pieces.sort();
        let mut joined: Vec<TextRange> = Vec::with_capacity(pieces.len());
        for piece in pieces {
            match joined.last_mut() {
                Some(last) if last.touches(piece.start()) => *last = last.hull(piece),
                _ => joined.push(piece),
            }
        }
        joined
    }

    /// The pieces as a passage; `None` where no words are selected.
    pub fn passage(&self) -> Option<Passage> {
        let pieces = self.pieces();
        (!pieces.is_empty()).then(|| Passage::new(pieces))
    }

    /// Keeps the present piece and begins another at `anchor`.
    pub fn add_piece(&mut self, anchor: TextSize, head: TextSize) {
        if !self.range().is_empty() {
            self.more.push(self.range());
        }
        (self.anchor, self.head, self.is_set) = (anchor, head, true);
    }
}

/// The mark that the panel shows and that actions without an id mean.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Focus {
    mark: Option<AnnotationId>,
    /// The one that it was on last, if it is on none.
    last: Option<AnnotationId>,
    n_changes: u64,
}

impl Focus {
    /// The mark, if there is one.
    pub(super) fn mark(self) -> Option<AnnotationId> {
        self.mark
    }

    /// The mark, or the one that it left for words or for nothing.
    pub(super) fn last(self) -> Option<AnnotationId> {
        self.last
    }

    /// How often it was put on another mark: what views may cache by.
    pub(super) fn n_changes(self) -> u64 {
        self.n_changes
    }

    /// Puts it on another mark, or on none.
    pub(super) fn set(&mut self, mark: Option<AnnotationId>) {
        self.n_changes += u64::from(self.mark != mark);
        self.mark = mark;
        self.last = mark.or(self.last);
    }
}
