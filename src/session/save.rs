//! Saving: what there is to write, written anywhere, and what came of it.
//!
//! A [`SaveJob`] can be carried to another thread. It reads again before it writes, and unites when
//! somebody else wrote in the meantime; the session takes over what it found.

use super::host::LogId;
use super::warning::Warning;
use super::{Host, HostError, OpenLayer, Session, Whereabouts, moved, open};
use crate::anchor::Placers;
use crate::document::{Digest, Timestamp};
use crate::layer::{AnnotationId, Change, Layer, LayerId, Placements, Transaction};
use crate::sidecar::caps::{MAX_LAYER_BYTES, too_large};
use crate::sidecar::{Drafts, FORMAT, Header, LayerFile};
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

/// Whether the marks are on disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SaveState {
    /// They are.
    #[default]
    Saved,
    /// They are in memory only.
    Changed,
    /// They are being written.
    Saving {
        /// Whether more changed since.
        is_stale: bool,
    },
    /// They could not be written and stay in memory; saving is tried again.
    Failed(SaveError),
}

/// Why marks are not on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveError {
    /// The file that was to be written.
    pub layer: PathBuf,
    /// What the host says.
    pub error: HostError,
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the marks cannot be saved in `{}`: {}", open::file_name(&self.layer), self.error)
    }
}

impl std::error::Error for SaveError {}

/// One layer on its way to its file.
#[derive(Debug)]
pub struct SaveJob {
    path: PathBuf,
    article: PathBuf,
    file: Arc<LayerFile>,
    on_disk: Option<Digest>,
    layer: Layer,
    placers: Placers,
    now: Timestamp,
    /// The lines of the logs, which the file takes over as they are.
    drafts: Drafts,
    /// The logs that may go when all is in the file.
    logs: Vec<LogId>,
}

/// What became of a [`SaveJob`].
#[derive(Debug)]
pub struct SaveResult {
    job: SaveJob,
    outcome: Result<Written, HostError>,
}

/// The file as it is on disk now.
#[derive(Debug)]
struct Written {
    file: Arc<LayerFile>,
    /// What the file says, where that is not what was to be written: others wrote too. Found out here
    /// and not in the session, which has no time for a hundred thousand marks.
    theirs: Option<Theirs>,
    on_disk: Digest,
    /// Whether the file was there when it was last looked at, and is there again only now.
    was_gone: bool,
}

/// A layer as it came out of the file, and where the marks are that are others than in ours.
#[derive(Debug)]
struct Theirs {
    layer: Layer,
    placements: Placements,
}

impl SaveJob {
    /// Reads again, unites if need be, writes durably.
    pub fn run(mut self, host: &mut dyn Host) -> SaveResult {
        let outcome = self.write(host);
        if outcome.is_ok() {
            host.remember_layers(vec![Whereabouts {
                layer: self.path.clone(),
                article: self.article.clone(),
                document: self.layer.document,
                digest: self.placers.document().digest(),
            }]);
            std::mem::take(&mut self.logs).into_iter().for_each(|log| host.end_log(log));
        }
        SaveResult { job: self, outcome }
    }

    fn write(&mut self, host: &mut dyn Host) -> Result<Written, HostError> {
        let held = host.hold_saves();
        let there = match host.read(&self.path, MAX_LAYER_BYTES) {
            // What is not read whole must not be replaced by what was read of it.
            Ok(bytes) => match too_large(&bytes) {
                Some(reason) => return Err(HostError::Other(reason.to_string())),
                None => Some(bytes),
            },
            Err(HostError::NotFound) => None,
            Err(error) => return Err(error),
        };
        // The text that the marks were made on: a change of the article can be followed only with it.
        // Losing it costs some certainty later, so it must not keep the marks from being saved.
        let document = self.placers.document();
        let kept = host.keep_text_for(&self.path, document.digest(), document.text());
        let mut file = self.drafts.on_top_of(&self.file);
        let mut bytes = file.write(&self.layer, self.now);
        if let Some(others) = there.as_ref().filter(|there| Some(Digest::of_bytes(there)) != self.on_disk) {
            file.absorb(&LayerFile::read(others).value);
            if let Some(layer) = file.layer() {
                bytes = file.write(&layer, self.now);
            }
        }
        if there.as_ref() != Some(&bytes) {
            if let Some(there) = &there {
                // An earlier state that cannot be put aside is no reason not to save the present one.
                drop(host.keep_generation(&self.path, there));
            }
            host.write(&self.path, &bytes)?;
        }
        drop((kept, held));
        let theirs = file.layer().filter(|theirs| *theirs != self.layer);
        let theirs = theirs.map(|theirs| self.placed(theirs, host));
        let was_gone = there.is_none() && self.on_disk.is_some();
        Ok(Written { file: Arc::new(file), theirs, on_disk: Digest::of_bytes(&bytes), was_gone })
    }

    /// Places what others wrote: here, since the session has no time for a text to be aligned.
    fn placed(&mut self, theirs: Layer, host: &dyn Host) -> Theirs {
        let news = news(&self.layer, &theirs, &self.layer);
        let ids: Vec<AnnotationId> = news.iter().filter_map(Change::mark).collect();
        let made_on = ids.iter().filter_map(|&id| theirs.annotation(id)?.target.made_on());
        open::keep_texts(&mut self.placers, made_on, &self.article, host);
        let mut placements = Placements::default();
        placements.renew(&theirs, &ids, &self.placers);
        Theirs { layer: theirs, placements }
    }
}

impl Session {
    /// What has to be written, if anything; from now on it counts as being saved.
    pub fn start_save(&mut self, host: &mut dyn Host) -> Option<SaveJob> {
        if !matches!(self.save_state, SaveState::Changed | SaveState::Failed(_)) {
            return None;
        }
        let now = host.now();
        let path = self.my_layer_path()?;
        let mine = self.my_layer_index().and_then(|i| self.layers.get_mut(i))?;
        let logs = self.journal.set_off();
        if mine.file.is_same_as(&mine.layer) {
            self.save_state = SaveState::Saved;
            self.journal.drafts.arrive();
            logs.into_iter().for_each(|log| host.end_log(log));
            return None;
        }
        self.save_state = SaveState::Saving { is_stale: false };
        Some(SaveJob {
            path,
            article: self.path.clone(),
            file: Arc::clone(&mine.file),
            on_disk: mine.on_disk,
            layer: mine.layer.clone(),
            placers: self.placers.clone(),
            now,
            drafts: self.journal.drafts.clone(),
            logs,
        })
    }

    /// Where my layer is kept, or will be.
    pub(super) fn my_layer_path(&self) -> Option<PathBuf> {
        let mine = self.my_layer()?;
        Some(mine.path.clone().unwrap_or_else(|| moved::home(&self.path, &mine.layer.annotator)))
    }

    /// Takes over what a save found and did, and says what the person should know of it.
    pub fn finish_save(&mut self, result: SaveResult) -> Option<Warning> {
        let is_stale = matches!(self.save_state, SaveState::Saving { is_stale: true });
        let SaveResult { job, outcome } = result;
        match outcome {
            Ok(written) => {
                self.journal.drafts.arrive();
                let was_gone = written.was_gone;
                self.take_over(&job, written);
                self.settle_after_save(is_stale, job.now);
                self.save_state = if is_stale { SaveState::Changed } else { SaveState::Saved };
                was_gone.then_some(Warning::WrittenAgain)
            }
            Err(error) => {
                self.journal.take_back(job.logs);
                self.save_state = SaveState::Failed(SaveError { layer: job.path, error });
                None
            }
        }
    }

    /// Saves here and now.
    pub fn save(&mut self, host: &mut dyn Host) -> Result<(), SaveError> {
        if let Some(job) = self.start_save(host) {
            let told = self.finish_save(job.run(host));
            self.warnings.extend(told);
        }
        match &self.save_state {
            SaveState::Failed(error) => Err(error.clone()),
            _ => Ok(()),
        }
    }

    /// Takes what others wrote into the layer that is open: whatever this session has not changed
    /// since the save began is set to what the file has now.
    fn take_over(&mut self, job: &SaveJob, written: Written) {
        let Some(index) = self.layers.iter().position(|open| open.layer.id == job.layer.id) else { return };
        let Some(mine) = self.layers.get_mut(index) else { return };
        mine.path = Some(job.path.clone());
        let mut is_other = false;
        if let Some(theirs) = written.theirs {
            let news = news(&job.layer, &theirs.layer, &mine.layer);
            let ids: Vec<AnnotationId> = news.iter().filter_map(Change::mark).collect();
            if !news.is_empty() && mine.layer.apply(&Transaction::new("unite", news)).is_ok() {
                mine.placements.take(&ids, &theirs.placements);
                self.placers.join(&job.placers);
                is_other = true;
            }
        }
        (mine.file, mine.on_disk) = (written.file, Some(written.on_disk));
        if !std::mem::take(&mut mine.elsewhere).is_empty() {
            self.retell_moved();
        }
        if is_other {
            self.reorder();
        }
    }

    fn header(&self, layer: &Layer) -> Header {
        Header {
            layer: layer.id,
            annotator: layer.annotator.clone(),
            created: layer.created,
            document: layer.document,
            title: self.document.title().to_owned(),
            file: open::file_name(&self.path),
            digest: Some(self.document.digest()),
            codebook: (self.codebook.name.clone(), self.codebook.revision),
            format: FORMAT,
            closed: None,
        }
    }

    /// The layer that this person writes, begun if there is none.
    pub(super) fn writable_layer(
        &mut self,
        host: &mut dyn Host,
    ) -> Result<&mut OpenLayer, super::ActionError> {
        let Some(annotator) = self.annotator.clone() else {
            return Err(
                super::ActionError::new("nobody has said who marks here").hint("give your name first")
            );
        };
        if self.my_layer_index().is_none() {
            let layer =
                Layer::new(LayerId(host.fresh_uuid()), annotator.clone(), self.document_id, host.now());
            let file = Arc::new(LayerFile::new(self.header(&layer)));
            let open = OpenLayer {
                path: None,
                file,
                copies: Vec::new(),
                elsewhere: Vec::new(),
                on_disk: None,
                layer,
                placements: Placements::default(),
                is_shown: true,
                read_only: None,
            };
            self.layers.insert(0, open);
            self.reorder();
        }
        let mine = self.my_layer_index().and_then(|i| self.layers.get_mut(i));
        let mine = mine.ok_or_else(|| super::ActionError::new("the layer could not be begun"))?;
        match &mine.read_only {
            Some(reason) => Err(super::ActionError::new(format!("nothing can be marked: {reason}"))
                .hint("install the newer version, or give another name in the settings")),
            None => Ok(mine),
        }
    }
}

/// The changes that bring `ours` what `theirs` has beyond `base`, where `ours` is as `base` was.
fn news(base: &Layer, theirs: &Layer, ours: &Layer) -> Vec<Change> {
    let mut changes = Vec::new();
    let ids = theirs.annotations().chain(base.annotations()).map(|annotation| annotation.id);
    for id in ids.collect::<std::collections::BTreeSet<_>>() {
        let (was, is) = (base.annotation(id), theirs.annotation(id));
        if was != is && ours.annotation(id) == was {
            changes.push(Change::Annotation(id, is.cloned().map(Box::new)));
        }
    }
    let ids = theirs.relations().chain(base.relations()).map(|relation| relation.id);
    for id in ids.collect::<std::collections::BTreeSet<_>>() {
        let (was, is) = (base.relation(id), theirs.relation(id));
        if was != is && ours.relation(id) == was {
            changes.push(Change::Relation(id, is.cloned().map(Box::new)));
        }
    }
    changes
}
