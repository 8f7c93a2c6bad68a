//! How a count stands to the others of its text: a part, more, or what another has become.

use super::{Role, Running, whole};
use crate::language::count::{Amount, Count};
use crate::language::lexicon::Class;
use crate::language::numbers::number_at;

impl Running<'_> {
    /// "Rose from 35 to 40": from what, and to what.
    pub(super) fn course(&self, count: &Count) -> Option<(u64, u64)> {
        let Amount::Range(from, to) = count.amount else { return None };
        let start = count.words.start;
        let is_from = start.checked_sub(1).is_some_and(|before| self.is(Class::From, before));
        let is_moved = (start.saturating_sub(4)..start).any(|at| self.is(Class::Course, at));
        (is_from && is_moved).then_some((whole(from)?.0, whole(to)?.0))
    }

    /// "Of them", "of the wounded": of those that were counted before.
    fn is_of_those(&self, end: usize) -> bool {
        let harmed = end + 2;
        self.sentence.is(end, &["of"])
            && (self.sentence.is(end + 1, &["them", "whom", "those"])
                || self.sentence.is(end + 1, &["the"])
                    && (self.is(Class::Outcome, harmed) || self.is(Class::Harm, harmed)))
    }

    /// "Were among at least 48 people killed", behind the noun of a count.
    fn is_of_whole(&self, noun: usize) -> bool {
        const FAR: usize = 3;
        const NEAR: usize = 5;
        let is_between = |at: usize| self.is(Class::Auxiliary, at) || self.is(Class::Skipped, at);
        let among = (noun..noun + FAR).find(|&at| !is_between(at));
        let has_whole =
            |at: usize| (at + 1..at + NEAR).any(|at| number_at(self.sentence, self.lexicon, at).is_some());
        self.lexicon.is_english()
            && among.is_some_and(|at| noun < at && self.sentence.is(at, &["among"]) && has_whole(at))
    }

    pub(super) fn role(&self, at: usize, end: usize) -> Role {
        let lower = &self.sentence.lower;
        let ends_at = |class: Class| {
            (at.saturating_sub(3)..at).any(|start| {
                self.lexicon.find(class, lower, start).is_some_and(|(_, n_words)| start + n_words == at)
            })
        };
        let noun = self.noun(end).map_or(end, |noun| noun + 1);
        match () {
            // "Ten children were among at least 48 people killed."
            () if self.is_of_whole(noun) => Role::Part,
            () if ends_at(Class::Including) || self.is_of_those(end) && self.outcome_before(at).is_none() => {
                Role::Part
            }
            () if ends_at(Class::Another) || self.is(Class::More, end) || self.is(Class::More, noun) => {
                Role::Addition
            }
            () => Role::Whole,
        }
    }
}
