//! The page 'Threads': what is disputed in the folder, as an outline; each line goes to its passage. What a
//! person holds of a claim is given here, with a reason, and the verdicts before it stay.

pub(super) mod verdict;

use super::command::Command;
use super::outbox::Request;
use super::view::View;
use super::view_ctx::ViewCtx;
use super::widgets::outline::{Done, OutlineRow, focused, outline_ui};
use super::words::{name, say};
use crate::analysis::marked::{Bearing, Marked};
use crate::analysis::threads::{Threads, speaker};
use crate::layer::{Codebook, RelationSlug};
use crate::library::Library;
use egui::{Frame, Margin, RichText, Ui};
use std::path::PathBuf;
use verdict::Form;

const LIST: &str = "threads";

/// What is shown, and the verdict that is being written.
#[derive(Default)]
pub(super) struct ThreadsPage {
    /// With the folder and its revision that they were made for.
    threads: Option<(PathBuf, u64, Threads)>,
    rows: Vec<(OutlineRow, Option<At>)>,
    /// The row that was chosen last.
    current: Option<usize>,
    form: Form,
    wants_list: bool,
}

/// What a row is about.
#[derive(Clone, Debug)]
struct At {
    mark: Marked,
    /// The thread that it is in.
    thread: Option<usize>,
}

impl ThreadsPage {
    /// Its name in the table of views.
    pub(super) const ID: &'static str = "threads";

    /// Makes the outline anew where the folder changed.
    fn follow(&mut self, library: &Library) {
        let is_same = |(root, revision, _): &(PathBuf, u64, Threads)| {
            root == library.root() && *revision == library.revision()
        };
        if self.threads.as_ref().is_some_and(is_same) {
            return;
        }
        let entries: Vec<_> = library.entries().cloned().collect();
        let threads = Threads::of(&entries, library.codebook(), &library.registers());
        // What was chosen stays chosen, wherever it stands now.
        let chosen = self.current.and_then(|row| self.rows.get(row)?.1.as_ref().map(|at| at.mark.id()));
        self.rows = rows(&threads, library.codebook());
        let is_chosen = |(_, at): &(OutlineRow, Option<At>)| at.as_ref().map(|at| at.mark.id()) == chosen;
        self.current = chosen.and_then(|_| self.rows.iter().position(is_chosen));
        self.threads = Some((library.root().to_owned(), library.revision(), threads));
    }

    fn counts(&self) -> String {
        let Some((_, _, threads)) = &self.threads else { return String::new() };
        let n_contested = threads.threads.iter().filter(|thread| thread.is_contested).count();
        let (open, broken) = (threads.open.len(), threads.broken.len());
        say!("threads-counts", contested = n_contested, open = open, broken = broken)
    }
}

impl View for ThreadsPage {
    fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let Some(library) = cx.workspace.library() else { return no_folder_ui(cx, ui) };
        self.follow(library);
        Frame::new().inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| {
            ui.label(RichText::new(self.counts()).color(cx.theme.ink_subdued));
            ui.add_space(4.0);
            if let Some(here) = focused(LIST, ui) {
                self.current = Some(here);
            }
            let at = self.current.and_then(|row| self.rows.get(row)?.1.clone());
            let thread = at.as_ref().and_then(|at| at.thread);
            let threads = self.threads.as_ref().map(|(_, _, threads)| threads);
            if let Some(thread) = thread.zip(threads).and_then(|(nth, all)| all.threads.get(nth)) {
                self.form.ui(cx, thread, ui);
            } else if !self.rows.is_empty() {
                ui.label(RichText::new(say!("threads-choose")).small().color(cx.theme.ink_subdued));
            }
            ui.add_space(6.0);
            if self.rows.is_empty() {
                return nothing_ui(cx, &say!("threads-none"), &say!("threads-none-hint"), ui);
            }
            let wanted = std::mem::take(&mut self.wants_list).then(|| self.current.unwrap_or(0));
            let current = self.current;
            let shown: Vec<OutlineRow> = self
                .rows
                .iter()
                .enumerate()
                .map(|(nth, (row, _))| OutlineRow { is_chosen: current == Some(nth), ..row.clone() })
                .collect();
            match outline_ui(cx, LIST, &shown, wanted, ui) {
                Some(Done::Chosen(row)) => self.current = Some(row),
                Some(Done::Opened(row)) => {
                    self.current = Some(row);
                    go_to(cx, library, self.rows.get(row).and_then(|(_, at)| at.as_ref()).map(|at| &at.mark));
                }
                None => {}
            }
        });
    }

    fn focus(&mut self, _stop: usize) {
        self.wants_list = true;
    }

    fn shown(&mut self) {
        self.wants_list = true;
    }
}

/// Goes to the passage of a mark.
pub(super) fn go_to(cx: &ViewCtx<'_>, library: &Library, mark: Option<&Marked>) {
    if let Some(mark) = mark {
        cx.ask(Request::MarkIn(library.file_of(mark.entry()), mark.id()));
    }
}

/// A sentence and what to do, where rows would be.
pub(super) fn nothing_ui(cx: &ViewCtx<'_>, words: &str, hint: &str, ui: &mut Ui) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.2);
        ui.label(RichText::new(words).heading().color(cx.theme.ink_strong));
        ui.add_space(4.0);
        ui.label(RichText::new(hint).color(cx.theme.ink_subdued));
    });
}

/// What to do where there is no folder.
pub(super) fn no_folder_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    nothing_ui(cx, &say!("folder-page-none"), &say!("folder-page-none-hint"), ui);
    ui.vertical_centered(|ui| {
        ui.add_space(10.0);
        if ui.button(say!("all-marks-open-folder")).clicked() {
            cx.run(Command::OPEN_FOLDER);
        }
    });
}

/// Who says it, and in which article.
pub(super) fn behind(mark: &Marked) -> String {
    let (who, title) = (speaker(mark), mark.entry().title.to_string());
    if who == title { title } else { format!("{who} · {title}") }
}

fn rows(threads: &Threads, codebook: &Codebook) -> Vec<(OutlineRow, Option<At>)> {
    let heading = |words: String| (OutlineRow { is_heading: true, words, ..OutlineRow::default() }, None);
    let row = |depth: usize, kind: String, mark: &Marked| OutlineRow {
        depth,
        kind,
        words: mark.row().quote.to_string(),
        behind: behind(mark),
        ..OutlineRow::default()
    };
    let mut rows = Vec::new();
    if !threads.open.is_empty() {
        rows.push(heading(say!("threads-open")));
    }
    for mark in &threads.open {
        let row = OutlineRow { warns: true, ..row(0, say!("threads-open-kind"), mark) };
        rows.push((row, Some(At { mark: mark.clone(), thread: None })));
    }
    if !threads.broken.is_empty() {
        rows.push(heading(say!("threads-broken")));
    }
    for broken in &threads.broken {
        let kind = label(codebook, &broken.kind, !broken.starts_here);
        let words = if broken.words.is_empty() { broken.gone.to_string() } else { broken.words.to_string() };
        let own = broken.mark.row().quote.to_string();
        let kind = say!("threads-broken-kind", kind = kind);
        let words = format!("{own} → {words}");
        let row = OutlineRow { warns: true, words, ..row(0, kind, &broken.mark) };
        rows.push((row, Some(At { mark: broken.mark.clone(), thread: None })));
    }
    let mut was_contested = None;
    for (nth, thread) in threads.threads.iter().enumerate() {
        if was_contested != Some(thread.is_contested) {
            was_contested = Some(thread.is_contested);
            let words = if thread.is_contested { say!("threads-contested") } else { say!("threads-others") };
            rows.push(heading(words));
        }
        let at = |mark: &Marked| Some(At { mark: mark.clone(), thread: Some(nth) });
        let held = thread.verdicts.iter().filter_map(|(_, verdicts)| verdicts.last());
        let held: Vec<String> = held.map(|verdict| verdict::value(&verdict.value)).collect();
        rows.push((row(0, held.join(", "), &thread.claim), at(&thread.claim)));
        for line in &thread.lines {
            let kind = label(codebook, &line.kind, true);
            let warns = line.bearing != Bearing::Other;
            rows.push((OutlineRow { warns, ..row(line.depth, kind, &line.mark) }, at(&line.mark)));
        }
    }
    rows
}

/// A relation as the codebook calls it, from either end.
fn label(codebook: &Codebook, kind: &RelationSlug, is_inverse: bool) -> String {
    let known = codebook.relation(kind);
    let label = known.map_or(kind.as_str(), |kind| if is_inverse { &kind.inverse } else { &kind.label });
    name(label)
}
