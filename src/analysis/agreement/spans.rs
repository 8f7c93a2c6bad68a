//! Span scores between two people: precision, recall and F1 over their matched marks, in the modes of
//! SemEval 2013 and by the share that both cover.

use super::estimate::{Draws, Estimate, Undefined};
use super::marked::Mark;
use super::measure::{Part, SpanMode};
use super::pairs::{matched, share};

/// Precision, recall and F1.
pub(super) type Scores = [(Part, Result<Estimate, Undefined>); 3];

/// What is summed for each stratum: both people's marks, then a count for each mode.
#[derive(Clone, Debug, Default)]
pub(super) struct Spans {
    modes: Vec<SpanMode>,
    strata: Vec<f64>,
    n: usize,
}

impl Spans {
    /// For modes, with `n_strata` strata that have nothing yet.
    pub(super) fn new(modes: &[SpanMode], n_strata: usize) -> Self {
        Self { modes: modes.to_vec(), strata: vec![0.0; n_strata * (2 + modes.len())], n: 0 }
    }

    fn width(&self) -> usize {
        2 + self.modes.len()
    }

    /// Adds what two people marked in a text; `stratum` says for a code point which stratum it belongs to. A
    /// pair belongs to that of the first person's mark in the order that both ways share: of the one that
    /// begins first.
    pub(super) fn add(&mut self, a: &[&Mark], b: &[&Mark], stratum: impl Fn(usize) -> usize) {
        let width = self.width();
        self.n += a.len() + b.len();
        for mark in a {
            self.strata[stratum(mark.start()) * width] += 1.0;
        }
        for mark in b {
            self.strata[stratum(mark.start()) * width + 1] += 1.0;
        }
        for (i, j) in matched(a, b).0 {
            let (one, two) = (a[i], b[j]);
            let row = stratum(one.start().min(two.start())) * width;
            for (nth, &mode) in self.modes.iter().enumerate() {
                self.strata[row + 2 + nth] += credit(mode, one, two);
            }
        }
    }

    /// How many marks there are of both.
    pub(super) fn n(&self) -> usize {
        self.n
    }

    /// Precision, recall and F1 of each mode.
    pub(super) fn scores(&self, draws: &Draws) -> Vec<(SpanMode, Scores)> {
        let n = Part::ALL.len();
        let values = |sums: &[f64], found: &mut [Result<f64, Undefined>]| {
            let (a, b) = (sums[0], sums[1]);
            for (mode, found) in sums[2..].iter().zip(found.chunks_mut(n)) {
                let of = |n: f64| match n {
                    0.0 if a + b == 0.0 => Err(Undefined::NothingMarked),
                    0.0 => Err(Undefined::NoMarks),
                    n => Ok(mode / n),
                };
                found.copy_from_slice(&[of(b), of(a), of(f64::midpoint(a, b))]);
            }
        };
        let estimates = draws.estimates(self.width(), &self.strata, n * self.modes.len(), values);
        let mut estimates = estimates.into_iter();
        let mut score =
            || Part::ALL.map(|part| (part, estimates.next().unwrap_or(Err(Undefined::NothingMarked))));
        self.modes.iter().map(|&mode| (mode, score())).collect()
    }
}

/// What a matched pair counts in a mode.
pub(super) fn credit(mode: SpanMode, one: &Mark, two: &Mark) -> f64 {
    let same_ends = one.pieces == two.pieces;
    let counts = match mode {
        SpanMode::Strict => same_ends && one.tags == two.tags,
        SpanMode::Exact => same_ends,
        SpanMode::Partial if same_ends => true,
        SpanMode::Partial => return 0.5,
        SpanMode::Type => one.tags == two.tags,
        SpanMode::Share(thousandths) => f64::from(thousandths) / 1e3 <= share(one, two) + 1e-12,
    };
    f64::from(u8::from(counts))
}
