//! The specifications of numbers and ranges of Microsoft's recognisers, as far as they are counts: inputs with what
//! is to be read from them. They are read from a folder outside of this repository.

use postil::language::{Lexicon, Stating, amounts};
use postil::text::TextRange;
use serde_json::Value;
use std::path::Path;

/// A name for a set of cases, how many were right, of how many, and those that were wrong.
pub(super) type Rate = (String, usize, usize, Vec<String>);

/// An interval whose ends are included; `None`: open.
type Ends = (Option<u64>, Option<u64>);

/// The rates of each language and kind, as far as the folder has them.
pub(super) fn rates(folder: &Path) -> Vec<Rate> {
    let languages =
        [("English", "en"), ("French", "fr"), ("Spanish", "es"), ("Arabic", "ar"), ("German", "de")];
    let mut rates = Vec::new();
    for (name, code) in languages {
        for kind in ["Number", "NumberRange"] {
            let path = folder.join(format!("{name}-{kind}Model.json"));
            let Ok(text) = std::fs::read_to_string(&path) else { continue };
            let cases: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).expect("JSON");
            let lexicon = Lexicon::named(code);
            let (mut right, mut all, mut failures) = (0, 0, Vec::new());
            for case in cases.as_array().into_iter().flatten() {
                let input = case["Input"].as_str().unwrap_or_default();
                let Some(expected) = expected(case) else { continue };
                all += 1;
                let read = amounts(input, lexicon);
                match expected.iter().all(|(text, ends)| is_read(input, text, *ends, &read)) {
                    true => right += 1,
                    false => failures.push(format!("{input:?} shall be {expected:?}, is {read:?}")),
                }
            }
            rates.push((format!("{name} {kind}"), right, all, failures));
        }
    }
    rates
}

/// What is to be read from a case, if all of it are counts: whole numbers that are not negative, of which none is a
/// part of one (a half, 3/4), a power, in order (the tenth) or stands within a sign (an address, a date in digits, a name like T-72, a telephone's number).
fn expected(case: &Value) -> Option<Vec<(String, Ends)>> {
    let results = case["Results"].as_array().filter(|results| !results.is_empty())?;
    let input = case["Input"].as_str()?;
    results
        .iter()
        .map(|result| {
            let text = result["Text"].as_str()?;
            let resolution = &result["Resolution"];
            let value = resolution["value"].as_str()?;
            let is_part = matches!(resolution["subtype"].as_str(), Some("fraction" | "power"));
            (!is_part && !is_within_sign(input, text) && !has_order_or_part(text)).then_some(())?;
            Some((text.to_owned(), ends(value)?))
        })
        .collect()
}

/// "[20,30)" as of people, where both ends of "between" are included; "(20,35]" leaves out its open end.
fn ends(value: &str) -> Option<Ends> {
    let whole = |value: &str| value.parse::<u64>().ok();
    let Some((low, high)) = value
        .get(1..value.len().checked_sub(1)?)
        .and_then(|ends| ends.split_once(','))
        .filter(|_| value.starts_with(['[', '(']))
    else {
        let n = whole(value)?;
        return Some((Some(n), Some(n)));
    };
    let end = |end: &str| if end.is_empty() { Some(None) } else { whole(end).map(Some) };
    let (low, high) = (end(low)?, end(high)?);
    let low = if value.starts_with('(') { low.map(|low| low + 1) } else { low };
    // "[20,30)" is their reading of "between 20 and 30".
    let is_between = value.starts_with('[') && low.is_some();
    let high =
        if value.ends_with(')') && !is_between { high.map(|high| high.saturating_sub(1)) } else { high };
    // Of people there are none at least.
    Some((low.or(high.and(Some(0))), high))
}

fn is_within_sign(input: &str, text: &str) -> bool {
    let lower = input.to_lowercase();
    let Some(at) = lower.find(&text.to_lowercase()) else { return false };
    let before = lower[..at].chars().next_back();
    let behind: Vec<char> = lower[at + text.len()..].chars().take(2).collect();
    let joins = |c: char| matches!(c, '/' | '-' | '.' | '{' | '&' | '^' | ',');
    let goes_on = behind.first().is_some_and(|&c| joins(c)) && behind.get(1).is_some_and(|c| c.is_numeric());
    before.is_some_and(|c| joins(c) || c.is_alphabetic()) && text.starts_with(char::is_numeric)
        || goes_on
        || text.contains(['/', '^'])
}

/// "The tenth", "a quarter", in the words of these specifications, and articles, which they take for a one.
fn has_order_or_part(text: &str) -> bool {
    const PARTS: [&str; 14] = [
        "tenth",
        "fifteenth",
        "quarter",
        "half",
        "ième",
        "quint",
        "vigésim",
        "décim",
        "ésima",
        "ربع",
        "نصف",
        "أخماس",
        "جزء من",
        "خمس العشرون",
    ];
    const ARTICLES: [&str; 10] =
        ["un", "una", "uno", "une", "ein", "eine", "einer", "ein halbes", "el", "la"];
    let lower = text.to_lowercase();
    PARTS.iter().any(|part| lower.contains(part)) || ARTICLES.contains(&lower.as_str())
}

/// Whether one of the readings that share a letter with `text` has its ends. Where only a number is asked for, what
/// limits it is not looked at.
fn is_read(input: &str, text: &str, ends: Ends, read: &[(Stating, TextRange)]) -> bool {
    let (input, text) = (input.to_lowercase(), text.to_lowercase());
    let places: Vec<_> = input.match_indices(&text).map(|(start, text)| start..start + text.len()).collect();
    let only = ends.0.filter(|_| ends.0 == ends.1);
    read.iter().any(|(stating, range)| {
        let range = range.to_usize();
        let is_there = places.is_empty()
            || places.iter().any(|place| range.start < place.end && place.start < range.end);
        let numbers = match *stating {
            Stating::Number(_, n) => [Some(n), None],
            Stating::Range(_, low, high) => [Some(low), Some(high)],
            _ => [None, None],
        };
        is_there && (stating.ends() == ends || only.is_some() && numbers.contains(&only))
    })
}
