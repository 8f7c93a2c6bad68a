//! From a path to a session: the article with its layers, placed, and where each is kept.

use super::conflicts::Conflicts;
use super::new_text::{Before, ReadText};
use super::saving::Saving;
use super::selection::Focus;
use super::warning::{Warning, Warnings};
use super::{Desk, Selection, Session};
use crate::anchor::Placers;
use crate::article::{Article, PlacedLayer};
use crate::document::{Document, ImportWarning, import};
use crate::host::Host;
use crate::layer::{Annotator, AnnotatorId, Layer};
use crate::library::FileWarning;
pub use crate::library::OpenReason;
use crate::library::beside::{keep_texts, layers_of};
use crate::library::found::Found;
use crate::library::moved::Here;
use crate::library::reading::{OpenError, codebook, read_document};
use crate::sidecar;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

impl Session {
    /// Opens an article for `annotator` and reads what lies beside it, and what it left behind if it was
    /// moved. Writes nothing.
    pub fn open(
        path: &Path,
        options: &import::Options,
        annotator: Option<Annotator>,
        host: &dyn Host,
    ) -> Result<Self, OpenError> {
        Self::open_after(path, options, annotator, &Before::default(), host)
    }

    /// The same for an article that is open already: marks that were made on the text that is shown are
    /// carried over from it, even where it was never kept on a disk; and what was read to notice that the
    /// file is another is not read again.
    pub fn open_after(
        path: &Path,
        options: &import::Options,
        annotator: Option<Annotator>,
        before: &Before,
        host: &dyn Host,
    ) -> Result<Self, OpenError> {
        // Before the reading: what changes during it counts as a change.
        let stamp = host.stamp(path);
        let noticed = before.noticed.as_ref().and_then(|noticed| noticed.read_at(stamp.as_ref(), options));
        let read = match noticed {
            Some(read) => read.clone(),
            None => {
                let read = read_document(path, options, host)?;
                ReadText::new(read.value, read.warnings, before.shown.as_deref())
            }
        };
        let password = options.password.clone();
        Ok(Self { stamp, password, ..Self::assemble_read(path, read, annotator, host) })
    }

    /// A session on a document that is in hand already, with the layers beside `path`.
    pub fn assemble(
        path: &Path,
        document: Document,
        warnings: Vec<ImportWarning>,
        annotator: Option<Annotator>,
        host: &dyn Host,
    ) -> Self {
        Self::assemble_read(path, ReadText::new(document, warnings, None), annotator, host)
    }

    fn assemble_read(path: &Path, read: ReadText, annotator: Option<Annotator>, host: &dyn Host) -> Self {
        let ReadText { mut placers, warnings, earlier } = read;
        let mut warnings: Vec<FileWarning> = warnings.into_iter().map(FileWarning::Article).collect();
        let codebook = codebook(path, host, &mut warnings);
        let mut session_warnings = Warnings::lasting(std::mem::take(&mut warnings));
        warnings.extend(host.settings_faults(path).into_iter().map(FileWarning::Settings));
        let me = annotator.as_ref().map(|annotator| annotator.id);
        let document = Arc::clone(placers.document());
        let here = Here { path, document: &document, me };
        let found = layers_of(&here, host, &|_| true, &mut warnings);
        if let Some(earlier) = earlier {
            // The page and the comparison will ask for it, where nobody has time to wait.
            placers.alignment(earlier);
        }
        keep_texts(&mut placers, found.iter().flat_map(|found| found.file.made_on()), path, host);
        let read: Vec<(Found, Layer)> =
            found.into_iter().filter_map(|found| found.layer(&mut warnings)).collect();
        placers.learn(read.iter().flat_map(|(_, layer)| layer.targets()));
        let opened = read.into_iter().map(|(found, layer)| open_layer(found, layer, &placers, me));
        let opened: Vec<Opened> = opened.collect();
        let (layers, desks) = opened.into_iter().map(Opened::apart).unzip();
        let article = Article::new(placers, codebook, layers, me);
        session_warnings.renew(warnings);
        session_warnings.extend(look_alikes(&article));
        let mut session = Self {
            path: path.to_owned(),
            article,
            desks,
            opened: host.now(),
            password: None,
            annotator,
            earlier,
            selection: Selection::default(),
            focus: Focus::default(),
            history: super::History::default(),
            put_by: BTreeMap::new(),
            saving: Saving::default(),
            blind: Default::default(),
            conflicts: Conflicts::default(),
            proposed: super::proposed::Proposed::default(),
            stamp: None,
            new_text: None,
            warnings: session_warnings,
            conventions: super::conventions::conventions(path, host),
        };
        session.look_for_conflicts();
        session.retell_moved();
        session
    }

    /// Says who marks: once it is known, or since somebody else does from now on. A layer of that person
    /// beside the article becomes theirs to write, and only that; what can be undone is theirs too. Nothing
    /// happens, and the answer is no, while marks of the one before are not saved: they would not be.
    pub fn set_annotator(&mut self, annotator: Annotator) -> bool {
        let me = annotator.id;
        if let Some(before) = self.me().filter(|before| *before != me) {
            if !self.saving.is_done() {
                return false;
            }
            let history = self.put_by.remove(&me).unwrap_or_default();
            self.put_by.insert(before, std::mem::replace(&mut self.history, history));
            self.saving = Saving::default();
        }
        self.reveal_all();
        if let (Some(mine), Some(desk)) = (self.article.layer_of(me), self.desks.get_mut(&me)) {
            desk.bring_home(&self.path, &mine.layer.annotator);
        }
        let desks = &self.desks;
        self.article.put_first(me, |placed| {
            let person = &placed.layer.annotator;
            desks.get(&person.id).is_some_and(|desk| desk.read_only(person.id == me, &person.name).is_none())
        });
        self.annotator = Some(annotator);
        self.follow_blind();
        self.retell_moved();
        self.conflicts = Conflicts::default();
        self.look_for_conflicts();
        true
    }
}

/// A layer as it was opened, with where it is kept.
#[derive(Debug)]
pub(super) struct Opened {
    pub(super) placed: PlacedLayer,
    pub(super) desk: Desk,
}

impl Opened {
    /// Both, the second by person.
    pub(super) fn apart(self) -> (PlacedLayer, (AnnotatorId, Desk)) {
        let person = self.placed.layer.annotator.id;
        (self.placed, (person, self.desk))
    }
}

pub(super) fn open_layer(found: Found, layer: Layer, placers: &Placers, me: Option<AnnotatorId>) -> Opened {
    let is_mine = Some(layer.annotator.id) == me;
    let desk = Desk {
        path: Some(found.path),
        file: Arc::new(found.file),
        copies: found.copies,
        elsewhere: found.elsewhere,
        on_disk: found.on_disk,
    };
    let is_writable = desk.read_only(is_mine, &layer.annotator.name).is_none();
    let placed = PlacedLayer { is_writable, ..PlacedLayer::of(layer, placers) };
    Opened { placed, desk }
}

/// Tags in layers that look like others and are none of the codebook's.
pub(super) fn look_alikes(article: &Article) -> Vec<Warning> {
    let marks = article.layers().iter().flat_map(|placed| placed.layer.annotations());
    let alike = sidecar::look_alikes(article.codebook(), marks.flat_map(|mark| &mark.tags));
    alike.into_iter().map(Warning::Alike).collect()
}
