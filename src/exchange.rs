//! Ways out, and in again: marks in the formats of other programs.
//!
//! Pure: what is told of articles and marks goes in, bytes come out, row by row, so that memory does not
//! grow with the number of articles. Knows no paths and no files; every format is a row of [`FORMATS`].
//!
//! Strangers' words are harmless in each: a cell that a spreadsheet would run begins with an apostrophe,
//! what would turn the order of reading is a sign (an escape in JSON), and no word becomes mark-up.

pub mod archive;
pub mod bundle;
mod columns;
pub mod csv;
pub mod gradebook;
pub mod grades;
mod incoming;
mod markdown;
mod ndjson;
pub mod report;
pub mod seal;
pub mod sheet;
mod sheet_formats;
mod told;
mod w3c;
pub mod xlsx;

pub use columns::COLUMNS;
pub use incoming::{Incoming, IncomingLayer, NotReadable, read};
pub use sheet_formats::{SHEET_FORMATS, SheetFormat};
pub use told::{ArticleFacts, MarkFacts, RelationFacts, Told};

use std::io::{self, Write};

/// Writes articles one after another.
pub trait Writer {
    /// One more article with its marks.
    fn article(&mut self, told: &Told) -> io::Result<()>;

    /// That was all.
    fn end(self: Box<Self>) -> io::Result<()>;
}

/// Whether a file that begins with these bytes, a kilobyte of it at least, is an export of ours that could be
/// taken for an article.
pub fn is_export(beginning: &[u8]) -> bool {
    let has =
        |words: &str| beginning.windows(words.len()).take(1024).any(|window| window == words.as_bytes());
    beginning.starts_with(markdown::BEGINNING.as_bytes()) || has(report::GENERATOR)
}

/// A format to export in.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// The word of the command line.
    pub id: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// The endings of its files, the usual one first.
    pub endings: &'static [&'static str],
    /// Whether [`read`] takes it in again.
    pub is_read: bool,
    /// Begins a file.
    begin: for<'a> fn(&'a mut dyn Write) -> io::Result<Box<dyn Writer + 'a>>,
}

impl Format {
    /// Begins a file of this format.
    pub fn begin<'a>(&self, out: &'a mut dyn Write) -> io::Result<Box<dyn Writer + 'a>> {
        (self.begin)(out)
    }

    /// The format of that name, or with files of that ending.
    pub fn called(word: &str) -> Option<&'static Self> {
        let word = word.trim_start_matches('.').to_lowercase();
        let by_ending = || FORMATS.iter().find(|format| format.endings.contains(&word.as_str()));
        FORMATS.iter().find(|format| format.id == word).or_else(by_ending)
    }
}

/// All formats, in the order of menus.
pub const FORMATS: [Format; 6] = [
    Format {
        id: "csv",
        label: "Comma-separated values",
        endings: &["csv"],
        is_read: false,
        begin: csv::begin_csv,
    },
    Format {
        id: "tsv",
        label: "Tab-separated values",
        endings: &["tsv", "tab"],
        is_read: false,
        begin: csv::begin_tsv,
    },
    Format { id: "xlsx", label: "Workbook", endings: &["xlsx"], is_read: false, begin: xlsx::begin },
    Format {
        id: "ndjson",
        label: "One JSON object a mark",
        endings: &["ndjson", "jsonl"],
        is_read: true,
        begin: ndjson::begin,
    },
    Format {
        id: "w3c",
        label: "W3C annotation collection",
        endings: &["jsonld", "json"],
        is_read: true,
        begin: w3c::begin,
    },
    Format {
        id: "markdown",
        label: "Markdown",
        endings: &["md", "markdown"],
        is_read: false,
        begin: markdown::begin,
    },
];
