//! EPUB: the parts of a book in the order of reading, through the readers of pages, with its contents as
//! chapters and headings, the pages of its printed edition, its notes and its pictures.

use super::container::Container;
use super::container_kind::ContainerKind;
use super::epub_drm::Protection;
use super::epub_package::Package;
use super::epub_page::{self, Prepared, Signs, place_of};
use super::epub_sheets::Sheets;
use super::epub_toc::{Entry, Toc};
use super::html_found::is_same_title;
use super::{
    Extent, File, ImportError, ImportWarning, Imported, Warned, container, container_kind, decode, html,
    html_caps,
};
use crate::document::image::PART;
use crate::document::{BlockKind, Builder, Locator, LocatorKind, Reason, SourceMap};
use crate::text::TextSize;
use std::collections::BTreeMap;

/// The most text that is read of one book, in bytes of its parts.
const MAX_TEXT: usize = 64 << 20;
/// The most parts that are read.
const MAX_PARTS: usize = 5_000;
/// How many blocks after its place the heading of a chapter is looked for in.
const NEAR: usize = 3;

/// Whether a file is a book.
pub(super) fn is_epub(bytes: &[u8]) -> bool {
    matches!(container_kind::kind_of(bytes), Ok(ContainerKind::Epub))
}

/// Reads a book.
pub(super) fn read(file: &File<'_>) -> Imported {
    let mut container = Container::open(file.bytes)?;
    let package = Package::of(&mut container);
    let protection = Protection::of(&mut container);
    let toc = Toc::of(&mut container, &package);
    let mut book = Book { extent: file.options.extent, ..Book::new(&toc, &package) };
    let parts = book.parts(&mut container, &protection, file)?;
    if parts.iter().all(|(_, text)| text.trim().is_empty()) && !protection.parts.is_empty() {
        return Err(ImportError::Protected(protection.scheme));
    }
    for (name, text) in parts.iter().filter(|(_, text)| !html_caps::has_too_many_signs(text)) {
        epub_page::note_signs(text, name, &mut book.signs);
    }
    book.put_cover(&parts);
    let mut sheets = Sheets::default();
    for (name, text) in &parts {
        // Such a page is read as plain words: nothing is looked for in it.
        if html_caps::has_too_many_signs(text) {
            book.take(name, Prepared { page: text.clone(), pages: Vec::new() });
            continue;
        }
        let styles = sheets.of(name, text, &mut container);
        let prepared = epub_page::prepared(text, name, &book.signs);
        book.take(name, Prepared { page: [styles, prepared.page].concat(), ..prepared });
    }
    let mut metadata = package.metadata.clone();
    metadata.title = metadata.title.filter(|title| !title.is_empty());
    let reading = file.reading(book.encoding);
    number(&mut book.made.locators);
    let document = book.made.finish(metadata, reading, SourceMap::default());
    Ok(Warned { value: document, warnings: book.warnings })
}

/// A book in the making.
struct Book<'a> {
    toc: &'a Toc,
    package: &'a Package,
    extent: Extent,
    encoding: &'static str,
    made: Builder,
    n_tables: u32,
    signs: Signs,
    warnings: Vec<ImportWarning>,
}

impl<'a> Book<'a> {
    fn new(toc: &'a Toc, package: &'a Package) -> Self {
        Self {
            toc,
            package,
            extent: Extent::Article,
            encoding: "UTF-8",
            made: Builder::default(),
            n_tables: 0,
            signs: Signs::new(),
            warnings: Vec::new(),
        }
    }

    /// The texts of the parts, in order.
    fn parts(
        &mut self,
        container: &mut Container<'_>,
        protection: &Protection,
        file: &File<'_>,
    ) -> Result<Vec<(String, String)>, ImportError> {
        let mut parts = Vec::new();
        let (mut n_missing, mut n_protected, mut n_bytes) = (0, 0, 0_usize);
        for name in &self.package.spine {
            if MAX_PARTS <= parts.len() || MAX_TEXT < n_bytes {
                self.warnings.push(ImportWarning::LongBook { n_parts: MAX_PARTS, n_bytes: MAX_TEXT });
                break;
            }
            if protection.parts.contains(name) {
                n_protected += 1;
                continue;
            }
            let Ok(bytes) = container.bytes(name, container::MAX_TEXT) else {
                n_missing += 1;
                continue;
            };
            let declared = html::declared_encoding(&bytes);
            let Ok(decoded) = decode::decode(&bytes, file.options.encoding.as_deref(), declared) else {
                // A picture or a sound as a part of its own.
                n_missing += 1;
                continue;
            };
            if parts.is_empty() {
                self.encoding = decoded.name;
            }
            n_bytes += decoded.text.len();
            parts.push((name.clone(), decoded.text));
        }
        self.warnings.extend((0 < n_protected).then_some(ImportWarning::ProtectedParts(n_protected)));
        self.warnings.extend((0 < n_missing).then_some(ImportWarning::MissingParts(n_missing)));
        self.warnings.extend(self.package.is_guessed.then_some(ImportWarning::NoSpine));
        if parts.is_empty() && n_protected == 0 {
            return Err(ImportError::Archive(super::ArchiveError::NoArticle {
                n_parts: container.names().count(),
                first: container.names().next().unwrap_or_default().to_owned(),
            }));
        }
        if parts.is_empty() { Err(ImportError::Protected(protection.scheme)) } else { Ok(parts) }
    }

    /// Shows the picture of the cover, unless a page does.
    fn put_cover(&mut self, parts: &[(String, String)]) {
        let Some(cover) = &self.package.cover else { return };
        let file = cover.rsplit('/').next().unwrap_or_default();
        let first = parts.first().map(|(_, text)| text.as_str()).unwrap_or_default();
        if !first.contains(file) {
            self.made.image(&format!("{PART}{cover}"), "", None);
        }
    }

    /// Adds a part.
    fn take(&mut self, name: &str, prepared: Prepared) {
        let chapter = html::chapter(&prepared.page, self.extent != Extent::Article);
        for warning in chapter.warnings {
            if !self.warnings.contains(&warning) {
                self.warnings.push(warning);
            }
        }
        let mut chapter = chapter.value;
        let is_contents = self.package.contents.iter().any(|known| known == name)
            || self.toc.landmarks.iter().any(|(part, kind)| part == name && kind == "toc");
        if is_contents
            && self.extent == Extent::Article
            && !self.package.is_guessed
            && !self.toc.chapters.is_empty()
        {
            self.made.leave_out(Reason::Navigation, &chapter.text().replace("\n\n", "\n"));
            return;
        }
        let places = chapter.places.clone();
        let at = |place: &str| {
            if place.is_empty() { Some(TextSize::ZERO) } else { places.get(&place_of(name, place)).copied() }
        };
        let mut begun: BTreeMap<TextSize, &Entry> = BTreeMap::new();
        for entry in self.toc.chapters.iter().filter(|entry| entry.part == name) {
            let Some(start) = at(&entry.place) else { continue };
            head(&mut chapter, start, entry);
            // A section within a chapter is none; what begins a part of the book is, however deep it stands.
            let begins_part = entry.place.is_empty() || is_at_start(&chapter, start);
            if entry.depth == 0 || begins_part {
                begun.insert(start, entry);
            }
        }
        let pages = self.toc.pages.iter().filter(|page| page.part == name);
        let mut pages: BTreeMap<TextSize, String> =
            pages.filter_map(|page| Some((at(&page.place)?, page.label.clone()))).collect();
        for (place, label) in prepared.pages {
            if let Some(&start) = places.get(&place) {
                pages.entry(start).or_insert(label);
            }
        }
        for (start, entry) in begun {
            locate(&mut chapter, LocatorKind::Chapter, start, &entry.label);
        }
        for (start, label) in pages {
            locate(&mut chapter, LocatorKind::Page, start, &label);
        }
        if self.toc.chapters.is_empty() {
            locate_by_heading(&mut chapter);
        }
        let before = self.made.here();
        self.n_tables = self.made.append(chapter, self.n_tables);
        self.made.place_at(name, before);
    }
}

/// Puts pages and chapters in the order of the text and counts them.
fn number(locators: &mut [Locator]) {
    locators.sort_by_key(|locator| locator.start);
    for kind in [LocatorKind::Page, LocatorKind::Chapter] {
        for (index, locator) in (0..).zip(locators.iter_mut().filter(|locator| locator.kind == kind)) {
            locator.index = index;
        }
    }
}

fn locate(chapter: &mut Builder, kind: LocatorKind, start: TextSize, label: &str) {
    let label = label.trim().to_owned();
    chapter.locators.push(Locator { start, kind, label, index: 0 });
}

/// Without a table of contents the first heading of a part names it.
fn locate_by_heading(chapter: &mut Builder) {
    let heading = chapter.blocks().iter().find(|block| matches!(block.kind, BlockKind::Heading { .. }));
    let label = heading.and_then(|block| block.range.of(chapter.text())).map(str::to_owned);
    if let Some(label) = label {
        locate(chapter, LocatorKind::Chapter, TextSize::ZERO, &label);
    }
}

/// Whether nothing that can be read stands before `start`.
fn is_at_start(chapter: &Builder, start: TextSize) -> bool {
    chapter
        .blocks()
        .iter()
        .find(|block| !block.range.is_empty())
        .is_none_or(|block| start <= block.range.start())
}

/// Makes the line at `start` a heading that says what the table of contents does: many books have their
/// headings as paragraphs in large letters.
fn head(chapter: &mut Builder, start: TextSize, entry: &Entry) {
    let first = chapter.blocks.partition_point(|block| block.range.end() <= start && !block.range.is_empty());
    let level = u8::try_from(entry.depth + 1).unwrap_or(6).clamp(1, 6);
    let text = std::mem::take(&mut chapter.text);
    let near = chapter.blocks.iter_mut().skip(first).take(NEAR);
    for block in near {
        if matches!(block.kind, BlockKind::Heading { .. }) {
            break;
        }
        let words = block.range.of(&text).unwrap_or_default();
        if matches!(block.kind, BlockKind::Paragraph) && is_same_title(words, &entry.label) {
            block.kind = BlockKind::Heading { level };
            break;
        }
    }
    chapter.text = text;
}
