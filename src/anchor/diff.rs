//! What became of each word of an old text.
//!
//! Rows of words that stand once in both texts are the fixed points; between two of them the words are
//! compared by Myers's algorithm, and what is left over on both sides is looked through for rows that
//! were moved, and for words that were only spelt otherwise. Costs little more than reading both texts.

use super::words::{Numbers, Words};
use imara_diff::{Algorithm, Diff, InternedInput};
use std::collections::HashMap;
use std::ops::Range;

/// The lengths of the rows that serve as fixed points, in words.
const ROWS: [usize; 5] = [12, 8, 5, 3, 2];
/// The lengths of the rows that show a move.
const MOVED_ROWS: [usize; 3] = [8, 5, 3];
/// The least that was moved, in characters.
const LEAST_MOVED: usize = 10;
/// Pieces of the texts whose lengths in words have at most this product are compared word by word.
const SMALL: usize = 40_000;
/// Larger ones without any fixed point are held to have nothing in common.
const MOST_COMPARED: usize = 4_000_000;
/// How far around a moved row more of it is looked for, in words.
const REACH: usize = 24;
/// About how many rows are remembered at once.
const MOST_ROWS: usize = 1_000_000;
/// How often pieces are cut further.
const MOST_DEPTH: usize = 12;

/// An old text aligned with a new one, word by word (UAX #29); white space does not count.
pub struct Alignment {
    pub(super) old: Words,
    pub(super) new: Words,
    /// For each old word the new one that it became, where it did not go.
    pub(super) became: Vec<Option<usize>>,
    /// For each new word the old one that it was.
    pub(super) was: Vec<Option<usize>>,
}

impl Alignment {
    /// Aligns `old` with `new`.
    pub fn of(old: &str, new: &str) -> Self {
        let mut numbers = Numbers::default();
        let (old_words, new_words) = (Words::of(old, &mut numbers), Words::of(new, &mut numbers));
        let (became, was) = (vec![None; old_words.len()], vec![None; new_words.len()]);
        let mut alignment = Self { old: old_words, new: new_words, became, was };
        alignment.align(0..alignment.old.len(), 0..alignment.new.len(), 0);
        alignment.find_moves();
        alignment.find_respelt(old, new);
        alignment
    }

    fn pair(&mut self, old: usize, new: usize) {
        self.became[old] = Some(new);
        self.was[new] = Some(old);
    }

    pub(super) fn is_same(&self, old: usize, new: usize) -> bool {
        self.old.ids[old] == self.new.ids[new]
    }

    /// Aligns two pieces in their order.
    fn align(&mut self, mut old: Range<usize>, mut new: Range<usize>, depth: usize) {
        while !old.is_empty() && !new.is_empty() && self.is_same(old.start, new.start) {
            self.pair(old.start, new.start);
            (old.start, new.start) = (old.start + 1, new.start + 1);
        }
        while !old.is_empty() && !new.is_empty() && self.is_same(old.end - 1, new.end - 1) {
            (old.end, new.end) = (old.end - 1, new.end - 1);
            self.pair(old.end, new.end);
        }
        let size = old.len().saturating_mul(new.len());
        if size == 0 {
            return;
        }
        let fixed =
            if size <= SMALL || depth == MOST_DEPTH { Vec::new() } else { self.fixed_points(&old, &new) };
        if fixed.is_empty() {
            if size <= MOST_COMPARED {
                self.compare(old, new);
            }
            return;
        }
        let (mut old_at, mut new_at) = (old.start, new.start);
        for (old_fixed, new_fixed) in fixed.into_iter().chain([(old.end, new.end)]) {
            if old_fixed < old_at || new_fixed < new_at {
                continue;
            }
            self.align(old_at..old_fixed, new_at..new_fixed, depth + 1);
            (old_at, new_at) = (old_fixed, new_fixed);
        }
    }

    /// Pairs of places, rising in both, where the same row of words begins that stands once in each
    /// piece. The longest rows that there are decide.
    fn fixed_points(&self, old: &Range<usize>, new: &Range<usize>) -> Vec<(usize, usize)> {
        let step = step(old.len().max(new.len()));
        for n_words in ROWS {
            let olds = rows_that_stand_once(&self.old.ids[old.clone()], n_words, |_| true, step);
            let news = rows_that_stand_once(&self.new.ids[new.clone()], n_words, |_| true, step);
            let mut pairs: Vec<(usize, usize)> = olds
                .into_iter()
                .filter_map(|(row, at)| Some((old.start + at?, new.start + (*news.get(row)?)?)))
                .collect();
            pairs.sort_unstable();
            let rising = longest_rising(&pairs);
            if !rising.is_empty() {
                return rising;
            }
        }
        Vec::new()
    }

    /// Myers's algorithm.
    fn compare(&mut self, old: Range<usize>, new: Range<usize>) {
        let mut input = InternedInput::default();
        input.update_before(self.old.ids[old.clone()].iter().copied());
        input.update_after(self.new.ids[new.clone()].iter().copied());
        let mut diff = Diff::compute(Algorithm::Myers, &input);
        diff.postprocess_no_heuristic(&input);
        let (mut old_at, mut new_at) = (old.start, new.start);
        let hunks: Vec<_> = diff.hunks().map(|hunk| (hunk.before, hunk.after)).collect();
        for (gone, come) in hunks {
            let (gone_start, come_start) = (old.start + gone.start as usize, new.start + come.start as usize);
            (old_at..gone_start).zip(new_at..come_start).for_each(|(old, new)| self.pair(old, new));
            (old_at, new_at) = (old.start + gone.end as usize, new.start + come.end as usize);
        }
        (old_at..old.end).zip(new_at..new.end).for_each(|(old, new)| self.pair(old, new));
    }

    /// Aligns rows that left one place and came up in another.
    fn find_moves(&mut self) {
        let step = step(self.old.len().max(self.new.len()));
        for n_words in MOVED_ROWS {
            let olds = rows_that_stand_once(&self.old.ids, n_words, |i| self.became[i].is_none(), step);
            let news = rows_that_stand_once(&self.new.ids, n_words, |i| self.was[i].is_none(), step);
            let mut pairs: Vec<(usize, usize)> =
                olds.into_iter().filter_map(|(row, at)| Some((at?, (*news.get(row)?)?))).collect();
            pairs.sort_unstable();
            for (old, new) in pairs {
                if self.became[old].is_none() && self.was[new].is_none() {
                    self.take_move(old, new);
                }
            }
        }
    }

    /// Aligns the row around a pair of words, and what resembles it before and after.
    fn take_move(&mut self, old: usize, new: usize) {
        let is_free = |of: &Self, old: usize, new: usize| {
            of.became.get(old) == Some(&None) && of.was.get(new) == Some(&None)
        };
        let (mut low, mut high) = (0, 0);
        while low < old && low < new && {
            let (old, new) = (old - low - 1, new - low - 1);
            is_free(self, old, new) && self.is_same(old, new)
        } {
            low += 1;
        }
        while is_free(self, old + high, new + high) && self.is_same(old + high, new + high) {
            high += 1;
        }
        if self.old.weight(old - low..old + high) < LEAST_MOVED {
            return;
        }
        (old - low..old + high).zip(new - low..new + high).for_each(|(old, new)| self.pair(old, new));
        let (old_before, new_before) =
            (self.free_before(old - low, true), self.free_before(new - low, false));
        self.align(old_before, new_before, MOST_DEPTH);
        let (old_after, new_after) = (self.free_after(old + high, true), self.free_after(new + high, false));
        self.align(old_after, new_after, MOST_DEPTH);
    }

    fn is_free(&self, i: usize, is_old: bool) -> bool {
        let row = if is_old { &self.became } else { &self.was };
        row.get(i).is_some_and(Option::is_none)
    }

    /// The free words before `end`, some of them.
    pub(super) fn free_before(&self, end: usize, is_old: bool) -> Range<usize> {
        let n = (0..end.min(REACH)).take_while(|n| self.is_free(end - n - 1, is_old)).count();
        end - n..end
    }

    pub(super) fn free_after(&self, start: usize, is_old: bool) -> Range<usize> {
        let n = (0..REACH).take_while(|n| self.is_free(start + n, is_old)).count();
        start..start + n
    }

    /// Pairs words that were mistyped, inflected or, as numbers, corrected: those of a gap in the old
    /// text with those of the gap in its place.
    fn find_respelt(&mut self, old: &str, new: &str) {
        let mut i = 0;
        while i < self.old.len() {
            let gone = self.free_after(i, true);
            if !gone.is_empty() {
                let come = match i.checked_sub(1) {
                    None => self.free_after(0, false),
                    Some(before) => match self.became[before] {
                        Some(before) => self.free_after(before + 1, false),
                        None => 0..0,
                    },
                };
                self.pair_respelt(old, gone.clone(), new, come);
            }
            i = gone.end + 1;
        }
    }

    fn pair_respelt(&mut self, old: &str, gone: Range<usize>, new: &str, come: Range<usize>) {
        let is_one_for_one = gone.len() == come.len();
        let mut from = come.start;
        for i in gone.clone() {
            let word = self.old.ranges[i].of(old).unwrap_or_default();
            let found = (from..come.end).find(|&j| {
                let other = self.new.ranges[j].of(new).unwrap_or_default();
                let is_beside = i - gone.start == j - come.start && is_one_for_one;
                resembles(word, other) || is_beside && is_number(word) && is_number(other)
            });
            if let Some(j) = found {
                self.pair(i, j);
                from = j + 1;
            }
        }
    }
}

/// Every row of `n_words` words that are all free, with where it begins; `None` where it stands twice.
///
/// Of long texts only rows that begin with certain words are taken, the same in both texts, so that the
/// table stays small.
fn rows_that_stand_once(
    ids: &[u32],
    n_words: usize,
    is_free: impl Fn(usize) -> bool,
    step: u32,
) -> HashMap<&[u32], Option<usize>> {
    let mut rows = HashMap::new();
    let mut n_free = 0;
    for end in 0..ids.len() {
        n_free = if is_free(end) { n_free + 1 } else { 0 };
        let start = (end + 1).saturating_sub(n_words);
        if n_words <= n_free && ids[start].is_multiple_of(step) {
            rows.entry(&ids[start..=end]).and_modify(|at| *at = None).or_insert(Some(start));
        }
    }
    rows
}

/// One in how many words may begin a row, in texts of so many.
fn step(n_words: usize) -> u32 {
    u32::try_from(n_words / MOST_ROWS).unwrap_or(u32::MAX).saturating_add(1)
}

/// The longest row of pairs, sorted by the first, in which the second rises too.
fn longest_rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // For each length the pair that ends a row of it with the least second.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
    for (i, pair) in pairs.iter().enumerate() {
        let length = ends.partition_point(|&end| pairs[end].1 < pair.1);
        before[i] = length.checked_sub(1).map(|shorter| ends[shorter]);
        match ends.get_mut(length) {
            Some(end) => *end = i,
            None => ends.push(i),
        }
    }
    let mut rising: Vec<_> =
        std::iter::successors(ends.last().copied(), |&i| before[i]).map(|i| pairs[i]).collect();
    rising.reverse();
    rising
}

fn is_number(word: &str) -> bool {
    word.chars().any(char::is_numeric)
}

/// Whether at least half of the letters are the same, in order.
fn resembles(word: &str, other: &str) -> bool {
    let (word, other): (Vec<char>, Vec<char>) = (word.chars().collect(), other.chars().collect());
    let longer = word.len().max(other.len());
    let shorter = word.len().min(other.len());
    3 <= shorter && longer <= 40 && longer <= 2 * shorter && 2 * distance(&word, &other) <= longer
}

/// How many letters must be inserted, deleted or replaced.
fn distance(word: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, letter) in word.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, wanted) in other.iter().enumerate() {
            let replaced = diagonal + usize::from(letter != wanted);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words<'a>(text: &'a str, words: &Words) -> Vec<&'a str> {
        words.ranges.iter().map(|range| range.of(text).unwrap()).collect()
    }

    proptest! {
        #[test]
        fn each_word_becomes_one_that_says_the_same_or_is_spelt_like_it(old in "([ab]{1,2}[ .\n]){0,60}", new in "([ab]{1,2}[ .\n]){0,60}") {
            let alignment = Alignment::of(&old, &new);
            let (olds, news) = (words(&old, &alignment.old), words(&new, &alignment.new));
            for (i, became) in alignment.became.iter().enumerate() {
                let Some(became) = *became else { continue };
                prop_assert!(olds[i] == news[became] || resembles(olds[i], news[became]));
                prop_assert_eq!(alignment.was[became], Some(i));
            }
            prop_assert_eq!(alignment.became.iter().flatten().count(), alignment.was.iter().flatten().count());
        }

        #[test]
        fn all_words_of_lines_that_stay_stay(lines in prop::collection::vec("[a-z]{1,3} [a-z]{1,3}", 1..12), cut in 0..12_usize) {
            let old = lines.join("\n");
            let left: Vec<&str> = lines.iter().enumerate().filter(|(i, _)| *i != cut).map(|(_, line)| line.as_str()).collect();
            let alignment = Alignment::of(&old, &left.join("\n"));
            prop_assert!(alignment.was.iter().all(Option::is_some));
        }
    }

    #[test]
    fn a_text_is_aligned_with_itself_however_long() {
        let text: String = (0..5000).map(|n| format!("{} {} ", n % 7, n * n % 1013)).collect();
        let alignment = Alignment::of(&text, &text);
        assert!(alignment.became.iter().enumerate().all(|(i, became)| *became == Some(i)));
    }

    #[test]
    fn the_longest_rising_row_is_found() {
        assert_eq!(longest_rising(&[(0, 5), (1, 1), (2, 2), (3, 0), (4, 9)]), [(1, 1), (2, 2), (4, 9)]);
        assert!(longest_rising(&[]).is_empty());
    }
}
