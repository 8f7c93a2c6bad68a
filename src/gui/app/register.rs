//! What is done about the folder (actors, incidents, verdicts), and its way to the disk.

use super::App;
use crate::gui::actors_page::ActorsPage;
use crate::gui::checks_page::ChecksPage;
use crate::gui::ledger::IncidentsPage;
use crate::gui::modal::Modal;
use crate::gui::threads_page::ThreadsPage;
use crate::gui::told;
use crate::gui::worker::Job;
use crate::session::history::Way;
use crate::session::{Action, ActionError, FolderAction, FolderSaveResult};

/// The pages on which undo is about the folder.
pub(super) const PAGES: [&str; 4] = [ThreadsPage::ID, ActorsPage::ID, ChecksPage::ID, IncidentsPage::ID];

impl App {
    /// Does something about the folder, after asking who marks if that is not known yet.
    pub(super) fn perform_in_folder(&mut self, action: &FolderAction) {
        let Some(me) = self.person_here() else {
            // One deed may come with another, which needs it.
            return match &mut self.modal {
                Some(Modal::WhoMarks { then, .. }) => then.push(Action::Folder(action.clone())),
                _ => self.show(Modal::who(vec![Action::Folder(action.clone())])),
            };
        };
        match self.workspace.perform_in_folder(action, &me, &mut *self.host) {
            Ok(()) => self.save_register(),
            Err(error) => self.refuse_in_folder(&error),
        }
    }

    /// Takes a step in the folder, where one of its pages is looked at; whether it is.
    pub(super) fn step_in_folder(&mut self, way: Way) -> bool {
        if !self.views.page().is_some_and(|page| PAGES.contains(&page)) {
            return false;
        }
        match self.workspace.step_in_folder(way) {
            Ok(label) => {
                self.save_register();
                self.notices.say(told::folder_step(way, label));
            }
            Err(error) => self.refuse_in_folder(&error),
        }
        true
    }

    fn refuse_in_folder(&mut self, error: &ActionError) {
        self.notices.refuse(told::refusal(error), told::hint(error));
    }

    fn save_register(&mut self) {
        if let Some(job) = self.workspace.start_register_save(&*self.host) {
            self.worker.give(Job::save_register(job), &mut *self.host);
        }
    }

    /// Keeps what was refused in the article that is looked at.
    pub(super) fn keep_refused(&mut self) {
        let Some(me) = self.person_here() else { return };
        match self.workspace.keep_refused(&me, &mut *self.host) {
            Ok(job) => job.into_iter().for_each(|job| {
                self.worker.give(Job::save_register(job), &mut *self.host);
            }),
            Err(error) => self.refuse_in_folder(&error),
        }
    }

    /// A register was written, or not.
    pub(super) fn register_saved(&mut self, result: FolderSaveResult) {
        if let Some(error) = self.workspace.finish_register_save(result) {
            self.notices.refuse(told::save_error(&error), None);
        } else {
            // What was done meanwhile is written next.
            self.save_register();
        }
    }
}
