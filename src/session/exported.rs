//! An open article as exports tell it.

use super::Session;
use super::desk::Desk;
use crate::anchor::Placement;
use crate::article::{MarkRef, PlacedLayer};
use crate::document::{CalendarDate, DateOrder, Numbers};
use crate::exchange::{ArticleFacts, MarkFacts, RelationFacts, Told};
use crate::host::file_name;
use crate::layer::Relation;
use crate::library::Corrections;
use uuid::Uuid;

impl Session {
    /// The article with the shown marks that are meant, as its files have them: what is not saved has no
    /// line yet. `path` is what the article is called.
    pub fn exported(&self, path: &str, is_meant: &dyn Fn(&MarkRef<'_>) -> bool) -> Told {
        let numbers = Numbers::of(self.document());
        let marks = self.marks().into_iter().filter(is_meant).map(|mark| self.exported_mark(&mark, &numbers));
        let marks: Vec<MarkFacts> = marks.collect();
        let loose = self.layers_with_desks().flat_map(|(placed, desk)| {
            let starts_nowhere = |relation: &&Relation| self.mark(relation.from).is_none();
            let relations = placed.layer.relations().filter(starts_nowhere);
            relations.map(move |relation| self.exported_relation(placed, desk, relation))
        });
        Told { article: self.exported_facts(path), loose: loose.collect(), marks }
    }

    fn exported_facts(&self, path: &str) -> ArticleFacts {
        let document = self.document();
        let metadata = document.metadata();
        let (published, language) =
            (metadata.published.clone().unwrap_or_default(), document.language().unwrap_or_default());
        let order = DateOrder::shown_by(&published).or_else(|| DateOrder::of_language(language));
        ArticleFacts {
            path: path.to_owned(),
            file: file_name(&self.path),
            title: document.title().to_owned(),
            outlet: metadata.site.clone().unwrap_or_default(),
            date: CalendarDate::read(&published, order).map(CalendarDate::iso).unwrap_or_default(),
            published,
            place: metadata.place.clone().unwrap_or_default(),
            language: language.to_owned(),
            document: self.document_id(),
            digest: document.digest(),
        }
    }

    fn exported_mark(&self, mark: &MarkRef<'_>, numbers: &Numbers) -> MarkFacts {
        let (document, annotation) = (self.document(), mark.annotation);
        let desk = self.desk_of(mark.layer.layer.annotator.id);
        let passage = mark.placement.and_then(Placement::passage);
        let pieces = passage.map_or(&[][..], |passage| passage.pieces());
        let links = self.article().relations_of(annotation.id);
        let links = links.filter(|(_, relation)| relation.from == annotation.id);
        let links = links.filter_map(|(placed, relation)| {
            let desk = self.desk_of(placed.layer.annotator.id)?;
            Some(self.exported_relation(placed, desk, relation))
        });
        MarkFacts {
            annotation: annotation.clone(),
            annotator: mark.layer.layer.annotator.clone(),
            layer: desk.and_then(Desk::path).map(file_name).unwrap_or_default(),
            placement: mark.placement.map_or("", Placement::name),
            pieces: pieces.iter().map(|&piece| document.code_points(piece)).collect(),
            paragraph: pieces.first().and_then(|piece| numbers.at(document, piece.start())),
            relations: links.collect(),
            line: desk.map(|desk| line(desk, annotation.id.0)).unwrap_or_default(),
        }
    }

    fn exported_relation(&self, placed: &PlacedLayer, desk: &Desk, relation: &Relation) -> RelationFacts {
        let other = self.mark(relation.to).map(|other| other.annotation.quote());
        RelationFacts {
            relation: relation.clone(),
            annotator: placed.layer.annotator.clone(),
            words: other.unwrap_or_default(),
            line: line(desk, relation.id.0),
        }
    }
}

/// What is told of an article whose file is wrong: what people hold of it.
pub fn as_corrected(mut told: Told, corrections: &Corrections) -> Told {
    let facts = &mut told.article;
    if let Some(held) = corrections.on(facts.document) {
        if let Some(date) = held.date {
            facts.date = date.iso();
        }
        if let Some(outlet) = &held.outlet {
            facts.outlet.clone_from(outlet);
        }
    }
    told
}

fn line(desk: &Desk, id: Uuid) -> String {
    let line = desk.file().line_of(id);
    line.map(|line| String::from_utf8_lossy(line).into_owned()).unwrap_or_default()
}
