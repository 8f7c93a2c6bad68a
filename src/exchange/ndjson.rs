//! One JSON object a mark and line, all with the same keys: what DuckDB, pandas and Spark read as a table.
//!
//! `figures` and `links` are lists of objects; `annotation` and `relations` hold the mark and the relations
//! that start at it as lines of W3C annotations, from which [`read`](super::read) makes the same again.

use super::columns::{cells, figure_cells};
use super::{MarkFacts, RelationFacts, Told, Writer};
use crate::text::shown::safe_json;
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// The keys that a row of ours has, by which it is known.
pub(super) const ANNOTATION: &str = "annotation";
pub(super) const RELATIONS: &str = "relations";
pub(super) const PERSON: &str = "annotator_id";

pub(super) fn begin<'a>(out: &'a mut dyn Write) -> io::Result<Box<dyn Writer + 'a>> {
    Ok(Box::new(Lines { out }))
}

struct Lines<'a> {
    out: &'a mut dyn Write,
}

impl Writer for Lines<'_> {
    fn article(&mut self, told: &Told) -> io::Result<()> {
        for (nth, mark) in told.marks.iter().enumerate() {
            // Relations that start at no mark here travel with the first.
            let loose = if nth == 0 { told.loose.as_slice() } else { &[] };
            let row = Value::Object(row(told, mark, loose)).to_string();
            self.out.write_all(safe_json(&row).as_bytes())?;
            self.out.write_all(b"\n")?;
        }
        Ok(())
    }

    fn end(self: Box<Self>) -> io::Result<()> {
        self.out.flush()
    }
}

fn row(told: &Told, mark: &MarkFacts, loose: &[RelationFacts]) -> Map<String, Value> {
    let mut row: Map<String, Value> = Map::new();
    for (name, cell) in cells(told, mark) {
        // What follows has these with all their parts.
        if name != "links" {
            row.insert(name.to_owned(), cell.json());
        }
    }
    let figures = mark.annotation.figures.iter().map(|figure| {
        let fields = figure_cells(figure).map(|(name, cell)| (name.to_owned(), cell.json()));
        Value::Object(fields.collect())
    });
    row.insert("figures".to_owned(), figures.collect());
    row.insert("links".to_owned(), mark.relations.iter().map(link).collect());
    row.insert("file".to_owned(), told.article.file.as_str().into());
    row.insert(PERSON.to_owned(), mark.annotator.id.iri().into());
    row.insert(ANNOTATION.to_owned(), mark.line.as_str().into());
    let relations = mark.relations.iter().chain(loose);
    // The person of a relation may be another one than that of the mark.
    let relations = relations.map(|link| {
        json!({ PERSON: link.annotator.id.iri(), "annotator": link.annotator.name, ANNOTATION: link.line })
    });
    row.insert(RELATIONS.to_owned(), relations.collect());
    row
}

fn link(link: &RelationFacts) -> Value {
    let document = link.relation.to_document.map(|document| document.iri());
    let words = Some(link.words.as_str()).filter(|words| !words.is_empty());
    json!({
        "relation": link.relation.kind.as_str(),
        "to": link.relation.to.0.to_string(),
        "document": document,
        "words": words,
    })
}
