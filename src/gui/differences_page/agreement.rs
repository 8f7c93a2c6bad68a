//! How far people agree: all measures with what they are made of, an interval and a sentence; people against
//! people, by tag, by article, and what one took for what.

use super::measures::{measures_ui, value_words};
use crate::analysis::agreement::{Confusion, Finding, Measure, Part, Scope, SpanMode, Undefined};
use crate::gui::comparing::Measured;
use crate::gui::told;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::heat_map::{Cell, heat_map_ui};
use crate::gui::widgets::visible;
use crate::gui::words::{name, say};
use crate::layer::{Codebook, TagId};
use egui::{RichText, ScrollArea, Ui};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What of the page is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Section {
    /// The differences one by one.
    #[default]
    List,
    /// All measures.
    Measures,
    /// People against people.
    People,
    /// Tag by tag.
    Tags,
    /// Article by article.
    Articles,
    /// What one took for what.
    Confusion,
}

/// What was measured, and what of it is looked at.
#[derive(Debug, Default)]
pub(super) struct Agreement {
    pub(super) measured: Option<Arc<Measured>>,
    /// Between whom, by number; `None`: all.
    pub(super) pair: Option<(usize, usize)>,
    /// Whether all are looked at although nothing can be told of all together.
    wants_all: bool,
    /// Why nothing can be told of all together, if nothing can, of what was measured then: it is looked for once.
    untold: Option<(Arc<Measured>, Option<Undefined>)>,
    /// By which measure people and tags are compared, of [`SHORT`].
    by: usize,
    tag: Option<TagId>,
}

/// Those of which tables are made.
const SHORT: [Measure; 6] = [
    Measure::Span(SpanMode::Strict, Part::F1),
    Measure::Span(SpanMode::Partial, Part::F1),
    Measure::Span(SpanMode::Type, Part::F1),
    Measure::CohenKappa,
    Measure::UnitizingAlpha,
    Measure::Gamma,
];

/// Those that are about all people.
const OF_ALL: [Measure; 4] = [Measure::FleissKappa, Measure::Alpha, Measure::UnitizingAlpha, Measure::Gamma];

impl Section {
    pub(super) const ALL: [Self; 6] =
        [Self::List, Self::Measures, Self::People, Self::Tags, Self::Articles, Self::Confusion];

    pub(super) fn label(self) -> String {
        match self {
            Self::List => say!("agreement-section-list"),
            Self::Measures => say!("agreement-section-measures"),
            Self::People => say!("agreement-section-people"),
            Self::Tags => say!("agreement-section-tags"),
            Self::Articles => say!("agreement-section-articles"),
            Self::Confusion => say!("agreement-section-confusion"),
        }
    }
}

impl Agreement {
    /// Why nothing can be told of all people together, if nothing can; then two of whom most can are looked at first.
    fn look_for_untold(&mut self, measured: &Arc<Measured>) -> Option<Undefined> {
        if let Some((_, why)) = self.untold.as_ref().filter(|(of, _)| Arc::ptr_eq(of, measured)) {
            return *why;
        }
        let why = untold(measured);
        if why.is_some() && self.pair.is_none() && !self.wants_all {
            self.pair = telling_pair(measured);
        }
        self.untold = Some((Arc::clone(measured), why));
        why
    }

    /// Draws a section of what was measured.
    pub(super) fn ui(&mut self, cx: &ViewCtx<'_>, section: Section, codebook: &Codebook, ui: &mut Ui) {
        let Some(measured) = self.measured.clone() else {
            ui.label(RichText::new(say!("agreement-measuring")).color(cx.theme.ink_subdued));
            return;
        };
        let n = measured.names.len();
        self.pair.take_if(|pair| n <= pair.1);
        let untold = self.look_for_untold(&measured);
        if n == 2 || section == Section::Confusion {
            self.pair.get_or_insert((0, 1));
        }
        ui.horizontal_wrapped(|ui| {
            if section != Section::People {
                self.pair_menu(&measured, section, ui);
            }
            match section {
                Section::People => self.measure_menu(ui),
                Section::Measures => self.tag_menu(&measured, codebook, ui),
                _ => {}
            }
            if 0 < measured.n_without_place {
                let words = say!("agreement-left-out", count = measured.n_without_place);
                ui.label(RichText::new(words).small().color(cx.theme.warning));
            }
        });
        let is_of_two = matches!(section, Section::People | Section::Confusion);
        if let Some(why) = untold.filter(|_| 2 < n && !is_of_two) {
            let why = told::agreement::undefined(why);
            ui.label(RichText::new(say!("agreement-all-untold", count = n, why = why)).color(cx.theme.ink));
        }
        let over = match measured.compared.is_over_articles {
            true => say!("agreement-interval-articles"),
            false => say!("agreement-interval-paragraphs"),
        };
        if section != Section::Confusion {
            ui.label(RichText::new(over).small().color(cx.theme.ink_subdued));
        }
        ui.add_space(6.0);
        match section {
            Section::List => {}
            Section::Measures => measures_ui(cx, &measured, (&self.people(&measured), &self.scope()), ui),
            Section::People => self.people_ui(cx, &measured, ui),
            Section::Tags | Section::Articles => {
                self.scopes_ui(cx, &measured, &rows_of(section, &measured, codebook), ui);
            }
            Section::Confusion => self.confusion_ui(cx, &measured, codebook, ui),
        }
    }

    /// Who is looked at.
    pub(super) fn people(&self, measured: &Measured) -> Vec<usize> {
        self.pair.map_or_else(|| (0..measured.names.len()).collect(), |(first, second)| vec![first, second])
    }

    /// The tag that all measures are shown of, or all.
    pub(super) fn scope(&self) -> Scope {
        self.tag.clone().map_or(Scope::All, Scope::Tag)
    }

    /// The measure that people are compared by.
    pub(super) fn measure(&self) -> Measure {
        SHORT.get(self.by).copied().unwrap_or(Measure::CohenKappa)
    }

    /// The measures that any of some tags or articles has.
    pub(super) fn measures_of(&self, measured: &Measured, rows: &[(String, Scope)]) -> Vec<Measure> {
        let people = self.people(measured);
        let measures: &[Measure] = if people.len() == 2 { &SHORT } else { &OF_ALL };
        let is_there = |measure: &&Measure| {
            rows.iter().any(|(_, scope)| find(measured, **measure, scope, &people).is_some())
        };
        measures.iter().filter(is_there).copied().collect()
    }

    fn pair_menu(&mut self, measured: &Measured, section: Section, ui: &mut Ui) {
        let names = &measured.names;
        let two = |(first, second): (usize, usize)| {
            let name = |nth: usize| visible(names.get(nth).map_or("", String::as_str));
            say!("agreement-two", first = name(first), second = name(second))
        };
        let all = say!("agreement-all", count = names.len());
        let button = self.pair.map_or_else(|| all.clone(), two);
        ui.menu_button(button, |ui| {
            ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                let offers_all = 2 < names.len() && section != Section::Confusion;
                if offers_all && ui.selectable_label(self.pair.is_none(), all).clicked() {
                    (self.pair, self.wants_all) = (None, true);
                    ui.close();
                }
                for first in 0..names.len() {
                    for second in first + 1..names.len() {
                        let pair = (first, second);
                        if ui.selectable_label(self.pair == Some(pair), two(pair)).clicked() {
                            self.pair = Some(pair);
                            ui.close();
                        }
                    }
                }
            });
        });
    }

    fn measure_menu(&mut self, ui: &mut Ui) {
        ui.menu_button(told::agreement::measure(self.measure()), |ui| {
            for (nth, measure) in SHORT.into_iter().enumerate() {
                if ui.selectable_label(self.by == nth, told::agreement::measure(measure)).clicked() {
                    self.by = nth;
                    ui.close();
                }
            }
        });
    }

    fn tag_menu(&mut self, measured: &Measured, codebook: &Codebook, ui: &mut Ui) {
        let label = |tag: &TagId| name(codebook.label(tag));
        let button = self.tag.as_ref().map_or_else(|| say!("differences-all-tags"), label);
        ui.menu_button(button, |ui| {
            if ui.selectable_label(self.tag.is_none(), say!("differences-all-tags")).clicked() {
                self.tag = None;
                ui.close();
            }
            let tags: BTreeSet<&TagId> = scopes(measured).filter_map(tag_of).collect();
            for tag in tags {
                if ui.selectable_label(self.tag.as_ref() == Some(tag), label(tag)).clicked() {
                    self.tag = Some(tag.clone());
                    ui.close();
                }
            }
        });
    }

    /// Everybody against everybody; a click shows all measures of the two.
    fn people_ui(&mut self, cx: &ViewCtx<'_>, measured: &Measured, ui: &mut Ui) {
        let measure = self.measure();
        let finding = |row: usize, column: usize| {
            let people = [row.min(column), row.max(column)];
            find(measured, measure, &Scope::All, &people)
        };
        let cell = |row: usize, column: usize| {
            if row == column {
                return Cell { is_edged: true, name: visible(&measured.names[row]), ..Cell::default() };
            }
            cell_of(finding(row, column), &measured.names)
        };
        let names = measured.names.as_slice();
        if let Some((row, column)) = heat_map_ui(cx, "people and people", (names, names), &cell, ui)
            && row != column
        {
            self.pair = Some((row.min(column), row.max(column)));
        }
    }

    /// Tags or articles against measures.
    fn scopes_ui(&self, cx: &ViewCtx<'_>, measured: &Measured, rows: &[(String, Scope)], ui: &mut Ui) {
        if rows.is_empty() {
            ui.label(RichText::new(say!("agreement-no-rows")).color(cx.theme.ink_subdued));
            return;
        }
        let people = self.people(measured);
        let measures = self.measures_of(measured, rows);
        let columns: Vec<String> =
            measures.iter().map(|&measure| told::agreement::measure(measure)).collect();
        let names: Vec<String> = rows.iter().map(|(name, _)| name.clone()).collect();
        let cell = |row: usize, column: usize| {
            let found = rows.get(row).zip(measures.get(column));
            let finding = found.and_then(|((_, scope), &measure)| find(measured, measure, scope, &people));
            let cell = cell_of(finding, &measured.names);
            let (row, column) = (
                names.get(row).cloned().unwrap_or_default(),
                columns.get(column).cloned().unwrap_or_default(),
            );
            Cell { name: format!("{row}; {column}; {}", cell.name), ..cell }
        };
        heat_map_ui(cx, "scopes and measures", (&names, &columns), &cell, ui);
    }

    fn confusion_ui(&self, cx: &ViewCtx<'_>, measured: &Measured, codebook: &Codebook, ui: &mut Ui) {
        let Some((pair, table)) = self.pair.and_then(|pair| Some((pair, measured.confusions.get(&pair)?)))
        else {
            return;
        };
        let who = |nth: usize| visible(measured.names.get(nth).map_or("", String::as_str));
        let (first, second) = (who(pair.0), who(pair.1));
        ui.label(say!("confusion-axes", first = first.clone(), second = second.clone()));
        ui.add_space(4.0);
        confusion_ui(cx, table, (&first, &second), codebook, ui);
    }
}

/// The table of what the first of two took for what: their tags in rows, the other's in columns.
pub(in crate::gui) fn confusion_ui(
    cx: &ViewCtx<'_>,
    table: &Confusion,
    (first, second): (&str, &str),
    codebook: &Codebook,
    ui: &mut Ui,
) -> Option<(Option<TagId>, Option<TagId>)> {
    let tags = in_order(table, codebook);
    let label = |tag: &Option<TagId>| {
        tag.as_ref().map_or_else(|| say!("confusion-nothing"), |tag| name(codebook.label(tag)))
    };
    let names: Vec<String> = tags.iter().map(label).collect();
    let most = table.values().copied().max().unwrap_or(1).max(1);
    let count = |row: usize, column: usize| {
        let key = tags.get(row).cloned().zip(tags.get(column).cloned());
        key.and_then(|key| table.get(&key)).copied().unwrap_or(0)
    };
    let cell = |row: usize, column: usize| {
        let n = count(row, column);
        let tag = |nth: usize| names.get(nth).cloned().unwrap_or_default();
        #[expect(clippy::cast_precision_loss, reason = "a share for a shade")]
        let strength = n as f32 / most as f32;
        Cell {
            strength,
            words: if n == 0 { String::new() } else { n.to_string() },
            name: say!(
                "confusion-cell",
                first = first,
                row = tag(row),
                second = second,
                column = tag(column),
                count = n
            ),
            is_edged: row == column,
        }
    };
    let (row, column) = heat_map_ui(cx, "confusion", (&names, &names), &cell, ui)?;
    tags.get(row).cloned().zip(tags.get(column).cloned())
}

/// The tags of a table as the codebook has them; what was not marked stands last.
pub(super) fn in_order(table: &Confusion, codebook: &Codebook) -> Vec<Option<TagId>> {
    let tags: BTreeSet<&Option<TagId>> = table.keys().flat_map(|(row, column)| [row, column]).collect();
    let mut tags: Vec<Option<TagId>> = tags.into_iter().cloned().collect();
    tags.sort_by_key(|tag| {
        (tag.is_none(), tag.as_ref().and_then(|tag| codebook.tags.iter().position(|one| one.id == *tag)))
    });
    tags
}

/// The tags or articles that were measured, each with its name.
pub(super) fn rows_of(section: Section, measured: &Measured, codebook: &Codebook) -> Vec<(String, Scope)> {
    if section == Section::Tags {
        let tags: BTreeSet<&TagId> = scopes(measured).filter_map(tag_of).collect();
        return tags.into_iter().map(|tag| (name(codebook.label(tag)), Scope::Tag(tag.clone()))).collect();
    }
    let articles: BTreeSet<&str> = scopes(measured).filter_map(article_of).collect();
    articles.into_iter().map(|path| (path.to_owned(), Scope::Article(path.to_owned()))).collect()
}

fn scopes(measured: &Measured) -> impl Iterator<Item = &Scope> {
    measured.compared.findings.iter().map(|finding| &finding.scope)
}

fn tag_of(scope: &Scope) -> Option<&TagId> {
    if let Scope::Tag(tag) = scope { Some(tag) } else { None }
}

fn article_of(scope: &Scope) -> Option<&str> {
    if let Scope::Article(path) = scope { Some(path) } else { None }
}

pub(super) fn find<'a>(
    measured: &'a Measured,
    measure: Measure,
    scope: &Scope,
    people: &[usize],
) -> Option<&'a Finding> {
    let is_meant = |one: &&Finding| one.measure == measure && one.people == people && one.scope == *scope;
    measured.compared.findings.iter().find(is_meant)
}

/// Why nothing can be told of all people together, if nothing can.
fn untold(measured: &Measured) -> Option<Undefined> {
    let is_of_all = |finding: &&Finding| {
        finding.scope == Scope::All && finding.people.iter().copied().eq(0..measured.names.len())
    };
    let mut found = measured.compared.findings.iter().filter(is_of_all).map(|finding| &finding.value);
    let first = *found.next()?.as_ref().err()?;
    found.all(Result::is_err).then_some(first)
}

/// The two of whom most measures can be told, by the most marks and words; `None` where none can of any two.
fn telling_pair(measured: &Measured) -> Option<(usize, usize)> {
    let mut told: BTreeMap<(usize, usize), (usize, usize)> = BTreeMap::new();
    for finding in measured.compared.findings.iter().filter(|finding| finding.scope == Scope::All) {
        if let (&[first, second], Ok(_)) = (&finding.people[..], &finding.value) {
            let (n_told, n_made_of) = told.entry((first, second)).or_default();
            (*n_told, *n_made_of) = (*n_told + 1, *n_made_of + finding.n);
        }
    }
    // Of those that tell as much, the first in the list.
    let telling_most = told.into_iter().reduce(|best, next| if best.1 < next.1 { next } else { best });
    telling_most.map(|(pair, _)| pair)
}

fn cell_of(finding: Option<&Finding>, names: &[String]) -> Cell {
    let Some(finding) = finding else { return Cell { words: "–".to_owned(), ..Cell::default() } };
    let names: Vec<String> = names.iter().map(|name| visible(name)).collect();
    let said = told::agreement::sentence(finding, &names);
    let name = format!("{}; {}; {said}", value_words(finding), told::agreement::counted(finding));
    match finding.value {
        #[expect(clippy::cast_possible_truncation, reason = "at most 1")]
        Ok(estimate) => Cell {
            strength: estimate.value.max(0.0) as f32,
            words: format!("{:.2}", estimate.value),
            name,
            is_edged: false,
        },
        Err(_) => Cell { words: "–".to_owned(), name, ..Cell::default() },
    }
}
