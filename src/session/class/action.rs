//! What a teacher does with a class, each with a form in one line.

use super::book::ClassBook;
use super::marking::Pupil;
use super::rubric::RubricFault;
use crate::analysis::grading::KeyMark;
use crate::layer::{AnnotationId, Annotator};
use crate::session::history::Way;
use crate::text::quoted::{QuoteError, quote, tokens};
use std::fmt;
use std::str::FromStr;

/// The most points that can be set by hand.
pub const MOST_POINTS: f64 = 1e6;

/// What is decided of a class. Pupils are called by name or by the first digits of their ids, marks of the key by
/// number (as they stand in the text, from 1) or by id, pupils' marks by id or by their words.
///
/// ```
/// use postil::session::class::ClassAction;
/// let action: ClassAction = "override 'Ada Lind' 2 1.5 'she says so'".parse().unwrap();
/// assert_eq!(action.to_string(), "override 'Ada Lind' 2 1.5 'she says so'");
/// assert!("override Ada 2 1.5".parse::<ClassAction>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum ClassAction {
    /// These files and folders were handed in.
    Collect(Vec<String>),
    /// These were handed in an earlier time, which is compared.
    CollectBefore(Vec<String>),
    /// A file or folder is no longer looked at, whichever time it was of.
    Discard(String),
    /// This person's marks are the key.
    KeyOf(Annotator),
    /// Marks are weighed by this rubric's file; `None`: as the assignment says.
    Weigh(Option<String>),
    /// A pupil gets so many points for a mark of the key, for this reason.
    Override(String, String, f64, String),
    /// The rubric's points hold again.
    Restore(String, String),
    /// A pupil's mark becomes a mark of the key, with an explanation, which may be empty.
    Add(String, String, String),
    /// A pupil's mark is accepted instead of a mark of the key.
    Accept(String, String, String),
    /// What was added to the key leaves it.
    Drop(String),
}

/// Why something is not done with a class. Nothing was changed then.
#[derive(Clone, Debug, PartialEq)]
pub enum ClassError {
    /// The line cannot be taken apart.
    Tokens(QuoteError),
    /// The line is none of the forms.
    NoAction,
    /// Nothing is graded yet.
    NoClass,
    /// No pupil is called so.
    UnknownPupil(String),
    /// Several pupils are called so.
    SeveralPupils(String),
    /// The key has no such mark.
    UnknownKeyMark(String),
    /// The pupil has no such mark.
    UnknownMark(String),
    /// Nothing was added to the key that is called so.
    NotAdded(String),
    /// It is no number of points.
    NoPoints(String),
    /// Points were set without a reason.
    NoReason,
    /// Nothing was set by hand there.
    NotOverridden,
    /// The rubric is none.
    Rubric(RubricFault),
    /// There is no step to go that way.
    NoStep(Way),
}

impl fmt::Display for ClassError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tokens(error) => error.fmt(f),
            Self::NoAction => f.write_str("there is no such action"),
            Self::NoClass => f.write_str("nothing is graded yet"),
            Self::UnknownPupil(name) => write!(f, "no pupil is called `{name}`"),
            Self::SeveralPupils(name) => write!(f, "several pupils are called `{name}`"),
            Self::UnknownKeyMark(name) => write!(f, "the key has no mark `{name}`"),
            Self::UnknownMark(name) => write!(f, "the pupil has no mark `{name}`"),
            Self::NotAdded(name) => write!(f, "no mark `{name}` was added to the key"),
            Self::NoPoints(word) => write!(f, "`{word}` is no number of points"),
            Self::NoReason => f.write_str("points that are set by hand need a reason"),
            Self::NotOverridden => f.write_str("no points were set by hand there"),
            Self::Rubric(fault) => fault.fmt(f),
            Self::NoStep(Way::Back) => f.write_str("nothing was decided that can be taken back"),
            Self::NoStep(Way::Forth) => f.write_str("nothing was taken back that can be done again"),
        }
    }
}

impl std::error::Error for ClassError {}

impl ClassError {
    /// What to do.
    pub fn hint(&self) -> Option<&'static str> {
        match self {
            Self::Tokens(error) => Some(error.hint()),
            Self::NoAction => Some(
                "override PUPIL MARK POINTS 'REASON', override PUPIL MARK none, key-add PUPIL MARK ['WHY'], \
                 key-accept PUPIL MARK KEY-MARK, key-drop MARK, collect PATH…, collect-before PATH…, discard PATH",
            ),
            Self::SeveralPupils(_) => Some("use the first digits of the id"),
            Self::UnknownKeyMark(_) => Some("use its number in the order of the text, or its id"),
            Self::NoPoints(_) => Some("write a number from 0 on"),
            _ => None,
        }
    }
}

impl fmt::Display for ClassAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let row = |words: &[String]| words.iter().map(|one| word(one)).collect::<Vec<_>>().join(" ");
        match self {
            Self::Collect(paths) => write!(f, "collect {}", row(paths)),
            Self::CollectBefore(paths) => write!(f, "collect-before {}", row(paths)),
            Self::Discard(path) => write!(f, "discard {}", word(path)),
            Self::KeyOf(person) => write!(f, "key-of {} {}", person.id.0.simple(), word(&person.name)),
            Self::Weigh(Some(rubric)) => write!(f, "weigh {}", quote(rubric)),
            Self::Weigh(None) => f.write_str("weigh"),
            Self::Override(pupil, mark, points, reason) => {
                write!(f, "override {} {} {points} {}", word(pupil), word(mark), quote(reason))
            }
            Self::Restore(pupil, mark) => write!(f, "override {} {} none", word(pupil), word(mark)),
            Self::Add(pupil, mark, why) if why.is_empty() => {
                write!(f, "key-add {} {}", word(pupil), word(mark))
            }
            Self::Add(pupil, mark, why) => {
                write!(f, "key-add {} {} {}", word(pupil), word(mark), quote(why))
            }
            Self::Accept(pupil, mark, key) => {
                write!(f, "key-accept {} {} {}", word(pupil), word(mark), word(key))
            }
            Self::Drop(mark) => write!(f, "key-drop {}", word(mark)),
        }
    }
}

/// As one token.
fn word(text: &str) -> String {
    let is_word = !text.is_empty() && !text.contains(|c: char| c.is_whitespace() || c == '\'');
    if is_word { text.to_owned() } else { quote(text) }
}

impl FromStr for ClassAction {
    type Err = ClassError;

    fn from_str(line: &str) -> Result<Self, ClassError> {
        let tokens = tokens(line).map_err(ClassError::Tokens)?;
        let words: Vec<&str> = tokens.iter().map(crate::text::quoted::Token::text).collect();
        let own = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        Ok(match words.as_slice() {
            ["collect", paths @ ..] if !paths.is_empty() => Self::Collect(own(paths)),
            ["collect-before", paths @ ..] if !paths.is_empty() => Self::CollectBefore(own(paths)),
            ["discard", path] => Self::Discard((*path).to_owned()),
            ["key-of", id, name] => {
                let id = crate::layer::AnnotatorId::from_digits(id).ok_or(ClassError::NoAction)?;
                Self::KeyOf(Annotator::new(id, name))
            }
            ["weigh"] => Self::Weigh(None),
            ["weigh", rubric] => Self::Weigh(Some((*rubric).to_owned())),
            ["override", pupil, mark, "none"] => Self::Restore((*pupil).to_owned(), (*mark).to_owned()),
            ["override", pupil, mark, points, reason] => {
                let number = points.parse().ok().filter(|points| (0.0..=MOST_POINTS).contains(points));
                let number = number.ok_or_else(|| ClassError::NoPoints((*points).to_owned()))?;
                Self::Override((*pupil).to_owned(), (*mark).to_owned(), number, (*reason).to_owned())
            }
            ["key-add", pupil, mark] => Self::Add((*pupil).to_owned(), (*mark).to_owned(), String::new()),
            ["key-add", pupil, mark, why] => {
                Self::Add((*pupil).to_owned(), (*mark).to_owned(), (*why).to_owned())
            }
            ["key-accept", pupil, mark, key] => {
                Self::Accept((*pupil).to_owned(), (*mark).to_owned(), (*key).to_owned())
            }
            ["key-drop", mark] => Self::Drop((*mark).to_owned()),
            _ => return Err(ClassError::NoAction),
        })
    }
}

/// The pupil who is called so: by the name that is shown, by the own one, or by digits of the id.
pub(super) fn pupil<'a>(book: &'a ClassBook, who: &str) -> Result<&'a Pupil, ClassError> {
    if let Some(nth) = book.names.iter().position(|name| name == who) {
        return book.pupils.get(nth).ok_or(ClassError::NoClass);
    }
    let found = book.pupils.iter().filter(|pupil| pupil.handed.person.answers_to(who));
    match found.collect::<Vec<_>>()[..] {
        [only] => Ok(only),
        [] => Err(ClassError::UnknownPupil(who.to_owned())),
        _ => Err(ClassError::SeveralPupils(who.to_owned())),
    }
}

/// The mark of the key that is called so.
pub(super) fn key_mark(book: &ClassBook, mark: &str) -> Result<AnnotationId, ClassError> {
    let key = book.marking.key();
    let by_number = mark.parse::<usize>().ok().and_then(|nth| key.get(nth.checked_sub(1)?)?.id());
    let by_id = || key.iter().filter_map(KeyMark::id).find(|id| id.answers_to(mark));
    by_number.or_else(by_id).ok_or_else(|| ClassError::UnknownKeyMark(mark.to_owned()))
}

/// The mark of a pupil that is called so.
pub(super) fn mark_of(pupil: &Pupil, mark: &str) -> Result<AnnotationId, ClassError> {
    let words = &pupil.handed.words;
    let by_id = words.keys().find(|id| id.answers_to(mark));
    let by_words = || {
        let mut found = words.iter().filter(|(_, (quote, _))| quote == mark).map(|(id, _)| id);
        found.next().filter(|_| found.next().is_none())
    };
    by_id.or_else(by_words).copied().ok_or_else(|| ClassError::UnknownMark(mark.to_owned()))
}
