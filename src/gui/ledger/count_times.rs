//! Marks by day, month or year, one beside the other: a bar for each that has any.

use super::count_bars::share;
use super::tabled::Counted;
use crate::document::CalendarDate;
use crate::gui::ledger::number_line::step;
use crate::gui::theme::Theme;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::rows;
use crate::gui::words::{date, grouped, say, short_date};
use crate::library::table::Counts;
use crate::library::table::counts::{Times, Unit};
use egui::{
    Align2, FontId, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, TextStyle, Ui, WidgetInfo, pos2, vec2,
};

/// Its name for the keyboard.
const LIST: &str = "counts of times";
/// How high bars are at most, in points.
const HIGH: f32 = 132.0;
/// The room above them and that of the dates below, in points.
const AROUND: (f32, f32) = (8.0, 20.0);
/// The room of the numbers at the left, in points.
const NUMBERS: f32 = 44.0;
/// The least and the most width of a step, in points.
const STEP: (f32, f32) = (7.0, 46.0);
/// Two dates stand so far apart, in points.
const APART: f32 = 92.0;

/// Days, months or years.
pub(super) fn unit_name(unit: Unit) -> String {
    match unit {
        Unit::Day => say!("counts-days"),
        Unit::Month => say!("counts-months"),
        Unit::Year => say!("counts-years"),
    }
}

/// The bars, and what else there is to say of times.
#[derive(Default)]
pub(super) struct Plot {
    times: Times,
    /// By what else they can be told.
    possible: Vec<Unit>,
    most: usize,
}

impl Plot {
    /// By `unit` where that is possible, else as fits.
    pub(super) fn of(counts: &Counts, unit: Option<Unit>) -> Self {
        let times = unit.and_then(|unit| counts.times(unit)).unwrap_or_else(|| counts.usual_times());
        let is_possible = |unit: &Unit| counts.times(*unit).is_some_and(|times| !times.steps.is_empty());
        let most = times.steps.iter().map(|(_, n)| *n).max().unwrap_or_default();
        Self { times, possible: Unit::ALL.into_iter().filter(is_possible).collect(), most }
    }

    pub(super) fn unit(&self) -> Unit {
        self.times.unit
    }

    pub(super) fn is_possible(&self, unit: Unit) -> bool {
        self.possible.contains(&unit)
    }

    /// How many marks are of articles that are dated less exactly.
    pub(super) fn rough(&self) -> usize {
        self.times.n_rough
    }

    /// How many are of articles without a date.
    pub(super) fn undated(&self) -> usize {
        self.times.n_undated
    }

    /// How many there are of each day, month or year, and what is dated less exactly or not at all, in words.
    pub(super) fn told(&self) -> Counted {
        let steps = self.times.steps.iter().map(|(day, n)| (date(*day), *n));
        let others = [
            (say!("counts-dated-roughly"), self.times.n_rough),
            (say!("counts-without-date"), self.times.n_undated),
        ];
        let others = others.into_iter().filter(|(_, n)| 0 < *n);
        (unit_name(self.times.unit), steps.chain(others).collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.times.steps.is_empty()
    }

    /// Draws the bars, with the keyboard on the first where that is wished; the date that was clicked.
    pub(super) fn ui(&self, cx: &ViewCtx<'_>, wants_bar: bool, ui: &mut Ui) -> Option<CalendarDate> {
        let steps = &self.times.steps;
        if steps.is_empty() {
            return None;
        }
        let (_, whole) = ui.allocate_space(vec2(ui.available_width(), AROUND.0 + HIGH + AROUND.1));
        let scale = self.scale_ui(cx.theme, whole, ui);
        let right = whole.with_min_x(whole.left() + NUMBERS);
        let width = (right.width() / size(steps.len())).clamp(STEP.0, STEP.1);
        let is_stop = |nth: usize| steps.get(nth).is_some_and(|(_, n)| 0 < *n);
        let first = wants_bar.then(|| (0..steps.len()).find(|&nth| is_stop(nth))).flatten();
        let next = rows::stepped_across(ui, LIST, steps.len(), first, &is_stop);
        let mut area = ScrollArea::horizontal().id_salt(LIST).auto_shrink([false, true]);
        if let Some(nth) = next {
            let offset = size(nth) * width - right.width() * 0.4;
            area = area.horizontal_scroll_offset(offset.max(0.0));
        }
        let mut clicked = None;
        ui.scope_builder(egui::UiBuilder::new().max_rect(right), |ui| {
            area.show(ui, |ui| {
                let (_, all) = ui.allocate_space(vec2(width * size(steps.len()), AROUND.0 + HIGH + AROUND.1));
                let every = every(width, self.times.unit);
                for (nth, (date, n)) in steps.iter().enumerate() {
                    let left = all.left() + size(nth) * width;
                    let room = Rect::from_min_size(pos2(left, all.top()), vec2(width, all.height()));
                    if !ui.clip_rect().expand(APART).intersects(room) && next != Some(nth) {
                        continue;
                    }
                    if nth % every == 0 {
                        tick_ui(cx.theme, *date, room, ui);
                    }
                    if 0 < *n && bar_ui(cx, nth, (*date, *n), room, scale, ui) {
                        clicked = Some(*date);
                    }
                }
            });
        });
        clicked
    }

    /// Lines with their numbers; the number at the top.
    fn scale_ui(&self, theme: &Theme, whole: Rect, ui: &Ui) -> usize {
        let (top, by) = step(u64::try_from(self.most).unwrap_or(u64::MAX));
        let font = TextStyle::Small.resolve(ui.style());
        let top = usize::try_from(top).unwrap_or(usize::MAX);
        let by = usize::try_from(by).unwrap_or(usize::MAX).max(1);
        for n in (0..=top / by).map(|nth| nth * by) {
            let y = height(whole, n, top);
            let lines = whole.with_min_x(whole.left() + NUMBERS).x_range();
            ui.painter().hline(lines, y, Stroke::new(1.0, theme.line));
            let at = pos2(whole.left() + NUMBERS - 6.0, y);
            ui.painter().text(at, Align2::RIGHT_CENTER, grouped(n), font.clone(), theme.ink_subdued);
        }
        top
    }
}

/// Where the top of a bar is.
#[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
fn height(whole: Rect, n: usize, most: usize) -> f32 {
    whole.top() + AROUND.0 + HIGH - (f64::from(HIGH) * share(n, most)) as f32
}

/// Draws a bar; whether it was clicked.
fn bar_ui(
    cx: &ViewCtx<'_>,
    nth: usize,
    (day, n): (CalendarDate, usize),
    room: Rect,
    most: usize,
    ui: &mut Ui,
) -> bool {
    let bottom = height(room, 0, most);
    // The whole height can be clicked: a low bar is hard to meet.
    let column = Rect::from_x_y_ranges(room.x_range(), room.top()..=bottom);
    let response = ui.interact(column, rows::row_id(LIST, nth), Sense::click());
    let told = say!("counts-bar", name = date(day), count = n);
    response.widget_info(|| WidgetInfo {
        value: Some(share(n, 1)),
        ..WidgetInfo::labeled(Role::Button, true, &told)
    });
    rows::hold_across(ui, LIST, nth, &response);
    let bar = column.with_min_y(height(room, n, most).min(bottom - 1.0)).shrink2(vec2(1.0, 0.0));
    let is_lit = response.hovered() || response.has_focus();
    ui.painter().rect_filled(bar, 1.0, if is_lit { cx.theme.accent } else { cx.theme.ink_subdued });
    if response.has_focus() {
        let stroke = Stroke::new(1.5, cx.theme.accent);
        ui.painter().rect_stroke(column, 3.0, stroke, StrokeKind::Inside);
    }
    response.on_hover_text(say!("counts-go", name = told)).clicked()
}

/// The date below a step.
fn tick_ui(theme: &Theme, date: CalendarDate, room: Rect, ui: &Ui) {
    let font: FontId = TextStyle::Small.resolve(ui.style());
    let bottom = room.top() + AROUND.0 + HIGH;
    ui.painter().vline(room.left(), bottom..=bottom + 4.0, Stroke::new(1.0, theme.edge));
    let at = pos2(room.left() + 2.0, bottom + 4.0);
    ui.painter().text(at, Align2::LEFT_TOP, short_date(date), font, theme.ink_subdued);
}

/// Every how many steps a date stands.
fn every(width: f32, unit: Unit) -> usize {
    let apart = if unit == Unit::Year { APART * 0.5 } else { APART };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some tens at most")]
    let every = (apart / width).ceil() as usize;
    every.max(1)
}

/// A number of steps.
fn size(n: usize) -> f32 {
    u16::try_from(n).map_or(f32::from(u16::MAX), f32::from)
}
