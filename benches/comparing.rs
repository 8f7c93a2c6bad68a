//! How long it takes to compare what people marked and to grade a class: `cargo bench --bench comparing` prints
//! a table in Markdown. There are no limits that fail: machines differ.
#![expect(clippy::print_stdout, reason = "the table is what is asked for")]
#![expect(clippy::disallowed_methods, reason = "a bench lays down the files that it measures with")]

use postil::analysis::agreement::{
    Compared, Mark, Marked, Measure, Text, compare, compare_again, pairs, people_of,
};
use postil::analysis::grading::{Class, Grade, KeyMark, Rubric, grade};
use postil::anchor::describe;
use postil::document::import::{Options, import};
use postil::document::{Document, DocumentId, Timestamp};
use postil::exchange::bundle::Bundle;
use postil::layer::{Annotation, AnnotationId, Annotator, AnnotatorId, Layer, LayerId, TagId};
use postil::sidecar::{FORMAT, Header, LayerFile};
use postil::text::TextRange;
use std::collections::BTreeMap;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;
use uuid::Uuid;

const N_PEOPLE: usize = 30;
const N_MARKS: usize = 50;
const N_POINTS: usize = 9_000;
const TAGS: [&str; 4] = ["claim", "denial", "casualty-report", "opinion"];

fn main() {
    println!("| what | measured | shall be |\n|---|---|---|");
    let text = text(N_PEOPLE);
    let mut before = Compared::default();
    timed("30 layers of 50 marks compared, all measures with intervals", "1 s", || {
        before = compare(std::slice::from_ref(&text), &Measure::ALL);
    });
    let mut changed = text.clone();
    if let Some(person) = changed.people.get_mut(7) {
        person.marks.pop();
    }
    timed("… after one change of one layer", "100 ms", || {
        let earlier = (std::slice::from_ref(&text), &before);
        let people = people_of(std::slice::from_ref(&changed));
        black_box(compare_again(std::slice::from_ref(&changed), people, &Measure::ALL, Some(earlier)));
    });
    timed("… the differences of each two", "", || {
        for (nth, one) in text.people.iter().enumerate() {
            for other in &text.people[nth + 1..] {
                black_box(pairs(one, other));
            }
        }
    });
    let key: Vec<KeyMark> = marked(0).marks.into_iter().map(key_mark).collect();
    timed("a class of 30 graded on two articles, with what it has in common", "1 s", || {
        for _ in 0..2 {
            let grades: Vec<Grade> = text
                .people
                .iter()
                .map(|pupil| grade(&key, pupil, &[], &Rubric::default(), &BTreeMap::new()))
                .collect();
            black_box(Class::of(&key, &text.people.iter().zip(&grades).collect::<Vec<_>>()));
        }
    });
    let place = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let lessons = ["first", "second"].map(|name| {
        let folder = place.path().join(name);
        hand_in(&folder, name.len());
        folder
    });
    let mut graded = Vec::new();
    timed(
        "the same by `postil grade`: assignments unpacked, 60 layers read, placed and graded",
        "1 s",
        || {
            graded = lessons.iter().map(|folder| graded_in(folder)).collect();
        },
    );
    let again: Vec<Vec<u8>> = lessons.iter().map(|folder| graded_in(folder)).collect();
    assert!(graded == again, "graded twice, it shall be the same");
}

/// What the program says of a class, as JSON.
fn graded_in(folder: &Path) -> Vec<u8> {
    let mut program = Command::new(env!("CARGO_BIN_EXE_postil"));
    program.args(["grade", "lesson.postil", "in", "--json"]).current_dir(folder);
    let out = program.env("POSTIL_HOME", folder.join("home")).output().expect("the program");
    assert!(out.status.success() && !out.stdout.is_empty(), "{}", String::from_utf8_lossy(&out.stderr));
    out.stdout
}

/// Lays down an assignment, and what thirty pupils handed in on it.
fn hand_in(folder: &Path, nth: usize) {
    let words = |paragraph: usize| -> String {
        (0..45).map(|word| format!("word{} ", (paragraph * 31 + word * 7 + nth) % 997)).collect()
    };
    let text: String = (0..N_POINTS / 300).map(|nth| format!("{}\n\n", words(nth).trim_end())).collect();
    let document = import(text.as_bytes(), "lesson.txt", &Options::default()).expect("plain text").value;
    let bundle = Bundle {
        name: "lesson.txt".to_owned(),
        article: text.clone().into_bytes(),
        key: layer_file(&document, 0),
        ..Bundle::default()
    };
    fs::create_dir_all(folder.join("in")).expect("made");
    fs::write(folder.join("lesson.postil"), bundle.write()).expect("written");
    for person in 1..=N_PEOPLE {
        let name = format!("lesson.txt.person-{person:04}.postil.jsonl");
        fs::write(folder.join("in").join(name), layer_file(&document, person)).expect("written");
    }
}

/// The marks of [`marked`] in the text of a document, handed in.
fn layer_file(document: &Document, person: usize) -> Vec<u8> {
    let Marked { person, marks, .. } = marked(person);
    let (at, source) = (Timestamp::from_seconds(1_700_000_000), DocumentId::mint(document.digest()));
    let annotation = |mark: Mark| {
        let range = document.snap(TextRange::from_usize(mark.pieces.first().cloned().unwrap_or_default()));
        let target = describe(document, source, &[range], at);
        Arc::new(Annotation { tags: mark.tags, ..Annotation::new(mark.id, at, target) })
    };
    let id = LayerId(person.id.0);
    let layer = Layer::new(id, person, source, at).holding(marks.into_iter().map(annotation), []);
    let header = Header {
        layer: layer.id,
        annotator: layer.annotator.clone(),
        created: at,
        document: source,
        title: String::new(),
        file: "lesson.txt".to_owned(),
        digest: Some(document.digest()),
        codebook: ("News".to_owned(), 1),
        format: FORMAT,
        closed: Some(at),
    };
    LayerFile::new(header).write(&layer, at)
}

fn timed(what: &str, limit: &str, work: impl FnOnce()) {
    let start = Instant::now();
    work();
    println!("| {what} | {:.0} ms | {limit} |", start.elapsed().as_secs_f64() * 1e3);
}

fn key_mark(mark: Mark) -> KeyMark {
    KeyMark { accepted: vec![mark], is_optional: false, explanation: String::new(), quote: String::new() }
}

fn text(n_people: usize) -> Text {
    Text {
        name: "article".to_owned(),
        length: N_POINTS,
        paragraphs: (0..N_POINTS / 300).map(|nth| nth * 300..nth * 300 + 298).collect(),
        words: (0..N_POINTS / 6).map(|nth| nth * 6..nth * 6 + 5).collect(),
        people: (0..n_people).map(marked).collect(),
    }
}

/// Fifty marks about the same passages for each person, each a little off in some of them.
fn marked(person: usize) -> Marked {
    let mark = |nth: usize| {
        let (off, other) = ((person * 7 + nth * 13) % 11, (person + nth * 3).is_multiple_of(9));
        let start = nth * (N_POINTS / N_MARKS) + off;
        Mark {
            id: AnnotationId(Uuid::from_u128(((person << 32) | nth) as u128)),
            pieces: std::iter::once(start..start + 60 + nth * 5 % 70).collect(),
            tags: vec![TagId::new(TAGS[(nth + usize::from(other)) % TAGS.len()])],
            figures: Vec::new(),
            source: String::new(),
            links: Vec::new(),
        }
    };
    let (id, name) = (AnnotatorId(Uuid::from_u128(person as u128)), format!("Person {person}"));
    Marked { person: Annotator { id, name }, marks: (0..N_MARKS).map(mark).collect(), n_without_place: 0 }
}
