//! Words that were mistyped, inflected or, as numbers, corrected.

use super::Alignment;
use std::ops::Range;

/// Words of so few letters resemble many others.
const SHORT: usize = 4;

impl Alignment {
    /// Pairs words that were mistyped, inflected or, as numbers, corrected: those of a gap in the old
    /// text with those of the gap in its place.
    pub(super) fn find_respelt(&mut self, old: &str, new: &str) {
        for (gone, come) in self.gaps() {
            self.pair_respelt(old, gone, new, come);
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

/// Whether at least half of the letters are the same, in order; of short words two thirds: “too” is not
/// “into”.
pub(super) fn resembles(word: &str, other: &str) -> bool {
    let (word, other): (Vec<char>, Vec<char>) = (word.chars().collect(), other.chars().collect());
    let longer = word.len().max(other.len());
    let shorter = word.len().min(other.len());
    let may_differ = if longer <= SHORT { longer / 3 } else { longer / 2 };
    3 <= shorter && longer <= 40 && longer <= 2 * shorter && distance(&word, &other) <= may_differ
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
