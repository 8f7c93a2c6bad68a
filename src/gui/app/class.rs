//! Assignments: opened, laid into a folder, their instructions shown again.

use super::App;
use crate::document::import::Options;
use crate::gui::class::{AssignmentSheet, HandInSheet, InstructionSheet, MakingSheet};
use crate::gui::importing;
use crate::gui::modal::Modal;
use crate::gui::panels::feedback::FeedbackPanel;
use crate::gui::told;
use crate::gui::widgets::visible;
use crate::gui::words::say;
use crate::gui::worker::{Ask, Job};
use crate::host::{HostError, file_name};
use crate::session::class::assignment::{Assignment, AssignmentFault};
use crate::session::class::given::{Candidates, Given, GivenFault};
use crate::session::class::making::{self, Draft, MakingFault, could_stand_for};
use crate::session::{Action, Handed};
use std::path::{Path, PathBuf};

/// The lesson, in the folder of the samples.
const LESSON: &str = "lesson/hestvang-stand.md";

impl App {
    /// Has an assignment read.
    pub(super) fn open_assignment(&mut self, file: PathBuf) {
        self.worker.give(Job::assignment(file), &mut *self.host);
    }

    /// Shows what is to be done, and asks where the article is to lie.
    pub(super) fn show_assignment(&mut self, file: &Path, read: Result<Assignment, AssignmentFault>) {
        match read {
            Ok(assignment) => self.show(Modal::Assignment(Box::new(AssignmentSheet::new(assignment)))),
            Err(fault) => {
                let reason = told::assignment_fault(&fault);
                let name = file_name(file);
                let name = visible(&name);
                let words = say!("assignment-refused", name = name, reason = reason);
                self.notices.refuse(words, Some(say!("assignment-refused-hint")));
            }
        }
    }

    /// Has it laid into a folder.
    pub(super) fn unpack(&mut self, assignment: Assignment, folder: PathBuf) {
        self.worker.give(Job::unpack(assignment, folder), &mut *self.host);
    }

    /// It lies there now: its article is opened. Where it cannot, the dialog stays.
    pub(super) fn unpacked(&mut self, result: Result<PathBuf, AssignmentFault>) {
        match result {
            Ok(article) => {
                self.modal = None;
                self.open(article, &Options::default());
                self.notices.say(say!("assignment-opened"));
            }
            Err(fault) => {
                let reason = told::assignment_fault(&fault);
                self.notices.refuse(say!("assignment-not-laid", reason = reason), None);
            }
        }
    }

    /// Opens the lesson among the samples: its folder, and its article with the key and what a class handed in.
    pub(super) fn open_lesson(&mut self) {
        let article = self.samples.as_ref().map(|samples| samples.join(LESSON));
        let Some(article) = article.filter(|article| self.host.stamp(article).is_some()) else {
            return self.notices.say(say!("lesson-missing"));
        };
        if let Some(folder) = article.parent() {
            self.list(folder.to_owned());
        }
        self.open(article, &Options::default());
    }

    /// Has the instructions of the article read.
    pub(super) fn ask_instructions(&mut self) {
        let Some(path) = self.workspace.active().map(|session| session.path().to_owned()) else { return };
        self.worker.give(Job::instructions(path), &mut *self.host);
    }

    /// Shows them, if the article is still looked at.
    pub(super) fn show_instructions(&mut self, article: &Path, words: Option<String>) {
        if self.workspace.active().is_none_or(|session| session.path() != article) {
            return;
        }
        match words.map(|words| InstructionSheet::of(&words)).filter(|sheet| !sheet.is_empty()) {
            Some(sheet) => self.show(Modal::Instructions(sheet)),
            None => self.notices.say(say!("instructions-none")),
        }
    }

    /// Begins to make an assignment of the article, or goes on where that was left.
    pub(super) fn ask_assignment(&mut self) {
        let Some(session) = self.workspace.active() else { return };
        let kept = self.making.take().filter(|kept| kept.article == session.path());
        let sheet = kept.unwrap_or_else(|| Box::new(MakingSheet::of(session)));
        self.show(Modal::Making(sheet));
    }

    /// Has the chosen mark be left out of a key without cost, or no longer.
    pub(super) fn toggle_optional(&mut self) {
        let Some(session) = self.workspace.active() else { return };
        if let Some(mark) = session.focus() {
            let action = making::toggle_optional(session, mark);
            self.perform(&action);
        }
    }

    /// Has the chosen mark be another answer for the one that it overlaps, or no longer.
    pub(super) fn toggle_alternative(&mut self) {
        let Some(session) = self.workspace.active() else { return };
        let mark = session.focus();
        if let Some((mark, other)) = mark.and_then(|mark| Some((mark, could_stand_for(session, mark)?))) {
            let action = making::toggle_alternative(session, mark, other);
            self.perform(&action);
        }
    }

    /// Keeps what was typed of an assignment when its dialog goes.
    pub(super) fn keep_making(&mut self) {
        if let Some(Modal::Making(sheet)) = self.modal.take_if(|modal| matches!(modal, Modal::Making(_))) {
            self.making = Some(sheet).filter(|sheet| !sheet.is_done());
        }
    }

    /// Has an assignment written.
    pub(super) fn make_assignment(&mut self, draft: Draft, out: PathBuf, replaces: bool) {
        self.worker.give(Job::make_assignment(draft, out, replaces), &mut *self.host);
    }

    /// It is written, or not.
    pub(super) fn assignment_made(&mut self, path: &Path, result: Result<Option<String>, MakingFault>) {
        let fault = match &mut self.modal {
            Some(Modal::Making(sheet)) => sheet.was_written(path, result),
            _ => result.err(),
        };
        if let Some(fault) = fault {
            let reason = told::making_fault(&fault);
            self.notices.refuse(say!("making-failed", reason = reason), None);
        }
    }

    /// Has feedback laid beside the article that it is about.
    pub(super) fn open_feedback(&mut self, file: PathBuf) {
        let among = Candidates::new(self.workspace.sessions(), &self.settings.recent);
        self.worker.give(Job::feedback(file, among), &mut *self.host);
    }

    /// It lies there: the article is opened with it. Other layers are opened as what they are.
    pub(super) fn feedback_laid(&mut self, file: PathBuf, result: Result<Given, GivenFault>) {
        match result {
            Ok(given) => {
                self.open_article(given.article, &Options::default());
                self.show_at_side(FeedbackPanel::ID);
                self.notices.say(say!("feedback-laid", by = visible(&given.by)));
            }
            Err(GivenFault::NotFeedback) => self.open_article(file, &Options::default()),
            Err(fault) => {
                let name = visible(&file_name(&file));
                let reason = told::given_fault(&fault);
                let words = say!("feedback-refused", name = name, reason = reason);
                self.notices.refuse(words, Some(say!("feedback-refused-hint")));
            }
        }
    }

    /// Asks whether the marks are to be handed in, or says what was.
    pub(super) fn ask_hand_in(&mut self) {
        let Some(session) = self.workspace.active() else { return };
        if session.annotator().is_none() {
            return self.show(Modal::who(Vec::new()));
        }
        match session.handed_in() {
            Some(_) => self.write_handed(),
            None => self.show(Modal::HandIn(Box::default())),
        }
    }

    /// Hands the marks in: they are closed and saved, and stand in one more file that is to be sent.
    pub(super) fn hand_in(&mut self) {
        let Some(session) = self.workspace.active_mut() else { return };
        match session.perform(&Action::HandIn, &mut *self.host) {
            Ok(_) => {
                self.start_saves();
                self.write_handed();
            }
            Err(error) => self.notices.refuse(told::refusal(&error), told::hint(&error)),
        }
    }

    /// Has the file written, anew where it is there: what it holds is as it was handed in.
    fn write_handed(&mut self) {
        let Some(session) = self.workspace.active() else { return };
        let Some(handed) = session.handed() else { return };
        self.worker.give(Job::hand_in(session.path().to_owned(), handed), &mut *self.host);
    }

    /// The file is there: it is shown what is to be sent.
    pub(super) fn handed_in(&mut self, handed: Handed, written: Result<(), HostError>) {
        match written {
            Ok(()) => {
                self.show(Modal::HandIn(Box::new(HandInSheet { sent: Some(handed), waits: None })));
            }
            Err(error) => {
                let reason = told::host_error(&error);
                let path = handed.path.display().to_string();
                let words = say!("handed-in-not-written", path = path, reason = reason);
                self.notices.refuse(words, Some(say!("handed-in-not-written-hint")));
            }
        }
    }

    /// Takes back what was handed in, and does what was refused for that.
    pub(super) fn go_on_working(&mut self, action: Option<&Action>) {
        self.modal = None;
        self.perform(&Action::TakeBack);
        self.start_saves();
        action.into_iter().for_each(|action| self.perform(action));
        self.focus_page();
    }

    /// The person chose files or a folder: they are opened, or are what a dialog waits for.
    pub(super) fn chosen(&mut self, ask: &Ask, paths: Vec<PathBuf>) {
        match (&mut self.modal, paths.as_slice()) {
            (Some(Modal::Assignment(sheet)), [folder]) => return sheet.set_folder(folder),
            (Some(Modal::Making(sheet)), [folder]) => return sheet.set_folder(folder),
            (Some(Modal::Export(dialog)), [path]) => return dialog.set_path(path),
            (_, [path]) if *ask == Ask::Marks => {
                return self.do_import(importing::Ask::Read(path.clone()));
            }
            // The dialog that waited for it is gone.
            _ if matches!(ask, Ask::Place(_)) => return,
            _ => {}
        }
        paths.into_iter().for_each(|path| self.open(path, &Options::default()));
    }
}
