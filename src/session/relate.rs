//! Relations between two marks: made, taken away, and refused where the codebook has no such thing.

use super::{ActionError, Outcome, Session};
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
            return Err(ActionError::new(format!("`{}` is a mark of this article", to.0.simple()))
                .hint("leave the document away"));
        }
        if !allows(&relation.from, tags) {
            return Err(refused(from, kind, relation, "starts", tags));
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
            return Err(ActionError::new(format!("`{from}` is linked so to `{to}` already")));
        }
        let id = RelationId(host.fresh_uuid());
        let created = host.now();
        let relation = Relation { id, created, modified: None, kind: kind.clone(), from, to, to_document };
        self.commit(host, &Transaction::new("link two marks", [Change::relate(relation)]), None)?;
        Ok(Outcome::default())
    }

    pub(super) fn unlink(
        &mut self,
        host: &mut dyn Host,
        from: &str,
        kind: &RelationSlug,
        to: &str,
    ) -> Result<Outcome, ActionError> {
        let from = self.mark_called(from)?.annotation.id;
        // The other end may be a mark of another article, or one that is gone: that is called by its whole id.
        let to = match (self.mark_called(to), uuid::Uuid::parse_str(to)) {
            (Err(_), Ok(id)) => AnnotationId(id),
            (found, _) => found?.annotation.id,
        };
        self.writable_layer(host)?;
        let is_so =
            |relation: &Relation| (relation.from, relation.to) == (from, to) && relation.kind == *kind;
        let mine = self.article.relations_of(from).filter(|(placed, _)| placed.is_writable);
        let id = mine.map(|(_, relation)| relation).find(|relation| is_so(relation)).map(|found| found.id);
        let id = id.ok_or_else(|| {
            ActionError::new(format!("there is no `{kind}` of yours from `{from}` to `{to}`"))
        })?;
        self.commit(host, &Transaction::new("unlink two marks", [Change::Relation(id, None)]), None)?;
        Ok(Outcome::default())
    }

    fn check_relation(&self, from: &str, kind: &RelationSlug, to: &str) -> Result<(), ActionError> {
        let (from, to) = (self.mark_called(from)?, self.mark_called(to)?);
        let (from_id, to_id) = (from.annotation.id, to.annotation.id);
        let relation = self.relation_called(kind)?;
        if from_id == to_id {
            return Err(ActionError::new(format!("cannot link `{from_id}` to itself")));
        }
        if !allows(&relation.from, &from.annotation.tags) {
            return Err(refused(from_id, kind, relation, "starts", &from.annotation.tags));
        }
        if !allows(&relation.to, &to.annotation.tags) {
            return Err(refused(from_id, kind, relation, "receives", &to.annotation.tags));
        }
        Ok(())
    }

    fn relation_called(&self, kind: &RelationSlug) -> Result<&RelationKind, ActionError> {
        self.codebook().relation(kind).ok_or_else(|| {
            let slugs: Vec<&str> = self.codebook().relations.iter().map(|kind| kind.id.as_str()).collect();
            ActionError::new(format!("the codebook has no relation `{kind}`"))
                .hint(format!("its relations are {}", slugs.join(", ")))
        })
    }
}

/// Says why a mark cannot be linked so: it `starts` no such relation, or the other end `receives` none.
fn refused(
    from: AnnotationId,
    kind: &RelationSlug,
    relation: &RelationKind,
    end: &str,
    tags: &[TagId],
) -> ActionError {
    let tags: Vec<String> = tags.iter().map(|tag| format!("`{tag}`")).collect();
    let tags = if tags.is_empty() { "mark without a tag".to_owned() } else { tags.join(" and ") };
    let what =
        if end == "starts" { format!("a {tags} {kind} nothing") } else { format!("nothing {kind} a {tags}") };
    ActionError::new(format!("cannot link `{from}` as `{kind}`: in this codebook {what}")).hint(format!(
        "a {} can {} a {}",
        list(&relation.from),
        kind_verb(kind),
        list(&relation.to)
    ))
}

fn list(tags: &[TagId]) -> String {
    let slugs: Vec<String> = tags.iter().map(|tag| format!("`{tag}`")).collect();
    if slugs.is_empty() { "mark with any tag".to_owned() } else { slugs.join(" or ") }
}

/// "denies" as one would say it after "can".
fn kind_verb(kind: &RelationSlug) -> String {
    format!("be linked as `{kind}` to")
}
