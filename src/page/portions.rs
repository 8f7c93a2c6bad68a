//! What is set at once: a block, or a piece of a block that is too long for one frame.

use unicode_segmentation::GraphemeCursor;

use crate::document::{BlockKind, Document};
use crate::text::{TextRange, TextSize};

/// The heaviest block that is set at once: 4 ms.
const HEAVIEST: usize = 10 * 1024;

/// What a piece of a heavier block weighs about: 1.6 ms.
const PIECE: usize = 4 * 1024;

/// A block or a piece of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Portion {
    /// Which block of the document it belongs to.
    pub block: u32,
    /// Its bytes.
    pub range: TextRange,
}

/// The portions of `document`, in order.
///
/// The last line of a piece is short, so that only what would hold up a frame is cut, and at the
/// end of a sentence where there is one.
pub fn of(document: &Document) -> Vec<Portion> {
    let mut portions = Vec::with_capacity(document.blocks().len());
    for (block, index) in document.blocks().iter().zip(0_u32..) {
        let is_row = matches!(block.kind, BlockKind::TableRow { .. });
        let (mut start, end) = (block.range.start().to_usize(), block.range.end().to_usize());
        // No text weighs more than thrice its bytes.
        let is_long = !is_row && HEAVIEST / 3 < end - start;
        let is_heavy = is_long && HEAVIEST < weight_of(document.slice(block.range));
        let limit = |start: usize| if is_heavy { start + share(&document.text()[start..end]) } else { end };
        while limit(start) < end {
            let cut = start + cut(document.text(), start, limit(start));
            portions.push(Portion { block: index, range: TextRange::from_usize(start..cut) });
            start = cut;
        }
        portions.push(Portion { block: index, range: TextRange::from_usize(start..end) });
    }
    portions
}

/// How long `portion` takes to set: the bytes of English that take as long.
pub(super) fn weight(document: &Document, portion: Portion) -> usize {
    // A block as such takes a few microseconds.
    weight_of(document.slice(portion.range)) + 32
}

fn weight_of(text: &str) -> usize {
    text.bytes().map(tenths).sum::<usize>() / 10
}

/// The bytes of `text`'s beginning that make a piece.
fn share(text: &str) -> usize {
    let mut weight = 0;
    let mut fits = |byte: &u8| {
        weight += tenths(*byte);
        weight < PIECE * 10
    };
    text.as_bytes().iter().take_while(|&byte| fits(byte)).count()
}

/// The weight of a byte, in tenths: the first byte of a character says of which script it is, and
/// weighs for the bytes after it.
fn tenths(byte: u8) -> usize {
    match byte {
        0x00..=0x7f => 10,
        0x80..=0xbf => 0,
        // Latin with accents, Greek, Cyrillic.
        0xc0..=0xd5 => 14,
        // Hebrew, Arabic.
        0xd6..=0xdf => 38,
        // The scripts of India and South-East Asia, some of which are broken by dictionary.
        0xe0 | 0xe1 => 60,
        // Punctuation, Chinese, Japanese, Korean.
        0xe2..=0xef => 15,
        // Emoji and rare ideographs.
        0xf0..=0xff => 60,
    }
}

/// Where a text from `start` is best cut before `limit`, in bytes from `start`: after a line, a
/// sentence, a space, an ideograph, and at worst anywhere that cuts no character.
fn cut(text: &str, start: usize, limit: usize) -> usize {
    let limit = text.floor_char_boundary(limit);
    let from = text.floor_char_boundary(limit - (limit - start) / 4);
    let near = &text[from..limit];
    let after = |found: Option<(usize, char)>| found.map(|(at, c)| from + at + c.len_utf8() - start);
    let is_space = |c: char| c == ' ' || c == '\t' || c == '\n';
    let ends_sentence = |at: usize| near[..at].ends_with(['.', '!', '?', '؟', '…']);
    // The space belongs to the sentence before it.
    let sentence_end = || near.char_indices().rev().find(|&(at, c)| is_space(c) && ends_sentence(at));
    let ideograph = |&(_, c): &(usize, char)| ('\u{3001}'..'\u{a000}').contains(&c);
    let found = after(near.rfind('\n').map(|at| (at, '\n')))
        .or_else(|| after(sentence_end()))
        .or_else(|| after(near.char_indices().rev().find(|&(_, c)| is_space(c))))
        .or_else(|| after(near.char_indices().rev().find(ideograph)));
    match found {
        Some(at) if is_boundary(text, start + at) => at,
        _ => crate::text::boundary::snap(text, TextSize::from_usize(limit)).to_usize().max(from) - start,
    }
}

fn is_boundary(text: &str, at: usize) -> bool {
    GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) -> Vec<Portion> {
        let document = Document::plain(text);
        let portions = of(&document);
        let mut at = 0;
        for portion in &portions {
            let range = portion.range.to_usize();
            assert_eq!(range.start, at, "portions follow each other");
            assert!(is_boundary(text, range.start), "no character is cut");
            assert!(weight(&document, *portion) <= HEAVIEST + 32);
            at = range.end;
        }
        assert_eq!(at, text.len());
        portions
    }

    #[test]
    fn a_short_block_is_one_portion() {
        assert_eq!(check("The army denied it.").len(), 1);
    }

    #[test]
    fn a_giant_paragraph_is_cut_after_sentences() {
        let text = "The army denied that it had fired. ".repeat(2000);
        let text = text.trim_end();
        let portions = check(text);
        assert!(7 < portions.len());
        for portion in &portions[..portions.len() - 1] {
            assert!(portion.range.of(text).unwrap().ends_with("fired. "));
        }
    }

    #[test]
    fn a_text_without_spaces_is_cut_between_characters() {
        check(&"军方否认曾开火".repeat(3000));
        check(&"a\u{301}".repeat(20_000));
        check(&"x".repeat(50_000));
    }
}
