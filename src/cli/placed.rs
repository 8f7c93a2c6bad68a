//! Placements as JSON and in words: for every command that tells where marks landed.

use super::print::quoted;
use crate::anchor::{Candidate, Passage, Placement, Score};
use crate::document::Document;
use serde_json::{Value, json};

/// The words for a placement, in the order of the counts.
pub(super) const PLACEMENTS: [&str; 5] = ["exact", "moved", "changed", "ambiguous", "orphaned"];

/// How many words of a passage are shown, in characters.
pub(super) const MOST_WORDS: usize = 100;

/// The keys `placement`, `pieces`, `score` and `candidates` of a mark. Offsets are code points of `document`.
pub(super) fn described(document: &Document, placement: &Placement) -> Value {
    let candidate = |candidate: &Candidate| json!({ "pieces": pieces(document, &candidate.passage), "score": share(candidate.score) });
    let candidates: Vec<Value> = placement.candidates().iter().map(candidate).collect();
    json!({
        "placement": placement.name(),
        "pieces": placement.passage().map_or(Value::Array(Vec::new()), |passage| pieces(document, passage)),
        "score": share(placement.score()),
        "candidates": candidates,
    })
}

/// An array of `start` and `end`.
pub(super) fn pieces(document: &Document, passage: &Passage) -> Value {
    let pieces = passage.pieces().iter().map(|&piece| document.code_points(piece));
    pieces.map(|piece| json!({ "start": piece.start, "end": piece.end })).collect()
}

/// From 0 to 1, in thousandths.
fn share(score: Score) -> f64 {
    f64::from(score.0) / 1000.0
}

/// `at 120..131 “eight people”`
pub(super) fn place(document: &Document, passage: &Passage) -> String {
    let Some(hull) = passage.hull() else { return "nowhere".to_owned() };
    let at = document.code_points(hull);
    let words: Vec<&str> = passage.pieces().iter().map(|&piece| document.slice(piece)).collect();
    format!("at {}..{} {}", at.start, at.end, quoted(&words.join(" … "), MOST_WORDS))
}

/// What a person should know of a mark that is not where it was made, a line each.
pub(super) fn remarks(document: &Document, placement: &Placement) -> Vec<String> {
    match placement {
        Placement::Exact(_) | Placement::Moved { .. } => Vec::new(),
        Placement::Changed { to, .. } => vec![format!("now {}, if that is it", place(document, to))],
        Placement::Ambiguous(candidates) => {
            let shown = candidates.iter().take(5);
            let mut remarks: Vec<String> =
                shown.map(|candidate| format!("perhaps {}", place(document, &candidate.passage))).collect();
            if remarks.len() < candidates.len() {
                remarks.push(format!("… {} places in all", candidates.len()));
            }
            remarks
        }
        Placement::Orphaned { best_guess: Some(guess) } => {
            vec![format!("at best {}", place(document, &guess.passage))]
        }
        Placement::Orphaned { best_guess: None } => vec!["the words are gone".to_owned()],
    }
}
