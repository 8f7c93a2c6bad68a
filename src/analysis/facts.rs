//! What a sentence says that matters: its figures, dates, sources, negations and verbs of attribution.

use super::lexicon::{Class, Lexicon};
use super::numbers::{Number, digits, number_at};
use super::substance::Kind;
use crate::text::TextRange;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// The longest name of a source, in words.
const LONGEST_NAME: usize = 8;
/// How far behind a figure the word for what became of people may stand, in words.
const REACH: usize = 7;

/// Words of a text, in order: a sentence, or as much of it as is looked at.
pub(super) struct Sentence<'a> {
    text: &'a str,
    pub ranges: Vec<TextRange>,
    /// In lower case, with one kind of apostrophe.
    pub lower: Vec<String>,
}

impl<'a> Sentence<'a> {
    /// From the words of `text` at `ranges`.
    pub(super) fn new(text: &'a str, ranges: &[TextRange]) -> Self {
        let lower = |range: &TextRange| {
            let word = range.of(text).unwrap_or_default();
            word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }).collect()
        };
        Self { text, ranges: ranges.to_vec(), lower: ranges.iter().map(lower).collect() }
    }

    /// All words of `text`.
    #[cfg(test)]
    pub(super) fn of(text: &'a str) -> Self {
        Self::new(text, &words(text, TextRange::all(text)))
    }

    /// What stands between a word and the next.
    pub(super) fn between(&self, word: usize) -> &str {
        let pair = self.ranges.get(word).zip(self.ranges.get(word + 1));
        pair.and_then(|(a, b)| self.text.get(a.end().to_usize()..b.start().to_usize())).unwrap_or_default()
    }

    /// Whether the next word follows without a space.
    pub(super) fn touches(&self, word: usize) -> bool {
        let pair = self.ranges.get(word).zip(self.ranges.get(word + 1));
        pair.is_some_and(|(a, b)| a.end() == b.start())
    }

    fn word(&self, at: usize) -> &str {
        self.ranges.get(at).and_then(|range| range.of(self.text)).unwrap_or_default()
    }

    fn is_capital(&self, at: usize) -> bool {
        self.word(at).chars().next().is_some_and(char::is_uppercase)
    }

    fn is_word(&self, at: usize) -> bool {
        self.word(at).chars().any(char::is_alphanumeric)
    }

    fn is(&self, at: usize, signs: &[&str]) -> bool {
        self.lower.get(at).is_some_and(|word| signs.contains(&word.as_str()))
    }
}

/// The words of `range` of a text, by UAX #29, without spaces.
pub(super) fn words(text: &str, range: TextRange) -> Vec<TextRange> {
    let base = range.start().to_usize();
    let body = range.of(text).unwrap_or_default();
    body.split_word_bound_indices()
        .filter(|(_, word)| !word.trim().is_empty())
        .map(|(at, word)| TextRange::from_usize(base + at..base + at + word.len()))
        .collect()
}

/// One thing that a sentence says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fact {
    pub kind: Kind,
    /// Equal for equal facts, however they are written.
    pub key: String,
    /// What became of the people counted, as far as it is said.
    pub outcome: Option<&'static str>,
    /// Its words, within the sentence.
    pub words: Range<usize>,
}

/// All facts of a sentence, in the order of their words.
pub(super) fn facts(sentence: &Sentence<'_>, lexicon: &Lexicon) -> Vec<Fact> {
    let mut found: Vec<Fact> = Vec::new();
    let mut at = 0;
    while at < sentence.lower.len() {
        let fact = date(sentence, lexicon, at)
            .or_else(|| figure(sentence, lexicon, at))
            .or_else(|| listed(sentence, lexicon, at, Class::Verb, Kind::Attribution))
            .or_else(|| listed(sentence, lexicon, at, Class::Negation, Kind::Negation));
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
    Fact { kind, key, outcome: None, words }
}

fn listed(sentence: &Sentence<'_>, lexicon: &Lexicon, at: usize, class: Class, kind: Kind) -> Option<Fact> {
    let (key, n_words) = lexicon.find(class, &sentence.lower, at)?;
    Some(fact(kind, key.to_owned(), at..at + n_words))
}

/// A day of the week, a day of a month, a day in digits, a time of day.
fn date(sentence: &Sentence<'_>, lexicon: &Lexicon, at: usize) -> Option<Fact> {
    let lower = &sentence.lower;
    if let Some((day, n_words)) = lexicon.find(Class::Weekday, lower, at) {
        return Some(fact(Kind::Date, format!("weekday {day}"), at..at + n_words));
    }
    let plain = |at: usize, most: u128| {
        let value = digits(lower.get(at)?)? / 1000;
        (value <= most && lower[at].chars().any(char::is_numeric)).then_some(value)
    };
    // 2026-03-02, 02/03/2026, 14:30
    for sign in ["-", "/", ":"] {
        let n_parts = (0..3).take_while(|&nth| plain(at + 2 * nth, 9999).is_some()).count();
        let joined = |nth: usize| {
            let sign_at = at + 2 * nth + 1;
            sentence.is(sign_at, &[sign]) && sentence.touches(sign_at - 1) && sentence.touches(sign_at)
        };
        let n_joined = (0..n_parts.saturating_sub(1)).take_while(|&nth| joined(nth)).count();
        if n_joined == 2 || (n_joined == 1 && sign == ":") {
            let end = at + 2 * n_joined + 1;
            return Some(fact(Kind::Date, lower[at..end].concat(), at..end));
        }
    }
    let in_dots = lower.get(at).filter(|word| word.matches('.').count() == 2 && digits(word).is_none());
    if let Some(word) = in_dots.filter(|word| word.chars().all(|c| c == '.' || c.is_numeric())) {
        return Some(fact(Kind::Date, word.clone(), at..at + 1));
    }
    let month = |at: usize| lexicon.find(Class::Month, lower, at);
    let year = |at: usize| {
        let at = if sentence.is(at, &[","]) { at + 1 } else { at };
        let value = plain(at, 2200).filter(|&value| 1800 <= value)?;
        (lower[at].chars().count() == 4).then_some((value, at + 1))
    };
    if let Some(day) = plain(at, 31) {
        let of = at + 1 + usize::from(sentence.is(at + 1, &[".", "of", "de"]));
        let (key, n_words) = month(of)?;
        let (year, end) = year(of + n_words).map_or((0, of + n_words), |(year, end)| (year, end));
        return Some(fact(Kind::Date, format!("{day} {key} {year}"), at..end));
    }
    let (key, n_words) = month(at)?;
    if let Some(day) = plain(at + n_words, 31) {
        let end = at + n_words + 1;
        let (year, end) = year(end).map_or((0, end), |(year, end)| (year, end));
        return Some(fact(Kind::Date, format!("{day} {key} {year}"), at..end));
    }
    // A month alone: "may" and "march" are verbs too.
    let is_verb_too = sentence.is(at, &["may", "march", "mar"]);
    let follows = 0 < at && lexicon.is(Class::Break, lower, at - 1);
    if is_verb_too && !(sentence.is_capital(at) && follows) {
        return None;
    }
    let (year, end) = year(at + n_words).map_or((0, at + n_words), |(year, end)| (year, end));
    Some(fact(Kind::Date, format!("month {key} {year}"), at..end))
}

/// A number with what limits it, the other end of a range, its share and what became of the people.
fn figure(sentence: &Sentence<'_>, lexicon: &Lexicon, at: usize) -> Option<Fact> {
    let lower = &sentence.lower;
    let (qualifier, n_words) = lexicon.find(Class::Qualifier, lower, at).unwrap_or(("", 0));
    let mut next = at + n_words;
    let sign = lower.get(next).filter(|word| matches!(word.as_str(), "$" | "€" | "£" | "¥" | "₹"));
    next += usize::from(sign.is_some());
    if lexicon.number(lower, next).is_none() {
        // "Thousands" is no number, though "two thousands" is.
        if let Some((vague, n_words)) = lexicon.find(Class::Vague, lower, next) {
            let mut fact = fact(Kind::Figure, format!("{qualifier}|{vague}"), at..next + n_words);
            fact.outcome = outcome(sentence, lexicon, fact.words.end);
            return Some(fact);
        }
    }
    let low = number_at(sentence, lexicon, next)?;
    if is_pronoun(sentence, lexicon, next, low) {
        return None;
    }
    next += low.n_words;
    let high = second(sentence, lexicon, qualifier, next);
    let mut key = format!("{qualifier}|{}", low.value);
    if let Some((high, end)) = high {
        // "Between 35 and 40" and "35 to 40" say the same.
        let bare = if qualifier == "between" { "" } else { qualifier };
        key = format!("{bare}|{}–{}", low.value, high.value);
        next = end;
    } else if qualifier == "between" {
        return None;
    }
    if sentence.is(next, &["%", "٪"]) {
        (key, next) = (key + "%", next + 1);
    } else if let Some((_, n_words)) = lexicon.find(Class::Percent, lower, next) {
        (key, next) = (key + "%", next + n_words);
    }
    key.push_str(sign.map_or("", String::as_str));
    let mut fact = fact(Kind::Figure, key, at..next);
    fact.outcome = outcome(sentence, lexicon, next);
    Some(fact)
}

/// "One of them", "no one": "one" is a number only before what it counts.
fn is_pronoun(sentence: &Sentence<'_>, lexicon: &Lexicon, at: usize, number: Number) -> bool {
    let counts = sentence.is_word(at + 1)
        && ![Class::Joiner, Class::Break, Class::Verb, Class::Skipped]
            .iter()
            .any(|&class| lexicon.is(class, &sentence.lower, at + 1));
    let is_word = digits(&sentence.lower[at]).is_none();
    number.whole() == Some(1)
        && is_word
        && (!counts || sentence.is(at.wrapping_sub(1), &["no", "the", "this"]))
}

/// The other end of a range, and the word behind it.
fn second(sentence: &Sentence<'_>, lexicon: &Lexicon, qualifier: &str, at: usize) -> Option<(Number, usize)> {
    let is_dash =
        sentence.is(at, &["-", "–", "—"]) && sentence.touches(at) && sentence.touches(at.wrapping_sub(1));
    let n_words = match () {
        () if is_dash => 1,
        () if qualifier == "between" => {
            let and = lexicon.find(Class::And, &sentence.lower, at);
            and.or_else(|| lexicon.find(Class::To, &sentence.lower, at))?.1
        }
        () => lexicon.find(Class::To, &sentence.lower, at)?.1,
    };
    let number = number_at(sentence, lexicon, at + n_words)?;
    Some((number, at + n_words + number.n_words))
}

/// What became of those counted: the first such word behind the figure, before the next figure.
fn outcome(sentence: &Sentence<'_>, lexicon: &Lexicon, from: usize) -> Option<&'static str> {
    for at in from..from + REACH {
        if sentence.is(at, &[",", ";", ".", "—", "–"]) || number_at(sentence, lexicon, at).is_some() {
            return None;
        }
        if let Some((outcome, _)) = lexicon.find(Class::Outcome, &sentence.lower, at) {
            return Some(outcome);
        }
    }
    None
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
    let key = sentence.lower[begin..words.end].join(" ");
    Some(fact(Kind::Source, key, words))
}

/// Whether a word can be part of a name.
fn is_of_name(sentence: &Sentence<'_>, lexicon: &Lexicon, at: usize) -> bool {
    let is_other = [Class::Break, Class::Pronoun, Class::Verb, Class::Negation, Class::Weekday]
        .iter()
        .any(|&class| lexicon.is(class, &sentence.lower, at));
    sentence.is_word(at) && !is_other
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
