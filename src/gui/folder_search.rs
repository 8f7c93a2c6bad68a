//! The page that searches the folder: a line of words and filters, and what was found, article by article.

mod list;
mod marking;
mod results;

use crate::gui::command::Command;
use crate::gui::notices::sentence;
use crate::gui::panels::finder::switches_ui;
use crate::gui::settings::Settings;
use crate::gui::view::{Tabled, View};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::query_line::{Called, QueryLine, chips_ui};
use crate::gui::widgets::visible;
use crate::gui::words::{date_of, say};
use crate::library::search::{Asked, Found, Hit, HitIn, MarkField, Search, Texts};
use crate::library::{Entry, Library, QueryError};
use crate::session::exporting::{Field, Sheet};
use crate::text::find;
use crate::workspace::Workspace;
use egui::{RichText, Ui};
use results::Results;
use std::path::PathBuf;
use std::sync::Arc;

/// What is typed, what was found, and how far the search has come.
#[derive(Default)]
pub(in crate::gui) struct SearchPage {
    line: QueryLine,
    /// The switches; its words are not looked at.
    how: find::Query,
    wanted: Option<Wanted>,
    /// Which search it is: answers to another are stale.
    serial: u64,
    asked: Option<Asked>,
    error: Option<QueryError>,
    shown: Results,
    /// The same search made again, since marks or articles changed; it takes the place of what is shown as a
    /// whole.
    coming: Option<Results>,
    /// The line of the list that was gone to.
    current: Option<usize>,
    wants_list: bool,
    texts: Arc<Texts>,
}

/// What is searched for.
#[derive(Clone, Debug, PartialEq)]
struct Wanted {
    root: PathBuf,
    line: String,
    how: find::Query,
    revision: u64,
}

impl Wanted {
    fn is_same_search(&self, other: &Self) -> bool {
        (&self.root, &self.line, &self.how) == (&other.root, &other.line, &other.how)
    }
}

impl SearchPage {
    /// Its name in the table of views.
    pub(in crate::gui) const ID: &'static str = "folder-search";

    /// Puts a line of words and filters in the place of the one that is there.
    pub(in crate::gui) fn ask(&mut self, line: String) {
        self.line.text = line;
    }

    /// Where the line, the switches or the folder are others than those of the last search: the search to be
    /// made and its number, or `None` where there is nothing to look for.
    pub(in crate::gui) fn follow(&mut self, workspace: &Workspace) -> Option<Option<(u64, Search)>> {
        let library = workspace.library()?;
        let wanted = Wanted {
            root: library.root().to_owned(),
            line: self.line.text.clone(),
            how: self.how.clone(),
            revision: library.revision(),
        };
        if self.wanted.as_ref() == Some(&wanted) {
            return None;
        }
        let is_again = self.wanted.as_ref().is_some_and(|before| before.is_same_search(&wanted));
        // While the folder comes in, what is there is searched once, and all of it at the end.
        if is_again && (!library.progress().is_done || self.is_running()) {
            return None;
        }
        if self.wanted.as_ref().is_none_or(|before| before.root != wanted.root) {
            self.texts = Arc::default();
        }
        self.wanted = Some(wanted);
        self.serial += 1;
        if !is_again {
            (self.shown, self.coming, self.current) = (Results::default(), None, None);
        }
        let search = self.search(library, workspace);
        self.error = search.as_ref().err().cloned();
        let search = search.ok().flatten();
        match search {
            Some(_) if is_again => self.coming = Some(Results::of(library.n_entries())),
            Some(_) => self.shown = Results::of(library.n_entries()),
            None => (self.shown, self.coming) = (Results::default(), None),
        }
        Some(search.map(|search| (self.serial, search)))
    }

    fn search(&mut self, library: &Library, workspace: &Workspace) -> Result<Option<Search>, QueryError> {
        self.asked = None;
        let asked = Asked::of_line(&self.line.text, &self.how)?;
        if asked.is_empty() {
            return Ok(None);
        }
        self.asked = Some(asked.clone());
        let mut search = Search::new(asked, library, &self.texts)?;
        for session in workspace.sessions() {
            if let Some(path) = library.path_of(session.path()) {
                search.with_open(path, Arc::clone(session.document()));
            }
        }
        Ok(Some(search))
    }

    /// Takes an answer in; `is_end`: it is the last.
    pub(in crate::gui) fn take(&mut self, serial: u64, found: Found, is_end: bool) {
        if serial != self.serial {
            return;
        }
        self.coming.as_mut().unwrap_or(&mut self.shown).take(found, is_end);
        if is_end && let Some(coming) = self.coming.take() {
            self.current = self.current.and_then(|line| coming.line_of(self.shown.at(line)?));
            self.shown = coming;
        }
    }

    fn is_running(&self) -> bool {
        self.coming.as_ref().unwrap_or(&self.shown).is_running()
    }
}

impl View for SearchPage {
    fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let frame = egui::Frame::new().inner_margin(egui::Margin::symmetric(16, 12));
        frame.show(ui, |ui| {
            let Some(library) = cx.workspace.library() else {
                ui.label(RichText::new(say!("search-no-folder")).color(cx.theme.ink_subdued));
                if ui.button(say!("search-open-folder")).clicked() {
                    cx.run(Command::OPEN_FOLDER);
                }
                return;
            };
            self.line_ui(cx, ui);
            ui.add_space(6.0);
            let filters = Asked::filters_of_line(&self.line.text, self.how.is_regex);
            let terms: Vec<String> = filters.iter().map(|(term, _)| term.clone()).collect();
            if let Some((_, rest)) = chips_ui(&terms, ui).and_then(|nth| filters.into_iter().nth(nth)) {
                self.line.text = rest;
            }
            self.state_ui(cx, library, ui);
            self.list_ui(cx, library, ui);
        });
    }

    fn line(&mut self) -> Option<&mut QueryLine> {
        Some(&mut self.line)
    }

    fn focus(&mut self, _stop: usize) {
        self.wants_list = !self.shown.is_empty();
        self.line.wants_focus = !self.wants_list;
    }

    /// Who comes back from a hit goes on in the list.
    fn shown(&mut self) {
        self.wants_list = self.current.is_some() && !self.shown.is_empty();
        self.line.wants_focus = !self.wants_list;
    }

    fn tabled(&self, _workspace: &Workspace, _settings: &Settings) -> Option<Tabled> {
        let hits = self.shown.listed();
        Some(Tabled::new(hits.len(), move || sheet(&hits)))
    }
}

/// The hits as a table: where each stands, and its words.
fn sheet(hits: &[(Arc<Entry>, Hit)]) -> Sheet {
    let row = |(entry, hit): &(Arc<Entry>, Hit)| {
        let place = match &hit.found_in {
            HitIn::Text { paragraph: Some(number), .. } => say!("search-paragraph", number = *number),
            HitIn::Text { .. } => String::new(),
            HitIn::Mark(_, MarkField::Quote) => say!("search-in-mark"),
            HitIn::Mark(_, MarkField::Note) => say!("search-in-note"),
            HitIn::Mark(_, MarkField::Source) => say!("search-in-source"),
        };
        let outlet = entry.outlet.to_string();
        [entry.title.to_string(), outlet, date_of(entry), place, hit.words.to_string()]
            .map(Field::words)
            .to_vec()
    };
    Sheet {
        title: say!("command-search-folder"),
        head: vec![
            say!("column-article"),
            say!("column-outlet"),
            say!("column-date"),
            say!("outline-where"),
            say!("column-words"),
        ],
        rows: hits.iter().map(row).collect(),
    }
}

impl SearchPage {
    fn line_ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let (name, hint) = (say!("search-field"), say!("search-field-hint"));
            let width = (ui.available_width() - 230.0).max(160.0);
            let called = Called { id: FIELD, name: &name, hint: &hint };
            let goes_on = self.line.field_ui(&called, width, ui);
            self.wants_list |= goes_on && !self.shown.is_empty();
            switches_ui(cx.theme, &mut self.how, ui);
            self.line.filters_menu(ui);
        });
    }

    /// How many there are, or what keeps them from being found.
    fn state_ui(&self, cx: &ViewCtx<'_>, library: &Library, ui: &mut Ui) {
        let small = |words: String, ink| RichText::new(words).small().color(ink);
        if let Some(error) = &self.error {
            ui.label(RichText::new(visible(&sentence(&error.to_string()))).color(cx.theme.warning));
            ui.label(small(visible(&sentence(&error.hint())), cx.theme.ink_subdued));
            return;
        }
        let label = ui.horizontal(|ui| {
            let label = ui.label(small(self.state(library), cx.theme.ink_subdued));
            if self.asked.is_some() {
                self.mark_menu(cx, ui);
            }
            label
        });
        let label = label.inner;
        ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(egui::accesskit::Live::Polite));
        if self.asked.is_some() && !library.progress().is_done {
            ui.label(small(say!("search-folder-comes"), cx.theme.ink_subdued));
        }
        if 0 < self.shown.n_left_out() {
            let words = say!("search-left-out", count = self.shown.n_listed());
            ui.label(small(words, cx.theme.warning));
        }
        let faults = self.shown.faults();
        if !faults.is_empty() {
            let words = say!("search-faults", count = faults.len());
            ui.label(small(words, cx.theme.warning)).on_hover_text(visible(&faults.join("\n")));
        }
        ui.add_space(4.0);
    }

    fn state(&self, library: &Library) -> String {
        let (found, articles) = (self.shown.n_found(), self.shown.n_articles());
        let (asked, all) = (self.shown.n_asked(), self.shown.n_all());
        match (self.asked.is_some(), self.shown.is_running()) {
            (false, _) => say!("search-empty", count = library.n_entries()),
            (true, true) if found == 0 => say!("search-running", asked = asked, all = all),
            (true, true) => say!("search-so-far", found = found, articles = articles),
            (true, false) if self.shown.is_empty() => say!("search-nothing", all = all),
            (true, false) => say!("search-found", found = found, articles = articles, all = all),
        }
    }
}

const FIELD: &str = "folder search field";
