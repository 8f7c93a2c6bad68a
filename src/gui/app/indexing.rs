//! The folder: its articles come in as they are read, and are read again where something changed.

use super::App;
use crate::gui::told;
use crate::gui::words::say;
use crate::gui::worker::{Job, Lane};
use crate::library::{Depth, IndexJob, IndexNews, Library};
use crate::session::blind::asks_blind_in;
use egui::Context;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The looks at the folder, of which one runs at a time: each is made from what the one before found.
#[derive(Debug, Default)]
pub(super) struct Indexing {
    /// Counts the folders of this window: news of one that was left are not taken.
    nth: u64,
    /// The folder that was asked for, until it is known that it can be listed.
    coming: Option<Library>,
    /// Whether its first article is to be opened.
    wants_first: bool,
    is_running: bool,
    /// Files that changed since the last look began.
    changed: BTreeSet<PathBuf>,
}

impl Indexing {
    /// Whether the folder is being looked at.
    pub(super) fn is_running(&self) -> bool {
        self.is_running
    }

    /// Whether a folder was asked for of which nothing is known yet.
    pub(super) fn is_coming(&self) -> bool {
        self.coming.is_some()
    }

    /// A file changed: the next look takes it in.
    pub(super) fn has_changed(&mut self, file: PathBuf) {
        self.changed.insert(file);
    }
}

impl App {
    /// Has a folder looked at; one that is being looked at is not waited for any more.
    pub(super) fn list(&mut self, folder: PathBuf) {
        let depth = if self.settings.reads_subfolders { Depth::All } else { Depth::One };
        let before = [self.indexing.coming.as_ref(), self.workspace.library()];
        for before in before.into_iter().flatten() {
            self.worker.cancel(Lane::Index, before.root());
        }
        let mut library = Library::new(folder, depth);
        for (path, password) in &self.passwords {
            library.unlock(path, password);
        }
        let (root, job) = (library.root().to_owned(), library.look());
        let nth = self.indexing.nth + 1;
        self.indexing = Indexing { nth, coming: Some(library), wants_first: true, ..Indexing::default() };
        self.start_look(root, job);
    }

    /// Lists the folder with the folders in it, or without.
    pub(super) fn switch_depth(&mut self, ctx: &Context) {
        self.prefer(ctx, |settings| settings.reads_subfolders = !settings.reads_subfolders);
        if let Some(folder) = self.workspace.library().map(|library| library.root().to_owned()) {
            self.list(folder);
        }
    }

    fn start_look(&mut self, root: PathBuf, job: IndexJob) {
        self.indexing.is_running =
            self.worker.give(Job::index(root, self.indexing.nth, job), &mut *self.host);
    }

    /// More was found in the folder.
    pub(super) fn indexed(&mut self, nth: u64, news: IndexNews) {
        if nth != self.indexing.nth {
            return;
        }
        if let Some(library) = self.indexing.coming.take() {
            if let Some(fault) = news.faults.iter().find(|fault| fault.folder.is_empty()) {
                let folder = library.root().display().to_string();
                let words =
                    say!("folder-not-listed", folder = folder, reason = told::host_error(&fault.reason));
                return self.stay_in_folder(words);
            }
            self.settings.remember(library.root());
            self.settings.folder = Some(library.root().to_owned());
            self.workspace.set_library(Some(library));
        }
        let (is_done, n_done) = (news.progress.is_done, news.progress.n_done);
        self.workspace.take_news(news);
        self.open_first();
        if n_done == 0 || is_done {
            // By now it is known which folders there are.
            self.watch();
        }
        if is_done || n_done == 0 {
            self.follow_blind();
        }
        if is_done {
            self.indexing.is_running = false;
            self.keep_index();
            self.look_at_changed();
        }
    }

    /// Has the folder hide what others marked, where it asks for that and the person has not handed in.
    pub(super) fn follow_blind(&mut self) {
        let Some(root) = self.workspace.library().map(|library| library.root().to_owned()) else { return };
        let is_blind = asks_blind_in(&root, &*self.host);
        let me = self.person_at(&root).map(|person| person.id);
        if let Some(library) = self.workspace.library_mut() {
            library.set_blind(is_blind.then_some(me));
        }
    }

    /// A look ended before it was done; the next one begins with what changes.
    pub(super) fn look_failed(&mut self) {
        self.indexing = Indexing { nth: self.indexing.nth + 1, ..Indexing::default() };
    }

    /// The folder that was asked for cannot be listed: the one before it stays.
    fn stay_in_folder(&mut self, words: String) {
        self.notices.refuse(words, None);
        self.indexing = Indexing { nth: self.indexing.nth + 1, ..Indexing::default() };
        if let Some(library) = self.workspace.library_mut() {
            let (root, job) = (library.root().to_owned(), library.look());
            self.start_look(root, job);
        }
    }

    /// Opens the first article of the folder if none is open.
    fn open_first(&mut self) {
        if !self.indexing.wants_first {
            return;
        }
        let Some(library) = self.workspace.library() else { return };
        let Some(first) = library.entries().find(|entry| entry.fault.is_none()) else { return };
        let first = library.file_of(first);
        self.indexing.wants_first = false;
        if self.workspace.sessions().is_empty() && self.opening.is_empty() {
            self.look_into_article(first);
        }
    }

    /// Keeps what was read for the next start.
    fn keep_index(&mut self) {
        let job = self.workspace.library_mut().map(Library::save).filter(|job| !job.is_empty());
        job.into_iter().for_each(|job| {
            self.worker.give(Job::keep_index(job), &mut *self.host);
        });
    }

    /// Looks at files that changed in a folder; `None`: nobody knows which.
    pub(super) fn look_into(&mut self, folder: &Path, changed: Option<BTreeSet<String>>) {
        if self.workspace.library().is_some_and(|library| library.has_folder(folder)) {
            // A library looks at whole folders: any name in it will do.
            let names = changed.unwrap_or_else(|| BTreeSet::from(["any".to_owned()]));
            self.indexing.changed.extend(names.iter().map(|name| folder.join(name)));
            self.look_at_changed();
        }
    }

    pub(super) fn look_at_changed(&mut self) {
        if self.indexing.is_running || self.indexing.changed.is_empty() {
            return;
        }
        let Some(library) = self.workspace.library_mut() else { return };
        let changed = std::mem::take(&mut self.indexing.changed);
        let (root, job) = (library.root().to_owned(), library.look_at(&changed));
        self.start_look(root, job);
    }
}
