//! What can be decided of others' marks.

use crate::analysis::differences::is_decision;
use crate::layer::RelationSlug;

/// What is decided of marks that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The first of them shall be.
    Take,
    /// One shall be that covers what all of them do, with all their tags.
    Merge,
    /// None shall be.
    Drop,
    /// It stays open.
    Open,
}

impl How {
    const ALL: [Self; 4] = [Self::Take, Self::Merge, Self::Drop, Self::Open];

    /// The word of the action.
    pub fn name(self) -> &'static str {
        match self {
            Self::Take => "take",
            Self::Merge => "merge",
            Self::Drop => "drop",
            Self::Open => "open",
        }
    }

    /// The decision that a word means.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|how| how.name() == word)
    }

    /// The relation from the decision to a mark; `is_first`: to the first that was named.
    pub(in crate::session) fn relation(self, is_first: bool) -> RelationSlug {
        RelationSlug::new(match self {
            Self::Take if is_first => "takes",
            Self::Merge => "merges",
            Self::Take | Self::Drop => "drops",
            Self::Open => "leaves-open",
        })
    }

    /// Whether a relation says that a decision was made.
    pub(in crate::session) fn is_one_of(kind: &RelationSlug) -> bool {
        is_decision(kind)
    }

    /// Whether a relation says that a mark went into the outcome.
    pub(in crate::session) fn goes_in(kind: &RelationSlug) -> bool {
        matches!(kind.as_str(), "takes" | "merges")
    }
}
