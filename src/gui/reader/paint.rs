//! What is drawn: washes and selection under the words, the words, and the marks' lines.

use super::glyph_mesh::Inks;
use super::view::{Frame, Press, Reader};
use crate::anchor::Placement;
use crate::gui::widgets::shape::shape_line;
use crate::layer::{AnnotationId, Shape};
use crate::page::{Decoration, LinePart};
use crate::session::{MarkRef, OpenLayer};
use crate::text::TextRange;
use egui::{Painter, Rect, Stroke, pos2, vec2};

/// The distance of lanes, in points.
const LANE: f32 = 3.6;
/// From the baseline to the first lane.
const FIRST_LANE: f32 = 4.0;

impl Reader {
    /// Draws everything on the page but the bar of tags.
    pub(super) fn paint(&mut self, frame: &Frame<'_>, press: &mut Press, painter: &mut Painter) {
        self.paint_decorations(frame, painter);
        self.paint_pictures(frame, press, painter);
        let marks = self.visible_marks(frame);
        for (mark, range) in &marks {
            self.wash(frame, mark, *range, painter);
        }
        self.paint_hits(frame, painter);
        self.paint_selection(frame, painter);
        self.paint_text(frame, press, painter);
        for (mark, range) in &marks {
            self.lines(frame, mark, *range, painter);
        }
        self.paint_signs(frame, painter);
        self.paint_grips(frame, painter);
        self.paint_caret(frame, painter);
    }

    /// The pieces of shown marks that are in view.
    fn visible_marks<'a>(&self, frame: &Frame<'a>) -> Vec<(MarkRef<'a>, TextRange)> {
        let view = self.page.visible_range();
        let preview = self.gesture.preview();
        let mut found = Vec::new();
        for layer in frame.session.layers().iter().filter(|layer| layer.is_shown) {
            for (range, id) in layer.placements.pieces_in(view) {
                if preview.is_none_or(|(dragged, _)| dragged != id) {
                    found.extend(mark_of(layer, id).map(|mark| (mark, range)));
                }
            }
        }
        if let Some((id, pieces)) = preview
            && let Some(mark) = frame.session.mark(id)
        {
            found.extend(pieces.iter().map(|&piece| (mark, piece)));
        }
        found
    }

    fn wash(&self, frame: &Frame<'_>, mark: &MarkRef<'_>, range: TextRange, painter: &Painter) {
        let is_focused = frame.session.focus() == Some(mark.annotation.id);
        let tag = mark.annotation.tags.first().and_then(|tag| frame.session.codebook().tag(tag));
        let wash = frame.cx.theme.wash(frame.cx.theme.tag(tag), is_focused);
        for part in self.page.parts(range) {
            let rect = frame.to_window(part.rect);
            painter.rect_filled(rect.shrink2(vec2(0.0, 1.5)), 2.0, wash);
            if matches!(mark.placement, Some(Placement::Changed { .. })) {
                painter.rect_stroke(
                    rect.shrink2(vec2(0.0, 1.5)),
                    2.0,
                    Stroke::new(1.0, frame.cx.theme.warning),
                    egui::StrokeKind::Inside,
                );
            }
        }
    }

    fn lines(&self, frame: &Frame<'_>, mark: &MarkRef<'_>, range: TextRange, painter: &Painter) {
        let codebook = frame.session.codebook();
        let parts = self.page.parts(range);
        let scale = painter.ctx().pixels_per_point();
        let n_lines = mark.annotation.tags.len().max(1);
        for nth in 0..n_lines {
            let tag = mark.annotation.tags.get(nth);
            let known = tag.and_then(|tag| codebook.tag(tag));
            let color = frame.cx.theme.tag(known);
            let shape = known.map_or(Shape::Dashed, |tag| tag.shape);
            let lane = self.lanes.of(mark.annotation.id, nth);
            for part in &parts {
                let y = lane_y(frame, part, lane);
                let left = frame.rect.left() + part.rect.x;
                shape_line(painter, shape, left, left + part.rect.width, y, color, scale);
            }
        }
        if !mark.is_writable() {
            self.person_edge(frame, mark, range, &parts, painter);
        }
    }

    /// Another person's mark begins with an edge in that person's colour.
    fn person_edge(
        &self,
        frame: &Frame<'_>,
        mark: &MarkRef<'_>,
        range: TextRange,
        parts: &[LinePart],
        painter: &Painter,
    ) {
        let Some(first) = parts.iter().find(|part| part.range.start() == range.start()) else { return };
        let rect = frame.to_window(first.rect);
        let x = if first.is_rtl { rect.right() - 1.0 } else { rect.left() - 2.0 };
        let edge = Rect::from_min_size(pos2(x, rect.top() + 3.0), vec2(3.0, rect.height() - 6.0));
        painter.rect_filled(edge, 1.0, frame.cx.theme.person(mark.layer.layer.annotator.id));
    }

    fn paint_selection(&self, frame: &Frame<'_>, painter: &Painter) {
        // The words just marked are shown as the mark, not under the selection that made it.
        let focused = frame.session.focus().and_then(|id| frame.session.mark(id)?.placement?.passage());
        if focused.is_some_and(|passage| passage.pieces() == frame.session.selection().pieces()) {
            return;
        }
        for piece in frame.session.selection().pieces() {
            for part in self.page.parts(piece) {
                painter.rect_filled(frame.to_window(part.rect), 0.0, frame.cx.theme.selection);
            }
        }
    }

    fn paint_grips(&self, frame: &Frame<'_>, painter: &Painter) {
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

/// Where a lane runs: below the baseline, and not so deep that it enters the next line's letters.
fn lane_y(frame: &Frame<'_>, part: &LinePart, lane: usize) -> f32 {
    let room = (part.rect.bottom() - part.baseline + 5.0).max(FIRST_LANE);
    let lane = u8::try_from(lane).map_or(255.0, f32::from);
    let down = (FIRST_LANE + LANE * lane).min(room);
    frame.rect.top() + part.baseline + down
}

fn mark_of(layer: &OpenLayer, id: AnnotationId) -> Option<MarkRef<'_>> {
    Some(MarkRef { layer, annotation: layer.layer.annotation(id)?, placement: layer.placements.get(id) })
}

impl Reader {
    fn paint_text(&self, frame: &Frame<'_>, press: &mut Press, painter: &Painter) {
        let theme = frame.cx.theme;
        let (body, heading, subdued) = (theme.ink, theme.ink_strong, theme.ink_subdued);
        let inks = Inks { body, heading, subdued, link: theme.link, code: theme.ink };
        let generation = self.page.generation() + self.salt;
        press.text.begin_frame(theme.is_dark);
        for shown in self.page.visible() {
            press.text.paint(painter, shown, generation, frame.rect.min, &inks);
        }
    }

    /// Grounds of code, bars of quotations, rules: under everything.
    fn paint_decorations(&self, frame: &Frame<'_>, painter: &Painter) {
        let theme = frame.cx.theme;
        for shown in self.page.visible() {
            for decoration in shown.set.decorations() {
                let place = |rect: crate::page::Rect| frame.to_window(rect.translated(shown.x, shown.y));
                match *decoration {
                    Decoration::CodeGround(rect) => painter.rect_filled(place(rect), 4.0, theme.hover),
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

fn task_box(rect: Rect, is_done: bool, ink: egui::Color32, painter: &Painter) -> egui::layers::ShapeIdx {
    if is_done {
        let (left, middle, right) = (rect.left_center(), rect.center_bottom(), rect.right_top());
        painter.line_segment([left + vec2(2.0, 0.0), middle - vec2(1.0, 3.0)], Stroke::new(1.5, ink));
        painter.line_segment([middle - vec2(1.0, 3.0), right + vec2(-2.0, 2.0)], Stroke::new(1.5, ink));
    }
    painter.rect_stroke(rect, 2.0, Stroke::new(1.0, ink), egui::StrokeKind::Inside)
}
