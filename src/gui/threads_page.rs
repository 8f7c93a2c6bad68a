//! The page 'Threads': what is disputed in the folder, as an outline; each line goes to its passage. What a
//! person holds of a claim is given here, with a reason, and the verdicts before it stay.

mod rows;
pub(super) mod verdict;

use super::command::Command;
use super::known::KnownFor;
use super::outbox::{Request, Work};
use super::settings::Settings;
use super::view::{Tabled, View};
use super::view_ctx::ViewCtx;
use super::widgets::outline::{self, Done, focused, outline_ui};
use super::words::say;
use crate::analysis::marked::Marked;
use crate::analysis::study::{Asked, Question, StudyJob};
use crate::analysis::threads::{Threads, speaker};
use crate::layer::AnnotationId;
use crate::library::Library;
use crate::workspace::Workspace;
use egui::{Frame, Margin, RichText, Ui};
use rows::{Rows, Shown};
use std::sync::Arc;
use verdict::Form;

const LIST: &str = "threads";

/// What is shown, and the verdict that is being written.
#[derive(Default)]
pub(super) struct ThreadsPage {
    threads: KnownFor<Asked, Threads>,
    rows: Rows,
    /// The row that was chosen last.
    current: Option<usize>,
    form: Form,
    wants_list: bool,
}

impl ThreadsPage {
    /// Its name in the table of views.
    pub(super) const ID: &'static str = "threads";

    /// Takes over what was found. What was chosen stays chosen, wherever it stands now.
    pub(super) fn take(&mut self, asked: Asked, threads: &Arc<Threads>) {
        let chosen = self.current.and_then(|row| self.mark(row)).map(Marked::id);
        if !self.threads.take(&asked, threads) {
            return;
        }
        self.rows = Rows::of(threads);
        let is_chosen = |row: &usize| self.mark(*row).map(Marked::id) == chosen;
        self.current = chosen.and_then(|_: AnnotationId| (0..self.rows.n()).find(is_chosen));
    }

    fn mark(&self, row: usize) -> Option<&Marked> {
        self.rows.mark(self.threads.known()?, row)
    }
}

fn counts(threads: &Threads) -> String {
    let n_contested = threads.threads.iter().filter(|thread| thread.is_contested).count();
    let (open, broken) = (threads.open.len(), threads.broken.len());
    say!("threads-counts", contested = n_contested, open = open, broken = broken)
}

impl View for ThreadsPage {
    fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let Some(library) = cx.workspace.library() else { return no_folder_ui(cx, ui) };
        self.threads.follow(Asked::of(library, Question::Threads), |asked| {
            cx.ask(Request::Work(Work::Study(Box::new(StudyJob::new(library, asked.question)))));
        });
        let Some(threads) = self.threads.known().cloned() else { return being_read_ui(cx, ui) };
        Frame::new().inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| {
            ui.label(RichText::new(counts(&threads)).color(cx.theme.ink_subdued));
            ui.add_space(4.0);
            if let Some(here) = focused(LIST, ui) {
                self.current = Some(here);
            }
            let thread = self.current.and_then(|row| self.rows.thread(&threads, row));
            if let Some(thread) = thread {
                self.form.ui(cx, thread, ui);
            } else if 0 < self.rows.n() {
                ui.label(RichText::new(say!("threads-choose")).small().color(cx.theme.ink_subdued));
            }
            ui.add_space(6.0);
            if self.rows.n() == 0 {
                return none_ui(cx, library, &say!("threads-none"), &say!("threads-none-hint"), ui);
            }
            let wanted = std::mem::take(&mut self.wants_list).then(|| self.current.unwrap_or(0));
            let codebook = library.codebook();
            let shown = Shown { rows: &self.rows, threads: &threads, codebook, current: self.current };
            match outline_ui(cx, LIST, &shown, wanted, ui) {
                Some(Done::Chosen(row)) => self.current = Some(row),
                Some(Done::Opened(row)) => {
                    self.current = Some(row);
                    go_to(cx, library, self.mark(row));
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

    fn tabled(&self, workspace: &Workspace, _settings: &Settings) -> Option<Tabled> {
        let threads = Arc::clone(self.threads.known()?);
        let codebook = Arc::clone(workspace.library()?.codebook());
        let shown = Shown { rows: &self.rows, threads: &threads, codebook: &codebook, current: None };
        let n = outline::n_told(&shown);
        Some(Tabled::new(n, move || {
            let rows = Rows::of(&threads);
            let shown = Shown { rows: &rows, threads: &threads, codebook: &codebook, current: None };
            outline::sheet(say!("command-show-threads"), &shown)
        }))
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

/// What to say while nothing is known of the folder yet.
pub(super) fn being_read_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    nothing_ui(cx, &say!("folder-page-comes"), &say!("folder-page-comes-hint"), ui);
}

/// The same, unless articles are still being read.
pub(super) fn none_ui(cx: &ViewCtx<'_>, library: &Library, words: &str, hint: &str, ui: &mut Ui) {
    if library.progress().is_done { nothing_ui(cx, words, hint, ui) } else { being_read_ui(cx, ui) }
}

/// What to do where there is no folder, or not yet.
pub(super) fn no_folder_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    if cx.situation.is_folder_coming {
        return being_read_ui(cx, ui);
    }
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
