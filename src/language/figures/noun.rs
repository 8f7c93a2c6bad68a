//! The noun of a count: who is counted.

use super::{NOUN, Running};
use crate::language::lexicon::Class;
use crate::language::numbers::number_at;
use std::ops::Range;

impl Running<'_> {
    /// The noun of a count, of a vague one behind "of": "dozens of people".
    pub(super) fn noun_of(&self, is_vague: bool, end: usize) -> Option<usize> {
        // "Deux millions de personnes"
        let of = self.lexicon.find(Class::Joiner, &self.sentence.lower, end);
        let of = of.filter(|_| is_vague || !self.lexicon.is_english());
        self.noun(end).or_else(|| self.noun(end + of?.1))
    }

    /// Where the noun for people stands behind a count.
    pub(super) fn noun(&self, end: usize) -> Option<usize> {
        // "Wounding dozens activists said", where a comma was lost.
        let speaks = |noun: &usize| {
            self.lexicon.is_english()
                && *noun <= end + 2
                && self.is(Class::Verb, noun + 1)
                && self.is_plural(*noun)
        };
        let places = self.near_words(end).take_while(|&at| {
            self.sentence.is_word(at)
                && (at == end || !self.is(Class::Unit, at - 1) && !self.is(Class::Outcome, at - 1))
                && ![Class::Break, Class::Skipped, Class::Verb, Class::And, Class::Joiner]
                    .iter()
                    .any(|&class| self.is(class, at))
                && number_at(self.sentence, self.lexicon, at).is_none()
        });
        places
            .into_iter()
            .find(|&at| self.is(Class::People, at))
            .filter(|noun| !speaks(noun) || !self.ends_count(end))
    }

    /// The words behind a count among which its noun may stand. What hyphens join is one word, of
    /// which the last part alone may be the noun: "50 al-Hamra-linked fighters", "8 ex-soldiers".
    fn near_words(&self, end: usize) -> impl Iterator<Item = usize> {
        let is_hyphen = move |at: usize| {
            end < at
                && self.sentence.is(at, &["-", "\u{2010}", "‑"])
                && self.sentence.touches(at)
                && self.sentence.touches(at - 1)
        };
        let mut next = end;
        let words = std::iter::from_fn(move || {
            let mut at = next;
            while is_hyphen(at + 1) {
                at += 2;
            }
            next = at + 1;
            Some(at)
        });
        words.take(NOUN)
    }

    fn is_plural(&self, at: usize) -> bool {
        self.sentence.lower.get(at).is_some_and(|word| word.ends_with('s'))
    }

    /// Whether what ends at a word needs no noun: "dozens", "several others".
    fn ends_count(&self, end: usize) -> bool {
        end.checked_sub(1).is_some_and(|last| {
            self.sentence.is(last, &["dozens", "scores", "hundreds", "thousands", "others", "more"])
        })
    }

    pub(super) fn population(&self, words: Range<usize>) -> Option<&'static str> {
        let mut keys = words.filter_map(|at| self.lexicon.find(Class::Population, &self.sentence.lower, at));
        let (first, _) = keys.next()?;
        keys.all(|(other, _)| other == first).then_some(first)
    }
}
