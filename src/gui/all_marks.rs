//! The page with every mark of the folder: filtered by a line, sorted by a column, opened by a click.

mod columns;
mod copied;
mod list;

use crate::gui::outbox::Request;
use crate::gui::view::View;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::words::Look;
use crate::gui::widgets::{rows, visible};
use crate::layer::AnnotationId;
use crate::library::query::{FILTERS, Matcher};
use crate::library::{Entry, Library, MarkRow, Query};
use columns::Column;
use egui::{Align2, Button, Id, Rect, RichText, ScrollArea, Sense, TextEdit, TextStyle, Ui, pos2, vec2};
use list::{List, Wanted};
use std::collections::BTreeSet;

const ROW: f32 = 24.0;
const LIST: &str = "all marks";
/// Around the words of a cell, in points.
const PAD: f32 = 6.0;

/// What is filtered, sorted, shown and chosen.
pub(in crate::gui) struct AllMarks {
    line: String,
    columns: Vec<Column>,
    sort: (Column, bool),
    list: List,
    /// The marks that will be copied; with none, all that are listed.
    chosen: BTreeSet<AnnotationId>,
    /// The line from which Shift chooses.
    from: Option<usize>,
    wants_field: bool,
    wants_list: bool,
}

impl Default for AllMarks {
    fn default() -> Self {
        Self {
            line: String::new(),
            columns: Column::ALL.into_iter().filter(|column| column.is_usual()).collect(),
            sort: (Column::Article, false),
            list: List::default(),
            chosen: BTreeSet::new(),
            from: None,
            wants_field: false,
            wants_list: false,
        }
    }
}

impl AllMarks {
    /// Its name in the table of views.
    pub(in crate::gui) const ID: &'static str = "all-marks";

    fn ready(&self, library: &Library) -> Result<(Query, Matcher), (String, String)> {
        let told = |error: crate::library::QueryError| (error.to_string(), error.hint());
        let query: Query = self.line.parse().map_err(told)?;
        let matcher = query.matcher(library.codebook()).map_err(told)?;
        Ok((query, matcher))
    }
}

impl View for AllMarks {
    fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let Some(library) = cx.workspace.library() else { return };
        let frame = egui::Frame::new().inner_margin(egui::Margin::symmetric(16, 12));
        frame.show(ui, |ui| {
            self.line_ui(cx, library, ui);
            ui.add_space(6.0);
            match self.ready(library) {
                Ok((query, matcher)) => {
                    self.terms_ui(&query, ui);
                    let (column, is_down) = self.sort;
                    let wanted = Wanted { revision: library.revision(), query, column, is_down };
                    self.list.follow(&wanted, &matcher, library);
                }
                Err((words, hint)) => {
                    ui.label(RichText::new(visible(&words)).color(cx.theme.warning));
                    ui.label(RichText::new(visible(&hint)).small().color(cx.theme.ink_subdued));
                }
            }
            if self.list.is_coming() {
                ui.ctx().request_repaint();
            }
            self.count_ui(cx, library, ui);
            self.head_ui(cx, ui);
            self.list_ui(cx, library, ui);
        });
    }

    fn focus(&mut self, _stop: usize) {
        self.wants_list = 0 < self.list.len();
        self.wants_field = !self.wants_list;
    }

    fn shown(&mut self) {
        self.wants_field = true;
    }
}

impl AllMarks {
    fn line_ui(&mut self, cx: &ViewCtx<'_>, library: &Library, ui: &mut Ui) {
        ui.horizontal(|ui| {
            let id = Id::unique("all marks field");
            let field = TextEdit::singleline(&mut self.line).id(id).char_limit(1000);
            let hint = "Words, or filters such as tag:denial by:Ana before:2017-05";
            let width = (ui.available_width() - 330.0).max(160.0);
            let response = ui.add(field.hint_text(hint).desired_width(width));
            let line = self.line.clone();
            response.widget_info(|| egui::WidgetInfo {
                label: Some("Filter all marks".to_owned()),
                ..egui::WidgetInfo::text_edit(true, "", &line, "")
            });
            if std::mem::take(&mut self.wants_field) {
                response.request_focus();
            }
            self.filters_menu(ui);
            self.columns_menu(ui);
            self.copy_menu(cx, library, ui);
        });
    }

    /// Filters are learnt from a menu: each puts its word into the line.
    fn filters_menu(&mut self, ui: &mut Ui) {
        ui.menu_button("Filters", |ui| {
            for (word, words) in FILTERS {
                let sign = if word == "-" { word.to_owned() } else { format!("{word}:") };
                if ui.button(format!("{sign}  {words}")).clicked() {
                    if !self.line.is_empty() && !self.line.ends_with(' ') {
                        self.line.push(' ');
                    }
                    self.line.push_str(&sign);
                    self.wants_field = true;
                    ui.close();
                }
            }
        });
    }

    fn columns_menu(&mut self, ui: &mut Ui) {
        ui.menu_button("Columns", |ui| {
            for column in Column::ALL {
                let mut is_shown = self.columns.contains(&column);
                let is_last = is_shown && self.columns.len() == 1;
                let check = ui.add_enabled(!is_last, egui::Checkbox::new(&mut is_shown, column.label()));
                if check.changed() {
                    let columns = std::mem::take(&mut self.columns);
                    let is_wanted = |other: &Column| match *other == column {
                        true => is_shown,
                        false => columns.contains(other),
                    };
                    self.columns = Column::ALL.into_iter().filter(is_wanted).collect();
                }
            }
        });
    }

    fn copy_menu(&self, cx: &ViewCtx<'_>, library: &Library, ui: &mut Ui) {
        ui.menu_button("Copy", |ui| {
            let marks = |list: &List| -> Vec<usize> {
                let is_meant = |line: &usize| {
                    self.chosen.is_empty()
                        || list.get(*line).is_some_and(|(_, row)| self.chosen.contains(&row.id))
                };
                (0..list.len()).filter(is_meant).collect()
            };
            let all = || -> Vec<(&Entry, &MarkRow)> {
                let lines = marks(&self.list);
                lines.into_iter().filter_map(|line| self.list.get(line)).map(|(e, r)| (&**e, r)).collect()
            };
            if ui.button("As Markdown").clicked() {
                ui.ctx().copy_text(copied::markdown(library, &all()));
                ui.close();
            }
            if ui.button("As columns for a spreadsheet").clicked() {
                ui.ctx().copy_text(copied::tabs(library, &self.columns, &all()));
                ui.close();
            }
            let meant = if self.chosen.is_empty() { "All marks listed" } else { "The chosen marks" };
            ui.label(RichText::new(meant).small().color(cx.theme.ink_subdued));
        });
    }

    /// What is asked for, term by term, each of which a click takes away.
    fn terms_ui(&mut self, query: &Query, ui: &mut Ui) {
        if query.is_empty() {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            for (nth, term) in query.terms.iter().enumerate() {
                let words = visible(&term.to_string());
                let chip = ui.add(Button::new(RichText::new(format!("{words}  ×")).small()).corner_radius(9));
                chip.widget_info(|| {
                    egui::WidgetInfo::labeled(egui::Role::Button, true, format!("Remove {words}"))
                });
                if chip.clicked() {
                    let mut rest = query.clone();
                    rest.terms.remove(nth);
                    self.line = rest.to_string();
                }
            }
        });
    }

    fn count_ui(&mut self, cx: &ViewCtx<'_>, library: &Library, ui: &mut Ui) {
        let mut words = match self.list.len() {
            0 if self.list.is_coming() || !library.progress().is_done => "Looking".to_owned(),
            0 => "No marks".to_owned(),
            1 => "1 mark".to_owned(),
            n => format!("{n} marks"),
        };
        if !self.chosen.is_empty() {
            words = format!("{words}, {} chosen", self.chosen.len());
        }
        ui.horizontal(|ui| {
            ui.label(RichText::new(words).small().color(cx.theme.ink_subdued));
            if !self.chosen.is_empty() && ui.small_button("Choose none").clicked() {
                self.chosen.clear();
            }
        });
        ui.add_space(4.0);
    }

    fn cells(&self, rect: Rect) -> Vec<(Column, Rect)> {
        let all: f32 = self.columns.iter().map(|column| column.share()).sum();
        let mut left = rect.left();
        let cell = |&column: &Column| {
            let width = rect.width() * column.share() / all;
            let cell = Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
            left += width;
            (column, cell)
        };
        self.columns.iter().map(cell).collect()
    }

    /// The heads of the columns: a click sorts, another one the other way round.
    fn head_ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
        for (column, cell) in self.cells(rect) {
            let is_sorted = self.sort.0 == column;
            let sign = match (is_sorted, self.sort.1) {
                (false, _) => "",
                (true, false) => " ↑",
                (true, true) => " ↓",
            };
            let ink = if is_sorted { cx.theme.ink_strong } else { cx.theme.ink_subdued };
            let head = ui.interact(cell, Id::unique(("head of all marks", column.label())), Sense::click());
            rows::ground(cx.theme, ui.painter(), cell, &head, false);
            let (at, font) = (cell.left_center() + vec2(PAD, 0.0), TextStyle::Small.resolve(ui.style()));
            let words = format!("{}{sign}", column.label());
            ui.painter().with_clip_rect(cell).text(at, Align2::LEFT_CENTER, words, font, ink);
            head.widget_info(|| {
                let name = format!("Sort by {}", column.label().to_lowercase());
                egui::WidgetInfo::selected(egui::Role::Button, true, is_sorted, name)
            });
            if head.clicked() {
                self.sort = (column, is_sorted && !self.sort.1);
            }
        }
        let line = rect.bottom();
        ui.painter().hline(rect.x_range(), line, egui::Stroke::new(1.0, cx.theme.line));
    }

    fn list_ui(&mut self, cx: &ViewCtx<'_>, library: &Library, ui: &mut Ui) {
        let wanted = std::mem::take(&mut self.wants_list).then_some(0);
        let mut area = ScrollArea::vertical().id_salt(LIST).auto_shrink([false, false]);
        if let Some(row) = rows::stepped(ui, LIST, self.list.len(), wanted, &|_| true) {
            area = area.vertical_scroll_offset(rows::offset_to_show(row, ROW, ui.available_height()));
        }
        let mut clicked = None;
        area.show_rows(ui, ROW, self.list.len(), |ui, range| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for line in range {
                if self.row_ui(cx, library, line, ui) {
                    clicked = Some(line);
                }
            }
        });
        if let Some(line) = clicked {
            self.clicked(cx, library, line, ui);
        }
    }

    /// Draws a mark; whether it was clicked.
    fn row_ui(&self, cx: &ViewCtx<'_>, library: &Library, line: usize, ui: &mut Ui) -> bool {
        let Some((entry, row)) = self.list.get(line) else { return false };
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
        let response = ui.interact(rect, rows::row_id(LIST, line), Sense::click());
        rows::hold_arrows(ui, LIST, line, &response);
        let cells: Vec<(Column, Rect, String)> = self
            .cells(rect)
            .into_iter()
            .map(|(column, cell)| (column, cell, visible(&column.words(library, entry, row))))
            .collect();
        let is_chosen = self.chosen.contains(&row.id);
        response.widget_info(|| {
            let words = cells.iter().map(|(_, _, words)| words.as_str()).filter(|words| !words.is_empty());
            let name = words.collect::<Vec<_>>().join("; ");
            egui::WidgetInfo::selected(egui::Role::Button, true, is_chosen, name)
        });
        rows::ground(cx.theme, ui.painter(), rect, &response, is_chosen);
        let size = TextStyle::Body.resolve(ui.style()).size;
        let mut set = cx.words.borrow_mut();
        for (column, cell, words) in &cells {
            let ink = if *column == Column::Words { cx.theme.ink_strong } else { cx.theme.ink };
            let inner = cell.shrink2(vec2(PAD, 0.0));
            let placed = set.place(ui.ctx(), words, inner.width(), Look { size, lines: 1, ink });
            let at = pos2(inner.left(), inner.center().y - placed.size.y / 2.0);
            let painter = ui.painter().with_clip_rect(inner.intersect(ui.clip_rect()));
            set.paint(placed, &painter, at, ink);
        }
        response.clicked()
    }

    /// A click goes to the mark; with Ctrl it chooses it too, with Shift all up to it.
    fn clicked(&mut self, cx: &ViewCtx<'_>, library: &Library, line: usize, ui: &Ui) {
        let Some((entry, id)) = self.list.get(line).map(|(entry, row)| (entry.clone(), row.id)) else {
            return;
        };
        let modifiers = ui.input(|input| input.modifiers);
        if modifiers.shift {
            let from = self.from.unwrap_or(line);
            let lines = from.min(line)..=from.max(line);
            self.chosen.extend(lines.filter_map(|line| self.list.get(line)).map(|(_, row)| row.id));
        } else if modifiers.command {
            if !self.chosen.remove(&id) {
                self.chosen.insert(id);
            }
            self.from = Some(line);
        } else {
            self.from = Some(line);
            cx.ask(Request::MarkIn(library.file_of(&entry), id));
        }
    }
}
