//! The table of all marks: made off the frame, and what is done to the marks that are chosen in it.

use super::App;
use crate::analysis::ledger::{Ledger, LedgerJob};
use crate::analysis::study::{Answer, Asked, StudyJob};
use crate::gui::actors_page::ActorsPage;
use crate::gui::all_marks::{AllMarks, Deed};
use crate::gui::checks_page::ChecksPage;
use crate::gui::ledger::{CountsPage, IncidentsPage, LookJob, Looked, SourcesPage};
use crate::gui::modal::Modal;
use crate::gui::progress_page::ProgressPage;
use crate::gui::threads_page::ThreadsPage;
use crate::gui::words::say;
use crate::gui::worker::{Job, Lane};
use crate::library::table::{Table, TableJob};
use egui::Context;
use std::path::Path;
use std::sync::Arc;

impl App {
    /// Has a table made; one that is being made is not waited for any more.
    pub(super) fn tabulate(&mut self, job: TableJob) {
        self.worker.cancel(Lane::Table, Path::new(""));
        self.worker.give(Job::tabulate(job), &mut *self.host);
    }

    /// A table was made.
    pub(super) fn tabulated(&mut self, table: Table) {
        if let Some(page) = self.views.get_mut::<AllMarks>() {
            page.take(table);
        }
    }

    /// Has a part of the folder's ledger computed.
    pub(super) fn reckon(&mut self, job: LedgerJob) {
        self.worker.give(Job::reckon(job), &mut *self.host);
    }

    /// Has the statements of an incident held against each other; another one is not waited for any more.
    pub(super) fn look_at_incident(&mut self, job: LookJob) {
        self.worker.cancel(Lane::Table, Path::new(Job::LOOKING));
        self.worker.give(Job::look_at_incident(job), &mut *self.host);
    }

    /// They were.
    pub(super) fn looked_at_incident(&mut self, looked: Looked) {
        if let Some(page) = self.views.get_mut::<IncidentsPage>() {
            page.take_looked(looked);
        }
    }

    /// A part of the folder's ledger was computed.
    pub(super) fn reckoned(&mut self, ledger: &Arc<Ledger>) {
        if let Some(page) = self.views.get_mut::<IncidentsPage>() {
            page.take(ledger);
        }
        if let Some(page) = self.views.get_mut::<SourcesPage>() {
            page.take(ledger);
        }
        if let Some(page) = self.views.get_mut::<CountsPage>() {
            page.take(ledger);
        }
    }

    /// Has found what a page about the folder asks.
    pub(super) fn study(&mut self, job: StudyJob) {
        self.worker.give(Job::study(job), &mut *self.host);
    }

    /// It was found.
    pub(super) fn studied(&mut self, asked: Asked, answer: Answer) {
        match answer {
            Answer::Threads(threads) => {
                self.views.get_mut::<ThreadsPage>().into_iter().for_each(|page| page.take(asked, &threads));
            }
            Answer::Actors(actors) => {
                self.views.get_mut::<ActorsPage>().into_iter().for_each(|page| page.take(asked, &actors));
            }
            Answer::Checks(findings) => {
                self.views.get_mut::<ChecksPage>().into_iter().for_each(|page| page.take(asked, &findings));
            }
            Answer::Progress(progress) => {
                self.views.get_mut::<ProgressPage>().into_iter().for_each(|page| page.take(asked, &progress));
            }
        }
    }

    /// Shows the table of all marks for a line of words and filters.
    pub(super) fn list_marks_of(&mut self, line: String, ctx: &Context) {
        self.show_view(AllMarks::ID, ctx);
        if let Some(page) = self.views.get_mut::<AllMarks>() {
            page.ask(line);
        }
    }

    /// The table of all marks, where it is looked at.
    pub(super) fn table_mut(&mut self) -> Option<&mut AllMarks> {
        let is_front = self.views.page() == Some(AllMarks::ID);
        self.views.get_mut::<AllMarks>().filter(|_| is_front)
    }

    /// Copies the chosen rows of the table, or all of them; whether it is looked at.
    pub(super) fn copy_rows(&mut self, ctx: &Context) -> bool {
        let is_front = self.views.page() == Some(AllMarks::ID);
        let page = self.views.get::<AllMarks>().filter(|_| is_front);
        let Some((page, library)) = page.zip(self.workspace.library()) else { return false };
        let (text, n_rows) = page.as_markdown(library);
        ctx.copy_text(text);
        self.notices.say(say!("all-marks-copied", count = n_rows));
        true
    }

    /// Does something to the chosen marks, as far as they are the person's own: at once if it is one, else
    /// when the person has seen what it comes to.
    pub(super) fn edit_chosen(&mut self, deed: Deed) {
        let me = self.person_here().map(|me| me.id);
        let page = self.views.get::<AllMarks>();
        let Some((page, library)) = page.zip(self.workspace.library()) else { return };
        let meant = page.meant(library, me);
        if meant.mine.is_empty() {
            let hint = meant.left();
            return self.notices.refuse(say!("all-marks-none-mine"), hint);
        }
        match deed {
            Deed::Note => self.show(Modal::NoteMany(meant.note())),
            deed => {
                let proposal = meant.proposal(&deed, library.codebook());
                if meant.mine.len() == 1 && meant.n_others == 0 {
                    self.edit_many(proposal.edits);
                } else {
                    self.show(Modal::Edits(proposal));
                }
            }
        }
    }
}
