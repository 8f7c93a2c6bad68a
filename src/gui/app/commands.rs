//! Where commands and requests are done. Every arm is one call; the work lives with its noun.

use super::App;
use crate::anchor::Placement;
use crate::document::{Importer, import};
use crate::gui::command::Command;
use crate::gui::modal::Modal;
use crate::gui::modal::keys::KeySheet;
use crate::gui::outbox::Request;
use crate::gui::palette::Palette;
use crate::gui::settings::{Dock, Settings};
use crate::gui::view_ctx::name;
use crate::gui::worker::Ask;
use crate::layer::{Annotator, AnnotatorId};
use crate::session::{Action, Session};
use egui::{Context, ViewportCommand};

/// Whether `command` would do something now; else it is greyed out.
pub(super) fn can_run(session: Option<&Session>, command: &Command) -> bool {
    let has_words = session.is_some_and(|session| !session.selection().is_empty());
    let mark = session.and_then(|session| session.mark(session.focus()?));
    let is_mine = mark.is_some_and(|mark| mark.is_writable());
    let has_place = mark.is_some_and(|mark| mark.hull().is_some());
    match command {
        Command::Undo => session.is_some_and(|session| session.history().undo_label().is_some()),
        Command::Redo => session.is_some_and(|session| session.history().redo_label().is_some()),
        Command::Copy | Command::KeepPiece => has_words,
        Command::TagWith(_) | Command::EditNote => has_words || is_mine,
        Command::ToggleTag(_) | Command::DeleteMark => is_mine,
        Command::CopyToMine => mark.is_some() && !is_mine,
        Command::ConfirmPlace | Command::NextCandidate => {
            let needs_look = mark.and_then(|mark| mark.placement).is_some_and(Placement::needs_review);
            needs_look && (is_mine || *command == Command::NextCandidate)
        }
        Command::PutOnSelection => has_words,
        Command::ShowChanges => session.is_some_and(|session| session.earlier_text().is_some()),
        Command::GrowEnd | Command::GrowStart | Command::ShrinkEnd | Command::ShrinkStart => {
            is_mine && has_place
        }
        Command::NextAlike | Command::PreviousAlike | Command::NextOfPerson => mark.is_some(),
        Command::NextMark
        | Command::PreviousMark
        | Command::CycleMarks
        | Command::NextTagged(_)
        | Command::PreviousTagged(_)
        | Command::NextOf(_)
        | Command::NextOfOthers
        | Command::NextToReview => {
            session.is_some_and(|session| session.layers().iter().any(|open| !open.layer.is_empty()))
        }
        Command::NextContest => session.is_some_and(|session| !session.contests().is_empty()),
        Command::RemoveCopies => session.is_some_and(|session| session.copies().next().is_some()),
        Command::SwitchExtent => {
            session.is_some_and(|session| session.document().reading().importer == Importer::Html)
        }
        Command::CloseArticle
        | Command::NextArticle
        | Command::PreviousArticle
        | Command::ChooseEncoding
        | Command::Save
        | Command::ReadNewText
        | Command::EarlierStates
        | Command::SelectAll
        | Command::Find
        | Command::FindNext
        | Command::FindPrevious
        | Command::MarkAll
        | Command::GoTo
        | Command::ToggleOutline
        | Command::ToggleFound
        | Command::Clear
        | Command::ImplyClaim
        | Command::Caret(_)
        | Command::SelectTo(_)
        | Command::ScrollDown
        | Command::ScrollUp
        | Command::NextPanel
        | Command::PreviousPanel
        | Command::FilterMarks => session.is_some(),
        _ => true,
    }
}

impl App {
    /// Does what views asked for while they were drawn.
    pub(super) fn do_requests(&mut self, ctx: &Context) {
        let requests = self.outbox.take();
        if !requests.is_empty() {
            ctx.request_repaint();
        }
        for request in requests {
            match request {
                Request::Command(command) => self.run_command(&command, ctx),
                Request::Action(action) => self.perform(&action),
                Request::GoTo(id) => self.go_to_mark(id),
                Request::Focus(id) => self.perform(&Action::Focus(id.and_then(name))),
                Request::Hit(nth) => self.go_to_hit(nth),
                Request::CloseFinder => self.close_finder(),
                Request::Offset(offset) => self.go_to_offset(offset),
                Request::Paragraph(number) => self.go_to_paragraph(number),
                Request::Share(percent) => self.go_to_share(percent),
                Request::Open(path) => self.open(path, &import::Options::default()),
                Request::Activate(index) => self.activate(index),
                Request::Close(index) => self.close(index),
                Request::Modal(modal) => self.show(modal),
                Request::Annotator(name) => self.set_annotator(name),
                Request::Settings(settings) => self.set_settings(*settings, ctx),
                Request::ReadAgain(options) => self.read_again(&options),
                Request::Picture(task) => self.worker.give_picture(task, &*self.host),
                Request::RemoveCopies => self.remove_copies(),
                Request::Candidate(id, nth) => self.show_candidate(id, nth),
                Request::LeaveMark(id) => self.leave_mark(id),
                Request::PutOff => self.put_off(),
                Request::LeaveChanges(at) => self.leave_changes(at),
                Request::Link(address) => self.follow(&address, ctx),
            }
        }
    }

    pub(super) fn run_command(&mut self, command: &Command, ctx: &Context) {
        if !can_run(self.workspace.active(), command) {
            return;
        }
        match command {
            Command::OpenArticle => self.worker.ask(Ask::Articles),
            Command::OpenFolder => self.worker.ask(Ask::Folder),
            Command::CloseArticle => self.close(self.workspace.active_index()),
            Command::NextArticle => self.step_article(true),
            Command::PreviousArticle => self.step_article(false),
            Command::Save => self.start_saves(),
            Command::EarlierStates => self.ask_earlier(),
            Command::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            Command::Undo => self.perform(&Action::Undo),
            Command::Redo => self.perform(&Action::Redo),
            Command::Copy => self.copy_words(ctx),
            Command::SelectAll => self.select_all(),
            Command::Clear if self.finding.is_open => self.close_finder(),
            Command::Clear => self.perform(&Action::Clear),
            Command::Find => self.open_finder(),
            Command::FindNext => self.step_hit(true),
            Command::FindPrevious => self.step_hit(false),
            Command::MarkAll => self.ask_mark_all(),
            Command::GoTo => self.ask_paragraph(),
            Command::TagWith(tag) => self.tag(tag),
            Command::ToggleTag(tag) => self.toggle_tag(tag),
            Command::EditNote => self.edit_note(),
            Command::DeleteMark => self.perform(&Action::Delete(None)),
            Command::CopyToMine => self.perform(&Action::Copy(None)),
            Command::ConfirmPlace => self.confirm_place(),
            Command::NextCandidate => self.next_candidate(),
            Command::PutOnSelection => self.put_on_selection(),
            Command::ReadNewText => self.read_new_text(),
            Command::ShowChanges => self.toggle_changes(),
            Command::ImplyClaim => self.show(Some(Modal::Imply {
                wording: String::new(),
                tag: self.codebook().tags.first().map(|tag| tag.id.clone()),
            })),
            Command::NextMark => self.step_mark(true),
            Command::PreviousMark => self.step_mark(false),
            Command::NextTagged(tag) => self.go_to_tagged(tag, true),
            Command::PreviousTagged(tag) => self.go_to_tagged(tag, false),
            Command::NextAlike => self.go_to_alike(true),
            Command::PreviousAlike => self.go_to_alike(false),
            Command::NextOfPerson => self.go_to_same_person(),
            Command::NextOf(person) => self.go_to_person(*person),
            Command::NextOfOthers => self.go_to_others(),
            Command::NextToReview => self.go_to_review(),
            Command::NextContest => self.go_to_contest(),
            Command::RemoveCopies => self.ask_remove_copies(),
            Command::CycleMarks => self.cycle_marks(),
            Command::Caret(to) => self.go_caret(*to, false),
            Command::SelectTo(to) => self.go_caret(*to, true),
            Command::KeepPiece => self.keep_piece(),
            Command::ScrollDown => self.scroll_screen(true),
            Command::ScrollUp => self.scroll_screen(false),
            Command::SwitchArrows => self.switch_arrows(ctx),
            Command::GrowEnd => self.move_end(false, true),
            Command::ShrinkEnd => self.move_end(false, false),
            Command::GrowStart => self.move_end(true, false),
            Command::ShrinkStart => self.move_end(true, true),
            Command::TextLarger => self.set_settings(self.settings.with_text_step(1.0), ctx),
            Command::TextSmaller => self.set_settings(self.settings.with_text_step(-1.0), ctx),
            Command::TextUsual => self.set_settings(
                Settings { text_size: Settings::default().text_size, ..self.settings.clone() },
                ctx,
            ),
            Command::WindowLarger => self.set_settings(self.settings.with_window_step(1.0), ctx),
            Command::WindowSmaller => self.set_settings(self.settings.with_window_step(-1.0), ctx),
            Command::Theme(theme) => {
                self.set_settings(Settings { theme: theme.0, ..self.settings.clone() }, ctx)
            }
            Command::SwitchFace => {
                self.set_settings(Settings { sans: !self.settings.sans, ..self.settings.clone() }, ctx)
            }
            Command::ToggleJustify => {
                self.set_settings(Settings { justify: !self.settings.justify, ..self.settings.clone() }, ctx)
            }
            Command::GoBack => self.retrace(true),
            Command::GoForward => self.retrace(false),
            Command::ToggleSigns => {
                self.set_settings(
                    Settings { shows_signs: !self.settings.shows_signs, ..self.settings.clone() },
                    ctx,
                );
            }
            Command::ToggleFolder => self.toggle_folder(ctx),
            Command::ToggleOutline => self.toggle_dock(Dock::Outline, ctx),
            Command::ToggleFound => self.toggle_dock(Dock::Found, ctx),
            Command::ToggleNumbers => self.set_settings(
                Settings { shows_numbers: !self.settings.shows_numbers, ..self.settings.clone() },
                ctx,
            ),
            Command::ToggleMarks => self.set_settings(
                Settings { shows_marks: !self.settings.shows_marks, ..self.settings.clone() },
                ctx,
            ),
            Command::NextPanel => self.step_panel(ctx, true),
            Command::PreviousPanel => self.step_panel(ctx, false),
            Command::ToggleNotes => self.set_settings(
                Settings { shows_notes: !self.settings.shows_notes, ..self.settings.clone() },
                ctx,
            ),
            Command::FilterMarks => self.marks.focus_filter(),
            Command::ChooseEncoding => self.show(Some(Modal::Encoding { label: String::new() })),
            Command::SwitchExtent => self.switch_extent(),
            Command::Palette => self.show(Some(Modal::Palette(Palette::default()))),
            Command::Keys => self.show(Some(Modal::Keys(KeySheet::default()))),
            Command::Settings => self.show(Some(Modal::Settings)),
            Command::About => self.show(Some(Modal::About)),
        }
        ctx.request_repaint();
    }

    /// Has the session do something, after asking who marks if that is not known yet.
    pub(super) fn perform(&mut self, action: &Action) {
        let Some(session) = self.workspace.active_mut() else { return };
        if action.changes_marks() && session.annotator().is_none() {
            self.show(Some(Modal::who(vec![action.clone()])));
            return;
        }
        let before = session.focus();
        match session.perform(action, &mut *self.host) {
            Ok(outcome) => match outcome.notice {
                Some(notice) => self.notices.say(notice),
                None => self.tell_mark(action, before),
            },
            Err(error) => self.notices.refuse(error.message, error.hint),
        }
        if action.changes_marks() {
            self.workspace.recount();
        }
    }

    fn set_annotator(&mut self, person: String) {
        let annotator = Annotator { id: AnnotatorId(self.host.fresh_uuid()), name: person };
        if let Err(error) = self.host.set_annotator(&annotator) {
            self.notices.refuse(
                format!("your name cannot be kept: {error}"),
                Some("it will be asked again".to_owned()),
            );
        }
        let paths: Vec<_> =
            self.workspace.sessions().iter().map(|session| session.path().to_owned()).collect();
        for path in paths {
            if let Some(session) = self.workspace.session_mut(&path) {
                session.set_annotator(annotator.clone());
            }
        }
        if let Some(Modal::WhoMarks { then, .. }) = self.modal.take() {
            then.iter().for_each(|action| self.perform(action));
        }
        // Who asked for a note goes on to it.
        if !self.editor.wants_note() {
            self.focus_page();
        }
    }

    fn show(&mut self, modal: Option<Modal>) {
        if modal.is_none() {
            self.focus_page();
        }
        self.modal = modal;
    }

    pub(super) fn focus_page(&mut self) {
        if let Some(reader) = self.reader_mut() {
            reader.focus();
        }
    }
}
