//! Open articles: which one is looked at, closing, reading again, following what a page points to.

use super::App;
use crate::document::{Extent, import};
use crate::gui::words::say;
use crate::gui::worker::{Job, Lane};
use egui::Context;
use std::path::{Path, PathBuf};

impl App {
    pub(super) fn activate(&mut self, index: usize) {
        self.keep_places();
        self.workspace.activate(index);
        self.views.leave_page();
        self.focus_page();
    }

    /// Closes an open article.
    pub(super) fn close_article(&mut self, path: &Path) {
        let open = self.workspace.sessions().iter().position(|session| session.path() == path);
        open.into_iter().for_each(|index| self.close(index));
    }

    /// Closes all articles but one.
    pub(super) fn close_others(&mut self, path: &Path) {
        let others: Vec<_> = self.open_paths().into_iter().filter(|other| other != path).collect();
        others.iter().for_each(|other| self.close_article(other));
    }

    /// Shows an article's file where the system shows files.
    pub(super) fn reveal(&mut self, path: PathBuf) {
        self.worker.give(Job::reveal(path), &mut *self.host);
    }

    /// Says that the system shows no file.
    pub(super) fn not_revealed(&mut self, path: &Path) {
        let hint = say!("reveal-failed-hint", path = path.display().to_string());
        self.notices.refuse(say!("reveal-failed"), Some(hint));
    }

    pub(super) fn close(&mut self, index: usize) {
        let errors = self.save_all();
        if !errors.is_empty() {
            self.notices.refuse(errors.join("; "), Some(say!("article-stays-open")));
            return;
        }
        self.keep_places();
        if let Some(session) = self.workspace.sessions().get(index) {
            let closed = self.readers.remove(session.path());
            closed.inspect(|closed| self.cache.album.forget(closed.salt()));
            let path = session.path().to_owned();
            for lane in [Lane::Open, Lane::Apart, Lane::Picture] {
                self.worker.cancel(lane, &path);
            }
            self.opening.remove(&path);
            self.forget_versions(&path);
        }
        self.workspace.close(index);
        self.watch();
        self.remember_open();
        self.focus_page();
    }

    /// Reads no further in the articles that are being opened; they are not opened at the next start either.
    pub(super) fn stop_opening(&mut self) {
        for path in std::mem::take(&mut self.opening) {
            for lane in [Lane::Open, Lane::Apart] {
                self.worker.cancel(lane, &path);
            }
            self.awaited_preview.take_if(|awaited| *awaited == path);
            if !self.open_paths().contains(&path) {
                self.settings.open.retain(|known| *known != path);
            }
        }
    }

    pub(super) fn read_again(&mut self, options: &import::Options) {
        let errors = self.save_all();
        if !errors.is_empty() {
            self.notices.refuse(errors.join("; "), None);
            return;
        }
        self.modal = None;
        if let Some(path) = self.workspace.active().map(|session| session.path().to_owned()) {
            self.open(path, options);
        }
    }

    /// Reads the article's file with more than the article, or without that again.
    pub(super) fn switch_extent(&mut self, more: Extent) {
        let Some(session) = self.workspace.active() else { return };
        let reading = session.document().reading();
        let extent = if reading.extent == more { Extent::Article } else { more };
        self.read_again(&import::Options { extent, ..import::Options::again(reading) });
    }

    /// A footnote or another place of the article is shown; an address is given to the clipboard, since
    /// nothing is ever fetched.
    pub(super) fn follow(&mut self, address: &str, ctx: &Context) {
        if let Some(place) = address.strip_prefix('#') {
            let document = self.workspace.active().map(|session| session.document());
            match document.and_then(|document| document.place(place)) {
                Some(offset) => self.go_to_offset(offset),
                None => self.notices.say(say!("article-no-place")),
            }
            return;
        }
        let Some(label) = address.strip_prefix("footnote:") else {
            ctx.copy_text(address.to_owned());
            self.notices.say(say!("article-address-copied", address = address));
            return;
        };
        let has_note = self.reader_mut().is_some_and(|reader| reader.jump_to_note(label));
        if !has_note {
            self.notices.say(say!("article-no-note"));
        }
    }
}
