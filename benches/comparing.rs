//! How long it takes to compare what people marked and to grade a class: `cargo bench --bench comparing` prints
//! a table in Markdown. There are no limits that fail: machines differ.
#![expect(clippy::print_stdout, reason = "the table is what is asked for")]

use postil::analysis::agreement::{Compared, Mark, Marked, Measure, Text, compare, compare_again, pairs};
use postil::analysis::grading::{Class, Grade, KeyMark, Rubric, grade};
use postil::layer::{AnnotationId, Annotator, AnnotatorId, TagId};
use std::collections::BTreeMap;
use std::hint::black_box;
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
