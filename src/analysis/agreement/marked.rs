//! What people marked in a text, in code points: what all measures are made of.

use crate::article::{Article, PlacedLayer};
use crate::document::Document;
use crate::layer::{Annotation, AnnotationId, Annotator, AnnotatorId, Figure, RelationSlug, TagId, is_reply};
use crate::library::{FigureRow, MarkRow};
use crate::text::TextRange;
use crate::text::words::words;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// A text with what people marked in it.
#[derive(Clone, Debug, Default)]
pub struct Text {
    /// What it is called: the article's file.
    pub name: String,
    /// How many code points it has.
    pub length: usize,
    /// Its paragraphs and headings in order, in code points; what is between them belongs to the one before.
    pub paragraphs: Vec<Range<usize>>,
    /// Its words, in code points.
    pub words: Vec<Range<usize>>,
    /// Who marked it, with their marks.
    pub people: Vec<Marked>,
}

/// What one person marked.
#[derive(Clone, Debug)]
pub struct Marked {
    /// Who.
    pub person: Annotator,
    /// The marks that have a place, by it.
    pub marks: Vec<Mark>,
    /// Marks whose words are gone or ambiguous, or that are about the whole article: left out of all measures.
    pub n_without_place: usize,
}

/// A mark with a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which.
    pub id: AnnotationId,
    /// Its pieces in order, in code points; none is empty, none overlap.
    pub pieces: Vec<Range<usize>>,
    /// Its tags, by slug.
    pub tags: Vec<TagId>,
    /// What was counted.
    pub figures: Vec<Counted>,
    /// Who says it, as [`crate::layer::Attribution::summary`] has it, in small letters.
    pub source: String,
    /// The relations that start here: kind and the mark at the other end.
    pub links: Vec<(RelationSlug, AnnotationId)>,
}

/// What of a figure two people can agree on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Counted {
    /// At least so many; `None`: open.
    pub low: Option<u64>,
    /// At most so many; `None`: open.
    pub high: Option<u64>,
    /// The number that stands in the words.
    pub stated: Option<u64>,
    /// What became of them.
    pub outcome: Option<String>,
}

impl Text {
    /// An article with the layers of those people who are asked for, in the order of the layers.
    pub fn of(name: &str, article: &Article, is_asked: impl Fn(&Annotator) -> bool) -> Self {
        let document = article.document();
        let layers = article.layers().iter().filter(|placed| is_asked(&placed.layer.annotator));
        let in_points = |range| document.code_points(range);
        let text = document.text();
        let blocks = document.blocks().iter();
        let paragraphs: Vec<Range<usize>> = blocks.map(|block| in_points(block.range)).collect();
        let all_words = words(text, TextRange::all(text)).into_iter();
        let is_word =
            |range: &TextRange| range.of(text).is_some_and(|word| word.chars().any(char::is_alphanumeric));
        Self {
            name: name.to_owned(),
            length: document.units().n_code_points(),
            paragraphs,
            words: all_words.filter(is_word).map(in_points).collect(),
            people: layers.map(|placed| Marked::of(placed, document)).collect(),
        }
    }

    /// The number of the paragraph that a place belongs to; the first for what stands before all.
    pub fn paragraph_at(&self, at: usize) -> usize {
        self.paragraphs.partition_point(|paragraph| paragraph.start <= at).saturating_sub(1)
    }

    /// What a person marked here.
    pub fn of_person(&self, person: &Annotator) -> Option<&Marked> {
        self.people.iter().find(|marked| marked.person.id == person.id)
    }
}

impl Marked {
    /// The marks of a layer that have a place in `document`.
    pub fn of(placed: &PlacedLayer, document: &Arc<Document>) -> Self {
        let layer = &placed.layer;
        let mut links: BTreeMap<AnnotationId, Vec<(RelationSlug, AnnotationId)>> = BTreeMap::new();
        for relation in layer.relations() {
            links.entry(relation.from).or_default().push((relation.kind.clone(), relation.to));
        }
        let mut marks: Vec<Mark> = Vec::new();
        let mut n_without_place = 0;
        for annotation in layer.annotations() {
            // What is said of others' marks marks nothing.
            let is_reply =
                |links: &Vec<(RelationSlug, AnnotationId)>| links.iter().any(|(kind, _)| is_reply(kind));
            if !annotation.motivation.is_marking() || links.get(&annotation.id).is_some_and(is_reply) {
                continue;
            }
            let passage = placed.placements.passage(annotation.id);
            let pieces = passage.map(|passage| passage.pieces()).unwrap_or_default();
            let pieces = pieces.iter().map(|&piece| document.code_points(piece)).collect();
            let links = links.remove(&annotation.id).unwrap_or_default();
            match Mark::new(annotation, pieces, links) {
                Some(mark) => marks.push(mark),
                None => n_without_place += 1,
            }
        }
        marks.sort_by(|a, b| a.key().cmp(&b.key()));
        Self { person: layer.annotator.clone(), marks, n_without_place }
    }

    /// What a person marked, from the rows of an article: places in bytes instead of code points, and a mark
    /// in several pieces as one from its first to its last.
    pub fn of_rows(rows: &[MarkRow], person: AnnotatorId) -> Self {
        let replies = |row: &MarkRow| row.links.iter().any(|link| link.starts_here && is_reply(&link.kind));
        let mine = || rows.iter().filter(|row| row.person.id == person && !replies(row));
        let nameless = || Annotator::new(person, "");
        let who = mine().next().map_or_else(nameless, |row| row.person.as_ref().clone());
        let mut marks: Vec<Mark> = mine().filter_map(Mark::of_row).collect();
        marks.sort_by(|a, b| a.key().cmp(&b.key()));
        Self { person: who, n_without_place: mine().count() - marks.len(), marks }
    }
}

impl Mark {
    fn new(
        annotation: &Annotation,
        pieces: Vec<Range<usize>>,
        links: Vec<(RelationSlug, AnnotationId)>,
    ) -> Option<Self> {
        let pieces = merged(pieces, true);
        let mut tags = annotation.tags.clone();
        tags.sort();
        tags.dedup();
        let mut figures: Vec<Counted> = annotation.figures.iter().map(Counted::of).collect();
        figures.sort();
        let mark = Self {
            id: annotation.id,
            pieces,
            tags,
            figures,
            source: annotation.attribution.summary().to_lowercase(),
            links,
        };
        (!mark.pieces.is_empty()).then_some(mark)
    }

    fn of_row(row: &MarkRow) -> Option<Self> {
        let place = row.place?;
        let mut tags = row.tags.to_vec();
        tags.sort();
        tags.dedup();
        let mut figures: Vec<Counted> = row.figures.iter().map(Counted::of_row).collect();
        figures.sort();
        let links = row.links.iter().filter(|link| link.starts_here);
        let mark = Self {
            id: row.id,
            pieces: std::iter::once(place.to_usize()).collect(),
            tags,
            figures,
            source: row.source().to_lowercase(),
            links: links.map(|link| (link.kind.clone(), link.other)).collect(),
        };
        (!mark.is_empty()).then_some(mark)
    }

    /// Its first code point.
    pub fn start(&self) -> usize {
        self.pieces.first().map_or(0, |piece| piece.start)
    }

    /// The code point after its last.
    pub fn end(&self) -> usize {
        self.pieces.last().map_or(0, |piece| piece.end)
    }

    /// How many code points it covers.
    pub fn len(&self) -> usize {
        self.pieces.iter().map(Range::len).sum()
    }

    /// Whether it covers nothing.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many code points both cover.
    pub fn overlap(&self, other: &Self) -> usize {
        let (mut a, mut b, mut both) = (self.pieces.iter().peekable(), other.pieces.iter().peekable(), 0);
        while let (Some(one), Some(two)) = (a.peek(), b.peek()) {
            both += one.end.min(two.end).saturating_sub(one.start.max(two.start));
            if one.end < two.end {
                a.next();
            } else {
                b.next();
            }
        }
        both
    }

    /// Whether it bears a tag.
    pub fn has_tag(&self, tag: &TagId) -> bool {
        self.tags.contains(tag)
    }

    /// The order of marks: by place, then by tags. Two people's equal marks are equal by it, whatever their ids.
    pub(super) fn key(&self) -> (Vec<(usize, usize)>, &[TagId]) {
        (self.pieces.iter().map(|piece| (piece.start, piece.end)).collect(), &self.tags)
    }
}

impl Counted {
    fn of(figure: &Figure) -> Self {
        let Figure { low, high, stated, ref outcome, .. } = *figure;
        Self { low, high, stated, outcome: outcome.as_ref().map(|outcome| outcome.name().to_owned()) }
    }

    fn of_row(figure: &FigureRow) -> Self {
        let FigureRow { low, high, stated, ref outcome, .. } = *figure;
        Self { low, high, stated, outcome: outcome.as_ref().map(|outcome| outcome.name().to_owned()) }
    }
}

/// Ranges in order, those that overlap made one; those that touch, too, where `joins_touching`.
pub(super) fn merged(mut ranges: Vec<Range<usize>>, joins_touching: bool) -> Vec<Range<usize>> {
    ranges.retain(|range| range.start < range.end);
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut all: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match all.last_mut() {
            Some(last) if range.start < last.end || joins_touching && range.start == last.end => {
                last.end = last.end.max(range.end);
            }
            _ => all.push(range),
        }
    }
    all
}
