//! The page 'Differences': where people who marked the same articles differ, counted by kind, filtered, gone
//! to by a click and stepped through by a key.

mod agreement;
mod head;
mod measures;
mod rows;
mod settle;
mod tabled;

use super::comparing::{CompareJob, Found, MeasureJob, Measured, Wanted};
use super::outbox::{Request, Work};
use super::settings::Settings;
use super::threads_page::{no_folder_ui, nothing_ui};
use super::view::{Tabled, View};
use super::view_ctx::ViewCtx;
use super::widgets::outline::{self, Done, OutlineRow, focused, outline_ui};
use super::words::say;

use crate::analysis::agreement::{Difference, Text};
use crate::analysis::differences::{Differing, InArticle, people_in};
use crate::layer::{Annotator, AnnotatorId, TagId};
use crate::library::{Entry, Library};
use crate::workspace::Workspace;
pub(super) use agreement::confusion_ui;
use agreement::{Agreement, Section};
use egui::{Frame, Key, Margin, Modifiers, RichText, Ui};
use std::path::PathBuf;
use std::sync::Arc;
pub(super) use tabled::confusion as confusion_sheet;

const LIST: &str = "differences";

/// What is compared, what of it is listed, and the difference that is looked at.
#[derive(Default)]
pub(super) struct DifferencesPage {
    /// Whom the folder has, each with whether they settle others' marks; for a folder at a revision.
    people: Vec<(Arc<Annotator>, bool)>,
    people_of: Option<(PathBuf, u64)>,
    /// In how many articles others' marks are hidden from who marks blind.
    n_hidden: usize,
    /// Who is compared; `None`: everybody but who settles.
    chosen: Option<Vec<AnnotatorId>>,
    /// Whether only the open article is looked at.
    only_here: bool,
    kind: Option<Difference>,
    tag: Option<TagId>,
    /// Whether what was decided is listed too.
    shows_decided: bool,
    /// Whether marks that are alike are listed too: how all marks were paired.
    shows_agreed: bool,
    /// What of the page is looked at.
    section: Section,
    agreement: Agreement,
    /// What was asked to be measured last.
    measuring: Option<Wanted>,
    found: Found,
    /// What was asked for last.
    asked: Option<Wanted>,
    /// What is listed: with the article and the number of the difference in it.
    rows: Vec<(OutlineRow, Option<(usize, usize)>)>,
    listed: Option<Listed>,
    current: Option<usize>,
    wants_list: bool,
}

/// What the rows were made for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Listed {
    of: Option<Wanted>,
    kind: Option<Difference>,
    tag: Option<TagId>,
    shows_decided: bool,
    shows_agreed: bool,
}

impl DifferencesPage {
    /// Its name in the table of views.
    pub(super) const ID: &'static str = "differences";

    /// Who is to be compared, if that was chosen.
    pub(super) fn chosen(&self) -> Option<&[AnnotatorId]> {
        self.chosen.as_deref()
    }

    /// Takes what a job found.
    pub(super) fn take(&mut self, found: Found) {
        self.found = found;
    }

    /// Takes what was measured.
    pub(super) fn take_measured(&mut self, measured: Measured) {
        self.agreement.measured = Some(Arc::new(measured));
    }

    /// Who is compared.
    fn compared(&self) -> Vec<AnnotatorId> {
        let by_default = self.people.iter().filter(|(_, settles)| !settles).map(|(who, _)| who.id);
        let chosen = self.chosen.as_ref();
        let known = |chosen: &Vec<AnnotatorId>| {
            let known = self.people.iter().map(|(who, _)| who.id).filter(|who| chosen.contains(who));
            known.collect::<Vec<_>>()
        };
        chosen.map_or_else(|| by_default.collect(), known)
    }

    fn follow(&mut self, cx: &ViewCtx<'_>, library: &Library) {
        let of = (library.root().to_owned(), library.revision());
        if self.people_of.as_ref() != Some(&of) {
            let entries: Vec<_> = library.entries().cloned().collect();
            self.people = people_in(&entries);
            let is_hiding = |entry: &&Arc<Entry>| entry.layers.iter().any(|layer| layer.is_hidden);
            self.n_hidden = entries.iter().filter(is_hiding).count();
            self.people_of = Some(of.clone());
        }
        let article = cx.session.and_then(|session| library.path_of(session.path()));
        let article = article.filter(|_| self.only_here);
        let wanted = Wanted { root: of.0, revision: of.1, people: self.compared(), article };
        if self.asked.as_ref() != Some(&wanted) {
            self.asked = Some(wanted.clone());
            let is_meant =
                |entry: &&Arc<Entry>| wanted.article.as_ref().is_none_or(|article| *entry.path == **article);
            let entries = library.entries().filter(is_meant).cloned().collect();
            cx.ask(Request::Work(Work::People(Box::new(CompareJob { wanted, entries }))));
        }
        self.list(library);
        if self.section != Section::List {
            self.measure(cx, library);
        }
    }

    /// Has the measures made, where something that they are made of changed.
    fn measure(&mut self, cx: &ViewCtx<'_>, library: &Library) {
        let Some(wanted) = self.found.wanted.clone() else { return };
        if self.measuring.as_ref() == Some(&wanted) {
            return;
        }
        self.measuring = Some(wanted.clone());
        let articles = self.found.articles.iter().map(|article| &article.entry);
        let entries: Vec<_> = articles.map(|entry| (Arc::clone(entry), library.file_of(entry))).collect();
        let before = self.agreement.measured.clone();
        let open = |(entry, file): &(Arc<Entry>, PathBuf)| {
            let session = cx.workspace.sessions().iter().find(|session| session.path() == *file)?;
            let again = before.as_ref().and_then(|before| before.text_again(entry, session));
            let text = || Arc::new(Text::of(&entry.path, session.article(), |_| true));
            Some((Arc::clone(entry), again.unwrap_or_else(text)))
        };
        let open = entries.iter().filter_map(open).collect();
        cx.ask(Request::Work(Work::Agreement(Box::new(MeasureJob { wanted, entries, open, before }))));
    }

    /// Makes the rows anew where something of it changed; the difference that was looked at stays so.
    fn list(&mut self, library: &Library) {
        let listed = Listed {
            of: self.found.wanted.clone(),
            kind: self.kind,
            tag: self.tag.clone(),
            shows_decided: self.shows_decided,
            shows_agreed: self.shows_agreed,
        };
        if self.listed.as_ref() == Some(&listed) {
            return;
        }
        let before = self.at(self.current).and_then(|(_, one)| one.first());
        self.listed = Some(listed);
        let names = self.people.iter().map(|(who, _)| (who.id, who.name.clone())).collect();
        self.rows = rows::rows(&self.found.articles, &names, library.codebook(), |one| self.is_listed(one));
        let is_before = |row: &usize| {
            before.is_some_and(|mark| {
                self.at(Some(*row)).is_some_and(|(_, one)| one.marks.contains(&Some(mark)))
            })
        };
        let now = (0..self.rows.len()).find(is_before);
        // What is decided leaves the list: the next one is looked at.
        let after =
            self.current.and_then(|from| (from..self.rows.len()).find(|&row| self.rows[row].1.is_some()));
        self.current = now.or(after);
    }

    fn is_listed(&self, one: &Differing) -> bool {
        let is_alike = one.kinds.is_empty();
        let is_shown = if is_alike { self.shows_agreed } else { self.shows_decided || one.is_open() };
        self.kind.is_none_or(|kind| one.is_of(kind))
            && self.tag.as_ref().is_none_or(|tag| one.tags.contains(tag))
            && is_shown
    }

    /// The difference of a row, with its article.
    fn at(&self, row: Option<usize>) -> Option<(&InArticle, &Differing)> {
        let (article, nth) = self.rows.get(row?)?.1?;
        let article = self.found.articles.get(article)?;
        Some((article, article.found.get(nth)?))
    }

    /// The next row that is a difference, or the one before; at the end round to the other.
    fn step(&self, forward: bool) -> Option<usize> {
        let stops: Vec<usize> = (0..self.rows.len()).filter(|&row| self.rows[row].1.is_some()).collect();
        let end = if forward { stops.first() } else { stops.last() };
        let next = match (self.current, forward) {
            (Some(here), true) => stops.iter().find(|&&row| here < row),
            (Some(here), false) => stops.iter().rev().find(|&&row| row < here),
            (None, _) => None,
        };
        next.or(end).copied()
    }

    fn go_to(&self, cx: &ViewCtx<'_>, library: &Library, row: usize) {
        let Some((article, one)) = self.at(Some(row)) else { return };
        if let Some(mark) = one.first() {
            cx.ask(Request::ShowDifferences(true));
            cx.ask(Request::MarkIn(library.file_of(&article.entry), mark));
        }
    }

    fn list_ui(&mut self, cx: &ViewCtx<'_>, library: &Library, ui: &mut Ui) {
        let is_typing = ui.ctx().text_edit_focused();
        let (next, before) = ui.input_mut(|input| {
            if is_typing {
                return (false, false);
            }
            let before = input.consume_key(Modifiers::SHIFT, Key::N);
            (input.consume_key(Modifiers::NONE, Key::N), before)
        });
        let stepped = (next || before).then(|| self.step(next)).flatten();
        if let Some(here) = stepped.or_else(|| focused(LIST, ui)) {
            self.current = Some(here);
        }
        let wanted = std::mem::take(&mut self.wants_list).then(|| self.current.unwrap_or(0));
        let current = self.current;
        let shown: Vec<OutlineRow> = self
            .rows
            .iter()
            .enumerate()
            .map(|(nth, (row, _))| OutlineRow { is_chosen: current == Some(nth), ..row.clone() })
            .collect();
        if let Some(Done::Chosen(row) | Done::Opened(row)) =
            outline_ui(cx, LIST, &shown, stepped.or(wanted), ui)
        {
            self.current = Some(row);
            self.go_to(cx, library, row);
        }
    }
}

impl View for DifferencesPage {
    fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let Some(library) = cx.workspace.library() else { return no_folder_ui(cx, ui) };
        self.follow(cx, library);
        Frame::new().inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| {
            self.people_ui(cx, ui);
            if 0 < self.n_hidden {
                let words = say!("differences-hidden", count = self.n_hidden);
                ui.label(RichText::new(words).color(cx.theme.warning))
                    .on_hover_text(say!("marks-hidden-hint"));
            }
            if self.compared().len() < 2 {
                let (words, hint) = (say!("differences-alone"), say!("differences-alone-hint"));
                return nothing_ui(cx, &words, &hint, ui);
            }
            self.sections_ui(ui);
            if self.section != Section::List {
                return self.agreement.ui(cx, self.section, library.codebook(), ui);
            }
            self.settle_head_ui(cx, library, ui);
            self.filter_ui(cx, library, ui);
            if self.rows.is_empty() {
                let words = say!("differences-none");
                return nothing_ui(cx, &words, &say!("differences-none-hint"), ui);
            }
            ui.label(RichText::new(say!("differences-keys")).small().color(cx.theme.ink_subdued));
            self.settle_ui(cx, library, ui);
            ui.add_space(4.0);
            self.list_ui(cx, library, ui);
        });
    }

    fn focus(&mut self, _stop: usize) {
        self.wants_list = true;
    }

    fn shown(&mut self) {
        self.wants_list = true;
    }

    fn tabled(&self, workspace: &Workspace, _settings: &Settings) -> Option<Tabled> {
        if self.section != Section::List {
            let codebook = workspace.library()?.codebook();
            return tabled::tabled(&self.agreement, self.section, codebook);
        }
        let rows: Vec<OutlineRow> = self.rows.iter().map(|(row, _)| row.clone()).collect();
        let n = outline::n_told(&rows);
        Some(Tabled::new(n, move || outline::sheet(say!("command-show-differences"), &rows)))
    }
}
