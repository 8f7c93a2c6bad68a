//! The page 'Who has done what': people against the articles of the folder, with what is handed in, in work and
//! not begun, how many marks there are and when the last was changed.

use super::known::KnownFor;
use super::outbox::{Request, Work};
use super::settings::Settings;
use super::threads_page::{being_read_ui, no_folder_ui, none_ui};
use super::view::{Tabled, View};
use super::view_ctx::ViewCtx;
use super::widgets::heat_map::{Cell, heat_map_ui};
use super::widgets::{shortened, visible};
use super::words::{day_of, say};
use crate::analysis::progress::{Done, Progress};
use crate::analysis::study::{Asked, Question, StudyJob};
use crate::document::Timestamp;
use crate::library::Entry;
use crate::session::exporting::{Field, Sheet};
use crate::workspace::Workspace;
use egui::{Frame, Margin, RichText, Ui};
use std::sync::Arc;

/// The grounds of what is handed in and of what is in work.
const STRENGTHS: (f32, f32) = (0.4, 0.14);
/// The most letters of an article's title.
const LONGEST: usize = 40;

/// What is shown.
#[derive(Default)]
pub(super) struct ProgressPage {
    progress: KnownFor<Asked, Progress>,
    /// Whether only articles are listed that somebody has not handed in.
    only_open: bool,
}

impl ProgressPage {
    /// Its name in the table of views.
    pub(super) const ID: &'static str = "progress";

    /// Takes over what was found.
    pub(super) fn take(&mut self, asked: Asked, progress: &Arc<Progress>) {
        self.progress.take(&asked, progress);
    }
}

impl View for ProgressPage {
    fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let Some(library) = cx.workspace.library() else { return no_folder_ui(cx, ui) };
        self.progress.follow(Asked::of(library, Question::Progress), |asked| {
            cx.ask(Request::Work(Work::Study(Box::new(StudyJob::new(library, asked.question)))));
        });
        let Some(progress) = self.progress.known().cloned() else { return being_read_ui(cx, ui) };
        let progress = &*progress;
        Frame::new().inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| {
            if progress.people.is_empty() {
                return none_ui(cx, library, &say!("progress-none"), &say!("progress-none-hint"), ui);
            }
            people_ui(cx, progress, ui);
            ui.checkbox(&mut self.only_open, say!("progress-only-open"));
            ui.add_space(6.0);
            let listed: Vec<&(Arc<Entry>, Vec<Option<Done>>)> = listed(progress, self.only_open).collect();
            let rows: Vec<String> =
                listed.iter().map(|(entry, _)| shortened(&visible(&entry.title), LONGEST)).collect();
            let columns: Vec<String> = progress.people.iter().map(|who| visible(&who.name)).collect();
            let cell = |row: usize, column: usize| {
                let done = listed.get(row).and_then(|(_, done)| done.get(column).copied().flatten());
                let name = |all: &[String], nth: usize| all.get(nth).cloned().unwrap_or_default();
                cell_of(done, &name(&rows, row), &name(&columns, column))
            };
            let clicked = heat_map_ui(cx, "people and articles", (&rows, &columns), &cell, ui);
            let Some((row, column)) = clicked else { return };
            let Some(((entry, _), who)) = listed.get(row).zip(progress.people.get(column)) else { return };
            let first = entry.rows.iter().find(|row| row.person.id == who.id && row.place.is_some());
            let file = library.file_of(entry);
            cx.ask(match first {
                Some(mark) => Request::MarkIn(file, mark.id),
                None => Request::Open(file),
            });
        });
    }

    fn focus(&mut self, _stop: usize) {}

    fn tabled(&self, _workspace: &Workspace, _settings: &Settings) -> Option<Tabled> {
        let progress = self.progress.known()?;
        let listed: Vec<(Arc<Entry>, Vec<Option<Done>>)> =
            listed(progress, self.only_open).cloned().collect();
        let people: Vec<String> = progress.people.iter().map(|who| who.name.clone()).collect();
        Some(Tabled::new(listed.len() * people.len(), move || sheet(&listed, &people)))
    }
}

/// The articles that are listed.
fn listed(progress: &Progress, only_open: bool) -> impl Iterator<Item = &(Arc<Entry>, Vec<Option<Done>>)> {
    let is_open = |done: &Option<Done>| done.is_none_or(|done| done.handed_in.is_none());
    progress.articles.iter().filter(move |(_, done)| !only_open || done.iter().any(is_open))
}

/// A row for each article and person.
fn sheet(listed: &[(Arc<Entry>, Vec<Option<Done>>)], people: &[String]) -> Sheet {
    let row = |entry: &Entry, done: Option<Done>, person: &String| {
        let state = match done {
            None => say!("progress-state-open"),
            Some(done) if done.handed_in.is_some() => say!("progress-state-handed-in"),
            Some(_) => say!("progress-state-work"),
        };
        vec![
            Field::words(entry.title.to_string()),
            Field::words(person.as_str()),
            Field::words(state),
            Field::Number(done.map_or(0.0, |done| f64::from(done.n_marks))),
            Field::words(done.and_then(|done| done.handed_in).map(day_of).unwrap_or_default()),
            Field::words(done.and_then(|done| done.last_change).map(day_of).unwrap_or_default()),
        ]
    };
    let rows = listed.iter().flat_map(|(entry, done)| {
        people
            .iter()
            .enumerate()
            .map(move |(nth, person)| row(entry, done.get(nth).copied().flatten(), person))
    });
    Sheet {
        title: say!("command-show-progress"),
        head: vec![
            say!("column-article"),
            say!("column-person"),
            say!("progress-state"),
            say!("progress-marks"),
            say!("progress-handed-in-on"),
            say!("progress-last-change"),
        ],
        rows: rows.collect(),
    }
}

/// A line for each person.
fn people_ui(cx: &ViewCtx<'_>, progress: &Progress, ui: &mut Ui) {
    for (nth, who) in progress.people.iter().enumerate() {
        let tally = progress.tally(nth);
        let words = say!(
            "progress-person",
            person = visible(&who.name),
            handed = tally.handed_in,
            work = tally.in_work,
            open = tally.not_begun,
            marks = tally.n_marks,
            day = day(tally.last_change)
        );
        ui.label(RichText::new(words).color(cx.theme.ink));
    }
}

fn day(at: Option<Timestamp>) -> String {
    at.map_or_else(|| "–".to_owned(), day_of)
}

fn cell_of(done: Option<Done>, article: &str, person: &str) -> Cell {
    let Some(done) = done else {
        return Cell {
            name: say!("progress-not-begun", article = article, person = person),
            ..Cell::default()
        };
    };
    if done.is_hidden {
        return Cell {
            strength: if done.handed_in.is_some() { STRENGTHS.0 } else { STRENGTHS.1 },
            words: if done.handed_in.is_some() { "✓".to_owned() } else { "…".to_owned() },
            name: say!("progress-hidden", article = article, person = person),
            is_edged: done.handed_in.is_some(),
        };
    }
    let (count, last) = (done.n_marks, day(done.last_change));
    match done.handed_in {
        Some(at) => Cell {
            strength: STRENGTHS.0,
            words: format!("✓ {count}"),
            name: say!(
                "progress-handed-in",
                article = article,
                person = person,
                day = day(Some(at)),
                count = count,
                last = last
            ),
            is_edged: true,
        },
        None => Cell {
            strength: STRENGTHS.1,
            words: count.to_string(),
            name: say!("progress-in-work", article = article, person = person, count = count, last = last),
            is_edged: false,
        },
    }
}
