//! An article as it is read: one string (the *reading text*), its blocks and inline styles, what is
//! known about it, and where its pieces came from in the file.
//!
//! Never changes while it is open. Knows no passages, no marks, no files, no clock: importers get
//! bytes and give a document with warnings, since malformed input is normal.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]

mod append;
pub mod block;
pub mod builder;
pub mod date;
pub mod digest;
pub mod image;
pub mod import;
mod language;
pub mod left_out;
pub mod locator;
pub mod metadata;
pub mod outline;
pub mod packed;
pub mod page_boxes;
pub mod page_picture;
pub mod pasted;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod remark;
pub mod source_map;

pub use block::{Block, BlockKind, InlineStyle, Marker, Role, Span};
pub use builder::Builder;
pub use date::{CalendarDate, DateOrder, is_no_date};
pub use digest::{Digest, DocumentId};
pub use image::{Image, ImagePlace};
pub use import::{Extent, ImportWarning, Importer, Reading};
pub use left_out::{LeftOut, Reason};
pub use locator::{Locator, LocatorKind};
pub use metadata::{Direction, Metadata, Timestamp};
pub use outline::{Numbers, Outline};
pub use page_boxes::{PageBox, PageBoxes};
pub use remark::Remark;
pub use source_map::SourceMap;

use crate::text::{TextRange, TextSize, Units, boundary, invisible};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::OnceLock;

/// A value, and what the reader should know about how it was come by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Warned<T, W> {
    /// The best that could be made of the input.
    pub value: T,
    /// About the reader's file; as words they are in lower case and without a full stop.
    pub warnings: Vec<W>,
}

impl<T, W> Warned<T, W> {
    /// A value that nothing need be said about.
    pub fn silent(value: T) -> Self {
        Self { value, warnings: Vec::new() }
    }

    /// The warnings as words.
    pub fn told(&self) -> Vec<String>
    where
        W: fmt::Display,
    {
        self.warnings.iter().map(W::to_string).collect()
    }
}

/// An article, immutable.
#[derive(Clone, Debug)]
pub struct Document {
    text: String,
    blocks: Vec<Block>,
    spans: Vec<Span>,
    links: Vec<String>,
    images: Vec<Image>,
    left_out: Vec<LeftOut>,
    locators: Vec<Locator>,
    remarks: Vec<Remark>,
    page_boxes: PageBoxes,
    /// Places that links within the article lead to, by name.
    places: BTreeMap<String, TextSize>,
    metadata: Metadata,
    reading: Reading,
    source_map: SourceMap,
    digest: Digest,
    n_misleading: usize,
    n_images_left_out: usize,
    units: Units,
    /// Asked for by few, and then often.
    guessed_language: OnceLock<Option<&'static str>>,
    /// Where the title stands, if it is none of the metadata.
    title: TextRange,
}

impl Document {
    /// What the builder gathered, indexed.
    fn from_builder(parts: Builder, metadata: Metadata, reading: Reading, source_map: SourceMap) -> Self {
        let digest = Digest::of(&parts.text);
        let units = Units::of(&parts.text);
        let n_misleading = invisible::n_misleading(&parts.text);
        let Builder { text, blocks, spans, links, images, places, n_images_left_out, .. } = parts;
        let (left_out, locators, remarks) = (parts.left_out, parts.locators, parts.remarks);
        let page_boxes = parts.boxes;
        let title = title_in(&text, &blocks);
        Self {
            title,
            text,
            blocks,
            spans,
            links,
            images,
            left_out,
            locators,
            remarks,
            page_boxes,
            places,
            metadata,
            reading,
            source_map,
            digest,
            n_misleading,
            n_images_left_out,
            units,
            guessed_language: OnceLock::new(),
        }
    }

    /// A document of plain paragraphs; for tests and for texts that come from no file.
    ///
    /// ```
    /// let document = postil::document::Document::plain("One.\n\nTwo.");
    /// assert_eq!(document.blocks().len(), 2);
    /// ```
    pub fn plain(text: &str) -> Self {
        import::plain::from_text(text.to_owned(), Reading::default(), SourceMap::default())
    }

    /// The reading text: what every offset refers to.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its blocks, in order; they do not overlap, and between two of them lie only line feeds.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The language as a BCP 47 tag: what the file says, else what the text looks like.
    ///
    /// ```
    /// let document = postil::document::Document::plain("Nobody knew how many people had been hurt there.");
    /// assert_eq!(document.language(), Some("en"));
    /// ```
    pub fn language(&self) -> Option<&str> {
        let guessed = || *self.guessed_language.get_or_init(|| language::guess(&self.text));
        self.metadata.language.as_deref().or_else(guessed)
    }

    /// The ranges of the blocks: what a search goes through, since no hit leaves its block.
    pub fn block_ranges(&self) -> Vec<TextRange> {
        self.blocks.iter().map(|block| block.range).filter(|range| !range.is_empty()).collect()
    }

    /// Inline styles, by their start; they may nest and never leave a block.
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// The inline styles that touch `range`.
    pub fn spans_in(&self, range: TextRange) -> impl Iterator<Item = &Span> {
        let before = self.spans.partition_point(|span| span.range.start() < range.end());
        // A span never leaves its block, so none that starts before the block of `range` reaches it.
        let first = self.paragraph_at(range.start()).start();
        let from = self.spans.partition_point(|span| span.range.start() < first);
        self.spans.get(from..before).unwrap_or_default().iter().filter(move |span| span.range.overlaps(range))
    }

    /// The address of a link.
    pub fn link(&self, index: u32) -> Option<&str> {
        self.links.get(index as usize).map(String::as_str)
    }

    /// Where a link to `#name` leads, in bytes; only places that some link leads to are kept.
    pub fn place(&self, name: &str) -> Option<TextSize> {
        self.places.get(name).copied()
    }

    /// Its pictures, in the order in which they stand beside the blocks.
    pub fn images(&self) -> &[Image] {
        &self.images
    }

    /// Which of them stand right before block `index`; of the number of blocks, those after all.
    pub fn images_before(&self, index: usize) -> std::ops::Range<usize> {
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        let start = self.images.partition_point(|image| image.before < index);
        start..self.images.partition_point(|image| image.before <= index)
    }

    /// What was judged to be no part of the article, in the order in which it stands beside the blocks.
    pub fn left_out(&self) -> &[LeftOut] {
        &self.left_out
    }

    /// How many words were left out in all.
    pub fn n_words_left_out(&self) -> usize {
        self.left_out.iter().map(|passage| passage.n_words as usize).sum()
    }

    /// Where its pages and chapters begin, in the order of the text; empty where the file has none.
    pub fn locators(&self) -> &[Locator] {
        &self.locators
    }

    /// The page or chapter that `offset` stands in.
    pub fn locator_at(&self, offset: TextSize, kind: LocatorKind) -> Option<&Locator> {
        let n_before = self.locators.partition_point(|locator| locator.start <= offset);
        self.locators.get(..n_before)?.iter().rev().find(|locator| locator.kind == kind)
    }

    /// What others wrote in its margin, in the order of the text.
    pub fn remarks(&self) -> &[Remark] {
        &self.remarks
    }

    /// Where its words stand on the pages of its file; empty for files without pages.
    pub fn page_boxes(&self) -> &PageBoxes {
        &self.page_boxes
    }

    /// Title, byline, dates, language.
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// Which importer made the text, from which encoding.
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// Where the pieces came from; empty where the importer cannot tell (HTML).
    pub fn source_map(&self) -> &SourceMap {
        &self.source_map
    }

    /// The SHA-256 of the reading text.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// How many of its characters are not seen and could mislead: see [`invisible::sign_in`].
    pub fn n_misleading(&self) -> usize {
        self.n_misleading
    }

    /// Conversions to code points, UTF-16 and lines.
    pub fn units(&self) -> &Units {
        &self.units
    }

    /// The text of `range`, empty where it is none.
    pub fn slice(&self, range: TextRange) -> &str {
        range.of(&self.text).unwrap_or_default()
    }

    /// The block that has `offset`, or the last one before it.
    pub fn block_at(&self, offset: TextSize) -> Option<usize> {
        self.blocks.partition_point(|block| block.range.start() <= offset).checked_sub(1)
    }

    /// The range of the block at `offset`; empty where there is none.
    pub fn paragraph_at(&self, offset: TextSize) -> TextRange {
        self.block_at(offset)
            .and_then(|i| self.blocks.get(i))
            .map_or(TextRange::empty(offset), |block| block.range)
    }

    /// The sentence at `offset`. Sentences never cross a block.
    pub fn sentence_at(&self, offset: TextSize) -> TextRange {
        boundary::sentence_at(&self.text, self.paragraph_at(offset), offset)
    }

    /// `range` cut to the text and grown to whole grapheme clusters.
    pub fn snap(&self, range: TextRange) -> TextRange {
        let all = TextRange::all(&self.text);
        boundary::snap_outward(&self.text, range.intersection(all).unwrap_or(TextRange::empty(all.end())))
    }

    /// `range` in code points, as files and the command line count.
    pub fn code_points(&self, range: TextRange) -> std::ops::Range<usize> {
        self.units.code_points(&self.text, range)
    }

    /// The first heading or the title from the metadata, else the first words.
    pub fn title(&self) -> &str {
        self.metadata.title.as_deref().unwrap_or_else(|| self.slice(self.title))
    }
}

/// The first line of the first heading, else of the first block that has words.
fn title_in(text: &str, blocks: &[Block]) -> TextRange {
    let heading = blocks.iter().find(|block| matches!(block.kind, BlockKind::Heading { .. }));
    let first = heading.or_else(|| blocks.iter().find(|block| !block.range.is_empty()));
    let Some(block) = first else { return TextRange::default() };
    let line = block.range.of(text).unwrap_or_default().lines().next().unwrap_or_default();
    let start = block.range.start() + TextSize::from_usize(line.len() - line.trim_start().len());
    TextRange::new(start, start + TextSize::of(line.trim()))
}
