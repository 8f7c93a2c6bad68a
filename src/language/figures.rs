//! All counts of people in a running text, each with what became of them. In an article most numbers count
//! something else, so a number is told only where its own words say that it counts people: a noun for people,
//! a word of harm that belongs to it. What could be otherwise is left out.

mod harm;
mod noun;
mod share;
mod standing;
#[cfg(test)]
mod tests;
mod toll;

use super::count::{Amount, Count, count_at};
use super::date::date_at;
use super::lexicon::{Class, Lexicon};
use super::limit::Limit;
use super::numbers::{Number, number_at};
use super::running::Prose;
use super::sentence::Sentence;
use super::wording::{Reader, Stating};
use crate::text::TextRange;
use harm::Harm;
use std::ops::Range;

/// How far behind a count its noun may stand, in words: "35 unarmed young men".
const NOUN: usize = 3;
/// How far before a sentence a count stands that "the number" in it may mean, in bytes.
const NEAR: usize = 240;
/// Two people in one word, as Arabic has it; without those that are also the word for many.
const DUAL: [&str; 15] = [
    "شخصان",
    "شخصين",
    "مدنيان",
    "جنديان",
    "طفلان",
    "طفلين",
    "رجلان",
    "رجلين",
    "امرأتان",
    "امرأتين",
    "مقاتلان",
    "مسلحان",
    "شرطيان",
    "صحفيان",
    "مسعفان",
];
/// What follows these is only most of those who are counted.
const MOSTLY: [&str; 5] = ["mostly", "mainly", "largely", "chiefly", "predominantly"];
/// How a count stands to the others of its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// By itself.
    #[default]
    Whole,
    /// Some of those that were counted before: "including 12 children".
    Part,
    /// More than were counted before: "another 7".
    Addition,
    /// What a count has become that was this one: "rose from 35 to 40".
    Update(u64),
    /// One that no longer holds: "an earlier toll of 15".
    Former,
}

/// A count of people, as a text tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// How many.
    pub amount: Stating,
    /// What became of them: a key of the word lists, `killed`; `None` where it is not surely one.
    pub outcome: Option<&'static str>,
    /// Of whom: `civilians`, `fighters`; `None` where it is not said.
    pub population: Option<&'static str>,
    /// How it stands to the others.
    pub role: Role,
    /// Its words, in bytes of the text, with the noun that is counted.
    pub words: TextRange,
}

/// All counts of people in `text`, in its order.
///
/// ```
/// use postil::language::{Stating, figures};
/// let told = figures("In March 12 rockets hit the port. 12 people were killed, and 40 injured.");
/// let told: Vec<_> = told.iter().map(|told| (told.amount, told.outcome)).collect();
/// let number = |n| Stating::Number(None, n);
/// assert_eq!(told, [(number(12), Some("killed")), (number(40), Some("injured"))]);
/// ```
pub fn figures(text: &str) -> Vec<Told> {
    figures_in(text, None)
}

/// The same in a language; `None`: the one that is found.
pub fn figures_in(text: &str, language: Option<&Lexicon>) -> Vec<Told> {
    figures_of(&Prose::new(text), language)
}

/// The same of a text that is cut already, or will be read again.
pub fn figures_of(prose: &Prose<'_>, language: Option<&Lexicon>) -> Vec<Told> {
    let mut told = Vec::new();
    prose.each_sentence(language, |sentence, lexicon| {
        let ranges = sentence.ranges();
        let begins = ranges.first().map(|first| first.start().to_usize());
        let is_near = |told: &&Told| begins.is_some_and(|at| at <= told.words.end().to_usize() + NEAR);
        let before = told.last().filter(is_near).and_then(|told: &Told| told.outcome);
        let running = Running { reader: Reader::new(sentence, lexicon), sentence, lexicon, before };
        for next in running.all().into_iter().filter_map(|found| found.told(ranges)) {
            // Words are told once: “one both people” is no two counts of the same people.
            if told.last().is_none_or(|last: &Told| last.words.end() <= next.words.start()) {
                told.push(next);
            }
        }
    });
    told
}

/// A count with the words of its sentence.
struct Found {
    amount: Stating,
    outcome: Option<&'static str>,
    population: Option<&'static str>,
    role: Role,
    words: Range<usize>,
    /// Behind what is told of them: "two of them children".
    ends: usize,
}

impl Found {
    /// Whether words behind it tell who they were: "two of them children".
    fn is_said_to_be(&self) -> bool {
        self.words.end < self.ends
    }

    fn told(self, ranges: &[TextRange]) -> Option<Told> {
        let words = ranges.get(self.words.clone())?;
        let words = words.first()?.hull(*words.last()?);
        let Self { amount, outcome, population, role, .. } = self;
        Some(Told { amount, outcome, population, role, words })
    }
}

struct Running<'a> {
    reader: Reader<'a>,
    sentence: &'a Sentence<'a>,
    lexicon: &'a Lexicon,
    /// What became of the people of the last count before this sentence.
    before: Option<&'static str>,
}

impl Running<'_> {
    fn all(&self) -> Vec<Found> {
        let mut all = Vec::new();
        let mut at = 0;
        while at < self.sentence.lower.len() {
            if let Some((_, words)) = date_at(self.sentence, self.lexicon, at) {
                at = words.end.max(at + 1);
                continue;
            }
            let last = all.last().and_then(|last: &Found| Some((last.words.end, last.outcome?)));
            let found = self.nobody(at).or_else(|| self.single(at)).or_else(|| self.counted(at, last));
            match found {
                Some((Some(before), end)) if self.replaces(all.last_mut(), &before) => at = end.max(at + 1),
                Some((found, end)) => {
                    all.extend(found.map(|found| self.with_former(found, all.last())));
                    at = end.max(at + 1);
                }
                None => at += 1,
            }
        }
        self.settle_parts(&mut all);
        self.all_are(&mut all);
        all
    }

    fn is(&self, class: Class, at: usize) -> bool {
        self.lexicon.is(class, &self.sentence.lower, at)
    }

    fn is_sign(&self, at: usize) -> bool {
        at < self.sentence.lower.len() && !self.sentence.is_word(at)
    }

    /// "Nobody was hurt", "no deaths", "without casualties".
    fn nobody(&self, at: usize) -> Option<(Option<Found>, usize)> {
        let end = self.reader.nobody(at, false)?;
        let outcome = match self.harm_in(at..(end + NOUN).min(self.sentence.lower.len())) {
            Harm::Outcome(outcome) => Some(outcome),
            _ => None,
        };
        let words = at..end;
        let amount = Stating::Number(None, 0);
        let found = Found { amount, outcome, population: None, role: Role::Whole, words, ends: end };
        Some((Some(found), end))
    }

    /// "A man was killed"; "a woman and her three children", who are four; "both brothers".
    fn single(&self, at: usize) -> Option<(Option<Found>, usize)> {
        let lower = &self.sentence.lower;
        let is_both =
            self.sentence.is(at, &["both"]) && !self.is(Class::And, at + 2) && !self.is(Class::And, at + 3);
        let is_dual = self.lexicon.is_arabic() && self.sentence.is(at, &DUAL);
        let (mut n, mut end) = if is_dual
            || is_both && (self.noun(at + 1).is_some() || self.outcome_behind(at + 1, true) != Harm::None)
        {
            (2, at + 1)
        } else {
            // "Another civilian was killed" is one more.
            let is_another = self.sentence.is(at, &["another"]);
            let article = self.lexicon.find(Class::Article, lower, at).map(|(_, n_words)| n_words);
            let n_words = article.or(is_another.then_some(1))?;
            if at.checked_sub(1).is_some_and(|before| self.is(Class::Negation, before)) {
                return None;
            }
            let first = (at + n_words..at + n_words + 2).find(|&noun| self.is(Class::Person, noun))?;
            // "A rebel commander", but neither "a rebel-held town" nor "a rebel offensive".
            let noun = if self.is(Class::Person, first + 1) { first + 1 } else { first };
            if !self.is_end_of_noun(noun + 1) || self.speaks(at, noun + 1) {
                return None;
            }
            (1, noun + 1)
        };
        let is_of_them = self.is(Class::And, end) && self.sentence.is(end + 1, &["her", "his", "their"]);
        if n == 1
            && is_of_them
            && let Some(more) = number_at(self.sentence, self.lexicon, end + 2).and_then(whole)
            && let Some(noun) = self.noun(end + 2 + more.1)
        {
            (n, end) = (more.0.checked_add(1)?, noun + 1);
        } else if n == 1 && is_of_them && self.is(Class::Person, end + 2) {
            // "A man and his wife"
            (n, end) = (2, end + 3);
        }
        let outcome = self.harm(at, end);
        if matches!(outcome, Harm::None | Harm::Open) {
            return None;
        }
        let at = if self.sentence.is(at, &["another"]) { at + 1 } else { at };
        Some((Some(self.found(Stating::Number(None, n), outcome, at, end)), end))
    }

    /// Whether one only says it, or it is said to them: "an official and a monitor said", "told a correspondent".
    fn speaks(&self, at: usize, end: usize) -> bool {
        const FAR: usize = 6;
        let lower = &self.sentence.lower;
        let and_other =
            self.is(Class::And, end).then(|| self.lexicon.find(Class::Article, lower, end + 1)).flatten();
        let and_other =
            and_other.map(|(_, n_words)| end + 1 + n_words).filter(|&noun| self.is(Class::Person, noun));
        let says = self.is(Class::Verb, end) || and_other.is_some_and(|noun| self.is(Class::Verb, noun + 1));
        let Some(before) = at.checked_sub(1) else { return says };
        let is_told = self.sentence.is(before, &["told"])
            || self.sentence.is(before, &["to"])
                && (before.saturating_sub(FAR)..before).any(|verb| self.is(Class::Verb, verb));
        says || is_told
    }

    /// Whether what stands at a word can follow one who is counted, and makes no part of something else of them.
    fn is_end_of_noun(&self, at: usize) -> bool {
        const FOLLOW: [Class; 16] = [
            Class::Auxiliary,
            Class::Verb,
            Class::Outcome,
            Class::Break,
            Class::Joiner,
            Class::And,
            Class::Or,
            Class::Pronoun,
            Class::Skipped,
            Class::Including,
            Class::Plain,
            Class::Determiner,
            Class::Relative,
            Class::Weekday,
            Class::Clause,
            Class::Common,
        ];
        let is_hyphen = self.sentence.is(at, &["-", "\u{2010}", "‑"]) && self.sentence.touches(at - 1);
        // "A civilian death toll" is no civilian.
        let is_of_more = self.sentence.is(at, &["death", "deaths", "casualty", "casualties"]);
        let is_other_sign = at >= self.sentence.lower.len() || self.is_sign(at);
        let can_follow =
            !self.lexicon.is_english() || is_other_sign || FOLLOW.iter().any(|&class| self.is(class, at));
        !is_hyphen && !is_of_more && can_follow
    }

    /// A number with its noun or its harm; `last` is where the count before it in its sentence ends, and what it
    /// tells.
    fn counted(&self, at: usize, last: Option<(usize, &'static str)>) -> Option<(Option<Found>, usize)> {
        let count = count_at(self.sentence, self.lexicon, at)?;
        let end = count.words.end;
        if let Some(end) = self.reader.other(&count) {
            return Some((None, end));
        }
        if self.counts_things(end) {
            return Some((None, end));
        }
        let told_by_noun =
            self.toll(&count).or_else(|| self.lives(&count)).or_else(|| self.in_row(&count, last));
        if told_by_noun.is_none() && !self.is_of_people(&count) {
            return Some((None, end));
        }
        if let Some((before, now)) = self.course(&count) {
            let harm = self.harm(at, end);
            let update = self.found(Stating::Number(None, now), harm, at, end);
            return Some((Some(Found { role: Role::Update(before), ..update }), end));
        }
        let is_sure = self.reader.is_sure_by_itself(&count) && self.is_clear(at);
        let amount = is_sure.then(|| self.reader.stating(&count)).flatten();
        let Some(amount) = amount else { return Some((None, end)) };
        let end = if amount == Stating::Vague { self.end_of_vague(end) } else { end };
        let told = told_by_noun.or_else(|| self.harm_of_counted(end));
        match told.unwrap_or_else(|| self.harm(at, end)) {
            // What became of a part is told of the whole.
            Harm::None if self.role(at, end) != Role::Part => Some((None, end)),
            Harm::Open => Some((None, end)),
            harm => Some((Some(self.found(amount, harm, at, end)), end)),
        }
    }

    /// "Tens of thousands"
    fn end_of_vague(&self, end: usize) -> usize {
        let lower = &self.sentence.lower;
        let of = self.lexicon.find(Class::Joiner, lower, end).map_or(0, |(_, n_words)| n_words);
        let scale = || self.lexicon.find(Class::Scale, lower, end).filter(|_| of == 0);
        let more = self.lexicon.find(Class::Vague, lower, end + of).filter(|_| 0 < of).or_else(scale);
        more.map_or(end, |(_, n_words)| end + of + n_words)
    }

    fn found(&self, amount: Stating, harm: Harm, at: usize, end: usize) -> Found {
        let outcome = if let Harm::Outcome(outcome) = harm { Some(outcome) } else { None };
        // Of "more than 120 mostly women" and "100 including children" these are only some.
        let is_of_some = |noun: &usize| {
            let mut between = end..*noun;
            between.any(|at| self.is(Class::Including, at) || self.sentence.is(at, &MOSTLY))
        };
        let are = self.told_to_be(at, end);
        let noun =
            self.noun_of(amount == Stating::Vague, end).filter(|noun| are.is_none() && !is_of_some(noun));
        let behind = noun.map_or(end, |noun| noun + 1);
        let population = self.population(are.map_or(at..behind, |noun| self.kinds(noun)));
        let ends = are.map_or(behind, |noun| noun + 1);
        Found { amount, outcome, population, role: self.role(at, end), words: at..behind, ends }
    }

    /// Whether what a count counts is surely people.
    fn is_of_people(&self, count: &Count) -> bool {
        let (start, end) = (count.words.start, count.words.end);
        let is_vague = matches!(count.amount, Amount::Vague(_));
        let end = if is_vague { self.end_of_vague(end) } else { end };
        if self.noun_of(is_vague, end).is_some() || self.sentence.is(start.wrapping_sub(2), &["family"]) {
            return true;
        }
        let of = self.lexicon.find(Class::Joiner, &self.sentence.lower, end).map_or(0, |(_, n)| n);
        let is_of_them =
            self.sentence.is(end, &["of"]) && self.sentence.is(end + of, &["them", "those", "the", "whom"]);
        let next = self.sentence.lower.get(end);
        let is_end = next.is_none() || self.is_sign(end);
        let follows_harm = self.outcome_before(start).is_some();
        let stands_alone = is_end
            || self.is(Class::Skipped, end)
            || self.is(Class::Outcome, end)
            || is_of_them
            || self.is(Class::Break, end)
            || self.is(Class::And, end)
            || self.is(Class::Plain, end)
            || self.is(Class::Determiner, end) && self.toll_before(start);
        // "The toll reached 35", "killed 35 shoppers", "35 shoppers were killed".
        let is_part = is_of_them && self.is(Class::People, end + of + 1)
            || self.is_of_whom(start, end)
            || self.is_of_counted(end)
            || self.told_to_be(start, end).is_some()
            || self.behind_owner(end) != end && self.role(start, end) == Role::Part;
        match () {
            () if matches!(count.amount, Amount::Number(number) if whole(number).is_none()) => false,
            () if self.is_name_before(start) => false,
            // "Two bombs kill 50 injure 20" in capitals, as headlines have it.
            () if follows_harm => {
                !self.sentence.is_capital(end) || self.is(Class::Weekday, end) || self.is(Class::Outcome, end)
            }
            () if is_part => true,
            () if stands_alone => {
                self.outcome_behind(end, false) != Harm::None || !is_of_them && self.toll_before(start)
            }
            // Bridges are missing, and towns are captured.
            () => match self.outcome_behind(end, true) {
                Harm::Outcome(outcome) => matches!(outcome, "killed" | "injured"),
                Harm::Some => true,
                Harm::None | Harm::Open => false,
            },
        }
    }

    /// "Chapter 3", "Brigade 47": a word in capitals that is none of those that stand before counts.
    fn is_name_before(&self, start: usize) -> bool {
        let known = [
            Class::Outcome,
            Class::Verb,
            Class::Plain,
            Class::Common,
            Class::Break,
            Class::And,
            Class::Another,
        ];
        start.checked_sub(1).is_some_and(|before| {
            self.sentence.is_capital(before) && !known.iter().any(|&class| self.is(class, before))
        })
    }

    /// "Not 35 people", "half of the 35 people": what turns a number right before it.
    fn is_clear(&self, at: usize) -> bool {
        let before = at.saturating_sub(3)..at;
        let is_turned = before.clone().any(|at| {
            self.is(Class::Part, at) || self.is(Class::Negation, at) && !self.is(Class::Outcome, at)
        });
        let is_limited = at
            .checked_sub(1)
            .and_then(|before| Limit::at(self.sentence, self.lexicon, Class::Qualifier, before));
        let is_name = at.checked_sub(1).is_some_and(|before| {
            self.sentence.is(before, &["no", "nr", "№", "#", "-"])
                || self.sentence.is(before, &["."]) && self.sentence.is(before.wrapping_sub(1), &["no", "nr"])
        });
        // "At least at 85"
        let is_limited_afar = at.checked_sub(1).is_some_and(|before| {
            (before.saturating_sub(3)..before).any(|start| {
                let found = self.lexicon.find(Class::Qualifier, &self.sentence.lower, start);
                found.is_some_and(|(_, n_words)| start + n_words == before && 1 < n_words)
            })
        });
        !is_turned
            && !is_name
            && !is_limited_afar
            && !matches!(is_limited, Some((limit, _)) if limit != Limit::Only)
    }
}

/// A whole number, and of how many words it is.
fn whole(number: Number) -> Option<(u64, usize)> {
    Some((u64::try_from(number.whole()?).ok()?, number.n_words))
}
