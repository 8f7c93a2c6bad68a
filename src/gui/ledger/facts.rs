//! Sources × facts: what each statement tells, where it differs from most others, and which are chosen to be an
//! incident of their own.

use super::cells::{Cell, ROW, head_ui, room, row_ui};
use super::deeds::Deeds;
use super::words;
use crate::analysis::incidents::{Account, Differing, Incident};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::visible;
use crate::gui::words::{days, say};
use crate::layer::AnnotationId;
use egui::{Checkbox, Id, Rect, RichText, Ui, vec2};

/// How wide the columns are, in shares: number, source, when, where, who, how many, by whom, told in.
const WIDTHS: [f32; 8] = [0.4, 1.7, 1.2, 1.2, 0.9, 1.3, 1.2, 2.2];
/// The least for all of them, in points.
const LEAST: f32 = 760.0;
/// For the boxes at the left, in points.
const BOXES: f32 = 26.0;

/// Draws the grid; the mark that was clicked.
pub(super) fn ui(
    cx: &ViewCtx<'_>,
    incident: &Incident,
    differing: &[Differing],
    deeds: &mut Deeds,
    ui: &mut Ui,
) -> Option<AnnotationId> {
    ui.label(RichText::new(say!("incidents-facts")).strong());
    ui.label(RichText::new(say!("incidents-facts-hint")).small().color(cx.theme.ink_subdued));
    let width = ui.available_width().max(LEAST);
    let heads = heads();
    if let Some(rect) = room(width, ROW, ui) {
        let mut left = rect.left() + BOXES;
        let whole: f32 = WIDTHS.iter().sum();
        for (head, share) in heads.iter().zip(WIDTHS) {
            let width = (rect.width() - BOXES) * share / whole;
            let its = Rect::from_min_size(egui::pos2(left, rect.top()), vec2(width, ROW));
            head_ui(head, its, cx.theme.ink_subdued, false, ui);
            left += width;
        }
    }
    let mut clicked = None;
    let before = std::mem::take(&mut ui.spacing_mut().item_spacing.y);
    for nth in 0..incident.statements.len() {
        let Some(rect) = room(width, ROW, ui) else { continue };
        let Some(first) = incident.first(nth) else { continue };
        let line = Line { incident, nth, first, differs: differing.get(nth).copied().unwrap_or_default() };
        let cells = line.cells();
        let name = line.name(&cells, &heads);
        line.box_ui(rect, deeds, ui);
        let rect = Rect::from_min_max(rect.min + vec2(BOXES, 0.0), rect.max);
        let id = Id::unique(("incident-facts", incident.id, nth));
        let response = row_ui(cx.theme, (rect, id, &name), &cells, &WIDTHS, ui);
        if response.on_hover_text(visible(&first.quote)).clicked() {
            clicked = Some(first.mark);
        }
    }
    ui.spacing_mut().item_spacing.y = before;
    clicked
}

fn heads() -> [String; 8] {
    [
        String::new(),
        say!("incidents-source"),
        say!("incidents-when"),
        say!("incidents-where"),
        say!("incidents-who"),
        say!("incidents-how-many"),
        say!("incidents-blamed"),
        say!("incidents-told-in"),
    ]
}

/// A statement as a row.
struct Line<'a> {
    incident: &'a Incident,
    nth: usize,
    first: &'a Account,
    differs: Differing,
}

impl Line<'_> {
    fn cells(&self) -> [Cell; 8] {
        let Self { incident, nth, first, differs } = self;
        let statement = incident.statements.get(*nth);
        let n_more = statement.map_or(0, |statement| statement.accounts.len().saturating_sub(1));
        let told = match n_more {
            0 => first.title.to_string(),
            n => say!("incidents-and-more", title = first.title.to_string(), count = n),
        };
        let fact = |words: String, differs: bool| Cell { words, differs, ..Cell::default() };
        // What the article's date alone says is no fact of the figure.
        let days = first.days.filter(|_| first.is_dated).map(days).unwrap_or_default();
        [
            Cell::new((nth + 1).to_string()),
            Cell::new(words::origin(incident, *nth)),
            fact(days, differs.when),
            fact(first.place.to_string(), differs.place),
            fact(words::people(first), differs.who),
            fact(words::counted(first), differs.number || first.is_denied),
            fact(first.blamed.to_string(), differs.blamed),
            Cell::new(told),
        ]
    }

    /// The row in words: `2 the army; How many: 12 killed, differs`.
    fn name(&self, cells: &[Cell], heads: &[String]) -> String {
        let told = cells.iter().zip(heads).skip(2).filter(|(cell, _)| !cell.words.is_empty());
        let told = told.map(|(cell, head)| {
            let words = visible(&cell.words);
            if cell.differs {
                say!("incidents-differs", fact = head.clone(), words = words)
            } else {
                format!("{head}: {words}")
            }
        });
        let own = format!("{} {}", self.nth + 1, visible(&words::origin(self.incident, self.nth)));
        [own].into_iter().chain(told).collect::<Vec<_>>().join("; ")
    }

    fn box_ui(&self, rect: Rect, deeds: &mut Deeds, ui: &mut Ui) {
        let accounts = self.incident.statements.get(self.nth).map_or(&[][..], |its| &its.accounts);
        let marks = accounts.iter().filter_map(|&nth| Some(self.incident.accounts.get(nth)?.mark));
        let marks: Vec<AnnotationId> = marks.collect();
        let mut is_chosen = deeds.has_all(&marks);
        let place = Rect::from_min_size(rect.min, vec2(BOXES, ROW));
        let response = ui.put(place, Checkbox::without_text(&mut is_chosen));
        let name = say!("incidents-choose", number = self.nth + 1);
        response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, is_chosen, &name));
        super::cells::follow_keyboard(&response);
        if response.changed() {
            deeds.set(&marks, is_chosen);
        }
    }
}
