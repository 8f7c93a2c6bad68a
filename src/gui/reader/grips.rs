//! The grips at the ends of the chosen mark, and where an end goes that is dragged.

use super::Reader;
use super::frame::Frame;
use super::gesture::Doing;
use crate::anchor::Placement;
use crate::page::{Hit, Point};
use crate::session::MarkRef;
use crate::text::{TextRange, TextSize, boundary};
use egui::{Painter, Pos2, Stroke, pos2};

/// How near the end of a mark has to be taken, in points.
const GRIP: f32 = 9.0;

impl Reader {
    /// The end of the chosen mark that is near `at`, taken.
    pub(super) fn grip(&self, frame: &Frame<'_>, at: Point, origin: Pos2) -> Option<Doing> {
        if frame.cx.is_linking {
            // Whatever is dragged over is the other end of the link.
            return None;
        }
        let mark = frame.session.mark(frame.session.focus()?).filter(|mark| mark.is_writable())?;
        let pieces = mark.placement?.passage()?.pieces().to_vec();
        let near = |x: f32, y: f32| (x - at.x).abs() < GRIP && (y - at.y).abs() < 2.0 * GRIP;
        for (piece, &range) in pieces.iter().enumerate() {
            for is_start in [true, false] {
                let Some((x, y)) = self.grip_spot(range, is_start) else { continue };
                if near(x, y) {
                    let id = mark.annotation.id;
                    return Some(Doing::DraggingEnd {
                        id,
                        pieces,
                        piece,
                        is_start,
                        at: origin,
                        is_moved: false,
                    });
                }
            }
        }
        None
    }

    /// Where the grip of an end is drawn, in points of the viewport; `None` out of view.
    fn grip_spot(&self, range: TextRange, is_start: bool) -> Option<(f32, f32)> {
        let place = if is_start {
            crate::page::Place::before(range.start())
        } else {
            crate::page::Place::after(range.end())
        };
        let caret = self.page.caret(place)?;
        let y = if is_start { caret.rect.y } else { caret.rect.bottom() };
        Some((caret.rect.x, y))
    }

    pub(super) fn drag_end(&mut self, frame: &Frame<'_>, hit: &Hit) {
        let text = frame.session.document().text();
        let is_by_letters = self.gesture.is_by_letters;
        let Doing::DraggingEnd { pieces, piece, is_start, is_moved, .. } = &mut self.gesture.doing else {
            return;
        };
        *is_moved = true;
        let before =
            piece.checked_sub(1).and_then(|i| pieces.get(i)).map_or(TextSize::ZERO, |piece| piece.end());
        let after = pieces.get(*piece + 1).map_or(TextSize::of(text), |piece| piece.start());
        if let Some(range) = pieces.get_mut(*piece) {
            *range = if *is_start {
                let start = start_at(text, *range, hit.place.offset, is_by_letters);
                TextRange::new(start.max(before), range.end())
            } else {
                let end = end_at(text, *range, hit.place.offset, is_by_letters);
                TextRange::new(range.start(), end.min(after))
            };
        }
    }

    pub(super) fn paint_grips(&self, frame: &Frame<'_>, painter: &Painter) {
        let Some(mark) =
            frame.session.focus().and_then(|id| frame.session.mark(id)).filter(MarkRef::is_writable)
        else {
            return;
        };
        let Some(passage) = mark.placement.and_then(Placement::passage) else { return };
        let preview = self.gesture.preview().map(|(_, pieces)| pieces);
        let tag = mark.annotation.tags.first().and_then(|tag| frame.session.codebook().tag(tag));
        let color = frame.cx.theme.tag(tag);
        for &range in preview.unwrap_or(passage.pieces()) {
            for is_start in [true, false] {
                if let Some((x, y)) = self.grip_spot(range, is_start) {
                    let at = pos2(frame.rect.left() + x, frame.rect.top() + y);
                    painter.circle(at, 4.0, frame.cx.theme.page, Stroke::new(2.0, color));
                }
            }
        }
    }
}

/// Where `piece` begins when its start is dragged to `to`: before a word or, by letters, before a character,
/// and so that it keeps one.
fn start_at(text: &str, piece: TextRange, to: TextSize, is_by_letters: bool) -> TextSize {
    let last = boundary::previous_grapheme(text, piece.end());
    let to = boundary::snap(text, to).min(last);
    if is_by_letters {
        return to;
    }
    let words = boundary::whole_words(text, TextRange::new(to, piece.end()));
    if words.is_empty() { to } else { words.start() }
}

/// Where `piece` ends when its end is dragged to `to`.
fn end_at(text: &str, piece: TextRange, to: TextSize, is_by_letters: bool) -> TextSize {
    let first = boundary::next_grapheme(text, piece.start());
    let to = boundary::snap(text, to).max(first);
    if is_by_letters {
        return to;
    }
    let words = boundary::whole_words(text, TextRange::new(piece.start(), to));
    if words.is_empty() { to } else { words.end() }
}
