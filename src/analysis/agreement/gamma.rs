//! γ (Mathet, Widlöcher and Métivier 2015): how much less it costs to align what people marked than to align
//! marks put elsewhere by chance. With α = β = 1 and a cost of 1 for what has no counterpart.
//!
//! The best alignment of two people is an assignment and always found; that of more is searched for exactly,
//! within limits that are stated in `together`.

use super::drawing::Drawing;
use super::estimate::{Draws, Estimate, Undefined};
use super::marked::Mark;
use super::matching::{Edge, best};
use super::together;
use super::unit::{Unit, Weights};
use crate::layer::TagId;
use std::collections::BTreeSet;

/// How often marks are put elsewhere by chance.
pub(super) const N_SAMPLES: usize = 30;
const SEED: u64 = 2_015;
/// How finely costs are told apart by the matching; the disorder itself is summed exactly.
const GRAIN: f64 = 1e12;

/// The units of marks; `kinds` are all sets of tags there are.
pub(super) fn units(marks: &[&Mark], kinds: &BTreeSet<&[TagId]>) -> Vec<Unit> {
    let kind = |mark: &Mark| kinds.iter().position(|kind| *kind == mark.tags).unwrap_or(kinds.len());
    marks.iter().map(|mark| Unit { start: mark.start(), end: mark.end(), kind: kind(mark) }).collect()
}

/// What the best alignment costs: a place and a cost for each group that it makes.
pub(super) fn alignment(people: &[Vec<Unit>], weights: Weights) -> Result<Vec<(usize, f64)>, Undefined> {
    match people {
        [a, b] => Ok(of_two(a, b, weights)),
        _ => together::alignment(people, weights),
    }
}

fn of_two(a: &[Unit], b: &[Unit], weights: Weights) -> Vec<(usize, f64)> {
    let mut edges = Vec::new();
    let mut by_start: Vec<usize> = (0..b.len()).collect();
    by_start.sort_unstable_by_key(|&j| b[j].start);
    let longest = b.iter().map(|unit| unit.end - unit.start).max().unwrap_or(0);
    let mut near = Vec::new();
    for (i, &u) in a.iter().enumerate() {
        let reach = weights.reach(u.end - u.start + longest);
        let from = by_start.partition_point(|&j| b[j].start.saturating_add(reach) < u.start);
        let is_near = |j: &&usize| b[**j].start <= u.start.saturating_add(reach);
        near.clear();
        near.extend(by_start.iter().skip(from).take_while(is_near).copied());
        near.sort_unstable();
        for &j in &near {
            // Both alone cost 2.
            let saved = 2.0 - weights.cost(u, b[j]);
            if 0.0 < saved {
                edges.push(Edge { a: i, b: j, weight: grains(saved) });
            }
        }
    }
    let (mut with_a, mut with_b) = (vec![false; a.len()], vec![false; b.len()]);
    let mut groups = Vec::new();
    for (i, j) in best(&edges).pairs {
        (with_a[i], with_b[j]) = (true, true);
        groups.push((a[i].start.min(b[j].start), weights.cost(a[i], b[j])));
    }
    let alone = |units: &[Unit], with: &[bool]| {
        let alone = units.iter().zip(with).filter(|(_, is_with)| !**is_with);
        alone.map(|(unit, _)| (unit.start, 1.0)).collect::<Vec<_>>()
    };
    groups.extend(alone(a, &with_a));
    groups.extend(alone(b, &with_b));
    groups
}

#[expect(clippy::cast_possible_truncation, reason = "what is saved is at most 2")]
fn grains(saved: f64) -> i64 {
    (saved * GRAIN).ceil() as i64
}

/// γ over texts that the same people marked.
pub(super) struct Gamma {
    /// Σ cost and the number of units, of each stratum.
    strata: Vec<f64>,
    /// The same of each sample, over all texts.
    samples: Vec<(f64, f64)>,
    weights: Weights,
    n: usize,
}

impl Gamma {
    pub(super) fn new(n_strata: usize, weights: Weights) -> Self {
        Self { strata: vec![0.0; 2 * n_strata], samples: vec![(0.0, 0.0); N_SAMPLES], weights, n: 0 }
    }

    /// Adds a text of `length` code points.
    pub(super) fn add(
        &mut self,
        people: &[Vec<Unit>],
        length: usize,
        stratum: impl Fn(usize) -> usize,
    ) -> Result<(), Undefined> {
        for (start, cost) in alignment(people, self.weights)? {
            self.strata[2 * stratum(start)] += cost;
        }
        self.n += people.iter().map(Vec::len).sum::<usize>();
        for unit in people.iter().flatten() {
            self.strata[2 * stratum(unit.start) + 1] += 1.0;
        }
        if people.iter().all(Vec::is_empty) {
            return Ok(());
        }
        // Chance shall not hang on who comes first.
        let mut people = people.to_vec();
        people.sort();
        let mut drawing = Drawing::new(SEED);
        for nth in 0..N_SAMPLES {
            let sample = elsewhere(&people, length, &mut drawing);
            let cost: f64 = alignment(&sample, self.weights)?.iter().map(|(_, cost)| cost).sum();
            let (costs, n) = &mut self.samples[nth];
            *costs += cost;
            *n += sample.iter().map(Vec::len).sum::<usize>() as f64;
        }
        Ok(())
    }

    /// How many units there are.
    pub(super) fn n(&self) -> usize {
        self.n
    }

    /// The disorder of the best alignment of `m` people.
    #[cfg(test)]
    pub(super) fn disorder(&self, m: f64) -> f64 {
        let sums = self.strata.chunks(2).fold([0.0, 0.0], |[a, b], row| [a + row[0], b + row[1]]);
        sums[0] * m / sums[1]
    }

    /// γ of `m` people. The interval draws the strata anew; what chance costs stays.
    pub(super) fn estimate(&self, m: f64, draws: &Draws) -> Result<Estimate, Undefined> {
        let filled = self.samples.iter().filter(|(_, n)| 0.0 < *n);
        let by_chance = filled.map(|(cost, n)| cost * m / n).sum::<f64>() / N_SAMPLES as f64;
        draws.estimate(2, &self.strata, |sums| {
            if sums[1] == 0.0 {
                return Err(Undefined::NothingMarked);
            }
            if by_chance == 0.0 {
                return Err(Undefined::NoChance);
            }
            Ok(1.0 - sums[0] * m / sums[1] / by_chance)
        })
    }
}

/// For each person the units of one who is drawn, all moved by as far, round the end of the text to its start.
fn elsewhere(people: &[Vec<Unit>], length: usize, drawing: &mut Drawing) -> Vec<Vec<Unit>> {
    let moved = |_: &Vec<Unit>| {
        let whose = drawing.below(people.len());
        let by = drawing.below(length.max(1));
        let unit = |unit: &Unit| {
            let start = (unit.start + by) % length.max(1);
            Unit { start, end: start + unit.end - unit.start, kind: unit.kind }
        };
        people.get(whose).map_or_else(Vec::new, |units| units.iter().map(unit).collect())
    };
    people.iter().map(moved).collect()
}
