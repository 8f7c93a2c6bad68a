//! What people marked differently, on the page: brackets round the words, and a frame round the bar beside
//! them. They are signs of their own, so that no difference is told by a colour alone.

use super::Reader;
use super::frame::Frame;
use super::stripes::Bar;
use crate::anchor::Placement;
use crate::gui::comparing::kinds_words;
use crate::gui::words::say;
use egui::{Painter, Pos2, Rect, Stroke, StrokeKind, pos2};

/// How far the arms of a bracket reach over the words, in points.
const ARM: f32 = 3.5;

impl Reader {
    /// Brackets where each mark begins and ends that others do not have as it is.
    pub(super) fn paint_differing(&self, frame: &Frame<'_>, painter: &Painter) {
        let Some(comparing) = frame.cx.comparing else { return };
        let view = self.page.visible_range();
        let stroke = Stroke::new(1.4 * frame.cx.theme.line_weight, frame.cx.theme.warning);
        for (mark, piece) in frame.session.pieces_in(view) {
            if !comparing.at(mark.annotation.id).is_some_and(|(_, one)| one.is_open()) {
                continue;
            }
            let whole = mark.placement.and_then(Placement::passage).and_then(crate::anchor::Passage::hull);
            let Some(whole) = whole else { continue };
            for part in self.page.parts(piece) {
                let rect = frame.to_window(part.rect).shrink2(egui::vec2(0.0, 1.0));
                let (starts, ends) = (part.range.start() == whole.start(), part.range.end() == whole.end());
                let (at_left, at_right) = if part.is_rtl { (ends, starts) } else { (starts, ends) };
                if at_left {
                    painter.line(bracket(rect, rect.left(), ARM), stroke);
                }
                if at_right {
                    painter.line(bracket(rect, rect.right(), -ARM), stroke);
                }
            }
        }
    }

    /// A frame round a bar whose mark others do not have as it is.
    pub(super) fn paint_differing_bar(&self, frame: &Frame<'_>, bar: &Bar, place: Rect, painter: &Painter) {
        if says(frame, bar).is_some() {
            let stroke = Stroke::new(frame.cx.theme.line_weight, frame.cx.theme.warning);
            let rect = place.shrink2(egui::vec2(0.0, 1.0));
            painter.rect_stroke(rect, 2.0, stroke, StrokeKind::Inside);
        }
    }
}

/// What a bar's mark differs in, in words.
pub(super) fn says(frame: &Frame<'_>, bar: &Bar) -> Option<String> {
    let comparing = frame.cx.comparing?;
    let (_, one) = bar.marks.iter().find_map(|&mark| comparing.at(mark).filter(|(_, one)| one.is_open()))?;
    Some(say!("differs", kinds = kinds_words(one)))
}

fn bracket(rect: Rect, x: f32, arm: f32) -> Vec<Pos2> {
    [(x + arm, rect.top()), (x, rect.top()), (x, rect.bottom()), (x + arm, rect.bottom())]
        .map(|(x, y)| pos2(x, y))
        .to_vec()
}
