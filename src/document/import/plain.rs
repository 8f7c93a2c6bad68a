//! Plain text: the text is the file's, line for line, without the signs before quoted lines; blocks are found
//! in it.

use super::plain_lines::{Group, Line, groups_of, is_longer};
use super::plain_quotes::Unquoted;
use super::{ImportWarning, plain_mail, plain_quotes, plain_wrapped};
use crate::document::{Block, BlockKind, Builder, Document, Reading, SourceMap, Warned};
use crate::text::{TextRange, TextSize};

/// The longest first line that is taken for a headline, in characters.
const HEADLINE: usize = 200;

/// The longest line that is taken for a caption, in characters.
const CAPTION: usize = 400;

/// The most blocks that are made of one text; the rest is one block.
const MAX_BLOCKS: usize = 1_000_000;

/// A document of `text`, whose line ends are LF already: a reading text, not the text of a file, which may
/// have signs before its lines.
///
/// Blocks are parted by blank lines and the ends of pages. Lines that were wrapped by hand are one block;
/// others are where a blank line stands anywhere in the text, and else every line is a block.
pub(crate) fn from_text(text: String, reading: Reading, source_map: SourceMap) -> Document {
    document(Unquoted { text, source_map, depths: Vec::new() }, reading)
}

/// What the text of a file says, with a word about a text of which not all paragraphs became blocks.
pub(super) fn read(text: String, reading: Reading, source_map: SourceMap) -> Warned<Document, ImportWarning> {
    let document = document(plain_quotes::taken_off(text, source_map), reading);
    let last = document.blocks().get(MAX_BLOCKS - 1);
    let warnings = last
        .filter(|last| document.slice(last.range).contains("\n\n"))
        .map(|_| ImportWarning::OneBlock { is_page: false });
    Warned { value: document, warnings: warnings.into_iter().collect() }
}

fn document(unquoted: Unquoted, reading: Reading) -> Document {
    let groups = groups_of(&unquoted.text, &unquoted.depths, MAX_BLOCKS);
    let blocks = blocks_of(&unquoted.text, &groups);
    let metadata = groups.first().map(|first| plain_mail::metadata(&unquoted.text, &first.lines));
    let mut builder = Builder::default();
    builder.adopt(unquoted.text, blocks);
    builder.finish(metadata.unwrap_or_default(), reading, unquoted.source_map)
}

/// The blocks of a text in which no line is quoted, as a document of it has them.
pub(super) fn blocks_as_they_stand(text: &str) -> Vec<Block> {
    blocks_of(text, &groups_of(text, &[], MAX_BLOCKS))
}

fn blocks_of(text: &str, groups: &[Group]) -> Vec<Block> {
    // No line is blank, but perhaps at the ends, so nothing says that lines belong together.
    let apart = !groups.iter().skip(1).any(|group| group.is_after_blank);
    let mut blocks = Vec::new();
    for (n, group) in groups.iter().enumerate() {
        if n == 0 && !apart && is_headline(text, &group.lines) {
            let heading = |line: &Line| block(BlockKind::Heading { level: 1 }, line);
            blocks.extend(group.lines.iter().map(heading));
        } else {
            let is_head = n == 0 && plain_mail::is_head(text, &group.lines);
            add_group(text, &group.lines, apart || is_head, &mut blocks);
        }
        if MAX_BLOCKS <= blocks.len() {
            break;
        }
    }
    if MAX_BLOCKS <= blocks.len() {
        blocks.truncate(MAX_BLOCKS);
        if let Some(last) = blocks.last_mut() {
            last.range = TextRange::new(last.range.start(), TextSize::of(text.trim_end()));
        }
    }
    blocks
}

/// Makes blocks of lines that no blank line parts; `apart`: each of its own, if they are not wrapped.
fn add_group(text: &str, lines: &[Line], apart: bool, blocks: &mut Vec<Block>) {
    let begins = plain_wrapped::paragraphs(text, lines);
    let is_long = |line: &Line| is_longer(line.range.of(text).unwrap_or_default(), plain_wrapped::WIDEST);
    let unwrapped = begins.is_none() && (apart || lines.iter().any(is_long));
    let mut joins = false;
    for (n, line) in lines.iter().enumerate() {
        if MAX_BLOCKS <= blocks.len() {
            return;
        }
        if is_caption(line.range.of(text).unwrap_or_default()) {
            blocks.push(block(BlockKind::Caption, line));
            joins = false;
        } else {
            joins &= !begins.as_ref().and_then(|begins| begins.get(n)).copied().unwrap_or_default();
            match blocks.last_mut() {
                Some(open) if joins => open.range = open.range.hull(line.range),
                _ => blocks.push(block(BlockKind::Paragraph, line)),
            }
            joins = !unwrapped;
        }
    }
}

fn block(kind: BlockKind, line: &Line) -> Block {
    let (range, quote_depth) = (line.range, line.depth);
    Block { kind, range, quote_depth, list_depth: 0, role: None, label: None }
}

/// A single short line that ends like no sentence. The question "…?" and the cry "…!" are headlines.
fn is_headline(text: &str, lines: &[Line]) -> bool {
    let [line] = lines else { return false };
    if 0 < line.depth {
        return false;
    }
    let line = line.range.of(text).unwrap_or_default();
    let ends_open = !line.ends_with(['.', ',', ';', ':', '…', '。', '،', '؛', '۔', '।', '-', '–', '—']);
    ends_open && !is_longer(line, HEADLINE) && line.chars().any(char::is_alphabetic) && !is_caption(line)
}

/// The words that open a picture's credit, before a colon or "by".
const CREDITS: &[&str] = &[
    "bild",
    "caption",
    "credit",
    "foto",
    "image",
    "image credit",
    "photo",
    "photo caption",
    "photo credit",
    "photograph",
    "picture",
    "source photo",
    "изображение",
    "иллюстрация",
    "світлина",
    "снимок",
    "фото",
    "фотография",
    "фотографія",
    "صورة",
    "الصورة",
    "تصوير",
    "תמונה",
    "צילום",
];

/// Whether a line says what a picture shows or who took it.
fn is_caption(line: &str) -> bool {
    let line = line.trim_start();
    if is_longer(line, CAPTION) {
        return false;
    }
    if line.starts_with('©') || line.starts_with("(c) ") || line.starts_with("(C) ") {
        return true;
    }
    let end = line.char_indices().nth(40).map_or(line.len(), |(at, _)| at);
    let head = line.get(..end).unwrap_or_default();
    let says_by = || head.as_bytes().windows(4).any(|four| four.eq_ignore_ascii_case(b" by "));
    if !head.contains([':', '/', '©']) && !says_by() {
        return false;
    }
    let lower: String = head.chars().flat_map(char::to_lowercase).collect();
    let before = |mark: &str| lower.split_once(mark).map(|(head, _)| head.trim());
    [before(":"), before(" by "), before(" ©"), before("/")]
        .into_iter()
        .flatten()
        .any(|head| CREDITS.contains(&head))
}

#[cfg(test)]
mod tests;
