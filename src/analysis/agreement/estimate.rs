//! A value with its interval, or why there is none.

use super::drawing::Drawing;
use std::fmt;

/// How often paragraphs or articles are drawn anew for an interval.
pub const N_RESAMPLES: usize = 400;
/// Where the numbers that draw them begin.
const SEED: u64 = 2_016;

/// A value and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The value over all.
    pub value: f64,
    /// The 2.5th and the 97.5th percentile of the values over paragraphs (or articles) that were drawn anew 400
    /// times with a fixed seed; `None` where too few of those can be told.
    pub interval: Option<(f64, f64)>,
}

/// Why a value cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undefined {
    /// Nobody marked anything here.
    NothingMarked,
    /// The person whose marks are asked about made none.
    NoMarks,
    /// All words, or all marks, have one and the same category: there is nothing to tell apart.
    OneCategory,
    /// No article was marked by all of them.
    NoCommonText,
    /// The article has no words.
    NoWords,
    /// The best alignment of so many people's marks would take too long to find.
    TooMany,
    /// No chance alignment costs anything, so that there is nothing to compare with.
    NoChance,
}

impl fmt::Display for Undefined {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NothingMarked => "nothing is marked: not enough data",
            Self::NoMarks => "this person marked nothing: not enough data",
            Self::OneCategory => "all of it has one category, so that chance would agree as well",
            Self::NoCommonText => "there is no article that all of them marked",
            Self::NoWords => "the text has no words",
            Self::TooMany => "there are too many marks to find the best alignment of all people; compare two",
            Self::NoChance => {
                "marks put elsewhere by chance would fit as well, so that there is nothing to compare with"
            }
        })
    }
}

/// How many draws are summed at once, so that what is summed stays in the processor's nearest memory.
const AT_ONCE: usize = 80;
const _: () = assert!(N_RESAMPLES.is_multiple_of(AT_ONCE));

/// What is drawn anew for intervals: how often each stratum (a paragraph, an article) comes in each draw.
#[derive(Clone, Debug)]
pub(super) struct Draws {
    /// For each stratum the draws, one after the other; nothing where there are too few strata to draw.
    times: Vec<[f64; N_RESAMPLES]>,
}

impl Draws {
    pub(super) fn of(n_strata: usize) -> Self {
        let mut drawing = Drawing::new(SEED);
        let mut times = vec![[0.0; N_RESAMPLES]; if n_strata < 2 { 0 } else { n_strata }];
        let all = if times.is_empty() { 0 } else { N_RESAMPLES * n_strata };
        for nth in 0..all {
            times[drawing.below(n_strata)][nth / n_strata] += 1.0;
        }
        Self { times }
    }

    /// Estimates each of the `n` values that `values` makes of the sums over all strata, which are rows of
    /// `width` numbers.
    pub(super) fn estimates(
        &self,
        width: usize,
        strata: &[f64],
        n: usize,
        values: impl Fn(&[f64], &mut [Result<f64, Undefined>]),
    ) -> Vec<Result<Estimate, Undefined>> {
        let rows = || strata.chunks(width.max(1));
        let mut sums = vec![0.0; width];
        rows().for_each(|stratum| add(&mut sums, stratum));
        let mut found = vec![Err(Undefined::NothingMarked); n];
        values(&sums, &mut found);
        if found.iter().all(Result::is_err) {
            let alone = |value: Result<f64, Undefined>| value.map(|value| Estimate { value, interval: None });
            return found.into_iter().map(alone).collect();
        }
        // A paragraph without anything adds nothing, however often it is drawn.
        let is_filled =
            |(_, stratum): &(&[f64; N_RESAMPLES], &[f64])| stratum.iter().any(|&part| part != 0.0);
        let filled: Vec<_> = self.times.iter().zip(rows()).filter(is_filled).collect();
        let mut drawn: Vec<Vec<f64>> = vec![Vec::with_capacity(N_RESAMPLES); n];
        let mut again = vec![Err(Undefined::NothingMarked); n];
        let mut many = vec![[0.0; AT_ONCE]; width];
        for first in (0..N_RESAMPLES).step_by(AT_ONCE).filter(|_| !self.times.is_empty()) {
            many.fill([0.0; AT_ONCE]);
            for (times, stratum) in &filled {
                add_drawn(&mut many, stratum, &times[first..first + AT_ONCE]);
            }
            for nth in 0..AT_ONCE {
                sums.iter_mut().zip(&many).for_each(|(sum, many)| *sum = many[nth]);
                values(&sums, &mut again);
                for (all, value) in drawn.iter_mut().zip(&again) {
                    all.extend(value.ok());
                }
            }
        }
        let estimate = |(value, all): (Result<f64, Undefined>, Vec<f64>)| {
            value.map(|value| Estimate { value, interval: interval(&all) })
        };
        found.into_iter().zip(drawn).map(estimate).collect()
    }

    /// The same for one value.
    pub(super) fn estimate(
        &self,
        width: usize,
        strata: &[f64],
        value: impl Fn(&[f64]) -> Result<f64, Undefined>,
    ) -> Result<Estimate, Undefined> {
        let one = |sums: &[f64], found: &mut [Result<f64, Undefined>]| {
            found.iter_mut().for_each(|found| *found = value(sums));
        };
        self.estimates(width, strata, 1, one).pop().unwrap_or(Err(Undefined::NothingMarked))
    }
}

fn add(sums: &mut [f64], stratum: &[f64]) {
    for (sum, part) in sums.iter_mut().zip(stratum) {
        *sum += part;
    }
}

/// Adds a stratum to the sums of several draws, as often as it comes in each.
fn add_drawn(sums: &mut [[f64; AT_ONCE]], stratum: &[f64], times: &[f64]) {
    for (sums, &part) in sums.iter_mut().zip(stratum).filter(|(_, part)| **part != 0.0) {
        for (sum, times) in sums.iter_mut().zip(times) {
            *sum += times * part;
        }
    }
}

/// From the 2.5th to the 97.5th percentile, where at least half of the draws had a value.
fn interval(values: &[f64]) -> Option<(f64, f64)> {
    if values.len() < N_RESAMPLES / 2 {
        return None;
    }
    let cut = values.len() / 40;
    let turned = values.iter().map(|value| -value);
    Some((beyond(cut, values.iter().copied())?, -beyond(cut, turned)?))
}

/// The least of the values that has `cut` others below it. Few come among those that are kept on the way, so
/// that most are only compared.
fn beyond(cut: usize, values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut least: Vec<f64> = Vec::with_capacity(cut + 2);
    for value in values {
        if least.len() <= cut || value < least[cut] {
            least.insert(least.partition_point(|&other| other <= value), value);
            least.truncate(cut + 1);
        }
    }
    least.get(cut).copied()
}
