//! Files with pages and files that are locked: pages are drawn for the view of them, and passwords are asked
//! for.

use super::App;
use crate::document::import;
use crate::gui::modal::Modal;
use crate::gui::modal::password::Locked;
use crate::gui::page_drawing::{Drawn, PageTask};
use crate::gui::page_view::PageView;
use crate::gui::worker::Job;
use std::path::{Path, PathBuf};

impl App {
    /// Has a page of an article's file drawn.
    pub(super) fn draw_page(&mut self, task: PageTask) {
        let password = self.passwords.get(&task.path).cloned();
        self.worker.give(Job::draw_page(task, password), &mut *self.host);
    }

    /// A page was drawn, or not.
    pub(super) fn page_drawn(&mut self, task: PageTask, drawn: Drawn) {
        if let Some((view, ctx)) = self.views.get_mut::<PageView>().zip(self.worker.context()) {
            view.take(task, drawn, ctx);
        }
    }

    /// Asks for the password of a file.
    pub(super) fn ask_password(&mut self, path: PathBuf, was_wrong: bool) {
        self.passwords.remove(&path);
        self.show(Modal::Locked(Locked { path, password: String::new(), was_wrong }));
    }

    /// Has the folder read a file with the password that opened it.
    pub(super) fn unlock_in_folder(&mut self, path: &Path) {
        let Some((password, library)) = self.passwords.get(path).zip(self.workspace.library_mut()) else {
            return;
        };
        library.unlock(path, password);
        self.indexing.has_changed(path.to_owned());
        self.look_at_changed();
    }

    /// Opens a file with the password that was given.
    pub(super) fn unlock(&mut self, path: PathBuf, password: String) {
        self.modal = None;
        self.passwords.insert(path.clone(), password);
        self.open(path, &import::Options::default());
    }
}
