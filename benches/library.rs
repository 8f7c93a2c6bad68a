//! How fast a folder of articles is read: `cargo bench --bench library` prints a table in Markdown, which
//! `scripts/measurements` puts into the README. Beside each figure stands how long it takes to read the bytes
//! of the same files and do nothing with them. There are no limits that fail: machines differ.
//!
//! `-- 1000` or `-- 10000` measures folders of that many articles, `-- one` an article in a full folder,
//! `-- layers` one with many layers.
#![expect(clippy::print_stdout, reason = "the table is what is asked for")]
#![expect(clippy::print_stderr, reason = "what is being measured is said beside the table")]
#![expect(clippy::disallowed_methods, reason = "a benchmark lays files down")]

#[path = "library/program.rs"]
mod program;
#[path = "reading/texts.rs"]
#[expect(dead_code, reason = "only the articles are needed here")]
mod texts;

use postil::anchor::describe;
use postil::disk::{Directories, Disk};
use postil::document::import::Options;
use postil::document::{Document, DocumentId, Timestamp};
use postil::host::{Storage as _, Whereabouts};
use postil::layer::{
    Annotation, AnnotationId, Annotator, AnnotatorId, Change, Layer, LayerId, TagId, Transaction,
};
use postil::library::search::{Asked, Search};
use postil::library::table::{Column, Grouping, TableJob, Wanted};
use postil::library::{Depth, Library, MarkRow, Query};
use postil::session::Session;
use postil::sidecar::{FORMAT, Header, LayerFile, layer_file_name};
use postil::text::find;
use postil::text::{TextRange, TextSize};
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};
use uuid::Uuid;

/// How long an article is, in bytes; how many people marked it; how many marks each made.
const N_BYTES: usize = 5_000;
const N_PEOPLE: u128 = 3;
const N_MARKS: usize = 20;

fn main() {
    // Cargo adds `--bench`.
    let asked: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let is_asked = |word: &str| asked.is_empty() || asked.iter().any(|asked| asked == word);
    println!("| what | measured | shall be |\n|---|---|---|");
    if is_asked("one") {
        one_of_many();
    }
    if is_asked("layers") {
        many_layers();
    }
    for (n, limits) in [(1_000, ["1 s", "150 ms", "50 ms"]), (10_000, ["10 s", "1 s", ""])] {
        if is_asked(&n.to_string()) {
            folder_of(n, limits);
        }
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

fn ms(time: Duration) -> String {
    format!("{:.0} ms", time.as_secs_f64() * 1e3)
}

/// A folder that was written an hour ago, and a home.
struct Place {
    place: tempfile::TempDir,
    disk: Disk,
}

impl Place {
    fn new() -> Self {
        let place = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
        fs::create_dir(place.path().join("desk")).expect("made");
        let disk = Disk::with(Directories::below(place.path().join("home")));
        Self { place, disk }
    }

    fn root(&self) -> PathBuf {
        self.place.path().join("desk")
    }

    /// Lays an article down with its layers; how many bytes they have together.
    fn lay(&self, nth: usize, n_people: u128) -> usize {
        let text = format!("Report {nth}.\n\n{}", texts::article(N_BYTES));
        let (document, name) = (Document::plain(&text), format!("article-{nth}.txt"));
        self.write(&name, text.as_bytes());
        let mut n_bytes = text.len();
        for person in 0..n_people {
            let layer = layer(&document, nth as u128 * N_PEOPLE + person, person, N_MARKS);
            let bytes = LayerFile::new(header(&layer, &document, &name)).write(&layer, layer.created);
            self.write(&layer_file_name(&name, &layer.annotator), &bytes);
            n_bytes += bytes.len();
        }
        n_bytes
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.root().join(name);
        fs::write(&path, bytes).expect("written");
        let file = fs::File::options().append(true).open(path).expect("a file");
        file.set_modified(SystemTime::now() - Duration::from_secs(3600)).expect("set");
    }

    fn library(&self) -> Library {
        let mut library = Library::new(self.root(), Depth::All);
        look(&mut library, &self.disk);
        library
    }

    /// Reads all bytes, one file after another.
    fn cat(&self) -> usize {
        let files = fs::read_dir(self.root()).expect("a folder").map(|entry| entry.expect("an entry").path());
        files.map(|path| fs::read(path).expect("bytes").len()).sum()
    }
}

fn look(library: &mut Library, disk: &Disk) {
    library.look().run(disk, |news| {
        library.take(news);
        true
    });
}

fn folder_of(n: usize, [uncached, cached, one]: [&str; 3]) {
    eprintln!("laying down {n} articles …");
    let mut place = Place::new();
    let n_bytes: usize = (0..n).map(|nth| place.lay(nth, N_PEOPLE)).sum();
    eprintln!("reading them …");
    let (cat, _) = timed(|| place.cat());
    let beside = |time: Duration| format!("{} (bytes alone: {})", ms(time), ms(cat));
    let (time, mut library) = timed(|| place.library());
    let n_rows = library.rows().count();
    let megabytes = n_bytes / 1_000_000;
    row(
        &format!("{n} articles with {n_rows} marks ({megabytes} MB), nothing cached"),
        &beside(time),
        uncached,
    );
    let bytes: usize = library.rows().map(|(_, row)| row.n_bytes()).sum();
    let (time, written) = timed(|| library.save().run(&mut place.disk));
    written.expect("kept");
    row("… writing the cache", &ms(time), "");
    let (time, mut library) = timed(|| place.library());
    row("… with the cache", &beside(time), cached);
    let (time, ()) = timed(|| look(&mut library, &place.disk));
    row("… looked at again, nothing changed", &ms(time), "");
    place.lay(7, 2);
    let (time, ()) = timed(|| look(&mut library, &place.disk));
    row("… one article changed", &ms(time), one);
    let query: Query = "tag:claim -by:Ben army".parse().expect("a query");
    let matcher = query.matcher(library.codebook()).expect("words");
    let find = || library.rows().filter(|(entry, row)| matcher.has(&library, entry, row)).count();
    row("… all rows asked for a tag, a person and a word, on one thread", &ms(timed(find).0), "");
    tables(&library);
    searches(&library, &place);
    commands(&place);
    let each = bytes / n_rows.max(1);
    row(
        "… memory of a row, its words included",
        &format!("{each} bytes, {} of them fixed", size_of::<MarkRow>()),
        "",
    );
}

/// The table of all marks, each on one thread off the frame, and what a frame does for it.
fn tables(library: &Library) {
    let make = |line: &str, column, grouping| {
        let query: Query = line.parse().expect("a query");
        let matcher = query.matcher(library.codebook()).expect("words");
        let (snapshot, rows) = timed(|| library.snapshot());
        let wanted = Wanted { revision: library.revision(), query, column, is_down: true, grouping };
        let job = TableJob::new(rows, matcher, wanted);
        (snapshot, timed(|| job.run(&|| true).expect("wanted")))
    };
    let sorts = Column::ALL.map(|column| make("", column, Grouping::None).1.0);
    row("… the table of all of them sorted, by the slowest column", &ms(longest(&sorts)), "300 ms");
    let groups = Grouping::ALL.map(|grouping| make("", Column::Words, grouping).1.0);
    row("… sorted by words and put into groups, the slowest", &ms(longest(&groups)), "");
    let letters = ["a", "ar", "arm", "army", "tag:claim army", "before:2018 -by:Ben army"];
    let filtered = letters.map(|line| make(line, Column::Words, Grouping::None).1.0);
    row("… filtered by words as they are typed, the slowest", &ms(longest(&filtered)), "");
    let (snapshot, (_, table)) = make("", Column::Words, Grouping::Article);
    let look = || (0..40).filter_map(|nth| table.get(table.n_lines() / 41 * nth)).count();
    let frame = snapshot + timed(look).0;
    row("… what a frame does of it: the rows are handed over", &ms(frame), "4 ms");
}

/// Words looked for in the titles, texts and marks of all articles: when the first hits are there, and all.
/// Beside it, `grep` of the same texts.
fn searches(library: &Library, place: &Place) {
    for words in ["hospital", "at least"] {
        let asked = Asked::of_line(words, &find::Query::words(words)).expect("words");
        let search = Search::new(asked, library, &Arc::default()).expect("words");
        let (start, mut first, mut n) = (Instant::now(), None, 0);
        search.run(&place.disk, &|| true, |found| {
            n += found.articles.len();
            first = first.or((0 < n).then(|| start.elapsed()));
            true
        });
        let (first, all) = (ms(first.unwrap_or_default()), ms(start.elapsed()));
        let grep = grep(words, &place.root()).map_or("no grep".to_owned(), ms);
        let what = format!("… “{words}” in all of them: the first hits, all");
        let measured = format!("{first}, {all}, {n} articles (`grep -rc` of the texts: {grep})");
        row(&what, &measured, "50 ms, 250 ms");
    }
}

/// What the command line says of all articles: it grows with them in time alone.
fn commands(place: &Place) {
    let home = place.place.path().join("home");
    for args in [&["list", "--json"][..], &["check", "--json"], &["export", "--format", "csv"]] {
        let run = program::run(args, &place.root(), &home);
        let measured = format!("{:.2} s, {} MB", run.time.as_secs_f64(), run.megabytes);
        row(&format!("… `postil {}` of all of them", args.join(" ")), &measured, "60 MB");
    }
}

/// How long the machine's own search takes, where it has one.
fn grep(words: &str, root: &Path) -> Option<Duration> {
    let mut command = Command::new("grep");
    command.args(["-rc", "--include=*.txt", words]).arg(root).stdout(Stdio::null());
    let (time, status) = timed(|| command.status());
    status.ok().map(|_| time)
}

fn longest(times: &[Duration]) -> Duration {
    times.iter().copied().max().unwrap_or_default()
}

/// What the command line does for one article.
fn one_of_many() {
    eprintln!("laying down a full folder …");
    let mut place = Place::new();
    for nth in 0..4_000 {
        place.lay(nth, 2);
    }
    let path = place.root().join("article-77.txt");
    let open = |disk: &mut Disk| {
        let disk = disk.clone();
        timed(|| Session::open(&path, &Options::default(), None, &disk).expect("opens")).0
    };
    row("an article with its layers in a folder of 12,000 files", &ms(open(&mut place.disk)), "20 ms");
    for command in ["text", "list"] {
        let times = (0..5).map(|_| program::run(&[command], &path, &place.place.path().join("home")).time);
        row(&format!("… the same as `postil {command}`"), &ms(median(times.collect())), "20 ms");
    }
    let small = Place::new();
    small.lay(77, 2);
    let small_path = small.root().join("article-77.txt");
    let alone =
        || timed(|| Session::open(&small_path, &Options::default(), None, &small.disk).expect("opens")).0;
    let before = alone();
    let seen = (0..20_000).map(|nth| seen(place.place.path(), nth)).collect();
    let mut disk = small.disk.clone();
    disk.remember_layers(seen);
    row("… alone, over a clean home", &ms(before), "");
    row("… alone, with 20,000 layers known elsewhere", &ms(alone()), "5 ms more");
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// An article that 30 people marked, opened after it has changed.
fn many_layers() {
    const N_LAYERS: u128 = 30;
    const N_EACH: usize = 50;
    let (place, name) = (Place::new(), "article.txt");
    let text = format!("Report.\n\n{}", texts::article(20_000));
    let document = Document::plain(&text);
    place.write(name, text.as_bytes());
    let path = place.root().join(name);
    let open = || Session::open(&path, &Options::default(), None, &place.disk).expect("opens");
    for person in 0..N_LAYERS {
        let layer = layer(&document, person, person, N_EACH);
        let bytes = LayerFile::new(header(&layer, &document, name)).write(&layer, layer.created);
        place.write(&layer_file_name(name, &layer.annotator), &bytes);
    }
    let same = median((0..5).map(|_| timed(open).0).collect());
    row(&format!("opening an article with {N_LAYERS} layers of {N_EACH} marks"), &ms(same), "");
    let paragraphs = text.split("\n\n").enumerate();
    let changed = paragraphs.map(|(nth, words)| match nth % 5 {
        4 => words.replacen(' ', " newly said ", 3),
        _ => words.to_owned(),
    });
    place.write(name, changed.collect::<Vec<_>>().join("\n\n").as_bytes());
    let times: Vec<_> = (0..5).map(|_| timed(open)).collect();
    let n_found = times[0].1.marks().iter().filter(|mark| mark.hull().is_some()).count();
    let time = median(times.into_iter().map(|(time, _)| time).collect());
    row("… after every fifth paragraph changed", &format!("{} ({n_found} found)", ms(time)), "0.3 s");
}

fn seen(folder: &Path, nth: usize) -> Whereabouts {
    let digest = postil::document::Digest::of(&format!("text {nth}"));
    let article = folder.join(format!("gone/{nth}/article-77.txt"));
    let layer = folder.join(format!("gone/{nth}/article-77.txt.ana-1a7e.postil.jsonl"));
    Whereabouts { layer, article, document: DocumentId::mint(digest), digest }
}

fn layer(document: &Document, nth: u128, person: u128, n_marks: usize) -> Layer {
    let (id, time) = (DocumentId::mint(document.digest()), Timestamp::from_seconds(0));
    let name = ["Ana", "Ben", "Cem"].get(usize::try_from(person).unwrap_or(0));
    let name = name.map_or_else(|| format!("Pupil {person}"), |name| (*name).to_owned());
    let annotator = Annotator { id: AnnotatorId(Uuid::from_u128(7 << 96 | person << 112)), name };
    let mut layer = Layer::new(LayerId(Uuid::from_u128(9 << 96 | nth)), annotator, id, time);
    let length = document.text().len();
    let marks = (0..n_marks).map(|i| {
        let start = length * i / n_marks;
        let range = TextRange::new(
            TextSize::from_usize(start),
            TextSize::from_usize((start + 20 + i % 9 * 15).min(length)),
        );
        let target = describe(document, id, &[document.snap(range)], time);
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

fn header(layer: &Layer, document: &Document, file: &str) -> Header {
    Header {
        layer: layer.id,
        annotator: layer.annotator.clone(),
        created: layer.created,
        document: layer.document,
        title: document.title().to_owned(),
        file: file.to_owned(),
        digest: Some(document.digest()),
        codebook: ("news".to_owned(), 1),
        format: FORMAT,
        closed: None,
    }
}
