//! Texts that a DOCX file holds in parts of their own: those of other kinds that Word was to take in when it
//! opened the file (`altChunk`), and the words of diagrams (SmartArt).

use super::container::{self, Container};
use super::docx_rels::Relations;
use super::office::{Inline, Looks, Paragraph, Piece};
use super::xml::{Ns, Step, Xml};
use super::{decode, html, mhtml};
use crate::document::{BlockKind, Builder};
use std::collections::BTreeMap;

/// The texts by the names of their parts.
pub(super) type Embedded = BTreeMap<String, Vec<Piece>>;

/// Those that a part leads to. A file within the file is none of them: it would be one without end.
pub(super) fn of(relations: &Relations, container: &mut Container<'_>) -> Embedded {
    let mut embedded = Embedded::new();
    for (kind, part) in relations.kinds() {
        let pieces = match kind {
            "aFChunk" => {
                container.bytes(part, container::MAX_TEXT).ok().and_then(|bytes| chunk(&bytes, part))
            }
            "diagramData" => container.text(part).ok().map(|text| diagram(&text)),
            _ => continue,
        };
        embedded.extend(pieces.map(|pieces| (part.to_owned(), pieces)));
    }
    embedded
}

/// A page, a mail with a page in it, or a plain text.
fn chunk(bytes: &[u8], name: &str) -> Option<Vec<Piece>> {
    if container::is_archive(bytes) || bytes.starts_with(b"{\\rtf") {
        return None;
    }
    let saved = mhtml::is_mhtml(bytes).then(|| mhtml::open(bytes).ok()).flatten();
    let page = saved.as_ref().map(|saved| (saved.page.bytes(), saved.page.charset));
    let (bytes, charset) = match &page {
        Some((page, charset)) => (&**page, *charset),
        None => (bytes, None),
    };
    let declared = charset.or_else(|| html::declared_encoding(bytes));
    let text = decode::decode(bytes, None, declared).ok()?.text;
    let is_plain = page.is_none() && name.to_ascii_lowercase().ends_with(".txt");
    let builder = if is_plain { paragraphs(&text) } else { html::chapter(&text, false).value };
    Some(vec![Piece::Embedded(Box::new(builder))])
}

/// The lines of a plain text, each a paragraph as a word processor takes it.
fn paragraphs(text: &str) -> Builder {
    let mut builder = Builder::default();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        builder.begin(BlockKind::Paragraph, 0, 0);
        builder.push(line);
        builder.end();
    }
    builder
}

/// The words of a diagram, a paragraph for each of its.
fn diagram(text: &str) -> Vec<Piece> {
    let (mut xml, mut pieces) = (Xml::new(text), Vec::new());
    loop {
        match xml.step() {
            Step::Open(tag) if tag.is(Ns::Drawing, "p") => {
                let words = xml.letters_in(&["t"]);
                let inlines = vec![Inline::Words(words.trim().to_owned(), Looks::default())];
                pieces.push(Piece::Paragraph(Paragraph { inlines, ..Paragraph::default() }));
            }
            Step::Open(_) | Step::Close | Step::Letters(_) => {}
            Step::End | Step::Damaged | Step::TooDeep => return pieces,
        }
    }
}
