//! Which marks of two people belong together, and how they differ.

use super::marked::{Mark, Marked};
use super::matching::{Edge, best};
use crate::layer::{AnnotationId, RelationSlug};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// How finely the share of what both cover is told apart.
const SHARES: f64 = 1e8;
/// Room for what decides between matchings of equal shares.
const TIES: i64 = 1 << 20;

/// A way in which what two people marked differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// The first person has it, the second one not.
    Missing,
    /// The second person has it, the first one not.
    Extra,
    /// Other tags.
    Tag,
    /// Other ends.
    Boundary,
    /// Another count, or what became of the people.
    Figure,
    /// Another source.
    Source,
    /// Other relations.
    Link,
}

impl Difference {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Missing, Self::Extra, Self::Tag, Self::Boundary, Self::Figure, Self::Source, Self::Link];

    /// What files call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Extra => "extra",
            Self::Tag => "tag",
            Self::Boundary => "boundary",
            Self::Figure => "figure",
            Self::Source => "source",
            Self::Link => "link",
        }
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Two marks that belong together, or one that has no counterpart.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair<'a> {
    /// The first person's.
    pub first: Option<&'a Mark>,
    /// The second person's.
    pub second: Option<&'a Mark>,
    /// The share of what either covers that both cover, from 0 to 1.
    pub share: f64,
    /// How they differ, the gravest first; empty where they agree.
    pub differences: Vec<Difference>,
}

impl Pair<'_> {
    /// Whether they agree in everything.
    pub fn agrees(&self) -> bool {
        self.differences.is_empty()
    }

    /// Where the first of both begins, in code points.
    pub fn start(&self) -> usize {
        let starts = self.first.iter().chain(&self.second).map(|mark| mark.start());
        starts.min().unwrap_or(0)
    }
}

/// Everything that two people marked: what belongs together one to one, so that the sum of the shares that
/// both cover is as large as it can be; among equals, so that as many as can be have the same ends and the
/// same tags. By place. Whether no better matching exists stands beside it.
pub fn pairs<'a>(first: &'a Marked, second: &'a Marked) -> (Vec<Pair<'a>>, bool) {
    let (a, b): (Vec<&Mark>, Vec<&Mark>) = (first.marks.iter().collect(), second.marks.iter().collect());
    let (matched, is_optimal) = matched(&a, &b);
    let partners: BTreeMap<AnnotationId, AnnotationId> =
        matched.iter().filter_map(|&(i, j)| Some((a.get(i)?.id, b.get(j)?.id))).collect();
    let (in_a, in_b): (BTreeSet<usize>, BTreeSet<usize>) = matched.iter().copied().unzip();
    let mut all: Vec<Pair<'_>> = Vec::with_capacity(a.len() + b.len());
    for (i, j) in matched {
        if let (Some(&one), Some(&two)) = (a.get(i), b.get(j)) {
            let counterpart = |id: AnnotationId| partners.get(&id).copied().unwrap_or(id);
            let differences = differences(one, two, &counterpart);
            all.push(Pair { first: Some(one), second: Some(two), share: share(one, two), differences });
        }
    }
    let alone = |marks: &[&'a Mark], taken: &BTreeSet<usize>| {
        let marks = marks.iter().enumerate().filter(|(nth, _)| !taken.contains(nth));
        marks.map(|(_, &mark)| mark).collect::<Vec<_>>()
    };
    let missing =
        |mark| Pair { first: Some(mark), second: None, share: 0.0, differences: vec![Difference::Missing] };
    let extra =
        |mark| Pair { first: None, second: Some(mark), share: 0.0, differences: vec![Difference::Extra] };
    all.extend(alone(&a, &in_a).into_iter().map(missing));
    all.extend(alone(&b, &in_b).into_iter().map(extra));
    all.sort_by_key(Pair::start);
    (all, is_optimal)
}

/// Which of two people's marks belong together, by their numbers, and whether no better matching exists. The
/// same both ways.
pub(super) fn matched(a: &[&Mark], b: &[&Mark]) -> (Vec<(usize, usize)>, bool) {
    // Where several matchings are best, which is found depends on who comes first: that is settled by what was marked.
    let is_turned = b.iter().map(|mark| mark.key()).lt(a.iter().map(|mark| mark.key()));
    let (one, two) = if is_turned { (b, a) } else { (a, b) };
    let found = best(&edges(one, two));
    let mut pairs = found.pairs;
    if is_turned {
        pairs = pairs.into_iter().map(|(i, j)| (j, i)).collect();
        pairs.sort_unstable();
    }
    (pairs, found.is_optimal)
}

/// All overlaps; both lists are in the order of their starts.
fn edges(a: &[&Mark], b: &[&Mark]) -> Vec<Edge> {
    let longest = b.iter().map(|mark| mark.end() - mark.start()).max().unwrap_or(0);
    let mut edges = Vec::new();
    for (i, one) in a.iter().enumerate() {
        let from = b.partition_point(|mark| mark.start() + longest <= one.start());
        for (j, two) in b.iter().enumerate().skip(from).take_while(|(_, mark)| mark.start() < one.end()) {
            let share = share(one, two);
            if 0.0 < share {
                edges.push(Edge { a: i, b: j, weight: weight(one, two, share) });
            }
        }
    }
    edges
}

#[expect(clippy::cast_possible_truncation, reason = "a share is at most 1")]
fn weight(one: &Mark, two: &Mark, share: f64) -> i64 {
    let (same_ends, same_tags) = (one.pieces == two.pieces, one.tags == two.tags);
    let ties = 4 * i64::from(same_ends && same_tags) + 2 * i64::from(same_ends) + i64::from(same_tags);
    (share * SHARES).ceil() as i64 * TIES + ties
}

/// The share of what either covers that both cover.
pub fn share(one: &Mark, two: &Mark) -> f64 {
    let both = one.overlap(two);
    both as f64 / (one.len() + two.len() - both).max(1) as f64
}

/// How two marks differ; `counterpart` makes the marks at the ends of relations comparable.
pub(super) fn differences(
    one: &Mark,
    two: &Mark,
    counterpart: &dyn Fn(AnnotationId) -> AnnotationId,
) -> Vec<Difference> {
    let links = |mark: &Mark| -> BTreeSet<(RelationSlug, AnnotationId)> {
        mark.links.iter().map(|(kind, to)| (kind.clone(), counterpart(*to))).collect()
    };
    let found = [
        (Difference::Tag, one.tags != two.tags),
        (Difference::Boundary, one.pieces != two.pieces),
        (Difference::Figure, one.figures != two.figures),
        (Difference::Source, one.source != two.source),
        (Difference::Link, links(one) != links(two)),
    ];
    found.into_iter().filter(|(_, differs)| *differs).map(|(difference, _)| difference).collect()
}
