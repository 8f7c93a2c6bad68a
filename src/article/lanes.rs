//! Which of several overlapping marks is drawn on which level under the words.

use crate::layer::Shape;
use crate::text::{TextRange, TextSize};

/// What is drawn on a level: marks of one kind have one line where they overlap.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kind {
    /// The tag, as an index into the codebook's tags; `None` where it has none that is known.
    pub tag: Option<u16>,
    /// How its line is drawn.
    pub shape: Shape,
}

/// Gives lanes, counted from 0, to marks that come in the order of their starts, the longer first where
/// two start together. Marks of one kind that overlap share a lane; those of other kinds have others: the
/// lowest that is free and has no line of the same shape beside it, since two lines side by side are a
/// sign of their own. So what contains others lies nearest to the words, and a mark keeps its lane from
/// its first line to its last.
#[derive(Clone, Debug, Default)]
pub struct Sweep {
    /// By lane: until where it is taken, and by what.
    lanes: Vec<Option<(TextSize, Kind)>>,
}

impl Sweep {
    /// In the middle of a document, where `marks` have not ended yet: their ends, lanes and kinds.
    pub fn amid(marks: impl IntoIterator<Item = (TextSize, u32, Kind)>) -> Self {
        let mut sweep = Self::default();
        for (end, lane, kind) in marks {
            sweep.take(usize::try_from(lane).unwrap_or(usize::MAX), end, kind);
        }
        sweep
    }

    /// A lane for the next mark.
    pub fn lane(&mut self, hull: TextRange, kind: Kind) -> u32 {
        for lane in &mut self.lanes {
            *lane = lane.filter(|&(end, _)| hull.start() < end);
        }
        let has = |lane: &Option<(TextSize, Kind)>| lane.is_some_and(|(_, other)| other == kind);
        let shared = self.lanes.iter().position(has);
        let lane = shared.unwrap_or_else(|| (0..).find(|&lane| self.is_free(lane, kind)).unwrap_or_default());
        self.take(lane, hull.end(), kind);
        u32::try_from(lane).unwrap_or(u32::MAX)
    }

    fn is_free(&self, lane: usize, kind: Kind) -> bool {
        let at = |lane: usize| self.lanes.get(lane).copied().flatten();
        let is_alike = |lane: usize| at(lane).is_some_and(|(_, other)| other.shape == kind.shape);
        at(lane).is_none() && !is_alike(lane + 1) && !lane.checked_sub(1).is_some_and(is_alike)
    }

    fn take(&mut self, lane: usize, end: TextSize, kind: Kind) {
        if self.lanes.len() <= lane {
            self.lanes.resize(lane + 1, None);
        }
        let until = self.lanes[lane].map_or(end, |(before, _)| before.max(end));
        self.lanes[lane] = Some((until, kind));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::cmp::Reverse;

    /// Five kinds, of which two have the same line.
    fn kind(nth: u16) -> Kind {
        let shapes = [Shape::Solid, Shape::Double, Shape::Dotted, Shape::Wavy, Shape::Solid];
        Kind { tag: Some(nth), shape: shapes[usize::from(nth)] }
    }

    proptest! {
        #[test]
        fn lanes_are_shared_by_one_kind_and_no_other(
            marks in prop::collection::vec((0..90_usize, 1..30_usize, 0..5_u16), 0..40),
            amid in 0..40_usize,
        ) {
            let mut marks: Vec<_> = marks.iter().map(|&(start, length, nth)| (TextRange::from_usize(start..start + length), kind(nth))).collect();
            marks.sort_by_key(|(hull, _)| (hull.start(), Reverse(hull.end())));
            let mut sweep = Sweep::default();
            let lanes: Vec<u32> = marks.iter().map(|&(hull, kind)| sweep.lane(hull, kind)).collect();
            for (i, (hull, kind)) in marks.iter().enumerate() {
                for (j, (other, of)) in marks[..i].iter().enumerate().filter(|(_, (other, _))| other.overlaps(*hull)) {
                    prop_assert_eq!(lanes[i] == lanes[j], kind == of);
                    let is_beside = lanes[i].abs_diff(lanes[j]) == 1;
                    prop_assert!(!is_beside || kind.shape != of.shape, "{:?} beside {:?}", other, hull);
                }
            }
            // Taken up in the middle it goes on alike.
            let amid = amid.min(marks.len());
            let running = (0..amid).filter(|&i| marks.get(amid).is_some_and(|(hull, _)| hull.start() < marks[i].0.end()));
            let mut sweep = Sweep::amid(running.map(|i| (marks[i].0.end(), lanes[i], marks[i].1)).collect::<Vec<_>>());
            let rest: Vec<u32> = marks[amid..].iter().map(|&(hull, kind)| sweep.lane(hull, kind)).collect();
            prop_assert_eq!(&rest, &lanes[amid..]);
        }
    }
}
