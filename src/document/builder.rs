//! Puts a reading text together from blocks; every importer but plain text uses it.

use super::left_out::{self, LeftOut, Reason};
use super::{
    Block, BlockKind, Document, Image, InlineStyle, Locator, LocatorKind, Metadata, PageBoxes, Reading,
    Remark, Role, SourceMap, Span,
};
use crate::text::{TextRange, TextSize};
use std::collections::BTreeMap;

/// The longest address of a link, in bytes; what is longer is a file in disguise.
const LONGEST_ADDRESS: usize = 8 * 1024;

/// What an address may not begin with: it would run, or is no place to go to.
const NO_PLACES: [&str; 3] = ["javascript:", "vbscript:", "data:"];

/// The most pictures of one article.
pub(super) const MAX_IMAGES: usize = 2_000;

/// The most bytes of all their addresses: short references to one long `data:` URL could otherwise
/// make gigabytes of a small file.
pub(super) const MAX_IMAGE_BYTES: usize = 128 * 1024 * 1024;

/// The longest name of a place, in bytes.
pub(super) const LONGEST_NAME: usize = 256;

/// The most places of one article that have names.
const MAX_PLACES: usize = 20_000;

/// What parts the sign of a footnote from the word or number before it. Narrower spaces that do not
/// break would make one word of both (U+202F), or one number with the digits before it (U+2009).
const BEFORE_REFERENCE: char = '\u{200a}';

/// How many blocks one style reaches into at most: many styles over many blocks would make gigabytes.
const MOST_BLOCKS: usize = 64;

/// A document in the making.
///
/// The separators are fixed, because offsets depend on them: two line feeds between blocks, one
/// between the items of a list and between the rows of a table, a tab between cells (which the
/// importer writes). Changing them means a new version of every importer.
#[derive(Clone, Debug, Default)]
pub struct Builder {
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    pub(super) spans: Vec<Span>,
    pub(super) links: Vec<String>,
    pub(super) images: Vec<Image>,
    /// Where the places stand that links within the article may lead to.
    pub(super) places: BTreeMap<String, TextSize>,
    /// Where an address stands in `links`: one for all references to it, since a short reference
    /// to a long address could otherwise make gigabytes of a small file.
    known_links: BTreeMap<String, u32>,
    n_image_bytes: usize,
    /// Pictures past the caps.
    pub(super) n_images_left_out: usize,
    pub(super) left_out: Vec<LeftOut>,
    n_left_out_bytes: usize,
    pub(super) locators: Vec<Locator>,
    pub(super) remarks: Vec<Remark>,
    pub(super) boxes: PageBoxes,
    open: Option<Open>,
}

/// A block that is being written.
#[derive(Clone, Debug)]
struct Open {
    kind: BlockKind,
    quote_depth: u8,
    list_depth: u8,
    start: TextSize,
    role: Option<Role>,
    label: Option<String>,
}

impl Builder {
    /// Begins a block: writes the separator from the one before. Ends an open one first.
    pub fn begin(&mut self, kind: BlockKind, quote_depth: u8, list_depth: u8) {
        self.end();
        if let Some(before) = self.blocks.last() {
            let same_list =
                matches!((&before.kind, &kind), (BlockKind::ListItem { .. }, BlockKind::ListItem { .. }))
                    && before.quote_depth == quote_depth;
            let same_table = matches!((&before.kind, &kind),
                (BlockKind::TableRow { table: a, .. }, BlockKind::TableRow { table: b, .. }) if a == b);
            self.text.push_str(if same_list || same_table { "\n" } else { "\n\n" });
        }
        let start = self.here();
        self.open = Some(Open { kind, quote_depth, list_depth, start, role: None, label: None });
    }

    /// Ends the open block, if there is one.
    pub fn end(&mut self) {
        if let Some(open) = self.open.take() {
            self.blocks.push(Block {
                kind: open.kind,
                range: TextRange::new(open.start, self.here()),
                quote_depth: open.quote_depth,
                list_depth: open.list_depth,
                role: open.role,
                label: open.label,
            });
        }
    }

    /// Gives the open block a role; `None` takes it away.
    pub fn set_role(&mut self, role: Option<Role>) {
        if let Some(open) = &mut self.open {
            open.role = role;
        }
    }

    /// Gives the open block a label, which is no part of the text.
    pub fn set_label(&mut self, label: &str) {
        if let Some(open) = &mut self.open {
            open.label = Some(label.to_owned());
        }
    }

    /// Records a passage that is no part of the article and stands here: before the next block that
    /// begins. Blank ones are passed over.
    pub fn leave_out(&mut self, why: Reason, text: &str) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        let room = left_out::MAX_BYTES.saturating_sub(self.n_left_out_bytes);
        let kept = text.get(..text.floor_char_boundary(room)).unwrap_or_default();
        self.n_left_out_bytes += kept.len();
        let before = u32::try_from(self.blocks.len() + usize::from(self.is_open())).unwrap_or(u32::MAX);
        let n_words = u32::try_from(text.split_whitespace().count()).unwrap_or(u32::MAX);
        self.left_out.push(LeftOut { before, why, text: kept.to_owned(), n_words });
    }

    /// A page or a chapter begins with the next character.
    pub fn locate(&mut self, kind: LocatorKind, label: &str) {
        let index = self.locators.iter().filter(|locator| locator.kind == kind).count();
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        self.locators.push(Locator { start: self.here(), kind, label: label.trim().to_owned(), index });
    }

    /// Records what somebody wrote about a passage in the file.
    pub fn remark(&mut self, remark: Remark) {
        self.remarks.push(remark);
    }

    /// Whether a block is open.
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Writes into the open block.
    pub fn push(&mut self, text: &str) {
        debug_assert!(self.open.is_some(), "text outside every block");
        self.text.push_str(text);
    }

    /// Parts the sign of a footnote, which is written next, from a letter or digit that it would run
    /// into: "35" with the note 1 is not 351, and at the end of a sentence not 35.1. Signs that are neither need
    /// nothing.
    pub fn part_reference(&mut self, sign: &str) {
        let ends_word = self.text.ends_with(char::is_alphanumeric);
        let number = self.text.strip_suffix(['.', ',']).filter(|_| sign.starts_with(char::is_numeric));
        let ends_number = number.is_some_and(|before| before.ends_with(char::is_numeric));
        if self.is_open() && (ends_number || ends_word && sign.starts_with(char::is_alphanumeric)) {
            self.text.push(BEFORE_REFERENCE);
        }
    }

    /// Where the next character will stand.
    pub fn here(&self) -> TextSize {
        TextSize::of(&self.text)
    }

    /// What has been written so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The blocks that are ended.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Cuts the text of the open block back to `to` (spaces at the end of a line, say).
    pub fn truncate(&mut self, to: TextSize) {
        let start = self.open.as_ref().map_or(self.here(), |open| open.start);
        self.text.truncate(to.max(start).to_usize());
        // A page that begins with the rest of a word begins where the word goes on.
        let end = self.here();
        self.locators.iter_mut().rev().take_while(|it| end < it.start).for_each(|it| it.start = end);
    }

    /// Gives `range` a style; empty ranges are passed over.
    pub fn style(&mut self, range: TextRange, style: InlineStyle) {
        if !range.is_empty() {
            self.spans.push(Span { range, style });
        }
    }

    /// Makes `range` a link to `address`, unless that is nothing that could be opened.
    pub fn link(&mut self, range: TextRange, address: &str) {
        let address = address.trim();
        let leads_nowhere =
            |scheme: &&str| address.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme));
        if range.is_empty()
            || address.is_empty()
            || LONGEST_ADDRESS < address.len()
            || NO_PLACES.iter().any(leads_nowhere)
        {
            return;
        }
        let index = self.known_links.get(address).copied().unwrap_or_else(|| {
            let index = u32::try_from(self.links.len()).unwrap_or(u32::MAX);
            self.links.push(address.to_owned());
            self.known_links.insert(address.to_owned(), index);
            index
        });
        self.style(range, InlineStyle::Link(index));
    }

    /// Names the place here: links to `#name` lead to it. Of several places with one name the first
    /// counts.
    pub fn name_place(&mut self, name: &str) {
        self.place_at(name, self.here());
    }

    /// Names a place that is known by its offset, as [`name_place`](Self::name_place) does.
    pub(super) fn place_at(&mut self, name: &str, at: TextSize) {
        let is_named = self.places.contains_key(name);
        if !is_named && !name.is_empty() && name.len() <= LONGEST_NAME && self.places.len() < MAX_PLACES {
            self.places.insert(name.to_owned(), at);
        }
    }

    /// Puts a picture here: before the next block that begins. Writes nothing into the text.
    pub fn image(&mut self, source: &str, alt: &str, declared: Option<(u32, u32)>) {
        if source.trim().is_empty() {
            return;
        }
        let before = self.blocks.len() + usize::from(self.is_open());
        let before = u32::try_from(before).unwrap_or(u32::MAX);
        self.take_image(Image { before, ..Image::new(source, alt, declared) });
    }

    /// Takes a picture whose place is known, unless there are too many.
    pub(super) fn take_image(&mut self, image: Image) {
        let n_bytes = self.n_image_bytes.saturating_add(image.source.len());
        if MAX_IMAGES <= self.images.len() || MAX_IMAGE_BYTES < n_bytes {
            self.n_images_left_out += 1;
        } else {
            self.n_image_bytes = n_bytes;
            self.images.push(image);
        }
    }

    /// Gives the picture that was put last the words of `range` for those who cannot see it.
    pub fn name_image(&mut self, range: TextRange) {
        let alt = range.of(&self.text).unwrap_or_default();
        if let Some(last) = self.images.last_mut().filter(|last| last.alt.is_empty()) {
            last.alt = super::image::alt_of(alt);
        }
    }

    /// Adds a finished block whose text stands already (plain text, where the file's lines stay).
    pub fn adopt(&mut self, text: String, blocks: Vec<Block>) {
        self.text = text;
        self.blocks = blocks;
    }

    /// Puts a block above all that are ended, for what is known only when they are.
    pub(super) fn put_first(&mut self, kind: BlockKind, text: &str) {
        let text = text.split([' ', '\t', '\n', '\r', '\u{c}']).filter(|word| !word.is_empty());
        let text = text.collect::<Vec<_>>().join(" ");
        self.end();
        let range = TextRange::all(&text);
        let head = if self.blocks.is_empty() { text } else { text + "\n\n" };
        let by = TextSize::of(&head);
        self.text.insert_str(0, &head);
        self.blocks.iter_mut().for_each(|block| block.range = block.range.shifted(by));
        self.spans.iter_mut().for_each(|span| span.range = span.range.shifted(by));
        self.places.values_mut().for_each(|at| *at = *at + by);
        self.images.iter_mut().for_each(|image| image.before = image.before.saturating_add(1));
        self.left_out.iter_mut().for_each(|passage| passage.before = passage.before.saturating_add(1));
        self.locators.iter_mut().for_each(|locator| locator.start = locator.start + by);
        self.remarks.iter_mut().for_each(|remark| remark.range = remark.range.shifted(by));
        self.boxes.shift(by);
        self.blocks.insert(0, Block { kind, range, quote_depth: 0, list_depth: 0, role: None, label: None });
    }

    /// The document.
    pub fn finish(mut self, metadata: Metadata, reading: Reading, source_map: SourceMap) -> Document {
        self.end();
        let end = self.here();
        self.spans = self.spans.iter().flat_map(|span| within_blocks(span, &self.blocks)).collect();
        self.spans.sort_by_key(|span| (span.range.start(), std::cmp::Reverse(span.range.end())));
        // Pages name far more places than they lead to.
        let is_led_to = |name: &str| self.known_links.contains_key(&format!("#{name}"));
        self.places.retain(|name, at| is_led_to(name) && *at <= end);
        super::image::settle(&mut self.images, &self.blocks);
        let all = TextRange::all(&self.text);
        for remark in &mut self.remarks {
            // The end of the text may have been cut back since.
            remark.range = remark.range.intersection(all).unwrap_or(TextRange::empty(end));
        }
        self.remarks.sort_by_key(|remark| remark.range.start());
        super::locator::settle(&mut self.locators, &self.blocks);
        Document::from_builder(self, metadata, reading, source_map)
    }
}

/// A style in each of the blocks that it reaches into: malformed mark-up may open it in one and close it
/// in another.
fn within_blocks<'a>(span: &'a Span, blocks: &'a [Block]) -> impl Iterator<Item = Span> + 'a {
    let first = blocks.partition_point(|block| block.range.end() <= span.range.start());
    let reached = blocks.get(first..).unwrap_or_default().iter();
    let reached = reached.take_while(|block| block.range.start() < span.range.end());
    let ranges = reached.filter_map(|block| block.range.intersection(span.range));
    let ranges = ranges.filter(|range| !range.is_empty()).take(MOST_BLOCKS);
    ranges.map(|range| Span { range, ..span.clone() })
}
