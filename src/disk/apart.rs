//! Reads strangers' files apart: in a process of its own, which is this program once more, within limits on
//! memory and time. A file that hangs, eats memory or brings a reader down ends that process and nothing else.
//!
//! Which program that is `main.rs` says, since only there it is known: a test or another program that uses
//! the library is no Postil. Without it, or where the system starts nothing, the file is read by a thread
//! within the same time; a thread can be left behind but neither ended nor held to its memory, which the
//! importers' own caps have to do.

mod child;
mod runner;
mod thread;

pub use child::answer;

use crate::document::import::{ImportError, Options};
use crate::document::packed::{Asked, unpack};
use crate::document::{Document, ImportWarning, Warned};
use runner::{Ended, Fault};
use std::ffi::OsString;
use std::fmt;
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
        let Limits { seconds, memory } = self.limits;
        let asked = Asked { name, options: options.clone(), memory, seconds, bytes };
        let limits = runner::Limits { time: Duration::from_secs(seconds), most_answered: MOST_ANSWERED };
        let ran = self.command().map(|command| runner::run(command, &asked, limits, &self.is_wanted));
        match ran {
            // A program of another version has nothing to say, and neither has one that cannot be started.
            None | Some(Err(_) | Ok(Ended::NotAsked)) => {
                thread::read(bytes, name, options, limits.time, &self.is_wanted)
            }
            Some(Ok(Ended::Answered(answer))) => unpack(&answer).unwrap_or(Err(ImportError::Crashed)),
            Some(Ok(Ended::Badly(fault))) => Err(match fault {
                Fault::TooLong => ImportError::TooLong(seconds),
                Fault::TooMuch => ImportError::TooMuchMemory(memory),
                Fault::Stopped => ImportError::Stopped,
                Fault::Crashed => ImportError::Crashed,
            }),
        }
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
