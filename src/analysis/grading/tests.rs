//! What pupils get for what they marked.

use super::{Boundary, Class, Grade, KeyMark, Rubric, Verdict, grade};
use crate::analysis::agreement::{Mark, Marked};
use crate::layer::{AnnotationId, Annotator, AnnotatorId, RelationSlug, TagId};
use std::collections::BTreeMap;

type Told = (&'static str, &'static str, usize, usize);

fn mark((id, tag, start, end): Told) -> Mark {
    Mark {
        id: AnnotationId::named(id).unwrap(),
        pieces: std::iter::once(start..end).collect(),
        tags: vec![TagId::new(tag)],
        figures: Vec::new(),
        source: String::new(),
        links: Vec::new(),
    }
}

fn marked(name: &str, marks: Vec<Mark>) -> Marked {
    let person = Annotator { id: AnnotatorId::named(name).unwrap(), name: name.to_owned() };
    Marked { person, marks, n_without_place: 0 }
}

fn pupil(marks: &[Told]) -> Marked {
    marked("ana", marks.iter().copied().map(mark).collect())
}

fn key() -> Vec<KeyMark> {
    let one = |mark: Mark, is_optional| KeyMark {
        accepted: vec![mark],
        is_optional,
        explanation: String::new(),
        quote: "Eight people died".to_owned(),
    };
    let claim = one(mark(("k1", "claim", 0, 20)), false);
    let mut denial = one(mark(("k2", "denial", 30, 50)), false);
    denial.accepted[0].source = "the army".to_owned();
    denial.accepted[0].links = vec![(RelationSlug::new("denies"), AnnotationId::named("k1").unwrap())];
    // The longer passage is as good.
    denial.accepted.push(Mark { pieces: std::iter::once(30..60).collect(), ..denial.accepted[0].clone() });
    vec![claim, denial, one(mark(("k3", "opinion", 70, 80)), true)]
}

fn graded(marks: &[Told]) -> Grade {
    grade(&key(), &pupil(marks), &[], &Rubric::default(), &BTreeMap::new())
}

fn verdicts(grade: &Grade) -> Vec<Verdict> {
    grade.marks.iter().map(|judged| judged.verdict).collect()
}

#[test]
fn what_is_found_off_confused_and_missed_gets_its_points_with_reasons() {
    let found = graded(&[("p1", "claim", 0, 10), ("p2", "opinion", 30, 60), ("p3", "claim", 90, 99)]);
    assert_eq!(verdicts(&found), [Verdict::Boundary, Verdict::Tag, Verdict::Optional]);
    let whys: Vec<String> = found.marks.iter().map(super::Judged::why).collect();
    assert_eq!(
        whys,
        [
            "passage: 50 % of the passage",
            "tag: denial taken for opinion; source: not that of the key; link: not that of the key",
            "optional, and not marked",
        ]
    );
    // 1 + 2 for the claim, 2 for the denial's passage, and half a point off for the extra mark.
    assert_eq!((found.points, found.of), (4.5, 10.0));
    assert_eq!(found.extras, [AnnotationId::named("p3").unwrap()]);
    assert!(!found.has_passed);
    assert_eq!(verdicts(&graded(&[]))[..2], [Verdict::Missed, Verdict::Missed]);
    assert_eq!(graded(&[]).points, 0.0);
}

#[test]
fn a_whole_answer_gets_all_points_by_either_accepted_passage_and_its_links_are_compared_through_the_key() {
    for end in [50, 60, 61] {
        let mut own = pupil(&[("p1", "claim", 0, 20), ("p2", "denial", 30, end)]);
        own.marks[1].source = "the army".to_owned();
        own.marks[1].links = vec![(RelationSlug::new("denies"), AnnotationId::named("p1").unwrap())];
        let found = grade(&key(), &own, &[], &Rubric::default(), &BTreeMap::new());
        assert_eq!((found.points, found.of, found.has_passed), (10.0, 10.0, true), "{end}");
    }
}

#[test]
fn an_optional_mark_counts_only_where_it_was_made() {
    let with = graded(&[("p1", "opinion", 70, 80)]);
    assert_eq!((with.points, with.of), (4.0, 14.0));
    assert!(with.extras.is_empty());
}

#[test]
fn boundaries_count_as_the_rubric_says() {
    let points = |boundary| {
        let rubric = Rubric { boundary, ..Rubric::default() };
        grade(&key()[..1], &pupil(&[("p1", "claim", 0, 10)]), &[], &rubric, &BTreeMap::new()).points
    };
    assert_eq!(points(Boundary::Share), 3.0);
    assert_eq!(points(Boundary::Overlap), 4.0);
    assert_eq!(points(Boundary::Exact), 2.0);
}

#[test]
fn a_mark_without_a_place_is_not_graded_as_wrong() {
    let found =
        grade(&key()[..1], &pupil(&[]), &["people died".to_owned()], &Rubric::default(), &BTreeMap::new());
    assert_eq!(verdicts(&found), [Verdict::Unplaced]);
    assert_eq!(found.of, 0.0);
}

#[test]
fn a_class_tells_who_took_what_for_what_and_what_the_key_lacks() {
    let pupils: Vec<Marked> = (0..10)
        .map(|nth| {
            let tag = if nth < 4 { "opinion" } else { "claim" };
            let mut marks = vec![("p1", tag, 0, 20)];
            marks.extend((nth % 3 == 0).then_some(("p2", "claim", 90 + nth, 120)));
            pupil(&marks)
        })
        .collect();
    let grades: Vec<Grade> =
        pupils.iter().map(|pupil| grade(&key(), pupil, &[], &Rubric::default(), &BTreeMap::new())).collect();
    let class = Class::of(&key(), &pupils.iter().zip(&grades).collect::<Vec<_>>());
    assert_eq!(class.confused.len(), 1);
    assert_eq!(class.confused[0].pupils, [0, 1, 2, 3]);
    assert_eq!((class.divided[0].key, class.divided[0].n_right), (0, 6));
    assert_eq!(class.answers[0].pupils, [0, 3, 6, 9]);
}
