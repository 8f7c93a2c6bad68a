//! What a change leaves in the log before it is in the layer's file, and whether it is there already.

use crate::host::{LogId, LogStand, Logs};
use crate::sidecar::journal::{self, Composed, Head};
use crate::sidecar::{Drafts, LineBytes};
use std::path::Path;

/// The number of what no log has taken.
const NEVER: u64 = u64::MAX;

/// The log of my layer.
#[derive(Debug, Default)]
pub(super) struct Journal {
    /// By what the layer differs from its file.
    drafts: Drafts,
    /// What is being written to, with the number of its next record.
    now: Option<(LogId, u64)>,
    /// Older ones that hold what is in no file yet.
    older: Vec<LogId>,
    /// By which the host tells that all is kept.
    last: u64,
    is_kept: bool,
}

impl Journal {
    pub(super) fn drafts(&self) -> &Drafts {
        &self.drafts
    }

    /// Has the log of the layer at `layer` say what was composed, after `header` if it is a new one.
    /// Returns at once; what the log cannot take is in the next save all the same.
    pub(super) fn keep(
        &mut self,
        composed: Composed,
        (article, layer): (&Path, &Path),
        header: impl FnOnce() -> Option<LineBytes>,
        host: &mut dyn Logs,
    ) {
        let mut lines = self.drafts.take(composed);
        if lines.is_empty() {
            return;
        }
        let mut bytes = Vec::new();
        (self.last, self.is_kept) = (NEVER, false);
        // A log names its files in text. Where that cannot be, the layer is saved at once.
        let (Some(article), Some(layer_name)) = (article.to_str(), layer.to_str()) else { return };
        let (log, n) = match self.now {
            Some(now) => now,
            None => {
                let Some(log) = host.begin_log(layer) else { return };
                bytes.extend(Head { article: article.to_owned(), layer: layer_name.to_owned() }.bytes());
                lines.splice(0..0, header());
                (log, 1)
            }
        };
        bytes.extend(journal::record(n, &lines));
        self.now = Some((log, n + 1));
        self.last = host.log(log, bytes);
    }

    /// A save begins, and with it a new log; the old ones go when the save has ended well.
    pub(super) fn set_off(&mut self) -> Vec<LogId> {
        self.drafts.set_off();
        let now = self.now.take().map(|(log, _)| log);
        std::mem::take(&mut self.older).into_iter().chain(now).collect()
    }

    /// The save has ended well.
    pub(super) fn arrive(&mut self) {
        self.drafts.arrive();
    }

    /// The save did not end well: its logs are needed on.
    pub(super) fn take_back(&mut self, mut logs: Vec<LogId>) {
        logs.append(&mut self.older);
        self.older = logs;
    }

    /// Whether all that was given to the log is in it.
    pub(super) fn is_kept(&self) -> bool {
        self.is_kept
    }

    /// Whether the last change was given to a log.
    pub(super) fn has_log(&self) -> bool {
        self.last != NEVER
    }

    /// Takes notice of how far the logs have got; whether that is news.
    pub(super) fn take_stand(&mut self, stand: &LogStand) -> bool {
        let is_kept = self.last <= stand.kept && 0 < self.last;
        std::mem::replace(&mut self.is_kept, is_kept) != is_kept
    }
}
