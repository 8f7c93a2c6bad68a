//! Plain text: the text is the file's, line for line, and blocks are found in it.

use crate::document::{Block, BlockKind, Builder, Document, Metadata, Reading, SourceMap};
use crate::text::TextRange;

/// A document of `text`, whose line ends are LF already.
///
/// Blocks are parted by blank lines; in a file without any, every line is a block.
pub(crate) fn from_text(text: String, reading: Reading, source_map: SourceMap) -> Document {
    let mut blocks = Vec::new();
    let mut at = 0;
    let mut open: Option<TextRange> = None;
    for line in text.split_inclusive('\n') {
        let body = line.trim_end_matches('\n');
        let range = TextRange::from_usize(at..at + body.len());
        at += line.len();
        if body.trim().is_empty() {
            blocks.extend(open.take().map(paragraph));
        } else {
            open = Some(open.map_or(range, |open| open.hull(range)));
        }
    }
    blocks.extend(open.map(paragraph));
    let mut builder = Builder::default();
    builder.adopt(text, blocks);
    builder.finish(Metadata::default(), reading, source_map)
}

fn paragraph(range: TextRange) -> Block {
    Block { kind: BlockKind::Paragraph, range, quote_depth: 0, list_depth: 0 }
}
