//! What came in and what went, counted.

use super::notice::Notice;
use crate::layer::Layer;

/// How a layer differs from the one before.
pub(super) struct Tally {
    n_more: usize,
    n_fewer: usize,
    n_other: usize,
    n_marks: usize,
    is_same: bool,
}

impl Tally {
    pub(super) fn of(before: Option<&Layer>, after: &Layer) -> Self {
        let was = |id| before.and_then(|before| before.annotation(id));
        let mut tally = Self {
            n_more: 0,
            n_fewer: 0,
            n_other: 0,
            n_marks: after.annotations().len(),
            is_same: before == Some(after),
        };
        for mark in after.annotations() {
            match was(mark.id) {
                None => tally.n_more += 1,
                Some(before) => tally.n_other += usize::from(before != mark),
            }
        }
        let n_before = before.map_or(0, |before| before.annotations().len());
        tally.n_fewer = (n_before + tally.n_more).saturating_sub(tally.n_marks);
        tally
    }

    /// What a person should be told of it.
    pub(super) fn notice(&self, name: &str, is_mine: bool, was_here: bool) -> Option<Notice> {
        if self.is_same {
            return None;
        }
        let whose = (!is_mine).then(|| name.to_owned());
        Some(match was_here {
            false => Notice::CameIn { whose, n_marks: self.n_marks },
            true => Notice::Changed { whose, counts: [self.n_more, self.n_fewer, self.n_other] },
        })
    }
}
