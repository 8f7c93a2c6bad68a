//! Where the layers of an open article are kept: each one's file as it was read, and what was read as
//! one with it.

use crate::article::{Article, PlacedLayer};
use crate::document::{Digest, Timestamp};
use crate::layer::{Annotator, AnnotatorId, Layer};
use crate::library::moved::home;
use crate::sidecar::LayerFile;
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use uuid::Uuid;

/// The file of one layer.
#[derive(Clone, Debug)]
pub struct Desk {
    /// Where it is kept, or will be; `None` until it is saved for the first time.
    pub(super) path: Option<PathBuf>,
    /// The file as last read or written.
    pub(super) file: Arc<LayerFile>,
    /// Conflict copies of that file that were read as one with it.
    pub(super) copies: Vec<PathBuf>,
    /// Files in other folders that were read as one with it, or as it, since the article was moved; as
    /// long as the file beside the article lacks something of them.
    pub(super) elsewhere: Vec<PathBuf>,
    /// The digest of the file's bytes as last read or written: whether others wrote since.
    pub(super) on_disk: Option<Digest>,
}

/// Why a layer cannot be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadOnly {
    /// A newer version of the format.
    Newer,
    /// Another person's, by name.
    Others(String),
}

impl fmt::Display for ReadOnly {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newer => f.write_str("the layer was written by a newer Postil"),
            Self::Others(name) => write!(f, "these are the marks of {name}"),
        }
    }
}

impl Desk {
    /// For a layer that was never saved.
    pub(super) fn unsaved(file: LayerFile) -> Self {
        Self { path: None, file: Arc::new(file), copies: Vec::new(), elsewhere: Vec::new(), on_disk: None }
    }

    /// Where the layer is kept, or will be; `None` until it is saved for the first time.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The file as last read or written.
    pub fn file(&self) -> &LayerFile {
        &self.file
    }

    /// Conflict copies that were read as one with it.
    pub fn copies(&self) -> &[PathBuf] {
        &self.copies
    }

    /// Why the layer of `name` cannot be written, if so: a newer format, or another person's.
    pub(super) fn read_only(&self, is_mine: bool, name: &str) -> Option<ReadOnly> {
        if self.file.is_read_only() {
            return Some(ReadOnly::Newer);
        }
        (!is_mine).then(|| ReadOnly::Others(name.to_owned()))
    }

    /// Where it is kept beside `article`, or will be.
    pub(super) fn home(&self, article: &Path, annotator: &Annotator) -> PathBuf {
        self.path.clone().unwrap_or_else(|| home(article, annotator))
    }

    /// The file lies at `path` now, and holds all that was read as one with it from elsewhere; whether
    /// there was such.
    pub(super) fn was_saved(&mut self, path: PathBuf, file: Arc<LayerFile>, on_disk: Digest) -> bool {
        (self.path, self.file, self.on_disk) = (Some(path), file, Some(on_disk));
        !std::mem::take(&mut self.elsewhere).is_empty()
    }

    /// The file is gone: the next save writes it again. Whether there was one.
    pub(super) fn was_lost(&mut self) -> bool {
        let was_somewhere = self.on_disk.take().is_some();
        !std::mem::take(&mut self.elsewhere).is_empty() || was_somewhere
    }

    /// Takes the versions of a mark for settled.
    pub(super) fn settle(&mut self, id: Uuid) {
        Arc::make_mut(&mut self.file).settle(id);
    }

    /// Brings back the versions of a mark that were settled.
    pub(super) fn unsettle(
        &mut self,
        id: Uuid,
        lines: &[crate::sidecar::LineBytes],
        layer: &Layer,
        now: Timestamp,
    ) {
        Arc::make_mut(&mut self.file).unsettle(id, lines, layer, now);
    }
}

/// The files of all layers of an article, by person.
pub(super) type Desks = BTreeMap<AnnotatorId, Desk>;

/// The layers of an article, each with its file.
pub(super) fn with_layers<'a>(
    article: &'a Article,
    desks: &'a Desks,
) -> impl Iterator<Item = (&'a PlacedLayer, &'a Desk)> + Clone {
    let layers = article.layers().iter();
    layers.filter_map(move |placed| Some((placed, desks.get(&placed.layer.annotator.id)?)))
}
