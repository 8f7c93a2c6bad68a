//! What the reader of an article should know about its files, as values; their words are English.

use super::moved::Moved;
use super::{HostError, Recovered};
use crate::document::ImportWarning;
use crate::sidecar::{CodebookError, CodebookWarning, LayerWarning, LookAlike, TooLarge};
use std::fmt;
use std::path::PathBuf;

/// What the reader should know about the files of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// About the article as it was read.
    Article(ImportWarning),
    /// The codebook cannot be used; the built-in one holds.
    NoCodebook(PathBuf, CodebookFault),
    /// About the codebook.
    Codebook(PathBuf, CodebookWarning),
    /// Tags in layers look like others and are none of the codebook's.
    Alike(LookAlike),
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
    /// The article was moved, and marks were found where it lay.
    Moved(Moved),
    /// What a crashed program left was brought in.
    Recovered(Box<Recovered>),
    /// My layer's file was gone when it was to be saved, and is written again.
    WrittenAgain,
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

/// What is wrong with a `postil.toml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsFault {
    /// Where it lies.
    pub path: PathBuf,
    /// What is wrong.
    pub what: SettingsFaultKind,
}

/// What can be wrong with settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingsFaultKind {
    /// They cannot be had.
    Host(HostError),
    /// They have another form: what the parser says, with the line.
    Form(String),
    /// A key is not known.
    UnknownKey {
        /// From 1.
        line: usize,
        /// As it stands there, cut short.
        key: String,
        /// Those that are known.
        known: &'static [&'static str],
    },
    /// So many more keys are not known.
    MoreKeys(usize),
}

/// All that the reader should know: what was said when the article was opened, and what each later look
/// says anew.
#[derive(Debug, Default)]
pub(super) struct Warnings {
    all: Vec<Warning>,
    /// How many of them are about the article and the codebook: the others are about layers and settings,
    /// which are looked at again.
    n_lasting: usize,
}

impl Warnings {
    /// On the article and the codebook.
    pub(super) fn lasting(all: Vec<Warning>) -> Self {
        Self { n_lasting: all.len(), all }
    }

    pub(super) fn all(&self) -> &[Warning] {
        &self.all
    }

    /// Adds some.
    pub(super) fn extend(&mut self, more: impl IntoIterator<Item = Warning>) {
        self.all.extend(more);
    }

    /// The layers and the settings were looked at again.
    pub(super) fn renew(&mut self, passing: Vec<Warning>) {
        self.all.truncate(self.n_lasting);
        self.all.extend(passing);
    }

    /// Says where the article was moved from, instead of what was said of that before.
    pub(super) fn retell_moved(&mut self, moved: Option<Moved>) {
        self.all.retain(|warning| !matches!(warning, Warning::Moved(_)));
        self.all.extend(moved.map(Warning::Moved));
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Article(warning) => write!(f, "{warning}"),
            Self::NoCodebook(path, fault) => {
                let name = path.display();
                write!(f, "the codebook `{name}` cannot be used: {fault}; the built-in one holds")
            }
            Self::Codebook(path, warning) => write!(f, "`{}`: {warning}", path.display()),
            Self::Alike(alike) => write!(f, "{alike}"),
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
            Self::Moved(moved) => write!(f, "{moved}"),
            Self::Recovered(recovered) => {
                write!(f, "{}: {}", recovered.sentence(), recovered.details())
            }
            Self::WrittenAgain => f.write_str("the file of your marks was gone; it has been written again"),
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

impl fmt::Display for SettingsFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.path.display();
        let unusable = |f: &mut fmt::Formatter<'_>, reason: &dyn fmt::Display| {
            write!(
                f,
                "the settings `{name}` cannot be used: {reason}; until then texts are kept with each person alone"
            )
        };
        match &self.what {
            SettingsFaultKind::Host(error) => unusable(f, error),
            SettingsFaultKind::Form(reason) => unusable(f, reason),
            SettingsFaultKind::UnknownKey { line, key, known } => {
                let known = known.join("`, `");
                write!(
                    f,
                    "`{name}`: line {line}: the key `{key}` is not known and says nothing; known is `{known}`"
                )
            }
            SettingsFaultKind::MoreKeys(n) => write!(f, "`{name}`: … and {n} more keys that are not known"),
        }
    }
}
