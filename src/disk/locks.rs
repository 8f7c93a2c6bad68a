//! Locks between programs of one person, for moments. What is right never depends on them: on shares
//! they may be missing, so whoever writes a shared file reads it again first.

use super::{Directories, replace};
use std::fs::{File, TryLockError};
use std::time::Duration;

/// How often a lock is tried for, and the pause between: five seconds in all. A program that holds
/// one for longer has been stopped in the middle, and nobody shall wait for it.
const TRIES: u32 = 500;
const PAUSE: Duration = Duration::from_millis(10);

/// Holds the lock of that name until the file is dropped; `None` where it is not to be had.
pub(super) fn hold(own: &Directories, name: &str) -> Option<File> {
    replace::make_folder(&own.state).ok()?;
    let path = own.state.join(format!("{name}.lock"));
    let mut options = File::options();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path).ok()?;
    for _ in 0..TRIES {
        match file.try_lock() {
            Ok(()) => return Some(file),
            Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
            Err(TryLockError::Error(_)) => return None,
        }
    }
    None
}
