//! Stripes: beside the text a bar for each mark, in lanes with one lane a person. A bar has its tag's line,
//! upright, with a sign at its head. It is as high as the lines that it is on, or has a share of a line on
//! which several stand; and where words bear several marks of a person they stand side by side. So every
//! mark can be told from the others here, and clicked, however they lie on the words.
//!
//! Where more people are shown than there is room for, they have one lane together, which is the darker the
//! more marks a line bears.

use super::frame::Frame;
use super::margin::Margin;
use crate::gui::theme::Theme;
use crate::gui::widgets::shape::ShapeLine;
use crate::gui::widgets::{shortened, visible};
use crate::gui::words::{name, say};
use crate::layer::{Annotation, AnnotationId, AnnotatorId, Shape as LineShape};
use crate::page::{LinePart, Rect as PageRect, Set};
use crate::session::{MarkRef, Session};
use crate::text::{TextRange, TextSize};
use egui::{Color32, Rect, Shape, Stroke, pos2, vec2};
use std::collections::HashMap;

/// More people than these have one lane together.
pub(super) const MOST: usize = 6;
/// From one bar to the next beside it, at most; in points.
pub(super) const PITCH: f32 = 9.0;
/// The most that a lane takes, in points.
const WIDEST: f32 = 30.0;
/// A bar as high and as wide as this, in points, has a sign at its head.
const HEAD: (f32, f32) = (14.0, 5.5);

/// A bar of a portion.
pub(super) struct Bar {
    /// Whose it is; several marks where everybody has one lane.
    pub marks: Vec<AnnotationId>,
    /// Where its words begin: tells it from other bars of its mark.
    pub start: TextSize,
    /// In points from the left edge of the stripes and from the portion's top.
    pub rect: PageRect,
    /// For screen readers.
    pub name: String,
    look: Look,
}

/// How a bar is drawn.
enum Look {
    /// The lines of its tags. A mark without words of its own has dashes.
    Lines(Vec<(LineShape, Color32)>),
    /// How many marks lie there.
    Density(usize),
}

/// Where the stripes are.
#[derive(Clone, Copy)]
pub(super) struct Room<'a> {
    /// How wide they are, in points.
    pub width: f32,
    /// Whether they stand at the left of the text.
    pub is_rtl: bool,
    /// What is related to what.
    pub margin: &'a Margin,
}

/// Whose lanes there are, from the text outwards.
pub(super) struct Lanes {
    pub people: Vec<AnnotatorId>,
    /// Of each, in points.
    pub width: f32,
}

impl Lanes {
    /// The lanes of the people who are shown, in a room of some points.
    pub(super) fn of(session: &Session, room: f32) -> Self {
        let shown = session.layers().iter().filter(|open| open.is_shown);
        let people: Vec<AnnotatorId> = shown.map(|open| open.layer.annotator.id).collect();
        let n = if MOST < people.len() { 1 } else { people.len().max(1) };
        let width = (room / f32::from(u8::try_from(n).unwrap_or(u8::MAX))).min(WIDEST);
        Self { people, width }
    }

    /// Whether all have one lane together.
    pub(super) fn are_folded(&self) -> bool {
        MOST < self.people.len()
    }

    fn of_person(&self, person: AnnotatorId) -> Option<usize> {
        self.people.iter().position(|&other| other == person)
    }

    /// How far the `nth` lane is from the text, in points.
    pub(super) fn left(&self, nth: usize) -> f32 {
        self.width * count(nth)
    }
}

/// What a bar stands for, and on which lines it begins and ends.
struct Wanted {
    lane: usize,
    range: TextRange,
    /// Top and bottom of the first line and of the last.
    first: (f32, f32),
    last: (f32, f32),
}

/// The bars of a portion whose marks cover what `covered` says.
pub(super) fn bars(
    frame: &Frame<'_>,
    set: &Set,
    covered: &[(MarkRef<'_>, TextRange, Vec<LinePart>)],
    lanes: &Lanes,
    room: Room<'_>,
) -> Vec<Bar> {
    if lanes.are_folded() {
        return folded(set, covered, lanes, room);
    }
    let mut wanted = Vec::new();
    let mut found = Vec::new();
    for (mark, piece, parts) in covered {
        let tops = parts.iter().min_by(|a, b| a.rect.y.total_cmp(&b.rect.y));
        let bottoms = parts.iter().max_by(|a, b| a.rect.bottom().total_cmp(&b.rect.bottom()));
        let (Some(first), Some(last)) = (tops, bottoms) else { continue };
        let ends = |part: &LinePart| (part.rect.y, part.rect.bottom());
        let person = mark.layer.layer.annotator.id;
        let Some(lane) = lanes.of_person(person) else { continue };
        wanted.push(Wanted { lane, range: *piece, first: ends(first), last: ends(last) });
        found.push((*mark, piece.start(), lines_of(frame, mark.annotation), name_of(frame.session, mark)));
        let others = room.margin.others(mark.annotation.id);
        let unworded = others.into_iter().filter_map(|other| frame.session.mark(other));
        for other in unworded.filter(|other| other.annotation.implied.is_some() && other.layer.is_shown) {
            let Some(lane) = lanes.of_person(other.layer.layer.annotator.id) else { continue };
            wanted.push(Wanted { lane, range: *piece, first: ends(first), last: ends(last) });
            let dashes =
                lines_of(frame, other.annotation).into_iter().map(|(_, ink)| (LineShape::Dashed, ink));
            found.push((other, piece.start(), dashes.collect(), name_of(frame.session, &other)));
        }
    }
    let rects = arrange(&wanted, lanes, room.width, room.is_rtl);
    let bar = |((mark, start, lines, name), rect): ((MarkRef<'_>, TextSize, Vec<_>, String), PageRect)| Bar {
        marks: vec![mark.annotation.id],
        start,
        rect,
        name,
        look: Look::Lines(lines),
    };
    found.into_iter().zip(rects).map(bar).collect()
}

/// One bar for each line that bears marks.
fn folded(
    set: &Set,
    covered: &[(MarkRef<'_>, TextRange, Vec<LinePart>)],
    lanes: &Lanes,
    room: Room<'_>,
) -> Vec<Bar> {
    let bar = |line: crate::page::LineShape| {
        let here = covered.iter().filter(|(_, piece, _)| piece.overlaps(line.range));
        let mut marks: Vec<AnnotationId> = here.map(|(mark, ..)| mark.annotation.id).collect();
        marks.dedup();
        let width = lanes.width.min(1.5 * PITCH);
        let x = if room.is_rtl { room.width - width } else { 0.0 };
        let rect = PageRect { x, y: line.rect.y, width, height: line.rect.height };
        let name = say!("stripes-line", count = marks.len());
        (!marks.is_empty()).then(|| Bar {
            look: Look::Density(marks.len()),
            start: line.range.start(),
            marks,
            rect,
            name,
        })
    };
    set.lines().filter_map(bar).collect()
}

/// Where the bars stand, in points from the left edge of the stripes.
fn arrange(wanted: &[Wanted], lanes: &Lanes, room: f32, is_rtl: bool) -> Vec<PageRect> {
    let columns = columns(wanted);
    let mut most: HashMap<usize, usize> = HashMap::new();
    // By lane, column and line: who stands on it, in the order of the text.
    let mut on_line: HashMap<(usize, usize, u32), Vec<usize>> = HashMap::new();
    for (nth, (bar, &column)) in wanted.iter().zip(&columns).enumerate() {
        let deepest = most.entry(bar.lane).or_default();
        *deepest = (*deepest).max(column + 1);
        for line in [bar.first, bar.last] {
            let on_line = on_line.entry((bar.lane, column, line.0.to_bits())).or_default();
            if on_line.last() != Some(&nth) {
                on_line.push(nth);
            }
        }
    }
    let share = |nth: usize, bar: &Wanted, column: usize, line: (f32, f32)| {
        let there = on_line.get(&(bar.lane, column, line.0.to_bits())).map_or(&[][..], Vec::as_slice);
        let rank = there.iter().position(|&other| other == nth).unwrap_or_default();
        let height = (line.1 - line.0) / count(there.len().max(1));
        (line.0 + height * count(rank), line.0 + height * count(rank + 1))
    };
    let rect = |(nth, (bar, &column)): (usize, (&Wanted, &usize))| {
        let pitch = (lanes.width / count(most.get(&bar.lane).copied().unwrap_or(1))).min(PITCH);
        let left = lanes.left(bar.lane) + pitch * count(column);
        let x = if is_rtl { room - left - pitch } else { left };
        let top = share(nth, bar, column, bar.first).0;
        let bottom = share(nth, bar, column, bar.last).1;
        PageRect { x, y: top, width: pitch, height: bottom - top }
    };
    wanted.iter().zip(&columns).enumerate().map(rect).collect()
}

/// In which column of its lane each bar stands: the first in which nothing stands on its words, nor, where
/// the cells of a row stand side by side, on its lines.
fn columns(wanted: &[Wanted]) -> Vec<usize> {
    let mut columns: Vec<usize> = Vec::with_capacity(wanted.len());
    // Of each lane the columns, with the last bar in each.
    let mut last: HashMap<usize, Vec<usize>> = HashMap::new();
    for (nth, bar) in wanted.iter().enumerate() {
        let lane = last.entry(bar.lane).or_default();
        let is_free = |&before: &usize| {
            let before = &wanted[before];
            before.range.end() <= bar.range.start() && before.last.0 <= bar.first.0
        };
        let column = lane.iter().position(is_free).unwrap_or(lane.len());
        match lane.get_mut(column) {
            Some(last) => *last = nth,
            None => lane.push(nth),
        }
        columns.push(column);
    }
    columns
}

/// What is drawn of a bar, about the corner of the stripes beside a portion.
pub(super) fn draw(theme: &Theme, bar: &Bar, focus: Option<AnnotationId>, scale: f32) -> Vec<Shape> {
    let rect = Rect::from_min_size(pos2(bar.rect.x, bar.rect.y), vec2(bar.rect.width, bar.rect.height));
    // A point apart from the next below.
    let rect = rect.with_min_y(rect.top() + 1.5).with_max_y(rect.bottom() - 1.5);
    let is_focused = focus.is_some_and(|focus| bar.marks.contains(&focus));
    let lines = match &bar.look {
        Look::Lines(lines) => lines,
        Look::Density(n) => return vec![density(theme, rect, *n, is_focused)],
    };
    let mut shapes = Vec::new();
    let color = lines.first().map_or(theme.ink_subdued, |&(_, color)| color);
    if is_focused {
        shapes.push(Shape::rect_filled(rect.expand2(vec2(-0.5, 1.0)), 2.0, theme.wash(color, true)));
    }
    let has_head = HEAD.0 <= rect.height() && HEAD.1 <= rect.width();
    if let Some(&(shape, color)) = lines.first().filter(|_| has_head) {
        shapes.extend(head(theme, shape, color, pos2(rect.center().x, rect.top() + 3.0)));
    }
    let from = if has_head { rect.top() + 7.5 } else { rect.top() };
    let step = ((rect.width() - 1.0) / count(lines.len().max(1))).min(3.5);
    for (nth, &(shape, color)) in lines.iter().enumerate() {
        let middle = rect.center().x + step * (count(nth) - (count(lines.len()) - 1.0) / 2.0);
        let at = middle - if matches!(shape, LineShape::Wavy | LineShape::Double) { 0.4 } else { 0.75 };
        let weight = theme.line_weight + if is_focused { 0.8 } else { 0.0 };
        shapes.extend(ShapeLine { shape, from, to: rect.bottom(), at, color, weight }.upright(scale));
    }
    shapes
}

/// The sign at the head of a bar: each way of drawing a line has its own.
fn head(theme: &Theme, shape: LineShape, color: Color32, at: egui::Pos2) -> Vec<Shape> {
    let polygon = |points: Vec<egui::Vec2>| {
        let points = points.into_iter().map(|point| at + point).collect();
        Shape::convex_polygon(points, color, Stroke::NONE)
    };
    vec![match shape {
        LineShape::Solid => Shape::circle_filled(at, 2.7, color),
        LineShape::Double => Shape::circle_stroke(at, 2.3, Stroke::new(1.2 * theme.line_weight, color)),
        LineShape::Dotted => polygon(vec![vec2(0.0, -3.3), vec2(3.3, 0.0), vec2(0.0, 3.3), vec2(-3.3, 0.0)]),
        LineShape::Wavy => polygon(vec![vec2(0.0, -3.0), vec2(3.1, 2.4), vec2(-3.1, 2.4)]),
        LineShape::Dashed => Shape::rect_stroke(
            Rect::from_center_size(at, vec2(4.6, 4.6)),
            0.0,
            Stroke::new(1.1 * theme.line_weight, color),
            egui::StrokeKind::Middle,
        ),
    }]
}

/// A line's share of the lane that all have together.
fn density(theme: &Theme, rect: Rect, n: usize, is_focused: bool) -> Shape {
    let ink = if is_focused { theme.accent } else { theme.ink_subdued };
    let strength = (0.16 + 0.12 * count(n.min(7))).min(1.0);
    Shape::rect_filled(rect.expand2(vec2(0.0, 1.0)), 1.0, ink.gamma_multiply(strength))
}

/// The lines of a mark's tags; dashes where it has none.
fn lines_of(frame: &Frame<'_>, annotation: &Annotation) -> Vec<(LineShape, Color32)> {
    let known = |tag| frame.session.codebook().tag(tag);
    let tags = annotation.tags.iter().map(known);
    let line = |tag: Option<&crate::layer::Tag>| {
        (tag.map_or(LineShape::Dashed, |tag| tag.shape), frame.cx.theme.tag(tag))
    };
    let lines: Vec<_> = tags.map(line).collect();
    if lines.is_empty() { vec![line(None)] } else { lines }
}

/// What a bar says: "Ana, Claim: Eight people died".
fn name_of(session: &Session, mark: &MarkRef<'_>) -> String {
    let tags: Vec<String> =
        mark.annotation.tags.iter().map(|tag| visible(&name(session.codebook().label(tag)))).collect();
    let tags = if tags.is_empty() { say!("stripes-untagged") } else { tags.join(", ") };
    let (who, words) = (visible(&mark.layer.layer.annotator.name), visible(&mark.annotation.quote()));
    match &mark.annotation.implied {
        Some(_) => say!("stripes-implied", tags = tags, who = who, words = shortened(&words, 60)),
        None => say!("stripes-bar", tags = tags, who = who, words = shortened(&words, 60)),
    }
}

/// A small number.
fn count(n: usize) -> f32 {
    u16::try_from(n).map_or(f32::from(u16::MAX), f32::from)
}

#[cfg(test)]
mod tests;
