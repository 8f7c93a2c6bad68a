//! What became of the people of a count, by the words around it.

use super::{MOSTLY, NOUN, Running};
use crate::language::lexicon::Class;
use crate::language::limit::Limit;
use crate::language::numbers::number_at;
use std::ops::Range;

/// How far behind a count what became of people may stand, in words.
const REACH: usize = 9;
/// How long a remark between commas may be that is passed over, in words.
const REMARK: usize = 12;

/// What makes a word of harm passive, so that no count follows it.
const PASSIVE: [&str; 5] = ["were", "was", "been", "being", "be"];
/// Nouns for what was done to those who are told behind "of".
const DONE: [&str; 8] =
    ["martyrdom", "deaths", "death", "killing", "wounding", "injuring", "execution", "kidnapping"];
/// What those who are counted do to others.
const DOING: [&str; 8] =
    ["killing", "wounding", "injuring", "capturing", "abducting", "kidnapping", "detaining", "arresting"];
/// What stands before harm that nobody has done.
const NOT_DONE: [&str; 14] = [
    "to", "could", "can", "will", "would", "may", "might", "shall", "should", "must", "not", "cannot",
    "can't", "never",
];

/// What a sentence has of harm near a count.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Harm {
    None,
    /// Several things, or nothing certain: "killed or wounded".
    Some,
    /// What was not done, or not yet.
    Open,
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
                && !self.has_own_verb(from, at)
                && self.is_row(from, at)
        };
        match last {
            // Roads and towns are seized too: only with people right behind it is it they who were.
            Some(Harm::Outcome("captured")) if !self.is_row_of_people(clause, at) => Harm::None,
            Some(harm) if is_enumerated() => harm,
            _ if self.toll_before(at) => Harm::Some,
            _ => Harm::None,
        }
    }

    /// Whether something else is told of a count than the word of harm at `from` does, as it is told behind another verb:
    /// "killed 30 rebels and freed 19 civilians". The list is of those that stand unchanged in headlines.
    fn has_own_verb(&self, from: usize, at: usize) -> bool {
        const PLAIN: [&str; 7] = ["free", "save", "rescue", "release", "evacuate", "treat", "shelter"];
        const SHORTEST: usize = 5;
        let joins = |at: usize| self.is(Class::And, at) || self.sentence.is(at, &[","]);
        let is_verb = |at: usize| {
            let word = self.sentence.lower.get(at).map_or("", |word| word.as_str());
            let is_past = SHORTEST <= word.len() && word.ends_with("ed") && joins(at - 1);
            is_past && !self.is(Class::Outcome, at) && !self.is(Class::People, at + 1)
                || self.sentence.is(at, &PLAIN)
        };
        self.lexicon.is_english() && (from + 1..at).any(is_verb)
    }

    /// Whether a row of counts leads from a word of harm to a count, and no clause of its own stands between: "killed 35
    /// people in the town in a day that many condemned hundreds fled".
    fn is_row(&self, from: usize, at: usize) -> bool {
        const APART: usize = 14;
        let mut last = from;
        for at in from + 1..at {
            let counts = || {
                number_at(self.sentence, self.lexicon, at).is_some()
                    || self.is(Class::Vague, at)
                    || self.is(Class::People, at)
                    || self.is(Class::Person, at)
            };
            if at - last <= APART && counts() {
                last = at;
            }
        }
        at - last <= APART
    }

    /// Whether between the last word of harm and a count people are counted too.
    fn is_row_of_people(&self, clause: usize, at: usize) -> bool {
        let from = (clause..at).rev().find(|&at| self.is(Class::Outcome, at)).unwrap_or(clause);
        (from + 1..at).any(|at| self.is(Class::People, at) || self.is(Class::Person, at))
    }

    /// "Were among at least 48": a count of the whole, which is behind the word `from`.
    pub(super) fn is_among(&self, from: usize, at: usize) -> bool {
        const NEAR: usize = 4;
        self.lexicon.is_english()
            && (at.saturating_sub(NEAR).max(from)..at).any(|at| self.sentence.is(at, &["among"]))
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
        let ending = |before: usize| {
            (before.saturating_sub(3)..=before).find_map(|start| {
                let (outcome, n_words) = self.lexicon.find(Class::Outcome, lower, start)?;
                (start + n_words == before + 1).then_some((start, outcome, n_words))
            })
        };
        // "The deaths of 12"; "Wounded: 40" as a line of a list.
        let is_of = self.sentence.is(before, &["of"]) && self.lexicon.is_english();
        let is_line = |(start, ..): &(usize, &str, usize)| {
            start.checked_sub(1).is_none_or(|before| self.sentence.is(before, &[",", ";", "."]))
        };
        let further = || {
            let found = ending(before.checked_sub(1)?)?;
            let is_meant = is_of && self.sentence.is(found.0, &DONE)
                || self.sentence.is(before, &[":"]) && is_line(&found);
            is_meant.then_some(found)
        };
        let (start, outcome, n_words) = ending(before).or_else(further)?;
        // "Seven dead 20 wounded": each has its own, where the comma between them was lost.
        // "Child killed 20 people injured".
        let is_one = start.checked_sub(1).is_some_and(|one| self.is(Class::Person, one));
        if (is_one || self.is_counted_before(start)) && self.is_harmed_at(at) {
            return None;
        }
        // "14 were killed, 25 were hurt" where the comma was lost; "threatened to kill 12".
        let is_passive = self.lexicon.is_english()
            && start.checked_sub(1).is_some_and(|before| self.sentence.is(before, &PASSIVE));
        let is_open = self.sentence.is(start, &["kill", "injure", "wound"])
            && start.checked_sub(1).is_some_and(|before| self.sentence.is(before, &NOT_DONE));
        match () {
            () if is_passive => None,
            () if is_open => Some(Harm::Open),
            () => Some(self.both(outcome, start, n_words)),
        }
    }

    /// Whether a count, with its noun, ends right before a word.
    fn is_counted_before(&self, at: usize) -> bool {
        let is_count =
            |at: usize| number_at(self.sentence, self.lexicon, at).is_some() || self.is(Class::Vague, at);
        let Some(before) = at.checked_sub(1).filter(|_| self.lexicon.is_english()) else { return false };
        is_count(before) || self.is(Class::People, before) && before.checked_sub(1).is_some_and(is_count)
    }

    /// Whether a count begins at a word, and what became of its people follows at once.
    fn is_harmed_at(&self, at: usize) -> bool {
        let vague = || self.lexicon.find(Class::Vague, &self.sentence.lower, at).map(|(_, n_words)| n_words);
        let number = number_at(self.sentence, self.lexicon, at).map(|number| number.n_words);
        let Some(end) = number.or_else(vague).map(|n_words| at + n_words) else { return false };
        let end = self.noun(end).map_or(end, |noun| noun + 1);
        self.is(Class::Outcome, end) && !self.is_counted_by(end + 1)
    }

    /// Whether what stands at a word is counted by a verb before it: "wounded 40", "wounding at least 40".
    fn is_counted_by(&self, at: usize) -> bool {
        let limit = Limit::before(self.sentence, self.lexicon, at).map_or(0, |(_, n_words)| n_words);
        number_at(self.sentence, self.lexicon, at + limit).is_some() || self.is(Class::Vague, at + limit)
    }

    /// What became of people behind a count: the first such word before the next number or sign. Only in the
    /// passive or of itself, where the noun between them may be no people: "five shells killed".
    pub(super) fn outcome_behind(&self, end: usize, is_passive: bool) -> Harm {
        self.harm_behind(end, is_passive).unwrap_or(Harm::None)
    }

    fn harm_behind(&self, end: usize, is_passive: bool) -> Option<Harm> {
        let (mut at, mut n_words, mut is_passive) = (end, 0, is_passive);
        while n_words < REACH {
            if let Some(behind) = self.behind_parts(at) {
                (at, is_passive) = (behind, true);
                continue;
            }
            if self.begins_remark(at) {
                let closes =
                    (at + 1..at + REMARK).find(|&at| self.parts_remark(at) || self.sentence.is(at, &[")"]));
                at = closes? + 1;
                continue;
            }
            // "Two soldiers and three civilians were killed"
            if let Some(number) = number_at(self.sentence, self.lexicon, at) {
                // "Three people two of them children died", where the commas were lost.
                let share = self.end_of_share(at + number.n_words).filter(|_| end < at);
                if let Some(noun) = share.and_then(|_| self.told_to_be(at, at + number.n_words)) {
                    (at, is_passive) = (noun + 1, true);
                    continue;
                }
                let is_row = self.is_in_row(end, at, number.n_words);
                let is_among = self.is_among(end, at);
                // "Three children from one family were killed"
                if end < at && self.is(Class::Joiner, at - 1) && self.counts_things(at + number.n_words) {
                    (at, is_passive, n_words) = (at + number.n_words + 1, true, n_words + 2);
                    continue;
                }
                if !is_row && !is_among {
                    return None;
                }
                (at, is_passive, n_words) = (at + number.n_words, !is_among, 0);
                continue;
            }
            if self.is_sign(at) && !self.sentence.is(at, &["-", "'", "\"", "“", "”"]) {
                return None;
            }
            if let Some((outcome, n_words)) = self.lexicon.find(Class::Outcome, &self.sentence.lower, at) {
                let is_told = self.is_done_to_them(end, at, n_words, is_passive);
                return is_told.then(|| self.both(outcome, at, n_words));
            }
            // "20 million, but most are displaced"; "three were lost and others were hurt".
            let is_other =
                self.is(Class::And, at) && (self.is(Class::More, at + 1) || self.is(Class::Another, at + 1));
            if self.is(Class::Clause, at) || is_other {
                return None;
            }
            // "35 tell of the dead", but "35 were reported dead".
            if self.is(Class::Verb, at) && !self.is(Class::Outcome, at + 1) {
                return None;
            }
            at += 1;
            n_words += 1;
        }
        None
    }

    /// Whether the word of harm at `at` tells what became of those whose count ends at `end`, and not what they did.
    fn is_done_to_them(&self, end: usize, at: usize, n_words: usize, is_passive: bool) -> bool {
        if end < at && (self.is_done_to_others(at, n_words) || self.is_done_to_one(end, at, n_words)) {
            return false;
        }
        let is_of_itself = self.is(Class::Passive, at) || at == end;
        let mut before = at.saturating_sub(3)..at;
        let has_auxiliary = before.any(|verb| end <= verb && self.is(Class::Auxiliary, verb));
        !is_passive || is_of_itself || has_auxiliary || self.is_participle(at, n_words)
    }

    /// "Five children and four nurses killed by a raid": nobody follows to whom they did it.
    fn is_participle(&self, at: usize, n_words: usize) -> bool {
        const BEHIND: [&str; 10] =
            ["by", "in", "on", "at", "near", "during", "when", "after", "outside", "across"];
        let behind = at + n_words;
        let ends = self.sentence.lower.len() <= behind || self.sentence.is(behind, &[".", ",", ";", ")"]);
        self.lexicon.is_english()
            && at.checked_sub(1).is_some_and(|before| self.is(Class::People, before))
            && (ends || self.sentence.is(behind, &BEHIND) || self.is(Class::Weekday, behind))
    }

    /// "Two bombers blew themselves up killing guards": it is they who did it. "Killed 16 including a child and wounded
    /// 22": that is done to those who follow.
    fn is_done_to_others(&self, at: usize, n_words: usize) -> bool {
        self.sentence.is(at, &DOING) || self.is(Class::And, at - 1) && self.is_counted_by(at + n_words)
    }

    /// "Four rebels killed a shepherd": it is they who did it. Not "four rebels were killed a mile from a village".
    fn is_done_to_one(&self, end: usize, at: usize, n_words: usize) -> bool {
        const FAR: usize = 3;
        let behind = at + n_words;
        let mut object = (behind + 1..=behind + FAR).take_while(|&at| !self.is(Class::Joiner, at));
        self.lexicon.is_english()
            && self.is(Class::Article, behind)
            && !(end..at).any(|at| self.is(Class::Auxiliary, at))
            && object.any(|at| self.is(Class::Person, at))
    }

    /// Whether the number at a word counts other people of whom the same is told: "two soldiers and three civilians
    /// were killed", but not "18 lorries were burnt and 20 people were killed".
    fn is_in_row(&self, end: usize, at: usize, n_words: usize) -> bool {
        const NEAR: usize = 4;
        let is_done = (end..at).any(|at| self.is(Class::Auxiliary, at));
        // "12 were killed including a child and 30 others were injured": no part of the twelve is among the others.
        let is_of_others = self.is(Class::More, at + n_words)
            && (end.saturating_sub(NEAR)..end).any(|at| self.is(Class::Including, at));
        end < at
            && self.is(Class::And, at - 1)
            && self.noun(at + n_words).is_some()
            && !is_done
            && !is_of_others
    }

    /// Whether a remark on the people begins with a sign: ", including 12 children,"; "35 people - mainly women and
    /// children - were killed".
    fn begins_remark(&self, at: usize) -> bool {
        self.parts_remark(at)
            && (self.is(Class::Including, at + 1)
                || self.sentence.is(at, &["("])
                || self.sentence.is(at + 1, &MOSTLY)
                || self.sentence.is(at + 2, &["of"]) && self.sentence.is(at + 3, &["them", "whom"]))
    }

    /// A sign that sets a remark apart.
    fn parts_remark(&self, at: usize) -> bool {
        let is_dash = || {
            0 < at
                && self.sentence.is(at, &["-"])
                && !self.sentence.touches(at)
                && !self.sentence.touches(at - 1)
        };
        self.sentence.is(at, &[",", "(", "—", "–"]) || is_dash()
    }

    /// Whether the noun behind a number is none for people: "one family", "3 villages".
    pub(super) fn counts_things(&self, noun: usize) -> bool {
        let is_household = self.sentence.is(noun, &["family", "household", "village", "town", "house"]);
        (is_household || self.is(Class::Unit, noun)) && !self.is(Class::People, noun + 1)
    }

    /// Where a row of parts ends that begins at word `at` and that no commas set apart: "including seven women and a
    /// child".
    fn behind_parts(&self, at: usize) -> Option<usize> {
        let lower = &self.sentence.lower;
        let mut next = at + self.lexicon.find(Class::Including, lower, at)?.1;
        loop {
            next += Limit::before(self.sentence, self.lexicon, next).map_or(0, |(_, n_words)| n_words);
            let number = number_at(self.sentence, self.lexicon, next).map(|number| number.n_words);
            let article = || self.lexicon.find(Class::Article, lower, next).map(|(_, n_words)| n_words);
            next += number.or_else(article).unwrap_or_default();
            let noun =
                (next..next + NOUN).find(|&at| self.is(Class::People, at) || self.is(Class::Person, at))?;
            next = noun + 1;
            let is_next = |at: usize| {
                number_at(self.sentence, self.lexicon, at).is_some()
                    || self.is(Class::Article, at)
                    || self.is(Class::People, at)
                    || self.is(Class::Qualifier, at)
            };
            if !(self.is(Class::And, next) || self.sentence.is(next, &[","])) || !is_next(next + 1) {
                return Some(next + usize::from(self.sentence.is(next, &[","])));
            }
            next += 1;
        }
    }

    /// An outcome, if no other is joined to it: "killed or wounded".
    fn both(&self, outcome: &'static str, at: usize, n_words: usize) -> Harm {
        let lower = &self.sentence.lower;
        let joins = |at: usize| self.is(Class::And, at) || self.is(Class::Or, at);
        let behind = at + n_words;
        let other = if joins(behind) { self.lexicon.find(Class::Outcome, lower, behind + 1) } else { None };
        let before =
            (2 <= at && joins(at - 1)).then(|| self.lexicon.find(Class::Outcome, lower, at - 2)).flatten();
        // "9,000 dead and displaced 2 million"
        let before = before.filter(|_| {
            at.checked_sub(3).is_none_or(|own| number_at(self.sentence, self.lexicon, own).is_none())
        });
        let is_one = [other, before].into_iter().flatten().all(|(key, _)| key == outcome);
        // "12 were killed and wounded 40" has a count of its own behind it.
        let own = behind + 2;
        let limit = Limit::before(self.sentence, self.lexicon, own).map_or(0, |(_, n_words)| n_words);
        let has_own = other.is_some()
            && (number_at(self.sentence, self.lexicon, own + limit).is_some()
                || self.is(Class::Vague, own + limit)
                || self.is(Class::Another, own + limit));
        if is_one || has_own { Harm::Outcome(outcome) } else { Harm::Some }
    }

    pub(super) fn harm_in(&self, words: Range<usize>) -> Harm {
        let mut found = words.filter_map(|at| self.lexicon.find(Class::Outcome, &self.sentence.lower, at));
        let Some((first, _)) = found.next() else { return Harm::None };
        if found.all(|(other, _)| other == first) { Harm::Outcome(first) } else { Harm::Some }
    }
}
