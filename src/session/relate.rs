//! Relations between two marks: made, taken away, and refused where the codebook has no such thing.

use super::{ActionError, Host, Outcome, Session};
use crate::layer::codebook::allows;
use crate::layer::{Change, Relation, RelationId, RelationSlug, TagId, Transaction};

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
        let is_so =
            |relation: &Relation| (relation.from, relation.to) == (from, to) && relation.kind == *kind;
        if self.article.relations_of(from).any(|(_, relation)| is_so(relation)) {
            return Err(ActionError::new(format!("`{from}` is linked so to `{to}` already")));
        }
        let id = RelationId(host.fresh_uuid());
        let relation = Relation {
            id,
            created: host.now(),
            modified: None,
            kind: kind.clone(),
            from,
            to,
            to_document: None,
        };
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
        let (from, to) = (self.mark_called(from)?.annotation.id, self.mark_called(to)?.annotation.id);
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
        let Some(relation) = self.codebook().relation(kind) else {
            let slugs: Vec<&str> = self.codebook().relations.iter().map(|kind| kind.id.as_str()).collect();
            return Err(ActionError::new(format!("the codebook has no relation `{kind}`"))
                .hint(format!("its relations are {}", slugs.join(", "))));
        };
        if from_id == to_id {
            return Err(ActionError::new(format!("cannot link `{from_id}` to itself")));
        }
        let refused = |end: &str, tags: &[TagId]| {
            let tags: Vec<String> = tags.iter().map(|tag| format!("`{tag}`")).collect();
            let tags = if tags.is_empty() { "mark without a tag".to_owned() } else { tags.join(" and ") };
            let what = if end == "starts" {
                format!("a {tags} {kind} nothing")
            } else {
                format!("nothing {kind} a {tags}")
            };
            ActionError::new(format!("cannot link `{from_id}` as `{kind}`: in this codebook {what}"))
                .hint(format!("a {} can {} a {}", list(&relation.from), kind_verb(kind), list(&relation.to)))
        };
        if !allows(&relation.from, &from.annotation.tags) {
            return Err(refused("starts", &from.annotation.tags));
        }
        if !allows(&relation.to, &to.annotation.tags) {
            return Err(refused("receives", &to.annotation.tags));
        }
        Ok(())
    }
}

fn list(tags: &[TagId]) -> String {
    let slugs: Vec<String> = tags.iter().map(|tag| format!("`{tag}`")).collect();
    if slugs.is_empty() { "mark with any tag".to_owned() } else { slugs.join(" or ") }
}

/// "denies" as one would say it after "can".
fn kind_verb(kind: &RelationSlug) -> String {
    format!("be linked as `{kind}` to")
}
