//! How well sources and cues are found in sentences of our own: `tests/fixtures/attribution`, one sentence a
//! line, with `[source]` and `<cue>`. The corpora are measured by `cargo bench --bench attribution`.
#![expect(clippy::disallowed_methods, reason = "the sentences are files")]

#[path = "../benches/attribution/score.rs"]
mod score;

use postil::language::{Cues, attributions_by};
use score::{Score, share};
use std::fs;
use std::path::Path;

/// A sentence with what is expected in it.
struct Expected {
    text: String,
    source: Option<String>,
    cue: Option<String>,
}

fn expected(line: &str) -> Expected {
    let between = |open: char, close: char| {
        let (_, rest) = line.split_once(open)?;
        Some(rest.split_once(close)?.0.to_owned())
    };
    let text = line.chars().filter(|c| !matches!(c, '[' | ']' | '<' | '>')).collect();
    Expected { text, source: between('[', ']'), cue: between('<', '>') }
}

/// The sentences of a file, which begins with their language: how many of them with a cue are found, and of those with a source how many have
/// it right by half of the longer.
fn measured(file: &str) -> (Score, f64, Vec<String>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/attribution/{file}.txt"));
    let language = file.split('-').next().unwrap_or(file);
    let lines = fs::read_to_string(path).expect("sentences");
    let (mut score, mut n_sources, mut n_right, mut faults) = (Score::default(), 0, 0, Vec::new());
    for line in lines.lines().filter(|line| !line.starts_with('#')) {
        let expected = expected(line);
        let found = attributions_by(&expected.text, Cues::of(language));
        score.count(expected.cue.is_some(), !found.is_empty());
        if expected.cue.is_some() == found.is_empty() {
            let cues: Vec<_> = found.iter().filter_map(|one| one.cue.of(&expected.text)).collect();
            faults.push(format!("{cues:?} in {line}"));
        }
        let (Some(cue), Some(source)) = (&expected.cue, &expected.source) else { continue };
        let is_it =
            |words: Option<&str>| words.is_some_and(|words| words.contains(cue) || cue.contains(words));
        let Some(one) = found.iter().find(|one| is_it(one.cue.of(&expected.text))) else {
            faults.push(format!("another cue in {line}"));
            continue;
        };
        n_sources += 1;
        let ours = one.source.and_then(|range| range.of(&expected.text)).unwrap_or("");
        let both =
            if source.contains(ours) || ours.contains(source) { ours.len().min(source.len()) } else { 0 };
        if ours.len().max(source.len()) <= 2 * both {
            n_right += 1;
        } else {
            faults.push(format!("{ours:?} in {line}"));
        }
    }
    (score, share(n_right, n_sources), faults)
}

#[test]
fn what_was_told_wrongly_once_is_told_rightly_one_by_one() {
    let (_, _, faults) = measured("en-held");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn english_sentences_have_their_cues_and_sources() {
    let (score, sources, faults) = measured("en");
    let found =
        format!("{score:?}, recall {:.3}, sources {sources:.3}\n{}", score.recall(), faults.join("\n"));
    assert!(0.85 <= score.precision() && 0.95 <= score.f1() && 0.90 <= sources, "{found}");
}

#[test]
fn sentences_of_other_languages_have_their_main_verbs_and_their_sources() {
    for language in ["de", "fr", "es", "ru", "uk", "ar"] {
        let (score, sources, faults) = measured(language);
        let found = format!("{language}: {score:?}, sources {sources:.3}\n{}", faults.join("\n"));
        assert!(0.90 <= score.precision() && 0.90 <= score.f1() && 0.75 <= sources, "{found}");
    }
}
