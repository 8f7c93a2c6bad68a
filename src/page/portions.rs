//! What is set at once: a block, or a piece of a block that is too long for one frame.

use unicode_segmentation::GraphemeCursor;

use crate::document::{BlockKind, Document};
use crate::text::{TextRange, TextSize};

/// The most bytes that are set at once: 8 KB lay out in under 4 ms, a megabyte in half a second.
const LONGEST: usize = 8 * 1024;

/// How far before the longest a good place to cut is looked for.
const REACH: usize = 2 * 1024;

/// A block or a piece of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Portion {
    /// Which block of the document it belongs to.
    pub block: u32,
    /// Its bytes.
    pub range: TextRange,
}

/// The portions of `document`, in order.
pub fn of(document: &Document) -> Vec<Portion> {
    let mut portions = Vec::with_capacity(document.blocks().len());
    for (block, index) in document.blocks().iter().zip(0_u32..) {
        let is_row = matches!(block.kind, BlockKind::TableRow { .. });
        let (mut start, end) = (block.range.start().to_usize(), block.range.end().to_usize());
        while !is_row && LONGEST + REACH < end - start {
            let cut = start + cut(document.text(), start, start + LONGEST);
            portions.push(Portion { block: index, range: TextRange::from_usize(start..cut) });
            start = cut;
        }
        portions.push(Portion { block: index, range: TextRange::from_usize(start..end) });
    }
    portions
}

/// Where a text from `start` is best cut before `limit`, in bytes from `start`: after a line, a
/// sentence, a space, an ideograph, and at worst anywhere that cuts no character.
fn cut(text: &str, start: usize, limit: usize) -> usize {
    let limit = text.floor_char_boundary(limit);
    let from = text.floor_char_boundary(limit - REACH);
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
            assert!(range.len() <= LONGEST + REACH);
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
