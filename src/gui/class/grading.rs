//! What the window knows of a class: what was decided, the grades, and what it waits for.

use super::asked::Time;
use crate::document::DocumentId;
use crate::layer::AnnotatorId;
use crate::session::Session;
use crate::session::class::{ClassBook, ClassDesk, ClassDeskFault, ClassFault, Grades, KeySource};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What grades are made of.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::gui) struct Wanted {
    pub about: PathBuf,
    /// The open article as its marks are, and whose of them are the key; `None` for an assignment.
    pub key: Option<(DocumentId, u64, AnnotatorId)>,
    pub pass_phrase: Option<String>,
    pub grades: Arc<Grades>,
    /// Grows when files are to be read anew.
    pub nth: u64,
}

/// A class at work.
#[derive(Debug, Default)]
pub(in crate::gui) struct Grading {
    /// What was decided; `None` until it was read.
    pub desk: Option<ClassDesk>,
    /// The grades as made last.
    pub book: Option<Arc<ClassBook>>,
    /// Why there are none.
    pub fault: Option<ClassFault>,
    /// Why what was decided cannot be had: then nothing is graded.
    pub desk_fault: Option<ClassDeskFault>,
    /// The article or assignment whose desk is open, or on its way.
    pub about: Option<PathBuf>,
    /// An assignment that is looked at instead of the open article.
    pub assignment: Option<PathBuf>,
    /// What opens the key of it, for as long as the window is open.
    pub pass_phrase: Option<String>,
    /// What is being made, and what was made last.
    pub asked: Option<Wanted>,
    pub made: Option<Wanted>,
    /// How often files were to be read anew.
    pub nth: u64,
    /// What files that are chosen next are.
    pub awaits: Option<Time>,
    /// Whether the file that is chosen next is the assignment to grade by.
    pub awaits_key: bool,
    /// Files that were dropped before what was decided is read.
    pub waiting: Vec<PathBuf>,
    /// Whether the article shows where the class marked.
    pub is_in_article: bool,
}

impl Grading {
    /// What is to be graded: the assignment that was chosen, or the open article.
    pub(in crate::gui) fn wanted_about(&self, session: Option<&Session>) -> Option<PathBuf> {
        self.assignment.clone().or_else(|| session.map(|session| session.path().to_owned()))
    }

    /// Whose marks of an article are the key: whom the person chose, else their own, else the only ones, or the only
    /// ones that were not handed in.
    pub(in crate::gui) fn key_of(&self, session: &Session) -> Option<AnnotatorId> {
        let layers = session.layers();
        let is_there = |id: AnnotatorId| layers.iter().any(|placed| placed.layer.annotator.id == id);
        let chosen = self.desk.as_ref().and_then(|desk| desk.grades().key.as_ref()).map(|key| key.id);
        let mine = || session.my_layer().map(|placed| placed.layer.annotator.id);
        let only = || match layers {
            [only] => Some(only.layer.annotator.id),
            _ => None,
        };
        let is_open = |person: &AnnotatorId| session.handed_in_by(*person).is_none();
        let mut open = layers.iter().map(|placed| placed.layer.annotator.id).filter(is_open);
        let besides = || open.next().filter(|_| open.next().is_none());
        chosen.filter(|&id| is_there(id)).or_else(mine).or_else(only).or_else(besides)
    }

    /// The layers beside an article that were handed in, as the file of the class has them.
    pub(in crate::gui) fn beside(&self, session: &Session) -> Vec<String> {
        let key = self.key_of(session);
        let people = session.layers().iter().map(|placed| placed.layer.annotator.id);
        let handed_in = people.filter(|who| Some(*who) != key && session.handed_in_by(*who).is_some());
        let paths = handed_in.filter_map(|who| session.desk_of(who)?.path());
        paths.map(|path| self.path_from(path)).collect()
    }

    /// What grades would be made of now; `None` where nothing can be made.
    pub(in crate::gui) fn wanted(&self, session: Option<&Session>) -> Option<Wanted> {
        let desk = self.desk.as_ref()?;
        let key = match self.assignment {
            Some(_) => None,
            None => {
                let session = session?;
                Some((session.document_id(), session.order().revision(), self.key_of(session)?))
            }
        };
        Some(Wanted {
            about: desk.about().to_owned(),
            key,
            pass_phrase: self.pass_phrase.clone(),
            grades: Arc::clone(desk.grades()),
            nth: self.nth,
        })
    }

    /// Where the key of `wanted` is.
    pub(in crate::gui) fn source(wanted: &Wanted, session: Option<&Session>) -> Option<KeySource> {
        let Some((_, _, teacher)) = wanted.key else {
            return Some(KeySource::Bundle(wanted.pass_phrase.clone(), Box::default()));
        };
        let session = session?;
        let placed = session.layers().iter().find(|placed| placed.layer.annotator.id == teacher)?;
        let placers = Box::new(session.article().placers().clone());
        let title = session.document().title().to_owned();
        Some(KeySource::Layer(placers, Box::new(placed.layer.clone()), title))
    }

    /// Whether grades are on their way.
    pub(in crate::gui) fn is_busy(&self) -> bool {
        self.asked.is_some() || self.about.is_some() && self.desk.is_none() && self.desk_fault.is_none()
    }

    /// The grades, where they are of the text of `session`.
    pub(in crate::gui) fn book_on(&self, session: &Session) -> Option<&Arc<ClassBook>> {
        let is_its = |book: &&Arc<ClassBook>| {
            book.marking.placers().document().digest() == session.document().digest()
        };
        self.book.as_ref().filter(is_its)
    }

    /// A path as the file of the class has it: from its folder on, where it lies below that.
    pub(in crate::gui) fn path_from(&self, path: &Path) -> String {
        let folder = self.about.as_deref().and_then(Path::parent);
        let below = folder.and_then(|folder| path.strip_prefix(folder).ok());
        below.filter(|below| !below.as_os_str().is_empty()).unwrap_or(path).display().to_string()
    }

    /// Begins with another article or assignment, of which nothing is known.
    pub(in crate::gui) fn begin(&mut self, about: Option<PathBuf>) {
        let Self { assignment, nth, is_in_article, waiting, .. } = std::mem::take(self);
        *self = Self { about, assignment, nth, is_in_article, waiting, ..Self::default() };
    }
}
