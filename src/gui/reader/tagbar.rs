//! The small bar of tags at a selection.

use super::Reader;
use super::frame::Frame;
use crate::gui::command::Command;
use crate::gui::widgets::chip::tag_chip_ui;
use crate::gui::words::say;
use egui::{Area, Frame as Box, Order, Ui, pos2, vec2};

impl Reader {
    pub(super) fn tagbar_ui(&self, frame: &Frame<'_>, ui: &Ui) {
        // After tagging, the panel at the right goes on; the bar would only lie on the words.
        if self.gesture.is_busy() || frame.cx.is_linking || frame.session.focus().is_some() {
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
                        let hint = say!("tagbar-tag", description = tag.description.as_str());
                        if tag_chip_ui(ui, frame.cx.theme, tag, false, true).on_hover_text(hint).clicked() {
                            frame.cx.run(Command::tag(&tag.id));
                        }
                    }
                    ui.separator();
                    let note_key = frame.cx.commands.key_hint(&Command::EDIT_NOTE);
                    if ui
                        .button(say!("mark-untagged"))
                        .on_hover_text(say!("tagbar-note", key = note_key))
                        .clicked()
                    {
                        frame.cx.run(Command::EDIT_NOTE);
                    }
                });
            });
        });
    }
}

/// What lies on the page: a frame that is lifted off it.
pub(super) fn raised(frame: &Frame<'_>) -> Box {
    let theme = frame.cx.theme;
    let shadow = egui::Shadow { offset: [0, 3], blur: 12, spread: 0, color: theme.shadow };
    Box::new()
        .fill(theme.panel_raised)
        .stroke((1.0, theme.line))
        .corner_radius(6)
        .inner_margin(4)
        .shadow(shadow)
}
