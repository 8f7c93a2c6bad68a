//! Where something was left out of the article: a sign before the paragraph that it would stand above, while
//! what is beside the text is looked at. The words are folded into it.

use super::Reader;
use super::frame::Frame;
use crate::document::LeftOut;
use crate::gui::panels::beside::BesidePanel;
use crate::gui::side::Side;
use crate::gui::told::left_out::heading;
use crate::gui::views::chosen;
use crate::gui::widgets::words::{Look, words_ui};
use crate::gui::widgets::{shortened, visible};
use crate::gui::words::say;
use egui::{Align2, FontId, Id, Popup, Rect, RichText, ScrollArea, Sense, Ui, pos2, vec2};

/// The size of a sign, in points.
const SIGN: egui::Vec2 = vec2(22.0, 16.0);
/// The size of the card that a sign unfolds to, in points.
const CARD: egui::Vec2 = vec2(380.0, 260.0);
/// How many characters of the words a screen reader is told.
const TOLD: usize = 160;

impl Reader {
    /// Draws the signs in view; a click on one unfolds what was left out there.
    pub(super) fn left_out_ui(&self, frame: &Frame<'_>, ui: &mut Ui) {
        let is_looked_at = chosen(Side::Left, frame.cx.settings).is_some_and(|row| row.id == BesidePanel::ID);
        if !is_looked_at || self.document().left_out().is_empty() {
            return;
        }
        let blocks = self.document().blocks();
        for shown in self.page.visible() {
            let block = shown.set.block();
            let begins = blocks.get(block).is_some_and(|of| of.range.start() == shown.set.range().start());
            let Some(line) = shown.set.lines().next().filter(|_| begins) else { continue };
            let top = frame.rect.top() + shown.y;
            // In the space above the paragraph, or where there is none beside its first line.
            let y = top + (line.rect.y / 2.0).max(SIGN.y / 2.0 - 4.0);
            self.sign_ui(frame, block, y, ui);
            if block + 1 == blocks.len() {
                let bottom = shown.set.lines().last().map_or(y, |line| top + line.rect.y + line.rect.height);
                self.sign_ui(frame, block + 1, bottom + SIGN.y, ui);
            }
        }
    }

    fn sign_ui(&self, frame: &Frame<'_>, before: usize, y: f32, ui: &mut Ui) {
        let all = passages_before(self.document().left_out(), before);
        let [first, ..] = all else { return };
        let column = self.page.column();
        // A narrow page has little room before its lines.
        let room = self.sides.start.min(2.0 * SIGN.x);
        let x = if self.is_rtl { column.x + column.width + room / 2.0 } else { column.x - room / 2.0 };
        let size = vec2(SIGN.x.min(room), SIGN.y);
        let rect = Rect::from_center_size(pos2(frame.rect.left() + x, y), size);
        let response = ui.interact(rect, Id::unique(("left out", before)), Sense::click());
        response.widget_info(|| {
            let words = shortened(&visible(&first.text), TOLD);
            let name = say!("left-out-here", heading = heading(first), words = words);
            egui::WidgetInfo::labeled(egui::Role::Button, true, name)
        });
        let theme = frame.cx.theme;
        let ink = if response.hovered() || response.has_focus() { theme.accent } else { theme.ink_subdued };
        let painter = ui.painter().with_clip_rect(frame.rect);
        painter.text(rect.center(), Align2::CENTER_CENTER, "[…]", FontId::proportional(12.0), ink);
        Popup::menu(&response).close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
            ui.set_width(CARD.x);
            ScrollArea::vertical().max_height(CARD.y).show(ui, |ui| {
                for passage in all {
                    ui.label(RichText::new(heading(passage)).small().color(theme.ink_subdued));
                    let look = Look { size: 14.0, lines: usize::MAX, ink: theme.ink };
                    words_ui(&mut frame.cx.words.borrow_mut(), &visible(&passage.text), look, ui);
                }
            });
        });
    }
}

/// What was left out right before a block.
fn passages_before(all: &[LeftOut], block: usize) -> &[LeftOut] {
    let block = u32::try_from(block).unwrap_or(u32::MAX);
    let start = all.partition_point(|passage| passage.before < block);
    let end = all.partition_point(|passage| passage.before <= block);
    all.get(start..end).unwrap_or_default()
}
