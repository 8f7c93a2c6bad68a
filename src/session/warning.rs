//! What the reader of an article should know, as values; their words are English.

use super::moved::Moved;
use super::recover::Recovered;
use crate::library::FileWarning;
use crate::sidecar::LookAlike;
use std::fmt;

/// What the reader of an article should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// About its files.
    File(FileWarning),
    /// Tags in layers look like others and are none of the codebook's.
    Alike(LookAlike),
    /// The article was moved, and marks were found where it lay.
    Moved(Moved),
    /// What a crashed program left was brought in.
    Recovered(Box<Recovered>),
    /// My layer's file was gone when it was to be saved, and is written again.
    WrittenAgain,
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
    pub(super) fn lasting(all: Vec<FileWarning>) -> Self {
        Self { n_lasting: all.len(), all: all.into_iter().map(Warning::File).collect() }
    }

    pub(super) fn all(&self) -> &[Warning] {
        &self.all
    }

    /// Adds some.
    pub(super) fn extend(&mut self, more: impl IntoIterator<Item = Warning>) {
        self.all.extend(more);
    }

    /// The layers and the settings were looked at again.
    pub(super) fn renew(&mut self, passing: Vec<FileWarning>) {
        self.all.truncate(self.n_lasting);
        self.all.extend(passing.into_iter().map(Warning::File));
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
            Self::File(warning) => write!(f, "{warning}"),
            Self::Alike(alike) => write!(f, "{alike}"),
            Self::Moved(moved) => write!(f, "{moved}"),
            Self::Recovered(recovered) => {
                write!(f, "{}: {}", recovered.sentence(), recovered.details())
            }
            Self::WrittenAgain => f.write_str("the file of your marks was gone; it has been written again"),
        }
    }
}
