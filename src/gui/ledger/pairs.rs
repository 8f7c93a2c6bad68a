//! How every two statements lie to each other, and why; by verdict.

use super::cells::{ROW, room};
use super::words;
use crate::analysis::incidents::{Incident, Pair, Verdict};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::rows;
use crate::gui::words::say;
use crate::layer::AnnotationId;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Id, RichText, Role, Sense, TextStyle, Ui, WidgetInfo, vec2};

/// The verdict that is listed; `None`: all but those that cannot be compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Filter(Option<Verdict>);

/// Draws the pairs; the mark of the later one that was clicked.
pub(super) fn ui(
    cx: &ViewCtx<'_>,
    incident: &Incident,
    pairs: &[Pair],
    filter: &mut Filter,
    ui: &mut Ui,
) -> Option<AnnotationId> {
    if pairs.is_empty() {
        return None;
    }
    ui.label(RichText::new(say!("incidents-pairs")).strong());
    ui.label(RichText::new(say!("incidents-pairs-hint")).small().color(cx.theme.ink_subdued));
    ui.horizontal_wrapped(|ui| {
        let all = [None].into_iter().chain(Verdict::ALL.into_iter().map(Some));
        for verdict in all {
            let n = pairs.iter().filter(|pair| is_listed(pair, verdict)).count();
            if n == 0 && verdict.is_some() {
                continue;
            }
            let word = verdict.map_or_else(|| say!("incidents-telling"), words::verdict);
            if ui.selectable_label(filter.0 == verdict, format!("{word} {n}")).clicked() {
                filter.0 = verdict;
            }
        }
    });
    let mut clicked = None;
    let width = ui.available_width();
    let before = std::mem::take(&mut ui.spacing_mut().item_spacing.y);
    for (nth, pair) in pairs.iter().filter(|pair| is_listed(pair, filter.0)).enumerate() {
        let Some(rect) = room(width, ROW, ui) else { continue };
        let (Some(one), Some(other)) = (incident.first(pair.one), incident.first(pair.other)) else {
            continue;
        };
        let statement = |nth: usize, account| {
            say!(
                "incidents-statement",
                number = nth + 1,
                source = words::origin(incident, nth),
                figure = words::counted(account)
            )
        };
        let line = say!(
            "incidents-pair",
            one = statement(pair.one, one),
            other = statement(pair.other, other),
            verdict = words::verdict(pair.verdict),
            reason = words::reason(pair.reason)
        );
        let response = ui.interact(rect, Id::unique(("incident-pair", incident.id, nth)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &line));
        super::cells::follow_keyboard(&response);
        rows::ground(cx.theme, ui.painter(), rect, &response, false);
        let is_conflict = matches!(pair.verdict, Verdict::Conflict);
        let ink = if is_conflict { cx.theme.warning } else { cx.theme.ink };
        let format = TextFormat::simple(TextStyle::Body.resolve(ui.style()), ink);
        let mut job = LayoutJob::single_section(line.clone(), format);
        job.wrap = TextWrapping::truncate_at_width(rect.width() - 12.0);
        let galley = ui.painter().layout_job(job);
        let at = rect.left_center() + vec2(6.0, -galley.size().y / 2.0);
        ui.painter().galley(at, galley, ink);
        if response.on_hover_text(line).clicked() {
            clicked = Some(other.mark);
        }
    }
    ui.spacing_mut().item_spacing.y = before;
    clicked
}

fn is_listed(pair: &Pair, verdict: Option<Verdict>) -> bool {
    match verdict {
        Some(verdict) => pair.verdict == verdict,
        None => pair.verdict != Verdict::NotComparable,
    }
}
