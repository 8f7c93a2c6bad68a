//! The room beside the text: where lines begin, for numbers; where they end, for counts, stripes, relations
//! and notes. It follows from the width alone and never from what is marked, so that the words stay where
//! they are.

use super::Reader;
use super::frame::Frame;
use super::items::{BADGE, CARD};
use egui::Rangef;

/// A page narrower than this, in points, has slim sides.
const NARROW: f32 = 640.0;

/// What the number beside a badge takes, in points.
const COUNT: f32 = 11.0;

/// What stands beside the text where lines end, one after the other. All in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Sides {
    /// Before the text.
    pub start: f32,
    /// After the text, all of it.
    pub end: f32,
    /// From the text to the stripes: here it is said how many lines there was no room for.
    pub counts: f32,
    /// How wide the stripes are.
    pub stripes: f32,
    /// Between stripes and notes, where relations are drawn.
    pub links: f32,
    /// Whether the notes are cards.
    pub has_cards: bool,
}

impl Sides {
    /// The sides of a page of `width` with a column of at most `measure` and numbers that take `numbers`.
    pub(super) fn of(width: f32, measure: f32, numbers: f32, shows_notes: bool) -> Self {
        let is_narrow = width < NARROW;
        let (least, counts, stripes, links, edge) =
            if is_narrow { (18.0, 18.0, 36.0, 8.0, COUNT) } else { (32.0, 20.0, 60.0, 14.0, 14.0) };
        let least = numbers.max(least);
        let stand = counts + stripes + links;
        let with_cards = stand + CARD + edge;
        let has_cards = shows_notes && least + measure + with_cards <= width;
        let end = match (shows_notes, has_cards) {
            (_, true) => with_cards,
            (true, false) => stand + BADGE + edge,
            (false, false) => stand + edge,
        };
        // As much before the text as after it where there is room: it stands in the middle.
        let start = end.min(width - measure - end).max(least);
        Self { start, end, counts, stripes, links, has_cards }
    }

    /// From the text to the notes.
    pub(super) fn notes(&self) -> f32 {
        self.counts + self.stripes + self.links
    }
}

impl Reader {
    /// What lies `from` points after the text and is `width` wide, in points of the window.
    pub(super) fn beside(&self, frame: &Frame<'_>, from: f32, width: f32) -> Rangef {
        let column = self.page.column();
        let left = if self.is_rtl { column.x - from - width } else { column.x + column.width + from };
        let left = (frame.rect.left() + left).round();
        Rangef::new(left, left + width)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_stands_beside_the_text_has_its_room(
            width in 300_u16..3000, measure in 300_u16..900, numbers in 0_u16..60, shows_notes: bool,
        ) {
            let (width, measure) = (f32::from(width), f32::from(measure));
            let sides = Sides::of(width, measure, numbers.into(), shows_notes);
            let notes = if sides.has_cards { CARD } else if shows_notes { BADGE } else { 0.0 };
            prop_assert!(sides.notes() + notes < sides.end);
            prop_assert!(f32::from(numbers) <= sides.start);
            prop_assert!(!sides.has_cards || sides.start + measure + sides.end <= width + 0.01);
        }
    }
}
