//! Whether the marks are on disk: what changed since, what the log has of it, and what a save on its
//! way does not know of.

use super::history::Settled;
use super::journal::Journal;
use crate::host::{HostError, LogId, LogStand, file_name};
use crate::sidecar::Drafts;
use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;
use uuid::Uuid;

/// Whether the marks are on disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SaveState {
    /// They are.
    #[default]
    Saved,
    /// They are in memory only.
    Changed,
    /// They are being written.
    Saving {
        /// Whether more changed since.
        is_stale: bool,
    },
    /// They could not be written and stay in memory; saving is tried again.
    Failed(SaveError),
}

/// Why marks are not on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveError {
    /// The file that was to be written.
    pub layer: PathBuf,
    /// What the host says.
    pub error: HostError,
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the marks cannot be saved in `{}`: {}", file_name(&self.layer), self.error)
    }
}

impl std::error::Error for SaveError {}

/// What was settled (`None`) or taken back since the last save, by id.
pub(super) type Settling = BTreeMap<Uuid, Option<Settled>>;

/// How far the marks of my layer are on their way to the disk.
#[derive(Debug, Default)]
pub(super) struct Saving {
    state: SaveState,
    journal: Journal,
    settling: Settling,
}

impl Saving {
    pub(super) fn state(&self) -> &SaveState {
        &self.state
    }

    /// Whether nothing is to be written and nothing on its way.
    pub(super) fn is_done(&self) -> bool {
        self.state == SaveState::Saved
    }

    /// Whether something is to be written that is not on its way.
    pub(super) fn is_due(&self) -> bool {
        matches!(self.state, SaveState::Changed | SaveState::Failed(_))
    }

    /// Whether every change is in the log or in the file.
    pub(super) fn is_kept(&self) -> bool {
        self.is_done() || self.journal.is_kept()
    }

    /// Whether the last change was given to a log.
    pub(super) fn has_log(&self) -> bool {
        self.journal.has_log()
    }

    /// Takes notice of how far the logs have got; whether that is news.
    pub(super) fn take_log_stand(&mut self, stand: &LogStand) -> bool {
        self.journal.take_stand(stand)
    }

    /// By what my layer differs from its file.
    pub(super) fn drafts(&self) -> &Drafts {
        self.journal.drafts()
    }

    /// The log that changes are kept in.
    pub(super) fn journal(&mut self) -> &mut Journal {
        &mut self.journal
    }

    /// What a save on its way does not know to be settled, or not any more.
    pub(super) fn settling(&self) -> &Settling {
        &self.settling
    }

    /// A mark's versions were settled, or (`Some`) the settling was taken back.
    pub(super) fn was_settled(&mut self, id: Uuid, taken_back: Option<Settled>) {
        self.settling.insert(id, taken_back);
    }

    /// Marks were changed.
    pub(super) fn has_changed(&mut self) {
        self.state = match self.state {
            SaveState::Saving { .. } => SaveState::Saving { is_stale: true },
            _ => SaveState::Changed,
        };
    }

    /// A save sets off; the logs may go when it has arrived.
    pub(super) fn set_off(&mut self) -> Vec<LogId> {
        self.state = SaveState::Saving { is_stale: false };
        self.journal.set_off()
    }

    /// The save has arrived: the file has what it took with it.
    pub(super) fn arrive(&mut self) {
        self.journal.arrive();
        let is_stale = self.state == SaveState::Saving { is_stale: true };
        if !is_stale {
            self.settling.clear();
        }
        self.state = if is_stale { SaveState::Changed } else { SaveState::Saved };
    }

    /// The save failed: its logs are needed on.
    pub(super) fn fail(&mut self, why: SaveError, logs: Vec<LogId>) {
        self.journal.take_back(logs);
        self.state = SaveState::Failed(why);
    }
}
