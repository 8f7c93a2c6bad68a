//! Which mark of a pupil answers which mark of the key, and what it is worth.

use super::rubric::{Boundary, Rubric};
use super::{ByHand, Grade, Judged, KeyMark, Line, Part, Verdict, Why};
use crate::analysis::agreement::{Mark, Marked, best_pairs, share};
use crate::layer::{AnnotationId, Layer, RelationSlug};
use std::collections::{BTreeMap, BTreeSet};

/// From an accepted mark to the one it may stand for.
pub const ALTERNATIVE: &str = "alternative-to";
/// From a mark to itself: it may be left out.
pub const OPTIONAL: &str = "optional";

/// How finely points are told apart.
const GRAIN: f64 = 1e6;

/// The key that a layer is: its marks with tags and a place, each with its alternatives.
pub fn key_of(marked: &Marked, layer: &Layer) -> Vec<KeyMark> {
    let relations = |slug: &'static str| layer.relations().filter(move |one| one.kind.as_str() == slug);
    let optional: BTreeSet<AnnotationId> = relations(OPTIONAL).map(|relation| relation.from).collect();
    let stands_for: BTreeMap<AnnotationId, AnnotationId> =
        relations(ALTERNATIVE).filter(|one| one.from != one.to).map(|one| (one.from, one.to)).collect();
    let own = |mark: &Mark| {
        let mut mark = mark.clone();
        mark.links.retain(|(kind, _)| ![ALTERNATIVE, OPTIONAL].contains(&kind.as_str()));
        mark
    };
    let is_main = |mark: &&Mark| !stands_for.contains_key(&mark.id);
    let mains = marked.marks.iter().filter(|mark| !mark.tags.is_empty()).filter(is_main);
    let key = mains.map(|mark| {
        let annotation = layer.annotation(mark.id);
        let alternatives = marked.marks.iter().filter(|other| stands_for.get(&other.id) == Some(&mark.id));
        KeyMark {
            accepted: std::iter::once(mark).chain(alternatives).map(own).collect(),
            is_optional: optional.contains(&mark.id),
            explanation: annotation.map(|annotation| annotation.note.clone()).unwrap_or_default(),
            quote: annotation.map(|annotation| annotation.quote()).unwrap_or_default(),
        }
    });
    key.collect()
}

impl KeyMark {
    /// The id of the mark itself.
    pub fn id(&self) -> Option<AnnotationId> {
        self.accepted.first().map(|mark| mark.id)
    }
}

/// Grades a pupil. Marks are matched one to one, so that the points are as many as they can be; only those
/// that overlap can belong together. `unplaced` are the words of the pupil's marks that have no place, and
/// `by_hand` the points that the teacher set, by mark of the key.
pub fn grade(
    key: &[KeyMark],
    pupil: &Marked,
    unplaced: &[String],
    rubric: &Rubric,
    by_hand: &BTreeMap<AnnotationId, ByHand>,
) -> Grade {
    let mut edges = Vec::new();
    for (nth, mark) in key.iter().enumerate() {
        for (own, pupils) in pupil.marks.iter().enumerate() {
            if let Some((_, points, share)) = best_of(mark, pupils, rubric) {
                edges.push((nth, own, points * GRAIN + share * 1e3 + 1.0));
            }
        }
    }
    let found: BTreeMap<usize, usize> = best_pairs(&edges).into_iter().collect();
    let answers: BTreeMap<AnnotationId, AnnotationId> = found
        .iter()
        .filter_map(|(&nth, &own)| Some((pupil.marks.get(own)?.id, key.get(nth)?.id()?)))
        .collect();
    let mut left: Vec<&String> = unplaced.iter().collect();
    let mut marks = Vec::new();
    for (nth, mark) in key.iter().enumerate() {
        let own = found.get(&nth).and_then(|&own| pupil.marks.get(own));
        let mut judged = judge(mark, own, &mut left, &answers, rubric);
        judged.by_hand = by_hand.get(&judged.key).cloned();
        if judged.by_hand.is_some() && judged.lines.is_empty() {
            // What would not have counted counts now.
            judged.lines = mark.accepted.first().map(|mark| missed(mark, rubric)).unwrap_or_default();
        }
        marks.push(judged);
    }
    let taken: BTreeSet<usize> = found.values().copied().collect();
    let extras = pupil.marks.iter().enumerate().filter(|(nth, mark)| {
        // A mark without a tag is a note, and no answer.
        !taken.contains(nth) && !mark.tags.is_empty()
    });
    let extras: Vec<AnnotationId> = extras.map(|(_, mark)| mark.id).collect();
    let of: f64 = marks.iter().map(Judged::of).sum();
    let given: f64 = marks.iter().map(Judged::points).sum();
    let points = (given - rubric.extra * extras.len() as f64).max(0.0);
    Grade { marks, extras, cost: rubric.extra, of, points, has_passed: rubric.pass * of <= points + 1e-9 }
}

/// The accepted form of a mark that gives a pupil's mark the most points, with those and the share that both
/// cover; none where nothing overlaps.
fn best_of<'a>(key: &'a KeyMark, own: &Mark, rubric: &Rubric) -> Option<(&'a Mark, f64, f64)> {
    let overlapping = key.accepted.iter().filter(|mark| 0 < mark.overlap(own));
    let worth = overlapping.map(|mark| {
        let points = passage(mark, own, rubric).points + tags(mark, own, rubric).points;
        (mark, points, share(mark, own))
    });
    worth.reduce(|best, next| if (best.1, best.2) < (next.1, next.2) { next } else { best })
}

fn judge(
    key: &KeyMark,
    own: Option<&Mark>,
    unplaced: &mut Vec<&String>,
    answers: &BTreeMap<AnnotationId, AnnotationId>,
    rubric: &Rubric,
) -> Judged {
    let id = key.id().unwrap_or(AnnotationId(uuid::Uuid::nil()));
    let best = own.and_then(|own| Some((best_of(key, own, rubric)?.0, own)));
    let Some((mark, own)) = best else {
        let is_like = |words: &&String| {
            3 < words.len() && (key.quote.contains(words.as_str()) || words.contains(key.quote.as_str()))
        };
        let lost = unplaced.iter().position(is_like);
        let verdict = match lost {
            Some(nth) => {
                unplaced.remove(nth);
                Verdict::Unplaced
            }
            None if key.is_optional => Verdict::Optional,
            None => Verdict::Missed,
        };
        let lines = key.accepted.first().filter(|_| verdict == Verdict::Missed);
        let lines = lines.map(|mark| missed(mark, rubric)).unwrap_or_default();
        return Judged { key: id, own: None, verdict, lines, by_hand: None };
    };
    let mut lines = vec![passage(mark, own, rubric), tags(mark, own, rubric)];
    lines.extend(particulars(mark, own, answers, rubric));
    lines.retain(|line| 0.0 < line.of);
    let is_wrong = |part: Part| lines.iter().any(|line| line.part == part && line.why != Why::Right);
    let verdict = if is_wrong(Part::Tag) {
        Verdict::Tag
    } else if is_wrong(Part::Passage) {
        Verdict::Boundary
    } else if lines.iter().any(|line| line.why != Why::Right) {
        Verdict::Part
    } else {
        Verdict::Found
    };
    Judged { key: id, own: Some(own.id), verdict, lines, by_hand: None }
}

fn missed(mark: &Mark, rubric: &Rubric) -> Vec<Line> {
    let parts = [
        (Part::Passage, rubric.passage, true),
        (Part::Tag, rubric.tag, true),
        (Part::Figure, rubric.figure, !mark.figures.is_empty()),
        (Part::Source, rubric.source, !mark.source.is_empty()),
        (Part::Link, rubric.link, !mark.links.is_empty()),
    ];
    let counts = parts.into_iter().filter(|&(_, of, counts)| counts && 0.0 < of);
    counts.map(|(part, of, _)| Line { part, points: 0.0, of, why: Why::Missed }).collect()
}

fn passage(key: &Mark, own: &Mark, rubric: &Rubric) -> Line {
    let near = |a: usize, b: usize| a.abs_diff(b) <= rubric.tolerance;
    let pairs = key.pieces.iter().zip(&own.pieces);
    let is_right = key.pieces.len() == own.pieces.len()
        && pairs.into_iter().all(|(a, b)| near(a.start, b.start) && near(a.end, b.end));
    let share = share(key, own);
    let (given, why) = match rubric.boundary {
        _ if is_right => (1.0, Why::Right),
        Boundary::Share => (share, Why::Share(share)),
        Boundary::Overlap => (1.0, Why::Overlap(true)),
        Boundary::Exact => (0.0, Why::Overlap(false)),
    };
    Line { part: Part::Passage, points: rubric.passage * given, of: rubric.passage, why }
}

fn tags(key: &Mark, own: &Mark, rubric: &Rubric) -> Line {
    let both = key.tags.iter().filter(|tag| own.tags.contains(tag)).count();
    let either = key.tags.len() + own.tags.len() - both;
    let line = |given: f64, why| Line { part: Part::Tag, points: rubric.tag * given, of: rubric.tag, why };
    if key.tags == own.tags {
        return line(1.0, Why::Right);
    }
    let only = |tags: &Mark, others: &Mark| -> Vec<_> {
        tags.tags.iter().filter(|tag| !others.tags.contains(tag)).cloned().collect()
    };
    let (lacking, other) = (only(key, own), only(own, key));
    let why = match lacking.is_empty() {
        true => Why::Confused(key.tags.clone(), own.tags.clone()),
        false => Why::Confused(lacking, other),
    };
    line(both as f64 / either.max(1) as f64, why)
}

/// Figure, source and links, as far as the key has them.
fn particulars(
    key: &Mark,
    own: &Mark,
    answers: &BTreeMap<AnnotationId, AnnotationId>,
    rubric: &Rubric,
) -> Vec<Line> {
    let mut lines = Vec::new();
    let counted = |part, of: f64, right: usize, all: usize| {
        let why = if right == all {
            Why::Right
        } else if all == 1 {
            Why::Other
        } else {
            Why::Some(right, all)
        };
        Line { part, points: of * right as f64 / all as f64, of, why }
    };
    if !key.figures.is_empty() {
        let right = key.figures.iter().filter(|figure| own.figures.contains(figure)).count();
        lines.push(counted(Part::Figure, rubric.figure, right, key.figures.len()));
    }
    if !key.source.is_empty() {
        lines.push(counted(Part::Source, rubric.source, usize::from(key.source == own.source), 1));
    }
    if !key.links.is_empty() {
        let links: BTreeSet<(&RelationSlug, AnnotationId)> =
            own.links.iter().map(|(kind, to)| (kind, answers.get(to).copied().unwrap_or(*to))).collect();
        let right = key.links.iter().filter(|(kind, to)| links.contains(&(kind, *to))).count();
        lines.push(counted(Part::Link, rubric.link, right, key.links.len()));
    }
    lines
}
