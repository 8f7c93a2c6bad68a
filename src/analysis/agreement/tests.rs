//! The measures against values that were printed, or computed by other programs.

use super::compare::{Scope, compare};
use super::drawing::Drawing;
use super::estimate::Draws;
use super::estimate::Undefined;
use super::gamma::Gamma;
use super::marked::{Mark, Marked, Text};
use super::measure::{Measure, Part, SpanMode};
use super::unit::{EVEN, Unit, Weights};
use super::{tables, unitizing};
use crate::layer::{AnnotationId, Annotator, AnnotatorId, TagId};
use std::ops::Range;

/// A unit: tag, start, end.
pub(super) type Told = (&'static str, usize, usize);

pub(super) fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 0.5e-5, "{found}, and not {expected}");
}

pub(super) fn marked(nth: usize, units: &[Told]) -> Marked {
    let mark = |(i, &(tag, start, end)): (usize, &Told)| Mark {
        id: AnnotationId(uuid::Uuid::from_u128(((nth + 1) << 32 | i) as u128)),
        pieces: std::iter::once(start..end).collect(),
        tags: vec![TagId::new(tag)],
        figures: Vec::new(),
        source: String::new(),
        links: Vec::new(),
    };
    let mut marks: Vec<Mark> = units.iter().enumerate().map(mark).collect();
    marks.sort_by(|a, b| a.key().cmp(&b.key()));
    let name = char::from(b'A' + u8::try_from(nth).unwrap()).to_string();
    Marked { person: Annotator { id: AnnotatorId::named(&name).unwrap(), name }, marks, n_without_place: 0 }
}

/// A text without paragraphs, with words of five code points.
pub(super) fn text(length: usize, people: &[&[Told]]) -> Text {
    Text {
        name: "a.txt".to_owned(),
        length,
        paragraphs: Vec::new(),
        words: (0..length / 6).map(|nth| nth * 6..nth * 6 + 5).collect(),
        people: people.iter().enumerate().map(|(nth, units)| marked(nth, units)).collect(),
    }
}

#[test]
fn kappa_of_tables_is_as_printed() {
    let cohen_1960 = tables::cohen(&[[88.0, 14.0, 18.0], [10.0, 40.0, 10.0], [2.0, 6.0, 12.0]]);
    near(cohen_1960.unwrap(), 0.49153);
    near(tables::cohen(&[[20.0, 20.0], [10.0, 50.0]]).unwrap(), 0.34783);
    let table = [[46.0, 6.0, 0.0], [0.0, 32.0, 0.0], [0.0, 6.0, 10.0]];
    near(tables::cohen(&table).unwrap(), 0.80132);
    near(alpha(&units_of(&table)), 0.80053);
    near(alpha(&units_of(&[[20.0, 20.0], [10.0, 50.0]])), 1.0 - (1.0 - 0.34066) * 199.0 / 200.0);
}

/// What two people gave each unit, from a table.
fn units_of<const N: usize>(table: &[[f64; N]; N]) -> Vec<Vec<f64>> {
    let mut units = Vec::new();
    for (i, row) in table.iter().enumerate() {
        for (j, &n) in row.iter().enumerate() {
            let mut unit = vec![0.0; N];
            unit[i] += 1.0;
            unit[j] += 1.0;
            units.extend((0..1000_u16).take_while(|&i| f64::from(i) < n).map(|_| unit.clone()));
        }
    }
    units
}

/// α of units, each with how many people gave which category.
fn alpha(units: &[Vec<f64>]) -> f64 {
    let n = |unit: &[f64]| unit.iter().sum::<f64>();
    let paired: Vec<&Vec<f64>> = units.iter().filter(|unit| 2.0 <= n(unit)).collect();
    let given: Vec<f64> = (0..units[0].len()).map(|c| paired.iter().map(|unit| unit[c]).sum()).collect();
    let disagreeing = |unit: &&Vec<f64>| {
        let m = n(unit);
        unit.iter().map(|k| k * (m - k)).sum::<f64>() / (m - 1.0)
    };
    tables::alpha(&given, paired.iter().map(disagreeing).sum()).unwrap()
}

const FLEISS_1971: &str = "0 0 0 6 0  0 3 0 0 3  0 1 4 0 1  0 0 0 0 6  0 3 0 3 0  2 0 4 0 0 \
    0 0 4 0 2  2 0 3 1 0  2 0 0 4 0  0 0 0 0 6  1 0 0 5 0  1 1 0 4 0 \
    0 3 3 0 0  1 0 0 5 0  0 2 0 3 1  0 0 5 0 1  3 0 0 1 2  5 1 0 0 0 \
    0 2 0 4 0  1 0 2 0 3  0 0 0 0 6  0 1 0 5 0  0 2 0 1 3  2 0 0 4 0 \
    1 0 0 4 1  0 5 0 1 0  4 0 0 0 2  0 2 0 4 0  1 0 5 0 0  0 0 0 0 6";

#[test]
fn fleiss_kappa_is_as_printed() {
    let counts: Vec<f64> = FLEISS_1971.split_whitespace().map(|n| n.parse().unwrap()).collect();
    let given: Vec<f64> = (0..5).map(|c| counts.iter().skip(c).step_by(5).sum()).collect();
    let squares = counts.iter().map(|k| k * k).sum();
    near(tables::fleiss(&given, squares, 6.0).unwrap(), 0.43024);
    near(alpha(&counts.chunks(5).map(<[f64]>::to_vec).collect::<Vec<_>>()), 0.43341);
}

/// Units of what people gave, a string for each person; a dot: nothing.
fn given(people: &[&str]) -> Vec<Vec<f64>> {
    let unit = |at: usize| {
        let mut counts = vec![0.0; 128];
        let codes = people.iter().map(|person| person.as_bytes()[at]).filter(|code| *code != b'.');
        codes.for_each(|code| counts[usize::from(code)] += 1.0);
        counts
    };
    (0..people[0].len()).map(unit).collect()
}

#[test]
fn nominal_alpha_is_as_printed() {
    near(alpha(&given(&["123321412...", "1233224125.3", ".3332342251.", "12332441251."])), 0.74342);
    near(alpha(&given(&["0100000010", "1110010000"])), 0.09524);
    near(alpha(&given(&["aabbdcccedda", "babbbccceddd"])), 0.69196);
    let digitised = ["001111111100001111110000", "000011110000000110000000"];
    near(alpha(&given(&digitised)), 0.32857);
    let hayes = "112.2 1101. 2333. .00.0 000.0 000.0 102.1 1.20. 222.2 2111. .100. 0000. 1222. 33223 111.1 111.1 \
        212.2 1233. 1101. 000.0 0011. 00.00 2333. 0000. 12.22 0111. 00010 1212. 1122. 112.2 110.0 2121. 22.22 \
        3222. 222.2 223.2 222.2 22.12 2222. 111.1";
    let units: Vec<&str> = hayes.split_whitespace().collect();
    let person = |nth: usize| units.iter().map(|unit| char::from(unit.as_bytes()[nth])).collect::<String>();
    let people: Vec<String> = (0..5).map(person).collect();
    near(alpha(&given(&people.iter().map(String::as_str).collect::<Vec<_>>())), 0.47651);
}

#[test]
fn words_give_the_same_kappa_and_alpha_as_the_table_of_all_units() {
    // The digitised example, a word for each digit: two people who marked the ones.
    let people: [&[Told]; 2] = [&[("x", 12, 60), ("x", 84, 120)], &[("x", 24, 48), ("x", 90, 102)]];
    let text = text(144, &people);
    let found = compare(&[text], &[Measure::CohenKappa, Measure::Alpha]);
    let values: Vec<f64> = found.findings.iter().map(|finding| finding.value.unwrap().value).collect();
    near(values[0], 0.38462);
    near(values[1], 0.32857);
}

fn unitized(length: usize, people: &[&[Told]], tag: Option<&str>) -> Result<f64, Undefined> {
    let text = text(length, people);
    let tag = tag.map(TagId::new);
    let covered: Vec<Vec<Range<usize>>> =
        text.people.iter().map(|person| unitizing::units(&person.marks, tag.as_ref())).collect();
    let covered: Vec<&[Range<usize>]> = covered.iter().map(Vec::as_slice).collect();
    let mut sums = vec![0.0; unitizing::WIDTH];
    unitizing::add(&mut sums, (unitizing::WIDTH, 0), (&[0], &[0]), length, &covered);
    unitizing::alpha(&sums, people.len() as f64)
}

const THREE: [&[Told]; 3] = [
    &[("1", 2, 9), ("2", 11, 17), ("5", 24, 30), ("6", 32, 36), ("6", 36, 44), ("7", 44, 60)],
    &[("1", 2, 9), ("3", 11, 17), ("5", 19, 25), ("6", 32, 44)],
    &[("1", 2, 9), ("4", 11, 17), ("5", 21, 27), ("6", 32, 36), ("6", 36, 40), ("6", 40, 44)],
];

#[test]
fn unitizing_alpha_of_a_tag_is_as_computed_elsewhere() {
    let k: [&[Told]; 3] = [&[("k", 3, 15), ("k", 22, 53)], &[("k", 3, 10), ("k", 22, 53)], &[("k", 22, 46)]];
    near(unitized(56, &k, Some("k")).unwrap(), 0.56454);
    let same: [&[Told]; 2] = [&[("claim", 0, 19)], &[("claim", 0, 19)]];
    near(unitized(80, &same, Some("claim")).unwrap(), 1.0);
    near(unitized(80, &[&[("claim", 0, 19)], &[]], Some("claim")).unwrap(), -0.11250);
    for (tag, expected) in [
        ("1", 1.0),
        ("2", -0.02688),
        ("3", -0.02688),
        ("4", -0.02688),
        ("5", 0.38983),
        ("6", 1.0),
        ("7", -0.08065),
    ] {
        near(unitized(62, &THREE, Some(tag)).unwrap(), expected);
    }
    let found = compare(&[text(62, &THREE)], &[Measure::UnitizingAlpha]);
    let whole =
        found.findings.iter().find(|finding| finding.scope == Scope::All && finding.people.len() == 3);
    near(whole.unwrap().value.unwrap().value, 0.57103);
    let first: [&[Told]; 3] = [&[("1", 2, 5)], &[("1", 2, 5), ("2", 10, 20)], &[("2", 2, 5), ("2", 15, 20)]];
    near(unitized(60, &first, Some("1")).unwrap(), 0.48582);
    near(unitized(60, &first, Some("2")).unwrap(), 0.20486);
    let found = compare(&[text(60, &first)], &[Measure::UnitizingAlpha]);
    near(
        found.findings.iter().find(|finding| finding.people.len() == 3).unwrap().value.unwrap().value,
        0.27510,
    );
    assert_eq!(unitized(80, &[&[], &[]], None), Err(Undefined::NothingMarked));
    let all: [&[Told]; 2] = [&[("x", 0, 80)], &[("x", 0, 80)]];
    assert_eq!(unitized(80, &all, None), Err(Undefined::OneCategory));
}

fn disorder(people: &[&[Told]], weights: Weights) -> f64 {
    let text = text(80, people);
    let people = units(&text);
    let mut gamma = Gamma::new(1, weights);
    gamma.add(&people, 80, |_| 0).unwrap();
    gamma.disorder(people.len() as f64)
}

fn units(text: &Text) -> Vec<Vec<Unit>> {
    let marks = text.people.iter().flat_map(|marked| &marked.marks);
    let kinds = marks.map(|mark| mark.tags.as_slice()).collect();
    let of = |marked: &Marked| super::gamma::units(&marked.marks.iter().collect::<Vec<_>>(), &kinds);
    text.people.iter().map(of).collect()
}

#[test]
fn the_disorder_of_the_best_alignment_is_as_computed_elsewhere() {
    let three = Weights { position: 3.0, kind: 1.0 };
    let exactly = |people: &[&[Told]], weights, expected: f64| {
        let found = disorder(people, weights);
        assert!((found - expected).abs() < 1e-9, "{found}, and not {expected}");
    };
    exactly(&THREE, three, 1537.0 / 1600.0);
    let near_by: [&[Told]; 2] =
        [&[("claim", 0, 10), ("denial", 20, 30)], &[("claim", 1, 11), ("denial", 20, 30)]];
    exactly(&near_by, EVEN, 1.0 / 200.0);
    exactly(&near_by, three, 3.0 / 200.0);
    exactly(&[&[("claim", 0, 10)], &[("opinion", 0, 10)]], EVEN, 1.0);
    exactly(&[&[("claim", 0, 10), ("opinion", 30, 40)], &[("claim", 0, 10)]], EVEN, 2.0 / 3.0);
    exactly(&[&[("claim", 0, 10)], &[("claim", 50, 60)]], EVEN, 2.0);
    let pupil: [&[Told]; 2] = [
        &[("claim", 0, 19), ("denial", 30, 49)],
        &[("claim", 0, 19), ("denial", 35, 49), ("opinion", 60, 70)],
    ];
    exactly(&pupil, EVEN, 2228.0 / 5445.0);
    exactly(&pupil, three, 776.0 / 1815.0);
    let last: [&[Told]; 3] = [
        &[("claim", 0, 10), ("denial", 20, 30)],
        &[("claim", 2, 10), ("opinion", 20, 30)],
        &[("claim", 0, 12)],
    ];
    near(disorder(&last, EVEN), 0.61212);
    near(disorder(&last, three), 0.63637);
}

#[test]
fn gamma_of_three_coders_is_where_other_programs_have_it() {
    let text = text(62, &THREE);
    let people = units(&text);
    let mut gamma = Gamma::new(1, Weights { position: 3.0, kind: 1.0 });
    gamma.add(&people, 62, |_| 0).unwrap();
    let value = gamma.estimate(3.0, &Draws::of(1)).unwrap().value;
    assert!((0.40..0.50).contains(&value), "{value}");
}

#[test]
fn the_search_for_the_best_alignment_of_many_agrees_with_the_assignment_of_two() {
    let mut drawing = Drawing::new(3);
    for _ in 0..60 {
        let mut people = vec![Vec::new(), Vec::new()];
        for units in &mut people {
            for _ in 0..drawing.below(7) {
                let start = drawing.below(60);
                units.push(Unit { start, end: start + 1 + drawing.below(20), kind: drawing.below(2) });
            }
        }
        let cost = |found: Vec<(usize, f64)>| found.iter().map(|(_, cost)| cost).sum::<f64>();
        let assigned = cost(super::gamma::alignment(&people, EVEN).unwrap());
        let searched = cost(super::together::alignment(&people, EVEN).unwrap());
        assert!((assigned - searched).abs() < 1e-9, "{assigned} {searched}");
    }
}

/// The least that groups with at most one unit of each person cost together, by trying all of them.
fn least(people: &[Vec<Unit>], left: &mut Vec<(usize, Unit)>) -> f64 {
    let Some((person, unit)) = left.pop() else { return 0.0 };
    let n = people.len() as f64;
    let n_pairs = n * (n - 1.0) / 2.0;
    let mut found = f64::INFINITY;
    for with in 0..1_usize << left.len() {
        let chosen: Vec<(usize, Unit)> =
            (0..left.len()).filter(|i| with & (1 << i) != 0).map(|i| left[i]).collect();
        let mut group = chosen.clone();
        group.push((person, unit));
        let pairs: Vec<(usize, usize)> = (0..group.len()).flat_map(|i| (0..i).map(move |j| (i, j))).collect();
        if pairs.iter().any(|&(i, j)| group[i].0 == group[j].0) {
            continue;
        }
        let apart: f64 = pairs.iter().map(|&(i, j)| EVEN.cost(group[i].1, group[j].1)).sum();
        let cost = (apart + n_pairs - pairs.len() as f64) / n_pairs;
        let mut rest: Vec<_> = left.iter().copied().filter(|one| !chosen.contains(one)).collect();
        found = found.min(cost + least(people, &mut rest));
    }
    left.push((person, unit));
    found
}

#[test]
fn no_other_alignment_of_three_and_four_costs_less() {
    let mut drawing = Drawing::new(4);
    for nth in 0..60 {
        let n_people = 3 + nth % 2;
        let mut people = vec![Vec::new(); n_people];
        for units in &mut people {
            for _ in 0..drawing.below(7 - n_people) {
                let start = drawing.below(40);
                units.push(Unit { start, end: start + 1 + drawing.below(20), kind: drawing.below(2) });
            }
            units.sort_unstable();
            units.dedup();
        }
        let all = people.iter().enumerate();
        let mut all: Vec<(usize, Unit)> =
            all.flat_map(|(person, units)| units.iter().map(move |&unit| (person, unit))).collect();
        let found: f64 =
            super::together::alignment(&people, EVEN).unwrap().iter().map(|(_, cost)| cost).sum();
        let least = least(&people, &mut all);
        assert!((found - least).abs() < 1e-9, "{found} {least} {people:?}");
    }
}

#[test]
fn span_scores_are_as_in_semeval() {
    let people: [&[Told]; 2] = [
        &[("claim", 0, 19), ("denial", 30, 49)],
        &[("claim", 0, 19), ("claim", 35, 49), ("opinion", 60, 70)],
    ];
    let found = compare(&[text(80, &people)], &Measure::ALL);
    let value = |mode, part| {
        let finding = found
            .findings
            .iter()
            .find(|finding| finding.measure == Measure::Span(mode, part) && finding.scope == Scope::All);
        finding.unwrap().value.unwrap().value
    };
    for (mode, precision, recall, f1) in [
        (SpanMode::Strict, 1.0 / 3.0, 0.5, 0.4),
        (SpanMode::Exact, 1.0 / 3.0, 0.5, 0.4),
        (SpanMode::Partial, 0.5, 0.75, 0.6),
        (SpanMode::Type, 1.0 / 3.0, 0.5, 0.4),
        (SpanMode::Share(500), 2.0 / 3.0, 1.0, 0.8),
        (SpanMode::Share(750), 1.0 / 3.0, 0.5, 0.4),
    ] {
        near(value(mode, Part::Precision), precision);
        near(value(mode, Part::Recall), recall);
        near(value(mode, Part::F1), f1);
    }
}
