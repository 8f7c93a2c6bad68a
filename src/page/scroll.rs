//! The scroll position: a portion and a distance into it, so that nothing in view moves when the
//! guessed height of something out of view is corrected.

use super::fonts::Fonts;
use super::geometry::Place;
use super::pixels::count;
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
        self.goes_up = dy < 0.0;
        if self.viewport_px() * 4.0 < by.abs() {
            self.go_to((before * scale) + by);
        } else {
            self.anchor.offset += by;
        }
        self.settle(fonts);
        self.position() - before
    }

    /// Says that the viewport's top is lowered by `dy` points with the next [`layout`](Self::layout), or
    /// raised if negative: every line stays where it is on the screen.
    pub fn lower_top(&mut self, dy: f32) {
        self.anchor.offset += f64::from((dy * self.scale()).round());
    }

    /// Brings the line of `offset` into view.
    pub fn scroll_to(&mut self, fonts: &mut Fonts, offset: TextSize, align: Align) {
        let place = Place::before(offset);
        let Some(index) = self.portion_of(offset) else { return };
        self.ensure(fonts, index);
        self.reveal_in_table(index, offset);
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
            // What is passed over in one go is not seen: its height may stay a guess. Above a line
            // that stays in view it may not, or the line would move when the height is known.
            let stays = -self.anchor.offset < self.viewport_px();
            let portion = self.anchor.portion;
            self.anchor.offset +=
                if stays { self.ensure(fonts, portion) } else { self.try_ensure(fonts, portion) };
        }
        loop {
            let mut height = self.try_ensure(fonts, self.anchor.portion);
            if self.anchor.offset < height {
                height = self.ensure(fonts, self.anchor.portion);
            }
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
            left += self.try_ensure(fonts, i);
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
        let within = f64::from(share_of(offset.saturating_sub(range.start()), range.len()));
        let y = self.heights.before(index) + self.heights.get(index) * within;
        y / self.heights.total().max(1.0)
    }

    /// Anchors at `y` pixels from the top of the margin.
    fn go_to(&mut self, y: f64) {
        let y = (y - self.margin_px(true)).round();
        let (portion, offset) = self.heights.find(y);
        self.anchor = Anchor { portion, offset: offset + y.min(0.0) };
    }
}

/// `part / whole` for lengths of text.
fn share_of(part: TextSize, whole: TextSize) -> f32 {
    count(part.to_usize()) / count(whole.to_usize().max(1))
}
