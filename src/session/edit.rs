//! Every change of a layer, each with its noun: made as a transaction, applied, remembered.

use super::history::{Step, Way};
use super::label::Label;
use super::limits::{check_length, check_lines};
use super::outcome::Done;
use super::{ActionError, Outcome, Selection, Session};
use crate::anchor::{Passage, Placement, describe};
use crate::host::{Chance, Host};
use crate::layer::{
    Annotation, AnnotationId, AnnotatorId, Change, Motivation, Relation, RelationId, TagId, Transaction,
};
use crate::sidecar::journal::Composed;
use crate::text::{TextRange, boundary};
use std::collections::BTreeSet;
use uuid::Uuid;

impl Session {
    /// Applies a transaction to my layer and remembers the way back.
    pub(super) fn commit(
        &mut self,
        host: &mut dyn Host,
        label: Label,
        transaction: &Transaction,
        typing: Option<AnnotationId>,
    ) -> Result<(), ActionError> {
        let me = self.writable_layer(host)?.layer.annotator.id;
        let undo = self.apply(me, transaction)?;
        let composed = self.compose(&ids_of(transaction), host);
        if let Err(error) = composed.as_ref().map_or(Ok(()), check_lines) {
            self.apply(me, &undo)?;
            return Err(error);
        }
        self.history.push(label, undo, typing);
        self.after(composed, host);
        Ok(())
    }

    fn apply(&mut self, me: AnnotatorId, transaction: &Transaction) -> Result<Transaction, ActionError> {
        self.article.apply(me, transaction).map_err(ActionError::Layer)
    }

    /// What follows from changed marks: that the log has them, that they are not saved.
    fn after(&mut self, composed: Option<Composed>, host: &mut dyn Host) {
        self.look_at_focus();
        self.keep_in_log(composed, host);
        self.saving.has_changed();
        self.look_for_conflicts();
    }

    /// Undoes the last step, or does the last one that was undone again.
    pub(super) fn step(&mut self, way: Way, host: &mut dyn Host) -> Result<Outcome, ActionError> {
        if let Some(at) = self.handed_in() {
            return Err(ActionError::HandedIn(at));
        }
        let Step { label, change, settled, .. } = self.history.take(way).ok_or(ActionError::NoStep(way))?;
        let me = self.writable_layer(host)?.layer.annotator.id;
        let before = if label == Label::TakeIn { self.texts_of(&change) } else { BTreeSet::new() };
        let inverse = self.apply(me, &change)?;
        if label == Label::TakeIn {
            self.learn_texts(before, &change, host);
        }
        match (way, &settled) {
            (Way::Back, Some(settled)) => self.unsettle(settled, host),
            (Way::Forth, Some(settled)) => self.settle_again(settled, host),
            (_, None) => {}
        }
        self.history.went(way, label.clone(), inverse, settled);
        let composed = self.compose(&ids_of(&change), host);
        self.after(composed, host);
        Ok(Done::Step(way, label).into())
    }

    /// A new mark on the selection, with a tag or without.
    pub(super) fn mark_selection(
        &mut self,
        host: &mut dyn Host,
        tag: Option<TagId>,
    ) -> Result<Outcome, ActionError> {
        if let Some(tag) = &tag {
            self.check_tag(tag)?;
        }
        let label = tag.as_ref().map_or(Label::Mark, |tag| Label::Tag(self.tag_words(tag)));
        let annotation = self.fresh_mark(host, &self.selection.pieces(), tag)?;
        let id = annotation.id;
        self.commit(host, label, &Transaction::new([Change::put(annotation)]), None)?;
        self.focus.set(Some(id));
        Ok(Outcome { created: Some(id), notice: None })
    }

    /// A mark on `pieces` with a tag or without, which is not in the layer yet.
    pub(super) fn fresh_mark(
        &mut self,
        host: &mut dyn Host,
        pieces: &[TextRange],
        tag: Option<TagId>,
    ) -> Result<Annotation, ActionError> {
        let trim = |&piece: &TextRange| boundary::trim(self.document().text(), self.document().snap(piece));
        let pieces: Vec<TextRange> = pieces.iter().map(trim).filter(|piece| !piece.is_empty()).collect();
        if pieces.is_empty() {
            return Err(ActionError::NoSelection);
        }
        check_length(&pieces)?;
        let id = self.fresh_id(host);
        let source = self.my_document(host)?;
        let target = describe(self.document(), source, &pieces, self.opened);
        let mut annotation = Annotation::new(id, host.now(), target);
        annotation.tags.extend(tag);
        Ok(annotation)
    }

    /// A claim that the article only implies: words of the analyst, on the whole document. Where the chosen
    /// mark answers such claims, as a denial does, both are linked in the same step.
    pub(super) fn imply(
        &mut self,
        host: &mut dyn Host,
        tag: TagId,
        wording: &str,
    ) -> Result<Outcome, ActionError> {
        self.check_tag(&tag)?;
        if wording.trim().is_empty() {
            return Err(ActionError::NoWording);
        }
        let answer = self.focus().and_then(|id| self.mark(id)).and_then(|mark| {
            let kind = self.codebook().answers(&mark.annotation.tags, std::slice::from_ref(&tag))?;
            Some((mark.annotation.id, kind.id.clone()))
        });
        let id = self.fresh_id(host);
        let target = crate::anchor::Target { source: self.my_document(host)?, pieces: Vec::new() };
        let mut annotation = Annotation::new(id, host.now(), target);
        annotation.tags.push(tag);
        annotation.implied = Some(wording.to_owned());
        let mut changes = vec![Change::put(annotation)];
        changes.extend(answer.map(|(from, kind)| {
            let (fresh, created) = (RelationId(host.fresh_uuid()), host.now());
            let (modified, to_document) = (None, None);
            Change::relate(Relation { id: fresh, created, modified, kind, from, to: id, to_document })
        }));
        self.commit(host, Label::Imply, &Transaction::new(changes), None)?;
        self.focus.set(Some(id));
        Ok(Outcome { created: Some(id), notice: None })
    }

    pub(super) fn add_tag(
        &mut self,
        host: &mut dyn Host,
        name: Option<&str>,
        tag: TagId,
    ) -> Result<Outcome, ActionError> {
        self.check_tag(&tag)?;
        let label = Label::Tag(self.tag_words(&tag));
        self.change_mark(host, name, label, |annotation| {
            if !annotation.has_tag(&tag) {
                annotation.tags.push(tag);
            }
        })
    }

    pub(super) fn remove_tag(
        &mut self,
        host: &mut dyn Host,
        name: Option<&str>,
        tag: &TagId,
    ) -> Result<Outcome, ActionError> {
        let mark = self.meant(name)?;
        if !mark.annotation.has_tag(tag) {
            return Err(ActionError::NotTagged(mark.annotation.id, tag.clone()));
        }
        let label = Label::Untag(self.tag_words(tag));
        self.change_mark(host, name, label, |annotation| annotation.tags.retain(|own| own != tag))
    }

    pub(super) fn retag(
        &mut self,
        host: &mut dyn Host,
        name: Option<&str>,
        tag: TagId,
    ) -> Result<Outcome, ActionError> {
        self.check_tag(&tag)?;
        let label = Label::Retag(self.tag_words(&tag));
        self.change_mark(host, name, label, |annotation| annotation.tags = vec![tag])
    }

    /// Sets a note. Letters typed one after another into the same note are one step of undo.
    pub(super) fn set_note(
        &mut self,
        host: &mut dyn Host,
        name: Option<&str>,
        words: &str,
    ) -> Result<Outcome, ActionError> {
        let id = self.meant(name)?.annotation.id;
        self.change_mark_typing(host, name, Label::Note, Some(id), |annotation| {
            annotation.note = words.to_owned()
        })
    }

    /// Adds a paragraph to a note.
    pub(super) fn add_note(
        &mut self,
        host: &mut dyn Host,
        name: Option<&str>,
        words: &str,
    ) -> Result<Outcome, ActionError> {
        self.change_mark(host, name, Label::AddToNote, |annotation| annotation.add_to_note(words))
    }

    /// Deletes a mark and the relations that start or end at it.
    pub(super) fn delete(&mut self, host: &mut dyn Host, name: Option<&str>) -> Result<Outcome, ActionError> {
        let id = self.writable(name)?;
        self.writable_layer(host)?;
        self.commit(host, Label::Delete, &Transaction::new(self.removal_of(id)), None)?;
        Ok(Done::Deleted.into())
    }

    /// Puts a mark on another passage. What was described before is replaced.
    pub(super) fn move_mark(
        &mut self,
        host: &mut dyn Host,
        name: Option<&str>,
        pieces: &[TextRange],
    ) -> Result<Outcome, ActionError> {
        let pieces: Vec<TextRange> =
            Passage::new(pieces.iter().map(|&piece| self.document().snap(piece))).pieces().to_vec();
        if pieces.is_empty() {
            return Err(ActionError::NoWords { to_put: false });
        }
        check_length(&pieces)?;
        let source = self.my_document(host)?;
        let target = describe(self.document(), source, &pieces, self.opened);
        let before = self.meant(name)?.placement.and_then(Placement::passage).cloned();
        let done = self.change_mark(host, name, Label::Ends, |annotation| annotation.target = target)?;
        // The words that became the mark are still selected: they are the mark's no longer.
        if before.is_some() && before == self.selection.passage() {
            self.selection = Selection::caret(self.selection.head);
        }
        Ok(done)
    }

    /// Another person's mark, as mine: with an id of its own.
    pub(super) fn copy_mark(
        &mut self,
        host: &mut dyn Host,
        name: Option<&str>,
    ) -> Result<Outcome, ActionError> {
        let mark = self.meant(name)?;
        if mark.is_writable() {
            return Err(ActionError::OwnMark(mark.annotation.id));
        }
        let mut copy = mark.annotation.clone();
        (copy.id, copy.created, copy.modified) = (self.fresh_id(host), host.now(), None);
        // A copy of a reply or of feedback is a mark of one's own, and judges nothing.
        copy.motivation = Motivation::Marking;
        copy.target.source = self.my_document(host)?;
        let id = copy.id;
        self.commit(host, Label::Copy, &Transaction::new([Change::put(copy)]), None)?;
        self.focus.set(Some(id));
        Ok(Outcome { created: Some(id), notice: Some(Done::Copied) })
    }

    pub(super) fn change_mark(
        &mut self,
        host: &mut dyn Host,
        name: Option<&str>,
        label: Label,
        edit: impl FnOnce(&mut Annotation),
    ) -> Result<Outcome, ActionError> {
        self.change_mark_typing(host, name, label, None, edit)
    }

    fn change_mark_typing(
        &mut self,
        host: &mut dyn Host,
        name: Option<&str>,
        label: Label,
        typing: Option<AnnotationId>,
        edit: impl FnOnce(&mut Annotation),
    ) -> Result<Outcome, ActionError> {
        let id = self.writable(name)?;
        let before = self.writable_layer(host)?.layer.annotation(id).cloned();
        let before = before.ok_or(ActionError::NotMine(id))?;
        let mut annotation = before.clone();
        edit(&mut annotation);
        if annotation != before {
            annotation.modified = Some(host.now());
            self.commit(host, label, &Transaction::new([Change::put(annotation)]), typing)?;
        }
        self.focus.set(Some(id));
        Ok(Outcome::default())
    }

    /// The id of the mark that an action means, if this person may change it.
    fn writable(&self, name: Option<&str>) -> Result<AnnotationId, ActionError> {
        let mark = self.meant(name)?;
        let id = mark.annotation.id;
        match self.read_only(mark.layer) {
            Some(reason) => Err(ActionError::ReadOnlyMark(id, reason)),
            None => Ok(id),
        }
    }

    /// What takes a mark of mine away, with the relations that start or end at it.
    pub(super) fn removal_of(&self, mark: AnnotationId) -> Vec<Change> {
        let relations = self.article.relations_of(mark).filter(|(placed, _)| placed.is_writable);
        let relations = relations.map(|(_, relation)| Change::Relation(relation.id, None));
        relations.chain([Change::Annotation(mark, None)]).collect()
    }

    pub(super) fn check_tag(&self, tag: &TagId) -> Result<(), ActionError> {
        if self.codebook().tag(tag).is_some() {
            return Ok(());
        }
        let tags = self.codebook().tags.iter().map(|tag| tag.id.clone()).collect();
        Err(ActionError::UnknownTag(tag.clone(), tags))
    }

    /// A tag's label amid a sentence.
    pub(super) fn tag_words(&self, tag: &TagId) -> String {
        self.codebook().label(tag).to_lowercase()
    }

    pub(super) fn check_carries(&self, name: Option<&str>, what: &'static str) -> Result<(), ActionError> {
        let mark = self.meant(name)?;
        if self.codebook().carries(&mark.annotation.tags, what) {
            return Ok(());
        }
        let able = self.codebook().tags.iter().filter(|tag| tag.carries(what));
        let able = able.map(|tag| tag.id.clone()).collect();
        Err(ActionError::CarriesNone(mark.annotation.id, what, able))
    }

    /// An id that no open mark has.
    pub(super) fn fresh_id(&self, host: &mut dyn Chance) -> AnnotationId {
        loop {
            let id = host.fresh_annotation();
            if self.mark(id).is_none() {
                return id;
            }
        }
    }

    /// The document id that my layer's marks name.
    pub(super) fn my_document(
        &mut self,
        host: &mut dyn Host,
    ) -> Result<crate::document::DocumentId, ActionError> {
        Ok(self.writable_layer(host)?.layer.document)
    }
}

/// The marks and relations that a transaction is about.
fn ids_of(transaction: &Transaction) -> Vec<Uuid> {
    let id_of = |change: &Change| match change {
        Change::Annotation(id, _) => id.0,
        Change::Relation(id, _) => id.0,
    };
    transaction.changes.iter().map(id_of).collect()
}

#[cfg(test)]
mod tests;
