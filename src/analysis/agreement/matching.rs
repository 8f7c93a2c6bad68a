//! Which things of two people belong together: one to one, so that the sum of the weights is as large as it
//! can be (Kuhn 1955 and Munkres 1957, in the form with potentials of Jonker and Volgenant 1987).

use std::collections::BTreeSet;

/// Beyond so many things of one person that hang together by overlaps, the heaviest pairs are taken one by one.
const MOST_TOGETHER: usize = 800;

/// Two things that may belong together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    pub(super) a: usize,
    pub(super) b: usize,
    /// More than zero.
    pub(super) weight: i64,
}

/// Which belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matching {
    /// By the number of the first person's, in order.
    pub pairs: Vec<(usize, usize)>,
    /// Whether no other one has a greater sum; not so only where more than 800 marks of one person overlap in
    /// one chain.
    pub is_optimal: bool,
}

/// The best matching of edges with weights above zero, up to a million million; told apart to a thousandth.
#[expect(clippy::cast_possible_truncation, reason = "weights are that small")]
pub fn best_pairs(edges: &[(usize, usize, f64)]) -> Vec<(usize, usize)> {
    let edge = |&(a, b, weight): &(usize, usize, f64)| Edge {
        a,
        b,
        weight: (weight.clamp(0.0, 1e12) * 1e3).ceil() as i64,
    };
    best(&edges.iter().map(edge).collect::<Vec<_>>()).pairs
}

/// The best matching of the edges.
pub(super) fn best(edges: &[Edge]) -> Matching {
    let mut matcher = Matcher::default();
    let mut edges = edges.to_vec();
    let is_optimal = matcher.pair(&mut edges);
    Matching { pairs: matcher.pairs, is_optimal }
}

/// Finds matchings one after another, in the same room.
#[derive(Clone, Debug, Default)]
pub(super) struct Matcher {
    /// What was matched last, by the number of the first person's, in order.
    pub(super) pairs: Vec<(usize, usize)>,
    parents: Vec<usize>,
    search: Search,
}

impl Matcher {
    /// Finds the best matching of the edges, which come to be in the order of what hangs together; whether no
    /// better one is there.
    pub(super) fn pair(&mut self, edges: &mut [Edge]) -> bool {
        self.pairs.clear();
        self.hang_together(edges);
        let (n_a, mut is_optimal) = (edges.iter().map(|edge| edge.a + 1).max().unwrap_or(0), true);
        let n_b = edges.iter().map(|edge| edge.b + 1).max().unwrap_or(0);
        self.search.clear(n_a, n_b);
        let parents = &self.parents;
        for component in edges.chunk_by(|one, other| parents[one.a] == parents[other.a]) {
            if MOST_TOGETHER < component.len() && MOST_TOGETHER < most_together(component) {
                one_by_one(component, &mut self.pairs);
                is_optimal = false;
            } else {
                self.search.pair(component, &mut self.pairs);
            }
        }
        self.pairs.sort_unstable();
        is_optimal
    }

    /// Puts edges that hang together beside each other, and has `parents` say of each first thing to which of
    /// them it belongs.
    fn hang_together(&mut self, edges: &mut [Edge]) {
        let n_a = edges.iter().map(|edge| edge.a + 1).max().unwrap_or(0);
        let n_b = edges.iter().map(|edge| edge.b + 1).max().unwrap_or(0);
        let parents = &mut self.parents;
        parents.clear();
        parents.extend(0..n_a + n_b);
        fn root(parents: &mut [usize], mut of: usize) -> usize {
            while parents[of] != of {
                parents[of] = parents[parents[of]];
                of = parents[of];
            }
            of
        }
        for edge in edges.iter() {
            let (a, b) = (root(parents, edge.a), root(parents, n_a + edge.b));
            parents[a.max(b)] = a.min(b);
        }
        for a in 0..n_a {
            parents[a] = root(parents, a);
        }
        edges.sort_unstable_by_key(|edge| (parents[edge.a], edge.a, edge.b));
    }
}

/// How many things of one person are in a component, of that person who has more.
fn most_together(edges: &[Edge]) -> usize {
    let count = |side: fn(&Edge) -> usize| edges.iter().map(side).collect::<BTreeSet<usize>>().len();
    count(|edge| edge.a).max(count(|edge| edge.b))
}

fn one_by_one(edges: &[Edge], pairs: &mut Vec<(usize, usize)>) {
    let mut edges = edges.to_vec();
    edges.sort_by_key(|edge| (-edge.weight, edge.a, edge.b));
    let (mut taken_a, mut taken_b) = (BTreeSet::new(), BTreeSet::new());
    for edge in edges {
        if !taken_a.contains(&edge.a) && !taken_b.contains(&edge.b) {
            taken_a.insert(edge.a);
            taken_b.insert(edge.b);
            pairs.push((edge.a, edge.b));
        }
    }
}

/// Nobody's counterpart.
const ALONE: usize = usize::MAX;

/// Gives the things of the first person counterparts one after another, each time along the cheapest way that
/// turns round what was matched before. A thing may stay alone, which costs nothing; a pair costs its weight
/// less than nothing. Only along edges is anything looked at, so that few edges take little time.
#[derive(Clone, Debug, Default)]
struct Search {
    /// What each thing is worth so far: `-weight` of an edge is never less than both ends together, and the same
    /// where it is matched.
    u: Vec<i64>,
    v: Vec<i64>,
    /// The counterpart of each.
    of_a: Vec<usize>,
    of_b: Vec<usize>,
    /// The least that it costs to come to one of the second person's, and from where.
    least: Vec<i64>,
    way: Vec<usize>,
    /// Those that were come to, and those that were gone on from.
    met: Vec<usize>,
    done: Vec<usize>,
    /// Where the edges of each of the first person's are among those of the component.
    from: Vec<(usize, usize)>,
}

impl Search {
    fn clear(&mut self, n_a: usize, n_b: usize) {
        let fill = |values: &mut Vec<i64>, n, value| {
            values.clear();
            values.resize(n, value);
        };
        fill(&mut self.u, n_a, 0);
        fill(&mut self.v, n_b, 0);
        fill(&mut self.least, n_b, i64::MAX);
        for (values, n) in [(&mut self.of_a, n_a), (&mut self.of_b, n_b), (&mut self.way, n_b)] {
            values.clear();
            values.resize(n, ALONE);
        }
        self.from.clear();
        self.from.resize(n_a, (0, 0));
    }

    /// Matches edges that hang together and are in order.
    fn pair(&mut self, edges: &[Edge], pairs: &mut Vec<(usize, usize)>) {
        if let [only] = edges {
            return pairs.push((only.a, only.b));
        }
        let mut at = 0;
        for of_one in edges.chunk_by(|one, other| one.a == other.a) {
            let a = of_one[0].a;
            self.from[a] = (at, at + of_one.len());
            self.u[a] = -of_one.iter().map(|edge| edge.weight).max().unwrap_or(0);
            at += of_one.len();
            self.find_for(a, edges);
        }
        let firsts = edges.chunk_by(|one, other| one.a == other.a).map(|of_one| of_one[0].a);
        pairs.extend(firsts.map(|a| (a, self.of_a[a])).filter(|(_, b)| *b != ALONE));
    }

    /// Finds a counterpart for `first`, or somebody else who stays alone for it.
    fn find_for(&mut self, first: usize, edges: &[Edge]) {
        let (mut a, mut cost) = (first, 0);
        let mut alone = (-self.u[first], first);
        let found = loop {
            let (start, end) = self.from[a];
            for edge in &edges[start..end] {
                let costs = cost - edge.weight - self.u[a] - self.v[edge.b];
                if costs < self.least[edge.b] {
                    if self.least[edge.b] == i64::MAX {
                        self.met.push(edge.b);
                    }
                    (self.least[edge.b], self.way[edge.b]) = (costs, a);
                }
            }
            if cost - self.u[a] < alone.0 {
                alone = (cost - self.u[a], a);
            }
            let next = (0..self.met.len()).min_by_key(|&nth| (self.least[self.met[nth]], self.met[nth]));
            let Some(nth) = next.filter(|&nth| self.least[self.met[nth]] <= alone.0) else { break ALONE };
            let b = self.met[nth];
            if self.of_b[b] == ALONE {
                break b;
            }
            self.met.swap_remove(nth);
            self.done.push(b);
            (a, cost) = (self.of_b[b], self.least[b]);
        };
        let whole = if found == ALONE { alone.0 } else { self.least[found] };
        self.u[first] += whole;
        for &b in &self.done {
            let less = whole - self.least[b];
            self.u[self.of_b[b]] += less;
            self.v[b] -= less;
        }
        self.turn_round(first, found, alone.1);
        for b in self.met.drain(..).chain(self.done.drain(..)) {
            self.least[b] = i64::MAX;
        }
    }

    /// Matches along the way from `first` to `found`, or to `alone`, who has nobody from now on.
    fn turn_round(&mut self, first: usize, found: usize, alone: usize) {
        let mut b = if found == ALONE { std::mem::replace(&mut self.of_a[alone], ALONE) } else { found };
        while b != ALONE {
            let a = self.way[b];
            self.of_b[b] = a;
            b = std::mem::replace(&mut self.of_a[a], b);
            if a == first {
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::agreement::drawing::Drawing;

    /// The greatest sum over all one-to-one matchings, by trying.
    fn greatest(edges: &[Edge], from: usize, taken: &mut Vec<(usize, usize)>) -> i64 {
        let Some(edge) = edges.get(from) else { return 0 };
        let without = greatest(edges, from + 1, taken);
        if taken.iter().any(|&(a, b)| a == edge.a || b == edge.b) {
            return without;
        }
        taken.push((edge.a, edge.b));
        let with = edge.weight + greatest(edges, from + 1, taken);
        taken.pop();
        with.max(without)
    }

    #[test]
    fn no_other_matching_has_a_greater_sum() {
        let mut drawing = Drawing::new(7);
        for _ in 0..300 {
            let mut edges = Vec::new();
            for a in 0..drawing.below(6) {
                for b in 0..drawing.below(6) {
                    if drawing.below(3) != 0 {
                        edges.push(Edge { a, b, weight: 1 + i64::try_from(drawing.below(9)).unwrap() });
                    }
                }
            }
            let found = best(&edges);
            let weight = |&(a, b): &(usize, usize)| {
                edges.iter().find(|edge| edge.a == a && edge.b == b).unwrap().weight
            };
            assert_eq!(found.pairs.iter().map(weight).sum::<i64>(), greatest(&edges, 0, &mut Vec::new()));
        }
    }

    #[test]
    fn a_long_chain_is_matched_as_well_as_can_be() {
        let mut drawing = Drawing::new(8);
        for _ in 0..100 {
            // Each first thing may belong to the second one at its place or to the next one.
            let edges: Vec<Edge> = (0..120)
                .map(|nth| Edge {
                    a: nth / 2,
                    b: nth.div_ceil(2),
                    weight: 1 + i64::try_from(drawing.below(5)).unwrap(),
                })
                .collect();
            // The greatest sums without and with the last edge so far.
            let (without, with) =
                edges.iter().fold((0, 0), |(without, with), edge| (without.max(with), without + edge.weight));
            let mut turned = edges.clone();
            turned.reverse();
            for edges in [edges, turned] {
                let weight = |&(a, b): &(usize, usize)| {
                    edges.iter().find(|edge| edge.a == a && edge.b == b).unwrap().weight
                };
                let found = best(&edges).pairs;
                assert_eq!(found.iter().map(weight).sum::<i64>(), without.max(with));
            }
        }
    }

    #[test]
    fn too_many_together_are_taken_by_weight_and_that_is_said() {
        let edges: Vec<Edge> =
            (0..900).map(|a| Edge { a, b: a / 2, weight: 1 + i64::from(a % 2 == 0) }).collect();
        let all: Vec<Edge> =
            edges.iter().copied().chain((0..900).map(|a| Edge { a, b: 0, weight: 1 })).collect();
        assert!(best(&edges).is_optimal);
        let found = best(&all);
        assert!(!found.is_optimal);
        assert_eq!(found.pairs.len(), 450);
    }
}
