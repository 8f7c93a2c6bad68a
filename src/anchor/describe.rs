//! From a passage to its description.

use super::selector::{Description, Piece, Quote, Renderer, Target};
use crate::document::{Document, DocumentId, Timestamp};
use crate::text::{TextRange, boundary};
use memchr::memmem;
use unicode_segmentation::UnicodeSegmentation;

/// Code points of context on each side; more is taken, in steps of the same size, until prefix,
/// words and suffix together occur once.
const CONTEXT: usize = 64;

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
    let mut reach = CONTEXT;
    loop {
        let prefix = prefix(text, range.start().to_usize(), reach);
        let suffix = suffix(text, range.end().to_usize(), reach);
        let start = range.start().to_usize() - prefix.len();
        let end = range.end().to_usize() + suffix.len();
        let whole = text.get(start..end).unwrap_or_default();
        let is_all = start == 0 && end == text.len();
        if is_all || occurs_once(text, whole) {
            return Quote { exact, prefix: prefix.to_owned(), suffix: suffix.to_owned() };
        }
        reach += CONTEXT.max(reach / 2);
    }
}

fn occurs_once(text: &str, whole: &str) -> bool {
    // Overlapping occurrences count too, so the second search starts one byte after the first hit.
    let finder = memmem::Finder::new(whole.as_bytes());
    let bytes = text.as_bytes();
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
        assert!(occurs_once(&text, &format!("{}{}{}", quote.prefix, quote.exact, quote.suffix)));
    }
}
