//! What stands in few ODT texts: notes, changes, comments, lists of contents, pictures and other objects.

use super::container::{source_of, within};
use super::odt_body::{Body, Leave};
use super::odt_changes::deleted;
use super::odt_frames::{self, Frame};
use super::office::Inline;
use super::office_notes::labelled;
use super::xml::Tag;
use crate::document::Reason;

impl Body<'_, '_> {
    /// What stands in few texts.
    pub(super) fn rare(&mut self, tag: &Tag<'_>) -> Option<Leave> {
        let value = |name: &str| tag.attribute(name);
        Some(match tag.name() {
            "note" => {
                self.notes.push((value("note-class").as_deref() == Some("endnote"), String::new()));
                Leave::Nothing
            }
            "note-citation" => return self.citation(value("label")),
            "note-body" => {
                self.pieces.open_aside();
                Leave::Note
            }
            "tracked-changes" => {
                self.met.has_changes = true;
                self.deleted = deleted(&mut self.xml);
                return None;
            }
            "change" => {
                let words = self.deleted.remove(&value("change-id").unwrap_or_default());
                self.pieces.inline(Inline::LeftOut(Reason::Deleted, words.unwrap_or_default()));
                Leave::Nothing
            }
            "section" if value("display").as_deref() == Some("none") => {
                self.n_hidden += 1;
                Leave::Hidden
            }
            "hidden-text" | "hidden-paragraph" if value("is-hidden").as_deref() == Some("true") => {
                let words = self.xml.letters();
                let words = value("string-value").filter(|_| words.trim().is_empty()).unwrap_or(words);
                self.pieces.inline(Inline::LeftOut(Reason::Hidden, words));
                return None;
            }
            "table-of-content" | "alphabetical-index" | "illustration-index" | "table-index"
            | "object-index" | "user-index" => {
                self.n_contents += 1;
                Leave::Contents
            }
            "ruby-text" => return self.beside(Reason::Reading),
            "placeholder" => return self.beside(Reason::Form),
            "script"
            | "sequence-decls"
            | "variable-decls"
            | "user-field-decls"
            | "number"
            | "dde-connection-decls" => return self.skip(),
            name if name.ends_with("-source") => return self.skip(),
            _ => Leave::Nothing,
        })
    }

    /// The sign of a note.
    fn citation(&mut self, label: Option<String>) -> Option<Leave> {
        let written = self.xml.letters();
        let sign = label.unwrap_or(written);
        if let Some((_, known)) = self.notes.last_mut() {
            known.clone_from(&sign);
        }
        self.pieces.inline(Inline::Sign(sign.trim().to_owned()));
        None
    }

    /// Words that are none of the article's.
    fn beside(&mut self, why: Reason) -> Option<Leave> {
        let words = self.xml.letters();
        self.pieces.inline(Inline::LeftOut(why, words));
        None
    }

    pub(super) fn drawn(&mut self, tag: &Tag<'_>) -> Option<Leave> {
        match tag.name() {
            "frame" => {
                self.frames.push(Frame::of(tag));
                return Some(Leave::Frame);
            }
            "image" => {
                if let Some(frame) = self.frames.last_mut() {
                    frame.sources.extend(tag.attribute("href"));
                }
            }
            "object" | "object-ole" => self.object(&tag.attribute("href").unwrap_or_default()),
            "text-box" => {
                self.pieces.open_aside();
                return Some(Leave::Piece);
            }
            name if odt_frames::SHAPES.contains(&name) => {
                self.pieces.open_aside();
                return Some(Leave::Piece);
            }
            _ => {}
        }
        Some(Leave::Nothing)
    }

    /// A formula or a chart in a folder of its own: its words are named.
    fn object(&mut self, folder: &str) {
        if let Some(frame) = self.frames.last_mut() {
            frame.is_object = true;
        }
        let name = within(folder, "content.xml").unwrap_or_default();
        if folder.is_empty() || !self.container.has(&name) {
            return;
        }
        let text = self.container.text(&name).unwrap_or_default();
        let words = odt_frames::words_of(&text);
        self.pieces.inline(Inline::LeftOut(Reason::Formula, words));
    }

    pub(super) fn office(&mut self, tag: &Tag<'_>) -> Option<Leave> {
        let name = || tag.attribute("name").unwrap_or_else(|| format!("\u{1}{}", self.comments.len()));
        match tag.name() {
            "annotation" => {
                let id = name();
                let comment = odt_frames::comment(&mut self.xml);
                self.comments.insert(id.clone(), comment);
                self.pieces.inline(Inline::RemarkBegins(id));
                None
            }
            "annotation-end" => {
                let id = name();
                self.pieces.inline(Inline::RemarkEnds(id));
                Some(Leave::Nothing)
            }
            "forms" | "scripts" | "font-face-decls" | "automatic-styles" | "styles" | "master-styles"
            | "meta" | "settings" => self.skip(),
            _ => Some(Leave::Nothing),
        }
    }

    pub(super) fn end_note(&mut self) {
        self.is_after_space = false;
        let pieces = self.pieces.close_aside();
        let (is_endnote, sign) = self.notes.pop().unwrap_or_default();
        let pieces = labelled(pieces, sign.trim());
        match self.pieces.paragraph() {
            Some(paragraph) if !is_endnote => paragraph.after.extend(pieces),
            _ => self.met.endnotes.extend(pieces),
        }
    }

    /// A frame ends: of the pictures in it, which are forms of one, the first is meant.
    pub(super) fn end_frame(&mut self) {
        let Some(frame) = self.frames.pop().filter(|frame| !frame.is_object) else { return };
        let Some(address) = frame.sources.first() else { return };
        let part = within("", address).filter(|part| self.container.has(part));
        let source = part.map_or_else(|| address.clone(), |part| source_of(&part));
        self.pieces.inline(Inline::Picture { source, alt: frame.alt, size: frame.size });
    }
}
