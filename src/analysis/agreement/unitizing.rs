//! Krippendorff's unitizing u-α (Krippendorff, Mathet, Bouvry and Widlöcher 2016) for one tag against none,
//! on code points.
//!
//! It forbids one person's units to overlap, and marks may: so it is asked of each tag by itself, after a
//! person's own overlapping marks of that tag were made one. Units that merely touch stay apart.

use super::estimate::Undefined;
use super::marked::{Mark, merged};
use crate::layer::TagId;
use std::ops::Range;

/// How many numbers of a stratum are summed for a tag.
pub(super) const WIDTH: usize = 4;

/// What one person's marks with a tag cover; of any tag, if `None`.
pub(super) fn units(marks: &[Mark], tag: Option<&TagId>) -> Vec<Range<usize>> {
    let marks = marks.iter().filter(|mark| tag.is_none_or(|tag| mark.has_tag(tag)));
    merged(marks.flat_map(|mark| mark.pieces.iter().cloned()).collect(), false)
}

/// Adds to the strata of a text what `people` covered: of each stratum its length, Σk and Σk² over its code
/// points, where k is how many people have the tag there, and the squared lengths of the units that begin in
/// it. `starts` are where the strata of the text begin, the first at 0; `row` is the number of its first.
pub(super) fn add(
    strata: &mut [f64],
    (width, column): (usize, usize),
    (starts, rows): (&[usize], &[usize]),
    length: usize,
    people: &[&[Range<usize>]],
) {
    let mut events: Vec<(usize, isize)> = Vec::new();
    for unit in people.iter().flat_map(|units| units.iter()) {
        events.push((unit.start, 1));
        events.push((unit.end.min(length), -1));
        let nth = starts.partition_point(|&start| start <= unit.start).saturating_sub(1);
        let squared = (unit.len() as f64).powi(2);
        if let Some(&row) = rows.get(nth) {
            strata[row * width + column + 3] += squared;
        }
    }
    events.sort_unstable();
    let mut events = events.into_iter().peekable();
    let (mut at, mut k) = (0, 0_isize);
    for (nth, &row) in rows.iter().enumerate() {
        let end = starts.get(nth + 1).copied().unwrap_or(length);
        let sums = &mut strata[row * width + column..][..WIDTH];
        while at < end {
            while let Some((_, step)) = events.next_if(|(place, _)| *place <= at) {
                k += step;
            }
            let next = events.peek().map_or(end, |(place, _)| *place).min(end);
            let (points, k) = ((next - at) as f64, k as f64);
            sums[0] += points;
            sums[1] += k * points;
            sums[2] += k * k * points;
            at = next;
        }
    }
}

/// u-α of one tag from the sums over all strata, of `m` people.
pub(super) fn alpha(sums: &[f64], m: f64) -> Result<f64, Undefined> {
    let &[length, marked, squares, units] = sums else { return Err(Undefined::NothingMarked) };
    let all = m * length;
    let unmarked = all - marked;
    if marked <= 0.0 {
        return Err(Undefined::NothingMarked);
    }
    if unmarked <= 0.0 {
        return Err(Undefined::OneCategory);
    }
    let observed = (m * marked - squares) / (m - 1.0);
    let divisor = all * all - units - unmarked;
    let expected = all * unmarked * marked / divisor;
    if divisor <= 0.0 || expected <= 0.0 {
        return Err(Undefined::OneCategory);
    }
    Ok(1.0 - observed / expected)
}

/// The mean of several tags' u-α, weighted by how much is marked with each; tags for which it is undefined
/// are left out.
pub(super) fn mean(sums: &[f64], m: f64) -> Result<f64, Undefined> {
    let (mut total, mut weights, mut why) = (0.0, 0.0, Undefined::NothingMarked);
    for tag in sums.chunks(WIDTH) {
        match alpha(tag, m) {
            Ok(value) => {
                total += value * tag[1];
                weights += tag[1];
            }
            Err(Undefined::OneCategory) => why = Undefined::OneCategory,
            Err(_) => {}
        }
    }
    if weights == 0.0 { Err(why) } else { Ok(total / weights) }
}
