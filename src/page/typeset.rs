//! Sets one portion: its text in lines, its marker, the ground and rules about it.

use parley::{Alignment, AlignmentOptions, Layout};

use super::flow::{flowing, is_right_to_left};
use super::fonts::Fonts;
use super::frame::Frame;
use super::geometry::{Caret, LinePart, LineShape, Place, Point, Rect, Table};
use super::hanging;
use super::hyphens;
use super::images::{ImageSizes, Picture, Stack};
use super::pixels::count;
use super::portions::Portion;
use super::shaping::{Ends, build};
use super::style::{Look, PageStyle};
use super::tables::{self, TableColumn};
use crate::document::{Block, BlockKind, Document, InlineStyle, Marker};
use crate::text::{TextRange, TextSize};

/// Lines of text at a place: a paragraph, a cell, a marker. Its numbers are pixels, because only
/// the painter of glyphs reads them.
pub struct Piece {
    /// The left edge of the layout, in pixels from the portion's.
    pub x_px: f32,
    /// The top edge of the layout, in pixels from the portion's.
    pub y_px: f32,
    /// The glyphs, in pixels.
    pub layout: Layout<Look>,
}

/// What is drawn under or beside the text. Points, from the portion's top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Decoration {
    /// The ground of a block of code.
    CodeGround(Rect),
    /// The ground of a box: an aside, say. Those of neighbours meet.
    BoxGround(Rect),
    /// The ground of code within a line.
    CodeSpan(Rect),
    /// The bar beside a quotation.
    QuoteBar(Rect),
    /// A line across the page, or of a table.
    Rule(Rect),
    /// The box before an item to do.
    TaskBox {
        /// The box.
        rect: Rect,
        /// Whether it is ticked.
        is_done: bool,
    },
}

/// A typeset portion. Its geometry is in points from its own top left corner: the left edge of the
/// column, the bottom of the portion above.
pub struct Set {
    pub(super) portion: Portion,
    pub(super) scale: f32,
    pub(super) height_px: f32,
    pub(super) pieces: Vec<Piece>,
    pub(super) marker: Option<Piece>,
    pub(super) decorations: Vec<Decoration>,
    pub(super) pictures: Vec<Picture>,
    /// By how many pixels its row is wider than the column, and of which table it is one.
    pub(super) wide: Option<(u32, f32)>,
    pub(super) table: Table,
    pub(super) is_rtl: bool,
}

/// What typesetting needs to know of the page beside the portion.
#[derive(Clone, Copy)]
pub(super) struct Measure<'a> {
    pub style: &'a PageStyle,
    /// The column's width in pixels.
    pub width_px: f32,
    /// The columns of the portion's table.
    pub columns: &'a [TableColumn],
    /// The sizes of the document's pictures.
    pub images: &'a ImageSizes,
}

impl Set {
    /// The block of the document.
    pub fn block(&self) -> usize {
        self.portion.block as usize
    }

    /// The bytes that it shows.
    pub fn range(&self) -> TextRange {
        self.portion.range
    }

    /// How high it is, the space about it included.
    pub fn height(&self) -> f32 {
        self.height_px / self.scale
    }

    /// Pixels to a point.
    pub fn scale(&self) -> f32 {
        self.scale
    }

    /// Whether its paragraph runs from right to left.
    pub fn is_rtl(&self) -> bool {
        self.is_rtl
    }

    /// The text, in one layout or one for each cell of a row.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The number or dot before an item; not part of the text.
    pub fn marker(&self) -> Option<&Piece> {
        self.marker.as_ref()
    }

    /// What is drawn under and beside the text.
    pub fn decorations(&self) -> &[Decoration] {
        &self.decorations
    }

    /// Of a row that is wider than the column: its table, and by how many points it is wider.
    pub fn overflow(&self) -> Option<(u32, f32)> {
        self.wide.map(|(table, overflow)| (table, overflow / self.scale))
    }

    /// The pictures above or below its text.
    pub fn pictures(&self) -> &[Picture] {
        &self.pictures
    }

    /// What `range` covers, for each line and change of direction.
    pub fn parts(&self, range: TextRange) -> Vec<LinePart> {
        let mut parts = self.table.parts(range);
        for part in &mut parts {
            part.rect = part.rect.scaled(1.0 / self.scale);
            part.baseline /= self.scale;
        }
        parts
    }

    /// Its lines, from top to bottom.
    pub fn lines(&self) -> impl Iterator<Item = LineShape> + '_ {
        let by = 1.0 / self.scale;
        self.table.lines.iter().map(move |line| {
            let mut shape = self.table.shape(line);
            shape.rect = shape.rect.scaled(by);
            shape.baseline *= by;
            for spot in &mut shape.clusters {
                (spot.x, spot.width) = (spot.x * by, spot.width * by);
            }
            shape
        })
    }

    /// Where the caret of `place` stands.
    pub fn caret(&self, place: Place) -> Option<Caret> {
        let line_idx = self.table.line_of(place)?;
        let line = self.table.lines.get(line_idx)?;
        let (x, is_rtl) = self.table.x_of(line_idx, place);
        let rect = Rect { x, y: line.top, width: 0.0, height: line.bottom - line.top };
        Some(Caret { rect: rect.scaled(1.0 / self.scale), is_rtl })
    }

    /// The place nearest to `at`, the character there, and whether `at` is on it.
    pub fn hit(&self, at: Point) -> Option<(Place, TextRange, bool)> {
        self.table.hit(at.x * self.scale, at.y * self.scale)
    }

    /// The line that `place` is on.
    pub fn line_at(&self, place: Place) -> Option<TextRange> {
        self.table.lines.get(self.table.line_of(place)?).map(|line| line.range)
    }
}

/// Sets `portion`.
pub(super) fn set(fonts: &mut Fonts, document: &Document, portion: Portion, measure: Measure<'_>) -> Set {
    let block = &document.blocks()[portion.block as usize];
    let is_rtl = tables::is_right_to_left(document, portion.block as usize)
        .unwrap_or_else(|| is_right_to_left(document.slice(block.range)));
    let frame = Frame::of(document, portion, measure, is_rtl);
    let mut set = Set {
        portion,
        scale: measure.style.scale,
        height_px: frame.top + frame.bottom,
        pieces: Vec::new(),
        marker: None,
        decorations: Vec::new(),
        pictures: Vec::new(),
        wide: None,
        table: Table::default(),
        is_rtl,
    };
    let text = match block.kind {
        BlockKind::Rule => frame.line,
        BlockKind::TableRow { table, .. } => {
            let overflow = measure.columns.last().map_or(0.0, |last| last.left + last.width - frame.width);
            set.wide = (1.0 < overflow).then_some((table, overflow.ceil()));
            set.add_cells(fonts, document, block, &frame, measure.columns)
        }
        _ => {
            let align = alignment(&frame, block);
            set.add_text(fonts, document, block, portion.range, &frame, (frame.left, frame.width, align))
        }
    };
    set.height_px += text.max(frame.line);
    set.add_marker(fonts, document, block, &frame);
    set.add_pictures(document, measure, &frame);
    frame.decorate(&mut set, block);
    set
}

impl Set {
    /// Sets the bytes of `range` at `left`, `width` wide, flush as `align` says, and gives the height.
    /// Pixels.
    fn add_text(
        &mut self,
        fonts: &mut Fonts,
        document: &Document,
        block: &Block,
        range: TextRange,
        frame: &Frame,
        (left, width, align): (f32, f32, Alignment),
    ) -> f32 {
        let text = flowing(document, block, range);
        let mut layout = build(fonts, document, block, range, &text, frame, Ends::AsTheyFall);
        layout.break_all_lines(Some(width));
        let spaces = hanging::against_the_line(&layout, &text);
        let mut hyphens = Vec::new();
        if !spaces.is_empty() {
            let tabs = hanging::with_tabs(&text, &spaces);
            let mut better = build(fonts, document, block, range, &tabs, frame, Ends::Tabs(&spaces));
            better.break_all_lines(Some(width));
            layout = if hanging::are_alike(&layout, &better) { better } else { layout };
        } else if let (Alignment::Justify, Some(language)) = (align, frame.hyphens) {
            hyphens = hyphens::chosen(&layout, &text, language, (width, frame.size));
            if !hyphens.is_empty() {
                layout = build(fonts, document, block, range, &text, frame, Ends::Hyphens(&hyphens));
                layout.break_all_lines(Some(width));
            }
        }
        layout.align(align, AlignmentOptions::default());
        let (piece, first) = (self.pieces.len(), self.table.lines.len());
        self.table.add(&layout, &text, range.start(), (left, frame.top), piece);
        let height = count(layout.len().max(1)) * frame.line;
        let height = if layout.is_empty() { height } else { height.max(layout.height().round()) };
        self.pieces.push(Piece { x_px: left, y_px: frame.top, layout });
        let hyphens: Vec<TextSize> =
            hyphens.into_iter().map(|at| range.start() + TextSize::from_usize(at)).collect();
        self.add_hyphens(fonts, document, block, frame, (first, &hyphens));
        self.add_code_spans(document, range, frame);
        height
    }

    /// Draws a hyphen behind every line from `first` on that is broken at a soft hyphen, which has no
    /// sign of its own, or at one of `hyphens`, where the text has none. It hangs over the edge of the
    /// column, as no word has left room for it.
    fn add_hyphens(
        &mut self,
        fonts: &mut Fonts,
        document: &Document,
        block: &Block,
        frame: &Frame,
        (first, hyphens): (usize, &[TextSize]),
    ) {
        let lines = self.table.lines.get(first..).unwrap_or_default();
        let is_broken = |range: TextRange| {
            document.slice(range).ends_with('\u{ad}') || hyphens.binary_search(&range.end()).is_ok()
        };
        let broken = lines.iter().rev().skip(1).filter(|line| is_broken(line.range));
        let places: Vec<(f32, f32)> = broken
            .map(|line| {
                let rect = self.table.shape(line).rect;
                (if self.is_rtl { rect.x } else { rect.right() }, line.top)
            })
            .collect();
        for (x, y) in places {
            let mut layout =
                build(fonts, document, block, TextRange::default(), "-", frame, Ends::AsTheyFall);
            layout.break_all_lines(None);
            let x_px = if self.is_rtl { x - layout.width() } else { x };
            self.pieces.push(Piece { x_px, y_px: y, layout });
        }
    }

    /// Sets the cells of a row in their columns, and gives the height of the highest.
    fn add_cells(
        &mut self,
        fonts: &mut Fonts,
        document: &Document,
        block: &Block,
        frame: &Frame,
        columns: &[TableColumn],
    ) -> f32 {
        let mut height = frame.line;
        let mut start = self.portion.range.start();
        for (column, cell) in document.slice(self.portion.range).split('\t').enumerate() {
            let range = TextRange::new(start, start + TextSize::of(cell));
            start = range.end() + TextSize::from(1);
            let last = TableColumn { width: frame.width, ..TableColumn::default() };
            let column = columns.get(column).or(columns.last()).copied().unwrap_or(last);
            let left = if self.is_rtl { frame.width - column.left - column.width } else { column.left };
            let align = if column.is_numeric { Alignment::Right } else { Alignment::Start };
            let place = (frame.left + left, column.width, align);
            height = height.max(self.add_text(fonts, document, block, range, frame, place));
        }
        height
    }

    /// Gives the pictures above and below the text their places.
    fn add_pictures(&mut self, document: &Document, measure: Measure<'_>, frame: &Frame) {
        let above = Stack::above(document, self.portion, measure, frame.width);
        self.pictures = above.places(frame, frame.gap_above, self.is_rtl, self.scale);
        let below = Stack::below(document, self.portion, measure, frame.width);
        let top = self.height_px - below.height;
        self.pictures.extend(below.places(frame, top, self.is_rtl, self.scale));
    }

    /// Hangs the dot or number before the first portion of an item, or the label before a footnote.
    fn add_marker(&mut self, fonts: &mut Fonts, document: &Document, block: &Block, frame: &Frame) {
        if self.portion.range.start() != block.range.start() {
            return;
        }
        let label = match &block.kind {
            BlockKind::ListItem { marker: Marker::Bullet } => "•".to_owned(),
            BlockKind::ListItem { marker: Marker::Number(number) } => format!("{number}."),
            BlockKind::ListItem { marker: Marker::Task(is_done) } => {
                return self.add_task_box(frame, *is_done);
            }
            BlockKind::Footnote { label } => label.clone(),
            _ => return,
        };
        let mut layout = build(fonts, document, block, TextRange::default(), &label, frame, Ends::AsTheyFall);
        layout.break_all_lines(None);
        let gap = (frame.size * 0.45).round();
        let x = if self.is_rtl { frame.left + frame.width + gap } else { frame.left - gap - layout.width() };
        self.marker = Some(Piece { x_px: x.round(), y_px: frame.top, layout });
    }

    fn add_task_box(&mut self, frame: &Frame, is_done: bool) {
        let side = (frame.size * 0.72).round();
        let gap = (frame.size * 0.5).round();
        let x = if self.is_rtl { frame.left + frame.width + gap } else { frame.left - gap - side };
        let baseline = self.table.lines.first().map_or(frame.top + frame.line * 0.7, |line| line.baseline);
        let y = (baseline - side + (side * 0.08).round()).round();
        let rect = Rect { x, y, width: side, height: side }.scaled(1.0 / self.scale);
        self.decorations.push(Decoration::TaskBox { rect, is_done });
    }

    /// The grounds of code within the lines.
    fn add_code_spans(&mut self, document: &Document, range: TextRange, frame: &Frame) {
        let reach = (frame.size * 0.12).round();
        let height = (frame.size * 1.3).round();
        for span in document.spans_in(range).filter(|span| span.style == InlineStyle::Code) {
            let Some(inside) = span.range.intersection(range) else { continue };
            for part in self.table.parts(inside) {
                let rect = Rect {
                    x: part.rect.x - reach,
                    y: (part.baseline - frame.size * 0.95).round(),
                    width: part.rect.width + 2.0 * reach,
                    height,
                };
                self.decorations.push(Decoration::CodeSpan(rect.scaled(1.0 / self.scale)));
            }
        }
    }
}

/// Flush with the side where reading starts; filled where the reader wants it and the text runs.
fn alignment(frame: &Frame, block: &Block) -> Alignment {
    let runs =
        matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem { .. } | BlockKind::Footnote { .. });
    if frame.justify && runs { Alignment::Justify } else { Alignment::Start }
}
