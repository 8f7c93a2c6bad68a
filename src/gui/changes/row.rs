//! A paragraph in both versions as it is drawn: what went is struck out, what came is underlined, and what
//! only stands elsewhere has dots below it and says where.

use super::Changes;
use crate::analysis::{Row, Side};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::words::{Look, Placed};
use crate::gui::widgets::{rows, visible};
use crate::gui::words::say;
use crate::text::TextRange;
use egui::{
    Color32, CursorIcon, FontId, Id, Painter, Pos2, Rect, Role, Sense, Shape, Ui, WidgetInfo, pos2, vec2,
};

/// The rows of both texts, as a list.
pub(super) const TEXTS: &str = "both texts";
/// Between two paragraphs, in points.
pub(super) const GAP: f32 = 14.0;
pub(super) const SIZE: f32 = 14.5;
/// Between the columns, and around them.
const GUTTER: f32 = 20.0;
/// Between the versions where they stand one above the other.
const BELOW: f32 = 8.0;
/// The line that says where a paragraph stands now or stood.
const MOVED: f32 = 22.0;

/// Where the versions stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    /// Of a column, in points.
    pub width: f32,
    /// Whether they stand one above the other.
    pub is_narrow: bool,
}

impl Columns {
    pub(super) fn of(whole: f32, is_narrow: bool) -> Self {
        let width = if is_narrow { whole - GUTTER } else { (whole - 2.0 * GUTTER) / 2.0 };
        Self { width: width.max(80.0).floor(), is_narrow }
    }

    /// Where the second column begins.
    pub(super) fn second(self) -> f32 {
        self.width + GUTTER
    }
}

/// What a row asks for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Going {
    /// To be shown on the page.
    Page(usize),
    /// The row where a moved paragraph stands or stood.
    Row(usize),
    /// All that is folded.
    Unfold,
}

/// How one side is drawn.
struct Inks {
    ink: Color32,
    changed: Color32,
    moved: Color32,
    is_gone: bool,
}

impl Changes {
    /// Draws a row, and says how high it is.
    pub(super) fn row_ui(
        &self,
        cx: &ViewCtx<'_>,
        (item, nth): (usize, usize),
        at: Pos2,
        columns: Columns,
        ui: &mut Ui,
    ) -> (f32, Option<Going>) {
        let Some(row) = self.comparison.rows.get(nth) else { return (0.0, None) };
        let ink = if row.is_same() { cx.theme.ink_subdued } else { cx.theme.ink };
        let look = Look { size: SIZE, lines: 400, ink };
        let place = |text: &str| cx.words.borrow_mut().place(ui.ctx(), text, columns.width, look);
        // One above the other, a paragraph without changes is shown once.
        let old = row.old.as_ref().filter(|_| !(columns.is_narrow && row.is_same()));
        let old = old.map(|side| (side, place(side.range.of(&self.old).unwrap_or_default())));
        let new = row.new.as_ref().map(|side| (side, place(self.new.slice(side.range))));
        let height = |side: &Option<(&Side, Placed)>| side.as_ref().map_or(0.0, |(_, placed)| placed.size.y);
        let above = if columns.is_narrow && row.moved.is_some() { MOVED } else { 0.0 };
        let below_old = if columns.is_narrow && old.is_some() { height(&old) + BELOW } else { 0.0 };
        let words = if columns.is_narrow { below_old + height(&new) } else { height(&old).max(height(&new)) };
        let rect = Rect::from_min_size(at, vec2(ui.max_rect().width(), above + words));
        let sense = if row.is_same() { Sense::hover() } else { Sense::click() };
        let response = ui.interact(rect, rows::row_id(TEXTS, item), sense);
        rows::hold_arrows(ui, TEXTS, item, &response);
        response.widget_info(|| info(row, &self.old, self.new.text()));
        let painter = ui.painter().with_clip_rect(rect.expand(10.0).intersect(ui.clip_rect()));
        let is_lit = response.hovered() && !row.is_same();
        ground_ui(cx, rect.expand2(vec2(4.0, 3.0)), (is_lit, response.has_focus()), &painter);
        let start = at + vec2(0.0, above);
        let inks = |is_gone: bool| Inks {
            ink,
            changed: if is_gone { cx.theme.error } else { cx.theme.good },
            moved: cx.theme.accent,
            is_gone,
        };
        if let Some((side, placed)) = old {
            if columns.is_narrow && new.is_some() {
                edge(&painter, start, placed.size.y, cx.theme.error);
            }
            paint_side(cx, side, placed, start, &inks(true), &painter);
        }
        if let Some((side, placed)) = new {
            let to = if columns.is_narrow { vec2(0.0, below_old) } else { vec2(columns.second(), 0.0) };
            if columns.is_narrow && old.is_some() {
                edge(&painter, start + to, placed.size.y, cx.theme.good);
            }
            paint_side(cx, side, placed, start + to, &inks(false), &painter);
        }
        let mut going = row.moved.filter(|_| self.moved_ui(cx, nth, at, columns, ui)).map(Going::Row);
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            going = going.or(Some(Going::Page(nth)));
        }
        (above + words + GAP, going)
    }

    /// Says beside a moved paragraph where it stands now or stood, as a link; whether it was followed.
    fn moved_ui(&self, cx: &ViewCtx<'_>, nth: usize, at: Pos2, columns: Columns, ui: &mut Ui) -> bool {
        let Some((row, there)) = self.comparison.rows.get(nth).and_then(|row| Some((row, row.moved?))) else {
            return false;
        };
        let words = match (&row.old, self.comparison.rows.get(there).and_then(|row| row.new.as_ref())) {
            (Some(_), Some(side)) => match self.numbers.at(&self.new, side.range.start()) {
                Some(number) => say!("changes-moved-to-paragraph", number = number),
                None if nth < there => say!("changes-moved-down"),
                None => say!("changes-moved-up"),
            },
            _ if nth < there => say!("changes-moved-from-below"),
            _ => say!("changes-moved-from-above"),
        };
        let is_beside = row.old.is_some() && !columns.is_narrow;
        let at = if is_beside { at + vec2(columns.second(), 0.0) } else { at };
        let galley = ui.painter().layout_no_wrap(words.clone(), FontId::proportional(12.5), cx.theme.link);
        let rect = Rect::from_min_size(at, vec2(galley.size().x + 18.0, MOVED - 2.0));
        let response = ui.interact(rect, Id::unique(("place of a moved paragraph", nth)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &words));
        rows::ground(cx.theme, ui.painter(), rect, &response, false);
        let tip = pos2(rect.left() + 7.0, rect.center().y);
        arrow(ui.painter(), tip, nth < there, cx.theme.link);
        ui.painter().galley(
            pos2(rect.left() + 15.0, rect.center().y - galley.size().y / 2.0),
            galley,
            cx.theme.link,
        );
        response.on_hover_cursor(CursorIcon::PointingHand).clicked()
    }
}

/// A line beside a version that stands above or below the other, to tell which is which.
fn edge(painter: &Painter, at: Pos2, height: f32, color: Color32) {
    painter.vline(at.x - 8.0, at.y..=at.y + height, (2.0, color));
}

/// A small arrow up or down around `middle`.
fn arrow(painter: &Painter, middle: Pos2, is_down: bool, color: Color32) {
    let dy = if is_down { 4.5 } else { -4.5 };
    let tip = middle + vec2(0.0, dy);
    painter.line_segment([middle - vec2(0.0, dy), tip], (1.5, color));
    for dx in [-3.0, 3.0] {
        painter.line_segment([tip, tip + vec2(dx, -dy * 0.7)], (1.5, color));
    }
}

/// Paints one side: what went is struck out, what came underlined, what stands elsewhere dotted.
fn paint_side(cx: &ViewCtx<'_>, side: &Side, placed: Placed, at: Pos2, inks: &Inks, painter: &Painter) {
    let mut words = cx.words.borrow_mut();
    let base = side.range.start();
    let within = |range: &TextRange| {
        TextRange::new(range.start().saturating_sub(base), range.end().saturating_sub(base))
    };
    let parts = |ranges: &[TextRange]| -> Vec<(Rect, f32)> {
        let found = ranges.iter().flat_map(|range| words.parts(placed, within(range)));
        found.map(|(part, baseline)| (part.translate(at.to_vec2()), at.y + baseline)).collect()
    };
    let (changed, moved) = (parts(&side.changed), parts(&side.moved));
    for (part, color) in changed
        .iter()
        .map(|(part, _)| (part, inks.changed))
        .chain(moved.iter().map(|(part, _)| (part, inks.moved)))
    {
        painter.rect_filled(*part, 2.0, color.gamma_multiply(0.16));
    }
    words.paint(placed, painter, at, inks.ink);
    for (part, baseline) in &changed {
        let y = if inks.is_gone { baseline - SIZE * 0.28 } else { baseline + 2.5 };
        painter.hline(part.x_range(), y, (1.5, inks.changed));
    }
    for (part, baseline) in &moved {
        let ends = [pos2(part.left(), baseline + 3.0), pos2(part.right(), baseline + 3.0)];
        painter.extend(Shape::dotted_line(&ends, inks.moved, 4.0, 1.0));
    }
}

/// What screen readers and tests are told of a row.
fn info(row: &Row, old: &str, new: &str) -> WidgetInfo {
    let words = |side: &Option<Side>, text: &str| {
        side.as_ref().and_then(|side| side.range.of(text)).map(visible).unwrap_or_default()
    };
    let (before, now) = (words(&row.old, old), words(&row.new, new));
    if row.is_same() {
        return WidgetInfo::labeled(Role::Label, true, now);
    }
    let label = match (&row.old, &row.new, row.moved.is_some()) {
        (Some(_), Some(_), _) => say!("changes-row-both", before = before, now = now),
        (Some(_), None, true) => say!("changes-row-moved-away", words = before),
        (None, _, true) => say!("changes-row-moved-here", words = now),
        (Some(_), None, false) => say!("changes-row-gone", words = before),
        (None, _, false) => say!("changes-row-new", words = now),
    };
    WidgetInfo::labeled(Role::Button, true, label)
}

/// What lies under a row: whether it is pointed at, and whether it has the keyboard.
fn ground_ui(cx: &ViewCtx<'_>, rect: Rect, (is_lit, has_keyboard): (bool, bool), painter: &Painter) {
    if is_lit {
        painter.rect_filled(rect, 4.0, cx.theme.hover);
    }
    if has_keyboard {
        painter.rect_stroke(rect, 4.0, (1.5, cx.theme.accent), egui::StrokeKind::Inside);
    }
}
