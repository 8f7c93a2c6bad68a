//! One mark as a table shows it: flat, by itself, compact.
//!
//! A row holds no text of the article but the mark's own words, and knows no layer and no file. What is
//! often the same (people, tags, names of relations) is shared between rows; 600,000 rows take some 300 MB.

use crate::anchor::Placement;
use crate::article::Article;
use crate::document::{DocumentId, Timestamp};
use crate::layer::figure::{Place, When};
use crate::layer::{
    Annotation, AnnotationId, Annotator, Convention, Figure, Layer, Outcome, Placements, Population,
    Qualifier, Relation, RelationSlug, Share, Source, Stance, TagId, is_reply,
};
use crate::text::TextRange;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A layer with the places of its marks: what rows are made of.
pub type Placed<'a> = (&'a Layer, &'a Placements);

/// What one person says of one passage, as a row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkRow {
    /// The mark.
    pub id: AnnotationId,
    /// Whose it is.
    pub person: Arc<Annotator>,
    /// Its tags, in the order given.
    pub tags: Arc<[TagId]>,
    /// The words it was put on as they were then, or the wording of an implied claim.
    pub quote: Box<str>,
    /// What the person says about it; empty where there is nothing.
    pub note: Box<str>,
    /// What was counted.
    pub figures: Box<[FigureRow]>,
    /// Whether it was found that nothing is counted.
    pub is_without_figure: bool,
    /// The sources, from the nearest to the farthest.
    pub sources: Arc<[SourceRow]>,
    /// Whether it was found that nobody is named.
    pub is_unattributed: bool,
    /// The words that attribute ("said", "denied"), as worded.
    pub cue: Option<Box<str>>,
    /// How sure the source is, as a word of the codebook.
    pub certainty: Option<Box<str>>,
    /// The rules or the machine that proposed it, by name, where a person accepted a proposal.
    pub proposed_by: Option<Box<str>>,
    /// How it was found again.
    pub placement: RowPlacement,
    /// From its first byte in the text to its last, where it has a place.
    pub place: Option<TextRange>,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed, if ever.
    pub modified: Option<Timestamp>,
    /// The relations that start or end here, as far as the layers of this article have them. Those that
    /// other articles have are asked of the [`Library`](super::Library).
    pub links: Box<[LinkRow]>,
    /// Whether a person has to look at it: its words are gone, changed or ambiguous.
    pub needs_look: bool,
}

/// How a mark was found again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowPlacement {
    /// It is about the whole article.
    #[default]
    Whole,
    /// It words a claim that stands nowhere.
    Implied,
    /// Where it was made.
    Exact,
    /// The same words elsewhere.
    Moved,
    /// Other words.
    Changed,
    /// Several places fit.
    Ambiguous,
    /// Its words are gone.
    Orphaned,
}

impl RowPlacement {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Whole,
        Self::Implied,
        Self::Exact,
        Self::Moved,
        Self::Changed,
        Self::Ambiguous,
        Self::Orphaned,
    ];

    /// What it is called in filters and in JSON: as [`Placement::name`] has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Implied => "implied",
            Self::Exact => "exact",
            Self::Moved => "moved",
            Self::Changed => "changed",
            Self::Ambiguous => "ambiguous",
            Self::Orphaned => "orphaned",
        }
    }

    fn of(annotation: &Annotation, placement: Option<&Placement>) -> Self {
        match placement {
            None if annotation.implied.is_some() => Self::Implied,
            None => Self::Whole,
            Some(Placement::Exact(_)) => Self::Exact,
            Some(Placement::Moved { .. }) => Self::Moved,
            Some(Placement::Changed { .. }) => Self::Changed,
            Some(Placement::Ambiguous(_)) => Self::Ambiguous,
            Some(Placement::Orphaned { .. }) => Self::Orphaned,
        }
    }
}

/// One source of a chain.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceRow {
    /// As worded.
    pub name: Box<str>,
    /// Which actor of the register it is, by slug.
    pub actor: Option<Box<str>>,
}

/// What was counted: a [`Figure`] without the place of its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FigureRow {
    /// The words it was read from.
    pub wording: Box<str>,
    /// What became of the people.
    pub outcome: Option<Outcome>,
    /// Of whom.
    pub population: Option<Population>,
    /// At least so many; `None`: open.
    pub low: Option<u64>,
    /// At most so many; `None`: open.
    pub high: Option<u64>,
    /// The number that stands in the words.
    pub stated: Option<u64>,
    /// How the words limit it.
    pub qualifier: Option<Qualifier>,
    /// How vague words were read.
    pub convention: Option<Convention>,
    /// When.
    pub when: Option<When>,
    /// Where.
    pub place: Option<Place>,
    /// Who is blamed.
    pub blamed: Option<Box<str>>,
    /// How the passage takes it.
    pub stance: Option<Stance>,
    /// How it stands to another figure; `None`: by itself.
    pub share: Option<Share>,
    /// Which figure of the same mark that is, from 0.
    pub part_of: Option<usize>,
    /// What the count was before.
    pub before: Option<u64>,
}

/// One end of a relation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkRow {
    /// Which it is: `denies`, `confirms`, …
    pub kind: RelationSlug,
    /// Whether it starts at this mark.
    pub starts_here: bool,
    /// The mark at the other end.
    pub other: AnnotationId,
    /// The document of that, where it is another one.
    pub document: Option<DocumentId>,
    /// The words of the other end: as they are, or as they last were. Empty where nobody here ever had them.
    pub words: Box<str>,
    /// Whether the other end is a mark of this article.
    pub is_here: bool,
}

/// The rows of an article as it is open: [`rows_of_layers`] of all its layers.
pub fn rows_of(article: &Article) -> Vec<MarkRow> {
    rows_of_layers(&placed(article))
}

/// The layers of an article with their places.
pub(super) fn placed(article: &Article) -> Vec<Placed<'_>> {
    article.layers().iter().map(|placed| (&placed.layer, &placed.placements)).collect()
}

/// The rows of all layers of an article, shown or not: by place, those without one last; then by person.
///
/// It is the one way to rows, so that an article that is open gives its own, with the marks that are not
/// saved yet.
pub fn rows_of_layers(layers: &[Placed<'_>]) -> Vec<MarkRow> {
    let mut shared = Shared::default();
    let ends = Ends::of(layers);
    let mut rows: Vec<MarkRow> = Vec::new();
    for (layer, placements) in layers {
        let person = Arc::new(layer.annotator.clone());
        // What is said of a pupil's marks is no mark of the folder.
        let marks = layer.annotations().filter(|mark| mark.motivation.assessment().is_none());
        rows.extend(marks.map(|mark| row(mark, placements.get(mark.id), &person, &ends, &mut shared)));
    }
    rows.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| a.person.in_list(&b.person)));
    rows
}

/// By place, the longer first; then by when it was made.
fn key(row: &MarkRow) -> impl Ord + use<> {
    let place = row.place.map(|place| (place.start(), std::cmp::Reverse(place.end())));
    (place.is_none(), place, row.created, row.id)
}

fn row(
    mark: &Annotation,
    placement: Option<&Placement>,
    person: &Arc<Annotator>,
    ends: &Ends<'_>,
    shared: &mut Shared,
) -> MarkRow {
    let attribution = &mark.attribution;
    MarkRow {
        id: mark.id,
        person: Arc::clone(person),
        tags: shared.tags(&mark.tags),
        quote: mark.quote().into(),
        note: mark.note.as_str().into(),
        figures: mark.figures.iter().map(FigureRow::of).collect(),
        is_without_figure: mark.is_without_figure,
        sources: shared.sources(attribution.chain.iter().map(SourceRow::of).collect()),
        is_unattributed: attribution.is_unattributed,
        cue: attribution.cue.as_ref().map(|cue| cue.verb.as_str().into()),
        certainty: attribution.certainty.as_deref().map(Into::into),
        proposed_by: mark.proposed_by.as_deref().map(Into::into),
        placement: RowPlacement::of(mark, placement),
        place: placement.and_then(Placement::passage).and_then(crate::anchor::Passage::hull),
        created: mark.created,
        modified: mark.modified,
        links: ends.of_mark(mark.id),
        needs_look: placement.is_some_and(Placement::needs_review),
    }
}

impl SourceRow {
    fn of(source: &Source) -> Self {
        Self { name: source.name.as_str().into(), actor: source.actor.as_deref().map(Into::into) }
    }
}

impl AsRef<str> for SourceRow {
    fn as_ref(&self) -> &str {
        &self.name
    }
}

impl FigureRow {
    fn of(figure: &Figure) -> Self {
        let Figure { wording, outcome, population, low, high, stated, qualifier, convention, .. } = figure;
        let Figure { when, place, blamed, stance, share, part_of, before, .. } = figure;
        Self {
            wording: wording.as_str().into(),
            outcome: outcome.clone(),
            population: population.clone(),
            low: *low,
            high: *high,
            stated: *stated,
            qualifier: qualifier.clone(),
            convention: convention.clone(),
            when: when.clone(),
            place: place.clone(),
            blamed: blamed.as_deref().map(Into::into),
            stance: stance.clone(),
            share: share.clone(),
            part_of: *part_of,
            before: *before,
        }
    }

    /// The interval for people: `≥ 36`, `0–12`, `9`, `about 40`, `as worded`.
    pub fn interval(&self) -> String {
        let Self { low, high, stated, .. } = *self;
        Figure { low, high, stated, ..Figure::default() }.interval()
    }
}

impl MarkRow {
    /// The sources for people: `the group ← a hospital`, `unattributed`, or nothing.
    pub fn source(&self) -> String {
        source_words(&self.sources, self.is_unattributed)
    }

    /// Whether it is a reply to another mark, and no mark by itself.
    pub fn is_reply(&self) -> bool {
        self.links.iter().any(|link| link.starts_here && is_reply(&link.kind))
    }

    /// Whether it bears a tag of that slug.
    pub fn has_tag(&self, slug: &str) -> bool {
        self.tags.iter().any(|tag| tag.as_str() == slug)
    }

    /// What it takes of memory, in bytes; what it shares with others is not counted.
    pub fn n_bytes(&self) -> usize {
        let figures = self.figures.iter().map(|figure| size_of::<FigureRow>() + figure.wording.len());
        let words = [&self.cue, &self.certainty, &self.proposed_by].into_iter().flatten();
        let links = self.links.iter();
        let links = links.map(|link| size_of::<LinkRow>() + link.kind.as_str().len() + link.words.len());
        let words = [&self.quote, &self.note].into_iter().chain(words).map(|words| words.len());
        size_of::<Self>() + words.sum::<usize>() + figures.sum::<usize>() + links.sum::<usize>()
    }
}

pub(super) fn source_words(sources: &[SourceRow], is_unattributed: bool) -> String {
    if is_unattributed {
        return "unattributed".to_owned();
    }
    let names: Vec<&str> = sources.iter().map(AsRef::as_ref).collect();
    names.join(" ← ")
}

/// What many rows of an article have alike.
#[derive(Default)]
pub(super) struct Shared {
    tags: BTreeSet<Arc<[TagId]>>,
    sources: BTreeSet<Arc<[SourceRow]>>,
}

impl Shared {
    pub(super) fn tags(&mut self, tags: &[TagId]) -> Arc<[TagId]> {
        if let Some(known) = self.tags.get(tags) {
            return Arc::clone(known);
        }
        let all: Arc<[TagId]> = tags.into();
        self.tags.insert(Arc::clone(&all));
        all
    }

    pub(super) fn sources(&mut self, chain: Vec<SourceRow>) -> Arc<[SourceRow]> {
        if let Some(known) = self.sources.get(chain.as_slice()) {
            return Arc::clone(known);
        }
        let all: Arc<[SourceRow]> = chain.into();
        self.sources.insert(Arc::clone(&all));
        all
    }
}

/// The relations of an article by both their ends.
struct Ends<'a> {
    by_mark: BTreeMap<AnnotationId, Vec<(&'a Relation, bool)>>,
    marks: BTreeMap<AnnotationId, &'a Annotation>,
}

impl<'a> Ends<'a> {
    fn of(layers: &[Placed<'a>]) -> Self {
        let mut by_mark: BTreeMap<AnnotationId, Vec<(&Relation, bool)>> = BTreeMap::new();
        for relation in layers.iter().flat_map(|(layer, _)| layer.relations()) {
            by_mark.entry(relation.from).or_default().push((relation, true));
            by_mark.entry(relation.to).or_default().push((relation, false));
        }
        let linked = layers.iter().flat_map(|(layer, _)| layer.annotations());
        let linked = linked.filter(|mark| by_mark.contains_key(&mark.id)).map(|mark| (mark.id, mark));
        Self { marks: linked.collect(), by_mark }
    }

    fn of_mark(&self, id: AnnotationId) -> Box<[LinkRow]> {
        let relations = self.by_mark.get(&id).map_or(&[][..], Vec::as_slice);
        let link = |&(relation, starts_here): &(&Relation, bool)| {
            let other = if starts_here { relation.to } else { relation.from };
            let mark = self.marks.get(&other);
            LinkRow {
                kind: relation.kind.clone(),
                starts_here,
                other,
                document: relation.to_document.filter(|_| starts_here),
                words: mark.map(|mark| mark.quote()).unwrap_or_default().into(),
                is_here: mark.is_some(),
            }
        };
        relations.iter().map(link).collect()
    }
}
