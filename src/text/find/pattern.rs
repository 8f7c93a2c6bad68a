//! From what a person typed to an expression that the engine reads, and from the engine's complaint
//! to plain words.

use super::FindError;
use crate::text::invisible::is_unseen;
use crate::text::letters::{Forms, is_form};
use regex::{Regex, RegexBuilder};
use regex_syntax::ast::ErrorKind;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// Bytes that a compiled expression may take.
const LARGEST: usize = 8 << 20;
/// Bytes that the engine may take for its memory of where it was.
const CACHE: usize = 4 << 20;

/// White space within a paragraph: lines that are wrapped by hand are parted by one line feed. The
/// characters are named one by one, since "white space without line feeds" takes 70 ms to compile.
const SPACE: &str = r"(?:[ \t\r\u{b}\u{c}\u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]+(?:\n[ \t\r\u{a0}\u{3000}]*)?|\n[ \t\r\u{a0}\u{3000}]*)";
/// What may stand between two letters of a word: what is not seen, or the end of a line within the word, also
/// as it is written in files that nobody has read yet ([`LINE_ENDS`]).
const GAP: &str = r"(?:[-\u{2010}\u{ad}][ \t\r]*[\n\r\u{b}\u{c}\u{85}\u{2028}\u{2029}][ \t]*|[\u{ad}\u{34f}\u{61c}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2060}-\u{2064}\u{2066}-\u{206f}\u{fe00}-\u{fe0f}\u{feff}])*";
/// What ends a line of a plain text that was not read yet; in read ones it is a line feed.
const LINE_ENDS: [char; 7] = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
/// The most letters of which all ways are tried to write them with ligatures.
const MOST_JOINED: usize = 6;
const SINGLE: &str = r"['`´‘’‚‛′‹›]";
const DOUBLE: &str = "[\"“”„‟″«»「」『』＂]";
const DASH: &str = r"[-‐‑‒–—―−﹘﹣－]";
/// Fits nowhere.
const NOTHING: &str = r"[^\s\S]";
const DOTS: &str = r"(?:…|\.\.\.)";

/// Whether more is typed than spaces and invisible characters.
pub(super) fn has_words(typed: &str) -> bool {
    typed.chars().any(|character| !character.is_whitespace() && !is_unseen(character))
}

/// Whether a text has letters in other forms than they are typed, with characters between them that are not
/// seen, or words that the end of a line breaks.
pub(super) fn is_intricate(text: &str) -> bool {
    let ends_line = |at: usize| {
        let rest = text.get(at..).unwrap_or_default();
        rest.trim_start_matches([' ', '\t']).starts_with(LINE_ENDS)
    };
    let has_broken = |hyphen: &str| {
        let mut hyphens = memchr::memmem::find_iter(text.as_bytes(), hyphen.as_bytes());
        hyphens.any(|at| ends_line(at + hyphen.len()))
    };
    // What is unusual is no ASCII.
    has_broken("-") || (!text.is_ascii() && (has_broken("\u{2010}") || has_unusual(text)))
}

/// Whether a character is not seen or has a form of its own. Looked at are those alone that begin with the
/// bytes of such characters, which are in few texts: a Russian text of 50 MB has 25 million others.
fn has_unusual(text: &str) -> bool {
    let is_unusual = |at: usize| {
        let character = text.get(at..).and_then(|rest| rest.chars().next());
        character.is_some_and(|c| is_unseen(c) || is_form(c))
    };
    let bytes = text.as_bytes();
    memchr::memchr3_iter(0xc2, 0xe2, 0xef, bytes).any(is_unusual)
        || memchr::memchr3_iter(0xc4, 0xc7, 0xcd, bytes).any(is_unusual)
        // U+061C is the only one among the letters of Arabic.
        || memchr::memmem::find(bytes, "\u{61c}".as_bytes()).is_some()
}

/// The longest piece of typed words that nothing can part but what stands between letters; empty where there
/// is none.
pub(super) fn longest_piece(typed: &str) -> &str {
    let parts = |character: char| {
        character.is_whitespace()
            || character == '.'
            || character == '…'
            || [SINGLE, DOUBLE, DASH].iter().any(|class| class.contains(character))
    };
    typed.split(parts).max_by_key(|piece| piece.len()).unwrap_or_default()
}

/// The expression for typed words; `is_loose`: for intricate texts.
pub(super) fn words(typed: &str, is_loose: bool, is_case_sensitive: bool) -> Result<Regex, FindError> {
    if !has_words(typed) {
        return build(NOTHING, is_case_sensitive);
    }
    let plain = |form: char| if is_form(form) { form.nfkc().collect() } else { form.to_string() };
    let typed: String = typed.chars().filter(|&character| !is_unseen(character)).map(plain).collect();
    let typed = typed.replace("...", "…");
    let mut clusters: Vec<&str> = typed.graphemes(true).collect();
    clusters.dedup_by(|later, earlier| is_space(later) && is_space(earlier));
    let parts = clusters.iter().map(|cluster| part(cluster, is_loose));
    if !is_loose {
        return build(&parts.collect::<String>(), is_case_sensitive);
    }
    let folded =
        |cluster: &&str| if is_case_sensitive { (*cluster).to_owned() } else { cluster.to_lowercase() };
    let typed = Typed { parts: parts.collect(), letters: clusters.iter().map(folded).collect() };
    build(&typed.expression(), is_case_sensitive)
}

/// Typed words, cluster by cluster.
struct Typed {
    /// What fits each by itself.
    parts: Vec<String>,
    /// Each as ligatures have it.
    letters: Vec<String>,
}

impl Typed {
    /// For all ways to write the letters, at the ends with a part of a ligature.
    fn expression(&self) -> String {
        let mut groups: Vec<String> = Vec::new();
        let mut from = 0;
        while from < self.parts.len() {
            let to = self.end_of_group(from);
            groups.push(self.ways(from, from..to));
            from = to;
        }
        groups.join(GAP)
    }

    /// Where the letters end that ligatures may join with the one at `from`.
    fn end_of_group(&self, from: usize) -> usize {
        let (mut at, mut end) = (from, from + 1);
        while at < end && end - from < MOST_JOINED {
            let joined = Forms::all().ligatures().iter().map(|(_, letters)| letters.chars().count());
            let ends = Forms::all().ligatures().iter().zip(joined);
            let reaching = ends.filter(|((_, letters), n)| self.has(at, *n, letters)).map(|(_, n)| at + n);
            end = reaching.max().map_or(end, |reach| reach.max(end));
            at += 1;
        }
        end
    }

    /// Whether the next `n` letters from `at` on are these.
    fn has(&self, at: usize, n: usize, letters: &str) -> bool {
        self.letters.get(at..at + n).is_some_and(|own| own.concat() == letters)
    }

    /// The ways to write the letters of a group, which begins at `first`, from one of them on.
    fn ways(&self, first: usize, group: std::ops::Range<usize>) -> String {
        let mut ways: Vec<(String, usize)> = Vec::new();
        ways.extend(self.parts.get(group.start).map(|part| (part.clone(), group.start + 1)));
        let begins = first == 0 && group.start == 0;
        let ends = group.end == self.parts.len();
        for (ligature, letters) in Forms::all().ligatures() {
            let each: Vec<char> = letters.chars().collect();
            for n in 1..=each.len().min(group.len()) {
                // All of it, or the end of it where the words begin, or its beginning where they end.
                let is_end = ends && group.start + n == group.end;
                let fits = |(nth, part): (usize, &[char])| {
                    (nth == 0 || begins)
                        && (nth + n == each.len() || is_end)
                        && self.has(group.start, n, &part.iter().collect::<String>())
                };
                if each.windows(n).enumerate().any(fits) {
                    ways.push((ligature.to_string(), group.start + n));
                }
            }
        }
        let whole = ways.into_iter().map(|(way, end)| {
            let rest = if end < group.end { self.ways(first, end..group.end) } else { String::new() };
            if rest.is_empty() { way } else { format!("{way}{GAP}{rest}") }
        });
        let all: Vec<String> = whole.collect();
        match all.as_slice() {
            [only] => only.clone(),
            all => format!("(?:{})", all.join("|")),
        }
    }
}

fn is_space(cluster: &str) -> bool {
    cluster.chars().all(char::is_whitespace)
}

fn part(cluster: &str, is_loose: bool) -> String {
    let among = |class: &str| class.contains(cluster) && cluster.chars().count() == 1;
    match cluster {
        _ if is_space(cluster) => SPACE.to_owned(),
        "…" => DOTS.to_owned(),
        "[" | "]" => regex::escape(cluster),
        _ if among(SINGLE) => SINGLE.to_owned(),
        _ if among(DOUBLE) => DOUBLE.to_owned(),
        _ if among(DASH) && is_loose => {
            format!(r"{DASH}(?:[ \t\r]*[\n\r\u{{b}}\u{{c}}\u{{85}}\u{{2028}}\u{{2029}}][ \t]*)?")
        }
        _ if among(DASH) => DASH.to_owned(),
        _ if is_loose && !forms(cluster).is_empty() => {
            let all: String = cluster.chars().chain(forms(cluster).chars()).collect();
            format!("[{}]", regex::escape(&all))
        }
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

/// The forms of a cluster of one character.
fn forms(cluster: &str) -> &'static str {
    let mut characters = cluster.chars();
    match (characters.next(), characters.next()) {
        (Some(letter), None) => Forms::all().of(letter),
        _ => "",
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
