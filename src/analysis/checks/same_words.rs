//! The same words, which one person takes for an assertion and another one for a judgement.

use super::super::marked::{Marked, all};
use super::Check;
use crate::layer::Codebook;
use crate::library::{Entry, MarkRow};
use std::collections::HashMap;
use std::sync::Arc;

/// What the tags of a mark make of its words, by what they carry in the codebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Take {
    /// It can be so or not: it has a cue, a certainty or a count.
    Asserts,
    /// It has none of them.
    Judges,
}

fn take(row: &MarkRow, codebook: &Codebook) -> Option<Take> {
    let tags: Vec<_> = row.tags.iter().filter_map(|tag| codebook.tag(tag)).collect();
    let asserts = ["cue", "certainty", "figure"];
    let asserting = tags.iter().filter(|tag| asserts.iter().any(|what| tag.carries(what))).count();
    match (tags.len(), asserting) {
        (0, _) => None,
        (_, 0) => Some(Take::Judges),
        (n, n_asserting) if n == n_asserting => Some(Take::Asserts),
        // Both at once, as one person sees it, is no contradiction.
        _ => None,
    }
}

/// Marks on the same words by two people who take them differently; each once for each other person.
pub(super) fn claims_and_opinions(entries: &[Arc<Entry>], codebook: &Codebook) -> Vec<(Marked, Check)> {
    let mut found = Vec::new();
    for entry in entries {
        let mut by_words: HashMap<(Option<crate::text::TextRange>, String), Vec<Marked>> = HashMap::new();
        for mark in all(std::slice::from_ref(entry)) {
            let words = mark.row().quote.split_whitespace().collect::<Vec<_>>().join(" ");
            by_words.entry((mark.row().place, words)).or_default().push(mark);
        }
        for marks in by_words.into_values().filter(|marks| 1 < marks.len()) {
            for mark in &marks {
                let own = take(mark.row(), codebook);
                let is_other = |other: &&Marked| {
                    let theirs = take(other.row(), codebook);
                    other.row().person.id != mark.row().person.id
                        && own.is_some()
                        && theirs.is_some()
                        && theirs != own
                };
                let other = marks.iter().find(is_other);
                let check = other.and_then(|other| {
                    let (person, tag) = (other.row().person.name.clone(), other.row().tags.first()?.clone());
                    Some(Check::ClaimAndOpinion { person, tag })
                });
                found.extend(check.map(|check| (mark.clone(), check)));
            }
        }
    }
    found.sort_by_key(|(mark, _)| mark.order());
    found
}
