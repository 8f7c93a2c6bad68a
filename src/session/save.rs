//! Saving: what there is to write, written anywhere, and what came of it.
//!
//! A [`SaveJob`] can be carried to another thread. It reads again before it writes, and unites when
//! somebody else wrote in the meantime; the session takes over what it found.

use super::desk::ReadOnly;
use super::saving::{SaveError, SaveState};
use super::warning::Warning;
use super::write::{OnDisk, write};
use super::{ActionError, Desk, Session};
use crate::anchor::Placers;
use crate::article::PlacedLayer;
use crate::document::{Digest, Timestamp};
use crate::host::{Clock, Host, HostError, LogId, LogStand, Logs, Storage, Whereabouts, file_name};
use crate::layer::{AnnotationId, Change, Layer, LayerId, Placements, Transaction};
use crate::library::beside::keep_texts;
use crate::sidecar::journal::Composed;
use crate::sidecar::{Drafts, FORMAT, Header, LayerFile};
use crate::text::shown::beginning;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use uuid::Uuid;

/// The most of a title that a layer repeats, in characters: a line that is too long is never read again.
const LONGEST_TITLE: usize = 2_000;

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
        // Whatever goes wrong at it, the marks stay with the session, which has to be told.
        let outcome = catch_unwind(AssertUnwindSafe(|| self.write(host))).unwrap_or(Err(HostError::Failed));
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
        // The text that the marks were made on: a change of the article can be followed only with it.
        // Losing it costs some certainty later, so it must not keep the marks from being saved.
        let document = self.placers.document();
        drop(host.keep_text_for(&self.path, document.digest(), document.text()));
        let file = self.drafts.on_top_of(&self.file);
        let OnDisk { file, digest, was_missing } =
            write(&self.path, file, self.on_disk, &self.layer, self.now, host)?;
        let theirs = file.layer().filter(|theirs| *theirs != self.layer);
        let theirs = theirs.map(|theirs| self.placed(theirs, host));
        let was_gone = was_missing && self.on_disk.is_some();
        Ok(Written { file: Arc::new(file), theirs, on_disk: digest, was_gone })
    }

    /// Places what others wrote: here, since the session has no time for a text to be aligned.
    fn placed(&mut self, theirs: Layer, host: &dyn Storage) -> Theirs {
        let news = news(&self.layer, &theirs, &self.layer);
        let ids: Vec<AnnotationId> = news.iter().filter_map(Change::mark).collect();
        let made_on = ids.iter().filter_map(|&id| theirs.annotation(id)?.target.made_on());
        keep_texts(&mut self.placers, made_on, &self.article, host);
        let mut placements = Placements::default();
        placements.renew(&theirs, &ids, &self.placers);
        Theirs { layer: theirs, placements }
    }
}

impl Session {
    /// Whether the marks are on disk.
    pub fn save_state(&self) -> &SaveState {
        self.saving.state()
    }

    /// Whether every change is in the log or in the file, so that no crash can take it.
    pub fn is_kept(&self) -> bool {
        self.saving.is_kept()
    }

    /// Whether the last change was given to a log.
    pub fn has_log(&self) -> bool {
        self.saving.has_log()
    }

    /// Takes notice of how far the logs have got; whether that is news.
    pub fn take_log_stand(&mut self, stand: &LogStand) -> bool {
        self.saving.take_log_stand(stand)
    }

    /// The lines that say what my layer now has under `ids`.
    pub(super) fn compose(&self, ids: &[Uuid], host: &dyn Clock) -> Option<Composed> {
        let (mine, desk) = (self.my_layer()?, self.my_desk()?);
        Some(self.saving.drafts().compose(&desk.file, &mine.layer, ids.iter().copied(), host.now()))
    }

    /// Has the log say what was composed.
    pub(super) fn keep_in_log(&mut self, composed: Option<Composed>, host: &mut dyn Logs) {
        let Some((composed, me)) = composed.zip(self.me()) else { return };
        let Some((mine, desk)) = self.article.layer_of(me).zip(self.desks.get(&me)) else { return };
        let layer = desk.home(&self.path, &mine.layer.annotator);
        let header = || desk.file.header_line(&mine.layer);
        self.saving.journal().keep(composed, (self.path.as_path(), layer.as_path()), header, host);
    }

    /// What has to be written, if anything; from now on it counts as being saved.
    pub fn start_save(&mut self, host: &mut dyn Host) -> Option<SaveJob> {
        if !self.saving.is_due() {
            return None;
        }
        let now = host.now();
        let me = self.me()?;
        let (mine, desk) = (self.article.layer_of(me)?, self.desks.get(&me)?);
        let logs = self.saving.set_off();
        if desk.file.is_same_as(&mine.layer) {
            self.saving.arrive();
            logs.into_iter().for_each(|log| host.end_log(log));
            return None;
        }
        Some(SaveJob {
            path: desk.home(&self.path, &mine.layer.annotator),
            article: self.path.clone(),
            file: Arc::clone(&desk.file),
            on_disk: desk.on_disk,
            layer: mine.layer.clone(),
            placers: self.article.placers().clone(),
            now,
            drafts: self.saving.drafts().clone(),
            logs,
        })
    }

    /// Where my layer is kept, or will be.
    pub(super) fn my_layer_path(&self) -> Option<PathBuf> {
        Some(self.my_desk()?.home(&self.path, &self.my_layer()?.layer.annotator))
    }

    /// Takes over what a save found and did, and says what the person should know of it.
    pub fn finish_save(&mut self, result: SaveResult) -> Option<Warning> {
        let SaveResult { job, outcome } = result;
        match outcome {
            Ok(written) => {
                self.saving.arrive();
                let was_gone = written.was_gone;
                self.take_over(&job, written);
                self.settle_after_save(job.now);
                was_gone.then_some(Warning::WrittenAgain)
            }
            Err(error) => {
                self.saving.fail(SaveError { layer: job.path, error }, job.logs);
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
        match self.saving.state() {
            SaveState::Failed(error) => Err(error.clone()),
            _ => Ok(()),
        }
    }

    /// Lets go of the article with what is not saved of it: what could not be written must not come back
    /// at the next start.
    pub fn discard(mut self, host: &mut dyn Host) {
        self.saving.set_off().into_iter().for_each(|log| host.end_log(log));
    }

    /// Takes what others wrote into the layer that is open: whatever this session has not changed
    /// since the save began is set to what the file has now.
    fn take_over(&mut self, job: &SaveJob, written: Written) {
        let person = job.layer.annotator.id;
        let Some(mine) = self.article.layer_of(person) else { return };
        if let Some(theirs) = written.theirs {
            let news = news(&job.layer, &theirs.layer, &mine.layer);
            // What cannot be done leaves the layer as it is; the file has it, and is read again.
            if !news.is_empty() {
                self.article.join(&job.placers);
                drop(self.article.unite(person, &Transaction::new(news), &theirs.placements));
            }
        }
        let Some(desk) = self.desks.get_mut(&person) else { return };
        let closed = |file: &LayerFile| file.header().and_then(|header| header.closed);
        // Handed in or taken back while the save was on its way.
        let is_news = closed(&desk.file) != closed(&job.file);
        let now_closed = closed(&desk.file).filter(|_| is_news);
        if desk.was_saved(job.path.clone(), written.file, written.on_disk) {
            self.retell_moved();
        }
        if is_news {
            self.close(now_closed);
        }
    }

    fn header(&self, layer: &Layer) -> Header {
        Header {
            layer: layer.id,
            annotator: layer.annotator.clone(),
            created: layer.created,
            document: layer.document,
            title: beginning(self.document().title(), LONGEST_TITLE).to_owned(),
            file: file_name(&self.path),
            digest: Some(self.document().digest()),
            codebook: (self.codebook().name.clone(), self.codebook().revision),
            format: FORMAT,
            closed: None,
        }
    }

    /// The layer that this person writes, begun if there is none.
    pub(super) fn writable_layer(&mut self, host: &mut dyn Host) -> Result<&PlacedLayer, ActionError> {
        let Some(annotator) = self.annotator.clone() else {
            return Err(ActionError::NoAnnotator);
        };
        let me = annotator.id;
        if self.my_layer().is_none() {
            let layer = Layer::new(LayerId(host.fresh_uuid()), annotator, self.document_id(), host.now());
            self.desks.insert(me, Desk::unsaved(LayerFile::new(self.header(&layer))));
            let placed = PlacedLayer::of(layer, self.article.placers());
            let placed = PlacedLayer { is_writable: true, ..placed };
            self.article.take(vec![placed], &[]);
        }
        let mine = self.my_layer().ok_or(ActionError::NoLayer)?;
        match (self.read_only(mine), self.handed_in()) {
            (Some(reason), _) => Err(ActionError::ReadOnlyLayer(reason)),
            (None, Some(at)) => Err(ActionError::HandedIn(at)),
            (None, None) => Ok(mine),
        }
    }

    /// Why a layer cannot be written, if so.
    pub(super) fn read_only(&self, placed: &PlacedLayer) -> Option<ReadOnly> {
        let person = &placed.layer.annotator;
        self.desk_of(person.id)?.read_only(Some(person.id) == self.me(), &person.name)
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
