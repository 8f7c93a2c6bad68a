//! The number line of an incident: a row for each origin, a bar for each figure; open ends are arrows, what is
//! denied is hollow, what has no number is hatched. A click on a bar goes to its passage.

use super::cells::{follow_keyboard, is_near};
use super::words;
use crate::analysis::incidents::{Account, Incident};
use crate::gui::theme::Theme;
use crate::gui::widgets::{in_visual_order, visible};
use crate::layer::AnnotationId;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align2, Id, Painter, Rect, Role, Sense, Shape, Stroke, StrokeKind, TextStyle, Ui, WidgetInfo, pos2, vec2,
};

/// How high a row is, in points.
const ROW: f32 = 28.0;
/// The share of the width that the origins take, and how much it is at most.
const NAMES: (f32, f32) = (0.32, 220.0);
/// How much stays free at the right for arrows and words.
const RIGHT: f32 = 30.0;
/// How wide the line is at least and at most.
const WIDTH: std::ops::RangeInclusive<f32> = 300.0..=1000.0;
/// For the numbers under the line.
const TICKS: f32 = 22.0;

/// The figures of one outcome in rows of their origins, and how far the line goes.
#[derive(Clone, Debug, Default)]
pub(super) struct NumberLine {
    /// Statements in the order of their rows, each with its origin.
    rows: Vec<(usize, usize)>,
    most: u64,
    step: u64,
}

impl NumberLine {
    pub(super) fn of(incident: &Incident, outcome: &str) -> Self {
        let all = incident.statements.iter().enumerate();
        let all = all.filter_map(|(nth, its)| Some((its.origin, nth, incident.first(nth)?)));
        let all: Vec<(usize, usize, &Account)> =
            all.filter(|(_, _, account)| &*account.outcome == outcome).collect();
        let ends = all.iter().flat_map(|(_, _, account)| {
            let (low, high) = account.bounds();
            [Some(low), Some(high).filter(|high| *high < u64::MAX), account.stated]
        });
        let (most, step) = step(ends.flatten().max().unwrap_or_default());
        let mut rows: Vec<(usize, usize)> = all.iter().map(|(origin, nth, _)| (*origin, *nth)).collect();
        rows.sort_unstable();
        Self { rows, most, step }
    }

    /// Draws the line into `width` points, those statements strongest that `taken` has; the mark that was clicked.
    pub(super) fn ui(
        &self,
        theme: &Theme,
        incident: &Incident,
        taken: &[usize],
        width: f32,
        ui: &mut Ui,
    ) -> Option<AnnotationId> {
        let width = width.clamp(*WIDTH.start(), *WIDTH.end());
        #[expect(clippy::cast_precision_loss, reason = "a height in points")]
        let height = self.rows.len() as f32 * ROW + TICKS;
        let (_, whole) = ui.allocate_space(vec2(width, height));
        if !ui.is_rect_visible(whole) {
            return None;
        }
        let names = (width * NAMES.0).min(NAMES.1);
        let scale = Scale { whole, names, most: self.most, theme };
        scale.ticks_ui(self.step, ui);
        let mut clicked = None;
        for (row, &(origin, nth)) in self.rows.iter().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "a height in points")]
            let top = whole.top() + row as f32 * ROW;
            let rect = Rect::from_min_size(pos2(whole.left(), top), vec2(width, ROW));
            let Some(account) = incident.first(nth).filter(|_| is_near(rect, ui)) else { continue };
            let before = row.checked_sub(1).and_then(|before| self.rows.get(before));
            let is_first = before.is_none_or(|(before, _)| *before != origin);
            if is_first {
                scale.origin_ui(&words::origin(incident, nth), rect, 0 < row, ui);
            }
            let bar = Bar { account, nth, incident, is_taken: taken.contains(&nth) };
            if scale.bar_ui(&bar, top, ui) {
                clicked = Some(account.mark);
            }
        }
        clicked
    }
}

/// The end of a scale and the distance of its ticks: at most six of them, at round numbers.
pub(super) fn step(most: u64) -> (u64, u64) {
    let most = most.max(5);
    let steps = (0..19).flat_map(|power| [1, 2, 5].map(|first: u64| first.saturating_mul(10_u64.pow(power))));
    let step = steps.into_iter().find(|step| most.div_ceil(*step) <= 6).unwrap_or(u64::MAX);
    (most.div_ceil(step).saturating_mul(step), step)
}

/// A figure that is drawn.
struct Bar<'a> {
    account: &'a Account,
    nth: usize,
    incident: &'a Incident,
    /// Whether the rule takes it.
    is_taken: bool,
}

impl Bar<'_> {
    /// For those who hear it or point at it.
    fn name(&self, counted: &str) -> String {
        let origin = visible(&words::origin(self.incident, self.nth));
        let (wording, title) = (visible(&self.account.wording), visible(&self.account.title));
        format!("{origin}: {counted}; {wording}; {title}")
    }
}

struct Scale<'a> {
    whole: Rect,
    names: f32,
    most: u64,
    theme: &'a Theme,
}

impl Scale<'_> {
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "a place on the screen")]
    fn x(&self, number: u64) -> f32 {
        let share = (number as f64 / self.most.max(1) as f64).min(1.0) as f32;
        self.whole.left() + self.names + (self.whole.width() - self.names - RIGHT) * share
    }

    fn ticks_ui(&self, step: u64, ui: &Ui) {
        let font = TextStyle::Small.resolve(ui.style());
        let bottom = self.whole.bottom() - 18.0;
        for tick in (0..=self.most / step.max(1)).map(|n| n * step) {
            let x = self.x(tick);
            ui.painter().vline(x, self.whole.top()..=bottom, Stroke::new(1.0, self.theme.line));
            let at = pos2(x, self.whole.bottom());
            ui.painter().text(at, Align2::CENTER_BOTTOM, tick, font.clone(), self.theme.ink_subdued);
        }
    }

    /// The name of an origin, before the first of its rows.
    fn origin_ui(&self, name: &str, rect: Rect, is_parted: bool, ui: &Ui) {
        let painter = ui.painter();
        if is_parted {
            painter.hline(rect.x_range(), rect.top() + 1.0, Stroke::new(1.0, self.theme.line));
        }
        let format = TextFormat::simple(TextStyle::Small.resolve(ui.style()), self.theme.ink);
        let mut job = LayoutJob::single_section(in_visual_order(&visible(name)), format);
        job.wrap = TextWrapping::truncate_at_width(self.names - 12.0);
        let galley = painter.layout_job(job);
        let left = rect.left() + self.names - 10.0 - galley.size().x;
        painter.galley(pos2(left, rect.top() + 18.0 - galley.size().y / 2.0), galley, self.theme.ink);
    }

    /// Draws a figure; whether it was clicked.
    fn bar_ui(&self, bar: &Bar<'_>, top: f32, ui: &Ui) -> bool {
        let (account, theme) = (bar.account, self.theme);
        let is_vague = !account.has_number();
        let (low, high) = account.bounds();
        let is_open = high == u64::MAX;
        let end = self.whole.right() - RIGHT;
        let (from, to) = (self.x(low), if is_open { end } else { self.x(high) });
        // A single number is a bar that can be seen and clicked.
        let (from, to) = if to - from < 8.0 { (from - 4.0, from + 4.0) } else { (from, to) };
        let rect = Rect::from_x_y_ranges(from..=to, top + 13.0..=top + 24.0);
        let id = Id::unique(("incident-figure", bar.incident.id, bar.nth));
        let response = ui.interact(rect.expand(3.0), id, Sense::click());
        follow_keyboard(&response);
        let painter = ui.painter();
        let strong = if bar.is_taken { theme.ink_strong } else { theme.ink_subdued };
        let ink = if response.hovered() || response.has_focus() { theme.accent } else { strong };
        if is_vague {
            hatch(painter, rect, ink);
        } else if !account.is_denied {
            painter.rect_filled(rect, 2.0, ink);
        }
        painter.rect_stroke(rect, 2.0, Stroke::new(1.5, ink), StrokeKind::Inside);
        if is_open && !is_vague {
            let y = rect.center().y;
            let points = vec![pos2(to, y - 9.0), pos2(to + 12.0, y), pos2(to, y + 9.0)];
            let fill = if account.is_denied { theme.page } else { ink };
            painter.add(Shape::convex_polygon(points, fill, Stroke::new(1.5, ink)));
        }
        if response.has_focus() {
            let stroke = Stroke::new(1.5, theme.accent);
            painter.rect_stroke(rect.expand(3.0), 3.0, stroke, StrokeKind::Outside);
        }
        let counted = words::counted(account);
        let galley =
            painter.layout_no_wrap(counted.clone(), TextStyle::Small.resolve(ui.style()), theme.ink_strong);
        // Where it would leave the line at the right it ends there.
        let left = from.min(self.whole.right() - galley.size().x).max(self.whole.left() + self.names);
        painter.galley(pos2(left, top + 12.0 - galley.size().y), galley, theme.ink_strong);
        let told = bar.name(&counted);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &told));
        response.on_hover_text(told).clicked()
    }
}

/// Slanted lines within a rectangle.
fn hatch(painter: &Painter, rect: Rect, ink: egui::Color32) {
    let painter = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let mut x = rect.left() - rect.height();
    while x < rect.right() {
        painter.line_segment(
            [pos2(x, rect.bottom()), pos2(x + rect.height(), rect.top())],
            Stroke::new(1.5, ink),
        );
        x += 6.0;
    }
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn a_line_ends_at_a_round_number_that_nothing_exceeds() {
        for (most, expected) in [(0, (5, 1)), (5, (5, 1)), (7, (8, 2)), (112, (120, 20)), (1401, (1500, 500))]
        {
            assert_eq!(step(most), expected, "{most}");
        }
        assert!(u64::MAX - 1 <= step(u64::MAX).0);
    }
}
