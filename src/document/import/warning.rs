//! What there is to be said about an article that was read, as values; their words are English.

use super::container_fault::ArchiveError;
use super::html_caps::Cap;
use super::markdown::MAX_DEPTH;
use super::xml::MAX_DEPTH as MAX_XML_DEPTH;
use crate::document::builder::{MAX_IMAGE_BYTES, MAX_IMAGES};
use std::fmt;

/// What the reader should know about the file of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportWarning {
    /// Its encoding was judged by the letters.
    Judged(&'static str),
    /// Some of it is nothing in its encoding.
    Damaged {
        /// In how many places.
        n_places: usize,
        /// In which encoding.
        encoding: &'static str,
        /// The line of the first, from 1.
        line: usize,
        /// The byte of the first, in the file.
        byte: usize,
    },
    /// Letters were broken before the file was written: UTF-8 that was taken for another encoding.
    Broken {
        /// In how many places.
        n_places: usize,
        /// The first as it stands there.
        seen: String,
        /// The same as it was.
        meant: String,
    },
    /// It has more blocks than are told apart: a page, or a file of another kind.
    OneBlock {
        /// Whether it is a page.
        is_page: bool,
    },
    /// Only as many blocks as are told apart are read.
    Cut,
    /// The page is too much for a parser.
    PlainWords(Cap),
    /// The article was not found in the page.
    WholePage,
    /// So many paragraphs of the article are in the page and hidden, behind an offer to subscribe.
    HiddenParagraphs(usize),
    /// So many parts of a book are protected against copying and left out.
    ProtectedParts(usize),
    /// So many parts that a book names are not in it, or cannot be read.
    MissingParts(usize),
    /// A book does not say in which order its parts are read.
    NoSpine,
    /// Only the beginning of a book is read: so many parts, so many bytes of text.
    LongBook {
        /// The most parts.
        n_parts: usize,
        /// The most bytes.
        n_bytes: usize,
    },
    /// So many pages within the page have words and are not shown with the article.
    Frames(usize),
    /// More files were saved with the page than so many, which are looked at.
    ManyFiles(usize),
    /// HTML in Markdown.
    HasHtml,
    /// Quotations and lists nest too deep.
    TooDeep,
    /// So many pictures are left out, since there are too many or their addresses too long.
    Pictures(usize),
    /// These pages, from 1, are pictures without text.
    Scanned {
        /// Which.
        pages: Vec<usize>,
        /// Of how many.
        n_pages: usize,
    },
    /// The file does not say which letters some of its glyphs are.
    UnknownLetters {
        /// How many.
        n: usize,
        /// Of how many.
        of: usize,
    },
    /// Only the first pages are read.
    PagesCut {
        /// How many.
        n_read: usize,
        /// Of how many.
        n_pages: usize,
    },
    /// These pages, from 1, draw more than is read of one page.
    PagesTooMuch(Vec<usize>),
    /// A part of the archive could not be read; the text is in another.
    Part(ArchiveError),
    /// The part that holds the text is damaged: what follows there is not read.
    PartCut,
    /// Elements of the text stand in each other deeper than is read.
    PartTooDeep,
    /// Changes are recorded; they are read as accepted, and so many deleted passages are left out.
    Changes(usize),
    /// So many files of other kinds stand in the text.
    Embedded(usize),
    /// Files were sent with a mail.
    Attached {
        /// How many.
        n: usize,
        /// What the first of them are called.
        names: Vec<String>,
    },
    /// Not one byte.
    Empty,
    /// Not one letter.
    NoText,
}

impl ImportWarning {
    /// Whether it says that there is no text at all, and why.
    pub(super) fn says_no_text(&self) -> bool {
        matches!(self, Self::Scanned { pages, n_pages } if pages.len() == *n_pages)
    }
}

impl fmt::Display for ImportWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Judged(name) => {
                write!(f, "the file is not UTF-8; judged by its letters it was read as {name}")
            }
            Self::Damaged { n_places, encoding, line, byte } => {
                f.write_str(&damaged(*n_places, encoding, (*line, *byte)))
            }
            Self::Broken { n_places, seen, meant } => f.write_str(&broken(*n_places, seen, meant)),
            Self::OneBlock { is_page: true } => {
                f.write_str("after 1,000,000 blocks the rest of the page is one block")
            }
            Self::OneBlock { is_page: false } => {
                f.write_str("after 1,000,000 blocks the rest of the file is one block")
            }
            Self::Cut => f.write_str("only the first 1,000,000 blocks of the file are read"),
            Self::PlainWords(cap) => write!(f, "the page is shown as plain words, because {cap}"),
            Self::WholePage => f.write_str(WHOLE_PAGE),
            Self::HiddenParagraphs(n) => counted(f, *n, &HIDDEN),
            Self::ProtectedParts(n) => counted(f, *n, &PROTECTED),
            Self::MissingParts(n) => counted(f, *n, &MISSING),
            Self::NoSpine => f.write_str(NO_SPINE),
            Self::LongBook { n_parts, n_bytes } => f.write_str(&long_book(*n_parts, *n_bytes)),
            Self::Frames(n) => counted(f, *n, &FRAMES),
            Self::ManyFiles(most) => {
                write!(f, "only {most} of the files that were saved with the page are looked at")
            }
            Self::HasHtml => f.write_str("the file has HTML in it: its tags are left out and its words kept"),
            Self::TooDeep => f.write_str(&too_deep()),
            Self::Pictures(n) => f.write_str(&pictures(*n)),
            Self::Scanned { pages, n_pages } if pages.len() == *n_pages => f.write_str(SCANNED),
            Self::Scanned { pages, .. } => write!(f, "{} without text, a picture (a scan)", Numbered(pages)),
            Self::UnknownLetters { n, of } => f.write_str(&unknown_letters(*n, *of)),
            Self::PagesCut { n_read, n_pages } => {
                write!(f, "only the first {n_read} of {n_pages} pages are read")
            }
            Self::PagesTooMuch(pages) => {
                write!(f, "{} not read to the end, since so much is drawn there", Numbered(pages))
            }
            Self::Part(error) => write!(f, "a part of the file is not read: {error}"),
            Self::PartCut => f.write_str(PART_CUT),
            Self::PartTooDeep => f.write_str(&part_too_deep()),
            Self::Changes(n) => {
                f.write_str("the file has recorded changes, which are read as accepted")?;
                if *n == 0 { Ok(()) } else { counted(f, *n, &DELETED) }
            }
            Self::Embedded(n) => {
                write!(f, "files of other kinds stand in the text and are not read: {n}")
            }
            Self::Attached { n, names } => {
                counted(f, *n, &ATTACHED)?;
                write!(f, ": {}", named(*n, names))
            }
            Self::Empty => f.write_str("the file is empty"),
            Self::NoText => f.write_str("the file has no text"),
        }
    }
}

/// What is said of one, and what stands before and after the number of several.
type Counted = [&'static str; 3];

const HIDDEN: Counted = [
    "behind an offer to subscribe the page hides one more paragraph of the article, which is left out",
    "behind an offer to subscribe the page hides ",
    " more paragraphs of the article, which are left out",
];

const PROTECTED: Counted = [
    "one part of the book is protected against copying (DRM) and left out",
    "",
    " parts of the book are protected against copying (DRM) and left out",
];

const MISSING: Counted = [
    "one part that the book names is not in the file, or cannot be read",
    "",
    " parts that the book names are not in the file, or cannot be read",
];

const FRAMES: Counted = [
    "a frame of the page has words that are no part of the article; all of the page shows them",
    "",
    " frames of the page have words that are no part of the article; all of the page shows them",
];

const DELETED: Counted = ["; one deleted passage is left out", "; ", " deleted passages are left out"];

const ATTACHED: Counted = [
    "one file was sent with the mail and is not read",
    "",
    " files were sent with the mail and are not read",
];

const SCANNED: &str =
    "the pages are pictures (a scan): there is no text in the file, and none can be read out of it here";

const WHOLE_PAGE: &str =
    "the article could not be told from the rest of the page, so all of the page is shown";

const NO_SPINE: &str =
    "the book does not say in which order it is read; its pages stand in the order of their names";

const PART_CUT: &str = "the file is damaged: what follows the last words shown could not be read";

fn broken(n_places: usize, seen: &str, meant: &str) -> String {
    format!(
        "letters of the file were broken before it was written ({seen} for {meant}; places: {n_places}): the encoding `repaired` reads them as they were"
    )
}

fn long_book(n_parts: usize, n_bytes: usize) -> String {
    format!(
        "only the beginning of the book is read: at most {n_parts} parts and {} MiB of text",
        n_bytes >> 20
    )
}

fn too_deep() -> String {
    format!("quotations and lists nest deeper than {MAX_DEPTH} levels and are shown at that depth")
}

fn part_too_deep() -> String {
    format!(
        "the elements of the file stand in each other deeper than {MAX_XML_DEPTH} levels; what follows there is not read"
    )
}

fn pictures(n: usize) -> String {
    format!(
        "{n} of its pictures are left out: more than {MAX_IMAGES}, or {} MiB of their addresses, are not kept",
        MAX_IMAGE_BYTES >> 20
    )
}

fn unknown_letters(n: usize, of: usize) -> String {
    format!(
        "the file does not say which letters {n} of its {of} glyphs are; they are shown as \u{fffd} or as the font has them"
    )
}

/// The names of files of which there are `n`; a sign for those that are not named.
pub fn named(n: usize, names: &[String]) -> String {
    let more = if names.len() < n { ", …" } else { "" };
    format!("{}{more}", names.join(", "))
}

fn counted(f: &mut fmt::Formatter<'_>, n: usize, [one, before, after]: &Counted) -> fmt::Result {
    if n == 1 { f.write_str(one) } else { write!(f, "{before}{n}{after}") }
}

/// Of places that are no letters of the encoding; `first` are the line and the byte of the first of them.
fn damaged(n_places: usize, encoding: &str, first: (usize, usize)) -> String {
    let (line, byte) = first;
    if n_places == 1 {
        format!(
            "one place could not be read as {encoding} and is shown as \u{fffd}: line {line}, byte {byte} of the file"
        )
    } else {
        format!(
            "{n_places} places could not be read as {encoding} and are shown as \u{fffd}; the first is in line {line}, byte {byte} of the file"
        )
    }
}

/// Pages in a sentence: `page 3 is`, `pages 3, 7–9 are`.
struct Numbered<'p>(&'p [usize]);

impl fmt::Display for Numbered<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (pages, are) = if self.0.len() == 1 { ("page", "is") } else { ("pages", "are") };
        write!(f, "{pages} {} {are}", ranges(self.0))
    }
}

/// How many ranges of pages are named.
const MAX_RANGES: usize = 12;

/// Numbers in rising order as people write them: `3, 7–9`; of many ranges the first.
pub fn ranges(pages: &[usize]) -> String {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for &page in pages {
        match ranges.last_mut().filter(|(_, last)| *last + 1 == page) {
            Some((_, last)) => *last = page,
            None => ranges.push((page, page)),
        }
    }
    let told = ranges.iter().take(MAX_RANGES);
    let told = told.map(|(first, last)| match first == last {
        true => first.to_string(),
        false => format!("{first}–{last}"),
    });
    let mut words = told.collect::<Vec<_>>().join(", ");
    words.push_str(if MAX_RANGES < ranges.len() { ", …" } else { "" });
    words
}
