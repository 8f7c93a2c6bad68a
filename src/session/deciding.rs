//! Settling what several people marked: a layer of its own, in which each decision stands as a mark with its
//! reason, linked to the marks that it is about. What was decided is never overwritten: a mark that changed
//! since, or is new, comes to the list of what is to be decided.

use super::action::how::How;
use super::label::Label;
use super::relate::fresh_relation;
use super::{ActionError, Outcome, Session};
use crate::analysis::agreement::{Difference, Marked, clusters};
use crate::analysis::grading::{ALTERNATIVE, OPTIONAL};
use crate::anchor::{Passage, Placement};
use crate::host::Host;
use crate::layer::{Annotation, AnnotationId, AnnotatorId, Change, Motivation, RelationSlug, Transaction};
use crate::text::TextRange;
use std::collections::BTreeMap;

/// Marks of several people that belong together and are not decided on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undecided {
    /// By the number of the person; `None`: who has no such mark.
    pub marks: Vec<Option<AnnotationId>>,
    /// How they differ; empty where all agree.
    pub differences: Vec<Difference>,
    /// Whether it was decided on before a mark of it changed or came.
    pub is_again: bool,
}

impl Session {
    /// What of the marks of `people` nobody else has decided on, by place: several may settle one after the other.
    pub fn undecided(&self, people: &[AnnotatorId]) -> Vec<Undecided> {
        let decided = self.decided(people);
        let layers = people.iter().filter_map(|&person| self.article().layer_of(person));
        let marked: Vec<Marked> = layers.map(|placed| Marked::of(placed, self.document())).collect();
        let is_decided = |id: AnnotationId| {
            let changed =
                self.mark(id).map(|mark| mark.annotation.modified.unwrap_or(mark.annotation.created));
            decided.get(&id).is_some_and(|(at, _)| changed.is_none_or(|changed| changed <= *at))
        };
        let of_cluster = |cluster: crate::analysis::agreement::Cluster<'_>| {
            let ids: Vec<AnnotationId> = cluster.present().map(|mark| mark.id).collect();
            (!ids.iter().all(|&id| is_decided(id))).then(|| Undecided {
                marks: cluster.marks.iter().map(|mark| mark.map(|mark| mark.id)).collect(),
                differences: cluster.differences.iter().copied().collect(),
                is_again: ids.iter().any(|id| decided.contains_key(id)),
            })
        };
        clusters(&marked.iter().collect::<Vec<_>>()).into_iter().filter_map(of_cluster).collect()
    }

    /// How many marks of a person, who is one of `people`, others decided on, and how many of those went into the
    /// outcome.
    pub fn outcome_for(&self, person: AnnotatorId, people: &[AnnotatorId]) -> (usize, usize) {
        let decided = self.decided(people);
        let marks = self.article().layer_of(person);
        let marks = marks.iter().flat_map(|placed| placed.layer.annotations());
        let found: Vec<bool> = marks.filter_map(|mark| Some(decided.get(&mark.id)?.1)).collect();
        (found.len(), found.iter().filter(|went_in| **went_in).count())
    }

    /// The marks that somebody beside `people` decided on: when, and whether they went into the outcome. The last
    /// decision counts, whoever made it.
    fn decided(&self, people: &[AnnotatorId]) -> BTreeMap<AnnotationId, (crate::document::Timestamp, bool)> {
        let layers = self.layers().iter().filter(|placed| !people.contains(&placed.layer.annotator.id));
        let relations = layers.flat_map(|placed| placed.layer.relations());
        let mut decided = BTreeMap::new();
        for relation in relations.filter(|relation| How::is_one_of(&relation.kind)) {
            let (at, goes_in) = (relation.created, How::goes_in(&relation.kind));
            let known = decided.entry(relation.to).or_insert((at, goes_in));
            if known.0 <= at {
                *known = (at, goes_in);
            }
        }
        decided
    }

    /// Makes a decision: a mark of mine, linked to those that are named.
    pub(super) fn decide(
        &mut self,
        host: &mut dyn Host,
        how: How,
        names: &[String],
        reason: &str,
    ) -> Result<Outcome, ActionError> {
        let mut ids: Vec<AnnotationId> = Vec::new();
        for name in names {
            let mark = self.mark_called(name)?;
            if mark.is_writable() {
                return Err(ActionError::OwnMark(mark.annotation.id));
            }
            if !ids.contains(&mark.annotation.id) {
                ids.push(mark.annotation.id);
            }
        }
        let Some(&first) = ids.first() else { return Err(ActionError::NoMark) };
        let decision = self.decision(host, how, (first, &ids), reason)?;
        let id = decision.id;
        let mut changes = vec![Change::put(decision)];
        for (nth, &to) in ids.iter().enumerate() {
            let kind = how.relation(nth == 0);
            changes.push(Change::relate(fresh_relation(host, &kind, (id, to), None)));
        }
        self.commit(host, Label::Decide, &Transaction::new(changes), None)?;
        self.focus.set(Some(id));
        Ok(Outcome { created: Some(id), notice: None })
    }

    /// Has a mark of mine be another way to answer `other`, or be one that may be left out.
    pub(super) fn accept(
        &mut self,
        host: &mut dyn Host,
        mark: &str,
        other: Option<&str>,
    ) -> Result<Outcome, ActionError> {
        let from = self.mark_called(mark)?.annotation.id;
        let to = other.map(|other| self.mark_called(other).map(|mark| mark.annotation.id)).transpose()?;
        if to == Some(from) {
            return Err(ActionError::LinkedToItself(from));
        }
        let kind = RelationSlug::new(if to.is_some() { ALTERNATIVE } else { OPTIONAL });
        let relation = fresh_relation(host, &kind, (from, to.unwrap_or(from)), None);
        self.commit(host, Label::Link, &Transaction::new([Change::relate(relation)]), None)?;
        Ok(Outcome::default())
    }

    /// The mark that stands for a decision. One that drops marks or leaves them open bears no tag.
    fn decision(
        &mut self,
        host: &mut dyn Host,
        how: How,
        (first, ids): (AnnotationId, &[AnnotationId]),
        reason: &str,
    ) -> Result<Annotation, ActionError> {
        let marks: Vec<Annotation> =
            ids.iter().filter_map(|&id| Some(self.mark(id)?.annotation.clone())).collect();
        let found = marks.iter().find(|mark| mark.id == first).ok_or(ActionError::NoMark)?;
        let mut decision = found.clone();
        if how == How::Merge {
            let pieces = self.pieces_of(ids);
            if !pieces.is_empty() {
                decision.target = self.fresh_mark(host, &pieces, None)?.target;
            }
            for mark in &marks {
                let more = mark.tags.iter().filter(|tag| !decision.tags.contains(tag));
                let more: Vec<_> = more.cloned().collect();
                decision.tags.extend(more);
                if decision.figures.is_empty() {
                    decision.figures.clone_from(&mark.figures);
                }
                if decision.attribution.is_empty() {
                    decision.attribution.clone_from(&mark.attribution);
                }
            }
        } else if how != How::Take {
            decision.tags.clear();
            decision.figures.clear();
            decision.attribution = crate::layer::Attribution::default();
            decision.note = String::new();
        }
        (decision.id, decision.created, decision.modified) = (self.fresh_id(host), host.now(), None);
        decision.motivation = Motivation::Marking;
        decision.target.source = self.my_document(host)?;
        let words = [decision.note.trim(), reason.trim()];
        decision.note = words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join("\n\n");
        Ok(decision)
    }

    /// What some marks cover together, in pieces that neither overlap nor touch.
    fn pieces_of(&self, ids: &[AnnotationId]) -> Vec<TextRange> {
        let passages = ids.iter().filter_map(|&id| self.mark(id)?.placement.and_then(Placement::passage));
        let mut pieces: Vec<TextRange> = passages.flat_map(Passage::pieces).copied().collect();
        pieces.sort_by_key(|piece| (piece.start(), piece.end()));
        let mut all: Vec<TextRange> = Vec::new();
        for piece in pieces {
            match all.last_mut() {
                Some(last) if piece.start() <= last.end() => *last = last.hull(piece),
                _ => all.push(piece),
            }
        }
        all
    }
}
