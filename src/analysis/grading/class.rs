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
    /// What was taken for what, by the key's tag and the pupils', each time with the pupil's number; nothing
    /// stands for what was not marked, or is not in the key.
    pub matrix: BTreeMap<(Option<TagId>, Option<TagId>), Vec<usize>>,
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
    /// Which pupils gave it, by number; the example is the first one's.
    pub pupils: Vec<usize>,
    /// The marks of the key that those pupils lack, by number; what most of them lack comes first: the answer
    /// may stand for one of them.
    pub lacking: Vec<usize>,
}

impl Class {
    /// Of pupils with their grades.
    pub fn of(key: &[KeyMark], pupils: &[(&Marked, &Grade)]) -> Self {
        Self {
            confused: confused(pupils),
            divided: divided(key, pupils),
            answers: answers(pupils),
            matrix: matrix(key, pupils),
        }
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

fn matrix(
    key: &[KeyMark],
    pupils: &[(&Marked, &Grade)],
) -> BTreeMap<(Option<TagId>, Option<TagId>), Vec<usize>> {
    let mut found: BTreeMap<(Option<TagId>, Option<TagId>), Vec<usize>> = BTreeMap::new();
    for (nth, (marked, grade)) in pupils.iter().enumerate() {
        let tags_of = |id: &AnnotationId| {
            let mark = marked.marks.iter().find(|mark| mark.id == *id);
            mark.map(|mark| mark.tags.as_slice()).unwrap_or_default()
        };
        let mut note = |key, own| found.entry((key, own)).or_default().push(nth);
        for (judged, mark) in grade.marks.iter().zip(key) {
            let tags = mark.accepted.first().map(|mark| mark.tags.as_slice()).unwrap_or_default();
            match (judged.own.as_ref(), judged.verdict) {
                (Some(own), _) => {
                    let own = tags_of(own);
                    let lacking = tags.iter().filter(|tag| !own.contains(tag));
                    let other: Vec<&TagId> = own.iter().filter(|tag| !tags.contains(tag)).collect();
                    tags.iter()
                        .filter(|tag| own.contains(tag))
                        .for_each(|tag| note(Some(tag.clone()), Some(tag.clone())));
                    for tag in lacking {
                        match other.is_empty() {
                            true => note(Some(tag.clone()), None),
                            false => {
                                other.iter().for_each(|other| note(Some(tag.clone()), Some((*other).clone())))
                            }
                        }
                    }
                }
                (None, Verdict::Missed) => tags.iter().for_each(|tag| note(Some(tag.clone()), None)),
                (None, _) => {}
            }
        }
        for extra in &grade.extras {
            tags_of(extra).iter().for_each(|tag| note(None, Some(tag.clone())));
        }
    }
    found
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
    let answer = |(mark, givers): (&Mark, Vec<usize>)| Answer {
        example: mark.id,
        tags: mark.tags.clone(),
        lacking: lacking(pupils, &givers),
        pupils: givers,
    };
    let mut all: Vec<Answer> = several.map(answer).collect();
    all.sort_by_key(|answer| std::cmp::Reverse(answer.pupils.len()));
    all
}

/// The marks of the key that some of these pupils lack, what most of them lack first.
fn lacking(pupils: &[(&Marked, &Grade)], givers: &[usize]) -> Vec<usize> {
    let mut n_lacking: BTreeMap<usize, usize> = BTreeMap::new();
    for (_, grade) in givers.iter().filter_map(|&nth| pupils.get(nth)) {
        let lacks = grade.marks.iter().enumerate().filter(|(_, judged)| judged.own.is_none());
        lacks.for_each(|(key, _)| *n_lacking.entry(key).or_default() += 1);
    }
    let mut all: Vec<(usize, usize)> = n_lacking.into_iter().collect();
    all.sort_by_key(|&(key, n)| (std::cmp::Reverse(n), key));
    all.into_iter().map(|(key, _)| key).collect()
}
