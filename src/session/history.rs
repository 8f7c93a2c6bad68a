//! What was done to a layer, as a line of inverse transactions. Unlimited; belongs to its document.

use crate::layer::{AnnotationId, Transaction};
use crate::sidecar::LineBytes;
use uuid::Uuid;

/// One step back or forth.
#[derive(Clone, Debug)]
struct Step {
    undo: Transaction,
    /// The mark whose note this step typed: the next letters join it.
    typing: Option<AnnotationId>,
    /// The versions that it settled, which come back with undo.
    settled: Option<Settled>,
}

/// A mark or relation whose versions were settled, with the lines of those that were not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Settled {
    pub(super) id: Uuid,
    pub(super) lines: Vec<LineBytes>,
}

/// Undo and redo.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<(Transaction, Option<Settled>)>,
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
        self.done.push(Step { undo, typing, settled: None });
    }

    /// Says that the last step settled versions.
    pub(super) fn has_settled(&mut self, settled: Settled) {
        if let Some(last) = self.done.last_mut() {
            last.settled = Some(settled);
        }
    }

    /// Ends the joining: what is typed next is a step of its own.
    pub(super) fn close(&mut self) {
        if let Some(last) = self.done.last_mut() {
            last.typing = None;
        }
    }

    pub(super) fn take_undo(&mut self) -> Option<(Transaction, Option<Settled>)> {
        self.done.pop().map(|step| (step.undo, step.settled))
    }

    pub(super) fn take_redo(&mut self) -> Option<(Transaction, Option<Settled>)> {
        self.undone.pop()
    }

    pub(super) fn push_redo(&mut self, redo: Transaction, settled: Option<Settled>) {
        self.undone.push((redo, settled));
    }

    pub(super) fn push_undone(&mut self, undo: Transaction, settled: Option<Settled>) {
        self.done.push(Step { undo, typing: None, settled });
    }

    /// What undo would take back: "tag as denial".
    pub fn undo_label(&self) -> Option<&str> {
        self.done.last().map(|step| step.undo.label.as_str())
    }

    /// What redo would do again.
    pub fn redo_label(&self) -> Option<&str> {
        self.undone.last().map(|(redo, _)| redo.label.as_str())
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
