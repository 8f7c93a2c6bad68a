//! A list of bars, each with its name and number: a button that is told with both.

use crate::gui::ledger::cells::{Cell, follow_keyboard, is_near, words_ui};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::{rows, visible};
use crate::gui::words::{grouped, say};
use crate::library::query::Term;
use egui::{Color32, Rect, Role, Sense, Ui, WidgetInfo, vec2};

/// How high a row is, in points.
const ROW: f32 = 26.0;
/// The share of the width that the names take, and that the numbers take.
const SHARES: (f32, f32) = (0.38, 0.14);

/// A bar.
pub(super) struct Bar {
    pub name: String,
    pub n: usize,
    pub colour: Color32,
    /// What means its marks, in a line of words and filters.
    pub term: Term,
}

/// Draws them; which was clicked.
pub(super) fn bars_ui(cx: &ViewCtx<'_>, list: &'static str, bars: &[Bar], ui: &mut Ui) -> Option<usize> {
    let most = bars.iter().map(|bar| bar.n).max().unwrap_or_default();
    let next = rows::stepped(ui, list, bars.len(), None, &|_| true);
    let mut clicked = None;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (nth, bar) in bars.iter().enumerate() {
            let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
            // What the keyboard goes to is drawn wherever it is, and comes into view by that.
            if (is_near(rect, ui) || next == Some(nth)) && bar_ui(cx, (list, nth), bar, (rect, most), ui) {
                clicked = Some(nth);
            }
        }
    });
    clicked
}

/// Draws one; whether it was clicked.
fn bar_ui(
    cx: &ViewCtx<'_>,
    (list, nth): (&'static str, usize),
    bar: &Bar,
    (rect, most): (Rect, usize),
    ui: &mut Ui,
) -> bool {
    let response = ui.interact(rect, rows::row_id(list, nth), Sense::click());
    let told = say!("counts-bar", name = visible(&bar.name), count = bar.n);
    response.widget_info(|| WidgetInfo {
        value: Some(share(bar.n, 1)),
        ..WidgetInfo::labeled(Role::Button, true, &told)
    });
    follow_keyboard(&response);
    rows::hold_arrows(ui, list, nth, &response);
    rows::ground(cx.theme, ui.painter(), rect, &response, false);
    let names = rect.with_max_x(rect.left() + rect.width() * SHARES.0);
    let numbers = rect.with_min_x(rect.right() - rect.width() * SHARES.1);
    words_ui(&Cell::new(bar.name.clone()), names, cx.theme.ink, ui);
    let room = Rect::from_x_y_ranges(names.right()..=numbers.left(), rect.y_range()).shrink2(vec2(2.0, 6.0));
    #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
    let width = (f64::from(room.width()) * share(bar.n, most)) as f32;
    let its = room.with_max_x(room.left() + width.max(1.0));
    ui.painter().rect_filled(its, 2.0, bar.colour);
    words_ui(&Cell { is_number: true, ..Cell::new(grouped(bar.n)) }, numbers, cx.theme.ink_strong, ui);
    response.on_hover_text(say!("counts-go", name = told)).clicked()
}

/// The share of one number of another.
#[expect(clippy::cast_precision_loss, reason = "a share of a bar")]
pub(super) fn share(n: usize, most: usize) -> f64 {
    n as f64 / most.max(1) as f64
}
