//! The ground truth: what people marked. A [`Layer`] is one annotator's marks on one document, and
//! changes only by a [`Transaction`], which gives back its inverse.
//!
//! Knows no files, no clock, no randomness and no serde: ids and times come from outside, and how a
//! layer is written is another floor's affair.

pub mod annotation;
pub mod annotator;
pub mod attribution;
pub mod change;
pub mod codebook;
pub mod convention;
pub mod figure;
pub mod figure_field;
pub mod folder;
pub mod ids;
pub mod kinds;
pub mod motivation;
pub mod placements;
pub mod question;
pub mod reach;
pub mod relation;
pub mod tolerance;

pub use annotation::Annotation;
pub use annotator::Annotator;
pub use attribution::{Attribution, Cue, Source};
pub use change::{Change, LayerError, Transaction};
pub use codebook::{Codebook, Question, RelationKind, Shape, Tag};
pub use convention::{Conventions, HouseWord};
pub use figure::{Figure, FigureIn, LANGUAGES, Role};
pub use figure_field::FigureField;
pub use folder::{
    About, Actor, ActorName, Correction, FolderChange, FolderItem, FolderLayer, Incident, Occurrence,
    Refusal, Search, VERDICTS, Verdict,
};
pub use ids::{AnnotationId, AnnotatorId, ItemId, LayerId, RelationId, RelationSlug, TagId};
pub use kinds::{Convention, DatePrecision, Outcome, PlacePrecision, Population, Qualifier, Share, Stance};
pub use motivation::{Assessment, Motivation};
pub use placements::Placements;
pub use question::{Asked, TagTest};
pub use relation::{Relation, is_reply};
pub use tolerance::tolerance;

use crate::anchor::Target;
use crate::document::{DocumentId, Timestamp};
use std::collections::BTreeMap;
use std::sync::Arc;

/// One annotator's marks and relations on one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    /// Random.
    pub id: LayerId,
    /// Whose it is.
    pub annotator: Annotator,
    /// What it is about.
    pub document: DocumentId,
    /// When it was begun.
    pub created: Timestamp,
    /// Shared with the copies that are being saved.
    annotations: BTreeMap<AnnotationId, Arc<Annotation>>,
    relations: BTreeMap<RelationId, Relation>,
    /// How many of the annotations are replies to others.
    n_replies: usize,
}

impl Layer {
    /// An empty layer.
    pub fn new(id: LayerId, annotator: Annotator, document: DocumentId, created: Timestamp) -> Self {
        let (annotations, relations) = (BTreeMap::new(), BTreeMap::new());
        Self { id, annotator, document, created, annotations, relations, n_replies: 0 }
    }

    /// With these marks and relations, as they were read; marks on another document are left out.
    pub fn holding(
        mut self,
        annotations: impl IntoIterator<Item = Arc<Annotation>>,
        relations: impl IntoIterator<Item = Relation>,
    ) -> Self {
        let here = annotations.into_iter().filter(|annotation| annotation.target.source == self.document);
        self.annotations.extend(here.map(|annotation| (annotation.id, annotation)));
        self.relations.extend(relations.into_iter().map(|relation| (relation.id, relation)));
        self.n_replies = self.annotations().filter(|annotation| annotation.is_reply()).count();
        self
    }

    /// The marks, by id.
    pub fn annotations(&self) -> impl ExactSizeIterator<Item = &Annotation> {
        self.annotations.values().map(Arc::as_ref)
    }

    /// How many passages are marked: all annotations but the replies to others, known without looking at them.
    pub fn n_marks(&self) -> usize {
        self.annotations.len() - self.n_replies
    }

    /// What the marks are about.
    pub fn targets(&self) -> impl Iterator<Item = &Target> {
        self.annotations().map(|annotation| &annotation.target)
    }

    /// One mark.
    pub fn annotation(&self, id: AnnotationId) -> Option<&Annotation> {
        self.annotations.get(&id).map(Arc::as_ref)
    }

    /// One mark, to be shared.
    pub(crate) fn shared(&self, id: AnnotationId) -> Option<&Arc<Annotation>> {
        self.annotations.get(&id)
    }

    /// The marks, by id, to be shared.
    pub(crate) fn all_shared(&self) -> impl Iterator<Item = &Arc<Annotation>> {
        self.annotations.values()
    }

    /// The relations, by id.
    pub fn relations(&self) -> impl ExactSizeIterator<Item = &Relation> {
        self.relations.values()
    }

    /// One relation.
    pub fn relation(&self, id: RelationId) -> Option<&Relation> {
        self.relations.get(&id)
    }

    /// Whether it says how good somebody's marks are, and marks nothing itself.
    pub fn is_feedback(&self) -> bool {
        let mut marks = self.annotations().peekable();
        marks.peek().is_some() && marks.all(|mark| mark.motivation.assessment().is_some())
    }

    /// Whether nothing is marked.
    pub fn is_empty(&self) -> bool {
        self.annotations.is_empty() && self.relations.is_empty()
    }

    /// Does all of `transaction`, or nothing, and gives the way back.
    pub fn apply(&mut self, transaction: &Transaction) -> Result<Transaction, LayerError> {
        for change in &transaction.changes {
            self.check(change)?;
        }
        let undo = transaction.changes.iter().map(|change| self.do_change(change)).collect::<Vec<_>>();
        Ok(Transaction { changes: undo.into_iter().rev().collect() })
    }

    fn check(&self, change: &Change) -> Result<(), LayerError> {
        match change {
            Change::Annotation(id, Some(annotation)) if annotation.id != *id => Err(LayerError::WrongId),
            Change::Relation(id, Some(relation)) if relation.id != *id => Err(LayerError::WrongId),
            Change::Annotation(_, Some(annotation)) if annotation.target.source != self.document => {
                Err(LayerError::WrongDocument)
            }
            _ => Ok(()),
        }
    }

    fn do_change(&mut self, change: &Change) -> Change {
        match change {
            Change::Annotation(id, to) => {
                let before = match to {
                    Some(annotation) => self.annotations.insert(*id, Arc::new(annotation.as_ref().clone())),
                    None => self.annotations.remove(id),
                };
                self.n_replies += usize::from(to.as_deref().is_some_and(Annotation::is_reply));
                self.n_replies -= usize::from(before.as_deref().is_some_and(Annotation::is_reply));
                Change::Annotation(*id, before.map(|before| Box::new(Arc::unwrap_or_clone(before))))
            }
            Change::Relation(id, to) => {
                let before = match to {
                    Some(relation) => self.relations.insert(*id, relation.as_ref().clone()),
                    None => self.relations.remove(id),
                };
                Change::Relation(*id, before.map(Box::new))
            }
        }
    }
}
