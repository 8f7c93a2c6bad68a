//! One layer file: every line that was read, and which of them count.

use super::caps;
use super::line;
use super::line_bytes::LineBytes;
use super::union::{Version, Versions};
use super::warning::LayerWarning;
use super::wire::{self, FORMAT, Line, Warnings};
use crate::document::{Digest, DocumentId, Timestamp, Warned};
use crate::layer::{
    Annotation, Annotator, FolderItem, FolderLayer, Layer, LayerId, Motivation, Relation, is_reply,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use uuid::Uuid;

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

impl Header {
    /// Whether it is about the folder that it lies in, and about no document.
    pub fn is_of_folder(&self) -> bool {
        self.document == DocumentId::of_folder()
    }

    /// Whether both are about one layer: two machines of one person may each have given it an id.
    pub fn is_of_one_layer(&self, other: &Self) -> bool {
        self.annotator.id == other.annotator.id && self.document == other.document
    }
}

/// What a line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A mark.
    Annotation(Arc<Annotation>),
    /// A relation.
    Relation(Box<Relation>),
    /// Something said of a folder: carried where the file is about a document.
    Item(Arc<FolderItem>),
    /// That it was removed.
    Removed,
    /// Something that we do not model (a reply, a question): carried as it stands.
    Foreign,
}

/// A layer file as a set of lines. Several versions of a mark may lie in it; one counts.
#[derive(Clone, Debug, Default)]
pub struct LayerFile {
    pub(super) headers: Versions<Header>,
    pub(super) versions: BTreeMap<Uuid, Versions<Content>>,
    /// Lines that could not be sorted or not be read, with their numbers.
    pub(super) loose: Vec<Loose>,
    /// The header that counts.
    pub(super) header: Option<Header>,
    /// The header to be written next.
    pub(super) new_header: Option<Header>,
    /// The marks whose conflicts the next writing settles.
    pub(super) settled: BTreeSet<Uuid>,
    /// Whether versions were put in since it was read that no file has yet.
    pub(super) is_ahead: bool,
    /// The last lines of marks that were removed in this sitting, should the removal be undone.
    pub(super) removed_lines: BTreeMap<Uuid, LineBytes>,
    /// What was read, where we would have written it otherwise.
    pub(super) as_read: Option<Arc<[u8]>>,
}

/// A line that stands at the end of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Loose {
    pub(super) bytes: LineBytes,
    pub(super) number: usize,
    pub(super) is_readable: bool,
}

impl LayerFile {
    /// A file for a new layer; nothing is in it until it is written.
    pub fn new(header: Header) -> Self {
        Self { new_header: Some(header), ..Self::default() }
    }

    /// Takes whatever the bytes hold: doubled lines, several headers, conflict markers, lines that
    /// cannot be read. The warnings name lines by number.
    ///
    /// ```
    /// let file = postil::sidecar::LayerFile::read(b"not a layer\n");
    /// assert!(file.value.is_read_only());
    /// assert_eq!(file.warnings[0].to_string(), "line 1 cannot be read and is kept as it is");
    /// ```
    pub fn read(bytes: &[u8]) -> Warned<Self, LayerWarning> {
        let mut file = Self::default();
        let mut warnings = Warnings::default();
        if let Some(reason) = caps::too_large(bytes) {
            // Without a header it is read-only, and written back as it was read.
            file.as_read = Some(bytes.into());
            return Warned { value: file, warnings: vec![LayerWarning::Unread(reason)] };
        }
        let whole: Arc<[u8]> = bytes.into();
        let mut seen = BTreeSet::new();
        for (number, range) in line::split(&whole) {
            warnings.line = number;
            if seen.insert(whole.get(range.clone()).map(line::apart)) {
                file.take(LineBytes::within(&whole, range), &mut warnings);
            }
        }
        file.headers.sort();
        file.versions.values_mut().for_each(Versions::sort);
        file.find_replies();
        file.choose_header();
        file.warn_of_the_whole(&mut warnings);
        file.as_read = (!file.is_written_as(bytes)).then(|| bytes.into());
        Warned { value: file, warnings: warnings.all }
    }

    fn take(&mut self, line: LineBytes, warnings: &mut Warnings) {
        let is_readable = match wire::read_line(&line, warnings) {
            Line::Header(version) => return self.headers.push(version),
            Line::Version(id, version) => return self.versions.entry(id).or_default().push(version),
            Line::Stray => true,
            Line::Unreadable => false,
        };
        self.loose.push(Loose { bytes: line, number: warnings.line, is_readable });
    }

    /// Replies were written as marks with a relation before they said so themselves. Their lines stay as they are.
    fn find_replies(&mut self) {
        let relations = self.winners().filter_map(|(_, version)| match &version.content {
            Content::Relation(relation) if is_reply(&relation.kind) => Some(relation.from.0),
            _ => None,
        });
        for id in relations.collect::<BTreeSet<_>>() {
            let Some(versions) = self.versions.get_mut(&id) else { continue };
            for content in versions.contents_mut() {
                if let Content::Annotation(mark) = content
                    && mark.motivation.is_marking()
                    && mark.tags.is_empty()
                {
                    Arc::make_mut(mark).motivation = Motivation::Replying;
                }
            }
        }
    }

    /// The header with the highest revision, and of one layer's ids the smallest.
    pub(super) fn choose_header(&mut self) {
        let winner = self.headers.winner().map(|version| version.content.clone());
        let ids = self.headers.all().iter().map(|version| &version.content);
        let ids = ids.filter(|other| winner.as_ref().is_some_and(|winner| winner.is_of_one_layer(other)));
        let smallest = ids.map(|header| header.layer).min();
        self.header = winner.zip(smallest).map(|(winner, layer)| Header { layer, ..winner });
    }

    fn warn_of_the_whole(&self, warnings: &mut Warnings) {
        let Some(header) = &self.header else {
            warnings.all.push(LayerWarning::NoHeader);
            return;
        };
        if FORMAT < self.newest_format() {
            warnings.all.push(LayerWarning::Newer);
        }
        let others = self.headers.all().iter().map(|version| &version.content);
        for other in others.filter(|other| !header.is_of_one_layer(other)) {
            warnings.all.push(LayerWarning::OtherHeader(other.annotator.name.clone()));
        }
        let is_mark = |content: &Content| matches!(content, Content::Annotation(_));
        let elsewhere = self.winners().map(|(_, version)| &version.content);
        let n_elsewhere = elsewhere.filter(|content| is_mark(content) && self.is_carried(content)).count();
        if n_elsewhere != 0 {
            warnings.all.push(LayerWarning::Elsewhere(n_elsewhere));
        }
    }

    fn newest_format(&self) -> u64 {
        self.headers.all().iter().map(|version| version.content.format).max().unwrap_or(FORMAT)
    }

    /// The header that counts; a new one where [`Self::set_header`] was called.
    pub fn header(&self) -> Option<&Header> {
        self.new_header.as_ref().or(self.header.as_ref())
    }

    /// Has the next [`Self::write`] write another header (handed in, renamed, new codebook).
    pub fn set_header(&mut self, header: Header) {
        self.new_header = Some(header);
    }

    /// Whether it must not be written: a newer format, or no header at all.
    pub fn is_read_only(&self) -> bool {
        self.header().is_none() || FORMAT < self.newest_format()
    }

    /// Whether it is what a person says of a folder.
    pub fn is_of_folder(&self) -> bool {
        self.header().is_some_and(Header::is_of_folder)
    }

    /// What a person says of a folder; `None` where the file is about a document, or has no header.
    pub fn folder_layer(&self) -> Option<FolderLayer> {
        let header = self.header().filter(|header| header.is_of_folder())?;
        let items = self.shown().filter_map(|(_, content)| match content {
            Content::Item(item) => Some(Arc::clone(item)),
            _ => None,
        });
        Some(FolderLayer::new(header.layer, header.annotator.clone(), header.created).holding(items))
    }

    /// The versions that count; removed marks are absent. `None` without a header, and where the file is
    /// about a folder.
    pub fn layer(&self) -> Option<Layer> {
        let header = self.header().filter(|header| !header.is_of_folder())?;
        let layer = Layer::new(header.layer, header.annotator.clone(), header.document, header.created);
        let marks = self.shown().filter_map(|(_, content)| match content {
            Content::Annotation(mark) => Some(Arc::clone(mark)),
            _ => None,
        });
        let relations = self.shown().filter_map(|(_, content)| match content {
            Content::Relation(relation) => Some(relation.as_ref().clone()),
            _ => None,
        });
        Some(layer.holding(marks, relations))
    }

    /// The line of a mark or relation that counts, as it stands in the file.
    pub fn line_of(&self, id: Uuid) -> Option<&LineBytes> {
        self.versions.get(&id)?.winner().map(|version| &version.bytes)
    }

    /// Learns the lines of another file, so that a mark that is put from there keeps what its line says
    /// beyond what we know. Nothing is put by that.
    pub fn learn_lines(&mut self, other: &Self) {
        for (id, version) in other.winners() {
            self.removed_lines.insert(id, version.bytes.clone());
        }
    }

    /// The digests of the texts that the shown marks were made on, one for each mark that has one.
    pub fn made_on(&self) -> impl Iterator<Item = Digest> {
        self.shown().filter_map(|(_, content)| match content {
            Content::Annotation(mark) => mark.target.made_on(),
            _ => None,
        })
    }

    /// The version of each id that counts.
    pub(super) fn winners(&self) -> impl Iterator<Item = (Uuid, &Version<Content>)> {
        self.versions.iter().filter_map(|(&id, versions)| Some((id, versions.winner()?)))
    }

    /// What stands in the layer: marks on its document, and relations; of one about a folder its items.
    pub(super) fn shown(&self) -> impl Iterator<Item = (Uuid, &Content)> {
        let contents = self.winners().map(|(id, version)| (id, &version.content));
        contents.filter(|(_, content)| **content != Content::Removed && !self.is_carried(content))
    }

    /// Whether it is kept and not shown: it belongs in another file, or is nothing that we model.
    pub(super) fn is_carried(&self, content: &Content) -> bool {
        match content {
            // A register has no marks, not even on the folder as a whole.
            Content::Annotation(mark) => {
                self.is_of_folder() || Some(mark.target.source) != self.header().map(|header| header.document)
            }
            Content::Relation(_) => self.is_of_folder(),
            Content::Item(_) => !self.is_of_folder(),
            Content::Removed => false,
            Content::Foreign => true,
        }
    }

    /// Lines that are kept though nothing could be made of them, with their numbers.
    pub fn unreadable(&self) -> impl Iterator<Item = (usize, &[u8])> {
        self.loose.iter().filter(|line| !line.is_readable).map(|line| (line.number, line.bytes.as_ref()))
    }

    /// How many marks and other lines are carried that we do not model.
    pub fn n_foreign(&self) -> usize {
        let n_strays = self.loose.iter().filter(|line| line.is_readable).count();
        n_strays + self.winners().filter(|(_, version)| self.is_carried(&version.content)).count()
    }

    /// Whether both hold the same lines, whatever else either of them remembers.
    pub fn has_same_lines(&self, other: &Self) -> bool {
        self.bytes() == other.bytes()
    }

    /// The lines of both. Commutative, associative and idempotent.
    ///
    /// When the file changed underneath a session: [`Self::write`] the session's layer into the file
    /// as the session knows it (its edits become versions), unite that with what lies on disk, and
    /// go on with the [`Self::layer`] and the bytes of the union. Without the first step the marks
    /// that only the disk has would count as removed.
    #[must_use]
    pub fn unite(&self, other: &Self) -> Self {
        let mut union = self.clone();
        union.absorb(other);
        union
    }

    /// Becomes the union with `other`: [`Self::unite`] for many in a row.
    pub fn absorb(&mut self, other: &Self) {
        self.as_read = None;
        self.headers.extend(other.headers.all());
        for (&id, versions) in &other.versions {
            self.versions.entry(id).or_default().extend(versions.all());
        }
        self.loose.extend(other.loose.iter().cloned());
        self.loose.sort_by(|a, b| (&a.bytes, a.number).cmp(&(&b.bytes, b.number)));
        self.loose.dedup_by(|a, b| a.bytes == b.bytes);
        self.new_header = self.new_header.take().or_else(|| other.new_header.clone());
        self.settled.extend(&other.settled);
        self.is_ahead |= other.is_ahead;
        for (id, line) in &other.removed_lines {
            self.removed_lines.entry(*id).or_insert_with(|| line.clone());
        }
        self.choose_header();
    }

    /// Whether `other` has nothing that is not here or was replaced here: a conflict copy that may go.
    pub fn holds_all_of(&self, other: &Self) -> bool {
        let loose: BTreeSet<&LineBytes> = self.loose.iter().map(|line| &line.bytes).collect();
        let knows = |id: &Uuid, version| self.versions.get(id).is_some_and(|ours| ours.knows(version));
        other.headers.all().iter().all(|version| self.headers.knows(version))
            && other.versions.iter().all(|(id, theirs)| theirs.all().iter().all(|version| knows(id, version)))
            && other.loose.iter().all(|line| loose.contains(&line.bytes))
    }
}
