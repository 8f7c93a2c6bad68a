//! From what a person typed to an expression that the engine reads, and from the engine's complaint
//! to plain words.

use super::FindError;
use regex::{Regex, RegexBuilder};
use regex_syntax::ast::ErrorKind;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// Bytes that a compiled expression may take.
const LARGEST: usize = 8 << 20;
/// Bytes that the engine may take for its memory of where it was.
const CACHE: usize = 4 << 20;

/// White space within a paragraph: lines that are wrapped by hand are parted by one line feed. The
/// characters are named one by one, since "white space without line feeds" takes 70 ms to compile.
const SPACE: &str = r"(?:[ \t\r\u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{202f}\u{205f}\u{3000}]+(?:\n[ \t\r\u{a0}\u{3000}]*)?|\n[ \t\r\u{a0}\u{3000}]*)";
const INVISIBLE: &str = r"[\u{ad}\u{200b}-\u{200f}\u{2060}\u{feff}]";
const SINGLE: &str = r"['`´‘’‚‛′‹›]";
const DOUBLE: &str = "[\"“”„‟″«»「」『』＂]";
const DASH: &str = r"[-‐‑‒–—―−﹘﹣－]";
/// Fits nowhere.
const NOTHING: &str = r"[^\s\S]";
const DOTS: &str = r"(?:…|\.\.\.)";

/// Whether more is typed than spaces and invisible characters.
pub(super) fn has_words(typed: &str) -> bool {
    typed.chars().any(|character| !character.is_whitespace() && !is_invisible(character))
}

/// Whether a text has characters that are not seen, and that typed words do not have.
pub(super) fn has_invisible(text: &str) -> bool {
    static CLASS: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(INVISIBLE).ok());
    // The bytes that these characters begin with are in few texts, and quickly looked for.
    memchr::memchr3(0xc2, 0xe2, 0xef, text.as_bytes()).is_some()
        && CLASS.as_ref().is_none_or(|class| class.is_match(text))
}

/// The longest piece of typed words that nothing can part but invisible characters; empty where there is
/// none.
pub(super) fn longest_piece(typed: &str) -> &str {
    let parts = |character: char| {
        character.is_whitespace()
            || character == '.'
            || character == '…'
            || [SINGLE, DOUBLE, DASH].iter().any(|class| class.contains(character))
    };
    typed.split(parts).max_by_key(|piece| piece.len()).unwrap_or_default()
}

/// The expression for typed words; `is_loose`: with invisible characters between them.
pub(super) fn words(typed: &str, is_loose: bool, is_case_sensitive: bool) -> Result<Regex, FindError> {
    if !has_words(typed) {
        return build(NOTHING, is_case_sensitive);
    }
    let gap = if is_loose { format!("{INVISIBLE}*") } else { String::new() };
    let typed: String = typed.chars().filter(|&character| !is_invisible(character)).collect();
    let mut parts: Vec<String> = Vec::new();
    let mut is_spaced = false;
    for cluster in typed.replace("...", "…").graphemes(true) {
        let is_space = cluster.chars().all(char::is_whitespace);
        if !(is_space && is_spaced) {
            parts.push(part(cluster, is_space));
        }
        is_spaced = is_space;
    }
    build(&parts.join(&gap), is_case_sensitive)
}

fn part(cluster: &str, is_space: bool) -> String {
    let among = |class: &str| class.contains(cluster) && cluster.chars().count() == 1;
    match cluster {
        _ if is_space => SPACE.to_owned(),
        "…" => DOTS.to_owned(),
        "[" | "]" => regex::escape(cluster),
        _ if among(SINGLE) => SINGLE.to_owned(),
        _ if among(DOUBLE) => DOUBLE.to_owned(),
        _ if among(DASH) => DASH.to_owned(),
        _ => {
            // Letters with marks are written in one character or in several.
            let (composed, parted): (String, String) = (cluster.nfc().collect(), cluster.nfd().collect());
            if composed == parted {
                regex::escape(&composed)
            } else {
                format!("(?:{}|{})", regex::escape(&composed), regex::escape(&parted))
            }
        }
    }
}

/// The expression as it was typed; `^` and `$` are the ends of lines.
pub(super) fn expression(typed: &str, is_case_sensitive: bool) -> Result<Regex, FindError> {
    if let Err(error) = regex_syntax::ParserBuilder::new()
        .multi_line(true)
        .case_insensitive(!is_case_sensitive)
        .build()
        .parse(typed)
    {
        return Err(told(&error, typed));
    }
    build(typed, is_case_sensitive)
}

fn build(pattern: &str, is_case_sensitive: bool) -> Result<Regex, FindError> {
    RegexBuilder::new(pattern)
        .case_insensitive(!is_case_sensitive)
        .multi_line(true)
        .size_limit(LARGEST)
        .dfa_size_limit(CACHE)
        .build()
        .map_err(|_| FindError {
            at: None,
            reason: format!(
                "this would take more than {} MiB; use fewer repetitions or fewer words",
                LARGEST >> 20
            ),
        })
}

fn told(error: &regex_syntax::Error, typed: &str) -> FindError {
    let (start, reason) = match error {
        regex_syntax::Error::Parse(error) => (error.span().start.offset, reason(error.kind())),
        regex_syntax::Error::Translate(error) => (error.span().start.offset, error.kind().to_string()),
        other => return FindError { at: None, reason: other.to_string().replace('\n', " ") },
    };
    let at = typed.get(..start).map_or(1, |before| before.chars().count() + 1);
    FindError { at: Some(at), reason }
}

/// The complaints that typing gives, in plain words; the engine's own for the rest.
fn reason(kind: &ErrorKind) -> String {
    let plain = match kind {
        ErrorKind::GroupUnclosed => "a bracket “(” opens and does not close",
        ErrorKind::GroupUnopened => "a bracket “)” closes and none was open",
        ErrorKind::ClassUnclosed => "a bracket “[” opens and does not close",
        ErrorKind::ClassRangeInvalid => "the two ends of a range stand in the wrong order",
        ErrorKind::ClassRangeLiteral => "the ends of a range must be single characters",
        ErrorKind::RepetitionMissing => "there is nothing before it that could be repeated",
        ErrorKind::RepetitionCountUnclosed => "a bracket “{” opens and does not close",
        ErrorKind::RepetitionCountInvalid => "the smaller number of repetitions comes first",
        ErrorKind::RepetitionCountDecimalEmpty | ErrorKind::DecimalEmpty => "a number is missing in “{ }”",
        ErrorKind::EscapeUnexpectedEof => "a character is missing after “\\”",
        ErrorKind::EscapeUnrecognized => "“\\” before this character means nothing; write it without",
        ErrorKind::UnsupportedLookAround => "looking ahead or back is not possible here",
        ErrorKind::UnsupportedBackreference => "referring back to a group is not possible here",
        ErrorKind::FlagUnrecognized | ErrorKind::FlagUnexpectedEof => {
            "after “(?” a letter of i, m, s, U, x is expected"
        }
        ErrorKind::UnicodeClassInvalid => "there is no class of characters of this name",
        ErrorKind::NestLimitExceeded(_) => "too many brackets stand within each other",
        other => return other.to_string(),
    };
    plain.to_owned()
}

fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}
