//! A class that was graded twice, before and after: pupil by pupil, tag by tag, and mark by mark where it was by one
//! key.

use super::{Grade, KeyMark, Verdict};
use crate::layer::TagId;
use std::collections::BTreeMap;

/// A pupil's points before and after, as shares from 0 to 1; `None` where there are none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Before.
    pub before: Option<f64>,
    /// After.
    pub after: Option<f64>,
}

impl Change {
    /// By how much it rose, where both are known.
    pub fn rise(self) -> Option<f64> {
        Some(self.after? - self.before?)
    }
}

/// A grade with the key that it is by.
#[derive(Clone, Copy, Debug)]
pub struct Graded<'a> {
    /// The grade.
    pub grade: &'a Grade,
    /// The key, in the order of the grade's marks.
    pub key: &'a [KeyMark],
}

/// Two gradings of a class.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Compared {
    /// The pupils of both, in the order given.
    pub pupils: Vec<Change>,
    /// For each mark of the key the share of the pupils who have it as in the key; empty where there were two keys.
    pub marks: Vec<Change>,
    /// For each tag the share of the key's marks with it that were found as in the key, all pupils together.
    pub tags: Vec<(TagId, Change)>,
    /// The mean of those who were graded both times; `None` where nobody was.
    pub mean: Option<(f64, f64)>,
}

impl Compared {
    /// Of pupils with their grades before and after; by one key of `n_marks` marks, or by two.
    pub fn of(pupils: &[(Option<Graded<'_>>, Option<Graded<'_>>)], n_marks: Option<usize>) -> Self {
        let share = |graded: &Option<Graded<'_>>| graded.map(|graded| graded.grade.share());
        let change = |(before, after): &(Option<Graded<'_>>, Option<Graded<'_>>)| Change {
            before: share(before),
            after: share(after),
        };
        let before: Vec<Graded<'_>> = pupils.iter().filter_map(|(before, _)| *before).collect();
        let after: Vec<Graded<'_>> = pupils.iter().filter_map(|(_, after)| *after).collect();
        let marks = (0..n_marks.unwrap_or(0))
            .map(|nth| Change { before: share_right(&before, nth), after: share_right(&after, nth) });
        let both: Vec<(f64, f64)> = pupils
            .iter()
            .filter_map(|(a, b)| Some((a.as_ref()?.grade.share(), b.as_ref()?.grade.share())))
            .collect();
        let n = both.len() as f64;
        let mean = |of: fn(&(f64, f64)) -> f64| both.iter().map(of).sum::<f64>() / n;
        let mean = (!both.is_empty()).then(|| (mean(|both| both.0), mean(|both| both.1)));
        let (then, now) = (by_tag(&before), by_tag(&after));
        let all: std::collections::BTreeSet<&TagId> = then.keys().chain(now.keys()).collect();
        let tag = |tag: &TagId| {
            let change = Change { before: then.get(tag).copied(), after: now.get(tag).copied() };
            (tag.clone(), change)
        };
        let tags = all.into_iter().map(tag).collect();
        Self { pupils: pupils.iter().map(change).collect(), marks: marks.collect(), tags, mean }
    }
}

/// Whether a mark of the key was found as in the key; `None` where nothing is to be told of it.
fn is_right(verdict: Verdict) -> Option<bool> {
    match verdict {
        Verdict::Optional | Verdict::Unplaced => None,
        verdict => Some(verdict == Verdict::Found),
    }
}

/// How many of those who were graded by a mark have it as in the key, from 0 to 1.
fn share_right(graded: &[Graded<'_>], nth: usize) -> Option<f64> {
    let verdicts = graded.iter().filter_map(|graded| Some(graded.grade.marks.get(nth)?.verdict));
    let verdicts: Vec<Verdict> = verdicts.filter(|verdict| *verdict != Verdict::Unplaced).collect();
    let n_right = verdicts.iter().filter(|verdict| **verdict == Verdict::Found).count();
    (!verdicts.is_empty()).then(|| n_right as f64 / verdicts.len() as f64)
}

/// The share of the marks of each tag that were found as in the key, from 0 to 1.
fn by_tag(graded: &[Graded<'_>]) -> BTreeMap<TagId, f64> {
    let mut counted: BTreeMap<TagId, (usize, usize)> = BTreeMap::new();
    for Graded { grade, key } in graded {
        for (judged, key) in grade.marks.iter().zip(*key) {
            let Some(is_right) = is_right(judged.verdict) else { continue };
            for tag in key.accepted.first().into_iter().flat_map(|mark| &mark.tags) {
                let (right, all) = counted.entry(tag.clone()).or_default();
                *right += usize::from(is_right);
                *all += 1;
            }
        }
    }
    counted.into_iter().map(|(tag, (right, all))| (tag, right as f64 / all as f64)).collect()
}
