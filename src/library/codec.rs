//! Entries as bytes and back, for the cache. Nothing is trusted: what does not decode to the end, or to
//! something that cannot be, is no entry.

use super::entry::{Entry, EntryLayer, date};
use super::row::{FigureRow, LinkRow, MarkRow, RowPlacement, Shared};
pub(super) use crate::document::packed::{Reader, Writer};
use crate::document::{Digest, DocumentId, Timestamp};
use crate::host::Stamp;
use crate::layer::{AnnotationId, Annotator, AnnotatorId, RelationSlug, TagId};
use crate::text::TextRange;
use std::sync::Arc;
use uuid::Uuid;

/// Grows with every change of what is written here, of [`MarkRow`] and of how marks are placed: caches
/// of other versions are foreign.
pub(super) const VERSION: u32 = 2;

impl Writer {
    fn uuid(&mut self, uuid: Uuid) {
        self.0.extend_from_slice(uuid.as_bytes());
    }

    fn time(&mut self, time: Timestamp) {
        self.0.extend_from_slice(&time.seconds().to_le_bytes());
    }

    fn stamp(&mut self, stamp: Stamp) {
        self.number(stamp.length);
        self.0.extend_from_slice(&stamp.modified.to_le_bytes());
        self.number(stamp.file);
    }

    fn optional_stamp(&mut self, stamp: Option<Stamp>) {
        self.flag(stamp.is_some());
        stamp.into_iter().for_each(|stamp| self.stamp(stamp));
    }

    /// An entry that could be read.
    pub(super) fn entry(&mut self, entry: &Entry) {
        self.text(&entry.path);
        self.stamp(entry.stamp);
        self.text(&entry.digest.map(Digest::ni).unwrap_or_default());
        self.uuid(entry.document.unwrap_or(DocumentId(Uuid::nil())).0);
        for text in [&entry.title, &entry.outlet, &entry.published, &entry.place, &entry.language] {
            self.text(text);
        }
        self.number(u64::from(entry.n_unreadable));
        self.flag(entry.is_torn);
        self.count(entry.seen.len());
        for (name, stamp) in &entry.seen {
            self.text(name);
            self.stamp(*stamp);
        }
        self.count(entry.layers.len());
        for layer in &entry.layers {
            self.uuid(layer.person.id.0);
            self.text(&layer.person.name);
            self.text(&layer.path);
            self.optional_stamp(layer.stamp);
            self.number(u64::from(layer.n_marks));
        }
        self.count(entry.rows.len());
        for row in &entry.rows {
            let nth = entry.layers.iter().position(|layer| layer.person.id == row.person.id);
            self.count(nth.unwrap_or(entry.layers.len()));
            self.row(row);
        }
    }

    fn row(&mut self, row: &MarkRow) {
        self.uuid(row.id.0);
        self.count(row.tags.len());
        row.tags.iter().for_each(|tag| self.text(tag.as_str()));
        self.text(&row.quote);
        self.text(&row.note);
        self.count(row.figures.len());
        for figure in &row.figures {
            self.text(&figure.wording);
            [figure.low, figure.high, figure.stated]
                .into_iter()
                .for_each(|number| self.optional(number, Self::number));
        }
        self.count(row.sources.len());
        row.sources.iter().for_each(|source| self.text(source));
        self.flag(row.is_unattributed);
        self.count(RowPlacement::ALL.iter().position(|&placement| placement == row.placement).unwrap_or(0));
        self.flag(row.place.is_some());
        if let Some(place) = row.place {
            self.count(place.start().to_usize());
            self.count(place.end().to_usize());
        }
        self.time(row.created);
        self.flag(row.modified.is_some());
        row.modified.into_iter().for_each(|time| self.time(time));
        self.flag(row.needs_look);
        self.count(row.links.len());
        for link in &row.links {
            self.text(link.kind.as_str());
            self.flag(link.starts_here);
            self.uuid(link.other.0);
            self.uuid(link.document.unwrap_or(DocumentId(Uuid::nil())).0);
            self.text(&link.words);
            self.flag(link.is_here);
        }
    }
}

impl Reader<'_> {
    fn boxed(&mut self) -> Option<Box<str>> {
        self.text().map(Into::into)
    }

    fn uuid(&mut self) -> Option<Uuid> {
        self.array().map(Uuid::from_bytes)
    }

    fn document(&mut self) -> Option<Option<DocumentId>> {
        let uuid = self.uuid()?;
        Some((!uuid.is_nil()).then_some(DocumentId(uuid)))
    }

    fn time(&mut self) -> Option<Timestamp> {
        self.array().map(i64::from_le_bytes).map(Timestamp::from_seconds)
    }

    fn stamp(&mut self) -> Option<Stamp> {
        let length = self.number()?;
        let modified = i128::from_le_bytes(self.array()?);
        Some(Stamp { length, modified, file: self.number()? })
    }

    /// An entry, if there is nothing else.
    pub(super) fn entry(mut self) -> Option<Entry> {
        let path: Arc<str> = self.text()?.into();
        let stamp = self.stamp()?;
        let digest: Digest = self.text()?.parse().ok()?;
        let document = self.document()?;
        let [title, outlet, published, place, language] =
            [self.boxed()?, self.boxed()?, self.boxed()?, self.boxed()?, self.boxed()?];
        let n_unreadable = self.small()?;
        let is_torn = self.flag()?;
        let seen = self.many(|reader| Some((reader.boxed()?, reader.stamp()?)))?;
        let layers = self.many(Self::layer)?;
        let mut shared = Shared::default();
        let rows = self.many(|reader| reader.row(&layers, &mut shared))?;
        self.0.is_empty().then(|| Entry {
            path,
            odd: None,
            stamp,
            digest: Some(digest),
            document,
            title,
            outlet,
            date: date(&published, &language, None),
            published,
            place,
            language,
            layers: layers.into(),
            rows: rows.into(),
            fault: None,
            n_unreadable,
            is_torn,
            seen: seen.into(),
            is_settled: true,
        })
    }

    fn layer(&mut self) -> Option<EntryLayer> {
        let person = Annotator { id: AnnotatorId(self.uuid()?), name: self.text()?.to_owned() };
        let (person, path) = (Arc::new(person), self.boxed()?);
        let stamp = self.optional(Self::stamp)?;
        Some(EntryLayer { person, path, stamp, n_marks: self.small()? })
    }

    fn row(&mut self, layers: &[EntryLayer], shared: &mut Shared) -> Option<MarkRow> {
        let nth = usize::try_from(self.number()?).ok()?;
        let person = Arc::clone(&layers.get(nth)?.person);
        Some(MarkRow {
            person,
            id: AnnotationId(self.uuid()?),
            tags: shared.tags(&self.many(|reader| reader.text().map(TagId::new))?),
            quote: self.boxed()?,
            note: self.boxed()?,
            figures: self.many(Self::figure)?.into(),
            sources: {
                let sources = self.many(Self::boxed)?;
                shared.sources(sources)
            },
            is_unattributed: self.flag()?,
            placement: *RowPlacement::ALL.get(usize::try_from(self.number()?).ok()?)?,
            place: self.optional(Self::place)?,
            created: self.time()?,
            modified: self.optional(Self::time)?,
            needs_look: self.flag()?,
            links: self.many(Self::link)?.into(),
        })
    }

    fn figure(&mut self) -> Option<FigureRow> {
        Some(FigureRow {
            wording: self.boxed()?,
            low: self.optional(Self::number)?,
            high: self.optional(Self::number)?,
            stated: self.optional(Self::number)?,
        })
    }

    fn place(&mut self) -> Option<TextRange> {
        let (start, end) = (self.small()?, self.small()?);
        let range = usize::try_from(start).ok()?..usize::try_from(end).ok()?;
        (start <= end).then(|| TextRange::from_usize(range))
    }

    fn link(&mut self) -> Option<LinkRow> {
        Some(LinkRow {
            kind: RelationSlug::new(self.text()?),
            starts_here: self.flag()?,
            other: AnnotationId(self.uuid()?),
            document: self.document()?,
            words: self.boxed()?,
            is_here: self.flag()?,
        })
    }
}
