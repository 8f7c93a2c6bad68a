//! Lines that were wrapped by hand: whether they were, and which of them begin paragraphs.
//!
//! A line that was wrapped is filled: the first word of the next one would not have fitted. Lines that are no
//! such (names one below another, verses, headlines) end and begin anywhere.

use super::plain_lines::{Line, columns, columns_of, indent, is_ideographic, is_longer};

/// The narrowest that people wrap lines, in columns.
const NARROWEST: usize = 40;

/// No one wraps lines this wide, in characters: a longer line is a paragraph by itself.
pub(super) const WIDEST: usize = 160;

/// How far a filled line may fall short of what would just have fitted, in columns.
const SLACK: usize = 4;

/// A longer word counts as so long: addresses are broken anywhere.
const LONGEST_WORD: usize = 24;

/// What is looked at of a line.
struct Seen {
    columns: usize,
    indent: usize,
    /// Whether ideographic spaces stand before it.
    is_squarely_in: bool,
    /// The columns of its first word.
    first_word: usize,
    first: First,
    /// Whether its end may be a sentence's.
    ends_sentence: bool,
}

/// How a line begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum First {
    /// As only lines amid a sentence do, in scripts that have two cases.
    Small,
    /// With a letter of a script that has no cases.
    Caseless,
    /// With a capital, a digit, a sign.
    Other,
}

/// Which of `lines`, which no blank line parts, begin a paragraph; `None` where they are not wrapped.
pub(super) fn paragraphs(text: &str, lines: &[Line]) -> Option<Vec<bool>> {
    if lines.len() < 2 {
        return None;
    }
    let words = || lines.iter().map(|line| line.range.of(text).unwrap_or_default());
    if words().any(|line| is_longer(line, WIDEST) && line.trim().contains(' ')) {
        return None;
    }
    let seen: Vec<Seen> = words().map(Seen::of).collect();
    let full = full(&seen);
    let begins = by_indent(&seen, &full);
    if !are_wrapped(&seen, &full) && !are_parted_by_indent(&seen, &begins) {
        return None;
    }
    let pairs = seen.iter().zip(seen.iter().skip(1)).zip(&full);
    let by_end =
        pairs.map(|((line, next), &is_full)| !is_full && (line.ends_sentence || next.first != First::Small));
    Some(std::iter::once(true).chain(by_end).zip(begins).map(|(end, indent)| end || indent).collect())
}

impl Seen {
    fn of(line: &str) -> Self {
        let words = line.trim_start();
        let first = words.chars().next().unwrap_or(' ');
        let first_word = if is_ideographic(first) {
            columns_of(first)
        } else {
            words.split_whitespace().next().map_or(0, columns).min(LONGEST_WORD)
        };
        let is_caseless = first.is_alphabetic() && !first.is_lowercase() && !first.is_uppercase();
        let first = match first {
            c if c.is_lowercase() => First::Small,
            _ if is_caseless => First::Caseless,
            _ => First::Other,
        };
        let closing = ['"', '\'', '”', '’', '»', '“', '」', '』', ')', ']', '）', '*', '_'];
        let end = words.trim_end_matches(closing);
        let ends_sentence = end.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।', ':', '：']);
        Self {
            columns: columns(line),
            indent: indent(line),
            is_squarely_in: line.starts_with('\u{3000}'),
            first_word,
            first,
            ends_sentence,
        }
    }
}

/// For each line but the last, whether the next one's first word would not have fitted on it.
fn full(seen: &[Seen]) -> Vec<bool> {
    let mut widths: Vec<usize> = seen.iter().map(|line| line.columns).collect();
    widths.sort_unstable();
    // One line that sticks out is no measure for many.
    let n = widths.len();
    let width = widths.get(n - 1 - n / 20).copied().unwrap_or_default();
    let pairs = seen.iter().zip(seen.iter().skip(1));
    pairs
        .map(|(line, next)| NARROWEST <= width && width < line.columns + 1 + next.first_word + SLACK)
        .collect()
}

/// Whether most of the lines that end amid a sentence are filled, and go on as sentences do.
fn are_wrapped(seen: &[Seen], full: &[bool]) -> bool {
    let (mut n_open, mut n_full, mut n_small, mut n_caseless) = (0, 0, 0, 0);
    for ((line, next), &is_full) in seen.iter().zip(seen.iter().skip(1)).zip(full) {
        if line.ends_sentence || (!is_full && next.first != First::Small) {
            // The end of a paragraph, or of a headline.
            n_open += usize::from(!line.ends_sentence);
            continue;
        }
        n_open += 1;
        n_full += usize::from(is_full);
        n_small += usize::from(next.first == First::Small);
        n_caseless += usize::from(next.first == First::Caseless);
    }
    let goes_on = if n_small == 0 { 2 <= n_caseless } else { n_full <= 3 * (n_small + n_caseless) };
    0 < n_full && 2 * n_open <= 3 * n_full && goes_on
}

/// Which lines begin a paragraph since they stand further in than others, or further out where paragraphs
/// hang.
fn by_indent(seen: &[Seen], full: &[bool]) -> Vec<bool> {
    let base = seen.iter().map(|line| line.indent).min().unwrap_or_default();
    let is_in = |line: &Seen| base < line.indent && line.indent <= base + 8;
    let n_in = seen.iter().skip(1).filter(|line| is_in(line)).count();
    let pairs = seen.iter().zip(seen.iter().skip(1)).zip(full);
    let is_amid =
        |&((line, next), &is_full): &((&Seen, &Seen), &bool)| is_in(next) && is_full && !line.ends_sentence;
    let hangs = n_in < 2 * pairs.filter(is_amid).count();
    let begins = |line: &Seen| 0 < n_in && is_in(line) != hangs;
    // Two ideographic spaces begin a paragraph wherever they stand.
    seen.iter().map(|line| line.is_squarely_in || begins(line)).collect()
}

/// Whether sentences end wherever a line stands further in, so that lines which nobody wrapped are
/// paragraphs all the same; verses and tables are none.
fn are_parted_by_indent(seen: &[Seen], begins: &[bool]) -> bool {
    let mut breaks = seen.iter().zip(begins.iter().skip(1)).filter(|&(_, &begins)| begins).peekable();
    breaks.peek().is_some()
        && seen.iter().any(|line| NARROWEST <= line.columns)
        && breaks.all(|(line, _)| line.ends_sentence)
}
