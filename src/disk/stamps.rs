//! Whether files are other ones than before, told by what the folder says of them.

use super::host_error;
use crate::host::{HostError, Listing, Stamp, file_name, is_watched};
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

/// What lies in a folder. Only what is looked at is asked for its stamp.
pub(super) fn in_folder(folder: &Path) -> Result<Listing, HostError> {
    let entries = folder.read_dir().map_err(|error| host_error(&error))?;
    let mut listing = Listing::default();
    for entry in entries.flatten() {
        let raw = entry.file_name();
        let name = file_name(Path::new(&raw));
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            listing.folders.push(name);
        } else if is_watched(&name)
            && let Some(stamp) = of(&entry.path())
        {
            if raw.to_str().is_none() {
                listing.odd.insert(name.clone(), raw);
            }
            listing.files.insert(name, stamp);
        }
    }
    listing.folders.sort();
    Ok(listing)
}

#[cfg(unix)]
fn number(found: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(found)
}

#[cfg(not(unix))]
fn number(_found: &Metadata) -> u64 {
    0
}
