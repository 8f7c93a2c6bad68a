//! By elimination: the copy of a quote that is left when every other one is what another became.

use super::{MOST_COPIES, Own, Place, Placer};
use crate::anchor::selector::Quote;
use crate::text::TextRange;
use crate::text::align::Alignment;

/// How far from a passage a neighbour may be by which its place is known, in words.
const NEAR: usize = 3;
/// Such a neighbour has so many characters.
const LEAST_NEIGHBOUR: usize = 4;

impl Placer {
    /// The one copy of a quote that no other old text became, although nothing of what was beside it is left:
    /// if the new text has as many copies as the whole earlier one had, so that none of them came and none
    /// went, and it lies where the passage must be if it was not moved, or beside a word that was beside it.
    pub(super) fn left_over<'a>(
        &self,
        places: &'a [Place],
        own: Option<Own<'_>>,
        quote: &Quote,
    ) -> Option<&'a Place> {
        let (old, range) = own.filter(|(old, _)| old.is_whole())?;
        let is_copy = |place: &&Place| place.evidence.words == 1000;
        let n_copies = places.iter().filter(is_copy).count();
        let mut free = places.iter().filter(is_copy).filter(|place| !place.is_taken);
        let left = free.next().filter(|_| free.next().is_none() && n_copies < MOST_COPIES)?;
        let alignment = self.alignment(old);
        let is_there = alignment.expected(range).is_some_and(|expected| expected.covers(left.range))
            || alignment.keeps_a_neighbour(range, left.range);
        // Both texts are read through for that: last.
        let n_were = || old.seeds().copies(&quote.exact, MOST_COPIES).len();
        (is_there && n_were() == n_copies).then_some(left)
    }
}

impl Alignment {
    /// Whether a word that stood beside `range` in the old text stands on the same side of `there`, as near.
    fn keeps_a_neighbour(&self, range: TextRange, there: TextRange) -> bool {
        let (inside, now) = (self.old.touching(range), self.new.touching(there));
        let telling = |i: &usize| LEAST_NEIGHBOUR <= self.old.weight(*i..i + 1);
        let before = inside.start.saturating_sub(NEAR)..inside.start;
        let after = inside.end..(inside.end + NEAR).min(self.old.len());
        let became = |i: usize| self.became.get(i).copied().flatten();
        let (behind, ahead) = (now.start.saturating_sub(NEAR)..now.start, now.end..now.end + NEAR);
        before.filter(telling).filter_map(became).any(|i| behind.contains(&i))
            || after.filter(telling).filter_map(became).any(|i| ahead.contains(&i))
    }
}
