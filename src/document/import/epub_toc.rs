//! The table of contents of a book, and where the pages of its printed edition begin.

use super::container::{Container, folder_of, within as path_within};
use super::epub_package::{Package, unescaped};
use super::epub_xml::{Element, elements, within};

/// A line of the contents, or a page of the printed edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) label: String,
    /// The part that it begins in.
    pub(super) part: String,
    /// The name of the place in that part; empty for its beginning.
    pub(super) place: String,
    /// 0 for what stands in no other entry.
    pub(super) depth: usize,
}

/// What leads into a book.
#[derive(Clone, Debug, Default)]
pub(super) struct Toc {
    pub(super) chapters: Vec<Entry>,
    pub(super) pages: Vec<Entry>,
    /// Parts that are called something by the landmarks: `toc`, `cover`, `endnotes`.
    pub(super) landmarks: Vec<(String, String)>,
}

impl Toc {
    /// Reads the contents of EPUB 3, or else those of EPUB 2.
    pub(super) fn of(container: &mut Container<'_>, package: &Package) -> Self {
        let mut toc = Self::default();
        if let Some(name) = &package.nav {
            let page = container.index(name).ok().flatten().unwrap_or_default();
            toc.take_nav(&elements(&page), folder_of(name));
        }
        if let Some(name) = package.ncx.as_ref().filter(|_| toc.chapters.is_empty()) {
            let list = container.index(name).ok().flatten().unwrap_or_default();
            toc.take_ncx(&elements(&list), folder_of(name));
        }
        toc
    }

    fn take_nav(&mut self, page: &[Element], folder: &str) {
        for (index, nav) in page.iter().enumerate().filter(|(_, of)| of.name == "nav") {
            let inner = within(page, index);
            let depth_of = |of: &Element, n: usize| {
                let before = inner.get(..n).unwrap_or_default();
                // The lists that are open where it stands.
                let mut depth = of.depth;
                let mut n_lists = 0_usize;
                for element in before.iter().rev() {
                    if element.depth < depth {
                        depth = element.depth;
                        n_lists += usize::from(element.name == "ol");
                    }
                }
                n_lists.saturating_sub(1)
            };
            let links = inner.iter().enumerate().filter(|(_, of)| of.name == "a");
            let entries = links.filter_map(|(n, of)| {
                Some((of, entry(folder, of.get("href")?, &of.line(), depth_of(of, n))?))
            });
            if nav.has("epub:type", "toc") || nav.get("role") == Some("doc-toc") {
                self.chapters.extend(entries.map(|(_, entry)| entry));
            } else if nav.has("epub:type", "page-list") || nav.get("role") == Some("doc-pagelist") {
                self.pages.extend(entries.map(|(_, entry)| entry));
            } else if nav.has("epub:type", "landmarks") {
                let kinds =
                    entries.filter_map(|(of, entry)| Some((entry.part, of.get("epub:type")?.to_owned())));
                self.landmarks.extend(kinds);
            }
        }
    }

    fn take_ncx(&mut self, list: &[Element], folder: &str) {
        for (index, point) in list.iter().enumerate() {
            let is_page = point.name == "pageTarget";
            if point.name != "navPoint" && !is_page {
                continue;
            }
            let inner = within(list, index);
            let label = inner.iter().find(|of| of.name == "text").map(Element::line).unwrap_or_default();
            let source = inner.iter().find(|of| of.name == "content").and_then(|of| of.get("src"));
            let top = list.iter().find(|of| of.name == point.name).map_or(0, |of| of.depth);
            let entry =
                source.and_then(|source| entry(folder, source, &label, point.depth.saturating_sub(top)));
            if is_page { self.pages.extend(entry) } else { self.chapters.extend(entry) }
        }
    }
}

fn entry(folder: &str, address: &str, label: &str, depth: usize) -> Option<Entry> {
    let (part, place) = address.split_once('#').unwrap_or((address, ""));
    let part = path_within(folder, &unescaped(part))?;
    (!label.is_empty() && !part.is_empty()).then(|| Entry {
        label: label.to_owned(),
        part,
        place: place.to_owned(),
        depth,
    })
}
