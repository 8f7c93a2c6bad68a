//! What people say of each other's marks: a reply is a mark of one's own on the same words, with a note and a
//! relation to the mark that it is about, so that it travels in one's own layer; one of them may resolve the
//! matter.

use super::label::Label;
use super::relate::fresh_relation;
use super::{ActionError, MarkRef, Outcome, Session};
use crate::document::Timestamp;
use crate::host::Host;
use crate::layer::relation::{REPLIES, RESOLVES};
use crate::layer::{
    Annotation, AnnotationId, Annotator, Change, Motivation, RelationSlug, Transaction, is_reply,
};

/// What somebody said of a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The mark that is the reply.
    pub id: AnnotationId,
    /// Whose.
    pub by: Annotator,
    /// The words; those of one that only resolves may be empty.
    pub words: String,
    /// When it was last written.
    pub at: Timestamp,
    /// Whether it resolves the matter.
    pub resolves: bool,
}

impl Session {
    /// The mark that a reply is about in the end; any other mark itself.
    pub fn discussed(&self, mark: AnnotationId) -> AnnotationId {
        let mut root = mark;
        // Strangers' files may hold a circle of replies.
        for _ in 0..64 {
            let relations = self.article().relations_of(root);
            let to = relations
                .filter(|(_, relation)| relation.from == root && is_reply(&relation.kind))
                .map(|(_, relation)| relation.to)
                .find(|to| self.mark(*to).is_some());
            match to {
                Some(to) => root = to,
                None => break,
            }
        }
        root
    }

    /// What was said of a mark, and of replies to it, from the first to the last.
    pub fn replies(&self, mark: AnnotationId) -> Vec<Reply> {
        let mut found: Vec<Reply> = Vec::new();
        let mut asked = vec![mark];
        while let Some(about) = asked.pop() {
            for (_, relation) in self.article().relations_of(about) {
                let is_new = found.iter().all(|known| known.id != relation.from) && relation.from != mark;
                if relation.to != about || !is_reply(&relation.kind) || !is_new {
                    continue;
                }
                let Some(reply) = self.mark(relation.from) else { continue };
                found.push(Reply {
                    id: relation.from,
                    by: reply.layer.layer.annotator.clone(),
                    words: reply.annotation.note.clone(),
                    at: reply.annotation.modified.unwrap_or(reply.annotation.created),
                    resolves: relation.kind.as_str() == RESOLVES,
                });
                asked.push(relation.from);
            }
        }
        found.sort_by_key(|reply| (reply.at, reply.id));
        found
    }

    /// What teachers found of a mark.
    pub fn assessments_of(&self, mark: AnnotationId) -> Vec<MarkRef<'_>> {
        let feedback = self.layers().iter().filter(|placed| placed.layer.is_feedback());
        let all = feedback.flat_map(|placed| placed.layer.annotations());
        let is_of = |found: &&Annotation| {
            found.motivation.assessment().is_some_and(|assessment| assessment.mark == Some(mark))
        };
        all.filter(is_of).filter_map(|found| self.mark(found.id)).collect()
    }

    /// Replies to a mark.
    pub(super) fn reply(
        &mut self,
        host: &mut dyn Host,
        name: &str,
        words: &str,
        resolves: bool,
    ) -> Result<Outcome, ActionError> {
        let mark = self.mark_called(name)?.annotation.clone();
        let id = self.fresh_id(host);
        let mut target = mark.target.clone();
        target.source = self.my_document(host)?;
        let mut reply = Annotation::new(id, host.now(), target);
        reply.motivation = Motivation::Replying;
        words.trim().clone_into(&mut reply.note);
        let kind = RelationSlug::new(if resolves { RESOLVES } else { REPLIES });
        let relation = fresh_relation(host, &kind, (id, mark.id), None);
        self.commit(
            host,
            Label::Reply,
            &Transaction::new([Change::put(reply), Change::relate(relation)]),
            None,
        )?;
        Ok(Outcome { created: Some(id), notice: None })
    }
}
