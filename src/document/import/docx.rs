//! DOCX, in the forms of Word and of the standard: which parts a file has, and what they give together.

use super::container::Container;
use super::docx_body::{Body, Met, Rules};
use super::docx_embedded;
use super::docx_numbering::Numbering;
use super::docx_rels::{Relation, Relations};
use super::docx_styles::Styles;
use super::office::{Elements, Piece};
use super::office_meta;
use super::office_notes::Notes;
use super::office_numbers::Digits;
use super::office_write::{Comment, Writer};
use super::xml::{Ns, Step, Xml};
use super::{File, ImportError, ImportWarning, Imported};
use crate::document::{Direction, Document, Metadata, Reason, Warned};
use std::collections::BTreeMap;

/// Reads a DOCX file.
pub(super) fn read(file: &File<'_>) -> Imported {
    let mut container = Container::open(file.bytes)?;
    let root = Relations::of("", &mut container)?;
    let main = root.part("officeDocument").unwrap_or("word/document.xml").to_owned();
    let text = container.text(&main)?;
    let relations = Relations::of(&main, &mut container)?;
    let mut parts = Parts { container, relations, warnings: Vec::new() };
    let metadata = parts.metadata(&root);
    let mut rules = parts.rules()?;
    let mut writer = Writer::new(file.options.extent);
    writer.comments = parts.comments();
    let relations = parts.relations.clone();
    let embedded = docx_embedded::of(&relations, &mut parts.container);
    let mut body = Body { embedded, ..Body::new(&text, &mut rules, &relations) };
    while let Some(pieces) = body.read_on() {
        writer.write(pieces);
    }
    let (pieces, mut met) = body.finish();
    writer.write(pieces);
    writer.write(std::mem::take(&mut met.endnotes));
    writer.end_remarks();
    parts.edges(&met, &mut writer);
    Ok(finish(file, writer, parts.warnings, &met, &rules, metadata))
}

fn finish(
    file: &File<'_>,
    writer: Writer,
    mut warnings: Vec<ImportWarning>,
    met: &Met,
    rules: &Rules,
    mut metadata: Metadata,
) -> Warned<Document, ImportWarning> {
    metadata.language = metadata.language.or_else(|| rules.styles.language.clone());
    metadata.direction = (met.n_paragraphs < 2 * met.n_right_to_left).then_some(Direction::RightToLeft);
    warnings.extend(met.is_damaged.then_some(ImportWarning::PartCut));
    warnings.extend(met.is_too_deep.then_some(ImportWarning::PartTooDeep));
    warnings.extend(met.has_changes.then_some(ImportWarning::Changes(writer.n_deleted)));
    warnings.extend((0 < met.n_chunks).then_some(ImportWarning::Embedded(met.n_chunks)));
    office_meta::finish(writer, metadata, file.reading(""), warnings)
}

/// The parts of a file around its text.
struct Parts<'a> {
    container: Container<'a>,
    relations: Relations,
    warnings: Vec<ImportWarning>,
}

impl Parts<'_> {
    /// A part of a kind beside the text; nothing where there is none. One that cannot be read is said.
    fn text(&mut self, kind: &str) -> String {
        let Some(name) = self.relations.part(kind).map(str::to_owned) else { return String::new() };
        match self.container.text(&name) {
            Ok(text) => text,
            Err(error) => {
                self.warnings.push(ImportWarning::Part(error));
                String::new()
            }
        }
    }

    fn metadata(&mut self, root: &Relations) -> Metadata {
        let mut metadata = Metadata::default();
        for (kind, fallback) in
            [("core-properties", "docProps/core.xml"), ("extended-properties", "docProps/app.xml")]
        {
            let name = root.part(kind).unwrap_or(fallback);
            match self.container.index(name) {
                Ok(text) => office_meta::read(&text.unwrap_or_default(), &mut metadata),
                Err(error) => self.warnings.push(ImportWarning::Part(error)),
            }
        }
        metadata
    }

    fn rules(&mut self) -> Result<Rules, ImportError> {
        let mut rules = Rules {
            styles: Styles::read(&self.text("styles")),
            numbering: Numbering::read(&self.text("numbering")),
            ..Rules::default()
        };
        let (footnotes, endnotes) = digits_of_notes(&self.text("settings"));
        let found = self.notes("footnotes", &mut rules)?;
        let found_last = self.notes("endnotes", &mut rules)?;
        rules.footnotes = Some(Notes::new(found, footnotes));
        rules.endnotes = Some(Notes::new(found_last, endnotes));
        Ok(rules)
    }

    /// The notes of a kind by their numbers in the file, each read as a text of its own.
    fn notes(&mut self, kind: &str, rules: &mut Rules) -> Result<BTreeMap<String, Vec<Piece>>, ImportError> {
        let text = self.text(kind);
        let name = self.relations.part(kind).unwrap_or_default().to_owned();
        let relations = Relations::of(&name, &mut self.container)?;
        let mut body = Body::new(&text, rules, &relations);
        while body.read_on().is_some() {}
        Ok(body.notes)
    }

    fn comments(&mut self) -> BTreeMap<String, Comment> {
        let text = self.text("comments");
        let (mut xml, mut comments) = (Xml::new(&text), BTreeMap::new());
        loop {
            match xml.step() {
                Step::Open(tag) if tag.is(Ns::Word, "comment") => {
                    let (author, date) = (tag.attribute("author"), tag.attribute("date"));
                    let id = tag.attribute("id").unwrap_or_default();
                    let text = xml.letters_in(&["t"]);
                    let author = author.filter(|author| !author.trim().is_empty());
                    comments.insert(id, Comment { author, date, text });
                }
                Step::Open(_) | Step::Close | Step::Letters(_) => {}
                Step::End | Step::Damaged | Step::TooDeep => return comments,
            }
        }
    }

    /// Names what stands at the head and the foot of each page.
    fn edges(&mut self, met: &Met, writer: &mut Writer) {
        let mut named: Vec<String> = Vec::new();
        for edge in &met.edges {
            let Some(Relation::Part(part)) = self.relations.get(&edge.relation) else { continue };
            let text = self.container.text(part).unwrap_or_default();
            let words = words_of_part(&text);
            if !words.is_empty() && !named.contains(&words) {
                let why = if edge.is_foot { Reason::PageFooter } else { Reason::PageHeader };
                writer.builder.leave_out(why, &words);
                named.push(words);
            }
        }
    }
}

/// The words of all paragraphs of a part.
fn words_of_part(text: &str) -> String {
    let mut xml = Xml::new(text);
    loop {
        match xml.step() {
            Step::Open(_) => return xml.letters_in(&["t"]).trim().to_owned(),
            Step::Letters(_) | Step::Close => {}
            Step::End | Step::Damaged | Step::TooDeep => return String::new(),
        }
    }
}

/// How footnotes and endnotes are numbered, by `settings.xml`.
fn digits_of_notes(settings: &str) -> (Digits, Digits) {
    let (mut footnotes, mut endnotes) = (Digits::Decimal, Digits::LowerRoman);
    let mut xml = Xml::new(settings);
    let mut of_endnotes = false;
    loop {
        match xml.step() {
            Step::Open(tag) if tag.ns == Ns::Word => match tag.name() {
                "footnotePr" => of_endnotes = false,
                "endnotePr" => of_endnotes = true,
                "numFmt" => {
                    let digits = Digits::of_word(&tag.attribute("val").unwrap_or_default());
                    *(if of_endnotes { &mut endnotes } else { &mut footnotes }) = digits;
                }
                _ => {}
            },
            Step::Open(_) | Step::Close | Step::Letters(_) => {}
            Step::End | Step::Damaged | Step::TooDeep => return (footnotes, endnotes),
        }
    }
}
