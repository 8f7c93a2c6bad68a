//! Where a change begins, where the words leave that open, and matches that are chance.
//!
//! Of “One. Two.” and “One. New. Two.” a diff may as well say that “New.” came as that “. New” did: what
//! came or went is moved to where paragraphs and sentences begin.

use super::{Alignment, Side};

/// How far a change is moved, in words.
const MOST_SLID: usize = 48;
/// Words that stay alone between changes are chance below so many characters.
const ISLAND: usize = 6;

impl Alignment {
    /// Moves what only came, or only went, to the best of the places where it may have.
    pub(super) fn slide(&mut self, old: &str, new: &str) {
        self.end_sentences_early(new);
        self.slide_in(Side::New, new);
        self.slide_in(Side::Old, old);
    }

    /// Where a sentence lost its last words and others came behind it, its full stop is the first that came,
    /// not the last: “too lengthy. I'm” became “early. New sentence. I'm”.
    fn end_sentences_early(&mut self, new: &str) {
        for i in 1..self.became.len() {
            let Some(end) = self.became[i].filter(|&end| self.is_same(i, end)) else { continue };
            let is_end =
                self.new.ranges[end].of(new).is_some_and(|word| matches!(word, "." | "!" | "?" | "。"));
            let n_gone = self.free_before(i, true).len();
            if !is_end || n_gone == 0 {
                continue;
            }
            let mut come = self.free_before(end, false);
            let n_come = come.len();
            let first = come.find(|&j| self.new.ids[j] == self.new.ids[end]);
            if let Some(first) = first.filter(|&first| first + n_come < end + 2 * n_gone + 2) {
                (self.was[end], self.became[i], self.was[first]) = (None, Some(first), Some(i));
            }
        }
    }

    /// Words of `side` that the other text has nothing for.
    fn slide_in(&mut self, side: Side, text: &str) {
        let mut at = 0;
        let n_words = self.row(side).len();
        while at < n_words {
            let end = (at..n_words).find(|&i| self.row(side)[i].is_some()).unwrap_or(n_words);
            if at < end
                && 0 < at
                && let (Some(before), Some(after)) =
                    (self.row(side)[at - 1], self.row(side).get(end).copied().flatten())
                && before + 1 == after
            {
                self.slide_gap(side, text, at, end);
            }
            at = end.max(at) + 1;
        }
    }

    /// The words from `start` to `end`, between two that are neighbours in the other text.
    fn slide_gap(&mut self, side: Side, text: &str, start: usize, end: usize) {
        let score = |of: &Self, by: isize| {
            let edge = |at: usize| of.break_before(side, text, at.saturating_add_signed(by));
            edge(start) + edge(end)
        };
        let (back, forth) = (self.room(side, start, end, true), self.room(side, start, end, false));
        let all = (-back.cast_signed()..=forth.cast_signed()).map(|by| (score(self, by), -by.abs(), by));
        let Some((_, _, by)) = all.max() else { return };
        self.shift(side, start, end, by);
    }

    /// By how many words the gap can be moved.
    fn room(&self, side: Side, start: usize, end: usize, is_back: bool) -> usize {
        let ids = self.ids(side);
        let row = self.row(side);
        let goes_on = |n: usize| {
            let (inner, outer) = if is_back {
                let Some(outer) = start.checked_sub(n + 1) else { return false };
                (end - 1 - n.min(end - 1), outer)
            } else {
                (start + n, end + n)
            };
            // Beyond the gap's own length the words repeat themselves.
            let is_same = ids.get(inner) == ids.get(outer) && outer < ids.len();
            let is_paired = row.get(outer).copied().flatten().is_some_and(|other| {
                let next = if is_back { outer + 1 } else { outer - 1 };
                n == 0 || row.get(next).copied().flatten().is_some_and(|beside| beside.abs_diff(other) == 1)
            });
            is_same && is_paired && self.is_same_pair(side, outer)
        };
        (0..MOST_SLID).take_while(|&n| goes_on(n)).count()
    }

    /// Whether a word and its counterpart are the same, not only alike.
    fn is_same_pair(&self, side: Side, at: usize) -> bool {
        let other = self.row(side)[at];
        other.is_some_and(|other| match side {
            Side::Old => self.is_same(at, other),
            Side::New => self.is_same(other, at),
        })
    }

    fn shift(&mut self, side: Side, start: usize, end: usize, by: isize) {
        let length = end - start;
        let moves: Vec<(usize, usize)> = if by < 0 {
            (1..=by.unsigned_abs()).map(|n| (start - n, start - n + length)).collect()
        } else {
            (0..by.unsigned_abs()).map(|n| (end + n, start + n)).collect()
        };
        for (from, to) in moves {
            let Some(other) = self.row_mut(side)[from].take() else { continue };
            self.row_mut(side)[to] = Some(other);
            match side {
                Side::Old => self.was[other] = Some(to),
                Side::New => self.became[other] = Some(to),
            }
        }
    }

    /// How good a place before the `at`th word is for a change to begin.
    fn break_before(&self, side: Side, text: &str, at: usize) -> usize {
        let ranges = match side {
            Side::Old => &self.old.ranges,
            Side::New => &self.new.ranges,
        };
        let (Some(before), Some(after)) = (at.checked_sub(1).and_then(|i| ranges.get(i)), ranges.get(at))
        else {
            return 4;
        };
        let between = text.get(before.end().to_usize()..after.start().to_usize()).unwrap_or_default();
        let last = before.of(text).unwrap_or_default();
        let is_closing =
            |c: char| matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '”' | '"' | '»' | ')');
        match () {
            () if between.contains('\n') => 4,
            () if last.chars().all(is_closing) && !between.is_empty() => 3,
            () if last.chars().all(|c| !c.is_alphanumeric()) && !between.is_empty() => 2,
            () if !between.is_empty() => 1,
            () => 0,
        }
    }

    /// Parts what is one only by chance: a short word between words that went and others that came.
    pub(super) fn drop_islands(&mut self, old: &str) {
        let mut at = 0;
        while at < self.became.len() {
            let Some(first) = self.became[at] else {
                at += 1;
                continue;
            };
            let n_words = (0..).take_while(|n| self.became.get(at + n) == Some(&Some(first + n))).count();
            if self.is_island(old, at, first, n_words) {
                for n in 0..n_words {
                    (self.became[at + n], self.was[first + n]) = (None, None);
                }
            }
            at += n_words;
        }
    }

    fn is_island(&self, old: &str, at: usize, first: usize, n_words: usize) -> bool {
        let own = self.old.weight(at..at + n_words);
        if ISLAND <= own {
            return false;
        }
        let has_figure = self.old.ranges[at..at + n_words]
            .iter()
            .any(|word| word.of(old).is_some_and(|word| word.chars().any(char::is_numeric)));
        let flank = |old: std::ops::Range<usize>, new: std::ops::Range<usize>| {
            (self.old.weight(old), self.new.weight(new))
        };
        let before = flank(self.free_before(at, true), self.free_before(first, false));
        let after = flank(self.free_after(at + n_words, true), self.free_after(first + n_words, false));
        let is_far = |(gone, come): (usize, usize)| 2 * own < gone.max(come);
        let is_uneven = |(gone, come): (usize, usize)| 2 * gone.min(come) < gone.max(come);
        !has_figure && is_far(before) && is_far(after) && (is_uneven(before) || is_uneven(after))
    }

    fn row(&self, side: Side) -> &[Option<usize>] {
        match side {
            Side::Old => &self.became,
            Side::New => &self.was,
        }
    }

    fn row_mut(&mut self, side: Side) -> &mut [Option<usize>] {
        match side {
            Side::Old => &mut self.became,
            Side::New => &mut self.was,
        }
    }

    fn ids(&self, side: Side) -> &[u32] {
        match side {
            Side::Old => &self.old.ids,
            Side::New => &self.new.ids,
        }
    }
}
