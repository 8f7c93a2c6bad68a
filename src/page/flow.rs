//! A block's text as it runs: which of its line feeds count, and which way it is read.

use crate::document::{Block, BlockKind, Document, Importer};
use crate::text::TextRange;

/// More bytes than a line has that was filled by hand.
const LONGEST_HEAD: usize = 120 * 4;

/// The text of `range` as it is set: of the same bytes, but what would disturb the lines is a space.
pub(super) fn flowing(document: &Document, block: &Block, range: TextRange) -> String {
    let text = document.slice(range);
    let flows = flows(document, block);
    text.chars()
        .map(|c| match c {
            '\n' if flows => ' ',
            '\t' | '\r' | '\u{b}' | '\u{c}' | '\u{0}' => ' ',
            _ => c,
        })
        .collect()
}

/// Whether the line feeds of `block` were only put there to fit a terminal: in a text file whose
/// lines are filled, so that the next line's first word would not have fitted.
pub(super) fn flows(document: &Document, block: &Block) -> bool {
    if document.reading().importer != Importer::Plain || block.kind != BlockKind::Paragraph {
        return false;
    }
    // A line that no one wraps; and a block may be one line of megabytes.
    let bytes = document.slice(block.range).as_bytes();
    if bytes.get(..LONGEST_HEAD).is_some_and(|head| memchr::memchr(b'\n', head).is_none()) {
        return false;
    }
    let lines = || document.slice(block.range).lines().take(200).map(|line| line.chars().count());
    let longest = lines().max().unwrap_or(0);
    let first_words = document.slice(block.range).lines().skip(1).take(200);
    let first_words =
        first_words.map(|line| line.split_whitespace().next().unwrap_or_default().chars().count());
    let is_filled = |(line, word): (usize, usize)| longest < line + 1 + word + 4;
    (45..=120).contains(&longest) && lines().zip(first_words).all(is_filled)
}

/// Whether `text` runs from right to left: its first letter or mark of direction decides, but none in
/// an isolate (UAX #9, P2 and P3).
pub(super) fn is_right_to_left(text: &str) -> bool {
    let mut depth = 0_usize;
    let decides = |&c: &char| {
        match c {
            '\u{2066}'..='\u{2068}' => depth += 1,
            '\u{2069}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && (c.is_alphabetic() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}'))
    };
    let strong = text.chars().find(decides).map_or(0, u32::from);
    matches!(
        strong,
        0x590..=0x8ff | 0x200f | 0xfb1d..=0xfdff | 0xfe70..=0xfefe | 0x10800..=0x10fff | 0x1e800..=0x1efff
    )
}

/// How much of an article is looked at to see where its lines begin, in blocks.
const LOOKED_AT: usize = 200;

/// Whether more of the words at the beginning of an article stand in paragraphs from right to left than
/// in others: on which side numbers and notes belong.
pub fn runs_leftwards(document: &Document) -> bool {
    let (mut leftwards, mut rightwards) = (0, 0);
    for block in document.blocks().iter().take(LOOKED_AT) {
        let words = document.slice(block.range);
        *(if is_right_to_left(words) { &mut leftwards } else { &mut rightwards }) += words.len();
    }
    rightwards < leftwards
}
