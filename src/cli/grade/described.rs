//! Grades, for programs and for people.

use super::super::csv;
use super::super::print::{quoted, visible};
use crate::analysis::grading::{Class, Judged, KeyMark, Verdict};
use crate::exchange::gradebook::Score;
use crate::exchange::xlsx::Field;
use crate::session::class::pages::points;
use crate::session::class::{Marking, Pupil};
use serde_json::{Value, json};

/// The most characters of a passage that are printed.
const LONGEST: usize = 60;
const COLUMNS: [&str; 12] = [
    "name",
    "id",
    "points",
    "of",
    "percent",
    "passed",
    "found",
    "boundary",
    "tag",
    "missed",
    "extra",
    "handed_in",
];

/// All pupils as an array.
pub(super) fn all(marking: &Marking, pupils: &[Pupil], names: &[String]) -> Value {
    Value::Array(pupils.iter().zip(names).map(|(pupil, name)| one(marking, pupil, name)).collect())
}

fn one(marking: &Marking, pupil: &Pupil, name: &str) -> Value {
    let grade = &pupil.grade;
    let marks = grade.marks.iter().zip(marking.key()).map(|(judged, key)| mark(judged, key));
    let extras = grade.extras.iter().map(|id| {
        let words = pupil.words.get(id);
        json!({
            "id": id.0.to_string(),
            "quote": words.map(|(quote, _)| quote),
            "tags": words.map(|(_, tags)| tags.iter().map(|tag| tag.as_str()).collect::<Vec<_>>()),
            "points": -grade.cost,
        })
    });
    json!({
        "name": name,
        "id": pupil.person.id.0.to_string(),
        "points": rounded(grade.points),
        "of": rounded(grade.of),
        "passed": grade.has_passed,
        "handed_in": pupil.handed_in.map(|at| at.to_string()),
        "marks": marks.collect::<Vec<_>>(),
        "extras": extras.collect::<Vec<_>>(),
        "unplaced": pupil.unplaced,
    })
}

fn mark(judged: &Judged, key: &KeyMark) -> Value {
    let lines = judged.lines.iter().map(|line| {
        json!({
            "part": line.part.name(),
            "points": rounded(line.points),
            "of": rounded(line.of),
            "why": line.why.to_string(),
        })
    });
    json!({
        "id": judged.key.0.to_string(),
        "verdict": judged.verdict.name(),
        "points": rounded(judged.points()),
        "of": rounded(judged.of()),
        "why": judged.why(),
        "quote": key.quote,
        "explanation": key.explanation,
        "own": judged.own.map(|own| own.0.to_string()),
        "lines": lines.collect::<Vec<_>>(),
    })
}

/// To a thousandth: sums of shares are not longer than they mean.
fn rounded(points: f64) -> f64 {
    (points * 1000.0).round() / 1000.0
}

fn cells(pupil: &Pupil, name: &str) -> [Field; 12] {
    let grade = &pupil.grade;
    let n = |verdict| Field::Number(grade.n(verdict) as f64);
    [
        Field::Words(name.to_owned()),
        Field::Words(pupil.person.id.0.to_string()),
        Field::Number(rounded(grade.points)),
        Field::Number(rounded(grade.of)),
        Field::Number((grade.share() * 1000.0).round() / 10.0),
        Field::Words(if grade.has_passed { "yes" } else { "no" }.to_owned()),
        n(Verdict::Found),
        n(Verdict::Boundary),
        n(Verdict::Tag),
        n(Verdict::Missed),
        Field::Number(grade.extras.len() as f64),
        Field::Words(pupil.handed_in.map_or_else(String::new, |at| at.to_string())),
    ]
}

/// The table for a workbook, with its head.
pub(super) fn fields(pupils: &[Pupil], names: &[String]) -> Vec<Vec<Field>> {
    let head = COLUMNS.iter().map(|name| Field::Words((*name).to_owned())).collect();
    let rows = pupils.iter().zip(names).map(|(pupil, name)| cells(pupil, name).to_vec());
    std::iter::once(head).chain(rows).collect()
}

/// The table in comma-separated values.
pub(super) fn csv(pupils: &[Pupil], names: &[String]) -> String {
    let mut table = csv::line(COLUMNS);
    for (pupil, name) in pupils.iter().zip(names) {
        table.push_str(&csv::line(cells(pupil, name).map(|field| match field {
            Field::Words(words) => words,
            Field::Number(number) => number.to_string(),
        })));
    }
    table
}

/// What goes into a gradebook.
pub(super) fn scores(pupils: &[Pupil]) -> Vec<Score> {
    let score = |pupil: &Pupil| Score {
        name: pupil.person.name.clone(),
        points: pupil.grade.points,
        of: pupil.grade.of,
        words: summary(pupil),
    };
    pupils.iter().map(score).collect()
}

fn summary(pupil: &Pupil) -> String {
    let grade = &pupil.grade;
    let verdicts = [
        (Verdict::Found, "found"),
        (Verdict::Boundary, "with other ends"),
        (Verdict::Tag, "with another tag"),
        (Verdict::Part, "in part"),
        (Verdict::Missed, "missed"),
        (Verdict::Unplaced, "not graded"),
    ];
    let counted = verdicts.into_iter().map(|(verdict, words)| (grade.n(verdict), words));
    let counted = counted.chain([(grade.extras.len(), "not in the key")]).filter(|(n, _)| 0 < *n);
    let counted: Vec<String> = counted.map(|(n, words)| format!("{n} {words}")).collect();
    format!("{} of {} points: {}", points(grade.points), points(grade.of), counted.join(", "))
}

/// The grade book for people, and what the class has in common.
pub(super) fn printed(marking: &Marking, pupils: &[Pupil], names: &[String], class: &Class) -> String {
    let mut shown = String::new();
    for (pupil, name) in pupils.iter().zip(names) {
        let passed = if pupil.grade.has_passed { "passed" } else { "not passed" };
        shown.push_str(&format!("{}: {}; {passed}\n", visible(name), summary(pupil)));
        for (judged, key) in pupil.grade.marks.iter().zip(marking.key()) {
            if judged.verdict != Verdict::Found {
                let words = quoted(&key.quote, LONGEST);
                let (given, of) = (points(judged.points()), points(judged.of()));
                shown.push_str(&format!("  {given}/{of}  {words}: {}\n", visible(&judged.why())));
            }
        }
        for extra in &pupil.grade.extras {
            let words = pupil.words.get(extra).map_or("", |(words, _)| words.as_str());
            shown.push_str(&format!(
                "  -{}  {}: not in the key\n",
                points(pupil.grade.cost),
                quoted(words, LONGEST)
            ));
        }
    }
    let who = |pupils: &[usize]| {
        let names = pupils.iter().filter_map(|&nth| names.get(nth)).map(|name| visible(name).into_owned());
        names.collect::<Vec<_>>().join(", ")
    };
    for confused in &class.confused {
        let (key, own, n) = (&confused.key, &confused.own, confused.pupils.len());
        shown.push_str(&format!("{key} taken for {own}: {n} ({})\n", who(&confused.pupils)));
    }
    for divided in
        class.divided.iter().filter(|one| 0 < one.n_right && 0 < one.n_other + one.n_missed).take(3)
    {
        let quote = marking.key().get(divided.key).map_or("", |key| key.quote.as_str());
        shown.push_str(&format!(
            "divided the class: {}: {} as in the key, {} otherwise, {} not\n",
            quoted(quote, LONGEST),
            divided.n_right,
            divided.n_other,
            divided.n_missed
        ));
    }
    for answer in &class.answers {
        let words = pupils.iter().find_map(|pupil| pupil.words.get(&answer.example));
        let words = words.map_or("", |(words, _)| words.as_str());
        let tags: Vec<&str> = answer.tags.iter().map(|tag| tag.as_str()).collect();
        let (n, who) = (answer.pupils.len(), who(&answer.pupils));
        let tags = visible(&tags.join(", ")).into_owned();
        shown.push_str(&format!(
            "not in the key, and given by {n}: {tags} {} ({who})\n",
            quoted(words, LONGEST)
        ));
    }
    shown
}
