//! What pupils are graded by: a key on a text, with what the teacher added to it, and a rubric.

use super::handed::{Handed, NamedFault, NamedFile, collect};
use crate::analysis::agreement::{Marked, names_of};
use crate::analysis::grading::{ByHand, Class, Grade, KeyMark, Rubric, grade, key_of};
use crate::anchor::Placers;
use crate::article::PlacedLayer;
use crate::exchange::grades::Grades;
use crate::layer::{AnnotationId, Annotator, AnnotatorId, Layer};
use crate::text::TextRange;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What pupils are graded by.
#[derive(Clone, Debug)]
pub struct Marking {
    placers: Placers,
    /// The key's layer, with what was added to it.
    layer: Layer,
    key: Vec<KeyMark>,
    /// Where the marks of the key stand, in its order; in bytes.
    places: Vec<(AnnotationId, TextRange)>,
    rubric: Rubric,
}

/// A pupil with a grade.
#[derive(Clone, Debug)]
pub struct Pupil {
    /// Who, with what was handed in.
    pub handed: Arc<Handed>,
    /// The grade.
    pub grade: Grade,
}

impl Marking {
    /// By the marks of `key` on the text of `placers`.
    pub fn new(placers: Placers, key: Layer, rubric: Rubric) -> Self {
        let own = placers.told_by(key.targets());
        let placed = PlacedLayer::of(key, &own);
        let marked = Marked::of(&placed, placers.document());
        let key = key_of(&marked, &placed.layer);
        let places = key.iter().filter_map(|mark| {
            let id = mark.id()?;
            let passage = placed.placements.passage(id)?;
            let (first, last) = (passage.pieces().first()?, passage.pieces().last()?);
            Some((id, TextRange::new(first.start(), last.end())))
        });
        Self { places: places.collect(), key, layer: placed.layer, placers, rubric }
    }

    /// With what was added to the key.
    #[must_use]
    pub fn with_answers(&self, answers: &Layer) -> Self {
        let marks = self.layer.all_shared().chain(answers.all_shared()).cloned();
        let relations = self.layer.relations().chain(answers.relations()).cloned();
        let Layer { id, ref annotator, document, created, .. } = self.layer;
        let layer = Layer::new(id, annotator.clone(), document, created);
        Self::new(self.placers.clone(), layer.holding(marks, relations), self.rubric.clone())
    }

    /// The marks of the key, in the order of the text.
    pub fn key(&self) -> &[KeyMark] {
        &self.key
    }

    /// Where the marks of the key stand, from the first to the last of their words, in the order of the key; in
    /// bytes of the text.
    pub fn places(&self) -> &[(AnnotationId, TextRange)] {
        &self.places
    }

    /// How marks are weighed.
    pub fn rubric(&self) -> &Rubric {
        &self.rubric
    }

    /// The text, and how marks find their places in it.
    pub fn placers(&self) -> &Placers {
        &self.placers
    }

    /// The key's layer, with what was added to it.
    pub fn layer(&self) -> &Layer {
        &self.layer
    }

    /// Whose key it is.
    pub fn teacher(&self) -> &Annotator {
        &self.layer.annotator
    }

    /// What was handed in, on the text of the key, and the files that could not be read.
    pub fn collect(&self, files: Vec<NamedFile>) -> (Vec<Arc<Handed>>, Vec<NamedFault>) {
        collect(files, self.layer.annotator.id, &self.placers)
    }

    /// Grades everybody, with the points that were set by hand.
    pub fn grade(&self, handed: &[Arc<Handed>], grades: &Grades) -> Vec<Pupil> {
        let by_hand = |pupil: AnnotatorId| -> BTreeMap<AnnotationId, ByHand> {
            let own = grades.overrides.range((pupil, AnnotationId(uuid::Uuid::nil()))..);
            let own = own.take_while(|((who, _), _)| *who == pupil);
            own.map(|((_, mark), one)| (*mark, ByHand { points: one.points, reason: one.reason.clone() }))
                .collect()
        };
        let pupil = |handed: &Arc<Handed>| {
            let by_hand = by_hand(handed.person.id);
            let grade = grade(&self.key, &handed.marked, &handed.unplaced, &self.rubric, &by_hand);
            Pupil { handed: Arc::clone(handed), grade }
        };
        handed.iter().map(pupil).collect()
    }
}

/// The class as a whole.
pub fn class_of(marking: &Marking, pupils: &[Pupil]) -> Class {
    let graded: Vec<(&Marked, &Grade)> =
        pupils.iter().map(|pupil| (&pupil.handed.marked, &pupil.grade)).collect();
    Class::of(&marking.key, &graded)
}

/// What pupils are called: by name, and where two have one name, with the first digits of their ids.
pub fn names(pupils: &[Pupil]) -> Vec<String> {
    let people: Vec<Annotator> = pupils.iter().map(|pupil| pupil.handed.person.clone()).collect();
    names_of(&people)
}

/// Pupils by number, each once, with how often; in their order.
pub fn counted(pupils: &[usize]) -> Vec<(usize, usize)> {
    let mut times: BTreeMap<usize, usize> = BTreeMap::new();
    pupils.iter().for_each(|&nth| *times.entry(nth).or_default() += 1);
    times.into_iter().collect()
}
