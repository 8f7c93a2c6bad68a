//! What a person may ask for at most, so that what is saved can be read again.

use super::{ActionError, OpenLayer};
use crate::layer::{Change, Transaction};
use crate::sidecar::caps::MAX_LINE;
use crate::text::TextRange;

/// The longest passage that can be marked, in bytes: a line of a layer file may have 1 MiB, and a
/// byte of text takes up to six there.
const LONGEST_PASSAGE: usize = 128 * 1024;

impl OpenLayer {
    /// Refuses a mark that would be too long for a line: it would be kept and never be shown again.
    pub(super) fn check_lines(&self, transaction: &Transaction) -> Result<(), ActionError> {
        let marks = transaction.changes.iter().filter_map(|change| match change {
            Change::Annotation(_, mark) => mark.as_ref(),
            Change::Relation(..) => None,
        });
        for mark in marks {
            if !self.file.has_room_for(mark) {
                let most = MAX_LINE >> 20;
                return Err(ActionError::new(format!("with this the mark would take more than {most} MiB"))
                    .hint("write less, or mark several passages"));
            }
        }
        Ok(())
    }
}

/// Refuses passages that are too long for a mark.
pub(super) fn check_length(pieces: &[TextRange]) -> Result<(), ActionError> {
    let length: usize = pieces.iter().map(|piece| piece.len().to_usize()).sum();
    if length <= LONGEST_PASSAGE {
        return Ok(());
    }
    Err(ActionError::new(format!("a passage of {} KiB is too long for a mark", length >> 10))
        .hint(format!("mark at most {} KiB", LONGEST_PASSAGE >> 10)))
}
