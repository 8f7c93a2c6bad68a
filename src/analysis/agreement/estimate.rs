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

/// What is drawn anew for intervals: how often each stratum (a paragraph, an article) comes in each draw.
#[derive(Clone, Debug)]
pub(super) struct Draws {
    n_strata: usize,
    times: Vec<f64>,
}

impl Draws {
    pub(super) fn of(n_strata: usize) -> Self {
        let mut drawing = Drawing::new(SEED);
        let mut times = vec![0.0; if n_strata < 2 { 0 } else { n_strata * N_RESAMPLES }];
        for draw in times.chunks_mut(n_strata.max(1)) {
            for _ in 0..n_strata {
                draw[drawing.below(n_strata)] += 1.0;
            }
        }
        Self { n_strata, times }
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
        rows().for_each(|stratum| add(&mut sums, stratum, 1.0));
        let mut found = vec![Err(Undefined::NothingMarked); n];
        values(&sums, &mut found);
        if found.iter().all(Result::is_err) {
            let alone = |value: Result<f64, Undefined>| value.map(|value| Estimate { value, interval: None });
            return found.into_iter().map(alone).collect();
        }
        // A paragraph without anything adds nothing, however often it is drawn.
        let is_filled = |(_, stratum): &(usize, &[f64])| stratum.iter().any(|&part| part != 0.0);
        let filled: Vec<(usize, &[f64])> = rows().enumerate().filter(is_filled).collect();
        let mut drawn: Vec<Vec<f64>> = vec![Vec::with_capacity(N_RESAMPLES); n];
        let mut again = vec![Err(Undefined::NothingMarked); n];
        for draw in self.times.chunks(self.n_strata.max(1)) {
            sums.fill(0.0);
            for &(nth, stratum) in &filled {
                match draw.get(nth) {
                    Some(&times) if times != 0.0 => add(&mut sums, stratum, times),
                    _ => {}
                }
            }
            values(&sums, &mut again);
            for (all, value) in drawn.iter_mut().zip(&again) {
                all.extend(value.ok());
            }
        }
        let estimate = |(value, all): (Result<f64, Undefined>, Vec<f64>)| {
            value.map(|value| Estimate { value, interval: interval(all) })
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

fn add(sums: &mut [f64], stratum: &[f64], times: f64) {
    for (sum, part) in sums.iter_mut().zip(stratum) {
        *sum += times * part;
    }
}

/// From the 2.5th to the 97.5th percentile, where at least half of the draws had a value.
fn interval(mut values: Vec<f64>) -> Option<(f64, f64)> {
    if values.len() < N_RESAMPLES / 2 {
        return None;
    }
    let cut = values.len() / 40;
    let (_, &mut low, above) = values.select_nth_unstable_by(cut, f64::total_cmp);
    // The other end is looked for among those above.
    let nth = above.len().checked_sub(1 + cut)?;
    let (_, &mut high, _) = above.select_nth_unstable_by(nth, f64::total_cmp);
    Some((low, high))
}
