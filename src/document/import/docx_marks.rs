//! What stands in a DOCX file's text and is no letter of it: places, signs of notes, fields, controls,
//! pictures and formulas.

use super::container::source_of;
use super::docx_body::{Body, Leave, NoteReference};
use super::docx_props::Edge;
use super::docx_rels::Relation;
use super::docx_symbols::symbol;
use super::office::{Inline, Looks};
use super::xml::{Ns, Tag};
use crate::document::Reason;

impl Body<'_> {
    /// An element that stands for a letter or a place.
    pub(super) fn mark(&mut self, tag: &Tag<'_>) -> Option<Leave> {
        let id = || tag.attribute("id").unwrap_or_default();
        match tag.name() {
            "tab" | "ptab" => self.words("\t"),
            "br" | "cr" if self.shows() => self.pieces.inline(Inline::Break),
            "noBreakHyphen" => self.words("\u{2011}"),
            "softHyphen" => self.words("\u{ad}"),
            "sym" => {
                let font = tag.attribute("font").unwrap_or_default();
                let letter = symbol(&font, &tag.attribute("char").unwrap_or_default());
                self.words(letter.encode_utf8(&mut [0; 4]));
            }
            "bookmarkStart" => self.pieces.inline(Inline::Place(tag.attribute("name").unwrap_or_default())),
            "footnoteReference" | "endnoteReference" => self.note(tag),
            "commentRangeStart" => self.pieces.inline(Inline::RemarkBegins(id())),
            "commentRangeEnd" | "commentReference" => self.pieces.inline(Inline::RemarkEnds(id())),
            "fldChar" => match tag.attribute("fldCharType").as_deref() {
                Some("begin") => self.fields.begin(),
                Some("separate") => self.field_shows(),
                Some("end") => self.field_ends(),
                _ => {}
            },
            "sdtPr" => {
                self.control();
                return None;
            }
            "headerReference" | "footerReference" => self.met.edges.extend(Edge::of(tag)),
            "altChunk" => {
                let is_read = self.embedded(&id());
                self.met.n_chunks += usize::from(!is_read);
            }
            "rt" => {
                let reading = self.xml.letters_in(&["t"]);
                self.pieces.inline(Inline::LeftOut(Reason::Reading, reading));
                return None;
            }
            "ffData" | "tblPr" | "tblGrid" | "rubyPr" => {
                self.skip();
                return None;
            }
            _ => {}
        }
        Some(Leave::Nothing)
    }

    /// What a control says about its content: whether it is a list of contents, or empty.
    fn control(&mut self) {
        let mut is_placeholder = false;
        self.xml.each_within(|_, tag| {
            is_placeholder |= tag.is(Ns::Word, "showingPlcHdr");
            true
        });
        self.placeholders.push(is_placeholder);
    }

    pub(super) fn alternative(&mut self, tag: &Tag<'_>) -> Option<Leave> {
        match tag.name() {
            "AlternateContent" => {
                self.alternatives.push(self.pieces.n_made());
                Some(Leave::Alternatives)
            }
            // The first that gives anything is read.
            "Choice" | "Fallback" if self.alternatives.last().is_some_and(|&n| n != self.pieces.n_made()) => {
                self.skip();
                None
            }
            _ => Some(Leave::Nothing),
        }
    }

    /// Pictures, drawings and formulas.
    pub(super) fn drawn(&mut self, tag: &Tag<'_>) -> Option<Leave> {
        let value = |name: &str| tag.attribute(name).filter(|value| !value.trim().is_empty());
        match (tag.ns, tag.name()) {
            (Ns::WordDrawing, "inline" | "anchor") | (Ns::Vml, "shape") => {
                self.alt = value("alt").unwrap_or_default();
                self.size = None;
            }
            (Ns::WordDrawing, "extent") => {
                // English metric units: 9,525 to a pixel.
                let pixels = |name: &str| u32::try_from(tag.number(name)? / 9525).ok().filter(|&n| 0 < n);
                self.size = pixels("cx").zip(pixels("cy"));
            }
            (Ns::WordDrawing, "docPr") => {
                self.alt = value("descr").or_else(|| value("title")).unwrap_or_default();
            }
            (Ns::Drawing, "blip") => {
                let id = value("embed").or_else(|| value("link"));
                self.picture(&id.unwrap_or_default());
            }
            (Ns::Vml, "imagedata") => {
                if self.alt.is_empty() {
                    self.alt = value("title").unwrap_or_default();
                }
                self.picture(&value("id").or_else(|| value("pict")).unwrap_or_default());
            }
            (Ns::Vml, "textpath") => {
                self.pieces.inline(Inline::Words(value("string").unwrap_or_default(), Looks::default()));
            }
            (Ns::Diagram, "relIds") => {
                let id = value("dm").unwrap_or_default();
                self.pieces.open_aside();
                self.embedded(&id);
                self.pieces.close();
            }
            (Ns::Math, "oMath") => {
                let words = self.xml.letters_in(&["t"]);
                self.pieces.inline(Inline::LeftOut(Reason::Formula, words));
                return None;
            }
            (Ns::Drawing, "t") => {
                let words = self.xml.letters();
                self.pieces.inline(Inline::LeftOut(Reason::Formula, words + " "));
                return None;
            }
            _ => {}
        }
        Some(Leave::Nothing)
    }

    /// Puts a text here that stands in a part of its own; whether there is one.
    fn embedded(&mut self, id: &str) -> bool {
        let Some(Relation::Part(part)) = self.relations.get(id) else { return false };
        let Some(pieces) = self.embedded.get(part) else { return false };
        for piece in pieces.clone() {
            self.pieces.add(piece);
        }
        true
    }

    fn picture(&mut self, id: &str) {
        let source = match self.relations.get(id) {
            Some(Relation::Part(part)) => source_of(part),
            Some(Relation::Outside(address)) => address.clone(),
            None => return,
        };
        self.pieces.inline(Inline::Picture { source, alt: self.alt.clone(), size: self.size });
    }

    pub(super) fn address(&self, tag: &Tag<'_>) -> String {
        let anchor = tag.attribute("anchor").map(|anchor| format!("#{anchor}")).unwrap_or_default();
        let id = tag.attribute("id").unwrap_or_default();
        match self.relations.get(&id) {
            Some(Relation::Outside(address)) if address.contains('#') => address.clone(),
            Some(Relation::Outside(address)) => format!("{address}{anchor}"),
            _ => anchor,
        }
    }

    fn note(&mut self, tag: &Tag<'_>) {
        let has_sign =
            tag.attribute("customMarkFollows").is_some_and(|value| value != "0" && value != "false");
        let is_endnote = tag.name() == "endnoteReference";
        let note = NoteReference { is_endnote, id: tag.attribute("id").unwrap_or_default() };
        if has_sign {
            self.awaited = Some(note);
        } else {
            self.refer(note, None);
        }
    }

    pub(super) fn refer(&mut self, note: NoteReference, sign: Option<String>) {
        let rules = &mut *self.rules;
        let notes = if note.is_endnote { rules.endnotes.as_mut() } else { rules.footnotes.as_mut() };
        let Some((sign, pieces)) = notes.map(|notes| notes.refer(&note.id, sign)) else { return };
        self.pieces.inline(Inline::Sign(sign));
        match self.pieces.paragraph() {
            Some(paragraph) if !note.is_endnote => paragraph.after.extend(pieces),
            _ => self.met.endnotes.extend(pieces),
        }
    }

    pub(super) fn field_shows(&mut self) {
        if let Some(address) = self.fields.show() {
            self.pieces.inline(Inline::LinkBegins(address));
        }
    }

    pub(super) fn field_ends(&mut self) {
        if self.fields.end() {
            self.pieces.inline(Inline::LinkEnds);
        }
    }
}
