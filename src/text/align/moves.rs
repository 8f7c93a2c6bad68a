//! Rows of words that left one place and came up in another.

use super::{Alignment, MOST_DEPTH, rows_that_stand_once, step};

/// The lengths of the rows that show a move.
const MOVED_ROWS: [usize; 3] = [8, 5, 3];
/// The least that was moved, in characters.
const LEAST_MOVED: usize = 10;
/// Over how many words one changes its place.
const MOST_EXCHANGED: usize = 3;

impl Alignment {
    /// Aligns rows that left one place and came up in another.
    pub(super) fn find_moves(&mut self) {
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

    /// Aligns words that are the same beside a pair, which other changes had cut off, and those that changed
    /// places with their neighbours: “stand es still” and “stand still es”.
    pub(super) fn find_exchanged(&mut self) {
        for old in 0..self.old.len() {
            let (Some(new), Some(next)) = (self.became[old], self.became.get(old + 1)) else { continue };
            if next.is_none() && self.was.get(new + 1) == Some(&None) && self.is_same(old + 1, new + 1) {
                self.pair(old + 1, new + 1);
            }
        }
        for old in (1..self.old.len()).rev() {
            let (Some(new), None) = (self.became[old], self.became[old - 1]) else { continue };
            if 0 < new && self.was[new - 1].is_none() && self.is_same(old - 1, new - 1) {
                self.pair(old - 1, new - 1);
            }
        }
        for old in 0..self.old.len() {
            if self.became[old].is_some() {
                continue;
            }
            let before = old.checked_sub(1).and_then(|before| self.became[before]);
            let after = self.became.get(old + 1).copied().flatten();
            let near =
                before.map(|at| at + 1).into_iter().chain(after).flat_map(|at| {
                    at.saturating_sub(MOST_EXCHANGED)..(at + MOST_EXCHANGED).min(self.new.len())
                });
            let mut near = near.filter(|&new| self.was[new].is_none() && self.is_same(old, new));
            if let Some(new) = near.next() {
                self.pair(old, new);
            }
        }
    }
}
