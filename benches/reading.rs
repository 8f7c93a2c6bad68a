//! How long reading takes: `cargo bench --bench reading` prints a table in Markdown, which
//! `scripts/measurements` puts into the README. Texts are made here, always the same.
//!
//! The start of the program and its idleness are measured from outside where Xvfb is installed. There
//! are no limits that fail: machines differ.
#![expect(clippy::print_stdout, reason = "the table is what is asked for")]
#![expect(clippy::print_stderr, reason = "what is being measured is said beside the table")]
#![expect(clippy::disallowed_methods, reason = "a measurement lays files on a desk and starts the program")]

#[path = "reading/all_marks.rs"]
mod all_marks;
#[path = "reading/finding.rs"]
mod finding;
#[path = "reading/folder.rs"]
mod folder;
#[path = "reading/guesses.rs"]
mod guesses;
#[path = "reading/incidents.rs"]
mod incidents;
#[path = "reading/long_pdf.rs"]
mod long_pdf;
#[path = "reading/marks.rs"]
mod marks;
#[path = "reading/program.rs"]
mod program;
#[path = "reading/scale.rs"]
mod scale;
#[path = "reading/table.rs"]
mod table;
#[path = "reading/texts.rs"]
mod texts;
#[path = "reading/window.rs"]
mod window;

use postil::anchor::{Placer, Target, describe};
use postil::document::import::{Options, import};
use postil::document::{Document, DocumentId, Timestamp};
use postil::page::{Align, BUNDLED, Face, Fonts, Page, PageStyle};
use postil::text::{TextRange, TextSize};
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};
use table::{row, words};

/// Width and height of the window, in points.
const WINDOW: (f32, f32) = (1280.0, 800.0);
/// How many marks are placed.
const N_MARKS: usize = 1000;

/// The groups of rows. `cargo bench --bench reading -- scale` measures one of them.
const GROUPS: [(&str, fn()); 13] = [
    ("program", the_program),
    ("window", the_window),
    ("opening", opening),
    ("laying", laying_out),
    ("placing", placing),
    ("finding", searching),
    ("guesses", guesses::rows),
    ("scale", scale::measure),
    ("pdf", long_pdf_on_the_screen),
    ("marks", marks::rows),
    ("table", all_marks::rows),
    ("folder", folder::rows),
    ("incidents", incidents::rows),
];

fn main() {
    // Cargo adds `--bench`.
    let asked: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    println!("| what | measured | shall be |\n|---|---|---|");
    for (name, measure) in GROUPS {
        if asked.is_empty() || asked.iter().any(|word| word == name) {
            measure();
        }
    }
}

/// The median and the worst.
fn spread(mut times: Vec<Duration>) -> String {
    times.sort();
    let (middle, worst) = (times[times.len() / 2], times[times.len() - 1]);
    format!("{} (worst of {}: {})", words(middle), times.len(), words(worst))
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let done = black_box(work());
    (start.elapsed(), done)
}

fn the_program() {
    eprintln!("starting the program …");
    match program::measure() {
        Ok(measured) => {
            row("from the start to the first frame, with the article", &spread(measured.starts), "0.4 s");
            row("memory of its own with that article", &format!("{} MB", measured.megabytes), "");
            let ticks = format!("{} ms in {} s", measured.idle.as_millis(), program::IDLE.as_secs());
            row("processor time of an idle window", &ticks, "none");
        }
        Err(why) => row("from the start to the first frame", &format!("not measured: {why}"), "0.4 s"),
    }
}

fn the_window() {
    eprintln!("tagging in the window …");
    let measured = window::measure();
    row("tagging a selection, to the frame that shows it", &spread(measured.tags), "16 ms");
    row(
        "a letter in a figure's field, to the frame that shows how it is read",
        &spread(measured.letters),
        "4 ms",
    );
    row("a frame while nothing changes", &spread(measured.frames), "");
    row("frames that an idle window asks for", if measured.is_idle { "none" } else { "some" }, "none");
}

fn long_pdf_on_the_screen() {
    eprintln!("starting the program with a long PDF …");
    let measured = program::measure_start("long.pdf", &long_pdf::of(300), 5);
    let starts = measured.map_or_else(|why| why, |measured| spread(measured.starts));
    row("from the start to the first page of a PDF of 300 pages", &starts, "0.7 s");
}

/// What is opened, by name, and its bytes.
fn sizes() -> [(&'static str, String); 3] {
    [
        ("7 KB", texts::article(7_000)),
        ("1 MB", texts::article(1_000_000)),
        ("10 MB", texts::article(10_000_000)),
    ]
}

fn read(text: &str) -> Document {
    import(text.as_bytes(), "article.txt", &Options::default()).expect("a text").value
}

fn opening() {
    for (size, text) in sizes() {
        eprintln!("opening {size} …");
        let times = (0..5).map(|_| timed(|| read(&text)).0).collect();
        row(&format!("reading an article of {size}"), &spread(times), "");
    }
}

fn laying_out() {
    let style = PageStyle::new(Face::Serif, 18.0);
    for (size, text) in sizes() {
        eprintln!("laying out {size} …");
        let mut fonts = Fonts::new(&BUNDLED);
        let (first, mut page) = timed(|| {
            let mut page = Page::new(Arc::new(read(&text)));
            page.layout(&mut fonts, &style, WINDOW.0, WINDOW.1);
            page
        });
        let length = page.document().text().len();
        let jumps = (1..20).map(|nth| {
            let offset = TextRange::empty(TextSize::from_usize(length * (nth * 7 % 20) / 20));
            let offset = page.document().snap(offset).start();
            let jump = timed(|| {
                page.scroll_to(&mut fonts, offset, Align::Top);
                page.layout(&mut fonts, &style, WINDOW.0, WINDOW.1);
            });
            jump.0
        });
        let jumps: Vec<Duration> = jumps.collect();
        row(&format!("the first screen of {size}, reading included"), &words(first), "");
        // A short article is in hand after its first screen.
        if 100_000 < length {
            row(&format!("a screen anywhere in {size}"), &spread(jumps), "");
        }
    }
}

fn searching() {
    eprintln!("finding words …");
    for found in finding::rows() {
        let limit = if found.what.contains("expression") { "" } else { "100 ms" };
        row(&found.what, &format!("{}, {} hits", spread(found.times), found.n_hits), limit);
    }
}

fn placing() {
    for (size, n_bytes) in [("100 KB", 100_000), ("1 MB", 1_000_000)] {
        eprintln!("placing marks in {size} …");
        let before = texts::article(n_bytes);
        let document = read(&before);
        let targets = targets(&document);
        let times = (0..5).map(|_| timed(|| n_found(&document, &targets, None)).0).collect();
        row(&format!("placing 1,000 marks in the {size} that they were made on"), &spread(times), "");
        let after = read(&texts::edited(&before));
        for (words_of, earlier) in [("with", Some(document.text())), ("without", None)] {
            let (time, found) = timed(|| n_found(&after, &targets, earlier));
            let what = format!("… after every twentieth paragraph changed, {words_of} the old text");
            row(&what, &format!("{} ({found} found)", words(time)), "");
        }
    }
}

/// Marks of some words each, evenly over the text.
fn targets(document: &Document) -> Vec<Target> {
    let length = document.text().len();
    let range = |nth: usize| {
        let start = TextSize::from_usize(length * nth / N_MARKS);
        let end = TextSize::from_usize((length * nth / N_MARKS + 60).min(length));
        document.snap(TextRange::new(start, end))
    };
    let (id, time) = (DocumentId::mint(document.digest()), Timestamp::from_seconds(0));
    (0..N_MARKS).map(|nth| describe(document, id, &[range(nth)], time)).collect()
}

fn n_found(document: &Document, targets: &[Target], earlier: Option<&str>) -> usize {
    let placer = Placer::new(&Arc::new(document.clone()), earlier);
    targets.iter().filter(|target| placer.place(target).passage().is_some()).count()
}
