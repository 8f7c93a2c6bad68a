//! What this machine remembers for its person.

use super::{HostError, Whereabouts};
use crate::document::{Digest, DocumentId};
use crate::layer::Annotator;
use std::path::{Path, PathBuf};

/// What this machine remembers: texts, earlier states of layers, where layers lie, people, and the program's
/// own small files.
pub trait Storage {
    /// A text as it was when it was marked.
    fn kept_text(&self, digest: Digest) -> Option<String>;

    /// Keeps a text by its digest. Written once, never changed.
    fn keep_text(&mut self, digest: Digest, text: &str) -> Result<(), HostError>;

    /// The same for a document, whose folder may keep such texts for a team.
    fn kept_text_for(&self, document: &Path, digest: Digest) -> Option<String> {
        let _ = document;
        self.kept_text(digest)
    }

    /// Keeps a text for a document: also in its folder where that keeps such texts for a team.
    fn keep_text_for(&mut self, document: &Path, digest: Digest, text: &str) -> Result<(), HostError> {
        let _ = document;
        self.keep_text(digest, text)
    }

    /// Puts the bytes of a layer aside before they are replaced, if they are the first of the day.
    fn keep_generation(&mut self, _layer: &Path, _bytes: &[u8]) -> Result<(), HostError> {
        Ok(())
    }

    /// What was put aside of the layers in the folder of `beside`, the newest first.
    fn generations(&self, _beside: &Path) -> Vec<Generation> {
        Vec::new()
    }

    /// The bytes of a layer that were put aside on a day.
    fn generation(&self, _layer: &Path, _day: &str) -> Result<Vec<u8>, HostError> {
        Err(HostError::NotFound)
    }

    /// Remembers where layers lie, for articles that will be moved; what is known already costs nothing. To
    /// forget it would lose no mark, so nothing is said where it cannot be remembered.
    fn remember_layers(&mut self, _seen: Vec<Whereabouts>) {}

    /// What is remembered of layers in other folders that may be about an article, as
    /// [`about`](super::whereabouts::about) has it: those that were last read for this
    /// very article, or for one that is gone from where it lay. Whether they are there is not looked at.
    fn remembered_layers(
        &self,
        _article: &Path,
        _digest: Digest,
        _documents: &[DocumentId],
    ) -> Vec<Whereabouts> {
        Vec::new()
    }

    /// The person who marks at this machine, once asked.
    fn annotator(&self) -> Option<Annotator>;

    /// Remembers who marks at this machine. Who did before stays one of its [`people`](Self::people).
    fn set_annotator(&mut self, annotator: &Annotator) -> Result<(), HostError>;

    /// All who mark at this machine, each under a name of their own: the person who is asked first.
    fn people(&self) -> Vec<Annotator>;

    /// A person of this machine by name, remembered with a random id at the first time.
    fn annotator_called(&mut self, name: &str) -> Result<Annotator, HostError>;

    /// A small text of the program's own (settings, recent files), by name.
    fn stored(&self, name: &str) -> Option<String>;

    /// Stores such a text.
    fn store(&mut self, name: &str, text: &str) -> Result<(), HostError>;
}

/// What could be made anew.
pub trait Caches {
    /// What this program keeps under a name and could make anew; at most so many bytes of it, else `None`.
    fn cached(&self, _name: &str, _most: usize) -> Option<Vec<u8>> {
        None
    }

    /// Where that lies, for a program that is to open it; `None` where it lies nowhere.
    fn place_of_cached(&self, _name: &str) -> Option<PathBuf> {
        None
    }

    /// Keeps that, whole or not at all.
    fn cache(&mut self, _name: &str, _bytes: &[u8]) -> Result<(), HostError> {
        Ok(())
    }

    /// Adds to the end of that.
    fn add_to_cache(&mut self, _name: &str, _bytes: &[u8]) -> Result<(), HostError> {
        Ok(())
    }
}

/// An earlier state of a layer that was put aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generation {
    /// Where the layer lay, whatever way led to it.
    pub layer: PathBuf,
    /// On whose first change it was put aside: `2026-11-22`.
    pub day: String,
    /// Its size.
    pub n_bytes: u64,
}
