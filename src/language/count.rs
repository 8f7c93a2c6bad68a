//! How many, as a sentence tells it: a number or a range with what limits it.

use super::lexicon::{Class, Lexicon};
use super::limit::Limit;
use super::numbers::{Form, Number, digits, number_at};
use super::sentence::Sentence;
use std::ops::Range;

/// How far behind a figure the word for what became of people may stand, in words.
const REACH: usize = 7;

/// How many, without its limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// Words that say no number: "dozens".
    Vague(&'static str),
    /// One number.
    Number(Number),
    /// Both ends, as they stand.
    Range(Number, Number),
}

/// What is counted, where it is no things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Hundredths.
    Share,
    /// Money, by its sign.
    Money(&'static str),
}

/// A count with the words that tell it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// What limits it.
    pub limit: Option<Limit>,
    /// How many.
    pub amount: Amount,
    /// Of what, where it is no things.
    pub measure: Option<Measure>,
    /// Its words, within the sentence.
    pub words: Range<usize>,
}

/// The count that begins at word `at`: a number with what limits it, the other end of a range, its share.
pub fn count_at(sentence: &Sentence<'_>, lexicon: &Lexicon, at: usize) -> Option<Count> {
    let lower = &sentence.lower;
    if is_reference(sentence, at) {
        return None;
    }
    let before = Limit::before(sentence, lexicon, at);
    let mut limit = before.map(|(limit, _)| limit);
    let mut next = at + before.map_or(0, |(_, n_words)| n_words);
    let money = ["$", "€", "£", "¥", "₹"].into_iter().find(|&sign| sentence.is(next, &[sign]));
    next += usize::from(money.is_some());
    if lexicon.number(lower, next).is_none() {
        // "Thousands" is no number, though "two thousands" is.
        if let Some((vague, n_words)) = lexicon.find(Class::Vague, lower, next) {
            let amount = Amount::Vague(vague);
            return Some(Count { limit, amount, measure: None, words: at..next + n_words });
        }
    }
    let (low, end) = scaled(sentence, lexicon, next, limit.is_some())?;
    if is_pronoun(sentence, lexicon, next, low) {
        return None;
    }
    if limit.is_none() && low.form == Form::Rounded {
        limit = Some(Limit::About);
    }
    next = end;
    let amount = match second(sentence, lexicon, limit, next) {
        Some((high, end)) => {
            next = end;
            Amount::Range(low.sharing_scale_of(high), high)
        }
        None if limit == Some(Limit::Between) => return None,
        None => match bounded(sentence, lexicon, limit, low, next) {
            Some((low, high, end)) => {
                (limit, next) = (Some(Limit::Between), end);
                Amount::Range(low, high)
            }
            None => Amount::Number(low),
        },
    };
    let mut measure = money.map(Measure::Money);
    if sentence.is(next, &["%", "٪"]) {
        (measure, next) = (Some(Measure::Share), next + 1);
    } else if let Some((_, n_words)) = lexicon.find(Class::Percent, lower, next) {
        (measure, next) = (Some(Measure::Share), next + n_words);
    }
    (limit, next) = with_limit_behind(sentence, lexicon, limit, next)?;
    Some(Count { limit, amount, measure, words: at..next })
}

/// What limits a count by the words before it and those that begin at `next`, and the word behind them. `None`: they say two
/// things, "about 500 or more".
fn with_limit_behind(
    sentence: &Sentence<'_>,
    lexicon: &Lexicon,
    limit: Option<Limit>,
    next: usize,
) -> Option<(Option<Limit>, usize)> {
    let or_equal = lexicon.find(Class::OrEqual, &sentence.lower, next);
    if let (Some(limit @ (Limit::MoreThan | Limit::FewerThan)), Some((_, n_words))) = (limit, or_equal)
        && number_at(sentence, lexicon, next + n_words).is_none()
    {
        return Some((Some(limit.or_equal()), next + n_words));
    }
    match (limit, Limit::behind(sentence, lexicon, next)) {
        (limit, None) => Some((limit, next)),
        (None | Some(Limit::Only), Some((behind, n_words))) => Some((Some(behind), next + n_words)),
        (Some(limit), Some((behind, n_words))) => (limit == behind).then_some((Some(limit), next + n_words)),
    }
}

/// The number at a word, or behind the article of its scale, and the word behind it: "a hundred", "une vingtaine".
fn scaled(
    sentence: &Sentence<'_>,
    lexicon: &Lexicon,
    at: usize,
    is_limited: bool,
) -> Option<(Number, usize)> {
    let article = lexicon.find(Class::Article, &sentence.lower, at).map_or(0, |(_, n_words)| n_words);
    if (0 < article || is_limited || !lexicon.has_articles())
        && let Some((value, n_words)) = lexicon.find(Class::Rounded, &sentence.lower, at + article)
    {
        let number = Number::rounded(value.parse().ok()?, n_words)?;
        return Some((number, at + article + n_words));
    }
    if 0 < article
        && let Some(number) = number_at(sentence, lexicon, at + article)
    {
        let is_scale = lexicon.is(Class::Scale, &sentence.lower, at + article)
            || lexicon.is(Class::Part, &sentence.lower, at + article);
        return is_scale.then_some((number, at + article + number.n_words));
    }
    let number = number_at(sentence, lexicon, at)?;
    let end = at + number.n_words;
    // "Deux centaines" are about two hundred; "dos millones" are no less exact than "dos mil".
    let scale =
        lexicon.find(Class::Scale, &sentence.lower, end - 1).and_then(|(scale, _)| scale.parse().ok());
    let is_rounded = !lexicon.is_english()
        && 1 < number.n_words
        && scale.is_none_or(|scale: u128| scale < 1_000_000)
        && lexicon.is(Class::Vague, &sentence.lower, end - 1);
    let form = if is_rounded { Form::Rounded } else { number.form };
    Some((Number { form, ..number }, end))
}

/// "More than 10 and fewer than 40": both ends, included, and the word behind them.
fn bounded(
    sentence: &Sentence<'_>,
    lexicon: &Lexicon,
    limit: Option<Limit>,
    first: Number,
    at: usize,
) -> Option<(Number, Number, usize)> {
    let limit = limit?;
    let is_and = lexicon.is(Class::And, &sentence.lower, at)
        || sentence.is(at, &["but", "pero", "mais", "aber", "но", "але", "لكن"]);
    let at = at + usize::from(is_and);
    let (other, n_words) = Limit::before(sentence, lexicon, at)
        .filter(|_| is_and || sentence.lower.get(at).is_some_and(|word| word.starts_with('و')))?;
    let (second, end) = scaled(sentence, lexicon, at + n_words, true)?;
    let end_of = |limit: Limit, number: Number| match limit {
        Limit::MoreThan => Some((number.changed_by(1)?, true)),
        Limit::FewerThan => Some((number.changed_by(-1)?, false)),
        Limit::AtLeast => Some((number, true)),
        Limit::UpTo => Some((number, false)),
        _ => None,
    };
    let (low, high) = match (end_of(limit, first)?, end_of(other, second)?) {
        ((low, true), (high, false)) | ((high, false), (low, true)) => (low, high),
        _ => return None,
    };
    (low.value < high.value).then_some((low, high, end))
}

/// The number of a note: "[1]", "[1, 2]", or a sign set apart by a space as no words are.
fn is_reference(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_listed = |at: usize| {
        sentence.is(at, &[",", "-", "–"]) || sentence.lower.get(at).is_some_and(|word| digits(word).is_some())
    };
    let n_before = (0..at).rev().take_while(|&at| is_listed(at)).count();
    let n_behind = (at..).take_while(|&at| is_listed(at)).count();
    // A sentence may begin behind the bracket.
    let opens = n_before == at || sentence.is(at - n_before - 1, &["["]);
    let is_bracketed = 0 < n_behind && opens && sentence.is(at + n_behind, &["]"]);
    let is_set_apart = 0 < at
        && sentence.lower[at].chars().all(char::is_numeric)
        && sentence.is_word(at - 1)
        && match sentence.between(at - 1) {
            "\u{200a}" => true,
            "\u{2009}" | "\u{202f}" => {
                sentence.lower[at].chars().count() < 3
                    && sentence.lower.get(at - 1).is_some_and(|word| digits(word).is_some())
            }
            _ => false,
        };
    is_bracketed || is_set_apart
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
fn second(
    sentence: &Sentence<'_>,
    lexicon: &Lexicon,
    limit: Option<Limit>,
    at: usize,
) -> Option<(Number, usize)> {
    let is_dash =
        sentence.is(at, &["-", "–", "—"]) && sentence.touches(at) && sentence.touches(at.wrapping_sub(1));
    let sign = |class: Class| lexicon.find(class, &sentence.lower, at).map(|(_, n_words)| n_words);
    let is_wide_dash = || {
        let is_plain = |at: usize| sentence.lower.get(at).is_some_and(|word| digits(word).is_some());
        let behind = at + 2;
        let is_end = behind >= sentence.lower.len()
            || sentence.is(behind, &[".", ","])
            || lexicon.is(Class::People, &sentence.lower, behind);
        sentence.is(at, &["-", "–"]) && 0 < at && is_plain(at - 1) && is_plain(at + 1) && is_end
    };
    let n_words = match () {
        () if is_dash || sentence.is(at, &["~"]) && limit.is_none_or(|limit| limit == Limit::About) => 1,
        () if limit == Some(Limit::Between)
            && lexicon.is_arabic()
            && sentence.lower.get(at).is_some_and(|word| word.starts_with('و') && word.as_str() != "و") =>
        {
            0
        }
        () if is_wide_dash() => 1,
        () if limit == Some(Limit::Between) => sign(Class::And).or_else(|| sign(Class::To))?,
        () => sign(Class::To).or_else(|| sign(Class::Or))?,
    };
    let number = number_at(sentence, lexicon, at + n_words).filter(|number| number.form != Form::Ordinal)?;
    Some((number, at + n_words + number.n_words))
}

/// What became of those counted: the first such word from `from` on, before the next figure.
pub fn outcome_behind(sentence: &Sentence<'_>, lexicon: &Lexicon, from: usize) -> Option<&'static str> {
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
