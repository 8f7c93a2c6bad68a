//! What was done to a layer, as a line of inverse transactions. Unlimited; belongs to its document.

use crate::layer::{AnnotationId, Transaction};

/// One step back or forth.
#[derive(Clone, Debug)]
struct Step {
    undo: Transaction,
    /// The mark whose note this step typed: the next letters join it.
    typing: Option<AnnotationId>,
}

/// Undo and redo.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Transaction>,
}

impl History {
    /// Remembers the way back from something just done. `typing` joins a note's letters into one
    /// step: decided by what was done, not by a clock.
    pub(super) fn push(&mut self, undo: Transaction, typing: Option<AnnotationId>) {
        self.undone.clear();
        if let (Some(last), Some(_)) = (self.done.last(), typing)
            && last.typing == typing
        {
            return;
        }
        self.done.push(Step { undo, typing });
    }

    /// Ends the joining: what is typed next is a step of its own.
    pub(super) fn close(&mut self) {
        if let Some(last) = self.done.last_mut() {
            last.typing = None;
        }
    }

    pub(super) fn take_undo(&mut self) -> Option<Transaction> {
        self.done.pop().map(|step| step.undo)
    }

    pub(super) fn take_redo(&mut self) -> Option<Transaction> {
        self.undone.pop()
    }

    pub(super) fn push_redo(&mut self, redo: Transaction) {
        self.undone.push(redo);
    }

    pub(super) fn push_undone(&mut self, undo: Transaction) {
        self.done.push(Step { undo, typing: None });
    }

    /// What undo would take back: "tag as denial".
    pub fn undo_label(&self) -> Option<&str> {
        self.done.last().map(|step| step.undo.label.as_str())
    }

    /// What redo would do again.
    pub fn redo_label(&self) -> Option<&str> {
        self.undone.last().map(|redo| redo.label.as_str())
    }

    /// How many steps can be undone.
    pub fn len(&self) -> usize {
        self.done.len()
    }

    /// Whether nothing can be undone.
    pub fn is_empty(&self) -> bool {
        self.done.is_empty()
    }
}
