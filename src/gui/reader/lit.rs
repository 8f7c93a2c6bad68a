//! Marks that stand out for a moment: what the pointer is on, on the page or elsewhere in the window, and
//! what is related to it or to the chosen mark.

use super::Reader;
use super::frame::Frame;
use crate::anchor::Placement;
use crate::layer::AnnotationId;
use egui::{Painter, Ui, Vec2, vec2};

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
    /// Whether another mark was chosen since the pointer moved: it only lies there, and points at nothing.
    rests: bool,
}

impl Lit {
    /// What was pointed at when the last frame was drawn.
    pub(super) fn pointed(&self) -> &[AnnotationId] {
        &self.pointed
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
        self.lit.rests = !has_moved && (self.lit.rests || chosen != self.lit.chosen);
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
