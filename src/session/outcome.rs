//! What comes of an action: what was made and what to tell the person.

use super::history::Way;
use super::label::{Label, places_of};
use crate::document::Timestamp;
use crate::layer::{AnnotationId, Convention};
use std::fmt;

/// What came of an action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The mark that was made.
    pub created: Option<AnnotationId>,
    /// What to tell the person.
    pub notice: Option<Done>,
}

/// What was done, where the person does not see it by itself. As words in lower case, without a full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// A step was undone or done again.
    Step(Way, Label),
    /// A mark was deleted.
    Deleted,
    /// A mark was copied.
    Copied,
    /// Of two versions the one that was shown is kept.
    KeptThis,
    /// The other one is.
    KeptOther,
    /// The notes of both are.
    KeptBoth,
    /// Places were marked, all of those that were found or those that were not before.
    Marked {
        /// How many.
        n: usize,
        /// How many were marked so before.
        n_before: usize,
        /// The tag's label.
        tag: String,
    },
    /// An earlier state is what there is now.
    AsThen(String),
    /// My marks were handed in: when.
    HandedIn(Timestamp),
    /// They were taken back.
    TakenBack,
    /// The folder reads words without a number by that convention from now on.
    Convention(Convention),
    /// The state of that day is restored, by so many changes.
    Restored(String, usize),
}

impl From<Done> for Outcome {
    fn from(done: Done) -> Self {
        Self { created: None, notice: Some(done) }
    }
}

impl fmt::Display for Done {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Step(Way::Back, label) => write!(f, "undone: {label}"),
            Self::Step(Way::Forth, label) => write!(f, "done again: {label}"),
            Self::HandedIn(at) => write!(f, "handed in at {at}"),
            Self::TakenBack => f.write_str("taken back: you can go on working, and hand in again"),
            Self::Deleted => f.write_str("mark deleted"),
            Self::Copied => f.write_str("copied into your marks"),
            Self::KeptThis => f.write_str("this version is kept"),
            Self::KeptOther => f.write_str("the other version is kept"),
            Self::KeptBoth => f.write_str("both notes are kept"),
            Self::Marked { n: 0, n_before: 1, tag } => {
                write!(f, "the one place is marked as {tag} already")
            }
            Self::Marked { n: 0, n_before, tag } => {
                write!(f, "all {n_before} places are marked as {tag} already")
            }
            Self::Marked { n, n_before: 0, tag } => write!(f, "{} marked as {tag}", places_of(*n)),
            Self::Marked { n, n_before, tag } => {
                write!(f, "{} marked as {tag}; {n_before} had been before", places_of(*n))
            }
            Self::Convention(convention) => {
                write!(f, "words without a number are read by the convention `{convention}` in this folder")
            }
            Self::AsThen(day) => write!(f, "your marks are as they were on {day}"),
            Self::Restored(day, 1) => write!(f, "restored the state of {day}: 1 change"),
            Self::Restored(day, n) => write!(f, "restored the state of {day}: {n} changes"),
        }
    }
}
