//! A class in the window: what was handed in is taken in, graded off the frame, decided and kept.

use super::App;
use crate::gui::class::{Choice, ClassRequest, GradesSheet, Grading, OutGoing, Time, Wanted};
use crate::gui::grade_book::GradeBook;
use crate::gui::modal::Modal;
use crate::gui::situation::Situation;
use crate::gui::told;
use crate::gui::widgets::visible;
use crate::gui::words::say;
use crate::gui::worker::{Ask, Job};
use crate::host::file_name;
use crate::layer::AnnotationId;
use crate::session::class::assignment::is_assignment;
use crate::session::class::handed::may_be_handed_in;
use crate::session::class::{
    ClassAction, ClassBook, ClassDesk, ClassDeskFault, ClassFault, ClassJob, ClassSaveResult, Lessons,
    OutFault, Written,
};
use crate::session::history::Way;
use std::path::{Path, PathBuf};
use std::sync::Arc;

impl App {
    /// Does what is asked of a class.
    pub(super) fn do_with_class(&mut self, request: ClassRequest) {
        match request {
            ClassRequest::Decide(action) => self.decide(&action),
            ClassRequest::Choose(time, choice) => {
                self.grading.awaits = Some(time);
                self.worker.ask(ask(choice));
            }
            ClassRequest::ChoosePath(choice) => self.worker.ask(ask(choice)),
            ClassRequest::ChooseAssignment => {
                self.grading.awaits_key = true;
                self.worker.ask(Ask::Assignment);
            }
            ClassRequest::ByArticle => self.grading.assignment = None,
            ClassRequest::Unseal(words) => {
                self.grading.pass_phrase = Some(words);
                self.grading.made = None;
            }
            ClassRequest::ReadAgain => {
                self.grading.nth += 1;
            }
            ClassRequest::AskOut => self.ask_grades_out(None),
            ClassRequest::Out(out) => self.write_grades(out),
        }
    }

    /// Has the class read, graded and graded anew, where it is looked at: on its page, or in the article.
    pub(super) fn follow_class(&mut self) {
        let is_shown = self.views.page() == Some(GradeBook::ID) || self.grading.is_in_article;
        if !is_shown {
            return;
        }
        let about = self.grading.wanted_about(self.workspace.active());
        if self.grading.about != about {
            self.grading.begin(about.clone());
            if let Some(about) = about {
                self.worker.give(Job::class_desk(about), &mut *self.host);
            }
            return;
        }
        let wanted = self.grading.wanted(self.workspace.active());
        let Some(wanted) = wanted.filter(|_| self.grading.asked.is_none()) else { return };
        if self.grading.made.as_ref() == Some(&wanted) {
            return;
        }
        let Some(source) = Grading::source(&wanted, self.workspace.active()) else { return };
        // What was read is read again only where that is asked for.
        let is_same = |made: &Wanted| made.nth == wanted.nth;
        let known = self.grading.book.clone().filter(|_| self.grading.made.as_ref().is_some_and(is_same));
        let (about, grades) = (wanted.about.clone(), Arc::clone(&wanted.grades));
        self.grading.asked = Some(wanted);
        self.worker.give(
            Job::grade(ClassJob { about, source, grades, known, earlier: Lessons::default() }),
            &mut *self.host,
        );
    }

    /// What was decided of a class was read, or not.
    pub(super) fn class_desk_read(&mut self, about: &Path, read: Result<ClassDesk, ClassDeskFault>) {
        if self.grading.about.as_deref() != Some(about) {
            return;
        }
        match read {
            Ok(desk) => {
                self.grading.desk = Some(desk);
                let waiting = std::mem::take(&mut self.grading.waiting);
                self.collect_class(Time::Now, &waiting);
            }
            Err(fault) => self.grading.desk_fault = Some(fault),
        }
    }

    /// A class was graded, or not.
    pub(super) fn graded(&mut self, about: &Path, result: Result<ClassBook, ClassFault>) {
        if self.grading.asked.as_ref().is_none_or(|asked| asked.about != about) {
            return;
        }
        self.grading.made = self.grading.asked.take();
        match result {
            Ok(book) => {
                (self.grading.book, self.grading.fault) = (Some(Arc::new(book)), None);
            }
            Err(fault) => {
                self.grading.book = None;
                self.grading.fault = Some(fault);
            }
        }
    }

    /// Decides something, which is kept beside the article.
    pub(super) fn decide(&mut self, action: &ClassAction) {
        let book = self.grading.book.clone();
        let Some(desk) = &mut self.grading.desk else { return };
        match desk.perform(action, book.as_deref(), &mut *self.host) {
            Ok(()) => self.save_class(),
            Err(error) => self.notices.refuse(told::class_error(&error), None),
        }
    }

    /// Takes a step back or forth, where the page of the class is looked at; whether it is.
    pub(super) fn step_in_class(&mut self, way: Way) -> bool {
        if self.views.page() != Some(GradeBook::ID) {
            return false;
        }
        let Some(desk) = &mut self.grading.desk else { return true };
        match desk.step(way) {
            Ok(label) => {
                self.save_class();
                self.notices.say(told::class_step(way, &label));
            }
            Err(error) => self.notices.refuse(told::class_error(&error), None),
        }
        true
    }

    /// The same situation with what the class adds to it: on its page, whether a step can be taken back and done
    /// again.
    pub(super) fn with_class<'a>(&self, at: Situation<'a>) -> Situation<'a> {
        let desk = self.grading.desk.as_ref();
        let steps = || {
            let can_undo = desk.is_some_and(|desk| desk.undo_label().is_some());
            (can_undo, desk.is_some_and(|desk| desk.redo_label().is_some()))
        };
        let is_shown = self.views.page() == Some(GradeBook::ID);
        let folder_steps = if is_shown { Some(steps()) } else { at.folder_steps };
        Situation {
            folder_steps,
            shows_class: self.grading.is_in_article,
            has_class: self.grading.book.is_some(),
            ..at
        }
    }

    fn save_class(&mut self) {
        let job = |desk: &mut ClassDesk| Some((desk.about().to_owned(), desk.start_save()?));
        if let Some((about, job)) = self.grading.desk.as_mut().and_then(job) {
            self.worker.give(Job::save_class(about, job), &mut *self.host);
        }
    }

    /// What was decided was written, or not.
    pub(super) fn class_saved(&mut self, about: &Path, result: ClassSaveResult) {
        let Some(desk) = self.grading.desk.as_mut().filter(|desk| desk.about() == about) else {
            if let Err(fault) = result.outcome() {
                self.notices.refuse(told::class_desk_fault(fault), None);
            }
            return;
        };
        match desk.finish_save(result) {
            Ok(()) => self.save_class(),
            Err(fault) => {
                self.notices.refuse(told::class_desk_fault(&fault), Some(say!("class-unsaved-hint")))
            }
        }
    }

    /// Takes files as what was handed in, where they were asked for; whether they were.
    pub(super) fn take_handed_in(&mut self, paths: &[PathBuf]) -> bool {
        if let ([file], true) = (paths, std::mem::take(&mut self.grading.awaits_key)) {
            self.modal = self.modal.take().filter(|modal| !matches!(modal, Modal::OpenPath(_)));
            self.grading.assignment = Some(file.clone());
            return true;
        }
        let Some(time) = self.grading.awaits.take() else { return false };
        self.collect_class(time, paths);
        true
    }

    fn collect_class(&mut self, time: Time, paths: &[PathBuf]) {
        let paths: Vec<String> = paths.iter().map(|path| self.grading.path_from(path)).collect();
        if paths.is_empty() {
            return;
        }
        self.modal = self.modal.take().filter(|modal| !matches!(modal, Modal::OpenPath(_)));
        let action = match time {
            Time::Now => ClassAction::Collect(paths),
            Time::Before => ClassAction::CollectBefore(paths),
        };
        self.decide(&action);
    }

    /// Takes what was dropped as what was handed in: all on the page of the class, and elsewhere what can be
    /// nothing else. Whether it was taken.
    pub(super) fn drop_on_class(&mut self, paths: &[PathBuf]) -> bool {
        let is_shown = self.views.page() == Some(GradeBook::ID);
        let is_class = 1 < paths.len() && paths.iter().all(|path| may_be_handed_in(path));
        let takes = is_shown || is_class && self.workspace.active().is_some();
        if paths.is_empty() || !takes {
            return false;
        }
        match paths {
            [file] if is_assignment(file) => self.grading.assignment = Some(file.clone()),
            [table] if table.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) => {
                self.ask_grades_out(Some(table));
            }
            _ if is_shown && self.grading.desk.is_some() => self.collect_class(Time::Now, paths),
            _ => {
                // The class is read first, and takes them then.
                self.views.show(GradeBook::ID);
                self.grading.waiting.extend(paths.iter().cloned());
            }
        }
        true
    }

    /// Asks where grades are to go; into a table that was downloaded, where one is named.
    pub(super) fn ask_grades_out(&mut self, table: Option<&Path>) {
        let (Some(about), Some(_)) = (self.grading.about.as_deref(), &self.grading.book) else {
            return self.notices.say(say!("class-nothing-out"));
        };
        self.show(Modal::Grades(GradesSheet::new(about, table)));
    }

    fn write_grades(&mut self, out: OutGoing) {
        let Some(book) = self.grading.book.clone() else { return };
        self.worker
            .give(Job::grades_out(book, (out.out, out.replaces), self.codebook().clone()), &mut *self.host);
    }

    /// Grades went out, or not: then the dialog stays.
    pub(super) fn grades_written(&mut self, result: Result<Written, OutFault>) {
        match result {
            Ok(written) => {
                self.modal = self.modal.take().filter(|modal| !matches!(modal, Modal::Grades(_)));
                let name = visible(&file_name(&written.path));
                let words = say!("out-written", name = name, count = written.n);
                if written.without_row.is_empty() {
                    return self.notices.say(words);
                }
                let people: Vec<String> = written.without_row.iter().map(|name| visible(name)).collect();
                let (count, people) = (people.len(), people.join(", "));
                let without = say!("out-without-row", count = count, people = people);
                self.notices.refuse(words, Some(without));
            }
            Err(fault) => {
                let is_asked = match &mut self.modal {
                    Some(Modal::Grades(sheet)) => sheet.take_fault(&fault),
                    _ => false,
                };
                if !is_asked {
                    self.notices.refuse(told::out_fault(&fault), None);
                }
            }
        }
    }

    /// Takes what was chosen in the system's dialog: for the dialog that is open, or as what was handed in. Whether
    /// it was for either.
    pub(super) fn take_chosen(&mut self, paths: &[PathBuf]) -> bool {
        if let (Some(Modal::Grades(sheet)), [path]) = (&mut self.modal, paths) {
            sheet.set_path(path);
            return true;
        }
        self.take_handed_in(paths)
    }

    /// Goes to a mark of the key in the article, which shows where the class marked from now on.
    pub(super) fn show_in_class(&mut self, mark: AnnotationId) {
        let Some(session) = self.workspace.active() else { return };
        let Some(book) = self.grading.book_on(session) else { return };
        let place = book.marking.places().iter().find(|(id, _)| *id == mark).map(|(_, range)| *range);
        if let Some(place) = place {
            self.grading.is_in_article = true;
            self.views.leave_page();
            self.go_to_offset(place.start());
        }
    }

    /// Shows in the article where the class marked, or no longer.
    pub(super) fn toggle_class_in_article(&mut self) {
        self.grading.is_in_article = !self.grading.is_in_article;
    }

    /// Goes to the mark of the key behind the caret, or before it, and shows there how the class marked it.
    pub(super) fn step_in_key(&mut self, forward: bool) {
        self.grading.is_in_article = true;
        let next = self.workspace.active().and_then(|session| {
            let book = self.grading.book_on(session)?;
            let head = session.selection().head;
            let places = book.marking.places();
            let found = match forward {
                true => places.iter().find(|(_, range)| head < range.start()).or(places.first()),
                false => places.iter().rev().find(|(_, range)| range.start() < head).or(places.last()),
            };
            found.map(|(mark, _)| *mark)
        });
        match next {
            Some(mark) => self.show_in_class(mark),
            None => self.notices.say(say!("class-no-step")),
        }
    }
}

fn ask(choice: Choice) -> Ask {
    match choice {
        Choice::Files => Ask::HandedIn,
        Choice::Folder => Ask::Folder,
    }
}
