//! One open document with its layers, where they landed, what is selected and how it came so; and a
//! workspace of such sessions. [`Session::perform`] is the only writer, [`Host`] the only door out.
//!
//! Knows no window, no typesetting, no file system, no clock and no threads.

pub mod action;
pub mod copies;
pub mod earlier;
pub mod edit;
pub mod history;
pub mod host;
mod journal;
mod limits;
pub mod marks;
pub mod memory;
mod moved;
pub mod occurrences;
pub mod open;
pub mod order;
pub mod perform;
pub mod recover;
pub mod refresh;
mod relate;
mod renamed;
pub mod resolve;
pub mod review;
pub mod rivals;
pub mod save;
pub mod selection;
pub mod warning;
pub mod whereabouts;
pub mod workspace;

pub use action::{Action, ActionError, Outcome, Place};
pub use history::History;
pub use host::{Desktop, Host, HostError};
pub use marks::MarkRef;
pub use memory::MemoryHost;
pub use open::{OpenError, article_of, file_name};
pub use order::{MarkOrder, Ordered, Splice};
pub use recover::Recovered;
pub use refresh::{News, RefreshJob, RefreshResult};
pub use rivals::{Contest, Said, Which};
pub use save::{SaveJob, SaveState};
pub use selection::Selection;
pub use warning::{SettingsFault, Warning};
pub use whereabouts::Whereabouts;
pub use workspace::Workspace;

use crate::anchor::Placers;
use crate::document::{Digest, Document, DocumentId, Timestamp};
use crate::layer::{AnnotationId, Annotator, Codebook, Layer, Placements};
use crate::sidecar::LayerFile;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// One layer of an open document.
#[derive(Debug)]
pub struct OpenLayer {
    /// Where it is kept, or will be; `None` until it is saved for the first time.
    pub path: Option<PathBuf>,
    /// The file as last read or written.
    pub file: Arc<LayerFile>,
    /// Conflict copies of that file that were read as one with it.
    pub copies: Vec<PathBuf>,
    /// Files in other folders that were read as one with it, or as it, since the article was moved; as
    /// long as the file beside the article lacks something of them.
    pub elsewhere: Vec<PathBuf>,
    /// The digest of the file's bytes as last read or written: whether others wrote since.
    pub on_disk: Option<Digest>,
    /// The marks now.
    pub layer: Layer,
    /// Where they are in the open text.
    pub placements: Placements,
    /// Whether its marks are drawn.
    pub is_shown: bool,
    /// Why it cannot be written, if so: another person's, or a newer format.
    pub read_only: Option<String>,
}

/// One open article.
#[derive(Debug)]
pub struct Session {
    path: PathBuf,
    document: Arc<Document>,
    document_id: DocumentId,
    opened: Timestamp,
    codebook: Arc<Codebook>,
    annotator: Option<Annotator>,
    layers: Vec<OpenLayer>,
    /// For the open text, with the texts that marks were made on.
    placers: Placers,
    /// What the page showed before the file changed, if it did; a text that the placers keep.
    earlier: Option<Digest>,
    selection: Selection,
    focus: Option<AnnotationId>,
    history: History,
    save_state: SaveState,
    journal: journal::Journal,
    /// What is settled or taken back since the last save.
    settling: rivals::Settling,
    contests: rivals::Contests,
    /// Of the article's file when it was read.
    stamp: Option<host::Stamp>,
    warnings: Vec<Warning>,
    /// How many of the warnings are about the article and the codebook: the others are about layers and
    /// settings, which are looked at again.
    n_lasting_warnings: usize,
    /// Grows with every change of marks, placements, visibility or focus: what views may cache by.
    revision: u64,
    /// All shown marks in the order of the text.
    order: MarkOrder,
}

impl Session {
    /// The article's file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file's name, for people.
    pub fn file_name(&self) -> String {
        file_name(&self.path)
    }

    /// The article.
    pub fn document(&self) -> &Arc<Document> {
        &self.document
    }

    /// The article's lasting id.
    pub fn document_id(&self) -> DocumentId {
        self.document_id
    }

    /// The tags.
    pub fn codebook(&self) -> &Codebook {
        &self.codebook
    }

    /// Who marks here; `None` until asked.
    pub fn annotator(&self) -> Option<&Annotator> {
        self.annotator.as_ref()
    }

    /// All layers: mine first, if there is one.
    pub fn layers(&self) -> &[OpenLayer] {
        &self.layers
    }

    /// The layer that this annotator writes.
    pub fn my_layer(&self) -> Option<&OpenLayer> {
        self.my_layer_index().and_then(|i| self.layers.get(i))
    }

    pub(crate) fn my_layer_index(&self) -> Option<usize> {
        let me = self.annotator.as_ref()?.id;
        self.layers.iter().position(|open| open.layer.annotator.id == me)
    }

    /// What is selected.
    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    /// The mark that the panel shows and that actions without an id mean.
    pub fn focus(&self) -> Option<AnnotationId> {
        self.focus
    }

    /// What can be undone and redone.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Whether the marks are on disk.
    pub fn save_state(&self) -> &SaveState {
        &self.save_state
    }

    /// Adds to what the reader should know.
    pub fn warn(&mut self, warning: Warning) {
        self.warnings.push(warning);
    }

    /// What the reader should know about the files.
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// The same as words, without a capital and a full stop.
    pub fn told(&self) -> Vec<String> {
        self.warnings.iter().map(Warning::to_string).collect()
    }

    /// Changes with every change of marks, relations, placements, visibility or focus. What depends on
    /// the shown marks alone had better follow [`MarkOrder::revision`].
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Takes the place of `before`, the same article opened earlier: what views keep for that must not
    /// be taken for this.
    fn succeed(&mut self, before: &Self) {
        self.revision = before.revision + 1;
        if self.document.digest() == before.document.digest() {
            // Read again without a change: what came before stays so.
            self.earlier = before.earlier;
            self.placers.join(&before.placers);
        }
        self.order.forget_changes(before.order.revision() + 1);
    }
}
