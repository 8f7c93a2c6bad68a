//! Marks that come from an export or another folder: put into my layer, as they are, in one step.

use super::label::Label;
use super::{ActionError, Session};
use crate::anchor::Target;
use crate::document::{Digest, DocumentId};
use crate::host::Host;
use crate::layer::{Annotation, AnnotationId, Change, Layer, Relation, RelationId, Transaction};
use crate::library::beside::keep_texts;
use crate::sidecar::LayerFile;
use std::collections::{BTreeMap, BTreeSet};
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
            let before = self.texts_of(&transaction);
            self.commit(host, Label::TakeIn, &transaction, None)?;
            self.learn_texts(before, &transaction, host);
        }
        Ok(taken)
    }

    /// The texts that the marks were made on which `transaction` will replace or remove in my layer.
    pub(super) fn texts_of(&self, transaction: &Transaction) -> BTreeSet<Option<Digest>> {
        let mine = self.my_layer();
        let marks = transaction.changes.iter().filter_map(Change::mark);
        let marks = marks.filter_map(|id| mine?.layer.annotation(id));
        marks.map(|mark| mark.target.made_on()).collect()
    }

    /// Places the marks anew that were made on the texts `before` or on those of marks that `transaction` put
    /// into my layer: by the texts themselves, where the host has them, else by what all marks tell of them.
    /// So they are where they will be when the article is opened again.
    pub(super) fn learn_texts(
        &mut self,
        mut before: BTreeSet<Option<Digest>>,
        transaction: &Transaction,
        host: &dyn Host,
    ) {
        before.extend(self.texts_of(transaction));
        let mut placers = self.article.placers().clone();
        keep_texts(&mut placers, before.iter().copied().flatten(), &self.path, host);
        self.article.learn(before, &placers);
    }

    /// New ids for marks whose ids other people's marks have here, or a link: a file has one thing of an id.
    fn ids_for(&self, theirs: &Layer, host: &mut dyn Host) -> BTreeMap<AnnotationId, AnnotationId> {
        let me = self.me();
        let is_taken = |id: AnnotationId| {
            self.layers().iter().any(|placed| {
                let is_others = Some(placed.layer.annotator.id) != me;
                is_others && placed.layer.annotation(id).is_some()
                    || placed.layer.relation(RelationId(id.0)).is_some()
            })
        };
        let taken = theirs.annotations().map(|mark| mark.id).filter(|&id| is_taken(id));
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
        let is_taken = self.layers().iter().any(|placed| {
            let is_others = Some(placed.layer.annotator.id) != me;
            is_others && placed.layer.relation(relation.id).is_some()
                || placed.layer.annotation(AnnotationId(relation.id.0)).is_some()
        });
        if is_taken {
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

#[cfg(test)]
mod tests;
