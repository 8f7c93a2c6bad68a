//! Reads strangers' files apart, draws their pages and takes pictures out of them: in a process of its own,
//! which is this program once more, within limits on memory and time. A file that hangs, eats memory or brings a reader down ends that process and nothing else.
//!
//! Which program that is `main.rs` says, since only there it is known: a test or another program that uses
//! the library is no Postil. Without it, or where the system starts nothing, the file is read by a thread
//! within the same time; a thread can be left behind but neither ended nor held to its memory, which the
//! importers' own caps have to do.

mod child;
mod runner;
mod thread;

pub use child::answer;

use crate::document::import::{self, ImportError, Options};
use crate::document::packed::{Asked, Wanted, unpack, unpack_page, unpack_parts};
use crate::document::page_picture::{PagePicture, PageWanted};
use crate::document::{Document, ImportWarning, Warned};
use runner::{Ended, Fault};
use std::ffi::OsString;
use std::fmt;
use std::panic::UnwindSafe;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

/// The argument by which the program reads one file and is gone.
pub const ARGUMENT: &str = "--read-apart";

/// The most of a document that is taken home, in bytes: its pictures may have 128 MiB of addresses.
const MOST_ANSWERED: usize = 384 << 20;

/// What an import gives.
type Imported = Result<Warned<Document, ImportWarning>, ImportError>;

/// What may be taken to read one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// In seconds, by the clock and of a processor.
    pub seconds: u64,
    /// In MiB of address space; only Unix has such a limit.
    pub memory: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { seconds: 30, memory: 1024 }
    }
}

/// Whether somebody still waits.
pub(super) type IsWanted = Arc<dyn Fn() -> bool + Send + Sync>;

/// How strangers' files are read.
#[derive(Clone)]
pub(super) struct Apart {
    /// The program with its arguments; `None` where a thread reads.
    command: Option<Vec<OsString>>,
    limits: Limits,
    pub(super) is_wanted: IsWanted,
}

impl Default for Apart {
    fn default() -> Self {
        Self { command: None, limits: Limits::default(), is_wanted: Arc::new(|| true) }
    }
}

impl fmt::Debug for Apart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Apart").field("command", &self.command).field("limits", &self.limits).finish()
    }
}

impl Apart {
    pub(super) fn by(command: Vec<OsString>, limits: Limits) -> Self {
        Self { command: Some(command).filter(|command| !command.is_empty()), limits, ..Self::default() }
    }

    /// Makes a document of a file's bytes.
    pub(super) fn read(&self, bytes: &[u8], name: &str, options: &Options) -> Imported {
        let wanted = Wanted::Document { name, options: options.clone() };
        self.ask(wanted, bytes, unpack).unwrap_or_else(|| {
            let (bytes, name, options) = (bytes.to_owned(), name.to_owned(), options.clone());
            self.by_thread(move || import::import(&bytes, &name, &options))
        })
    }

    /// Draws a page of a file.
    pub(super) fn draw(&self, bytes: &[u8], wanted: &PageWanted) -> Result<Option<PagePicture>, ImportError> {
        self.ask(Wanted::Page(wanted.clone()), bytes, unpack_page).unwrap_or_else(|| {
            let (bytes, wanted) = (bytes.to_owned(), wanted.clone());
            self.by_thread(move || import::draw_page(&bytes, &wanted))
        })
    }

    /// The first `most` bytes of files within a file, by their names.
    pub(super) fn parts(&self, bytes: &[u8], names: &[String], most: usize) -> Vec<Option<Vec<u8>>> {
        let wanted = Wanted::Parts { names: names.to_owned(), most };
        let given = self.ask(wanted, bytes, |answer| unpack_parts(answer).map(Ok)).unwrap_or_else(|| {
            let (bytes, names) = (bytes.to_owned(), names.to_owned());
            self.by_thread(move || Ok(import::parts(&bytes, &names, most)))
        });
        let mut parts = given.unwrap_or_default();
        parts.resize(names.len(), None);
        parts
    }

    /// What a process answers; `None` where none can be asked. A program of another version has nothing to
    /// say, and neither has one that cannot be started.
    fn ask<T>(
        &self,
        wanted: Wanted<'_>,
        bytes: &[u8],
        unpack: impl FnOnce(&[u8]) -> Option<Result<T, ImportError>>,
    ) -> Option<Result<T, ImportError>> {
        let Limits { seconds, memory } = self.limits;
        let asked = Asked { wanted, memory, seconds, bytes };
        let limits = runner::Limits { time: self.time(), most_answered: MOST_ANSWERED };
        let fault = match runner::run(self.command()?, &asked, limits, &self.is_wanted).ok()? {
            Ended::NotAsked => return None,
            Ended::Answered(answer) => return Some(unpack(&answer).unwrap_or(Err(ImportError::Crashed))),
            Ended::Badly(fault) => fault,
        };
        Some(Err(match fault {
            Fault::TooLong => ImportError::TooLong(seconds),
            Fault::TooMuch => ImportError::TooMuchMemory(memory),
            Fault::Stopped => ImportError::Stopped,
            Fault::Crashed => ImportError::Crashed,
        }))
    }

    fn by_thread<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, ImportError> + Send + UnwindSafe + 'static,
    ) -> Result<T, ImportError> {
        thread::run(self.time(), &self.is_wanted, work)
    }

    fn time(&self) -> Duration {
        Duration::from_secs(self.limits.seconds)
    }

    fn command(&self) -> Option<Command> {
        let (program, words) = self.command.as_ref()?.split_first()?;
        let mut command = Command::new(program);
        command.args(words);
        // Nothing of the person's surroundings is the file's business.
        command.env_clear();
        #[cfg(windows)]
        windows(&mut command);
        Some(command)
    }
}

/// Without its own folder Windows starts nothing, and without being told it opens a console.
#[cfg(windows)]
fn windows(command: &mut Command) {
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.envs(std::env::var_os("SystemRoot").map(|root| ("SystemRoot", root)));
    std::os::windows::process::CommandExt::creation_flags(command, CREATE_NO_WINDOW);
}

/// This program as it runs, if the system tells which it is. On Linux that is the very file, even where
/// another version has taken its place on the disk.
pub(super) fn this_program() -> Option<Vec<OsString>> {
    let itself = Path::new("/proc/self/exe");
    let path = if cfg!(target_os = "linux") && itself.exists() {
        itself.to_owned()
    } else {
        std::env::current_exe().ok()?
    };
    Some(vec![path.into_os_string(), ARGUMENT.into()])
}
