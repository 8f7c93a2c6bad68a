//! Differences between people: found off the frame for the page, and in the open article while they are shown.

use super::App;
use crate::gui::comparing::{CompareJob, Comparing, Found, MeasureJob, Measured};
use crate::gui::differences_page::DifferencesPage;
use crate::gui::words::say;
use crate::gui::worker::{Job, Lane};
use std::path::Path;

/// Whether differences are shown in the article, and what they are.
#[derive(Debug, Default)]
pub(super) struct ShownDifferences {
    is_on: bool,
    here: Option<Comparing>,
}

impl ShownDifferences {
    /// What is shown.
    pub(super) fn shown(&self) -> Option<&Comparing> {
        self.here.as_ref().filter(|_| self.is_on)
    }

    /// Whether they are.
    pub(super) fn is_on(&self) -> bool {
        self.is_on
    }
}

impl App {
    /// Has people's marks compared; what was asked for before is not waited for any more.
    pub(super) fn compare_people(&mut self, job: CompareJob) {
        self.worker.cancel(Lane::Table, Path::new(Job::COMPARING));
        self.worker.give(Job::compare_people(job), &mut *self.host);
    }

    /// Has agreement measured, the same way.
    pub(super) fn measure_agreement(&mut self, job: MeasureJob) {
        self.worker.cancel(Lane::Table, Path::new(Job::MEASURING));
        self.worker.give(Job::measure_agreement(job), &mut *self.host);
    }

    /// It was measured.
    pub(super) fn agreement_measured(&mut self, measured: Measured) {
        if let Some(page) = self.views.get_mut::<DifferencesPage>() {
            page.take_measured(measured);
        }
    }

    /// They were compared.
    pub(super) fn people_compared(&mut self, found: Found) {
        if let Some(page) = self.views.get_mut::<DifferencesPage>() {
            page.take(found);
        }
    }

    /// Shows differences in the article, or no longer.
    pub(super) fn show_differences(&mut self, is_on: bool) {
        self.differences.is_on = is_on;
        self.follow_differences();
    }

    /// Compares anew where the open article's marks changed.
    pub(super) fn follow_differences(&mut self) {
        if !self.differences.is_on {
            self.differences.here = None;
            return;
        }
        let people = self.views.get::<DifferencesPage>().and_then(DifferencesPage::chosen);
        let session = self.workspace.active();
        let is_same = |here: &Comparing| session.is_some_and(|session| here.is_of(session, people));
        if !self.differences.here.as_ref().is_some_and(is_same) {
            self.differences.here = session.map(|session| Comparing::of(session, people));
        }
    }

    /// Goes to the next passage that people marked differently, or to the one before, and shows differences
    /// from now on.
    pub(super) fn step_difference(&mut self, forward: bool) {
        self.show_differences(true);
        let here = self.differences.here.as_ref().zip(self.workspace.active());
        let Some((here, session)) = here else { return };
        let (n_people, n_agreed) = (here.found.people.len(), here.found.agreed.len());
        match here.step(session, forward) {
            Some(mark) => self.go_to_mark(mark),
            None if n_people < 2 => self.notices.say(say!("differences-alone-here")),
            None => self.notices.say(say!("differences-none-here", count = n_agreed)),
        }
    }
}
