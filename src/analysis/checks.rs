//! What is worth a second look in what was marked, as a linter has it: each finding with what mends it.

mod mending;
mod same_words;
#[cfg(test)]
mod tests;

pub use mending::{Deed, Mend, Where};

use super::marked::{Marked, all};
use super::threads::{Broken, Threads};
use crate::layer::{AnnotationId, Codebook, Figure, FolderLayer, RelationSlug, Search, TagId};
use crate::library::{Entry, FigureRow, MarkRow};
use crate::text::names;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

/// One thing to be looked at.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The mark; `None` for what was looked for in the whole folder.
    pub mark: Option<Marked>,
    /// What it is.
    pub check: Check,
}

/// What is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Check {
    /// A denial of which nobody says what it denies.
    NothingDenied,
    /// A relation whose other end is not there.
    BrokenLink {
        /// Which relation.
        kind: RelationSlug,
        /// The end that is not there.
        gone: AnnotationId,
        /// Whether the relation starts at the end that is.
        starts_here: bool,
        /// The words that the other end last had; empty where nobody knows them.
        words: Box<str>,
    },
    /// A report that counts nobody.
    NoFigure,
    /// A report without a source, of which nobody said that it has none.
    NoSource,
    /// A count without a date.
    NoDate,
    /// The figure of these words, which counts otherwise than they do when they are read today.
    OtherFigure {
        /// Which figure of the mark, from 0.
        nth: usize,
        /// The words.
        wording: Box<str>,
        /// What the mark says.
        stated: String,
        /// What the words say.
        read: String,
    },
    /// A figure in a mark none of whose tags carries one.
    FigureInOpinion,
    /// These words are asserted as one person marked them, and judge as another one did.
    ClaimAndOpinion {
        /// The other one.
        person: String,
        /// The other one's tag.
        tag: TagId,
    },
    /// A source or a blamed party that stands in no register.
    Unregistered(String),
    /// What a person looked for and did not find; and in how many marks it stands by now.
    NotFound {
        /// The words.
        words: String,
        /// Where and how, by the person's words.
        note: String,
        /// Who looked.
        person: String,
        /// In so many marks it stands now.
        n_now: usize,
    },
}

impl Check {
    /// What it is called in JSON, and by settings.
    pub fn name(&self) -> &'static str {
        match self {
            Self::NothingDenied => "nothing-denied",
            Self::BrokenLink { .. } => "broken-link",
            Self::NoFigure => "no-figure",
            Self::NoSource => "no-source",
            Self::NoDate => "no-date",
            Self::OtherFigure { .. } => "other-figure",
            Self::FigureInOpinion => "figure-in-opinion",
            Self::ClaimAndOpinion { .. } => "claim-and-opinion",
            Self::Unregistered(_) => "unregistered-name",
            Self::NotFound { .. } => "not-found",
        }
    }
}

impl fmt::Display for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NothingDenied => f.write_str("denies, and nobody says what"),
            Self::BrokenLink { kind, words, .. } if words.is_empty() => {
                write!(f, "is linked as `{kind}` with a mark that is not there")
            }
            Self::BrokenLink { kind, words, .. } => {
                write!(f, "is linked as `{kind}` with a mark that is not there: “{words}”")
            }
            Self::NoFigure => f.write_str("counts nobody"),
            Self::NoSource => f.write_str("has no source"),
            Self::NoDate => f.write_str("has a count without a date"),
            Self::OtherFigure { wording, stated, read, .. } => {
                write!(f, "says {stated}, and “{wording}” is read as {read}")
            }
            Self::FigureInOpinion => f.write_str("holds a figure, which none of its tags carries"),
            Self::ClaimAndOpinion { person, .. } => {
                write!(f, "judges or asserts, and {person} has it the other way")
            }
            Self::Unregistered(name) => write!(f, "names `{name}`, who stands in no register"),
            Self::NotFound { words, note, person, n_now: 0 } if note.is_empty() => {
                write!(f, "{person} looked for `{words}` and did not find it")
            }
            Self::NotFound { words, note, person, n_now: 0 } => {
                write!(f, "{person} looked for `{words}` and did not find it: {note}")
            }
            Self::NotFound { words, person, n_now, .. } => {
                write!(f, "{person} looked for `{words}` in vain, and it stands in {n_now} marks now")
            }
        }
    }
}

impl Finding {
    /// What mends it, in words; an action where one does. `ID` stands for what a person has to choose.
    pub fn fix(&self) -> String {
        let id = self.mark.as_ref().map(|mark| mark.id().0.simple().to_string()).unwrap_or_default();
        match &self.check {
            Check::NothingDenied => format!("link {id} denies ID, or word what it implies: imply claim '…'"),
            Check::BrokenLink { kind, gone, starts_here, .. } => {
                let gone = gone.0.simple();
                if *starts_here {
                    format!("unlink {id} {kind} {gone}, or link it with another one")
                } else {
                    format!("unlink {gone} {kind} {id}, or link it with another one")
                }
            }
            Check::NoFigure => format!("figure {id} '…', or tag it otherwise"),
            Check::NoSource => format!("source {id} '…', or source {id} 'unattributed'"),
            Check::NoDate => "give the figure its date".to_owned(),
            Check::OtherFigure { wording, .. } => {
                format!("figure {id} {}", crate::text::quoted::quote(wording))
            }
            Check::FigureInOpinion => format!("figure {id} '', or tag it as a report too"),
            Check::ClaimAndOpinion { tag, .. } => format!("talk about it, or retag {id} {tag}"),
            Check::Unregistered(name) => format!("actor group {}", crate::text::quoted::quote(name)),
            Check::NotFound { words, n_now: 0, .. } => {
                format!("look again, or not-found remove {}", crate::text::quoted::quote(words))
            }
            Check::NotFound { words, .. } => {
                format!("not-found remove {}", crate::text::quoted::quote(words))
            }
        }
    }
}

/// All that is worth a look in these articles: by article and place, what is about the folder last.
pub fn findings(entries: &[Arc<Entry>], codebook: &Codebook, registers: &[Arc<FolderLayer>]) -> Vec<Finding> {
    let threads = Threads::of(entries, codebook, registers);
    let mut found: Vec<Finding> = Vec::new();
    let mut add = |mark: &Marked, check| found.push(Finding { mark: Some(mark.clone()), check });
    // Of one that lost what it denied the broken link is told.
    let broken: BTreeSet<_> = threads.broken.iter().map(|broken| broken.mark.id()).collect();
    threads.open.iter().filter(|mark| !broken.contains(&mark.id())).for_each(|mark| {
        add(mark, Check::NothingDenied);
    });
    for Broken { mark, kind, starts_here, gone, words } in &threads.broken {
        let (kind, gone, starts_here, words) = (kind.clone(), *gone, *starts_here, words.clone());
        add(mark, Check::BrokenLink { kind, gone, starts_here, words });
    }
    let has_register = registers.iter().any(|layer| layer.actors().next().is_some());
    for mark in all(entries) {
        of_row(mark.row(), codebook).into_iter().for_each(|check| add(&mark, check));
        if has_register {
            unregistered(mark.row(), registers).into_iter().for_each(|check| add(&mark, check));
        }
    }
    for (mark, check) in same_words::claims_and_opinions(entries, codebook) {
        add(&mark, check);
    }
    found.sort_by_cached_key(|finding| {
        finding
            .mark
            .as_ref()
            .map(|mark| (Arc::clone(&mark.entry().path), mark.row().place.map(|at| at.start())))
    });
    found.extend(not_found(entries, registers));
    found
}

/// What one mark by itself lacks.
fn of_row(row: &MarkRow, codebook: &Codebook) -> Vec<Check> {
    let tags: Vec<_> = row.tags.iter().filter_map(|tag| codebook.tag(tag)).collect();
    let carries = |what| tags.iter().any(|tag| tag.carries(what));
    let mut found = Vec::new();
    if carries("figure") {
        if row.figures.is_empty() {
            found.push(Check::NoFigure);
        } else if carries("date") && row.figures.iter().all(|figure| figure.when.is_none()) {
            found.push(Check::NoDate);
        }
        if carries("source") && row.sources.is_empty() && !row.is_unattributed {
            found.push(Check::NoSource);
        }
    } else if !tags.is_empty() && !row.figures.is_empty() {
        found.push(Check::FigureInOpinion);
    }
    for (nth, figure) in row.figures.iter().enumerate() {
        if let Some(read) = read_anew(figure) {
            let (wording, stated, read) = (figure.wording.clone(), figure.interval(), read.interval());
            found.push(Check::OtherFigure { nth, wording, stated, read });
        }
    }
    found
}

fn read_anew(figure: &FigureRow) -> Option<Figure> {
    let FigureRow { wording, low, high, stated, convention, .. } = figure;
    let (low, high, stated, convention) = (*low, *high, *stated, convention.clone());
    Figure { wording: wording.to_string(), low, high, stated, convention, ..Figure::default() }.read_anew()
}

fn unregistered(row: &MarkRow, registers: &[Arc<FolderLayer>]) -> Vec<Check> {
    let blamed = row.figures.iter().filter_map(|figure| figure.blamed.as_deref());
    let names: BTreeSet<&str> =
        row.sources.iter().map(|source| &*source.name).chain(blamed).map(str::trim).collect();
    let is_known = |name: &str| registers.iter().any(|layer| layer.actor_called(name).is_some());
    let unknown = names.into_iter().filter(|name| !name.is_empty() && !is_known(name));
    unknown.map(|name| Check::Unregistered(name.to_owned())).collect()
}

fn not_found(entries: &[Arc<Entry>], registers: &[Arc<FolderLayer>]) -> Vec<Finding> {
    let mut found = Vec::new();
    for layer in registers {
        for Search { words, note, .. } in layer.searches() {
            let n_now = all(entries).filter(|mark| names::is_in(words, &mark.row().quote)).count();
            let person = layer.annotator.name.clone();
            let check = Check::NotFound { words: words.clone(), note: note.clone(), person, n_now };
            found.push(Finding { mark: None, check });
        }
    }
    found
}
