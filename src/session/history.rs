//! What was done to a layer, as a line of inverse transactions. Unlimited; belongs to its document.

use super::label::Label;
use crate::layer::{AnnotationId, Transaction};
use crate::sidecar::LineBytes;
use uuid::Uuid;

/// Which way a step goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It is undone.
    Back,
    /// It is done again.
    Forth,
}

/// One step, as it can be taken next: back if it was done, forth if it was undone.
#[derive(Clone, Debug)]
pub(super) struct Step {
    /// What was done, whichever way it is taken.
    pub(super) label: Label,
    pub(super) change: Transaction,
    /// The mark whose note this step typed: the next letters join it.
    typing: Option<AnnotationId>,
    /// The versions that it settled, which come back with undo.
    pub(super) settled: Option<Settled>,
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
    undone: Vec<Step>,
}

impl History {
    /// Remembers the way back from something just done. `typing` joins a note's letters into one
    /// step: decided by what was done, not by a clock.
    pub(super) fn push(&mut self, label: Label, undo: Transaction, typing: Option<AnnotationId>) {
        self.undone.clear();
        if let (Some(last), Some(_)) = (self.done.last(), typing)
            && last.typing == typing
        {
            return;
        }
        self.done.push(Step { label, change: undo, typing, settled: None });
    }

    /// Makes one step of all that was done since there were `n` steps, unless one settled versions:
    /// those stay by themselves.
    pub(super) fn join_since(&mut self, n: usize, label: Label) {
        let steps = self.done.split_off(n.min(self.done.len()));
        if steps.is_empty() || steps.iter().any(|step| step.settled.is_some()) {
            self.done.extend(steps);
            return;
        }
        let changes = steps.into_iter().rev().flat_map(|step| step.change.changes);
        self.done.push(Step { label, change: Transaction::new(changes), typing: None, settled: None });
    }

    /// The last step and the way back from it.
    pub(super) fn last_undo(&self) -> Option<(&Label, &Transaction)> {
        self.done.last().map(|step| (&step.label, &step.change))
    }

    /// The way forth to what was undone last.
    pub(super) fn last_redo(&self) -> Option<&Transaction> {
        self.undone.last().map(|step| &step.change)
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

    /// The step to be taken next.
    pub(super) fn take(&mut self, way: Way) -> Option<Step> {
        match way {
            Way::Back => self.done.pop(),
            Way::Forth => self.undone.pop(),
        }
    }

    /// A step was taken; `inverse` takes it the other way.
    pub(super) fn went(&mut self, way: Way, label: Label, inverse: Transaction, settled: Option<Settled>) {
        let step = Step { label, change: inverse, typing: None, settled };
        match way {
            Way::Back => self.undone.push(step),
            Way::Forth => self.done.push(step),
        }
    }

    /// What undo would take back: "tag as denial".
    pub fn undo_label(&self) -> Option<&Label> {
        self.done.last().map(|step| &step.label)
    }

    /// What redo would do again.
    pub fn redo_label(&self) -> Option<&Label> {
        self.undone.last().map(|step| &step.label)
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
