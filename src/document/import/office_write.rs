//! The pieces of a word processor's file as blocks of the reading text.

use super::html_plain::MAX_BLOCKS;
use super::office::{Inline, Looks, Paragraph, Piece, Row, Shape};
use crate::document::{BlockKind, Builder, Extent, InlineStyle, Marker, Reason, Remark, Role};
use crate::text::{TextRange, TextSize};
use std::collections::BTreeMap;

/// From how many paragraphs in one cell on a table is a page laid out in columns.
const MANY_PARAGRAPHS: usize = 5;

/// A comment as the file has it.
#[derive(Clone, Debug, Default)]
pub(super) struct Comment {
    pub(super) author: Option<String>,
    pub(super) date: Option<String>,
    pub(super) text: String,
}

/// Writes pieces one after another.
pub(super) struct Writer {
    pub(super) builder: Builder,
    /// Whether what was left out is taken in.
    takes_all: bool,
    /// The comments, by their numbers in the file.
    pub(super) comments: BTreeMap<String, Comment>,
    /// Where those begin that are open.
    begun: BTreeMap<String, TextSize>,
    n_tables: u32,
    /// Whether the block that is open is code, in which the next line may go on.
    is_in_code: bool,
    /// The words of the paragraph that the file calls its title.
    pub(super) title: Option<String>,
    /// The words of a paragraph that the file calls its author.
    pub(super) byline: Option<String>,
    /// The words of a paragraph that the file calls its date.
    pub(super) date: Option<String>,
    /// How many deleted passages there were.
    pub(super) n_deleted: usize,
    /// Whether there were more blocks than are read.
    pub(super) is_cut: bool,
}

/// The links that are open in a paragraph, and where.
type Links = Vec<(String, TextSize)>;

impl Writer {
    /// An empty text of this extent.
    pub(super) fn new(extent: Extent) -> Self {
        Self {
            builder: Builder::default(),
            takes_all: extent != Extent::Article,
            comments: BTreeMap::new(),
            begun: BTreeMap::new(),
            n_tables: 0,
            is_in_code: false,
            title: None,
            byline: None,
            date: None,
            n_deleted: 0,
            is_cut: false,
        }
    }

    /// Writes pieces and what hangs on them, in their order.
    pub(super) fn write(&mut self, pieces: Vec<Piece>) {
        let mut waiting: Vec<Piece> = pieces.into_iter().rev().collect();
        while let Some(piece) = waiting.pop() {
            if MAX_BLOCKS <= self.builder.blocks().len() {
                self.is_cut = true;
                return;
            }
            match piece {
                Piece::Paragraph(mut paragraph) => {
                    let after = std::mem::take(&mut paragraph.after);
                    self.paragraph(paragraph);
                    waiting.extend(after.into_iter().rev());
                }
                Piece::Embedded(text) => self.n_tables = self.builder.append(*text, self.n_tables),
                Piece::Table(rows) if is_of_data(&rows) => {
                    let after = self.table(rows);
                    waiting.extend(after.into_iter().rev());
                }
                Piece::Table(rows) => {
                    let cells = rows.into_iter().flat_map(|row| row.cells);
                    let pieces: Vec<Piece> = cells.flat_map(|cell| cell.pieces).collect();
                    waiting.extend(pieces.into_iter().rev());
                }
            }
        }
    }

    fn paragraph(&mut self, paragraph: Paragraph) {
        let Paragraph { mut shape, mut inlines, left_out, .. } = paragraph;
        if let Some(why) = left_out.filter(|_| !self.takes_all) {
            let (words, rest): (Vec<_>, Vec<_>) =
                inlines.into_iter().partition(|inline| matches!(inline, Inline::Words(..) | Inline::Break));
            self.builder.end();
            self.builder.leave_out(why, &words_of(&words));
            return self.inlines(rest, false);
        }
        let is_code = shape.kind == BlockKind::Code;
        if !inlines.iter().any(|inline| self.is_seen(inline)) {
            self.builder.end();
            return self.inlines(inlines, false);
        }
        if !is_code {
            self.trim(&mut inlines);
        }
        self.note_what_it_says(&shape.kind, shape.role, &inlines);
        if let BlockKind::Heading { level } = &mut shape.kind {
            let is_below = self.title.is_some() && shape.role != Some(Role::Headline);
            *level = level.saturating_add(u8::from(is_below)).clamp(1, 6);
        }
        let goes_on = is_code && self.is_in_code && self.builder.is_open();
        if goes_on {
            self.builder.push("\n");
        } else {
            self.builder.begin(shape.kind, shape.quote_depth, shape.list_depth);
            self.builder.set_role(shape.role);
            if let Some(label) = &shape.label {
                self.builder.set_label(label);
            }
        }
        self.inlines(inlines, false);
        self.is_in_code = is_code;
        if !is_code {
            self.builder.end();
        }
    }

    /// Keeps what a paragraph says about the whole text.
    fn note_what_it_says(&mut self, kind: &BlockKind, role: Option<Role>, inlines: &[Inline]) {
        let place = match (kind, role) {
            (BlockKind::Heading { .. }, Some(Role::Headline)) => &mut self.title,
            (BlockKind::Paragraph, Some(Role::Byline)) => &mut self.byline,
            (BlockKind::Paragraph, Some(Role::Date)) => &mut self.date,
            _ => return,
        };
        if place.is_none() {
            let words = words_of(inlines);
            *place = Some(words.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }

    /// Writes a table as rows; gives back what hangs on the paragraphs of its cells.
    fn table(&mut self, rows: Vec<Row>) -> Vec<Piece> {
        let table = self.n_tables;
        self.n_tables += 1;
        let mut after = Vec::new();
        for row in rows {
            self.builder.end();
            let is_seen = row.cells.iter().flat_map(|cell| &cell.pieces).any(|piece| match piece {
                Piece::Paragraph(paragraph) => paragraph.inlines.iter().any(|inline| self.is_seen(inline)),
                Piece::Table(_) | Piece::Embedded(_) => false,
            });
            if is_seen {
                self.builder.begin(BlockKind::TableRow { header: row.is_header, table }, 0, 0);
            }
            let mut n_tabs = row.n_before;
            for cell in row.cells {
                let mut is_first = true;
                for piece in cell.pieces {
                    let Piece::Paragraph(mut paragraph) = piece else { continue };
                    after.append(&mut paragraph.after);
                    if paragraph.inlines.iter().any(|inline| self.is_seen(inline)) {
                        self.trim(&mut paragraph.inlines);
                        self.builder.push(&"\t".repeat(std::mem::take(&mut n_tabs)));
                        self.builder.push(if is_first { "" } else { " " });
                        is_first = false;
                        self.builder.push(&marker_of(&paragraph.shape));
                    }
                    self.inlines(paragraph.inlines, true);
                }
                n_tabs += cell.span;
            }
        }
        self.builder.end();
        after
    }

    /// Whether it gives letters of the text.
    fn is_seen(&self, inline: &Inline) -> bool {
        match inline {
            Inline::Words(words, _) => !words.trim().is_empty(),
            Inline::LeftOut(_, words) => self.takes_all && !words.trim().is_empty(),
            Inline::Sign(_) => true,
            _ => false,
        }
    }

    /// Takes white space and breaks away from both ends.
    fn trim(&self, inlines: &mut [Inline]) {
        for inline in inlines.iter_mut() {
            match inline {
                Inline::Words(words, _) => *words = words.trim_start().to_owned(),
                Inline::Break => *inline = Inline::Words(String::new(), Looks::default()),
                _ => {}
            }
            if self.is_seen(inline) {
                break;
            }
        }
        for inline in inlines.iter_mut().rev() {
            match inline {
                Inline::Words(words, _) => words.truncate(words.trim_end().len()),
                Inline::Break => *inline = Inline::Words(String::new(), Looks::default()),
                _ => {}
            }
            if self.is_seen(inline) {
                break;
            }
        }
    }

    fn inlines(&mut self, inlines: Vec<Inline>, in_row: bool) {
        let mut links = Links::new();
        for inline in inlines {
            self.inline(inline, in_row, &mut links);
        }
        for (address, start) in links {
            self.builder.link(TextRange::new(start, self.builder.here()), &address);
        }
    }

    fn inline(&mut self, inline: Inline, in_row: bool, links: &mut Links) {
        let is_open = self.builder.is_open();
        match inline {
            Inline::Words(words, looks) if is_open => self.words(&words, looks, in_row),
            Inline::Break if is_open => self.builder.push(if in_row { " " } else { "\n" }),
            Inline::Words(..) | Inline::Break => {}
            Inline::LinkBegins(address) => links.push((address, self.builder.here())),
            Inline::LinkEnds => {
                if let Some((address, start)) = links.pop() {
                    self.builder.link(TextRange::new(start, self.builder.here()), &address);
                }
            }
            Inline::Place(name) => self.builder.name_place(&name),
            Inline::Sign(sign) if is_open => {
                self.builder.part_reference(&sign);
                let start = self.builder.here();
                self.builder.push(&sign);
                let range = TextRange::new(start, self.builder.here());
                self.builder.style(range, InlineStyle::FootnoteReference);
            }
            Inline::Sign(_) => {}
            Inline::Picture { source, alt, size } => self.builder.image(&source, &alt, size),
            Inline::RemarkBegins(id) => drop(self.begun.insert(id, self.builder.here())),
            Inline::RemarkEnds(id) => self.remark(&id),
            Inline::LeftOut(why, words) => {
                self.n_deleted += usize::from(why == Reason::Deleted && !words.trim().is_empty());
                if self.takes_all && is_open {
                    let looks = Looks { struck: why == Reason::Deleted, ..Looks::default() };
                    self.words(&words, looks, in_row);
                } else if !self.takes_all {
                    self.builder.leave_out(why, &words);
                }
            }
        }
    }

    fn words(&mut self, words: &str, looks: Looks, in_row: bool) {
        let start = self.builder.here();
        if in_row {
            self.builder.push(&words.replace(['\t', '\n', '\r'], " "));
        } else {
            self.builder.push(words);
        }
        let range = TextRange::new(start, self.builder.here());
        let styles = [
            (looks.strong, InlineStyle::Strong),
            (looks.emphasis, InlineStyle::Emphasis),
            (looks.struck, InlineStyle::Strikethrough),
            (looks.code, InlineStyle::Code),
            (looks.raised, InlineStyle::Superscript),
            (looks.lowered, InlineStyle::Subscript),
        ];
        for (_, style) in styles.into_iter().filter(|(is_so, _)| *is_so) {
            self.builder.style(range, style);
        }
    }

    /// A comment ends here; one that never began is about a place.
    fn remark(&mut self, id: &str) {
        let here = self.builder.here();
        let start = self.begun.remove(id).unwrap_or(here);
        let Some(Comment { author, date, text }) = self.comments.remove(id) else { return };
        let range = TextRange::new(start.min(here), here);
        self.builder.remark(Remark { range, author, date, text: text.trim().to_owned() });
    }

    /// What is left of the comments: each is about the place where it begins, or stands at the end.
    pub(super) fn end_remarks(&mut self) {
        self.builder.end();
        let open: Vec<String> = self.comments.keys().cloned().collect();
        for id in open {
            let at = self.begun.remove(&id).unwrap_or(self.builder.here());
            let Some(Comment { author, date, text }) = self.comments.remove(&id) else { continue };
            let range = TextRange::new(at, at);
            self.builder.remark(Remark { range, author, date, text: text.trim().to_owned() });
        }
    }
}

/// The words of a paragraph.
pub(super) fn words_of(inlines: &[Inline]) -> String {
    let mut words = String::new();
    for inline in inlines {
        match inline {
            Inline::Words(more, _) => words.push_str(more),
            Inline::Break => words.push('\n'),
            _ => {}
        }
    }
    words
}

/// What stands before a paragraph within a cell, where it cannot be a block with a marker of its own.
fn marker_of(shape: &Shape) -> String {
    match (&shape.label, &shape.kind) {
        (Some(label), _) => format!("{label} "),
        (None, BlockKind::ListItem { marker: Marker::Number(number) }) => format!("{number}. "),
        (None, BlockKind::ListItem { .. }) => "• ".to_owned(),
        (None, _) => String::new(),
    }
}

/// Whether a table holds data, and not the columns of a page: some row has several cells, and none holds
/// what parts a text.
fn is_of_data(rows: &[Row]) -> bool {
    let cells = || rows.iter().flat_map(|row| &row.cells);
    let parts_text = |piece: &Piece| match piece {
        Piece::Table(_) | Piece::Embedded(_) => true,
        Piece::Paragraph(paragraph) => {
            matches!(paragraph.shape.kind, BlockKind::Heading { .. } | BlockKind::Code)
        }
    };
    let is_long = |pieces: &[Piece]| {
        let has_words = |piece: &&Piece| match piece {
            Piece::Paragraph(paragraph) => !words_of(&paragraph.inlines).trim().is_empty(),
            Piece::Table(_) | Piece::Embedded(_) => true,
        };
        MANY_PARAGRAPHS <= pieces.iter().filter(has_words).count()
    };
    rows.iter().any(|row| 1 < row.cells.len())
        && !cells().any(|cell| cell.pieces.iter().any(parts_text) || is_long(&cell.pieces))
}
