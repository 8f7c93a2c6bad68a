//! What others change while the window is open: layers, articles, the codebook, the folder.

use super::App;
use crate::gui::told;
use crate::gui::words::say;
use crate::gui::worker::{Job, MOST_FOLDERS};
use crate::session::RefreshResult;
use crate::session::refresh::ArticleNews;
use egui::Context;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Seconds until a file that was half-written or missing is looked at once more.
const AGAIN: f64 = 0.5;

/// What is watched, and what is to be looked at once more.
#[derive(Debug, Default)]
pub(super) struct Looking {
    folders: BTreeSet<PathBuf>,
    /// Articles whose files were caught in the making, and since when; `None` until the next frame.
    again: BTreeMap<PathBuf, Option<f64>>,
    /// Articles to look around when their marks have been saved.
    after_save: BTreeSet<PathBuf>,
}

impl App {
    /// Watches the folders of what is open.
    pub(super) fn watch(&mut self) {
        let sessions = self.workspace.sessions().iter();
        let folders = sessions.filter_map(|session| session.path().parent().map(Path::to_owned));
        let library = self.workspace.library().into_iter();
        let listed = library.flat_map(|library| library.folders().take(MOST_FOLDERS));
        let folders: BTreeSet<PathBuf> = folders.chain(listed).collect();
        if folders != self.looking.folders {
            self.looking.folders.clone_from(&folders);
            self.worker.watch(folders, &*self.host);
        }
    }

    /// The same after an article was opened. What changed since it was read is looked for.
    pub(super) fn watch_article(&mut self, path: &Path) {
        let is_watched = path.parent().is_some_and(|folder| self.looking.folders.contains(folder));
        self.watch();
        if is_watched {
            self.look_at(path, None, true);
        }
    }

    /// Looks on return to the window, whatever events there were, and again at what was unsure.
    pub(super) fn look_around(&mut self, ctx: &Context) {
        let has_come_back = |event: &egui::Event| matches!(event, egui::Event::WindowFocused(true));
        if ctx.input(|input| input.events.iter().any(has_come_back)) {
            self.worker.look(&*self.host);
        }
        if self.looking.again.is_empty() {
            return;
        }
        let now = ctx.input(|input| input.time);
        let mut due = Vec::new();
        for (path, since) in &mut self.looking.again {
            let left = *since.get_or_insert(now) - now + AGAIN;
            if left <= 0.0 {
                due.push(path.clone());
            } else {
                ctx.request_repaint_after(Duration::from_secs_f64(left));
            }
        }
        for path in due {
            self.looking.again.remove(&path);
            self.look_at(&path, None, false);
        }
    }

    /// Files of a folder changed.
    pub(super) fn noticed(&mut self, folder: &Path, changed: Option<BTreeSet<String>>) {
        let sessions = self.workspace.sessions().iter().map(|session| session.path().to_owned());
        let here: Vec<PathBuf> = sessions.filter(|path| path.parent() == Some(folder)).collect();
        for path in here {
            self.look_at(&path, changed.clone(), true);
        }
        self.look_into(folder, changed);
    }

    pub(super) fn look_at(
        &mut self,
        path: &Path,
        changed: Option<BTreeSet<String>>,
        retries_incomplete: bool,
    ) {
        let session = self.workspace.session_mut(path);
        let job = session.map(|session| session.start_refresh(changed, retries_incomplete));
        if let Some(job) = job {
            let has_room = self.worker.give(Job::refresh(path.to_owned(), job), &mut *self.host);
            if !has_room {
                self.looking.again.entry(path.to_owned()).or_default();
            }
        }
    }

    /// Takes over what a look found.
    pub(super) fn refreshed(&mut self, path: &Path, result: RefreshResult) {
        let Some(session) = self.workspace.session_mut(path) else { return };
        let news = session.take_refresh(result);
        let name = session.file_name();
        if !news.notices.is_empty() {
            self.notices.say(told::news(&news));
        }
        if news.is_unsure {
            self.looking.again.entry(path.to_owned()).or_default();
        }
        if news.waits_for_save {
            self.looking.after_save.insert(path.to_owned());
        }
        match news.article {
            Some(ArticleNews::Changed) => self.article_changed(path),
            Some(ArticleNews::Gone) => {
                self.notices.refuse(say!("article-gone", name = name), Some(say!("article-gone-hint")));
            }
            None => {}
        }
        self.workspace.show_open();
    }

    /// My marks are on the disk: what came in meanwhile can be shown.
    pub(super) fn look_after_save(&mut self, path: &Path) {
        if self.looking.after_save.remove(path) {
            self.look_at(path, None, true);
        }
    }
}
