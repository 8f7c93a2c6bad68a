//! The page Counts and times: how many marks there are by day, tag, person and outlet, as bars; a click on a bar
//! lists its marks in the table.

use super::count_bars::{Bar, bars_ui};
use super::count_times::{Plot, unit_name};
use super::incidents::list_marks;
use super::known::{Known, page};
use super::tabled;
use crate::analysis::ledger::{Ledger, Part};
use crate::gui::settings::Settings;
use crate::gui::theme::Theme;
use crate::gui::threads_page::nothing_ui;
use crate::gui::view::{Tabled, View};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::query_line::{Called, QueryLine};
use crate::gui::words::{name, say};
use crate::layer::{AnnotatorId, TagId};
use crate::library::Library;
use crate::library::query::{Filter, Has, Term};
use crate::library::table::counts::{Count, Unit};
use crate::workspace::Workspace;
use egui::{Align, Color32, Layout, RichText, ScrollArea, Ui, vec2};
use std::sync::Arc;

/// From how wide on the lists stand side by side, in points.
const WIDE: f32 = 820.0;
/// Between two lists, in points.
const GAP: f32 = 24.0;

/// What is known, and how it is shown.
#[derive(Default)]
pub(in crate::gui) struct CountsPage {
    known: Known,
    /// What the bars were made of.
    made_of: Option<Arc<Ledger>>,
    lists: Vec<List>,
    plot: Plot,
    /// By days, months or years; `None`: as fits.
    unit: Option<Unit>,
    wants_list: bool,
}

/// A list of bars.
struct List {
    /// For the keyboard.
    id: &'static str,
    title: String,
    bars: Vec<Bar>,
}

impl CountsPage {
    /// Its name in the table of views.
    pub(in crate::gui) const ID: &'static str = "counts";

    /// Takes over what was computed.
    pub(in crate::gui) fn take(&mut self, ledger: &Arc<Ledger>) {
        self.known.take(ledger);
    }

    /// Makes the bars where the counts are others.
    fn follow(&mut self, cx: &ViewCtx<'_>, library: &Library, ledger: &Arc<Ledger>) {
        if self.made_of.as_ref().is_some_and(|made_of| Arc::ptr_eq(made_of, ledger)) {
            return;
        }
        self.lists = lists(cx.theme, library, ledger);
        self.plot = Plot::of(&ledger.counts, self.unit);
        self.made_of = Some(Arc::clone(ledger));
    }

    /// By what times are told, as far as they are few enough.
    fn units_ui(&mut self, cx: &ViewCtx<'_>, ledger: &Ledger, ui: &mut Ui) {
        ui.horizontal(|ui| {
            ui.label(RichText::new(say!("counts-times")).strong());
            for unit in Unit::ALL {
                let words = unit_name(unit);
                let is_on = self.plot.unit() == unit;
                let is_possible = is_on || self.plot.is_possible(unit);
                let label = egui::Button::selectable(is_on, words);
                if ui.add_enabled(is_possible, label).clicked() {
                    self.unit = Some(unit);
                    self.plot = Plot::of(&ledger.counts, self.unit);
                }
            }
            let left_out = self.plot.rough();
            if 0 < left_out {
                let words = say!("counts-rough", count = left_out);
                ui.label(RichText::new(words).small().color(cx.theme.ink_subdued));
            }
            let undated = self.plot.undated();
            if 0 < undated && ui.link(say!("counts-undated", count = undated)).clicked() {
                show(cx, ledger, &Term { is_not: true, filter: Filter::Has(Has::Date) });
            }
        });
    }

    fn lists_ui(&self, cx: &ViewCtx<'_>, ledger: &Ledger, ui: &mut Ui) {
        let wide = WIDE <= ui.available_width();
        let clicked = if wide {
            let n = f32::from(u8::try_from(self.lists.len().max(1)).unwrap_or(1));
            let width = (ui.available_width() - (n - 1.0) * GAP) / n;
            ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
                ui.spacing_mut().item_spacing.x = GAP;
                let mut clicked = None;
                for list in &self.lists {
                    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                        ui.set_width(width);
                        clicked = list_ui(cx, list, ui).or(clicked.take());
                    });
                }
                clicked
            })
            .inner
        } else {
            let mut clicked = None;
            for list in &self.lists {
                clicked = list_ui(cx, list, ui).or(clicked);
                ui.add_space(14.0);
            }
            clicked
        };
        if let Some(term) = clicked {
            show(cx, ledger, &term);
        }
    }
}

impl View for CountsPage {
    fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        page(ui, |ui| {
            let (name, hint) = (say!("counts-field"), say!("counts-field-hint"));
            let called = Called { id: "counts field", name: &name, hint: &hint };
            let head = self.known.head_ui(Part::Counts, &called, cx, &mut self.wants_list, ui);
            let Some((library, ledger)) = head else { return };
            self.follow(cx, library, &ledger);
            let counts = &ledger.counts;
            let words = say!("all-marks-count", marks = counts.n_marks, articles = counts.n_articles);
            ui.label(RichText::new(words).color(cx.theme.ink_subdued));
            ui.add_space(6.0);
            if counts.n_marks == 0 {
                return nothing_ui(cx, &say!("counts-none"), &say!("counts-none-hint"), ui);
            }
            ScrollArea::vertical().id_salt("counts").auto_shrink([false, false]).show(ui, |ui| {
                self.units_ui(cx, &ledger, ui);
                let wants_bar = std::mem::take(&mut self.wants_list);
                if let Some(date) = self.plot.ui(cx, wants_bar, ui) {
                    show(cx, &ledger, &Term { is_not: false, filter: Filter::Date(date) });
                }
                ui.add_space(16.0);
                self.lists_ui(cx, &ledger, ui);
            });
        });
    }

    fn tabled(&self, _workspace: &Workspace, _settings: &Settings) -> Option<Tabled> {
        self.made_of.as_ref()?;
        let lists = self.lists.iter().map(|list| {
            let bars = list.bars.iter().map(|bar| (bar.name.clone(), bar.n)).collect();
            (list.title.clone(), bars)
        });
        let lists: Vec<tabled::Counted> = std::iter::once(self.plot.told()).chain(lists).collect();
        let n = lists.iter().map(|(_, all)| all.len()).sum();
        Some(Tabled::new(n, move || tabled::counts(&lists)))
    }

    fn line(&mut self) -> Option<&mut QueryLine> {
        Some(&mut self.known.line)
    }

    fn focus(&mut self, _stop: usize) {
        self.wants_list = !self.plot.is_empty();
        self.known.line.wants_focus = !self.wants_list;
    }

    fn shown(&mut self) {
        self.wants_list = true;
    }
}

/// Lists in the table of all marks what the page counts and `term` means.
fn show(cx: &ViewCtx<'_>, ledger: &Ledger, term: &Term) {
    let mut query = ledger.made_for.query.clone();
    if !query.terms.contains(term) {
        query.terms.push(term.clone());
    }
    list_marks(cx, query.to_string());
}

/// Draws a list with its title; what means the marks of the bar that was clicked.
fn list_ui(cx: &ViewCtx<'_>, list: &List, ui: &mut Ui) -> Option<Term> {
    ui.label(RichText::new(&list.title).strong());
    ui.add_space(2.0);
    bars_ui(cx, list.id, &list.bars, ui).and_then(|nth| Some(list.bars.get(nth)?.term.clone()))
}

/// The lists of tags, people and outlets.
fn lists(theme: &Theme, library: &Library, ledger: &Ledger) -> Vec<List> {
    let counts = &ledger.counts;
    let bars = |all: &[Count], bar: &dyn Fn(&Count) -> (String, Color32, Term)| {
        let bar = |count: &Count| {
            let (name, colour, term) = bar(count);
            Bar { name, n: count.n_marks, colour, term }
        };
        all.iter().map(bar).collect::<Vec<Bar>>()
    };
    let or = |label: &str, nothing: String| if label.is_empty() { nothing } else { label.to_owned() };
    let tags = bars(&counts.tags, &|count| {
        let tag = library.codebook().tag(&TagId::new(&*count.id));
        (name(&or(&count.label, say!("counts-no-tag"))), theme.tag(tag), counts.of_tag(count))
    });
    let people = bars(&counts.people, &|count| {
        let id = uuid::Uuid::parse_str(&count.id).map(AnnotatorId);
        let colour = id.map_or(theme.ink_subdued, |id| theme.person(id));
        (or(&count.label, say!("counts-nobody")), colour, counts.of_person(count))
    });
    let outlets = bars(&counts.outlets, &|count| {
        (or(&count.label, say!("counts-no-outlet")), theme.ink_subdued, counts.of_outlet(count))
    });
    vec![
        List { id: "counts of tags", title: say!("counts-tags"), bars: tags },
        List { id: "counts of people", title: say!("counts-people"), bars: people },
        List { id: "counts of outlets", title: say!("counts-outlets"), bars: outlets },
    ]
}
