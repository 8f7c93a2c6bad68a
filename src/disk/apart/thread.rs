//! Reads a file by a thread, where no process of its own can do it.

use super::{Imported, IsWanted};
use crate::document::import::{self, ImportError, Options};
use std::panic::catch_unwind;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread::Builder;
use std::time::{Duration, Instant};

/// Readers of strangers' files need a stack of a known size, in bytes.
const STACK: usize = 8 << 20;

/// How often it is asked whether somebody still waits.
const LOOK_EVERY: Duration = Duration::from_millis(25);

/// Makes a document of a file's bytes. A reader that takes longer than `time` is left to itself: no thread can
/// be ended.
pub(super) fn read(
    bytes: &[u8],
    name: &str,
    options: &Options,
    time: Duration,
    is_wanted: &IsWanted,
) -> Imported {
    let until = Instant::now() + time;
    let (told, answers) = channel();
    let (bytes, name, options) = (bytes.to_owned(), name.to_owned(), options.clone());
    let work = move || {
        let read = catch_unwind(|| import::import(&bytes, &name, &options));
        // Who left needs no answer.
        told.send(read.unwrap_or(Err(ImportError::Failed))).unwrap_or_default();
    };
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
