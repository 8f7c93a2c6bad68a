//! What there is to know about the files of an article, as values; their words are English.

use crate::document::ImportWarning;
use crate::host::{HostError, SettingsFault};
use crate::sidecar::{CodebookError, CodebookWarning, LayerWarning, TooLarge};
use std::fmt;
use std::path::PathBuf;

/// What the reader should know about the files of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileWarning {
    /// About the article as it was read.
    Article(ImportWarning),
    /// The codebook cannot be used; the built-in one holds.
    NoCodebook(PathBuf, CodebookFault),
    /// About the codebook.
    Codebook(PathBuf, CodebookWarning),
    /// About the settings of the folder.
    Settings(SettingsFault),
    /// The folder does not say which layers lie in it.
    Unlisted(HostError),
    /// About a layer, by the name of its file.
    Layer(String, AboutLayer),
    /// A layer that was left behind cannot be read.
    LeftUnreadable(PathBuf, LayerFault),
    /// Marks of this person that lie in another folder were begun apart from those here.
    BegunApart { person: String, folder: PathBuf },
}

/// Why a codebook cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodebookFault {
    /// It cannot be had.
    Host(HostError),
    /// What stands in it.
    Content(CodebookError),
}

/// Why a layer is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LayerFault {
    /// It cannot be had.
    Host(HostError),
    /// It is past a cap.
    TooLarge(TooLarge),
}

/// What there is to know about one layer's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AboutLayer {
    /// It is no layer.
    None,
    /// It is past a cap.
    TooLarge(TooLarge),
    /// It cannot be had.
    Unreadable(HostError),
    /// It was read as one with another file of the same layer.
    Copy,
    /// What stands in it.
    Content(LayerWarning),
    /// So many more things like those that were told.
    More(usize),
}

impl fmt::Display for FileWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Article(warning) => write!(f, "{warning}"),
            Self::NoCodebook(path, fault) => {
                let name = path.display();
                write!(f, "the codebook `{name}` cannot be used: {fault}; the built-in one holds")
            }
            Self::Codebook(path, warning) => write!(f, "`{}`: {warning}", path.display()),
            Self::Settings(fault) => write!(f, "{fault}"),
            Self::Unlisted(error) => write!(f, "the layers beside the article cannot be listed: {error}"),
            Self::Layer(name, about) => write!(f, "`{name}`{about}"),
            Self::LeftUnreadable(path, fault) => {
                write!(f, "a layer of this article cannot be read: {fault}: `{}`", path.display())
            }
            Self::BegunApart { person, folder } => {
                let folder = folder.display();
                write!(f, "older marks by {person} were begun apart and stay where they are: `{folder}`")
            }
        }
    }
}

impl fmt::Display for CodebookFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Host(error) => write!(f, "{error}"),
            Self::Content(error) => write!(f, "{error}"),
        }
    }
}

impl fmt::Display for LayerFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Host(error) => write!(f, "{error}"),
            Self::TooLarge(reason) => write!(f, "{reason}"),
        }
    }
}

/// Follows the name of the file.
impl fmt::Display for AboutLayer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str(" is no layer that can be read; it is left as it is"),
            Self::TooLarge(reason) => write!(f, " is left as it is: {reason}"),
            Self::Unreadable(error) => write!(f, " cannot be read: {error}"),
            Self::Copy => f.write_str(" is a copy of the same layer; both were read as one"),
            Self::Content(warning) => write!(f, ": {warning}"),
            Self::More(n) => write!(f, ": … and {n} more like these"),
        }
    }
}
