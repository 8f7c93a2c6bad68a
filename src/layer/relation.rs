//! How two marks bear on each other.

use super::{AnnotationId, RelationId, RelationSlug};
use crate::document::{DocumentId, Timestamp};

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
