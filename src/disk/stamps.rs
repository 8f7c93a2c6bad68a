//! Whether files are other ones than before, told by what the folder says of them.

use super::host_error;
use crate::session::host::{Stamp, Stamps};
use crate::session::refresh::is_watched;
use crate::session::{HostError, file_name};
use std::fs::Metadata;
use std::path::Path;
use std::time::UNIX_EPOCH;

/// The stamp of an ordinary file; a link counts as what it leads to.
pub(super) fn of(path: &Path) -> Option<Stamp> {
    let found = path.metadata().ok().filter(Metadata::is_file)?;
    let modified = found.modified().ok().map_or(0, |at| match at.duration_since(UNIX_EPOCH) {
        Ok(since) => i128::try_from(since.as_nanos()).unwrap_or(i128::MAX),
        Err(before) => i128::try_from(before.duration().as_nanos()).map_or(i128::MIN, |nanos| -nanos),
    });
    Some(Stamp { length: found.len(), modified, file: number(&found) })
}

/// The stamps of what is looked at in a folder.
pub(super) fn in_folder(folder: &Path) -> Result<Stamps, HostError> {
    let entries = folder.read_dir().map_err(|error| host_error(&error))?;
    let stamped = entries.filter_map(|entry| {
        let path = entry.ok()?.path();
        let name = Some(file_name(&path)).filter(|name| is_watched(name))?;
        Some((name, of(&path)?))
    });
    Ok(stamped.collect())
}

#[cfg(unix)]
fn number(found: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(found)
}

#[cfg(not(unix))]
fn number(_found: &Metadata) -> u64 {
    0
}
