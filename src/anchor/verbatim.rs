//! The words of a quote where the alignment leads: letter for letter, or with other spaces and hyphens.

use crate::text::TextRange;
use crate::text::search::{Case, Folded};
use memchr::memmem;

/// Shorter words are no evidence without their spaces, in characters.
const LEAST: usize = 8;

/// Where `words` stand in `window` of `text`, up to folding. They may overlap.
pub(super) fn copies(text: &str, window: TextRange, words: &str) -> Vec<TextRange> {
    let (folded, words) = (folded(text, window), super::seeds::fold(words));
    if words.trim().is_empty() {
        return Vec::new();
    }
    let found = all(folded.text(), &words).filter_map(|at| folded.to_source(at..at + words.len()));
    found.map(|range| in_text(window, range)).collect()
}

/// Where `words` stand in `window` of `text` if neither white space nor hyphens count: lines may have been
/// broken, and words glued.
pub(super) fn solid_copies(text: &str, window: TextRange, words: &str) -> Vec<TextRange> {
    let folded = folded(text, window);
    let (solid, ends) = solid(folded.text());
    let quoted = super::seeds::fold(words);
    let (words, n) = {
        let (words, ends) = self::solid(&quoted);
        (words, ends.len())
    };
    if n < LEAST {
        return Vec::new();
    }
    let source = |at: usize| {
        let end = at + words.len();
        let first = ends.partition_point(|&(offset, _)| offset < at);
        let last = ends.partition_point(|&(offset, _)| offset < end).checked_sub(1)?;
        let (start, end) = (ends.get(first)?.1.start, ends.get(last)?.1.end);
        // A dash that the words begin or end with is theirs where it still stands there.
        let before = folded.text().get(..start)?.trim_end();
        let after = folded.text().get(end..)?.trim_start();
        let start = if quoted.starts_with('-') && before.ends_with('-') { before.len() - 1 } else { start };
        let behind = folded.text().len() - after.len();
        let end = if quoted.ends_with('-') && after.starts_with('-') { behind + 1 } else { end };
        folded.to_source(start..end)
    };
    all(&solid, &words).filter_map(source).map(|range| in_text(window, range)).collect()
}

fn folded(text: &str, window: TextRange) -> Folded {
    Folded::of(window.of(text).unwrap_or_default(), Case::Kept)
}

fn in_text(window: TextRange, range: TextRange) -> TextRange {
    range.shifted(window.start())
}

fn all<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = usize> {
    let finder = memmem::Finder::new(words.as_bytes());
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + finder.find(text.as_bytes().get(from..)?)?;
        from = at + 1;
        Some(at)
    })
}

/// The characters that count, each with its offset here and its range there.
fn solid(text: &str) -> (String, Vec<(usize, std::ops::Range<usize>)>) {
    let (mut solid, mut ends) = (String::new(), Vec::new());
    for (at, character) in text.char_indices() {
        if !character.is_whitespace() && character != '-' {
            ends.push((solid.len(), at..at + character.len_utf8()));
            solid.push(character);
        }
    }
    (solid, ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words<'a>(text: &'a str, found: &[TextRange]) -> Vec<&'a str> {
        found.iter().map(|range| range.of(text).unwrap()).collect()
    }

    #[test]
    fn copies_are_found_amid_words_and_overlapping() {
        let text = "to the stange.Dalvík, Iceland and ha ha ha";
        let all = TextRange::all(text);
        assert_eq!(words(text, &copies(text, all, "Dalvík, Iceland")), ["Dalvík, Iceland"]);
        assert_eq!(copies(text, all, "ha ha").len(), 2);
        assert!(copies(text, all, " ").is_empty());
    }

    #[test]
    fn broken_lines_and_lost_spaces_do_not_matter() {
        let text = "that the har-\nbour wallwould be";
        let all = TextRange::all(text);
        assert_eq!(words(text, &solid_copies(text, all, "harbour wall would")), ["har-\nbour wallwould"]);
        assert!(solid_copies(text, all, "the har").is_empty(), "too short");
        let said = "said.\n— We havemany here — now";
        let found = |quote: &str| solid_copies(said, TextRange::all(said), quote);
        assert_eq!(words(said, &found("— We have many here —")), ["— We havemany here —"]);
        assert_eq!(words(said, &found("We have many here")), ["We havemany here"]);
    }
}
