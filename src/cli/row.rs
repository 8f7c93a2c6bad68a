//! A mark with all that is told of it to programs: as JSON, and as a row of a table.

use super::csv;
use crate::anchor::Placement;
use crate::layer::{
    AnnotationId, Convention, DatePrecision, Figure, Outcome, PlacePrecision, Population, Qualifier,
    Relation, Share, Source, Stance,
};
use crate::session::{MarkRef, Session};
use serde_json::{Value, json};

/// The columns of a table, in their order, with what they hold: for the heads of the table and for the help.
pub(super) const COLUMNS: [(&str, &str); 19] = [
    ("article", "its path"),
    ("title", "its title"),
    ("layer", "the file that holds the mark"),
    ("annotator", "who marked"),
    ("id", "of the mark"),
    ("tags", "as slugs of the codebook"),
    ("quote", "the words that were marked"),
    ("note", ""),
    ("placement", "exact, moved, changed, ambiguous or orphaned; empty for a mark without a passage"),
    ("start", "of each piece, in code points of the reading text"),
    ("end", "of each piece"),
    ("source", "nearest ← farthest, or unattributed"),
    ("figure", "the words that count"),
    ("low", "the least that they say; empty where that is open"),
    ("high", "the most that they say; empty where that is open"),
    ("stated", "the number in the words"),
    ("links", "relation and the other mark's id"),
    ("created", "in UTC"),
    ("modified", "in UTC; empty if never"),
];

/// The relations that start from a mark.
pub(super) fn links_from(session: &Session, mark: AnnotationId) -> impl Iterator<Item = &Relation> {
    let relations = session.article().relations_of(mark).map(|(_, relation)| relation);
    relations.filter(move |relation| relation.from == mark)
}

/// The name of the layer's file, where it has one.
fn layer_name(session: &Session, mark: &MarkRef<'_>) -> Option<String> {
    let desk = session.desk_of(mark.layer.layer.annotator.id)?;
    Some(desk.path()?.file_name()?.to_string_lossy().into_owned())
}

/// The pieces of a mark, in code points.
fn pieces(session: &Session, mark: &MarkRef<'_>) -> Vec<std::ops::Range<usize>> {
    let passage = mark.placement.and_then(Placement::passage);
    let pieces = passage.map_or(&[][..], |passage| passage.pieces());
    pieces.iter().map(|&piece| session.document().code_points(piece)).collect()
}

/// The mark as an object.
pub(super) fn described(session: &Session, mark: &MarkRef<'_>) -> Value {
    let annotation = mark.annotation;
    let pieces = pieces(session, mark).into_iter();
    let pieces: Vec<Value> = pieces.map(|piece| json!({ "start": piece.start, "end": piece.end })).collect();
    let path = session.path().to_string_lossy();
    let source = Some(annotation.attribution.summary()).filter(|source| !source.is_empty());
    let figures = annotation.figures.iter().map(figure);
    let links = links_from(session, annotation.id).map(|relation| link(session, relation));
    json!({
        "document": path,
        "article": path,
        "title": session.document().title(),
        "layer": layer_name(session, mark),
        "annotator": mark.layer.layer.annotator.name,
        "id": annotation.id.0.to_string(),
        "tags": tags(mark),
        "note": annotation.note,
        "pieces": pieces,
        "quote": annotation.quote(),
        "placement": mark.placement.map(Placement::name),
        "source": source,
        "sources": annotation.attribution.chain.iter().map(step).collect::<Vec<_>>(),
        "unattributed": annotation.attribution.is_unattributed,
        "cue": annotation.attribution.cue.as_ref().map(|cue| &cue.verb),
        "certainty": annotation.attribution.certainty,
        "proposed_by": annotation.proposed_by,
        "figure": figures.collect::<Vec<_>>(),
        "no_figure": annotation.is_without_figure,
        "links": links.collect::<Vec<_>>(),
        "created": annotation.created.to_string(),
        "modified": annotation.modified.map(|time| time.to_string()),
    })
}

fn tags<'a>(mark: &MarkRef<'a>) -> Vec<&'a str> {
    mark.annotation.tags.iter().map(|tag| tag.as_str()).collect()
}

/// A source of the chain; the first is the nearest.
fn step(source: &Source) -> Value {
    json!({ "name": source.name, "actor": source.actor })
}

/// An open end is `null`; `part_of` counts the figures of the mark from 1.
fn figure(figure: &Figure) -> Value {
    let when = figure.when.as_ref().map(|when| {
        let precision = when.precision.as_ref().map(DatePrecision::name);
        json!({ "from": when.from, "to": when.to, "precision": precision })
    });
    let place = figure.place.as_ref().map(|place| {
        json!({ "name": place.name, "precision": place.precision.as_ref().map(PlacePrecision::name) })
    });
    json!({
        "low": figure.low,
        "high": figure.high,
        "stated": figure.stated,
        "wording": figure.wording,
        "outcome": figure.outcome.as_ref().map(Outcome::name),
        "population": figure.population.as_ref().map(Population::name),
        "qualifier": figure.qualifier.as_ref().map(Qualifier::name),
        "convention": figure.convention.as_ref().map(Convention::name),
        "when": when,
        "where": place,
        "blamed": figure.blamed,
        "stance": figure.stance.as_ref().map(Stance::name),
        "share": figure.share.as_ref().map(Share::name),
        "part_of": figure.part_of.map(|nth| nth.saturating_add(1)),
        "before": figure.before,
    })
}

/// `document` is there where the other mark is in another article, `words` where it is in this one.
fn link(session: &Session, relation: &Relation) -> Value {
    let mut link = json!({ "relation": relation.kind.as_str(), "to": relation.to.0.to_string() });
    if let Some(document) = relation.to_document {
        link["document"] = document.iri().into();
    }
    if let Some(other) = session.mark(relation.to) {
        link["words"] = other.annotation.quote().into();
    }
    link
}

/// The mark as a line of a table; several values in one cell are parted by `; `.
pub(super) fn line(session: &Session, mark: &MarkRef<'_>) -> String {
    let annotation = mark.annotation;
    let pieces = pieces(session, mark);
    let number = |n: Option<u64>| n.map_or_else(String::new, |n| n.to_string());
    let figures = |of: &dyn Fn(&Figure) -> String| joined(annotation.figures.iter().map(of));
    let links = links_from(session, annotation.id);
    csv::line([
        session.path().to_string_lossy().into_owned(),
        session.document().title().to_owned(),
        layer_name(session, mark).unwrap_or_default(),
        mark.layer.layer.annotator.name.clone(),
        annotation.id.0.to_string(),
        tags(mark).join("; "),
        annotation.quote(),
        annotation.note.clone(),
        mark.placement.map_or("", Placement::name).to_owned(),
        joined(pieces.iter().map(|piece| piece.start.to_string())),
        joined(pieces.iter().map(|piece| piece.end.to_string())),
        annotation.attribution.summary(),
        figures(&|figure| figure.wording.clone()),
        figures(&|figure| number(figure.low)),
        figures(&|figure| number(figure.high)),
        figures(&|figure| number(figure.stated)),
        joined(links.map(|relation| format!("{} {}", relation.kind.as_str(), relation.to.0))),
        annotation.created.to_string(),
        annotation.modified.map_or_else(String::new, |time| time.to_string()),
    ])
}

fn joined(values: impl Iterator<Item = String>) -> String {
    values.collect::<Vec<_>>().join("; ")
}
