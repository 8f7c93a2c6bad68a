//! The elements of a DOCX file's text as pieces.

use super::docx_embedded::Embedded;
use super::docx_fields::Fields;
use super::docx_numbering::Numbering;
use super::docx_props::{Edge, ParagraphProps, TableProps};
use super::docx_rels::Relations;
use super::docx_styles::{RunProps, Styles};
use super::office::{Elements, Inline, Piece, Pieces, Shape};
use super::office_names::{self, Class};
use super::office_notes::Notes;
use super::xml::{Ns, Tag, Xml};
use crate::document::{BlockKind, Marker, Reason};
use std::collections::BTreeMap;

/// What a file says once for all of its parts.
#[derive(Clone, Debug, Default)]
pub(super) struct Rules {
    pub(super) styles: Styles,
    pub(super) numbering: Numbering,
    pub(super) footnotes: Option<Notes>,
    pub(super) endnotes: Option<Notes>,
}

/// What the reading of a part met besides its pieces.
#[derive(Debug, Default)]
pub(super) struct Met {
    /// The endnotes that were referred to, in their order.
    pub(super) endnotes: Vec<Piece>,
    /// The heads and feet of its pages.
    pub(super) edges: Vec<Edge>,
    /// Whether the rest of the part could not be read.
    pub(super) is_damaged: bool,
    /// Whether its elements stand in each other too deep.
    pub(super) is_too_deep: bool,
    /// Whether changes of it are recorded.
    pub(super) has_changes: bool,
    /// Files of other kinds that stand in it.
    pub(super) n_chunks: usize,
    /// How many paragraphs run from right to left, and how many there are.
    pub(super) n_right_to_left: usize,
    pub(super) n_paragraphs: usize,
}

/// A reference to a note whose sign is not known yet.
#[derive(Debug)]
pub(super) struct NoteReference {
    pub(super) is_endnote: bool,
    pub(super) id: String,
}

/// What is to be done at the end of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leave {
    Nothing,
    Run,
    Words,
    FieldCode,
    Frame,
    Deleted,
    Link,
    Field,
    Alternatives,
    Paragraph,
    Content,
    Note,
}

/// A part that is read.
pub(super) struct Body<'a> {
    pub(super) rules: &'a mut Rules,
    pub(super) relations: &'a Relations,
    /// What stands in parts of its own.
    pub(super) embedded: Embedded,
    pub(super) xml: Xml<'a>,
    pub(super) pieces: Pieces,
    pub(super) leaves: Vec<Leave>,
    /// What the runs around say, the innermost last.
    pub(super) runs: Vec<RunProps>,
    pub(super) fields: Fields,
    /// How deep the letters stand that are words, and those that are deleted.
    pub(super) n_words: usize,
    pub(super) n_deleted: usize,
    /// How much was made when the alternatives around began.
    pub(super) alternatives: Vec<usize>,
    /// What the drawing says that is open.
    pub(super) alt: String,
    pub(super) size: Option<(u32, u32)>,
    /// Whether the control around shows only what should be written there.
    pub(super) placeholders: Vec<bool>,
    /// The note whose sign the author wrote, which comes next.
    pub(super) awaited: Option<NoteReference>,
    /// Where the part holds notes: the number of the one that is open, and those that are read.
    pub(super) note_id: String,
    pub(super) notes: BTreeMap<String, Vec<Piece>>,
    pub(super) met: Met,
}

impl<'a> Body<'a> {
    pub(super) fn new(text: &'a str, rules: &'a mut Rules, relations: &'a Relations) -> Self {
        Self {
            rules,
            relations,
            embedded: Embedded::new(),
            xml: Xml::new(text),
            pieces: Pieces::default(),
            leaves: Vec::new(),
            runs: Vec::new(),
            fields: Fields::default(),
            n_words: 0,
            n_deleted: 0,
            alternatives: Vec::new(),
            alt: String::new(),
            size: None,
            placeholders: Vec::new(),
            awaited: None,
            note_id: String::new(),
            notes: BTreeMap::new(),
            met: Met::default(),
        }
    }

    /// What is left at the end, and what was met.
    pub(super) fn finish(self) -> (Vec<Piece>, Met) {
        (self.pieces.finish(), self.met)
    }

    /// Passes over the rest of the element that began last.
    pub(super) fn skip(&mut self) {
        self.xml.skip();
    }

    /// An element of Word's own; `None` where all of it was read.
    fn word(&mut self, tag: &Tag<'_>) -> Option<Leave> {
        Some(match tag.name() {
            "p" => {
                self.pieces.open_paragraph();
                self.shape(ParagraphProps::default(), true);
                Leave::Paragraph
            }
            "r" => {
                self.runs.push(RunProps::default());
                Leave::Run
            }
            "pPr" | "rPr" => {
                self.properties(tag);
                return None;
            }
            "t" | "delText" => {
                self.n_words += 1;
                Leave::Words
            }
            "instrText" => Leave::FieldCode,
            "tbl" | "tr" | "tc" | "trPr" | "tcPr" => return self.table(tag),
            "del" | "ins" | "moveFrom" | "moveTo" => return self.change(tag),
            "sdtEndPr" | "delInstrText" => {
                self.skip();
                return None;
            }
            "footnote" | "endnote" => return self.footnote(tag),
            "sdtContent" => Leave::Content,
            "hyperlink" => {
                let address = self.address(tag);
                self.pieces.inline(Inline::LinkBegins(address));
                Leave::Link
            }
            "fldSimple" => {
                self.fields.begin();
                self.fields.code(&tag.attribute("instr").unwrap_or_default());
                self.field_shows();
                Leave::Field
            }
            "txbxContent" => {
                self.pieces.open_aside();
                Leave::Frame
            }
            _ => return self.mark(tag),
        })
    }

    /// How a paragraph or a run looks, for the one that is open.
    fn properties(&mut self, tag: &Tag<'_>) {
        if tag.name() == "pPr" {
            let props = ParagraphProps::read(&mut self.xml);
            return self.shape(props, false);
        }
        let props = RunProps::read(&mut self.xml);
        if let Some(run) = self.runs.last_mut() {
            *run = self.rules.styles.run(props);
        }
    }

    /// A footnote; `None` for the lines between the text and its notes.
    fn footnote(&mut self, tag: &Tag<'_>) -> Option<Leave> {
        if tag.attribute("type").is_some_and(|kind| kind != "normal") {
            self.skip();
            return None;
        }
        self.pieces.open_aside();
        self.note_id = tag.attribute("id").unwrap_or_default();
        Some(Leave::Note)
    }

    /// A table, or what belongs to one.
    fn table(&mut self, tag: &Tag<'_>) -> Option<Leave> {
        match tag.name() {
            "tbl" => self.pieces.open_table(),
            "tr" => self.pieces.open_row(false),
            "tc" => self.pieces.open_cell(1),
            _ => {
                let props = TableProps::read(&mut self.xml);
                self.of_table(&props);
                return None;
            }
        }
        Some(Leave::Frame)
    }

    /// What somebody changed while changes were recorded.
    fn change(&mut self, tag: &Tag<'_>) -> Option<Leave> {
        self.met.has_changes = true;
        match tag.name() {
            "del" => {
                self.n_deleted += 1;
                Some(Leave::Deleted)
            }
            // It stands at its new place as well.
            "moveFrom" => {
                self.skip();
                None
            }
            _ => Some(Leave::Nothing),
        }
    }

    fn of_table(&mut self, props: &TableProps) {
        if let Some(cell) = self.pieces.cell() {
            cell.span = props.span;
        } else if let Some(row) = self.pieces.row() {
            row.is_header = props.is_header;
            row.n_before = props.n_before;
            self.met.has_changes |= props.is_deleted;
        }
    }

    /// Gives the open paragraph its shape. One that says nothing about itself has it from the default style.
    fn shape(&mut self, props: ParagraphProps, is_default: bool) {
        let Rules { styles, numbering, .. } = &mut *self.rules;
        let style = styles.paragraph(props.style.as_deref());
        let outline = props.outline.or(style.outline);
        let class = match outline {
            Some(level @ 0..=8) if !matches!(style.class, Some(Class::Title)) => {
                Some(Class::Heading(u8::try_from(level + 1).unwrap_or(9)))
            }
            Some(_) if props.outline.is_some() => {
                style.class.filter(|class| !matches!(class, Class::Heading(_)))
            }
            _ => style.class,
        };
        let mut shape = class.map_or_else(Shape::default, office_names::shape);
        let list = props.list.or(style.list).filter(|&list| 0 < list && !is_default);
        let numbered = list.and_then(|list| {
            let level = props.level.or(style.level).and_then(|level| usize::try_from(level).ok());
            let level = level.or_else(|| numbering.level_of(list, &style.names, styles));
            numbering.count(list, level.unwrap_or_default(), styles)
        });
        if let Some(numbered) = numbered {
            if shape.kind == BlockKind::Paragraph
                && let Some(marker) = numbered.marker
            {
                shape.kind = BlockKind::ListItem { marker };
                shape.list_depth = u8::try_from(numbered.level + 1).unwrap_or(u8::MAX);
                shape.label = numbered.label;
            } else if let Some(Marker::Number(n)) = numbered.marker {
                shape.label = Some(numbered.label.unwrap_or_else(|| n.to_string()));
            }
        }
        if !is_default {
            self.met.n_paragraphs += 1;
            self.met.n_right_to_left += usize::from(props.is_right_to_left);
            self.met.edges.extend(props.edges);
            self.met.has_changes |= props.goes_on;
        }
        if let Some(paragraph) = self.pieces.paragraph() {
            paragraph.shape = shape;
            paragraph.goes_on = props.goes_on || props.is_drop_cap;
            paragraph.is_drop_cap = props.is_drop_cap;
            paragraph.left_out = (class == Some(Class::Contents)).then_some(Reason::Navigation);
        }
    }

    pub(super) fn shows(&self) -> bool {
        !self.fields.is_in_code() && self.n_deleted == 0
    }

    pub(super) fn words(&mut self, words: &str) {
        let run = self.runs.last().cloned().unwrap_or_default();
        let why = if self.fields.is_in_code() {
            return;
        } else if 0 < self.n_deleted {
            Some(Reason::Deleted)
        } else if run.hidden == Some(true) {
            Some(Reason::Hidden)
        } else if self.placeholders.last() == Some(&true) {
            Some(Reason::Form)
        } else {
            None
        };
        let words = words.to_owned();
        self.pieces.inline(match why {
            Some(why) => Inline::LeftOut(why, words),
            None => match self.awaited.take() {
                Some(note) => return self.refer(note, Some(words.trim().to_owned())),
                None => Inline::Words(words, run.looks()),
            },
        });
    }
}

impl<'a> Elements<'a> for Body<'a> {
    fn parts(&mut self) -> (&mut Xml<'a>, &mut Pieces) {
        (&mut self.xml, &mut self.pieces)
    }

    fn break_off(&mut self, is_too_deep: bool) {
        *if is_too_deep { &mut self.met.is_too_deep } else { &mut self.met.is_damaged } = true;
    }

    fn open(&mut self, tag: &Tag<'_>) {
        let leave = match tag.ns {
            Ns::Word => self.word(tag),
            Ns::Compat => self.alternative(tag),
            _ => self.drawn(tag),
        };
        self.leaves.extend(leave);
    }

    fn letters(&mut self, letters: &str) {
        if self.leaves.last() == Some(&Leave::FieldCode) {
            self.fields.code(letters);
        } else if 0 < self.n_words {
            self.words(&letters.replace(['\n', '\r'], " "));
        }
    }

    fn close(&mut self) {
        match self.leaves.pop() {
            Some(Leave::Run) => {
                self.runs.pop();
                if let Some(note) = self.awaited.take() {
                    self.refer(note, None);
                }
            }
            Some(Leave::Words) => self.n_words = self.n_words.saturating_sub(1),
            Some(Leave::Deleted) => self.n_deleted = self.n_deleted.saturating_sub(1),
            Some(Leave::Link) => self.pieces.inline(Inline::LinkEnds),
            Some(Leave::Field) => self.field_ends(),
            Some(Leave::Alternatives) => drop(self.alternatives.pop()),
            Some(Leave::Content) => drop(self.placeholders.pop()),
            Some(Leave::Frame) => self.pieces.close(),
            Some(Leave::Note) => {
                self.pieces.close();
                self.notes.insert(std::mem::take(&mut self.note_id), self.pieces.take_all());
            }
            Some(Leave::Paragraph) => {
                self.fields.end_paragraph();
                self.pieces.close();
            }
            Some(Leave::Nothing | Leave::FieldCode) | None => {}
        }
    }
}
