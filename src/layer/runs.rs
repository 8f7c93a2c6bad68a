//! A text cut at every edge of a mark, so that what overlaps can be drawn without nesting.

use crate::text::TextRange;
use std::collections::BTreeSet;

/// A stretch over which the same marks lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run<T> {
    /// Its bytes.
    pub range: TextRange,
    /// The marks, in the order they were given.
    pub marks: Vec<T>,
}

/// Cuts `whole` into runs: together they cover it once, in order, and each has the marks whose
/// ranges cover it.
pub fn runs<T: Copy>(whole: TextRange, marks: &[(TextRange, T)]) -> Vec<Run<T>> {
    let inside: Vec<(TextRange, T)> = marks
        .iter()
        .filter_map(|&(range, mark)| {
            Some((range.intersection(whole).filter(|shared| !shared.is_empty())?, mark))
        })
        .collect();
    let edges: BTreeSet<_> = inside
        .iter()
        .flat_map(|(range, _)| [range.start(), range.end()])
        .chain([whole.start(), whole.end()])
        .collect();
    let edges: Vec<_> = edges.into_iter().collect();
    let cut = |pair: &[crate::text::TextSize]| {
        let range = TextRange::new(pair[0], pair[1]);
        let marks = inside.iter().filter(|(mark, _)| mark.covers(range)).map(|&(_, mark)| mark).collect();
        Run { range, marks }
    };
    edges.windows(2).map(cut).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn runs_cover_a_block_once_with_the_right_marks(marks in proptest::collection::vec((0..60_usize, 0..60_usize), 0..8)) {
            let whole = TextRange::from_usize(10..50);
            let marks: Vec<_> = marks.iter().enumerate().map(|(i, &(a, b))| (TextRange::from_usize(a.min(b)..a.max(b)), i)).collect();
            let runs = runs(whole, &marks);
            let mut at = whole.start();
            for run in &runs {
                prop_assert_eq!(run.range.start(), at);
                prop_assert!(!run.range.is_empty());
                at = run.range.end();
                for byte in run.range.to_usize() {
                    let here = crate::text::TextSize::from_usize(byte);
                    let expected: Vec<_> = marks.iter().filter(|(range, _)| range.contains(here)).map(|&(_, i)| i).collect();
                    prop_assert_eq!(&run.marks, &expected);
                }
            }
            prop_assert_eq!(at, whole.end());
        }
    }
}
