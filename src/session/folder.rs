//! A person at work on what is said of a folder: the register, how it came so, and its file.
//!
//! Changes count at once and are saved by the next job; a register is small, so nothing waits.

mod correcting;
mod deeds;
mod error;
mod refusing;
mod saving;
#[cfg(test)]
mod tests;

pub use error::{FolderError, FolderLabel};
pub use refusing::Refused;
pub use saving::{FolderSaveJob, FolderSaveResult};

use super::desk::ReadOnly;
use super::history::Way;
use super::{ActionError, FolderAction, SaveError, SaveState};
use crate::document::{Digest, DocumentId};
use crate::host::{Files, Host, HostError};
use crate::layer::{Annotator, FolderChange, FolderLayer, LayerId};
use crate::library::{FolderFile, FolderFiles, Library};
use crate::sidecar::{FORMAT, Header, LayerFile};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// One person's register, open to be changed.
#[derive(Debug)]
pub struct FolderDesk {
    root: PathBuf,
    annotator: Annotator,
    /// Where it is kept, or will be.
    path: PathBuf,
    /// The file as last read or written.
    file: Arc<LayerFile>,
    on_disk: Option<Digest>,
    /// What the person says; `None` until there is something.
    layer: Option<Arc<FolderLayer>>,
    done: Vec<Step>,
    undone: Vec<Step>,
    state: SaveState,
}

/// One step, as it can be taken next.
#[derive(Clone, Debug)]
struct Step {
    label: FolderLabel,
    changes: Vec<FolderChange>,
}

impl FolderDesk {
    /// Opens the register of a person in a folder. Nothing is written.
    pub fn open(root: &Path, annotator: Annotator, host: &dyn Files) -> Result<Self, HostError> {
        Ok(Self::among(root, annotator, &FolderFiles::read(root, host)?))
    }

    /// The same where all registers were read already.
    pub fn among(root: &Path, annotator: Annotator, files: &FolderFiles) -> Self {
        let mut desk = Self {
            root: root.to_owned(),
            path: files.home(root, &annotator),
            annotator,
            file: Arc::default(),
            on_disk: None,
            layer: None,
            done: Vec::new(),
            undone: Vec::new(),
            state: SaveState::Saved,
        };
        if let Some(file) = files.of(desk.annotator.id) {
            desk.take_file(file);
        }
        desk
    }

    fn take_file(&mut self, file: &FolderFile) {
        self.path.clone_from(&file.path);
        (self.file, self.on_disk) = (Arc::clone(&file.file), file.on_disk);
        self.layer = Some(Arc::clone(&file.layer));
    }

    /// Takes over what another program wrote, once nothing here is on its way to the disk.
    pub fn follow(&mut self, files: &FolderFiles) {
        let Some(file) = files.of(self.annotator.id) else { return };
        if self.state == SaveState::Saved && file.on_disk != self.on_disk {
            self.take_file(file);
        }
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Whose register it is.
    pub fn annotator(&self) -> &Annotator {
        &self.annotator
    }

    /// What the person says; `None` where that is nothing yet.
    pub fn layer(&self) -> Option<&Arc<FolderLayer>> {
        self.layer.as_ref()
    }

    /// Whether it is on disk.
    pub fn save_state(&self) -> &SaveState {
        &self.state
    }

    /// Why it is not on disk, if a save failed.
    pub fn save_error(&self) -> Option<&SaveError> {
        if let SaveState::Failed(error) = &self.state { Some(error) } else { None }
    }

    /// What undo would take back.
    pub fn undo_label(&self) -> Option<&FolderLabel> {
        self.done.last().map(|step| &step.label)
    }

    /// What redo would do again.
    pub fn redo_label(&self) -> Option<&FolderLabel> {
        self.undone.last().map(|step| &step.label)
    }

    /// Does `action`, or says why not and changes nothing. `library` is the folder with its marks.
    pub fn perform(
        &mut self,
        action: &FolderAction,
        library: &Library,
        host: &mut dyn Host,
    ) -> Result<(), ActionError> {
        let layer = self.begun(host)?;
        let (label, changes) = deeds::changes(action, &layer, library, host)?;
        self.layer = Some(layer);
        let back = self.apply(&changes)?;
        self.undone.clear();
        if !back.is_empty() {
            self.done.push(Step { label, changes: back });
            self.changed();
        }
        Ok(())
    }

    /// What the person says so far, to be added to.
    fn begun(&mut self, host: &mut dyn Host) -> Result<Arc<FolderLayer>, ActionError> {
        if self.on_disk.is_some() && self.file.is_read_only() {
            return Err(ActionError::ReadOnlyLayer(ReadOnly::Newer));
        }
        Ok(match &self.layer {
            Some(layer) => Arc::clone(layer),
            None => Arc::new(self.begin(host)),
        })
    }

    /// Takes the last step back, or does it again.
    pub fn step(&mut self, way: Way) -> Result<FolderLabel, ActionError> {
        let steps = if way == Way::Back { &mut self.done } else { &mut self.undone };
        let step = steps.pop().ok_or(ActionError::NoStep(way))?;
        let changes = self.apply(&step.changes)?;
        let inverse = Step { label: step.label, changes };
        if way == Way::Back {
            self.undone.push(inverse)
        } else {
            self.done.push(inverse)
        }
        self.changed();
        Ok(step.label)
    }

    fn apply(&mut self, changes: &[FolderChange]) -> Result<Vec<FolderChange>, ActionError> {
        match &mut self.layer {
            Some(layer) => Ok(Arc::make_mut(layer).apply(changes)?),
            None => Ok(Vec::new()),
        }
    }

    fn changed(&mut self) {
        self.state = match &self.state {
            SaveState::Saving { .. } => SaveState::Saving { is_stale: true },
            _ => SaveState::Changed,
        };
    }

    /// An empty register, with a file that is not written yet.
    fn begin(&mut self, host: &mut dyn Host) -> FolderLayer {
        let layer = FolderLayer::new(LayerId(host.fresh_uuid()), self.annotator.clone(), host.now());
        let title = self.root.file_name().map(|name| name.to_string_lossy().into_owned());
        self.file = Arc::new(LayerFile::new(Header {
            layer: layer.id,
            annotator: layer.annotator.clone(),
            created: layer.created,
            document: DocumentId::of_folder(),
            title: title.unwrap_or_default(),
            file: String::new(),
            digest: None,
            codebook: (String::new(), 0),
            format: FORMAT,
            closed: None,
        }));
        layer
    }
}
