//! Whether files are other ones than before, told by what the folder says of them.

use super::host_error;
use crate::session::HostError;
use crate::session::host::{Stamp, Stamps};
use crate::session::refresh::is_watched;
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
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let stamped = names.filter(|name| is_watched(name)).filter_map(|name| {
        let stamp = of(&folder.join(&name))?;
        Some((name, stamp))
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
