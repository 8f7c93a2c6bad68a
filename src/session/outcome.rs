//! What comes of an action: what was made and what to tell the person, or why it was refused.

use crate::layer::AnnotationId;
use std::fmt;

/// What came of an action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The mark that was made.
    pub created: Option<AnnotationId>,
    /// What to tell the person: lower case, no full stop.
    pub notice: Option<String>,
}

/// Why an action was refused; nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionError {
    /// A sentence about the person's work.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
}

impl ActionError {
    /// A refusal.
    pub fn new(message: impl fmt::Display) -> Self {
        Self { message: message.to_string(), hint: None }
    }

    /// With what to do about it.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl fmt::Display for ActionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ActionError {}
