//! What the rules propose to mark: outlines around the words, in the colour of the tag.

use super::Reader;
use super::frame::Frame;
use egui::{Painter, Stroke, StrokeKind, vec2};

impl Reader {
    /// Paints the outlines in view. They have no tint, so that no proposal looks like a mark; the one that is
    /// looked at has a heavier edge.
    pub(super) fn paint_proposals(&self, frame: &Frame<'_>, painter: &Painter) {
        let (theme, session) = (frame.cx.theme, frame.session);
        if !session.has_proposals() {
            return;
        }
        let view = self.page.visible_range();
        let chosen = session.chosen_proposal();
        let seen = |range: crate::text::TextRange| range.overlaps(view);
        for (nth, proposal) in session.proposals().into_iter().filter(|(_, one)| seen(one.range)) {
            let is_chosen = chosen == Some(nth);
            let color = theme.tag(session.codebook().tag(&proposal.tag));
            let weight = if is_chosen { 2.0 * theme.line_weight } else { theme.line_weight };
            for part in self.page.parts(proposal.range) {
                // Those of different tags on one line stand apart.
                let inset = if is_chosen { 0.0 } else { 1.5 };
                let rect = frame.to_window(part.rect).shrink2(vec2(0.0, inset));
                painter.rect_stroke(rect, 3.0, Stroke::new(weight, color), StrokeKind::Inside);
            }
        }
    }
}
