//! What pupils are told of their grades, in the words of the window.

use super::grades::{line, verdict_name, why};
use crate::analysis::grading::{Grade, Verdict};
use crate::gui::words::{moment, name, say, spoken};
use crate::layer::Codebook;
use crate::session::class::Phrase;
use crate::session::class::phrase::points;

/// A phrase in the language that this thread speaks, with the tags of a codebook.
pub(in crate::gui) fn phrase(phrase: &Phrase<'_>, codebook: &Codebook) -> String {
    match phrase {
        Phrase::Language => spoken().to_owned(),
        Phrase::Grade(grade) => whole(grade),
        Phrase::Counts(grade) => counts(grade).join(", "),
        Phrase::Summary(grade) => {
            let extras = grade.extras.len();
            let extras =
                (0 < extras).then(|| say!("sheet-extras", count = extras, cost = points(grade.cost)));
            let all: Vec<String> = std::iter::once(whole(grade)).chain(counts(grade)).chain(extras).collect();
            all.join("; ")
        }
        Phrase::HandedIn(at) => say!("class-handed-in", at = moment(*at)),
        Phrase::InKey => say!("sheet-in-key"),
        Phrase::Yours => say!("sheet-yours"),
        Phrase::Points => say!("class-points"),
        Phrase::Tags(tags) => tags.iter().map(|tag| name(codebook.label(tag))).collect::<Vec<_>>().join(", "),
        Phrase::Line(one) => line(one, codebook),
        Phrase::Why(judged) => why(judged, codebook),
        Phrase::Extras(n, cost) => say!("sheet-extras", count = *n, cost = points(*cost)),
        Phrase::Unplaced => say!("sheet-unplaced"),
    }
}

fn whole(grade: &Grade) -> String {
    let passed = if grade.has_passed { say!("class-passed") } else { say!("class-not-passed") };
    let (given, of) = (points(grade.points), points(grade.of));
    say!(
        "class-grade",
        given = given,
        of = of,
        percent = format!("{:.0}", grade.share() * 100.0),
        passed = passed
    )
}

/// "3 as in the key", "1 not marked".
fn counts(grade: &Grade) -> Vec<String> {
    let counted = Verdict::ALL.into_iter().filter(|verdict| *verdict != Verdict::Optional);
    let counted = counted.map(|verdict| (grade.n(verdict), verdict)).filter(|(n, _)| 0 < *n);
    counted.map(|(n, verdict)| say!("sheet-counted", count = n, verdict = verdict_name(verdict))).collect()
}
