//! The dialog for handing in, which says afterwards what is to be sent back, and offers to go on working.

use crate::gui::outbox::{Lesson, Request};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::dialog::{buttons_ui, closing_ui};
use crate::gui::widgets::{buttons, visible};
use crate::gui::words::{moment, say};
use crate::session::{Action, Handed, Session};
use egui::{RichText, TextEdit, Ui};

/// Handing in, from the question to the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::gui) struct HandInSheet {
    /// The file that was written.
    pub sent: Option<Handed>,
    /// What was to be changed when it turned out that the marks are handed in.
    pub waits: Option<Action>,
}

impl HandInSheet {
    /// For a change that is refused, since the marks are handed in.
    pub(in crate::gui) fn refusing(action: Action) -> Self {
        Self { sent: None, waits: Some(action) }
    }

    pub(in crate::gui) fn title(&self) -> String {
        match (&self.sent, &self.waits) {
            (Some(_), _) => say!("title-handed-in"),
            (None, Some(_)) => say!("title-go-on"),
            (None, None) => say!("title-hand-in"),
        }
    }

    /// Draws it.
    pub(in crate::gui) fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        ui.set_width(480.0);
        let Some(session) = cx.session else { return };
        match (&self.sent, &self.waits, session.handed_in()) {
            (Some(sent), ..) => sent_ui(cx, sent, ui),
            (None, Some(action), Some(at)) => {
                ui.label(say!("handed-in-stands", at = moment(at)));
                if buttons_ui(cx, ui, &say!("handed-in-go-on"), true) {
                    cx.ask(Request::Lesson(Lesson::GoOnWorking(Some(Box::new(action.clone())))));
                }
            }
            _ => ask_ui(cx, session, ui),
        }
    }
}

fn ask_ui(cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let marks = session.my_layer().into_iter().flat_map(|placed| placed.layer.annotations());
    let count = marks.filter(|mark| mark.motivation.is_marking()).count();
    let title = visible(session.document().title());
    ui.label(say!("hand-in-about", count = count, title = title));
    ui.label(RichText::new(say!("hand-in-after")).color(cx.theme.ink_subdued));
    if buttons_ui(cx, ui, &say!("hand-in-does"), true) {
        cx.ask(Request::Lesson(Lesson::HandIn));
    }
}

fn sent_ui(cx: &ViewCtx<'_>, sent: &Handed, ui: &mut Ui) {
    ui.label(say!("handed-in-at", count = sent.n_marks, at = moment(sent.at)));
    ui.add_space(6.0);
    let label = ui.label(RichText::new(say!("handed-in-send")).color(cx.theme.ink_strong));
    let path = sent.path.display().to_string();
    let mut shown = path.as_str();
    let field = TextEdit::multiline(&mut shown).desired_rows(2).desired_width(f32::INFINITY);
    ui.add(field).labelled_by(label.id);
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        if ui.button(say!("handed-in-show")).clicked() {
            cx.ask(Request::Reveal(sent.path.clone()));
        }
        if ui.button(say!("handed-in-copy")).clicked() {
            ui.ctx().copy_text(path.clone());
        }
        let back = ui.add(buttons::quiet(cx.theme, &say!("handed-in-go-on")));
        if back.on_hover_text(say!("handed-in-go-on-hint")).clicked() {
            cx.ask(Request::Lesson(Lesson::GoOnWorking(None)));
        }
    });
    ui.add_space(4.0);
    ui.label(RichText::new(say!("handed-in-rests")).small().color(cx.theme.ink_subdued));
    closing_ui(cx, ui);
}
