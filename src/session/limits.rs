//! What a person may ask for at most, so that what is saved can be read again.

use super::ActionError;
use crate::sidecar::journal::Composed;
use crate::text::TextRange;

/// The longest passage that can be marked, in bytes: a line of a layer file may have 1 MiB, and a
/// byte of text takes up to six there.
const LONGEST_PASSAGE: usize = 128 * 1024;

/// Refuses marks whose lines would be too long: they would be kept and never be shown again.
pub(super) fn check_lines(composed: &Composed) -> Result<(), ActionError> {
    if composed.has_room() {
        return Ok(());
    }
    Err(ActionError::TooMuch)
}

/// Refuses passages that are too long for a mark.
pub(super) fn check_length(pieces: &[TextRange]) -> Result<(), ActionError> {
    let length: usize = pieces.iter().map(|piece| piece.len().to_usize()).sum();
    if length <= LONGEST_PASSAGE {
        return Ok(());
    }
    Err(ActionError::TooLong(length, LONGEST_PASSAGE))
}
