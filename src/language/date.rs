//! Days and times of day, as sentences tell them.

use super::lexicon::{Class, Lexicon};
use super::numbers::digits;
use super::sentence::Sentence;
use std::ops::Range;

/// The day or time that begins at word `at`: a day of the week or of a month, a day in digits, a time of day;
/// equal days give equal keys. With the words that tell it.
pub fn date_at(sentence: &Sentence<'_>, lexicon: &Lexicon, at: usize) -> Option<(String, Range<usize>)> {
    let lower = &sentence.lower;
    if let Some((day, n_words)) = lexicon.find(Class::Weekday, lower, at) {
        return Some((format!("weekday {day}"), at..at + n_words));
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
            return Some((lower[at..end].concat(), at..end));
        }
    }
    let in_dots = lower.get(at).filter(|word| word.matches('.').count() == 2 && digits(word).is_none());
    if let Some(word) = in_dots.filter(|word| word.chars().all(|c| c == '.' || c.is_numeric())) {
        return Some((word.clone(), at..at + 1));
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
        return Some((format!("{day} {key} {year}"), at..end));
    }
    let (key, n_words) = month(at)?;
    if let Some(day) = plain(at + n_words, 31) {
        let end = at + n_words + 1;
        let (year, end) = year(end).map_or((0, end), |(year, end)| (year, end));
        return Some((format!("{day} {key} {year}"), at..end));
    }
    // A month alone: "may" and "march" are verbs too.
    let is_verb_too = sentence.is(at, &["may", "march", "mar"]);
    let follows = 0 < at && lexicon.is(Class::Break, lower, at - 1);
    if is_verb_too && !(sentence.is_capital(at) && follows) {
        return None;
    }
    let (year, end) = year(at + n_words).map_or((0, at + n_words), |(year, end)| (year, end));
    Some((format!("month {key} {year}"), at..end))
}
