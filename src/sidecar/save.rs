//! A layer into its file: the same bytes for what is unchanged, a new version for what is not.

use super::contents::{Beginning, Contents};
use super::convert::{self, Signature};
use super::file::{Content, Header, LayerFile};
use super::line::Pairs;
use super::line_bytes::LineBytes;
use super::union::{Version, Versions};
use super::wire::{self, FORMAT};
use crate::document::Timestamp;
use crate::layer::AnnotatorId;
use uuid::Uuid;

impl LayerFile {
    /// Whether there is nothing to save: the versions that count are those of `layer`.
    pub fn is_same_as<L: Contents>(&self, layer: &L) -> bool {
        let has_same_header = self.header.is_some() && self.header == self.header_for(layer);
        has_same_header
            && self.settled.is_empty()
            && !self.is_ahead
            && self.shown().count() == layer.len()
            && self.shown().all(|(id, content)| layer.says(id, content))
    }

    /// The bytes for `layer`; afterwards `self` is what was written.
    ///
    /// An unchanged mark gives the bytes that were read, a changed one a new revision that names
    /// what it replaced, one that is gone from `layer` a tombstone. Nothing changed: the same bytes.
    /// A read-only file is given back as it stands.
    pub fn write<L: Contents>(&mut self, layer: &L, now: Timestamp) -> Vec<u8> {
        if self.is_read_only() || self.is_same_as(layer) {
            return self.as_read.as_ref().map_or_else(|| self.bytes(), |bytes| bytes.to_vec());
        }
        let creator = layer.beginning().annotator.id;
        let gone: Vec<Uuid> = self.shown().map(|(id, _)| id).filter(|&id| !layer.has(id)).collect();
        self.write_header(layer);
        for (id, content) in layer.contents() {
            self.put(id, content, creator, now);
        }
        for id in gone {
            self.put(id, Content::Removed, creator, now);
        }
        // What was settled in favour of its removal is in no layer.
        for id in std::mem::take(&mut self.settled).into_iter().filter(|&id| !layer.has(id)) {
            self.settle(id);
            self.put(id, Content::Removed, creator, now);
        }
        self.tidy();
        self.bytes()
    }

    /// A new version, unless the one that counts says the same.
    fn put(&mut self, id: Uuid, content: Content, creator: AnnotatorId, now: Timestamp) {
        let none = Versions::default();
        let known = self.versions.get(&id).unwrap_or(&none);
        let Some(version) = self.next_version(id, known, content, creator, now) else { return };
        if version.content == Content::Removed
            && let Some(winner) = known.winner().map(|winner| winner.bytes.clone())
        {
            self.removed_lines.insert(id, winner);
        }
        self.settled.remove(&id);
        self.versions.entry(id).or_default().insert(version);
    }

    /// The version that says `content` where `known` are there, which may be more than this file has;
    /// `None` if the one that counts says so already.
    pub(super) fn next_version(
        &self,
        id: Uuid,
        known: &Versions<Content>,
        content: Content,
        creator: AnnotatorId,
        now: Timestamp,
    ) -> Option<Version<Content>> {
        let is_settling = self.settled.contains(&id);
        let present = known.present();
        let winner = present.first().copied();
        if !is_settling && winner.is_some_and(|winner| winner.content == content) {
            return None;
        }
        // What says the same as the new version is replaced by it too: nobody is to be asked about that.
        let is_replaced =
            |(i, version): &(usize, &&Version<Content>)| *i == 0 || is_settling || version.content == content;
        let replaced = present.iter().enumerate().filter(is_replaced);
        let was = Versions::names(replaced.map(|(_, &version)| version));
        let rev = known.highest().saturating_add(1);
        let old = winner.filter(|winner| is_alike(&winner.content, &content)).map(|winner| &winner.bytes);
        let old = old.or_else(|| self.removed_lines.get(&id).filter(|line| says_alike(line, &content)));
        let old = old.and_then(|bytes| std::str::from_utf8(bytes).ok());
        let signature = Signature { creator, rev, was: &was };
        Some(new_version(id, content, old.and_then(Pairs::read).as_ref(), signature, now))
    }

    /// A new header if it says something else, or if there are several.
    fn write_header<L: Contents>(&mut self, layer: &L) {
        let next = self.next_header(layer);
        self.new_header = None;
        if let Some(next) = next {
            self.headers.insert(next);
            self.choose_header();
        }
    }

    /// The header to be written for `layer`; `None` if the one that counts will do.
    fn next_header<L: Contents>(&self, layer: &L) -> Option<Version<Header>> {
        let header = self.header_for(layer)?;
        let present = self.headers.present();
        let of_this_layer =
            present.iter().copied().filter(|version| version.content.is_of_one_layer(&header));
        let replaced: Vec<&Version<Header>> = of_this_layer.collect();
        let winner = self.headers.winner();
        if replaced.len() == 1 && winner.is_some_and(|winner| winner.content == header) {
            return None;
        }
        let was = Versions::names(replaced);
        let rev = self.headers.highest().saturating_add(1);
        let old = winner.and_then(|winner| std::str::from_utf8(&winner.bytes).ok()).and_then(Pairs::read);
        // An older format is raised with the first change, never by opening.
        let header = Header { format: FORMAT, ..header };
        let line = wire::header_line(&header, old.as_ref(), rev, &was);
        let created = header.created;
        Some(wire::written(header, line, rev, was, created))
    }

    /// The header's line as the file would have it, saved now for `layer`.
    pub fn header_line<L: Contents>(&self, layer: &L) -> Option<LineBytes> {
        let next = self.next_header(layer).map(|next| next.bytes);
        next.or_else(|| Some(self.headers.winner()?.bytes.clone()))
    }

    /// The header that a file of `layer` should have.
    fn header_for<L: Contents>(&self, layer: &L) -> Option<Header> {
        let Beginning { layer, annotator, created, document } = layer.beginning();
        let annotator = annotator.clone();
        Some(Header { layer, annotator, created, document, ..self.header()?.clone() })
    }

    /// Forgets what was replaced, now that it was written.
    pub(super) fn tidy(&mut self) {
        self.as_read = None;
        self.is_ahead = false;
        self.headers.drop_history();
        self.versions.values_mut().for_each(Versions::drop_history);
    }

    /// The lines in their order: headers, then by id, the version that counts before those in conflict
    /// with it, then what could not be sorted.
    fn in_order(&self) -> impl Iterator<Item = &[u8]> {
        let headers = self.headers.present().into_iter().map(|version| version.bytes.as_ref());
        let versions = self.versions.values().flat_map(Versions::present);
        let loose = self.loose.iter().map(|line| line.bytes.as_ref());
        headers.chain(versions.map(|version| version.bytes.as_ref())).chain(loose)
    }

    /// The lines as a file.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.in_order().map(|line| line.len() + 1).sum());
        for line in self.in_order() {
            bytes.extend_from_slice(line);
            bytes.push(b'\n');
        }
        bytes
    }

    /// Whether [`Self::bytes`] are these.
    pub(super) fn is_written_as(&self, bytes: &[u8]) -> bool {
        let after = |rest: &[u8], line: &[u8]| rest.strip_prefix(line)?.strip_prefix(b"\n").map(<[u8]>::len);
        let mut rest = bytes;
        self.in_order().all(|line| {
            let Some(length) = after(rest, line) else { return false };
            rest = rest.split_at(rest.len() - length).1;
            true
        }) && rest.is_empty()
    }
}

/// Whether the unknown keys of one belong to the other.
fn is_alike(a: &Content, b: &Content) -> bool {
    std::mem::discriminant(a) == std::mem::discriminant(b)
}

/// Whether the line is of the kind that `content` is: with the bodies of a link a mark would be read as one.
fn says_alike(line: &LineBytes, content: &Content) -> bool {
    match wire::read_line(line, &mut wire::Warnings::default()) {
        wire::Line::Version(_, version) => is_alike(&version.content, content),
        _ => false,
    }
}

pub(super) fn new_version(
    id: Uuid,
    content: Content,
    old: Option<&Pairs<'_>>,
    signature: Signature<'_>,
    now: Timestamp,
) -> Version<Content> {
    let (line, at) = match &content {
        Content::Annotation(mark) => {
            (convert::annotation_line(mark, old, signature), mark.modified.unwrap_or(mark.created))
        }
        Content::Relation(relation) => {
            (convert::relation_line(relation, old, signature), relation.modified.unwrap_or(relation.created))
        }
        Content::Item(item) => {
            (convert::item_line(item, old, signature), item.modified().unwrap_or(item.created()))
        }
        Content::Removed | Content::Foreign => {
            (wire::tombstone(id, signature.creator, now, signature.rev, signature.was), now)
        }
    };
    wire::written(content, line, signature.rev, signature.was.to_vec(), at)
}
