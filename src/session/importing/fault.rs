//! Why marks of an export came not in, as a value.

use crate::host::{HostError, file_name};
use crate::library::OpenError;
use crate::session::{ActionError, SaveError};
use std::fmt;
use std::path::PathBuf;

/// Why marks came not in.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportFault {
    /// The export cannot be had.
    Host(PathBuf, HostError),
    /// It is no export of ours.
    NoExport(PathBuf),
    /// It is about an article that is not here.
    NoArticle(String),
    /// The article cannot be opened.
    Open(OpenError),
    /// The layer cannot be changed.
    Refused(ActionError),
    /// The layer cannot be written.
    Save(SaveError),
}

impl fmt::Display for ImportFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Host(path, error) => write!(f, "cannot read `{}`: {error}", file_name(path)),
            Self::NoExport(path) => write!(f, "`{}` is no export of marks", file_name(path)),
            Self::NoArticle(name) => write!(f, "`{name}` is not here"),
            Self::Open(error) => error.fmt(f),
            Self::Refused(error) => error.fmt(f),
            Self::Save(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for ImportFault {}
