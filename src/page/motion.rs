//! Where a caret goes: from line to line, from page to page, from character to character.

use super::fonts::Fonts;
use super::geometry::{Place, Point};
use super::pixels::narrow;
use super::scroll::Align;
use super::view::Page;

/// Where a caret can be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// To the line above.
    Up,
    /// To the line below.
    Down,
    /// A screenful up; the page scrolls along.
    PageUp,
    /// A screenful down.
    PageDown,
    /// To the beginning of the line, wherever that is.
    LineStart,
    /// To the end of the line.
    LineEnd,
    /// One character to the left on the screen.
    Left,
    /// One character to the right.
    Right,
}

impl Page {
    /// Whether the letters at `at` run from right to left, in view or not.
    pub fn is_rtl_at(&mut self, fonts: &mut Fonts, at: Place) -> bool {
        let Some(index) = self.portion_of(at.offset) else { return false };
        self.ensure(fonts, index);
        self.set_at(index).and_then(|set| set.caret(at)).is_some_and(|caret| caret.is_rtl)
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
            // Where the eye goes on, which is not where the line begins if its first word runs against it.
            let edge = set.table.edge_of(next, to_the_right).unwrap_or(from);
            // Without a space at the break the edges of both lines are one offset: go on.
            let further = || set.table.beside(edge, to_the_right).unwrap_or(edge);
            return if edge.offset == from.offset { further() } else { edge };
        }
        let Some(set) = self.neighbour(fonts, index, downwards).and_then(|next| self.set_at(next)) else {
            return from;
        };
        let line = if downwards { 0 } else { set.table.lines.len() - 1 };
        set.table.edge_of(line, to_the_right).unwrap_or(from)
    }
}
