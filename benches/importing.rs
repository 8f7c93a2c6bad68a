//! How long it takes to make documents of files of every kind: `cargo bench --bench importing` prints a table
//! in Markdown, which `scripts/measurements` puts into the README. Reports and books are made here, always the
//! same; pages are those of the samples and the tests, or of the folders below the one that `PAGES` names. There
//! are no limits that fail: machines differ.
#![expect(clippy::print_stdout, reason = "the table is what is asked for")]
#![expect(clippy::print_stderr, reason = "what is being measured is said beside the table")]
#![expect(clippy::disallowed_methods, reason = "pages are files")]

#[path = "reading/long_pdf.rs"]
mod long_pdf;
#[path = "importing/made.rs"]
mod made;
#[path = "reading/table.rs"]
mod table;
#[path = "reading/texts.rs"]
#[expect(dead_code, reason = "only the articles are needed here")]
mod texts;

use postil::disk::{Directories, Disk, apart};
use postil::document::import::{Options, import};
use postil::host::Files;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use table::{row, words};

/// The pages of the reports.
const REPORT: usize = 200;
const BOOK: usize = 300;

fn main() {
    println!("| what | measured | shall be |\n|---|---|---|");
    pages();
    let pdf = long_pdf::of(BOOK);
    let per_page = u32::try_from(BOOK).unwrap_or(u32::MAX);
    whole("text of a PDF, for each page", "a.pdf", &pdf, per_page, "25 ms");
    whole("a PDF of 300 pages", "a.pdf", &pdf, 1, "");
    by_all(&pdf);
    whole("a DOCX of 200 pages", "a.docx", &made::docx(REPORT), 1, "0.4 s");
    whole("an EPUB of 1 MB of text", "a.epub", &made::epub(1_000_000), 1, "0.5 s");
    apart();
}

/// All saved pages that there are.
fn pages() {
    eprintln!("reading pages …");
    let here = |folder: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let folders = match std::env::var_os("PAGES") {
        Some(folder) => inside(Path::new(&folder)),
        None => ["sample_docs", "tests/fixtures/pages"].map(here).into(),
    };
    let is_page = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "html");
    let mut times: Vec<(Duration, PathBuf)> = Vec::new();
    for path in folders.iter().flat_map(|folder| inside(folder)).filter(is_page) {
        let bytes = std::fs::read(&path).expect("a page");
        times.push((middle(|| drop(import(&bytes, "a.html", &Options::default()))), path));
    }
    times.sort();
    for (time, path) in times.iter().rev().take(5) {
        eprintln!("{}: {}", words(*time), path.display());
    }
    let (median, worst) = (times[times.len() / 2].0, times[times.len() - 1].0);
    row(
        "a saved page: median, worst",
        &format!("{}; {} (of {})", words(median), words(worst), times.len()),
        "6 ms; 60 ms",
    );
}

fn inside(folder: &Path) -> Vec<PathBuf> {
    let entries = folder.read_dir().into_iter().flatten();
    entries.map(|entry| entry.expect("an entry").path()).collect()
}

fn whole(what: &str, name: &str, bytes: &[u8], parts: u32, limit: &str) {
    eprintln!("reading {what} …");
    match import(bytes, name, &Options::default()) {
        Ok(_) => row(what, &words(middle(|| drop(import(bytes, name, &Options::default()))) / parts), limit),
        Err(error) => row(what, &format!("not measured: {error}"), limit),
    }
}

fn disk() -> Disk {
    let program = [env!("CARGO_BIN_EXE_postil"), apart::ARGUMENT].map(Into::into).to_vec();
    let nowhere = Directories::below(PathBuf::from("/nowhere"));
    Disk::with(nowhere).reading_by(program, apart::Limits::default())
}

/// A long PDF as the window reads it, whose first page on the screen is among the figures of reading.
fn by_all(pdf: &[u8]) {
    eprintln!("reading a PDF apart …");
    let disk = disk();
    let time = middle(|| drop(disk.read_apart(pdf, "a.pdf", &Options::default())));
    row("… in a process of its own, by all processors", &words(time), "");
}

/// What a process of its own costs.
fn apart() {
    eprintln!("reading apart …");
    let disk = disk();
    let time = middle(|| drop(disk.read_apart(b"The army denied it.", "a.txt", &Options::default())));
    row("what reading in a process of its own takes longer", &words(time), "");
}

/// The middle of five.
fn middle(work: impl Fn()) -> Duration {
    let mut times: Vec<Duration> = (0..5).map(|_| timed(&work)).collect();
    times.sort();
    times[2]
}

fn timed(work: impl Fn()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}
