//! What a person does to an incident: names it, joins it with another, makes one of some of its statements,
//! takes it apart, and says what they hold of it and why. All of it is a line of `Action` that can be undone.

use super::words;
use crate::analysis::incidents::{Held, Incident};
use crate::gui::threads_page::verdict::{history_line, value};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::words::say;
use crate::layer::{AnnotationId, VERDICTS};
use crate::session::{Action, FolderAction};
use egui::{Button, Key, RichText, TextEdit, Ui};
use std::collections::BTreeSet;

/// What is being done.
#[derive(Default)]
pub(super) struct Deeds {
    /// To which incident.
    about: Option<AnnotationId>,
    name: String,
    /// The marks that are to be an incident of their own.
    chosen: BTreeSet<AnnotationId>,
    /// Whether another incident is looked for.
    is_joining: bool,
    value: Option<&'static str>,
    reason: String,
}

impl Deeds {
    pub(super) fn joins(&self) -> bool {
        self.is_joining
    }

    pub(super) fn has_all(&self, marks: &[AnnotationId]) -> bool {
        !marks.is_empty() && marks.iter().all(|mark| self.chosen.contains(mark))
    }

    pub(super) fn set(&mut self, marks: &[AnnotationId], is_chosen: bool) {
        for &mark in marks {
            if is_chosen {
                self.chosen.insert(mark);
            } else {
                self.chosen.remove(&mark);
            }
        }
    }

    /// Begins anew where another incident is looked at.
    fn follow(&mut self, incident: &Incident) {
        if self.about != Some(incident.id) {
            let name = incident.held.as_ref().map(|held| held.name.to_string()).unwrap_or_default();
            *self = Self { about: Some(incident.id), name, ..Self::default() };
        }
    }

    /// What is done now, over the list in which the other incident is chosen.
    pub(super) fn joining_ui(&mut self, cx: &ViewCtx<'_>, incident: &Incident, ui: &mut Ui) {
        let words = say!("incidents-joining", name = words::title(incident));
        ui.label(RichText::new(words).small().color(cx.theme.ink_strong));
        if ui.button(say!("incidents-join-leave")).clicked() {
            self.is_joining = false;
        }
    }

    /// Makes one incident of two.
    pub(super) fn join(&mut self, cx: &ViewCtx<'_>, own: &Incident, other: &Incident) {
        self.is_joining = false;
        // One that the person has keeps its name and its verdicts, whichever of both it is.
        let mut words = Vec::new();
        for incident in [own, other] {
            match mine(cx, incident) {
                Some(held) => words.push(held.id.0.simple().to_string()),
                None => words.extend(digits(incident.marks())),
            }
        }
        self.about = None;
        cx.send(Action::Folder(FolderAction::Join(None, words)));
    }

    pub(super) fn ui(&mut self, cx: &ViewCtx<'_>, incident: &Incident, ui: &mut Ui) {
        self.follow(incident);
        let held = mine(cx, incident);
        ui.horizontal_wrapped(|ui| {
            let label = ui.label(say!("incidents-name"));
            let field = TextEdit::singleline(&mut self.name).desired_width(190.0).char_limit(200);
            let field = ui.add(field.hint_text(say!("incidents-name-hint"))).labelled_by(label.id);
            let name = self.name.trim().to_owned();
            let is_new = !name.is_empty() && held.is_none_or(|held| *held.name != name);
            let enter = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let button = ui.add_enabled(is_new, Button::new(say!("incidents-give-name")));
            if is_new && (enter || button.clicked()) {
                cx.send(Action::Folder(match held {
                    Some(held) => FolderAction::NameIncident(held.id.0.simple().to_string(), name),
                    None => FolderAction::Join(Some(name), digits(incident.marks())),
                }));
            }
            let join = ui.selectable_label(self.is_joining, say!("incidents-join"));
            if join.on_hover_text(say!("incidents-join-hint")).clicked() {
                self.is_joining = !self.is_joining;
            }
            self.split_ui(cx, incident, ui);
            if let Some(held) = held {
                let apart = ui.button(say!("incidents-apart")).on_hover_text(say!("incidents-apart-hint"));
                if apart.clicked() {
                    let id = held.id.0.simple().to_string();
                    cx.send(Action::Folder(FolderAction::RemoveIncident(id)));
                }
            }
        });
        self.verdict_ui(cx, incident, ui);
    }

    fn split_ui(&mut self, cx: &ViewCtx<'_>, incident: &Incident, ui: &mut Ui) {
        let marks = incident.marks();
        self.chosen.retain(|mark| marks.contains(mark));
        let n = self.chosen.len();
        let is_some = 0 < n && n < marks.len();
        let split = ui.add_enabled(is_some, Button::new(say!("incidents-split")));
        let hint = say!("incidents-split-hint");
        if split.on_disabled_hover_text(hint.clone()).on_hover_text(hint).clicked() {
            let apart = std::mem::take(&mut self.chosen);
            // What stays is the incident that it was, and no proposal takes its place.
            if mine(cx, incident).is_none() {
                let rest = marks.into_iter().filter(|mark| !apart.contains(mark)).collect();
                cx.send(Action::Folder(FolderAction::Join(None, digits(rest))));
            }
            let apart = digits(apart.into_iter().collect());
            cx.send(Action::Folder(FolderAction::SplitIncident(apart)));
        }
    }

    fn verdict_ui(&mut self, cx: &ViewCtx<'_>, incident: &Incident, ui: &mut Ui) {
        if let Some(held) = &incident.held {
            for (nth, verdict) in held.verdicts.iter().rev().enumerate() {
                history_line(cx, &held.person, verdict, nth == 0, ui);
            }
        }
        ui.horizontal_wrapped(|ui| {
            let own = say!("incidents-verdict");
            ui.label(RichText::new(own).color(cx.theme.ink_subdued));
            for word in VERDICTS {
                if ui.selectable_label(self.value == Some(word), value(word)).clicked() {
                    self.value = if self.value == Some(word) { None } else { Some(word) };
                }
            }
        });
        let Some(word) = self.value else { return };
        ui.horizontal_wrapped(|ui| {
            let label = ui.label(say!("verdict-reason"));
            let field = TextEdit::singleline(&mut self.reason).desired_width(280.0);
            let field = ui.add(field.hint_text(say!("verdict-reason-hint"))).labelled_by(label.id);
            let is_whole = !self.reason.trim().is_empty();
            let enter = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let give = ui.add_enabled(is_whole, Button::new(say!("verdict-give")));
            let give = give.on_disabled_hover_text(say!("verdict-needs"));
            if is_whole && (enter || give.clicked()) {
                self.give(cx, incident, word);
            }
        });
    }

    /// A verdict is on an incident that the person has: one that is only proposed becomes theirs.
    fn give(&mut self, cx: &ViewCtx<'_>, incident: &Incident, word: &str) {
        let reason = std::mem::take(&mut self.reason);
        self.value = None;
        let about = match mine(cx, incident) {
            Some(held) => held.id.0.simple().to_string(),
            None => {
                let name = own_name(cx, incident);
                cx.send(Action::Folder(FolderAction::Join(Some(name.clone()), digits(incident.marks()))));
                name
            }
        };
        cx.send(Action::Folder(FolderAction::Verdict(about, word.to_owned(), reason)));
    }
}

/// The incident as one of the person's own.
fn mine<'a>(cx: &ViewCtx<'_>, incident: &'a Incident) -> Option<&'a Held> {
    incident.held.as_ref().filter(|held| cx.me.is_some_and(|me| me.id == held.annotator))
}

/// A name that none of the person's incidents has: the title, with a number where it is taken.
fn own_name(cx: &ViewCtx<'_>, incident: &Incident) -> String {
    let registers = cx.workspace.library().map(|library| library.registers()).unwrap_or_default();
    let own = registers.iter().find(|layer| cx.me.is_some_and(|me| me.id == layer.annotator.id));
    let is_taken =
        |name: &str| own.is_some_and(|layer| layer.incidents().any(|incident| incident.name == name));
    let title = words::title(incident);
    let numbered = (2..).map(|n| format!("{title} ({n})"));
    [title.clone()].into_iter().chain(numbered).find(|name| !is_taken(name)).unwrap_or(title)
}

fn digits(marks: Vec<AnnotationId>) -> Vec<String> {
    marks.into_iter().map(|mark| mark.0.simple().to_string()).collect()
}
