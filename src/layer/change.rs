//! What a layer records: atomic, with an inverse.

use super::{Annotation, AnnotationId, Relation, RelationId};
use std::fmt;

/// One thing set to what it shall be, or (`None`) taken away. The inverse sets it to what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A mark.
    Annotation(AnnotationId, Option<Box<Annotation>>),
    /// A relation.
    Relation(RelationId, Option<Box<Relation>>),
}

impl Change {
    /// Puts `annotation`, new or instead of the one with its id.
    pub fn put(annotation: Annotation) -> Self {
        Self::Annotation(annotation.id, Some(Box::new(annotation)))
    }

    /// The mark that it is about, if it is about one.
    pub fn mark(&self) -> Option<AnnotationId> {
        if let Self::Annotation(id, _) = self { Some(*id) } else { None }
    }

    /// Puts `relation`.
    pub fn relate(relation: Relation) -> Self {
        Self::Relation(relation.id, Some(Box::new(relation)))
    }
}

/// Changes that are done and undone together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Transaction {
    /// In order.
    pub changes: Vec<Change>,
}

impl Transaction {
    /// Changes in their order.
    pub fn new(changes: impl IntoIterator<Item = Change>) -> Self {
        Self { changes: changes.into_iter().collect() }
    }
}

/// Why a layer refuses a transaction. It is left as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LayerError {
    /// A change carries something with another id than it names.
    WrongId,
    /// A mark is about another document than the layer.
    WrongDocument,
    /// The person has no layer.
    NoLayer,
    /// A verdict was to be overwritten, which another one can only follow.
    VerdictStands,
}

impl fmt::Display for LayerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::WrongId => "the change names one mark and carries another",
            Self::WrongDocument => "the mark belongs to another document",
            Self::NoLayer => "there is no layer of that person",
            Self::VerdictStands => "a verdict stands as it was given; another one can follow it",
        })
    }
}

impl std::error::Error for LayerError {}
