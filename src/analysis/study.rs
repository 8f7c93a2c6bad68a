//! What the pages about a folder ask of it: what is disputed, who is named how, what is worth a second look, who has done
//! what;
//! answered from a snapshot of the rows, on whatever thread.

use super::actors::Actors;
use super::checks::{Finding, findings};
use super::ledger::Whose;
use super::progress::Progress;
use super::threads::Threads;
use crate::layer::FolderLayer;
use crate::library::Library;
use crate::library::table::Rows;
use std::sync::Arc;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// What is disputed.
    Threads,
    /// Who is named how, by whose register.
    Actors(Whose),
    /// What is worth a second look.
    Checks,
    /// Who has done what.
    Progress,
}

/// A question about a folder in one state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Of the folder.
    pub revision: u64,
    /// What is asked.
    pub question: Question,
}

impl Asked {
    /// A question about a folder as it is now.
    pub fn of(library: &Library, question: Question) -> Self {
        Self { revision: library.revision(), question }
    }
}

/// The answer.
#[derive(Clone, Debug)]
pub enum Answer {
    /// What is disputed.
    Threads(Arc<Threads>),
    /// Who is named how.
    Actors(Arc<Actors>),
    /// What is worth a second look.
    Checks(Arc<Vec<Finding>>),
    /// Who has done what.
    Progress(Arc<Progress>),
}

/// An answer that is to be found, on whatever thread.
#[derive(Clone, Debug)]
pub struct StudyJob {
    rows: Rows,
    registers: Vec<Arc<FolderLayer>>,
    asked: Asked,
}

impl StudyJob {
    /// Of a folder as it is now.
    pub fn new(library: &Library, question: Question) -> Self {
        Self { rows: library.snapshot(), registers: library.registers(), asked: Asked::of(library, question) }
    }

    /// Finds it.
    pub fn run(self) -> (Asked, Answer) {
        let Self { rows, mut registers, asked } = self;
        let (entries, codebook) = (rows.entries(), rows.codebook());
        let answer = match asked.question {
            Question::Threads => Answer::Threads(Arc::new(Threads::of(entries, codebook, &registers))),
            Question::Actors(whose) => {
                registers.retain(|layer| whose.is_followed(layer.annotator.id));
                Answer::Actors(Arc::new(Actors::of(entries, &registers)))
            }
            Question::Checks => Answer::Checks(Arc::new(findings(entries, codebook, &registers))),
            Question::Progress => Answer::Progress(Arc::new(Progress::of(entries))),
        };
        (asked, answer)
    }
}
