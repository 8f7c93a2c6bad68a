//! Where sentences end: UAX #29, which knows no abbreviations, and what news print between sentences.

use crate::text::TextRange;
use unicode_segmentation::UnicodeSegmentation;

/// What UAX #29 takes for sentences in `body`, which stands at `base`, without the spaces around each, and
/// whether it belongs to the one before: after an abbreviation, or where it begins with a small letter.
pub(super) fn pieces(body: &str, base: usize) -> impl Iterator<Item = (TextRange, bool)> {
    // Whether it is the number of a day.
    let mut was_abbreviation: Option<bool> = None;
    let bounds = body.split_sentence_bound_indices().flat_map(|(start, piece)| at_dashes(start, piece));
    let pieces = bounds.map(|(start, piece)| (start, piece.trim_end()));
    pieces.filter(|(_, piece)| !piece.trim_start().is_empty()).map(move |(start, piece)| {
        let words = piece.trim_start();
        let joins = was_abbreviation.is_some_and(|is_number| !is_number || begins_with_month(words))
            || words.chars().next().is_some_and(char::is_lowercase);
        was_abbreviation = match () {
            () if ends_in_abbreviation(piece) => Some(false),
            () if ends_in_day(piece) => Some(true),
            () => None,
        };
        let end = base + start + piece.len();
        (TextRange::from_usize(end - words.len()..end), joins)
    })
}

/// A piece, cut where a dash and a capital follow a full stop: a heading, or what another one says. For UAX #29 a
/// sentence goes on at a dash (SB8a).
fn at_dashes(start: usize, piece: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_cut = |&at: &usize| {
        let (before, behind) = piece.split_at_checked(at).unwrap_or_default();
        let said = before.trim_end();
        let ended = said.trim_end_matches(['”', '"', '»', ')', '’']);
        let rest = behind.trim_start_matches(['-', '–', '—']);
        said.len() < before.len()
            && ended.ends_with(['.', '!', '?', '…'])
            && rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase))
    };
    let cuts = piece.char_indices().filter(|(_, c)| matches!(c, '-' | '–' | '—')).map(|(at, _)| at);
    let mut from = 0;
    let ends = cuts.filter(move |at| is_cut(at)).chain([piece.len()]);
    ends.map(move |end| {
        let begun = std::mem::replace(&mut from, end);
        (start + begun, piece.get(begun..end).unwrap_or_default())
    })
}

/// The last place before `most` where a sentence begins whatever stands before it, in bytes; 0 where none is
/// known. A capital letter after a full stop and spaces always begins one (UAX #29, SB11), and what comes
/// after it is cut alike from there on; so a sentence amid a long paragraph costs its own length.
pub(super) fn certain_start(body: &str, most: usize) -> usize {
    let begins = |at: &usize| {
        let Some((before, after)) = body.split_at_checked(*at) else { return false };
        let last = before.trim_end_matches(' ');
        after.starts_with(|first: char| first.is_ascii_uppercase())
            && last.len() < before.len()
            && last.ends_with(['.', '!', '?'])
            && !ends_in_abbreviation(last)
            && !(ends_in_day(last) && begins_with_month(after))
    };
    (1..=most).rev().find(begins).unwrap_or(0)
}

/// Words before a full stop that end no sentence, in the languages that our articles come in.
const ABBREVIATIONS: &[&str] = &[
    "adm", "approx", "apr", "art", "aug", "bzw", "capt", "cf", "col", "dec", "dr", "ed", "etc", "feb", "fig",
    "gen", "gov", "hr", "jan", "jr", "jul", "jun", "lt", "maj", "mar", "mme", "mr", "mrs", "ms", "no", "nov",
    "nr", "oct", "p", "pp", "prof", "rep", "rev", "sen", "sep", "sept", "sgt", "sr", "st", "ust", "vgl",
    "vol", "vs", "г", "гг", "ген", "др", "им", "напр", "п", "прим", "проф", "руб", "с", "см", "ст", "тыс",
    "ул",
];

fn ends_in_abbreviation(sentence: &str) -> bool {
    let Some(body) = sentence.strip_suffix('.') else { return false };
    let last = body.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_initial = last.chars().count() == 1 && last.chars().all(char::is_uppercase);
    is_initial || ABBREVIATIONS.contains(&last.to_lowercase().as_str())
}

/// Whether what stands before a full stop may be the number of a day, as German writes it.
fn ends_in_day(sentence: &str) -> bool {
    let Some(body) = sentence.strip_suffix('.') else { return false };
    let before = body.trim_end_matches(|c: char| c.is_ascii_digit());
    (1..=2).contains(&(body.len() - before.len())) && before.ends_with(char::is_whitespace)
}

/// Whether a German month stands at the start, which follows the number of a day: "2. März".
fn begins_with_month(sentence: &str) -> bool {
    const MONTHS: [&str; 13] = [
        "Januar",
        "Jänner",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ];
    let word = sentence.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    MONTHS.contains(&word)
}
