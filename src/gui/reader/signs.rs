//! Signs for characters that are not seen, drawn over the page where the reader asks for them. Nothing
//! moves by it: they are no part of the text.

use super::Reader;
use super::frame::Frame;
use crate::page::{LineShape, Shown};
use crate::text::TextSize;
use crate::text::invisible::{Sign, sign_in};
use egui::{Align2, Color32, FontId, Painter, Rect, Stroke, pos2, vec2};

/// The size of labels, in points.
const LABEL: f32 = 8.5;

impl Reader {
    /// Draws a sign for every character in view that is not seen.
    pub(super) fn paint_signs(&self, frame: &Frame<'_>, painter: &Painter) {
        if !frame.cx.settings.shows_signs {
            return;
        }
        for shown in self.page.visible() {
            let mut lines = shown.set.lines().peekable();
            while let Some(line) = lines.next() {
                let rect = frame.to_window(line.rect.translated(shown.x, shown.y));
                if rect.bottom() < frame.rect.top() || frame.rect.bottom() < rect.top() {
                    continue;
                }
                let painter = &frame.painter_of(&shown, painter);
                self.signs_of(frame, &shown, &line, painter);
                if lines.peek().is_none() {
                    end_sign(frame, &shown, &line, painter);
                }
            }
        }
    }

    fn signs_of(&self, frame: &Frame<'_>, shown: &Shown<'_>, line: &LineShape, painter: &Painter) {
        let text = frame.session.document().text();
        let mut room = f32::MIN;
        for cluster in &line.clusters {
            let spot = frame.to_window(crate::page::Rect {
                x: cluster.x + shown.x,
                y: line.rect.y + shown.y,
                width: cluster.width,
                height: line.rect.height,
            });
            let words = cluster.range.of(text).unwrap_or_default();
            let middle = frame.rect.top() + shown.y + line.baseline - line.rect.height * 0.17;
            for (at, character) in words.char_indices() {
                let Some(sign) = sign_in(text, (cluster.range.start() + TextSize::from_usize(at)).to_usize())
                else {
                    if character == ' ' && 0.0 < spot.width() {
                        let ink = frame.cx.theme.ink_subdued;
                        painter.circle_filled(pos2(spot.center().x, middle), 1.1, ink);
                    }
                    continue;
                };
                let is_first = at == 0;
                let x = if is_first == cluster.is_rtl { spot.right() } else { spot.left() };
                if matches!(character, '\t' | '\n' | '\u{a0}') {
                    let x = if 0.0 < spot.width() { spot.center().x } else { x + 5.0 };
                    letter(painter, pos2(x, middle), sign.short, frame.cx.theme.ink_subdued);
                } else {
                    room = label(painter, frame, &sign, x, spot, room);
                }
            }
        }
    }
}

/// The sign after the last line of a block: the line feed there is in no portion.
fn end_sign(frame: &Frame<'_>, shown: &Shown<'_>, line: &LineShape, painter: &Painter) {
    let rect = frame.to_window(line.rect.translated(shown.x, shown.y));
    let middle = frame.rect.top() + shown.y + line.baseline - line.rect.height * 0.17;
    let x = if line.is_rtl { rect.left() - 7.0 } else { rect.right() + 7.0 };
    letter(painter, pos2(x, middle), "¶", frame.cx.theme.ink_subdued);
}

fn letter(painter: &Painter, at: egui::Pos2, sign: &str, ink: Color32) {
    painter.text(at, Align2::CENTER_CENTER, sign, FontId::proportional(11.0), ink);
}

/// A tick where a character of no width stands, and its name above; gives where the next may begin.
fn label(painter: &Painter, frame: &Frame<'_>, sign: &Sign, x: f32, spot: Rect, room: f32) -> f32 {
    let theme = frame.cx.theme;
    let ink = if sign.misleads { theme.warning } else { theme.ink_subdued };
    let top = spot.top() + 2.0;
    painter.vline(x, (top + 6.0)..=(spot.bottom() - 3.0), Stroke::new(1.0, ink));
    let galley = painter.layout_no_wrap(sign.short.to_owned(), FontId::proportional(LABEL), ink);
    let left = (x - galley.size().x / 2.0).max(room);
    let ground =
        Rect::from_min_size(pos2(left, top - galley.size().y / 2.0), galley.size()).expand2(vec2(2.0, 0.0));
    painter.rect_filled(ground, 2.0, theme.page);
    painter.rect_stroke(ground, 2.0, Stroke::new(0.5, ink), egui::StrokeKind::Inside);
    painter.galley(ground.min + vec2(2.0, 0.0), galley, ink);
    ground.right() + 3.0
}
