//! What is drawn: tints and selection under the words, the words, and the marks' lines.

use super::Reader;
use super::frame::Frame;
use super::glyph_mesh::Inks;
use super::mark_mesh::{self, Needs};
use super::stripes::Room;
use super::type_cache::TypeCache;
use crate::page::Decoration;
use egui::{Painter, Rect, Stroke, pos2, vec2};

impl Reader {
    /// Draws everything on the page but the bar of tags.
    pub(super) fn paint(&mut self, frame: &Frame<'_>, cache: &mut TypeCache, painter: &mut Painter) {
        self.paint_decorations(frame, painter);
        self.paint_pictures(frame, cache, painter);
        let preview = self.gesture.preview();
        let needs = Needs {
            generation: self.page.generation(),
            dragged: preview.map(|(id, _)| id),
            room: Room { width: self.sides.stripes, is_rtl: self.is_rtl, margin: &self.margin },
        };
        self.marks.begin_frame();
        for shown in self.page.visible() {
            let painter = &frame.painter_of(&shown, painter);
            self.marks.paint_tints(frame, &shown, &needs, painter);
        }
        self.paint_voices(frame, painter);
        self.paint_lit(frame, painter);
        self.paint_carried(frame, painter);
        self.paint_hits(frame, painter);
        self.paint_proposals(frame, painter);
        self.paint_differing(frame, painter);
        self.paint_pointed_out(frame, painter);
        self.paint_selection(frame, painter);
        self.paint_text(frame, cache, painter);
        self.paint_numbers(frame, painter);
        for shown in self.page.visible() {
            let painter = &frame.painter_of(&shown, painter);
            self.marks.paint_lines(frame, &shown, painter);
            if let Some((mark, pieces)) = preview.and_then(|(id, to)| Some((frame.session.mark(id)?, to))) {
                mark_mesh::preview(frame, &shown, &mark, pieces, painter);
            }
        }
        self.paint_class(frame, painter);
        self.paint_table_bars(frame, painter);
        self.paint_voice_signs(frame, painter);
        self.paint_signs(frame, painter);
        self.paint_more(frame, painter);
        self.paint_grips(frame, painter);
        self.paint_caret(frame, painter);
    }

    /// Beside a line under which more marks lie than there is room for: how many are not drawn.
    fn paint_more(&self, frame: &Frame<'_>, painter: &Painter) {
        let room = self.beside(frame, 3.0, self.sides.counts - 3.0);
        let (x, align) = match self.is_rtl {
            true => (room.max, egui::Align2::RIGHT_CENTER),
            false => (room.min, egui::Align2::LEFT_CENTER),
        };
        for shown in self.page.visible() {
            let Some(marks) = self.marks.of(shown.portion) else { continue };
            for &(top, bottom, n) in &marks.more {
                let at = pos2(x, frame.rect.top() + shown.y + (top + bottom) / 2.0);
                let font = egui::FontId::proportional(10.5);
                let ink = frame.cx.theme.ink_subdued;
                painter.text(at, align, format!("+{n}"), font, ink);
            }
        }
    }

    /// Lights the words of the mark on whose row in a list the keyboard is.
    fn paint_pointed_out(&self, frame: &Frame<'_>, painter: &Painter) {
        let pointed_out = self.listed(frame.session).or(self.pointed_out);
        let mark = pointed_out.and_then(|id| frame.session.mark(id));
        let passage = mark.and_then(|mark| mark.placement?.passage());
        let accent = frame.cx.theme.accent;
        for &piece in passage.map_or(&[][..], |passage| passage.pieces()) {
            for part in self.page.parts(piece) {
                let rect = frame.to_window(part.rect).shrink2(vec2(0.0, 1.0));
                painter.rect_filled(rect, 2.0, accent.gamma_multiply(0.2));
                painter.rect_stroke(rect, 2.0, Stroke::new(1.5, accent), egui::StrokeKind::Outside);
            }
        }
    }

    fn paint_selection(&self, frame: &Frame<'_>, painter: &Painter) {
        // What is dragged is a mark, whatever is selected.
        if self.gesture.preview().is_some() {
            return;
        }
        for piece in frame.session.shown_selection().pieces() {
            for part in self.page.parts(piece) {
                painter.rect_filled(frame.to_window(part.rect), 0.0, frame.cx.theme.selection);
            }
        }
    }

    fn paint_caret(&self, frame: &Frame<'_>, painter: &Painter) {
        if !frame.session.selection().is_set || !frame.response.has_focus() {
            return;
        }
        if let Some(caret) = self.page.caret(self.head) {
            let rect = frame.to_window(caret.rect);
            let scale = painter.ctx().pixels_per_point();
            let x = (rect.left() * scale).round() / scale;
            let bar = Rect::from_min_size(pos2(x - 1.0, rect.top()), vec2(2.0, rect.height()));
            painter.rect_filled(bar, 0.0, frame.cx.theme.caret);
        }
    }
}

impl Reader {
    fn paint_text(&self, frame: &Frame<'_>, cache: &mut TypeCache, painter: &Painter) {
        let theme = frame.cx.theme;
        let (body, heading, subdued) = (theme.ink, theme.ink_strong, theme.ink_subdued);
        let inks = Inks { body, heading, subdued, link: theme.link, code: theme.ink };
        let generation = self.page.generation() + self.salt;
        cache.text.begin_frame(theme.is_dark);
        for shown in self.page.visible() {
            let painter = &frame.painter_of(&shown, painter);
            cache.text.paint(painter, shown, generation, frame.rect.min, &inks);
        }
        self.paint_missing(frame, painter);
    }

    /// Quiet bars for lines that are not set yet: where the page is flung. The next frame has more.
    fn paint_missing(&self, frame: &Frame<'_>, painter: &Painter) {
        let column = self.page.column();
        for missing in self.page.missing() {
            let mut y = missing.y + missing.line * 0.35;
            while y + missing.line * 0.5 <= missing.y + missing.height {
                let bar =
                    crate::page::Rect { x: column.x, y, width: column.width, height: missing.line * 0.3 };
                painter.rect_filled(frame.to_window(bar), 2.0, frame.cx.theme.hover);
                y += missing.line;
            }
            painter.ctx().request_repaint();
        }
    }

    /// Grounds of code, bars of quotations, rules: under everything.
    fn paint_decorations(&self, frame: &Frame<'_>, painter: &Painter) {
        let theme = frame.cx.theme;
        for shown in self.page.visible() {
            let painter = &frame.painter_of(&shown, painter);
            for decoration in shown.set.decorations() {
                let place = |rect: crate::page::Rect| frame.to_window(rect.translated(shown.x, shown.y));
                match *decoration {
                    Decoration::CodeGround(rect) => painter.rect_filled(place(rect), 4.0, theme.hover),
                    Decoration::BoxGround(rect) => painter.rect_filled(place(rect), 0.0, theme.hover),
                    Decoration::CodeSpan(rect) => painter.rect_filled(place(rect), 3.0, theme.hover),
                    Decoration::QuoteBar(rect) | Decoration::Rule(rect) => {
                        painter.rect_filled(place(rect), 0.0, theme.line)
                    }
                    Decoration::TaskBox { rect, is_done } => {
                        task_box(place(rect), is_done, theme.ink_subdued, painter)
                    }
                };
            }
        }
    }
}

impl Reader {
    /// The lines below tables that are wider than the column.
    fn paint_table_bars(&self, frame: &Frame<'_>, painter: &Painter) {
        for bar in self.page.table_bars() {
            painter.rect_filled(frame.to_window(bar.track), 1.5, frame.cx.theme.hover);
            painter.rect_filled(frame.to_window(bar.thumb), 1.5, frame.cx.theme.ink_subdued);
        }
    }
}

fn task_box(rect: Rect, is_done: bool, ink: egui::Color32, painter: &Painter) -> egui::layers::ShapeIdx {
    if is_done {
        let (left, middle, right) = (rect.left_center(), rect.center_bottom(), rect.right_top());
        painter.line_segment([left + vec2(2.0, 0.0), middle - vec2(1.0, 3.0)], Stroke::new(1.5, ink));
        painter.line_segment([middle - vec2(1.0, 3.0), right + vec2(-2.0, 2.0)], Stroke::new(1.5, ink));
    }
    painter.rect_stroke(rect, 2.0, Stroke::new(1.0, ink), egui::StrokeKind::Inside)
}
