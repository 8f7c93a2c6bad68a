//! The step of the key: whose marks it is, and what each of them asks for.

use super::making::MakingSheet;
use crate::gui::panels::mark_row::tag_words;
use crate::gui::view_ctx::{self, ViewCtx};
use crate::gui::widgets::dialog::room_for_list;
use crate::gui::widgets::{shortened, visible};
use crate::gui::words::say;
use crate::layer::AnnotationId;
use crate::session::class::making::{KeyLine, toggle_alternative, toggle_optional};
use crate::session::{Action, Session};
use egui::{Frame, Margin, RichText, ScrollArea, TextEdit, Ui};

/// The most characters of a mark's words.
const QUOTE: usize = 90;

impl MakingSheet {
    pub(super) fn key_ui(&mut self, cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        ui.horizontal_wrapped(|ui| {
            ui.label(say!("making-key-by"));
            for placed in session.layers().iter().filter(|placed| !placed.layer.is_feedback()) {
                let person = &placed.layer.annotator;
                let name = shortened(&visible(&person.name), 40);
                let radio = ui.radio(self.key_by == Some(person.id), name);
                if std::mem::take(&mut self.wants_focus) {
                    radio.request_focus();
                }
                if radio.clicked() {
                    self.key_by = Some(person.id);
                }
            }
        });
        let is_mine = self.key_by.is_some() && self.key_by == session.annotator().map(|me| me.id);
        let n_unexplained = self.lines.iter().filter(|line| line.explanation.trim().is_empty()).count();
        let words = say!("making-key-about", count = self.lines.len(), unexplained = n_unexplained);
        ui.label(RichText::new(words).color(cx.theme.ink_subdued));
        if !is_mine && !self.lines.is_empty() {
            ui.label(RichText::new(say!("making-key-others")).small().color(cx.theme.ink_subdued));
        }
        let height = room_for_list(ui, 300.0);
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            for (nth, line) in self.lines.iter().enumerate() {
                line_ui(cx, session, (nth, line), is_mine, ui);
            }
        });
    }
}

fn line_ui(cx: &ViewCtx<'_>, session: &Session, (nth, line): (usize, &KeyLine), is_mine: bool, ui: &mut Ui) {
    let edge = egui::Stroke::new(1.0, cx.theme.line);
    let frame = Frame::new().inner_margin(Margin::symmetric(8, 6)).corner_radius(4).stroke(edge);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let quote = shortened(&visible(&line.quote), QUOTE);
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(tag_words(session, &line.tags)).color(cx.theme.ink_strong));
            ui.label(format!("“{quote}”"));
        });
        explanation_ui(cx, (nth, line), is_mine, ui);
        ui.horizontal_wrapped(|ui| {
            ui.add_enabled_ui(is_mine, |ui| {
                let mut is_optional = line.is_optional;
                let field = ui.checkbox(&mut is_optional, say!("key-optional"));
                if field.on_hover_text(say!("key-optional-hint")).changed() {
                    cx.send(toggle_optional(session, line.id));
                }
            });
            if let Some((other, words)) = &line.overlapped
                && is_mine
            {
                let words = say!("key-make-alternative", words = shortened(&visible(words), 40));
                if ui.button(words).on_hover_text(say!("key-alternative-hint")).clicked() {
                    cx.send(toggle_alternative(session, line.id, *other));
                }
            }
        });
        for (other, words) in &line.alternatives {
            alternative_ui(cx, session, (line.id, *other), words, is_mine, ui);
        }
    });
    ui.add_space(4.0);
}

/// The note of the mark, which is its explanation.
fn explanation_ui(cx: &ViewCtx<'_>, (nth, line): (usize, &KeyLine), is_mine: bool, ui: &mut Ui) {
    let mut words = line.explanation.clone();
    let field = TextEdit::singleline(&mut words)
        .id(egui::Id::unique(("explanation", line.id)))
        .hint_text(say!("key-explanation"))
        .desired_width(f32::INFINITY);
    let field = ui.add_enabled(is_mine, field);
    field.widget_info(|| {
        let mut info = egui::WidgetInfo::text_edit(is_mine, &words, &words, "");
        info.label = Some(say!("key-explanation-of", nth = nth + 1));
        info
    });
    if field.changed()
        && let Some(name) = view_ctx::name(line.id)
    {
        cx.send(Action::Note(Some(name), words));
    }
}

fn alternative_ui(
    cx: &ViewCtx<'_>,
    session: &Session,
    (main, other): (AnnotationId, AnnotationId),
    words: &str,
    is_mine: bool,
    ui: &mut Ui,
) {
    ui.horizontal_wrapped(|ui| {
        let words = say!("key-accepted-too", words = shortened(&visible(words), QUOTE));
        ui.label(RichText::new(words).color(cx.theme.ink));
        if is_mine && ui.small_button(say!("key-alone")).on_hover_text(say!("key-alone-hint")).clicked() {
            cx.send(toggle_alternative(session, other, main));
        }
    });
}
