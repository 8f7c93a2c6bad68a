//! Reads a file by a thread, where no process of its own can do it.

use super::IsWanted;
use super::child::caught;
use crate::document::import::ImportError;
use std::panic::UnwindSafe;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread::Builder;
use std::time::{Duration, Instant};

/// Readers of strangers' files need a stack of a known size, in bytes.
const STACK: usize = 8 << 20;

/// How often it is asked whether somebody still waits.
const LOOK_EVERY: Duration = Duration::from_millis(25);

/// What comes of `work`. One that takes longer than `time` is left to itself: no thread can be ended.
pub(super) fn run<T: Send + 'static>(
    time: Duration,
    is_wanted: &IsWanted,
    work: impl FnOnce() -> Result<T, ImportError> + Send + UnwindSafe + 'static,
) -> Result<T, ImportError> {
    let until = Instant::now() + time;
    let (told, answers) = channel();
    // Who left needs no answer.
    let work = move || told.send(caught(work)).unwrap_or_default();
    if Builder::new().stack_size(STACK).spawn(work).is_err() {
        return Err(ImportError::Failed);
    }
    loop {
        match answers.recv_timeout(LOOK_EVERY.min(until.saturating_duration_since(Instant::now()))) {
            Ok(read) => return read,
            Err(RecvTimeoutError::Disconnected) => return Err(ImportError::Failed),
            Err(RecvTimeoutError::Timeout) => {}
        }
        if !is_wanted() {
            return Err(ImportError::Stopped);
        }
        if until <= Instant::now() {
            return Err(ImportError::TooLong(time.as_secs()));
        }
    }
}
