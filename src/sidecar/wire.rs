//! The words of the format, and what kind of line a line is.

use super::caps::MAX_LINE;
use super::convert;
use super::file::{Content, Header};
use super::line::{Object, Pairs, quoted};
use super::line_bytes::LineBytes;
use super::union::{Removable, Version};
use super::warning::{LayerWarning, LineFault};
use crate::document::{Digest, DocumentId, Timestamp};
use crate::layer::{Annotator, AnnotatorId, LayerId};
use uuid::Uuid;

/// The version of the format that we write. A file with a higher one opens read-only.
pub const FORMAT: u64 = 1;

/// The same on every line: the model's, and what our own keys mean.
pub const CONTEXT: &str = concat!(
    r#"["http://www.w3.org/ns/anno.jsonld","#,
    r#"{"postil":"urn:uuid:c9a2f5d8-3b64-4e0a-9d17-6f2b8e51a043#","assessing":"oa:assessing"}]"#
);

/// What is said to the reader of a file.
#[derive(Debug, Default)]
pub(super) struct Warnings {
    /// The line being read.
    pub(super) line: usize,
    /// What was said.
    pub(super) all: Vec<LayerWarning>,
}

impl Warnings {
    /// Says something of the line being read.
    pub(super) fn say(&mut self, fault: LineFault) {
        self.all.push(LayerWarning::Line(self.line, fault));
    }
}

/// What a line turned out to be.
#[derive(Debug)]
pub(super) enum Line {
    /// Says what the file is.
    Header(Version<Header>),
    /// A version of the thing with that id.
    Version(Uuid, Version<Content>),
    /// An object, but none that we could sort.
    Stray,
    /// Nothing.
    Unreadable,
}

impl Removable for Content {
    fn is_removal(&self) -> bool {
        matches!(self, Self::Removed)
    }
}

impl Removable for Header {
    fn is_removal(&self) -> bool {
        false
    }
}

/// Reads a line without its end.
pub(super) fn read_line(bytes: &LineBytes, warnings: &mut Warnings) -> Line {
    if MAX_LINE < bytes.len() {
        warnings.say(LineFault::TooLong);
        return Line::Unreadable;
    }
    let Some(pairs) = std::str::from_utf8(bytes).ok().and_then(Pairs::read) else {
        warnings.say(LineFault::Unreadable);
        return Line::Unreadable;
    };
    if pairs.says("type", "AnnotationCollection") {
        match read_header(&pairs) {
            Some(header) => return Line::Header(version(header, &pairs, bytes)),
            None => warnings.say(LineFault::BareHeader),
        }
    }
    let Some(id) = pairs.text("id").and_then(|iri| read_iri(&iri)) else {
        warnings.say(LineFault::NoId);
        return Line::Stray;
    };
    let content = if pairs.says("type", "as:Tombstone") {
        Content::Removed
    } else if pairs.says("type", "Annotation") {
        convert::read(id, &pairs, warnings)
    } else {
        warnings.say(LineFault::OtherKind);
        Content::Foreign
    };
    Line::Version(id, version(content, &pairs, bytes))
}

/// The version that a line is, from the keys that every line has.
fn version<T>(content: T, pairs: &Pairs<'_>, bytes: &LineBytes) -> Version<T> {
    let at = ["modified", "as:deleted", "created"].into_iter().find_map(|key| read_time(pairs, key));
    let rev = pairs.number("postil:rev").unwrap_or(1);
    let was = pairs.items("postil:was").into_iter().filter_map(super::line::text).collect();
    Version::new(content, rev, was, at.unwrap_or_default(), bytes.clone())
}

/// A line that we wrote.
pub(super) fn written<T>(content: T, line: String, rev: u64, was: Vec<String>, at: Timestamp) -> Version<T> {
    Version::new(content, rev, was, at, line.into_bytes())
}

/// The UUID of a `urn:uuid:` IRI.
pub(super) fn read_iri(iri: &str) -> Option<Uuid> {
    Uuid::try_parse(iri.strip_prefix("urn:uuid:")?).ok()
}

/// A time with zone; fractions of a second are cut.
pub(super) fn read_time(pairs: &Pairs<'_>, key: &str) -> Option<Timestamp> {
    pairs.text(key)?.parse().ok()
}

/// For the file; a zero stands for a time that nobody knows.
pub(super) fn time(time: Timestamp) -> Option<String> {
    (time != Timestamp::default()).then(|| time.to_string())
}

fn read_header(pairs: &Pairs<'_>) -> Option<Header> {
    let creator = pairs.object("creator");
    let annotator = match &creator {
        Some(person) => person.text("id")?,
        None => pairs.text("creator")?,
    };
    let document = pairs.object("postil:document")?;
    let codebook = pairs.object("postil:codebook").unwrap_or_default();
    let revision = codebook.number("postil:rev").and_then(|rev| u32::try_from(rev).ok());
    Some(Header {
        layer: LayerId(read_iri(&pairs.text("id")?)?),
        annotator: Annotator::new(
            AnnotatorId(read_iri(&annotator)?),
            &creator.and_then(|person| person.text("name")).unwrap_or_default(),
        ),
        created: read_time(pairs, "created").unwrap_or_default(),
        document: DocumentId(read_iri(&document.text("id")?)?),
        title: document.text("dc:title").unwrap_or_default(),
        file: document.text("postil:file").unwrap_or_default(),
        digest: document.text("postil:digest").and_then(|name| name.parse().ok()),
        codebook: (codebook.text("postil:name").unwrap_or_default(), revision.unwrap_or_default()),
        // A number that is none of ours is no reason to write over the file.
        format: match pairs.get("postil:format") {
            Some(_) => pairs.number("postil:format").unwrap_or(u64::MAX),
            None => FORMAT,
        },
        closed: read_time(pairs, "postil:closed"),
    })
}

/// The header's line. `old` is the one it replaces, for what we do not know in it.
pub(super) fn header_line(header: &Header, old: Option<&Pairs<'_>>, rev: u64, was: &[String]) -> String {
    let old_of = |key: &str| old.and_then(|pairs| pairs.object(key));
    let not_empty = |text: &'_ str| (!text.is_empty()).then(|| quoted(text));
    let creator = Object::new()
        .text("id", &header.annotator.id.iri())
        .text("type", "Person")
        .text("name", &header.annotator.name)
        .rest_of(old_of("creator").as_ref(), &["id", "type", "name"])
        .close();
    let document = Object::new()
        .text("id", &header.document.iri())
        .json_if("dc:title", not_empty(&header.title).as_deref())
        .json_if("postil:file", not_empty(&header.file).as_deref())
        .text_if("postil:digest", header.digest.map(Digest::ni).as_deref())
        .rest_of(old_of("postil:document").as_ref(), &["id", "dc:title", "postil:file", "postil:digest"])
        .close();
    let (name, revision) = &header.codebook;
    let codebook = Object::new()
        .text("postil:name", name)
        .number_if("postil:rev", Some(u64::from(*revision)))
        .rest_of(old_of("postil:codebook").as_ref(), &["postil:name", "postil:rev"])
        .close();
    Object::new()
        .json("@context", CONTEXT)
        .text("id", &header.layer.iri())
        .text("type", "AnnotationCollection")
        .text("label", &label(header))
        .json("creator", &creator)
        .text_if("created", time(header.created).as_deref())
        .number_if("postil:format", Some(FORMAT))
        .json("postil:document", &document)
        .json("postil:codebook", &codebook)
        .text_if("postil:closed", header.closed.map(|at| at.to_string()).as_deref())
        .number_if("postil:rev", Some(rev))
        .texts("postil:was", was)
        .rest_of(old, HEADER_KEYS)
        .close()
}

/// What programs that know only the model show of the file.
fn label(header: &Header) -> String {
    let about = if header.is_of_folder() { &header.title } else { &header.file };
    format!("{}: {about}", header.annotator.name)
}

const HEADER_KEYS: &[&str] = &[
    "@context",
    "id",
    "type",
    "label",
    "creator",
    "created",
    "postil:format",
    "postil:document",
    "postil:codebook",
    "postil:closed",
    "postil:rev",
    "postil:was",
];

/// What stays of a mark or relation that was removed.
pub(super) fn tombstone(id: Uuid, creator: AnnotatorId, at: Timestamp, rev: u64, was: &[String]) -> String {
    Object::new()
        .json("@context", CONTEXT)
        .text("id", &id.urn().to_string())
        .text("type", "as:Tombstone")
        .text("creator", &creator.iri())
        .text("as:formerType", "Annotation")
        .text("as:deleted", &at.to_string())
        .number_if("postil:rev", Some(rev))
        .texts("postil:was", was)
        .close()
}
