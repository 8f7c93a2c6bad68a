//! Plain text: the text is the file's, line for line, and blocks are found in it.

use super::ImportWarning;
use crate::document::{Block, BlockKind, Builder, Document, Metadata, Reading, SourceMap, Warned};
use crate::text::{TextRange, TextSize};

/// The longest first line that is taken for a headline, in characters.
const HEADLINE: usize = 200;

/// The longest line that is taken for a caption, in characters.
const CAPTION: usize = 400;

/// No one wraps lines by hand this wide, in characters: a longer line is a paragraph by itself.
const WRAPPED: usize = 160;

/// The most blocks that are made of one text; the rest is one block.
const MAX_BLOCKS: usize = 1_000_000;

/// A document of `text`, whose line ends are LF already.
///
/// Blocks are parted by blank lines; in a file without any, every line is a block.
pub(crate) fn from_text(text: String, reading: Reading, source_map: SourceMap) -> Document {
    let blocks = blocks_of(&text);
    let mut builder = Builder::default();
    builder.adopt(text, blocks);
    builder.finish(Metadata::default(), reading, source_map)
}

/// The same, with a word about a text of which not all paragraphs became blocks.
pub(super) fn read(text: String, reading: Reading, source_map: SourceMap) -> Warned<Document, ImportWarning> {
    let document = from_text(text, reading, source_map);
    let last = document.blocks().get(MAX_BLOCKS - 1);
    let warnings = last
        .filter(|last| document.slice(last.range).contains("\n\n"))
        .map(|_| ImportWarning::OneBlock { is_page: false });
    Warned { value: document, warnings: warnings.into_iter().collect() }
}

fn blocks_of(text: &str) -> Vec<Block> {
    let groups = groups_of(text);
    // One group: no line is blank, but perhaps at the ends, so nothing says that lines belong together.
    let apart = groups.len() == 1;
    let mut blocks = Vec::new();
    for (n, lines) in groups.iter().enumerate() {
        if n == 0 && !apart && is_headline(text, lines) {
            blocks.extend(lines.iter().map(|&line| block(BlockKind::Heading { level: 1 }, line)));
        } else {
            add_group(text, lines, apart, &mut blocks);
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

/// The lines that hold something, without the space at their ends, parted where lines are blank.
fn groups_of(text: &str) -> Vec<Vec<TextRange>> {
    let mut groups: Vec<Vec<TextRange>> = Vec::new();
    let mut at = 0;
    let mut blank = true;
    for line in text.split_inclusive('\n') {
        let range = TextRange::from_usize(at..at + line.trim_end().len());
        at += line.len();
        let has_room = groups.len() <= MAX_BLOCKS;
        match groups.last_mut() {
            _ if range.is_empty() => blank = true,
            Some(group) if !blank => group.push(range),
            // Each group gives a block at least, so more of them are not needed.
            _ if !has_room => break,
            _ => {
                groups.push(vec![range]);
                blank = false;
            }
        }
    }
    groups
}

/// Makes blocks of lines that no blank line parts.
fn add_group(text: &str, lines: &[TextRange], apart: bool, blocks: &mut Vec<Block>) {
    let unwrapped = apart || lines.iter().any(|line| is_longer(line.of(text).unwrap_or_default(), WRAPPED));
    let mut joins = false;
    for &line in lines {
        if MAX_BLOCKS <= blocks.len() {
            return;
        }
        if is_caption(line.of(text).unwrap_or_default()) {
            blocks.push(block(BlockKind::Caption, line));
            joins = false;
        } else {
            match blocks.last_mut() {
                Some(open) if joins => open.range = open.range.hull(line),
                _ => blocks.push(block(BlockKind::Paragraph, line)),
            }
            joins = !unwrapped;
        }
    }
}

fn block(kind: BlockKind, range: TextRange) -> Block {
    Block { kind, range, quote_depth: 0, list_depth: 0, role: None, label: None }
}

/// A single short line that ends like no sentence. The question "…?" and the cry "…!" are headlines.
fn is_headline(text: &str, lines: &[TextRange]) -> bool {
    let [line] = lines else { return false };
    let line = line.of(text).unwrap_or_default();
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

fn is_longer(line: &str, limit: usize) -> bool {
    line.chars().nth(limit).is_some()
}

#[cfg(test)]
mod tests {
    use crate::document::import::tests::check_text;
    use crate::document::{Document, import};
    use expect_test::expect;

    #[test]
    fn blank_lines_part_paragraphs() {
        check_text(
            "Shelling of the market: who fired?\n\nOn Monday shells fell.  \nThirty died.\n \nThe army denied it.\n",
            expect![[r#"
                heading1 | Shelling of the market: who fired?
                paragraph | On Monday shells fell.  ⏎Thirty died.
                paragraph | The army denied it.
            "#]],
        );
    }

    #[test]
    fn without_blank_lines_every_line_is_a_block() {
        check_text(
            "\nFirst line\nSecond line.\n",
            expect![[r#"
                paragraph | First line
                paragraph | Second line.
            "#]],
        );
    }

    #[test]
    fn a_first_line_that_is_a_sentence_is_no_headline() {
        for first in ["Shells fell.", "2026", "© An agency", "He said:", "Two\nlines"] {
            let document = Document::plain(&format!("{first}\n\nMore."));
            assert_ne!(document.blocks()[0].kind.name(), "heading", "{first}");
        }
        assert_eq!(Document::plain("Only a title").blocks()[0].kind.name(), "paragraph");
    }

    #[test]
    fn credits_of_pictures_are_captions() {
        check_text(
            "A market\n\nWords.\n\n© An agency, FileРынок after the raid\nMore words.\n\nPhoto: A. Name\n\nФото: Имя\n\nPhotos show it.\n",
            expect![[r#"
                heading1 | A market
                paragraph | Words.
                caption | © An agency, FileРынок after the raid
                paragraph | More words.
                caption | Photo: A. Name
                caption | Фото: Имя
                paragraph | Photos show it.
            "#]],
        );
    }

    #[test]
    fn lines_too_long_to_be_wrapped_are_paragraphs() {
        let long = "word ".repeat(50);
        let document = Document::plain(&format!("Title\n\n{long}\n{long}\nshort\n"));
        assert_eq!(document.blocks().len(), 4);
    }

    #[test]
    fn the_text_stays_the_files() {
        let text = " a\n\n\n\tb \n";
        let warned = import::import(text.as_bytes(), "a.txt", &import::Options::default()).expect("a text");
        assert_eq!(warned.value.text(), text);
    }
}
