//! What people hold of a claim: all verdicts with their reasons, and the field for one's own.

use crate::analysis::threads::{Thread, judge};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::visible;
use crate::gui::widgets::words::{Look, words_ui};
use crate::gui::words::say;
use crate::layer::{AnnotationId, VERDICTS, Verdict};
use crate::session::{Action, FolderAction};
use egui::{RichText, TextEdit, TextStyle, Ui};

/// The verdict that is being written.
#[derive(Default)]
pub(super) struct Form {
    /// Of which claim.
    about: Option<AnnotationId>,
    value: Option<&'static str>,
    reason: String,
}

/// A value in the window's words; a stranger's word as it stands.
pub(in crate::gui) fn value(value: &str) -> String {
    match value {
        "confirmed" => say!("verdict-confirmed"),
        "likely" => say!("verdict-likely"),
        "contested" => say!("verdict-contested"),
        "unlikely" => say!("verdict-unlikely"),
        "refuted" => say!("verdict-refuted"),
        "undecided" => say!("verdict-undecided"),
        other => visible(other),
    }
}

impl Form {
    pub(super) fn ui(&mut self, cx: &ViewCtx<'_>, thread: &Thread, ui: &mut Ui) {
        let id = thread.claim.id();
        if self.about != Some(id) {
            *self = Self { about: Some(id), ..Self::default() };
        }
        let size = TextStyle::Body.resolve(ui.style()).size;
        let look = Look { size, lines: 2, ink: cx.theme.ink_strong };
        let claim = say!("verdict-on", words = visible(&thread.claim.row().quote));
        words_ui(&mut cx.words.borrow_mut(), &claim, look, ui);
        history_ui(cx, thread, ui);
        ui.horizontal_wrapped(|ui| {
            for word in VERDICTS {
                if ui.selectable_label(self.value == Some(word), value(word)).clicked() {
                    self.value = Some(word);
                }
            }
        });
        ui.horizontal(|ui| {
            let label = ui.label(say!("verdict-reason"));
            let room = (ui.available_width() - 160.0).max(120.0);
            let field = TextEdit::singleline(&mut self.reason)
                .desired_width(room)
                .hint_text(say!("verdict-reason-hint"));
            let field = ui.add(field).labelled_by(label.id);
            let is_whole = self.value.is_some() && !self.reason.trim().is_empty();
            let enter = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            let give = ui.add_enabled(is_whole, egui::Button::new(say!("verdict-give")));
            let give = give.on_disabled_hover_text(say!("verdict-needs"));
            if let Some(value) = self.value.filter(|_| is_whole && (enter || give.clicked())) {
                let reason = std::mem::take(&mut self.reason);
                let about = id.0.simple().to_string();
                cx.send(Action::Folder(FolderAction::Verdict(about, value.to_owned(), reason)));
            }
        });
    }
}

/// Every verdict, the present one of each person first.
fn history_ui(cx: &ViewCtx<'_>, thread: &Thread, ui: &mut Ui) {
    for of_person in &thread.verdicts {
        let person = &judge(of_person).name;
        for (nth, verdict) in of_person.1.iter().rev().enumerate() {
            history_line(cx, person, verdict, nth == 0, ui);
        }
    }
    if thread.verdicts.is_empty() {
        ui.label(RichText::new(say!("verdict-none")).small().color(cx.theme.ink_subdued));
    }
}

/// A verdict with its reason and day; `is_last` where it is what the person holds now.
pub(in crate::gui) fn history_line(
    cx: &ViewCtx<'_>,
    person: &str,
    verdict: &Verdict,
    is_last: bool,
    ui: &mut Ui,
) {
    let (person, held, reason) = (visible(person), value(&verdict.value), visible(&verdict.reason));
    let date = verdict.created.to_string();
    let date = date.split('T').next().unwrap_or_default().to_owned();
    let words = if is_last {
        say!("verdict-now", person = person, value = held, reason = reason, date = date)
    } else {
        say!("verdict-before", person = person, value = held, reason = reason, date = date)
    };
    let ink = if is_last { cx.theme.ink } else { cx.theme.ink_subdued };
    let look = Look { size: TextStyle::Body.resolve(ui.style()).size, lines: 2, ink };
    words_ui(&mut cx.words.borrow_mut(), &words, look, ui);
}
