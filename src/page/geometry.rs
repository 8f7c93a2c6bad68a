//! Where every byte of a typeset portion is: a table of its lines and clusters, walked out once,
//! from which rectangles, carets and hits are read.
//!
//! parley can answer all of these too, at some 19 µs for one mark; a page may show 300.

use parley::{BreakReason, Layout};
use unicode_segmentation::UnicodeSegmentation;

use super::style::Look;
use crate::text::{TextRange, TextSize};

/// A point, in points from the top left corner of whatever is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Downwards.
    pub y: f32,
}

/// A rectangle, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// The left edge.
    pub x: f32,
    /// The top edge.
    pub y: f32,
    /// How wide.
    pub width: f32,
    /// How high.
    pub height: f32,
}

impl Rect {
    /// The right edge.
    pub fn right(self) -> f32 {
        self.x + self.width
    }

    /// The bottom edge.
    pub fn bottom(self) -> f32 {
        self.y + self.height
    }

    /// Whether `at` is in it; the right and bottom edges are not.
    pub fn contains(self, at: Point) -> bool {
        self.x <= at.x && at.x < self.right() && self.y <= at.y && at.y < self.bottom()
    }

    /// The rectangle moved.
    pub fn translated(self, dx: f32, dy: f32) -> Self {
        Self { x: self.x + dx, y: self.y + dy, ..self }
    }

    /// The smallest rectangle that has both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let (right, bottom) = (self.right().max(other.right()), self.bottom().max(other.bottom()));
        Self { x, y, width: right - x, height: bottom - y }
    }

    pub(super) fn scaled(self, by: f32) -> Self {
        Self { x: self.x * by, y: self.y * by, width: self.width * by, height: self.height * by }
    }
}

/// To which of its neighbours an offset belongs where they are apart: at the break of a line, or
/// where the direction turns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Affinity {
    /// The character before.
    Upstream,
    /// The character after.
    #[default]
    Downstream,
}

/// Where a caret can stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The byte in the document's text.
    pub offset: TextSize,
    /// On which side of a break.
    pub affinity: Affinity,
}

impl Place {
    /// Before the character at `offset`.
    pub fn before(offset: TextSize) -> Self {
        Self { offset, affinity: Affinity::Downstream }
    }

    /// After the character that ends at `offset`.
    pub fn after(offset: TextSize) -> Self {
        Self { offset, affinity: Affinity::Upstream }
    }
}

/// A caret on the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Caret {
    /// As high as its line and of no width.
    pub rect: Rect,
    /// Whether the text around it runs from right to left.
    pub is_rtl: bool,
}

/// What a passage covers of one line, as far as it is connected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LinePart {
    /// As high as the line.
    pub rect: Rect,
    /// Where the letters stand, from the same origin as `rect.y`.
    pub baseline: f32,
    /// The bytes of it.
    pub range: TextRange,
    /// Whether it runs from right to left.
    pub is_rtl: bool,
}

/// A grapheme cluster on its line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ClusterSpot {
    /// Its bytes.
    pub range: TextRange,
    /// Its left edge: points where the page hands it out.
    pub x: f32,
    /// Its advance; 0 for what shows nothing at a line's end.
    pub width: f32,
    /// Whether it belongs to a run from right to left.
    pub is_rtl: bool,
}

/// A line for those who want all of it: accessibility, tests.
#[derive(Clone, Debug, PartialEq)]
pub struct LineShape {
    /// From the first to the last letter, as high as the line.
    pub rect: Rect,
    /// Where the letters stand.
    pub baseline: f32,
    /// Its bytes, a line feed at its end included.
    pub range: TextRange,
    /// Whether its paragraph runs from right to left.
    pub is_rtl: bool,
    /// What is on it, from left to right.
    pub clusters: Vec<ClusterSpot>,
}

/// One line in the table. Pixels.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub range: TextRange,
    pub top: f32,
    pub bottom: f32,
    pub baseline: f32,
    /// Which of the table's spots are on it, in visual order.
    pub spots: std::ops::Range<usize>,
    /// Which piece it belongs to: a cell of a row.
    pub piece: usize,
    pub is_rtl: bool,
    /// Whether its last byte is a line feed, after which a caret would be on the next line.
    pub ends_in_feed: bool,
    /// Where an empty line's caret stands.
    pub start_x: f32,
}

/// All lines and clusters of a portion, in pixels from its top left corner.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    pub lines: Vec<Line>,
    pub spots: Vec<ClusterSpot>,
}

impl Table {
    /// Adds the lines of `layout`, whose string is `text`, standing at (`x`, `y`) and having the
    /// document's bytes from `start` on.
    pub(super) fn add(
        &mut self,
        layout: &Layout<Look>,
        text: &str,
        start: TextSize,
        (x, y): (f32, f32),
        piece: usize,
    ) {
        let starts: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
        let at = |byte: usize| start + TextSize::from_usize(byte);
        for line in layout.lines() {
            let metrics = line.metrics();
            let first = self.spots.len();
            let mut torn = Vec::new();
            let mut edge = x + metrics.offset + metrics.inline_min_coord;
            let start_x = edge;
            for run in line.runs() {
                let is_rtl = run.is_rtl();
                for cluster in run.visual_clusters() {
                    let bytes = cluster.text_range();
                    let width = cluster.advance();
                    let range = TextRange::new(at(bytes.start), at(bytes.end));
                    let spot = ClusterSpot { range, x: edge, width, is_rtl };
                    edge += width;
                    match starts.binary_search(&bytes.start) {
                        Ok(_) => self.spots.push(spot),
                        Err(_) => torn.push(spot),
                    }
                }
            }
            if !torn.is_empty() {
                self.mend(first, torn);
            }
            let bytes = line.text_range();
            let line_text = text.get(bytes.clone()).unwrap_or_default();
            let is_soft = matches!(line.break_reason(), BreakReason::Regular | BreakReason::Emergency);
            self.flatten_end(first, line_text, at(bytes.start), is_soft, layout.is_rtl());
            self.lines.push(Line {
                range: TextRange::new(at(bytes.start), at(bytes.end)),
                top: y + metrics.block_min_coord,
                bottom: y + metrics.block_max_coord,
                baseline: y + metrics.baseline,
                spots: first..self.spots.len(),
                piece,
                is_rtl: layout.is_rtl(),
                ends_in_feed: !is_soft && line_text.ends_with('\n'),
                start_x,
            });
        }
    }

    /// Joins the torn spots of a line, which do not begin a character (where a style or a fallback
    /// font cuts one in two), to the spots that they continue.
    fn mend(&mut self, first: usize, mut torn: Vec<ClusterSpot>) {
        torn.sort_by_key(|spot| spot.range.start());
        for rest in torn {
            let line = &mut self.spots[first..];
            match line.iter_mut().find(|spot| spot.range.end() == rest.range.start()) {
                Some(owner) => {
                    owner.range = owner.range.hull(rest.range);
                    owner.x = owner.x.min(rest.x);
                    owner.width += rest.width;
                }
                None => self.spots.push(rest),
            }
        }
        self.spots[first..].sort_by(|a, b| a.x.total_cmp(&b.x));
    }

    /// Takes the width from a line feed, and from spaces at the end of a broken line: they hang over
    /// the edge of the column, where neither a mark nor the selection should show. A space that ends the
    /// line and stands amid it, where a line of two directions could not be set again, keeps its width.
    fn flatten_end(&mut self, first: usize, text: &str, start: TextSize, is_soft: bool, is_rtl: bool) {
        let body = if is_soft { text.trim_end() } else { text.trim_end_matches(['\n', '\r']) };
        let end = start + TextSize::of(body);
        let line = &mut self.spots[first..];
        let hangs = |spot: &&ClusterSpot| end <= spot.range.start();
        let hanging = if is_rtl {
            let n = line.iter().take_while(hangs).count();
            &mut line[..n]
        } else {
            let n = line.iter().rev().take_while(hangs).count();
            let from = line.len() - n;
            &mut line[from..]
        };
        let room: f32 = hanging.iter().map(|spot| spot.width).sum();
        let mut left = 0.0;
        for spot in hanging {
            spot.x += if is_rtl { room - left } else { -left };
            left += spot.width;
            spot.width = 0.0;
        }
    }

    /// What `range` covers: one part for each line and each change of direction. Pixels.
    pub(super) fn parts(&self, range: TextRange) -> Vec<LinePart> {
        let mut parts: Vec<LinePart> = Vec::new();
        let from = self.lines.partition_point(|line| line.range.end() <= range.start());
        for line in self.lines[from..].iter().take_while(|line| line.range.start() < range.end()) {
            let first = parts.len();
            for spot in &self.spots[line.spots.clone()] {
                if !spot.range.overlaps(range) || spot.width <= 0.0 {
                    continue;
                }
                match parts[first..].last_mut() {
                    Some(part) if touches(part, spot) => {
                        part.rect.width = spot.x + spot.width - part.rect.x;
                        part.range = part.range.hull(spot.range);
                    }
                    _ => parts.push(line.part(spot)),
                }
            }
        }
        parts
    }

    /// The line of `place`: of two that it lies between, the one its affinity says.
    pub(super) fn line_of(&self, place: Place) -> Option<usize> {
        let after = self.lines.partition_point(|line| line.range.start() <= place.offset);
        let line = after.saturating_sub(1);
        let before = line.checked_sub(1).and_then(|before| self.lines.get(before));
        let this = self.lines.get(line)?;
        let is_at_start = this.range.start() == place.offset;
        let breaks_softly = |before: &Line| {
            before.piece == this.piece
                && before.range.end() == place.offset
                && self.spots[before.spots.clone()].iter().any(|spot| spot.range.end() == place.offset)
        };
        match before {
            Some(before) if is_at_start && place.affinity == Affinity::Upstream && breaks_softly(before) => {
                Some(line - 1)
            }
            _ => Some(line),
        }
    }

    /// Where the caret of `place` stands on its line, in pixels, and whether the text there runs
    /// from right to left.
    pub(super) fn x_of(&self, line: usize, place: Place) -> (f32, bool) {
        let Some(line) = self.lines.get(line) else { return (0.0, false) };
        let spots = &self.spots[line.spots.clone()];
        let before = spots.iter().find(|spot| spot.range.end() == place.offset);
        let after = spots.iter().find(|spot| spot.range.contains(place.offset));
        let leading =
            |spot: &ClusterSpot| (if spot.is_rtl { spot.x + spot.width } else { spot.x }, spot.is_rtl);
        let trailing =
            |spot: &ClusterSpot| (if spot.is_rtl { spot.x } else { spot.x + spot.width }, spot.is_rtl);
        let found = match place.affinity {
            Affinity::Downstream => after.map(leading).or(before.map(trailing)),
            Affinity::Upstream => before.map(trailing).or(after.map(leading)),
        };
        // Past the end of a cell, say, at the tab that parts it from the next.
        let last = || spots.iter().max_by_key(|spot| spot.range.end()).map(trailing);
        found.or_else(last).unwrap_or((line.start_x, line.is_rtl))
    }

    /// A line with everything on it, in pixels.
    pub(super) fn shape(&self, line: &Line) -> LineShape {
        let clusters = self.spots[line.spots.clone()].to_vec();
        let left = clusters.first().map_or(line.start_x, |spot| spot.x);
        let right = clusters.last().map_or(line.start_x, |spot| spot.x + spot.width);
        LineShape {
            rect: Rect { x: left, y: line.top, width: right - left, height: line.bottom - line.top },
            baseline: line.baseline,
            range: line.range,
            is_rtl: line.is_rtl,
            clusters,
        }
    }
}

impl Line {
    fn part(&self, spot: &ClusterSpot) -> LinePart {
        let rect = Rect { x: spot.x, y: self.top, width: spot.width, height: self.bottom - self.top };
        LinePart { rect, baseline: self.baseline, range: spot.range, is_rtl: spot.is_rtl }
    }
}

/// Whether `spot` continues `part`: beside it, and in the same direction.
fn touches(part: &LinePart, spot: &ClusterSpot) -> bool {
    part.is_rtl == spot.is_rtl && (spot.x - part.rect.right()).abs() < 0.5
}
