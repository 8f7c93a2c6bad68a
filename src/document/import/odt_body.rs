//! The elements of an ODT file's text as pieces.

use super::container::Container;
use super::odt_frames::Frame;
use super::odt_lists::Lists;
use super::odt_styles::{Resolved, Styles};
use super::office::{Elements, Inline, Looks, Piece, Pieces, Shape};
use super::office_names::{self, Class};
use super::office_write::Comment;
use super::xml::{Ns, Tag, Xml};
use crate::document::{BlockKind, Reason};
use std::collections::BTreeMap;

/// The most spaces or columns that one element stands for.
const MOST_REPEATED: usize = 63;

/// What the reading met besides its pieces.
#[derive(Debug, Default)]
pub(super) struct Met {
    pub(super) endnotes: Vec<Piece>,
    pub(super) is_damaged: bool,
    pub(super) is_too_deep: bool,
    pub(super) has_changes: bool,
    pub(super) n_right_to_left: usize,
    pub(super) n_paragraphs: usize,
}

/// What is to be done at the end of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leave {
    Nothing,
    Paragraph,
    Span,
    Link,
    List,
    Hidden,
    Contents,
    Note,
    Piece,
    HeaderRows,
    Frame,
}

/// A text that is read.
pub(super) struct Body<'a, 'b> {
    pub(super) styles: &'a Styles,
    pub(super) container: &'a mut Container<'b>,
    pub(super) xml: Xml<'a>,
    pub(super) pieces: Pieces,
    pub(super) leaves: Vec<Leave>,
    pub(super) lists: Lists,
    /// How words look, and whether they are hidden, by the paragraph and the spans around.
    pub(super) looks: Vec<(Looks, bool)>,
    /// Whether the letter before was white space, after which more of it is none.
    pub(super) is_after_space: bool,
    pub(super) n_hidden: usize,
    pub(super) n_contents: usize,
    pub(super) in_header_rows: bool,
    pub(super) frames: Vec<Frame>,
    /// The kind of the notes that are open, and their signs.
    pub(super) notes: Vec<(bool, String)>,
    pub(super) deleted: BTreeMap<String, String>,
    pub(super) comments: BTreeMap<String, Comment>,
    pub(super) met: Met,
}

impl<'a, 'b> Body<'a, 'b> {
    pub(super) fn new(text: &'a str, styles: &'a Styles, container: &'a mut Container<'b>) -> Self {
        Self {
            styles,
            container,
            xml: Xml::new(text),
            pieces: Pieces::default(),
            leaves: Vec::new(),
            lists: Lists::default(),
            looks: Vec::new(),
            is_after_space: true,
            n_hidden: 0,
            n_contents: 0,
            in_header_rows: false,
            frames: Vec::new(),
            notes: Vec::new(),
            deleted: BTreeMap::new(),
            comments: BTreeMap::new(),
            met: Met::default(),
        }
    }

    /// What is left at the end, and what was met.
    pub(super) fn finish(self) -> (Vec<Piece>, Met) {
        (self.pieces.finish(), self.met)
    }

    /// Passes over the rest of the element that began last.
    pub(super) fn skip(&mut self) -> Option<Leave> {
        self.xml.skip();
        None
    }

    fn element(&mut self, tag: &Tag<'_>) -> Option<Leave> {
        match tag.ns {
            Ns::Text => self.text(tag),
            Ns::Table => self.table(tag),
            Ns::Draw => self.drawn(tag),
            Ns::Office => self.office(tag),
            Ns::Svg if matches!(tag.name(), "title" | "desc") => {
                let words = self.xml.letters();
                if let Some(frame) = self.frames.last_mut() {
                    frame.say(&words);
                }
                None
            }
            Ns::Math => {
                let words = self.xml.letters();
                self.pieces.inline(Inline::LeftOut(Reason::Formula, words));
                None
            }
            Ns::Style | Ns::Meta | Ns::Dublin => self.skip(),
            _ => Some(Leave::Nothing),
        }
    }

    fn text(&mut self, tag: &Tag<'_>) -> Option<Leave> {
        let value = |name: &str| tag.attribute(name);
        let count = |name: &str| tag.number(name).and_then(|n| usize::try_from(n).ok());
        Some(match tag.name() {
            "p" | "h" => {
                self.paragraph(tag);
                Leave::Paragraph
            }
            "span" => {
                let found = self.styles.resolve("text", &value("style-name").unwrap_or_default());
                let (around, is_hidden) = self.looks.last().copied().unwrap_or_default();
                self.looks.push((around.with(found.looks), is_hidden || found.is_hidden));
                Leave::Span
            }
            "a" => {
                self.pieces.inline(Inline::LinkBegins(value("href").unwrap_or_default()));
                Leave::Link
            }
            "s" => {
                self.words(&" ".repeat(count("c").unwrap_or(1).clamp(1, MOST_REPEATED)));
                Leave::Nothing
            }
            "tab" => {
                self.words("\t");
                Leave::Nothing
            }
            "line-break" => {
                self.is_after_space = true;
                self.pieces.inline(Inline::Break);
                Leave::Nothing
            }
            "bookmark" | "bookmark-start" | "reference-mark" | "reference-mark-start" => {
                self.pieces.inline(Inline::Place(value("name").unwrap_or_default()));
                Leave::Nothing
            }
            "list" => {
                let is_continued = value("continue-numbering").as_deref() == Some("true");
                let goes_on = value("continue-list");
                self.lists.open(value("style-name"), value("id"), goes_on.as_deref(), is_continued);
                Leave::List
            }
            "list-item" => {
                self.lists.item(tag.number("start-value").and_then(|n| u64::try_from(n).ok()));
                Leave::Nothing
            }
            "list-header" => {
                self.lists.header();
                Leave::Nothing
            }
            _ => return self.rare(tag),
        })
    }

    fn table(&mut self, tag: &Tag<'_>) -> Option<Leave> {
        let repeated = || tag.number("number-columns-repeated").and_then(|n| usize::try_from(n).ok());
        match tag.name() {
            "table" | "sub-table" => self.pieces.open_table(),
            "table-header-rows" => {
                self.in_header_rows = true;
                return Some(Leave::HeaderRows);
            }
            "table-row" => self.pieces.open_row(self.in_header_rows),
            "table-cell" | "covered-table-cell" => {
                self.pieces.open_cell(repeated().unwrap_or(1).min(MOST_REPEATED));
            }
            "title" | "desc" | "shapes" => return self.skip(),
            _ => return Some(Leave::Nothing),
        }
        Some(Leave::Piece)
    }

    /// A paragraph begins.
    fn paragraph(&mut self, tag: &Tag<'_>) {
        let style = self.styles.resolve("paragraph", &tag.attribute("style-name").unwrap_or_default());
        let shape = self.shape(tag, &style);
        self.pieces.open_paragraph();
        let is_plain = !matches!(shape.kind, BlockKind::Heading { .. });
        self.looks.push((if is_plain { style.looks } else { Looks::default() }, style.is_hidden));
        self.is_after_space = true;
        self.met.n_paragraphs += 1;
        self.met.n_right_to_left += usize::from(style.is_right_to_left);
        let is_contents = 0 < self.n_contents || style.class == Some(Class::Contents);
        if let Some(paragraph) = self.pieces.paragraph() {
            paragraph.shape = shape;
            paragraph.left_out = is_contents.then_some(Reason::Navigation);
            if 0 < self.n_hidden {
                paragraph.left_out = Some(Reason::Hidden);
            }
        }
    }

    fn shape(&mut self, tag: &Tag<'_>, style: &Resolved) -> Shape {
        let level = tag.number("outline-level").or(style.outline).filter(|level| 0 < *level);
        let is_heading = tag.name() == "h" && style.class != Some(Class::Title);
        let class = match is_heading {
            true => Some(Class::Heading(level.and_then(|level| u8::try_from(level).ok()).unwrap_or(1))),
            false => style.class,
        };
        let mut shape = class.map_or_else(Shape::default, office_names::shape);
        let numbered = self.lists.count(style.list.as_deref(), self.styles);
        shape.list_depth = u8::try_from(self.lists.depth()).unwrap_or(u8::MAX);
        match (&shape.kind, numbered) {
            (BlockKind::Paragraph, Some(numbered)) => {
                shape.label = numbered.label;
                if let Some(marker) = numbered.marker {
                    shape.kind = BlockKind::ListItem { marker };
                }
            }
            (BlockKind::Heading { level }, None) if is_heading => {
                shape.label = self.lists.count_heading(usize::from(*level).saturating_sub(1), self.styles);
            }
            (_, numbered) => shape.label = numbered.and_then(|numbered| numbered.label),
        }
        if matches!(shape.kind, BlockKind::Heading { .. }) {
            shape.list_depth = 0;
        }
        shape
    }

    /// White space is one space, as in a page, and none at the beginning.
    /// Letters that stand as they are.
    fn words(&mut self, words: &str) {
        self.is_after_space = false;
        self.write(words.to_owned());
    }

    fn write(&mut self, words: String) {
        let (looks, is_hidden) = self.looks.last().copied().unwrap_or_default();
        self.pieces.inline(if is_hidden {
            Inline::LeftOut(Reason::Hidden, words)
        } else {
            Inline::Words(words, looks)
        });
    }
}

impl<'a> Elements<'a> for Body<'a, '_> {
    fn parts(&mut self) -> (&mut Xml<'a>, &mut Pieces) {
        (&mut self.xml, &mut self.pieces)
    }

    fn break_off(&mut self, is_too_deep: bool) {
        *if is_too_deep { &mut self.met.is_too_deep } else { &mut self.met.is_damaged } = true;
    }

    fn open(&mut self, tag: &Tag<'_>) {
        let leave = self.element(tag);
        self.leaves.extend(leave);
    }

    fn letters(&mut self, letters: &str) {
        if self.pieces.paragraph().is_none() {
            return;
        }
        let mut words = String::with_capacity(letters.len());
        for letter in letters.chars() {
            let is_space = matches!(letter, ' ' | '\t' | '\n' | '\r');
            match (is_space, self.is_after_space) {
                (true, false) => words.push(' '),
                (true, true) => {}
                (false, _) => words.push(letter),
            }
            self.is_after_space = is_space;
        }
        if !words.is_empty() {
            self.write(words);
        }
    }

    fn close(&mut self) {
        match self.leaves.pop() {
            Some(Leave::Paragraph) => {
                self.looks.pop();
                self.pieces.close();
            }
            Some(Leave::Span) => drop(self.looks.pop()),
            Some(Leave::Link) => self.pieces.inline(Inline::LinkEnds),
            Some(Leave::List) => self.lists.close(),
            Some(Leave::Hidden) => self.n_hidden = self.n_hidden.saturating_sub(1),
            Some(Leave::Contents) => self.n_contents = self.n_contents.saturating_sub(1),
            Some(Leave::Piece) => self.pieces.close(),
            Some(Leave::HeaderRows) => self.in_header_rows = false,
            Some(Leave::Note) => self.end_note(),
            Some(Leave::Frame) => self.end_frame(),
            Some(Leave::Nothing) | None => {}
        }
    }
}
