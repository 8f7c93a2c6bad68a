//! What became of the people of a count, by the words around it.

use super::Running;
use crate::language::lexicon::Class;
use crate::language::numbers::number_at;
use std::ops::Range;

/// How far behind a count what became of people may stand, in words.
const REACH: usize = 9;
/// How long a remark between commas may be that is passed over, in words.
const REMARK: usize = 12;

/// What a sentence has of harm near a count.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Harm {
    None,
    /// Several things, or nothing certain: "killed or wounded".
    Some,
    Outcome(&'static str),
}

impl Running<'_> {
    /// What became of those counted from word `at` to `end`.
    pub(super) fn harm(&self, at: usize, end: usize) -> Harm {
        if let Some(harm) = self.outcome_before(at) {
            return harm;
        }
        let behind = self.outcome_behind(end, false);
        if behind != Harm::None {
            return behind;
        }
        // "The death toll reached 35", "killing 3 women and 5 children".
        let clause =
            (0..at).rev().find(|&at| self.sentence.is(at, &[";", ".", ":"])).map_or(0, |sign| sign + 1);
        let last = (clause..at).rev().find_map(|at| {
            let (outcome, n_words) = self.lexicon.find(Class::Outcome, &self.sentence.lower, at)?;
            Some(self.both(outcome, at, n_words))
        });
        let is_enumerated = || {
            let from = (clause..at).rev().find(|&at| self.is(Class::Outcome, at)).unwrap_or(clause);
            (from + 1..at).all(|at| !self.is(Class::Verb, at) && !self.is(Class::Pronoun, at))
        };
        match last {
            Some(harm) if is_enumerated() => harm,
            _ if self.toll_before(at) => Harm::Some,
            _ => Harm::None,
        }
    }

    pub(super) fn toll_before(&self, at: usize) -> bool {
        (at.saturating_sub(8)..at).any(|at| {
            self.is(Class::Harm, at)
                || self.lexicon.find(Class::Outcome, &self.sentence.lower, at).is_some_and(|(_, n)| 1 < n)
        })
    }

    /// A verb of harm right before a count: "killed at least 35".
    pub(super) fn outcome_before(&self, at: usize) -> Option<Harm> {
        let mut before = at.checked_sub(1)?;
        while self.is(Class::Another, before) || self.sentence.is(before, &["only", "just", "all"]) {
            before = before.checked_sub(1)?;
        }
        let lower = &self.sentence.lower;
        (before.saturating_sub(3)..=before).find_map(|start| {
            let (outcome, n_words) = self.lexicon.find(Class::Outcome, lower, start)?;
            (start + n_words == before + 1).then(|| self.both(outcome, start, n_words))
        })
    }

    /// What became of people behind a count: the first such word before the next number or sign. Only in the
    /// passive or of itself, where the noun between them may be no people: "five shells killed".
    pub(super) fn outcome_behind(&self, end: usize, is_passive: bool) -> Harm {
        let (mut at, mut n_words, mut is_passive) = (end, 0, is_passive);
        while n_words < REACH {
            // ", including 12 children,"
            let is_remark = self.sentence.is(at, &[",", "(", "—", "–"])
                && (self.is(Class::Including, at + 1) || self.sentence.is(at, &["("]));
            if is_remark {
                let closes = (at + 1..at + REMARK).find(|&at| self.sentence.is(at, &[",", ")", "—", "–"]));
                let Some(closes) = closes else { return Harm::None };
                at = closes + 1;
                continue;
            }
            // "Two soldiers and three civilians were killed"
            if let Some(number) = number_at(self.sentence, self.lexicon, at) {
                if !(end < at && self.is(Class::And, at - 1) && self.noun(at + number.n_words).is_some()) {
                    return Harm::None;
                }
                (at, is_passive) = (at + number.n_words, true);
                continue;
            }
            if self.is_sign(at) && !self.sentence.is(at, &["-", "'", "\"", "“", "”"]) {
                return Harm::None;
            }
            if let Some((outcome, n_words)) = self.lexicon.find(Class::Outcome, &self.sentence.lower, at) {
                let is_of_itself = self.is(Class::Passive, at) || at == end;
                let has_aux =
                    (at.saturating_sub(3)..at).any(|aux| end <= aux && self.is(Class::Auxiliary, aux));
                return if !is_passive || is_of_itself || has_aux {
                    self.both(outcome, at, n_words)
                } else {
                    Harm::None
                };
            }
            // "35 tell of the dead", but "35 were reported dead".
            if self.is(Class::Verb, at) && !self.is(Class::Outcome, at + 1) {
                return Harm::None;
            }
            at += 1;
            n_words += 1;
        }
        Harm::None
    }

    /// An outcome, if no other is joined to it: "killed or wounded".
    fn both(&self, outcome: &'static str, at: usize, n_words: usize) -> Harm {
        let lower = &self.sentence.lower;
        let joins = |at: usize| self.is(Class::And, at) || self.is(Class::Or, at);
        let behind = at + n_words;
        let other = if joins(behind) { self.lexicon.find(Class::Outcome, lower, behind + 1) } else { None };
        let before =
            (2 <= at && joins(at - 1)).then(|| self.lexicon.find(Class::Outcome, lower, at - 2)).flatten();
        let is_one = [other, before].into_iter().flatten().all(|(key, _)| key == outcome);
        // "12 were killed and wounded 40" has a count of its own behind it.
        let has_own = other.is_some() && number_at(self.sentence, self.lexicon, behind + 2).is_some();
        if is_one || has_own { Harm::Outcome(outcome) } else { Harm::Some }
    }

    pub(super) fn harm_in(&self, words: Range<usize>) -> Harm {
        let mut found = words.filter_map(|at| self.lexicon.find(Class::Outcome, &self.sentence.lower, at));
        let Some((first, _)) = found.next() else { return Harm::None };
        if found.all(|(other, _)| other == first) { Harm::Outcome(first) } else { Harm::Some }
    }
}
