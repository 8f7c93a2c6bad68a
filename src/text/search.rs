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
use unicode_normalization::UnicodeNormalization;

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
    /// Rising pairs of (offset in the folded text, range in the source): what each piece came from.
    pieces: Vec<(TextSize, TextRange)>,
}

impl Folded {
    /// Folds `source`.
    pub fn of(source: &str, case: Case) -> Self {
        let mut folded = Self { text: String::with_capacity(source.len()), pieces: Vec::new() };
        let mut characters = source.char_indices().peekable();
        while let Some((start, first)) = characters.next() {
            let mut end = start + first.len_utf8();
            if first.is_whitespace() {
                while let Some(&(at, next)) = characters.peek()
                    && (next.is_whitespace() || is_unseen(next))
                {
                    end = at + next.len_utf8();
                    characters.next();
                }
                folded.push(" ", start..end);
            } else if let Some(length) = joint(source, start) {
                while characters.next_if(|&(at, _)| at < start + length).is_some() {}
            } else if is_unseen(first) {
                // A soft hyphen is one at the end of a line too.
                let end = start + first.len_utf8();
                let length = joint(source, end).unwrap_or_default();
                while characters.next_if(|&(at, _)| at < end + length).is_some() {}
            } else {
                while let Some(&(at, next)) = characters.peek()
                    && unicode_normalization::char::is_combining_mark(next)
                {
                    end = at + next.len_utf8();
                    characters.next();
                }
                let letter = source.get(start..end).unwrap_or_default();
                folded.push_letter(letter, first, case, start..end);
            }
        }
        folded
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
        if folded.is_empty() {
            return None;
        }
        let start = TextSize::from_usize(folded.start);
        let first = self.pieces.get(self.pieces.binary_search_by_key(&start, |&(at, _)| at).ok()?)?;
        let end = TextSize::from_usize(folded.end);
        let after = self.pieces.partition_point(|&(at, _)| at < end);
        let ends_whole = self.pieces.get(after).map_or(TextSize::of(&self.text), |&(at, _)| at) == end;
        let last = self.pieces.get(after.checked_sub(1)?)?;
        ends_whole.then(|| first.1.hull(last.1))
    }

    fn push(&mut self, piece: &str, source: std::ops::Range<usize>) {
        self.pieces.push((TextSize::of(&self.text), TextRange::from_usize(source)));
        self.text.push_str(piece);
    }

    fn push_letter(&mut self, letter: &str, first: char, case: Case, source: std::ops::Range<usize>) {
        if let Some(plain) = plain_form(first) {
            return self.push(plain, source);
        }
        let at = TextSize::of(&self.text);
        let plain: Box<dyn Iterator<Item = char>> =
            if is_form(first) { Box::new(letter.nfkc()) } else { Box::new(letter.nfc()) };
        match case {
            Case::Kept => self.text.extend(plain),
            Case::Folded => self.text.extend(plain.flat_map(char::to_lowercase)),
        }
        self.pieces.push((at, TextRange::from_usize(source)));
    }
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

    #[test]
    fn half_of_a_folded_sign_is_no_hit() {
        check("..", "wait…");
        check("", "anything");
    }
}
