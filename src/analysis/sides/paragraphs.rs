//! The paragraphs of a text, as two versions are laid beside each other.

use crate::text::{TextRange, boundary};
use std::ops::Range;

/// Lines from this many bytes on are paragraphs, even where no empty line parts them.
const LONG_LINE: usize = 120;
/// Longer paragraphs are cut at sentences: a side shows no more at once, in bytes.
pub(super) const LONGEST: usize = 3000;

/// The paragraphs of a text: parted by empty lines, and long lines each for itself. What is longer than
/// can be shown at once is cut at sentences.
pub(super) fn paragraphs_of(text: &str) -> Vec<TextRange> {
    let mut found: Vec<TextRange> = Vec::new();
    let (mut start, mut before) = (0, 0);
    for line in text.split_inclusive('\n') {
        let range = TextRange::from_usize(start..start + line.len());
        start += line.len();
        let n_bytes = line.trim().len();
        match found.last_mut() {
            _ if n_bytes == 0 => {}
            Some(last) if 0 < before && before < LONG_LINE && n_bytes < LONG_LINE => *last = last.hull(range),
            _ => found.push(range),
        }
        before = n_bytes;
    }
    found.into_iter().flat_map(|paragraph| cut(text, paragraph)).collect()
}

fn cut(text: &str, paragraph: TextRange) -> Vec<TextRange> {
    if paragraph.len().to_usize() <= LONGEST {
        return vec![paragraph];
    }
    let mut pieces: Vec<TextRange> = Vec::new();
    let sentences = boundary::sentences(text, paragraph);
    for sentence in sentences.into_iter().flat_map(|sentence| at_spaces(text, sentence)) {
        match pieces.last_mut() {
            Some(last) if last.hull(sentence).len().to_usize() <= LONGEST => *last = last.hull(sentence),
            _ => pieces.push(sentence),
        }
    }
    pieces
}

/// A sentence without an end is cut where a space is, or where it must be.
fn at_spaces(text: &str, sentence: TextRange) -> Vec<TextRange> {
    let mut pieces = Vec::new();
    let Range { mut start, end } = sentence.to_usize();
    while LONGEST < end - start {
        let most = text.floor_char_boundary(start + LONGEST);
        let space = text.get(start..most).and_then(|piece| piece.rfind(char::is_whitespace));
        let cut = space.filter(|&space| 0 < space).map_or(most, |space| start + space);
        pieces.push(TextRange::from_usize(start..cut));
        start = cut;
    }
    pieces.push(TextRange::from_usize(start..end));
    pieces
}
