//! Archives for tests.

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

/// An archive of these parts.
pub(super) fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(bytes).expect("its bytes");
    }
    archive.finish().expect("an archive").into_inner()
}

/// The same, with the sign of a password at each part.
pub(super) fn with_password(bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (head, at) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let found: Vec<usize> = memchr::memmem::find_iter(&bytes, head).collect();
        found.iter().for_each(|start| bytes[start + at] |= 1);
    }
    bytes
}
