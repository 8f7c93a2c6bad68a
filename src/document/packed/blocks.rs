//! Blocks and styles as bytes and back, and whether what was read could have been built.

use super::{Reader, Writer};
use crate::document::{Block, BlockKind, Builder, InlineStyle, Marker, Role, SourceMap, Span};
use crate::text::{TextRange, TextSize};
use std::cmp::Reverse;

impl Writer {
    pub(super) fn block(&mut self, block: &Block) {
        let Block { kind, range, quote_depth, list_depth, role, label } = block;
        match kind {
            BlockKind::Heading { level } => {
                self.number(0);
                self.number(u64::from(*level));
            }
            BlockKind::Paragraph => self.number(1),
            BlockKind::ListItem { marker } => {
                self.number(2);
                self.marker(*marker);
            }
            BlockKind::Caption => self.number(3),
            BlockKind::Code => self.number(4),
            BlockKind::Rule => self.number(5),
            BlockKind::TableRow { header, table } => {
                self.number(6);
                self.flag(*header);
                self.number(u64::from(*table));
            }
            BlockKind::Footnote { label } => {
                self.number(7);
                self.text(label);
            }
        }
        self.range(*range);
        self.number(u64::from(*quote_depth));
        self.number(u64::from(*list_depth));
        self.optional(*role, |writer, role| writer.one_of(&Role::ALL, &role));
        self.optional(label.as_deref(), Self::text);
    }

    fn marker(&mut self, marker: Marker) {
        match marker {
            Marker::Bullet => self.number(0),
            Marker::Number(number) => {
                self.number(1);
                self.number(number);
            }
            Marker::Task(is_done) => {
                self.number(2);
                self.flag(is_done);
            }
        }
    }

    pub(super) fn span(&mut self, span: &Span) {
        let Span { range, style } = span;
        self.range(*range);
        match style {
            InlineStyle::Emphasis => self.number(0),
            InlineStyle::Strong => self.number(1),
            InlineStyle::Code => self.number(2),
            InlineStyle::Strikethrough => self.number(3),
            InlineStyle::Superscript => self.number(4),
            InlineStyle::Subscript => self.number(5),
            InlineStyle::FootnoteReference => self.number(6),
            InlineStyle::Link(index) => {
                self.number(7);
                self.number(u64::from(*index));
            }
        }
    }
}

impl Reader<'_> {
    pub(super) fn block(&mut self) -> Option<Block> {
        let kind = match self.number()? {
            0 => BlockKind::Heading { level: self.byte().filter(|level| (1..=6).contains(level))? },
            1 => BlockKind::Paragraph,
            2 => BlockKind::ListItem { marker: self.marker()? },
            3 => BlockKind::Caption,
            4 => BlockKind::Code,
            5 => BlockKind::Rule,
            6 => BlockKind::TableRow { header: self.flag()?, table: self.small()? },
            7 => BlockKind::Footnote { label: self.owned()? },
            _ => return None,
        };
        Some(Block {
            kind,
            range: self.range()?,
            quote_depth: self.byte()?,
            list_depth: self.byte()?,
            role: self.optional(|reader| reader.one_of(&Role::ALL))?,
            label: self.optional(Self::owned)?,
        })
    }

    fn byte(&mut self) -> Option<u8> {
        self.number()?.try_into().ok()
    }

    fn marker(&mut self) -> Option<Marker> {
        Some(match self.number()? {
            0 => Marker::Bullet,
            1 => Marker::Number(self.number()?),
            2 => Marker::Task(self.flag()?),
            _ => return None,
        })
    }

    pub(super) fn span(&mut self) -> Option<Span> {
        let range = self.range()?;
        let style = match self.number()? {
            0 => InlineStyle::Emphasis,
            1 => InlineStyle::Strong,
            2 => InlineStyle::Code,
            3 => InlineStyle::Strikethrough,
            4 => InlineStyle::Superscript,
            5 => InlineStyle::Subscript,
            6 => InlineStyle::FootnoteReference,
            7 => InlineStyle::Link(self.small()?),
            _ => return None,
        };
        Some(Span { range, style })
    }
}

/// Whether everything lies in the text, on the boundaries of characters, and blocks one below another: what
/// the rest of the program counts on. What only has to be in order is put in order.
pub(super) fn could_be_built(parts: &mut Builder, source_map: &SourceMap) -> bool {
    parts.spans.sort_by_key(|span| (span.range.start(), Reverse(span.range.end())));
    parts.images.sort_by_key(|image| image.before);
    parts.left_out.sort_by_key(|passage| passage.before);
    parts.locators.sort_by_key(|locator| locator.start);
    parts.remarks.sort_by_key(|remark| remark.range.start());
    let (text, blocks) = (parts.text.as_str(), &parts.blocks);
    for locator in &mut parts.locators {
        locator.start = TextSize::from_usize(text.floor_char_boundary(locator.start.to_usize()));
    }
    let is_within = |range: TextRange| range.of(text).is_some();
    let is_place = |at: TextSize| text.is_char_boundary(at.to_usize());
    let is_block = |nth: u32| usize::try_from(nth).is_ok_and(|nth| nth <= blocks.len());
    let are_apart = |pair: (&Block, &Block)| pair.0.range.end() <= pair.1.range.start();
    let segments = source_map.segments();
    blocks.iter().all(|block| is_within(block.range))
        && blocks.iter().zip(blocks.iter().skip(1)).all(are_apart)
        && parts.spans.iter().all(|span| is_within(span.range) && is_in_one(span.range, blocks))
        && parts.images.iter().all(|image| is_block(image.before))
        && parts.left_out.iter().all(|passage| is_block(passage.before))
        && parts.remarks.iter().all(|remark| is_within(remark.range))
        && parts.places.values().all(|&at| is_place(at))
        && segments.is_sorted_by_key(|segment| segment.reading.start())
        && segments.iter().all(|segment| segment.reading.end() <= TextSize::of(text))
}

/// Whether a style stays within its block.
fn is_in_one(range: TextRange, blocks: &[Block]) -> bool {
    let after = blocks.partition_point(|block| block.range.start() <= range.start());
    let block = after.checked_sub(1).and_then(|nth| blocks.get(nth));
    block.is_some_and(|block| range.end() <= block.range.end())
}
