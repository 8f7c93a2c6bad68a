//! Tints and lines of marks under the words of a portion. Where marks overlap there is one tint, that of the
//! innermost, and marks of one tag have one line, which is heavier there: no two lines together look like
//! the line of another tag.

use super::frame::Frame;
use crate::anchor::Placement;
use crate::gui::theme::Theme;
use crate::gui::widgets::shape::ShapeLine;
use crate::layer::{AnnotationId, Shape as LineShape, TagId};
use crate::page::{LinePart, Rect as PageRect};
use crate::session::MarkRef;
use crate::text::TextRange;
use egui::{Color32, CornerRadius, Rect, Shape, Stroke, pos2, vec2};
use std::collections::BTreeMap;

/// The distance of lanes, in points.
const LANE: f32 = 3.6;
/// From the baseline to the first lane, in points.
const FIRST_LANE: f32 = 4.0;
/// By how much a line is shorter than its words at either end, so that neighbours stay apart; in points.
const INSET: f32 = 0.75;
/// By how much a line is heavier under the words of several marks of its tag, and of the chosen mark.
const HEAVIER: f32 = 0.8;

/// The tops of lines in quarters of a point: by these what lies on one line is found together.
type Row = i32;

/// What a mark has on one line.
#[derive(Clone, Copy, Debug)]
struct Span {
    left: f32,
    right: f32,
    color: Color32,
    /// How long the whole mark is: of several the shortest lies on top.
    length: usize,
    is_focused: bool,
}

/// The spans on one line, with its upper and lower edge.
struct Tints {
    top: f32,
    bottom: f32,
    spans: Vec<Span>,
}

/// The spans of one tag on one line.
struct Line {
    y: f32,
    shape: LineShape,
    spans: Vec<Span>,
}

/// Draws marks about the corner of a portion.
pub(super) struct Pen<'a> {
    frame: &'a Frame<'a>,
    theme: &'a Theme,
    focus: Option<AnnotationId>,
    tints: BTreeMap<Row, Tints>,
    lines: BTreeMap<(Row, u16, Option<&'a TagId>), Line>,
    edges: Vec<Shape>,
    more: BTreeMap<Row, (f32, f32, usize)>,
}

/// What was drawn.
pub(super) struct Drawn {
    /// Under the words.
    pub tints: Vec<Shape>,
    /// Over them.
    pub lines: Vec<Shape>,
    /// Of lines of text with more marks than there is room for below them: top, bottom, and how many are
    /// not drawn.
    pub more: Vec<(f32, f32, usize)>,
}

impl<'a> Pen<'a> {
    pub(super) fn new(frame: &'a Frame<'a>, focus: Option<AnnotationId>) -> Self {
        let (tints, lines, more) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        Self { frame, theme: frame.cx.theme, focus, tints, lines, edges: Vec::new(), more }
    }

    /// Draws a piece of a mark, which covers `parts`.
    pub(super) fn mark(&mut self, mark: &MarkRef<'a>, piece: TextRange, parts: &[LinePart]) {
        let session = self.frame.session;
        let tags = &mark.annotation.tags;
        let length = mark.placement.and_then(Placement::passage).map_or(0, |passage| passage.len());
        let is_focused = self.focus == Some(mark.annotation.id);
        if mark.annotation.only_assesses() && !is_focused {
            return;
        }
        let color = |tag: Option<&TagId>| self.theme.tag(tag.and_then(|tag| session.codebook().tag(tag)));
        let colors: Vec<Color32> = (0..tags.len().max(1)).map(|nth| color(tags.get(nth))).collect();
        let ordered = session.rank(mark.annotation.id).and_then(|rank| session.order().marks().get(rank));
        let is_changed = matches!(mark.placement, Some(Placement::Changed { .. }));
        for part in parts {
            let mut span =
                Span { left: part.rect.x, right: part.rect.right(), color: colors[0], length, is_focused };
            let row = row_of(part);
            let tints = self.tints.entry(row).or_insert_with(|| Tints {
                top: part.rect.y,
                bottom: part.rect.bottom(),
                spans: Vec::new(),
            });
            tints.spans.push(span);
            if is_changed {
                let stroke = Stroke::new(self.theme.line_weight, self.theme.warning);
                let rect = rect_of(part.rect).shrink2(vec2(0.0, 1.5));
                self.edges.push(Shape::rect_stroke(rect, 2.0, stroke, egui::StrokeKind::Inside));
            }
            let (starts, ends) = (part.range.start() == piece.start(), part.range.end() == piece.end());
            let (at_left, at_right) = if part.is_rtl { (ends, starts) } else { (starts, ends) };
            span.left += if at_left { INSET } else { 0.0 };
            span.right -= if at_right { INSET } else { 0.0 };
            for (nth, &color) in colors.iter().enumerate() {
                let lane = ordered.map_or(0, |ordered| ordered.lane(nth));
                self.line(part, lane, tags.get(nth), Span { color, ..span });
            }
        }
    }

    /// A tag's line under the words. Where there are more tags than there is room for below a line, the
    /// deeper ones, which are the shorter, are counted; the chosen mark has its line all the same. Where voices are
    /// shown, that is the only line.
    fn line(&mut self, part: &LinePart, lane: u32, tag: Option<&'a TagId>, span: Span) {
        if super::Reader::shows_voices(self.frame) && !span.is_focused {
            return;
        }
        let (deepest, row) = (deepest_lane(part, self.theme), row_of(part));
        let lane = u16::try_from(lane).unwrap_or(u16::MAX);
        if deepest < lane && !span.is_focused {
            self.more.entry(row).or_insert((part.rect.y, part.rect.bottom(), 0)).2 += 1;
            return;
        }
        let lane = lane.min(deepest);
        let known = tag.and_then(|tag| self.frame.session.codebook().tag(tag));
        let line = self.lines.entry((row, lane, known.map(|tag| &tag.id))).or_insert_with(|| Line {
            y: part.baseline + FIRST_LANE + lane_height(self.theme) * f32::from(lane),
            shape: known.map_or(LineShape::Dashed, |tag| tag.shape),
            spans: Vec::new(),
        });
        line.spans.push(span);
    }

    /// The shapes of all that was drawn. `scale` is pixels to a point.
    pub(super) fn finish(self, scale: f32) -> Drawn {
        let mut tints: Vec<Shape> = self.tints.values().flat_map(|row| tints_of(row, self.theme)).collect();
        tints.extend(self.edges);
        let lines = self.lines.values().flat_map(|line| lines_of(line, self.theme, scale)).collect();
        Drawn { tints, lines, more: self.more.into_values().collect() }
    }
}

/// One tint at each place: of the chosen mark, or else of the innermost; a little stronger where several
/// marks are.
fn tints_of(row: &Tints, theme: &Theme) -> Vec<Shape> {
    let mut runs: Vec<(f32, f32, Color32)> = Vec::new();
    for (left, right, here) in stretches(&row.spans) {
        let Some(top) = here.iter().min_by_key(|span| (!span.is_focused, span.length)) else { continue };
        let tint = theme.wash(top.color, top.is_focused);
        let tint = if 1 < here.len() && !top.is_focused { tint.gamma_multiply(1.3) } else { tint };
        match runs.last_mut() {
            Some(last) if last.1 == left && last.2 == tint => last.1 = right,
            _ => runs.push((left, right, tint)),
        }
    }
    let touches = |x: f32, nth: Option<usize>, end: fn(&(f32, f32, Color32)) -> f32| {
        nth.and_then(|nth| runs.get(nth)).is_some_and(|run| (end(run) - x).abs() < 0.1)
    };
    let shape = |(nth, &(left, right, tint)): (usize, &(f32, f32, Color32))| {
        let west = if touches(left, nth.checked_sub(1), |run| run.1) { 0 } else { 2 };
        let east = if touches(right, Some(nth + 1), |run| run.0) { 0 } else { 2 };
        let rect = Rect::from_min_max(pos2(left, row.top + 1.5), pos2(right, row.bottom - 1.5));
        Shape::rect_filled(rect, CornerRadius { nw: west, sw: west, ne: east, se: east }, tint)
    };
    runs.iter().enumerate().map(shape).collect()
}

/// One line for all marks of a tag, heavier where several are, and under the chosen one.
fn lines_of(line: &Line, theme: &Theme, scale: f32) -> Vec<Shape> {
    let mut runs: Vec<(f32, f32, Color32, f32)> = Vec::new();
    for (left, right, here) in stretches(&line.spans) {
        let Some(color) = here.first().map(|span| span.color) else { continue };
        let is_heavy = 1 < here.len() || here.iter().any(|span| span.is_focused);
        let weight = theme.line_weight + if is_heavy { HEAVIER } else { 0.0 };
        match runs.last_mut() {
            Some(last) if last.1 == left && last.3 == weight => last.1 = right,
            _ => runs.push((left, right, color, weight)),
        }
    }
    let shapes = runs.into_iter().flat_map(|(from, to, color, weight)| {
        ShapeLine { shape: line.shape, from, to, at: line.y, color, weight }.flat(scale)
    });
    shapes.collect()
}

/// From left to right, what covers each stretch in which nothing begins or ends.
fn stretches(spans: &[Span]) -> Vec<(f32, f32, Vec<&Span>)> {
    let mut edges: Vec<f32> = spans.iter().flat_map(|span| [span.left, span.right]).collect();
    edges.sort_by(f32::total_cmp);
    edges.dedup();
    let covers = |left: f32, right: f32| {
        let here = spans.iter().filter(|span| span.left <= left && right <= span.right);
        (left, right, here.collect::<Vec<_>>())
    };
    let found = edges.windows(2).map(|edge| covers(edge[0], edge[1]));
    found.filter(|(_, _, here)| !here.is_empty()).collect()
}

/// The distance of lanes: heavier lines need more room.
fn lane_height(theme: &Theme) -> f32 {
    LANE + 1.5 * (theme.line_weight - 1.0)
}

/// The last lane that is drawn: the next would enter the next line's letters.
fn deepest_lane(part: &LinePart, theme: &Theme) -> u16 {
    let room = part.rect.bottom() - part.baseline + 5.0 - FIRST_LANE;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few lanes")]
    let lanes = (room / lane_height(theme)).clamp(0.0, 100.0) as u16;
    lanes
}

fn row_of(part: &LinePart) -> Row {
    #[expect(clippy::cast_possible_truncation, reason = "a portion is some thousand points high")]
    let row = (part.rect.y * 4.0).round() as Row;
    row
}

fn rect_of(rect: PageRect) -> Rect {
    Rect::from_min_size(pos2(rect.x, rect.y), vec2(rect.width, rect.height))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn stretches_cover_what_the_spans_cover_and_know_all_of_them(
            spans in prop::collection::vec((0_u8..50, 1_u8..20), 0..12),
        ) {
            let spans: Vec<Span> = spans.into_iter().map(|(left, width)| Span {
                left: left.into(), right: f32::from(left) + f32::from(width), color: Color32::BLACK, length: 0, is_focused: false,
            }).collect();
            let found = stretches(&spans);
            for x in 0..70_u8 {
                let at = f32::from(x) + 0.5;
                let naive = spans.iter().filter(|span| span.left < at && at < span.right).count();
                let here = found.iter().filter(|(left, right, _)| *left < at && at < *right);
                prop_assert_eq!(here.map(|(_, _, here)| here.len()).sum::<usize>(), naive);
            }
        }
    }
}
