//! From a passage to its description.

use super::selector::{Description, Piece, Quote, Renderer, Target};
use crate::document::{Document, DocumentId, Timestamp};
use crate::text::{TextRange, boundary};
use memchr::memmem;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Code points of context on each side; more is taken, in steps of the same size, until prefix,
/// words and suffix together occur once.
const CONTEXT: usize = 64;
/// Bytes that are looked for at once; `memchr` has its fastest search for up to 32.
const CORE: usize = 24;
/// Bytes that are compared at most where those stand.
const COMPARED: usize = 32 * 1024 * 1024;

/// Describes `ranges` of `document` so that [`place`](super::place()) finds them again.
///
/// `source` is the document's lasting id, `read_at` when its text was read.
pub fn describe(document: &Document, source: DocumentId, ranges: &[TextRange], read_at: Timestamp) -> Target {
    let describe_one = |&range: &TextRange| Piece {
        descriptions: vec![Description {
            quote: Some(quote(document.text(), range)),
            position: Some(document.code_points(range)),
            digest: Some(document.digest()),
            read_at: Some(read_at),
            renderer: Some(Renderer::of(document.reading())),
        }],
    };
    Target { source, pieces: ranges.iter().map(describe_one).collect() }
}

/// The words of `range` with as much context as makes them unique.
pub(super) fn quote(text: &str, range: TextRange) -> Quote {
    let exact = range.of(text).unwrap_or_default().to_owned();
    let mut others = Others::of(text, range.start().to_usize());
    let mut reach = CONTEXT;
    loop {
        let prefix = prefix(text, range.start().to_usize(), reach);
        let suffix = suffix(text, range.end().to_usize(), reach);
        let start = range.start().to_usize() - prefix.len();
        let end = range.end().to_usize() + suffix.len();
        let is_all = start == 0 && end == text.len();
        if is_all || !others.has(start..end) {
            return Quote { exact, prefix: prefix.to_owned(), suffix: suffix.to_owned() };
        }
        reach += CONTEXT.max(reach / 2);
    }
}

/// Looks for a second place of a growing piece of the text, in one pass: where a shorter piece does not
/// stand, a longer one does not either.
///
/// A few bytes of it are looked for, since the search for long needles is slower by an order of
/// magnitude, and the rest is compared where they stand.
struct Others<'a> {
    bytes: &'a [u8],
    core: Range<usize>,
    finder: memmem::Finder<'a>,
    /// All before it was looked at.
    at: usize,
    /// Bytes that may still be compared before the search with a linear bound takes over.
    budget: usize,
}

impl<'a> Others<'a> {
    /// Of pieces that hold the bytes around `start`.
    fn of(text: &'a str, start: usize) -> Self {
        let bytes = text.as_bytes();
        let end = (start + CORE).min(bytes.len());
        let core = end.saturating_sub(CORE).min(start)..end;
        Self { bytes, finder: memmem::Finder::new(&bytes[core.clone()]), core, at: 0, budget: COMPARED }
    }

    /// Whether `piece` stands somewhere else, too. Each piece must hold the one before.
    fn has(&mut self, piece: Range<usize>) -> bool {
        let Some(whole) = self.bytes.get(piece.clone()) else { return false };
        // At the end of a text the core may begin before the piece does.
        let Some(before) = self.core.start.checked_sub(piece.start).filter(|_| self.core.end <= piece.end)
        else {
            return !occurs_once(self.bytes, whole);
        };
        while let Some(found) = self.finder.find(&self.bytes[self.at..]) {
            let hit = self.at + found;
            if self.budget < whole.len() {
                return !occurs_once(self.bytes, whole);
            }
            if hit != self.core.start
                && let Some(start) = hit.checked_sub(before)
            {
                self.budget -= whole.len();
                if self.bytes.get(start..start + whole.len()) == Some(whole) {
                    // It is looked at again with the next piece.
                    self.at = hit;
                    return true;
                }
            }
            self.at = hit + 1;
        }
        self.at = self.bytes.len();
        false
    }
}

fn occurs_once(bytes: &[u8], whole: &[u8]) -> bool {
    // Overlapping occurrences count too, so the second search starts one byte after the first hit.
    let finder = memmem::Finder::new(whole);
    finder.find(bytes).is_none_or(|first| finder.find(&bytes[first + 1..]).is_none())
}

/// Up to `reach` code points before `at`; a word cut at the outer edge goes, the space before it stays.
fn prefix(text: &str, at: usize, reach: usize) -> &str {
    let start = text[..at].char_indices().rev().nth(reach - 1).map_or(0, |(start, _)| start);
    if start == 0 {
        return &text[..at];
    }
    let word = boundary::word_at(text, crate::text::TextSize::from_usize(start));
    let cuts = word.start().to_usize() < start && word.end().to_usize() <= at && is_word(text, word);
    &text[if cuts { word.end().to_usize() } else { start }..at]
}

/// Up to `reach` code points after `at`, likewise.
fn suffix(text: &str, at: usize, reach: usize) -> &str {
    let end = text[at..].char_indices().nth(reach).map_or(text.len(), |(end, _)| at + end);
    if end == text.len() {
        return &text[at..];
    }
    let last = text[at..end].split_word_bound_indices().next_back().map_or(end, |(start, _)| at + start);
    let word = boundary::word_at(text, crate::text::TextSize::from_usize(last));
    let cuts = end < word.end().to_usize() && at < word.start().to_usize() && is_word(text, word);
    &text[at..if cuts { word.start().to_usize() } else { end }]
}

fn is_word(text: &str, range: TextRange) -> bool {
    range.of(text).is_some_and(|word| word.chars().any(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn contexts_are_those_of_the_format() {
        let text = "Shells hit a market 🕊\n\nOn Monday shells fell on the market of the lower town. A monitoring group said that the army had fired them from the ridge.\n\n“More than 35 people were killed,” the group said, citing a hospital. The army denied, in a statement on Tuesday, that it had fired on the town. No week of this war has been more shameful.\n";
        let at = text.find("the army had").unwrap();
        let quote =
            quote(text, TextRange::from_usize(at..at + "the army had fired them from the ridge".len()));
        assert_eq!(quote.prefix, " on the market of the lower town. A monitoring group said that ");
        assert_eq!(quote.suffix, ".\n\n“More than 35 people were killed,” the group said, citing a ");
    }

    #[test]
    fn context_grows_until_the_place_is_unique() {
        let text = "he said. ".repeat(50);
        let quote = quote(&text, TextRange::from_usize(90..97));
        let whole = format!("{}{}{}", quote.prefix, quote.exact, quote.suffix);
        assert!(occurs_once(text.as_bytes(), whole.as_bytes()));
    }

    proptest! {
        #[test]
        fn the_context_is_the_least_that_is_unique(text in "(ab ?|c){1,220}", a in 0..400_usize, b in 0..400_usize) {
            let range = TextRange::from_usize(a.min(b).min(text.len())..a.max(b).min(text.len()));
            prop_assume!(!range.is_empty());
            let found = quote(&text, range);
            let whole = [found.prefix.as_str(), &found.exact, &found.suffix].concat();
            prop_assert!(occurs_once(text.as_bytes(), whole.as_bytes()));
            // With the next smaller context it would not be.
            let mut reach = CONTEXT;
            let at = |reach| (prefix(&text, range.start().to_usize(), reach), suffix(&text, range.end().to_usize(), reach));
            while at(reach) != (found.prefix.as_str(), found.suffix.as_str()) {
                let (prefix, suffix) = at(reach);
                let smaller = [prefix, &found.exact, suffix].concat();
                prop_assert!(!occurs_once(text.as_bytes(), smaller.as_bytes()));
                reach += CONTEXT.max(reach / 2);
            }
        }
    }
}
