//! The best alignment of three and more people's units: groups with at most one unit of each person, which
//! cover every unit once and cost least together. An exact search within stated limits.

use super::estimate::Undefined;
use super::unit::{Unit, Weights};
use std::collections::BTreeMap;

/// Among more people no best alignment is looked for.
const MOST_PEOPLE: usize = 8;
/// The most groups that are thought of, and the most steps of the search, in each alignment.
const MOST_GROUPS: usize = 20_000;
const MOST_STEPS: usize = 200_000;
/// How many units further on a group may reach.
const FARTHEST: usize = 128;

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
    let groups = Thinking::new(&units, people.len(), weights).all()?;
    let mut found = Vec::new();
    let mut n_steps = 0;
    for (members, groups) in parts(units.len(), &groups) {
        let chosen = Search::new(&members, &groups)?.cheapest(&mut n_steps)?;
        let chosen = chosen.into_iter().filter_map(|nth| groups.get(nth));
        let place = |group: &Group| group.units.iter().map(|&unit| units[unit].1.start).min().unwrap_or(0);
        found.extend(chosen.map(|group| (place(group), group.cost)));
    }
    Ok(found)
}

/// Thinks of all groups that can be part of a best alignment: those of which no unit would cost less alone, and
/// that cost no more than their units alone.
struct Thinking<'a> {
    units: &'a [(usize, Unit)],
    n_people: usize,
    weights: Weights,
    /// The length of the longest unit.
    longest: usize,
    groups: Vec<Group>,
}

/// A group that grows.
#[derive(Default)]
struct Growing {
    members: Vec<usize>,
    /// What each member costs with all others of the group.
    costs: [f64; MOST_PEOPLE],
    /// Where the units begin that are too far from the first.
    end: usize,
}

impl<'a> Thinking<'a> {
    fn new(units: &'a [(usize, Unit)], n_people: usize, weights: Weights) -> Self {
        let longest = units.iter().map(|(_, unit)| unit.end - unit.start).max().unwrap_or(0);
        Self { units, n_people, weights, longest, groups: Vec::new() }
    }

    fn n_pairs(&self) -> f64 {
        let n = self.n_people as f64;
        n * (n - 1.0) / 2.0
    }

    /// The most that a unit of a group of `m` costs with the others; more, and the group costs less without it,
    /// even with it alone beside.
    fn most(&self, m: usize) -> f64 {
        self.n_pairs() + m as f64 - 1.0
    }

    fn all(mut self) -> Result<Vec<Group>, Undefined> {
        let most = self.most(self.n_people);
        for first in 0..self.units.len() {
            let unit = self.units[first].1;
            let reach = self.weights.reach(unit.end - unit.start + self.longest, most);
            let far = unit.start.saturating_add(reach);
            let end = self.units.partition_point(|(_, unit)| unit.start <= far);
            self.grow(&mut Growing { members: vec![first], end, ..Growing::default() }, 0.0)?;
        }
        Ok(self.groups)
    }

    /// Adds the group, whose pairs cost `pairs` together, and all that grow from it by later units.
    fn grow(&mut self, group: &mut Growing, pairs: f64) -> Result<(), Undefined> {
        let (n_pairs, m) = (self.n_pairs(), group.members.len() as f64);
        // Each pair in which somebody has nothing costs 1.
        let cost = (pairs + n_pairs - m * (m - 1.0) / 2.0) / n_pairs;
        let is_kept = |costs: &f64| *costs <= self.most(group.members.len()) + 1e-9;
        if cost <= m + 1e-9 && group.costs.iter().all(is_kept) && self.holds_together(&group.members) {
            if MOST_GROUPS <= self.groups.len() {
                return Err(Undefined::TooMany);
            }
            self.groups.push(Group { units: group.members.clone(), cost });
        }
        let most = self.most(self.n_people) + 1e-9;
        let last = group.members.last().copied().unwrap_or(0);
        for next in last + 1..group.end {
            let (person, unit) = self.units[next];
            if group.members.iter().any(|&member| self.units[member].0 == person) {
                continue;
            }
            let (before, mut more) = (group.costs, 0.0);
            for (costs, &member) in group.costs.iter_mut().zip(&group.members) {
                let cost = self.weights.cost(self.units[member].1, unit);
                *costs += cost;
                more += cost;
            }
            // However it grows, no unit comes to cost less.
            if more <= most && group.costs.iter().all(|costs| *costs <= most) {
                group.costs[group.members.len()] = more;
                group.members.push(next);
                let grown = self.grow(group, pairs + more);
                group.members.pop();
                grown?;
            }
            group.costs = before;
        }
        Ok(())
    }
}

impl Thinking<'_> {
    /// Whether no two parts of a group would cost less apart. Where one of them is a single unit, that is known.
    fn holds_together(&self, members: &[usize]) -> bool {
        let m = members.len();
        let cost = |i: usize, j: usize| self.weights.cost(self.units[members[i]].1, self.units[members[j]].1);
        let is_in = |part: usize, i: usize| part & (1 << i) != 0;
        (1..1_usize << m.saturating_sub(1)).filter(|part| 2 <= part.count_ones()).all(|part| {
            let inside = (0..m).filter(|&i| is_in(part, i));
            let across = inside.flat_map(|i| (0..m).filter(|&j| !is_in(part, j)).map(move |j| (i, j)));
            let (n, sum) = across.fold((0.0, 0.0), |(n, sum), (i, j)| (n + 1.0, sum + cost(i, j)));
            sum <= self.n_pairs() + n + 1e-9
        })
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

/// Looks for the groups that cover all units once and cost least, unit by unit: what counts of the groups that were
/// chosen so far is which of the units further on they cover, so of those that cover the same the cheapest is gone
/// on from, and only where the least that the rest can cost is not above what was found by taking what is nearest.
struct Search {
    /// By their first unit, the cheapest for each of its units first.
    of_first: Vec<Vec<Choice>>,
    /// The least that a unit can cost in any group.
    least: Vec<f64>,
}

/// A group that may be chosen.
#[derive(Clone, Debug)]
struct Choice {
    nth: usize,
    cost: f64,
    /// The least that its units can cost in any groups.
    least: f64,
    n_units: f64,
    /// Which units behind its first one it covers.
    covers: u128,
}

/// The cheapest way to cover all units before some and certain ones of those that follow.
#[derive(Clone, Copy, Debug)]
struct Way {
    cost: f64,
    /// The least that what is not covered can cost.
    rest: f64,
    /// The step that leads there.
    step: usize,
}

/// A step of the search: the one before, and the group that was chosen.
type Step = (usize, usize);

impl Search {
    fn new(members: &[usize], groups: &[Group]) -> Result<Self, Undefined> {
        let local = |unit: &usize| members.partition_point(|member| member < unit);
        let mut least = vec![1.0_f64; members.len()];
        for group in groups {
            let each = group.cost / group.units.len() as f64;
            group.units.iter().map(local).for_each(|unit| least[unit] = least[unit].min(each));
        }
        let mut of_first: Vec<Vec<Choice>> = vec![Vec::new(); members.len()];
        for (nth, group) in groups.iter().enumerate() {
            let units: Vec<usize> = group.units.iter().map(local).collect();
            let (Some(&first), Some(last)) = (units.first(), units.last()) else { continue };
            if FARTHEST < last - first {
                return Err(Undefined::TooMany);
            }
            of_first[first].push(Choice {
                nth,
                cost: group.cost,
                least: units.iter().map(|&unit| least[unit]).sum(),
                n_units: units.len() as f64,
                covers: units.iter().skip(1).fold(0, |covers, unit| covers | 1 << (unit - first - 1)),
            });
        }
        for choices in &mut of_first {
            choices.sort_by(|a, b| (a.cost / a.n_units).total_cmp(&(b.cost / b.n_units)));
        }
        Ok(Self { of_first, least })
    }

    /// What it costs to take for each unit in order the group that is cheapest for each of its units.
    fn nearest(&self) -> f64 {
        let (mut cost, mut first, mut covered) = (0.0, 0, 0);
        while let Some(choices) = self.of_first.get(first) {
            let Some(choice) = choices.iter().find(|choice| choice.covers & covered == 0) else { break };
            cost += choice.cost;
            (first, covered) = next(first, covered | choice.covers);
        }
        cost
    }

    /// The numbers of the groups that cost least together.
    fn cheapest(&self, n_steps: &mut usize) -> Result<Vec<usize>, Undefined> {
        let (most, n) = (self.nearest() + 1e-9, self.least.len());
        let mut steps: Vec<Step> = vec![(0, 0)];
        let mut ways: Vec<BTreeMap<u128, Way>> = vec![BTreeMap::new(); n + 1];
        ways[0].insert(0, Way { cost: 0.0, rest: self.least.iter().sum(), step: 0 });
        for first in 0..n {
            for (covered, way) in std::mem::take(&mut ways[first]) {
                for choice in self.of_first[first].iter().filter(|choice| choice.covers & covered == 0) {
                    let (cost, rest) = (way.cost + choice.cost, way.rest - choice.least);
                    if most < cost + rest {
                        continue;
                    }
                    *n_steps += 1;
                    if MOST_STEPS < *n_steps {
                        return Err(Undefined::TooMany);
                    }
                    let (to, covered) = next(first, covered | choice.covers);
                    let known = ways[to].get(&covered);
                    if known.is_none_or(|known| cost < known.cost) {
                        steps.push((way.step, choice.nth));
                        ways[to].insert(covered, Way { cost, rest, step: steps.len() - 1 });
                    }
                }
            }
        }
        let mut step = ways[n].get(&0).map_or(0, |way| way.step);
        let mut chosen = Vec::new();
        while step != 0 {
            chosen.push(steps[step].1);
            step = steps[step].0;
        }
        chosen.reverse();
        Ok(chosen)
    }
}

/// The next unit that is not covered, where `first` is and of those behind it `covered`; and which behind that are.
fn next(first: usize, covered: u128) -> (usize, u128) {
    let n = covered.trailing_ones();
    (first + 1 + n as usize, covered.checked_shr(n + 1).unwrap_or(0))
}
