//! From words to places in the text.

use super::{ActionError, Place, Session};
use crate::document::Document;
use crate::text::search::{Case, Folded};
use crate::text::{TextRange, TextSize};
use memchr::memmem;

/// How many places an error lists.
const MOST_LISTED: usize = 8;

impl Session {
    /// Where `place` is.
    pub(super) fn find(&self, place: &Place) -> Result<TextRange, ActionError> {
        find(self.document(), place)
    }
}

/// Where `place` is in `document`; several places for the same words are an error that lists them.
pub fn find(document: &Document, place: &Place) -> Result<TextRange, ActionError> {
    match place {
        Place::Bytes(range) => Ok(document.snap(*range)),
        Place::CodePoints(range) => code_points(document, range.clone()),
        Place::Words(words, nth) => words_at(document, words, *nth),
    }
}

fn code_points(document: &Document, range: std::ops::Range<usize>) -> Result<TextRange, ActionError> {
    if range.start == usize::MAX {
        return Ok(TextRange::empty(TextSize::of(document.text())));
    }
    let found = document.units().range_from_code_points(document.text(), range.clone());
    let length = document.units().n_code_points();
    found.map(|range| document.snap(range)).ok_or(ActionError::Outside(range, length))
}

fn words_at(document: &Document, words: &str, nth: Option<usize>) -> Result<TextRange, ActionError> {
    let places = occurrences(document, words);
    match (nth, places.as_slice()) {
        (_, []) => Err(ActionError::NoPlace(words.to_owned())),
        (None, [place]) => Ok(*place),
        (Some(n), places) => places
            .get(n.wrapping_sub(1))
            .copied()
            .ok_or_else(|| ActionError::NoNthPlace(words.to_owned(), places.len(), n)),
        (None, places) => {
            let listed = listed(document, places);
            Err(ActionError::SeveralPlaces(words.to_owned(), places.len(), listed))
        }
    }
}

/// Every place of `words`: as they stand, else in the folded view.
fn occurrences(document: &Document, words: &str) -> Vec<TextRange> {
    let text = document.text();
    let literal: Vec<TextRange> = memmem::find_iter(text.as_bytes(), words.as_bytes())
        .filter(|_| !words.is_empty())
        .map(|at| TextRange::from_usize(at..at + words.len()))
        .collect();
    if literal.is_empty() { Folded::of(text, Case::Kept).find_all(words, Case::Kept) } else { literal }
}

/// `1 "… before words after …", 2 …`
fn listed(document: &Document, places: &[TextRange]) -> String {
    let shown = places
        .iter()
        .take(MOST_LISTED)
        .enumerate()
        .map(|(i, place)| format!("{} “{}”", i + 1, around(document, *place)));
    let mut list = shown.collect::<Vec<_>>().join(", ");
    if MOST_LISTED < places.len() {
        list.push_str(&format!(", … {}", places.len()));
    }
    list
}

/// The words at `place` with a little of what stands around them, on one line.
fn around(document: &Document, place: TextRange) -> String {
    let text = document.text();
    let before: String = text[..place.start().to_usize()].chars().rev().take(18).collect();
    let before: String = before.chars().rev().collect();
    let after: String = text[place.end().to_usize()..].chars().take(18).collect();
    let line = format!("{before}{}{after}", document.slice(place));
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}
