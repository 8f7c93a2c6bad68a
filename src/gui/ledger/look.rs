//! Holding the statements of an incident against each other, which is done off the frame: every two of them.

use crate::analysis::incidents::{Differing, Pair};
use crate::analysis::ledger::Ledger;
use crate::layer::AnnotationId;
use std::sync::Arc;

/// An incident of a ledger whose statements are to be held against each other, on whatever thread.
#[derive(Clone, Debug)]
pub(in crate::gui) struct LookJob {
    pub(super) ledger: Arc<Ledger>,
    pub(super) incident: AnnotationId,
}

/// What was found of it.
#[derive(Debug)]
pub(in crate::gui) struct Looked {
    pub(super) of: LookJob,
    pub(super) differing: Vec<Differing>,
    pub(super) pairs: Vec<Pair>,
}

impl LookJob {
    /// Compares them.
    pub(in crate::gui) fn run(self) -> Looked {
        let incident = self.ledger.incidents.iter().find(|incident| incident.id == self.incident);
        let differing = incident.map(|incident| incident.differing()).unwrap_or_default();
        let pairs = incident.map(|incident| incident.pairs()).unwrap_or_default();
        Looked { of: self, differing, pairs }
    }
}
