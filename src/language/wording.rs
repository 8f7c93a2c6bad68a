//! The count that a person's words or a marked passage surely state. A wrong number is worse than none:
//! where a word stands that could change it and that we cannot read, nothing is read.

use super::count::{Amount, Count, count_at, outcome_behind};
use super::date::date_at;
use super::lexicon::{Class, Lexicon};
use super::limit::Limit;
use super::numbers::{Form, number_at};
use super::sentence::{Sentence, Word};
use std::ops::Range;

/// How far behind a number what limits it may stand, in words: "35 people or more".
const LIMIT_REACH: usize = 2;

/// What may stand before a count and leave it as it is.
const HARMLESS: [Class; 12] = [
    Class::Plain,
    Class::Common,
    Class::People,
    Class::Unit,
    Class::Outcome,
    Class::Verb,
    Class::Break,
    Class::Joiner,
    Class::Skipped,
    Class::Determiner,
    Class::Pronoun,
    Class::And,
];

/// What a wording says of people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stated {
    /// How many.
    pub amount: Stating,
    /// What became of them: a key of the word lists, `killed`.
    pub outcome: Option<&'static str>,
}

/// How many, as far as it is surely stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stating {
    /// Nothing that is surely read.
    #[default]
    Unread,
    /// Words that say no number.
    Vague,
    /// A whole number with its limit.
    Number(Option<Limit>, u64),
    /// Whole numbers, the lower first, and what limits both.
    Range(Option<Limit>, u64, u64),
}

impl Stating {
    /// The least and the most that is stated, both included; `None`: open. What is about a number bounds nothing.
    pub fn ends(self) -> (Option<u64>, Option<u64>) {
        let (limit, from, to) = match self {
            Self::Unread | Self::Vague => return (None, None),
            Self::Number(limit, n) => (limit, n, n),
            Self::Range(limit, from, to) => (limit.filter(|&limit| limit != Limit::About), from, to),
        };
        match limit {
            Some(Limit::MoreThan) => (from.checked_add(1), None),
            Some(Limit::AtLeast) => (Some(from), None),
            Some(Limit::UpTo) => (Some(0), Some(to)),
            Some(Limit::FewerThan) => (Some(0), Some(to.saturating_sub(1))),
            Some(Limit::About | Limit::Nearly) => (None, None),
            Some(Limit::Only | Limit::Between) | None => (Some(from), Some(to)),
        }
    }
}

/// What `wording` states, in whichever language it is. Where several could be meant, they must agree.
pub fn stated(wording: &str) -> Stated {
    let sentence = Sentence::of(wording);
    let lexicons = match Lexicon::of_few(&sentence) {
        none if none.is_empty() => {
            // Words of no language that we know may say anything of the number.
            // "1.2m" has letters, but is a number.
            let is_strange = |(at, word): (usize, &Word)| {
                word.chars().any(char::is_alphabetic) && number_at(&sentence, Lexicon::of(""), at).is_none()
            };
            if sentence.lower.iter().enumerate().any(is_strange) {
                return Stated::default();
            }
            vec![Lexicon::of("")]
        }
        some => some,
    };
    let mut readings = lexicons.into_iter().map(|lexicon| Reader::new(&sentence, lexicon).stated());
    let first = readings.next().unwrap_or_default();
    if readings.any(|other| other.amount != first.amount) { Stated::default() } else { first }
}

/// What is at a place of the wording.
enum Found {
    /// What surely counts no people, up to this word.
    Other(usize),
    /// The count.
    Count(Stating, Range<usize>),
    /// A number of which it is not sure what it counts, or how many.
    Unsure,
}

pub(super) struct Reader<'a> {
    sentence: &'a Sentence<'a>,
    lexicon: &'a Lexicon,
    /// The word behind a date, a year or a unit that was passed last.
    passed: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(sentence: &'a Sentence<'a>, lexicon: &'a Lexicon) -> Self {
        Self { sentence, lexicon, passed: 0 }
    }
}

impl Reader<'_> {
    fn stated(&mut self) -> Stated {
        let mut at = 0;
        while at < self.sentence.lower.len() {
            match self.found(at) {
                None => at += 1,
                Some(Found::Other(end)) => (at, self.passed) = (end.max(at + 1), end),
                Some(Found::Unsure) => return Stated { outcome: self.only_outcome(), ..Stated::default() },
                Some(Found::Count(amount, words)) => {
                    // "Killed two people and wounded nine."
                    let verb =
                        words.start.checked_sub(1).and_then(|before| self.outcome_in(before..words.start));
                    let behind = || outcome_behind(self.sentence, self.lexicon, words.end);
                    let outcome = verb.or_else(behind).or_else(|| self.outcome_in(0..words.start));
                    return Stated { amount, outcome };
                }
            }
        }
        Stated { outcome: self.only_outcome(), ..Stated::default() }
    }

    fn found(&self, at: usize) -> Option<Found> {
        if let Some((_, words)) = date_at(self.sentence, self.lexicon, at) {
            return Some(Found::Other(words.end));
        }
        if let Some(end) = self.nobody(at, true) {
            return Some(Found::Count(Stating::Number(None, 0), at..end));
        }
        let Some(count) = count_at(self.sentence, self.lexicon, at) else {
            return self.strange(at);
        };
        if let Some(end) = self.other(&count) {
            return Some(Found::Other(end));
        }
        let stating = self.is_sure(&count).then(|| self.stating(&count)).flatten();
        Some(stating.map_or(Found::Unsure, |stating| Found::Count(stating, count.words)))
    }

    /// "No one", "no one was killed", "no deaths", "without casualties"; `is_alone`: in words that are all of
    /// a count, where nothing may stand before it that turns it.
    pub(super) fn nobody(&self, at: usize, is_alone: bool) -> Option<usize> {
        let lower = &self.sentence.lower;
        let (key, n_words) = self.lexicon.find(Class::Negation, lower, at)?;
        let end = at + n_words;
        let skipped = (end..).take_while(|&at| self.lexicon.is(Class::Skipped, lower, at)).count();
        let is_clear = || !is_alone || self.is_clear_before(at);
        // "Gave no casualty toll": unknown is not zero.
        let is_unknown = |at: usize| {
            self.sentence.is(at, &["toll", "tolls", "figure", "figures", "details", "number", "numbers"])
        };
        let is_harm = |at: usize| {
            let found =
                [Class::Outcome, Class::Harm].iter().find_map(|&class| self.lexicon.find(class, lower, at));
            let is_toll = self.sentence.is(at, &["toll"]);
            found.is_some_and(|(_, n_words)| {
                !is_toll && !is_unknown(at + n_words) && !is_unknown(at + n_words - 1)
            })
        };
        match key {
            "nobody" | "none" if is_alone && at == 0 && end == lower.len() => Some(end),
            "nobody" | "none" if is_harm(end + skipped) && is_clear() => Some(end),
            "no" | "without" if is_harm(end) && is_clear() => Some(end),
            _ => None,
        }
    }

    /// A word with digits that is no number we know: "T72" names something, "35ers" may count it.
    fn strange(&self, at: usize) -> Option<Found> {
        let word = self.sentence.lower.get(at)?;
        let begins_with_digit = word.chars().next().is_some_and(char::is_numeric);
        let number = number_at(self.sentence, self.lexicon, at);
        let is_number = number.is_some();
        let is_one = number.is_some_and(|one| one.whole() == Some(1));
        match () {
            // "One" by itself.
            () if is_one && self.sentence.lower.len() == 1 => {
                Some(Found::Count(Stating::Number(None, 1), at..at + 1))
            }
            () if is_number || begins_with_digit => Some(Found::Unsure),
            () => None,
        }
    }

    /// Where a count ends that is surely not of people, as far as its own words tell: money, shares, years, ages, what is in a name.
    pub(super) fn other(&self, count: &Count) -> Option<usize> {
        let (sentence, lower) = (self.sentence, &self.sentence.lower);
        let (start, end) = (count.words.start, count.words.end);
        let is_unit = |at: usize| self.lexicon.is(Class::Unit, lower, at);
        let touches_dash = |dash: usize| sentence.is(dash, &["-", "\u{2010}", "‑"]) && sentence.touches(dash);
        let is_compound = sentence.touches(end.wrapping_sub(1)) && touches_dash(end) && is_unit(end + 1);
        let form = match count.amount {
            Amount::Number(number) => Some(number.form),
            _ => None,
        };
        // "COVID-19", "T-72".
        let is_name = matches!(form, Some(Form::Plain))
            && 1 < start
            && touches_dash(start - 1)
            && sentence.touches(start - 2)
            && sentence.is_word(start - 2);
        let is_age = matches!(form, Some(Form::Plain))
            && 0 < start
            && sentence.is(start - 1, &[","])
            && sentence.is(end, &[","]);
        let is_year = matches!(form, Some(Form::Plain))
            && count.limit.is_none()
            && lower
                .get(start)
                .and_then(|word| word.parse::<u64>().ok())
                .is_some_and(|year| (1900..2100).contains(&year))
            && 0 < start
            && [Class::Joiner, Class::Break, Class::Month]
                .iter()
                .any(|&class| self.ends_before(class, start));
        let is_other = count.measure.is_some() || is_unit(end) || is_compound || is_name || is_age || is_year;
        is_other.then_some(end)
    }

    /// Whether nothing around a count says something of it that is not read.
    fn is_sure(&self, count: &Count) -> bool {
        self.is_sure_by_itself(count) && self.is_clear_before(count.words.start)
    }

    /// The same, but for what stands before it.
    pub(super) fn is_sure_by_itself(&self, count: &Count) -> bool {
        let (sentence, lower) = (self.sentence, &self.sentence.lower);
        let (start, end) = (count.words.start, count.words.end);
        let is = |class: Class, at: usize| self.lexicon.is(class, lower, at);
        let is_number = |at: usize| number_at(sentence, self.lexicon, at).is_some();
        let form = match count.amount {
            Amount::Number(number) => number.form,
            Amount::Range(_, high) => high.form,
            Amount::Vague(_) => return true,
        };
        let first = start + Limit::before(sentence, self.lexicon, start).map_or(0, |(_, n)| n);
        let has_article = is(Class::Article, first);
        let is_said = match form {
            Form::Ordinal => false,
            Form::Scale => has_article || is(Class::Bare, first) || start < first,
            Form::Plain | Form::Digits | Form::Words | Form::Rounded => true,
        };
        let goes_on = sentence.touches(end.wrapping_sub(1))
            && sentence.is(end, &["-", "\u{2010}", "‑", "/", "×", ":", "*", "'"]);
        let is_followed = goes_on
            || is_number(end)
            || is(Class::Part, end)
            || is(Class::Or, end)
            || ([Class::Qualifier, Class::And].iter().any(|&class| is(class, end)) && is_number(end + 1));
        // "-3" counts nothing.
        let is_negative = start.checked_sub(1).is_some_and(|sign| {
            sentence.is(sign, &["-", "−"])
                && sentence.touches(sign)
                && sign.checked_sub(1).is_none_or(|word| !sentence.touches(word))
        });
        // "Children under 5" are not fewer than 5.
        let is_age = first == start + 1
            && matches!(count.limit, Some(Limit::FewerThan | Limit::MoreThan))
            && self.ends_before(Class::People, start);
        // "Rose from 12 to 35" is no range.
        let is_course =
            matches!(count.amount, Amount::Range(..)) && 1 < start && self.ends_before(Class::From, start);
        is_said && !is_negative && !is_followed && !is_course && !is_age
    }

    /// Whether what stands before a count, up to the next sign, leaves it as it is.
    fn is_clear_before(&self, at: usize) -> bool {
        let sentence = self.sentence;
        // "No. 35" is a name.
        let is_sign = |sign: usize| {
            let is_of_word = sentence.is(sign, &["."]) && 0 < sign && sentence.is(sign - 1, &["no", "nr"]);
            !sentence.is_word(sign) && !is_of_word
        };
        let clause = (0..at).rev().find(|&at| is_sign(at)).map_or(0, |sign| sign + 1);
        let turns = |at: usize| {
            [Class::Negation, Class::Part].iter().any(|&class| self.lexicon.is(class, &sentence.lower, at))
        };
        if (clause..at).any(turns) {
            return false;
        }
        // "Only about 35": "only" says nothing of the number, other limits of limits do.
        let before = at.checked_sub(1).and_then(|at| Limit::at(sentence, self.lexicon, Class::Qualifier, at));
        let is_harmless = HARMLESS.iter().any(|&class| self.ends_before(class, at));
        match before {
            Some((Limit::Only, 1)) => true,
            // Nor "at least at 85".
            _ if (at.saturating_sub(1)..=at).any(|at| self.ends_before(Class::Qualifier, at)) => false,
            _ => at == clause || at == self.passed || is_harmless,
        }
    }

    /// Whether a form of `class` ends before word `at`.
    fn ends_before(&self, class: Class, at: usize) -> bool {
        (at.saturating_sub(4)..at).any(|start| {
            self.lexicon
                .find(class, &self.sentence.lower, start)
                .is_some_and(|(_, n_words)| start + n_words == at)
        })
    }

    pub(super) fn stating(&self, count: &Count) -> Option<Stating> {
        let whole = |value: u128| u64::try_from(value).ok();
        let limit = match (count.limit, self.limit_behind(count.words.end)) {
            (Some(_), Some(_)) => return None,
            (before, behind) => before.or(behind),
        };
        match count.amount {
            Amount::Vague(_) => Some(Stating::Vague),
            Amount::Number(number) => Some(Stating::Number(limit, whole(number.whole()?)?)),
            Amount::Range(low, high) => {
                let (low, high) = (whole(low.whole()?)?, whole(high.whole()?)?);
                if low == high {
                    return Some(Stating::Number(limit.filter(|&limit| limit != Limit::Between), low));
                }
                // "From 47 to 35" is no range.
                (low < high).then_some(Stating::Range(limit, low, high))
            }
        }
    }

    /// What limits a count from behind, with a word or two between.
    fn limit_behind(&self, end: usize) -> Option<Limit> {
        let places = (end + 1..=end + LIMIT_REACH).take_while(|&at| self.sentence.is_word(at - 1));
        let mut limits =
            places.filter_map(|at| Limit::behind(self.sentence, self.lexicon, at).map(|(limit, _)| limit));
        limits.next()
    }

    fn only_outcome(&self) -> Option<&'static str> {
        self.outcome_in(0..self.sentence.lower.len())
    }

    /// What became of people, by the words in a range, where they say one thing.
    fn outcome_in(&self, words: Range<usize>) -> Option<&'static str> {
        let lower = &self.sentence.lower;
        let mut outcomes = words.filter_map(|at| self.lexicon.find(Class::Outcome, lower, at));
        let (first, _) = outcomes.next()?;
        outcomes.all(|(other, _)| other == first).then_some(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Words that make counts, in several scripts, and signs that part or join them.
    const SOUP: &str = "(a |an |half |and a half |no |one |no one |35 |1,200|1\u{202f}200 |twenty|-|five |dozen |hundred |million |more than |between |and |to |or |or more |3 |March |99999999999999999999999999999999999999 |٣٥ |ألف |و|%|\\$|\\.|\n|\\[|\\]|é|人|killed |vingt et |un |und|fünf){0,16}";

    proptest! {
        #[test]
        fn no_wording_panics_and_ranges_have_two_ends(wording in SOUP, other in ".{0,40}") {
            for wording in [&wording, &other] {
                if let Stating::Range(_, low, high) = stated(wording).amount {
                    prop_assert!(low < high, "{}", wording);
                }
            }
        }

        #[test]
        fn a_number_alone_is_read_and_a_word_that_we_do_not_know_makes_it_unread(n in 0..10_000_000_u64) {
            prop_assert_eq!(stated(&n.to_string()).amount, Stating::Number(None, n));
            prop_assert_eq!(stated(&format!("blorp {n}")).amount, Stating::Unread);
            prop_assert_eq!(stated(&format!("at least {n} people")).amount, Stating::Number(Some(Limit::AtLeast), n));
        }
    }
}
