//! The page's scroll bar: ours, because the page's position is a block and not a height.

use super::Reader;
use super::type_cache::TypeCache;
use crate::gui::view_ctx::ViewCtx;
use egui::{Rect, Sense, Ui, pos2, vec2};

/// Points.
pub(super) const WIDTH: f32 = 12.0;
const SHORTEST_THUMB: f32 = 28.0;

impl Reader {
    pub(super) fn scrollbar_ui(&mut self, cx: &ViewCtx<'_>, track: Rect, cache: &mut TypeCache, ui: &Ui) {
        let response = ui.interact(track, egui::Id::unique("page scroll bar"), Sense::click_and_drag());
        let total = self.page.total_height();
        let view = f64::from(self.page.viewport().1);
        if total <= view {
            return;
        }
        #[expect(clippy::cast_possible_truncation, reason = "a share of a bar of some hundred points")]
        let (share, fraction) = ((view / total) as f32, self.page.fraction() as f32);
        let length = (track.height() * share).max(SHORTEST_THUMB).min(track.height());
        let room = (track.height() - length).max(1.0);
        let top = track.top() + room * fraction;
        let thumb = Rect::from_min_size(pos2(track.left() + 3.0, top), vec2(track.width() - 6.0, length));
        if response.is_pointer_button_down_on()
            && let Some(at) = response.interact_pointer_pos()
        {
            let grabbed = (at.y - track.top() - length / 2.0) / room;
            self.page.set_fraction(&mut cache.fonts, f64::from(grabbed));
            ui.ctx().request_repaint();
        }
        let is_active = response.hovered() || response.is_pointer_button_down_on();
        let fill = if is_active { cx.theme.ink_subdued } else { cx.theme.line };
        ui.painter().rect_filled(thumb, 3.0, fill);
    }
}
