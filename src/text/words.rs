//! The words of a text as a reader sees them: those of UAX #29, but for what is not seen (a space of no
//! width within a word), what is seen and not told (a narrow space), and words that a line's end breaks.

use super::TextRange;
use super::invisible::{is_spelled, is_unseen};
use std::iter::Peekable;
use unicode_segmentation::{UWordBoundIndices, UnicodeSegmentation};

/// UAX #29 takes it for a letter that joins words, since it stands within French and Mongolian numbers.
const NARROW: char = '\u{202f}';

/// The words of `range` of a text in order, signs too, without spaces and what is not seen.
///
/// ```
/// use postil::text::{TextRange, words::words};
/// let text = "The har-\nbour: 1\u{202f}200\u{202f}men";
/// let words = words(text, TextRange::all(text));
/// let words: Vec<_> = words.iter().filter_map(|word| word.of(text)).collect();
/// assert_eq!(words, ["The", "har-\nbour", ":", "1\u{202f}200", "men"]);
/// ```
pub fn words(text: &str, range: TextRange) -> Vec<TextRange> {
    let base = range.start();
    let is_blank = |piece: &str| piece.chars().all(|c| c.is_whitespace() || is_unseen(c));
    let solid = pieces(range.of(text).unwrap_or_default()).filter(|(_, piece)| !is_blank(piece));
    solid.map(|(at, piece)| TextRange::from_usize(at..at + piece.len()).shifted(base)).collect()
}

/// All of `text` in words, signs and runs of spaces, each with the byte that it begins at.
pub fn pieces(text: &str) -> Pieces<'_> {
    Pieces { text, rest: None, bounds: text.split_word_bound_indices().peekable() }
}

/// See [`pieces`].
pub struct Pieces<'a> {
    text: &'a str,
    /// What is left of a piece that a narrow space parts.
    rest: Option<(usize, usize)>,
    bounds: Peekable<UWordBoundIndices<'a>>,
}

impl<'a> Iterator for Pieces<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let (start, mut end) = match self.rest.take() {
            Some(rest) => rest,
            None => self.bounds.next().map(|(at, piece)| (at, at + piece.len()))?,
        };
        let mut from = start;
        loop {
            if let Some(cut) = self.text.get(from..end).and_then(parted) {
                self.rest = Some((from + cut, end));
                end = from + cut;
                break;
            }
            let Some(length) = joint(self.text, end) else { break };
            from = end + length;
            while let Some((at, piece)) = self.bounds.next_if(|&(at, _)| at <= from) {
                end = at + piece.len();
            }
        }
        Some((start, self.text.get(start..end)?))
    }
}

/// Where a narrow space parts a piece, which it does not within a number: three digits follow it.
fn parted(piece: &str) -> Option<usize> {
    if piece.is_ascii() {
        return None;
    }
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_numeric() && c.is_alphanumeric());
    let is_within_number = |at: usize| {
        let (before, after) = piece.split_at_checked(at).unwrap_or_default();
        let n_digits = after.chars().skip(1).take_while(|&c| is_digit(Some(c))).count();
        is_digit(before.chars().next_back()) && n_digits == 3
    };
    let at = piece.match_indices(NARROW).map(|(at, _)| at).find(|&at| !is_within_number(at))?;
    let cut = if at == 0 { NARROW.len_utf8() } else { at };
    (cut < piece.len()).then_some(cut)
}

/// The bytes at `end`, the end of a piece, that do not end the word: a space of no width, or the hyphen and
/// the end of a line.
pub(super) fn joint(text: &str, end: usize) -> Option<usize> {
    let first = text.as_bytes().get(end)?;
    if !matches!(first, b'-' | b'\n' | 0xe2 | 0xef) {
        return None;
    }
    let (before, after) = text.split_at_checked(end)?;
    let rest = after.trim_start_matches(['\u{200b}', '\u{feff}']);
    if rest.len() < after.len() {
        let is_within = before.ends_with(is_spelled) && rest.starts_with(is_spelled);
        return is_within.then_some(after.len() - rest.len());
    }
    let soft = before.trim_end_matches('\u{ad}');
    let is_soft = soft.len() < before.len();
    let rest = if is_soft { after } else { after.strip_prefix(['-', '\u{2010}'])? };
    let rest = rest.trim_start_matches([' ', '\t']).strip_prefix('\n')?.trim_start_matches([' ', '\t']);
    let is_broken = soft.ends_with(char::is_lowercase) && rest.starts_with(char::is_lowercase);
    is_broken.then_some(after.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_those_that_are_seen() {
        let table = [
            ("53\u{202f}personnes, 5\u{202f}%", "53|personnes|,|5|%"),
            ("1\u{202f}200\u{202f}000 and 35\u{202f}1", "1\u{202f}200\u{202f}000|and|35|1"),
            ("\u{202f}a\u{202f}\u{202f}b\u{202f}", "a|b"),
            ("the ar\u{200b}my, a\u{200b}, \u{200b}b", "the|ar\u{200b}my|,|a|,|b"),
            ("กา\u{200b}กา", "ก|า|ก|า"),
            ("har-\nbour wall- \n  paper", "har-\nbour|wall- \n  paper"),
            ("har\u{ad}\nbour T-\nshirt 3-\nfold a-\n\nb", "har\u{ad}\nbour|T|-|shirt|3|-|fold|a|-|b"),
            ("co-\nop-\nera\u{200b}tion\u{202f}it", "co-\nop-\nera\u{200b}tion|it"),
            ("to-day and - to", "to|-|day|and|-|to"),
        ];
        for (text, expected) in table {
            let found = words(text, TextRange::all(text));
            let found: Vec<&str> = found.iter().filter_map(|word| word.of(text)).collect();
            assert_eq!(found.join("|"), expected, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn pieces_cover_a_text(text in "(a|é|35|200|\u{202f}|\u{200b}|\u{ad}|-|\n| |ﬁ|\u{301}|人){0,40}") {
            let all: Vec<&str> = pieces(&text).map(|(_, piece)| piece).collect();
            prop_assert_eq!(all.concat(), text.clone());
            prop_assert!(all.iter().all(|piece| !piece.is_empty()));
            for (at, piece) in pieces(&text) {
                prop_assert_eq!(&text[at..at + piece.len()], piece);
            }
        }
    }
}
