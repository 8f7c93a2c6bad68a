//! The page Incidents in a window of 1920 by 1080 without a screen: frames of the number line of the incident that most
//! tell, in a folder of 50,000 marks.

use super::all_marks::{frame, lay_marked, percentiles, press, scrolled, settle, window};
use super::row;
use egui::{Key, Modifiers};
use postil::document::import::{Options, import};
use postil::layer::{Figure, Source};
use postil::text::TextRange;
use std::fs;
use std::path::Path;

/// How many articles there are, and how many marks each has.
const N_ARTICLES: usize = 1_000;
const N_MARKS: usize = 50;
/// So many articles tell of one event.
const OF_ONE: usize = 40;
const SOURCES: [&str; 6] =
    ["the Field Monitor", "the army", "a hospital", "the ministry", "a witness", "the county's office"];

pub(crate) fn rows() {
    let place = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let folder = place.path().join("desk");
    fs::create_dir(&folder).expect("made");
    eprintln!("incidents: laying down {N_ARTICLES} articles with {N_MARKS} marks each …");
    (0..N_ARTICLES).for_each(|nth| lay(&folder, nth));
    let mut window = window(place.path(), &folder, N_ARTICLES * N_MARKS);
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::I);
    settle(&mut window);
    let n = window.state().workspace().library().map_or(0, |library| library.rows().count());
    let mut frames: Vec<_> = (0..120).map(|_| frame(&mut window)).collect();
    frames.sort();
    row(&format!("a frame of the number line of an incident, in {n} marks"), &percentiles(&frames), "4 ms");
    row("… a scrolled frame of it", &percentiles(&scrolled(&mut window)), "4 ms");
}

/// An article of some day on some town; those of one event have its words.
fn lay(folder: &Path, nth: usize) {
    let event = nth / OF_ONE;
    let day = event % 28 + 1;
    let mut text = format!(
        "---\ndate: 2016-{:02}-{day:02}\nsource: Paper {}\nlocation: Hamra\n---\n\n# The bakery raid {event}\n\n",
        event / 28 + 1,
        nth % 9
    );
    for line in 0..N_MARKS {
        let n = nth % OF_ONE + line / 10 * 40 + 1;
        text.push_str(&format!(
            "At least {n} people were killed at the bakery of street{event}, one said.\n\n"
        ));
    }
    let document = import(text.as_bytes(), "article.md", &Options::default()).expect("read").value;
    let told = document.text().to_owned();
    let marks = told.match_indices("At least ").map(|(at, words)| {
        let end = told[at..].find(", one").map_or(at + words.len(), |length| at + length);
        (TextRange::from_usize(at..end), "casualty-report")
    });
    lay_marked(folder, (nth, "md", &text), &document, marks, |annotation| {
        annotation.figures.push(Figure::read(&annotation.quote()));
        let name = SOURCES[(nth + annotation.quote().len()) % SOURCES.len()].to_owned();
        annotation.attribution.chain.push(Source { name, ..Source::default() });
    });
}
