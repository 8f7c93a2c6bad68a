//! How two marks bear on each other.

use super::{AnnotationId, RelationId, RelationSlug};
use crate::document::{DocumentId, Timestamp};

/// What a relation from a reply to the mark that it is about is called.
pub const REPLIES: &str = "replies";
/// The same of a reply that resolves the matter.
pub const RESOLVES: &str = "resolves";

/// Whether a relation makes the mark that it starts from a reply.
pub fn is_reply(kind: &RelationSlug) -> bool {
    [REPLIES, RESOLVES].contains(&kind.as_str())
}

/// A relation from one mark to another, which may be in another document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// Random.
    pub id: RelationId,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed, if ever.
    pub modified: Option<Timestamp>,
    /// Which it is: `denies`, `confirms`, …
    pub kind: RelationSlug,
    /// The mark it starts from.
    pub from: AnnotationId,
    /// The mark it goes to.
    pub to: AnnotationId,
    /// The document of `to`, where that is another one.
    pub to_document: Option<DocumentId>,
}
