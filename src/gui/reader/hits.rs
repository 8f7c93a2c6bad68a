//! The places that a search found, under the words.

use super::Reader;
use super::frame::Frame;
use egui::{Painter, Stroke, StrokeKind, vec2};

impl Reader {
    /// Paints the hits in view; the one that was gone to stands out by colour and by an edge.
    pub(super) fn paint_hits(&self, frame: &Frame<'_>, painter: &Painter) {
        let theme = frame.cx.theme;
        for (nth, hit) in self.found.in_range(self.page.visible_range()) {
            let is_current = self.found.current == Some(nth);
            let fill = if is_current { theme.hit_current } else { theme.search_hit };
            for part in self.page.parts(hit) {
                let rect = frame.to_window(part.rect).shrink2(vec2(0.0, 1.0));
                painter.rect_filled(rect, 2.0, fill);
                if is_current {
                    painter.rect_stroke(rect, 2.0, Stroke::new(1.5, theme.ink), StrokeKind::Inside);
                }
            }
        }
    }
}
