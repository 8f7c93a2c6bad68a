//! Which words of a text bear a tag, and what κ and α make of that.

use super::estimate::Undefined;
use super::tables;
use std::ops::Range;

/// Of which words anything is covered by `units`, which do not overlap; both are in order.
pub(super) fn covered(words: &[Range<usize>], units: &[Range<usize>]) -> Vec<bool> {
    let mut units = units.iter().peekable();
    let is_covered = |word: &Range<usize>| {
        while units.next_if(|unit| unit.end <= word.start).is_some() {}
        units.peek().is_some_and(|unit| unit.start < word.end)
    };
    words.iter().map(is_covered).collect()
}

/// Cohen's κ from how many words both, only the first, only the second, and neither marked.
pub(super) fn cohen(sums: &[f64]) -> Result<f64, Undefined> {
    let &[both, first, second, neither] = sums else { return Err(Undefined::NoWords) };
    if both + first + second + neither > 0.0 && both + first + second == 0.0 {
        return Err(Undefined::NothingMarked);
    }
    tables::cohen(&[[both, first], [second, neither]])
}

/// Fleiss' κ from the number of words, Σk and Σk² over them, where k of `m` people have the tag.
pub(super) fn fleiss(sums: &[f64], m: f64) -> Result<f64, Undefined> {
    let Given { marked, unmarked, squares } = Given::of(sums, m)?;
    tables::fleiss(&[marked, unmarked], squares, m)
}

/// Krippendorff's α of the same.
pub(super) fn alpha(sums: &[f64], m: f64) -> Result<f64, Undefined> {
    let Given { marked, unmarked, squares } = Given::of(sums, m)?;
    let all = marked + unmarked;
    tables::alpha(&[marked, unmarked], (all * m - squares) / (m - 1.0))
}

/// How often a word was marked and not, and the squared numbers of people who did each.
struct Given {
    marked: f64,
    unmarked: f64,
    squares: f64,
}

impl Given {
    fn of(sums: &[f64], m: f64) -> Result<Self, Undefined> {
        let &[n, marked, squares] = sums else { return Err(Undefined::NoWords) };
        if n == 0.0 {
            return Err(Undefined::NoWords);
        }
        if marked == 0.0 {
            return Err(Undefined::NothingMarked);
        }
        Ok(Self {
            marked,
            unmarked: n * m - marked,
            squares: squares + n * m * m - 2.0 * m * marked + squares,
        })
    }
}
