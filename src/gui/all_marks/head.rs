//! The heads of the columns: a click sorts, an edge is dragged.

use super::layout::Layout;
use super::rows::{BOX, PAD, ROW};
use super::{AllMarks, columns};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::rows;
use crate::gui::words::say;
use crate::library::table::Column;
use egui::{Align2, CursorIcon, Id, Rect, Sense, Stroke, TextStyle, Ui, pos2, vec2};

/// How near to an edge the pointer takes it, in points.
const NEAR: f32 = 4.0;

impl AllMarks {
    /// Draws the heads and does to the layout what they are asked; whether an edge is being dragged.
    pub(super) fn head_ui(&self, cx: &ViewCtx<'_>, layout: &mut Layout, ui: &mut Ui) -> bool {
        // As wide as the rows, beside which there is a bar to scroll them.
        let width = ui.available_width() - ui.spacing().scroll.allocated_width();
        let (_, whole) = ui.allocate_space(vec2(width, ROW));
        let rect = Rect::from_min_max(whole.min + vec2(BOX, 0.0), whole.max);
        let cells = layout.cells(rect);
        for &(column, cell) in &cells {
            if column_ui(cx, layout, column, cell, ui) {
                layout.sort_by(column);
            }
        }
        let mut is_dragging = false;
        for (nth, (_, cell)) in cells.iter().enumerate().take(cells.len().saturating_sub(1)) {
            let edge = Rect::from_x_y_ranges(cell.right() - NEAR..=cell.right() + NEAR, cell.y_range());
            let response = ui.interact(edge, Id::unique(("edge of all marks", nth)), Sense::drag());
            let response = response.on_hover_cursor(CursorIcon::ResizeHorizontal);
            let is_near = response.hovered() || response.dragged();
            let stroke =
                Stroke::new(cx.theme.line_weight, if is_near { cx.theme.accent } else { cx.theme.line });
            ui.painter().vline(cell.right(), cell.y_range().shrink(5.0), stroke);
            layout.move_edge(nth, response.drag_delta().x / rect.width());
            is_dragging |= response.dragged();
        }
        ui.painter().hline(whole.x_range(), whole.bottom(), Stroke::new(cx.theme.line_weight, cx.theme.line));
        is_dragging
    }
}

/// Draws the head of a column; whether it was clicked.
fn column_ui(cx: &ViewCtx<'_>, layout: &Layout, column: Column, cell: Rect, ui: &mut Ui) -> bool {
    let is_sorted = layout.sort == column;
    let sign = match (is_sorted, layout.is_down) {
        (false, _) => "",
        (true, false) => " ↑",
        (true, true) => " ↓",
    };
    let ink = if is_sorted { cx.theme.ink_strong } else { cx.theme.ink_subdued };
    let head = ui.interact(cell, Id::unique(("head of all marks", column.name())), Sense::click());
    rows::ground(cx.theme, ui.painter(), cell, &head, false);
    let font = TextStyle::Small.resolve(ui.style());
    let words = format!("{}{sign}", columns::label(column));
    let clip = Rect::from_min_max(cell.min, pos2(cell.right() - PAD, cell.bottom()));
    let at = cell.left_center() + vec2(PAD, 0.0);
    ui.painter().with_clip_rect(clip).text(at, Align2::LEFT_CENTER, words, font, ink);
    head.widget_info(|| {
        let name = say!("all-marks-sort", column = columns::label(column).to_lowercase());
        egui::WidgetInfo::selected(egui::Role::Button, true, is_sorted, name)
    });
    head.clicked()
}
