//! A teacher at work on a class: what is decided, how it came so, and its file beside the article.

use super::action::{ClassAction, ClassError, key_mark, mark_of, pupil};
use super::book::ClassBook;
use super::rubric;
use crate::analysis::grading::ALTERNATIVE;
use crate::anchor::Target;
use crate::document::{Digest, Timestamp};
use crate::exchange::grades::{ENDING, Grades, GradesFault, Override};
use crate::host::{Host, HostError, file_name};
use crate::layer::{
    Annotation, AnnotationId, Change, Layer, LayerId, Relation, RelationId, RelationSlug, Transaction,
};
use crate::session::history::Way;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The longest file that is read, in bytes.
const MOST_BYTES: usize = 64 << 20;

/// What was decided, for undo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClassLabel {
    /// Files were taken in.
    Collect,
    /// Files were put aside.
    Discard,
    /// The key is another one's.
    Key,
    /// Marks are weighed otherwise.
    Weigh,
    /// Points were set by hand.
    Override,
    /// The rubric's points hold again.
    Restore,
    /// An answer was added to the key.
    Answer,
    /// An answer left it.
    Drop,
}

/// Why what was decided cannot be had or kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClassDeskFault {
    /// The file cannot be read or written.
    Host(PathBuf, HostError),
    /// What lies there is not ours to replace.
    Grades(PathBuf, GradesFault),
}

impl fmt::Display for ClassDeskFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Host(path, error) => {
                write!(f, "what was decided of the class is not kept in `{}`: {error}", path.display())
            }
            Self::Grades(path, fault) => {
                write!(f, "`{}` is not written over, and nothing is graded by it: {fault}", path.display())
            }
        }
    }
}

impl std::error::Error for ClassDeskFault {}

/// What a teacher decided of a class, open to be changed.
#[derive(Clone, Debug)]
pub struct ClassDesk {
    /// The article or the assignment.
    about: PathBuf,
    grades: Arc<Grades>,
    /// As it is in the file.
    kept: Arc<Grades>,
    on_disk: Option<Digest>,
    is_saving: bool,
    done: Vec<(ClassLabel, Arc<Grades>)>,
    undone: Vec<(ClassLabel, Arc<Grades>)>,
}

/// Decisions on their way to their file.
#[derive(Clone, Debug)]
pub struct ClassSaveJob {
    path: PathBuf,
    base: Arc<Grades>,
    own: Arc<Grades>,
    on_disk: Option<Digest>,
}

/// What became of them.
#[derive(Clone, Debug)]
pub struct ClassSaveResult {
    job: ClassSaveJob,
    outcome: Result<(Grades, Digest), ClassDeskFault>,
}

impl ClassDesk {
    /// Where what is decided of an article or an assignment is kept.
    pub fn path_for(about: &Path) -> PathBuf {
        let mut name = about.as_os_str().to_owned();
        name.push(".");
        name.push(ENDING);
        PathBuf::from(name)
    }

    /// Reads what was decided. Nothing is written.
    pub fn open(about: &Path, host: &dyn Host) -> Result<Self, ClassDeskFault> {
        let path = Self::path_for(about);
        let (mut grades, on_disk) = match host.read(&path, MOST_BYTES) {
            Err(HostError::NotFound) => (Grades::default(), None),
            Err(error) => return Err(ClassDeskFault::Host(path, error)),
            Ok(bytes) => {
                let digest = Digest::of_bytes(&bytes);
                let grades = Grades::read(&bytes);
                (grades.map_err(|fault| ClassDeskFault::Grades(path, fault))?, Some(digest))
            }
        };
        grades.article = file_name(about);
        let grades = Arc::new(grades);
        Ok(Self {
            about: about.to_owned(),
            kept: Arc::clone(&grades),
            grades,
            on_disk,
            is_saving: false,
            done: Vec::new(),
            undone: Vec::new(),
        })
    }

    /// The article or the assignment.
    pub fn about(&self) -> &Path {
        &self.about
    }

    /// What is decided now.
    pub fn grades(&self) -> &Arc<Grades> {
        &self.grades
    }

    /// What undo would take back.
    pub fn undo_label(&self) -> Option<&ClassLabel> {
        self.done.last().map(|(label, _)| label)
    }

    /// What redo would do again.
    pub fn redo_label(&self) -> Option<&ClassLabel> {
        self.undone.last().map(|(label, _)| label)
    }

    /// Does `action`, or says why not and changes nothing. `book` is the class as it is graded now: names mean
    /// pupils and marks in it.
    pub fn perform(
        &mut self,
        action: &ClassAction,
        book: Option<&ClassBook>,
        host: &mut dyn Host,
    ) -> Result<(), ClassError> {
        let mut next = Grades::clone(&self.grades);
        let label = change(&mut next, action, book, host)?;
        if next != *self.grades {
            self.done.push((label, std::mem::replace(&mut self.grades, Arc::new(next))));
            self.undone.clear();
        }
        Ok(())
    }

    /// Takes the last step back, or does it again.
    pub fn step(&mut self, way: Way) -> Result<ClassLabel, ClassError> {
        let (from, to) = match way {
            Way::Back => (&mut self.done, &mut self.undone),
            Way::Forth => (&mut self.undone, &mut self.done),
        };
        let (label, grades) = from.pop().ok_or(ClassError::NoStep(way))?;
        to.push((label.clone(), std::mem::replace(&mut self.grades, grades)));
        Ok(label)
    }

    /// What has to be written, if anything; from now on it counts as being saved.
    pub fn start_save(&mut self) -> Option<ClassSaveJob> {
        let is_nothing = self.grades.is_empty() && self.on_disk.is_none();
        if self.is_saving || self.grades == self.kept || is_nothing {
            return None;
        }
        self.is_saving = true;
        let (base, own) = (Arc::clone(&self.kept), Arc::clone(&self.grades));
        Some(ClassSaveJob { path: Self::path_for(&self.about), base, own, on_disk: self.on_disk })
    }

    /// Takes over what a save found and did; a save that failed is tried again with the next change.
    pub fn finish_save(&mut self, result: ClassSaveResult) -> Result<(), ClassDeskFault> {
        self.is_saving = false;
        let (there, digest) = result.outcome?;
        self.grades = Arc::new(self.grades.onto(&result.job.own, &there));
        (self.kept, self.on_disk) = (Arc::new(there), Some(digest));
        Ok(())
    }

    /// Saves here and now.
    pub fn save(&mut self, host: &mut dyn Host) -> Result<(), ClassDeskFault> {
        self.start_save().map_or(Ok(()), |job| self.finish_save(job.run(host)))
    }
}

impl ClassSaveResult {
    /// Whether it was written.
    pub fn outcome(&self) -> Result<(), &ClassDeskFault> {
        self.outcome.as_ref().map(|_| ())
    }
}

impl ClassSaveJob {
    /// Where it goes.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads again, puts together what others wrote meanwhile, and writes durably.
    pub fn run(self, host: &mut dyn Host) -> ClassSaveResult {
        let outcome = self.write(host);
        ClassSaveResult { job: self, outcome }
    }

    fn write(&self, host: &mut dyn Host) -> Result<(Grades, Digest), ClassDeskFault> {
        let failed = |error| ClassDeskFault::Host(self.path.clone(), error);
        let held = host.hold_saves();
        let there = match host.read(&self.path, MOST_BYTES) {
            Ok(bytes) => Some(bytes),
            Err(HostError::NotFound) => None,
            Err(error) => return Err(failed(error)),
        };
        let mut grades = Grades::clone(&self.own);
        if let Some(others) = there.as_ref().filter(|there| Some(Digest::of_bytes(there)) != self.on_disk) {
            let others =
                Grades::read(others).map_err(|fault| ClassDeskFault::Grades(self.path.clone(), fault))?;
            grades = grades.onto(&self.base, &others);
        }
        let bytes = grades.write();
        if there.as_ref() != Some(&bytes) {
            host.write(&self.path, &bytes).map_err(failed)?;
        }
        drop(held);
        Ok((grades, Digest::of_bytes(&bytes)))
    }
}

fn change(
    grades: &mut Grades,
    action: &ClassAction,
    book: Option<&ClassBook>,
    host: &mut dyn Host,
) -> Result<ClassLabel, ClassError> {
    let book = || book.ok_or(ClassError::NoClass);
    Ok(match action {
        ClassAction::Collect(paths) => {
            add_paths(&mut grades.handed_in, paths);
            ClassLabel::Collect
        }
        ClassAction::CollectBefore(paths) => {
            add_paths(&mut grades.before, paths);
            ClassLabel::Collect
        }
        ClassAction::Discard(path) => {
            grades.handed_in.retain(|one| one != path);
            grades.before.retain(|one| one != path);
            ClassLabel::Discard
        }
        ClassAction::KeyOf(person) => {
            grades.key = Some(person.clone());
            ClassLabel::Key
        }
        ClassAction::Weigh(text) => {
            text.as_deref().map(rubric::read).transpose().map_err(ClassError::Rubric)?;
            grades.rubric.clone_from(text);
            ClassLabel::Weigh
        }
        ClassAction::Override(who, mark, points, reason) => {
            set_by_hand(grades, book()?, (who, mark), (*points, reason), host)?;
            ClassLabel::Override
        }
        ClassAction::Restore(who, mark) => {
            let place = (pupil(book()?, who)?.handed.person.id, key_mark(book()?, mark)?);
            grades.overrides.remove(&place).ok_or(ClassError::NotOverridden)?;
            ClassLabel::Restore
        }
        ClassAction::Add(who, mark, why) => {
            add_answer(grades, book()?, (who, mark), Stands::Alone(why), host)?;
            ClassLabel::Answer
        }
        ClassAction::Accept(who, mark, key) => {
            let key = key_mark(book()?, key)?;
            add_answer(grades, book()?, (who, mark), Stands::For(key), host)?;
            ClassLabel::Answer
        }
        ClassAction::Drop(mark) => {
            drop_answer(grades, mark)?;
            ClassLabel::Drop
        }
    })
}

/// Sets the points of a pupil for a mark of the key, with a reason.
fn set_by_hand(
    grades: &mut Grades,
    book: &ClassBook,
    (who, mark): (&str, &str),
    (points, reason): (f64, &str),
    host: &dyn Host,
) -> Result<(), ClassError> {
    let (pupil, mark) = (pupil(book, who)?, key_mark(book, mark)?);
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(ClassError::NoReason);
    }
    let person = &pupil.handed.person;
    let (name, reason) = (person.name.clone(), reason.to_owned());
    grades.overrides.insert((person.id, mark), Override { name, points, reason, at: host.now() });
    Ok(())
}

fn add_paths(to: &mut Vec<String>, paths: &[String]) {
    for path in paths {
        if !to.contains(path) {
            to.push(path.clone());
        }
    }
}

/// What a mark that is added to the key is there.
#[derive(Clone, Copy)]
enum Stands<'a> {
    /// A mark of its own, with an explanation.
    Alone(&'a str),
    /// An alternative of a mark of the key.
    For(AnnotationId),
}

/// Adds a pupil's mark to the key, by itself or as an alternative of a mark of it. It is a mark of its own, which
/// stays whatever the pupil hands in later.
fn add_answer(
    grades: &mut Grades,
    book: &ClassBook,
    (who, mark): (&str, &str),
    stands: Stands<'_>,
    host: &mut dyn Host,
) -> Result<(), ClassError> {
    let pupil = pupil(book, who)?;
    let id = mark_of(pupil, mark)?;
    let given = pupil.handed.layer.annotation(id);
    let given = given.ok_or_else(|| ClassError::UnknownMark(mark.to_owned()))?;
    let key = book.marking.layer();
    let begin = || Layer::new(LayerId(key.id.0), key.annotator.clone(), key.document, host.now());
    let mut layer = grades.answers.take().unwrap_or_else(begin);
    let now = host.now();
    let target = Target { source: layer.document, ..given.target.clone() };
    let (note, key) = match stands {
        Stands::Alone(note) => (note, None),
        Stands::For(key) => ("", Some(key)),
    };
    let new = Annotation {
        tags: given.tags.clone(),
        figures: given.figures.clone(),
        attribution: given.attribution.clone(),
        note: note.trim().to_owned(),
        ..Annotation::new(host.fresh_annotation(), now, target)
    };
    let to = key.map(|key| relation(RelationId(host.fresh_uuid()), new.id, key, now));
    let changes = std::iter::once(Change::put(new)).chain(to.map(Change::relate));
    let done = layer.apply(&Transaction::new(changes));
    debug_assert!(done.is_ok(), "a new mark on the key's document");
    grades.answers = Some(layer);
    Ok(())
}

fn relation(id: RelationId, from: AnnotationId, to: AnnotationId, created: Timestamp) -> Relation {
    Relation {
        id,
        created,
        modified: None,
        kind: RelationSlug::new(ALTERNATIVE),
        from,
        to,
        to_document: None,
    }
}

/// Takes what was added to the key out of it, with what stands for it.
fn drop_answer(grades: &mut Grades, mark: &str) -> Result<(), ClassError> {
    let unknown = || ClassError::NotAdded(mark.to_owned());
    let mut layer = grades.answers.take().ok_or_else(unknown)?;
    let found = layer.annotations().map(|mark| mark.id).find(|id| id.answers_to(mark));
    let id = found.ok_or_else(unknown)?;
    let ends = layer.relations().filter(|one| one.from == id || one.to == id);
    let mut changes: Vec<Change> = ends.map(|one| Change::Relation(one.id, None)).collect();
    changes.push(Change::Annotation(id, None));
    let done = layer.apply(&Transaction::new(changes));
    debug_assert!(done.is_ok(), "what is there can go");
    grades.answers = Some(layer).filter(|layer| !layer.is_empty());
    Ok(())
}
