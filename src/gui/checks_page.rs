//! The page 'Checks': what is worth a second look in the folder, each with what mends it.

use super::outbox::Request;
use super::threads_page::{behind, go_to, no_folder_ui, nothing_ui};
use super::view::View;
use super::view_ctx::ViewCtx;
use super::widgets::outline::{Done, OutlineRow, focused, outline_ui};
use super::words::{name, say};
use crate::analysis::checks::{Check, Finding, findings};
use crate::layer::Codebook;
use crate::library::Library;
use crate::session::Action;
use crate::workspace::edits::Edits;
use egui::{Frame, Margin, RichText, Ui};
use std::path::PathBuf;

const LIST: &str = "checks";

/// What is shown.
#[derive(Default)]
pub(super) struct ChecksPage {
    /// With the folder and its revision that they were made for.
    findings: Option<(PathBuf, u64, Vec<Finding>)>,
    rows: Vec<OutlineRow>,
    current: Option<usize>,
    wants_list: bool,
}

impl ChecksPage {
    /// Its name in the table of views.
    pub(super) const ID: &'static str = "checks";

    fn follow(&mut self, library: &Library) {
        let is_same = |(root, revision, _): &(PathBuf, u64, Vec<Finding>)| {
            root == library.root() && *revision == library.revision()
        };
        if self.findings.as_ref().is_some_and(is_same) {
            return;
        }
        let entries: Vec<_> = library.entries().cloned().collect();
        let found = findings(&entries, library.codebook(), &library.registers());
        self.rows = found.iter().map(|finding| row(finding, library.codebook())).collect();
        self.current = self.current.filter(|row| *row < self.rows.len());
        self.findings = Some((library.root().to_owned(), library.revision(), found));
    }

    fn finding(&self, row: usize) -> Option<&Finding> {
        self.findings.as_ref()?.2.get(row)
    }

    /// Mends what one action mends; else goes to where a person can.
    fn mend(&self, cx: &ViewCtx<'_>, library: &Library, row: usize) {
        let Some(finding) = self.finding(row) else { return };
        let action = finding.action().and_then(|line| line.parse::<Action>().ok());
        match (action, &finding.mark) {
            (Some(action @ Action::Folder(_)), _) => cx.send(action),
            (Some(action), Some(mark)) => {
                let mut edits = Edits::new(say!("checks-mend"));
                edits.add(library.file_of(mark.entry()), action);
                cx.ask(Request::EditMany(edits));
            }
            (_, mark) => go_to(cx, library, mark.as_ref()),
        }
    }
}

impl View for ChecksPage {
    fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let Some(library) = cx.workspace.library() else { return no_folder_ui(cx, ui) };
        self.follow(library);
        Frame::new().inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| {
            if self.rows.is_empty() {
                return nothing_ui(cx, &say!("checks-none"), &say!("checks-none-hint"), ui);
            }
            if let Some(here) = focused(LIST, ui) {
                self.current = Some(here);
            }
            ui.horizontal_wrapped(|ui| {
                let count = say!("checks-count", count = self.rows.len());
                ui.label(RichText::new(count).color(cx.theme.ink_subdued));
                let finding = self.current.and_then(|row| self.finding(row));
                let mends = finding.is_some_and(|finding| finding.action().is_some());
                let mend = ui.add_enabled(mends, egui::Button::new(say!("checks-mend")));
                if mend.on_disabled_hover_text(say!("checks-mend-by-hand")).clicked() {
                    self.current.into_iter().for_each(|row| self.mend(cx, library, row));
                }
                let mark = finding.and_then(|finding| finding.mark.as_ref());
                if ui.add_enabled(mark.is_some(), egui::Button::new(say!("checks-go"))).clicked() {
                    go_to(cx, library, mark);
                }
            });
            ui.label(RichText::new(say!("checks-keys")).small().color(cx.theme.ink_subdued));
            ui.add_space(6.0);
            let wanted = std::mem::take(&mut self.wants_list).then(|| self.current.unwrap_or(0));
            let current = self.current;
            let chosen = |(nth, row): (usize, &OutlineRow)| OutlineRow {
                is_chosen: current == Some(nth),
                ..row.clone()
            };
            let shown: Vec<OutlineRow> = self.rows.iter().enumerate().map(chosen).collect();
            match outline_ui(cx, LIST, &shown, wanted, ui) {
                Some(Done::Chosen(row)) => self.current = Some(row),
                Some(Done::Opened(row)) => {
                    self.current = Some(row);
                    self.mend(cx, library, row);
                }
                None => {}
            }
        });
    }

    fn focus(&mut self, _stop: usize) {
        self.wants_list = true;
    }

    fn shown(&mut self) {
        self.wants_list = true;
    }
}

fn row(finding: &Finding, codebook: &Codebook) -> OutlineRow {
    let (words, behind) = match &finding.mark {
        Some(mark) => (mark.row().quote.to_string(), behind(mark)),
        None => (String::new(), String::new()),
    };
    let words = match &finding.check {
        Check::NotFound { words, .. } => words.clone(),
        _ => words,
    };
    OutlineRow { kind: told(&finding.check, codebook), words, behind, warns: true, ..OutlineRow::default() }
}

/// What is found, in the window's words.
fn told(check: &Check, codebook: &Codebook) -> String {
    match check {
        Check::NothingDenied => say!("check-nothing-denied"),
        Check::BrokenLink(kind, _) => {
            let kind = codebook.relation(kind).map_or(kind.as_str(), |kind| kind.label.as_str());
            say!("check-broken-link", kind = name(kind))
        }
        Check::NoFigure => say!("check-no-figure"),
        Check::NoSource => say!("check-no-source"),
        Check::NoDate => say!("check-no-date"),
        Check::OtherFigure { stated, read, .. } => {
            say!("check-other-figure", stated = stated.as_str(), read = read.as_str())
        }
        Check::FigureInOpinion => say!("check-figure-in-opinion"),
        Check::ClaimAndOpinion(person) => say!("check-claim-and-opinion", person = person.as_str()),
        Check::Unregistered(who) => say!("check-unregistered", who = who.as_str()),
        Check::NotFound { person, n_now, .. } => {
            say!("check-not-found", person = person.as_str(), count = *n_now)
        }
    }
}
