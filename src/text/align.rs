//! What became of each word of an old text: the one alignment of two texts, which serves to find passages
//! again, to say what changed, and to keep one's place on the page.
//!
//! Rows of words that stand once in both texts are the fixed points; between two of them the words are
//! compared by Myers's algorithm, and what is left over on both sides is looked through for rows that
//! were moved, and for words that were only spelt otherwise. Costs little more than reading both texts.
#![cfg_attr(
    not(test),
    expect(clippy::indexing_slicing, reason = "words are known by their place in the rows that are indexed")
)]

mod glued;
mod most;
mod moves;
mod respelt;
mod slide;
mod words;

use super::{TextRange, TextSize};
use imara_diff::{Algorithm, Diff, InternedInput};
use std::collections::HashMap;
use std::ops::Range;
use words::Numbers;
pub use words::Words;

/// The lengths of the rows that serve as fixed points, in words.
const ROWS: [usize; 5] = [12, 8, 5, 3, 2];
/// Pieces of the texts whose lengths in words have at most this product are compared word by word.
const SMALL: usize = 1000;
/// In pieces up to this product two words in a row are no fixed point yet.
const MOST_SMALL: usize = 40_000;
/// The same for parts of a text: what lies between them may be anywhere.
const SMALL_PARTS: usize = 400;
/// Larger ones without any fixed point are held to have nothing in common.
const MOST_COMPARED: usize = 4_000_000;
/// How far around a moved row more of it is looked for, in words.
const REACH: usize = 24;
/// A word that stays alone tells where one was from so many characters on.
const TELLING: usize = 4;
/// About how many rows are remembered at once.
const MOST_ROWS: usize = 1_000_000;
/// How often pieces are cut further.
const MOST_DEPTH: usize = 12;

/// An old text aligned with a new one, word by word; white space does not count.
pub struct Alignment {
    /// The words of the old text.
    pub old: Words,
    /// The words of the new one.
    pub new: Words,
    /// For each old word the new one that it became, where it did not go.
    pub became: Vec<Option<usize>>,
    /// For each new word the old one that it was.
    pub was: Vec<Option<usize>>,
    /// Whether only parts of the old text are known.
    is_in_parts: bool,
}

/// One of the two texts, and the row of pairs from it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Old,
    New,
}

impl Side {
    fn other(self) -> Self {
        match self {
            Self::Old => Self::New,
            Self::New => Self::Old,
        }
    }
}

impl Alignment {
    /// Aligns `old` with `new`.
    ///
    /// ```
    /// use postil::text::align::Alignment;
    /// let aligned = Alignment::of("The mill closed.", "The old mill closed.");
    /// assert_eq!(aligned.became, [Some(0), Some(2), Some(3), Some(4)]);
    /// ```
    pub fn of(old: &str, new: &str) -> Self {
        Self::made(old, None, new)
    }

    /// Aligns parts of an old text with `new`, in their order: `old` has them one after another, each
    /// parted from the next by a character that is `unknown` and stands in none of them.
    pub fn of_parts(old: &str, unknown: char, new: &str) -> Self {
        Self::made(old, Some(unknown), new)
    }

    fn made(old: &str, unknown: Option<char>, new: &str) -> Self {
        let mut numbers = Numbers::default();
        let mut old_words = Words::of(old, &mut numbers);
        let new_words = Words::of(new, &mut numbers);
        if let Some(unknown) = unknown {
            old_words.make_unlike_all(old, unknown);
        }
        let (became, was) = (vec![None; old_words.len()], vec![None; new_words.len()]);
        let mut alignment =
            Self { old: old_words, new: new_words, became, was, is_in_parts: unknown.is_some() };
        alignment.align(0..alignment.old.len(), 0..alignment.new.len(), 0);
        alignment.cut_glued(old, new);
        alignment.slide(old, new);
        alignment.drop_islands(old);
        alignment.find_moves();
        alignment.find_exchanged();
        alignment.find_respelt(old, new);
        alignment
    }

    /// Where one should look in the new text who looked at `at` in the old one: at the next word that
    /// stayed and does not stand alone, else behind the last one; `None` if nothing stayed.
    pub fn place_of(&self, at: TextSize) -> Option<TextSize> {
        let next = self.old.ranges.partition_point(|word| word.end() <= at);
        let is_beside = |old: usize, new: usize| self.became.get(old + 1) == Some(&Some(new + 1));
        let stays = |i: usize| self.became[i].map(|new| (i, new));
        let goes_on = (next..self.old.len()).filter_map(stays).find(|&(old, new)| is_beside(old, new));
        let is_telling = |&i: &usize| TELLING <= self.old.weight(i..i + 1);
        let after = goes_on.or_else(|| (next..self.old.len()).filter(is_telling).find_map(stays));
        if let Some((old, new)) = after {
            let (word, place) = (self.old.ranges[old], self.new.ranges[new]);
            let within = at.saturating_sub(word.start());
            return Some(if word.len() == place.len() { place.start() + within } else { place.start() });
        }
        let before = (0..next).rev().filter(is_telling).find_map(|i| self.became[i])?;
        Some(self.new.ranges[before].end())
    }

    /// The words that say the same in both texts, each with its counterpart, in the order of the old text.
    pub fn same(&self) -> impl Iterator<Item = (TextRange, TextRange)> {
        let pairs = self.became.iter().enumerate().filter_map(|(old, new)| Some((old, (*new)?)));
        let same = pairs.filter(|&(old, new)| self.is_same(old, new));
        same.map(|(old, new)| (self.old.ranges[old], self.new.ranges[new]))
    }

    fn pair(&mut self, old: usize, new: usize) {
        self.became[old] = Some(new);
        self.was[new] = Some(old);
    }

    fn words(&self, side: Side) -> &Words {
        match side {
            Side::Old => &self.old,
            Side::New => &self.new,
        }
    }

    /// Puts parts in the place of some words of `side`; nothing is known of them.
    fn cut(&mut self, side: Side, cuts: &[(usize, Vec<words::Part>)]) {
        if cuts.is_empty() {
            return;
        }
        let (words, own, others) = match side {
            Side::Old => (&mut self.old, &mut self.became, &mut self.was),
            Side::New => (&mut self.new, &mut self.was, &mut self.became),
        };
        let places = words.cut(cuts);
        let mut moved = vec![None; words.len()];
        places.iter().zip(own.iter()).for_each(|(&place, &other)| moved[place] = other);
        *own = moved;
        others.iter_mut().flatten().for_each(|i| *i = places[*i]);
    }

    /// The free words between two pairs, some of them, and those in their place in the new text.
    fn gaps(&self) -> Vec<(Range<usize>, Range<usize>)> {
        let mut gaps = Vec::new();
        let mut i = 0;
        while i < self.old.len() {
            let gone = self.free_after(i, true);
            let end = gone.end;
            if !gone.is_empty() {
                let come = i.checked_sub(1).map_or(Some(0), |before| Some(self.became[before]? + 1));
                gaps.extend(come.map(|come| (gone, self.free_after(come, false))));
            }
            i = end + 1;
        }
        gaps
    }

    /// Whether an old word and a new one say the same.
    pub fn is_same(&self, old: usize, new: usize) -> bool {
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
        let small = if self.is_in_parts { SMALL_PARTS } else { SMALL };
        let fixed =
            if size <= small || depth == MOST_DEPTH { Vec::new() } else { self.fixed_points(&old, &new) };
        if fixed.is_empty() {
            if self.is_in_parts {
                self.compare_ends(old, new);
            } else if size <= MOST_COMPARED {
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
        if depth == 0 {
            self.keep_most(old, new);
        }
    }

    /// Compares what follows the words before, up to what is not known of the old text, and what leads to
    /// those behind: with as much of the new text as it may have become.
    fn compare_ends(&mut self, old: Range<usize>, new: Range<usize>) {
        let known = |i: &usize| !self.old.is_unknown(*i);
        let n_first = old.clone().take_while(known).count();
        let reach = |n: usize| (n + n / 2 + REACH / 2).min(new.len());
        if n_first == old.len() && new.len() <= reach(n_first) {
            return self.compare(old, new);
        }
        let is_anchored = |old: usize, new: usize| self.became.get(old) == Some(&Some(new));
        let follows = old.start == 0 || is_anchored(old.start - 1, new.start.wrapping_sub(1));
        let leads = old.end == self.old.len() || is_anchored(old.end, new.end);
        let n_last = old.clone().rev().take_while(known).count();
        let mut rest = new.start;
        if follows && 0 < n_first {
            rest = new.start + reach(n_first);
            self.compare(old.start..old.start + n_first, new.start..rest);
        }
        if leads && 0 < n_last && n_first < old.len() {
            let start = (new.end - reach(n_last)).max(rest);
            self.compare(old.end - n_last..old.end, start..new.end);
        }
    }

    /// Pairs of places, rising in both, where the same row of words begins that stands once in each
    /// piece. The longest rows that there are decide.
    fn fixed_points(&self, old: &Range<usize>, new: &Range<usize>) -> Vec<(usize, usize)> {
        let step = step(old.len().max(new.len()));
        let is_small = old.len().saturating_mul(new.len()) <= MOST_SMALL;
        for n_words in ROWS.into_iter().filter(|&n_words| !is_small || 3 <= n_words) {
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

    /// Whether nothing is known of what became of a word, or of what it was.
    fn is_free(&self, i: usize, is_old: bool) -> bool {
        let row = if is_old { &self.became } else { &self.was };
        row.get(i).is_some_and(Option::is_none)
    }

    /// The free words before `end`, some of them.
    pub fn free_before(&self, end: usize, is_old: bool) -> Range<usize> {
        let n = (0..end.min(REACH)).take_while(|n| self.is_free(end - n - 1, is_old)).count();
        end - n..end
    }

    /// The free words from `start` on, some of them.
    pub fn free_after(&self, start: usize, is_old: bool) -> Range<usize> {
        let n = (0..REACH).take_while(|n| self.is_free(start + n, is_old)).count();
        start..start + n
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
pub fn longest_rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
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

#[cfg(test)]
mod tests;
