//! What a change leaves in the log before it is in the layer's file, and whether it is there already.

use super::host::{LogId, LogStand};
use super::{Host, Session};
use crate::sidecar::Drafts;
use crate::sidecar::journal::{self, Head};
use uuid::Uuid;

/// The number of what no log has taken.
const NEVER: u64 = u64::MAX;

/// The log of my layer.
#[derive(Debug, Default)]
pub(super) struct Journal {
    /// By what the layer differs from its file.
    pub(super) drafts: Drafts,
    /// What is being written to, with the number of its next record.
    now: Option<(LogId, u64)>,
    /// Older ones that hold what is in no file yet.
    older: Vec<LogId>,
    /// By which the host tells that all is kept.
    last: u64,
    is_kept: bool,
}

impl Journal {
    /// A save begins, and with it a new log; the old ones go when the save has ended well.
    pub(super) fn set_off(&mut self) -> Vec<LogId> {
        self.drafts.set_off();
        let now = self.now.take().map(|(log, _)| log);
        std::mem::take(&mut self.older).into_iter().chain(now).collect()
    }

    /// The save did not end well: its logs are needed on.
    pub(super) fn take_back(&mut self, mut logs: Vec<LogId>) {
        logs.append(&mut self.older);
        self.older = logs;
    }
}

impl Session {
    /// Has the log say what now stands under `ids`. Returns at once; what the log cannot take is in the
    /// next save all the same.
    pub(super) fn keep_in_log(&mut self, ids: &[Uuid], host: &mut dyn Host) {
        let path = self.my_layer_path();
        let Some((mine, path)) = self.my_layer_index().and_then(|i| self.layers.get(i)).zip(path) else {
            return;
        };
        let mut lines = self.journal.drafts.add(&mine.file, &mine.layer, ids.iter().copied(), host.now());
        if lines.is_empty() {
            return;
        }
        let mut bytes = Vec::new();
        (self.journal.last, self.journal.is_kept) = (NEVER, false);
        // A log names its files in text. Where that cannot be, the layer is saved at once.
        let (Some(article), Some(layer)) = (self.path.to_str(), path.to_str()) else { return };
        let (log, n) = match self.journal.now {
            Some(now) => now,
            None => {
                let Some(log) = host.begin_log(&path) else { return };
                bytes.extend(Head { article: article.to_owned(), layer: layer.to_owned() }.bytes());
                lines.splice(0..0, mine.file.header_line(&mine.layer));
                (log, 1)
            }
        };
        bytes.extend(journal::record(n, &lines));
        self.journal.now = Some((log, n + 1));
        self.journal.last = host.log(log, bytes);
    }

    /// Whether every change is in the log or in the file, so that no crash can take it.
    pub fn is_kept(&self) -> bool {
        self.save_state == super::SaveState::Saved || self.journal.is_kept
    }

    /// Takes notice of how far the logs have got; whether that is news.
    pub fn take_log_stand(&mut self, stand: &LogStand) -> bool {
        let is_kept = self.journal.last <= stand.kept && 0 < self.journal.last;
        std::mem::replace(&mut self.journal.is_kept, is_kept) != is_kept
    }

    /// Whether the last change was given to a log.
    pub fn has_log(&self) -> bool {
        self.journal.last != NEVER
    }
}
