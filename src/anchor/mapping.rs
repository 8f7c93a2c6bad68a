//! Where a passage went, by what became of its words.

use crate::text::align::Alignment;
use crate::text::{TextRange, TextSize};
use std::ops::Range;

/// The longest row of words at the edge of a passage that others can stand for.
const LONGEST_REPLACED: usize = 6;
/// The longest passage that is looked for with its words in another order.
const MOST_REORDERED: usize = 12;
/// What may stand between two words of one piece of a passage, in characters.
const BETWEEN: usize = 60;
/// What may have been put between two pieces of a passage, in characters.
const MOST_PUT: usize = 600;
/// How long a clause is that was put between two words, in characters.
const CLAUSE: usize = 150;
/// A word far from the others is one of them only with so many characters of words that stayed beside it.
const SOLID: usize = 8;
/// A word tells where a passage stood from so many characters on.
const TELLING: usize = 4;
/// How far from a passage its neighbours may be by which it is known, in words.
const NEAR: usize = 3;
/// How many words that went are passed over to find one beside a passage that stayed.
const BESIDE: usize = 12;

/// Where the diff puts a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapped {
    /// In the new text; several where more than a few words were put into it.
    pub pieces: Vec<TextRange>,
    /// From the first word that says the same to the last, in the piece with the most of them; `None` if all
    /// are only alike.
    pub core: Option<TextRange>,
    /// How many of the old passage's non-space characters are in it still, in thousandths.
    pub kept: u16,
}

impl Mapped {
    /// From the first piece to the last.
    pub fn hull(&self) -> TextRange {
        self.pieces.iter().copied().reduce(TextRange::hull).unwrap_or_default()
    }
}

impl Alignment {
    /// Where `range` of the old text is in the new one: `None` unless at least half of its non-space
    /// characters are aligned and belong together.
    ///
    /// An edge grows over replaced text only if the passage's own outermost word was replaced, so an
    /// insertion just outside is not swallowed.
    pub fn map(&self, old: &str, new: &str, range: TextRange) -> Option<Mapped> {
        let inside = self.old.touching(range);
        let weight = |i: usize| {
            let shared = self.old.ranges[i].intersection(range).unwrap_or_default();
            shared.of(old).map_or(0, |piece| piece.chars().filter(|c| !c.is_whitespace()).count())
        };
        let total: usize = inside.clone().map(weight).sum();
        let group = self.group(inside.clone(), total);
        let kept: usize = group.iter().map(|&(_, i)| weight(i)).sum();
        let is_kept = total <= 2 * kept && self.is_supported(&inside);
        let is_kept = is_kept || total <= 3 * kept && self.is_between_neighbours(&inside, &group);
        if kept == 0 || !is_kept {
            return self.reordered(inside);
        }
        let (&(first, i_first), &(last, i_last)) = (group.first()?, group.last()?);
        let start = match i_first - inside.start {
            0 => self.edge_within(i_first, first, range.start(), true),
            _ if group.iter().all(|&(_, i)| i_first <= i) => {
                let n = self.n_won_before(old, new, inside.start..i_first, first);
                self.new.ranges[first - n].start()
            }
            _ => self.new.ranges[first].start(),
        };
        let end = match inside.end - 1 - i_last {
            0 => self.edge_within(i_last, last, range.end(), false),
            _ if group.iter().all(|&(_, i)| i <= i_last) => {
                let n = self.n_won_after(old, new, i_last + 1..inside.end, last);
                self.new.ranges[last + n].end()
            }
            _ => self.new.ranges[last].end(),
        };
        let kept = u16::try_from(kept * 1000 / total).unwrap_or(1000);
        let pieces = self.pieces(&group, start.min(end), end);
        let core = pieces.iter().filter_map(|&piece| self.core(&group, piece)).max_by_key(|core| core.len());
        (start < end).then_some(Mapped { pieces, core, kept })
    }

    /// From the first word of a group to the last that say the same, in a piece.
    fn core(&self, group: &[(usize, usize)], piece: TextRange) -> Option<TextRange> {
        let same = group.iter().filter(|&&(new, old)| self.is_same(old, new));
        let same = same.filter_map(|&(new, _)| self.new.ranges[new].intersection(piece));
        same.filter(|word| !word.is_empty()).reduce(TextRange::hull)
    }

    /// The words of a group as pieces, from `start` to `end`.
    fn pieces(&self, group: &[(usize, usize)], start: TextSize, end: TextSize) -> Vec<TextRange> {
        let mut pieces = Vec::new();
        let mut from = start;
        for pair in group.windows(2) {
            let (before, after) = (pair[0].0, pair[1].0);
            if BETWEEN < self.new.weight(before + 1..after) {
                pieces.push(TextRange::new(from, self.new.ranges[before].end()));
                from = self.new.ranges[after].start();
            }
        }
        pieces.push(TextRange::new(from, end));
        pieces
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
        let core = TextRange::new(self.new.ranges[*first].start(), self.new.ranges[*last].end());
        (4 * total <= 5 * kept && is_close).then(|| Mapped {
            pieces: vec![core],
            core: Some(core),
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

    /// The part of the new text where a passage must be that has no words aligned, if it is anywhere near:
    /// between the nearest words on either side that stayed. Also whether that is no more than the passage
    /// and what was beside it may have become.
    pub fn lead(&self, range: TextRange) -> Option<(TextRange, bool)> {
        let inside = self.old.touching(range);
        let low = inside.start.saturating_sub(BESIDE);
        let before = (low..inside.start).rev().find_map(|i| self.became[i]);
        let high = (inside.end + BESIDE).min(self.old.len());
        let after = (inside.end..high).find_map(|i| self.became[i]);
        let reach = 2 * inside.len() + 2 * BESIDE;
        let (first, last) = match (before, after) {
            (Some(before), Some(after)) if before < after => (before + 1, after.min(before + 1 + reach)),
            (Some(before), None) => (before + 1, (before + 1 + reach).min(self.new.len())),
            (None, Some(after)) => (after.saturating_sub(reach), after),
            _ => return None,
        };
        let words = self.new.ranges.get(first..last)?;
        let is_narrow = before.is_some() && after.is_some() && last - first <= inside.len() + 2 * NEAR;
        Some((words.first()?.hull(*words.last()?), is_narrow))
    }

    /// Where a passage is if nothing was moved: between the nearest words before and behind it that stayed
    /// and are no signs.
    pub fn expected(&self, range: TextRange) -> Option<TextRange> {
        let inside = self.old.touching(range);
        let stays = |i: usize| self.became[i].filter(|_| TELLING <= self.old.weight(i..i + 1));
        let before = (0..inside.start).rev().find_map(stays)?;
        let after = (inside.end..self.old.len()).find_map(stays)?;
        (before < after)
            .then(|| TextRange::new(self.new.ranges[before].end(), self.new.ranges[after].start()))
    }

    /// The aligned words of a passage that stayed together, as (new, old), by the new place: where they
    /// went different ways, the heaviest group.
    fn group(&self, inside: Range<usize>, total: usize) -> Vec<(usize, usize)> {
        let mut aligned: Vec<(usize, usize)> =
            inside.clone().filter_map(|i| Some((self.became[i]?, i))).collect();
        aligned.sort_unstable();
        let mut groups: Vec<Vec<(usize, usize)>> = Vec::new();
        for word in aligned {
            let is_near = groups
                .last()
                .and_then(|group| group.last())
                .is_some_and(|&before| self.belong_together(before, word, total));
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

    /// Whether two words of a passage, each as (new, old), are one still: there is little between them, or
    /// only what nobody had said before.
    fn belong_together(&self, before: (usize, usize), after: (usize, usize), total: usize) -> bool {
        let between = before.0 + 1..after.0;
        let all = self.new.weight(between.clone());
        if all <= total.clamp(20, BETWEEN) {
            return true;
        }
        let put: usize = between.filter(|&i| self.was[i].is_none()).map(|i| self.new.weight(i..i + 1)).sum();
        let is_solid = |(new, old): (usize, usize)| SOLID <= self.run(old, new);
        before.1 < after.1
            && all - put <= total.clamp(20, BETWEEN)
            && match (is_solid(before), is_solid(after)) {
                (true, true) => put <= MOST_PUT,
                // A word alone behind a clause is trusted where it was the next one.
                (is_one, is_other) => (is_one || is_other) && put <= CLAUSE && after.1 - before.1 <= 2,
            }
    }

    /// The characters of the words around a pair that stayed side by side with it; counted no further than
    /// is asked for.
    fn run(&self, old: usize, new: usize) -> usize {
        let is_pair = |old: Option<usize>, new: Option<usize>| {
            old.zip(new).is_some_and(|(old, new)| self.became.get(old) == Some(&Some(new)))
        };
        let mut weight = self.old.weight(old..old + 1);
        let mut n = 1;
        while weight < SOLID && is_pair(old.checked_sub(n), new.checked_sub(n)) {
            weight += self.old.weight(old - n..old - n + 1);
            n += 1;
        }
        n = 1;
        while weight < SOLID && is_pair(Some(old + n), Some(new + n)) {
            weight += self.old.weight(old + n..old + n + 1);
            n += 1;
        }
        weight
    }

    /// Whether a passage of which less is left lies between its old neighbours, with nothing foreign there
    /// and not much that is new.
    fn is_between_neighbours(&self, inside: &Range<usize>, group: &[(usize, usize)]) -> bool {
        let low = inside.start.saturating_sub(NEAR);
        let before = (low..inside.start).rev().find_map(|i| self.became[i]);
        let after = (inside.end..(inside.end + NEAR).min(self.old.len())).find_map(|i| self.became[i]);
        let (Some(before), Some(after), Some(first), Some(last)) =
            (before, after, group.first(), group.last())
        else {
            return false;
        };
        let is_own = |i: usize| self.was[i].is_none_or(|old| inside.contains(&old));
        let is_in_place = before < first.0 && last.0 < after;
        is_in_place && (before + 1..after).all(is_own) && after - before <= 2 * inside.len() + 2 * NEAR
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

    /// How many words before the new word `first` stand for those of the passage that were `lost` there.
    fn n_won_before(&self, old: &str, new: &str, lost: Range<usize>, first: usize) -> usize {
        if lost.clone().any(|i| self.became[i].is_some()) {
            return 0;
        }
        let outside = self.free_before(lost.start, true).len();
        let mut free = self.free_before(first, false);
        let word = |i: usize| self.new.ranges[i].of(new).unwrap_or_default();
        if !lost.clone().any(|i| ends_sentence(self.old.ranges[i].of(old).unwrap_or_default())) {
            // What ends a sentence before the passage is not its own.
            free.start = free.clone().rev().find(|&i| ends_sentence(word(i))).map_or(free.start, |i| i + 1);
        }
        if self.are_signs(old, &lost) {
            return free.rev().take(lost.len()).take_while(|&i| is_sign(word(i))).count();
        }
        share(lost.len(), outside, free.len())
    }

    /// The same at the end of a passage, after the new word `last`.
    fn n_won_after(&self, old: &str, new: &str, lost: Range<usize>, last: usize) -> usize {
        if lost.clone().any(|i| self.became[i].is_some()) {
            return 0;
        }
        let outside = self.free_after(lost.end, true).len();
        let mut free = self.free_after(last + 1, false);
        let word = |i: usize| self.new.ranges[i].of(new).unwrap_or_default();
        let ends_one = lost.clone().any(|i| ends_sentence(self.old.ranges[i].of(old).unwrap_or_default()));
        if let Some(end) = free.clone().find(|&i| ends_sentence(word(i))) {
            free.end = if ends_one { end + 1 } else { end };
        }
        if self.are_signs(old, &lost) {
            return free.take(lost.len()).take_while(|&i| is_sign(word(i))).count();
        }
        share(lost.len(), outside, free.len())
    }

    fn are_signs(&self, old: &str, words: &Range<usize>) -> bool {
        words.clone().all(|i| is_sign(self.old.ranges[i].of(old).unwrap_or_default()))
    }

    /// Whether `range` of the new text is word for word what stood in one place of the old text, and that is
    /// not `own`.
    pub fn is_anothers(&self, range: TextRange, own: TextRange) -> bool {
        let own = self.old.touching(own);
        let mut words = self.new.touching(range);
        let start = words.start;
        let Some(first) = words.next().and_then(|i| self.was[i]) else { return false };
        let is_what_was = |i: usize, old: usize| self.was[i] == Some(old) && self.is_same(old, i);
        !own.contains(&first)
            && is_what_was(start, first)
            && words.zip(first + 1..).all(|(i, old)| is_what_was(i, old))
    }

    /// Whether most of `range` of the new text is what old text other than `own` became: such a region
    /// is not free.
    pub fn is_taken(&self, range: TextRange, own: TextRange) -> bool {
        let own = self.old.touching(own);
        self.is_from(range, |old, _| !own.contains(&old))
    }

    /// The same, where only words count that still say what they said.
    pub fn is_taken_by_the_same(&self, range: TextRange, own: TextRange) -> bool {
        let own = self.old.touching(own);
        self.is_from(range, |old, new| !own.contains(&old) && self.is_same(old, new))
    }

    /// Whether most of `range` of the new text is what `own` became.
    pub fn is_mostly_own(&self, range: TextRange, own: TextRange) -> bool {
        let own = self.old.touching(own);
        self.is_from(range, |old, _| own.contains(&old))
    }

    /// Whether most of `range` of the new text is what such words became, each asked for as (old, new).
    fn is_from(&self, range: TextRange, is_such: impl Fn(usize, usize) -> bool) -> bool {
        let words = self.new.touching(range);
        let all = self.new.weight(words.clone());
        let such = words.filter(|&i| self.was[i].is_some_and(|old| is_such(old, i)));
        all < 2 * such.map(|i| self.new.weight(i..i + 1)).sum::<usize>()
    }

    /// What stands now between the neighbours of a passage that is gone: to be offered, never taken.
    pub fn between_neighbours(&self, range: TextRange) -> Option<TextRange> {
        let gap = self.gap(&self.old.touching(range))?;
        Some(TextRange::new(self.new.ranges[gap.start].start(), self.new.ranges[gap.end - 1].end()))
    }
}

fn is_sign(word: &str) -> bool {
    !word.chars().any(char::is_alphanumeric)
}

fn ends_sentence(word: &str) -> bool {
    matches!(word, "." | "!" | "?" | "…" | "。" | "！" | "？" | "؟" | "।")
}

/// How many of `n_new` words in the place of `own` and `foreign` old ones belong to the own.
///
/// A long row without one kept word was deleted rather than replaced: then what stands there is foreign.
fn share(own: usize, foreign: usize, n_new: usize) -> usize {
    match foreign {
        _ if LONGEST_REPLACED < own => 0,
        // So many did not replace them: they were put there.
        _ if 2 * (own + foreign) + 2 < n_new => 0,
        0 => n_new,
        _ => (n_new * own).div_ceil(own + foreign).min(2 * own + 2).min(n_new),
    }
}

#[cfg(test)]
mod tests;
