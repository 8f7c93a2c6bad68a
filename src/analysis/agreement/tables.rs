//! Agreement on categories, of any number: from how often two people gave which, or from how many people gave
//! which to how many units.

use super::estimate::Undefined;

/// Cohen's κ (1960) of a square table, `table[i][j]`: how often the first person gave `i` and the second `j`.
pub(super) fn cohen<const N: usize>(table: &[[f64; N]; N]) -> Result<f64, Undefined> {
    let n: f64 = table.iter().flatten().sum();
    let first = table.map(|row| row.iter().sum::<f64>());
    let second: [f64; N] = std::array::from_fn(|j| table.iter().map(|row| row[j]).sum());
    let observed = (0..N).map(|i| table[i][i]).sum::<f64>() / n;
    let expected = first.iter().zip(second).map(|(a, b)| a * b).sum::<f64>() / (n * n);
    above_chance(observed, expected, n)
}

/// Fleiss' κ (1971) of units that `people` judged each: how often each category was given, and the sum over
/// units and categories of the squared number of people who gave it.
pub(super) fn fleiss(given: &[f64], squares: f64, people: f64) -> Result<f64, Undefined> {
    let all: f64 = given.iter().sum();
    let observed = (squares - all) / (all * (people - 1.0));
    let expected = given.iter().map(|share| (share / all).powi(2)).sum();
    above_chance(observed, expected, all)
}

/// Krippendorff's α for nominal values: how often each category was given to units that two or more people
/// judged, and the sum over those units of k·(m − k) / (m − 1) over categories, where k of the m people who
/// judged the unit gave the category.
pub(super) fn alpha(given: &[f64], disagreeing: f64) -> Result<f64, Undefined> {
    let all: f64 = given.iter().sum();
    if all <= 1.0 {
        return Err(Undefined::NoWords);
    }
    let expected = given.iter().map(|share| share * (all - share)).sum::<f64>() / (all - 1.0);
    if expected <= 0.0 { Err(Undefined::OneCategory) } else { Ok(1.0 - disagreeing / expected) }
}

/// How far `observed` is beyond what chance would give.
fn above_chance(observed: f64, expected: f64, n: f64) -> Result<f64, Undefined> {
    if n <= 0.0 {
        return Err(Undefined::NoWords);
    }
    if 1.0 - expected < 1e-12 {
        return Err(Undefined::OneCategory);
    }
    Ok((observed - expected) / (1.0 - expected))
}
