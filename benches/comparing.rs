//! How long it takes to compare what people marked and to grade a class: `cargo bench --bench comparing` prints
//! a table in Markdown. There are no limits that fail: machines differ.
#![expect(clippy::print_stdout, reason = "the table is what is asked for")]

use postil::analysis::agreement::{Compared, Mark, Marked, Measure, Text, compare, compare_again, pairs};
use postil::analysis::grading::{Class, Grade, KeyMark, Rubric, grade};
use postil::anchor::{KeptTexts, Placers, describe};
use postil::document::import::{Options, import};
use postil::document::{Document, DocumentId, Timestamp};
use postil::layer::{Annotation, AnnotationId, Annotator, AnnotatorId, Layer, LayerId, TagId};
use postil::session::class::{ClassBook, Grades, Lessons, Marking};
use postil::sidecar::{FORMAT, Header, LayerFile};
use postil::text::TextRange;
use std::collections::BTreeMap;
use std::hint::black_box;
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
        black_box(compare_again(std::slice::from_ref(&changed), &Measure::ALL, Some(earlier)));
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
    let lessons: Vec<Lesson> = (0..2).map(Lesson::new).collect();
    timed("… from the files that were handed in: read, placed, graded", "1 s", || {
        for lesson in lessons {
            black_box(lesson.graded());
        }
    });
}

/// An article with its key, and what thirty pupils handed in on it.
struct Lesson {
    document: Arc<Document>,
    key: Layer,
    files: Vec<(String, Vec<u8>)>,
}

impl Lesson {
    fn new(nth: usize) -> Self {
        let words = |paragraph: usize| -> String {
            (0..45).map(|word| format!("word{} ", (paragraph * 31 + word * 7 + nth) % 997)).collect()
        };
        let text: String = (0..N_POINTS / 300).map(|nth| format!("{}\n\n", words(nth).trim_end())).collect();
        let document = import(text.as_bytes(), "lesson.txt", &Options::default()).expect("plain text").value;
        let layers: Vec<Layer> = (0..=N_PEOPLE).map(|person| layer(&document, person)).collect();
        let file = |layer: &Layer| {
            let header = Header {
                layer: layer.id,
                annotator: layer.annotator.clone(),
                created: layer.created,
                document: layer.document,
                title: String::new(),
                file: "lesson.txt".to_owned(),
                digest: Some(document.digest()),
                codebook: ("News".to_owned(), 1),
                format: FORMAT,
                closed: Some(layer.created),
            };
            (layer.annotator.name.clone(), LayerFile::new(header).write(layer, layer.created))
        };
        let files = layers.iter().skip(1).map(file).collect();
        Self { key: layers.into_iter().next().expect("the key"), files, document: Arc::new(document) }
    }

    fn graded(self) -> ClassBook {
        let placers = Placers::new(self.document, KeptTexts::new());
        let marking = Marking::new(placers, self.key, Rubric::default());
        let files = (self.files, Vec::new());
        let book = ClassBook::of_files(
            (marking, "Lesson".to_owned()),
            files,
            Vec::new(),
            Arc::new(Grades::default()),
        );
        book.expect("a key with marks")
    }
}

/// The marks of [`marked`] in the text of a document.
fn layer(document: &Document, person: usize) -> Layer {
    let Marked { person, marks, .. } = marked(person);
    let (at, source) = (Timestamp::from_seconds(1_700_000_000), DocumentId::mint(document.digest()));
    let annotation = |mark: Mark| {
        let range = mark.pieces.first().cloned().unwrap_or_default();
        let range = document.snap(TextRange::from_usize(range));
        let target = describe(document, source, &[range], at);
        Arc::new(Annotation { tags: mark.tags, ..Annotation::new(mark.id, at, target) })
    };
    let id = LayerId(person.id.0);
    Layer::new(id, person, source, at).holding(marks.into_iter().map(annotation), [])
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
