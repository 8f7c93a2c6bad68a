//! γ (Mathet, Widlöcher and Métivier 2015): how much less it costs to align what people marked than to align
//! marks put elsewhere by chance. With α = β = 1 and a cost of 1 for what has no counterpart.
//!
//! The best alignment of two people is an assignment and always found; that of more is searched for exactly,
//! within limits that are stated in `together`.

use super::drawing::Drawing;
use super::estimate::{Draws, Estimate, Undefined};
use super::marked::Mark;
use super::matching::{Edge, Matcher};
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
#[cfg(test)]
pub(super) fn alignment(people: &[Vec<Unit>], weights: Weights) -> Result<Vec<(usize, f64)>, Undefined> {
    let mut groups = Vec::new();
    Aligning::default().align(people, weights, &mut groups)?;
    Ok(groups)
}

/// Finds alignments one after another, in the same room.
#[derive(Clone, Debug, Default)]
struct Aligning {
    matcher: Matcher,
    edges: Vec<Edge>,
    by_start: Vec<(usize, usize)>,
    with_a: Vec<bool>,
    with_b: Vec<bool>,
}

impl Aligning {
    /// Puts the groups of the best alignment into `groups`, each with its place and its cost.
    fn align(
        &mut self,
        people: &[Vec<Unit>],
        weights: Weights,
        groups: &mut Vec<(usize, f64)>,
    ) -> Result<(), Undefined> {
        groups.clear();
        match people {
            [a, b] => self.align_two(a, b, weights, groups),
            _ => groups.extend(together::alignment(people, weights)?),
        }
        Ok(())
    }

    fn align_two(&mut self, a: &[Unit], b: &[Unit], weights: Weights, groups: &mut Vec<(usize, f64)>) {
        self.save(a, b, weights);
        self.matcher.pair(&mut self.edges);
        for (with, n) in [(&mut self.with_a, a.len()), (&mut self.with_b, b.len())] {
            with.clear();
            with.resize(n, false);
        }
        for &(i, j) in &self.matcher.pairs {
            (self.with_a[i], self.with_b[j]) = (true, true);
            groups.push((a[i].start.min(b[j].start), weights.cost(a[i], b[j])));
        }
        for (units, with) in [(a, &self.with_a), (b, &self.with_b)] {
            let alone = units.iter().zip(with).filter(|(_, is_with)| !**is_with);
            groups.extend(alone.map(|(unit, _)| (unit.start, 1.0)));
        }
    }

    /// Sets the edges: what is saved by each two units that cost less together than alone, which is 2.
    fn save(&mut self, a: &[Unit], b: &[Unit], weights: Weights) {
        self.edges.clear();
        self.by_start.clear();
        self.by_start.extend(b.iter().enumerate().map(|(j, unit)| (unit.start, j)));
        self.by_start.sort_unstable();
        let longest = b.iter().map(|unit| unit.end - unit.start).max().unwrap_or(0);
        for (i, &u) in a.iter().enumerate() {
            // Both alone cost 2.
            let reach = weights.reach(u.end - u.start + longest, 2.0);
            let from = self.by_start.partition_point(|(start, _)| start.saturating_add(reach) < u.start);
            let is_near = |(start, _): &&(usize, usize)| *start <= u.start.saturating_add(reach);
            for &(_, j) in self.by_start[from..].iter().take_while(is_near) {
                let saved = 2.0 - weights.cost(u, b[j]);
                if 0.0 < saved {
                    self.edges.push(Edge { a: i, b: j, weight: grains(saved) });
                }
            }
        }
    }
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
        let (mut aligning, mut groups) = (Aligning::default(), Vec::new());
        aligning.align(people, self.weights, &mut groups)?;
        for &(start, cost) in &groups {
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
        let mut sample = vec![Vec::new(); people.len()];
        for (costs, n) in &mut self.samples {
            put_elsewhere(&people, length, &mut drawing, &mut sample);
            aligning.align(&sample, self.weights, &mut groups)?;
            *costs += groups.iter().map(|(_, cost)| cost).sum::<f64>();
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
fn put_elsewhere(people: &[Vec<Unit>], length: usize, drawing: &mut Drawing, sample: &mut [Vec<Unit>]) {
    let length = length.max(1);
    for units in sample {
        let whose = drawing.below(people.len());
        let by = drawing.below(length);
        units.clear();
        units.extend(people.get(whose).into_iter().flatten().map(|unit| {
            let start = (unit.start + by) % length;
            Unit { start, end: start + unit.end - unit.start, kind: unit.kind }
        }));
    }
}
