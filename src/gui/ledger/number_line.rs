//! The number line of an incident: a row for each origin, a bar for each figure; open ends are arrows, what is
//! denied is hollow, what has no number is hatched. A click on a bar goes to its passage.

use super::words;
use crate::analysis::incidents::{Account, Incident};
use crate::gui::theme::Theme;
use crate::gui::widgets::{in_visual_order, shortened, visible};
use crate::layer::AnnotationId;
use egui::{
    Align2, Id, Painter, Rect, Role, Sense, Shape, Stroke, StrokeKind, TextStyle, Ui, WidgetInfo, pos2, vec2,
};

/// How high a row is, in points.
const ROW: f32 = 28.0;
/// How much stands at the left for the origins.
const NAMES: f32 = 190.0;
/// How much stays free at the right for arrows.
const RIGHT: f32 = 24.0;
/// How wide the line is at least and at most.
const WIDTH: std::ops::RangeInclusive<f32> = 420.0..=900.0;

/// Draws the line of an outcome; the mark that was clicked.
pub(super) fn ui(theme: &Theme, incident: &Incident, outcome: &str, ui: &mut Ui) -> Option<AnnotationId> {
    let all = (0..incident.statements.len()).filter_map(|nth| Some((nth, incident.first(nth)?)));
    let mut bars: Vec<(usize, usize, &Account)> = all
        .filter(|(_, account)| &*account.outcome == outcome)
        .filter_map(|(nth, account)| Some((incident.statements.get(nth)?.origin, nth, account)))
        .collect();
    bars.sort_by_key(|(origin, nth, _)| (*origin, *nth));
    let ends = bars.iter().flat_map(|(_, _, account)| [account.low, account.high, account.stated]);
    let step = step(ends.flatten().max().unwrap_or_default());
    let width = ui.available_width().clamp(*WIDTH.start(), *WIDTH.end());
    #[expect(clippy::cast_precision_loss, reason = "a height in points")]
    let height = bars.len() as f32 * ROW + 22.0;
    let (_, whole) = ui.allocate_space(vec2(width, height));
    if !ui.is_rect_visible(whole) {
        return None;
    }
    let line = Line { whole, most: step.0, theme };
    line.ticks_ui(step.1, ui);
    let mut clicked = None;
    let mut last = None;
    for (row, (origin, nth, account)) in bars.into_iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a height in points")]
        let top = whole.top() + row as f32 * ROW;
        let name = incident.origins.get(origin).map_or("", AsRef::as_ref);
        let shown = if last == Some(origin) { "" } else { name };
        last = Some(origin);
        if line.bar_ui(account, (shown, name), top, (incident.id, nth), ui) {
            clicked = Some(account.mark);
        }
    }
    clicked
}

/// The end of the line and the distance of its ticks: at most six of them, at round numbers.
fn step(most: u64) -> (u64, u64) {
    let most = most.max(5);
    let steps = (0..19).flat_map(|power| [1, 2, 5].map(|first: u64| first.saturating_mul(10_u64.pow(power))));
    let step = steps.into_iter().find(|step| most.div_ceil(*step) <= 6).unwrap_or(u64::MAX);
    (most.div_ceil(step).saturating_mul(step), step)
}

struct Line<'a> {
    whole: Rect,
    most: u64,
    theme: &'a Theme,
}

impl Line<'_> {
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "a place on the screen")]
    fn x(&self, number: u64) -> f32 {
        let share = (number as f64 / self.most.max(1) as f64).min(1.0) as f32;
        self.whole.left() + NAMES + (self.whole.width() - NAMES - RIGHT) * share
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

    /// Draws a figure; whether it was clicked.
    fn bar_ui(
        &self,
        account: &Account,
        (shown, origin): (&str, &str),
        top: f32,
        id: (AnnotationId, usize),
        ui: &Ui,
    ) -> bool {
        let is_vague = !account.has_number();
        let is_open = !is_vague && account.bounds().1 == u64::MAX;
        let open = self.whole.right() - RIGHT;
        let (low, high) = account.bounds();
        let (from, to) = (self.x(low), if high == u64::MAX { open } else { self.x(high) });
        // A single number is a bar that can be seen and clicked.
        let (from, to) = if to - from < 8.0 { (from - 4.0, from + 4.0) } else { (from, to) };
        let bar = Rect::from_x_y_ranges(from..=to, top + 12.0..=top + 24.0);
        let response = ui.interact(bar.expand(3.0), Id::unique(("incident-figure", id)), Sense::click());
        let painter = ui.painter();
        let ink = if response.hovered() || response.has_focus() { self.theme.accent } else { self.theme.ink };
        if is_vague {
            hatch(painter, bar, ink);
        } else if !account.is_denied {
            painter.rect_filled(bar, 2.0, ink);
        }
        painter.rect_stroke(bar, 2.0, Stroke::new(1.5, ink), StrokeKind::Inside);
        if is_open {
            let y = bar.center().y;
            let points = vec![pos2(to, y - 9.0), pos2(to + 12.0, y), pos2(to, y + 9.0)];
            let fill = if account.is_denied { self.theme.page } else { ink };
            painter.add(Shape::convex_polygon(points, fill, Stroke::new(1.5, ink)));
        }
        let small = TextStyle::Small.resolve(ui.style());
        let counted = words::counted(account);
        painter.text(
            pos2(from, top + 11.0),
            Align2::LEFT_BOTTOM,
            &counted,
            small.clone(),
            self.theme.ink_strong,
        );
        let name = in_visual_order(&visible(&shortened(shown, 28)));
        let at = pos2(self.whole.left() + NAMES - 10.0, bar.center().y);
        painter.text(at, Align2::RIGHT_CENTER, name, small, self.theme.ink);
        let told = format!(
            "{}: {counted}; {}; {}",
            visible(origin),
            visible(&account.wording),
            visible(&account.title)
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &told));
        response.on_hover_text(told.as_str()).clicked()
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
