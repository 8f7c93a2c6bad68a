//! A text as a row of words, each with a number that equal words of two texts share.

use crate::text::TextRange;
use crate::text::search::{Case, Folded};
use crate::text::words::pieces;
use std::borrow::Cow;
use std::collections::HashMap;

/// The numbers of words; both texts of a comparison are read with the same.
#[derive(Default)]
pub(super) struct Numbers<'a>(HashMap<Cow<'a, str>, u32>);

/// The words and signs of a text, without white space. Words count as equal when they fold
/// alike: quotes, soft hyphens and the form of letters do not matter.
#[derive(Default)]
pub struct Words {
    /// Bytes of the text, rising.
    pub ranges: Vec<TextRange>,
    /// The number of each.
    pub(super) ids: Vec<u32>,
    /// The characters of each; those of what is not known count nothing.
    weights: Vec<u32>,
}

/// A part of a word that is several.
pub(super) struct Part {
    pub(super) range: TextRange,
    pub(super) id: u32,
    /// In characters.
    pub(super) weight: u32,
}

/// A word as it is compared.
pub(super) fn fold(word: &str) -> Folded {
    Folded::of(word, Case::Kept)
}

impl Words {
    /// Reads `text` once.
    pub(super) fn of<'a>(text: &'a str, numbers: &mut Numbers<'a>) -> Self {
        let mut words = Self::default();
        for (start, word) in pieces(text) {
            let is_plain = word.is_ascii() && !word.contains(['`', '\n']);
            let folded =
                if is_plain { Cow::Borrowed(word) } else { Cow::Owned(fold(word).text().to_owned()) };
            if folded.trim().is_empty() {
                continue;
            }
            let weight = u32::try_from(folded.chars().count()).unwrap_or(u32::MAX);
            let next = u32::try_from(numbers.0.len()).unwrap_or(u32::MAX);
            let id = *numbers.0.entry(folded).or_insert(next);
            words.push(TextRange::from_usize(start..start + word.len()), id, weight);
        }
        words
    }

    /// Puts parts in the place of some words, which are rising; says where each word is then.
    pub(super) fn cut(&mut self, cuts: &[(usize, Vec<Part>)]) -> Vec<usize> {
        let mut places = Vec::with_capacity(self.len());
        let mut cuts = cuts.iter().peekable();
        let old = std::mem::take(self);
        for (i, ((range, id), weight)) in old.ranges.into_iter().zip(old.ids).zip(old.weights).enumerate() {
            places.push(self.len());
            match cuts.next_if(|(at, _)| *at == i) {
                Some((_, parts)) => parts.iter().for_each(|part| self.push(part.range, part.id, part.weight)),
                None => self.push(range, id, weight),
            }
        }
        places
    }

    fn push(&mut self, range: TextRange, id: u32, weight: u32) {
        self.ranges.push(range);
        self.ids.push(id);
        self.weights.push(weight);
    }

    /// Gives each place of `text` where something is not known a number that no word has.
    pub(super) fn make_unlike_all(&mut self, text: &str, unknown: char) {
        let mut next = u32::MAX;
        for (i, range) in self.ranges.iter().enumerate() {
            if range.of(text).is_some_and(|word| word.contains(unknown)) {
                (self.ids[i], self.weights[i]) = (next, 0);
                next -= 1;
            }
        }
    }

    /// Whether a word stands for something that is not known.
    pub(super) fn is_unknown(&self, i: usize) -> bool {
        self.weights.get(i) == Some(&0)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// The words that `range` touches.
    pub fn touching(&self, range: TextRange) -> std::ops::Range<usize> {
        let first = self.ranges.partition_point(|word| word.end() <= range.start());
        let after = self.ranges.partition_point(|word| word.start() < range.end());
        first..after.max(first)
    }

    /// The characters of some words together.
    pub fn weight(&self, words: std::ops::Range<usize>) -> usize {
        self.weights.get(words).unwrap_or_default().iter().map(|&weight| weight as usize).sum()
    }
}
