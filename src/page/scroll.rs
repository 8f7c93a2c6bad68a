//! The scroll position: a portion and a distance into it, so that nothing in view moves when the
//! guessed height of something out of view is corrected.

use super::fonts::Fonts;
use super::geometry::{Place, Point};
use super::hit::Motion;
use super::pixels::narrow;
use super::view::{Anchor, Page};
use crate::text::TextSize;

/// Where in the viewport a passage is brought.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Align {
    /// Its line to the top.
    Top,
    /// Its line a third of the way down, where a jump's target is looked for.
    Upper,
    /// Its line to the middle.
    Centre,
    /// Its line at this distance from the top, in points.
    At(f32),
    /// Not at all if its line is in view and this many points from either edge; else just so far.
    Nearest(f32),
}

impl Page {
    /// Scrolls by `dy` points, downwards if positive, and says by how many it did: less at an end of
    /// the document.
    pub fn scroll_by(&mut self, fonts: &mut Fonts, dy: f64) -> f64 {
        self.held = None;
        let scale = f64::from(self.scale());
        let before = self.position();
        let by = dy * scale;
        if self.viewport_px() * 4.0 < by.abs() {
            self.go_to((before * scale) + by);
        } else {
            self.anchor.offset += by;
        }
        self.settle(fonts);
        self.position() - before
    }

    /// Brings the line of `offset` into view.
    pub fn scroll_to(&mut self, fonts: &mut Fonts, offset: TextSize, align: Align) {
        let place = Place::before(offset);
        let Some(index) = self.portion_of(offset) else { return };
        self.ensure(fonts, index);
        let line = self.set_at(index).and_then(|set| set.caret(place)).map_or(0.0, |caret| caret.rect.height);
        let height = self.viewport().1;
        let y = match align {
            Align::Top => self.margins().top.min(height * 0.1),
            Align::Upper => height * 0.3,
            Align::Centre => (height - line) / 2.0,
            Align::At(y) => y,
            Align::Nearest(margin) => {
                let margin = margin.min((height - line) / 2.0).max(0.0);
                let shown = self.caret(place).map(|caret| caret.rect.y);
                match shown.or_else(|| self.side_of(index, height)) {
                    Some(y) if y < margin => margin,
                    Some(y) if height - margin - line < y => height - margin - line,
                    Some(_) => return,
                    None => margin,
                }
            }
        };
        self.held = None;
        self.anchor_at(fonts, place, y);
        self.settle(fonts);
    }

    /// Above or below the viewport, for a portion out of view.
    fn side_of(&self, index: usize, height: f32) -> Option<f32> {
        Some(if index < self.anchor.portion { -1.0 } else { height + 1.0 })
    }

    /// Puts the line of `place` at `y` points from the viewport's top, as far as the document goes.
    pub(super) fn anchor_at(&mut self, fonts: &mut Fonts, place: Place, y: f32) {
        let Some(portion) = self.portion_of(place.offset) else { return };
        self.ensure(fonts, portion);
        let Some(caret) = self.set_at(portion).and_then(|set| set.caret(place)) else { return };
        let offset = f64::from(((caret.rect.y - y) * self.scale()).round());
        self.anchor = Anchor { portion, offset };
    }

    /// The first line that is not wholly above the viewport, and its y in points.
    pub(super) fn top_line(&self) -> Option<(TextSize, f32)> {
        if self.anchor.portion == 0 && self.anchor.offset <= 0.0 {
            return None;
        }
        self.visible().find_map(|shown| {
            let line = shown.set.lines().find(|line| 0.5 < shown.y + line.rect.bottom())?;
            Some((line.range.start(), shown.y + line.rect.y))
        })
    }

    /// The byte at the start of the top line.
    pub fn top_offset(&self) -> TextSize {
        self.held.or_else(|| self.top_line()).map_or(TextSize::ZERO, |(offset, _)| offset)
    }

    /// Puts the anchor into a portion that is set, and within the ends of the document.
    pub(super) fn settle(&mut self, fonts: &mut Fonts) {
        if self.portions.is_empty() {
            self.anchor = Anchor { portion: 0, offset: -self.margin_px(true) };
            return;
        }
        self.anchor.portion = self.anchor.portion.min(self.portions.len() - 1);
        self.step(fonts);
        self.clamp_bottom(fonts);
        if self.anchor.portion == 0 {
            self.anchor.offset = self.anchor.offset.max(-self.margin_px(true));
        }
    }

    /// Moves the anchor to the portion that the viewport's top is in.
    fn step(&mut self, fonts: &mut Fonts) {
        while self.anchor.offset < 0.0 && 0 < self.anchor.portion {
            self.anchor.portion -= 1;
            self.anchor.offset += self.ensure(fonts, self.anchor.portion);
        }
        loop {
            let height = self.ensure(fonts, self.anchor.portion);
            if self.anchor.offset < height || self.anchor.portion + 1 == self.portions.len() {
                break;
            }
            self.anchor.offset -= height;
            self.anchor.portion += 1;
        }
    }

    /// Scrolls back where less than a viewport is left below.
    fn clamp_bottom(&mut self, fonts: &mut Fonts) {
        let (height, margin) = (self.viewport_px(), self.margin_px(false));
        let mut left = margin - self.anchor.offset;
        for i in self.anchor.portion..self.portions.len() {
            if height <= left {
                return;
            }
            left += self.ensure(fonts, i);
        }
        if left < height {
            self.anchor.offset -= height - left;
            self.step(fonts);
        }
    }

    fn margin_px(&self, top: bool) -> f64 {
        let margin = if top { self.margins().top } else { self.margins().bottom };
        f64::from((margin * self.scale()).round())
    }

    /// How high the document is with the room above and below it, in points; partly guessed.
    pub fn total_height(&self) -> f64 {
        (self.heights.total() + self.margin_px(true) + self.margin_px(false)) / f64::from(self.scale())
    }

    /// How much of that is above the viewport, in points; partly guessed.
    pub fn position(&self) -> f64 {
        let above = self.heights.before(self.anchor.portion) + self.anchor.offset.max(-self.margin_px(true));
        (above + self.margin_px(true)) / f64::from(self.scale())
    }

    /// Where the scroll bar stands: 0 at the top, 1 at the bottom.
    pub fn fraction(&self) -> f64 {
        let range = self.total_height() - f64::from(self.viewport().1);
        if range <= 0.0 { 0.0 } else { (self.position() / range).clamp(0.0, 1.0) }
    }

    /// Scrolls to where [`fraction`](Self::fraction) would be `fraction`.
    pub fn set_fraction(&mut self, fonts: &mut Fonts, fraction: f64) {
        let range = (self.total_height() - f64::from(self.viewport().1)).max(0.0);
        self.held = None;
        self.go_to(range * fraction.clamp(0.0, 1.0) * f64::from(self.scale()));
        self.settle(fonts);
    }

    /// Where `offset` is on a scroll bar, 0 to 1; partly guessed.
    pub fn fraction_of(&self, offset: TextSize) -> f64 {
        let Some(index) = self.portion_of(offset) else { return 0.0 };
        let range = self.portions[index].range;
        let within = f64::from(narrow_len(offset.saturating_sub(range.start()), range.len()));
        let y = self.heights.before(index) + self.heights.get(index) * within;
        y / self.heights.total().max(1.0)
    }

    /// Anchors at `y` pixels from the top of the margin.
    fn go_to(&mut self, y: f64) {
        let y = (y - self.margin_px(true)).round();
        let (portion, offset) = self.heights.find(y);
        self.anchor = Anchor { portion, offset: offset + y.min(0.0) };
    }

    /// Where a caret at `from` goes, scrolling no more than a screenful for the page keys.
    ///
    /// `wanted_x` is what vertical motion aims at: in points from the viewport's left, kept by the
    /// caller while only vertical motions follow each other, and forgotten by the others.
    pub fn motion(
        &mut self,
        fonts: &mut Fonts,
        from: Place,
        motion: Motion,
        wanted_x: &mut Option<f32>,
    ) -> Place {
        let Some(index) = self.portion_of(from.offset) else { return from };
        self.ensure(fonts, index);
        if !matches!(motion, Motion::Up | Motion::Down | Motion::PageUp | Motion::PageDown) {
            *wanted_x = None;
        }
        match motion {
            Motion::Up | Motion::Down => {
                self.line_motion(fonts, index, from, motion == Motion::Down, wanted_x)
            }
            Motion::PageUp => self.page_motion(fonts, from, -1.0, wanted_x),
            Motion::PageDown => self.page_motion(fonts, from, 1.0, wanted_x),
            Motion::LineStart | Motion::LineEnd => self.line_end(index, from, motion == Motion::LineStart),
            Motion::Left | Motion::Right => self.side_motion(fonts, index, from, motion == Motion::Right),
        }
    }

    fn line_end(&self, index: usize, from: Place, at_start: bool) -> Place {
        let Some(set) = self.set_at(index) else { return from };
        set.table.line_of(from).and_then(|line| set.table.end_of(line, at_start)).unwrap_or(from)
    }

    fn line_motion(
        &mut self,
        fonts: &mut Fonts,
        index: usize,
        from: Place,
        downwards: bool,
        wanted_x: &mut Option<f32>,
    ) -> Place {
        let (left, scale) = (self.column().x, self.scale());
        let Some(set) = self.set_at(index) else { return from };
        let Some(line) = set.table.line_of(from) else { return from };
        let x = *wanted_x.get_or_insert_with(|| set.table.x_of(line, from).0 / scale + left);
        let x_px = (x - left) * scale;
        if let Some(next) = set.table.next_line(line, downwards, x_px) {
            return set.table.lines.get(next).map_or(from, |line| set.table.hit_on(line, x_px).0);
        }
        match self.neighbour(fonts, index, downwards).and_then(|next| self.set_at(next)) {
            Some(set) => {
                let line = set.table.outer_line(downwards, x_px).and_then(|line| set.table.lines.get(line));
                line.map_or(from, |line| set.table.hit_on(line, x_px).0)
            }
            None => self.line_end(index, from, !downwards),
        }
    }

    /// The next portion with text, set.
    fn neighbour(&mut self, fonts: &mut Fonts, index: usize, downwards: bool) -> Option<usize> {
        let mut next = index;
        loop {
            next = if downwards { next + 1 } else { next.checked_sub(1)? };
            if self.portions.len() <= next {
                return None;
            }
            self.ensure(fonts, next);
            if self.set_at(next).is_some_and(|set| !set.table.lines.is_empty()) {
                return Some(next);
            }
        }
    }

    fn page_motion(
        &mut self,
        fonts: &mut Fonts,
        from: Place,
        direction: f32,
        wanted_x: &mut Option<f32>,
    ) -> Place {
        if self.caret(from).is_none() {
            self.scroll_to(fonts, from.offset, Align::Upper);
            self.fill(fonts);
        }
        let Some(caret) = self.caret(from) else { return from };
        let x = *wanted_x.get_or_insert(caret.rect.x);
        let step = (self.viewport().1 - caret.rect.height * 2.0).max(caret.rect.height) * direction;
        let scrolled = narrow(self.scroll_by(fonts, f64::from(step)));
        self.fill(fonts);
        // At an end of the document the caret goes on where the page cannot.
        let y = caret.rect.y + caret.rect.height / 2.0 + (step - scrolled);
        self.hit(Point { x, y }).map_or(from, |hit| hit.place)
    }

    fn side_motion(&mut self, fonts: &mut Fonts, index: usize, from: Place, to_the_right: bool) -> Place {
        let Some(set) = self.set_at(index) else { return from };
        if let Some(place) = set.table.beside(from, to_the_right) {
            return place;
        }
        let Some(line) = set.table.line_of(from) else { return from };
        let downwards = to_the_right != set.table.lines.get(line).is_some_and(|line| line.is_rtl);
        let next = if downwards { line.checked_add(1) } else { line.checked_sub(1) };
        if let Some(next) = next.filter(|&next| next < set.table.lines.len()) {
            let edge = set.table.end_of(next, downwards).unwrap_or(from);
            // Without a space at the break the edges of both lines are one offset: go on.
            let further = || set.table.beside(edge, to_the_right).unwrap_or(edge);
            return if edge.offset == from.offset { further() } else { edge };
        }
        let Some(set) = self.neighbour(fonts, index, downwards).and_then(|next| self.set_at(next)) else {
            return from;
        };
        let line = if downwards { 0 } else { set.table.lines.len() - 1 };
        set.table.end_of(line, downwards).unwrap_or(from)
    }
}

/// `part / whole` for lengths of text.
fn narrow_len(part: TextSize, whole: TextSize) -> f32 {
    use super::pixels::count;
    count(part.to_usize()) / count(whole.to_usize().max(1))
}
