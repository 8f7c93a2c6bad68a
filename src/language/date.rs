//! Days and times of day, as sentences tell them.

use super::clock::time_at;
use super::lexicon::{Class, Lexicon};
use super::numbers::digits;
use super::sentence::{Sentence, Word};
use std::ops::Range;

/// A day, a span of days or a time of day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Equal for equal ones, however they are written.
    pub key: String,
    /// The keys of those that it may be too: "02/03" is of February or of March, a day without its year of any.
    pub also: Vec<String>,
}

impl Moment {
    fn only(key: String) -> Self {
        Self { key, also: Vec::new() }
    }

    /// A day of a month; a year of 0 is none.
    fn day(day: u128, month: u128, year: u128) -> Self {
        let also = if year == 0 { Vec::new() } else { vec![day_key(day, month, 0)] };
        Self { key: day_key(day, month, year), also }
    }
}

fn day_key(day: u128, month: u128, year: u128) -> String {
    format!("day {day} {month} {year}")
}

/// The day or time that begins at word `at`: a day of the week or of a month, a day in digits, a time of day,
/// one that is told from today. With the words that tell it.
pub fn date_at(sentence: &Sentence<'_>, lexicon: &Lexicon, at: usize) -> Option<(Moment, Range<usize>)> {
    if let Some((time, words)) = time_at(sentence, lexicon, at) {
        let key = |minutes: u32| format!("time {minutes}");
        let moment = match time.is_either_half {
            true => Moment {
                key: format!("hands {}", time.minutes),
                also: vec![key(time.minutes), key(time.minutes + 720)],
            },
            false => Moment::only(key(time.minutes)),
        };
        return Some((moment, words));
    }
    let lower = &sentence.lower;
    if let Some((day, n_words)) = lexicon.find(Class::Relative, lower, at) {
        return Some((Moment::only(day.to_owned()), at..at + n_words));
    }
    if let Some((day, n_words)) = lexicon.find(Class::Weekday, lower, at) {
        // "Sat." is short for a day, "he sat." is not.
        let is_short = sentence.is(at + n_words - 1, &["."]);
        if !is_short || sentence.is_capital(at) {
            return Some((Moment::only(format!("weekday {day}")), at..at + n_words));
        }
    }
    in_digits(sentence, at).or_else(|| of_month(sentence, lexicon, at))
}

/// A number of digits at a word, at most so much.
fn plain(sentence: &Sentence<'_>, at: usize, most: u128) -> Option<u128> {
    let word = sentence.lower.get(at)?;
    let value = digits(word.strip_suffix("er").unwrap_or(word))?;
    (value % 1000 == 0 && value / 1000 <= most && word.chars().any(char::is_numeric)).then_some(value / 1000)
}

/// 2026-03-02, 02/03/2026, 02.03.2026.
fn in_digits(sentence: &Sentence<'_>, at: usize) -> Option<(Moment, Range<usize>)> {
    let word = sentence.lower.get(at).filter(|word| word.starts_with(char::is_numeric))?;
    let in_points: Vec<&str> = word.split('.').collect();
    if let [day, month, year] = *in_points.as_slice()
        && [day, month, year].iter().all(|part| !part.is_empty() && part.chars().all(char::is_numeric))
        && digits(word).is_none()
    {
        let number = |part: &str| Some(digits(part)? / 1000);
        let (day, month, year) = (number(day)?, number(month)?, number(year)?);
        return Some((Moment::day(day, month, century(year)), at..at + 1));
    }
    for sign in ["-", "/"] {
        let joined = |sign_at: usize| {
            sentence.is(sign_at, &[sign]) && sentence.touches(sign_at - 1) && sentence.touches(sign_at)
        };
        let part = |nth: usize| plain(sentence, at + 2 * nth, 9999);
        let (Some(first), Some(second), Some(third)) = (part(0), part(1), part(2)) else { continue };
        if !(joined(at + 1) && joined(at + 3)) || 31 < first && 31 < third {
            continue;
        }
        let words = at..at + 5;
        if 31 < first {
            return Some((Moment::day(third, second, first), words));
        }
        let year = century(third);
        let also = [(first, second), (second, first)].into_iter().filter(|&(_, month)| month <= 12);
        let keys = also.flat_map(|(day, month)| [day_key(day, month, year), day_key(day, month, 0)]);
        return Some((
            Moment {
                key: sentence.lower[words.clone()].iter().map(Word::as_str).collect(),
                also: keys.collect(),
            },
            words,
        ));
    }
    None
}

/// A year of two digits is one of ours.
fn century(year: u128) -> u128 {
    match year {
        0..=49 => 2000 + year,
        50..=99 => 1900 + year,
        _ => year,
    }
}

/// "2 March 2026", "March 2nd", "the second of March", "March".
fn of_month(sentence: &Sentence<'_>, lexicon: &Lexicon, at: usize) -> Option<(Moment, Range<usize>)> {
    let lower = &sentence.lower;
    let month = |at: usize| {
        let (key, n_words) = lexicon.find(Class::Month, lower, at)?;
        Some((key.parse::<u128>().ok()?, at + n_words))
    };
    // "Mar. 2"
    let behind_stop = |at: usize| at + usize::from(sentence.is(at, &["."]) && sentence.touches(at - 1));
    let year = |at: usize| {
        let at = if sentence.is(at, &[","]) { at + 1 } else { at };
        let value = plain(sentence, at, 2200).filter(|&value| 1800 <= value)?;
        (lower[at].chars().count() == 4).then_some((value, at + 1))
    };
    let nth = |at: usize| {
        let (value, n_words) = lexicon.find(Class::Nth, lower, at)?;
        Some((value.parse::<u128>().ok()?, n_words))
    };
    let day = |at: usize| plain(sentence, at, 31).map(|day| (day, 1)).or_else(|| nth(at));
    if let Some((day, n_words)) = day(at) {
        let of = at + n_words;
        let of = of + usize::from(sentence.is(of, &[".", "of", "de"]));
        let (month, end) = month(of)?;
        let (year, end) = year(behind_stop(end)).unwrap_or((0, end));
        return Some((Moment::day(day, month, year), at..end));
    }
    let (key, end) = month(at)?;
    if let Some((day, n_words)) = day(behind_stop(end)) {
        let end = behind_stop(end) + n_words;
        let (year, end) = year(end).unwrap_or((0, end));
        return Some((Moment::day(day, key, year), at..end));
    }
    // A month alone: "may" and "march" are verbs too.
    let is_verb_too = sentence.is(at, &["may", "march", "mar"]);
    let follows = 0 < at && lexicon.is(Class::Break, lower, at - 1);
    if is_verb_too && !(sentence.is_capital(at) && follows) {
        return None;
    }
    let (year, end) = year(end).unwrap_or((0, end));
    Some((Moment::only(format!("month {key} {year}")), at..end))
}
