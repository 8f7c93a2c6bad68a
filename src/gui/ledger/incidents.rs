//! The page Incidents: a list of those that people put together and those that are proposed, and the chosen one
//! with its number lines, facts and verdicts.

use super::deeds::Deeds;
use super::incident::Shown;
use super::known::{Known, page};
use super::look::Looked;
use super::tabled;
use super::words;
use crate::analysis::incidents::{Incident, Rule};
use crate::analysis::ledger::{Ledger, Part};
use crate::gui::outbox::Request;
use crate::gui::settings::Settings;
use crate::gui::threads_page::nothing_ui;
use crate::gui::view::{Tabled, View};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::outline::{Done, OutlineRow, focused, outline_ui};
use crate::gui::widgets::query_line::{Called, QueryLine};
use crate::gui::words::say;
use crate::layer::AnnotationId;
use crate::library::Library;
use crate::workspace::Workspace;
use egui::{Layout, RichText, TextEdit, Ui, vec2};
use std::sync::Arc;

/// Its name for the keyboard.
const LIST: &str = "incidents";
/// How wide the list is beside an incident, in points.
const BESIDE: f32 = 250.0;
/// How high it is above one, where the page is narrow.
const ABOVE: f32 = 132.0;
/// From how wide on the page has room for both side by side.
const WIDE: f32 = 720.0;

/// What is chosen, and by which rule numbers are made.
#[derive(Default)]
pub(in crate::gui) struct IncidentsPage {
    known: Known,
    /// What the list was made of.
    listed: Option<Arc<Ledger>>,
    /// Which incidents of the ledger are listed, with their rows.
    rows: Vec<OutlineRow>,
    numbers: Vec<usize>,
    /// A mark of the incident that is chosen: it stays chosen wherever that mark goes.
    chosen: Option<AnnotationId>,
    /// Its row.
    current: usize,
    shown: Shown,
    deeds: Deeds,
    rule: Rule,
    /// The sources of the hierarchy as they are typed, the most trusted first.
    hierarchy: String,
    wants_list: bool,
}

impl IncidentsPage {
    /// Its name in the table of views.
    pub(in crate::gui) const ID: &'static str = "incidents";

    /// Takes over what was computed.
    pub(in crate::gui) fn take(&mut self, ledger: &Arc<Ledger>) {
        self.known.take(ledger);
    }

    /// Takes over what was found of the incident that is looked at.
    pub(in crate::gui) fn take_looked(&mut self, looked: Looked) {
        self.shown.take(looked);
    }

    /// Lists what is told by more than one figure, and what a person put together.
    fn list(&mut self, ledger: &Arc<Ledger>) {
        if self.listed.as_ref().is_some_and(|listed| Arc::ptr_eq(listed, ledger)) {
            return;
        }
        let all = ledger.incidents.iter().enumerate();
        let told = all.filter(|(_, incident)| incident.held.is_some() || 1 < incident.accounts.len());
        self.numbers = told.map(|(nth, _)| nth).collect();
        let incidents = self.numbers.iter().filter_map(|&nth| ledger.incidents.get(nth));
        self.rows = incidents.map(|incident| row(incident)).collect();
        self.listed = Some(Arc::clone(ledger));
        let has_chosen = |&nth: &usize| {
            let incident = ledger.incidents.get(nth);
            incident.zip(self.chosen).is_some_and(|(incident, mark)| {
                incident.id == mark || incident.accounts.iter().any(|account| account.mark == mark)
            })
        };
        let place = self.numbers.iter().position(has_chosen);
        self.choose(ledger, place.unwrap_or(self.current.min(self.numbers.len().saturating_sub(1))));
    }

    fn choose(&mut self, ledger: &Ledger, row: usize) {
        if let Some(before) = self.rows.get_mut(self.current) {
            before.is_chosen = false;
        }
        if let Some(row) = self.rows.get_mut(row) {
            row.is_chosen = true;
        }
        self.current = row;
        let incident = self.numbers.get(row).and_then(|&nth| ledger.incidents.get(nth));
        let is_same = |mark: AnnotationId| {
            let mut accounts = incident.into_iter().flat_map(|incident| &incident.accounts);
            accounts.any(|account| account.mark == mark)
        };
        if !self.chosen.is_some_and(is_same) {
            self.chosen = incident.map(|incident| incident.id);
        }
    }

    fn rules_ui(&mut self, cx: &ViewCtx<'_>, library: &Library, ui: &mut Ui) {
        ui.horizontal_wrapped(|ui| {
            let n_told = self.numbers.len();
            ui.label(RichText::new(say!("incidents-count", count = n_told)).color(cx.theme.ink_subdued));
            self.known.whose_ui(cx, library, ui);
            ui.separator();
            ui.label(RichText::new(say!("incidents-rule")).color(cx.theme.ink_subdued));
            let names = self.hierarchy.split(',').map(|name| name.trim().to_owned());
            let hierarchy = Rule::Hierarchy(names.filter(|name| !name.is_empty()).collect());
            let is_hierarchy = matches!(self.rule, Rule::Hierarchy(_));
            for rule in [Rule::Range, Rule::Majority, Rule::MostConservative, Rule::Latest] {
                let (label, hint) = (words::rule(&rule), words::rule_hint(&rule));
                let is_on = self.rule == rule;
                if ui.selectable_label(is_on, label).on_hover_text(hint).clicked() {
                    self.rule = rule;
                }
            }
            let (label, hint) = (words::rule(&hierarchy), words::rule_hint(&hierarchy));
            let chooses = ui.selectable_label(is_hierarchy, label).on_hover_text(hint).clicked();
            if chooses || is_hierarchy {
                self.rule = hierarchy;
            }
            if is_hierarchy || chooses {
                let label = ui.label(say!("incidents-hierarchy"));
                let field = TextEdit::singleline(&mut self.hierarchy).desired_width(220.0);
                let field = field.hint_text(say!("incidents-hierarchy-hint"));
                let field = ui.add(field).labelled_by(label.id);
                if chooses {
                    field.request_focus();
                }
            }
        });
    }

    fn list_ui(&mut self, cx: &ViewCtx<'_>, ledger: &Ledger, ui: &mut Ui) {
        if self.deeds.joins()
            && let Some(incident) = self.incident(ledger)
        {
            self.deeds.joining_ui(cx, incident, ui);
        }
        // While another incident is looked for to be joined, going through the list chooses none.
        if !self.deeds.joins()
            // The last row may be gone.
            && let Some(row) = focused(LIST, ui).filter(|row| *row != self.current && *row < self.rows.len())
        {
            self.choose(ledger, row);
        }
        let wanted = std::mem::take(&mut self.wants_list).then_some(self.current);
        let done = outline_ui(cx, LIST, &self.rows, wanted, ui);
        let Some(Done::Chosen(row) | Done::Opened(row)) = done else { return };
        let picked = self.numbers.get(row).and_then(|&nth| ledger.incidents.get(nth));
        match (self.incident(ledger), picked) {
            (Some(own), Some(other)) if self.deeds.joins() => {
                if row != self.current {
                    self.deeds.join(cx, own, other);
                }
            }
            _ => self.choose(ledger, row),
        }
    }

    fn incident<'a>(&self, ledger: &'a Ledger) -> Option<&'a Incident> {
        self.numbers.get(self.current).and_then(|&nth| ledger.incidents.get(nth)).map(AsRef::as_ref)
    }

    fn incident_ui(&mut self, cx: &ViewCtx<'_>, library: &Library, ledger: &Arc<Ledger>, ui: &mut Ui) {
        let Some(incident) = self.incident(ledger) else { return };
        self.shown.follow(cx, ledger, incident, &self.rule);
        self.shown.ui(cx, library, incident, &self.rule, &mut self.deeds, ui);
    }
}

impl View for IncidentsPage {
    fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        page(ui, |ui| {
            let (name, hint) = (say!("incidents-field"), say!("incidents-field-hint"));
            let called = Called { id: "incidents field", name: &name, hint: &hint };
            let head = self.known.head_ui(Part::Incidents, &called, cx, &mut self.wants_list, ui);
            let Some((library, ledger)) = head else { return };
            self.list(&ledger);
            self.rules_ui(cx, library, ui);
            ui.add_space(6.0);
            if self.numbers.is_empty() {
                let is_filtered = !self.known.line.text.trim().is_empty();
                let words = if is_filtered { say!("incidents-none-such") } else { say!("incidents-none") };
                return nothing_ui(cx, &words, &say!("incidents-none-hint"), ui);
            }
            let height = ui.available_height();
            if ui.available_width() < WIDE {
                let size = vec2(ui.available_width(), ABOVE.min(height * 0.4));
                ui.allocate_ui_with_layout(size, Layout::top_down(egui::Align::Min), |ui| {
                    ui.set_height(size.y);
                    self.list_ui(cx, &ledger, ui);
                });
                ui.separator();
                return self.incident_ui(cx, library, &ledger, ui);
            }
            ui.horizontal_top(|ui| {
                ui.allocate_ui_with_layout(vec2(BESIDE, height), Layout::top_down(egui::Align::Min), |ui| {
                    ui.set_width(BESIDE);
                    self.list_ui(cx, &ledger, ui);
                });
                ui.separator();
                // Lines of a row that is as high as the page would stand side by side.
                ui.vertical(|ui| self.incident_ui(cx, library, &ledger, ui));
            });
        });
    }

    fn line(&mut self) -> Option<&mut QueryLine> {
        Some(&mut self.known.line)
    }

    fn focus(&mut self, _stop: usize) {
        self.wants_list = !self.rows.is_empty();
        self.known.line.wants_focus = !self.wants_list;
    }

    fn shown(&mut self) {
        self.wants_list = true;
    }

    fn tabled(&self, _workspace: &Workspace, _settings: &Settings) -> Option<Tabled> {
        let ledger = Arc::clone(self.listed.as_ref()?);
        let (numbers, rule) = (self.numbers.clone(), self.rule.clone());
        let listed = numbers.iter().filter_map(|&nth| ledger.incidents.get(nth));
        let n_rows = listed.map(|incident| incident.statements.len()).sum();
        Some(Tabled::new(n_rows, move || {
            let listed = numbers.iter().filter_map(|&nth| ledger.incidents.get(nth)).map(AsRef::as_ref);
            tabled::sheet(listed, &rule)
        }))
    }
}

fn row(incident: &Incident) -> OutlineRow {
    let n = incident.accounts.len();
    let behind = say!("incidents-row", figures = n, origins = incident.origins.len());
    OutlineRow { words: words::title(incident), behind, ..OutlineRow::default() }
}

/// Shows the table of all marks for a line of words and filters.
pub(super) fn list_marks(cx: &ViewCtx<'_>, line: String) {
    cx.ask(Request::MarksOf(line));
}
