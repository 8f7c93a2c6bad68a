//! What a sentence says that matters: its figures, dates, sources, negations, verbs of attribution and how
//! sure it is.

use super::names;
use super::substance::Kind;
use crate::language::{Amount, Class, Lexicon, Limit, Measure, Sentence, count_at, date_at, outcome_behind};
use std::ops::Range;

/// The longest name of a source, in words.
const LONGEST_NAME: usize = 8;

/// One thing that a sentence says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fact {
    pub kind: Kind,
    /// Equal for equal facts, however they are written.
    pub key: String,
    /// The keys of facts that this one may be too.
    pub also: Vec<String>,
    /// What became of the people counted, as far as it is said.
    pub outcome: Option<&'static str>,
    /// Its words, within the sentence.
    pub words: Range<usize>,
}

impl Fact {
    /// Whether two facts of one kind say the same, whatever became of whom.
    pub(super) fn says_same(&self, other: &Self) -> bool {
        self.key == other.key
            || self.also.contains(&other.key)
            || other.also.contains(&self.key)
            || self.kind == Kind::Source && names::are_spelt_alike(&self.key, &other.key)
    }
}

/// All facts of a sentence, in the order of their words.
pub(super) fn facts(sentence: &Sentence<'_>, lexicon: &Lexicon) -> Vec<Fact> {
    let mut found: Vec<Fact> = Vec::new();
    let mut at = 0;
    while at < sentence.lower.len() {
        let fact = date_at(sentence, lexicon, at)
            .map(|(moment, words)| Fact { also: moment.also, ..fact(Kind::Date, moment.key, words) })
            .or_else(|| figure(sentence, lexicon, at))
            .or_else(|| listed(sentence, lexicon, at, Class::Verb, Kind::Attribution))
            .or_else(|| listed(sentence, lexicon, at, Class::Negation, Kind::Negation))
            .or_else(|| listed(sentence, lexicon, at, Class::Sureness, Kind::Certainty));
        match fact {
            Some(fact) => {
                at = fact.words.end.max(at + 1);
                found.push(fact);
            }
            None => at += 1,
        }
    }
    let verbs: Vec<Fact> = found.iter().filter(|fact| fact.kind == Kind::Attribution).cloned().collect();
    let has_source = |verb: &&Fact| {
        // "Allegedly" says that somebody says so, and not who.
        verb.key != "alleged" && !sentence.lower[verb.words.start].ends_with("ly")
    };
    found.extend(verbs.iter().filter(has_source).filter_map(|verb| source(sentence, lexicon, &verb.words)));
    found.sort_by_key(|fact| fact.words.start);
    found.dedup_by(|later, earlier| later.kind == Kind::Source && later.words == earlier.words);
    found
}

fn fact(kind: Kind, key: String, words: Range<usize>) -> Fact {
    Fact { kind, key, also: Vec::new(), outcome: None, words }
}

fn listed(sentence: &Sentence<'_>, lexicon: &Lexicon, at: usize, class: Class, kind: Kind) -> Option<Fact> {
    let (key, n_words) = lexicon.find(class, &sentence.lower, at)?;
    Some(fact(kind, key.to_owned(), at..at + n_words))
}

/// How many, with what limits it, its share and what became of the people.
fn figure(sentence: &Sentence<'_>, lexicon: &Lexicon, at: usize) -> Option<Fact> {
    let count = count_at(sentence, lexicon, at)?;
    let outcome = outcome_behind(sentence, lexicon, count.words.end);
    let limit = count.limit.map_or("", Limit::name);
    let amount = match count.amount {
        Amount::Vague(word) => format!("{limit}|{word}"),
        Amount::Number(number) => format!("{limit}|{}", number.value),
        // "Between 35 and 40" and "35 to 40" say the same.
        Amount::Range(low, high) if count.limit == Some(Limit::Between) => {
            format!("|{}–{}", low.value, high.value)
        }
        Amount::Range(low, high) => format!("{limit}|{}–{}", low.value, high.value),
    };
    let measure = match count.measure {
        Some(Measure::Share) => "%",
        Some(Measure::Money(sign)) => sign,
        None => "",
    };
    let key = format!("{amount}{measure}");
    Some(Fact { outcome, ..fact(Kind::Figure, key, count.words) })
}

/// Who a verb of attribution belongs to: the name before it, else the one behind it.
fn source(sentence: &Sentence<'_>, lexicon: &Lexicon, verb: &Range<usize>) -> Option<Fact> {
    let is_before = !lexicon.is(Class::SourceAfter, &sentence.lower, verb.start);
    let before = if is_before { name_before(sentence, lexicon, verb.start) } else { None };
    let words = before.or_else(|| {
        // "…, said Abu Omar", "according to a hospital", and languages that put the verb first.
        let follows_quote = verb.start == 0 || !sentence.is_word(verb.start - 1);
        match () {
            () if !is_before => Some(behind(sentence, lexicon, verb.end)).filter(|words| !words.is_empty()),
            () if follows_quote => named(sentence, lexicon, behind(sentence, lexicon, verb.end)),
            () => None,
        }
    })?;
    let begin = words.clone().find(|&at| !lexicon.is(Class::Determiner, &sentence.lower, at))?;
    let name = names::name(&sentence.lower[begin..words.end]);
    let also = names::initials(&name).into_iter().collect();
    Some(Fact { also, ..fact(Kind::Source, name, words) })
}

/// Whether a word can be part of a name.
fn is_of_name(sentence: &Sentence<'_>, lexicon: &Lexicon, at: usize) -> bool {
    let is_other = [Class::Break, Class::Pronoun, Class::Verb, Class::Negation, Class::Weekday]
        .iter()
        .any(|&class| lexicon.is(class, &sentence.lower, at));
    // The full stop of "U.N.", and the hyphen of "Abu-Omar".
    let is_sign = 0 < at
        && sentence.touches(at - 1)
        && (sentence.is(at, &["."]) && names::has_stop(&sentence.lower[at - 1])
            || sentence.is(at, &["-", "\u{2010}", "‑"]) && sentence.touches(at) && sentence.is_word(at - 1));
    (sentence.is_word(at) || is_sign) && !is_other
}

fn name_before(sentence: &Sentence<'_>, lexicon: &Lexicon, verb: usize) -> Option<Range<usize>> {
    let mut end = verb;
    while 0 < end && lexicon.is(Class::Skipped, &sentence.lower, end - 1) {
        end -= 1;
    }
    let mut start = end;
    while 0 < start && end - start < LONGEST_NAME && is_of_name(sentence, lexicon, start - 1) {
        start -= 1;
        let follows_joiner = 0 < start && lexicon.is(Class::Joiner, &sentence.lower, start - 1);
        if lexicon.is(Class::Determiner, &sentence.lower, start) && !follows_joiner {
            break;
        }
    }
    named(sentence, lexicon, start..end)
}

/// The words behind a verb up to the end of what may be a name.
fn behind(sentence: &Sentence<'_>, lexicon: &Lexicon, from: usize) -> Range<usize> {
    let mut end = from;
    while end < sentence.lower.len() && end - from < LONGEST_NAME && is_of_name(sentence, lexicon, end) {
        end += 1;
    }
    from..end
}

/// A name has a word in capitals, or begins with an article: "the monitor".
fn named(sentence: &Sentence<'_>, lexicon: &Lexicon, words: Range<usize>) -> Option<Range<usize>> {
    let mut words = words;
    while words.start < words.end && lexicon.is(Class::Joiner, &sentence.lower, words.start) {
        words.start += 1;
    }
    let has_article = words.len() > 1 && lexicon.is(Class::Determiner, &sentence.lower, words.start);
    let has_capital = words.clone().any(|at| sentence.is_capital(at));
    (has_article || has_capital).then_some(words)
}
