//! What is asked to be done to the marks that are chosen in the table of all marks.

use crate::layer::TagId;

/// What is done to each of the chosen marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::gui) enum Deed {
    /// It gets this tag instead of what it has.
    Retag(TagId),
    /// It gets this tag too.
    Tag(TagId),
    /// It loses this tag.
    Untag(TagId),
    /// It gets a note, which is asked for.
    Note,
    /// It goes.
    Delete,
}
