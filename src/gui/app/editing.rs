//! Changes to the marks of many articles at once: begun, followed, told of, and taken back as a whole.

use super::App;
use crate::gui::all_marks::AllMarks;
use crate::gui::command::Command;
use crate::gui::modal::Modal;
use crate::gui::notices::Offer;
use crate::gui::settings::Settings;
use crate::gui::shown_views::Views;
use crate::gui::situation::Situation;
use crate::gui::told;
use crate::gui::words::say;
use crate::gui::worker::Job;
use crate::layer::Annotator;
use crate::workspace::edits::{EditJob, EditReport, Edited, Edits, WaysBack};
use crate::workspace::{Partner, Workspace};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How many articles that could not be changed are named.
const MOST_NAMED: usize = 3;

/// What is being changed, and what can be taken back.
#[derive(Debug, Default)]
pub(super) struct Editing {
    /// Counts the changes of this window.
    n_begun: u64,
    running: BTreeMap<u64, Running>,
    /// What takes the last of them back.
    ways_back: WaysBack,
    /// What is to be done when it is known who marks.
    waiting: Option<Edits>,
}

impl<'a> Situation<'a> {
    /// What the window is in.
    pub(super) fn of(
        workspace: &'a Workspace,
        views: &Views,
        settings: &'a Settings,
        editing: &Editing,
    ) -> Self {
        let table = views.get::<AllMarks>().filter(|_| views.page() == Some(AllMarks::ID));
        Self {
            n_chosen: table.map(AllMarks::n_chosen),
            session: workspace.active(),
            settings,
            page: views.page(),
            crowded: views.crowded(),
            has_folder: workspace.library().is_some(),
            is_folder_coming: false,
            shows_differences: false,
            is_on_wall: false,
            shows_class: false,
            has_class: false,
            can_undo_edits: !editing.ways_back.is_empty() && editing.running.is_empty(),
            folder_steps: views
                .page()
                .is_some_and(|page| super::register::PAGES.contains(&page))
                .then(|| workspace.steps_in_folder()),
        }
    }
}

/// A change on its way.
#[derive(Debug, Default)]
struct Running {
    /// What it is called; `None`: it takes another one back.
    label: Option<String>,
    report: EditReport,
    /// In how many articles it is to be done off the frame, and in how many it was.
    n_all: usize,
    n_done: usize,
}

impl Editing {
    /// The person does not say who marks.
    pub(super) fn forget_waiting(&mut self) {
        self.waiting = None;
    }
}

impl App {
    /// Changes the marks of many articles, after asking who marks if that is not known yet.
    pub(super) fn edit_many(&mut self, edits: Edits) {
        let people = self.people_at(edits.articles());
        if people.values().any(Option::is_none) {
            self.editing.waiting = Some(edits);
            return self.show(Modal::who(Vec::new()));
        }
        let label = Some(edits.label().to_owned());
        let (report, job) = self.workspace.edit(edits, &|path| people.get(path).cloned()?, &mut *self.host);
        self.begin_edits(Running { label, report, ..Running::default() }, job);
    }

    /// Who marks in each of these articles: a folder in another one may have a person of its own.
    fn people_at<'a>(
        &self,
        articles: impl Iterator<Item = &'a Path>,
    ) -> BTreeMap<PathBuf, Option<Annotator>> {
        articles.map(|path| (path.to_owned(), self.person_at(path))).collect()
    }

    /// Does what waited for the name of the person.
    pub(super) fn edit_waiting(&mut self) {
        if let Some(edits) = self.editing.waiting.take() {
            self.edit_many(edits);
        }
    }

    /// Takes back what was done last.
    pub(super) fn undo_edits(&mut self) {
        let ways = std::mem::take(&mut self.editing.ways_back);
        let people = self.people_at(ways.articles());
        let who = |path: &Path| people.get(path).cloned()?;
        let (report, job) = self.workspace.take_back(ways, &who, &mut *self.host);
        self.begin_edits(Running { report, ..Running::default() }, job);
    }

    /// Takes the step in another article that goes with one that was taken in this; one that is not open is
    /// changed off the frame.
    pub(super) fn step_with(&mut self, partner: &Partner) {
        let people: BTreeMap<_, _> = self
            .workspace
            .article_of(partner)
            .map(|path| (path.clone(), self.person_at(&path)))
            .into_iter()
            .collect();
        let who = |path: &Path| people.get(path).cloned()?;
        let (report, job) = self.workspace.follow_with(partner, &who, &mut *self.host);
        if !job.is_empty() {
            self.begin_edits(Running { report, ..Running::default() }, job);
        }
    }

    fn begin_edits(&mut self, running: Running, job: EditJob) {
        let running = Running { n_all: job.n_articles(), ..running };
        self.editing.n_begun += 1;
        let nth = self.editing.n_begun;
        self.notices.forget_offers();
        self.editing.running.insert(nth, running);
        if job.is_empty() {
            return self.edited(nth, None);
        }
        self.notices.whisper(&say!("edits-running", done = 0, all = job.n_articles()));
        if !self.worker.give(Job::edit(nth, job), &mut *self.host) {
            self.notices.refuse(say!("edits-too-many"), None);
            self.edited(nth, None);
        }
    }

    /// One more article was changed, or (`None`) all of them were.
    pub(super) fn edited(&mut self, nth: u64, edited: Option<Edited>) {
        match edited {
            Some(edited) => {
                // The folder reads what was written, and so does the article if it was opened meanwhile.
                self.indexing.has_changed(edited.path.clone());
                self.look_at(&edited.path, None, true);
                if let Some(running) = self.editing.running.get_mut(&nth) {
                    running.report.take(edited);
                    running.n_done += 1;
                    self.notices.go_on(say!("edits-running", done = running.n_done, all = running.n_all));
                }
            }
            None => {
                self.look_at_changed();
                if let Some(running) = self.editing.running.remove(&nth) {
                    self.tell_edits(running);
                }
            }
        }
    }

    /// The program made a mistake at the change that was running: what was done until then can be taken
    /// back.
    pub(super) fn edits_failed(&mut self) {
        if let Some((_, running)) = self.editing.running.pop_first() {
            self.tell_edits(running);
        }
    }

    /// Waits for what is being changed, before the window goes.
    pub(super) fn wait_for_edits(&mut self) {
        while !self.editing.running.is_empty()
            && let Some(event) = self.worker.wait(Duration::from_secs(10))
        {
            self.answer(event);
        }
    }

    /// Says what came of it.
    fn tell_edits(&mut self, Running { label, report, .. }: Running) {
        self.notices.forget_offers();
        let more = self.left_out(&report);
        let (marks, articles) = (report.n_marks, report.n_articles);
        let Some(label) = label else {
            let words = say!("edits-taken-back", marks = marks, articles = articles);
            return self.notices.tell(words, more);
        };
        if marks == 0 {
            return self.notices.refuse(say!("edits-nothing", what = label), more);
        }
        let words = say!("edits-done", what = label, marks = marks, articles = articles);
        self.editing.ways_back = report.ways_back;
        let key = self.commands().key_hint(&Command::UNDO_EDITS);
        let hint = format!("{}{key}", say!("notice-undo-hint"));
        self.notices.offer(
            words,
            more,
            Offer { label: say!("notice-undo"), hint, command: Command::UNDO_EDITS },
        );
    }

    /// What was not done, and why.
    fn left_out(&self, report: &EditReport) -> Option<String> {
        let mut told = Vec::new();
        if 0 < report.n_stayed {
            told.push(say!("edits-stayed", count = report.n_stayed));
        }
        if let Some(reason) = report.reasons.first() {
            told.push(say!("edits-refused", count = report.n_refused, reason = told::refusal(reason)));
        }
        told.extend(report.faults.iter().take(MOST_NAMED).map(|(_, fault)| told::edit_fault(fault)));
        if let Some(more) = report.faults.len().checked_sub(MOST_NAMED).filter(|more| 0 < *more) {
            told.push(say!("edits-more-faults", count = more));
        }
        (!told.is_empty()).then(|| told.join("; "))
    }
}
