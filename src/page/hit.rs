//! From points to bytes, and from one caret to the next.

use super::geometry::{ClusterSpot, Line, Place, Table};
use crate::text::TextRange;

/// What is at a point of the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Where a caret would be set.
    pub place: Place,
    /// The character at the point, or the nearest on its line; empty on an empty line.
    pub cluster: TextRange,
    /// The block of the document.
    pub block: usize,
    /// Whether the point is on that character, not beside, above or below it.
    pub is_on_text: bool,
}

impl Table {
    /// The place nearest to (`x`, `y`) in pixels, the character there, and whether it was hit.
    pub(super) fn hit(&self, x: f32, y: f32) -> Option<(Place, TextRange, bool)> {
        let line = self.lines.get(self.line_near(x, y)?)?;
        let (place, cluster, is_beside) = self.hit_on(line, x);
        Some((place, cluster, !is_beside && line.top <= y && y < line.bottom))
    }

    /// The line nearest to a point: of the cell at `x` in a row, the line at `y`.
    fn line_near(&self, x: f32, y: f32) -> Option<usize> {
        let apart = |line: &Line| {
            let (left, right) = self.extent(line);
            let dx = (left - x).max(x - right).max(0.0);
            let dy = (line.top - y).max(y - line.bottom).max(0.0);
            (dy, dx)
        };
        let order = |a: &(usize, (f32, f32)), b: &(usize, (f32, f32))| {
            a.1.0.total_cmp(&b.1.0).then(a.1.1.total_cmp(&b.1.1))
        };
        let piece = if self.has_cells() { Some(self.piece_near(x)?) } else { None };
        let lines = self.lines.iter().enumerate().filter(|(_, line)| piece.is_none_or(|p| line.piece == p));
        lines.map(|(i, line)| (i, apart(line))).min_by(order).map(|(i, _)| i)
    }

    /// The cell whose text is nearest to `x`.
    fn piece_near(&self, x: f32) -> Option<usize> {
        let apart = |line: &Line| {
            let (left, right) = self.extent(line);
            (left - x).max(x - right).max(0.0)
        };
        let nearest = self.lines.iter().min_by(|a, b| apart(a).total_cmp(&apart(b)));
        nearest.map(|line| line.piece)
    }

    fn has_cells(&self) -> bool {
        self.lines.windows(2).any(|pair| pair[1].piece != pair[0].piece && pair[1].top < pair[0].bottom)
    }

    fn extent(&self, line: &Line) -> (f32, f32) {
        let spots = &self.spots[line.spots.clone()];
        let left = spots.first().map_or(line.start_x, |spot| spot.x);
        (left, spots.last().map_or(line.start_x, |spot| spot.x + spot.width))
    }

    /// The place on `line` nearest to `x`, the character there, and whether `x` is beside the text.
    pub(super) fn hit_on(&self, line: &Line, x: f32) -> (Place, TextRange, bool) {
        let spots = &self.spots[line.spots.clone()];
        let Some(spot) = spots.iter().find(|spot| x < spot.x + spot.width).or(spots.last()) else {
            return (Place::before(line.range.start()), TextRange::empty(line.range.start()), true);
        };
        let is_beside = x < spot.x || spot.x + spot.width <= x;
        (self.side_of(line, spot, x), spot.range, is_beside)
    }

    /// The end of `spot` that is nearer to `x`.
    fn side_of(&self, line: &Line, spot: &ClusterSpot, x: f32) -> Place {
        let is_left = x <= spot.x + spot.width * 0.5;
        // After the line feed would be on the next line.
        let is_feed = line.ends_in_feed && spot.range.end() == line.range.end();
        if is_left != spot.is_rtl || is_feed {
            Place::before(spot.range.start())
        } else {
            Place::after(spot.range.end())
        }
    }

    /// The line above or below `from` at the wanted x; of several cells the nearest.
    pub(super) fn next_line(&self, from: usize, downwards: bool, x: f32) -> Option<usize> {
        let this = self.lines.get(from)?;
        let beyond = |line: &Line| {
            if downwards { line.top - this.bottom } else { this.top - line.bottom }
        };
        let apart = |line: &Line| {
            let (left, right) = self.extent(line);
            (left - x).max(x - right).max(0.0)
        };
        let candidates = self.lines.iter().enumerate().filter(|(_, line)| -0.5 <= beyond(line));
        let candidates = candidates.map(|(i, line)| (i, beyond(line), apart(line)));
        candidates.min_by(|a, b| a.1.total_cmp(&b.1).then(a.2.total_cmp(&b.2))).map(|(i, _, _)| i)
    }

    /// The first or last line of the portion nearest to `x`.
    pub(super) fn outer_line(&self, first: bool, x: f32) -> Option<usize> {
        let y = if first { f32::MIN } else { f32::MAX };
        self.line_near(x, y)
    }

    /// Where `line` begins or ends, as a caret.
    pub(super) fn end_of(&self, line: usize, at_start: bool) -> Option<Place> {
        let line = self.lines.get(line)?;
        if at_start {
            return Some(Place::before(line.range.start()));
        }
        let last = self.spots[line.spots.clone()].iter().max_by_key(|spot| spot.range.end());
        Some(match last {
            Some(spot) if line.ends_in_feed => Place::before(spot.range.start()),
            Some(spot) => Place::after(spot.range.end()),
            None => Place::before(line.range.start()),
        })
    }

    /// The leftmost or rightmost place of `line` as it is seen: of a line that begins or ends in the
    /// other direction this is inside its text.
    pub(super) fn edge_of(&self, line: usize, at_left: bool) -> Option<Place> {
        let line = self.lines.get(line)?;
        let mut seen = self.spots[line.spots.clone()].iter().filter(|spot| 0.0 < spot.width);
        let Some(spot) = (if at_left { seen.next() } else { seen.next_back() }) else {
            return Some(Place::before(line.range.start()));
        };
        let is_start = at_left != spot.is_rtl;
        Some(if is_start { Place::before(spot.range.start()) } else { Place::after(spot.range.end()) })
    }

    /// The place beside `place` on its line, to the left or the right; `None` at the line's edge.
    pub(super) fn beside(&self, place: Place, to_the_right: bool) -> Option<Place> {
        let line_idx = self.line_of(place)?;
        let line = self.lines.get(line_idx)?;
        let (x, _) = self.x_of(line_idx, place);
        let spots = self.spots[line.spots.clone()].iter().filter(|spot| 0.0 < spot.width);
        let near = 0.01;
        if to_the_right {
            let spot = spots.into_iter().find(|spot| x + near < spot.x + spot.width)?;
            Some(if spot.is_rtl { Place::before(spot.range.start()) } else { Place::after(spot.range.end()) })
        } else {
            let spot = spots.rev().find(|spot| spot.x < x - near)?;
            Some(if spot.is_rtl { Place::after(spot.range.end()) } else { Place::before(spot.range.start()) })
        }
    }
}
