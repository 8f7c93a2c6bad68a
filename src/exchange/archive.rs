//! Files packed as one, from strangers: what is in them is read within limits, and what is odd is named.

use std::fmt;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The most files that an archive may hold.
const MOST_FILES: usize = 4_000;
/// The most bytes of one file, and of all of them together.
const MOST_BYTES: u64 = 64 << 20;
const MOST_TOGETHER: u64 = 256 << 20;

/// What may come out of an archive at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// So many files.
    pub files: usize,
    /// So many bytes of all files together.
    pub bytes: u64,
}

impl Default for Room {
    fn default() -> Self {
        Self { files: MOST_FILES, bytes: MOST_TOGETHER }
    }
}

/// A file out of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// Its path in the archive, with `/`.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Why an archive, or a file of it, is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArchiveFault {
    /// It cannot be read as an archive at all.
    Damaged,
    /// It holds more files than are read: how many.
    TooMany(usize),
    /// A file would stand outside of its folder, or is a link.
    Outside(String),
    /// A file is larger than is read, or all of them together.
    TooLarge(String),
    /// A file is damaged or locked.
    Unread(String),
}

impl fmt::Display for ArchiveFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged => f.write_str("it cannot be read: it is damaged or cut off"),
            Self::TooMany(n) => write!(f, "it holds {n} files, more than are read"),
            Self::Outside(name) => write!(f, "`{name}` would stand outside of its folder and is not read"),
            Self::TooLarge(name) => write!(f, "`{name}` is larger than what is read"),
            Self::Unread(name) => write!(f, "`{name}` cannot be read: it is damaged or locked"),
        }
    }
}

/// Whether bytes begin as an archive does.
pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// The files of an archive that are wanted by name, and what could not be read of it.
pub fn unpack(bytes: &[u8], is_wanted: impl Fn(&str) -> bool) -> (Vec<Packed>, Vec<ArchiveFault>) {
    unpack_within(bytes, is_wanted, Room::default())
}

/// The same, where less may come out of it.
pub fn unpack_within(
    bytes: &[u8],
    is_wanted: impl Fn(&str) -> bool,
    room: Room,
) -> (Vec<Packed>, Vec<ArchiveFault>) {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return (Vec::new(), vec![ArchiveFault::Damaged]);
    };
    if room.files < archive.len() {
        return (Vec::new(), vec![ArchiveFault::TooMany(archive.len())]);
    }
    let (mut files, mut faults, mut left) = (Vec::new(), Vec::new(), room.bytes);
    for nth in 0..archive.len() {
        let Ok(file) = archive.by_index(nth) else {
            faults.push(ArchiveFault::Unread(format!("file {}", nth + 1)));
            continue;
        };
        let Ok(name) = file.name().map(std::borrow::Cow::into_owned) else {
            faults.push(ArchiveFault::Unread(format!("file {}", nth + 1)));
            continue;
        };
        if file.is_dir() || !is_wanted(&name) {
            continue;
        }
        // The library takes a path from the root for one below the folder.
        let is_enclosed = file.enclosed_name().is_some() && !name.starts_with('/') && !name.contains('\\');
        if file.is_symlink() || !is_enclosed {
            faults.push(ArchiveFault::Outside(name));
            continue;
        }
        // What it says of its size may be wrong: what is read counts.
        let most = MOST_BYTES.min(left);
        let mut bytes = Vec::new();
        match file.take(most + 1).read_to_end(&mut bytes) {
            Ok(_) if most < bytes.len() as u64 => faults.push(ArchiveFault::TooLarge(name)),
            Ok(_) => {
                left -= bytes.len() as u64;
                files.push(Packed { name, bytes });
            }
            Err(_) => faults.push(ArchiveFault::Unread(name)),
        }
    }
    (files, faults)
}
