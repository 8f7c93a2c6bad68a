//! Who reads which file: one row for each importer. A file is known by how it begins, and by the ending
//! of its name where that tells nothing.

use super::container_kind::ContainerKind;
use super::{
    File, ImportError, Imported, container, container_kind, epub, foreign, mhtml, page_zip, subtitles,
    webarchive,
};

/// Who makes the reading text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Importer {
    /// Plain text: the file's own lines.
    #[default]
    Plain,
    /// CommonMark with tables, footnotes, strikethrough, task lists and front matter.
    Markdown,
    /// A saved web page.
    Html,
    /// The words of a film, with their times.
    Subtitles,
    /// A web page with its pictures as a mail, and a mail.
    Mhtml,
    /// A web page with its pictures as Safari saves them.
    WebArchive,
    /// A PDF file.
    Pdf,
    /// A text of Word, in the form since 2007.
    Docx,
    /// A text in OpenDocument's format.
    Odt,
    /// A web page packed with its pictures.
    PageZip,
    /// A book.
    Epub,
}

/// An importer.
pub(super) struct Row {
    pub(super) importer: Importer,
    /// The name and version of the layer files' `renderedVia`. The version grows when any input could give
    /// another text.
    id: &'static str,
    /// The endings of names, in lower case.
    endings: &'static [&'static str],
    /// Whether a file is this by its bytes, whatever it is called; never for kinds of text, which are told
    /// when their letters are known.
    is: fn(&[u8]) -> bool,
    pub(super) read: fn(&File<'_>) -> Imported,
}

/// Before the ending of files that we write of articles and marks: they lie beside articles, and are none.
const OURS: &str = ".postil";

/// All of them; of those that know a file by its bytes the first reads it.
const IMPORTERS: &[Row] = &[
    Row {
        importer: Importer::Plain,
        id: "postil:plain/2",
        endings: &["txt", "text"],
        is: never,
        read: super::text,
    },
    Row {
        importer: Importer::Markdown,
        id: "postil:markdown/5",
        endings: &["md", "markdown"],
        is: never,
        read: super::text,
    },
    Row {
        importer: Importer::Html,
        id: "postil:html/4",
        endings: &["html", "htm", "xhtml"],
        is: never,
        read: super::text,
    },
    Row {
        importer: Importer::Subtitles,
        id: "postil:subtitles/2",
        endings: &["srt", "vtt"],
        is: never,
        read: super::text,
    },
    // The pages in these are read as every page is: their versions grow with that of HTML as well.
    Row {
        importer: Importer::Mhtml,
        id: "postil:mhtml/3",
        endings: &["mhtml", "mht", "eml"],
        is: mhtml::is_mhtml,
        read: mhtml::read,
    },
    Row {
        importer: Importer::WebArchive,
        id: "postil:webarchive/2",
        endings: &["webarchive"],
        is: webarchive::is_webarchive,
        read: webarchive::read,
    },
    #[cfg(feature = "pdf")]
    Row {
        importer: Importer::Pdf,
        id: "postil:pdf/2",
        endings: &["pdf"],
        is: super::pdf::is,
        read: super::pdf::read,
    },
    Row {
        importer: Importer::Docx,
        id: "postil:docx/3",
        endings: &["docx", "docm", "dotx", "dotm"],
        is: |bytes| matches!(container_kind::kind_of(bytes), Ok(ContainerKind::Docx)),
        read: super::docx::read,
    },
    Row {
        importer: Importer::Odt,
        id: "postil:odt/3",
        endings: &["odt", "ott"],
        is: |bytes| matches!(container_kind::kind_of(bytes), Ok(ContainerKind::Odt)),
        read: super::odt::read,
    },
    Row {
        importer: Importer::PageZip,
        id: "postil:page-zip/2",
        endings: &[],
        is: page_zip::is_page_zip,
        read: page_zip::read,
    },
    Row {
        importer: Importer::Epub,
        id: "postil:epub/3",
        endings: &["epub"],
        is: epub::is_epub,
        read: epub::read,
    },
];

fn never(_: &[u8]) -> bool {
    false
}

impl Importer {
    /// Whether it reads web pages, of which it takes the article or all.
    pub fn is_of_pages(self) -> bool {
        matches!(self, Self::Html | Self::Mhtml | Self::WebArchive | Self::PageZip)
    }

    /// The name and version of the layer files' `renderedVia`.
    pub fn id(self) -> &'static str {
        IMPORTERS.iter().find(|row| row.importer == self).map_or("", |row| row.id)
    }

    /// The importer of that name and version, if it is one of this program's.
    pub(in crate::document) fn of_id(id: &str) -> Option<Self> {
        IMPORTERS.iter().find(|row| row.id == id).map(|row| row.importer)
    }
}

/// Whether a file of this name may be of a kind that is read apart: it is called so, or its name tells nothing.
/// Only its bytes tell for certain.
pub fn is_name_read_apart(name: &str) -> bool {
    !matches!(ending(name), Some(Importer::Plain | Importer::Markdown | Importer::Html | Importer::Subtitles))
}

/// Whether an importer knows a file by how it begins.
pub(super) fn is_known_by_bytes(bytes: &[u8]) -> bool {
    by_bytes(bytes).is_some()
}

/// Who reads a file.
pub(super) fn row_of(bytes: &[u8], name: &str) -> Result<&'static Row, ImportError> {
    if let Some(row) = by_bytes(bytes) {
        return Ok(row);
    }
    if container::is_archive(bytes) {
        return Err(container_kind::refusal(bytes));
    }
    if let Some(refusal) = foreign::refusal(bytes) {
        return Err(refusal);
    }
    // A kind that is known by its bytes is none without them, whatever it is called.
    let importer = Some(by_name(name)).filter(|importer| *importer != Importer::Pdf).unwrap_or_default();
    IMPORTERS.iter().find(|row| row.importer == importer).ok_or(ImportError::Binary)
}

/// Whether a file of this name is one that [`import`](super::import) reads, judged by its ending;
/// for the listing of a folder.
///
/// ```
/// use postil::document::import::is_article_name;
/// assert!(is_article_name("Raqqa.HTML"));
/// assert!(!is_article_name("raqqa.txt.ana-1a7e.postil.jsonl"));
/// assert!(!is_article_name("raqqa.postil.html"), "a report of ours");
/// ```
pub fn is_article_name(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or("", |(stem, _)| stem);
    let end = stem.len().checked_sub(OURS.len()).and_then(|at| stem.get(at..));
    ending(name).is_some() && !end.is_some_and(|end| end.eq_ignore_ascii_case(OURS))
}

/// Whether a file of this name is an archive, which may be a page with its pictures: only what is in it tells
/// ([`ends_as_page`](super::ends_as_page)).
pub fn is_archive_name(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(stem, ending)| !stem.is_empty() && ending.eq_ignore_ascii_case("zip"))
}

/// The endings of the names of articles, in lower case; for the window that asks for files.
pub fn article_endings() -> Vec<&'static str> {
    IMPORTERS.iter().flat_map(|row| row.endings).copied().collect()
}

/// The importer that knows a file by its bytes, whatever it is called.
fn by_bytes(bytes: &[u8]) -> Option<&'static Row> {
    IMPORTERS.iter().find(|row| (row.is)(bytes))
}

fn ending(name: &str) -> Option<Importer> {
    let (stem, ending) = name.rsplit_once('.')?;
    let has = |row: &&Row| row.endings.iter().any(|known| ending.eq_ignore_ascii_case(known));
    let found = IMPORTERS.iter().find(has);
    found.filter(|_| !stem.is_empty()).map(|row| row.importer)
}

/// The importer that a name asks for; plain text where it asks for none.
pub(super) fn by_name(name: &str) -> Importer {
    ending(name).unwrap_or_default()
}

/// The importer for a text: what is called plain text may be a web page or subtitles.
pub(super) fn by_text(by_name: Importer, text: &str) -> Importer {
    match by_name {
        Importer::Plain if begins_as_page(text) => Importer::Html,
        Importer::Plain if subtitles::begins(text) => Importer::Subtitles,
        Importer::Subtitles if !subtitles::has_cues(text) => Importer::Plain,
        by_name => by_name,
    }
}

fn begins_as_page(text: &str) -> bool {
    let mut rest = text.trim_start();
    // An XML declaration and the comment by which browsers say where a page was saved from.
    for (open, close) in [("<?xml", "?>"), ("<!--", "-->")] {
        if rest.starts_with(open)
            && let Some((_, after)) = rest.split_once(close)
        {
            rest = after.trim_start();
        }
    }
    let starts = |tag: &str| rest.get(..tag.len()).is_some_and(|head| head.eq_ignore_ascii_case(tag));
    starts("<!doctype html") || starts("<html>") || starts("<html ") || starts("<html\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_beginnings_choose_the_importer() {
        let kind = |name: &str, text: &str| by_text(by_name(name), text);
        assert_eq!(kind("a.MD", ""), Importer::Markdown);
        assert_eq!(kind("a.b.xhtml", ""), Importer::Html);
        assert_eq!(kind("a.txt", "  <!DOCTYPE html><p>"), Importer::Html);
        assert_eq!(kind("a", "<?xml version='1.0'?>\n<!-- saved -->\n<HTML lang=ar>"), Importer::Html);
        assert_eq!(kind("a.txt", "<htmlish> is no page"), Importer::Plain);
        assert_eq!(kind("a.md", "<!doctype html>"), Importer::Markdown);
        assert_eq!(kind("md", ""), Importer::Plain);
    }

    #[test]
    fn a_page_saved_as_a_mail_is_known_by_its_bytes() {
        let mail = b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;";
        let importer = |bytes: &[u8]| row_of(bytes, "a.txt").map(|row| row.importer);
        assert_eq!(importer(mail), Ok(Importer::Mhtml));
        assert_eq!(importer(b"From: the market"), Ok(Importer::Plain));
    }

    #[test]
    fn only_articles_are_listed() {
        for name in ["a.txt", "a.text", "a.Markdown", "a.htm", "a.srt", "a.VTT", "a.MHT", "a.webarchive"] {
            assert!(is_article_name(name), "{name}");
        }
        for name in [
            "txt",
            ".txt",
            "a.mobi",
            "a.postil.md",
            "a.Postil.HTML",
            "a.txt.ana-1a7e.postil.jsonl",
            "postil.toml",
            "",
        ] {
            assert!(!is_article_name(name), "{name}");
        }
    }
}
