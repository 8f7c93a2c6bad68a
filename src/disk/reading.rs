//! Reads regular files and nothing else: a pipe or a device must neither hang nor be endless.

use super::host_error;
use crate::host::HostError;
use std::fs::{File, Metadata, OpenOptions};
use std::io::{Read, Seek, SeekFrom};
use std::path::{Component, Path};

/// The bytes of a regular file, at most `most` and one more, whatever size it claims to have.
pub(super) fn read(path: &Path, most: usize) -> Result<Vec<u8>, HostError> {
    check_kind(&path.metadata().map_err(|error| host_error(&error))?)?;
    let file = open(path).map_err(|error| host_error(&error))?;
    // Somebody may have put something else there since.
    let found = file.metadata().map_err(|error| host_error(&error))?;
    check_kind(&found)?;
    let most = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::with_capacity(usize::try_from(found.len().min(most)).unwrap_or(0));
    file.take(most).read_to_end(&mut bytes).map_err(|error| host_error(&error))?;
    Ok(bytes)
}

/// The last `most` bytes of a regular file, or all of a shorter one.
pub(super) fn read_end(path: &Path, most: usize) -> Result<Vec<u8>, HostError> {
    check_kind(&path.metadata().map_err(|error| host_error(&error))?)?;
    let mut file = open(path).map_err(|error| host_error(&error))?;
    let found = file.metadata().map_err(|error| host_error(&error))?;
    check_kind(&found)?;
    let most = u64::try_from(most).unwrap_or(u64::MAX);
    file.seek(SeekFrom::Start(found.len().saturating_sub(most))).map_err(|error| host_error(&error))?;
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes).map_err(|error| host_error(&error))?;
    Ok(bytes)
}

/// The bytes of a file below `folder`, which a stranger's article names: neither `..` nor a link leads
/// out of it.
pub(super) fn read_beside(folder: &Path, path: &Path, most: usize) -> Result<Vec<u8>, HostError> {
    let is_relative =
        |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir | Component::ParentDir);
    if !path.components().all(is_relative) {
        return Err(HostError::Outside);
    }
    let whole = |path: &Path| path.canonicalize().map_err(|error| host_error(&error));
    let folder = whole(folder)?;
    let found = whole(&folder.join(path));
    match found {
        Ok(found) if found.starts_with(&folder) => read(&found, most),
        Ok(_) => Err(HostError::Outside),
        // Whether a file is there that is no business of the article's is not told.
        Err(_) if path.components().any(|part| part == Component::ParentDir) => Err(HostError::Outside),
        Err(error) => Err(error),
    }
}

/// A text of ours; `None` where there is none that can be read whole.
pub(super) fn read_text(path: &Path, most: usize) -> Option<String> {
    read_whole_text(path, most).ok()
}

/// The same, with the reason where it cannot be read whole.
pub(super) fn read_whole_text(path: &Path, most: usize) -> Result<String, HostError> {
    let bytes = read(path, most)?;
    if most < bytes.len() {
        return Err(HostError::TooLong(most >> 20));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").map(<[u8]>::to_vec).unwrap_or(bytes);
    Ok(String::from_utf8(bytes).unwrap_or_else(|bad| String::from_utf8_lossy(bad.as_bytes()).into_owned()))
}

fn check_kind(found: &Metadata) -> Result<(), HostError> {
    if found.is_dir() {
        Err(HostError::Folder)
    } else if !found.is_file() {
        Err(HostError::Special)
    } else {
        Ok(())
    }
}

/// Opens without waiting: a pipe that took the file's place a moment ago has no writer to wait for.
fn open(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, O_NONBLOCK);
    options.open(path)
}

/// `O_NONBLOCK`, which std does not name: on Linux, and on the systems that come from BSD.
#[cfg(unix)]
const O_NONBLOCK: i32 = if cfg!(any(target_os = "linux", target_os = "android")) {
    if cfg!(any(target_arch = "mips", target_arch = "mips64")) { 0o200 } else { 0o4000 }
} else {
    4
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_up_to_one_byte_more_than_asked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        std::fs::write(&path, b"abcdef").unwrap();
        assert_eq!(read(&path, 6).unwrap(), b"abcdef");
        assert_eq!(read(&path, 3).unwrap(), b"abcd");
        assert_eq!(read(folder.path(), 3), Err(HostError::Folder));
        assert_eq!(read(&folder.path().join("b"), 3), Err(HostError::NotFound));
    }

    #[cfg(unix)]
    #[test]
    fn an_article_reads_nothing_outside_its_folder() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("desk");
        std::fs::create_dir_all(folder.join("a_files")).unwrap();
        std::fs::write(place.path().join("secret.png"), b"secret").unwrap();
        std::fs::write(folder.join("a_files/a.png"), b"picture").unwrap();
        std::os::unix::fs::symlink("../secret.png", folder.join("link.png")).unwrap();
        std::os::unix::fs::symlink(place.path(), folder.join("up")).unwrap();
        std::os::unix::fs::symlink("a_files/a.png", folder.join("inner.png")).unwrap();
        let read = |path: &str| read_beside(&folder, Path::new(path), 99);
        for path in ["a_files/a.png", "./a_files/../a_files/a.png", "inner.png", "../desk/inner.png"] {
            assert_eq!(read(path).as_deref(), Ok(&b"picture"[..]), "{path}");
        }
        for path in ["../secret.png", "link.png", "up/secret.png", "../nothing.png", "/etc/hostname"] {
            assert_eq!(read(path), Err(HostError::Outside), "{path}");
        }
        assert_eq!(read("nothing.png"), Err(HostError::NotFound));
        assert_eq!(read("a_files"), Err(HostError::Folder));
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_ordinary_file_is_not_opened() {
        assert_eq!(read(Path::new("/dev/zero"), 3), Err(HostError::Special));
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("socket");
        let _socket = std::os::unix::net::UnixListener::bind(&path).unwrap();
        assert_eq!(read(&path, 3), Err(HostError::Special));
    }
}
