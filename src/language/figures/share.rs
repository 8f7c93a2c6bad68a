//! Some of those who are counted elsewhere, and what they are said to be: "two of them children".

use super::harm::Harm;
use super::{Found, Role, Running};
use crate::language::lexicon::Class;
use crate::language::numbers::number_at;
use std::ops::Range;

/// How far behind "of them" what they are may stand, in words: "two of them young Syrian women".
const FAR: usize = 4;
/// How far before a count "of them" may stand that is told of it: "of the twelve who died, three were women".
const BEFORE: usize = 8;
/// What may stand between "of them" and what they are, besides auxiliaries: "two of them believed to be children".
const ARE: [&str; 12] = [
    "being",
    "to",
    "be",
    "reported",
    "believed",
    "thought",
    "said",
    "reportedly",
    "also",
    "étaient",
    "waren",
    "eran",
];

/// How many words may stand before a count that opens its sentence: "of them, nine were women".
const OPENING: usize = 4;

impl Running<'_> {
    /// Gives parts what became of their wholes, and leaves out those whose whole is not told.
    pub(super) fn settle_parts(&self, all: &mut Vec<Found>) {
        // "Seven women and a child" are parts both. What became of a part became of the whole; a part of what is not
        // told is not told.
        let (mut whole, mut last) = (None, None);
        // "Two of them were children": of those of whom the sentence before told.
        if let Some(first) = all.first().filter(|first| first.words.start < OPENING && first.is_said_to_be())
        {
            whole = self.before.filter(|_| first.role == Role::Part);
        }
        for found in all.iter_mut() {
            let (start, end) = (found.words.start, found.ends);
            let is_joined = |last: usize| {
                last + 1 == start && (self.is(Class::And, last) || self.sentence.is(last, &[","]))
            };
            if found.role == Role::Whole && last.is_some_and(is_joined) {
                found.role = Role::Part;
            }
            last = (found.role == Role::Part).then_some(end);
            match found.role {
                // "Killed 14 people including three children fleeing over the river": they are among the killed.
                Role::Part if found.outcome == Some("displaced") => found.outcome = whole.or(found.outcome),
                Role::Part => found.outcome = found.outcome.or(whole),
                _ => whole = found.outcome,
            }
        }
        // "The victims included nine children": what became of them is not told, but that they came to harm.
        all.retain(|found| {
            found.role != Role::Part || found.outcome.is_some() || self.toll_before(found.words.start)
        });
    }

    /// Where the words end that say of a count that it is one of some of those before: "two of them", "three of whom".
    pub(super) fn end_of_share(&self, end: usize) -> Option<usize> {
        let (_, n_words) = self.lexicon.find(Class::Share, &self.sentence.lower, end)?;
        Some(end + n_words)
    }

    /// What some are said to be, the last word of it: "two of them *children*", "three of the dead were *women*",
    /// "of whom four were *women*", "of the twelve killed, three were *pupils*".
    pub(super) fn told_to_be(&self, at: usize, end: usize) -> Option<usize> {
        let behind = || {
            let those = self.end_of_those(end)?;
            those.checked_sub(1).filter(|&last| self.is(Class::Auxiliary, last)).map(|_| those)
        };
        let is_before = || self.is_of_whom(at, end) || self.is_told_of_some(at);
        let apart = || Some(end).filter(|&end| self.is_being(end) && is_before());
        self.noun_behind(behind().or_else(|| self.end_of_share(end)).or_else(apart)?)
    }

    /// Whom such a noun names, with those whom "and" joins to it: "women and children" are no one kind.
    pub(super) fn kinds(&self, noun: usize) -> Range<usize> {
        let is_joined = self.is(Class::And, noun + 1) && self.is(Class::Population, noun + 2);
        noun..noun + if is_joined { 3 } else { 1 }
    }

    fn is_being(&self, at: usize) -> bool {
        self.is(Class::Auxiliary, at) || self.sentence.is(at, &ARE)
    }

    fn noun_behind(&self, mut at: usize) -> Option<usize> {
        while self.is_being(at) || self.is(Class::Skipped, at) || self.is(Class::Article, at) {
            at += 1;
        }
        // "Étaient des enfants"
        at += usize::from(!self.lexicon.is_english() && self.is(Class::Joiner, at));
        let ends = [Class::Break, Class::Verb, Class::And, Class::Joiner, Class::Outcome, Class::Clause];
        (at..at + FAR)
            .take_while(|&at| {
                self.sentence.is_word(at)
                    && !ends.iter().any(|&class| self.is(class, at))
                    && number_at(self.sentence, self.lexicon, at).is_none()
            })
            .find(|&at| self.is(Class::People, at) || self.is(Class::Population, at))
    }

    /// Behind "of the wounded were", "of those who died were", "of the twelve killed were".
    fn end_of_those(&self, end: usize) -> Option<usize> {
        let is_of = self.lexicon.is_english()
            && self.sentence.is(end, &["of"])
            && self.sentence.is(end + 1, &["the", "those"]);
        let mut at =
            end + 2 + number_at(self.sentence, self.lexicon, end + 2).map_or(0, |number| number.n_words);
        let mut names = false;
        while is_of && !self.is(Class::Auxiliary, at) {
            let is_harmed = self.is(Class::Outcome, at) || self.is(Class::Harm, at);
            if !is_harmed && !self.is(Class::People, at) && !self.sentence.is(at, &["who"]) {
                return None;
            }
            names |= is_harmed;
            at += 1;
        }
        names.then_some(at + 1)
    }

    /// "Six of the twenty wounded": some of those whom the number tells, by what became of those.
    pub(super) fn is_of_counted(&self, end: usize) -> bool {
        let number = number_at(self.sentence, self.lexicon, end + 2).map_or(0, |number| number.n_words);
        0 < number && self.end_of_those(end).is_some()
    }

    /// What became of those: told behind their number.
    pub(super) fn harm_of_counted(&self, end: usize) -> Option<Harm> {
        let those = self.end_of_those(end).filter(|_| self.is_of_counted(end))?;
        Some(self.harm_in(end..those))
    }

    /// "One of whom was a teacher": right behind such words.
    pub(super) fn is_one_of_those(&self, at: usize) -> bool {
        const LONGEST: usize = 4;
        let Some(are) = at.checked_sub(1).filter(|&are| self.is(Class::Auxiliary, are)) else { return false };
        (are.saturating_sub(LONGEST)..are).any(|share| self.end_of_share(share) == Some(are))
    }

    /// "Of them, nine were women"; "of the twelve killed, three were pupils": behind a comma.
    fn is_told_of_some(&self, at: usize) -> bool {
        let Some(comma) = at.checked_sub(1) else { return false };
        let begins = |of: usize| of.checked_sub(1).is_none_or(|sign| !self.sentence.is_word(sign));
        self.lexicon.is_english()
            && self.sentence.is(comma, &[","])
            && (comma.saturating_sub(BEFORE)..comma)
                .any(|of| self.sentence.is(of, &["of"]) && begins(of) && self.names_some(of + 1, comma))
    }

    fn names_some(&self, at: usize, comma: usize) -> bool {
        let is_all = self.sentence.is(at, &["them", "those", "these", "whom"]) && at + 1 == comma;
        let mut names = at + 1..comma;
        is_all
            || self.sentence.is(at, &["the", "those"])
                && names.any(|at| self.is(Class::Outcome, at) || self.is(Class::Harm, at))
    }

    /// "Twelve people died, all of them civilians": whoever they were is told of the whole.
    pub(super) fn all_are(&self, found: &mut [Found]) {
        for at in 0..self.sentence.lower.len() {
            let is_all = self.sentence.is(at, &["all", "both"]) && self.lexicon.is_english();
            let Some(noun) =
                self.end_of_share(at + 1).filter(|_| is_all).and_then(|end| self.noun_behind(end))
            else {
                continue;
            };
            let last = found.iter_mut().rev().find(|found| found.words.end <= at);
            if let Some(whole) = last.filter(|found| found.role == Role::Whole && found.population.is_none())
            {
                whole.population = self.population(self.kinds(noun));
            }
        }
    }
}
