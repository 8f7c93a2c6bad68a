//! Where what an article says begins and ends in a sentence: without the date line, a headline that is repeated
//! before the first sentence, and the signature behind the last, as pages have them where full stops were lost.

use super::Rules;
use crate::language::{Class, Lexicon, Sentence, Spoken, date_at};
use crate::text::words::words;
use crate::text::{TextRange, boundary};

/// A headline of fewer bytes may be a part of a sentence.
const LEAST_TITLE: usize = 12;
/// Names of agencies before a date have at most so many letters: "AFP", "SANA".
const LONGEST_AGENCY: usize = 7;
/// The longest date line, in bytes.
const DATE_LINE: usize = 56;
/// The most words of a signature behind a dash: "--Reuters".
const SIGNATURE: usize = 2;

/// What a sentence has attributed, and where, without what stands around it.
pub(super) fn within_edges(
    text: &str,
    title: &str,
    rules: &Rules,
    lexicon: &Lexicon,
    mut spoken: Spoken,
) -> Spoken {
    let whole = spoken.sentence;
    let start = start_of(text, whole, title, rules, lexicon);
    let inner = boundary::trim(text, TextRange::from_usize(start..end_of(text, whole, rules).max(start)));
    if inner == whole || inner.is_empty() {
        return spoken;
    }
    spoken.sentence = inner;
    for one in &mut spoken.attributions {
        one.sentence = inner;
        one.content = one.content.iter().filter_map(|piece| piece.intersection(inner)).collect();
        one.source = one.source.map(|source| source.intersection(inner).unwrap_or(source));
        one.named = one.named.map(|named| named.intersection(inner).unwrap_or(named));
    }
    spoken
}

/// Behind a repeated headline and a date line.
fn start_of(text: &str, sentence: TextRange, title: &str, rules: &Rules, lexicon: &Lexicon) -> usize {
    let (begin, end) = (sentence.start().to_usize(), sentence.end().to_usize());
    let (mut start, mut best) = (begin, begin);
    while let Some(next) =
        step(text, start..end, title, rules).or_else(|| behind_date(text, start..end, lexicon))
    {
        let rest = text.get(next..end).unwrap_or_default();
        let n_signs =
            rest.len() - rest.trim_start_matches([' ', '.', ',', ')', ':', '-', '–', '—', '|']).len();
        start = next + n_signs;
        let rest = text.get(start..end).unwrap_or_default();
        let begins = rest.chars().next().is_some_and(|c| !c.is_lowercase());
        // What is left says something by itself: else the headline is all that the sentence has.
        if begins && 2 < rest.split_whitespace().count() {
            best = start;
        }
    }
    best
}

/// Behind the headline, or behind words that the rules name.
fn step(text: &str, rest: std::ops::Range<usize>, title: &str, rules: &Rules) -> Option<usize> {
    let words = text.get(rest.clone())?;
    let is_apart =
        |length: usize| words.get(length..).is_some_and(|after| !after.starts_with(char::is_alphanumeric));
    let leads = rules.before.iter().map(String::as_str).filter(|lead| !lead.is_empty());
    let heads = Some(title).filter(|title| LEAST_TITLE <= title.len() && title.len() < words.len());
    let found =
        heads.into_iter().chain(leads).find(|lead| words.starts_with(*lead) && is_apart(lead.len()))?;
    Some(rest.start + found.len())
}

/// Behind a date line. Most sentences have no digit where one would stand, and are not read for it.
fn behind_date(text: &str, rest: std::ops::Range<usize>, lexicon: &Lexicon) -> Option<usize> {
    let end = text.floor_char_boundary((rest.start + DATE_LINE).min(rest.end));
    if !text.get(rest.start..end)?.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let ranges = words(text, TextRange::from_usize(rest.start..end));
    let dated = date_line(&Sentence::new(text, &ranges), lexicon, 0)?;
    Some(ranges.get(dated.checked_sub(1)?)?.end().to_usize())
}

/// Behind a date with its year and the time, the weekday and the agency around it; in words of the sentence.
fn date_line(read: &Sentence<'_>, lexicon: &Lexicon, from: usize) -> Option<usize> {
    let is_weekday = |at: usize| lexicon.find(Class::Weekday, &read.lower, at).is_some();
    let is_agency = |at: usize| {
        let word = read.lower.get(at).map_or("", String::as_str);
        read.is_capital(at) && (2..=LONGEST_AGENCY).contains(&word.len())
    };
    let has_year = |words: &std::ops::Range<usize>| {
        let year = |word: &String| word.parse().is_ok_and(|year: u16| (1900..2100).contains(&year));
        read.lower.get(words.clone()).is_some_and(|words| words.iter().any(year))
    };
    let dated = |at: usize| date_at(read, lexicon, at).map(|(_, words)| words).filter(has_year);
    let skipped = (0..3).find(|n| {
        (from..from + n).all(|at| is_weekday(at) || at == from && is_agency(at)) && dated(from + n).is_some()
    })?;
    let mut end = dated(from + skipped)?.end;
    // "21:09"
    let is_number =
        |at: usize| read.lower.get(at).is_some_and(|word| word.bytes().all(|b| b.is_ascii_digit()));
    if is_number(end) && read.is(end + 1, &[":"]) && is_number(end + 2) {
        end += 3;
    }
    Some(end)
}

/// Before the signature, or words that the rules name.
fn end_of(text: &str, sentence: TextRange, rules: &Rules) -> usize {
    let mut words = sentence.of(text).unwrap_or_default().trim_end();
    while let Some(tail) = rules.behind.iter().find(|tail| !tail.is_empty() && words.ends_with(tail.as_str()))
    {
        words = words.get(..words.len() - tail.len()).unwrap_or_default().trim_end();
    }
    if let Some((before, signature)) = words.rsplit_once("--")
        && signature.split_whitespace().count() <= SIGNATURE
        && signature.trim_start().starts_with(char::is_uppercase)
    {
        words = before.trim_end();
    }
    sentence.start().to_usize() + words.len()
}
