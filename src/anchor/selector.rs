//! The lasting description of a passage, as the W3C Web Annotation model has it.

use crate::document::{Digest, DocumentId, Extent, Reading, Timestamp};
use std::ops::Range;

/// What a mark is about: pieces of a document, or the document itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The document.
    pub source: DocumentId,
    /// The pieces of the passage, in reading order. Empty: the whole document.
    pub pieces: Vec<Piece>,
}

impl Target {
    /// The words of all pieces as they were marked, parted by ` … `.
    pub fn quote(&self) -> String {
        let quotes: Vec<&str> = self
            .pieces
            .iter()
            .filter_map(|piece| Some(piece.latest()?.quote.as_ref()?.exact.as_str()))
            .collect();
        quotes.join(" … ")
    }

    /// The text that its newest description was made from.
    pub fn made_on(&self) -> Option<Digest> {
        self.pieces.first()?.latest()?.digest
    }
}

/// One run of text, described once or, when a person confirmed a new place, several times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// The first as marked; each later one as confirmed in a later text. Never empty in our files.
    pub descriptions: Vec<Description>,
}

impl Piece {
    /// The newest description.
    pub fn latest(&self) -> Option<&Description> {
        self.descriptions.last()
    }
}

/// A passage in words and in numbers, and which text they were read from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Description {
    /// The words and their surroundings.
    pub quote: Option<Quote>,
    /// Code points of the reading text; `start <= end`.
    pub position: Option<Range<usize>>,
    /// The text that it was made from.
    pub digest: Option<Digest>,
    /// When that text was read.
    pub read_at: Option<Timestamp>,
    /// Who made the text out of the file.
    pub renderer: Option<Renderer>,
}

/// A `TextQuoteSelector`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    /// The words.
    pub exact: String,
    /// What stands before, cut at words; empty at the start of the text.
    pub prefix: String,
    /// What stands after.
    pub suffix: String,
}

/// The importer that made a reading text, and the reader's choices that change it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Renderer {
    /// Name and version, `postil:plain/1`.
    pub importer: String,
    /// The encoding, where the reader chose it.
    pub encoding: Option<String>,
    /// What else than the article was read: `page` or `with-left-out`, as [`Extent::name`] has them.
    pub extent: Option<String>,
}

impl Renderer {
    /// What to record of a reading.
    pub fn of(reading: &Reading) -> Self {
        Self {
            importer: reading.importer.id().to_owned(),
            encoding: reading.encoding_overridden.then(|| reading.encoding.to_owned()),
            extent: (reading.extent != Extent::Article).then(|| reading.extent.name().to_owned()),
        }
    }
}
