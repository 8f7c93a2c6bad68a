//! Rows of cells, of which only those in view are drawn: a row is one button, told whole to those who hear it.

use crate::gui::theme::Theme;
use crate::gui::widgets::{in_visual_order, rows, visible};
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, Id, Pos2, Rect, Response, Role, Sense, TextStyle, Ui, WidgetInfo, vec2};

/// How high a row is, in points.
pub(super) const ROW: f32 = 26.0;
/// Around the words of a cell, in points.
const PAD: f32 = 6.0;
/// Rows so near to those in view are drawn too, so that the keyboard goes on to them.
pub(super) const NEAR: f32 = 3.0 * ROW;

/// A cell.
#[derive(Clone, Debug, Default)]
pub(super) struct Cell {
    pub words: String,
    /// Whether a person should see that it differs from others.
    pub differs: bool,
    pub is_number: bool,
}

impl Cell {
    pub(super) fn new(words: impl Into<String>) -> Self {
        Self { words: words.into(), ..Self::default() }
    }

    pub(super) fn number(n: usize) -> Self {
        let words = if n == 0 { String::new() } else { n.to_string() };
        Self { words, is_number: true, ..Self::default() }
    }
}

/// The room of the next row, where any of it is in view or near.
pub(super) fn room(width: f32, height: f32, ui: &mut Ui) -> Option<Rect> {
    let (_, rect) = ui.allocate_space(vec2(width, height));
    is_near(rect, ui).then_some(rect)
}

/// Whether any of `rect` is in view or near.
pub(super) fn is_near(rect: Rect, ui: &Ui) -> bool {
    ui.clip_rect().expand(NEAR).intersects(rect)
}

/// Brings into view what just got the keyboard.
pub(super) fn follow_keyboard(response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}

/// Draws a row into `rect`: its cells as wide as `widths` say, in shares of it.
pub(super) fn row_ui(
    theme: &Theme,
    (rect, id, name): (Rect, Id, &str),
    cells: &[Cell],
    widths: &[f32],
    ui: &mut Ui,
) -> Response {
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    follow_keyboard(&response);
    rows::ground(theme, ui.painter(), rect, &response, false);
    let mut left = rect.left();
    let whole: f32 = widths.iter().sum();
    for (cell, width) in cells.iter().zip(widths) {
        let width = rect.width() * width / whole;
        let its = Rect::from_min_size(Pos2::new(left, rect.top()), vec2(width, rect.height()));
        if cell.differs {
            ui.painter().rect_filled(its.shrink2(vec2(1.0, 2.0)), 3.0, theme.notice);
        }
        let ink = if cell.differs { theme.ink_strong } else { theme.ink };
        words_ui(cell, its, ink, ui);
        left += width;
    }
    response
}

/// Words of a cell, cut where they do not fit.
pub(super) fn words_ui(cell: &Cell, rect: Rect, ink: Color32, ui: &Ui) {
    if cell.words.is_empty() {
        return;
    }
    let words = in_visual_order(&visible(&cell.words));
    let format = TextFormat::simple(TextStyle::Body.resolve(ui.style()), ink);
    let mut job = LayoutJob::single_section(words, format);
    job.wrap = TextWrapping::truncate_at_width((rect.width() - 2.0 * PAD).max(1.0));
    let galley = ui.painter().layout_job(job);
    let left = if cell.is_number { rect.right() - PAD - galley.size().x } else { rect.left() + PAD };
    let at = Pos2::new(left, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
}

/// Small words over a column.
pub(super) fn head_ui(words: &str, rect: Rect, ink: Color32, is_number: bool, ui: &Ui) {
    let format = TextFormat::simple(TextStyle::Small.resolve(ui.style()), ink);
    let mut job = LayoutJob::single_section(words.to_owned(), format);
    job.wrap = TextWrapping::truncate_at_width((rect.width() - 2.0 * PAD).max(1.0));
    let galley = ui.painter().layout_job(job);
    let left = if is_number { rect.right() - PAD - galley.size().x } else { rect.left() + PAD };
    let at = Pos2::new(left, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
}
