//! Replaces a file whole and durably, or leaves it as it was.
//!
//! A temporary file in the same folder, filled and synced; the rights of the old file; a rename; and
//! the folder synced, without which the new name may not survive a power cut.

use super::{folder_of, host_error, reading};
use crate::host::HostError;
use crate::sidecar::caps::MAX_LAYER_BYTES;
use crate::sidecar::{LayerFile, is_layer_name};
use std::fs::{File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::NamedTempFile;

const PREFIX: &str = ".~postil-";
const SUFFIX: &str = ".tmp";
/// How old a temporary file must be before it counts as left behind by a program that was killed.
const LEFT_BEHIND: Duration = Duration::from_secs(24 * 60 * 60);

/// Who may read a new file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sharing {
    /// Whoever may read the files that this person makes there.
    AsFolder,
    /// Only this person: quotes and names are other people's secrets.
    Private,
}

/// Where a layer is to be written: `path`, or what it links to if that is the same layer already.
pub(super) fn resolve_layer(path: &Path, bytes: &[u8]) -> Result<PathBuf, HostError> {
    let found = match path.symlink_metadata() {
        Ok(found) => found,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(path.to_owned()),
        Err(error) => return Err(host_error(&error)),
    };
    if !found.is_symlink() {
        return Ok(path.to_owned());
    }
    let target = path.canonicalize().map_err(|_| HostError::Link)?;
    let there = reading::read(&target, MAX_LAYER_BYTES).map_err(|_| HostError::Link)?;
    let (old, new) = (LayerFile::read(&there).value, LayerFile::read(bytes).value);
    let is_same = old
        .header()
        .zip(new.header())
        .is_some_and(|(old, new)| old.annotator.id == new.annotator.id && old.document == new.document);
    if is_same { Ok(target) } else { Err(HostError::Link) }
}

/// Removes a file that is a layer by its name and by its kind. A link goes, not what it leads to.
pub(super) fn remove_layer(path: &Path) -> Result<(), HostError> {
    let found = path.symlink_metadata().map_err(|error| host_error(&error))?;
    let is_called = path.file_name().is_some_and(|name| is_layer_name(&name.to_string_lossy()));
    if !is_called || found.is_dir() {
        return Err(HostError::Special);
    }
    std::fs::remove_file(path).and_then(|()| sync_folder(folder_of(path))).map_err(|error| host_error(&error))
}

/// Replaces a file of the program's own; its folder is made if need be, a link is followed.
pub(super) fn replace_own(path: &Path, bytes: &[u8]) -> Result<(), HostError> {
    make_folder(folder_of(path)).map_err(|error| host_error(&error))?;
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    replace(&path, bytes, Sharing::Private)
}

/// Makes a folder that only this person may enter, with those above it.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Replaces `path`, which is no link.
pub(super) fn replace(path: &Path, bytes: &[u8], sharing: Sharing) -> Result<(), HostError> {
    let old = old(path)?;
    let folder = folder_of(path);
    let replaced = write_beside(folder, bytes, old.as_ref(), sharing)
        .and_then(|file| rename(file, path))
        .and_then(|()| sync_folder(folder));
    match replaced {
        Ok(()) => Ok(()),
        // A share may have renamed and lost its answer, a disk may fail at the folder, when the new
        // bytes stand under their name already: to say "not saved" would be wrong.
        Err(_) if reading::read(path, bytes.len()).is_ok_and(|there| there == bytes) => Ok(()),
        Err(error) => Err(of_folder(&error)),
    }
}

/// What there is at `path`, which is no link, and may be replaced.
pub(super) fn old(path: &Path) -> Result<Option<Metadata>, HostError> {
    match path.symlink_metadata() {
        Ok(found) if found.is_dir() => Err(HostError::Folder),
        Ok(found) if !found.is_file() => Err(HostError::Special),
        // A rename would get round the protection that somebody gave the file.
        Ok(found) if found.permissions().readonly() => Err(HostError::Denied),
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(host_error(&error)),
    }
}

/// Of the folder: the file itself need not be there.
pub(super) fn of_folder(error: &io::Error) -> HostError {
    match host_error(error) {
        HostError::NotFound => HostError::FolderGone,
        other => other,
    }
}

/// An empty temporary file in `folder`.
pub(super) fn temporary(folder: &Path, sharing: Sharing) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    if sharing == Sharing::AsFolder {
        // Less what the person's umask takes away.
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// Puts a temporary file that is whole in its place, with the rights of the old one.
pub(super) fn put(file: NamedTempFile, path: &Path, old: Option<&Metadata>) -> io::Result<()> {
    if let Some(old) = old {
        copy_rights(file.as_file(), old)?;
    }
    file.as_file().sync_all()?;
    rename(file, path)?;
    sync_folder(folder_of(path))
}

/// A temporary file in `folder` with the bytes, on disk, and with the rights it shall have.
fn write_beside(
    folder: &Path,
    bytes: &[u8],
    old: Option<&Metadata>,
    sharing: Sharing,
) -> io::Result<NamedTempFile> {
    let mut file = temporary(folder, sharing)?;
    file.write_all(bytes)?;
    if let Some(old) = old {
        copy_rights(file.as_file(), old)?;
    }
    file.as_file().sync_all()?;
    let length = file.as_file().metadata()?.len();
    if length != bytes.len() as u64 {
        return Err(io::Error::other("the disk did not take all of it"));
    }
    Ok(file)
}

/// Mode and, where this person may, group. Not before the bytes: a file without the right to write
/// cannot be filled on every file system.
#[cfg(unix)]
fn copy_rights(file: &File, old: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::MetadataExt;
    if file.metadata()?.gid() != old.gid() {
        // Refused where the person is not in that group; the file is theirs all the same.
        drop(std::os::unix::fs::fchown(file, None, Some(old.gid())));
    }
    file.set_permissions(old.permissions())
}

#[cfg(not(unix))]
fn copy_rights(_file: &File, _old: &Metadata) -> io::Result<()> {
    Ok(())
}

/// Puts the file in its place. On Windows a virus scanner may hold the old one for a moment.
fn rename(mut file: NamedTempFile, path: &Path) -> io::Result<()> {
    let mut pause = Duration::from_millis(10);
    loop {
        match file.persist(path) {
            Ok(_) => return Ok(()),
            Err(refused) => {
                let is_held = cfg!(windows) && refused.error.kind() == io::ErrorKind::PermissionDenied;
                if !is_held || Duration::from_millis(640) < pause {
                    return Err(refused.error);
                }
                file = refused.file;
            }
        }
        std::thread::sleep(pause);
        pause *= 2;
    }
}

/// Not on Windows, where folders cannot be opened so, nor where a file system does not know it.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(windows) {
        return Ok(());
    }
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        Err(error) if !is_unknown_here(error.kind()) => Err(error),
        _ => Ok(()),
    }
}

/// Refusals that say nothing about the disk: no such call, or a folder that may be written, not read.
fn is_unknown_here(kind: io::ErrorKind) -> bool {
    matches!(kind, io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported | io::ErrorKind::PermissionDenied)
}

/// Removes temporary files of ours that a killed program left in a folder more than a day ago.
pub(super) fn sweep(folder: &Path) {
    let Ok(entries) = folder.read_dir() else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let is_ours = name.to_str().is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX));
        if is_ours && entry.metadata().is_ok_and(|found| found.is_file() && is_old(&found)) {
            // Whatever keeps it there keeps it from doing harm, too.
            drop(std::fs::remove_file(entry.path()));
        }
    }
}

fn is_old(found: &Metadata) -> bool {
    let age = found.modified().ok().and_then(|modified| modified.elapsed().ok());
    age.is_some_and(|age| LEFT_BEHIND < age)
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    fn mode(path: &Path) -> u32 {
        path.metadata().unwrap().permissions().mode() & 0o777
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = folder.read_dir().unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn an_old_file_keeps_its_mode_and_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("layer");
        replace(&path, b"one", Sharing::AsFolder).unwrap();
        std::fs::set_permissions(&path, PermissionsExt::from_mode(0o664)).unwrap();
        replace(&path, b"two", Sharing::AsFolder).unwrap();
        assert_eq!((mode(&path), std::fs::read(&path).unwrap().as_slice()), (0o664, &b"two"[..]));
        assert_eq!(names(folder.path()), ["layer"]);
    }

    #[test]
    fn our_own_files_are_for_one_person() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/b/text");
        replace_own(&path, b"secret").unwrap();
        assert_eq!((mode(&path), mode(&folder.path().join("a"))), (0o600, 0o700));
    }

    #[test]
    fn a_protected_file_and_what_is_no_file_are_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("layer");
        std::fs::write(&path, b"one").unwrap();
        std::fs::set_permissions(&path, PermissionsExt::from_mode(0o444)).unwrap();
        assert_eq!(replace(&path, b"two", Sharing::AsFolder), Err(HostError::Denied));
        assert_eq!(replace(folder.path(), b"two", Sharing::AsFolder), Err(HostError::Folder));
        assert_eq!(std::fs::read(&path).unwrap(), b"one");
        let gone = folder.path().join("gone/layer");
        assert_eq!(replace(&gone, b"", Sharing::AsFolder).unwrap_err().to_string(), "its folder is gone");
    }

    #[test]
    fn a_link_to_something_else_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let (target, link) = (folder.path().join("profile"), folder.path().join("layer"));
        std::fs::write(&target, b"precious").unwrap();
        symlink(&target, &link).unwrap();
        assert_eq!(resolve_layer(&link, b"{}"), Err(HostError::Link));
        let dangling = folder.path().join("dangling");
        symlink(folder.path().join("nowhere"), &dangling).unwrap();
        assert_eq!(resolve_layer(&dangling, b"{}"), Err(HostError::Link));
    }

    #[test]
    fn only_our_own_old_leftovers_are_swept() {
        let folder = tempfile::tempdir().unwrap();
        for name in [".~postil-old.tmp", ".~postil-new.tmp", "other.tmp"] {
            std::fs::write(folder.path().join(name), b"").unwrap();
        }
        for name in [".~postil-old.tmp", "other.tmp"] {
            let long_ago = std::time::SystemTime::now() - 2 * LEFT_BEHIND;
            File::options()
                .write(true)
                .open(folder.path().join(name))
                .unwrap()
                .set_modified(long_ago)
                .unwrap();
        }
        sweep(folder.path());
        let mut left = names(folder.path());
        left.sort();
        assert_eq!(left, [".~postil-new.tmp", "other.tmp"]);
    }
}
