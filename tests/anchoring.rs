//! How often marks are found again: an editor with known truth changes articles, and the answers of
//! the ladder are held against it. `cargo bench --bench anchoring` prints the same rates for more seeds.

#[path = "support/rates.rs"]
mod rates;
#[path = "support/simulator.rs"]
mod simulator;

use rates::{Rates, Tally};

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
