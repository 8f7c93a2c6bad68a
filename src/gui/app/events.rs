//! What comes from outside the panels: the worker, the keyboard, dropped files, the clock, the end.

use super::App;
use crate::document::import;
use crate::gui::command::Command;
use crate::gui::keymap::{self, KeyContext};
use crate::gui::modal::Modal;
use crate::gui::modal::open_path::PathDialog;
use crate::gui::pictures::{Found, PictureTask};
use crate::gui::reader::Reader;
use crate::gui::told;
use crate::gui::widgets::visible;
use crate::gui::words::say;
use crate::gui::worker::{Ask, Event, Job};
use crate::library::{OpenError, OpenReason, article_of};
use crate::page::{Align, SystemFonts, Typeset};
use crate::session::Session;
use crate::session::class::assignment::is_assignment;
use crate::session::class::given::may_be_feedback;
use egui::{Context, ViewportCommand};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How long the first article is waited for at the start.
const FIRST: Duration = Duration::from_millis(120);

impl App {
    /// Has an article or a folder opened.
    pub(super) fn open(&mut self, path: PathBuf, options: &import::Options) {
        if self.host.is_folder(&path) {
            self.list(path);
            return;
        }
        if is_assignment(&path) {
            return self.open_assignment(path);
        }
        let article = article_of(&path, &*self.host);
        if article == path && may_be_feedback(&path) {
            return self.open_feedback(path);
        }
        self.open_article(article, options);
    }

    /// Has an article opened.
    pub(super) fn open_article(&mut self, path: PathBuf, options: &import::Options) {
        self.views.leave_page();
        self.worker.give(Job::recover(), &mut *self.host);
        let annotator = self.person_at(&path);
        let open = self.workspace.sessions().iter().find(|session| session.path() == path);
        let before = open.map(Session::before).unwrap_or_default();
        let password = options.password.clone().or_else(|| self.passwords.get(&path).cloned());
        let options = import::Options { password, ..options.clone() };
        let job = Job::open(path.clone(), options, annotator, before);
        if self.worker.give(job, &mut *self.host) {
            self.opening.insert(path);
        } else {
            let words = say!("open-too-many", path = path.display().to_string());
            self.notices.refuse(words, Some(say!("open-too-many-hint")));
        }
    }

    /// Has what lies in a folder listed for the dialog in which a path is typed.
    pub(super) fn list_entries(&mut self, folder: PathBuf) {
        self.worker.give(Job::entries(folder), &mut *self.host);
    }

    /// Has a picture looked at. Where too many wait it is asked for again when it is seen again.
    pub(super) fn look_at_picture(&mut self, task: PictureTask) {
        let (path, wanted) = (task.path.clone(), task.wanted);
        if !self.worker.give(Job::picture(task), &mut *self.host)
            && let Some(reader) = self.readers.get_mut(&path)
        {
            reader.forget_picture(wanted);
        }
    }

    /// At the start: most articles are read before the window is there, and the first frame has them.
    pub(super) fn wait_for_first(&mut self) {
        let until = Instant::now() + FIRST;
        while !self.opening.is_empty()
            && let Some(event) = self.worker.wait(until.saturating_duration_since(Instant::now()))
        {
            self.answer(event);
        }
    }

    pub(super) fn answer_events(&mut self) {
        for event in self.worker.events() {
            self.answer(event);
        }
    }

    pub(super) fn answer(&mut self, event: Event) {
        match event {
            Event::Opened(path, opened) => self.opened(&path, *opened),
            Event::Recovered(found) => self.recovered(found),
            Event::Earlier(path, states) => self.show_earlier(&path, states),
            Event::Saved(path, result) => {
                self.saved(&path, *result);
                self.workspace.show_open();
                self.look_after_save(&path);
            }
            Event::RegisterSaved(result) => self.register_saved(*result),
            Event::Edited(nth, edited) => self.edited(nth, edited.map(|edited| *edited)),
            Event::Tabulated(table) => self.tabulated(*table),
            Event::Reckoned(ledger) => self.reckoned(&ledger),
            Event::Studied(asked, answer) => self.studied(asked, answer),
            Event::Heard(heard) => self.heard(*heard),
            Event::Proposed(article, again, found) => self.proposed(&article, again, *found),
            Event::LookedAt(looked) => self.looked_at_incident(*looked),
            Event::PeopleCompared(found) => self.people_compared(*found),
            Event::Agreement(measured) => self.agreement_measured(*measured),
            Event::CopiesRemoved(path, result) => self.copies_removed(&path, result),
            Event::Assignment(file, read) => self.show_assignment(&file, *read),
            Event::Unpacked(result) => self.unpacked(result),
            Event::ClassDesk(about, read) => self.class_desk_read(&about, *read),
            Event::Graded(about, result) => self.graded(&about, *result),
            Event::ClassSaved(about, result) => self.class_saved(&about, *result),
            Event::GradesOut(result) => self.grades_written(*result),
            Event::Instructions(article, words) => self.show_instructions(&article, words),
            Event::AssignmentMade(path, result) => self.assignment_made(&path, result),
            Event::FeedbackLaid(file, result) => self.feedback_laid(file, result),
            Event::HandedIn(handed, written) => self.handed_in(*handed, written),
            Event::NotRevealed(path) => self.not_revealed(&path),
            Event::Noticed(folder, changed) => self.noticed(&folder, changed),
            Event::Refreshed(path, result) => self.refreshed(&path, *result),
            Event::Indexed(nth, news) => self.indexed(nth, *news),
            Event::Entries(folder, listed) => self.entries_listed(&folder, listed),
            Event::Picture(task, found) => self.picture_found(&task, found),
            Event::PageDrawn(task, drawn) => self.page_drawn(task, drawn),
            Event::Compared(pair, comparison) => self.take_comparison(pair, *comparison),
            Event::Found(batch) => self.take_found(batch),
            Event::Searched(serial, found, is_end) => self.take_search(serial, *found, is_end),
            Event::Fonts(fonts) => self.take_fonts(*fonts),
            Event::Typeset(typeset) => self.typeset(*typeset),
            Event::Estimates(estimates) => {
                if let Some(reader) = self.reader_mut() {
                    reader.take_estimates(&estimates);
                }
            }
            Event::Desktop(desktop) => self.heed_desktop(desktop),
            Event::Export(told) => self.export_told(told),
            Event::Import(told) => self.import_told(told),
            Event::Chosen(_, paths) if self.take_chosen(&paths) => {}
            Event::Chosen(ask, paths) => self.chosen(&ask, paths),
            Event::Failed(lane, about) => self.job_failed(lane, &about),
            // The field in which the folder stands is there already.
            Event::NoDialog(_) if self.modal.as_ref().is_some_and(Modal::has_path) => {}
            Event::NoDialog(ask) => self.ask_by_path(ask),
        }
    }

    fn entries_listed(&mut self, folder: &Path, listed: Vec<(PathBuf, bool)>) {
        if let Some(Modal::OpenPath(dialog)) = &mut self.modal {
            dialog.take(folder, listed);
        }
    }

    fn picture_found(&mut self, task: &PictureTask, found: Found) {
        let reader = self.readers.get_mut(&task.path);
        let reader = reader.filter(|reader| Arc::ptr_eq(reader.document(), &task.document));
        if let Some((reader, ctx)) = reader.zip(self.worker.context()) {
            reader.take_picture(found, &mut self.cache, ctx);
        }
    }

    fn typeset(&mut self, typeset: Typeset) {
        if let Some(reader) = self.reader_mut() {
            reader.take(typeset);
        }
    }

    fn take_fonts(&mut self, fonts: SystemFonts) {
        self.cache.fonts.adopt(fonts);
        self.words.get_mut().set_fonts(&self.cache.fonts);
        self.worker.typeset_with(self.cache.fonts.for_another_thread());
    }

    /// Has the person type a path, where the system has no dialog for it.
    fn ask_by_path(&mut self, ask: Ask) {
        let folder = self.workspace.active().and_then(|session| session.path().parent());
        self.modal = Some(Modal::OpenPath(PathDialog::new(ask, folder)));
    }

    fn opened(&mut self, path: &Path, opened: Result<Session, OpenError>) {
        self.opening.remove(path);
        if opened.is_err() {
            self.awaited_preview.take_if(|awaited| *awaited == path);
        }
        match opened {
            Ok(session) => {
                self.unlock_in_folder(path);
                self.take_in(session);
            }
            Err(error) => {
                self.settings.open.retain(|path| *path != error.path);
                if let OpenReason::Import(import::ImportError::Password { was_wrong }) = error.reason {
                    return self.ask_password(error.path, was_wrong);
                }
                self.notices.refuse(told::open_error(&error), Some(told::open_hint(&error)));
            }
        }
    }

    fn take_in(&mut self, mut session: Session) {
        self.keep_places();
        let path = session.path().to_owned();
        let document = Arc::clone(session.document());
        let mut reader = Reader::new(Arc::clone(&document), &mut self.cache);
        if let Some(before) = self.readers.get(&path) {
            // Read anew: the page stays where it was.
            reader.go_to(session.place_of(before.document(), before.top()), Align::Top);
        } else {
            self.go_where_left(&session, &mut reader);
        }
        let replaced = self.readers.insert(path.clone(), reader);
        replaced.inspect(|replaced| self.cache.album.forget(replaced.salt()));
        // Where there is no text, the page itself says why.
        let has_text = !document.text().trim().is_empty();
        let only = match session.warnings() {
            [warning] if has_text => Some(told::warning(warning)),
            _ => None,
        };
        if let Some(words) = session.moved().as_ref().map(told::moved).or(only) {
            self.notices.say(words);
        }
        self.tell_recovered(&mut session);
        let id = session.document_id();
        self.workspace.add(session);
        self.take_place_of_preview(&path);
        self.note_read(id);
        self.workspace.show_open();
        self.watch_article(&path);
        self.compare_if_awaited(&path);
        self.settings.remember(&path);
        self.modal = self.modal.take().filter(|modal| !matches!(modal, Modal::OpenPath(_)));
        self.remember_open();
        self.go_to_awaited(&path);
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
        self.answer_escape(ctx, was_typing, was_on_page);
        for (button, command) in [
            (egui::PointerButton::Extra1, Command::GO_BACK),
            (egui::PointerButton::Extra2, Command::GO_FORWARD),
        ] {
            if self.modal.is_none() && ctx.input(|input| input.pointer.button_pressed(button)) {
                self.run_command(&command, ctx);
            }
        }
        let keys = |app: &Self| KeyContext {
            is_modal: app.modal.is_some() || app.wall.is_some(),
            is_recording: app.modal.as_ref().is_some_and(Modal::is_recording),
            is_typing: was_typing || ctx.text_edit_focused(),
            on_page: was_on_page && app.is_on_page(ctx),
            in_list: app.is_in_marks_here(ctx),
        };
        while let Some(command) = keymap::pressed(ctx, &commands, keys(self)) {
            self.run_command(&command, ctx);
        }
    }

    /// Whether the page has the keyboard, or nobody: then its keys are heard.
    pub(super) fn is_on_page(&self, ctx: &Context) -> bool {
        self.views.page().is_none()
            && (ctx.memory(|memory| memory.focused()).is_none_or(|id| id == Reader::id())
                || self.is_in_marks_here(ctx))
    }

    /// Whether the list of marks on the page has it.
    fn is_in_marks_here(&self, ctx: &Context) -> bool {
        self.reader().is_some_and(|reader| reader.is_in_list(ctx))
    }

    pub(super) fn answer_drops(&mut self, ctx: &Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        let paths: Vec<PathBuf> = dropped.iter().map(|file| file.path().to_owned()).collect();
        if self.drop_on_class(&paths) {
            return;
        }
        for file in dropped {
            self.open(file.path().to_owned(), &import::Options::default());
        }
    }

    pub(super) fn name_window(&mut self, ctx: &Context) {
        let title = match self.workspace.active() {
            Some(session) => say!("window-title", article = visible(&session.called())),
            None => "Postil".to_owned(),
        };
        if title != self.title {
            self.title.clone_from(&title);
            ctx.send_viewport_cmd(ViewportCommand::Title(title));
        }
    }
}
