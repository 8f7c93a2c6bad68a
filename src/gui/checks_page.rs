//! The page 'Checks': what is worth a second look in the folder, each with what mends it.

use super::known::KnownFor;
use super::outbox::Request;
use super::threads_page::{behind, being_read_ui, go_to, no_folder_ui, none_ui};
use super::view::View;
use super::view_ctx::ViewCtx;
use super::widgets::outline::{Done, Outline, OutlineRow, focused, outline_ui};
use super::words::{name, say};
use crate::analysis::checks::{Check, Finding};
use crate::analysis::study::{Asked, Question, StudyJob};
use crate::layer::Codebook;
use crate::library::Library;
use crate::session::Action;
use crate::workspace::edits::Edits;
use egui::{Frame, Margin, RichText, Ui};
use std::sync::Arc;

const LIST: &str = "checks";

/// What is shown.
#[derive(Default)]
pub(super) struct ChecksPage {
    findings: KnownFor<Asked, Vec<Finding>>,
    current: Option<usize>,
    wants_list: bool,
}

impl ChecksPage {
    /// Its name in the table of views.
    pub(super) const ID: &'static str = "checks";

    /// Takes over what was found.
    pub(super) fn take(&mut self, asked: Asked, findings: &Arc<Vec<Finding>>) {
        if self.findings.take(&asked, findings) {
            self.current = self.current.filter(|row| *row < findings.len());
        }
    }

    fn finding(&self, row: usize) -> Option<&Finding> {
        self.findings.known()?.get(row)
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
        self.findings.follow(Asked::of(library, Question::Checks), |asked| {
            cx.ask(Request::Study(Box::new(StudyJob::new(library, asked.question))));
        });
        let Some(findings) = self.findings.known().cloned() else { return being_read_ui(cx, ui) };
        Frame::new().inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| {
            if findings.is_empty() {
                return none_ui(cx, library, &say!("checks-none"), &say!("checks-none-hint"), ui);
            }
            if let Some(here) = focused(LIST, ui) {
                self.current = Some(here);
            }
            ui.horizontal_wrapped(|ui| {
                let count = say!("checks-count", count = findings.len());
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
            let shown = Shown { findings: &findings, codebook: library.codebook(), current: self.current };
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

/// The findings with what they tell.
struct Shown<'a> {
    findings: &'a [Finding],
    codebook: &'a Codebook,
    current: Option<usize>,
}

impl Outline for Shown<'_> {
    fn n_rows(&self) -> usize {
        self.findings.len()
    }

    fn is_stop(&self, row: usize) -> bool {
        row < self.findings.len()
    }

    fn row(&self, nth: usize) -> OutlineRow {
        let told = self.findings.get(nth).map(|finding| row(finding, self.codebook)).unwrap_or_default();
        OutlineRow { is_chosen: self.current == Some(nth), ..told }
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
