//! The codebook file, and the codebook that comes built in.

use crate::document::Warned;
use crate::layer::Codebook;
use std::fmt;

/// Why a codebook cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodebookError {
    /// Not TOML, or a key is missing or of the wrong kind: what the parser says.
    Form(String),
    /// A slug with other characters than ASCII letters, digits, `-` and `_`.
    BadSlug(String),
    /// Two tags, or two relations, with one slug.
    DoubledSlug(String),
    /// Two tags on one key.
    DoubledKey(char),
}

impl fmt::Display for CodebookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let _ = f;
        todo!()
    }
}

impl std::error::Error for CodebookError {}

/// Reads a `codebook.postil.toml`.
pub fn read_codebook(toml: &str) -> Result<Warned<Codebook>, CodebookError> {
    let _ = toml;
    todo!()
}

/// Claims, denials, casualty reports and opinions.
pub fn builtin() -> Codebook {
    todo!()
}
