//! How long it takes to find a word in a very long text: all hits, on one processor.

use crate::texts;
use postil::document::Document;
use postil::text::find::{Finder, Query};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Bytes of each text.
const LENGTH: usize = 50_000_000;

/// A row of the table: what was looked for, and how long each search took.
pub(crate) struct Found {
    /// What, where.
    pub what: String,
    /// How many hits there are.
    pub n_hits: usize,
    /// The time of each search for all of them.
    pub times: Vec<Duration>,
}

/// Searches for words and for an expression in several scripts; nothing is said of case, as usual.
pub(crate) fn rows() -> Vec<Found> {
    let latin = texts::article(LENGTH);
    let cyrillic = repeated(
        "Представитель армии заявил в понедельник, что военные не стреляли по рынку. Больница подтвердила \
         гибель двенадцати человек, а наблюдатели сообщили о тридцати пяти.\n\n",
    );
    let arabic = repeated(
        "قال متحدث باسم الجيش يوم الاثنين إن القوات لم تطلق النار على السوق، وذكر مراقبون أن خمسة وثلاثين شخصا \
         قتلوا.\n\n",
    );
    let expression = Query { is_regex: true, ..Query::words(r"\d+ people|hospital\w* (said|denied)") };
    [
        ("“hospital”, Latin", &latin, Query::words("hospital")),
        ("“at least”, Latin", &latin, Query::words("at least")),
        ("“больница”, Cyrillic", &cyrillic, Query::words("больница")),
        ("“الجيش”, Arabic", &arabic, Query::words("الجيش")),
        ("an expression, Latin", &latin, expression),
    ]
    .into_iter()
    .map(|(what, text, query)| searched(what, text, &query))
    .collect()
}

fn repeated(paragraph: &str) -> String {
    paragraph.repeat(LENGTH / paragraph.len())
}

fn searched(what: &str, text: &str, query: &Query) -> Found {
    let document = Document::plain(text);
    let mut n_hits = 0;
    let times = (0..5).map(|_| {
        let start = Instant::now();
        let finder = Finder::new(query).expect("an expression");
        let hits = finder.in_paragraphs(document.text(), &document.block_ranges(), &mut || true);
        n_hits = black_box(hits).ranges.len();
        start.elapsed()
    });
    let times = times.collect();
    Found { what: format!("all places of {what}, in 50 MB"), n_hits, times }
}
