//! The small bar of tags at a selection.

use super::Reader;
use super::frame::Frame;
use crate::document::BlockKind;
use crate::gui::command::Command;
use crate::gui::widgets::chip::tag_chip_ui;
use crate::gui::words::{name, say};
use egui::{Area, Frame as Box, Order, Ui, pos2, vec2};

/// The room for it, in points.
const HEIGHT: f32 = 44.0;

impl Reader {
    /// Whether a part of a heading lies at these heights of the window.
    fn is_heading_between(&self, frame: &Frame<'_>, top: f32, bottom: f32) -> bool {
        let document = frame.session.document();
        let Some(start) = frame.session.selection().pieces().first().map(|piece| piece.start()) else {
            return false;
        };
        let nth = document.blocks().partition_point(|block| block.range.end() < start);
        let before = nth.checked_sub(1).and_then(|nth| document.blocks().get(nth));
        let heading = before.filter(|block| matches!(block.kind, BlockKind::Heading { .. }));
        heading.is_some_and(|block| {
            let parts = self.page.parts(block.range);
            let mut rects = parts.iter().map(|part| frame.to_window(part.rect));
            rects.any(|rect| top < rect.bottom() && rect.top() < bottom)
        })
    }

    pub(super) fn tagbar_ui(&self, frame: &Frame<'_>, ui: &Ui) {
        // After tagging, the panel at the right goes on; the bar would only lie on the words.
        if self.gesture.is_busy() || frame.cx.is_linking || frame.session.focus().is_some() {
            return;
        }
        let pieces = frame.session.selection().pieces();
        let parts: Vec<_> = pieces.iter().flat_map(|&piece| self.page.parts(piece)).collect();
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return };
        let (first, last) = (frame.to_window(first.rect), frame.to_window(last.rect));
        let above = first.top() - HEIGHT;
        let is_room_above = frame.rect.top() < above && !self.is_heading_between(frame, above, first.top());
        let y = if is_room_above { above } else { last.bottom() + 8.0 };
        let y = y.clamp(frame.rect.top() + 4.0, frame.rect.bottom() - HEIGHT);
        let area = Area::new(egui::Id::unique("tag bar"))
            .order(Order::Foreground)
            .fixed_pos(pos2(first.left(), y))
            .constrain_to(frame.rect);
        area.show(ui.ctx(), |ui| {
            raised(frame).show(ui, |ui| {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing = vec2(2.0, 0.0);
                    for tag in &frame.session.codebook().tags {
                        let hint = say!("tagbar-tag", description = name(&tag.description));
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
        .stroke((theme.line_weight, theme.line))
        .corner_radius(6)
        .inner_margin(4)
        .shadow(shadow)
}
