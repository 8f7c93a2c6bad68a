//! A class: the layers that pupils handed in, against a key on the same text, with how they are weighed.

pub mod assignment;
pub mod feedback;
pub mod given;
pub mod making;
pub mod pages;
pub mod rubric;
pub mod wall;

use crate::analysis::agreement::Marked;
use crate::analysis::grading::{Class, Grade, KeyMark, Rubric, grade, key_of};
use crate::anchor::Placers;
use crate::article::PlacedLayer;
use crate::document::Timestamp;
use crate::exchange::archive::{ArchiveFault, is_archive, unpack};
use crate::layer::{AnnotationId, Annotator, AnnotatorId, Layer, TagId};
use crate::sidecar::caps::too_large;
use crate::sidecar::{Header, LayerFile};
use std::collections::BTreeMap;
use std::fmt;

/// What pupils are graded by.
#[derive(Clone, Debug)]
pub struct Marking {
    placers: Placers,
    key: Vec<KeyMark>,
    teacher: Annotator,
    rubric: Rubric,
}

/// A pupil with a grade.
#[derive(Clone, Debug)]
pub struct Pupil {
    /// Who.
    pub person: Annotator,
    /// What the file that was handed in says about itself.
    pub header: Header,
    /// When the marks were handed in, if they were.
    pub handed_in: Option<Timestamp>,
    /// The marks that have a place.
    pub marked: Marked,
    /// The words and tags of all marks.
    pub words: BTreeMap<AnnotationId, (String, Vec<TagId>)>,
    /// The words of the marks that have no place in this text.
    pub unplaced: Vec<String>,
    /// The grade.
    pub grade: Grade,
}

/// What a file that was handed in is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandedFault {
    /// It is no layer.
    NoLayer,
    /// It is larger than is read.
    TooLarge,
    /// It is the key itself.
    Key,
    /// It is what a teacher gave back.
    Feedback,
    /// The archive that it is, or came in.
    Archive(ArchiveFault),
    /// So many lines of it cannot be read; the others count.
    Lines(usize),
}

impl fmt::Display for HandedFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoLayer => f.write_str("it holds no marks: it is no layer, or is cut off"),
            Self::TooLarge => f.write_str("it is larger than what is read"),
            Self::Key => f.write_str("it is the key, and is not graded"),
            Self::Feedback => f.write_str("it is feedback on a pupil’s marks, and is not graded"),
            Self::Archive(fault) => fault.fmt(f),
            Self::Lines(1) => f.write_str("1 line of it cannot be read; the others count"),
            Self::Lines(n) => write!(f, "{n} lines of it cannot be read; the others count"),
        }
    }
}

/// A file by name, with what is wrong with it.
pub type NamedFault = (String, HandedFault);

impl Marking {
    /// By the marks of `key` on the text of `placers`.
    pub fn new(placers: Placers, key: Layer, rubric: Rubric) -> Self {
        let teacher = key.annotator.clone();
        let placed = PlacedLayer::of(key, &placers);
        let marked = Marked::of(&placed, placers.document());
        let key = key_of(&marked, &placed.layer);
        Self { key, teacher, placers, rubric }
    }

    /// The marks of the key.
    pub fn key(&self) -> &[KeyMark] {
        &self.key
    }

    /// Grades everybody whose marks are in `files`: layers, or archives of them. By name, then by id: two
    /// pupils of one name stay two, and two files of one pupil are one. What cannot be read spoils nothing
    /// for the others, and is named.
    pub fn pupils(&self, files: Vec<(String, Vec<u8>)>) -> (Vec<Pupil>, Vec<NamedFault>) {
        let (mut layers, mut faults) = (BTreeMap::new(), Vec::new());
        for (name, bytes) in files {
            self.collect((name, bytes), &mut layers, &mut faults, 0);
        }
        let mut pupils: Vec<Pupil> = layers.values().filter_map(|file| self.pupil(file)).collect();
        pupils.sort_by(|a, b| {
            let key = |pupil: &Pupil| (pupil.person.name.to_lowercase(), pupil.person.id);
            key(a).cmp(&key(b))
        });
        (pupils, faults)
    }

    fn collect(
        &self,
        (name, bytes): (String, Vec<u8>),
        layers: &mut BTreeMap<AnnotatorId, LayerFile>,
        faults: &mut Vec<NamedFault>,
        depth: usize,
    ) {
        if is_archive(&bytes) && depth < 2 {
            let is_wanted = |name: &str| {
                name.ends_with(".jsonl") && !name.starts_with("key.")
                    || name.ends_with(".postil")
                    || name.ends_with(".zip")
            };
            let (files, found) = unpack(&bytes, is_wanted);
            faults.extend(found.into_iter().map(|fault| (name.clone(), HandedFault::Archive(fault))));
            if files.is_empty() && !faults.iter().any(|(named, _)| *named == name) {
                faults.push((name.clone(), HandedFault::NoLayer));
            }
            for file in files {
                self.collect((format!("{name}: {}", file.name), file.bytes), layers, faults, depth + 1);
            }
            return;
        }
        if too_large(&bytes).is_some() {
            return faults.push((name, HandedFault::TooLarge));
        }
        let read = LayerFile::read(&bytes);
        let Some(person) = read.value.layer().map(|layer| layer.annotator.id) else {
            return faults.push((name, HandedFault::NoLayer));
        };
        if person == self.teacher.id {
            return faults.push((name, HandedFault::Key));
        }
        if read.value.layer().is_some_and(|layer| layer.is_feedback()) {
            return faults.push((name, HandedFault::Feedback));
        }
        if !read.warnings.is_empty() {
            faults.push((name, HandedFault::Lines(read.warnings.len())));
        }
        let file = match layers.remove(&person) {
            Some(other) => other.unite(&read.value),
            None => read.value,
        };
        layers.insert(person, file);
    }

    fn pupil(&self, file: &LayerFile) -> Option<Pupil> {
        let layer = file.layer()?;
        let words = layer.annotations().map(|mark| (mark.id, (mark.quote(), mark.tags.clone())));
        let words: BTreeMap<_, _> = words.collect();
        let header = file.header()?.clone();
        let (person, handed_in) = (layer.annotator.clone(), header.closed);
        let placed = PlacedLayer::of(layer, &self.placers);
        let marked = Marked::of(&placed, self.placers.document());
        let lost = placed
            .layer
            .annotations()
            .filter(|mark| !mark.target.pieces.is_empty() && placed.placements.passage(mark.id).is_none());
        let unplaced: Vec<String> = lost.map(|mark| mark.quote()).collect();
        let grade = grade(&self.key, &marked, &unplaced, &self.rubric);
        Some(Pupil { person, header, handed_in, marked, words, unplaced, grade })
    }
}

/// The class as a whole.
pub fn class_of(marking: &Marking, pupils: &[Pupil]) -> Class {
    let graded: Vec<(&Marked, &Grade)> = pupils.iter().map(|pupil| (&pupil.marked, &pupil.grade)).collect();
    Class::of(&marking.key, &graded)
}

/// What pupils are called: by name, and where two have one name, with the first digits of their ids.
pub fn names(pupils: &[Pupil]) -> Vec<String> {
    let people: Vec<Annotator> = pupils.iter().map(|pupil| pupil.person.clone()).collect();
    crate::analysis::agreement::names_of(&people)
}
