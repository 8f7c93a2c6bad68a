//! What can be made anew, kept in the person's cache directory: nothing is lost with it.

use super::{Directories, folder_of, host_error, locks, reading, replace};
use crate::host::HostError;
use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What is kept under a name, if it has at most so many bytes.
pub(super) fn read(own: &Directories, name: &str, most: usize) -> Option<Vec<u8>> {
    reading::read(&place(own, name), most).ok().filter(|bytes| bytes.len() <= most)
}

/// Keeps it whole.
pub(super) fn replace(own: &Directories, name: &str, bytes: &[u8]) -> Result<(), HostError> {
    let _held = locks::hold(own, "cache");
    replace::replace_own(&place(own, name), bytes)
}

/// Adds to it, while no other program of ours does.
pub(super) fn add(own: &Directories, name: &str, bytes: &[u8]) -> Result<(), HostError> {
    let _held = locks::hold(own, "cache");
    append(&place(own, name), bytes).map_err(|error| host_error(&error))
}

/// Where it lies.
pub(super) fn place(own: &Directories, name: &str) -> PathBuf {
    own.cache.join(name)
}

/// Adds bytes to a file of ours in one piece, so that no other program's come between.
pub(super) fn append(place: &Path, bytes: &[u8]) -> io::Result<()> {
    replace::make_folder(folder_of(place))?;
    let mut options = File::options();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(place)?.write_all(bytes)
}
