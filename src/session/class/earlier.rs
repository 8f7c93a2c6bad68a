//! An earlier lesson of the same class, by a key of its own: the file of its class (`ARTICLE.grades`) says what was
//! handed in and decided then.

use super::assignment::is_assignment;
use super::book::{ClassBook, ClassFault, ClassJob, KeySource, Lessons};
use super::decisions::ClassDesk;
use super::handed::{HandedFault, LessonFault, is_lesson};
use crate::document::import::Options;
use crate::exchange::grades::Grades;
use crate::host::Host;
use crate::layer::AnnotatorId;
use crate::session::Session;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Grades a class, and the earlier lessons that it is compared with.
///
/// # Errors
/// As [`ClassJob::run`]; an earlier lesson that cannot be graded is a fault of the book and no error.
pub fn graded(mut job: ClassJob, host: &dyn Host) -> Result<ClassBook, ClassFault> {
    let known = job.known.as_ref().filter(|known| known.made_of.before == job.grades.before);
    job.earlier = match known {
        Some(known) => known.earlier().clone(),
        None => {
            let folder = job.about.parent().unwrap_or(Path::new(""));
            let paths: Vec<PathBuf> = job.grades.before.iter().map(|path| folder.join(path)).collect();
            let pass_phrase =
                if let KeySource::Bundle(words, _) = &job.source { words.as_deref() } else { None };
            lessons(&paths, pass_phrase, host)
        }
    };
    job.run(host)
}

/// The earlier lessons among some paths, graded; and those that cannot be.
pub fn lessons(paths: &[PathBuf], pass_phrase: Option<&str>, host: &dyn Host) -> Lessons {
    let Lessons { mut graded, mut faults } = Lessons::default();
    for path in paths.iter().filter(|path| is_lesson(path)) {
        match lesson(path, pass_phrase, host) {
            Ok(book) => graded.push(Arc::new(book)),
            Err(fault) => faults.push((path.display().to_string(), HandedFault::Lesson(fault))),
        }
    }
    Lessons { graded, faults }
}

fn lesson(path: &Path, pass_phrase: Option<&str>, host: &dyn Host) -> Result<ClassBook, LessonFault> {
    let about = path.with_extension("");
    let desk = ClassDesk::open(&about, host).map_err(|_| LessonFault::NotGraded)?;
    if desk.grades().handed_in.is_empty() {
        return Err(LessonFault::NotGraded);
    }
    // What that lesson was compared with is no matter here.
    let mut grades = Grades::clone(desk.grades());
    grades.before.clear();
    let source = match is_assignment(&about) {
        true => KeySource::Bundle(pass_phrase.map(str::to_owned), Box::default()),
        false => layer_source(&about, &grades, host).ok_or(LessonFault::NoKey)?,
    };
    let earlier = Lessons::default();
    let job = ClassJob { about, source, grades: Arc::new(grades), known: None, earlier };
    job.run(host).map_err(|fault| match fault {
        ClassFault::Sealed | ClassFault::Seal(_) => LessonFault::Sealed,
        _ => LessonFault::NoKey,
    })
}

/// The key beside an article: whose marks were chosen, else the only ones that were not handed in.
fn layer_source(about: &Path, grades: &Grades, host: &dyn Host) -> Option<KeySource> {
    let session = Session::open(about, &Options::default(), None, host).ok()?;
    let people: Vec<AnnotatorId> = session.layers().iter().map(|placed| placed.layer.annotator.id).collect();
    let open: Vec<AnnotatorId> =
        people.iter().copied().filter(|who| session.handed_in_by(*who).is_none()).collect();
    let only = || if let [only] = open[..] { Some(only) } else { None };
    let key = grades.key.as_ref().map(|key| key.id).or_else(only)?;
    let placed = session.layers().iter().find(|placed| placed.layer.annotator.id == key)?;
    let placers = Box::new(session.article().placers().clone());
    let title = session.document().title().to_owned();
    Some(KeySource::Layer(placers, Box::new(placed.layer.clone()), title))
}
