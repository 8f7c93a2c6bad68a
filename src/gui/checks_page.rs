//! The page 'Checks': what is worth a second look in the folder, each with what mends it.

use super::known::KnownFor;
use super::outbox::{Request, Work};
use super::settings::Settings;
use super::threads_page::{behind, being_read_ui, go_to, no_folder_ui, none_ui};
use super::view::{Tabled, View};
use super::view_ctx::ViewCtx;
use super::widgets::outline::{self, Done, Outline, OutlineRow, focused, outline_ui};
use super::widgets::visible;
use super::words::{name, say};
use crate::analysis::checks::{Check, Deed, Finding, Mend, Where};
use crate::analysis::study::{Asked, Question, StudyJob};
use crate::layer::{Codebook, TagId};
use crate::library::Library;
use crate::session::Action;
use crate::workspace::Workspace;
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

    /// Mends a finding in one of its ways; where it has none for this person, goes to the passage.
    fn mend(&self, cx: &ViewCtx<'_>, library: &Library, row: usize, way: Option<&Mend>) {
        let Some(finding) = self.finding(row) else { return };
        match (way, &finding.mark) {
            (Some(Mend::Do(_, line)), mark) => match (line.parse::<Action>(), mark) {
                (Ok(action @ Action::Folder(_)), _) => cx.send(action),
                (Ok(action), Some(mark)) => {
                    let mut edits = Edits::new(say!("checks-mend"));
                    edits.add(library.file_of(mark.entry()), action);
                    cx.ask(Request::EditMany(edits));
                }
                _ => {}
            },
            (Some(Mend::Ask(Where::Search(words))), _) => {
                cx.ask(Request::SearchFor(crate::text::quoted::quote(words)));
            }
            (Some(Mend::Ask(place)), Some(mark)) => {
                cx.ask(Request::MendIn(library.file_of(mark.entry()), mark.id(), place.clone()));
            }
            (_, mark) => go_to(cx, library, mark.as_ref()),
        }
    }

    /// How many there are, and for the one that is chosen a button for each way to mend it.
    fn head_ui(&self, cx: &ViewCtx<'_>, library: &Library, count: usize, ui: &mut Ui) {
        ui.label(RichText::new(say!("checks-count", count = count)).color(cx.theme.ink_subdued));
        ui.horizontal_wrapped(|ui| {
            let chosen = self.current.and_then(|row| Some((row, self.finding(row)?)));
            let Some((row, finding)) = chosen else {
                ui.label(RichText::new(say!("checks-choose")).small().color(cx.theme.ink_subdued));
                return;
            };
            for way in ways(cx, finding, library.codebook()) {
                if ui.button(told_way(&way, library.codebook())).clicked() {
                    self.mend(cx, library, row, Some(&way));
                }
            }
            if let Some(mark) = &finding.mark {
                if !is_mine(cx, finding) && !finding.is_of_folder() {
                    let person = visible(&mark.row().person.name);
                    let words = say!("checks-others", person = person);
                    ui.label(RichText::new(words).small().color(cx.theme.ink_subdued));
                }
                if ui.button(say!("checks-go")).clicked() {
                    go_to(cx, library, Some(mark));
                }
            }
        });
        ui.label(RichText::new(say!("checks-keys")).small().color(cx.theme.ink_subdued));
    }
}

/// Whether it is about a mark of the person who marks here, or of nobody.
fn is_mine(cx: &ViewCtx<'_>, finding: &Finding) -> bool {
    let me = cx.me.map(|me| me.id);
    finding.mark.as_ref().is_none_or(|mark| Some(mark.row().person.id) == me)
}

/// The ways in which this person can mend it.
fn ways(cx: &ViewCtx<'_>, finding: &Finding, codebook: &Codebook) -> Vec<Mend> {
    if is_mine(cx, finding) || finding.is_of_folder() { finding.ways(codebook) } else { Vec::new() }
}

/// What a button that mends is called.
fn told_way(way: &Mend, codebook: &Codebook) -> String {
    let label = |tag: &TagId| name(codebook.label(tag));
    match way {
        Mend::Do(deed, _) => match deed {
            Deed::Unlink => say!("checks-do-unlink"),
            Deed::ReadAnew => say!("checks-do-read"),
            Deed::TakeFigures => say!("checks-do-take-figures"),
            Deed::ArticleDay(day) => say!("checks-do-day", day = day.as_str()),
            Deed::Unattributed => say!("checks-do-unattributed"),
            Deed::NoFigure => say!("checks-do-no-figure"),
            Deed::Tag(tag) => say!("checks-do-tag", tag = label(tag)),
            Deed::Retag(tag) => say!("checks-do-retag", tag = label(tag)),
            Deed::Register => say!("checks-do-register"),
            Deed::Found => say!("checks-do-found"),
        },
        Mend::Ask(place) => match place {
            Where::Link => say!("checks-ask-link"),
            Where::Implied => say!("checks-ask-implied"),
            Where::Figure => say!("checks-ask-figure"),
            Where::Source => say!("checks-ask-source"),
            Where::Note => say!("checks-ask-note"),
            Where::Search(_) => say!("checks-ask-search"),
        },
    }
}

impl View for ChecksPage {
    fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let Some(library) = cx.workspace.library() else { return no_folder_ui(cx, ui) };
        self.findings.follow(Asked::of(library, Question::Checks), |asked| {
            cx.ask(Request::Work(Work::Study(Box::new(StudyJob::new(library, asked.question)))));
        });
        let Some(findings) = self.findings.known().cloned() else { return being_read_ui(cx, ui) };
        Frame::new().inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| {
            if findings.is_empty() {
                return none_ui(cx, library, &say!("checks-none"), &say!("checks-none-hint"), ui);
            }
            if let Some(here) = focused(LIST, ui) {
                self.current = Some(here);
            }
            self.head_ui(cx, library, findings.len(), ui);
            ui.add_space(6.0);
            let wanted = std::mem::take(&mut self.wants_list).then(|| self.current.unwrap_or(0));
            let shown = Shown { findings: &findings, codebook: library.codebook(), current: self.current };
            match outline_ui(cx, LIST, &shown, wanted, ui) {
                Some(Done::Chosen(row)) => self.current = Some(row),
                Some(Done::Opened(row)) => {
                    self.current = Some(row);
                    let first = self.finding(row).map(|finding| ways(cx, finding, library.codebook()));
                    self.mend(cx, library, row, first.unwrap_or_default().first());
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

    fn tabled(&self, workspace: &Workspace, _settings: &Settings) -> Option<Tabled> {
        let findings = Arc::clone(self.findings.known()?);
        let codebook = Arc::clone(workspace.library()?.codebook());
        Some(Tabled::new(findings.len(), move || {
            let shown = Shown { findings: &findings, codebook: &codebook, current: None };
            outline::sheet(say!("command-show-checks"), &shown)
        }))
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
        Check::BrokenLink { kind, .. } => {
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
        Check::ClaimAndOpinion { person, .. } => say!("check-claim-and-opinion", person = person.as_str()),
        Check::Unregistered(who) => say!("check-unregistered", who = who.as_str()),
        Check::NotFound { person, n_now, .. } => {
            say!("check-not-found", person = person.as_str(), count = *n_now)
        }
    }
}
