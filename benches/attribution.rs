//! How well sources and cues are found, and how long it takes: `cargo bench --bench attribution` prints a table
//! in Markdown. With a number as argument, it prints so many sentences that were judged wrongly too.
#![expect(clippy::print_stdout, reason = "the table is what is asked for")]
#![expect(clippy::disallowed_methods, reason = "corpora are files")]

#[path = "attribution/corpora.rs"]
mod corpora;
#[path = "attribution/score.rs"]
mod score;
#[path = "reading/table.rs"]
mod table;

use corpora::Annotated;
use postil::language::{Attributed, Cues, attributions, opinion_of, spoken};
use postil::text::TextRange;
use score::{Score, share};
use std::time::Instant;
use table::{row, words};

fn main() {
    let shown = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(0);
    println!("| what | measured | shall be |\n|---|---|---|");
    match corpora::folder("attribution") {
        Some(folder) => of_articles(&corpora::annotated(&folder), shown),
        None => row("attribution", "not measured: no corpus", ""),
    }
    match corpora::folder("opinion") {
        Some(folder) => of_opinions(&corpora::judged(&folder)),
        None => row("opinion", "not measured: no corpus", ""),
    }
    time();
}

fn of_opinions(sentences: &[(String, bool)]) {
    let (mut subjective, mut objective) = (Score::default(), Score::default());
    for (sentence, is_subjective) in sentences {
        let is_found = opinion_of(sentence).is_possible();
        subjective.count(*is_subjective, is_found);
        objective.count(!is_subjective, !is_found);
    }
    let figures = format!(
        "macro F1 {:.3} (opinion {:.3}, none {:.3})",
        f64::midpoint(subjective.f1(), objective.f1()),
        subjective.f1(),
        objective.f1()
    );
    row("possible opinions, by sentence", &figures, "");
}

fn of_articles(articles: &[Annotated], shown: usize) {
    let mut sentences = Score::default();
    let (mut n_sources, mut by_longer, mut by_union, mut n_exact) = (0, 0, 0, 0);
    let mut faults: Vec<String> = Vec::new();
    for article in articles {
        let found = attributions(&article.text);
        for sentence in corpora::sentences(&article.text) {
            let is_in = |range: &TextRange| range.intersection(sentence).is_some();
            let is_one = article.attributions.iter().flat_map(|marked| &marked.cue).any(is_in);
            let here: Vec<&Attributed> = found.iter().filter(|one| is_in(&one.cue)).collect();
            sentences.count(is_one, !here.is_empty());
            if is_one == here.is_empty() {
                let cues: Vec<_> = here.iter().filter_map(|one| one.cue.of(&article.text)).collect();
                let what = if is_one { "missed" } else { "wrong" };
                faults.push(format!("{what} {cues:?} {}", sentence.of(&article.text).unwrap_or_default()));
            }
        }
        for marked in article.attributions.iter().filter(|marked| !marked.source.is_empty()) {
            let is_it = |one: &&Attributed| marked.cue.iter().any(|cue| cue.intersection(one.cue).is_some());
            let Some(one) = found.iter().find(is_it) else { continue };
            n_sources += 1;
            let both = one.source.map_or(0, |ours| {
                marked.source.iter().filter_map(|piece| piece.intersection(ours)).map(length).sum()
            });
            let theirs: usize = marked.source.iter().copied().map(length).sum();
            let ours = one.source.map_or(0, length);
            by_longer += usize::from(ours.max(theirs) <= 2 * both);
            by_union += usize::from(ours + theirs - both <= 2 * both);
            n_exact += usize::from(ours == theirs && both == ours);
            if 2 * both < ours.max(theirs) {
                let ours = one.source.and_then(|range| range.of(&article.text));
                let theirs: Vec<_> =
                    marked.source.iter().filter_map(|range| range.of(&article.text)).collect();
                let sentence = one.sentence.of(&article.text).unwrap_or_default();
                let cue = one.cue.of(&article.text).unwrap_or_default();
                faults.push(format!("source {ours:?} for {theirs:?}, {cue:?}: {sentence}"));
            }
        }
    }
    let figures = |score: Score| {
        format!("F1 {:.3}, precision {:.3}, recall {:.3}", score.f1(), score.precision(), score.recall())
    };
    row("sentences with a cue", &figures(sentences), "F1 0.78 at precision 0.85");
    let sources = format!(
        "{:.3} by the longer, {:.3} by the union, {:.3} exactly (of {n_sources})",
        share(by_longer, n_sources),
        share(by_union, n_sources),
        share(n_exact, n_sources)
    );
    row("sources that overlap by half, of those with a cue that is found", &sources, "0.75");
    let step = (faults.len() / shown.max(1)).max(1);
    for fault in faults.iter().step_by(step).take(shown) {
        println!("{}", fault.chars().take(330).collect::<String>());
    }
}

/// An article of 50 KB, always the same.
fn time() {
    let text = "The army denied on Monday that its aircraft had hit the market, and a hospital in the town said \
                that more than 35 people had been killed. “We counted them,” said a nurse, who asked not to be \
                named.\n\n"
        .repeat(250);
    let start = Instant::now();
    let n_found = spoken(&text, Cues::of("en")).len();
    row(
        &format!("attributions and opinions of {} KB ({n_found} sentences)", text.len() / 1000),
        &words(start.elapsed()),
        "20 ms with all else",
    );
}

fn length(range: TextRange) -> usize {
    range.end().to_usize() - range.start().to_usize()
}
