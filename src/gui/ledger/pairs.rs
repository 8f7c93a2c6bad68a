//! How every two statements lie to each other, and why; by verdict.

use super::cells::{NEAR, ROW, follow_keyboard};
use super::words;
use crate::analysis::incidents::{Incident, Pair, Verdict};
use crate::gui::theme::Theme;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::{rows, shortened};
use crate::gui::words::say;
use crate::layer::AnnotationId;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Id, Rect, RichText, Role, Sense, TextStyle, Ui, WidgetInfo, pos2, vec2};
use std::ops::Range;

/// So many letters of a name are shown in a row.
const LONGEST: usize = 26;

/// The pairs of an incident, and which of them are listed.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    all: Vec<Pair>,
    /// The verdict that is listed; `None`: all but those that cannot be compared.
    filter: Option<Verdict>,
    /// What can be listed, with how many there are.
    filters: Vec<(Option<Verdict>, usize)>,
    listed: Vec<Pair>,
}

impl Pairs {
    /// Takes other pairs; what is listed stays the same where it can, unless they are of another incident.
    pub(super) fn take(&mut self, all: Vec<Pair>, is_same: bool) {
        let count = |verdict: Option<Verdict>| all.iter().filter(|pair| is_listed(pair, verdict)).count();
        let verdicts = [None].into_iter().chain(Verdict::ALL.into_iter().map(Some));
        let filters = verdicts.map(|verdict| (verdict, count(verdict)));
        self.filters = filters.filter(|(verdict, n)| verdict.is_none() || 0 < *n).collect();
        let is_there = |verdict: &Verdict| self.filters.iter().any(|(known, _)| *known == Some(*verdict));
        self.filter = self.filter.filter(|verdict| is_same && is_there(verdict));
        self.all = all;
        self.list();
    }

    fn list(&mut self) {
        self.listed = self.all.iter().copied().filter(|pair| is_listed(pair, self.filter)).collect();
    }

    /// Draws the pairs; the mark of the later one that was clicked.
    pub(super) fn ui(&mut self, cx: &ViewCtx<'_>, incident: &Incident, ui: &mut Ui) -> Option<AnnotationId> {
        if self.all.is_empty() {
            return None;
        }
        ui.label(RichText::new(say!("incidents-pairs")).strong());
        ui.label(RichText::new(say!("incidents-pairs-hint")).small().color(cx.theme.ink_subdued));
        self.filters_ui(ui);
        let size = vec2(ui.available_width(), ROW * count(self.listed.len()));
        let (_, whole) = ui.allocate_space(size);
        let mut clicked = None;
        for nth in seen(whole, self.listed.len(), ui) {
            let Some(pair) = self.listed.get(nth) else { continue };
            let top = whole.top() + ROW * count(nth);
            let rect = Rect::from_min_size(pos2(whole.left(), top), vec2(whole.width(), ROW));
            if pair_ui(cx.theme, incident, pair, (rect, nth), ui) {
                clicked = incident.first(pair.other).map(|account| account.mark);
            }
        }
        clicked
    }

    fn filters_ui(&mut self, ui: &mut Ui) {
        let before = self.filter;
        ui.horizontal_wrapped(|ui| {
            for &(verdict, n) in &self.filters {
                let word = verdict.map_or_else(|| say!("incidents-telling"), words::verdict);
                if ui.selectable_label(self.filter == verdict, format!("{word} {n}")).clicked() {
                    self.filter = verdict;
                }
            }
        });
        if self.filter != before {
            self.list();
        }
    }
}

/// Which of the rows of a list are in view or near.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows of a list")]
fn seen(whole: Rect, n_rows: usize, ui: &Ui) -> Range<usize> {
    let view = ui.clip_rect().expand(NEAR);
    let first = ((view.top() - whole.top()) / ROW).floor().max(0.0) as usize;
    let last = ((view.bottom() - whole.top()) / ROW).ceil().max(0.0) as usize;
    first.min(n_rows)..last.min(n_rows)
}

/// Draws a pair; whether it was clicked.
fn pair_ui(theme: &Theme, incident: &Incident, pair: &Pair, (rect, nth): (Rect, usize), ui: &Ui) -> bool {
    let line = in_words(incident, pair, usize::MAX);
    let response = ui.interact(rect, Id::unique(("incident-pair", incident.id, nth)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &line));
    follow_keyboard(&response);
    rows::ground(theme, ui.painter(), rect, &response, false);
    let is_conflict = matches!(pair.verdict, Verdict::Conflict);
    let ink = if is_conflict { theme.warning } else { theme.ink };
    let format = TextFormat::simple(TextStyle::Body.resolve(ui.style()), ink);
    let mut job = LayoutJob::single_section(in_words(incident, pair, LONGEST), format);
    job.wrap = TextWrapping::truncate_at_width(rect.width() - 12.0);
    let galley = ui.painter().layout_job(job);
    let at = rect.left_center() + vec2(6.0, -galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    response.on_hover_text(line).clicked()
}

/// A pair, names with at most so many letters.
fn in_words(incident: &Incident, pair: &Pair, most: usize) -> String {
    let statement = |nth: usize| {
        let figure = incident.first(nth).map(words::counted).unwrap_or_default();
        let source = shortened(&words::origin(incident, nth), most);
        say!("incidents-statement", number = nth + 1, source = source, figure = figure)
    };
    say!(
        "incidents-pair",
        one = statement(pair.one),
        other = statement(pair.other),
        verdict = words::verdict(pair.verdict),
        reason = words::reason(pair.reason)
    )
}

fn is_listed(pair: &Pair, verdict: Option<Verdict>) -> bool {
    match verdict {
        Some(verdict) => pair.verdict == verdict,
        None => pair.verdict != Verdict::NotComparable,
    }
}

/// A number of rows.
#[expect(clippy::cast_precision_loss, reason = "a height in points")]
fn count(n: usize) -> f32 {
    n as f32
}
