//! Entries as bytes and back, for the cache. Nothing is trusted: what does not decode to the end, or to
//! something that cannot be, is no entry.

use super::entry::{Entry, EntryLayer, date};
use super::row::{FigureRow, LinkRow, MarkRow, RowPlacement, Shared, SourceRow};
pub(super) use crate::document::packed::{Reader, Writer};
use crate::document::{Digest, DocumentId, Timestamp};
use crate::host::Stamp;
use crate::layer::figure::{Place, When};
use crate::layer::{
    AnnotationId, Annotator, AnnotatorId, Convention, DatePrecision, Outcome, PlacePrecision, Population,
    Qualifier, RelationSlug, Share, Stance, TagId,
};
use crate::text::TextRange;
use std::sync::Arc;
use uuid::Uuid;

/// Grows with every change of what is written here, of [`MarkRow`] and of how marks are placed: caches
/// of other versions are foreign.
pub(super) const VERSION: u32 = 5;

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
            self.optional(layer.closed, Self::time);
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
            self.figure(figure);
        }
        self.flag(row.is_without_figure);
        self.count(row.sources.len());
        for source in row.sources.iter() {
            self.text(&source.name);
            self.word(source.actor.as_deref());
        }
        self.flag(row.is_unattributed);
        [&row.cue, &row.certainty, &row.proposed_by].into_iter().for_each(|word| self.word(word.as_deref()));
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

impl Writer {
    fn word(&mut self, word: Option<&str>) {
        self.optional(word, Self::text);
    }

    fn figure(&mut self, figure: &FigureRow) {
        let numbers = [figure.low, figure.high, figure.stated, figure.before];
        self.text(&figure.wording);
        numbers.into_iter().for_each(|number| self.optional(number, Self::number));
        self.word(figure.outcome.as_ref().map(Outcome::name));
        self.word(figure.population.as_ref().map(Population::name));
        self.word(figure.qualifier.as_ref().map(Qualifier::name));
        self.word(figure.convention.as_ref().map(Convention::name));
        self.word(figure.blamed.as_deref());
        self.word(figure.stance.as_ref().map(Stance::name));
        self.word(figure.share.as_ref().map(Share::name));
        self.optional(figure.part_of, Self::count);
        self.flag(figure.when.is_some());
        if let Some(When { from, to, precision }) = &figure.when {
            self.word(from.as_deref());
            self.word(to.as_deref());
            self.word(precision.as_ref().map(DatePrecision::name));
        }
        self.flag(figure.place.is_some());
        if let Some(Place { name, precision }) = &figure.place {
            self.word(name.as_deref());
            self.word(precision.as_ref().map(PlacePrecision::name));
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
            stated: None,
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
        Some(EntryLayer {
            person,
            path,
            stamp,
            n_marks: self.small()?,
            closed: self.optional(Self::time)?,
            is_hidden: false,
        })
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
            is_without_figure: self.flag()?,
            sources: {
                let sources = self.many(|reader| {
                    Some(SourceRow { name: reader.boxed()?, actor: reader.optional(Self::boxed)? })
                })?;
                shared.sources(sources)
            },
            is_unattributed: self.flag()?,
            cue: self.optional(Self::boxed)?,
            certainty: self.optional(Self::boxed)?,
            proposed_by: self.optional(Self::boxed)?,
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
            before: self.optional(Self::number)?,
            outcome: self.kind(Outcome::named)?,
            population: self.kind(Population::named)?,
            qualifier: self.kind(Qualifier::named)?,
            convention: self.kind(Convention::named)?,
            blamed: self.optional(Self::boxed)?,
            stance: self.kind(Stance::named)?,
            share: self.kind(Share::named)?,
            part_of: self.optional(|reader| usize::try_from(reader.number()?).ok())?,
            when: self.optional(|reader| {
                let (from, to) = (reader.kind(str::to_owned)?, reader.kind(str::to_owned)?);
                Some(When { from, to, precision: reader.kind(DatePrecision::named)? })
            })?,
            place: self.optional(|reader| {
                let name = reader.kind(str::to_owned)?;
                Some(Place { name, precision: reader.kind(PlacePrecision::named)? })
            })?,
        })
    }

    /// What a word means, if there is one.
    fn kind<T>(&mut self, named: impl Fn(&str) -> T) -> Option<Option<T>> {
        self.optional(|reader| reader.text().map(&named))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_comes_back_with_all_that_it_says() {
        let figure = FigureRow {
            wording: "the toll rose to more than 40".into(),
            outcome: Some(Outcome::named("evacuated")),
            population: Some(Population::Civilians),
            low: Some(41),
            high: None,
            stated: Some(40),
            qualifier: Some(Qualifier::MoreThan),
            convention: Some(Convention::House),
            when: Some(When {
                from: Some("2017-06-03".to_owned()),
                to: None,
                precision: Some(DatePrecision::Day),
            }),
            place: Some(Place { name: None, precision: Some(PlacePrecision::Town) }),
            blamed: Some("the army".into()),
            stance: Some(Stance::Reported),
            share: Some(Share::Update),
            part_of: Some(1),
            before: Some(35),
        };
        for figure in [figure, FigureRow::default()] {
            let mut writer = Writer::default();
            writer.figure(&figure);
            let mut reader = Reader(&writer.0);
            assert_eq!((reader.figure(), reader.0.len()), (Some(figure), 0));
        }
    }
}
