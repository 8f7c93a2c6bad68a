//! The grade book: a key, what was handed in, and what was decided, made into grades. A job that can be carried
//! to another thread.

use super::assignment::{AssignmentFault, read_bundle};
use super::density::density;
use super::handed::{Handed, NamedFault, NamedFile, gather, is_lesson};
use super::marking::{Marking, Pupil, class_of, names};
use super::rubric::{self, RubricFault};
use crate::analysis::grading::{Class, Compared, Graded, KeyMark};
use crate::anchor::{KeptTexts, Placers};
use crate::document::import::{self, ImportError, Options, is_read_apart};
use crate::document::{Digest, Document};
use crate::exchange::bundle::Bundle;
use crate::exchange::grades::Grades;
use crate::exchange::seal::{SealError, commitment, is_sealed, unseal};
use crate::host::Host;
use crate::layer::{AnnotatorId, Layer};
use crate::sidecar::LayerFile;
use crate::text::TextRange;
use crate::text::order::natural_order;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What is read as the rubric beside an article.
pub const RUBRIC: &str = "rubric.toml";
/// The longest rubric that is read, in bytes.
const MOST_RUBRIC: usize = 1 << 20;

/// Where the key is.
#[derive(Clone, Debug)]
pub enum KeySource {
    /// A layer of an open article, with the article's title.
    Layer(Box<Placers>, Box<Layer>, String),
    /// An assignment, with its pass-phrase where its key is sealed, and how its article is read.
    Bundle(Option<String>, Box<Options>),
}

/// Why there are no grades.
#[derive(Clone, Debug, PartialEq)]
pub enum ClassFault {
    /// The assignment cannot be read.
    Assignment(AssignmentFault),
    /// The article in it cannot.
    Import(String, ImportError),
    /// Its key is sealed, and no pass-phrase was given.
    Sealed,
    /// The pass-phrase is another one, or the key is damaged.
    Seal(SealError),
    /// It holds no key.
    NoKey,
    /// The key has no mark with a tag and a place in the text.
    EmptyKey,
    /// The rubric is none.
    Rubric(RubricFault),
}

impl fmt::Display for ClassFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Assignment(fault) => fault.fmt(f),
            Self::Import(name, error) => write!(f, "`{name}`: {error}"),
            Self::Sealed => f.write_str("the key is sealed"),
            Self::Seal(error) => error.fmt(f),
            Self::NoKey => f.write_str("the assignment holds no key"),
            Self::EmptyKey => f.write_str("the key has no mark with a tag and a place in the text"),
            Self::Rubric(fault) => fault.fmt(f),
        }
    }
}

impl std::error::Error for ClassFault {}

/// Makes the grade book of a class.
#[derive(Clone, Debug)]
pub struct ClassJob {
    /// The article or the assignment.
    pub about: PathBuf,
    /// Where the key is.
    pub source: KeySource,
    /// What was decided, and which files were handed in.
    pub grades: Arc<Grades>,
    /// What was made before: what was handed in is not read again where nothing of it changed.
    pub known: Option<Arc<ClassBook>>,
    /// The earlier lessons that it is compared with.
    pub earlier: Lessons,
}

/// Earlier lessons, graded by keys of their own.
#[derive(Clone, Debug, Default)]
pub struct Lessons {
    /// Those that could be.
    pub graded: Vec<Arc<ClassBook>>,
    /// Those that could not.
    pub faults: Vec<NamedFault>,
}

/// Some files as they were read, on the text of a key.
#[derive(Clone, Debug)]
pub struct Collected {
    /// The text, whose the key is, and the files.
    made_for: (Digest, AnnotatorId, Vec<String>),
    /// Everybody's marks.
    pub handed: Vec<Arc<Handed>>,
    /// What could not be read.
    pub faults: Vec<NamedFault>,
}

/// The class an earlier time.
#[derive(Clone, Debug)]
pub struct Before {
    /// Who was there either time, by name, each with the number of the pupil now and then.
    pub people: Vec<(String, Option<usize>, Option<usize>)>,
    /// The grades then.
    pub pupils: Vec<Pupil>,
    /// Both times, in the order of `people`.
    pub compared: Compared,
}

/// A class with its grades.
#[derive(Clone, Debug)]
pub struct ClassBook {
    /// What the article is called.
    pub title: String,
    /// What pupils are graded by, with what was added to the key.
    pub marking: Marking,
    /// Everybody with a grade, by name.
    pub pupils: Vec<Pupil>,
    /// What they are called: two of one name apart.
    pub names: Vec<String>,
    /// The class as a whole.
    pub class: Class,
    /// The parts of the text that some marked, in order, each with how many did; in bytes.
    pub density: Vec<(TextRange, usize)>,
    /// The class an earlier time, if there are files of one.
    pub before: Option<Before>,
    /// Whether the key is another one than its commitment was published for.
    pub is_other_key: bool,
    /// What was decided when it was made.
    pub made_of: Arc<Grades>,
    now: Arc<Collected>,
    then: Arc<Collected>,
    earlier: Lessons,
}

impl ClassBook {
    /// The files that could not be read, or only in part, of both times.
    pub fn faults(&self) -> impl Iterator<Item = &NamedFault> {
        self.now.faults.iter().chain(&self.then.faults).chain(&self.earlier.faults)
    }

    /// The earlier lessons that it was compared with.
    pub fn earlier(&self) -> &Lessons {
        &self.earlier
    }
}

impl ClassJob {
    /// Reads what has to be read, and grades.
    pub fn run(self, host: &dyn Host) -> Result<ClassBook, ClassFault> {
        let (marking, title, is_other_key) = self.marking(host)?;
        let (now, then) = match &self.known {
            Some(known) => (Some(Arc::clone(&known.now)), Some(Arc::clone(&known.then))),
            None => (None, None),
        };
        let now = self.collected(&marking, &self.grades.handed_in, now, host);
        let then = self.collected(&marking, &self.grades.before, then, host);
        let mut book = ClassBook::of((marking, title), (now, then), self.earlier, self.grades)?;
        book.is_other_key = is_other_key;
        Ok(book)
    }

    fn collected(
        &self,
        marking: &Marking,
        paths: &[String],
        known: Option<Arc<Collected>>,
        host: &dyn Host,
    ) -> Arc<Collected> {
        let made_for = (marking.placers().document().digest(), marking.teacher().id, paths.to_vec());
        if let Some(known) = known.filter(|known| known.made_for == made_for) {
            return known;
        }
        let folder = self.about.parent().unwrap_or(Path::new(""));
        let paths: Vec<PathBuf> = paths.iter().map(|path| folder.join(path)).collect();
        let paths: Vec<PathBuf> = paths.into_iter().filter(|path| !is_lesson(path)).collect();
        let (files, unread) = gather(&paths, host);
        let (handed, faults) = marking.collect(files);
        let faults = unread.into_iter().chain(faults).collect();
        Arc::new(Collected { made_for, handed, faults })
    }

    /// The key with its text, what the article is called, and whether the key is another one than its commitment
    /// was published for.
    ///
    /// # Errors
    /// [`ClassFault::Sealed`] where the key is sealed and there is no pass-phrase.
    pub fn marking(&self, host: &dyn Host) -> Result<(Marking, String, bool), ClassFault> {
        match &self.source {
            KeySource::Layer(placers, layer, title) => {
                let beside = || {
                    let bytes = host.read(&self.about.with_file_name(RUBRIC), MOST_RUBRIC).ok()?;
                    String::from_utf8(bytes).ok()
                };
                let text = self.grades.rubric.clone().or_else(beside);
                let rubric = text.as_deref().map(rubric::read).transpose().map_err(ClassFault::Rubric)?;
                let (placers, layer) = (Placers::clone(placers), Layer::clone(layer));
                Ok((Marking::new(placers, layer, rubric.unwrap_or_default()), title.clone(), false))
            }
            KeySource::Bundle(pass_phrase, options) => {
                let bundle = read_bundle(&self.about, host).map_err(ClassFault::Assignment)?;
                let weighed = self.grades.rubric.as_deref().unwrap_or(&bundle.rubric);
                let rubric = rubric::read(weighed).map_err(ClassFault::Rubric)?;
                let (document, key, is_other) = opened(bundle, pass_phrase.as_deref(), options, host)?;
                let title = document.title().to_owned();
                let placers = Placers::new(Arc::new(document), KeptTexts::new());
                Ok((Marking::new(placers, key, rubric), title, is_other))
            }
        }
    }
}

/// The article and the key of an assignment, and whether the key is another one than its commitment was published
/// for.
fn opened(
    bundle: Bundle,
    pass_phrase: Option<&str>,
    options: &Options,
    host: &dyn Host,
) -> Result<(Document, Layer, bool), ClassFault> {
    let mut key = bundle.key;
    let mut is_other = false;
    if is_sealed(&key) {
        let open = unseal(&key, pass_phrase.ok_or(ClassFault::Sealed)?).map_err(ClassFault::Seal)?;
        is_other = bundle.commitment.is_some_and(|published| commitment(&key, &open).ok() != Some(published));
        key = open;
    }
    let imported = match is_read_apart(&bundle.article) {
        true => host.read_apart(&bundle.article, &bundle.name, options),
        false => import::import(&bundle.article, &bundle.name, options),
    };
    let document = imported.map_err(|error| ClassFault::Import(bundle.name, error))?.value;
    let layer: Option<Layer> = LayerFile::read(&key).value.layer();
    Ok((document, layer.ok_or(ClassFault::NoKey)?, is_other))
}

impl ClassBook {
    /// Grades what was handed in, now and an earlier time.
    fn of(
        (marking, title): (Marking, String),
        (now, then): (Arc<Collected>, Arc<Collected>),
        lessons: Lessons,
        grades: Arc<Grades>,
    ) -> Result<Self, ClassFault> {
        let marking = match &grades.answers {
            Some(answers) => marking.with_answers(answers),
            None => marking,
        };
        if marking.key().is_empty() {
            return Err(ClassFault::EmptyKey);
        }
        let pupils = marking.grade(&now.handed, &grades);
        let earlier = marking.grade(&then.handed, &Grades::default());
        let names = names(&pupils);
        let before = (!grades.before.is_empty())
            .then(|| Before::of(&marking, (&pupils, &names), (earlier, &lessons.graded)));
        let class = class_of(&marking, &pupils);
        Ok(Self {
            title,
            class,
            density: density(&marking, &pupils),
            marking,
            pupils,
            names,
            before,
            is_other_key: false,
            made_of: grades,
            now,
            then,
            earlier: lessons,
        })
    }

    /// A class of files that were read already, and of `earlier` lessons, for the command line.
    pub fn of_files(
        marking: (Marking, String),
        (now, then): (Vec<NamedFile>, Vec<NamedFile>),
        earlier: Lessons,
        grades: Arc<Grades>,
    ) -> Result<Self, ClassFault> {
        let collected = |files| {
            let (handed, faults) = marking.0.collect(files);
            let made_for = (marking.0.placers().document().digest(), marking.0.teacher().id, Vec::new());
            Arc::new(Collected { made_for, handed, faults })
        };
        let collected = (collected(now), collected(then));
        Self::of(marking, collected, earlier, grades)
    }
}

impl Before {
    fn of(
        marking: &Marking,
        (pupils, their_names): (&[Pupil], &[String]),
        (same_key, lessons): (Vec<Pupil>, &[Arc<ClassBook>]),
    ) -> Self {
        let of_lessons = lessons
            .iter()
            .flat_map(|book| book.pupils.iter().map(|pupil| (pupil.clone(), book.marking.key().to_vec())));
        let own = same_key.into_iter().map(|pupil| (pupil, marking.key().to_vec()));
        let (earlier, keys): (Vec<Pupil>, Vec<Vec<KeyMark>>) = own.chain(of_lessons).unzip();
        let people = paired((pupils, their_names), &earlier);
        let graded: Vec<(Option<Graded<'_>>, Option<Graded<'_>>)> = people
            .iter()
            .map(|(_, now, then)| {
                let then = then.and_then(|nth| earlier.get(nth).zip(keys.get(nth)));
                let now = now.and_then(|nth| pupils.get(nth));
                (
                    then.map(|(pupil, key)| Graded { grade: &pupil.grade, key }),
                    now.map(|pupil| Graded { grade: &pupil.grade, key: marking.key() }),
                )
            })
            .collect();
        let n_marks = lessons.is_empty().then(|| marking.key().len());
        let compared = Compared::of(&graded, n_marks);
        Self { people, pupils: earlier, compared }
    }
}

/// Who was there now and then, by name: known by the id, or else by a name that one alone had either time.
fn paired(
    (pupils, their_names): (&[Pupil], &[String]),
    earlier: &[Pupil],
) -> Vec<(String, Option<usize>, Option<usize>)> {
    let names_then = names(earlier);
    let mut left: Vec<usize> = (0..earlier.len()).collect();
    let same = |nth: usize, pupil: &Pupil| {
        earlier.get(nth).is_some_and(|one| one.handed.person.id == pupil.handed.person.id)
    };
    let mut then: Vec<Option<usize>> = Vec::with_capacity(pupils.len());
    for pupil in pupils {
        let found = left.iter().position(|&nth| same(nth, pupil));
        then.push(found.map(|at| left.remove(at)));
    }
    let called = |pupil: &Pupil| pupil.handed.person.name.trim().to_lowercase();
    for nth in 0..pupils.len() {
        let Some(pupil) = pupils.get(nth).filter(|_| then.get(nth).is_some_and(Option::is_none)) else {
            continue;
        };
        let is_so = |one: &Pupil| called(one) == called(pupil);
        let namesakes: Vec<usize> =
            left.iter().copied().filter(|&other| earlier.get(other).is_some_and(is_so)).collect();
        if let ([only], 1) = (&namesakes[..], pupils.iter().filter(|one| is_so(one)).count()) {
            left.retain(|other| other != only);
            then[nth] = Some(*only);
        }
    }
    let now = their_names.iter().zip(then).enumerate();
    let mut people: Vec<_> = now.map(|(nth, (name, then))| (name.clone(), Some(nth), then)).collect();
    people.extend(
        left.into_iter().map(|nth| (names_then.get(nth).cloned().unwrap_or_default(), None, Some(nth))),
    );
    people.sort_by(|(a, a_now, _), (b, b_now, _)| natural_order(a, b).then_with(|| a_now.cmp(b_now)));
    people
}
