//! PDF files.

use super::{File, Imported};
use crate::document::pdf;

/// How far from the beginning a file may say that it is a PDF: some have a mail's or a server's lines
/// before that.
const HEAD: usize = 1024;

/// Whether a file is a PDF.
pub(super) fn is(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    memchr::memmem::find(head, b"%PDF-").is_some()
}

pub(super) fn read(file: &File<'_>) -> Imported {
    pdf::read(file.bytes, file.options.password.as_deref(), file.reading(""), file.together)
}
