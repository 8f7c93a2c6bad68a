//! Fixed points that mislead: where a text says much twice, a row that stands once in both may be another.

use super::{Alignment, MOST_COMPARED};
use std::ops::Range;

/// Words in so long a row stayed; shorter rows may be chance.
const ROW: usize = 4;

impl Alignment {
    /// Compares two pieces word by word after all, if much of them went by the fixed points; what keeps
    /// clearly more words in rows is taken.
    pub(super) fn keep_most(&mut self, old: Range<usize>, new: Range<usize>) {
        let kept = self.n_in_rows(old.clone());
        let shorter = old.len().min(new.len());
        if self.is_in_parts || MOST_COMPARED < old.len().saturating_mul(new.len()) || 9 * shorter <= 10 * kept
        {
            return;
        }
        let (became, was) = (self.became[old.clone()].to_vec(), self.was[new.clone()].to_vec());
        self.became[old.clone()].fill(None);
        self.was[new.clone()].fill(None);
        self.compare(old.clone(), new.clone());
        if 10 * self.n_in_rows(old.clone()) < 11 * kept {
            self.became[old].copy_from_slice(&became);
            self.was[new].copy_from_slice(&was);
        }
    }

    /// How many words of a piece of the old text stayed in rows.
    fn n_in_rows(&self, old: Range<usize>) -> usize {
        let goes_on = |a: &Option<usize>, b: &Option<usize>| a.is_some() && a.map(|a| a + 1) == *b;
        let rows = self.became[old].chunk_by(goes_on).filter(|row| ROW <= row.len());
        rows.map(<[_]>::len).sum()
    }
}
