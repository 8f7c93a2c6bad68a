//! Marks that stand out for a moment: what the pointer is on, on the page or elsewhere in the window, and
//! what is related to it or to the chosen mark.

use super::Reader;
use super::frame::Frame;
use crate::anchor::Placement;
use crate::layer::AnnotationId;
use crate::session::CarriedPlaces;
use egui::{Event, Painter, Shape, Stroke, Ui, Vec2, vec2};

/// Marks that stand out.
#[derive(Debug, Default)]
pub(super) struct Lit {
    /// What was pointed at when the last frame was drawn.
    pointed: Vec<AnnotationId>,
    /// What is pointed at in this one.
    next: Vec<AnnotationId>,
    /// What stands out now: the former, and the other ends of their relations.
    now: Vec<AnnotationId>,
    /// What was chosen when the last frame was drawn.
    chosen: Option<AnnotationId>,
    /// Whether a key was pressed or another mark was chosen since the pointer moved: it only lies there, and
    /// points at nothing.
    rests: bool,
    /// Where the words stand that the chosen mark keeps, for that mark and revision.
    carried: Option<(AnnotationId, u64, CarriedPlaces)>,
}

impl Lit {
    /// What was pointed at when the last frame was drawn.
    pub(super) fn pointed(&self) -> &[AnnotationId] {
        &self.pointed
    }

    /// Whether the pointer only lies where it is, and points at nothing.
    pub(super) fn rests(&self) -> bool {
        self.rests
    }

    /// Whether a mark stands out in this frame.
    pub(super) fn has(&self, mark: AnnotationId) -> bool {
        self.now.contains(&mark)
    }
}

impl Reader {
    /// Has a mark stand out in the next frame, with what is related to it: to be called in every frame in
    /// which it is pointed at.
    pub(in crate::gui) fn light(&mut self, mark: AnnotationId) {
        if !self.lit.next.contains(&mark) {
            self.lit.next.push(mark);
        }
    }

    /// Takes what was pointed at since the last frame.
    pub(super) fn take_light(&mut self, frame: &Frame<'_>, ui: &Ui) {
        let pointed = std::mem::take(&mut self.lit.next);
        let ends = pointed.iter().copied().chain(frame.session.focus());
        let others = ends.flat_map(|mark| self.margin.others(mark));
        self.lit.now = pointed.iter().copied().chain(others).collect();
        self.lit.pointed = pointed;
        let chosen = frame.session.focus();
        let has_moved = ui.input(|input| input.pointer.delta() != Vec2::ZERO);
        let is_key = |event: &Event| matches!(event, Event::Key { pressed: true, .. } | Event::Text(_));
        // The keys that are commands are gone from the other list by now.
        let is_typed = ui.input(|input| input.raw.events.iter().any(is_key));
        self.lit.rests = !has_moved && (self.lit.rests || is_typed || chosen != self.lit.chosen);
        self.lit.chosen = chosen;
        if !self.lit.rests
            && !self.gesture.is_busy()
            && frame.response.contains_pointer()
            && let Some(hit) = self.hit_at(frame, ui).filter(|hit| hit.is_on_text)
            && let Some(mark) = frame.session.marks_at(hit.cluster.start()).first()
        {
            self.light(mark.annotation.id);
        }
    }

    /// Finds the words that the chosen mark keeps: who says it, what attributes, what was counted.
    pub(super) fn look_at_carried(&mut self, frame: &Frame<'_>) {
        let session = frame.session;
        let known = self.lit.carried.as_ref().map(|(id, revision, _)| (*id, *revision));
        let wanted = session.focus().map(|id| (id, session.revision()));
        if known != wanted {
            let mark = wanted.and_then(|(id, revision)| Some((id, revision, session.mark(id)?)));
            self.lit.carried =
                mark.map(|(id, revision, mark)| (id, revision, session.places_of(mark.annotation)));
        }
    }

    /// The words that the chosen mark keeps: a tint under who says it and what was counted, a line under what
    /// attributes.
    pub(super) fn paint_carried(&self, frame: &Frame<'_>, painter: &Painter) {
        let Some((_, _, places)) = &self.lit.carried else { return };
        let theme = frame.cx.theme;
        let view = self.page.visible_range();
        let tint = theme.wash(theme.accent, true);
        for &piece in places.sources.iter().chain(&places.figures).filter(|piece| piece.overlaps(view)) {
            for part in self.page.parts(piece) {
                painter.rect_filled(frame.to_window(part.rect).shrink2(vec2(0.0, 1.5)), 2.0, tint);
            }
        }
        let stroke = Stroke::new(1.5, theme.accent);
        for &piece in places.sources.iter().chain(&places.cue).filter(|piece| piece.overlaps(view)) {
            for part in self.page.parts(piece) {
                let rect = frame.to_window(part.rect).shrink2(vec2(0.0, 1.0));
                let ends = [rect.left_bottom(), rect.right_bottom()];
                if places.cue.contains(&piece) {
                    painter.extend(Shape::dashed_line(&ends, stroke, 4.0, 3.0));
                } else {
                    painter.line_segment(ends, stroke);
                }
            }
        }
    }

    /// To be called after everything is drawn: another frame shows what is pointed at only now.
    pub(super) fn keep_light(&self, ui: &Ui) {
        if self.lit.next != self.lit.pointed {
            ui.ctx().request_repaint();
        }
    }

    /// The tint under marks that stand out; the chosen mark has its own.
    pub(super) fn paint_lit(&self, frame: &Frame<'_>, painter: &Painter) {
        let (theme, session) = (frame.cx.theme, frame.session);
        let view = self.page.visible_range();
        for &id in self.lit.now.iter().filter(|&&id| session.focus() != Some(id)) {
            let Some(mark) = session.mark(id).filter(|mark| mark.layer.is_shown) else { continue };
            let Some(passage) = mark.placement.and_then(Placement::passage) else { continue };
            let tag = mark.annotation.tags.first().and_then(|tag| session.codebook().tag(tag));
            let tint = theme.wash(theme.tag(tag), true);
            for &piece in passage.pieces().iter().filter(|piece| piece.overlaps(view)) {
                for part in self.page.parts(piece) {
                    painter.rect_filled(frame.to_window(part.rect).shrink2(vec2(0.0, 1.5)), 2.0, tint);
                }
            }
        }
    }
}
