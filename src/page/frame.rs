//! The room about a block's text: sizes, indentation, the space between blocks, rules and grounds.

use super::geometry::Rect;
use super::hyphens;
use super::images::Stack;
use super::pixels::count;
use super::portions::Portion;
use super::roles::{self, Surround};
use super::style::{Face, Ink, PageStyle};
use super::typeset::{Decoration, Measure, Set};
use crate::document::{Block, BlockKind, Document};

/// The room between the edge of a box or a bar and the text in it, as a multiple of the size.
const BOX_PAD: f32 = 0.9;

/// How one portion's text is set and where it stands. Pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub face: Face,
    pub ink: Ink,
    pub is_bold: bool,
    pub justify: bool,
    /// Whose words may be broken at syllables; only in filled lines.
    pub hyphens: Option<hypher::Lang>,
    /// Whether its paragraph runs from right to left.
    pub is_rtl: bool,
    /// The size of its text.
    pub size: f32,
    /// The distance of its baselines; whole.
    pub line: f32,
    /// The left edge of its text, from the column's.
    pub left: f32,
    /// The width of its text.
    pub width: f32,
    /// The space above its text; whole.
    pub top: f32,
    /// The space below its text; whole.
    pub bottom: f32,
    /// The space above the block that does not belong to it, its pictures included: grounds and bars
    /// do not reach there.
    pub gap: f32,
    /// Of that space, what stands above the pictures.
    pub gap_above: f32,
    /// What stands below the block and does not belong to it: pictures after the last block.
    below: f32,
    column: f32,
    is_last_of_table: bool,
    quote_continues: bool,
    /// Whether the box or bar that the block's role gives it begins above.
    box_continues: bool,
}

impl Frame {
    pub(super) fn of(document: &Document, portion: Portion, measure: Measure<'_>, is_rtl: bool) -> Self {
        let style = measure.style;
        let index = portion.block as usize;
        let blocks = document.blocks();
        let block = &blocks[index];
        let before = index.checked_sub(1).and_then(|i| blocks.get(i));
        let is_start = portion.range.start() == block.range.start();
        let is_end = portion.range.end() == block.range.end();
        let em = style.size_px();
        let times = scale_of(block);
        let (size, line) = (em * times, style.line_px(times));
        let (left, right) = sides(block, em, is_rtl);
        let (padding_above, padding_below) = paddings(block, before, blocks.get(index + 1), style);
        let width = (measure.width_px - left - right).max(em * 4.0).floor();
        let gap_above = if is_start { (gap(before, block) * style.line_px(1.0)).round() } else { 0.0 };
        let pictures = Stack::above(document, portion, measure, width).height;
        let gap_above = if 0.0 < pictures && before.is_some() {
            gap_above.max((style.line_px(1.0) * 0.7).round())
        } else {
            gap_above
        };
        let gap = gap_above + pictures;
        let below = Stack::below(document, portion, measure, width);
        Self {
            face: style.face,
            ink: ink_of(block),
            is_bold: matches!(
                block.kind,
                BlockKind::Heading { .. } | BlockKind::TableRow { header: true, .. }
            ),
            is_rtl,
            justify: style.justify,
            hyphens: style.justify.then(|| hyphens::patterns(document)).flatten(),
            size,
            line,
            left,
            width,
            top: gap + if is_start { padding_above } else { 0.0 },
            bottom: if is_end { padding_below } else { 0.0 } + below.gap() + below.height,
            gap,
            gap_above,
            below: below.gap() + below.height,
            column: measure.width_px,
            is_last_of_table: !same_table(block, blocks.get(index + 1)),
            box_continues: !is_start || roles::is_one(block, before),
            quote_continues: before.is_some_and(|before| 0 < before.quote_depth.min(block.quote_depth)),
        }
    }

    /// How far raised text stands above the baseline, or lowered text below it.
    pub(super) fn rise(&self, shift: i8) -> i16 {
        let by = if 0 < shift { self.size * 0.36 } else { self.size * -0.16 };
        i16::try_from(super::pixels::signed(by.round())).unwrap_or(0)
    }

    /// Adds what is drawn about the text, once its height is known.
    pub(super) fn decorate(&self, set: &mut Set, block: &Block) {
        let hair = set.scale.round().max(1.0);
        let height = set.height_px - self.below;
        let (overflow, is_rtl) = (set.wide.map_or(0.0, |(_, overflow)| overflow), set.is_rtl);
        let mut add = |make: fn(Rect) -> Decoration, x: f32, y: f32, width: f32, height: f32| {
            let rect = Rect { x, y, width, height };
            set.decorations.push(make(rect.scaled(1.0 / set.scale)));
        };
        for depth in 0..block.quote_depth {
            let x = (count(usize::from(depth)) * quote_step(self.em(block))).round();
            let bar = (2.0 * hair).max(1.0);
            let x = if set.is_rtl { self.column - x - bar } else { x };
            let top = if self.quote_continues { 0.0 } else { self.gap };
            add(Decoration::QuoteBar, x, top, bar, height - top);
        }
        let top = if self.box_continues { 0.0 } else { self.gap };
        match roles::surround(block) {
            Surround::Ground => add(Decoration::BoxGround, 0.0, top, self.column, height - top),
            Surround::Bar => {
                let bar = (3.0 * hair).max(1.0);
                let x = if is_rtl { self.column - bar } else { 0.0 };
                add(Decoration::QuoteBar, x, top, bar, height - top);
            }
            Surround::Nothing => {}
        }
        match block.kind {
            BlockKind::Code => {
                let pad = (self.em(block) * 0.8).round();
                let (x, width) = (self.left - pad, self.width + 2.0 * pad);
                add(Decoration::CodeGround, x, self.gap, width, height - self.gap);
            }
            BlockKind::Rule => {
                let y = self.top + (self.line / 2.0).round();
                let width = (self.width / 3.0).round();
                add(Decoration::Rule, self.left + ((self.width - width) / 2.0).round(), y, width, hair);
            }
            BlockKind::TableRow { header, .. } => {
                let width = self.width + overflow;
                let left = if is_rtl { self.left - overflow } else { self.left };
                if 0.0 < self.gap {
                    add(Decoration::Rule, left, self.gap, width, hair);
                }
                if header || self.is_last_of_table {
                    add(Decoration::Rule, left, height - hair, width, hair);
                }
            }
            _ => {}
        }
    }

    fn em(&self, block: &Block) -> f32 {
        self.size / scale_of(block)
    }
}

/// The room at the left and at the right of a block's text, in pixels.
fn sides(block: &Block, em: f32, is_rtl: bool) -> (f32, f32) {
    let inset = inset(block, em);
    let pad = if block.kind == BlockKind::Code { (em * 0.8).round() } else { 0.0 };
    let (inset, pad) = match roles::surround(block) {
        Surround::Nothing => (inset, pad),
        Surround::Ground => (inset, pad + (em * BOX_PAD).round()),
        Surround::Bar => (inset + (em * BOX_PAD).round(), pad),
    };
    if is_rtl { (pad, inset + pad) } else { (inset + pad, pad) }
}

/// The space within a block above and below its text, with that of a box that begins or ends with it.
fn paddings(block: &Block, before: Option<&Block>, after: Option<&Block>, style: &PageStyle) -> (f32, f32) {
    let own = padding(block, style);
    let of_box = |neighbour: Option<&Block>| match roles::surround(block) {
        Surround::Ground if !roles::is_one(block, neighbour) => (style.size_px() * BOX_PAD * 0.7).round(),
        _ => 0.0,
    };
    (own + of_box(before), own + of_box(after))
}

/// The left (or right) indentation of a block's text in pixels: quotations and lists.
fn inset(block: &Block, em: f32) -> f32 {
    let quotes = count(usize::from(block.quote_depth.min(8))) * quote_step(em);
    let lists = count(usize::from(block.list_depth.min(8))) * em * 1.6;
    let note = if matches!(block.kind, BlockKind::Footnote { .. }) { em * 1.6 } else { 0.0 };
    (quotes + lists + note).round()
}

fn quote_step(em: f32) -> f32 {
    em * 1.2
}

/// The size of a block's text as a multiple of running text.
pub(super) fn scale_of(block: &Block) -> f32 {
    if let Some(rank) = roles::rank(block) {
        return rank.scale;
    }
    match block.kind {
        BlockKind::Heading { level: 0 | 1 } => 1.7,
        BlockKind::Heading { level: 2 } => 1.35,
        BlockKind::Heading { level: 3 } => 1.15,
        BlockKind::Heading { .. } => 1.0,
        BlockKind::Caption | BlockKind::Footnote { .. } => 0.86,
        BlockKind::Code => 0.84,
        BlockKind::TableRow { .. } => 0.9,
        BlockKind::Paragraph | BlockKind::ListItem { .. } | BlockKind::Rule => 1.0,
    }
}

fn ink_of(block: &Block) -> Ink {
    if let Some(rank) = roles::rank(block) {
        return rank.ink;
    }
    match block.kind {
        BlockKind::Heading { .. } => Ink::Heading,
        BlockKind::Caption => Ink::Subdued,
        BlockKind::Code => Ink::Code,
        _ => Ink::Body,
    }
}

/// Space within the block above and below its text, in whole pixels.
fn padding(block: &Block, style: &PageStyle) -> f32 {
    match block.kind {
        BlockKind::Code => (style.size_px() * 0.6).round(),
        BlockKind::TableRow { .. } => (style.size_px() * 0.25).round(),
        _ => 0.0,
    }
}

/// The space between two blocks, in lines of running text.
fn gap(before: Option<&Block>, block: &Block) -> f32 {
    use BlockKind::{Caption, Footnote, Heading, ListItem, Paragraph, Rule, TableRow};
    let Some(before) = before else { return 0.0 };
    if let Some(gap) = roles::gap(before, block) {
        return gap;
    }
    match (&before.kind, &block.kind) {
        (TableRow { .. }, TableRow { .. }) if same_table(before, Some(block)) => 0.0,
        (Heading { .. }, Heading { .. }) => 0.5,
        (Heading { level: 1 }, _) => 0.55,
        (Heading { .. }, _) => 0.3,
        (_, Heading { level: 1 | 2 }) => 1.5,
        (_, Heading { .. }) => 1.1,
        (ListItem { .. }, ListItem { .. }) => 0.25,
        (Paragraph, ListItem { .. }) if before.list_depth < block.list_depth => 0.4,
        (_, Caption) => 0.4,
        (Footnote { .. }, Footnote { .. }) => 0.3,
        (Rule, _) | (_, Rule) => 0.4,
        _ => 0.7,
    }
}

fn same_table(block: &Block, next: Option<&Block>) -> bool {
    match (&block.kind, next.map(|next| &next.kind)) {
        (BlockKind::TableRow { table: a, .. }, Some(BlockKind::TableRow { table: b, .. })) => a == b,
        _ => false,
    }
}

/// About how high a portion is that has not been set. Whole pixels.
pub(super) fn estimate(
    document: &Document,
    portion: Portion,
    measure: Measure<'_>,
    advances: &super::estimate::Advances,
) -> f64 {
    let block = &document.blocks()[portion.block as usize];
    let frame = Frame::of(document, portion, measure, false);
    let lines = match block.kind {
        BlockKind::Rule => 1,
        BlockKind::TableRow { .. } => {
            let cells = document.slice(portion.range).split('\t').zip(measure.columns);
            let lines = cells.map(|(cell, column)| advances.lines(cell, column.width / frame.size, true));
            lines.max().unwrap_or(1)
        }
        _ => {
            let feeds = !super::flow::flows(document, block);
            advances.lines(document.slice(portion.range), frame.width / frame.size, feeds)
        }
    };
    f64::from(frame.top + frame.bottom + count(lines) * frame.line)
}
