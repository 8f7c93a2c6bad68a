//! How often marks are found again in changed articles, and how fast: `cargo bench --bench anchoring`
//! prints a table in Markdown, which `scripts/measurements` puts into the README. The editors are
//! those of `tests/anchoring.rs`, on more seeds and others. There are no limits that fail: machines differ.
//!
//! `-- rates`, `-- speed`, `-- layers` or `-- log` measures one group; `-- failures` prints what went wrong.
#![expect(clippy::print_stdout, reason = "the table is what is asked for")]
#![expect(clippy::print_stderr, reason = "what is being measured is said beside the table")]

#[path = "reading/texts.rs"]
#[expect(dead_code, reason = "only the articles are needed here")]
mod texts;

#[path = "../tests/support/edits.rs"]
mod edits;
#[path = "../tests/support/fates.rs"]
mod fates;
#[path = "../tests/support/rates.rs"]
mod rates;
#[path = "../tests/support/simulator.rs"]
mod simulator;

use postil::anchor::{KeptTexts, Placers, Target, describe};
use postil::disk::{Directories, Disk};
use postil::document::import::Options;
use postil::document::{Document, DocumentId, Timestamp};
use postil::host::{Files, Logs, Storage};
use postil::layer::{
    Annotation, AnnotationId, Annotator, AnnotatorId, Change, Layer, LayerId, Placements, TagId, Transaction,
};
use postil::session::{Action, Place, Session};
use postil::sidecar::{FORMAT, Header, LayerFile};
use postil::text::{TextRange, TextSize};
use rates::{Rates, Tally};
use simulator::{Chance, Editor, Trial};
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};
use uuid::Uuid;

/// The trials of the test are others.
const SEEDS: std::ops::Range<u64> = 10_000..11_000;
/// How many marks are placed, read and saved.
const N_MARKS: usize = 10_000;

fn main() {
    // Cargo adds `--bench`.
    let asked: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    println!("| what | measured | shall be |\n|---|---|---|");
    for (name, measure) in [("rates", rates as fn()), ("speed", speed), ("layers", layers), ("log", log)] {
        if asked.is_empty() || asked.iter().any(|word| word == name) {
            measure();
        }
    }
    if asked.iter().any(|word| word == "failures") {
        println!("{}", Rates::of(SEEDS, Editor::Hard, true).failures.join("\n"));
    }
}

fn row(what: &str, measured: &str, limit: &str) {
    println!("| {what} | {measured} | {limit} |");
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let done = black_box(work());
    (start.elapsed(), done)
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// The median of five, and the worst.
fn five<T>(mut work: impl FnMut() -> T) -> String {
    let mut times: Vec<Duration> = (0..5).map(|_| timed(&mut work).0).collect();
    times.sort();
    format!("{:.1} ms (worst of 5: {:.1} ms)", ms(times[2]), ms(times[4]))
}

fn rates() {
    for (editor, whose) in [(Editor::Usual, "of an editor"), (Editor::Hard, "of one who works on the marks")]
    {
        for (old_text, is_kept) in [("with the kept text", true), ("without it", false)] {
            eprintln!("placing after the edits {whose}, {old_text} …");
            let rates = Rates::of(SEEDS, editor, is_kept);
            eprintln!("{}", rates.table());
            let limit = |with: &'static str, without: &'static str| if is_kept { with } else { without };
            let of = |tally: Tally, n: usize| format!("{:.2} % of {}", tally.percent(n), tally.n);
            let (deleted, edited, untouched) = (rates.deleted, rates.edited, rates.untouched);
            row(
                &format!("after the edits {whose}, {old_text}: deleted passages that land somewhere"),
                &of(deleted, deleted.wrong),
                limit("at most 1 %", "at most 3 %"),
            );
            let right = limit("at least 95 %", "at least 80 %");
            row("… edited ones in the right place", &of(edited, edited.right), right);
            let wrong = limit("at most 1.5 %", "at most 3 %");
            row("… edited ones in a wrong place", &of(edited, edited.wrong), wrong);
            row(
                "… edited ones with both ends right",
                &of(edited, edited.to_the_byte),
                limit("at least 85 %", ""),
            );
            row(
                "… untouched ones in the right place",
                &of(untouched, untouched.right),
                limit("", "at least 98.5 %"),
            );
            let ends = of(untouched, untouched.to_the_byte);
            row("… untouched ones with both ends right", &ends, limit("at least 99.7 %", ""));
            let silent = untouched.silently_wrong + edited.silently_wrong + deleted.silently_wrong;
            let all = Tally { n: untouched.n + edited.n + deleted.n, ..Tally::default() };
            row("… all that land wrong without a word", &of(all, silent), "");
        }
    }
}

fn speed() {
    let article = texts::article(1_000_000);
    eprintln!("changing an article …");
    let trial = Trial::of(&article, Editor::Usual, &mut Chance::new(4), 0);
    let (old, new) = (trial.old, trial.new);
    let layer = layer(&old, 1, targets(&old, N_MARKS));
    let kept = KeptTexts::from([(old.digest(), old.text().to_owned())]);
    let (old, new) = (Arc::new(old), Arc::new(new));
    let place = |document: &Arc<Document>, kept: &KeptTexts| {
        Placements::of(&layer, &Placers::new(Arc::clone(document), kept.clone()))
    };
    eprintln!("placing {N_MARKS} marks …");
    row("placing 10,000 marks in the 1 MB that they were made on", &five(|| place(&old, &kept)), "20 ms");
    let found = |kept: &KeptTexts| {
        let placements = place(&new, kept);
        placements.iter().filter(|(_, placement)| placement.passage().is_some()).count()
    };
    let n_found = found(&kept);
    row(
        &format!("… in a heavily edited copy, with the old text ({n_found} land)"),
        &five(|| found(&kept)),
        "1 s",
    );
    let none = KeptTexts::new();
    let n_found = found(&none);
    row(&format!("… without the old text ({n_found} land)"), &five(|| found(&none)), "");
    let long = Document::plain(&texts::article(5_000_000));
    eprintln!("describing …");
    let (id, time) = (DocumentId::mint(long.digest()), Timestamp::from_seconds(0));
    let ranges: Vec<TextRange> = ranges(&long, 50).collect();
    let mut times: Vec<Duration> =
        ranges.iter().map(|&range| timed(|| describe(&long, id, &[range], time)).0).collect();
    times.sort();
    let measured = format!("{:.2} ms (worst of 50: {:.2} ms)", ms(times[25]), ms(times[49]));
    row("describing a passage of 5 MB", &measured, "2 ms");
}

fn layers() {
    eprintln!("reading and saving layers …");
    let document = Document::plain(&texts::article(1_000_000));
    let time = Timestamp::from_seconds(0);
    let large = layer(&document, 1, targets(&document, N_MARKS));
    let bytes = LayerFile::new(header(&large, &document)).write(&large, time);
    let megabytes = bytes.len() / 1_000_000;
    let read = || LayerFile::read(&bytes).value.layer();
    row(&format!("reading a layer of 10,000 marks ({megabytes} MB)"), &five(read), "50 ms");
    let folder = tempfile::tempdir_in(env!("CARGO_MANIFEST_DIR")).expect("a folder");
    let path = folder.path().join("article.txt.ana-1a7e.postil.jsonl");
    let mut disk = Disk::new();
    let file = LayerFile::read(&bytes).value;
    let tag = |nth: u128| {
        let mut changed = large.clone();
        let mark = Annotation::new(
            AnnotationId(Uuid::from_u128(1 << 100 | nth)),
            time,
            targets(&document, 1).remove(0),
        );
        changed.apply(&Transaction::new([Change::put(mark)])).expect("a new mark");
        changed
    };
    let layers: Vec<Layer> = (0..5).map(tag).collect();
    let mut next = layers.iter();
    let save = || {
        let mut file = file.clone();
        let bytes = file.write(next.next().expect("five of them"), time);
        disk.write(&path, &bytes).expect("saved");
    };
    row("… saving it durably with one mark more", &five(save), "60 ms");
    let files: Vec<Vec<u8>> = (0..30)
        .map(|nth| {
            let layer = layer(&document, 1 + nth, targets(&document, 500));
            LayerFile::new(header(&layer, &document)).write(&layer, time)
        })
        .collect();
    let unite = || {
        let mut all = LayerFile::default();
        files.iter().for_each(|bytes| all.absorb(&LayerFile::read(bytes).value));
        all.layer()
    };
    row("30 layers of 500 marks read and united", &five(unite), "100 ms");
}

/// From a change until the log says that it is on the disk, as the window asks it.
fn log() {
    eprintln!("keeping changes …");
    let folder = tempfile::tempdir_in(env!("CARGO_MANIFEST_DIR")).expect("a folder");
    let article = folder.path().join("article.txt");
    let mut disk = Disk::with(Directories::below(folder.path().join("home")));
    disk.write(&article, texts::article(1_000_000).as_bytes()).expect("written");
    let ana = disk.annotator_called("Ana").expect("a person");
    let mut session =
        Session::open(&article, &Options::default(), Some(ana), &disk).expect("the article opens");
    let ranges: Vec<TextRange> = ranges(session.document(), 50).collect();
    let mut times: Vec<Duration> = Vec::new();
    for range in ranges {
        session.perform(&Action::Select(Place::Bytes(range)), &mut disk).expect("a passage");
        let keep = || {
            session.perform(&Action::Tag(TagId::new("claim"), None), &mut disk).expect("a mark");
            while !session.is_kept() {
                std::thread::sleep(Duration::from_micros(100));
                session.take_log_stand(&disk.log_stand());
            }
        };
        times.push(timed(keep).0);
    }
    times.sort();
    let measured = format!("{:.1} ms (worst of 50: {:.1} ms)", ms(times[25]), ms(times[49]));
    row("from a mark in 1 MB until the log has it on the disk", &measured, "100 ms");
}

/// Passages of some words each, evenly over the text.
fn ranges(document: &Document, n: usize) -> impl Iterator<Item = TextRange> {
    let length = document.text().len();
    (0..n).map(move |nth| {
        let start = length * nth / n;
        let end = (start + 20 + nth % 9 * 15).min(length);
        document.snap(TextRange::new(TextSize::from_usize(start), TextSize::from_usize(end)))
    })
}

fn targets(document: &Document, n: usize) -> Vec<Target> {
    let (id, time) = (DocumentId::mint(document.digest()), Timestamp::from_seconds(0));
    ranges(document, n).map(|range| describe(document, id, &[range], time)).collect()
}

/// The layer of a person; all the layers are about one person's marks where `nth` is the same.
fn layer(document: &Document, nth: u128, targets: Vec<Target>) -> Layer {
    let (id, time) = (DocumentId::mint(document.digest()), Timestamp::from_seconds(0));
    let annotator = Annotator { id: AnnotatorId(Uuid::from_u128(7 << 96 | 1)), name: "Ana".to_owned() };
    let mut layer = Layer::new(LayerId(Uuid::from_u128(9 << 96 | nth)), annotator, id, time);
    let marks = targets.into_iter().enumerate().map(|(i, target)| {
        let spread =
            (nth * 1_000_003 + i as u128 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
        let mark_id = AnnotationId(uuid::Builder::from_random_bytes(spread.to_be_bytes()).into_uuid());
        let mut annotation = Annotation::new(mark_id, time, target);
        annotation.tags.push(TagId::new("claim"));
        Change::put(annotation)
    });
    layer.apply(&Transaction::new(marks)).expect("no id twice");
    layer
}

fn header(layer: &Layer, document: &Document) -> Header {
    Header {
        layer: layer.id,
        annotator: layer.annotator.clone(),
        created: Timestamp::from_seconds(0),
        document: layer.document,
        title: "An article".to_owned(),
        file: "article.txt".to_owned(),
        digest: Some(document.digest()),
        codebook: ("news".to_owned(), 1),
        format: FORMAT,
        closed: None,
    }
}
