//! The marks that a link may lead to: those of the article that is looked at, the nearest first; and when
//! words are typed those of the other articles of the folder.

use super::From;
use crate::gui::panels::mark_row::tag_words;
use crate::gui::widgets::{in_visual_order, shortened, visible};
use crate::gui::words;
use crate::layer::codebook::Codebook;
use crate::layer::{AnnotationId, Annotator, Figure, RelationKind, TagId};
use crate::library::{Library, Query};
use crate::session::{MarkRef, Session};
use crate::text::TextRange;

/// So many marks are offered; who misses one types more of its words.
const MOST: usize = 200;

/// A mark that is offered.
#[derive(Clone, Debug)]
pub(super) struct Offer {
    pub mark: AnnotationId,
    /// What the link would be called, seen from where it starts.
    pub link: String,
    pub tag: Option<TagId>,
    pub tags: String,
    pub words: String,
    /// The title of its article, if that is another one.
    pub title: Option<String>,
}

/// The marks that `from` may be linked to and that have `words`.
pub(super) fn offers(from: &From, session: &Session, library: Option<&Library>, words: &str) -> Vec<Offer> {
    let words = words.trim().to_lowercase();
    let mut offers = here(from, session, &words);
    if let Some(library) = library.filter(|_| !words.is_empty()) {
        offers.extend(elsewhere(from, session, library, &words));
    }
    offers
}

/// The mark that is nearest to `mark` in its paragraph or one beside it, among those that it may be linked to by
/// a relation that is meant for its tags, with that relation.
pub(in crate::gui) fn nearest<'a>(
    session: &'a Session,
    mark: &MarkRef<'_>,
) -> Option<(MarkRef<'a>, &'a RelationKind)> {
    let annotation = mark.annotation;
    let blocks = session.document().blocks();
    let block = |hull: TextRange| blocks.partition_point(|block| block.range.end() < hull.start());
    let here = block(mark.hull()?);
    let is_near = |other: &MarkRef<'_>| other.hull().is_some_and(|hull| block(hull).abs_diff(here) <= 1);
    let is_meant = |kind: &&RelationKind| kind.from.iter().any(|tag| annotation.tags.contains(tag));
    // What such a mark mostly does: a denial denies. That a report corrects a denial nearby is a guess too far.
    let main = session.codebook().relations.iter().find(is_meant).map(|kind| kind.id.clone());
    let fits = |other: MarkRef<'a>| {
        let mut kinds = session.codebook().relations_between(&annotation.tags, &other.annotation.tags);
        Some((other, kinds.find(|kind| Some(&kind.id) == main.as_ref())?))
    };
    let others = by_distance(session, mark.hull()).take_while(is_near);
    let is_other = |other: &MarkRef<'_>| {
        !is_same(mark, other) && counts_alike(&annotation.figures, &other.annotation.figures)
    };
    others.filter(is_other).find_map(fits)
}

/// Whether two marks say the same of the same words, as two people's do: such answer each other last.
fn is_same(mark: &MarkRef<'_>, other: &MarkRef<'_>) -> bool {
    let overlaps = || mark.hull().zip(other.hull()).is_some_and(|(a, b)| a.overlaps(b));
    let shares_tag = || mark.annotation.tags.iter().any(|tag| other.annotation.tags.contains(tag));
    mark.annotation.id == other.annotation.id || (overlaps() && shares_tag())
}

/// Whether figures of two marks can be about the same people: "many were injured" and "35 were killed" are not.
fn counts_alike(own: &[Figure], others: &[Figure]) -> bool {
    let is_same = |own: &Figure, other: &Figure| match (&own.outcome, &other.outcome) {
        (Some(own), Some(other)) => own == other,
        _ => true,
    };
    own.is_empty()
        || others.is_empty()
        || own.iter().any(|own| others.iter().any(|other| is_same(own, other)))
}

/// The marks of the article, those first that are nearest to `hull`; in the order of the text where there is
/// none, and last those that have no place.
fn by_distance(session: &Session, hull: Option<TextRange>) -> impl Iterator<Item = MarkRef<'_>> {
    let distance = |other: Option<TextRange>| match (hull, other) {
        (Some(hull), Some(other)) => {
            let gap = |a: TextRange, b: TextRange| b.start().to_usize().saturating_sub(a.end().to_usize());
            gap(hull, other).max(gap(other, hull))
        }
        (None, Some(other)) => other.start().to_usize(),
        (_, None) => usize::MAX,
    };
    let marks = session.order().marks().iter().enumerate();
    let mut near: Vec<(usize, usize)> = marks.map(|(nth, mark)| (distance(mark.hull), nth)).collect();
    near.sort_unstable();
    near.into_iter().filter_map(|(_, nth)| session.nth_mark(nth))
}

/// What a link between marks with these tags would be called, seen from the first.
pub(super) fn link_words(codebook: &Codebook, tags: &[TagId], others: &[TagId]) -> Option<String> {
    codebook.links_between(tags, others).next().map(|(kind, is_back)| seen(kind, is_back))
}

fn seen(kind: &RelationKind, is_back: bool) -> String {
    words::name(if is_back { &kind.inverse } else { &kind.label })
}

fn here(from: &From, session: &Session, words: &str) -> Vec<Offer> {
    let start = session.mark(from.mark);
    let marks = by_distance(session, start.as_ref().and_then(MarkRef::hull));
    let (same, others): (Vec<_>, Vec<_>) =
        marks.partition(|mark| start.as_ref().is_some_and(|start| is_same(start, mark)));
    let fits = |mark: &MarkRef<'_>| {
        let annotation = mark.annotation;
        let has_words = words.is_empty() || {
            let said = format!("{} {}", annotation.quote(), annotation.note).to_lowercase();
            words.split_whitespace().all(|word| said.contains(word))
        };
        annotation.id != from.mark && has_words
    };
    let offer = |mark: MarkRef<'_>| {
        let annotation = mark.annotation;
        Some(Offer {
            mark: annotation.id,
            link: link_words(session.codebook(), &from.tags, &annotation.tags)?,
            tag: annotation.tags.first().cloned(),
            tags: told(session, &annotation.tags, &mark.layer.layer.annotator),
            words: in_visual_order(&visible(&shortened(&annotation.quote(), 120))),
            title: None,
        })
    };
    others.into_iter().chain(same).filter(fits).filter_map(offer).take(MOST).collect()
}

/// The tags of a mark, and who made it, if that is somebody else.
fn told(session: &Session, tags: &[TagId], person: &Annotator) -> String {
    let tags = tag_words(session, tags);
    let is_mine = session.annotator().is_none_or(|me| me.id == person.id);
    if is_mine {
        tags
    } else {
        format!("{tags} · {}", in_visual_order(&visible(&shortened(&person.name, 30))))
    }
}

/// Marks of other articles that have the words, each with the title of its article.
fn elsewhere(from: &From, session: &Session, library: &Library, words: &str) -> Vec<Offer> {
    let Ok(query) = words.parse::<Query>() else { return Vec::new() };
    let Ok(matcher) = query.matcher(library.codebook()) else { return Vec::new() };
    let path = library.path_of(session.path());
    let others = library.rows().filter(|(entry, _)| path.as_deref() != Some(&*entry.path));
    let fitting = others.filter(|(entry, row)| row.id != from.mark && matcher.has(library, entry, row));
    let offer = |(entry, row): (&std::sync::Arc<crate::library::Entry>, &crate::library::MarkRow)| {
        // An article of which no layer says the id cannot be meant.
        entry.document?;
        Some(Offer {
            mark: row.id,
            link: link_words(library.codebook(), &from.tags, &row.tags)?,
            tag: row.tags.first().cloned(),
            tags: told(session, &row.tags, &row.person),
            words: in_visual_order(&visible(&shortened(&row.quote, 120))),
            title: Some(in_visual_order(&visible(&shortened(&entry.title, 60)))),
        })
    };
    fitting.filter_map(offer).take(MOST).collect()
}
