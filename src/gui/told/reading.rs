//! What there is to know of an article as it was read.

use super::files::archive;
use crate::document::ImportWarning;
use crate::document::import::{Cap, named, ranges};
use crate::gui::widgets::visible;
use crate::gui::words::say;

/// In one line.
pub(super) fn import_warning(warning: &ImportWarning) -> String {
    match warning {
        ImportWarning::Judged(encoding) => say!("reading-judged", encoding = *encoding),
        ImportWarning::Damaged { n_places, encoding, line, byte } => {
            say!("reading-damaged", count = *n_places, encoding = *encoding, line = *line, byte = *byte)
        }
        ImportWarning::OneBlock { is_page: true } => say!("reading-one-block-page"),
        ImportWarning::OneBlock { is_page: false } => say!("reading-one-block"),
        ImportWarning::Cut => say!("reading-cut"),
        ImportWarning::WholePage => say!("reading-whole-page"),
        ImportWarning::HiddenParagraphs(n) => say!("reading-hidden", count = *n),
        ImportWarning::HasHtml => say!("reading-has-html"),
        ImportWarning::TooDeep => say!("reading-too-deep"),
        ImportWarning::Pictures(n) => say!("reading-pictures", count = *n),
        ImportWarning::Part(error) => say!("reading-part", reason = archive(error)),
        ImportWarning::PartCut => say!("reading-part-cut"),
        ImportWarning::Changes(n) => say!("reading-changes", count = *n),
        ImportWarning::Embedded(n) => say!("reading-embedded", count = *n),
        ImportWarning::Attached { n, names } => {
            say!("reading-attached", count = *n, names = visible(&named(*n, names)))
        }
        ImportWarning::Empty => say!("reading-empty"),
        ImportWarning::NoText => say!("reading-no-text"),
        ImportWarning::PartTooDeep => say!("reading-part-too-deep"),
        ImportWarning::Broken { seen, meant, .. } => {
            say!("reading-broken", seen = visible(seen), meant = visible(meant))
        }
        ImportWarning::PlainWords(cap) => say!("reading-plain-words", reason = too_much(*cap)),
        ImportWarning::Frames(n) => say!("reading-frames", count = *n),
        ImportWarning::ManyFiles(most) => say!("reading-many-files", count = *most),
        ImportWarning::ProtectedParts(n) => say!("reading-protected-parts", count = *n),
        ImportWarning::MissingParts(n) => say!("reading-missing-parts", count = *n),
        ImportWarning::NoSpine => say!("reading-no-spine"),
        ImportWarning::LongBook { n_parts, n_bytes } => {
            say!("reading-long-book", parts = *n_parts, size = n_bytes >> 20)
        }
        ImportWarning::Scanned { pages, n_pages } if pages.len() == *n_pages => say!("reading-scanned"),
        ImportWarning::Scanned { pages, .. } => {
            say!("reading-scanned-pages", count = pages.len(), pages = ranges(pages))
        }
        ImportWarning::UnknownLetters { n, of } => say!("reading-unknown-letters", count = *n, of = *of),
        ImportWarning::PagesCut { n_read, n_pages } => {
            say!("reading-pages-cut", count = *n_read, of = *n_pages)
        }
        ImportWarning::PagesTooMuch(pages) => {
            say!("reading-pages-too-much", count = pages.len(), pages = ranges(pages))
        }
    }
}

/// What is too much for a parser of pages.
fn too_much(cap: Cap) -> String {
    match cap {
        Cap::Attributes => say!("reading-cap-attributes"),
        Cap::Depth => say!("reading-cap-depth"),
        Cap::Elements => say!("reading-cap-elements"),
        Cap::Signs => say!("reading-cap-signs"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::words::{Language, speak};

    #[test]
    fn what_is_rare_is_told_in_the_language_that_is_spoken() {
        let pages = vec![3, 7, 8, 9];
        let all = [
            ImportWarning::Broken { n_places: 2, seen: "Ã©".to_owned(), meant: "é".to_owned() },
            ImportWarning::PlainWords(Cap::Depth),
            ImportWarning::ProtectedParts(2),
            ImportWarning::MissingParts(1),
            ImportWarning::NoSpine,
            ImportWarning::LongBook { n_parts: 2_000, n_bytes: 64 << 20 },
            ImportWarning::Frames(1),
            ImportWarning::Attached { n: 7, names: ["statement.pdf", "map.png"].map(str::to_owned).to_vec() },
            ImportWarning::ManyFiles(100),
            ImportWarning::Scanned { pages: pages.clone(), n_pages: 12 },
            ImportWarning::Scanned { pages: vec![1], n_pages: 1 },
            ImportWarning::UnknownLetters { n: 4, of: 90 },
            ImportWarning::PagesCut { n_read: 5, n_pages: 9 },
            ImportWarning::PagesTooMuch(pages),
            ImportWarning::PartTooDeep,
        ];
        assert!(import_warning(&all[9]).starts_with("pages 3, 7–9 are pictures"));
        let english = all.each_ref().map(import_warning);
        speak(Language::Spanish, &[]);
        for (warning, english) in all.iter().zip(english) {
            let told = import_warning(warning);
            assert!(told != english && told != warning.to_string() && !told.contains('{'), "{told}");
        }
        assert!(import_warning(&all[9]).starts_with("las páginas 3, 7–9 son imágenes"));
    }
}
