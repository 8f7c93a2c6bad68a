//! What a teacher found of a mark, in the words of the window, and the words of a mark's note with it.

use super::say;
use crate::analysis::grading::ALTERNATIVE;
use crate::layer::{Annotation, Assessment};

/// What a relation is called that no codebook has, from the mark that it starts at or from the other.
pub(in crate::gui) fn relation_name(slug: &str, starts_here: bool) -> String {
    match (slug, starts_here) {
        (ALTERNATIVE, true) => say!("key-alternative-of"),
        (ALTERNATIVE, false) => say!("key-accepts"),
        _ => slug.to_owned(),
    }
}

/// Whether there is something to be said beside the words of a mark.
pub(in crate::gui) fn has_words(annotation: &Annotation) -> bool {
    !annotation.note.is_empty() || annotation.motivation.assessment().is_some()
}

/// What a mark says in words: its note, below what was found of somebody's work, where it says so.
pub(in crate::gui) fn words_of(annotation: &Annotation) -> String {
    let found = annotation.motivation.assessment().map(found_of);
    let Some(found) = found else { return annotation.note.clone() };
    // On one line words run into each other.
    let paragraphs = annotation.note.split("\n\n").map(str::trim).filter(|words| !words.is_empty());
    let paragraphs = paragraphs.map(|words| words.trim_end_matches('.').to_owned());
    let all: Vec<String> = std::iter::once(found).chain(paragraphs).collect();
    format!("{}.", all.join(". "))
}

/// `Another tag than in the key: 2 of 4 points`.
pub(in crate::gui) fn found_of(assessment: &Assessment) -> String {
    let verdict = assessment.verdict.as_str();
    let points = Assessment::shown(assessment.points).replace('-', "−");
    match (assessment.of, assessment.points) {
        (0, 0) => say!("assessed-bare", verdict = verdict),
        (0, _) => say!("assessed-off", verdict = verdict, points = points),
        _ => say!("assessed", verdict = verdict, points = points, of = Assessment::shown(assessment.of)),
    }
}
