//! The small bar of tags at a selection, and the list of marks where several lie under a click.

use super::Reader;
use super::frame::Frame;
use crate::gui::command::Command;
use crate::gui::outbox::Request;
use crate::gui::panels::mark_row::tag_words;
use crate::gui::widgets::chip::tag_chip_ui;
use crate::gui::widgets::{shortened, visible};
use egui::{Area, Frame as Box, Order, RichText, Ui, pos2, vec2};

impl Reader {
    pub(super) fn tagbar_ui(&mut self, frame: &Frame<'_>, ui: &Ui) {
        self.list_ui(frame, ui);
        // After tagging, the panel at the right goes on; the bar would only lie on the words.
        if self.gesture.is_busy() || frame.session.focus().is_some() {
            return;
        }
        let pieces = frame.session.selection().pieces();
        let parts: Vec<_> = pieces.iter().flat_map(|&piece| self.page.parts(piece)).collect();
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return };
        let (first, last) = (frame.to_window(first.rect), frame.to_window(last.rect));
        let is_room_above = frame.rect.top() + 44.0 < first.top();
        let y = if is_room_above { first.top() - 44.0 } else { last.bottom() + 8.0 };
        let y = y.clamp(frame.rect.top() + 4.0, frame.rect.bottom() - 44.0);
        let area = Area::new(egui::Id::unique("tag bar"))
            .order(Order::Foreground)
            .fixed_pos(pos2(first.left(), y))
            .constrain_to(frame.rect);
        area.show(ui.ctx(), |ui| {
            raised(frame).show(ui, |ui| {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing = vec2(2.0, 0.0);
                    for tag in &frame.session.codebook().tags {
                        let hint = format!("The passage {}", tag.description);
                        if tag_chip_ui(ui, frame.cx.theme, tag, false, true).on_hover_text(hint).clicked() {
                            frame.cx.run(Command::tag(&tag.id));
                        }
                    }
                    ui.separator();
                    let note_key = frame.cx.commands.key_hint(&Command::EDIT_NOTE);
                    if ui
                        .button("Note")
                        .on_hover_text(format!("Marks the words and opens a note{note_key}"))
                        .clicked()
                    {
                        frame.cx.run(Command::EDIT_NOTE);
                    }
                });
            });
        });
    }

    /// Where several marks lie under a click: all of them, the chosen one first to see.
    fn list_ui(&mut self, frame: &Frame<'_>, ui: &Ui) {
        let Some((spot, _)) = self.clicked else { return };
        let marks = frame.session.marks_at(spot);
        if marks.len() < 2 || self.gesture.is_busy() {
            self.clicked = None;
            return;
        }
        let Some(caret) = self.page.caret(crate::page::Place::before(spot)) else { return };
        let at = frame.to_window(caret.rect);
        let area = Area::new(egui::Id::unique("marks here"))
            .order(Order::Foreground)
            .fixed_pos(pos2(at.left(), at.bottom() + 10.0))
            .constrain_to(frame.rect);
        area.show(ui.ctx(), |ui| {
            raised(frame).show(ui, |ui| {
                ui.set_max_width(380.0);
                ui.label(
                    RichText::new(format!("{} marks here", marks.len()))
                        .small()
                        .color(frame.cx.theme.ink_subdued),
                );
                for mark in &marks {
                    let is_focused = frame.session.focus() == Some(mark.annotation.id);
                    let tags = tag_words(frame.session, &mark.annotation.tags);
                    let words = format!("{tags}: {}", shortened(&visible(&mark.annotation.quote()), 44));
                    if ui.selectable_label(is_focused, words).clicked() {
                        frame.cx.ask(Request::Focus(Some(mark.annotation.id)));
                    }
                }
            });
        });
    }
}

fn raised(frame: &Frame<'_>) -> Box {
    let theme = frame.cx.theme;
    let shadow = egui::Shadow { offset: [0, 3], blur: 12, spread: 0, color: theme.shadow };
    Box::new()
        .fill(theme.panel_raised)
        .stroke((1.0, theme.line))
        .corner_radius(6)
        .inner_margin(4)
        .shadow(shadow)
}
