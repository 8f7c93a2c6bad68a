//! Times of day, in the ways in which people write them.

use super::lexicon::{Class, Lexicon};
use super::numbers::digits;
use super::sentence::Sentence;
use std::ops::Range;

/// The minutes of half a day.
const HALF: u32 = 720;

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Time {
    /// Minutes from midnight.
    pub minutes: u32,
    /// Whether the same hands of a clock are meant by day or by night: "five o'clock".
    pub is_either_half: bool,
}

/// What says which half of the day is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
}

/// The time that begins at word `at`, with the words that tell it.
pub(super) fn time_at(sentence: &Sentence<'_>, lexicon: &Lexicon, at: usize) -> Option<(Time, Range<usize>)> {
    let word = sentence.lower.get(at)?;
    let named = match word.as_str() {
        "noon" | "midday" => Some(HALF),
        "midnight" => Some(0),
        _ => None,
    };
    if let Some(minutes) = named {
        return Some((Time { minutes, is_either_half: false }, at..at + 1));
    }
    let follows_letter =
        0 < at && sentence.touches(at - 1) && !sentence.is(at - 1, &["(", "[", "“", "\"", "~"]);
    if follows_letter {
        return None;
    }
    glued(sentence, at).or_else(|| parted(sentence, lexicon, at))
}

/// "3pm", "14h30", "14h".
fn glued(sentence: &Sentence<'_>, at: usize) -> Option<(Time, Range<usize>)> {
    let word = sentence.lower.get(at)?;
    let end = word.find(|c: char| !c.is_numeric())?;
    let (hour, rest) = word.split_at_checked(end)?;
    let hour = small(hour, 24)?;
    if let Some(half) = half_of(rest) {
        let end = at + 1 + usize::from(sentence.is(at + 1, &["."]) && rest.contains('.'));
        return Some((by_half(hour, 0, half)?, at..end));
    }
    let minutes = match rest.strip_prefix('h')? {
        "" if sentence.is(at.wrapping_sub(1), &["à", "vers", "dès"]) => 0,
        minutes if minutes.len() == 2 => small(minutes, 59)?,
        _ => return None,
    };
    Some((by_day(hour, minutes)?, at..at + 1))
}

/// "2 p.m.", "14:00", "9.30 a.m.", "14 Uhr", "14 h 30", "five o'clock", "1500 GMT".
fn parted(sentence: &Sentence<'_>, lexicon: &Lexicon, at: usize) -> Option<(Time, Range<usize>)> {
    let word = sentence.lower.get(at)?;
    let is_number = word.chars().all(char::is_numeric);
    let joined = |sign: usize| {
        sentence.is(sign, &[":"]) && sentence.touches(sign.wrapping_sub(1)) && sentence.touches(sign)
    };
    let two = |at: usize| {
        let word = sentence.lower.get(at).filter(|word| word.chars().count() == 2)?;
        small(word, 59)
    };
    // 14:00, but not 14:00:05 and not "3:1".
    if is_number && joined(at + 1) && !joined(at + 3) {
        let (hour, minutes, end) = (small(word, 24)?, two(at + 2)?, at + 3);
        let half = half_at(sentence, end);
        let (time, end) = match half {
            Some((half, end)) => (by_half(hour, minutes, half)?, end),
            None => (by_day(hour, minutes)?, end + usize::from(sentence.is(end, &["uhr"]))),
        };
        return Some((time, at..end));
    }
    if let Some((hour, minutes)) = word.split_once('.') {
        let (hour, minutes) = (small(hour, 24)?, small(minutes, 59).filter(|_| minutes.len() == 2)?);
        let half = half_at(sentence, at + 1);
        return match half {
            Some((half, end)) => Some((by_half(hour, minutes, half)?, at..end)),
            None if sentence.is(at + 1, &["uhr"]) => Some((by_day(hour, minutes)?, at..at + 2)),
            None => None,
        };
    }
    if is_number && word.chars().count() == 4 && sentence.is(at + 1, &["gmt", "utc", "hrs", "hours"]) {
        let (hour, minutes) = word.split_at_checked(word.char_indices().nth(2)?.0)?;
        let end = at + 1 + usize::from(sentence.is(at + 1, &["hrs", "hours"]));
        return Some((by_day(small(hour, 24)?, small(minutes, 59)?)?, at..end));
    }
    let hour = if is_number {
        small(word, 24)?
    } else {
        let (value, n_words) = lexicon.number(&sentence.lower, at)?;
        u32::try_from(value).ok().filter(|&hour| n_words == 1 && (1..=12).contains(&hour))?
    };
    if let Some((half, end)) = half_at(sentence, at + 1) {
        return Some((by_half(hour, 0, half)?, at..end));
    }
    match () {
        () if sentence.is(at + 1, &["o'clock"]) && hour <= 12 => {
            Some((Time { minutes: hour % 12 * 60, is_either_half: true }, at..at + 2))
        }
        () if sentence.is(at + 1, &["uhr"]) => {
            let minutes = two(at + 2).filter(|_| is_number);
            Some((by_day(hour, minutes.unwrap_or_default())?, at..at + 2 + usize::from(minutes.is_some())))
        }
        () if is_number && sentence.is(at + 1, &["h", "heures"]) => {
            let minutes = two(at + 2).filter(|_| !lexicon.is(Class::Unit, &sentence.lower, at + 3));
            let is_told = minutes.is_some() || sentence.is(at.wrapping_sub(1), &["à", "vers", "dès"]);
            let end = at + 2 + usize::from(minutes.is_some());
            is_told.then(|| Some((by_day(hour, minutes.unwrap_or_default())?, at..end)))?
        }
        () => None,
    }
}

/// A number of one or two digits, at most so much.
fn small(word: &str, most: u32) -> Option<u32> {
    let n_digits = word.chars().count();
    let value = digits(word).filter(|_| (1..=2).contains(&n_digits) && word.chars().all(char::is_numeric))?;
    u32::try_from(value / 1000).ok().filter(|&value| value <= most)
}

fn half_of(word: &str) -> Option<Half> {
    match word {
        "am" | "a.m" | "a.m." => Some(Half::Morning),
        "pm" | "p.m" | "p.m." => Some(Half::Afternoon),
        _ => None,
    }
}

/// The half of the day that a word tells, and the word behind it and its full stop.
fn half_at(sentence: &Sentence<'_>, at: usize) -> Option<(Half, usize)> {
    let word = sentence.lower.get(at)?;
    let half = half_of(word)?;
    let has_stop = word.contains('.') && sentence.is(at + 1, &["."]) && sentence.touches(at);
    Some((half, at + 1 + usize::from(has_stop)))
}

fn by_half(hour: u32, minutes: u32, half: Half) -> Option<Time> {
    let start = if half == Half::Afternoon { HALF } else { 0 };
    let minutes = if hour <= 12 { start + hour % 12 * 60 + minutes } else { hour % 24 * 60 + minutes };
    (0 < hour).then_some(Time { minutes, is_either_half: false })
}

fn by_day(hour: u32, minutes: u32) -> Option<Time> {
    (hour < 24 || minutes == 0).then_some(Time { minutes: hour % 24 * 60 + minutes, is_either_half: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_however_they_are_written() {
        let table = [
            ("14:00", "14:00"),
            ("at 2 p.m. local", "14:00"),
            ("at 12 pm", "12:00"),
            ("at 12 a.m.", "0:00"),
            ("at 9.30 a.m.", "9:30"),
            ("at 3:15 PM", "15:15"),
            ("at 3pm", "15:00"),
            ("at noon", "12:00"),
            ("at 1500 GMT", "15:00"),
            ("at five o'clock", "5:00?"),
            ("à 14 h 30", "14:30"),
            ("à 14h", "14:00"),
            ("um 14 Uhr", "14:00"),
            ("um 14.30 Uhr", "14:30"),
            ("in 14 hours", ""),
            ("3:1", ""),
            ("a ratio of 14:00:05", ""),
            ("25:00", ""),
            ("12.50 a head", ""),
            ("35 people", ""),
        ];
        for (text, expected) in table {
            let sentence = Sentence::of(text);
            let lexicon = Lexicon::of(if text.contains("fünf") { "der die" } else { "the of" });
            let found = (0..sentence.lower.len()).find_map(|at| time_at(&sentence, lexicon, at));
            let told = found.map(|(time, _)| {
                let sign = if time.is_either_half { "?" } else { "" };
                format!("{}:{:02}{sign}", time.minutes / 60, time.minutes % 60)
            });
            assert_eq!(told.unwrap_or_default(), expected, "{text}");
        }
    }
}
