//! One layer file: every line that was read, and which of them count.

use crate::document::{Digest, DocumentId, Timestamp, Warned};
use crate::layer::{Annotation, Annotator, Layer, LayerId, Relation};
use uuid::Uuid;

/// The version of the format that we write. A file with a higher one opens read-only.
pub const FORMAT: u64 = 1;

/// What a file says about itself in its first line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The layer.
    pub layer: LayerId,
    /// Whose it is.
    pub annotator: Annotator,
    /// When it was begun.
    pub created: Timestamp,
    /// What it is about.
    pub document: DocumentId,
    /// The document's headline; empty where it has none.
    pub title: String,
    /// The document's file name: a hint, never the identity.
    pub file: String,
    /// The reading text when the layer was begun.
    pub digest: Option<Digest>,
    /// Name and revision of the codebook when last written.
    pub codebook: (String, u32),
    /// The format's version; [`FORMAT`] in what we write.
    pub format: u64,
    /// When it was handed in.
    pub closed: Option<Timestamp>,
}

/// What a line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A mark.
    Annotation(Box<Annotation>),
    /// A relation.
    Relation(Box<Relation>),
    /// That the mark or relation was removed.
    Removed,
    /// Something that we do not model (a reply, an assessment): carried as it stands.
    Foreign,
}

/// A version that lost against another one and that nobody has settled: a person is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rival<'a> {
    /// Of which mark or relation.
    pub id: Uuid,
    /// The version that counts.
    pub winner: &'a Content,
    /// The other one.
    pub loser: &'a Content,
}

/// A layer file as a set of lines. Several versions of a mark may lie in it; one counts.
#[derive(Clone, Debug)]
pub struct LayerFile {}

impl LayerFile {
    /// A file for a new layer; nothing is in it until it is written.
    pub fn new(header: Header) -> Self {
        let _ = header;
        todo!()
    }

    /// Takes whatever the bytes hold: doubled lines, several headers, conflict markers, lines that
    /// cannot be read. The warnings name lines by number.
    pub fn read(bytes: &[u8]) -> Warned<Self> {
        let _ = bytes;
        todo!()
    }

    /// The header that counts; a new one where [`Self::set_header`] was called.
    pub fn header(&self) -> Option<&Header> {
        todo!()
    }

    /// Has the next [`Self::write`] write another header (handed in, renamed, new codebook).
    pub fn set_header(&mut self, header: Header) {
        let _ = header;
        todo!()
    }

    /// Whether it must not be written: a newer format, or no header at all.
    pub fn is_read_only(&self) -> bool {
        todo!()
    }

    /// The versions that count; removed marks are absent. `None` without a header.
    pub fn layer(&self) -> Option<Layer> {
        todo!()
    }

    /// Lines that are kept though nothing could be made of them, with their numbers.
    pub fn unreadable(&self) -> impl Iterator<Item = (usize, &[u8])> {
        std::iter::empty()
    }

    /// The versions that a person should be asked about, by id.
    pub fn rivals(&self) -> impl Iterator<Item = Rival<'_>> {
        std::iter::empty()
    }

    /// Has the next [`Self::write`] name all present versions of `id` as replaced, so that they are
    /// rivals no longer. What the mark shall be stands in the layer.
    pub fn settle(&mut self, id: Uuid) {
        let _ = id;
        todo!()
    }

    /// How many marks and other lines are carried that we do not model.
    pub fn n_foreign(&self) -> usize {
        todo!()
    }

    /// The lines of both. Commutative, associative and idempotent.
    ///
    /// When the file changed underneath a session: [`Self::write`] the session's layer into the file
    /// as the session knows it (its edits become versions), unite that with what lies on disk, and
    /// go on with the [`Self::layer`] and the bytes of the union. Without the first step the marks
    /// that only the disk has would count as removed.
    #[must_use]
    pub fn unite(&self, other: &Self) -> Self {
        let _ = other;
        todo!()
    }

    /// Whether `other` has nothing that is not here or was replaced here: a conflict copy that may go.
    pub fn holds_all_of(&self, other: &Self) -> bool {
        let _ = other;
        todo!()
    }

    /// Whether there is nothing to save: the versions that count are those of `layer`.
    pub fn is_same_as(&self, layer: &Layer) -> bool {
        let _ = layer;
        todo!()
    }

    /// The bytes for `layer`; afterwards `self` is what was written.
    ///
    /// An unchanged mark gives the bytes that were read, a changed one a new revision that names
    /// what it replaced, one that is gone from `layer` a tombstone. Nothing changed: the same bytes.
    /// A read-only file is given back as it stands.
    pub fn write(&mut self, layer: &Layer, now: Timestamp) -> Vec<u8> {
        let _ = (layer, now);
        todo!()
    }
}
