//! An archive of parts (zip), as EPUB, DOCX, ODT and packed pages are: read with limits of our own,
//! because what an archive says about itself may be a lie.

use super::container_fault::ArchiveError;
use crate::document::image::PART;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

const MAX_PARTS: usize = ArchiveError::MAX_PARTS;
/// The most bytes of a part that is text, unpacked.
pub(super) const MAX_TEXT: usize = 32 << 20;
/// The most bytes of a part that says what the others are, unpacked.
pub(super) const MAX_INDEX: usize = 4 << 20;
/// The size up to which no ratio is a sign of anything.
const SMALL: u64 = 1 << 20;

/// How each entry of the list of parts begins.
const LISTED: &[u8] = b"PK\x01\x02";

/// An archive whose parts are read one by one.
pub(super) struct Container<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Where each part stands in the archive, by its name from the root; without those that lie outside.
    parts: BTreeMap<String, usize>,
    /// The names by their letters in lower case.
    folded: BTreeMap<String, String>,
    /// How many bytes may still be unpacked.
    room: usize,
}

/// Whether a file begins as an archive of this kind.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
    [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"].iter().any(|head| bytes.starts_with(*head))
}

impl<'a> Container<'a> {
    /// Reads the list of parts.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ArchiveError> {
        // Counted before it is read, since each entry costs memory. An archive within this one, stored as
        // it is, counts as well.
        if MAX_PARTS < memchr::memmem::find_iter(bytes, LISTED).take(MAX_PARTS + 1).count() {
            return Err(ArchiveError::TooManyParts);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ArchiveError::NoList)?;
        let names = archive.file_names_raw().map(|name| String::from_utf8_lossy(name).into_owned());
        let mut parts = BTreeMap::new();
        for (index, name) in names.enumerate() {
            parts.extend(within("", &name).filter(|name| !name.is_empty()).map(|name| (name, index)));
        }
        let folded = parts.keys().map(|name| (name.to_lowercase(), name.clone())).collect();
        Ok(Self { archive, parts, folded, room: ArchiveError::MAX_ALL })
    }

    /// The names of all parts, in the order of their letters.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    /// The name of a part as the archive writes it, whose letters may be large or small.
    pub(super) fn name_of(&self, name: &str) -> Option<&str> {
        match self.parts.get_key_value(name) {
            Some((name, _)) => Some(name),
            None => self.folded.get(&name.to_lowercase()).map(String::as_str),
        }
    }

    /// Whether there is such a part.
    pub(super) fn has(&self, name: &str) -> bool {
        self.name_of(name).is_some()
    }

    /// A part's bytes, at most `most` of them; `Missing` where there is none.
    pub(super) fn bytes(&mut self, name: &str, most: usize) -> Result<Vec<u8>, ArchiveError> {
        let bytes = self.head(name, most.saturating_add(1))?;
        match bytes.len() <= most {
            true => Ok(bytes),
            false => Err(ArchiveError::TooLargePart(name.to_owned(), most)),
        }
    }

    /// The first `most` of a part's bytes; `Missing` where there is none.
    pub(super) fn head(&mut self, name: &str, most: usize) -> Result<Vec<u8>, ArchiveError> {
        let missing = || ArchiveError::Missing(name.to_owned());
        let index = self.name_of(name).and_then(|name| self.parts.get(name)).copied().ok_or_else(missing)?;
        let part = self.archive.by_index(index).map_err(|error| fault(&error, name))?;
        let packed = part.compressed_size();
        let limit = most.min(self.room.saturating_add(1));
        let mut bytes = Vec::new();
        let read = part.take(u64::try_from(limit).unwrap_or(u64::MAX)).read_to_end(&mut bytes);
        let n_bytes = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if SMALL < n_bytes && packed.saturating_mul(ArchiveError::MAX_RATIO) < n_bytes {
            self.room = self.room.saturating_sub(bytes.len());
            return Err(ArchiveError::Ratio(name.to_owned()));
        }
        let room = self.room.checked_sub(bytes.len());
        self.room = room.unwrap_or_default();
        room.ok_or(ArchiveError::TooLarge)?;
        read.map_err(|_| ArchiveError::DamagedPart(name.to_owned()))?;
        Ok(bytes)
    }

    /// A part that is text, at most [`MAX_TEXT`]: UTF-8, or UTF-16 where it says so by its first bytes.
    pub(super) fn text(&mut self, name: &str) -> Result<String, ArchiveError> {
        self.bytes(name, MAX_TEXT).map(decoded)
    }

    /// A part that says what others are, at most [`MAX_INDEX`]; `None` where there is none.
    pub(super) fn index(&mut self, name: &str) -> Result<Option<String>, ArchiveError> {
        match self.bytes(name, MAX_INDEX) {
            Ok(bytes) => Ok(Some(decoded(bytes))),
            Err(ArchiveError::Missing(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

fn fault(error: &ZipError, name: &str) -> ArchiveError {
    let name = name.to_owned();
    match error {
        ZipError::UnsupportedArchive(why) if *why == ZipError::PASSWORD_REQUIRED => {
            ArchiveError::Encrypted(name)
        }
        ZipError::InvalidPassword => ArchiveError::Encrypted(name),
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
            ArchiveError::UnknownPacking(name)
        }
        _ => ArchiveError::DamagedPart(name),
    }
}

/// The letters of a part.
pub(super) fn decoded(bytes: Vec<u8>) -> String {
    match encoding_rs::Encoding::for_bom(&bytes) {
        Some((encoding, _)) => encoding.decode(&bytes).0.into_owned(),
        None => String::from_utf8(bytes)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()),
    }
}

/// The name from the root of what a part in `folder` calls `path`; `None` where that lies outside.
pub(super) fn within(folder: &str, path: &str) -> Option<String> {
    let path = path.replace('\\', "/");
    let folder = if path.starts_with('/') { "" } else { folder };
    let mut steps: Vec<&str> = Vec::new();
    for step in folder.split('/').chain(path.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()?),
            step => steps.push(step),
        }
    }
    Some(steps.join("/"))
}

/// What a picture's source is that is a part.
pub(super) fn source_of(name: &str) -> String {
    format!("{PART}{name}")
}

/// The folder of a part, without the last `/`.
pub(super) fn folder_of(name: &str) -> &str {
    name.rsplit_once('/').map_or("", |(folder, _)| folder)
}

#[cfg(test)]
mod tests {
    use super::super::container_tests::{packed, with_password};
    use super::*;

    #[test]
    fn parts_are_read_by_their_names() {
        let bytes = packed(&[("a/B.txt", b"words"), ("..\\up.txt", b"out"), ("wide.xml", b"\xff\xfea\0")]);
        let mut container = Container::open(&bytes).expect("an archive");
        assert_eq!(container.names().collect::<Vec<_>>(), ["a/B.txt", "wide.xml"]);
        assert_eq!(container.text("a/b.TXT").as_deref(), Ok("words"));
        assert_eq!(container.text("wide.xml").as_deref(), Ok("a"));
        assert_eq!(container.text("c"), Err(ArchiveError::Missing("c".to_owned())));
        assert_eq!(container.index("c"), Ok(None));
    }

    #[test]
    fn what_unpacks_to_too_much_is_refused() {
        let zeros = vec![0_u8; 3 << 20];
        let text: Vec<u8> =
            (0..3_u32 << 18).flat_map(|n| n.wrapping_mul(0x9e37_79b9).to_be_bytes()).collect();
        let bytes = packed(&[("zeros", &zeros), ("text", &text), ("small", &zeros[..1 << 20])]);
        let mut container = Container::open(&bytes).expect("an archive");
        assert_eq!(container.text("zeros"), Err(ArchiveError::Ratio("zeros".to_owned())));
        assert!(container.bytes("small", MAX_TEXT).is_ok(), "a small part may be of one letter");
        assert_eq!(container.bytes("text", 3 << 20).map(|bytes| bytes.len()), Ok(3 << 20));
        let too_large = ArchiveError::TooLargePart("text".to_owned(), 1000);
        assert_eq!(container.bytes("text", 1000), Err(too_large));
        container.room = 1 << 20;
        assert_eq!(container.bytes("text", MAX_TEXT), Err(ArchiveError::TooLarge));
    }

    #[test]
    fn what_is_wrong_with_an_archive_is_told() {
        let bytes = packed(&[("a.txt", &b"the words of a part ".repeat(20))]);
        let error =
            |bytes: &[u8]| Container::open(bytes).and_then(|mut it| it.text("a.txt")).expect_err("wrong");
        assert_eq!(error(&bytes[..bytes.len() / 2]), ArchiveError::NoList);
        let mut damaged = bytes.clone();
        damaged[40..50].fill(0xff);
        assert_eq!(error(&damaged), ArchiveError::DamagedPart("a.txt".to_owned()));
        assert_eq!(error(&with_password(&bytes)), ArchiveError::Encrypted("a.txt".to_owned()));
        let many = [bytes.clone(), LISTED.repeat(MAX_PARTS)].concat();
        assert_eq!(error(&many), ArchiveError::TooManyParts);
    }

    #[test]
    fn no_path_leads_out_of_the_archive() {
        let table = [
            ("a/b", "c.png", Some("a/b/c.png")),
            ("a/b", "../c.png", Some("a/c.png")),
            ("a/b", "/c.png", Some("c.png")),
            ("a", "..\\..\\c.png", None),
            ("", "../c.png", None),
            ("a", ".//./c.png", Some("a/c.png")),
        ];
        for (folder, path, expected) in table {
            assert_eq!(within(folder, path).as_deref(), expected, "{folder} {path}");
        }
    }
}
