//! How a count stands to the others of its text: a part, more, or what another has become.

use super::harm::Harm;
use super::{Found, Role, Running, whole};
use crate::language::count::{Amount, Count};
use crate::language::lexicon::Class;
use crate::language::numbers::number_at;
use crate::language::wording::Stating;
use std::ops::Range;

/// What makes a noun for a count one that no longer holds.
const FORMER: [&str; 6] = ["previous", "earlier", "initial", "prior", "preceding", "former"];
/// What says of a verb that it tells of a count that no longer holds.
const BEFORE: [&str; 3] = ["earlier", "previously", "initially"];
/// Nouns for a count that others take the place of.
const COUNTS: [&str; 6] = ["toll", "count", "figure", "number", "tally", "estimate"];

impl Running<'_> {
    /// "Rose from 35 to 40": from what, and to what.
    pub(super) fn course(&self, count: &Count) -> Option<(u64, u64)> {
        let Amount::Range(from, to) = count.amount else { return None };
        let start = count.words.start;
        let is_from = start.checked_sub(1).is_some_and(|before| self.is(Class::From, before));
        let is_moved = (start.saturating_sub(4)..start).any(|at| self.is(Class::Course, at));
        (is_from && is_moved).then_some((whole(from)?.0, whole(to)?.0))
    }

    /// A count with what it was before, or as what another has been before.
    pub(super) fn with_former(&self, mut found: Found, last: Option<&Found>) -> Found {
        let is_with =
            |last: &Found| last.role == Role::Former && self.goes_with(last.ends, found.words.start);
        found.role = match (found.role, self.risen_from(found.words.end)) {
            (Role::Whole, Some(before)) => Role::Update(before),
            (Role::Whole, None) if self.no_longer_holds(found.words.start) => Role::Former,
            (Role::Whole | Role::Addition, None) if last.is_some_and(is_with) => Role::Former,
            (role, _) => role,
        };
        found
    }

    /// Whether the count that was found is what `last` was before, "48, up from 31", "48 … updating an earlier toll of
    /// 31": then `last` says so, and the other is no count of its own.
    pub(super) fn replaces(&self, last: Option<&mut Found>, found: &Found) -> bool {
        let Some(last) = last.filter(|last| !matches!(last.role, Role::Part | Role::Addition)) else {
            return false;
        };
        let (Stating::Number(_, now), Stating::Number(None, before)) = (last.amount, found.amount) else {
            return false;
        };
        let is_one = found.outcome.is_none() || last.outcome.is_none() || found.outcome == last.outcome;
        let is_before = is_one && now != before && self.is_former(found.words.start, last.words.clone());
        if is_before {
            last.role = Role::Update(before);
            last.outcome = last.outcome.or(found.outcome);
        }
        is_before
    }

    /// "48, up from 31": behind a count, what it was before.
    fn risen_from(&self, end: usize) -> Option<u64> {
        let up = end + usize::from(self.sentence.is(end, &[","]));
        let is_up =
            self.lexicon.is_english() && self.sentence.is(up, &["up"]) && self.is(Class::From, up + 1);
        number_at(self.sentence, self.lexicon, up + 2).filter(|_| is_up).and_then(whole).map(|(n, _)| n)
    }

    /// Whether what stands before a count says that it no longer holds.
    fn is_former(&self, at: usize, last: Range<usize>) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| self.lexicon.is_english()) else { return false };
        if self.is(Class::From, before) {
            let is_up = before.checked_sub(1).is_some_and(|up| self.sentence.is(up, &["up"]));
            let has_moved = (last.start.saturating_sub(4)..last.start).any(|at| self.is(Class::Course, at));
            return is_up || has_moved && before == last.end;
        }
        let noun = before.checked_sub(1).filter(|&noun| self.sentence.is(noun, &COUNTS));
        self.sentence.is(before, &["of"])
            && noun.is_some_and(|noun| (noun.saturating_sub(2)..noun).any(|at| self.sentence.is(at, &FORMER)))
    }

    /// "An earlier toll of 15", "the previous death toll was 20", "earlier put the toll at 5", where nothing stands in
    /// its sentence that took its place. An initial toll may still be the only one.
    fn no_longer_holds(&self, at: usize) -> bool {
        const FAR: usize = 5;
        let Some(before) = at.checked_sub(1).filter(|_| self.lexicon.is_english()) else { return false };
        let is_stood = before.checked_sub(1).filter(|&verb| self.sentence.is(verb, &["stood"]));
        let verb = is_stood.filter(|_| self.sentence.is(before, &["at"])).unwrap_or(before);
        let Some(noun) = verb.checked_sub(1).filter(|&noun| self.sentence.is(noun, &COUNTS)) else {
            return false;
        };
        let mut adjectives = noun.saturating_sub(2)..noun;
        let is_former =
            adjectives.any(|at| self.sentence.is(at, &FORMER) && !self.sentence.is(at, &["initial"]));
        let mut clause = (noun.saturating_sub(FAR)..noun).rev().take_while(|&at| self.sentence.is_word(at));
        match () {
            () if self.sentence.is(verb, &["was", "stood"]) => is_former,
            () if self.sentence.is(verb, &["of"]) && is_former => true,
            () => self.sentence.is(verb, &["of", "at"]) && clause.any(|at| self.sentence.is(at, &BEFORE)),
        }
    }

    /// "The previous toll was 20 dead *with* 50 injured": both are what they were before.
    fn goes_with(&self, last: usize, start: usize) -> bool {
        const FAR: usize = 3;
        let mut between = last..start;
        last <= start && start - last <= FAR && between.any(|at| self.sentence.is(at, &["with", "and"]))
    }

    /// "Nine of whom", "of whom nine": some of people, whatever they are called.
    pub(super) fn is_of_whom(&self, at: usize, end: usize) -> bool {
        let is_behind = self.sentence.is(end, &["of"]) && self.sentence.is(end + 1, &["whom"]);
        let whom = at.checked_sub(1).filter(|&whom| self.sentence.is(whom, &["whom"]));
        self.lexicon.is_english()
            && (is_behind
                || whom.and_then(|whom| whom.checked_sub(1)).is_some_and(|of| self.sentence.is(of, &["of"])))
    }

    /// "Of them", "of the wounded": of those that were counted before.
    fn is_of_those(&self, at: usize, end: usize) -> bool {
        let harmed = end + 2;
        if self.is_of_counted(end) || self.told_to_be(at, end).is_some() {
            return true;
        }
        self.sentence.is(end, &["of"])
            && (self.sentence.is(end + 1, &["them", "whom", "those"])
                || self.sentence.is(end + 1, &["the"])
                    && (self.is(Class::Outcome, harmed) || self.is(Class::Harm, harmed)))
    }

    /// "Were among at least 48 people killed", "were among the wounded", behind the noun of a count.
    fn is_of_whole(&self, noun: usize) -> bool {
        const FAR: usize = 3;
        const NEAR: usize = 5;
        let is_between = |at: usize| self.is(Class::Auxiliary, at) || self.is(Class::Skipped, at);
        let noun = self.behind_row(self.behind_owner(noun));
        let among = (noun..noun + FAR).find(|&at| !is_between(at));
        let has_whole =
            |at: usize| (at + 1..at + NEAR).any(|at| number_at(self.sentence, self.lexicon, at).is_some());
        let is_among = |at: usize| self.sentence.is(at, &["among"]);
        self.lexicon.is_english()
            && among
                .is_some_and(|at| noun < at && is_among(at) && (has_whole(at) || self.names_those(at + 1)))
    }

    /// Behind whose people a count counts: "three of its workers".
    pub(super) fn behind_owner(&self, end: usize) -> usize {
        const NOUN: usize = 3;
        let owner = end + 1;
        let is_owned = self.sentence.is(end, &["of"]) && self.is(Class::Determiner, owner);
        let noun = (owner + 1..=owner + NOUN).find(|&at| self.is(Class::People, at)).filter(|_| is_owned);
        noun.map_or(end, |noun| noun + 1)
    }

    /// Behind those whom a row counts too: "five women and 13 men were among the dead".
    fn behind_row(&self, mut noun: usize) -> usize {
        while self.is(Class::And, noun)
            && let Some(number) = number_at(self.sentence, self.lexicon, noun + 1)
            && let Some(next) = self.noun(noun + 1 + number.n_words)
        {
            noun = next + 1;
        }
        noun
    }

    /// "The dead", "those killed": those who are counted elsewhere, by what became of them.
    fn names_those(&self, at: usize) -> bool {
        self.sentence.is(at, &["the", "those"])
            && (self.is(Class::Outcome, at + 1) || self.is(Class::Harm, at + 1))
    }

    /// "Among the dead were nine", "the victims included nine": right behind such words.
    fn is_told_of_those(&self, at: usize, noun: usize) -> bool {
        let Some(verb) = at.checked_sub(1).filter(|_| self.lexicon.is_english()) else { return false };
        let those = |far: usize| verb.checked_sub(far).filter(|&the| self.names_those(the));
        let is_among = self.is(Class::Auxiliary, verb)
            && those(2).and_then(|the| the.checked_sub(1)).is_some_and(|at| self.sentence.is(at, &["among"]));
        // "The toll included nine wounded" tells of all who were.
        let is_included = self.sentence.is(verb, &["included", "include"])
            && (2..8).any(|far| those(far).is_some_and(|the| !self.sentence.is(the + 1, &["toll", "death"])))
            && matches!(self.outcome_behind(noun, false), Harm::None);
        is_among || is_included
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
            () if self.is_of_whole(noun) || self.is_told_of_those(at, noun) => Role::Part,
            () if self.is_one_of_those(at) => Role::Part,
            () if ends_at(Class::Including)
                || self.is_of_those(at, end) && self.outcome_before(at).is_none() =>
            {
                Role::Part
            }
            () if ends_at(Class::Another) || self.is(Class::More, end) || self.is(Class::More, noun) => {
                Role::Addition
            }
            () => Role::Whole,
        }
    }
}
