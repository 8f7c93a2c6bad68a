//! Washes and lines of the marks of a portion as triangles, kept while nothing about them changes: egui
//! would make them anew in every frame, and a wave or a row of dots has hundreds.

use super::frame::Frame;
use super::placed::Placed;
use crate::anchor::Placement;
use crate::gui::theme::Theme;
use crate::gui::widgets::shape::add_shape_line;
use crate::layer::{AnnotationId, Shape as LineShape};
use crate::page::{LinePart, Rect as PageRect, Set, Shown};
use crate::session::MarkRef;
use crate::text::TextRange;
use egui::epaint::Tessellator;
use egui::{Color32, Mesh, Painter, Rect, Shape, Stroke, Vec2, pos2, vec2};
use std::collections::{BTreeMap, HashMap};

/// The distance of lanes, in points.
const LANE: f32 = 3.6;
/// From the baseline to the first lane, in points.
const FIRST_LANE: f32 = 4.0;
/// How long the tick is that stands for a mark on a lane too deep to be drawn, in points.
const TICK: f32 = 5.0;
/// How many frames the triangles of a portion are kept that nobody paints.
const KEPT: u64 = 30;

/// What the triangles of a portion depend on.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Key {
    layout: u64,
    marks: u64,
    colours: (bool, Color32),
    scale: f32,
    /// The chosen mark, if it is in this portion.
    focus: Option<AnnotationId>,
    /// The mark of which an end is being dragged, if it is in this portion.
    without: Option<AnnotationId>,
}

/// What is drawn of the marks of one portion.
pub(super) struct PortionMarks {
    key: Key,
    washes: Placed,
    lines: Placed,
    /// The marks in the order of the text with what they cover, in points from the portion's corner.
    pub bounds: Vec<(AnnotationId, PageRect)>,
    /// The marks that begin here, each with the top of its first line in points from the portion's and
    /// whether it has a note: what the margin speaks of.
    pub begins: Vec<(AnnotationId, f32, bool)>,
    /// For lines with more marks than lanes: the line's top and bottom, and how many are not drawn.
    pub more: Vec<(f32, f32, usize)>,
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

    /// Paints the washes of the marks of `shown`, a portion of a layout of `generation`; not those of
    /// `dragged`.
    pub(super) fn paint_washes(
        &mut self,
        frame: &Frame<'_>,
        shown: &Shown<'_>,
        generation: u64,
        dragged: Option<AnnotationId>,
        painter: &Painter,
    ) {
        let scale = painter.pixels_per_point();
        let is_here = |id: &AnnotationId| {
            let passage = frame.session.mark(*id).and_then(|mark| mark.placement?.passage());
            passage.is_some_and(|passage| passage.overlaps(shown.set.range()))
        };
        let key = Key {
            layout: generation,
            marks: frame.session.order().revision(),
            colours: (frame.cx.theme.is_dark, frame.cx.theme.page),
            scale,
            focus: frame.session.focus().filter(is_here),
            without: dragged.filter(is_here),
        };
        let kept = match self.portions.remove(&shown.portion).filter(|kept| kept.key == key) {
            Some(kept) => kept,
            None => PortionMarks::of(frame, shown.set, key),
        };
        let kept = self.portions.entry(shown.portion).or_insert(kept);
        kept.used = self.frame;
        kept.washes.paint(painter, origin(frame, shown, scale));
    }

    /// Paints the lines of the marks of `shown`, after [`Self::paint_washes`] in the same frame.
    pub(super) fn paint_lines(&mut self, frame: &Frame<'_>, shown: &Shown<'_>, painter: &Painter) {
        if let Some(kept) = self.portions.get_mut(&shown.portion) {
            kept.lines.paint(painter, origin(frame, shown, painter.pixels_per_point()));
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

/// Washes and lines of one mark on pieces where it is not yet, while an end of it is dragged.
pub(super) fn preview(
    frame: &Frame<'_>,
    shown: &Shown<'_>,
    mark: &MarkRef<'_>,
    pieces: &[TextRange],
    painter: &Painter,
) {
    let scale = painter.pixels_per_point();
    let mut pen = Pen::new(frame, frame.session.focus(), scale);
    for &piece in pieces.iter().filter(|piece| piece.overlaps(shown.set.range())) {
        pen.mark(mark, piece, &shown.set.parts(piece));
    }
    let mut all = pen.washes;
    all.append(&mut pen.lines);
    Placed::from(triangles(all, scale)).paint(painter, origin(frame, shown, scale));
}

impl PortionMarks {
    fn of(frame: &Frame<'_>, set: &Set, key: Key) -> Self {
        let mut pen = Pen::new(frame, key.focus, key.scale);
        let mut bounds: Vec<(AnnotationId, PageRect)> = Vec::new();
        let mut begins: Vec<(AnnotationId, f32, bool)> = Vec::new();
        let mut known: HashMap<AnnotationId, usize> = HashMap::new();
        for (mark, piece) in frame.session.pieces_in(set.range()) {
            let (id, parts) = (mark.annotation.id, set.parts(piece));
            // Of a mark in several pieces the first one speaks.
            let is_first = mark.hull().is_some_and(|hull| hull.start() == piece.start());
            if is_first
                && set.range().start() <= piece.start()
                && let Some(first) = parts.first()
            {
                begins.push((id, first.rect.y, !mark.annotation.note.is_empty()));
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
        }
        let more = pen.more.into_values().collect();
        let placed = |shapes| Placed::from(triangles(shapes, key.scale));
        let (washes, lines) = (placed(pen.washes), placed(pen.lines));
        Self { key, washes, lines, bounds, begins, more, used: 0 }
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

/// Draws marks about the corner of a portion.
struct Pen<'a> {
    frame: &'a Frame<'a>,
    theme: &'a Theme,
    focus: Option<AnnotationId>,
    scale: f32,
    washes: Vec<Shape>,
    lines: Vec<Shape>,
    /// By the line's top in whole points.
    more: BTreeMap<i32, (f32, f32, usize)>,
}

impl<'a> Pen<'a> {
    fn new(frame: &'a Frame<'a>, focus: Option<AnnotationId>, scale: f32) -> Self {
        let (washes, lines, more) = (Vec::new(), Vec::new(), BTreeMap::new());
        Self { frame, theme: frame.cx.theme, focus, scale, washes, lines, more }
    }

    fn mark(&mut self, mark: &MarkRef<'_>, piece: TextRange, parts: &[LinePart]) {
        self.wash(mark, parts);
        let tags = &mark.annotation.tags;
        let session = self.frame.session;
        let ordered = session.rank(mark.annotation.id).and_then(|rank| session.order().marks().get(rank));
        for nth in 0..tags.len().max(1) {
            let known = tags.get(nth).and_then(|tag| session.codebook().tag(tag));
            let shape = known.map_or(LineShape::Dashed, |tag| tag.shape);
            let lane = ordered.map_or(0, |ordered| ordered.lane(nth));
            self.line(mark, piece, parts, (shape, self.theme.tag(known), lane));
        }
        if !mark.is_writable() {
            self.person_edge(mark, piece, parts);
        }
    }

    fn wash(&mut self, mark: &MarkRef<'_>, parts: &[LinePart]) {
        let is_focused = self.focus == Some(mark.annotation.id);
        let tag = mark.annotation.tags.first().and_then(|tag| self.frame.session.codebook().tag(tag));
        let wash = self.theme.wash(self.theme.tag(tag), is_focused);
        let is_changed = matches!(mark.placement, Some(Placement::Changed { .. }));
        for part in parts {
            let rect = rect_of(part.rect).shrink2(vec2(0.0, 1.5));
            self.washes.push(Shape::rect_filled(rect, 2.0, wash));
            if is_changed {
                let stroke = Stroke::new(1.0, self.theme.warning);
                self.washes.push(Shape::rect_stroke(rect, 2.0, stroke, egui::StrokeKind::Inside));
            }
        }
    }

    /// A tag's line under the words. Where more marks overlap than there is room for below a line, the
    /// deeper ones, which are the shorter, have a tick at their beginning and are counted; the chosen
    /// mark has its line all the same.
    fn line(
        &mut self,
        mark: &MarkRef<'_>,
        piece: TextRange,
        parts: &[LinePart],
        (shape, color, lane): (LineShape, Color32, u32),
    ) {
        let is_focused = self.focus == Some(mark.annotation.id);
        for part in parts {
            let deepest = deepest_lane(part);
            let drawn = u16::try_from(lane).unwrap_or(u16::MAX).min(deepest);
            let y = part.baseline + FIRST_LANE + LANE * f32::from(drawn);
            let (left, right) = (part.rect.x, part.rect.right());
            if lane <= u32::from(deepest) || is_focused {
                add_shape_line(&mut self.lines, shape, left, right, y, color, self.scale);
                continue;
            }
            if part.range.start() == piece.start() {
                let from = if part.is_rtl { (right - TICK).max(left) } else { left };
                let tick = Rect::from_min_max(pos2(from, y), pos2((from + TICK).min(right), y + 2.0));
                self.lines.push(Shape::rect_filled(tick, 0.0, color));
            }
            #[expect(clippy::cast_possible_truncation, reason = "a portion is some thousand points high")]
            let line = part.rect.y.round() as i32;
            self.more.entry(line).or_insert((part.rect.y, part.rect.bottom(), 0)).2 += 1;
        }
    }

    /// Another person's mark begins with an edge in that person's colour.
    fn person_edge(&mut self, mark: &MarkRef<'_>, piece: TextRange, parts: &[LinePart]) {
        let Some(first) = parts.iter().find(|part| part.range.start() == piece.start()) else { return };
        let rect = rect_of(first.rect);
        let x = if first.is_rtl { rect.right() - 1.0 } else { rect.left() - 2.0 };
        let edge = Rect::from_min_size(pos2(x, rect.top() + 3.0), vec2(3.0, rect.height() - 6.0));
        let color = self.theme.person(mark.layer.layer.annotator.id);
        self.lines.push(Shape::rect_filled(edge, 1.0, color));
    }
}

/// The last lane that is drawn: the next would enter the next line's letters.
fn deepest_lane(part: &LinePart) -> u16 {
    let room = part.rect.bottom() - part.baseline + 5.0 - FIRST_LANE;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few lanes")]
    let lanes = (room / LANE).clamp(0.0, 100.0) as u16;
    lanes
}

fn rect_of(rect: PageRect) -> Rect {
    Rect::from_min_size(pos2(rect.x, rect.y), vec2(rect.width, rect.height))
}
