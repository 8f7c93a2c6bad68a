//! Why nothing was written, as a value.

use crate::host::{HostError, file_name};
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why nothing was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportFault {
    /// There are no marks and no rows.
    Nothing,
    /// An article lies there, which is never written over.
    Article(PathBuf),
    /// A file of Postil's own lies there, or would by its name.
    Ours(PathBuf),
    /// A file is there, and nobody said that it may be replaced.
    Taken(PathBuf),
    /// The page of a report would take the place of its own data.
    OwnData,
    /// The file cannot be written.
    Host(PathBuf, HostError),
    /// The format has no room for so much.
    NoRoom(String),
    /// This person has no home folder in which a page could lie until it is printed.
    NoHome,
    /// Nobody waits for it any more.
    Left,
}

impl ExportFault {
    /// What a writer said.
    pub(super) fn of_writing(out: &Path, error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::InvalidInput => Self::NoRoom(error.to_string()),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                Self::Host(out.to_owned(), HostError::Full)
            }
            _ => Self::Host(out.to_owned(), HostError::System(error.to_string())),
        }
    }
}

impl fmt::Display for ExportFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => f.write_str("there is nothing to write: no mark and no row"),
            Self::Article(path) => write!(f, "`{}` is an article, which stays as it is", file_name(path)),
            Self::Ours(path) => write!(f, "`{}` is a file of Postil's own", file_name(path)),
            Self::Taken(path) => write!(f, "`{}` is there already", file_name(path)),
            Self::OwnData => f.write_str("the page would take the place of its own data"),
            Self::Host(path, error) => write!(f, "cannot write `{}`: {error}", file_name(path)),
            Self::NoRoom(why) => f.write_str(why),
            Self::NoHome => HostError::NoHome.fmt(f),
            Self::Left => f.write_str("it was stopped before it was done"),
        }
    }
}

impl std::error::Error for ExportFault {}
