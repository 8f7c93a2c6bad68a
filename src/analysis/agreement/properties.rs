//! What holds of all measures, on layers that are drawn: the same both ways where it should be, the same
//! under other names, 1 for equal layers with something in them, undefined for empty ones; and u-α against a
//! second, naive way to it.

use super::compare::{Finding, Scope, compare, compare_again, names_of, people_of};
use super::drawing::Drawing;
use super::estimate::Undefined;
use super::marked::{Marked, Text};
use super::measure::{Measure, Part};
use super::pairs::{Difference, Pair, pairs};
use super::tests::{Told, marked, near, text};
use crate::layer::AnnotatorId;

const TAGS: [&str; 3] = ["claim", "denial", "opinion"];

fn drawn(drawing: &mut Drawing, length: usize) -> Vec<Told> {
    let unit = |_| {
        let start = drawing.below(length - 40);
        (TAGS[drawing.below(3)], start, start + 1 + drawing.below(39))
    };
    (0..12).map(unit).collect()
}

/// A text of paragraphs that people drew marks on.
fn drawn_text(seed: u64, n_people: usize) -> Text {
    let mut drawing = Drawing::new(seed);
    let people: Vec<Vec<Told>> = (0..n_people).map(|_| drawn(&mut drawing, 600)).collect();
    let people: Vec<&[Told]> = people.iter().map(Vec::as_slice).collect();
    Text { paragraphs: (0..6).map(|nth| nth * 100..nth * 100 + 98).collect(), ..text(600, &people) }
}

fn same(a: &Finding, b: &Finding) -> bool {
    match (a.value, b.value) {
        (Ok(one), Ok(two)) => {
            let ends = |ends: Option<(f64, f64)>| ends.unwrap_or_default();
            let ((a, b), (c, d)) = (ends(one.interval), ends(two.interval));
            (one.value - two.value).abs() < 1e-9 && (a - c).abs() < 1e-9 && (b - d).abs() < 1e-9
        }
        (one, two) => one == two,
    }
}

#[test]
fn what_is_symmetric_is_the_same_both_ways_and_precision_is_recall_the_other_way() {
    for seed in 0..6 {
        let text = drawn_text(seed, 2);
        let turned = Text { people: text.people.iter().rev().cloned().collect(), ..text.clone() };
        let (one, two) = (compare(&[text], &Measure::ALL), compare(&[turned], &Measure::ALL));
        for finding in &one.findings {
            let counterpart = match finding.measure {
                Measure::Span(mode, Part::Precision) => Measure::Span(mode, Part::Recall),
                Measure::Span(mode, Part::Recall) => Measure::Span(mode, Part::Precision),
                measure => measure,
            };
            let other = two
                .findings
                .iter()
                .find(|other| other.measure == counterpart && other.scope == finding.scope);
            assert!(same(finding, other.unwrap()), "{finding:?} {other:?}");
        }
    }
}

#[test]
fn other_names_and_ids_change_no_value() {
    for seed in 0..2 {
        let text = drawn_text(seed, 3);
        let mut renamed = text.clone();
        for (nth, marked) in renamed.people.iter_mut().enumerate() {
            marked.person.name = format!("Zoe {}", 9 - nth);
            marked.person.id = AnnotatorId::named(&format!("z{}", 9 - nth)).unwrap();
        }
        let (one, two) = (compare(&[text], &Measure::ALL), compare(&[renamed], &Measure::ALL));
        assert_eq!(one.findings, two.findings);
    }
}

#[test]
fn equal_layers_agree_wholly_and_empty_ones_not_at_all() {
    let people: [&[Told]; 2] =
        [&[("claim", 10, 30), ("denial", 120, 150)], &[("claim", 10, 30), ("denial", 120, 150)]];
    for finding in compare(&[text(600, &people)], &Measure::ALL).findings {
        near(finding.value.unwrap().value, 1.0);
    }
    let none = compare(&[text(600, &[&[], &[]])], &Measure::ALL);
    assert_eq!(none.findings.len(), Measure::ALL.len());
    for finding in none.findings {
        assert_eq!(finding.value, Err(Undefined::NothingMarked), "{:?}", finding.measure);
    }
    let one = compare(&[text(600, &[&[("claim", 10, 30)], &[]])], &Measure::ALL);
    let value = |measure| one.findings.iter().find(|finding| finding.measure == measure).unwrap().value;
    let strict = Measure::named("strict");
    assert_eq!(value(strict[0]), Err(Undefined::NoMarks));
    assert_eq!(value(strict[1]).unwrap().value, 0.0);
    assert_eq!(value(strict[2]).unwrap().value, 0.0);
}

#[test]
fn people_who_marked_different_articles_are_not_compared() {
    let mut first = text(100, &[&[("claim", 10, 30)]]);
    let second =
        Text { name: "b.txt".to_owned(), people: vec![marked(1, &[("claim", 10, 30)])], ..first.clone() };
    first.people.truncate(1);
    let found = compare(&[first, second], &Measure::ALL);
    assert!(found.findings.iter().all(|finding| finding.value == Err(Undefined::NoCommonText)));
}

#[test]
fn several_articles_are_told_together_and_one_by_one() {
    let texts: Vec<Text> =
        (0..12).map(|seed| Text { name: format!("{seed}.txt"), ..drawn_text(seed, 2) }).collect();
    let found = compare(&texts, &[Measure::CohenKappa]);
    assert!(found.is_over_articles);
    let by_article = found.findings.iter().filter(|finding| matches!(finding.scope, Scope::Article(_)));
    assert_eq!(by_article.count(), 12);
    let whole = found.findings[0].value.unwrap();
    let (low, high) = whole.interval.unwrap();
    assert!(low <= whole.value && whole.value <= high, "{whole:?}");
}

#[test]
fn what_did_not_change_is_told_as_if_it_were_reckoned_anew() {
    for seed in 0..8 {
        let named = |nth: u64| Text { name: format!("{nth}.txt"), ..drawn_text(seed * 2 + nth, 4) };
        let before: Vec<Text> = vec![named(0), named(1)];
        let found = compare(&before, &Measure::ALL);
        let mut after = before.clone();
        after[1].people[2].marks.pop();
        let again = compare_again(&after, people_of(&after), &Measure::ALL, Some((&before, &found)));
        assert_eq!(again, compare(&after, &Measure::ALL), "{seed}");
        assert_ne!(again, found, "{seed}");
    }
}

#[test]
fn two_people_of_one_name_are_told_apart() {
    let mut text = text(600, &[&[], &[], &[]]);
    text.people[2].person.name = "A".to_owned();
    let people: Vec<_> = text.people.iter().map(|marked| marked.person.clone()).collect();
    assert_eq!(names_of(&people), ["A (A)", "B", "A (C)"]);
}

#[test]
fn differences_are_named_by_kind() {
    let mut first = marked(0, &[("claim", 0, 10), ("claim", 20, 30), ("claim", 40, 50), ("denial", 60, 70)]);
    let mut second =
        marked(1, &[("claim", 0, 10), ("opinion", 22, 30), ("denial", 60, 70), ("claim", 80, 90)]);
    first.marks[3].source = "the army".to_owned();
    second.marks[2].source = "a hospital".to_owned();
    // Both deny their first claim.
    first.marks[3].links = vec![(crate::layer::RelationSlug::new("denies"), first.marks[0].id)];
    second.marks[2].links = vec![(crate::layer::RelationSlug::new("denies"), second.marks[0].id)];
    let found = |first: &Marked, second: &Marked| -> Vec<Vec<Difference>> {
        pairs(first, second).0.iter().map(|pair: &Pair<'_>| pair.differences.clone()).collect()
    };
    let mut expected = vec![
        vec![],
        vec![Difference::Tag, Difference::Boundary],
        vec![Difference::Missing],
        vec![Difference::Source],
        vec![Difference::Extra],
    ];
    assert_eq!(found(&first, &second), expected);
    second.marks[2].links.clear();
    expected[3].push(Difference::Link);
    assert_eq!(found(&first, &second), expected);
}

/// u-α for several tags at once as it is defined, segment by segment.
fn naive(people: &[Vec<Told>], length: usize, tags: &[&str]) -> f64 {
    let m = people.len() as f64;
    let segments = |units: &[Told]| {
        let mut units = units.to_vec();
        units.sort_by_key(|unit| unit.1);
        let (mut all, mut at) = (Vec::new(), 0);
        for (tag, start, end) in units {
            all.push(("", at, start));
            all.push((tag, start, end));
            at = end;
        }
        all.push(("", at, length));
        all
    };
    let people: Vec<Vec<Told>> = people.iter().map(|units| segments(units)).collect();
    let all: Vec<&str> = std::iter::once("").chain(tags.iter().copied()).collect();
    let both = |c: &str, k: &str| {
        let mut sum = 0;
        for (i, one) in people.iter().enumerate() {
            for (j, two) in people.iter().enumerate().filter(|(j, _)| *j != i) {
                assert_ne!(i, j);
                for a in one.iter().filter(|a| a.0 == c) {
                    for b in two.iter().filter(|b| b.0 == k) {
                        sum += a.2.min(b.2).saturating_sub(a.1.max(b.1));
                    }
                }
            }
        }
        sum as f64 / (m - 1.0)
    };
    let q = |c: &str| {
        let lengths = people.iter().flatten().filter(|unit| unit.0 == c).map(|unit| (unit.2 - unit.1) as f64);
        lengths.map(|length| if c.is_empty() { length } else { length * length }).sum::<f64>()
    };
    let ml = m * length as f64;
    let l = |c: &str| all.iter().map(|k| both(c, k)).sum::<f64>();
    let divisor = ml * ml - all.iter().map(|c| q(c)).sum::<f64>();
    let expected: f64 = all.iter().map(|c| ml * (l(c) * l(c) - q(c)) / divisor).sum();
    let observed: f64 = all.iter().map(|c| both(c, c)).sum();
    1.0 - (ml - observed) / (ml - expected)
}

#[test]
fn the_naive_way_to_unitizing_alpha_is_right_and_ours_agrees_with_it() {
    let told: [Vec<Told>; 3] = [
        vec![("1", 2, 5), ("1", 9, 11), ("2", 12, 20)],
        vec![("1", 2, 5), ("2", 7, 15)],
        vec![("1", 2, 5), ("2", 10, 15)],
    ];
    near(naive(&told, 20, &["1", "2"]), 0.47391);
    let told: [Vec<Told>; 3] =
        [vec![("1", 2, 5)], vec![("1", 2, 5), ("2", 10, 20)], vec![("2", 2, 5), ("2", 15, 20)]];
    near(naive(&told, 60, &["1", "2"]), 0.39830);
    let mut drawing = Drawing::new(11);
    for _ in 0..40 {
        // Units of one tag that do not overlap.
        let person = |drawing: &mut Drawing| -> Vec<Told> {
            let units = (0..5).map(|nth| nth * 100 + drawing.below(50)).map(|at| ("x", at, at + 50));
            units.collect()
        };
        let people: Vec<Vec<Told>> = (0..3).map(|_| person(&mut drawing)).collect();
        let views: Vec<&[Told]> = people.iter().map(Vec::as_slice).collect();
        let found = compare(&[text(600, &views)], &[Measure::UnitizingAlpha]);
        let whole = found.findings.iter().find(|finding| finding.people.len() == 3).unwrap();
        near(whole.value.unwrap().value, naive(&people, 600, &["x"]));
    }
}
