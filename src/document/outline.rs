//! The headings of an article, and the numbers of its paragraphs.

use super::{Block, BlockKind, Document};
use crate::text::{TextRange, TextSize};

/// A heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 (the title) to 6.
    pub level: u8,
    /// Its words.
    pub range: TextRange,
    /// Which block of the document it is.
    pub block: usize,
}

/// The headings of a document, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    headings: Vec<Heading>,
}

impl Outline {
    /// The headings of `document`; those without words are passed over.
    pub fn of(document: &Document) -> Self {
        let blocks = document.blocks().iter().enumerate();
        let headings = blocks.filter_map(|(block, of)| match of.kind {
            BlockKind::Heading { level } if !document.slice(of.range).trim().is_empty() => {
                Some(Heading { level, range: of.range, block })
            }
            _ => None,
        });
        Self { headings: headings.collect() }
    }

    /// The headings, in the order of the text.
    pub fn headings(&self) -> &[Heading] {
        &self.headings
    }

    /// Which heading `offset` stands below, or in; `None` before the first.
    pub fn section_at(&self, offset: TextSize) -> Option<usize> {
        self.headings.partition_point(|heading| heading.range.start() <= offset).checked_sub(1)
    }
}

/// The numbers of paragraphs, from 1, by which people refer to them.
///
/// Counted is running text: paragraphs, also those of quotations, and items of lists. Headings,
/// captions, code, rules, rows of tables and footnotes are not, nor what holds no words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// The counted blocks, in order.
    blocks: Vec<u32>,
}

impl Numbers {
    /// Counts the paragraphs of `document`.
    pub fn of(document: &Document) -> Self {
        Self::of_text(document.text(), document.blocks())
    }

    /// Counts those of a text that has these blocks.
    pub fn of_text(text: &str, blocks: &[Block]) -> Self {
        let counted = (0_u32..).zip(blocks).filter(|(_, block)| is_counted(text, block));
        Self { blocks: counted.map(|(index, _)| index).collect() }
    }

    /// How many there are; also the last number.
    pub fn count(&self) -> usize {
        self.blocks.len()
    }

    /// The number of a block, from 1; `None` where it has none.
    pub fn of_block(&self, block: usize) -> Option<usize> {
        let block = u32::try_from(block).ok()?;
        self.blocks.binary_search(&block).ok().map(|nth| nth + 1)
    }

    /// The number of the paragraph at `offset`, or of the last one before it; `None` before the first.
    pub fn at(&self, document: &Document, offset: TextSize) -> Option<usize> {
        let block = u32::try_from(document.block_at(offset)?).ok()?;
        let before = self.blocks.partition_point(|&counted| counted <= block);
        (0 < before).then_some(before)
    }

    /// The range of paragraph `number`, from 1.
    pub fn paragraph(&self, document: &Document, number: usize) -> Option<TextRange> {
        let block = *self.blocks.get(number.checked_sub(1)?)?;
        document.blocks().get(block as usize).map(|block| block.range)
    }
}

fn is_counted(text: &str, block: &Block) -> bool {
    let runs = matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem { .. });
    runs && block.range.of(text).unwrap_or_default().contains(|character: char| !character.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::import::{Options, import};

    const ARTICLE: &str = "# The market\n\nIt burned.\n\n## Who says so\n\n> A witness did.\n\n- one\n- two\n\n\
        ![](a.png)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n---\n\n```\ncode\n```\n\n### Later\n\nNothing.\n";

    fn document() -> Document {
        import(ARTICLE.as_bytes(), "article.md", &Options::default()).expect("Markdown").value
    }

    fn at(document: &Document, words: &str) -> TextSize {
        TextSize::from_usize(document.text().find(words).expect(words))
    }

    #[test]
    fn headings_are_listed_with_their_levels_and_sections() {
        let document = document();
        let outline = Outline::of(&document);
        let shown: Vec<(u8, &str)> =
            outline.headings().iter().map(|heading| (heading.level, document.slice(heading.range))).collect();
        assert_eq!(shown, [(1, "The market"), (2, "Who says so"), (3, "Later")]);
        assert_eq!(outline.section_at(at(&document, "It burned")), Some(0));
        assert_eq!(outline.section_at(at(&document, "Who says")), Some(1));
        assert_eq!(outline.section_at(at(&document, "two")), Some(1));
        assert_eq!(outline.section_at(at(&document, "Nothing")), Some(2));
        let plain = Document::plain("No heading here,\nnor there.\n\nNor below.");
        assert_eq!(Outline::of(&plain).section_at(TextSize::ZERO), None);
    }

    #[test]
    fn running_text_is_numbered_and_nothing_else() {
        let document = document();
        let numbers = Numbers::of(&document);
        let shown: Vec<&str> = (1..=numbers.count())
            .filter_map(|number| Some(document.slice(numbers.paragraph(&document, number)?)))
            .collect();
        assert_eq!(shown, ["It burned.", "A witness did.", "one", "two", "Nothing."]);
        for number in 1..=numbers.count() {
            let range = numbers.paragraph(&document, number).expect("counted");
            assert_eq!(numbers.at(&document, range.start()), Some(number));
            assert_eq!(
                document.block_at(range.start()).and_then(|block| numbers.of_block(block)),
                Some(number)
            );
        }
        assert_eq!(numbers.at(&document, TextSize::ZERO), None);
        assert_eq!(numbers.at(&document, at(&document, "code")), Some(4));
        assert_eq!((numbers.paragraph(&document, 0), numbers.paragraph(&document, 6)), (None, None));
    }
}
