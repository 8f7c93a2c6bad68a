//! A teacher's assignment in the making: an article, the marks that are the key, what pupils are to do, how marks
//! are weighed, and a pass-phrase for the key.

use super::rubric;
use crate::analysis::agreement::Marked;
use crate::analysis::grading::{ALTERNATIVE, OPTIONAL, Rubric, key_of};
use crate::anchor::{Passage, Placement};
use crate::exchange::bundle::{Bundle, BundleFault};
use crate::exchange::seal::{self, SealError, seal};
use crate::host::{Chance, Host, HostError};
use crate::layer::{Annotation, AnnotationId, Annotator, AnnotatorId, RelationSlug, TagId};
use crate::session::{Action, MarkRef, Session};
use crate::text::TextRange;
use std::fmt;
use std::path::{Path, PathBuf};

/// The longest article, in bytes.
const MOST_BYTES: usize = 64 << 20;

/// An assignment before it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The article's file.
    pub article: PathBuf,
    /// Its name.
    pub name: String,
    /// Whose marks are the key.
    pub key_by: Annotator,
    /// The layer that is the key, as it stands now, saved or not.
    pub key: Vec<u8>,
    /// How many marks are in it.
    pub n_marks: usize,
    /// What pupils are to do; nothing where it is empty.
    pub instructions: String,
    /// How marks are weighed.
    pub rubric: Rubric,
    /// What closes the key, if anything.
    pub pass_phrase: Option<String>,
}

/// Why an assignment is not made. Nothing was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MakingFault {
    /// That person has no marks here.
    NoMarks(String),
    /// None of the marks has a tag and a place in the text.
    NoKey(String),
    /// The article cannot be read.
    Article(HostError),
    /// The key cannot be sealed.
    Seal(SealError),
    /// What comes of it would be no assignment.
    Bundle(BundleFault),
    /// There is a file of that name.
    Exists(PathBuf),
    /// The file cannot be written.
    NotWritten(PathBuf, HostError),
}

impl fmt::Display for MakingFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoMarks(name) => write!(f, "there are no marks by `{name}`"),
            Self::NoKey(name) => write!(f, "no mark by `{name}` has a tag and a place in the text"),
            Self::Article(error) => write!(f, "the article cannot be read: {error}"),
            Self::Seal(error) => error.fmt(f),
            Self::Bundle(fault) => fault.fmt(f),
            Self::Exists(path) => write!(f, "there is a `{}` already", path.display()),
            Self::NotWritten(path, error) => write!(f, "cannot write `{}`: {error}", path.display()),
        }
    }
}

impl std::error::Error for MakingFault {}

/// A mark of a key, as a teacher looks it over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyLine {
    /// The mark.
    pub id: AnnotationId,
    /// Its tags.
    pub tags: Vec<TagId>,
    /// Its words.
    pub quote: String,
    /// Other marks that are accepted for it, with their words.
    pub alternatives: Vec<(AnnotationId, String)>,
    /// Whether it may be left out.
    pub is_optional: bool,
    /// Why it is so.
    pub explanation: String,
    /// The mark of the key before it that it overlaps, for which it could be another answer; with its words.
    pub overlapped: Option<(AnnotationId, String)>,
}

impl Draft {
    /// Of an open article with the marks of a person.
    pub fn of(session: &Session, person: AnnotatorId) -> Result<Self, MakingFault> {
        let placed = session.layers().iter().find(|placed| placed.layer.annotator.id == person);
        let placed = placed.zip(session.desk_of(person));
        let (placed, desk) = placed.ok_or_else(|| MakingFault::NoMarks(person.handle()))?;
        let name = placed.layer.annotator.name.clone();
        if key_lines(session, person).is_empty() {
            return Err(MakingFault::NoKey(name));
        }
        let mut file = desk.file().clone();
        let at = placed.layer.annotations().map(|mark| mark.modified.unwrap_or(mark.created)).max();
        let key = file.write(&placed.layer, at.unwrap_or(placed.layer.created));
        Ok(Self {
            article: session.path().to_owned(),
            name: session.file_name(),
            key_by: placed.layer.annotator.clone(),
            key,
            n_marks: placed.layer.annotations().len(),
            instructions: String::new(),
            rubric: Rubric::default(),
            pass_phrase: None,
        })
    }

    /// The assignment, sealed where there is a pass-phrase.
    pub fn bundle(&self, host: &mut dyn Host) -> Result<Bundle, MakingFault> {
        let article = host.read(&self.article, MOST_BYTES).map_err(MakingFault::Article)?;
        let codebook = host.codebook_for(&self.article).and_then(|(_, read)| read.ok());
        let (mut key, mut commitment) = (self.key.clone(), None);
        if let Some(pass_phrase) = &self.pass_phrase {
            let sealed = seal(&key, pass_phrase, &chance(host)).map_err(MakingFault::Seal)?;
            commitment = Some(seal::commitment(&sealed, &key).map_err(MakingFault::Seal)?);
            key = sealed;
        }
        let instructions = self.instructions.trim();
        let bundle = Bundle {
            name: self.name.clone(),
            article,
            codebook,
            instructions: (!instructions.is_empty()).then(|| format!("{instructions}\n")),
            rubric: rubric::write(&self.rubric),
            key,
            commitment,
        };
        Bundle::read(&bundle.write()).map_err(MakingFault::Bundle)?;
        Ok(bundle)
    }

    /// Writes it, and gives what was published of the key. A file that is there stays, unless it is to be
    /// replaced.
    pub fn write(
        &self,
        out: &Path,
        replaces: bool,
        host: &mut dyn Host,
    ) -> Result<Option<String>, MakingFault> {
        if !replaces && host.stamp(out).is_some() {
            return Err(MakingFault::Exists(out.to_owned()));
        }
        let bundle = self.bundle(host)?;
        let written = host.write(out, &bundle.write());
        written.map_err(|error| MakingFault::NotWritten(out.to_owned(), error))?;
        Ok(bundle.commitment)
    }
}

/// The key that a person's marks in an open article are.
pub fn key_lines(session: &Session, person: AnnotatorId) -> Vec<KeyLine> {
    let Some(placed) = session.layers().iter().find(|placed| placed.layer.annotator.id == person) else {
        return Vec::new();
    };
    let key = key_of(&Marked::of(placed, session.document()), &placed.layer);
    let quote = |id: AnnotationId| placed.layer.annotation(id).map(Annotation::quote).unwrap_or_default();
    let mut lines: Vec<KeyLine> = Vec::new();
    for (nth, mark) in key.iter().enumerate() {
        let Some(main) = mark.accepted.first() else { continue };
        let before = key.iter().take(nth).filter_map(|other| other.accepted.first());
        let overlapped =
            before.filter(|other| 0 < other.overlap(main)).max_by_key(|other| other.overlap(main));
        let alternatives = mark.accepted.iter().skip(1);
        lines.push(KeyLine {
            id: main.id,
            tags: main.tags.clone(),
            alternatives: alternatives.map(|other| (other.id, quote(other.id))).collect(),
            overlapped: overlapped.map(|other| (other.id, quote(other.id))),
            quote: mark.quote.clone(),
            is_optional: mark.is_optional,
            explanation: mark.explanation.clone(),
        });
    }
    lines
}

/// What a mark is in the key that its layer would be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KeyRole {
    /// Whether it may be left out.
    pub is_optional: bool,
    /// The mark for which it is another answer.
    pub stands_for: Option<AnnotationId>,
}

/// What a mark is in the key.
pub fn key_role(session: &Session, mark: AnnotationId) -> KeyRole {
    let relations = session.article().relations_of(mark);
    let own = relations.map(|(_, relation)| relation).filter(|relation| relation.from == mark);
    let mut role = KeyRole::default();
    for relation in own {
        match relation.kind.as_str() {
            OPTIONAL => role.is_optional = true,
            ALTERNATIVE if relation.to != mark => role.stands_for = Some(relation.to),
            _ => {}
        }
    }
    role
}

/// The action that has a mark be left out without cost, or no longer.
pub fn toggle_optional(session: &Session, mark: AnnotationId) -> Action {
    let name = mark.0.simple().to_string();
    match key_role(session, mark).is_optional {
        true => Action::Unlink(name.clone(), RelationSlug::new(OPTIONAL), name),
        false => Action::Accept(name, None),
    }
}

/// The action that has a mark be another answer for `other`, or no longer.
pub fn toggle_alternative(session: &Session, mark: AnnotationId, other: AnnotationId) -> Action {
    let (name, to) = (mark.0.simple().to_string(), other.0.simple().to_string());
    match key_role(session, mark).stands_for {
        Some(stands_for) => {
            Action::Unlink(name, RelationSlug::new(ALTERNATIVE), stands_for.0.simple().to_string())
        }
        None => Action::Accept(name, Some(to)),
    }
}

/// The mark of the same layer that a mark overlaps most and for which it could be another answer; the one for
/// which it is, where it is one.
pub fn could_stand_for(session: &Session, mark: AnnotationId) -> Option<AnnotationId> {
    let role = key_role(session, mark);
    if role.stands_for.is_some() {
        return role.stands_for;
    }
    let found = session.mark(mark)?;
    let passage = found.placement?.passage()?;
    let person = found.layer.layer.annotator.id;
    let near = session.pieces_in(passage.hull()?).into_iter().map(|(other, _)| other);
    let near = near.filter(|other| other.annotation.id != mark && other.layer.layer.annotator.id == person);
    let near = near.filter(|other| key_role(session, other.annotation.id).stands_for.is_none());
    let shared = |other: &MarkRef<'_>| {
        let other = other.placement.and_then(Placement::passage);
        other.map_or(0, |other| overlap(passage, other))
    };
    near.filter(|other| 0 < shared(other)).max_by_key(shared).map(|other| other.annotation.id)
}

/// How many bytes both cover.
fn overlap(one: &Passage, other: &Passage) -> usize {
    let shared = |a: &TextRange, b: &TextRange| {
        a.end().min(b.end()).to_usize().saturating_sub(a.start().max(b.start()).to_usize())
    };
    let others = |a: &TextRange| -> usize { other.pieces().iter().map(|b| shared(a, b)).sum() };
    one.pieces().iter().map(others).sum()
}

/// Salt and nonce for something that is sealed.
pub fn chance(host: &mut dyn Chance) -> seal::Chance {
    let mut chance = [0; 40];
    for part in chance.chunks_mut(16) {
        let random = host.fresh_uuid();
        part.iter_mut().zip(random.as_bytes()).for_each(|(to, from)| *to = *from);
    }
    chance
}
