//! Rows of words that left one place and came up in another.

use super::{Alignment, MOST_DEPTH, rows_that_stand_once, step};

/// The lengths of the rows that show a move.
const MOVED_ROWS: [usize; 3] = [8, 5, 3];
/// The least that was moved, in characters.
const LEAST_MOVED: usize = 10;

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
}
