//! Assignments: opened, laid into a folder, their instructions shown again.

use super::App;
use crate::document::import::Options;
use crate::gui::class::{AssignmentSheet, InstructionSheet};
use crate::gui::importing;
use crate::gui::modal::Modal;
use crate::gui::told;
use crate::gui::widgets::visible;
use crate::gui::words::say;
use crate::gui::worker::{Ask, Job};
use crate::host::file_name;
use crate::session::class::assignment::{Assignment, AssignmentFault};
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

    /// The person chose files or a folder: they are opened, or are what a dialog waits for.
    pub(super) fn chosen(&mut self, ask: &Ask, paths: Vec<PathBuf>) {
        match (&mut self.modal, paths.as_slice()) {
            (Some(Modal::Assignment(sheet)), [folder]) => return sheet.set_folder(folder),
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
