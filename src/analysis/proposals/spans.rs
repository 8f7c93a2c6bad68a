//! Which words a proposal is about: a sentence, the clause around some words, what is said.

use crate::language::{Attributed, CueForm, CueKind};
use crate::text::{TextRange, boundary};

/// The fewest words that say something by themselves.
const FEWEST: usize = 3;
/// What parts clauses. A comma within a number is none.
const PARTS: [&str; 13] = [
    ", ",
    "; ",
    ": ",
    " — ",
    " – ",
    " - ",
    " but ",
    " while ",
    " after ",
    "، ",
    "؛ ",
    " when ",
    " although ",
];

/// How many bytes before a figure make a clause a long one.
const LONG: usize = 80;
/// What joins the parts of a clause.
const AND: [&str; 6] = [" and ", " und ", " et ", " y ", " и ", " та "];

/// Verbs that tell what happened, besides those in -ed.
const FINITE: [&str; 46] = [
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "did",
    "does", "do", "said", "says", "say", "left", "lost", "took", "hit", "shot", "fled", "fell", "struck",
    "blew", "went", "came", "became", "began", "broke", "brought", "caught", "drove", "found", "gave",
    "kills", "leaves", "made", "put", "ran", "rose", "saw", "cost",
];
const PREPOSITIONS: [&str; 14] = [
    "in", "on", "at", "near", "from", "around", "outside", "inside", "between", "with", "by", "to", "for",
    "of",
];

/// What no clause ends with.
const LAST: [&str; 16] = [
    "and", "as", "but", "while", "after", "when", "although", "against", "that", "or", "who", "which", "und",
    "et", "y", "и",
];

/// What joins a clause to the one before it.
const JOINS: [&str; 7] = ["and ", "but ", "und ", "et ", "y ", "и ", "та "];

/// A sentence without the sign at its end.
pub(super) fn told(text: &str, sentence: TextRange) -> TextRange {
    let words = sentence.of(text).unwrap_or_default();
    let told = words.trim_end_matches(['.', '…', '؟', '!', '?', ' ', ',', ';', ':', '،']);
    let end = sentence.start().to_usize() + told.len();
    boundary::trim(text, TextRange::from_usize(sentence.start().to_usize()..end))
}

/// The clause of a sentence around some words.
pub(super) fn clause(text: &str, around: TextRange, sentence: TextRange) -> TextRange {
    let whole = told(text, sentence);
    let before = text.get(whole.start().to_usize()..around.start().to_usize()).unwrap_or_default();
    let behind = text.get(around.end().to_usize()..whole.end().to_usize()).unwrap_or_default();
    let starts = PARTS.iter().filter_map(|part| before.rfind(part).map(|at| at + part.len()));
    let ends = PARTS.iter().filter_map(|part| behind.find(part));
    let (mut start, ends) = (whole.start().to_usize() + starts.max().unwrap_or(0), ends.min());
    // A long clause is cut at what joins its parts.
    let behind_len = behind.len();
    let is_long =
        |from: usize| text.get(from..around.start().to_usize()).is_some_and(|before| LONG < before.len());
    if is_long(start) {
        let before = text.get(start..around.start().to_usize()).unwrap_or_default();
        let joins = |and: &str| {
            let places = before.rmatch_indices(and).map(|(at, and)| (at, at + and.len()));
            places
                .filter(|&(at, behind)| !is_within_name(before, at, behind))
                .filter(|&(at, behind)| {
                    let rest = text.get(start + behind..around.end().to_usize() + ends.unwrap_or(behind_len));
                    and != " and " || joins_clauses(before, at, rest.unwrap_or_default())
                })
                .map(|(_, behind)| behind)
                .next()
        };
        start += AND.iter().filter_map(|and| joins(and)).max().unwrap_or(0);
    }
    let joined = text.get(start..around.start().to_usize()).unwrap_or_default();
    let start = start + JOINS.iter().find(|join| joined.starts_with(**join)).map_or(0, |join| join.len());
    let end = around.end().to_usize() + ends.unwrap_or(behind.len());
    let clause = paired(
        text,
        unjoined(text, boundary::trim(text, TextRange::from_usize(start..end.max(start))), around),
    );
    if is_enough(text, clause) { clause } else { whole }
}

/// "The Union of Hamra and the Coast": whether "and" from `at` to `behind` stands between two names.
fn is_within_name(words: &str, at: usize, behind: usize) -> bool {
    let is_name = |word: &str| {
        let word =
            word.split_once('-').filter(|(article, _)| *article == "al").map_or(word, |(_, name)| name);
        word.starts_with(char::is_uppercase)
    };
    let before = words.get(..at).and_then(|before| before.rsplit(' ').next());
    let mut after = words.get(behind..).unwrap_or_default().split(' ').skip_while(|word| *word == "the");
    before.is_some_and(is_name) && after.next().is_some_and(is_name)
}

/// Whether "and" from `at` to `behind` joins clauses: the second has a verb of its own, as "women and children in the
/// town, killing two" has none, nor "positioned in the east and in the west fired shells killing two". `rest` is what
/// stands behind it.
fn joins_clauses(before: &str, at: usize, rest: &str) -> bool {
    let is_preposition = |word: &str| PREPOSITIONS.contains(&word);
    let is_verb = |word: &str| {
        let word = word.trim_end_matches([',', '"', '”', '.']);
        FINITE.contains(&word) || 4 < word.len() && word.ends_with("ed") && !word.contains('-')
    };
    let first = rest.split(' ').next().unwrap_or_default();
    let is_doing = last_word(before).ends_with("ing");
    let is_behind = is_preposition(last_word(before.get(..at).unwrap_or_default()));
    !(is_behind || is_doing && is_preposition(first)) && rest.split(' ').any(is_verb)
}

fn last_word(words: &str) -> &str {
    words.trim_end().rsplit(' ').next().unwrap_or_default()
}

/// Without a quotation mark at its start or end whose other one is not in it.
fn paired(text: &str, clause: TextRange) -> TextRange {
    let words = clause.of(text).unwrap_or_default();
    let is_odd = words.matches('"').count() % 2 == 1;
    let lacks_end = is_odd && words.starts_with('"') || words.starts_with('“') && !words.contains('”');
    let lacks_start = is_odd && words.ends_with('"') || words.ends_with('”') && !words.contains('“');
    let length = |sign: Option<char>| sign.map_or(0, char::len_utf8);
    let first = length(words.chars().next().filter(|_| lacks_end));
    let last = length(words.chars().next_back().filter(|_| lacks_start && !lacks_end));
    let (start, end) = (clause.start().to_usize() + first, clause.end().to_usize() - last);
    boundary::trim(text, TextRange::from_usize(start..end.max(start)))
}

/// Without the words at its end that join it to what follows, as far as they do not belong to `around`.
fn unjoined(text: &str, mut clause: TextRange, around: TextRange) -> TextRange {
    while let Some((before, _)) =
        clause.of(text).and_then(|words| words.rsplit_once(' ')).filter(|(_, last)| LAST.contains(last))
    {
        let end = clause.start().to_usize() + before.len();
        if end < around.end().to_usize() {
            break;
        }
        clause = boundary::trim(text, TextRange::from_usize(clause.start().to_usize()..end));
    }
    clause
}

/// What somebody claims to have done, in the first words of what is claimed.
const DEEDS: [&str; 8] =
    ["responsibility", "attack", "attacks", "bombing", "bombings", "blast", "assault", "killing"];
/// So many words are looked at for it.
const OF_DEED: usize = 4;
/// Its verb stands at most so many bytes behind the one who did it.
const NEAR: usize = 40;

/// What is said, where it stands in one piece; else the sentence. "The group claimed the attack" says what was claimed
/// only with the one who did, and "the envoy accused the army of a delay" what of only with the one who accuses.
pub(super) fn content(text: &str, one: &Attributed) -> TextRange {
    match one.content.as_slice() {
        [only] if is_claimed(text, one, *only) => {
            // "The envoy denied the raid, accusing the army": not all between them.
            let is_near = |source: &TextRange| one.cue.start().to_usize() <= source.end().to_usize() + NEAR;
            let start = one.source.filter(is_near).map_or(one.cue, |source| source.hull(one.cue)).start();
            paired(text, unquoted(text, TextRange::new(start, only.end())))
        }
        [only] if is_enough(text, *only) => unquoted(text, *only),
        _ => told(text, one.sentence),
    }
}

fn is_claimed(text: &str, one: &Attributed, content: TextRange) -> bool {
    let mut words = content.of(text).unwrap_or_default().split_whitespace().take(OF_DEED);
    let is_deed = one.cue.of(text).is_some_and(|cue| cue.starts_with("claim"))
        && words.any(|word| DEEDS.contains(&word));
    let is_before = one.source.is_some_and(|source| source.end() <= one.cue.start());
    let is_accused = one.kind == CueKind::Accuses && is_before;
    one.form == CueForm::Verb && one.cue.end() <= content.start() && (is_deed || is_accused)
}

fn is_enough(text: &str, range: TextRange) -> bool {
    FEWEST <= range.of(text).unwrap_or_default().split_whitespace().count()
}

/// Without a comma or a space at its end.
fn unquoted(text: &str, range: TextRange) -> TextRange {
    let words = range.of(text).unwrap_or_default();
    let end = range.start().to_usize() + words.trim_end_matches([',', ' ', '.']).len();
    boundary::trim(text, TextRange::from_usize(range.start().to_usize()..end))
}
