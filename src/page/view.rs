//! A document in a viewport: what is in view, where it is scrolled to, what is where.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::ahead::Asked;
use super::cache::Cache;
use super::estimate::Advances;
use super::fonts::Fonts;
use super::geometry::{Caret, LinePart, Place, Point, Rect};
use super::heights::Heights;
use super::hit::Hit;
use super::images::ImageSizes;
use super::pixels::narrow;
use super::portions::{self, Portion};
use super::style::PageStyle;
use super::tables::TableColumn;
use super::typeset::{self, Measure, Set};
use crate::document::Document;
use crate::text::{TextRange, TextSize};

/// The text column, in points from the viewport's left.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Column {
    /// Its left edge.
    pub x: f32,
    /// Its width.
    pub width: f32,
}

/// The least room beside and above the text, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margins {
    /// Left of the column; markers of lists hang into it.
    pub left: f32,
    /// Right of the column: notes.
    pub right: f32,
    /// Above the document's first line.
    pub top: f32,
    /// Below the document's last line.
    pub bottom: f32,
}

impl Default for Margins {
    fn default() -> Self {
        Self { left: 32.0, right: 32.0, top: 40.0, bottom: 240.0 }
    }
}

/// A portion in view.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// Which portion: with [`Page::generation`] the key of what is kept for its `set`.
    pub portion: usize,
    /// Its left edge, the column's, in points from the viewport's.
    pub x: f32,
    /// Its top edge in points from the viewport's; on whole pixels.
    pub y: f32,
    /// What of it can be seen, in points from the viewport's top left corner: of a row that is wider
    /// than the column.
    pub clip: Option<Rect>,
    /// What it shows.
    pub set: &'a Set,
}

/// A portion in view that is not set yet: what it will say comes with one of the next frames.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Missing {
    /// Its top edge in points from the viewport's.
    pub y: f32,
    /// About how high it will be, in points.
    pub height: f32,
    /// The distance of its lines in points.
    pub line: f32,
}

/// The scroll position: a portion, and how far below its top the viewport begins. Pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Anchor {
    pub portion: usize,
    pub offset: f64,
}

/// What layouts depend on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Key {
    pub style: PageStyle,
    pub width: f32,
    pub fonts: u64,
    pub images: u64,
}

impl Key {
    pub(super) fn width_px(&self) -> f32 {
        self.width * self.style.scale
    }

    pub(super) fn measure<'a>(&'a self, columns: &'a [TableColumn], images: &'a ImageSizes) -> Measure<'a> {
        Measure { style: &self.style, width_px: self.width_px(), columns, images }
    }
}

/// A document being read. See the floor's head for units.
pub struct Page {
    pub(super) document: Arc<Document>,
    pub(super) portions: Arc<[Portion]>,
    pub(super) heights: Heights,
    pub(super) cache: Cache,
    pub(super) anchor: Anchor,
    /// The top line while only the layout changes, so that a window dragged narrower and back shows
    /// the same line again.
    pub(super) held: Option<(TextSize, f32)>,
    pub(super) key: Option<Key>,
    pub(super) advances: Option<Advances>,
    pub(super) columns: Vec<(u32, Vec<TableColumn>)>,
    /// How far each table is scrolled from the side where reading starts, in points.
    pub(super) tables: BTreeMap<u32, f32>,
    pub(super) images: Arc<ImageSizes>,
    images_serial: u64,
    margins: Margins,
    viewport: (f32, f32),
    pub(super) generation: u64,
    /// What may still be set, and whether nothing of it was used; see [`allow`](Self::allow).
    left: Option<usize>,
    is_unspent: bool,
    /// What another thread was asked for.
    pub(super) asked: Asked,
    /// Whether the last scrolling went up.
    pub(super) goes_up: bool,
}

impl Page {
    /// A page at the top of `document`. Nothing is set before [`layout`](Self::layout).
    pub fn new(document: Arc<Document>) -> Self {
        let portions = portions::of(&document).into();
        Self {
            document,
            portions,
            heights: Heights::default(),
            cache: Cache::default(),
            anchor: Anchor { portion: 0, offset: f64::MIN },
            held: None,
            key: None,
            advances: None,
            columns: Vec::new(),
            tables: BTreeMap::new(),
            images: Arc::default(),
            images_serial: 0,
            margins: Margins::default(),
            viewport: (0.0, 0.0),
            generation: 0,
            left: None,
            is_unspent: true,
            asked: Asked::default(),
            goes_up: false,
        }
    }

    /// Limits what is set from now on, beside the lines that are asked for: to so many bytes of
    /// English, or what takes as long in other scripts, and at least one portion. To be called in
    /// every frame; the rest is [`missing`](Self::missing) until a later frame or another thread has
    /// set it. Where this is never called every layout is complete.
    pub fn allow(&mut self, bytes: usize) {
        self.left = Some(bytes);
        self.is_unspent = true;
    }

    /// What is read.
    pub fn document(&self) -> &Arc<Document> {
        &self.document
    }

    /// Asks for room beside the text. Takes effect with the next [`layout`](Self::layout).
    pub fn set_margins(&mut self, margins: Margins) {
        self.margins = margins;
    }

    /// Says how large the document's pictures are: none is shown before. Takes effect with the next
    /// [`layout`](Self::layout), and the top line stays where it is.
    pub fn set_image_sizes(&mut self, sizes: ImageSizes) {
        if *self.images != sizes {
            self.images = Arc::new(sizes);
            self.images_serial += 1;
        }
    }

    /// How large the pictures are.
    pub fn image_sizes(&self) -> &Arc<ImageSizes> {
        &self.images
    }

    /// The room beside the text.
    pub fn margins(&self) -> Margins {
        self.margins
    }

    /// Sets what is in view of a viewport of `width` by `height` points, and nothing else; first in
    /// every frame. Where style, fonts or width changed, the top line stays where it is.
    pub fn layout(&mut self, fonts: &mut Fonts, style: &PageStyle, width: f32, height: f32) {
        self.viewport = (width, height);
        let room = (width - self.margins.left - self.margins.right).max(style.size * style.zoom * 6.0);
        let width = (room.min(style.column()) * style.scale).floor() / style.scale;
        let key = Key { style: *style, width, fonts: fonts.generation(), images: self.images_serial };
        if self.key != Some(key) {
            self.reset(fonts, key);
        }
        self.settle(fonts);
        self.fill(fonts);
    }

    /// Throws all layouts away, guesses all heights anew and puts the top line back.
    fn reset(&mut self, fonts: &mut Fonts, key: Key) {
        let held = self.held.or_else(|| self.top_line());
        let scale_by = self.key.map_or(1.0, |old| key.style.scale / old.style.scale);
        self.key = Some(key);
        self.cache.clear();
        self.columns.clear();
        self.generation += 1;
        self.asked = Asked::default();
        let (face, of_fonts) = (key.style.face, key.fonts);
        if !self.advances.as_ref().is_some_and(|advances| advances.are_of(face, of_fonts)) {
            self.advances = Some(Advances::of(fonts, face, self.document.text()));
        }
        self.guess_heights();
        match held {
            Some((offset, y)) => self.anchor_at(fonts, Place::before(offset), y),
            // Above the first line only the margin can be seen.
            None => self.anchor.offset *= f64::from(scale_by),
        }
        self.held = held;
    }

    /// Sets portion `index` if it is not, and gives its true height in pixels.
    pub(super) fn ensure(&mut self, fonts: &mut Fonts, index: usize) -> f64 {
        if let (false, Some(key)) = (self.cache.touch(index), self.key) {
            let Some(&portion) = self.portions.get(index) else { return 0.0 };
            let columns = self.columns_of(portion.block as usize);
            let measure = key.measure(&columns, &self.images);
            let set = typeset::set(fonts, &self.document, portion, measure);
            self.left = self.left.map(|left| left.saturating_sub(portions::weight(&self.document, portion)));
            self.is_unspent = false;
            self.keep(index, set);
        }
        self.heights.get(index)
    }

    pub(super) fn keep(&mut self, index: usize, set: Set) {
        self.heights.set_exact(index, f64::from(set.height_px));
        self.cache.insert(index, set);
    }

    /// Sets portion `index` as far as this frame may; its height in pixels, perhaps guessed.
    pub(super) fn try_ensure(&mut self, fonts: &mut Fonts, index: usize) -> f64 {
        let may = |left: usize| {
            self.portions.get(index).is_some_and(|&portion| portions::weight(&self.document, portion) <= left)
        };
        if self.cache.get(index).is_some() || self.is_unspent || self.left.is_none_or(may) {
            return self.ensure(fonts, index);
        }
        self.heights.get(index)
    }

    /// Sets what the viewport shows, and half a screen around it.
    pub(super) fn fill(&mut self, fonts: &mut Fonts) {
        let (above, below) = self.reach();
        let mut y = -self.anchor.offset;
        let mut i = self.anchor.portion;
        while i < self.portions.len() && y < below {
            y += self.try_ensure(fonts, i);
            i += 1;
        }
        let mut y = -self.anchor.offset;
        let mut i = self.anchor.portion;
        while 0 < i && above < y {
            i -= 1;
            y -= self.try_ensure(fonts, i);
        }
    }

    /// How far above and below the viewport's top portions are kept set, in pixels.
    fn reach(&self) -> (f64, f64) {
        let height = self.viewport_px();
        let over = (height * 0.25).min(f64::from(self.scale()) * 240.0);
        (-over, height + over)
    }

    /// The portions in view and a little around it, from top to bottom; after
    /// [`layout`](Self::layout).
    pub fn visible(&self) -> impl Iterator<Item = Shown<'_>> + '_ {
        let scale = f64::from(self.scale());
        self.in_reach().filter_map(move |(portion, y)| {
            Some(self.shown_at(portion, narrow(y / scale), self.cache.get(portion)?))
        })
    }

    /// What is in view and not set; nothing where there is no
    /// [allowance](Self::allow). What is drawn in its place is not the text.
    pub fn missing(&self) -> impl Iterator<Item = Missing> + '_ {
        let scale = f64::from(self.scale());
        let line = narrow(f64::from(self.line_px()) / scale);
        self.in_reach().filter(|&(portion, _)| self.cache.get(portion).is_none()).map(move |(portion, y)| {
            Missing { y: narrow(y / scale), height: narrow(self.heights.get(portion) / scale), line }
        })
    }

    /// The portions in view and a little around it, and their tops in pixels from the viewport's.
    pub(super) fn in_reach(&self) -> impl Iterator<Item = (usize, f64)> + '_ {
        let (above, below) = self.reach();
        let (mut first, mut y) = (self.anchor.portion, -self.anchor.offset);
        while 0 < first && above < y {
            first -= 1;
            y -= self.heights.get(first);
        }
        // Rounded once, here; all heights are whole.
        let mut y = y.round();
        (first..self.portions.len()).map_while(move |portion| {
            let at = y;
            y += self.heights.get(portion);
            (at < below).then_some((portion, at))
        })
    }

    /// The text column.
    pub fn column(&self) -> Column {
        let width = self.key.map_or(0.0, |key| key.width);
        let room = self.viewport.0 - self.margins.left - self.margins.right;
        let x = self.margins.left + ((room - width) / 2.0).max(0.0);
        Column { x: (x * self.scale()).round() / self.scale(), width }
    }

    /// The size of the viewport at the last layout, in points.
    pub fn viewport(&self) -> (f32, f32) {
        self.viewport
    }

    /// Grows with every change of style, width or fonts: part of the key of kept meshes.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// The set portion that has `offset`, if it is set and in view.
    pub(super) fn shown(&self, offset: TextSize) -> Option<Shown<'_>> {
        let index = self.portion_of(offset)?;
        self.visible().find(|shown| shown.portion == index)
    }

    /// The portion that has `offset`, or the last one before it.
    pub(super) fn portion_of(&self, offset: TextSize) -> Option<usize> {
        let after = self.portions.partition_point(|portion| portion.range.start() <= offset);
        (!self.portions.is_empty()).then(|| after.saturating_sub(1))
    }

    pub(super) fn set_at(&self, index: usize) -> Option<&Set> {
        self.cache.get(index)
    }

    /// What is at `at`, in points from the viewport's top left corner, or nearest to it.
    pub fn hit(&self, at: Point) -> Option<Hit> {
        let mut nearest: Option<Shown<'_>> = None;
        for shown in self.visible().filter(|shown| !shown.set.table.lines.is_empty()) {
            if nearest.is_none() || shown.y <= at.y {
                nearest = Some(shown);
            }
        }
        let shown = nearest?;
        let x = shown.clip.map_or(at.x, |clip| at.x.clamp(clip.x, clip.right()));
        let inside = Point { x: x - shown.x, y: at.y - shown.y };
        let (place, cluster, is_on_text) = shown.set.hit(inside)?;
        Some(Hit { place, cluster, block: shown.set.block(), is_on_text })
    }

    /// The caret of `place` in points from the viewport's top left corner; `None` out of view, and in
    /// what a wide table does not show.
    pub fn caret(&self, place: Place) -> Option<Caret> {
        let shown = self.shown(place.offset)?;
        let caret = shown.set.caret(place)?;
        let rect = caret.rect.translated(shown.x, shown.y);
        let is_seen = shown.clip.is_none_or(|clip| clip.x - 1.0 <= rect.x && rect.x <= clip.right() + 1.0);
        is_seen.then_some(Caret { rect, ..caret })
    }

    /// What `range` covers of the lines in view, in points from the viewport's top left corner.
    pub fn parts(&self, range: TextRange) -> Vec<LinePart> {
        let mut parts = Vec::new();
        for shown in self.visible().filter(|shown| shown.set.range().overlaps(range)) {
            parts.extend(shown.set.parts(range).into_iter().filter_map(|part| {
                let rect = part.rect.translated(shown.x, shown.y).within(shown.clip)?;
                Some(LinePart { rect, baseline: part.baseline + shown.y, ..part })
            }));
        }
        parts
    }

    /// The line that `place` is on; `None` out of view.
    pub fn line_at(&self, place: Place) -> Option<TextRange> {
        self.shown(place.offset)?.set.line_at(place)
    }

    /// The bytes of all portions in view.
    pub fn visible_range(&self) -> TextRange {
        let mut shown = self.visible().map(|shown| shown.set.range());
        let Some(first) = shown.next() else { return TextRange::default() };
        shown.fold(first, TextRange::hull)
    }

    pub(super) fn scale(&self) -> f32 {
        self.key.map_or(1.0, |key| key.style.scale)
    }

    pub(super) fn line_px(&self) -> f32 {
        self.key.map_or(1.0, |key| key.style.line_px(1.0))
    }

    pub(super) fn viewport_px(&self) -> f64 {
        f64::from((self.viewport.1 * self.scale()).round())
    }

    #[cfg(test)]
    pub(super) fn n_set(&self) -> usize {
        self.cache.len()
    }
}
