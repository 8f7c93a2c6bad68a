//! Which of several overlapping marks is drawn on which level under the words.

use crate::text::{TextRange, TextSize};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Gives lanes, counted from 0, to marks that come in the order of their starts, the longer first where
/// two start together: the lowest lane that is free. So no two that overlap share one, what contains
/// others lies nearest to the words, and a mark keeps its lane from its first line to its last.
#[derive(Clone, Debug, Default)]
pub struct Sweep {
    /// The marks that have not ended yet, the next to end on top.
    busy: BinaryHeap<Reverse<(TextSize, u32)>>,
    /// Lanes below `n` that nobody has, the lowest on top.
    free: BinaryHeap<Reverse<u32>>,
    /// How many lanes there have been.
    n: u32,
}

impl Sweep {
    /// In the middle of a document, where `marks` have not ended yet: their ends and their lanes.
    pub fn amid(marks: impl IntoIterator<Item = (TextSize, u32)>) -> Self {
        let busy: Vec<_> = marks.into_iter().map(Reverse).collect();
        let mut taken: Vec<u32> = busy.iter().map(|&Reverse((_, lane))| lane).collect();
        taken.sort_unstable();
        let n = taken.last().map_or(0, |last| last + 1);
        let free = (0..n).filter(|lane| taken.binary_search(lane).is_err()).map(Reverse).collect();
        Self { busy: busy.into(), free, n }
    }

    /// A lane for the next mark.
    pub fn lane(&mut self, hull: TextRange) -> u32 {
        while let Some(&Reverse((end, lane))) = self.busy.peek()
            && end <= hull.start()
        {
            self.busy.pop();
            self.free.push(Reverse(lane));
        }
        let lane = self.free.pop().map_or(self.n, |Reverse(lane)| lane);
        self.n = self.n.max(lane + 1);
        self.busy.push(Reverse((hull.end(), lane)));
        lane
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn lanes_never_collide_and_none_is_left_out(
            marks in prop::collection::vec((0..90_usize, 1..30_usize), 0..40),
            amid in 0..40_usize,
        ) {
            let mut hulls: Vec<_> = marks.iter().map(|&(start, length)| TextRange::from_usize(start..start + length)).collect();
            hulls.sort_by_key(|hull| (hull.start(), Reverse(hull.end())));
            let mut sweep = Sweep::default();
            let lanes: Vec<u32> = hulls.iter().map(|&hull| sweep.lane(hull)).collect();
            for i in 0..hulls.len() {
                let below: Vec<u32> = (0..i).filter(|&j| hulls[i].overlaps(hulls[j])).map(|j| lanes[j]).collect();
                prop_assert!(!below.contains(&lanes[i]));
                prop_assert!((0..lanes[i]).all(|lane| below.contains(&lane)), "a lower lane was free");
            }
            // Taken up in the middle it goes on alike.
            let amid = amid.min(hulls.len());
            let running = (0..amid).filter(|&i| hulls.get(amid).is_some_and(|hull| hull.start() < hulls[i].end()));
            let mut sweep = Sweep::amid(running.map(|i| (hulls[i].end(), lanes[i])).collect::<Vec<_>>());
            let rest: Vec<u32> = hulls[amid..].iter().map(|&hull| sweep.lane(hull)).collect();
            prop_assert_eq!(&rest, &lanes[amid..]);
        }
    }
}
