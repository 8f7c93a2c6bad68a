//! A table of numbers on a ground that is the stronger the larger they are: who takes what for what, and who
//! agrees with whom. The ground has one hue, so that its strength is seen whatever colours a person sees, and
//! every field has its number. By pointer, keyboard and screen reader.

use super::visible;
use super::words::Look;
use crate::gui::theme::Theme;
use crate::gui::view_ctx::ViewCtx;
use egui::{Color32, Id, Rect, ScrollArea, Sense, Stroke, StrokeKind, TextStyle, Ui, pos2, vec2};

/// The height of a row, in points.
const ROW: f32 = 24.0;
/// The least and the most width of a column, in points.
const COLUMN: (f32, f32) = (58.0, 96.0);
/// The room of the names of rows, in points.
const NAMES: f32 = 130.0;
/// The least height of the table, in points.
const LEAST: f32 = 120.0;
/// From this strength on the words of a field have the colour of the page.
const TURNS: f32 = 0.55;

/// A field of the table.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::gui) struct Cell {
    /// How strong its ground is, from 0 to 1.
    pub strength: f32,
    /// Its number; empty where there is nothing.
    pub words: String,
    /// For screen readers and the pointer: "Ana: Claim; Ben: Opinion; 3 times".
    pub name: String,
    /// Whether it has an edge, as the fields where both say the same.
    pub is_edged: bool,
}

/// Draws a table of `rows` against `columns`; which field was clicked.
pub(in crate::gui) fn heat_map_ui(
    cx: &ViewCtx<'_>,
    id: &'static str,
    (rows, columns): (&[String], &[String]),
    cell: &dyn Fn(usize, usize) -> Cell,
    ui: &mut Ui,
) -> Option<(usize, usize)> {
    let room = (ui.available_width() - NAMES) / count(columns.len().max(1));
    let column = room.clamp(COLUMN.0, COLUMN.1);
    let size = vec2(NAMES + column * count(columns.len()), ROW * count(rows.len() + 1));
    let most = ui.available_height().max(LEAST);
    let mut clicked = None;
    ScrollArea::both().id_salt(id).max_height(most).auto_shrink([false, true]).show(ui, |ui| {
        let (_, whole) = ui.allocate_space(size);
        let place = |row: usize, nth: usize| {
            let left = whole.left() + NAMES + column * count(nth);
            Rect::from_min_size(pos2(left, whole.top() + ROW * count(row)), vec2(column, ROW))
        };
        for (nth, name) in columns.iter().enumerate() {
            words_ui(cx, name, place(0, nth), cx.theme.ink_strong, true, ui);
        }
        for (row, name) in rows.iter().enumerate() {
            let top = whole.top() + ROW * count(row + 1);
            let rect = Rect::from_min_size(pos2(whole.left(), top), vec2(NAMES - 6.0, ROW));
            if !ui.is_rect_visible(rect.with_max_x(whole.right())) {
                continue;
            }
            words_ui(cx, name, rect, cx.theme.ink_strong, false, ui);
            for nth in 0..columns.len() {
                let rect = place(row + 1, nth).shrink(1.0);
                if ui.is_rect_visible(rect)
                    && cell_ui(cx, Id::unique((id, row, nth)), &cell(row, nth), rect, ui)
                {
                    clicked = Some((row, nth));
                }
            }
        }
    });
    clicked
}

/// One field; whether it was clicked.
fn cell_ui(cx: &ViewCtx<'_>, id: Id, cell: &Cell, rect: Rect, ui: &mut Ui) -> bool {
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, cell.name.as_str()));
    let strength = cell.strength.clamp(0.0, 1.0);
    ui.painter().rect_filled(rect, 2.0, ground(cx.theme, strength));
    if cell.is_edged {
        ui.painter().rect_stroke(rect, 2.0, Stroke::new(1.0, cx.theme.edge), StrokeKind::Inside);
    }
    if response.has_focus() || response.hovered() {
        let stroke = Stroke::new(if response.has_focus() { 2.0 } else { 1.0 }, cx.theme.ink_strong);
        ui.painter().rect_stroke(rect, 2.0, stroke, StrokeKind::Inside);
    }
    let ink = if TURNS <= strength { cx.theme.page } else { cx.theme.ink };
    words_ui(cx, &cell.words, rect, ink, true, ui);
    response.on_hover_text(&cell.name).clicked()
}

/// The ground of a field: from that of the page to the ink of strong words.
fn ground(theme: &Theme, strength: f32) -> Color32 {
    theme.page.lerp_to_gamma(theme.link, strength)
}

fn words_ui(cx: &ViewCtx<'_>, words: &str, rect: Rect, ink: Color32, is_centred: bool, ui: &Ui) {
    if words.is_empty() {
        return;
    }
    let size = TextStyle::Body.resolve(ui.style()).size;
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let mut set = cx.words.borrow_mut();
    let placed = set.place(ui.ctx(), &visible(words), rect.width() - 4.0, Look { size, lines: 1, ink });
    let left = if is_centred { rect.center().x - placed.size.x / 2.0 } else { rect.left() + 2.0 };
    set.paint(
        placed,
        &painter,
        pos2(left.max(rect.left() + 2.0), rect.center().y - placed.size.y / 2.0),
        ink,
    );
}

/// A small number.
fn count(n: usize) -> f32 {
    u16::try_from(n).map_or(f32::from(u16::MAX), f32::from)
}
