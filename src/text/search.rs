//! A folded view of a text for matching, with a map back to the text itself.
//!
//! Runs of white space become one space; quotes, dashes and ellipses their plain forms; soft
//! hyphens, zero-width characters and the hyphen and the end of a line within a word vanish; letters
//! are compared in composed form (NFC), ligatures and other forms of letters as the letters that they
//! are. Case is kept for placing and folded for searching.

use super::invisible::is_unseen;
use super::letters::is_form;
use super::words::joint;
use super::{TextRange, TextSize};
use memchr::memmem;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Whether upper and lower case differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// "Army" is not "army".
    Kept,
    /// "Army" is "army".
    Folded,
}

/// A text as matching sees it.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    text: String,
    /// What each piece of the folded text came from, rising in both.
    pieces: Vec<Piece>,
}

/// A piece of the folded text.
#[derive(Clone, Debug)]
struct Piece {
    /// Where it begins.
    at: TextSize,
    /// What it came from.
    source: TextRange,
    /// Whether each of its bytes came from one: it may be cut anywhere.
    is_plain: bool,
}

impl Folded {
    /// Folds `source`.
    pub fn of(source: &str, case: Case) -> Self {
        let mut folded = Self { text: String::with_capacity(source.len()), pieces: Vec::new() };
        let mut at = 0;
        while at < source.len() {
            // Most of most texts.
            let end = at + n_plain(source.as_bytes().get(at..).unwrap_or_default());
            at = if at < end {
                folded.push_plain(source, at..end, case);
                end
            } else {
                folded.push_next(source, at, case)
            };
        }
        folded
    }

    /// Folds the next letter, run of white space, or what vanishes; says where it ends.
    fn push_next(&mut self, source: &str, start: usize, case: Case) -> usize {
        let rest = source.get(start..).unwrap_or_default();
        let mut characters = rest.chars();
        let Some(first) = characters.next() else { return source.len() };
        let after = start + first.len_utf8();
        let end_of =
            |is_more: fn(char) -> bool| source.len() - characters.as_str().trim_start_matches(is_more).len();
        if first.is_whitespace() {
            let end = end_of(|next| next.is_whitespace() || is_unseen(next));
            self.push(" ", start..end);
            return end;
        }
        if let Some(length) = joint(source, start) {
            return start + length;
        }
        if is_unseen(first) {
            // A soft hyphen is one at the end of a line too.
            return after + joint(source, after).unwrap_or_default();
        }
        let end = end_of(unicode_normalization::char::is_combining_mark);
        self.push_letter(source.get(start..end).unwrap_or_default(), first, case, start..end);
        end
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Every place of the source where `needle`, folded in the same way, stands; they do not overlap.
    pub fn find_all(&self, needle: &str, case: Case) -> Vec<TextRange> {
        let needle = Self::of(needle, case).text;
        if needle.trim().is_empty() {
            return Vec::new();
        }
        memmem::find_iter(self.text.as_bytes(), needle.as_bytes())
            .filter_map(|at| self.to_source(at..at + needle.len()))
            .collect()
    }

    /// The source of a piece of the folded text; `None` where it is empty or cuts a folded letter.
    pub fn to_source(&self, folded: std::ops::Range<usize>) -> Option<TextRange> {
        if folded.is_empty() || self.text.len() < folded.end {
            return None;
        }
        let (start, end) = (TextSize::from_usize(folded.start), TextSize::from_usize(folded.end));
        let first = self.pieces.partition_point(|piece| piece.at <= start).checked_sub(1)?;
        let last = self.pieces.partition_point(|piece| piece.at < end).checked_sub(1)?;
        let ends_whole = self.pieces.get(last + 1).map_or(TextSize::of(&self.text), |next| next.at) == end;
        let (first, last) = (self.pieces.get(first)?, self.pieces.get(last)?);
        let start = first.to_source(start)?;
        let end = if ends_whole { last.source.end() } else { last.to_source(end)? };
        Some(TextRange::new(start, end))
    }

    fn push(&mut self, piece: &str, source: std::ops::Range<usize>) {
        let (at, source) = (TextSize::of(&self.text), TextRange::from_usize(source));
        self.pieces.push(Piece { at, source, is_plain: false });
        self.text.push_str(piece);
    }

    fn push_plain(&mut self, text: &str, range: std::ops::Range<usize>, case: Case) {
        let start = self.text.len();
        self.push(text.get(range.clone()).unwrap_or_default(), range);
        if let Some(piece) = self.pieces.last_mut() {
            piece.is_plain = true;
        }
        if case == Case::Folded
            && let Some(piece) = self.text.get_mut(start..)
        {
            piece.make_ascii_lowercase();
        }
    }

    fn push_letter(&mut self, letter: &str, first: char, case: Case, source: std::ops::Range<usize>) {
        if let Some(plain) = plain_form(first) {
            return self.push(plain, source);
        }
        self.push("", source);
        if is_form(first) {
            self.extend(letter.nfkc(), case);
        } else if is_nfc_quick(letter.chars()) == IsNormalized::Yes {
            self.extend(letter.chars(), case);
        } else {
            self.extend(letter.nfc(), case);
        }
    }

    fn extend(&mut self, letters: impl Iterator<Item = char>, case: Case) {
        match case {
            Case::Kept => self.text.extend(letters),
            Case::Folded => self.text.extend(letters.flat_map(char::to_lowercase)),
        }
    }
}

impl Piece {
    /// Where a place within it came from; `None` if that cuts a letter.
    fn to_source(&self, at: TextSize) -> Option<TextSize> {
        if at == self.at {
            return Some(self.source.start());
        }
        self.is_plain.then(|| self.source.start() + (at - self.at))
    }
}

/// How many bytes of ASCII come first that are themselves when folded, but for their case: nothing after the last one
/// joins it.
fn n_plain(bytes: &[u8]) -> usize {
    let next = |nth: usize| bytes.get(nth + 1).copied().unwrap_or_default();
    let is_plain = |(nth, &byte): (usize, &u8)| match byte {
        b' ' => next(nth).is_ascii() && !char::from(next(nth)).is_whitespace(),
        b'-' | b'`' => false,
        _ => byte.is_ascii() && next(nth).is_ascii() && !char::from(byte).is_whitespace(),
    };
    bytes.iter().enumerate().position(|at| !is_plain(at)).unwrap_or(bytes.len())
}

fn plain_form(character: char) -> Option<&'static str> {
    Some(match character {
        '\u{2018}'..='\u{201b}' | '\u{2032}' | '`' | '\u{b4}' => "'",
        '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' | '\u{2033}' => "\"",
        '\u{2010}'..='\u{2015}' | '\u{2212}' => "-",
        '\u{2026}' => "...",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::marks;
    use proptest::prelude::*;
    use std::ops::Range;

    fn check(needle: &str, marked: &str) {
        let (text, expected) = marks::parse(marked);
        let found = Folded::of(&text, Case::Folded).find_all(needle, Case::Folded);
        assert_eq!(marks::show(&text, &found), marks::show(&text, &expected));
    }

    #[test]
    fn quotes_dashes_spaces_and_case_are_folded() {
        check("\"Islamic State\" - they", "the <|“Islamic\n state” — they|> said");
        check("co-operate", "to <|co\u{2011}operate|> and <|Co-operate|>");
        check("denied", "de\u{ad}ny, <|de\u{ad}nied|>, <|de-\nnied|>, <|de\u{ad}\n nied|>, de- nied");
        check("1 200", "<|1\u{202f}200|>, <|1\u{a0}200|>");
    }

    #[test]
    fn composed_and_decomposed_letters_are_the_same() {
        check("café", "a <|cafe\u{301}|> and a <|café|>");
    }

    #[test]
    fn ligatures_and_forms_of_letters_are_the_letters() {
        check("office fire", "the <|oﬃce ﬁre|> and the <|office fire|>");
        check("سلام", "<|ﺳﻼﻡ|> <|سلام|>");
        check("351", "35¹ <|３５１|>");
    }

    /// Folds letter by letter, and normalises each of them.
    fn folded_slowly(source: &str, case: Case) -> (String, Vec<(usize, Range<usize>)>) {
        let (mut text, mut pieces, mut start) = (String::new(), Vec::new(), 0);
        while let Some(first) = source[start..].chars().next() {
            let after = start + first.len_utf8();
            let beyond = |is_more: &dyn Fn(char) -> bool| {
                source[after..]
                    .char_indices()
                    .find(|&(_, next)| !is_more(next))
                    .map_or(source.len(), |(at, _)| after + at)
            };
            let end = if first.is_whitespace() {
                let end = beyond(&|next| next.is_whitespace() || is_unseen(next));
                pieces.push((text.len(), start..end));
                text.push(' ');
                end
            } else if let Some(length) = joint(source, start) {
                start + length
            } else if is_unseen(first) {
                after + joint(source, after).unwrap_or_default()
            } else {
                let end = beyond(&unicode_normalization::char::is_combining_mark);
                pieces.push((text.len(), start..end));
                let letter = &source[start..end];
                let plain: String = match plain_form(first) {
                    Some(plain) => plain.to_owned(),
                    None if is_form(first) => letter.nfkc().collect(),
                    None => letter.nfc().collect(),
                };
                match case {
                    Case::Kept => text.push_str(&plain),
                    Case::Folded => text.extend(plain.chars().flat_map(char::to_lowercase)),
                }
                end
            };
            start = end;
        }
        (text, pieces)
    }

    /// Where whole pieces came from.
    fn source_slowly(
        pieces: &[(usize, Range<usize>)],
        length: usize,
        folded: Range<usize>,
    ) -> Option<TextRange> {
        let first = pieces.iter().position(|(at, _)| *at == folded.start)?;
        let ends = pieces.iter().skip(1).map(|(at, _)| *at).chain([length]);
        let last = ends.into_iter().position(|end| end == folded.end).filter(|last| first <= *last)?;
        Some(TextRange::from_usize(pieces[first].1.start..pieces[last].1.end))
    }

    proptest! {
        #[test]
        fn plain_text_is_folded_as_all_other(
            text in "(Army|b|-|`|\\.|\u{1}| |  |\n|\t|\u{b}|\u{a0}|\u{ad}|\u{200b}|\u{feff}|\u{301}|\u{345}|é|É|İ|ﬁ|ﷺ|“|—|…\
                |\u{2010}|Ж|й|人|한|ᄒ|ᅡ|\u{34f}|🕊|\u{fe0f}){0,24}",
            any in ".{0,12}",
        ) {
            for (text, case) in
                [(&text, Case::Kept), (&text, Case::Folded), (&any, Case::Kept), (&any, Case::Folded)]
            {
                let folded = Folded::of(text, case);
                let (expected, pieces) = folded_slowly(text, case);
                prop_assert_eq!(folded.text(), &expected);
                for start in 0..expected.len() + 2 {
                    for end in 0..expected.len() + 2 {
                        let source = source_slowly(&pieces, expected.len(), start..end);
                        prop_assert_eq!(folded.to_source(start..end), source, "{}..{} of {:?}", start, end, text);
                    }
                }
            }
        }
    }

    #[test]
    fn half_of_a_folded_sign_is_no_hit() {
        check("..", "wait…");
        check("", "anything");
    }
}
