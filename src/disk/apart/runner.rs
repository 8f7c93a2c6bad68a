//! Asks a process, and ends it where it takes too long, says too much or nobody waits any more.

use super::IsWanted;
use super::child::NOT_ASKED;
use crate::document::packed::Asked;
use std::io::{self, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::{Builder, scope, sleep};
use std::time::{Duration, Instant};

/// How often it is asked whether somebody still waits.
const LOOK_EVERY: Duration = Duration::from_millis(25);

/// How often a process is looked at that has said all and is not gone yet.
const GONE_EVERY: Duration = Duration::from_millis(1);

/// How much is kept of what a process says at its unexpected end, in bytes.
const MOST_SAID: u64 = 4096;

/// What Rust says when there is no memory. Its end looks like any other.
const NO_MEMORY: &[u8] = b"memory allocation of ";

/// The signal that ends who has used up its time of a processor: `SIGXCPU`, on all systems that have it.
const NO_TIME: i32 = 24;

#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// By the clock.
    pub(super) time: Duration,
    /// The longest answer, in bytes.
    pub(super) most_answered: usize,
}

/// How it went.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Ended {
    /// It answered, and ended well.
    Answered(Vec<u8>),
    /// It did not understand the question.
    NotAsked,
    /// It was ended, or ended as it should not.
    Badly(Fault),
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It took longer than it may.
    TooLong,
    /// It needed more memory than it may, or had more to say.
    TooMuch,
    /// Nobody waited any more.
    Stopped,
    /// It came to an end by itself.
    Crashed,
}

/// A process that is no more when this is dropped.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // Who is gone already cannot be ended, and one that was waited for says again how it went.
        self.0.kill().unwrap_or_default();
        self.0.wait().map(drop).unwrap_or_default();
    }
}

/// Starts a process, asks it, and waits for what it answers; an error where it cannot be started.
pub(super) fn run(
    mut command: Command,
    asked: &Asked<'_>,
    limits: Limits,
    is_wanted: &IsWanted,
) -> io::Result<Ended> {
    let until = Instant::now() + limits.time;
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn()?;
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let (told, answers) = channel();
    let most = u64::try_from(limits.most_answered).unwrap_or(u64::MAX).saturating_add(1);
    scope(|scope| {
        let mut running = Running(child);
        // A process that ends before it heard all says by its end what happened.
        let ask = move || stdin.map(|mut stdin| write(&mut stdin, asked)).unwrap_or_default();
        let listen = move || told.send(stdout.map(|stdout| read(stdout, most))).unwrap_or_default();
        Builder::new().spawn_scoped(scope, ask)?;
        Builder::new().spawn_scoped(scope, listen)?;
        let said = Builder::new().spawn_scoped(scope, move || stderr.map(said).unwrap_or_default())?;
        let answer = match heard(&answers, until, is_wanted) {
            Ok(answer) if limits.most_answered < answer.len() => Err(Fault::TooMuch),
            heard => heard,
        };
        let status = answer.is_ok().then(|| gone(&mut running.0, until)).flatten();
        // From here on nobody holds its pipes any more.
        drop(running);
        let said = said.join().unwrap_or_default();
        Ok(match (answer, status) {
            (Err(fault), _) => Ended::Badly(fault),
            (Ok(_), None) => Ended::Badly(Fault::TooLong),
            (Ok(answer), Some(status)) if status.success() => Ended::Answered(answer),
            (Ok(_), Some(status)) => unexpected(status, &said),
        })
    })
}

/// Waits for all that a process says.
fn heard(
    answers: &Receiver<Option<Vec<u8>>>,
    until: Instant,
    is_wanted: &IsWanted,
) -> Result<Vec<u8>, Fault> {
    loop {
        let left = until.saturating_duration_since(Instant::now());
        match answers.recv_timeout(LOOK_EVERY.min(left)) {
            Ok(answer) => return Ok(answer.unwrap_or_default()),
            Err(RecvTimeoutError::Disconnected) => return Ok(Vec::new()),
            Err(RecvTimeoutError::Timeout) if !is_wanted() => return Err(Fault::Stopped),
            Err(RecvTimeoutError::Timeout) if left.is_zero() => return Err(Fault::TooLong),
            Err(RecvTimeoutError::Timeout) => {}
        }
    }
}

fn write(to: &mut impl Write, asked: &Asked<'_>) {
    let written = to.write_all(&asked.head()).and_then(|()| to.write_all(asked.bytes));
    written.and_then(|()| to.flush()).unwrap_or_default();
}

fn read(from: impl Read, most: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    // What was read before an error is no whole answer, which its digest tells.
    from.take(most).read_to_end(&mut bytes).unwrap_or_default();
    bytes
}

/// The first of what a process says about its end; the rest is read and forgotten, so that it never waits.
fn said(mut from: impl Read) -> Vec<u8> {
    let said = read(from.by_ref(), MOST_SAID);
    io::copy(&mut from, &mut io::sink()).unwrap_or_default();
    said
}

/// Waits for a process that has said all; `None` where it stays.
fn gone(child: &mut Child, until: Instant) -> Option<ExitStatus> {
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Some(status),
            Ok(None) if Instant::now() < until => sleep(GONE_EVERY),
            _ => return None,
        }
    }
}

/// What an end means that was not asked for.
fn unexpected(status: ExitStatus, said: &[u8]) -> Ended {
    if status.code() == Some(i32::from(NOT_ASKED)) {
        return Ended::NotAsked;
    }
    let is_out_of_memory = memchr::memmem::find(said, NO_MEMORY).is_some();
    Ended::Badly(match signal(status) {
        Some(NO_TIME) => Fault::TooLong,
        _ if is_out_of_memory => Fault::TooMuch,
        _ => Fault::Crashed,
    })
}

#[cfg(unix)]
fn signal(status: ExitStatus) -> Option<i32> {
    std::os::unix::process::ExitStatusExt::signal(&status)
}

#[cfg(not(unix))]
fn signal(_: ExitStatus) -> Option<i32> {
    None
}
