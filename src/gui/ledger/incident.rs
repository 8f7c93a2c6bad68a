//! The incident that is looked at: who put it together, its number lines, its facts and its verdicts. What is
//! computed of it is kept while it stays the same; what has to look at every two of its statements is computed off
//! the frame.

use super::deeds::Deeds;
use super::look::{LookJob, Looked};
use super::pairs::Pairs;
use super::{facts, go_to, number_line, words};
use crate::analysis::incidents::{Differing, Estimate, Incident, Rule};
use crate::analysis::ledger::Ledger;
use crate::gui::outbox::{Request, Work};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::visible;
use crate::gui::words::say;
use crate::layer::AnnotationId;
use crate::library::Library;
use egui::{RichText, ScrollArea, Ui};
use number_line::NumberLine;
use std::sync::Arc;

/// What is computed of an incident.
#[derive(Default)]
pub(super) struct Shown {
    of: Option<(Arc<Ledger>, AnnotationId, Rule)>,
    lines: Vec<(String, Option<Estimate>, NumberLine)>,
    differing: Vec<Differing>,
    pairs: Pairs,
    /// The incident that the pairs are of.
    paired: Option<AnnotationId>,
}

impl Shown {
    /// Computes what is shown where another incident is chosen, or the folder or the rule is another.
    pub(super) fn follow(
        &mut self,
        cx: &ViewCtx<'_>,
        ledger: &Arc<Ledger>,
        incident: &Incident,
        rule: &Rule,
    ) {
        let of = self.of.as_ref();
        let is_incident =
            |(of, id, _): &(Arc<Ledger>, AnnotationId, Rule)| Arc::ptr_eq(of, ledger) && *id == incident.id;
        let is_same = of.is_some_and(is_incident);
        if is_same && of.is_some_and(|(_, _, of)| of == rule) {
            return;
        }
        let outcomes = incident.outcomes();
        if is_same {
            for (line, outcome) in self.lines.iter_mut().zip(outcomes) {
                line.1 = incident.estimate(outcome, rule);
            }
        } else {
            let line = |outcome: &str| {
                let line = NumberLine::of(incident, outcome);
                (outcome.to_owned(), incident.estimate(outcome, rule), line)
            };
            self.lines = outcomes.into_iter().map(line).collect();
            self.differing = Vec::new();
            if of.is_none_or(|(_, id, _)| *id != incident.id) {
                self.pairs = Pairs::default();
            }
            let job = LookJob { ledger: Arc::clone(ledger), incident: incident.id };
            cx.ask(Request::Work(Work::Incident(Box::new(job))));
        }
        self.of = Some((Arc::clone(ledger), incident.id, rule.clone()));
    }

    /// Takes over what was found of the incident that is looked at.
    pub(super) fn take(&mut self, looked: Looked) {
        let Looked { of: LookJob { ledger, incident }, differing, pairs } = looked;
        let is_its =
            |(of, id, _): &(Arc<Ledger>, AnnotationId, Rule)| Arc::ptr_eq(of, &ledger) && *id == incident;
        if self.of.as_ref().is_some_and(is_its) {
            self.differing = differing;
            self.pairs.take(pairs, self.paired == Some(incident));
            self.paired = Some(incident);
        }
    }

    /// Draws it.
    pub(super) fn ui(
        &mut self,
        cx: &ViewCtx<'_>,
        library: &Library,
        incident: &Incident,
        rule: &Rule,
        deeds: &mut Deeds,
        ui: &mut Ui,
    ) {
        let area = ScrollArea::both().id_salt(("incident", incident.id)).auto_shrink([false, false]);
        area.show(ui, |ui| {
            let width = ui.available_width();
            ui.label(RichText::new(words::title(incident)).heading().color(cx.theme.ink_strong));
            ui.label(RichText::new(facts_of(incident)).color(cx.theme.ink_subdued));
            deeds.ui(cx, incident, ui);
            let mut clicked = None;
            for (outcome, estimate, line) in &self.lines {
                ui.add_space(8.0);
                if let Some(estimate) = estimate {
                    ui.label(RichText::new(words::estimate(outcome, rule, estimate)).strong());
                    let left_out = words::left_out(estimate);
                    if !left_out.is_empty() {
                        ui.label(RichText::new(left_out).small().color(cx.theme.ink_subdued));
                    }
                }
                let taken = estimate.as_ref().map_or(&[][..], |estimate| &estimate.statements);
                clicked = line.ui(cx.theme, incident, taken, width, ui).or(clicked);
            }
            ui.add_space(12.0);
            clicked = facts::ui(cx, incident, &self.differing, deeds, ui).or(clicked);
            ui.add_space(12.0);
            clicked = self.pairs.ui(cx, incident, ui).or(clicked);
            if let Some(mark) = clicked {
                go_to(cx, library, mark);
            }
        });
    }
}

/// How many figures and origins, and whether a person put it together.
fn facts_of(incident: &Incident) -> String {
    let counts =
        say!("incidents-counts", figures = incident.accounts.len(), origins = incident.origins.len());
    let Some(held) = &incident.held else { return format!("{counts} · {}", say!("incidents-proposed")) };
    let by = say!("incidents-held", person = visible(&held.person));
    let mut facts = vec![visible(&words::place_and_days(incident)), counts, by];
    if 0 < held.n_without_figure {
        facts.push(say!("incidents-without-figure", count = held.n_without_figure));
    }
    facts.retain(|fact| !fact.is_empty());
    facts.join(" · ")
}
