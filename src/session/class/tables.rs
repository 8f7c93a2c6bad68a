//! Grades as a table for spreadsheets, and as what goes into other people's gradebooks.

use super::marking::Pupil;
use super::phrase::{Phrase, Tell, english};
use crate::analysis::grading::Verdict;
use crate::exchange::csv;
use crate::exchange::gradebook::Score;
use crate::exchange::xlsx::Field;

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

/// To a thousandth: sums of shares are not longer than they mean.
pub fn rounded(points: f64) -> f64 {
    (points * 1000.0).round() / 1000.0
}

fn cells(pupil: &Pupil, name: &str) -> [Field; 12] {
    let grade = &pupil.grade;
    let n = |verdict| Field::Number(grade.n(verdict) as f64);
    [
        Field::Words(name.to_owned()),
        Field::Words(pupil.handed.person.id.0.to_string()),
        Field::Number(rounded(grade.points)),
        Field::Number(rounded(grade.of)),
        Field::Number((grade.share() * 1000.0).round() / 10.0),
        Field::Words(if grade.has_passed { "yes" } else { "no" }.to_owned()),
        n(Verdict::Found),
        n(Verdict::Boundary),
        n(Verdict::Tag),
        n(Verdict::Missed),
        Field::Number(grade.extras.len() as f64),
        Field::Words(pupil.handed.handed_in.map_or_else(String::new, |at| at.to_string())),
    ]
}

/// The table for a workbook, with its head.
pub fn fields(pupils: &[Pupil], names: &[String]) -> Vec<Vec<Field>> {
    let head = COLUMNS.iter().map(|name| Field::Words((*name).to_owned())).collect();
    let rows = pupils.iter().zip(names).map(|(pupil, name)| cells(pupil, name).to_vec());
    std::iter::once(head).chain(rows).collect()
}

/// The table in comma-separated values.
pub fn csv(pupils: &[Pupil], names: &[String]) -> String {
    fields(pupils, names).iter().map(|row| csv::row(row)).collect()
}

/// What goes into a gradebook.
pub fn scores(pupils: &[Pupil], tell: Tell<'_>) -> Vec<Score> {
    let score = |pupil: &Pupil| Score {
        name: pupil.handed.person.name.clone(),
        points: pupil.grade.points,
        of: pupil.grade.of,
        words: tell(&Phrase::Summary(&pupil.grade)),
    };
    pupils.iter().map(score).collect()
}

/// A pupil's grade in a sentence: "9 of 12 points: 3 found, 1 missed".
pub fn summary(pupil: &Pupil) -> String {
    english(&Phrase::Summary(&pupil.grade))
}
