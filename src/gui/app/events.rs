//! What comes from outside the panels: the worker, the keyboard, dropped files, the clock, the end.

use super::{App, revised};
use crate::document::import;
use crate::gui::command::Command;
use crate::gui::keymap;
use crate::gui::modal::Modal;
use crate::gui::reader::Reader;
use crate::gui::widgets::visible;
use crate::gui::worker::{Event, Task};
use crate::page::Align;
use crate::session::{OpenError, Session, article_of};
use egui::{Context, ViewportCommand};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

impl App {
    /// Has an article or a folder opened.
    pub(super) fn open(&mut self, path: PathBuf, options: &import::Options) {
        if self.host.is_folder(&path) {
            self.list(path);
            return;
        }
        let path = article_of(&path, &*self.host);
        self.n_opening += 1;
        self.worker.give(Task::Recover, &mut *self.host);
        let annotator = self.host.annotator();
        let open = self.workspace.sessions().iter().find(|session| session.path() == path);
        let earlier = open.map(|session| Arc::clone(session.document()));
        self.worker.give(Task::Open(path, options.clone(), annotator, earlier), &mut *self.host);
    }

    pub(super) fn list(&mut self, folder: PathBuf) {
        self.n_listing += 1;
        self.worker.give(Task::List(folder), &mut *self.host);
    }

    /// At the start: most articles are read before the window is there, and the first frame has them.
    pub(super) fn wait_for_first(&mut self) {
        // Before each article the worker looks what a crash has left.
        for _ in 0..2 {
            if 0 < self.n_opening
                && let Some(event) = self.worker.wait(Duration::from_millis(120))
            {
                self.answer(event);
            }
        }
    }

    pub(super) fn answer_events(&mut self) {
        for event in self.worker.events() {
            self.answer(event);
        }
    }

    pub(super) fn answer(&mut self, event: Event) {
        match event {
            Event::Opened(opened) => self.opened(*opened),
            Event::Recovered(found) => self.recovered(found),
            Event::Earlier(path, states) => self.show_earlier(&path, states),
            Event::Saved(path, result) => {
                self.saved(&path, *result);
                self.workspace.recount();
                self.look_after_save(&path);
            }
            Event::CopiesRemoved(path, result) => self.copies_removed(&path, result),
            Event::Noticed(folder, changed) => self.noticed(&folder, changed),
            Event::Refreshed(path, result) => self.refreshed(&path, *result),
            Event::ListedAgain(folder) => self.listed_again(folder),
            Event::Listed(path, Ok(folder)) => {
                self.n_listing = self.n_listing.saturating_sub(1);
                self.settings.remember(&path);
                self.settings.folder = Some(path);
                let first = folder.articles.first().map(|article| article.path.clone());
                self.workspace.set_folder(Some(folder));
                self.watch();
                if self.workspace.sessions().is_empty()
                    && self.n_opening == 0
                    && let Some(first) = first
                {
                    self.open(first, &import::Options::default());
                }
            }
            Event::Listed(path, Err(error)) => {
                self.n_listing = self.n_listing.saturating_sub(1);
                self.notices.refuse(format!("cannot list `{}`: {error}", path.display()), None);
            }
            Event::Picture(task, found) => {
                let reader = self.readers.get_mut(&task.path);
                let reader = reader.filter(|reader| Arc::ptr_eq(reader.document(), &task.document));
                if let Some((reader, ctx)) = reader.zip(self.worker.context()) {
                    reader.take_picture(found, &mut self.press, ctx);
                }
            }
            Event::Compared(pair, comparison) => self.take_comparison(pair, *comparison),
            Event::Found(batch) => self.take_found(batch),
            Event::Fonts(fonts) => {
                self.press.fonts.adopt(*fonts);
                self.words.get_mut().set_fonts(&self.press.fonts);
                self.worker.typeset_with(self.press.fonts.for_another_thread());
            }
            Event::Typeset(typeset) => {
                if let Some(reader) = self.reader_mut() {
                    reader.take(*typeset);
                }
            }
            Event::Estimates(estimates) => {
                if let Some(reader) = self.reader_mut() {
                    reader.take_estimates(&estimates);
                }
            }
            Event::Desktop(desktop) => self.heed_desktop(desktop),
            Event::Chosen(paths) => {
                paths.into_iter().for_each(|path| self.open(path, &import::Options::default()))
            }
            Event::NoDialog(ask) => {
                let start = self.workspace.active().and_then(|session| session.path().parent());
                let start = start.map_or_else(String::new, |path| {
                    format!("{}{}", path.display(), std::path::MAIN_SEPARATOR)
                });
                self.modal = Some(Modal::OpenPath { ask, path: start });
            }
        }
    }

    fn opened(&mut self, opened: Result<Session, OpenError>) {
        self.n_opening = self.n_opening.saturating_sub(1);
        match opened {
            Ok(session) => self.take_in(session),
            Err(error) => {
                self.settings.open.retain(|path| *path != error.path);
                self.notices.refuse(error.to_string(), Some(error.hint().to_owned()));
            }
        }
    }

    fn take_in(&mut self, mut session: Session) {
        let path = session.path().to_owned();
        let document = Arc::clone(session.document());
        let mut reader = Reader::new(Arc::clone(&document), &mut self.press);
        if let Some(before) = self.readers.get(&path) {
            // Read anew: the page stays where it was.
            reader.go_to(revised::same_place(before.document(), before.top(), &document), Align::Top);
        }
        let replaced = self.readers.insert(path.clone(), reader);
        replaced.inspect(|replaced| self.press.album.forget(replaced.salt()));
        let only = if let [warning] = session.warnings() { Some(warning.clone()) } else { None };
        if let Some(words) = session.moved().or(only) {
            self.notices.say(words);
        }
        self.tell_recovered(&mut session);
        self.workspace.add(session);
        self.workspace.recount();
        self.watch_article(&path);
        self.compare_if_awaited(&path);
        self.settings.remember(&path);
        self.modal = self.modal.take().filter(|modal| !matches!(modal, Modal::OpenPath { .. }));
        self.remember_open();
    }

    /// What is open goes into the settings at once: a crash must not lose the session.
    pub(super) fn remember_open(&mut self) {
        self.settings.open =
            self.workspace.sessions().iter().map(|session| session.path().to_owned()).collect();
        self.settings.store(&mut *self.host);
    }

    /// Has the typesetting thread do what the page will need.
    pub(super) fn typeset_ahead(&mut self) {
        let Some(reader) = self.workspace.active().and_then(|session| self.readers.get_mut(session.path()))
        else {
            return;
        };
        for order in reader.orders() {
            if !self.worker.typeset(order) {
                return;
            }
        }
    }

    pub(super) fn answer_keys(&mut self, ctx: &Context) {
        let commands = self.commands();
        let was_typing = std::mem::take(&mut self.was_typing);
        let was_on_page = std::mem::replace(&mut self.was_on_page, true);
        let is_escape = ctx.input(|input| input.key_pressed(egui::Key::Escape));
        if !was_on_page && is_escape && !ctx.text_edit_focused() && self.modal.is_none() {
            // Escape has left a field or a list: the keyboard goes back to where the words are.
            if self.finding.has_focus {
                self.close_finder();
            }
            if self.shows_changes() {
                self.leave_changes(None);
            }
            self.focus_page();
        }
        for (button, command) in [
            (egui::PointerButton::Extra1, Command::GoBack),
            (egui::PointerButton::Extra2, Command::GoForward),
        ] {
            if self.modal.is_none() && ctx.input(|input| input.pointer.button_pressed(button)) {
                self.run_command(&command, ctx);
            }
        }
        let ear = |app: &Self| keymap::Ear {
            is_modal: app.modal.is_some(),
            is_recording: app.modal.as_ref().is_some_and(Modal::is_recording),
            is_typing: was_typing || ctx.text_edit_focused(),
            on_page: was_on_page && app.is_on_page(ctx),
        };
        while let Some(command) = keymap::pressed(ctx, &commands, ear(self)) {
            self.run_command(&command, ctx);
        }
    }

    /// Whether the page has the keyboard, or nobody: then its keys are heard.
    pub(super) fn is_on_page(&self, ctx: &Context) -> bool {
        !self.shows_changes() && ctx.memory(|memory| memory.focused()).is_none_or(|id| id == Reader::id())
    }

    pub(super) fn answer_drops(&mut self, ctx: &Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        for file in dropped {
            self.open(file.path().to_owned(), &import::Options::default());
        }
    }

    pub(super) fn name_window(&mut self, ctx: &Context) {
        let title = match self.workspace.active() {
            Some(session) => format!("{} – Postil", visible(session.document().title())),
            None => "Postil".to_owned(),
        };
        if title != self.title {
            self.title.clone_from(&title);
            ctx.send_viewport_cmd(ViewportCommand::Title(title));
        }
    }
}
