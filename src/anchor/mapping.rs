//! Where a passage went, by what became of its words.

use super::diff::Alignment;
use crate::text::{TextRange, TextSize};
use std::ops::Range;

/// The longest row of words at the edge of a passage that others can stand for.
const LONGEST_REPLACED: usize = 6;
/// The longest passage that is looked for with its words in another order.
const MOST_REORDERED: usize = 12;

/// Where the diff puts a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mapped {
    /// In the new text.
    pub range: TextRange,
    /// How many of the old passage's non-space characters are in it still, in thousandths.
    pub kept: u16,
}

impl Alignment {
    /// Where `range` of the old text is in the new one: `None` unless at least half of its non-space
    /// characters are aligned and lie together.
    ///
    /// An edge grows over replaced text only if the passage's own outermost word was replaced, so an
    /// insertion just outside is not swallowed.
    pub fn map(&self, old: &str, range: TextRange) -> Option<Mapped> {
        let inside = self.old.touching(range);
        let weight = |i: usize| {
            let shared = self.old.ranges[i].intersection(range).unwrap_or_default();
            shared.of(old).map_or(0, |piece| piece.chars().filter(|c| !c.is_whitespace()).count())
        };
        let total: usize = inside.clone().map(weight).sum();
        let group = self.group(inside.clone(), total);
        let kept: usize = group.iter().map(|&(_, i)| weight(i)).sum();
        if kept == 0 || 2 * kept < total || !self.is_supported(&inside) {
            return self.reordered(inside);
        }
        let (&(first, i_first), &(last, i_last)) = (group.first()?, group.last()?);
        let start = match i_first - inside.start {
            0 => self.edge_within(i_first, first, range.start(), true),
            n if group.iter().all(|&(_, i)| i_first <= i) => {
                let outside = self.n_free_before(inside.start);
                self.new.ranges[first - share(n, outside, self.free_before(first, false).len())].start()
            }
            _ => self.new.ranges[first].start(),
        };
        let end = match inside.end - 1 - i_last {
            0 => self.edge_within(i_last, last, range.end(), false),
            n if group.iter().all(|&(_, i)| i <= i_last) => {
                let outside = self.free_after(inside.end, true).len();
                self.new.ranges[last + share(n, outside, self.free_after(last + 1, false).len())].end()
            }
            _ => self.new.ranges[last].end(),
        };
        let kept = u16::try_from(kept * 1000 / total).unwrap_or(1000);
        (start < end).then(|| Mapped { range: TextRange::new(start, end), kept })
    }

    /// A short passage whose words stand between its neighbours in another order: “February 25” and
    /// “25 February”.
    fn reordered(&self, inside: Range<usize>) -> Option<Mapped> {
        let gap = self.gap(&inside)?;
        if MOST_REORDERED < inside.len() || inside.len() < 2 {
            return None;
        }
        let mut left: Vec<usize> = gap.collect();
        let mut found: Vec<usize> = Vec::new();
        for i in inside.clone() {
            if let Some(at) = left.iter().position(|&j| self.is_same(i, j)) {
                found.push(left.remove(at));
            }
        }
        let kept: usize = found.iter().map(|&j| self.new.weight(j..j + 1)).sum();
        let total = self.old.weight(inside);
        let (first, last) = (found.iter().min()?, found.iter().max()?);
        let is_close = last - first < found.len() + 2;
        let kept_thousandths = u16::try_from(kept * 1000 / total.max(1)).unwrap_or(1000);
        (4 * total <= 5 * kept && is_close).then(|| Mapped {
            range: TextRange::new(self.new.ranges[*first].start(), self.new.ranges[*last].end()),
            kept: kept_thousandths,
        })
    }

    /// The new words between what the neighbours of a passage became, where that is no more than the
    /// passage may have become.
    fn gap(&self, inside: &Range<usize>) -> Option<Range<usize>> {
        let before = match inside.start.checked_sub(1) {
            None => 0,
            Some(before) => (*self.became.get(before)?)? + 1,
        };
        let after =
            if inside.end < self.old.len() { (*self.became.get(inside.end)?)? } else { self.new.len() };
        (before < after && after - before <= 2 * inside.len() + 4).then_some(before..after)
    }

    fn n_free_before(&self, end: usize) -> usize {
        self.free_before(end, true).len()
    }

    /// The aligned words of a passage that stayed together, as (new, old), by the new place: where they
    /// went different ways, the heaviest group.
    fn group(&self, inside: Range<usize>, total: usize) -> Vec<(usize, usize)> {
        let mut aligned: Vec<(usize, usize)> = inside.filter_map(|i| Some((self.became[i]?, i))).collect();
        aligned.sort_unstable();
        let mut groups: Vec<Vec<(usize, usize)>> = Vec::new();
        for word in aligned {
            let is_near = groups
                .last()
                .and_then(|group| group.last())
                .is_some_and(|&(before, _)| self.new.weight(before + 1..word.0) <= total.clamp(20, 60));
            match groups.last_mut() {
                Some(group) if is_near => group.push(word),
                _ => groups.push(vec![word]),
            }
        }
        let weight = |group: &Vec<(usize, usize)>| {
            group.iter().map(|&(_, i)| self.old.weight(i..i + 1)).sum::<usize>()
        };
        let heaviest = groups.iter().map(weight).max().unwrap_or_default();
        groups.into_iter().find(|group| weight(group) == heaviest).unwrap_or_default()
    }

    /// Whether enough around the passage went the same way: a lone word that fits is chance.
    fn is_supported(&self, inside: &Range<usize>) -> bool {
        const AROUND: usize = 6;
        let around = inside.start.saturating_sub(AROUND)..(inside.end + AROUND).min(self.old.len());
        let all = self.old.weight(around.clone());
        let stays = around.filter(|&i| self.became[i].is_some());
        all <= 3 * stays.map(|i| self.old.weight(i..i + 1)).sum::<usize>()
    }

    /// The edge of a passage that begins or ends in (or at) a word that stayed.
    fn edge_within(&self, old: usize, new: usize, at: TextSize, is_start: bool) -> TextSize {
        let (word, place) = (self.old.ranges[old], self.new.ranges[new]);
        let is_as_long = word.len() == place.len() && self.is_same(old, new);
        match (is_start, is_as_long) {
            (true, true) => place.start() + at.saturating_sub(word.start()),
            (false, true) => place.end().saturating_sub(word.end().saturating_sub(at)),
            (true, false) => place.start(),
            (false, false) => place.end(),
        }
    }

    /// Whether most of `range` of the new text is what old text other than `own` became: such a region
    /// is not free.
    pub fn is_taken(&self, range: TextRange, own: TextRange) -> bool {
        let own = self.old.touching(own);
        let words = self.new.touching(range);
        let all = self.new.weight(words.clone());
        let taken = words.filter(|&i| self.was[i].is_some_and(|old| !own.contains(&old)));
        all < 2 * taken.map(|i| self.new.weight(i..i + 1)).sum::<usize>()
    }

    /// What stands now between the neighbours of a passage that is gone: to be offered, never taken.
    pub fn between_neighbours(&self, range: TextRange) -> Option<TextRange> {
        let gap = self.gap(&self.old.touching(range))?;
        Some(TextRange::new(self.new.ranges[gap.start].start(), self.new.ranges[gap.end - 1].end()))
    }
}

/// How many of `n_new` words in the place of `own` and `foreign` old ones belong to the own.
///
/// A long row without one kept word was deleted rather than replaced: then what stands there is foreign.
fn share(own: usize, foreign: usize, n_new: usize) -> usize {
    match foreign {
        _ if LONGEST_REPLACED < own => 0,
        0 if n_new <= 2 * own + 2 => n_new,
        0 => own.min(n_new),
        _ => (n_new * own).div_ceil(own + foreign).min(2 * own + 2).min(n_new),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moved_sentence_takes_its_words_along() {
        let (old, new) = (
            "The mill closed at noon on Friday. Nobody was told of it before. Then came rain.",
            "Nobody was told of it before. Then came rain. The mill closed at last at noon on Friday.",
        );
        let alignment = Alignment::of(old, new);
        let at = old.find("mill").unwrap();
        let mapped = alignment.map(old, TextRange::from_usize(at..at + 4)).unwrap();
        assert_eq!(mapped.range.of(new), Some("mill"));
        assert_eq!(mapped.range.start().to_usize(), new.find("mill").unwrap());
    }

    fn lands(old: &str, words: &str, new: &str) -> Option<String> {
        let at = old.find(words).unwrap();
        let mapped = Alignment::of(old, new).map(old, TextRange::from_usize(at..at + words.len()))?;
        mapped.range.of(new).map(str::to_owned)
    }

    #[test]
    fn words_beside_a_passage_are_not_swallowed() {
        let old = "On Monday the old mill closed for good, they say.";
        let new = "On Monday the very old mill closed for good now, they say.";
        assert_eq!(lands(old, "old mill closed for good", new).unwrap(), "old mill closed for good");
    }

    #[test]
    fn a_replaced_word_at_the_edge_belongs_to_the_passage() {
        let old = "On Monday nine people died there, they say.";
        let new = "On Monday eleven people died there, they say.";
        assert_eq!(lands(old, "nine people died", new).unwrap(), "eleven people died");
        let new = "On Monday at least a dozen people died there, they say.";
        assert_eq!(lands(old, "nine people died", new).unwrap(), "at least a dozen people died");
    }

    #[test]
    fn words_in_another_order_between_the_same_neighbours_are_the_passage() {
        let old = "He was born on february 25, 1895 in the north.";
        let new = "He was born on 25 february, 1895 in the north.";
        assert_eq!(lands(old, "february 25, 1895", new).unwrap(), "25 february, 1895");
    }

    #[test]
    fn a_passage_without_words_that_stay_goes_nowhere() {
        let old = "The vote is on Monday. A disgrace. The mayor left.";
        assert_eq!(lands(old, "A disgrace", "The vote is on Monday. Bread is dearer. The mayor left."), None);
    }
}
