//! Relations between two marks: made, taken away, and refused where the codebook has no such thing.

use super::label::Label;
use super::refused::WrongEnd;
use super::{ActionError, Outcome, Place, Session};
use crate::document::DocumentId;
use crate::host::Host;
use crate::layer::codebook::allows;
use crate::layer::{
    AnnotationId, Change, Relation, RelationId, RelationKind, RelationSlug, TagId, Transaction,
};

impl Session {
    pub(super) fn link(
        &mut self,
        host: &mut dyn Host,
        from: &str,
        kind: &RelationSlug,
        to: &str,
    ) -> Result<Outcome, ActionError> {
        self.check_relation(from, kind, to)?;
        let (from, to) = (self.mark_called(from)?.annotation.id, self.mark_called(to)?.annotation.id);
        self.relate(host, from, kind, (to, None))
    }

    /// Relates a mark to one of another article. What that is tagged with is not known here: whoever offers
    /// it asks the folder.
    pub(super) fn link_away(
        &mut self,
        host: &mut dyn Host,
        from: &str,
        kind: &RelationSlug,
        (to, document): (AnnotationId, DocumentId),
    ) -> Result<Outcome, ActionError> {
        let start = self.mark_called(from)?;
        let (from, tags) = (start.annotation.id, &start.annotation.tags);
        let relation = self.relation_called(kind)?;
        if document == self.document_id() {
            return Err(ActionError::SameArticle(to));
        }
        if !allows(&relation.from, tags) {
            return Err(wrong_end(from, relation, true, tags));
        }
        self.relate(host, from, kind, (to, Some(document)))
    }

    fn relate(
        &mut self,
        host: &mut dyn Host,
        from: AnnotationId,
        kind: &RelationSlug,
        (to, to_document): (AnnotationId, Option<DocumentId>),
    ) -> Result<Outcome, ActionError> {
        let is_so =
            |relation: &Relation| (relation.from, relation.to) == (from, to) && relation.kind == *kind;
        if self.article.relations_of(from).any(|(_, relation)| is_so(relation)) {
            return Err(ActionError::LinkedAlready(from, to));
        }
        let relation = fresh_relation(host, kind, (from, to), to_document);
        self.commit(host, Label::Link, &Transaction::new([Change::relate(relation)]), None)?;
        Ok(Outcome::default())
    }

    /// Marks words with the tag that a relation asks for, and relates a mark to them, in one step.
    pub(super) fn link_words(
        &mut self,
        host: &mut dyn Host,
        mark: &str,
        kind: &RelationSlug,
        places: &[Place],
    ) -> Result<Outcome, ActionError> {
        let start = self.mark_called(mark)?;
        let (mark, tags) = (start.annotation.id, &start.annotation.tags);
        let relation = self.relation_called(kind)?;
        let starts = allows(&relation.from, tags);
        if !starts && !allows(&relation.to, tags) {
            return Err(wrong_end(mark, relation, true, tags));
        }
        let tag = if starts { relation.to.first() } else { relation.from.first() }.cloned();
        let pieces = places.iter().map(|place| self.find(place)).collect::<Result<Vec<_>, _>>()?;
        let words = self.fresh_mark(host, &pieces, tag)?;
        let id = words.id;
        let ends = if starts { (mark, id) } else { (id, mark) };
        let relation = fresh_relation(host, kind, ends, None);
        let changes = [Change::put(words), Change::relate(relation)];
        self.commit(host, Label::Link, &Transaction::new(changes), None)?;
        Ok(Outcome { created: Some(id), notice: None })
    }

    /// Has a relation of mine be of another kind.
    pub(super) fn relink(
        &mut self,
        host: &mut dyn Host,
        (from, kind, to): (&str, &RelationSlug, &str),
        other: &RelationSlug,
    ) -> Result<Outcome, ActionError> {
        let before = self.own_relation(host, from, kind, to)?;
        let start = self.mark_called(from)?;
        let relation = self.relation_called(other)?;
        if !allows(&relation.from, &start.annotation.tags) {
            return Err(wrong_end(before.from, relation, true, &start.annotation.tags));
        }
        // What a mark of another article is tagged with is not known here.
        if let Some(end) = self.mark(before.to)
            && !allows(&relation.to, &end.annotation.tags)
        {
            return Err(wrong_end(before.from, relation, false, &end.annotation.tags));
        }
        let relation = Relation { kind: other.clone(), modified: Some(host.now()), ..before };
        self.commit(host, Label::Relink, &Transaction::new([Change::relate(relation)]), None)?;
        Ok(Outcome::default())
    }

    pub(super) fn unlink(
        &mut self,
        host: &mut dyn Host,
        from: &str,
        kind: &RelationSlug,
        to: &str,
    ) -> Result<Outcome, ActionError> {
        let id = self.own_relation(host, from, kind, to)?.id;
        self.commit(host, Label::Unlink, &Transaction::new([Change::Relation(id, None)]), None)?;
        Ok(Outcome::default())
    }

    fn own_relation(
        &mut self,
        host: &mut dyn Host,
        from: &str,
        kind: &RelationSlug,
        to: &str,
    ) -> Result<Relation, ActionError> {
        // An end may be a mark of another article, or one that is gone: that is called by its whole id.
        let end = |name: &str| match (self.mark_called(name), uuid::Uuid::parse_str(name)) {
            (Err(_), Ok(id)) => Ok(AnnotationId(id)),
            (found, _) => found.map(|mark| mark.annotation.id),
        };
        let (from, to) = (end(from)?, end(to)?);
        self.writable_layer(host)?;
        let is_so =
            |relation: &Relation| (relation.from, relation.to) == (from, to) && relation.kind == *kind;
        let mine = self.article.relations_of(from).filter(|(placed, _)| placed.is_writable);
        let found = mine.map(|(_, relation)| relation).find(|relation| is_so(relation));
        found.cloned().ok_or_else(|| ActionError::NotLinked(from, kind.clone(), to))
    }

    fn check_relation(&self, from: &str, kind: &RelationSlug, to: &str) -> Result<(), ActionError> {
        let (from, to) = (self.mark_called(from)?, self.mark_called(to)?);
        let (from_id, to_id) = (from.annotation.id, to.annotation.id);
        let relation = self.relation_called(kind)?;
        if from_id == to_id {
            return Err(ActionError::LinkedToItself(from_id));
        }
        if !allows(&relation.from, &from.annotation.tags) {
            return Err(wrong_end(from_id, relation, true, &from.annotation.tags));
        }
        if !allows(&relation.to, &to.annotation.tags) {
            return Err(wrong_end(from_id, relation, false, &to.annotation.tags));
        }
        Ok(())
    }

    fn relation_called(&self, kind: &RelationSlug) -> Result<&RelationKind, ActionError> {
        self.codebook().relation(kind).ok_or_else(|| {
            let kinds = self.codebook().relations.iter().map(|kind| kind.id.clone()).collect();
            ActionError::UnknownRelation(kind.clone(), kinds)
        })
    }
}

pub(super) fn fresh_relation(
    host: &mut dyn Host,
    kind: &RelationSlug,
    (from, to): (AnnotationId, AnnotationId),
    to_document: Option<DocumentId>,
) -> Relation {
    let (id, created) = (RelationId(host.fresh_uuid()), host.now());
    Relation { id, created, modified: None, kind: kind.clone(), from, to, to_document }
}

/// Why a mark cannot be linked so, since the tags of one end do not fit.
fn wrong_end(from: AnnotationId, relation: &RelationKind, is_start: bool, tags: &[TagId]) -> ActionError {
    ActionError::WrongEnd(Box::new(WrongEnd {
        from,
        kind: relation.id.clone(),
        is_start,
        tags: tags.to_vec(),
        able: (relation.from.clone(), relation.to.clone()),
    }))
}
