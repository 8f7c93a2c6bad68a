//! Counts that a noun for a count tells: "put the death toll at 16", "brought to 49 the number killed".

use super::harm::Harm;
use super::{Range, Running};
use crate::language::count::Count;
use crate::language::lexicon::Class;

/// What is counted with, apart from the word lists' own: "the number of dead".
const NOUNS: [&str; 9] =
    ["toll", "tolls", "number", "numbers", "count", "figure", "figures", "total", "tally"];
/// What is done to such a count.
const SET: [&str; 20] = [
    "put",
    "puts",
    "putting",
    "set",
    "sets",
    "setting",
    "raised",
    "raises",
    "raising",
    "lowered",
    "updated",
    "updates",
    "updating",
    "revised",
    "revises",
    "brought",
    "brings",
    "bringing",
    "estimated",
    "placed",
];
/// How far before a number its noun stands, and how far before that what is done to it.
const BEFORE: usize = 8;
/// Those of them that count people wherever they rise.
const TOLLS: [&str; 2] = ["toll", "tolls"];
/// What a toll has done that is told as a number at once.
const REACHED: [&str; 5] = ["reached", "reaches", "reaching", "totalled", "totaled"];
/// How far before what it has risen to a toll is named, in words.
const FAR: usize = 22;
/// What costs lives, right before how many: "claimed 40 lives", "the loss of 40 lives".
const COSTS: [&str; 11] =
    ["cost", "costs", "costing", "claimed", "claims", "claiming", "took", "take", "taken", "taking", "lost"];
/// How far behind the number "lives" stands: "cost 40 of the soldiers their lives".
const LIVES: usize = 5;
/// How far behind "the number" what became of people is told: "the number of rebels killed".
const BEHIND: usize = 6;
/// Prepositions behind which each of several counts has its own place or people: "100 in Hamra and 67 in Tabqa".
const PLACES: [&str; 6] = ["in", "among", "near", "at", "outside", "around"];

impl Running<'_> {
    /// What became of those that a number counts which stands for the whole of a toll; `None` where it does not.
    /// "The number" by itself counts those that were told of before.
    pub(super) fn toll(&self, count: &Count) -> Option<Harm> {
        if !self.lexicon.is_english() {
            return None;
        }
        let (at, end) = (count.words.start, count.words.end);
        let before = at.checked_sub(1)?;
        let is_set = |at: usize| self.sentence.is(at, &SET);
        // "The toll from a raid on a town in the east has risen to 18", "… reached 18"
        let has_moved = before.checked_sub(1).is_some_and(|verb| self.is(Class::Course, verb));
        if has_moved && self.sentence.is(before, &["to"]) || self.sentence.is(before, &REACHED) {
            let mut clause = (before.saturating_sub(FAR)..before)
                .rev()
                .take_while(|&at| self.sentence.is_word(at) || self.sentence.is(at, &["-"]));
            // "The number of people killed has risen to 21"
            let is_number_of = |at: usize| {
                let is_of = self.sentence.is(at, &["number"]) && self.sentence.is(at + 1, &["of"]);
                is_of
                    && (at + 2..at + 2 + BEHIND).any(|at| self.is(Class::People, at))
                    && self.harm_in(at + 2..before) != Harm::None
            };
            let is_toll = |&at: &usize| self.sentence.is(at, &TOLLS) || is_number_of(at);
            if let Some(noun) = clause.find(is_toll) {
                return self.of_noun(noun, noun + 1..before);
            }
        }
        if !self.sentence.is(before, &["at", "to"]) {
            return None;
        }
        if before.checked_sub(1).is_some_and(is_set) {
            let noun = (end..end + 3).find(|&at| self.sentence.is(at, &NOUNS))?;
            return self.of_noun(noun, noun + 1..noun + 1 + BEHIND);
        }
        let noun = (before.saturating_sub(BEFORE)..before).rev().find(|&at| self.sentence.is(at, &NOUNS))?;
        let verbs = (noun.saturating_sub(BEFORE)..before).any(is_set);
        self.of_noun(noun, noun + 1..before).filter(|_| verbs)
    }

    /// "Claimed more than 100 civilian lives", "cost 40 soldiers their lives", "the loss of 40 lives".
    pub(super) fn lives(&self, count: &Count) -> Option<Harm> {
        let before = count.words.start.checked_sub(1).filter(|_| self.lexicon.is_english())?;
        let is_lost = self.sentence.is(before, &["of"])
            && before.checked_sub(1).is_some_and(|loss| self.sentence.is(loss, &["loss", "cost"]));
        let end = count.words.end;
        let mut behind = (end..end + LIVES).take_while(|&at| {
            self.sentence.is_word(at) && !self.is(Class::And, at) && !self.is(Class::Break, at)
        });
        let are_lives = behind.any(|at| self.sentence.is(at, &["lives"]));
        ((self.sentence.is(before, &COSTS) || is_lost) && are_lives).then_some(Harm::Outcome("killed"))
    }

    /// What a noun for a count counts, by the word before it, by the words behind, by the one thing that the
    /// sentence tells, or by what was told right before; `None` where nothing tells that it counts people.
    fn of_noun(&self, noun: usize, behind: Range<usize>) -> Option<Harm> {
        let own = noun.checked_sub(1).and_then(|before| {
            let (outcome, n_words) = self.lexicon.find(Class::Outcome, &self.sentence.lower, before)?;
            (n_words <= 2).then_some(Harm::Outcome(outcome))
        });
        let told = self.harm_in(behind.clone());
        let told = || Some(told).filter(|harm| *harm != Harm::None);
        let of_others = self.sentence.is(noun + 1, &["of", "for"])
            && !behind.into_iter().any(|at| self.is(Class::People, at) || self.is(Class::Outcome, at));
        let in_sentence = || match self.harm_in(0..self.sentence.lower.len()) {
            Harm::Outcome(outcome) => Some(Harm::Outcome(outcome)),
            _ => None,
        };
        let before = || self.before.map(Harm::Outcome);
        let is_toll = self.sentence.is(noun, &["toll", "tolls"]);
        let found = own.or_else(told).or_else(in_sentence).or_else(before);
        found.or(is_toll.then_some(Harm::Some)).filter(|_| !of_others || own.is_some())
    }

    /// What became of those that a bare number counts in a row of counts with a place or people each, of which the
    /// one before is told: "15 dead among the ranks of one and 23 among its opponents".
    pub(super) fn in_row(&self, count: &Count, last: Option<(usize, &'static str)>) -> Option<Harm> {
        let (told, outcome) = last?;
        let (at, end) = (count.words.start, count.words.end);
        let before = at.checked_sub(1)?;
        let place = self.place_at(end)?;
        let is_parallel = (told..before).any(|at| self.place_at(at) == Some(place));
        let is_parted =
            (told..before).any(|at| self.sentence.is(at, &[";", "."]) || self.is(Class::Clause, at));
        let is_joined = self.is(Class::And, before)
            || self.sentence.is(before, &[","])
                && (end..end + BEFORE)
                    .any(|at| self.is(Class::And, at) && self.place_at(at + 2) == Some(place));
        (self.lexicon.is_english() && is_parallel && is_joined && !is_parted)
            .then_some(Harm::Outcome(outcome))
    }

    /// Which preposition stands at a word, before a name or what has an owner.
    fn place_at(&self, at: usize) -> Option<&'static str> {
        let place = PLACES.into_iter().find(|place| self.sentence.is(at, &[*place]))?;
        (self.sentence.is_capital(at + 1) || self.is(Class::Determiner, at + 1)).then_some(place)
    }
}
