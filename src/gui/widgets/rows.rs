//! The keyboard in a list of which only the rows in view are drawn: arrows, Home and End go from row to
//! row, and the list scrolls along; and what lies under a row's words.

use crate::gui::theme::Theme;
use egui::epaint::RectShape;
use egui::{
    Color32, EventFilter, Id, Key, Modifiers, Painter, Rect, Response, Shape, Stroke, StrokeKind, Ui,
};

/// What lies under the words of a row: whether it is chosen, pointed at, or has the keyboard.
pub(in crate::gui) fn ground(
    theme: &Theme,
    painter: &Painter,
    rect: Rect,
    response: &Response,
    is_chosen: bool,
) {
    painter.add(ground_of(theme, rect, response, is_chosen));
}

/// The same as a shape, for rows that are painted before it is known how high they are.
pub(in crate::gui) fn ground_of(theme: &Theme, rect: Rect, response: &Response, is_chosen: bool) -> Shape {
    let fill = match (is_chosen, response.hovered()) {
        (true, _) => theme.selection,
        (_, true) => theme.hover,
        _ => Color32::TRANSPARENT,
    };
    let edge = if response.has_focus() { Stroke::new(1.5, theme.accent) } else { Stroke::NONE };
    Shape::Rect(RectShape::new(rect, 4.0, fill, edge, StrokeKind::Inside))
}

/// The id of a row: lists tell their rows by number, since a mark may stand in two of them.
pub(in crate::gui) fn row_id(list: &'static str, row: usize) -> Id {
    Id::unique(("row of", list, row))
}

/// Keeps the arrows for the list while this row has the keyboard. For each row that is drawn.
pub(in crate::gui) fn hold_arrows(ui: &Ui, list: &'static str, row: usize, response: &Response) {
    hold(ui, list, row, response, EventFilter { vertical_arrows: true, ..EventFilter::default() });
}

/// The same of a list whose rows stand side by side.
pub(in crate::gui) fn hold_across(ui: &Ui, list: &'static str, row: usize, response: &Response) {
    hold(ui, list, row, response, EventFilter { horizontal_arrows: true, ..EventFilter::default() });
}

fn hold(ui: &Ui, list: &'static str, row: usize, response: &Response, filter: EventFilter) {
    if response.has_focus() {
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        ui.data_mut(|data| data.insert_temp(Id::unique(list), row));
    }
}

/// The row that the keyboard goes to in this frame, to be scrolled into view: the list asks before it
/// draws. `wanted` is the row to give it to, whatever the keys are; `is_stop` says of a row whether it is
/// one, and no heading.
pub(in crate::gui) fn stepped(
    ui: &Ui,
    list: &'static str,
    n_rows: usize,
    wanted: Option<usize>,
    is_stop: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    stepped_by(ui, list, n_rows, wanted, is_stop, (Key::ArrowUp, Key::ArrowDown))
}

/// The same of a list whose rows stand side by side.
pub(in crate::gui) fn stepped_across(
    ui: &Ui,
    list: &'static str,
    n_rows: usize,
    wanted: Option<usize>,
    is_stop: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    stepped_by(ui, list, n_rows, wanted, is_stop, (Key::ArrowLeft, Key::ArrowRight))
}

fn stepped_by(
    ui: &Ui,
    list: &'static str,
    n_rows: usize,
    wanted: Option<usize>,
    is_stop: &dyn Fn(usize) -> bool,
    arrows: (Key, Key),
) -> Option<usize> {
    let next = match wanted {
        Some(row) => (row < n_rows).then_some(row),
        None => by_keys(ui, list, n_rows, is_stop, arrows),
    }?;
    ui.memory_mut(|memory| memory.request_focus(row_id(list, next)));
    ui.data_mut(|data| data.insert_temp(Id::unique(list), next));
    ui.ctx().request_repaint();
    Some(next)
}

fn by_keys(
    ui: &Ui,
    list: &'static str,
    n_rows: usize,
    is_stop: &dyn Fn(usize) -> bool,
    (before, after): (Key, Key),
) -> Option<usize> {
    let here: usize = ui.data(|data| data.get_temp(Id::unique(list)))?;
    if ui.memory(egui::Memory::focused) != Some(row_id(list, here)) {
        return None;
    }
    let (back, on, home, end) = ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
        (pressed(before), pressed(after), pressed(Key::Home), pressed(Key::End))
    });
    match (back, on, home, end) {
        (true, ..) => (0..here).rev().find(|&row| is_stop(row)),
        (_, true, ..) => (here + 1..n_rows).find(|&row| is_stop(row)),
        (_, _, true, _) => (0..n_rows).find(|&row| is_stop(row)),
        (.., true) => (0..n_rows).rev().find(|&row| is_stop(row)),
        _ => None,
    }
}

/// How far a list of `n_rows` rows of `height` points can be scrolled in a view of `view` points.
pub(in crate::gui) fn last_offset(n_rows: usize, height: f32, view: f32) -> f32 {
    (top_of(n_rows, height) - view).max(0.0)
}

/// How far a list of rows of `height` points is scrolled so that `row` stands in a view of `view` points.
pub(in crate::gui) fn offset_to_show(row: usize, height: f32, view: f32) -> f32 {
    (top_of(row, height) - view * 0.4).max(0.0)
}

/// Where a row begins, to half a row and better for a million rows.
#[expect(clippy::cast_possible_truncation, reason = "egui scrolls by f32")]
fn top_of(row: usize, height: f32) -> f32 {
    (u32::try_from(row).map_or(f64::from(u32::MAX), f64::from) * f64::from(height)) as f32
}
