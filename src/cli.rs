//! The command line: words in, actions and questions, text out.
//!
//! Knows no window, and nothing of the disk but the [`Host`]. One file for each command; what they
//! share is how articles are opened (`articles`) and how text is printed (`print`).

mod actors;
mod annotate;
pub mod args;
mod articles;
mod asked;
mod assign;
mod changes;
mod check;
mod compare;
mod counts;
mod csv;
mod export;
mod figures;
mod find;
mod folder;
mod grade;
mod history;
mod import;
mod incidents;
mod init;
mod json;
mod ledger;
mod lint;
mod list;
mod paint;
mod place;
mod placed;
pub mod print;
mod propose;
mod report;
mod row;
mod run;
mod search;
mod settle;
mod show;
mod text;
mod threads;
mod verify;
mod voices;
mod walk;

pub use args::{Args, Command};
pub use print::Printer;

use crate::host::Host;
use crate::library::OpenError;
use crate::session::ActionError;
use crate::session::SaveError;
use args::Colour;
use std::io::Read;

/// What the commands need of the world.
pub struct World<'a> {
    /// Files, clock, chance.
    pub host: &'a mut dyn Host,
    /// What `postil run` reads.
    pub input: &'a mut dyn Read,
    /// What was asked for.
    pub out: Printer<'a>,
    /// Errors, hints and warnings.
    pub err: Printer<'a>,
    /// Whether `out` is a terminal that is to have colours.
    pub has_colours: bool,
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// All was done.
    Done,
    /// All was done, and a person should look at what was found.
    Findings,
    /// Something could not be read, understood or written.
    Unusable,
}

impl From<End> for std::process::ExitCode {
    fn from(end: End) -> Self {
        Self::from(match end {
            End::Done => 0,
            End::Findings => 1,
            End::Unusable => 2,
        })
    }
}

/// Why a command stopped.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Nobody reads on: `postil list | head`. No mistake.
    Closed,
    /// Something is wrong, and the person is told.
    Refused(Refusal),
}

/// What is wrong, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    message: String,
    hints: Vec<String>,
}

impl Refusal {
    fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), hints: Vec::new() }
    }

    fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<ActionError> for Refusal {
    fn from(error: ActionError) -> Self {
        Self { hints: error.hint().into_iter().collect(), message: error.to_string() }
    }
}

impl From<ActionError> for Stop {
    fn from(error: ActionError) -> Self {
        Self::Refused(error.into())
    }
}

impl From<OpenError> for Refusal {
    fn from(error: OpenError) -> Self {
        Self::new(error.to_string()).hint(error.hint())
    }
}

impl From<OpenError> for Stop {
    fn from(error: OpenError) -> Self {
        Self::Refused(error.into())
    }
}

/// Does what `command` says and tells how it ended; whatever is wrong has been printed.
pub fn run(command: &Command, world: &mut World<'_>) -> End {
    let done = match command {
        Command::Text(args) => text::run(args, world),
        Command::Find(args) => find::run(args, world),
        Command::Search(args) => search::run(args, world),
        Command::Show(args) => show::run(args, world),
        Command::List(args) => list::run(args, world),
        Command::Annotate(args) => annotate::run(args, world),
        Command::Run(args) => run::run(args, world),
        Command::Check(args) => check::run(args, world),
        Command::Compare(args) => compare::run(args, world),
        Command::Settle(args) => settle::run(args, world),
        Command::Assign(args) => assign::assign(args, world),
        Command::Unpack(args) => assign::unpack(args, world),
        Command::Handin(args) => assign::handin(args, world),
        Command::Grade(args) => grade::run(args, world),
        Command::Seal(args) => assign::seal_file(args, world),
        Command::Unseal(args) => assign::unseal_file(args, world),
        Command::Figures(args) => figures::run(args, world),
        Command::Threads(args) => threads::run(args, world),
        Command::Actors(args) => actors::run(args, world),
        Command::Lint(args) => lint::run(args, world),
        Command::Propose(args) => propose::run(args, world),
        Command::Changes(args) => changes::run(args, world),
        Command::Sources(args) => ledger::sources(args, world),
        Command::Incidents(args) => incidents::run(args, world),
        Command::Voices(args) => voices::run(args, world),
        Command::Counts(args) => counts::run(args, world),
        Command::Ledger(args) => ledger::run(args, world),
        Command::Report(args) => report::run(args, world),
        Command::Verify(args) => verify::run(args, world),
        Command::Export(args) => export::run(args, world),
        Command::Import(args) => import::run(args, world),
        Command::Init(args) => init::run(args, world),
        Command::Place(args) => place::run(args, world),
        Command::History(args) => history::run(args, world),
    };
    match done.and_then(|end| world.out.flush().map(|()| end)) {
        Ok(end) => end,
        Err(Stop::Closed) => End::Done,
        Err(Stop::Refused(refusal)) => {
            world.refuse(&refusal);
            End::Unusable
        }
    }
}

impl World<'_> {
    /// Prints what is wrong. Where even that cannot be printed, the exit code says it.
    fn refuse(&mut self, refusal: &Refusal) {
        self.tell("error", &refusal.message);
        for hint in &refusal.hints {
            self.tell("hint", hint);
        }
    }

    fn warn(&mut self, warning: &str) {
        self.tell("warning", warning);
    }

    /// Says what the person may want to know, where nothing is wrong.
    fn note(&mut self, words: &str) {
        self.tell("note", words);
    }

    fn tell(&mut self, what: &str, words: &str) {
        // What was printed so far shall stand before it, where both go to one terminal.
        drop(self.out.flush());
        drop(self.err.line(&format!("{what}: {words}")));
        drop(self.err.flush());
    }

    fn wants_colours(&self, colour: Colour) -> bool {
        match colour {
            Colour::Auto => self.has_colours,
            Colour::Always => true,
            Colour::Never => false,
        }
    }
}

/// Saving did not work.
fn not_saved(error: SaveError) -> Refusal {
    Refusal::new(error.to_string())
        .hint("nothing was written; the article and the marks in its files are as they were")
}

/// `1 mark`, `2 marks`.
fn count(n: usize, one: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") }
}
