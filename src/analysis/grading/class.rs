//! A class as a whole: what was taken for what and by whom, what divided it most, and answers that several
//! gave and the key lacks.

use super::{Grade, KeyMark, Part, Verdict, Why};
use crate::analysis::agreement::{Mark, Marked, share};
use crate::layer::{AnnotationId, TagId};
use std::collections::BTreeMap;

/// How much two extra marks must share to be one answer.
const ONE_ANSWER: f64 = 0.5;

/// What a teacher wants to know of a class.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Class {
    /// Tags that were taken for others, the most frequent first.
    pub confused: Vec<Confused>,
    /// The marks of the key by how evenly the class split over them, the most evenly first.
    pub divided: Vec<Divided>,
    /// Extra marks that two and more gave, the most frequent first.
    pub answers: Vec<Answer>,
}

/// A tag that was taken for another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confused {
    /// The key's.
    pub key: TagId,
    /// The pupils'.
    pub own: TagId,
    /// Which pupils, by number.
    pub pupils: Vec<usize>,
}

/// A mark of the key with how many had it right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Divided {
    /// Which, by number.
    pub key: usize,
    /// How many have it as in the key.
    pub n_right: usize,
    /// How many marked it in some other way.
    pub n_other: usize,
    /// How many did not mark it.
    pub n_missed: usize,
}

/// A mark that several gave and the key lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// One of them.
    pub example: AnnotationId,
    /// The tags.
    pub tags: Vec<TagId>,
    /// Which pupils gave it, by number.
    pub pupils: Vec<usize>,
}

impl Class {
    /// Of pupils with their grades.
    pub fn of(key: &[KeyMark], pupils: &[(&Marked, &Grade)]) -> Self {
        Self { confused: confused(pupils), divided: divided(key, pupils), answers: answers(pupils) }
    }
}

fn confused(pupils: &[(&Marked, &Grade)]) -> Vec<Confused> {
    let mut found: BTreeMap<(TagId, TagId), Vec<usize>> = BTreeMap::new();
    for (nth, (_, grade)) in pupils.iter().enumerate() {
        let lines = grade.marks.iter().flat_map(|judged| &judged.lines).filter(|line| line.part == Part::Tag);
        for line in lines {
            if let Why::Confused(key, own) = &line.why {
                let pairs = key.iter().flat_map(|key| own.iter().map(move |own| (key.clone(), own.clone())));
                pairs
                    .filter(|(key, own)| key != own)
                    .for_each(|pair| found.entry(pair).or_default().push(nth));
            }
        }
    }
    let mut all: Vec<Confused> =
        found.into_iter().map(|((key, own), pupils)| Confused { key, own, pupils }).collect();
    all.sort_by_key(|confused| std::cmp::Reverse(confused.pupils.len()));
    all
}

fn divided(key: &[KeyMark], pupils: &[(&Marked, &Grade)]) -> Vec<Divided> {
    let of = |nth: usize| {
        let verdicts: Vec<Verdict> =
            pupils.iter().filter_map(|(_, grade)| Some(grade.marks.get(nth)?.verdict)).collect();
        let n = |is: &dyn Fn(Verdict) -> bool| verdicts.iter().filter(|verdict| is(**verdict)).count();
        let n_right = n(&|verdict| verdict == Verdict::Found);
        let n_missed = n(&|verdict| matches!(verdict, Verdict::Missed | Verdict::Optional));
        let n_lost = n(&|verdict| verdict == Verdict::Unplaced);
        Divided { key: nth, n_right, n_missed, n_other: verdicts.len() - n_right - n_missed - n_lost }
    };
    let mut all: Vec<Divided> = (0..key.len()).map(of).collect();
    all.sort_by_key(|divided| {
        let n = divided.n_right + divided.n_other + divided.n_missed;
        (2 * divided.n_right).abs_diff(n)
    });
    all
}

fn answers(pupils: &[(&Marked, &Grade)]) -> Vec<Answer> {
    let mut found: Vec<(&Mark, Vec<usize>)> = Vec::new();
    for (nth, (marked, grade)) in pupils.iter().enumerate() {
        for mark in marked.marks.iter().filter(|mark| grade.extras.contains(&mark.id)) {
            let like = |(known, _): &&mut (&Mark, Vec<usize>)| {
                known.tags == mark.tags && ONE_ANSWER <= share(known, mark)
            };
            match found.iter_mut().find(like) {
                Some((_, givers)) if givers.last() == Some(&nth) => {}
                Some((_, givers)) => givers.push(nth),
                None => found.push((mark, vec![nth])),
            }
        }
    }
    let several = found.into_iter().filter(|(_, givers)| 1 < givers.len());
    let answer =
        |(mark, pupils): (&Mark, Vec<usize>)| Answer { example: mark.id, tags: mark.tags.clone(), pupils };
    let mut all: Vec<Answer> = several.map(answer).collect();
    all.sort_by_key(|answer| std::cmp::Reverse(answer.pupils.len()));
    all
}
