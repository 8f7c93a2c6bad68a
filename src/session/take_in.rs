//! Marks that come from an export or another folder: put into my layer, as they are, in one step.

use super::label::Label;
use super::{ActionError, Session};
use crate::anchor::Target;
use crate::document::DocumentId;
use crate::host::Host;
use crate::layer::{Annotation, AnnotationId, Change, Layer, Relation, RelationId, Transaction};
use crate::sidecar::LayerFile;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What came of taking marks in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TakenIn {
    /// So many marks are new here.
    pub n_new: usize,
    /// So many were older here.
    pub n_renewed: usize,
    /// So many are here already, as they came or newer.
    pub n_same: usize,
    /// So many links are new or renewed.
    pub n_links: usize,
}

impl Session {
    /// Puts what `incoming` holds into my layer, in one step that can be undone. Ids, times and what the
    /// lines say beyond what we know stay. A mark that is there is renewed only by a newer one; one whose id
    /// another person's mark has here gets a new id.
    pub fn take_in(&mut self, incoming: &LayerFile, host: &mut dyn Host) -> Result<TakenIn, ActionError> {
        let Some(theirs) = incoming.layer() else { return Ok(TakenIn::default()) };
        self.writable_layer(host)?;
        let (from, to) = (theirs.document, self.document_id());
        let ids = self.ids_for(&theirs, host);
        let mut taken = TakenIn::default();
        let mut changes = Vec::new();
        for mark in theirs.annotations() {
            let mut mark = mark.clone();
            mark.id = ids.get(&mark.id).copied().unwrap_or(mark.id);
            redirect(&mut mark, from, to);
            let mine = self.my_layer().and_then(|mine| mine.layer.annotation(mark.id));
            match mine {
                Some(mine) if *mine == mark || last_change(&mark) <= last_change(mine) => taken.n_same += 1,
                _ => {
                    *if mine.is_some() { &mut taken.n_renewed } else { &mut taken.n_new } += 1;
                    changes.push(Change::put(mark));
                }
            }
        }
        for relation in theirs.relations() {
            let relation = self.redirected(relation, &ids, (from, to), host);
            let mine = self.my_layer().and_then(|mine| mine.layer.relation(relation.id));
            if mine.is_none_or(|mine| *mine != relation && mine.modified < relation.modified) {
                taken.n_links += 1;
                changes.push(Change::relate(relation));
            }
        }
        if let Some(desk) = self.me().and_then(|me| self.desks.get_mut(&me)) {
            Arc::make_mut(&mut desk.file).learn_lines(incoming);
        }
        if !changes.is_empty() {
            let transaction = Transaction::new(changes);
            if let Some(me) = self.me() {
                self.article.learn(me, &transaction);
            }
            self.commit(host, Label::TakeIn, &transaction, None)?;
        }
        Ok(taken)
    }

    /// New ids for marks whose ids other people's marks have here.
    fn ids_for(&self, theirs: &Layer, host: &mut dyn Host) -> BTreeMap<AnnotationId, AnnotationId> {
        let me = self.me();
        let is_others = |id: AnnotationId| {
            let others = self.layers().iter().filter(|placed| Some(placed.layer.annotator.id) != me);
            others.into_iter().any(|placed| placed.layer.annotation(id).is_some())
        };
        let taken = theirs.annotations().map(|mark| mark.id).filter(|&id| is_others(id));
        taken.collect::<Vec<_>>().into_iter().map(|id| (id, self.fresh_id(host))).collect()
    }

    fn redirected(
        &self,
        relation: &Relation,
        ids: &BTreeMap<AnnotationId, AnnotationId>,
        (from, to): (DocumentId, DocumentId),
        host: &mut dyn Host,
    ) -> Relation {
        let mut relation = relation.clone();
        let end = |id: AnnotationId| ids.get(&id).copied().unwrap_or(id);
        (relation.from, relation.to) = (end(relation.from), end(relation.to));
        if relation.to_document == Some(to) || relation.to_document == Some(from) {
            relation.to_document = None;
        }
        let me = self.me();
        let others = self.layers().iter().filter(|placed| Some(placed.layer.annotator.id) != me);
        if others.into_iter().any(|placed| placed.layer.relation(relation.id).is_some()) {
            relation.id = RelationId(host.fresh_uuid());
        }
        relation
    }
}

fn last_change(mark: &Annotation) -> crate::document::Timestamp {
    mark.modified.unwrap_or(mark.created)
}

/// Has a mark, and every passage that it names, be about another document.
fn redirect(mark: &mut Annotation, from: DocumentId, to: DocumentId) {
    let attribution = &mut mark.attribution;
    let sources = attribution.chain.iter_mut().filter_map(|source| source.at.as_mut());
    let cue = attribution.cue.iter_mut().filter_map(|cue| cue.at.as_mut());
    let figures = mark.figures.iter_mut().filter_map(|figure| figure.at.as_mut());
    let all: Vec<&mut Target> =
        [&mut mark.target].into_iter().chain(sources).chain(cue).chain(figures).collect();
    for target in all.into_iter().filter(|target| target.source == from) {
        target.source = to;
    }
}
