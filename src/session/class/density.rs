//! How many of a class marked each part of the text.

use super::marking::{Marking, Pupil};
use crate::text::TextRange;

/// The parts of the text that some marked, in order, each with how many did; in bytes.
pub fn density(marking: &Marking, pupils: &[Pupil]) -> Vec<(TextRange, usize)> {
    let document = marking.placers().document();
    // By code point: how many begin there more than end.
    let mut steps: Vec<(usize, i32)> = Vec::new();
    for pupil in pupils {
        let marks = pupil.handed.marked.marks.iter().filter(|mark| !mark.tags.is_empty());
        let mut pieces: Vec<std::ops::Range<usize>> =
            marks.flat_map(|mark| mark.pieces.iter().cloned()).collect();
        pieces.sort_by_key(|piece| (piece.start, piece.end));
        let mut reached = 0;
        for piece in pieces {
            // What one pupil marked twice counts once.
            let start = piece.start.max(reached);
            if start < piece.end {
                steps.extend([(start, 1), (piece.end, -1)]);
            }
            reached = reached.max(piece.end);
        }
    }
    steps.sort_unstable();
    let mut found: Vec<(TextRange, usize)> = Vec::new();
    let (mut n, mut from) = (0_i32, 0);
    for (at, step) in steps {
        let range = document.units().range_from_code_points(document.text(), from..at);
        let count = usize::try_from(n).unwrap_or_default();
        if let Some(range) = range.filter(|range| 0 < count && !range.is_empty()) {
            match found.last_mut() {
                Some((last, known)) if *known == count && last.end() == range.start() => {
                    *last = TextRange::new(last.start(), range.end());
                }
                _ => found.push((range, count)),
            }
        }
        (n, from) = (n + step, at);
    }
    found
}
