//! The page Sources: what each source says in all articles of the folder, sorted by a column; a click goes on to
//! its marks.

use super::cells::{Cell, ROW, follow_keyboard, head_ui, row_ui};
use super::incidents::list_marks;
use super::known::{Known, page};
use crate::analysis::ledger::{Ledger, Part, SourceLine};
use crate::document::CalendarDate;
use crate::gui::settings::Settings;
use crate::gui::threads_page::nothing_ui;
use crate::gui::view::{Tabled, View};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::query_line::{Called, QueryLine};
use crate::gui::widgets::{rows, visible};
use crate::gui::words::{name, say, short_date};
use crate::layer::{Codebook, TagId};
use crate::session::exporting::{Field, Sheet};
use crate::workspace::Workspace;
use egui::{Id, Rect, RichText, ScrollArea, Sense, Ui, pos2, vec2};
use std::cmp::Ordering;
use std::sync::Arc;

/// Its name for the keyboard.
const LIST: &str = "sources";
/// The least width of a share of a row, in points.
const SHARE: f32 = 64.0;

/// A column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Column {
    Source,
    #[default]
    Marks,
    Tag(TagId),
    Figures,
    DenialsMade,
    DenialsReceived,
    Articles,
    First,
    Last,
    Share,
    Names,
}

/// What is known, and by what it is sorted.
#[derive(Default)]
pub(in crate::gui) struct SourcesPage {
    known: Known,
    column: Column,
    is_up: bool,
    /// What the order was made of.
    sorted: Option<(Arc<Ledger>, Column, bool)>,
    order: Vec<usize>,
    wants_list: bool,
}

impl SourcesPage {
    /// Its name in the table of views.
    pub(in crate::gui) const ID: &'static str = "sources";

    /// Takes over what was computed.
    pub(in crate::gui) fn take(&mut self, ledger: &Arc<Ledger>) {
        self.known.take(ledger);
    }

    /// Sorts where the ledger or the column is another.
    fn sort(&mut self, ledger: &Arc<Ledger>) {
        let is_same = |(of, column, is_up): &(Arc<Ledger>, Column, bool)| {
            Arc::ptr_eq(of, ledger) && *column == self.column && *is_up == self.is_up
        };
        if self.sorted.as_ref().is_some_and(is_same) {
            return;
        }
        let sources = &ledger.sources;
        self.order = (0..sources.len()).collect();
        self.order.sort_by(|a, b| {
            let (Some(one), Some(other)) = (sources.get(*a), sources.get(*b)) else { return Ordering::Equal };
            let by_column = self.column.compare(one, other);
            if self.is_up { by_column } else { by_column.reverse() }
        });
        self.sorted = Some((Arc::clone(ledger), self.column.clone(), self.is_up));
    }

    /// The heads of the columns, each of which sorts.
    fn heads_ui(
        &mut self,
        cx: &ViewCtx<'_>,
        columns: &[Column],
        codebook: &Codebook,
        width: f32,
        ui: &mut Ui,
    ) {
        let (_, rect) = ui.allocate_space(vec2(width, ROW));
        let whole: f32 = columns.iter().map(Column::width).sum();
        let mut left = rect.left();
        for (nth, column) in columns.iter().enumerate() {
            let its = Rect::from_min_size(pos2(left, rect.top()), vec2(width * column.width() / whole, ROW));
            left = its.right();
            let is_sorted = self.column == *column;
            let sign = match (is_sorted, self.is_up) {
                (false, _) => "",
                (true, true) => " ↑",
                (true, false) => " ↓",
            };
            let head = ui.interact(its, Id::unique(("source-head", nth)), Sense::click());
            let label = column.label(codebook);
            let told = if is_sorted { say!("sources-sorted", column = label.clone()) } else { label.clone() };
            let told = say!("sources-sort", column = told);
            head.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &told));
            follow_keyboard(&head);
            rows::ground(cx.theme, ui.painter(), its, &head, false);
            let ink = if is_sorted { cx.theme.ink_strong } else { cx.theme.ink_subdued };
            head_ui(&format!("{label}{sign}"), its, ink, column.is_number(), ui);
            if head.on_hover_text(label).clicked() {
                // Words begin with A, numbers and days with the most.
                self.is_up = if is_sorted { !self.is_up } else { column.is_words() };
                self.column = column.clone();
            }
        }
    }

    fn rows_ui(
        &mut self,
        cx: &ViewCtx<'_>,
        ledger: &Ledger,
        columns: &[Column],
        codebook: &Codebook,
        ui: &mut Ui,
    ) {
        let widths: Vec<f32> = columns.iter().map(Column::width).collect();
        let n = self.order.len();
        let wanted = std::mem::take(&mut self.wants_list).then_some(0);
        let mut area = ScrollArea::vertical().id_salt("source-rows").auto_shrink([false, false]);
        if let Some(row) = rows::stepped(ui, LIST, n, wanted, &|_| true) {
            area = area.vertical_scroll_offset(rows::offset_to_show(row, ROW, ui.available_height()));
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        area.show_rows(ui, ROW, n, |ui, range| {
            for row in range {
                let Some(line) = self.order.get(row).and_then(|&nth| ledger.sources.get(nth)) else {
                    continue;
                };
                let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
                let cells: Vec<Cell> = columns.iter().map(|column| column.cell(line)).collect();
                let told = columns.iter().zip(&cells).skip(1).filter(|(_, cell)| !cell.words.is_empty());
                let told = told
                    .map(|(column, cell)| format!("{}: {}", column.label(codebook), visible(&cell.words)));
                let own = visible(&source_name(line));
                let told: Vec<String> = [own].into_iter().chain(told).collect();
                let named = (rect, rows::row_id(LIST, row), &*told.join("; "));
                let response = row_ui(cx.theme, named, &cells, &widths, ui);
                rows::hold_arrows(ui, LIST, row, &response);
                if response.on_hover_text(say!("sources-go")).clicked() {
                    list_marks(cx, query(line, &ledger.sources));
                }
            }
        });
    }
}

impl View for SourcesPage {
    fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        page(ui, |ui| {
            let (name, hint) = (say!("sources-field"), say!("sources-field-hint"));
            let called = Called { id: "sources field", name: &name, hint: &hint };
            let head = self.known.head_ui(Part::Sources, &called, cx, &mut self.wants_list, ui);
            let Some((library, ledger)) = head else { return };
            let n = ledger.sources.len();
            ui.label(RichText::new(say!("sources-count", count = n)).color(cx.theme.ink_subdued));
            ui.add_space(4.0);
            if n == 0 {
                return nothing_ui(cx, &say!("sources-none"), &say!("sources-none-hint"), ui);
            }
            self.sort(&ledger);
            let columns = Column::all(library.codebook());
            let area = ScrollArea::horizontal().id_salt("source-columns").auto_shrink([false, false]);
            area.show(ui, |ui| {
                let least: f32 = columns.iter().map(Column::width).sum::<f32>() * SHARE;
                let width = ui.available_width().max(least);
                ui.set_width(width);
                let beside = ui.spacing().scroll.allocated_width();
                self.heads_ui(cx, &columns, library.codebook(), width - beside, ui);
                self.rows_ui(cx, &ledger, &columns, library.codebook(), ui);
            });
        });
    }

    fn line(&mut self) -> Option<&mut QueryLine> {
        Some(&mut self.known.line)
    }

    fn focus(&mut self, _stop: usize) {
        self.wants_list = !self.order.is_empty();
        self.known.line.wants_focus = !self.wants_list;
    }

    fn shown(&mut self) {
        self.wants_list = true;
    }

    fn tabled(&self, workspace: &Workspace, _settings: &Settings) -> Option<Tabled> {
        let ledger = Arc::clone(&self.sorted.as_ref()?.0);
        let codebook = Arc::clone(workspace.library()?.codebook());
        let order = self.order.clone();
        Some(Tabled::new(order.len(), move || {
            let columns = Column::all(&codebook);
            let lines = order.iter().filter_map(|&nth| ledger.sources.get(nth));
            Sheet {
                title: say!("command-show-sources"),
                head: columns.iter().map(|column| column.label(&codebook)).collect(),
                rows: lines.map(|line| columns.iter().map(|column| column.field(line)).collect()).collect(),
            }
        }))
    }
}

impl Column {
    fn all(codebook: &Codebook) -> Vec<Self> {
        let tags = codebook.tags.iter().map(|tag| Self::Tag(tag.id.clone()));
        let after = [
            Self::Figures,
            Self::DenialsMade,
            Self::DenialsReceived,
            Self::Articles,
            Self::First,
            Self::Last,
            Self::Share,
            Self::Names,
        ];
        [Self::Source, Self::Marks].into_iter().chain(tags).chain(after).collect()
    }

    fn label(&self, codebook: &Codebook) -> String {
        match self {
            Self::Source => say!("sources-source"),
            Self::Marks => say!("sources-marks"),
            Self::Tag(tag) => name(codebook.label(tag)),
            Self::Figures => say!("sources-figures"),
            Self::DenialsMade => say!("sources-denials-made"),
            Self::DenialsReceived => say!("sources-denials-received"),
            Self::Articles => say!("sources-articles"),
            Self::First => say!("sources-first"),
            Self::Last => say!("sources-last"),
            Self::Share => say!("sources-share"),
            Self::Names => say!("sources-names"),
        }
    }

    /// As a share of the row.
    fn width(&self) -> f32 {
        match self {
            Self::Source => 3.0,
            Self::Names => 2.4,
            Self::First | Self::Last => 1.25,
            Self::Tag(_) | Self::DenialsMade | Self::DenialsReceived | Self::Share => 1.2,
            _ => 0.9,
        }
    }

    fn is_words(&self) -> bool {
        matches!(self, Self::Source | Self::Names)
    }

    fn is_number(&self) -> bool {
        !matches!(self, Self::Source | Self::Names | Self::First | Self::Last)
    }

    fn number(&self, line: &SourceLine) -> usize {
        match self {
            Self::Marks => line.n_marks,
            Self::Tag(tag) => line.by_tag.get(tag.as_str()).copied().unwrap_or_default(),
            Self::Figures => line.n_figures,
            Self::DenialsMade => line.n_denials_made,
            Self::DenialsReceived => line.n_denials_received,
            Self::Articles => line.articles.len(),
            Self::Share => line.n_words,
            _ => 0,
        }
    }

    fn compare(&self, one: &SourceLine, other: &SourceLine) -> Ordering {
        match self {
            Self::Source => one.name.to_lowercase().cmp(&other.name.to_lowercase()),
            Self::Names => one.names.len().cmp(&other.names.len()),
            Self::First => one.first.cmp(&other.first),
            Self::Last => one.last.cmp(&other.last),
            _ => self.number(one).cmp(&self.number(other)),
        }
    }

    /// What stands in the cell, for other programs: a number is one, and a date as ISO 8601 writes it.
    fn field(&self, line: &SourceLine) -> Field {
        match self {
            Self::Share => Field::Number((f64::from(line.share) * 10.0).round() / 10.0),
            Self::First => Field::words(line.first.map(CalendarDate::iso).unwrap_or_default()),
            Self::Last => Field::words(line.last.map(CalendarDate::iso).unwrap_or_default()),
            _ if self.is_number() => Field::count(self.number(line)),
            _ => Field::words(self.cell(line).words),
        }
    }

    fn cell(&self, line: &SourceLine) -> Cell {
        let day = |date: Option<CalendarDate>| date.map(short_date).unwrap_or_default();
        match self {
            Self::Source => Cell::new(source_name(line)),
            Self::Names => {
                let others = line.names.iter().skip(1);
                Cell::new(others.map(|(name, n)| format!("{name} ({n})")).collect::<Vec<_>>().join(", "))
            }
            Self::First => Cell::new(day(line.first)),
            Self::Last => Cell::new(day(line.last)),
            Self::Share => Cell { words: format!("{:.1} %", line.share), is_number: true, ..Cell::default() },
            _ => Cell::number(self.number(line)),
        }
    }
}

fn source_name(line: &SourceLine) -> String {
    if line.is_unattributed { say!("sources-unattributed") } else { line.name.to_string() }
}

/// What lists the marks of a source in the table of all marks: its name, and the whole of it where others have it
/// in theirs.
fn query(line: &SourceLine, all: &[SourceLine]) -> String {
    if line.is_unattributed {
        return "is:unattributed".to_owned();
    }
    let name = line.name.replace('"', " ");
    let name = name.trim();
    let words = name.to_lowercase();
    let is_in = |other: &SourceLine| {
        let other = other.name.to_lowercase();
        other != words && other.contains(&words)
    };
    let whole = if all.iter().any(is_in) { "=" } else { "" };
    format!("source:\"{whole}{name}\"")
}
