//! The page with every mark of the folder: filtered by a line, sorted by a column, put into groups; a click
//! goes to a mark, and what is chosen is changed in all its articles at once.

mod chosen;
mod columns;
mod copied;
mod deed;
mod deeds;
mod head;
mod layout;
mod lines;
mod rows;
mod said;
mod toolbar;

pub(super) use deed::Deed;

use crate::gui::command::Command;
use crate::gui::outbox::{Request, Work};
use crate::gui::settings::Settings;
use crate::gui::view::{Tabled, View};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::query_line::{QueryLine, fault_ui};
use crate::gui::words::say;
use crate::library::Library;
use crate::library::query::Matcher;
use crate::library::table::{Table, TableJob, Wanted};
use crate::workspace::Workspace;
use chosen::Chosen;
pub(super) use copied::markdown;
use egui::{RichText, ScrollArea, Ui};
use layout::Layout;
use lines::Lines;
use said::Said;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What is filtered, shown and chosen. How it is shown is kept in the settings.
#[derive(Default)]
pub(in crate::gui) struct AllMarks {
    line: QueryLine,
    table: Arc<Table>,
    /// The table that is on its way.
    asked: Option<Wanted>,
    /// The groups of which only the head is shown, by their ids.
    folded: BTreeSet<Box<str>>,
    lines: Lines,
    said: Said,
    /// The marks that are changed and copied; with none, all that are listed are copied.
    chosen: Chosen,
    /// The line from which Shift chooses.
    from: Option<usize>,
    /// The layout while an edge is dragged.
    dragged: Option<Layout>,
    wants_list: bool,
    /// Whether the keyboard goes to the line that it was on last.
    wants_back: bool,
}

impl AllMarks {
    /// Its name in the table of views.
    pub(in crate::gui) const ID: &'static str = "all-marks";

    /// How many marks are chosen.
    pub(in crate::gui) fn n_chosen(&self) -> usize {
        self.chosen.n_of(self.table.n_marks())
    }

    /// The table that is shown.
    pub(in crate::gui) fn table(&self) -> &Arc<Table> {
        &self.table
    }

    /// Puts a line of words and filters in the place of the one that is there.
    pub(in crate::gui) fn ask(&mut self, line: String) {
        self.line.text = line;
        (self.wants_list, self.line.wants_focus) = (true, false);
    }

    /// Chooses all that are listed.
    pub(in crate::gui) fn choose_all(&mut self) {
        self.chosen.set_all();
    }

    /// Takes over a table that was made.
    pub(in crate::gui) fn take(&mut self, table: Table) {
        self.asked.take_if(|asked| table.made_for() == Some(asked));
        let query = |table: &Table| table.made_for().map(|made| made.query.clone());
        let grouping = |table: &Table| table.made_for().map(|made| made.grouping);
        if query(&self.table) != query(&table) {
            self.chosen.forget_all();
        }
        if grouping(&self.table) != grouping(&table) {
            self.folded.clear();
        }
        self.from = None;
        self.table = Arc::new(table);
        self.said.forget();
        self.lines = Lines::of(&self.table, &self.folded);
    }

    /// Folds a group, or unfolds it.
    fn fold(&mut self, group: usize, is_folded: bool) {
        let Some(group) = self.table.groups().get(group) else { return };
        if is_folded {
            self.folded.insert(group.id.clone());
        } else {
            self.folded.remove(&group.id);
        }
        self.lines = Lines::of(&self.table, &self.folded);
    }

    /// Has a table made where another one is wanted than there is. What was listed stays until then; where
    /// only the folder changed, one table is made after the other.
    fn follow(&mut self, cx: &ViewCtx<'_>, library: &Library, wanted: Wanted, matcher: Matcher) {
        let is_same_but_newer =
            |other: &Wanted| *other == Wanted { revision: other.revision, ..wanted.clone() };
        let is_coming = self.asked.as_ref().is_some_and(is_same_but_newer);
        if is_coming || (self.asked.is_none() && self.table.made_for() == Some(&wanted)) {
            return;
        }
        if self.table.made_for().is_some_and(|made| made.revision != wanted.revision) {
            self.chosen.retain(|id| library.mark(id).is_some());
        }
        self.asked = Some(wanted.clone());
        cx.ask(Request::Work(Work::Table(Box::new(TableJob::new(library.snapshot(), matcher, wanted)))));
    }
}

impl View for AllMarks {
    fn is_wide(&self) -> bool {
        true
    }

    fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let Some(library) = cx.workspace.library() else { return no_folder_ui(cx, ui) };
        let frame = egui::Frame::new().inner_margin(egui::Margin::symmetric(16, 12));
        frame.show(ui, |ui| {
            let kept = Layout::of(cx.settings);
            let mut layout = self.dragged.clone().unwrap_or_else(|| kept.clone());
            self.line_ui(cx, library, &mut layout, ui);
            ui.add_space(6.0);
            match self.line.ready(library) {
                Ok((query, matcher)) => {
                    self.terms_ui(&query, ui);
                    let Layout { sort, is_down, grouping, .. } = layout;
                    let revision = library.revision();
                    let wanted = Wanted { revision, query, column: sort, is_down, grouping };
                    self.follow(cx, library, wanted, matcher);
                }
                Err(fault) => fault_ui(cx.theme, &fault, ui),
            }
            self.count_ui(cx, library, ui);
            if self.table.n_lines() == 0 && self.asked.is_none() && library.progress().is_done {
                return self.nothing_ui(cx, library, ui);
            }
            let area = ScrollArea::horizontal().id_salt("columns of all marks").auto_shrink([false, false]);
            let table = area.show(ui, |ui| {
                ui.set_min_width(layout.least_width());
                let is_dragging = self.head_ui(cx, &mut layout, ui);
                self.list_ui(cx, library, &layout, ui);
                is_dragging
            });
            let is_dragging = table.inner;
            self.dragged = is_dragging.then(|| layout.clone());
            if !is_dragging && layout != kept {
                cx.ask(Request::Settings(Box::new(layout.kept(cx.settings))));
            }
        });
    }

    fn line(&mut self) -> Option<&mut QueryLine> {
        Some(&mut self.line)
    }

    fn focus(&mut self, _stop: usize) {
        self.wants_list = 0 < self.lines.len();
        self.line.wants_focus = !self.wants_list;
    }

    fn shown(&mut self) {
        self.line.wants_focus = true;
    }

    fn returned(&mut self) {
        self.wants_back = true;
    }

    fn tabled(&self, workspace: &Workspace, settings: &Settings) -> Option<Tabled> {
        let library = workspace.library()?.clone();
        let columns: Vec<_> = Layout::of(settings).columns.into_iter().map(|(column, _)| column).collect();
        let table = Arc::clone(&self.table);
        Some(Tabled::new(table.n_lines(), move || copied::sheet(&library, &columns, &table)))
    }
}

/// What to do where there is no folder.
fn no_folder_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    empty_ui(cx, &say!("all-marks-no-folder"), &say!("all-marks-no-folder-hint"), ui, |ui| {
        if ui.button(say!("all-marks-open-folder")).clicked() {
            cx.run(Command::OPEN_FOLDER);
        }
    });
}

/// A sentence and what to do, where rows would be.
fn empty_ui(cx: &ViewCtx<'_>, words: &str, hint: &str, ui: &mut Ui, button: impl FnOnce(&mut Ui)) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.25);
        ui.label(RichText::new(words).heading().color(cx.theme.ink_strong));
        ui.add_space(4.0);
        ui.label(RichText::new(hint).color(cx.theme.ink_subdued));
        ui.add_space(10.0);
        button(ui);
    });
}
