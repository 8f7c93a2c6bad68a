//! What pupils are told of their grades, as values: their `Display` is English, and the window says them in its own
//! words.

use crate::analysis::grading::{Grade, Judged, Line, Verdict};
use crate::document::Timestamp;
use crate::layer::TagId;
use std::fmt;

/// Something that stands on a pupil's page, in feedback or in a gradebook.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Phrase<'a> {
    /// The tag of the language that all of it is in.
    Language,
    /// The grade as a whole, and whether it is enough.
    Grade(&'a Grade),
    /// How many marks of the key became what.
    Counts(&'a Grade),
    /// The grade in a sentence, for a cell of a gradebook.
    Summary(&'a Grade),
    /// When it was handed in.
    HandedIn(Timestamp),
    /// The head of what the key has.
    InKey,
    /// The head of what the pupil marked.
    Yours,
    /// The head of the points.
    Points,
    /// Some tags.
    Tags(&'a [TagId]),
    /// The points for a part of a mark, and why.
    Line(&'a Line),
    /// Why a mark has its points.
    Why(&'a Judged),
    /// So many marks are not in the key, and what each costs.
    Extras(usize, f64),
    /// What was marked in another version of the text.
    Unplaced,
}

/// Says phrases, in whatever language.
pub type Tell<'a> = &'a dyn Fn(&Phrase<'_>) -> String;

/// Says them in English.
pub fn english(phrase: &Phrase<'_>) -> String {
    phrase.to_string()
}

impl fmt::Display for Phrase<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Language => f.write_str("en"),
            Self::Grade(grade) => write!(
                f,
                "{} of {} points, {:.0} %, {}",
                points(grade.points),
                points(grade.of),
                grade.share() * 100.0,
                if grade.has_passed { "passed" } else { "not passed" }
            ),
            Self::Counts(grade) => f.write_str(&counts(grade).join(", ")),
            Self::Summary(grade) => {
                let extras = Some(grade.extras.len()).filter(|n| 0 < *n);
                let extras = extras.map(|n| format!("{n} not in the key"));
                let counts: Vec<String> = counts(grade).into_iter().chain(extras).collect();
                let (given, of) = (points(grade.points), points(grade.of));
                write!(f, "{given} of {of} points: {}", counts.join(", "))
            }
            Self::HandedIn(at) => write!(f, "Handed in: {at}"),
            Self::InKey => f.write_str("In the key"),
            Self::Yours => f.write_str("Yours"),
            Self::Points => f.write_str("Points"),
            Self::Tags(tags) => f.write_str(&tags.iter().map(TagId::as_str).collect::<Vec<_>>().join(", ")),
            Self::Line(line) => {
                let (given, of) = (points(line.points), points(line.of));
                write!(f, "{}: {given} of {of} ({})", line.part.name(), line.why)
            }
            Self::Why(judged) => f.write_str(&judged.why()),
            Self::Extras(n, cost) => write!(f, "Not in the key: {n}, {} points off for each", points(*cost)),
            Self::Unplaced => f.write_str("Marked in another version of the text, and not graded"),
        }
    }
}

/// `2`, `1.5`, `0.33`.
pub fn points(points: f64) -> String {
    let shown = format!("{points:.2}");
    shown.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// "3 found", "1 missed".
fn counts(grade: &Grade) -> Vec<String> {
    let verdicts = [
        (Verdict::Found, "found"),
        (Verdict::Boundary, "with other ends"),
        (Verdict::Tag, "with another tag"),
        (Verdict::Part, "in part"),
        (Verdict::Missed, "missed"),
        (Verdict::Unplaced, "not graded"),
    ];
    let counted = verdicts.into_iter().map(|(verdict, words)| (grade.n(verdict), words));
    counted.filter(|(n, _)| 0 < *n).map(|(n, words)| format!("{n} {words}")).collect()
}
