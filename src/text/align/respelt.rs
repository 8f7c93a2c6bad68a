//! Words that were mistyped, inflected or, as numbers, corrected.

use super::Alignment;
use std::ops::Range;

impl Alignment {
    /// Pairs words that were mistyped, inflected or, as numbers, corrected: those of a gap in the old
    /// text with those of the gap in its place.
    pub(super) fn find_respelt(&mut self, old: &str, new: &str) {
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

fn is_number(word: &str) -> bool {
    word.chars().any(char::is_numeric)
}

/// Whether at least half of the letters are the same, in order.
pub(super) fn resembles(word: &str, other: &str) -> bool {
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
