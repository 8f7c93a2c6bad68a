//! A register into its file, by the same way as the marks on an article.

use super::super::write::{OnDisk, write};
use super::super::{SaveError, SaveState};
use super::FolderDesk;
use crate::document::{Digest, Timestamp};
use crate::host::{Host, HostError};
use crate::layer::{FolderChange, FolderLayer, ItemId};
use crate::sidecar::LayerFile;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;

/// A register on its way to its file; it can be carried to another thread.
#[derive(Debug)]
pub struct FolderSaveJob {
    path: PathBuf,
    file: Arc<LayerFile>,
    on_disk: Option<Digest>,
    layer: Arc<FolderLayer>,
    now: Timestamp,
}

/// What became of it.
#[derive(Debug)]
pub struct FolderSaveResult {
    job: FolderSaveJob,
    outcome: Result<OnDisk, HostError>,
}

impl FolderSaveJob {
    /// Reads again, unites if need be, writes durably.
    pub fn run(self, host: &mut dyn Host) -> FolderSaveResult {
        let Self { path, file, on_disk, layer, now } = &self;
        let write =
            AssertUnwindSafe(|| write(path, LayerFile::clone(file), *on_disk, layer.as_ref(), *now, host));
        let outcome = catch_unwind(write).unwrap_or(Err(HostError::Failed));
        FolderSaveResult { job: self, outcome }
    }
}

impl FolderSaveResult {
    /// Where the register lies.
    pub fn path(&self) -> &std::path::Path {
        &self.job.path
    }

    /// Why it was not written, if it was not.
    pub fn error(&self) -> Option<SaveError> {
        let error = self.outcome.as_ref().err()?;
        Some(SaveError { layer: self.job.path.clone(), error: error.clone() })
    }
}

impl FolderDesk {
    /// What has to be written, if anything; from now on it counts as being saved.
    pub fn start_save(&mut self, now: Timestamp) -> Option<FolderSaveJob> {
        if matches!(self.state, SaveState::Saved | SaveState::Saving { .. }) {
            return None;
        }
        let layer = Arc::clone(self.layer.as_ref()?);
        if self.file.is_same_as(layer.as_ref()) {
            self.state = SaveState::Saved;
            return None;
        }
        // What was begun and taken back before it was ever saved leaves no file.
        if layer.is_empty() && self.on_disk.is_none() {
            self.state = SaveState::Saved;
            return None;
        }
        self.state = SaveState::Saving { is_stale: false };
        let (path, file) = (self.path.clone(), Arc::clone(&self.file));
        Some(FolderSaveJob { path, file, on_disk: self.on_disk, layer, now })
    }

    /// Takes over what a save found and did.
    pub fn finish_save(&mut self, result: FolderSaveResult) {
        let FolderSaveResult { job, outcome } = result;
        let is_stale = self.state == SaveState::Saving { is_stale: true };
        match outcome {
            Ok(OnDisk { file, digest, .. }) => {
                if let (Some(theirs), Some(ours)) = (file.folder_layer(), &mut self.layer) {
                    take_news(&job.layer, &theirs, Arc::make_mut(ours));
                }
                (self.file, self.on_disk) = (Arc::new(file), Some(digest));
                self.state = if is_stale { SaveState::Changed } else { SaveState::Saved };
            }
            Err(error) => self.state = SaveState::Failed(SaveError { layer: job.path, error }),
        }
    }

    /// Saves here and now.
    pub fn save(&mut self, host: &mut dyn Host) -> Result<(), SaveError> {
        if let Some(job) = self.start_save(host.now()) {
            self.finish_save(job.run(host));
        }
        self.save_error().map_or(Ok(()), |error| Err(error.clone()))
    }
}

/// Brings `ours` what `theirs` has beyond `base`, where `ours` is as `base` was.
fn take_news(base: &FolderLayer, theirs: &FolderLayer, ours: &mut FolderLayer) {
    let ids: BTreeSet<ItemId> = theirs.items().chain(base.items()).map(|item| item.id()).collect();
    let is_news = |id: &ItemId| base.item(*id) != theirs.item(*id) && ours.item(*id) == base.item(*id);
    let news = ids.into_iter().filter(is_news);
    let news: Vec<FolderChange> = news.map(|id| FolderChange { id, to: theirs.item(id).cloned() }).collect();
    for change in news {
        // What cannot be taken over stays in the file, which is read again.
        drop(ours.apply(&[change]));
    }
}
