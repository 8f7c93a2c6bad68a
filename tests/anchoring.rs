//! How often marks are found again: an editor with known truth changes articles, and the answers of
//! the ladder are held against it. `cargo bench --bench anchoring` prints the same rates for more seeds.

#[path = "support/rates.rs"]
mod rates;
#[path = "support/simulator.rs"]
mod simulator;

use postil::anchor::{Passage, Placer, describe};
use postil::document::{Document, DocumentId, Timestamp};
use postil::text::TextRange;
use rates::{Rates, Tally};
use simulator::Chance;
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
    let rates = Rates::of(SEEDS, true);
    println!("{}", rates.table());
    at_least(99.3, rates.untouched.right, rates.untouched, &rates);
    at_least(93.0, rates.edited.right, rates.edited, &rates);
    at_most(3.0, rates.edited.wrong, rates.edited, &rates);
    at_most(5.0, rates.deleted.wrong, rates.deleted, &rates);
}

#[test]
fn marks_are_found_again_without_the_old_text() {
    let rates = Rates::of(SEEDS, false);
    println!("{}", rates.table());
    at_least(93.0, rates.untouched.right, rates.untouched, &rates);
    at_least(70.0, rates.edited.right, rates.edited, &rates);
    at_most(5.0, rates.edited.wrong, rates.edited, &rates);
    // Where a sentence goes and its like stays, nothing but the old text tells them apart: then a person
    // is asked.
    at_most(2.0, rates.deleted.silently_wrong, rates.deleted, &rates);
    at_most(1.5, rates.edited.silently_wrong, rates.edited, &rates);
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
