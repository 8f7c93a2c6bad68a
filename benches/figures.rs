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

use postil::analysis::{Rules, proposals};
use postil::document::Document;
use postil::document::import::Options;
use postil::host::MemoryHost;
use postil::layer::{Annotator, AnnotatorId, Figure};
use postil::session::{Action, Session};
use std::hint::black_box;
use std::path::{Path, PathBuf};
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
    let codebook = postil::sidecar::builtin();
    let read = |text: &str| drop(black_box(proposals(&Document::plain(text), &codebook, Rules::built_in())));
    row(
        "figures, sources, opinions and proposals of an article of 50 KB",
        &words(middle(|| read(&article))),
        "20 ms",
    );
    row("a letter typed in a figure's field", &words(letter()), "4 ms");
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
    let begun = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| (0..N_ARTICLES / 2).for_each(|_| read(&article)));
        }
    });
    row(
        &format!("all the reading of {N_ARTICLES} such articles, on two cores"),
        &words(begun.elapsed()),
        "2 s",
    );
}

/// What the session does for a letter in the field of a figure, in an article of 50 KB with a few hundred marks.
fn letter() -> Duration {
    let text = format!("More than 35 people were killed.\n\n{}", texts::article(50_000));
    let mut host = MemoryHost::with("/desk/raid.txt", text.as_bytes());
    let ana = AnnotatorId::named("ana").map(|id| Annotator::new(id, "Ana"));
    let opened = Session::open(Path::new("/desk/raid.txt"), &Options::default(), ana, &host);
    let Ok(mut session) = opened else { return Duration::ZERO };
    let mut perform = |line: &str| {
        let action: Result<Action, _> = line.parse();
        action.is_ok_and(|action| session.perform(&action, &mut host).is_ok())
    };
    for nth in 1..300 {
        perform(&format!("select {}..{}", nth * 100 + 40, nth * 100 + 90));
        perform("tag claim");
    }
    perform("select 'More than 35 people were killed'");
    perform("tag casualty-report");
    let mut nth = 0;
    middle(|| {
        nth += 1;
        black_box(perform(&format!("figure 'more than {nth} people'")));
    })
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
