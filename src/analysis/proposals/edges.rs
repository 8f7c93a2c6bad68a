//! Where what an article says begins and ends in a sentence: without the date line, a headline that is repeated
//! before the first sentence, and the signature behind the last, as pages have them where full stops were lost.

use super::Rules;
use crate::language::{Class, Lexicon, Sentence, Spoken, Word, date_at};
use crate::text::words::words;
use crate::text::{TextRange, boundary};

/// A headline of fewer bytes may be a part of a sentence.
const LEAST_TITLE: usize = 12;
/// Names of agencies before a date have at most so many letters: "AFP", "SANA".
const LONGEST_AGENCY: usize = 7;
/// The longest date line, in bytes.
const DATE_LINE: usize = 56;
/// The most words of who took a picture, and of a heading between dashes.
const CREDIT: usize = 6;
const HEADING: usize = 8;
/// The most tags before a sentence, in words.
const TAGS: usize = 14;
/// The most words of a caption or of links before a sentence.
const CAPTION: usize = 30;
/// Verbs by which a sentence behind them is known.
const VERBS: [&str; 10] = ["has", "have", "had", "is", "are", "was", "were", "will", "killed", "said"];
/// The fewest letters of a town that an article was written in: shorter words in capitals are names of agencies.
const LEAST_TOWN: usize = 5;
/// What a sentence begins with behind it.
const BEGIN: [&str; 12] =
    ["A", "An", "The", "At", "In", "On", "More", "Air", "Two", "Three", "Dozens", "Several"];
/// The most words of an outlet's name behind a headline.
const OUTLET: usize = 4;
/// The most words of a signature behind a dash: "--Reuters".
const SIGNATURE: usize = 2;

/// So many words of a sentence, of which so many in a hundred begin with a capital, are headlines in a row.
const LEAST_ROW: usize = 20;
const CAPITALS_OF_ROW: usize = 60;

/// Whether what looks like a sentence is a row of headlines: the links at the foot of a page, where full stops were
/// lost. Sentences have fewer capitals, in German too.
pub(super) fn is_row_of_headlines(text: &str, sentence: TextRange, title: &str) -> bool {
    let words = sentence.of(text).unwrap_or_default();
    let begins = |is: fn(char) -> bool| {
        words
            .split_whitespace()
            .filter(|word| word.chars().find(|c| c.is_alphabetic()).is_some_and(is))
            .count()
    };
    let (capitals, all) = (begins(char::is_uppercase), begins(char::is_alphabetic));
    LEAST_ROW <= all && CAPITALS_OF_ROW * all <= 100 * capitals && !title.contains(words)
}

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
    while let Some(next) = step(text, start..end, title, rules)
        .or_else(|| behind_date(text, start..end, lexicon))
        .or_else(|| behind_furniture(text, start..end))
        .or_else(|| behind_caption(text, start..end, lexicon))
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
    // Pages put their name behind a headline: "A raid on Hamra - World - The Daily".
    let ends = [" - ", " | "].iter().filter_map(|sign| title.find(sign)).min();
    let headline = ends.and_then(|end| title.get(..end));
    let heads = [title].into_iter().chain(headline);
    let heads = heads.filter(|title| LEAST_TITLE <= title.len() && title.len() < words.len());
    let found = heads.chain(leads).find(|lead| words.starts_with(*lead) && is_apart(lead.len()))?;
    Some(rest.start + found.len())
}

/// Behind what pages print before a sentence: who took the picture, an address, a list of tags, a heading between dashes,
/// the town where it was written.
fn behind_furniture(text: &str, rest: std::ops::Range<usize>) -> Option<usize> {
    let words = text.get(rest.clone())?;
    let found = behind_bracket(words)
        .or_else(|| behind_heading(words))
        .or_else(|| behind_tags(words))
        .or_else(|| behind_address(words))
        .or_else(|| behind_town(words))?;
    Some(rest.start + found)
}

/// "(Photo by an agency) "
fn behind_bracket(words: &str) -> Option<usize> {
    let (credit, _) = words.strip_prefix('(')?.split_once(')')?;
    (credit.split_whitespace().count() <= CREDIT).then_some(credit.len() + 2)
}

/// "- Children among the dead - "
fn behind_heading(words: &str) -> Option<usize> {
    let begun = words.strip_prefix(['-', '–', '—'])?;
    let lead = words.len() - begun.len();
    let Some((heading, _)) = begun.split_once(" - ").filter(|(heading, _)| begins_heading(heading)) else {
        return begun.starts_with(' ').then_some(lead);
    };
    Some(lead + heading.len() + " - ".len())
}

fn begins_heading(heading: &str) -> bool {
    let n_words = heading.split_whitespace().count();
    (1..=HEADING).contains(&n_words) && heading.trim_start().starts_with(char::is_uppercase)
}

/// "Tags Hamra market raid Government aircraft hit …": a sentence begins where small words follow a capital.
fn behind_tags(words: &str) -> Option<usize> {
    let tags = words.strip_prefix("Tags ")?;
    let mut at = words.len() - tags.len();
    let places = tags.split(' ').map(|word| {
        let place = (at, word);
        at += word.len() + 1;
        place
    });
    let places: Vec<(usize, &str)> = places.collect();
    let is_big = |word: &str| word.starts_with(char::is_uppercase);
    // Behind a small word, or where a verb follows or a number begins: tags are names, and nouns in small letters.
    let begins = |four: &&[(usize, &str)]| {
        let [(_, before), (_, first), (_, second), (_, third)] = four else { return false };
        let has_verb = VERBS.contains(second) || VERBS.contains(third);
        is_big(first)
            && [second, third].iter().all(|word| word.starts_with(char::is_lowercase))
            && (!is_big(before) || has_verb)
    };
    let found = places.windows(4).take(TAGS).find(begins)?.get(1);
    found.map(|&(at, _)| at)
}

/// "A guard runs past a mill (Photo by an agency) A bomb has hit …", "Short link 124 At least nine people died": a
/// sentence that begins within one, where the full stop was lost. What stands before it tells of nobody's harm, and
/// has no verb that a sentence is known by.
fn behind_caption(text: &str, rest: std::ops::Range<usize>, lexicon: &Lexicon) -> Option<usize> {
    let words = text.get(rest.clone())?;
    let mut at = 0;
    let mut places: Vec<(usize, &str)> = Vec::new();
    for word in words.split(' ').take(CAPTION + 2) {
        places.push((at, word));
        at += word.len() + 1;
    }
    let is_small = |word: &str| word.starts_with(char::is_lowercase);
    let begins = |three: &&[(usize, &str)]| {
        let [(_, before), (_, first), (_, second)] = three else { return false };
        BEGIN.contains(first)
            && is_small(second)
            && before.ends_with([')', ']']) | before.ends_with(char::is_alphanumeric)
    };
    let start = places.windows(3).find(begins)?.get(1)?.0;
    let lead = words.get(..start)?;
    let is_told = lead.split(' ').any(|word| VERBS.contains(&word)) || lead.contains(['"', '“']);
    let harm = Sentence::of(lead);
    let has_harm = (0..harm.lower.len()).any(|at| lexicon.find(Class::Outcome, &harm.lower, at).is_some());
    (!is_told && !has_harm).then_some(rest.start + start)
}

/// "SEND http://…"
fn behind_address(words: &str) -> Option<usize> {
    let (first, _) = words.split_once(' ')?;
    first.starts_with("http").then_some(first.len() + 1)
}

/// "BEIRUT An agency …", "AMMAN/BEIRUT A raid …", "BEIRUT (Agency) According to …"
fn behind_town(words: &str) -> Option<usize> {
    let (town, rest) = words.split_once(' ')?;
    let is_town =
        LEAST_TOWN <= town.len() && town.chars().all(|c| c.is_uppercase() || matches!(c, '/' | '-' | ','));
    if let Some((_, behind)) = rest.strip_prefix('(').and_then(|rest| rest.split_once(") ")) {
        let length = words.len() - behind.len();
        return (is_town && length <= DATE_LINE).then_some(length);
    }
    let second = rest.split(' ').next().unwrap_or_default();
    let begins = second.starts_with(char::is_uppercase)
        && (second.len() == 1 || second.chars().any(char::is_lowercase));
    (is_town && begins && BEGIN.contains(&second)).then_some(town.len() + 1)
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
        let word = read.lower.get(at).map_or("", Word::as_str);
        read.is_capital(at) && (2..=LONGEST_AGENCY).contains(&word.len())
    };
    let has_year = |words: &std::ops::Range<usize>| {
        let year = |word: &Word| word.parse().is_ok_and(|year: u16| (1900..2100).contains(&year));
        read.lower.get(words.clone()).is_some_and(|words| words.iter().any(year))
    };
    let dated = |at: usize| date_at(read, lexicon, at).map(|(_, words)| words).filter(has_year);
    // "Apr 152017", where the comma was lost.
    let glued = |at: usize| {
        let is_month = lexicon.find(Class::Month, &read.lower, at).is_some();
        read.lower.get(at + 1).filter(|day| is_month && has_glued_year(day)).map(|_| at + 2)
    };
    let skipped = (0..3).find(|n| {
        (from..from + n).all(|at| is_weekday(at) || at == from && is_agency(at))
            && (dated(from + n).is_some() || glued(from + n).is_some())
    })?;
    let mut end = match dated(from + skipped) {
        Some(words) => words.end,
        None => glued(from + skipped)?,
    };
    // "21:09"
    let is_number =
        |at: usize| read.lower.get(at).is_some_and(|word| word.bytes().all(|b| b.is_ascii_digit()));
    if is_number(end) && read.is(end + 1, &[":"]) && is_number(end + 2) {
        end += 3;
    }
    Some(end)
}

/// A day and a year in one: "152017".
fn has_glued_year(word: &str) -> bool {
    let day_and_year = word.len().checked_sub(4).and_then(|at| word.split_at_checked(at));
    day_and_year.is_some_and(|(day, year)| {
        day.parse().is_ok_and(|day: u8| (1..=31).contains(&day))
            && year.parse().is_ok_and(|year: u16| (1900..2100).contains(&year))
    })
}

/// Before the signature, or words that the rules name.
fn end_of(text: &str, sentence: TextRange, rules: &Rules) -> usize {
    let mut words = sentence.of(text).unwrap_or_default().trim_end();
    while let Some(tail) = rules.behind.iter().find(|tail| !tail.is_empty() && words.ends_with(tail.as_str()))
    {
        words = words.get(..words.len() - tail.len()).unwrap_or_default().trim_end();
    }
    // "A headline | The Daily": pages put their name behind it.
    if let Some((before, outlet)) = words.rsplit_once(" | ")
        && outlet.split_whitespace().count() <= OUTLET
    {
        words = before.trim_end();
    }
    if let Some((before, signature)) = words.rsplit_once("--")
        && signature.split_whitespace().count() <= SIGNATURE
        && signature.trim_start().starts_with(char::is_uppercase)
    {
        words = before.trim_end();
    }
    sentence.start().to_usize() + words.len()
}
