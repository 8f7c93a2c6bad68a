//! Which of several overlapping marks is drawn on which level under the words.

use crate::text::TextRange;

/// A lane for each of `hulls`, counted from 0, such that no two that overlap share one.
///
/// `hulls` come in order of their start, the longer first where two start together: so what contains
/// others lies below them all, and a mark keeps its lane from its first line to its last.
pub fn assign(hulls: &[TextRange]) -> Vec<usize> {
    let mut ends = Vec::new();
    hulls
        .iter()
        .map(|hull| {
            let free = ends.iter().position(|&end| end <= hull.start());
            let lane = free.unwrap_or(ends.len());
            if lane == ends.len() {
                ends.push(hull.end());
            } else {
                ends[lane] = hull.end();
            }
            lane
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn lanes_never_collide(marks in proptest::collection::vec((0..90_usize, 1..30_usize), 0..40)) {
            let mut hulls: Vec<_> = marks.iter().map(|&(start, length)| TextRange::from_usize(start..start + length)).collect();
            hulls.sort_by_key(|hull| (hull.start(), std::cmp::Reverse(hull.end())));
            let lanes = assign(&hulls);
            for i in 0..hulls.len() {
                for j in 0..i {
                    prop_assert!(lanes[i] != lanes[j] || !hulls[i].overlaps(hulls[j]));
                }
            }
        }
    }
}
