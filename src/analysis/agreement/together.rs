//! The best alignment of three and more people's units: groups with at most one unit of each person, which
//! cover every unit once and cost least together. An exact search within stated limits.

use super::estimate::Undefined;
use super::unit::{Unit, Weights};
use std::collections::BTreeMap;

/// Among more people no best alignment is looked for.
const MOST_PEOPLE: usize = 8;
/// The most groups that are thought of, and the most steps of the search, in each alignment.
const MOST_GROUPS: usize = 20_000;
const MOST_STEPS: usize = 60_000;
/// The most units that hang together: the search goes one step deeper for each.
const MOST_TOGETHER: usize = 300;

/// A group that may be made: its units by number, and what it costs.
#[derive(Clone, Debug)]
struct Group {
    units: Vec<usize>,
    cost: f64,
}

/// The best alignment: where each of its groups begins, and what it costs.
pub(super) fn alignment(people: &[Vec<Unit>], weights: Weights) -> Result<Vec<(usize, f64)>, Undefined> {
    if MOST_PEOPLE < people.len() {
        return Err(Undefined::TooMany);
    }
    let units: Vec<(usize, Unit)> = {
        let all = people.iter().enumerate();
        let mut all: Vec<(usize, Unit)> =
            all.flat_map(|(person, units)| units.iter().map(move |&unit| (person, unit))).collect();
        all.sort_by_key(|(person, unit)| (unit.start, unit.end, *person));
        all
    };
    let groups = Thinking { units: &units, n_people: people.len(), weights, groups: Vec::new() }.all()?;
    let mut found = Vec::new();
    let mut n_steps = 0;
    for (members, groups) in parts(units.len(), &groups) {
        if MOST_TOGETHER < members.len() {
            return Err(Undefined::TooMany);
        }
        let mut search = Search::new(&members, &groups);
        search.go_on(&mut n_steps, 0.0)?;
        let chosen = search.best.iter().filter_map(|&nth| groups.get(nth));
        let place = |group: &&Group| group.units.iter().map(|&unit| units[unit].1.start).min().unwrap_or(0);
        found.extend(chosen.map(|group| (place(&group), group.cost)));
    }
    Ok(found)
}

/// Thinks of all groups that can be part of a best alignment: those that cost no more than their units alone.
struct Thinking<'a> {
    units: &'a [(usize, Unit)],
    n_people: usize,
    weights: Weights,
    groups: Vec<Group>,
}

impl Thinking<'_> {
    fn all(mut self) -> Result<Vec<Group>, Undefined> {
        for first in 0..self.units.len() {
            self.grow(&mut vec![first], 0.0)?;
        }
        Ok(self.groups)
    }

    /// Adds the group of `members`, whose pairs cost `pairs` together, and all that grow from it by later units.
    fn grow(&mut self, members: &mut Vec<usize>, pairs: f64) -> Result<(), Undefined> {
        let (n, m) = (self.n_people as f64, members.len() as f64);
        let n_pairs = n * (n - 1.0) / 2.0;
        // Each pair in which somebody has nothing costs 1.
        let cost = (pairs + n_pairs - m * (m - 1.0) / 2.0) / n_pairs;
        if cost <= m + 1e-9 {
            if MOST_GROUPS <= self.groups.len() {
                return Err(Undefined::TooMany);
            }
            self.groups.push(Group { units: members.clone(), cost });
        }
        let last = members.last().copied().unwrap_or(0);
        for next in last + 1..self.units.len() {
            let (person, unit) = self.units[next];
            if members.iter().any(|&member| self.units[member].0 == person) {
                continue;
            }
            let more: f64 = members.iter().map(|&member| self.weights.cost(self.units[member].1, unit)).sum();
            // However it grows, its units alone would cost no more than one for each person.
            if n * n_pairs < pairs + more {
                continue;
            }
            members.push(next);
            let grown = self.grow(members, pairs + more);
            members.pop();
            grown?;
        }
        Ok(())
    }
}

/// The units that hang together by groups, each part with its groups.
fn parts(n_units: usize, groups: &[Group]) -> Vec<(Vec<usize>, Vec<Group>)> {
    let mut part: Vec<usize> = (0..n_units).collect();
    fn root(part: &[usize], mut of: usize) -> usize {
        while part[of] != of {
            of = part[of];
        }
        of
    }
    for group in groups {
        for &unit in &group.units {
            let (a, b) = (root(&part, group.units[0]), root(&part, unit));
            part[a.max(b)] = a.min(b);
        }
    }
    let mut found: BTreeMap<usize, (Vec<usize>, Vec<Group>)> = BTreeMap::new();
    for unit in 0..n_units {
        found.entry(root(&part, unit)).or_default().0.push(unit);
    }
    for group in groups {
        found.entry(root(&part, group.units[0])).or_default().1.push(group.clone());
    }
    found.into_values().collect()
}

/// Looks for the groups that cover all units once and cost least: takes the first unit that is not covered
/// and tries its groups, and goes on only where the least that the rest can cost is below the best so far.
struct Search<'a> {
    groups: &'a [Group],
    members: &'a [usize],
    /// The groups of each unit, the cheapest for each of its units first.
    of_unit: BTreeMap<usize, Vec<usize>>,
    /// The least that a unit can cost in any group.
    least: BTreeMap<usize, f64>,
    is_covered: BTreeMap<usize, bool>,
    chosen: Vec<usize>,
    best: Vec<usize>,
    best_cost: f64,
}

impl<'a> Search<'a> {
    fn new(members: &'a [usize], groups: &'a [Group]) -> Self {
        let each = |group: &Group| group.cost / group.units.len() as f64;
        let mut of_unit: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (nth, group) in groups.iter().enumerate() {
            group.units.iter().for_each(|&unit| of_unit.entry(unit).or_default().push(nth));
        }
        let mut least = BTreeMap::new();
        for (&unit, of) in &mut of_unit {
            of.sort_by(|&a, &b| each(&groups[a]).total_cmp(&each(&groups[b])));
            least.insert(unit, of.first().map_or(1.0, |&nth| each(&groups[nth])));
        }
        let is_covered = members.iter().map(|&unit| (unit, false)).collect();
        let (chosen, best) = (Vec::new(), Vec::new());
        Self { groups, members, of_unit, least, is_covered, chosen, best, best_cost: f64::INFINITY }
    }

    fn go_on(&mut self, n_steps: &mut usize, cost: f64) -> Result<(), Undefined> {
        *n_steps += 1;
        if MOST_STEPS < *n_steps {
            return Err(Undefined::TooMany);
        }
        let open = || self.members.iter().filter(|unit| !self.is_covered[unit]);
        let Some(&first) = open().next() else {
            if cost < self.best_cost {
                (self.best_cost, self.best) = (cost, self.chosen.clone());
            }
            return Ok(());
        };
        let least: f64 = open().map(|unit| self.least[unit]).sum();
        if self.best_cost <= cost + least + 1e-12 {
            return Ok(());
        }
        for nth in self.of_unit[&first].clone() {
            let group = &self.groups[nth];
            if group.units.iter().any(|unit| self.is_covered[unit]) {
                continue;
            }
            self.is_covered.extend(group.units.iter().map(|&unit| (unit, true)));
            self.chosen.push(nth);
            let went = self.go_on(n_steps, cost + group.cost);
            self.chosen.pop();
            self.is_covered.extend(group.units.iter().map(|&unit| (unit, false)));
            went?;
        }
        Ok(())
    }
}
