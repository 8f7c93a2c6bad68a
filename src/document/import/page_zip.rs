//! A page packed with its pictures: an archive with `index.html`, or a file that is a page at its beginning and
//! such an archive from there on, as SingleFileZ saves them.

use super::container::{self, Container, folder_of, within};
use super::container_kind::{self, ContainerKind};
use super::epub_package::unescaped;
use super::saved_links::Beside;
use super::{ArchiveError, File, Imported, addresses, decode, html, saved_page};
use std::cell::RefCell;

/// How an archive ends, and how far from the end of a file that stands at most.
const END: &[u8] = b"PK\x05\x06";
const END_REACH: usize = 66 * 1024;

/// Whether a file is an archive with a page.
pub(super) fn is_page_zip(bytes: &[u8]) -> bool {
    is_both(bytes) || matches!(container_kind::kind_of(bytes), Ok(ContainerKind::Page(_)))
}

/// Whether a file begins as a page and ends as an archive.
fn is_both(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default().to_ascii_lowercase();
    let is_page = head.trim_ascii_start().starts_with(b"<") && memchr::memmem::find(&head, b"html").is_some();
    let tail = bytes.get(bytes.len().saturating_sub(END_REACH)..).unwrap_or_default();
    is_page && memchr::memmem::rfind(tail, END).is_some()
}

/// Reads the page in it.
pub(super) fn read(file: &File<'_>) -> Imported {
    let opened = Container::open(file.bytes);
    let page = opened.as_ref().ok().and_then(container_kind::page);
    let (mut container, name) = match (opened, page) {
        (Ok(container), Some(name)) => (container, name),
        // What only looked like an archive at its end is a page.
        _ if is_both(file.bytes) => {
            let declared = html::declared_encoding(file.bytes);
            let decoded = decode::decode(file.bytes, file.options.encoding.as_deref(), declared)?;
            return Ok(html::from_text(&decoded.text, file.reading(decoded.name)));
        }
        (Err(error), _) => return Err(error.into()),
        (Ok(_), None) => return Err(ArchiveError::Missing("index.html".to_owned()).into()),
    };
    let bytes = container.bytes(&name, container::MAX_TEXT)?;
    let packed = Packed(RefCell::new(container));
    saved_page::read_page(file, &bytes, None, &name, &packed)
}

/// The parts of an archive.
struct Packed<'a>(RefCell<Container<'a>>);

impl Beside for Packed<'_> {
    fn name_of(&self, base: &str, address: &str) -> Option<String> {
        if addresses::has_scheme(address) || address.starts_with("//") {
            return None;
        }
        let path = address.split(['?', '#']).next().unwrap_or_default();
        let name = within(folder_of(base), &unescaped(path)).filter(|name| !name.is_empty())?;
        self.0.borrow().name_of(&name).map(str::to_owned)
    }

    fn base(&self, base: &str, _: &str) -> String {
        base.to_owned()
    }

    fn page(&self, name: &str) -> Option<String> {
        let is_page = [".html", ".htm", ".xhtml"].iter().any(|end| name.to_lowercase().ends_with(end));
        let bytes = self.0.borrow_mut().bytes(name, container::MAX_TEXT).ok().filter(|_| is_page)?;
        decode::decode(&bytes, None, html::declared_encoding(&bytes)).ok().map(|decoded| decoded.text)
    }
}

#[cfg(test)]
mod tests {
    use super::super::container_tests::packed;
    use super::super::{Extent, Importer, Options, import, part};
    use crate::document::{Document, ImagePlace};

    fn read(bytes: &[u8]) -> Document {
        let options = Options { extent: Extent::Page, ..Options::default() };
        import(bytes, "a.zip", &options).expect("a page").value
    }

    const PAGE: &str = "<!DOCTYPE html><html><p>The words</p><img src='b/c%201.png'><img src='../d.png'>";

    #[test]
    fn a_packed_page_shows_its_own_pictures() {
        let archive = packed(&[("a/index.html", PAGE.as_bytes()), ("a/b/c 1.png", b"ABC"), ("d.png", b"D")]);
        let both = [b"<!doctype html><html><body><p>Unpacking</p>", &archive[..]].concat();
        for bytes in [archive, both] {
            let document = read(&bytes);
            assert_eq!(document.reading().importer, Importer::PageZip);
            assert_eq!(document.text(), "The words");
            let places: Vec<ImagePlace<'_>> = document.images().iter().map(|image| image.place()).collect();
            assert_eq!(places, [ImagePlace::Part("a/b/c 1.png"), ImagePlace::Part("d.png")]);
            assert_eq!(part(&bytes, "a/b/c 1.png", 9).as_deref(), Some(&b"ABC"[..]));
        }
    }

    #[test]
    fn a_page_that_only_ends_like_an_archive_is_a_page() {
        let document = read(b"<html><p>Files end with PK\x05\x06 there.</p>");
        assert!(document.text().starts_with("Files end"), "{}", document.text());
    }
}
