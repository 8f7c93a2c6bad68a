//! What a word processor's file is made of, before it becomes blocks: paragraphs, tables and boxes in each
//! other. Readers put them together here as the elements of the file begin and end.

use super::xml::{Step, Tag, Xml};
use crate::document::{BlockKind, Builder, Reason, Role};

/// What makes pieces of the XML of a text, element by element.
pub(super) trait Elements<'a> {
    /// The XML, and the pieces that are made of it.
    fn parts(&mut self) -> (&mut Xml<'a>, &mut Pieces);

    /// An element begins.
    fn open(&mut self, tag: &Tag<'_>);

    /// The innermost element that began ends.
    fn close(&mut self);

    /// Letters stand in it.
    fn letters(&mut self, letters: &str);

    /// What follows cannot be read, or its elements stand in each other too deep.
    fn break_off(&mut self, is_too_deep: bool);

    /// Reads on until something is finished; `None` at the end.
    fn read_on(&mut self) -> Option<Vec<Piece>> {
        loop {
            match self.parts().0.step() {
                Step::Open(tag) => self.open(&tag),
                Step::Close => {
                    self.close();
                    let done = self.parts().1.take_done();
                    if !done.is_empty() {
                        return Some(done);
                    }
                }
                Step::Letters(letters) => self.letters(&letters),
                Step::End => return None,
                end @ (Step::Damaged | Step::TooDeep) => {
                    self.break_off(matches!(end, Step::TooDeep));
                    return None;
                }
            }
        }
    }
}

/// What stands one below another.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    Paragraph(Paragraph),
    /// Rows of cells.
    Table(Vec<Row>),
    /// A text of another kind that the file holds.
    Embedded(Box<Builder>),
}

/// A row of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    pub(super) is_header: bool,
    /// How many columns stand empty before its first cell.
    pub(super) n_before: usize,
    pub(super) cells: Vec<Cell>,
}

/// A cell of a row.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    /// How many columns it reaches over.
    pub(super) span: usize,
    pub(super) pieces: Vec<Piece>,
}

/// What a paragraph will be.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    pub(super) kind: BlockKind,
    pub(super) role: Option<Role>,
    /// The number before it as the file writes it, where a marker cannot say it.
    pub(super) label: Option<String>,
    pub(super) quote_depth: u8,
    pub(super) list_depth: u8,
}

impl Default for Shape {
    fn default() -> Self {
        Self { kind: BlockKind::Paragraph, role: None, label: None, quote_depth: 0, list_depth: 0 }
    }
}

/// A paragraph.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraph {
    pub(super) shape: Shape,
    pub(super) inlines: Vec<Inline>,
    /// What hangs on it and is read after it: boxes and notes.
    pub(super) after: Vec<Piece>,
    /// Whether the next paragraph goes on in it: what parted them was deleted, or it is a large first letter.
    pub(super) goes_on: bool,
    /// Whether it is such a letter, and so part of the word that follows.
    pub(super) is_drop_cap: bool,
    /// What it is left out for, all of it.
    pub(super) left_out: Option<Reason>,
}

/// How words look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Looks {
    pub(super) strong: bool,
    pub(super) emphasis: bool,
    pub(super) struck: bool,
    pub(super) code: bool,
    pub(super) raised: bool,
    pub(super) lowered: bool,
}

impl Looks {
    /// This, and what `other` adds.
    pub(super) fn with(self, other: Self) -> Self {
        Self {
            strong: self.strong || other.strong,
            emphasis: self.emphasis || other.emphasis,
            struck: self.struck || other.struck,
            code: self.code || other.code,
            raised: self.raised || other.raised,
            lowered: self.lowered || other.lowered,
        }
    }
}

/// What a paragraph is made of.
#[derive(Clone, Debug)]
pub(super) enum Inline {
    Words(String, Looks),
    /// A break of the line.
    Break,
    /// A link begins, to this address.
    LinkBegins(String),
    LinkEnds,
    /// A place that has a name.
    Place(String),
    /// The sign of a note, as it is written.
    Sign(String),
    Picture {
        source: String,
        alt: String,
        /// In CSS pixels.
        size: Option<(u32, u32)>,
    },
    /// What a comment is about begins, by the comment's number in the file.
    RemarkBegins(String),
    /// It ends; where it never began, it is a place.
    RemarkEnds(String),
    LeftOut(Reason, String),
}

/// What is open while a file is read.
#[derive(Debug)]
enum Frame {
    Paragraph(Paragraph),
    Table(Vec<Row>),
    Row(Row),
    Cell(Cell),
    /// A box or a note, and what all paragraphs in it are.
    Aside(Vec<Piece>),
}

/// Pieces in the making.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    frames: Vec<Frame>,
    done: Vec<Piece>,
    /// How many inlines and tables there were; tells whether an element gave anything.
    n_made: usize,
}

impl Pieces {
    pub(super) fn open_paragraph(&mut self) {
        self.frames.push(Frame::Paragraph(Paragraph::default()));
    }

    pub(super) fn open_table(&mut self) {
        self.n_made += 1;
        self.frames.push(Frame::Table(Vec::new()));
    }

    pub(super) fn open_row(&mut self, is_header: bool) {
        self.frames.push(Frame::Row(Row { is_header, n_before: 0, cells: Vec::new() }));
    }

    pub(super) fn open_cell(&mut self, span: usize) {
        self.frames.push(Frame::Cell(Cell { span: span.max(1), pieces: Vec::new() }));
    }

    /// A box or a note begins within a paragraph, or between two.
    pub(super) fn open_aside(&mut self) {
        self.frames.push(Frame::Aside(Vec::new()));
    }

    /// Ends what began last.
    pub(super) fn close(&mut self) {
        match self.frames.pop() {
            Some(Frame::Paragraph(paragraph)) => self.attach(Piece::Paragraph(paragraph)),
            Some(Frame::Table(rows)) => self.attach(Piece::Table(rows)),
            Some(Frame::Row(row)) => match self.frames.last_mut() {
                Some(Frame::Table(rows)) => rows.push(row),
                _ => self.attach(Piece::Table(vec![row])),
            },
            Some(Frame::Cell(cell)) => match self.frames.last_mut() {
                Some(Frame::Row(row)) => row.cells.push(cell),
                _ => cell.pieces.into_iter().for_each(|piece| self.attach(piece)),
            },
            Some(Frame::Aside(pieces)) => pieces.into_iter().for_each(|piece| self.attach(piece)),
            None => {}
        }
    }

    /// Ends a box or a note, whose pieces go elsewhere.
    pub(super) fn close_aside(&mut self) -> Vec<Piece> {
        match self.frames.pop() {
            Some(Frame::Aside(pieces)) => pieces,
            other => {
                self.frames.extend(other);
                Vec::new()
            }
        }
    }

    fn attach(&mut self, piece: Piece) {
        match self.frames.last_mut() {
            Some(Frame::Paragraph(paragraph)) => paragraph.after.push(piece),
            Some(Frame::Table(rows)) => {
                rows.push(Row { cells: vec![Cell { span: 1, pieces: vec![piece] }], ..Row::default() });
            }
            Some(Frame::Row(row)) => row.cells.push(Cell { span: 1, pieces: vec![piece] }),
            Some(Frame::Cell(cell)) => join(&mut cell.pieces, piece),
            Some(Frame::Aside(pieces)) => join(pieces, piece),
            None => join(&mut self.done, piece),
        }
    }

    /// Puts a finished piece here.
    pub(super) fn add(&mut self, piece: Piece) {
        self.n_made += 1;
        self.attach(piece);
    }

    /// The innermost paragraph that is open.
    pub(super) fn paragraph(&mut self) -> Option<&mut Paragraph> {
        match self.frames.last_mut() {
            Some(Frame::Paragraph(paragraph)) => Some(paragraph),
            _ => None,
        }
    }

    /// The row that is open.
    pub(super) fn row(&mut self) -> Option<&mut Row> {
        match self.frames.last_mut() {
            Some(Frame::Row(row)) => Some(row),
            _ => None,
        }
    }

    /// The cell that is open.
    pub(super) fn cell(&mut self) -> Option<&mut Cell> {
        match self.frames.last_mut() {
            Some(Frame::Cell(cell)) => Some(cell),
            _ => None,
        }
    }

    /// Writes into the innermost paragraph; where none is open, into one of its own.
    pub(super) fn inline(&mut self, inline: Inline) {
        self.n_made += 1;
        match self.paragraph() {
            Some(paragraph) => write(paragraph, inline),
            None => {
                let inlines = vec![inline];
                self.attach(Piece::Paragraph(Paragraph { inlines, ..Paragraph::default() }));
            }
        }
    }

    /// How much was made so far; only for comparing.
    pub(super) fn n_made(&self) -> usize {
        self.n_made
    }

    /// Ends all that is open.
    pub(super) fn close_all(&mut self) {
        while !self.frames.is_empty() {
            self.close();
        }
    }

    /// What is finished and will not change: without a paragraph that the next one may go on in.
    pub(super) fn take_done(&mut self) -> Vec<Piece> {
        let is_waited_for = matches!(self.done.last(), Some(Piece::Paragraph(last)) if last.goes_on);
        if is_waited_for || !self.frames.is_empty() { Vec::new() } else { std::mem::take(&mut self.done) }
    }

    /// What is finished, whether or not it would go on.
    pub(super) fn take_all(&mut self) -> Vec<Piece> {
        std::mem::take(&mut self.done)
    }

    /// All of it.
    pub(super) fn finish(mut self) -> Vec<Piece> {
        self.close_all();
        self.done
    }
}

/// Words that look alike are one, and so are passages that are left out for the same reason.
fn write(paragraph: &mut Paragraph, inline: Inline) {
    match (paragraph.inlines.last_mut(), inline) {
        (Some(Inline::Words(words, looks)), Inline::Words(more, its_looks)) if *looks == its_looks => {
            words.push_str(&more);
        }
        (Some(Inline::LeftOut(why, words)), Inline::LeftOut(its_why, more)) if *why == its_why => {
            words.push_str(&more);
        }
        (_, inline) => paragraph.inlines.push(inline),
    }
}

/// Puts a piece below others: a paragraph may go on in it.
fn join(pieces: &mut Vec<Piece>, piece: Piece) {
    match (pieces.last_mut(), piece) {
        (Some(Piece::Paragraph(before)), Piece::Paragraph(next)) if before.goes_on => {
            if !before.is_drop_cap && ends_in_word(before) && begins_with_word(&next) {
                write(before, Inline::Words(" ".to_owned(), Looks::default()));
            }
            before.is_drop_cap = next.is_drop_cap;
            for inline in next.inlines {
                write(before, inline);
            }
            before.after.extend(next.after);
            before.goes_on = next.goes_on;
            before.shape = next.shape;
            before.left_out = before.left_out.and(next.left_out);
        }
        (_, piece) => pieces.push(piece),
    }
}

fn words(inline: &Inline) -> Option<&str> {
    match inline {
        Inline::Words(words, _) if !words.is_empty() => Some(words),
        _ => None,
    }
}

fn ends_in_word(paragraph: &Paragraph) -> bool {
    let last = paragraph.inlines.iter().rev().find_map(words);
    last.is_some_and(|words| words.ends_with(char::is_alphanumeric))
}

fn begins_with_word(paragraph: &Paragraph) -> bool {
    let first = paragraph.inlines.iter().find_map(words);
    first.is_some_and(|words| words.starts_with(char::is_alphanumeric))
}
