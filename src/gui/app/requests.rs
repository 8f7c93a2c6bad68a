//! What views ask for while they are drawn, done after the panels; and what the session is asked to do.

use super::App;
use super::searching::Goal;
use crate::document::import;
use crate::gui::class::HandInSheet;
use crate::gui::command::Command;
use crate::gui::modal::Modal;
use crate::gui::notices::Offer;
use crate::gui::outbox::{Lesson, LinkStep, Request, Way, Work};
use crate::gui::told;
use crate::gui::view_ctx::name;
use crate::gui::words::say;
use crate::gui::worker::Ask;
use crate::layer::AnnotationId;
use crate::session::action::proposed::OnProposals;
use crate::session::{Action, ActionError, Done};
use egui::Context;

impl App {
    /// Does what views asked for while they were drawn.
    pub(super) fn do_requests(&mut self, ctx: &Context) {
        let requests = self.outbox.take();
        if !requests.is_empty() {
            ctx.request_repaint();
        }
        for request in requests {
            if let Some(request) = self.link_instead(request) {
                self.do_request(request, ctx);
            }
        }
    }

    fn do_request(&mut self, request: Request, ctx: &Context) {
        match request {
            Request::Command(command) => self.run_command(&command, ctx),
            Request::Action(action) => self.perform(&action),
            Request::Go(way) => self.go(way),
            Request::Work(work) => self.have_computed(work),
            Request::Linking(step) => self.link_on(step),
            Request::EditMany(edits) => self.edit_many(edits),
            Request::EditChosen(deed) => self.edit_chosen(deed),
            Request::MarksOf(line) => self.list_marks_of(line, ctx),
            Request::SearchFor(line) => self.search_for(line, ctx),
            Request::ShowDifferences(is_on) => self.show_differences(is_on),
            Request::FocusPage => self.focus_page(),
            Request::Focus(id) => self.perform(&Action::Focus(id.and_then(name))),
            Request::CloseFinder => self.close_finder(),
            Request::MarkIn(path, id) => self.open_at(path, Some(Goal::Mark(id))),
            Request::MendIn(path, id, by) => self.open_at(path, Some(Goal::Mend(id, by))),
            Request::MarkFolder(tag) => self.ask_mark_folder(&tag),
            Request::PlaceIn(path, place) => self.open_at(path, place.map(Goal::Place)),
            Request::Open(path) if self.take_handed_in(std::slice::from_ref(&path)) => {}
            Request::Open(path) => self.open(path, &import::Options::default()),
            Request::Lesson(lesson) => self.do_in_lesson(lesson),
            Request::Class(request) => self.do_with_class(request),
            Request::ShowInClass(mark) => self.show_in_class(mark),
            Request::LookInto(path) => self.look_into_article(path),
            Request::Keep(path) => self.keep_article(path),
            Request::OrderArticles(order) => self.order_list(order, ctx),
            Request::FilterArticles(line) => self.workspace.listing_mut().set_line(line),
            Request::Activate(index) => self.activate(index),
            Request::Close(index) => self.close(index),
            Request::LeaveWall => self.leave_wall(ctx),
            Request::CloseDialog => self.close_dialog(),
            Request::Entries(folder) => self.list_entries(folder),
            Request::Annotator(name) => self.set_annotator(&name),
            Request::MarkAs(person, is_here) => self.mark_as(person, is_here),
            Request::NewArticle(pasted, folder) => self.make_article(&pasted, &folder),
            Request::AddPerson(person) => self.add_person(&person, ctx),
            Request::Settings(settings) => self.set_settings(*settings, ctx),
            Request::Unlock(path, password) => self.unlock(path, password),
            Request::StopOpening => self.stop_opening(),
            Request::ReadAgain(options) => self.read_again(&options),
            Request::Picture(task) => self.look_at_picture(task),
            Request::DrawPage(task) => self.draw_page(task),
            Request::RemoveCopies => self.remove_copies(),
            Request::LeaveMark(id) => self.leave_mark(id),
            Request::PutOff => self.put_off(),
            Request::View(id) => self.show_view(id, ctx),
            Request::ClosePage(id) => self.close_page(id),
            Request::ListBeside => self.list_beside(),
            Request::Export(ask) => self.do_export(ask),
            Request::Import(ask) => self.do_import(ask),
            Request::RepliesRead(replies) => self.note_replies(&replies),
            Request::Reveal(path) => self.reveal(path),
            Request::ChooseFolder => self.worker.ask(Ask::Folder),
            Request::Compare => self.compare(),
            Request::Link(address) => self.follow(&address, ctx),
        }
    }

    /// Goes somewhere in the article that is looked at.
    fn go(&mut self, way: Way) {
        match way {
            Way::Mark(id) => self.go_to_mark(id),
            Way::Seen(id) => self.show_mark(id),
            Way::Hit(nth) => self.go_to_hit(nth),
            Way::Offset(offset) => self.go_to_offset(offset),
            Way::Paragraph(number) => self.go_to_paragraph(number),
            Way::Share(percent) => self.go_to_share(percent),
            Way::Candidate(id, nth) => self.show_candidate(id, nth),
        }
    }

    /// Has something computed off the frame.
    fn have_computed(&mut self, work: Work) {
        match work {
            Work::Table(job) => self.tabulate(*job),
            Work::Ledger(job) => self.reckon(*job),
            Work::Study(job) => self.study(*job),
            Work::Incident(job) => self.look_at_incident(*job),
            Work::People(job) => self.compare_people(*job),
            Work::Agreement(job) => self.measure_agreement(*job),
        }
    }

    /// Goes on with the link that waits for its other end.
    fn link_on(&mut self, step: LinkStep) {
        match step {
            LinkStep::To(id) => self.link_to(id),
            LinkStep::Selection => self.link_selection(),
            LinkStep::Leave => self.leave_linking(),
        }
    }

    fn do_in_lesson(&mut self, lesson: Lesson) {
        match lesson {
            Lesson::Unpack(assignment, folder) => self.unpack(*assignment, folder),
            Lesson::HandIn => self.hand_in(),
            Lesson::GoOnWorking(action) => self.go_on_working(action.as_deref()),
            Lesson::Assign(draft, out, replaces) => self.make_assignment(*draft, out, replaces),
        }
    }

    /// Has the session do something, after asking who marks if that is not known yet.
    pub(super) fn perform(&mut self, action: &Action) {
        if let Action::Folder(action) = action {
            return self.perform_in_folder(action);
        }
        let n_linked = self.n_linked_with(action);
        let Some(session) = self.workspace.active_mut() else { return };
        if action.changes_marks() && session.annotator().is_none() {
            self.show(Modal::who(vec![action.clone()]));
            return;
        }
        let before = session.focus();
        if action.changes_marks() || matches!(action, Action::Undo | Action::Redo) {
            // What undo takes back now is something else.
            self.notices.forget_offer(&Command::UNDO);
        }
        match session.perform(action, &mut *self.host) {
            Ok(outcome) => match outcome.notice {
                Some(done) => self.tell_done(&done, n_linked),
                None => self.tell_mark(action, before),
            },
            Err(ActionError::HandedIn(_)) if *action != Action::HandIn => {
                self.show(Modal::HandIn(Box::new(HandInSheet::refusing(action.clone()))));
            }
            Err(error) => self.notices.refuse(told::refusal(&error), told::hint(&error)),
        }
        if matches!(action, Action::Proposals(OnProposals::Refuse(_) | OnProposals::BringBack)) {
            self.keep_refused();
        }
        if action.changes_marks() {
            self.workspace.keep_active();
            self.workspace.show_open();
        }
    }

    /// With how many marks of the folder the mark is linked that is to be deleted: their links will lack an end.
    fn n_linked_with(&self, action: &Action) -> usize {
        let Action::Delete(name) = action else { return 0 };
        let (Some(session), Some(library)) = (self.workspace.active(), self.workspace.library()) else {
            return 0;
        };
        let id = match name {
            Some(name) => AnnotationId::from_digits(name),
            None => session.focus(),
        };
        id.and_then(|id| library.mark(id)).map_or(0, |(_, row)| library.links_of(row).len())
    }

    /// Says what was done; what was deleted can be brought back there.
    fn tell_done(&mut self, done: &Done, n_linked: usize) {
        if *done != Done::Deleted {
            return self.notices.say(told::done(done));
        }
        let key = self.commands().key_hint(&Command::UNDO);
        let hint = format!("{}{key}", say!("mark-deleted-undo"));
        let undo = Offer { label: say!("notice-undo"), hint, command: Command::UNDO };
        let said = told::done(done);
        let linked = (0 < n_linked).then(|| say!("mark-deleted-linked", count = n_linked));
        self.notices.offer(linked.map_or(said.clone(), |linked| format!("{said}; {linked}")), None, undo);
    }

    /// Shows a dialog instead of the one that is open.
    pub(super) fn show(&mut self, modal: Modal) {
        self.modal = Some(modal);
    }

    fn close_dialog(&mut self) {
        self.keep_making();
        self.modal = None;
        (self.grading.awaits, self.grading.awaits_key) = (None, false);
        self.editing.forget_waiting();
        self.focus_page();
    }

    /// Asks for the wording of a claim that the article only implies.
    pub(super) fn ask_implied_claim(&mut self) {
        self.leave_marks_here();
        let tag = self.codebook().tags.first().map(|tag| tag.id.clone());
        self.show(Modal::Imply { wording: String::new(), tag });
    }

    /// Gives the keyboard to the page in the middle, or else to the article.
    pub(super) fn focus_page(&mut self) {
        if !self.views.focus_page()
            && let Some(reader) = self.reader_mut()
        {
            reader.focus();
        }
    }
}
