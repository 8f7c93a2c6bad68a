//! A page in one file with all that was saved with it, as MHTML and Safari's web archives are: its
//! pictures are named as parts of the file, and then it is read as any other page.

use super::addresses::resolved;
use super::saved_links::{self, Beside};
use super::{File, ImportError, ImportWarning, Imported, MAX_BYTES, decode, html};
use encoding_rs::Encoding;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The most files that are looked at of those that were saved with a page.
pub(super) const MAX_PARTS: usize = 20_000;

/// A page and its files.
#[derive(Debug, Default)]
pub(super) struct SavedPage<'a> {
    pub(super) page: Part<'a>,
    /// Where it was; empty if the file does not say it.
    pub(super) address: String,
    /// What the file calls it, for a page that has no title.
    pub(super) title: Option<String>,
    /// When it was saved, as the file says.
    pub(super) saved: Option<String>,
    /// Who sent it, where it is a mail and no archive.
    pub(super) sender: Option<String>,
    /// All files, the page among them, by their addresses.
    pub(super) parts: BTreeMap<String, Part<'a>>,
    /// Whether there are more than [`MAX_PARTS`].
    pub(super) has_more: bool,
    /// Which files were sent with it, where it is a mail.
    pub(super) unread: Option<ImportWarning>,
}

/// A file that was saved with a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Part<'a> {
    /// `text/html`, `image/png`, in lower case.
    pub(super) kind: String,
    /// The encoding of its letters, where its header says it.
    pub(super) charset: Option<&'static Encoding>,
    pub(super) packing: Packing,
    /// What it is called, where it was sent with a mail as a file of its own.
    pub(super) attached: Option<String>,
    /// As it stands in the file.
    pub(super) body: Cow<'a, [u8]>,
}

/// How a mail has bytes that are no letters of ASCII.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Packing {
    #[default]
    None,
    Base64,
    QuotedPrintable,
}

impl Part<'_> {
    /// Whether it is a page, whole or for a frame of another.
    pub(super) fn is_page(&self) -> bool {
        matches!(self.kind.as_str(), "text/html" | "application/xhtml+xml")
    }

    /// Its own bytes. What is no sign of the packing stays as it is or is passed over.
    pub(super) fn bytes(&self) -> Cow<'_, [u8]> {
        match self.packing {
            Packing::None => Cow::Borrowed(&self.body),
            Packing::Base64 => Cow::Owned(of_base64(&self.body)),
            Packing::QuotedPrintable => Cow::Owned(of_quoted_printable(&self.body)),
        }
    }
}

/// Reads the page.
pub(super) fn read(file: &File<'_>, saved: &SavedPage<'_>) -> Imported {
    let bytes = saved.page.bytes();
    let mut read = read_page(file, &bytes, saved.page.charset, &saved.address, saved)?;
    let metadata = &mut read.value.metadata;
    if metadata.address.is_none() && is_of_web(&saved.address) {
        metadata.address = Some(saved.address.clone());
    }
    metadata.title = metadata.title.take().or_else(|| saved.title.clone());
    if saved.sender.is_some() {
        metadata.byline = metadata.byline.take().or_else(|| saved.sender.clone());
        metadata.published = metadata.published.take().or_else(|| saved.saved.clone());
    } else {
        metadata.other.extend(saved.saved.iter().map(|when| ("saved".to_owned(), when.clone())));
    }
    read.warnings.extend(saved.has_more.then_some(ImportWarning::ManyFiles(MAX_PARTS)));
    read.warnings.extend(saved.unread.clone());
    Ok(read)
}

/// Reads a page at `base`, with what was saved with it.
pub(super) fn read_page(
    file: &File<'_>,
    bytes: &[u8],
    charset: Option<&'static Encoding>,
    base: &str,
    beside: &dyn Beside,
) -> Imported {
    if MAX_BYTES < bytes.len() {
        return Err(ImportError::TooLarge);
    }
    let declared = charset.or_else(|| html::declared_encoding(bytes));
    let decoded = decode::decode(bytes, file.options.encoding.as_deref(), declared)?;
    let rewritten = saved_links::rewritten(&decoded.text, base, beside, file.options.extent);
    let mut read = html::from_text(&rewritten.page, file.reading(decoded.name));
    read.warnings.splice(0..0, decoded.warnings);
    read.warnings.extend((0 < rewritten.n_frames).then_some(ImportWarning::Frames(rewritten.n_frames)));
    Ok(read)
}

/// The bytes of a file that was saved with a page, the first `most` of them.
pub(super) fn part(saved: &SavedPage<'_>, name: &str, most: usize) -> Option<Vec<u8>> {
    let mut bytes = saved.parts.get(name)?.bytes().into_owned();
    bytes.truncate(most);
    Some(bytes)
}

impl SavedPage<'_> {
    /// The page of an archive, or why there is none.
    pub(super) fn or_none(self) -> Result<Self, ImportError> {
        if self.page.body.is_empty() { Err(ImportError::NoPage) } else { Ok(self) }
    }
}

impl Beside for SavedPage<'_> {
    fn name_of(&self, base: &str, address: &str) -> Option<String> {
        let written = address.trim();
        let whole = resolved(base, written);
        let known = |name: &str| self.parts.contains_key(name).then(|| name.to_owned());
        known(&whole).or_else(|| known(written))
    }

    fn base(&self, base: &str, address: &str) -> String {
        resolved(base, address)
    }

    fn page(&self, name: &str) -> Option<String> {
        let part = self.parts.get(name).filter(|part| part.is_page())?;
        let bytes = part.bytes();
        let declared = part.charset.or_else(|| html::declared_encoding(&bytes));
        decode::decode(&bytes, None, declared).ok().map(|decoded| decoded.text)
    }
}

fn is_of_web(address: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| address.starts_with(scheme))
}

fn of_base64(body: &[u8]) -> Vec<u8> {
    let is_sign = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    let signs: Vec<u8> = body.iter().copied().filter(is_sign).collect();
    mail_parser::decoders::base64::base64_decode(&signs).unwrap_or_default()
}

fn of_quoted_printable(body: &[u8]) -> Vec<u8> {
    let digit =
        |byte: Option<&u8>| char::from(*byte?).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let mut bytes = Vec::with_capacity(body.len());
    for line in body.split_inclusive(|&byte| byte == b'\n') {
        let end = line.iter().rposition(|byte| !byte.is_ascii_whitespace()).map_or(0, |last| last + 1);
        let (words, mut line_end) = line.split_at_checked(end).unwrap_or((line, &[]));
        // White space at the end of a line is not meant.
        line_end = line_end
            .get(line_end.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(line_end.len())..)
            .unwrap_or_default();
        let mut rest = words;
        while let Some((&byte, after)) = rest.split_first() {
            rest = after;
            match (byte, digit(after.first()), digit(after.get(1))) {
                (b'=', Some(high), Some(low)) => {
                    bytes.push(high * 16 + low);
                    rest = after.get(2..).unwrap_or_default();
                }
                // A line that goes on.
                (b'=', ..) if after.is_empty() => line_end = &[],
                _ => bytes.push(byte),
            }
        }
        bytes.extend_from_slice(line_end);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_mail_packs_is_unpacked_and_what_is_damaged_kept() {
        let table: [(&[u8], &str); 6] = [
            (b"a=3Db=\r\nc \r\nd", "a=bc\r\nd"),
            ("=D0=B9".as_bytes(), "й"),
            (b"=C3=A9 =3d", "é ="),
            (b"a = b =G1", "a = b =G1"),
            (b"a=", "a"),
            (b"a\n\n  b", "a\n\n  b"),
        ];
        for (packed, expected) in table {
            assert_eq!(String::from_utf8_lossy(&of_quoted_printable(packed)), expected);
        }
        assert_eq!(of_base64(b"QUJD\r\nRA=="), b"ABCD");
        assert_eq!(of_base64(b"QU*JD"), b"ABC");
    }
}
