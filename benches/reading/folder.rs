//! A folder of 10,000 articles in a window without a screen: when the article is on the page and the first
//! cards are in the list, when all rows are known, and what memory they take.

use super::all_marks::{begin, lay};
use super::{row, words};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use postil::gui::App;
use std::fs;
use std::time::{Duration, Instant};

const N_ARTICLES: usize = 10_000;
const N_MARKS: usize = 60;
/// What counts as never.
const MOST: Duration = Duration::from_secs(120);

pub(crate) fn rows() {
    let place = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let folder = place.path().join("desk");
    fs::create_dir(&folder).expect("made");
    eprintln!("folder: laying down {N_ARTICLES} articles with {N_MARKS} marks each …");
    (0..N_ARTICLES).for_each(|nth| lay(&folder, nth, N_MARKS));
    for (cache, limits) in
        [("nothing cached", ["0.3 s", "0.4 s", "10 s"]), ("with the cache", ["", "", "1 s"])]
    {
        let before = own_megabytes();
        let began = Instant::now();
        let mut window = begin(place.path(), vec![folder.join("article-500.txt"), folder.clone()]);
        let mut until = |is_there: &dyn Fn(&Harness<'_, App>) -> bool| {
            while !is_there(&window) {
                assert!(began.elapsed() < MOST, "it never came");
                window.step();
                std::thread::sleep(Duration::from_millis(2));
            }
            words(began.elapsed())
        };
        let article = until(&|window| window.query_all_by_label_contains("Report 500").next().is_some());
        let cards = until(&|window| 0 < n_entries(window));
        let all = until(&|window| N_ARTICLES * N_MARKS <= n_rows(window));
        row(
            &format!("a window with {N_ARTICLES} articles, {cache}: an article on the page"),
            &article,
            limits[0],
        );
        row("… the first cards", &cards, limits[1]);
        row("… all rows", &all, limits[2]);
        let megabytes = own_megabytes().saturating_sub(before);
        row(
            &format!("… memory of its own with {} rows", N_ARTICLES * N_MARKS),
            &format!("{megabytes} MB"),
            "600 MB",
        );
        // The cache is written when all is read.
        (0..200).for_each(|_| {
            window.step();
            std::thread::sleep(Duration::from_millis(10));
        });
    }
}

fn n_entries(window: &Harness<'_, App>) -> usize {
    window.state().workspace().library().map_or(0, |library| library.entries().count())
}

fn n_rows(window: &Harness<'_, App>) -> usize {
    window.state().workspace().library().map_or(0, |library| library.rows().count())
}

/// Memory of this process that is no file's, in megabytes.
fn own_megabytes() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:"));
    let kilobytes: u64 = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0);
    kilobytes / 1024
}
