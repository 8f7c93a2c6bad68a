//! What word processors' files say about themselves, and the document that is made of their text.

use super::office_write::Writer;
use super::xml::{Ns, Step, Xml};
use super::{ImportWarning, Reading};
use crate::document::{Document, Metadata, SourceMap, Warned};

/// Reads the properties of a DOCX or an ODT file; what was read before stays.
pub(super) fn read(text: &str, metadata: &mut Metadata) {
    let mut xml = Xml::new(text);
    loop {
        match xml.step() {
            Step::Open(tag) => {
                let place = match (tag.ns, tag.name()) {
                    (Ns::Dublin, "title") => &mut metadata.title,
                    // The first who wrote it, before those who changed it.
                    (Ns::Meta, "initial-creator") => {
                        metadata.byline = None;
                        &mut metadata.byline
                    }
                    (Ns::Dublin, "creator") => &mut metadata.byline,
                    (Ns::Dublin, "created") | (Ns::Meta, "creation-date") => &mut metadata.published,
                    (Ns::Dublin, "modified" | "date") => &mut metadata.modified,
                    (Ns::Dublin, "language") => &mut metadata.language,
                    (Ns::Dublin, "publisher") | (Ns::Other, "Company") => &mut metadata.site,
                    (Ns::Dublin, "description") => &mut metadata.description,
                    _ => continue,
                };
                let words = xml.letters().split_whitespace().collect::<Vec<_>>().join(" ");
                if place.is_none() && !words.is_empty() {
                    *place = Some(words);
                }
            }
            Step::Close | Step::Letters(_) => {}
            Step::End | Step::Damaged | Step::TooDeep => return,
        }
    }
}

/// The document: what the text says about itself counts before what the file does.
pub(super) fn finish(
    writer: Writer,
    mut metadata: Metadata,
    reading: Reading,
    mut warnings: Vec<ImportWarning>,
) -> Warned<Document, ImportWarning> {
    metadata.title = writer.title.or(metadata.title);
    metadata.byline = writer.byline.or(metadata.byline);
    metadata.published = writer.date.or(metadata.published);
    warnings.extend(writer.is_cut.then_some(ImportWarning::Cut));
    let value = writer.builder.finish(metadata, reading, SourceMap::default());
    Warned { value, warnings }
}
