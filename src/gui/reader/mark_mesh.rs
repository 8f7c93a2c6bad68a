//! Tints, lines and bars of the marks of a portion as triangles, kept while nothing about them changes: egui
//! would make them anew in every frame, and a wave or a row of dots has hundreds.

use super::Reader;
use super::frame::Frame;
use super::mark_pen::Pen;
use super::placed::Placed;
use super::stripes::{Bar, Lanes, Room, bars, draw};
use crate::gui::words::has_words;
use crate::layer::AnnotationId;
use crate::page::{Rect as PageRect, Set, Shown};
use crate::session::MarkRef;
use crate::text::TextRange;
use egui::epaint::Tessellator;
use egui::{Color32, Mesh, Painter, Shape, Vec2, vec2};
use std::collections::HashMap;

/// How many frames the triangles of a portion are kept that nobody paints.
const KEPT: u64 = 30;

/// What the triangles of a portion depend on.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Key {
    layout: u64,
    marks: u64,
    relations: u64,
    colours: (bool, Color32),
    scale: f32,
    stripes: f32,
    /// The chosen mark, if it is in this portion.
    focus: Option<AnnotationId>,
    /// The mark of which an end is being dragged, if it is in this portion.
    without: Option<AnnotationId>,
    /// Whether the colours of voices stand in the place of those of marks.
    voices: bool,
}

/// What the marks of a frame are drawn by.
pub(super) struct Needs<'a> {
    /// Of the layout.
    pub generation: u64,
    /// The mark of which an end is being dragged: it is drawn by itself.
    pub dragged: Option<AnnotationId>,
    /// Where the stripes are.
    pub room: Room<'a>,
}

/// What is drawn of the marks of one portion.
pub(super) struct PortionMarks {
    key: Key,
    tints: Placed,
    lines: Placed,
    stripes: Placed,
    /// The marks in the order of the text with what they cover, in points from the portion's corner.
    pub bounds: Vec<(AnnotationId, PageRect)>,
    /// The marks that begin here, each with the top of its first line in points from the portion's and
    /// whether it has a note: what the margin speaks of.
    pub begins: Vec<(AnnotationId, f32, bool)>,
    /// For lines with more marks than lanes: the line's top and bottom, and how many are not drawn.
    pub more: Vec<(f32, f32, usize)>,
    /// The bars beside the text.
    pub bars: Vec<Bar>,
    used: u64,
}

/// The marks of the portions in view.
#[derive(Default)]
pub(super) struct MarkMeshes {
    portions: HashMap<usize, PortionMarks>,
    frame: u64,
}

impl MarkMeshes {
    /// To be called once before the portions of a frame are asked for.
    pub(super) fn begin_frame(&mut self) {
        self.frame += 1;
        let oldest = self.frame.saturating_sub(KEPT);
        self.portions.retain(|_, kept| oldest <= kept.used);
    }

    /// Paints the tints of the marks of `shown`, where voices do not stand in their place.
    pub(super) fn paint_tints(
        &mut self,
        frame: &Frame<'_>,
        shown: &Shown<'_>,
        needs: &Needs<'_>,
        painter: &Painter,
    ) {
        let scale = painter.pixels_per_point();
        let is_here = |id: &AnnotationId| {
            let passage = frame.session.mark(*id).and_then(|mark| mark.placement?.passage());
            let has_words = passage.is_some_and(|passage| passage.overlaps(shown.set.range()));
            // What has no words stands beside what it is related to.
            has_words || passage.is_none()
        };
        let key = Key {
            layout: needs.generation,
            marks: frame.session.order().revision(),
            relations: frame.session.revision(),
            colours: (frame.cx.theme.is_dark, frame.cx.theme.page),
            scale,
            stripes: needs.room.width,
            focus: frame.session.focus().filter(is_here),
            without: needs.dragged.filter(is_here),
            voices: Reader::shows_voices(frame),
        };
        let kept = match self.portions.remove(&shown.portion).filter(|kept| kept.key == key) {
            Some(kept) => kept,
            None => PortionMarks::of(frame, shown.set, needs, key),
        };
        let kept = self.portions.entry(shown.portion).or_insert(kept);
        kept.used = self.frame;
        if !Reader::shows_voices(frame) {
            kept.tints.paint(painter, origin(frame, shown, scale));
        }
    }

    /// Paints the lines of the marks of `shown`, after [`Self::paint_tints`] in the same frame.
    pub(super) fn paint_lines(&mut self, frame: &Frame<'_>, shown: &Shown<'_>, painter: &Painter) {
        if let Some(kept) = self.portions.get_mut(&shown.portion) {
            kept.lines.paint(painter, origin(frame, shown, painter.pixels_per_point()));
        }
    }

    /// Paints the bars of the marks of a portion, of which the corner beside the text is at `corner`.
    pub(super) fn paint_stripes(&mut self, portion: usize, corner: Vec2, painter: &Painter) {
        if let Some(kept) = self.portions.get_mut(&portion) {
            let scale = painter.pixels_per_point();
            kept.stripes.paint(painter, (corner * scale).round() / scale);
        }
    }

    /// What was painted of a portion.
    pub(super) fn of(&self, portion: usize) -> Option<&PortionMarks> {
        self.portions.get(&portion).filter(|kept| kept.used == self.frame)
    }
}

/// Where a portion's corner is in the window: on a whole pixel, as its letters are.
fn origin(frame: &Frame<'_>, shown: &Shown<'_>, scale: f32) -> Vec2 {
    let at = (frame.rect.min.to_vec2() + vec2(shown.x, shown.y)) * scale;
    at.round() / scale
}

/// Tint and lines of one mark on pieces where it is not yet, while an end of it is dragged.
pub(super) fn preview(
    frame: &Frame<'_>,
    shown: &Shown<'_>,
    mark: &MarkRef<'_>,
    pieces: &[TextRange],
    painter: &Painter,
) {
    let scale = painter.pixels_per_point();
    let mut pen = Pen::new(frame, frame.session.focus());
    for &piece in pieces.iter().filter(|piece| piece.overlaps(shown.set.range())) {
        pen.mark(mark, piece, &shown.set.parts(piece));
    }
    let drawn = pen.finish(scale);
    let all = drawn.tints.into_iter().chain(drawn.lines).collect();
    Placed::from(triangles(all, scale)).paint(painter, origin(frame, shown, scale));
}

impl PortionMarks {
    fn of(frame: &Frame<'_>, set: &Set, needs: &Needs<'_>, key: Key) -> Self {
        let mut pen = Pen::new(frame, key.focus);
        let mut bounds: Vec<(AnnotationId, PageRect)> = Vec::new();
        let mut begins: Vec<(AnnotationId, f32, bool)> = Vec::new();
        let mut known: HashMap<AnnotationId, usize> = HashMap::new();
        let mut covered = Vec::new();
        for (mark, piece) in frame.session.pieces_in(set.range()) {
            let (id, parts) = (mark.annotation.id, set.parts(piece));
            // Of a mark in several pieces the first one speaks.
            let is_first = mark.hull().is_some_and(|hull| hull.start() == piece.start());
            if is_first
                && set.range().start() <= piece.start()
                && let Some(first) = parts.first()
            {
                begins.push((id, first.rect.y, has_words(mark.annotation)));
            }
            if let Some(rect) = parts.iter().map(|part| part.rect).reduce(PageRect::hull) {
                let at = *known.entry(id).or_insert(bounds.len());
                match bounds.get_mut(at) {
                    Some((_, all)) => *all = all.hull(rect),
                    None => bounds.push((id, rect)),
                }
            }
            if key.without != Some(id) {
                pen.mark(&mark, piece, &parts);
            }
            if !mark.annotation.only_assesses() {
                covered.push((mark, piece, parts));
            }
        }
        let drawn = pen.finish(key.scale);
        let bars = bars(frame, set, &covered, &Lanes::of(frame.session, key.stripes), needs.room);
        let stripes = bars.iter().flat_map(|bar| draw(frame.cx.theme, bar, key.focus, key.scale)).collect();
        let placed = |shapes| Placed::from(triangles(shapes, key.scale));
        let (tints, lines, stripes) = (placed(drawn.tints), placed(drawn.lines), placed(stripes));
        Self { key, tints, lines, stripes, bounds, begins, more: drawn.more, bars, used: 0 }
    }
}

fn triangles(shapes: Vec<Shape>, scale: f32) -> Mesh {
    let mut mesh = Mesh::default();
    // Without the atlas of egui's own text, whose discs move about in it.
    let mut tessellator = Tessellator::new(scale, Default::default(), [1, 1], Vec::new());
    for shape in shapes {
        tessellator.tessellate_shape(shape, &mut mesh);
    }
    mesh
}
