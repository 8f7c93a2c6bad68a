//! The page Incidents: at the left those that were proposed, beside them the chosen one with its number lines, its
//! verdicts and the grid of sources and facts.

use super::{Known, number_line, page_ui, words};
use crate::analysis::incidents::{Incident, Rule, Verdict};
use crate::analysis::ledger::Ledger;
use crate::gui::outbox::Request;
use crate::gui::view::View;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::{in_visual_order, shortened, visible};
use crate::gui::words::say;
use crate::layer::AnnotationId;
use crate::library::Library;
use egui::{Grid, Layout, RichText, ScrollArea, Ui, vec2};
use std::sync::Arc;

/// How wide the list is, in points.
const LIST: f32 = 250.0;
/// The longest words of a cell, in characters.
const LONGEST: usize = 60;
/// The most verdicts that are listed.
const MOST_PAIRS: usize = 200;

/// What is chosen and by which rule numbers are made.
#[derive(Default)]
pub(in crate::gui) struct IncidentsPage {
    known: Known,
    chosen: Option<AnnotationId>,
    rule: Rule,
    wants_focus: bool,
}

impl IncidentsPage {
    /// Its name in the table of views.
    pub(in crate::gui) const ID: &'static str = "incidents";

    /// Takes over what was computed.
    pub(in crate::gui) fn take(&mut self, ledger: Arc<Ledger>) {
        self.known.take(ledger);
    }
}

impl View for IncidentsPage {
    fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let mut known = std::mem::take(&mut self.known);
        page_ui(&mut known, cx, ui, |ledger, library, ui| {
            let told: Vec<&Incident> =
                ledger.incidents.iter().filter(|incident| 1 < incident.accounts.len()).collect();
            ui.horizontal_wrapped(|ui| {
                ui.label(say!("incidents-count", count = told.len()));
                ui.separator();
                for rule in [Rule::Range, Rule::Majority, Rule::MostConservative, Rule::Latest] {
                    let label = words::rule(&rule);
                    ui.selectable_value(&mut self.rule, rule, label);
                }
            });
            ui.add_space(6.0);
            if told.is_empty() {
                ui.label(RichText::new(say!("incidents-none")).color(cx.theme.ink_subdued));
                return;
            }
            let height = ui.available_height();
            ui.horizontal_top(|ui| {
                ui.allocate_ui_with_layout(vec2(LIST, height), Layout::top_down(egui::Align::Min), |ui| {
                    ui.set_width(LIST);
                    self.list_ui(&told, ui);
                });
                ui.separator();
                let chosen = told.iter().find(|incident| Some(incident.id) == self.chosen);
                let Some(incident) = chosen.or(told.first()) else { return };
                // Lines of a row that is as high as the page would stand side by side.
                ui.vertical(|ui| {
                    let area = ScrollArea::both().id_salt("incident").auto_shrink([false, false]);
                    area.show(ui, |ui| self.incident_ui(cx, library, incident, ui));
                });
            });
        });
        self.known = known;
    }

    fn focus(&mut self, _stop: usize) {
        self.wants_focus = true;
    }

    fn shown(&mut self) {
        self.wants_focus = true;
    }
}

impl IncidentsPage {
    fn list_ui(&mut self, told: &[&Incident], ui: &mut Ui) {
        let height = ui.spacing().interact_size.y.max(20.0);
        let area = ScrollArea::vertical().id_salt("incidents").auto_shrink([false, false]);
        area.show_rows(ui, height, told.len(), |ui, range| {
            for nth in range {
                let Some(incident) = told.get(nth) else { continue };
                let is_chosen = self.chosen.map_or(nth == 0, |chosen| chosen == incident.id);
                let row = ui.selectable_label(is_chosen, shortened(&title(incident), 34));
                if std::mem::take(&mut self.wants_focus) {
                    row.request_focus();
                }
                if row.clicked() {
                    self.chosen = Some(incident.id);
                }
            }
        });
    }

    fn incident_ui(&self, cx: &ViewCtx<'_>, library: &Library, incident: &Incident, ui: &mut Ui) {
        ui.label(RichText::new(title(incident)).heading().color(cx.theme.ink_strong));
        for outcome in incident.outcomes() {
            let Some(estimate) = incident.estimate(outcome, &self.rule) else { continue };
            ui.add_space(8.0);
            ui.label(words::estimate(outcome, &self.rule, &estimate));
            if let Some(mark) = number_line::ui(cx.theme, incident, outcome, ui) {
                go_to(cx, library, mark);
            }
        }
        ui.add_space(10.0);
        grid_ui(cx, library, incident, ui);
        ui.add_space(10.0);
        let telling = incident.pairs().into_iter();
        let telling = telling.filter(|pair| pair.verdict != Verdict::NotComparable).take(MOST_PAIRS);
        for pair in telling {
            let verdict = words::verdict(pair.verdict);
            let line = say!(
                "incidents-pair",
                one = pair.one + 1,
                other = pair.other + 1,
                verdict = verdict,
                reason = words::reason(pair.reason)
            );
            let ink = if pair.verdict == Verdict::Conflict { cx.theme.warning } else { cx.theme.ink };
            ui.label(RichText::new(line).color(ink));
        }
    }
}

fn title(incident: &Incident) -> String {
    let place = in_visual_order(&visible(&incident.place));
    let days = incident.days.map(|days| days.to_string()).unwrap_or_default();
    format!("{place} {days}").trim().to_owned()
}

/// Opens the article of a mark, and goes to it.
fn go_to(cx: &ViewCtx<'_>, library: &Library, mark: AnnotationId) {
    if let Some((entry, row)) = library.mark(mark) {
        cx.ask(Request::MarkIn(library.file_of(entry), row.id));
    }
}

/// Sources × facts: where accounts differ stands side by side.
fn grid_ui(cx: &ViewCtx<'_>, library: &Library, incident: &Incident, ui: &mut Ui) {
    let heads = [
        String::new(),
        say!("incidents-by-whom"),
        say!("incidents-how-many"),
        say!("incidents-when"),
        say!("incidents-where"),
        say!("incidents-blamed"),
        say!("incidents-told-in"),
    ];
    let cell = |words: &str, ui: &mut Ui| {
        ui.label(in_visual_order(&visible(&shortened(words, LONGEST))));
    };
    Grid::new(("incident-facts", incident.id)).striped(true).spacing(vec2(14.0, 6.0)).show(ui, |ui| {
        for head in heads {
            ui.label(RichText::new(head).small().color(cx.theme.ink_subdued));
        }
        ui.end_row();
        for (nth, statement) in incident.statements.iter().enumerate() {
            let Some(first) = incident.first(nth) else { continue };
            ui.label((nth + 1).to_string());
            cell(incident.origins.get(statement.origin).map_or("", AsRef::as_ref), ui);
            cell(&words::counted(first), ui);
            cell(&first.days.map(|days| days.to_string()).unwrap_or_default(), ui);
            cell(&first.place, ui);
            cell(&first.blamed, ui);
            let told = match statement.accounts.len() {
                1 => first.title.to_string(),
                n => say!("incidents-and-more", title = shortened(&first.title, 40), count = n - 1),
            };
            if ui.link(in_visual_order(&visible(&shortened(&told, LONGEST)))).clicked() {
                go_to(cx, library, first.mark);
            }
            ui.end_row();
        }
    });
}
