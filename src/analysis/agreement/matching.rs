//! Which things of two people belong together: one to one, so that the sum of the weights is as large as it
//! can be (Kuhn 1955 and Munkres 1957, in the form with potentials of Jonker and Volgenant 1987).

use std::collections::BTreeMap;

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
    let mut matching = Matching { pairs: Vec::new(), is_optimal: true };
    for component in components(edges) {
        matching.is_optimal &= match_component(&component, &mut matching.pairs);
    }
    matching.pairs.sort_unstable();
    matching
}

/// The edges that hang together.
fn components(edges: &[Edge]) -> Vec<Vec<Edge>> {
    let n_a = edges.iter().map(|edge| edge.a + 1).max().unwrap_or(0);
    let n_b = edges.iter().map(|edge| edge.b + 1).max().unwrap_or(0);
    let mut parents: Vec<usize> = (0..n_a + n_b).collect();
    fn root(parents: &mut [usize], mut of: usize) -> usize {
        while parents[of] != of {
            parents[of] = parents[parents[of]];
            of = parents[of];
        }
        of
    }
    for edge in edges {
        let (a, b) = (root(&mut parents, edge.a), root(&mut parents, n_a + edge.b));
        parents[a.max(b)] = a.min(b);
    }
    let mut found: BTreeMap<usize, Vec<Edge>> = BTreeMap::new();
    for edge in edges {
        found.entry(root(&mut parents, edge.a)).or_default().push(*edge);
    }
    found.into_values().collect()
}

/// Matches edges that hang together; whether no better matching is there.
fn match_component(edges: &[Edge], pairs: &mut Vec<(usize, usize)>) -> bool {
    if let [only] = edges {
        pairs.push((only.a, only.b));
        return true;
    }
    let (rows, columns) =
        (numbers(edges.iter().map(|edge| edge.a)), numbers(edges.iter().map(|edge| edge.b)));
    if MOST_TOGETHER < rows.len().max(columns.len()) {
        one_by_one(edges, pairs);
        return false;
    }
    // As many rows as columns may stay alone: a dummy column of no weight for each row.
    let width = columns.len() + rows.len();
    let mut costs = vec![0_i64; rows.len() * width];
    for edge in edges {
        costs[rows[&edge.a] * width + columns[&edge.b]] = -edge.weight;
    }
    let (row_names, column_names): (Vec<usize>, Vec<usize>) =
        (rows.keys().copied().collect(), columns.keys().copied().collect());
    for (row, column) in assigned(&costs, rows.len(), width) {
        if column < columns.len() && costs[row * width + column] < 0 {
            pairs.push((row_names[row], column_names[column]));
        }
    }
    true
}

fn numbers(names: impl Iterator<Item = usize>) -> BTreeMap<usize, usize> {
    let names: std::collections::BTreeSet<usize> = names.collect();
    names.into_iter().enumerate().map(|(nth, name)| (name, nth)).collect()
}

fn one_by_one(edges: &[Edge], pairs: &mut Vec<(usize, usize)>) {
    let mut edges = edges.to_vec();
    edges.sort_by_key(|edge| (-edge.weight, edge.a, edge.b));
    let (mut taken_a, mut taken_b) = (std::collections::BTreeSet::new(), std::collections::BTreeSet::new());
    for edge in edges {
        if !taken_a.contains(&edge.a) && !taken_b.contains(&edge.b) {
            taken_a.insert(edge.a);
            taken_b.insert(edge.b);
            pairs.push((edge.a, edge.b));
        }
    }
}

/// Each row with its column, so that the costs are least; there are at least as many columns as rows.
fn assigned(costs: &[i64], n_rows: usize, n_columns: usize) -> Vec<(usize, usize)> {
    // Numbers from 1; 0 stands for nothing.
    let (mut u, mut v) = (vec![0_i64; n_rows + 1], vec![0_i64; n_columns + 1]);
    let (mut row_of, mut way) = (vec![0_usize; n_columns + 1], vec![0_usize; n_columns + 1]);
    for row in 1..=n_rows {
        row_of[0] = row;
        let mut column = 0;
        let (mut least, mut used) = (vec![i64::MAX; n_columns + 1], vec![false; n_columns + 1]);
        while row_of[column] != 0 {
            used[column] = true;
            let (from, mut delta, mut next) = (row_of[column], i64::MAX, 0);
            for to in 1..=n_columns {
                if used[to] {
                    continue;
                }
                let cost = costs[(from - 1) * n_columns + to - 1] - u[from] - v[to];
                if cost < least[to] {
                    (least[to], way[to]) = (cost, column);
                }
                if least[to] < delta {
                    (delta, next) = (least[to], to);
                }
            }
            for to in 0..=n_columns {
                if used[to] {
                    u[row_of[to]] += delta;
                    v[to] -= delta;
                } else if least[to] != i64::MAX {
                    least[to] -= delta;
                }
            }
            column = next;
        }
        while column != 0 {
            row_of[column] = row_of[way[column]];
            column = way[column];
        }
    }
    let rows = row_of.iter().enumerate().skip(1).filter(|(_, row)| **row != 0);
    rows.map(|(column, row)| (row - 1, column - 1)).collect()
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
