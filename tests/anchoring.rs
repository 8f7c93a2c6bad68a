//! How often marks are found again: an editor with known truth changes articles, and the answers of
//! the ladder are held against it. `cargo bench --bench anchoring` prints the same rates for more seeds.

#![expect(clippy::print_stdout, reason = "the rates are told beside what is held")]
#![expect(clippy::disallowed_methods, reason = "articles of strangers are read where they lie")]

#[path = "support/edits.rs"]
mod edits;
#[path = "support/fates.rs"]
mod fates;
#[path = "support/rates.rs"]
mod rates;
#[path = "support/simulator.rs"]
mod simulator;

use postil::anchor::{Passage, Placer, describe};
use postil::document::import::{Options, import};
use postil::document::{Document, DocumentId, Timestamp};
use postil::text::TextRange;
use rates::{N_PASSAGES, Rates, Tally};
use simulator::{Chance, Editor, Trial};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The ladder was tuned on others.
const SEEDS: std::ops::Range<u64> = 0..60;

#[track_caller]
fn at_least(percent: f64, n: usize, tally: Tally, rates: &Rates) {
    assert!(
        percent <= tally.percent(n),
        "fewer than {percent} %\n{}{}",
        rates.table(),
        rates.failures.join("\n")
    );
}

#[track_caller]
fn at_most(percent: f64, n: usize, tally: Tally, rates: &Rates) {
    assert!(
        tally.percent(n) <= percent,
        "more than {percent} %\n{}{}",
        rates.table(),
        rates.failures.join("\n")
    );
}

#[test]
fn marks_are_found_again_by_the_old_text() {
    let rates = Rates::of(SEEDS, Editor::Usual, true);
    println!("{}", rates.table());
    at_least(99.8, rates.untouched.to_the_byte, rates.untouched, &rates);
    at_least(96.5, rates.edited.right, rates.edited, &rates);
    at_least(91.0, rates.edited.to_the_byte, rates.edited, &rates);
    at_most(1.0, rates.edited.wrong, rates.edited, &rates);
    at_most(2.0, rates.deleted.wrong, rates.deleted, &rates);
}

#[test]
fn marks_are_found_again_without_the_old_text() {
    let rates = Rates::of(SEEDS, Editor::Usual, false);
    println!("{}", rates.table());
    at_least(99.4, rates.untouched.right, rates.untouched, &rates);
    at_least(96.0, rates.edited.right, rates.edited, &rates);
    at_most(1.0, rates.edited.wrong, rates.edited, &rates);
    // Where a sentence goes and its like stays, nothing but the old text tells them apart: then a person
    // is asked.
    at_most(1.0, rates.deleted.silently_wrong, rates.deleted, &rates);
    at_most(0.5, rates.edited.silently_wrong, rates.edited, &rates);
}

/// What the editor who works on the marks may cost, with the old text.
#[track_caller]
fn hold_with_old_text(rates: &Rates) {
    println!("{}", rates.table());
    at_least(99.85, rates.untouched.to_the_byte, rates.untouched, rates);
    at_least(94.0, rates.edited.right, rates.edited, rates);
    at_least(88.0, rates.edited.to_the_byte, rates.edited, rates);
    at_most(2.5, rates.edited.wrong, rates.edited, rates);
    at_most(1.0, rates.deleted.wrong, rates.deleted, rates);
}

/// The same without it.
#[track_caller]
fn hold_without_old_text(rates: &Rates) {
    println!("{}", rates.table());
    at_least(99.4, rates.untouched.right, rates.untouched, rates);
    at_least(93.5, rates.edited.right, rates.edited, rates);
    at_most(2.5, rates.edited.wrong, rates.edited, rates);
    at_most(1.0, rates.deleted.wrong, rates.deleted, rates);
}

#[test]
fn marks_are_found_again_where_the_editor_worked_on_them() {
    hold_with_old_text(&Rates::of(SEEDS, Editor::Hard, true));
    hold_without_old_text(&Rates::of(SEEDS, Editor::Hard, false));
}

/// Articles that nobody here wrote, where they lie beside the repository.
fn strangers_articles() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora");
    let pages = std::fs::read_dir(folder.join("html")).into_iter().flatten().flatten();
    let articles = std::fs::read_dir(folder.join("syria")).into_iter().flatten().flatten();
    let paths = articles.map(|entry| entry.path());
    let mut paths: Vec<PathBuf> =
        paths.chain(pages.map(|entry| entry.path().join("expected.html"))).collect();
    paths.sort();
    let read = |path: &PathBuf| {
        let name = path.file_name()?.to_str()?;
        let read = import(&std::fs::read(path).ok()?, name, &Options::default()).ok()?;
        let text = read.value.text().trim().to_owned();
        (400..20_000).contains(&text.len()).then_some(text)
    };
    paths.iter().filter_map(read).collect()
}

#[test]
fn marks_are_found_again_in_articles_of_strangers() {
    let articles = strangers_articles();
    if articles.is_empty() {
        println!("skipped: no corpus lies beside the repository");
        return;
    }
    for is_kept in [true, false] {
        let mut rates = Rates::default();
        // Some are lists and code, in which the same few words stand a hundred times.
        for seed in SEEDS {
            let mut chance = Chance::new(seed);
            let article = &articles[chance.below(articles.len())];
            let editor = if seed % 2 == 0 { Editor::Usual } else { Editor::Hard };
            rates.add(&Trial::of(article, editor, &mut chance, N_PASSAGES), is_kept);
        }
        println!("{}", rates.table());
        at_least(98.2, rates.untouched.to_the_byte, rates.untouched, &rates);
        at_least(92.0, rates.edited.right, rates.edited, &rates);
        at_least(86.5, rates.edited.to_the_byte, rates.edited, &rates);
        at_most(2.5, rates.edited.wrong, rates.edited, &rates);
        at_most(3.0, rates.deleted.wrong, rates.deleted, &rates);
    }
}

/// Words and signs of which small texts are made that differ in some of them.
const WORDS: [&str; 20] = [
    "35",
    "40",
    "at least",
    "more than",
    "people",
    "killed",
    "army",
    "said",
    "“",
    "”",
    "(",
    ",",
    ".",
    "1,200",
    "5%",
    "o’clock",
    "é",
    "\n\n",
    "—",
    "Monday",
];

fn some(chance: &mut Chance, n: usize) -> Vec<&'static str> {
    (0..n).map(|_| WORDS[chance.below(WORDS.len())]).collect()
}

/// A text, and the same with other words somewhere.
fn two_versions(chance: &mut Chance) -> [Document; 2] {
    let n_words = 6 + chance.below(14);
    let old = some(chance, n_words);
    let start = chance.below(n_words);
    let end = (start + 1 + chance.below(3)).min(n_words);
    let n_others = chance.below(4);
    let new = [&old[..start], &some(chance, n_others), &old[end..]].concat();
    let space = [" ", "  ", "\u{a0}"][chance.below(3)];
    [Document::plain(&old.join(" ")), Document::plain(&new.join(space))]
}

#[test]
fn no_mark_wins_white_space_at_its_ends() {
    let has_space =
        |words: &str| [words.starts_with(char::is_whitespace), words.ends_with(char::is_whitespace)];
    let mut n_placed = 0;
    for seed in 0..3000 {
        let mut chance = Chance::new(seed);
        let [old, new] = two_versions(&mut chance);
        let start = chance.below(old.text().len());
        let end = (start + 1 + chance.below(14)).min(old.text().len());
        let range = old.snap(TextRange::from_usize(start..end));
        let words = range.of(old.text()).unwrap_or_default();
        let target = describe(&old, DocumentId::mint(old.digest()), &[range], Timestamp::default());
        for kept in [Some(old.text()), None] {
            let placement = Placer::new(&Arc::new(new.clone()), kept).place(&target);
            let Some(found) = placement.passage().and_then(Passage::hull) else { continue };
            let landed = found.of(new.text()).unwrap_or_default();
            let has_won = has_space(landed).iter().zip(has_space(words)).any(|(is, was)| *is && !was);
            assert!(!has_won, "seed {seed}: {words:?} is {landed:?} in {:?}", new.text());
            n_placed += 1;
        }
    }
    assert!(2000 < n_placed, "{n_placed}");
}
