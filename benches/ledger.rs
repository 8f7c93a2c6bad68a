//! How long the ledger takes: `cargo bench --bench ledger` prints a table in Markdown for 1,000 articles with
//! 50,000 marks, and of ten times as many what the incidents take and what the program takes that is asked about a
//! folder of them. There are no limits that fail: machines differ.
//!
//! `-- 5000` measures the first part for so many articles, `-- many` the second part alone.
#![expect(clippy::print_stdout, reason = "the table is what is asked for")]
#![expect(clippy::print_stderr, reason = "what is being measured is said beside the table")]
#![expect(clippy::disallowed_methods, reason = "a benchmark lays files down")]

#[path = "library/program.rs"]
mod program;

use postil::analysis::incidents::{Memory, Rule, accounts_of, incidents};
use postil::analysis::ledger::{Denials, source_lines};
use postil::anchor::describe;
use postil::document::import::{Options, import};
use postil::document::{Document, DocumentId, Timestamp};
use postil::exchange::{FORMATS, Told};
use postil::host::MemoryHost;
use postil::layer::{
    Annotation, AnnotationId, Annotator, AnnotatorId, Change, Figure, Layer, LayerId, Relation, RelationId,
    RelationSlug, Source, TagId, Transaction,
};
use postil::library::Entry;
use postil::session::Session;
use postil::session::report::{Around, report};
use postil::sidecar::{FORMAT, Header, LayerFile, builtin, layer_file_name};
use postil::text::TextRange;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use uuid::Uuid;

/// How many marks an article has, and how many articles are in the folder.
const N_MARKS: usize = 50;
const N_ARTICLES: usize = 10_000;
const PLACES: [&str; 12] = [
    "Aleppo", "Homs", "Hama", "Idlib", "Raqqa", "Daraa", "Palmyra", "Latakia", "Tartus", "Douma", "Kobane",
    "Hasakah",
];
const SOURCES: [&str; 6] =
    ["the Field Monitor", "the army", "a hospital", "the ministry", "a witness", "the Monitor"];

fn main() {
    // Cargo adds `--bench`.
    let asked = std::env::args().skip(1).find(|word| !word.starts_with("--"));
    println!("| what | measured | shall be |\n|---|---|---|");
    if asked.as_ref().is_none_or(|asked| asked != "many") {
        computed(asked.as_ref().and_then(|n| n.parse().ok()).unwrap_or(1_000));
    }
    if asked.is_none_or(|asked| asked == "many") {
        many();
        told_by_program();
    }
}

/// What the program says of a folder, from its start to its end, and the most memory that it had.
fn told_by_program() {
    let place = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let (desk, home) = (place.path().join("desk"), place.path().join("home"));
    fs::create_dir(&desk).expect("made");
    eprintln!("laying down {N_ARTICLES} articles …");
    for (name, bytes) in (0..N_ARTICLES).flat_map(files) {
        fs::write(desk.join(name), bytes).expect("written");
    }
    let mut of = format!("{N_ARTICLES} articles with {} marks", N_ARTICLES * N_MARKS);
    for command in ["incidents", "sources", "counts"] {
        eprintln!("`postil {command}` …");
        let run = program::run(&[command], &desk, &home);
        let measured = format!("{:.2} s, {} MB", run.time.as_secs_f64(), run.megabytes);
        println!("| `postil {command}` of {of} | {measured} | 1000 MB |");
        of = "the same".to_owned();
    }
}

/// What the page has to compute for as many articles, whose rows are known.
fn many() {
    eprintln!("incidents of {N_ARTICLES} articles …");
    let opened = (0..N_ARTICLES).map(session);
    let entries: Vec<Entry> = opened.map(|(path, session)| Entry::opened(&path, session.article())).collect();
    let (took, found) = timed(|| {
        let denials = Denials::of(&entries, &builtin());
        incidents(accounts_of(&entries, &|row| denials.is_denied(row.id)), &[])
    });
    row(&format!("the incidents of {N_ARTICLES} articles ({})", found.len()), took, "10 s");
}

fn computed(n: usize) {
    let sessions = sessions(n);
    let entries: Vec<Entry> =
        sessions.iter().map(|(path, session)| Entry::opened(path, session.article())).collect();
    let codebook = builtin();
    let (took, denials) = timed(|| Denials::of(&entries, &codebook));
    row(&format!("the ledger of {n} articles with {} marks: who denies whom", n * N_MARKS), took, "");
    let (took, found) = timed(|| incidents(accounts_of(&entries, &|row| denials.is_denied(row.id)), &[]));
    row(&format!("… incidents ({})", found.len()), took, "1 s");
    let entries_of_folder: Vec<Arc<Entry>> = entries.iter().cloned().map(Arc::new).collect();
    let mut memory = Memory::default();
    memory.incidents(&entries_of_folder, &|row| denials.is_denied(row.id), &[]);
    let mut changed = entries_of_folder.clone();
    if let Some(entry) = changed.get_mut(n / 2) {
        let mut other = Entry::clone(entry);
        other.rows = other.rows.iter().skip(1).cloned().collect();
        *entry = Arc::new(other);
    }
    let (took, _) = timed(|| {
        let denials = Denials::of(changed.iter().map(AsRef::as_ref), &codebook);
        memory.incidents(&changed, &|row| denials.is_denied(row.id), &[]).len()
    });
    row("… incidents after a change of one article", took, "50 ms");
    let (took, n_pairs) = timed(|| found.iter().map(|incident| incident.pairs().len()).sum::<usize>());
    row(&format!("… all verdicts ({n_pairs})"), took, "");
    let (took, _) = timed(|| source_lines(&entries, &denials));
    row("… sources", took, "1 s");
    let (took, told) = timed(|| {
        sessions.iter().map(|(path, session)| session.exported(path, &|_| true)).collect::<Vec<Told>>()
    });
    row("… told for export", took, "");
    for format in &FORMATS {
        let (took, bytes) = timed(|| {
            let mut bytes = Vec::new();
            let mut writer = format.begin(&mut bytes).expect("begun");
            told.iter().for_each(|told| writer.article(told).expect("written"));
            writer.end().expect("ended");
            bytes.len()
        });
        row(&format!("… export as {} ({} MB)", format.id, bytes / 1_000_000), took, "");
    }
    let (told, articles) =
        timed(|| sessions.iter().map(|(path, session)| session.reported(path)).collect::<Vec<_>>());
    row("… told for the report", told, "");
    let around = Around {
        codebook: &codebook,
        registers: &[],
        me: None,
        rule: &Rule::Majority,
        made: Timestamp::from_seconds(0),
    };
    let (computed, report) = timed(|| report(articles, entries, &around));
    row("… computed for the report", computed, "");
    let (written, (page, data)) = timed(|| report.written());
    row("… written as page and data", written, "");
    let sizes = format!("{} MB and {} MB", page.len() / 1_000_000, data.len() / 1_000_000);
    row(&format!("… report ({sizes})"), told + computed + written, "5 s");
}

fn row(what: &str, took: Duration, limit: &str) {
    println!("| {what} | {:.0} ms | {limit} |", took.as_secs_f64() * 1e3);
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let done = black_box(work());
    (start.elapsed(), done)
}

/// Articles of some years on a dozen towns, each with its marks.
fn sessions(n: usize) -> Vec<(String, Session)> {
    (0..n).map(session).collect()
}

fn session(nth: usize) -> (String, Session) {
    let path = format!("/desk/{nth}.md");
    let mut host = MemoryHost::default();
    host.files.extend(files(nth).map(|(name, bytes)| (Path::new("/desk").join(name), bytes)));
    let session = Session::open(Path::new(&path), &Options::default(), None, &host).expect("opened");
    (path, session)
}

/// An article and the layer beside it: what their files are called, and the bytes.
fn files(nth: usize) -> [(String, Vec<u8>); 2] {
    let (name, text) = (format!("{nth}.md"), article(nth));
    let document = import(text.as_bytes(), "article.md", &Options::default()).expect("read").value;
    let layer = layer(&document, nth as u128);
    let bytes = LayerFile::new(header(&layer, &name)).write(&layer, Timestamp::from_seconds(1));
    let beside = layer_file_name(&name, &layer.annotator);
    [(name, text.into_bytes()), (beside, bytes)]
}

fn article(nth: usize) -> String {
    let (place, day) = (PLACES[nth % PLACES.len()], nth / 7 % 28 + 1);
    let mut text = format!(
        "---\ndate: 20{}-{:02}-{day:02}\nsource: Paper {}\nlocation: {place}\n---\n\n# A raid on {place}\n\n",
        11 + nth % 8,
        nth / 5 % 12 + 1,
        nth % 9
    );
    for line in 0..N_MARKS {
        text.push_str(&format!(
            "At least {} people were killed in part {line} of {place}, one of those who were there said.\n\n",
            nth % 40 + line * 3 + 1
        ));
    }
    text
}

fn layer(document: &Document, nth: u128) -> Layer {
    let annotator = Annotator::new(AnnotatorId(Uuid::from_u128(1)), "Ana");
    let id = DocumentId::mint(document.digest());
    let mut layer = Layer::new(LayerId(Uuid::from_u128(nth)), annotator, id, Timestamp::from_seconds(0));
    let mut changes = Vec::new();
    for (line, (at, words)) in document.text().match_indices("At least ").enumerate() {
        let end = document.text()[at..].find(" in part").map_or(at + words.len(), |length| at + length);
        let range = TextRange::from_usize(at..end);
        let target = describe(document, id, &[range], Timestamp::from_seconds(0));
        let mark = AnnotationId(Uuid::from_u128((nth << 32) | (line as u128 + 1)));
        let mut annotation = Annotation::new(mark, Timestamp::from_seconds(0), target);
        annotation.tags.push(TagId::new(if line % 10 == 9 { "denial" } else { "casualty-report" }));
        annotation.figures.push(Figure::read(document.slice(range)));
        let name = SOURCES[(line + nth as usize) % SOURCES.len()].to_owned();
        annotation.attribution.chain.push(Source { name, ..Source::default() });
        changes.push(Change::put(annotation));
        if line % 10 == 9 {
            changes.push(Change::relate(Relation {
                id: RelationId(Uuid::from_u128((nth << 32) | (1 << 20) | line as u128)),
                created: Timestamp::from_seconds(0),
                modified: None,
                kind: RelationSlug::new("denies"),
                from: mark,
                to: AnnotationId(Uuid::from_u128((nth << 32) | line as u128)),
                to_document: None,
            }));
        }
    }
    layer.apply(&Transaction::new(changes)).expect("good changes");
    layer
}

fn header(layer: &Layer, file: &str) -> Header {
    Header {
        layer: layer.id,
        annotator: layer.annotator.clone(),
        created: layer.created,
        document: layer.document,
        title: String::new(),
        file: file.to_owned(),
        digest: None,
        codebook: ("news".to_owned(), 1),
        format: FORMAT,
        closed: None,
    }
}
