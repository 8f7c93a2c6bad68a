//! How well and how fast figures are read: `cargo bench --bench figures` prints a table in Markdown. The rates are those
//! of specifications that are not kept here: `POSTIL_CORPORA` names the folder whose `numbers` holds them (the files
//! `English-NumberModel.json` and so on of Microsoft's recognisers of text); without it they are left out. There are
//! no limits that fail: machines differ, and the tables under `tests/fixtures/figures` are held by tests.
//!
//! `-- rates` or `-- speed` measures one group; `-- failures` prints what was read otherwise.
#![expect(clippy::print_stdout, reason = "the table is what is asked for")]
#![expect(clippy::disallowed_methods, reason = "specifications are files")]

#[path = "figures/specs.rs"]
mod specs;
#[path = "reading/table.rs"]
mod table;
#[path = "reading/texts.rs"]
#[expect(dead_code, reason = "only the articles are needed here")]
mod texts;

use postil::layer::Figure;
use std::hint::black_box;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use table::{row, words};

/// How many articles a folder has, and how long each is, in bytes.
const N_ARTICLES: usize = 1000;
const N_BYTES: usize = 5000;

fn main() {
    // Cargo adds `--bench`.
    let asked: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    println!("| what | measured | shall be |\n|---|---|---|");
    let shows = asked.iter().any(|word| word == "failures");
    if asked.is_empty() || shows || asked.iter().any(|word| word == "rates") {
        rates(shows);
    }
    if asked.is_empty() || asked.iter().any(|word| word == "speed") {
        speed();
    }
}

fn rates(shows_failures: bool) {
    let Some(corpora) = std::env::var_os("POSTIL_CORPORA") else {
        row("counts read as specified", "left out: `POSTIL_CORPORA` names no folder", "");
        return;
    };
    for (name, right, all, failures) in specs::rates(&PathBuf::from(corpora).join("numbers")) {
        let share = 100.0 * right as f64 / all.max(1) as f64;
        let limit = if name.starts_with("English") { "95 %" } else { "85 %" };
        row(&format!("{name}: counts read as specified"), &format!("{share:.1} % ({right} of {all})"), limit);
        if shows_failures {
            println!("{}", failures.join("\n"));
        }
    }
}

fn speed() {
    let article = texts::article(50_000);
    row(
        "all figures of an article of 50 KB",
        &words(middle(|| drop(black_box(Figure::all_in(&article, None))))),
        "20 ms",
    );
    let wording = "more than 35 people, including 12 children, were killed";
    row("the words of a figure", &words(middle(|| drop(black_box(Figure::read(wording))))), "4 ms");
    let article = texts::article(N_BYTES);
    let begun = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| (0..N_ARTICLES / 2).for_each(|_| drop(black_box(Figure::all_in(&article, None)))));
        }
    });
    row(
        &format!("all figures of {N_ARTICLES} articles of 5 KB, on two cores"),
        &words(begun.elapsed()),
        "2 s",
    );
}

/// The middle of some runs.
fn middle(mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..15)
        .map(|_| {
            let begun = Instant::now();
            run();
            begun.elapsed()
        })
        .collect();
    times.sort();
    times[times.len() / 2]
}
