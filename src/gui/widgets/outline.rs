//! A list of rows at several depths, of which those in view are drawn: words of people in any script, what
//! each is before them, where it is behind them; by pointer, keyboard and screen reader.

use super::words::Look;
use super::{rows, visible};
use crate::gui::theme;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::words::say;
use crate::session::exporting::{Field, Sheet};
use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, FontId, Id, Rect, ScrollArea, Sense, TextStyle, Ui, pos2, vec2};

const ROW: f32 = 26.0;
/// Around the words of a row, in points.
const PAD: f32 = 8.0;
/// A step of depth, in points.
const STEP: f32 = 22.0;
/// The most room that what stands behind the words takes, as a share of the row.
const BEHIND: f32 = 0.4;

/// A row.
#[derive(Clone, Debug, Default)]
pub(in crate::gui) struct OutlineRow {
    /// How many steps it stands in.
    pub depth: usize,
    /// Whether it heads those after it.
    pub is_heading: bool,
    /// What it is: "denied by".
    pub kind: String,
    /// Its words.
    pub words: String,
    /// Who says it and where.
    pub behind: String,
    /// Whether a person should look at it.
    pub warns: bool,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// What was done to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::gui) enum Done {
    /// It was clicked, or Space was pressed.
    Chosen(usize),
    /// It was clicked twice, or Enter was pressed.
    Opened(usize),
}

/// Rows that are told one by one: those in view, with each frame.
pub(in crate::gui) trait Outline {
    /// How many there are.
    fn n_rows(&self) -> usize;

    /// Whether a row can be chosen: a heading cannot.
    fn is_stop(&self, row: usize) -> bool;

    /// A row.
    fn row(&self, row: usize) -> OutlineRow;
}

impl Outline for Vec<OutlineRow> {
    fn n_rows(&self) -> usize {
        self.len()
    }

    fn is_stop(&self, row: usize) -> bool {
        self.get(row).is_some_and(|row| !row.is_heading)
    }

    fn row(&self, row: usize) -> OutlineRow {
        self.get(row).cloned().unwrap_or_default()
    }
}

/// An outline as a table for other programs: the heading above a row, what it is, its words and what stands
/// behind them; answers stand in by their depth.
pub(in crate::gui) fn sheet(title: String, all: &impl Outline) -> Sheet {
    let mut sheet = Sheet {
        title,
        head: vec![
            say!("outline-under"),
            say!("outline-kind"),
            say!("outline-words"),
            say!("outline-behind"),
        ],
        rows: Vec::new(),
    };
    let mut under = String::new();
    for row in (0..all.n_rows()).map(|nth| all.row(nth)) {
        if row.is_heading {
            under = row.words;
            continue;
        }
        let words = format!("{}{}", "    ".repeat(row.depth), row.words);
        sheet.rows.push([&under, &row.kind, &words, &row.behind].map(Field::words).to_vec());
    }
    sheet
}

/// How many rows that table has.
pub(in crate::gui) fn n_told(all: &impl Outline) -> usize {
    (0..all.n_rows()).filter(|&row| all.is_stop(row)).count()
}

/// Draws the rows into the room that is left; `wanted` is one that gets the keyboard.
pub(in crate::gui) fn outline_ui(
    cx: &ViewCtx<'_>,
    list: &'static str,
    all: &impl Outline,
    wanted: Option<usize>,
    ui: &mut Ui,
) -> Option<Done> {
    let mut done = focused(list, ui).filter(|_| pressed_space(ui)).map(Done::Chosen);
    let mut area = ScrollArea::vertical().id_salt(list).auto_shrink([false, false]);
    let is_stop = |row: usize| all.is_stop(row);
    let n_rows = all.n_rows();
    let wanted = wanted.and_then(|from| (from..n_rows).find(|&row| is_stop(row)));
    if let Some(row) = rows::stepped(ui, list, n_rows, wanted, &is_stop) {
        area = area.vertical_scroll_offset(rows::offset_to_show(row, ROW, ui.available_height()));
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    area.show_rows(ui, ROW, n_rows, |ui, range| {
        for nth in range {
            done = row_ui(cx, (list, nth), &all.row(nth), ui).or(done.take());
        }
    });
    done
}

/// The row that has the keyboard.
pub(in crate::gui) fn focused(list: &'static str, ui: &Ui) -> Option<usize> {
    let here: usize = ui.data(|data| data.get_temp(Id::unique(list)))?;
    (ui.memory(egui::Memory::focused) == Some(rows::row_id(list, here))).then_some(here)
}

fn pressed_space(ui: &Ui) -> bool {
    ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Space))
}

fn row_ui(
    cx: &ViewCtx<'_>,
    (list, nth): (&'static str, usize),
    row: &OutlineRow,
    ui: &mut Ui,
) -> Option<Done> {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    if row.is_heading {
        heading_ui(cx, row, rect, ui);
        return None;
    }
    let response = ui.interact(rect, rows::row_id(list, nth), Sense::click());
    rows::hold_arrows(ui, list, nth, &response);
    response.widget_info(|| {
        let parts = [&row.kind, &row.words, &row.behind].map(|part| visible(part));
        let name = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ");
        egui::WidgetInfo::selected(egui::Role::Button, true, row.is_chosen, name)
    });
    rows::ground(cx.theme, ui.painter(), rect, &response, row.is_chosen);
    words_of_row(cx, row, rect, ui);
    if response.double_clicked() {
        return Some(Done::Opened(nth));
    }
    let is_pointed = response.clicked_by(egui::PointerButton::Primary);
    if is_pointed {
        // The keys go on from the row that was clicked.
        response.request_focus();
    }
    response.clicked().then_some(if is_pointed { Done::Chosen(nth) } else { Done::Opened(nth) })
}

fn heading_ui(cx: &ViewCtx<'_>, row: &OutlineRow, rect: Rect, ui: &mut Ui) {
    let size = TextStyle::Body.resolve(ui.style()).size;
    let at = pos2(rect.left() + PAD, rect.center().y);
    let font = FontId::new(size, theme::bold());
    let painter = ui.painter();
    let mut line = LayoutJob::simple_singleline(row.words.clone(), font, cx.theme.ink_strong);
    line.wrap = TextWrapping::truncate_at_width(rect.width() - 2.0 * PAD);
    let line = painter.layout_job(line);
    painter.galley(at - vec2(0.0, line.size().y / 2.0), line, cx.theme.ink_strong);
    let response = ui.interact(rect, Id::unique(("heading of", &row.words)), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, row.words.as_str()));
}

fn words_of_row(cx: &ViewCtx<'_>, row: &OutlineRow, rect: Rect, ui: &Ui) {
    let small = TextStyle::Small.resolve(ui.style());
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    #[expect(clippy::cast_precision_loss, reason = "depths are small")]
    let left = rect.left() + PAD + STEP * row.depth as f32;
    let mut set = cx.words.borrow_mut();
    let mut paint = |words: &str, (size, ink): (f32, Color32), room: f32, at: &dyn Fn(f32) -> f32| {
        let placed = set.place(ui.ctx(), words, room.max(40.0), Look { size, lines: 1, ink });
        let y = rect.center().y - placed.size.y / 2.0;
        set.paint(placed, &painter, pos2(at(placed.size.x), y), ink);
        placed.size.x
    };
    let kind_ink = if row.warns { cx.theme.warning } else { cx.theme.ink_subdued };
    let right = rect.right() - PAD;
    let kind = visible(&row.kind);
    let kind_room = (right - left) * BEHIND;
    let kind_width =
        if kind.is_empty() { 0.0 } else { paint(&kind, (small.size, kind_ink), kind_room, &|_| left) };
    let after_kind = if kind.is_empty() { left } else { left + kind_width + PAD };
    let behind = visible(&row.behind);
    let look = (small.size, cx.theme.ink_subdued);
    let width = if behind.is_empty() {
        0.0
    } else {
        paint(&behind, look, rect.width() * BEHIND, &|width| right - width)
    };
    let size = TextStyle::Body.resolve(ui.style()).size;
    let room = right - width - PAD - after_kind;
    paint(&visible(&row.words), (size, cx.theme.ink), room, &|_| after_kind);
}
