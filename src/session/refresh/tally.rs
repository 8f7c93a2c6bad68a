//! What came in and what went, in words.

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
    pub(super) fn words(&self, name: &str, is_mine: bool, was_here: bool) -> Option<String> {
        if self.is_same {
            return None;
        }
        let whose = if is_mine { "your".to_owned() } else { format!("{name}’s") };
        if !was_here {
            let marks =
                if self.n_marks == 1 { "1 mark".to_owned() } else { format!("{} marks", self.n_marks) };
            let from = if is_mine { "another of your machines".to_owned() } else { name.to_owned() };
            return Some(format!("{marks} by {from} came in"));
        }
        let counts = [(self.n_more, "more"), (self.n_fewer, "fewer"), (self.n_other, "different")];
        let counts: Vec<String> =
            counts.iter().filter(|(n, _)| 0 < *n).map(|(n, word)| format!("{n} {word}")).collect();
        Some(match counts.is_empty() {
            true => format!("{whose} marks changed"),
            false => format!("{whose} marks changed: {}", counts.join(", ")),
        })
    }
}
