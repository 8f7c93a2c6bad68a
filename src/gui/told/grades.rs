//! What became of pupils' marks, and why something of a class was not done.

use super::class::{archive_fault, assignment_fault};
use super::{host_error, import_error};
use crate::analysis::grading::{Divided, Judged, Line, Part, Verdict, Why};
use crate::gui::words::{name, say};
use crate::host::file_name;
use crate::layer::{Codebook, TagId};
use crate::session::class::phrase::points;
use crate::session::class::rubric::RubricFault;
use crate::session::class::{
    ClassDeskFault, ClassError, ClassFault, ClassLabel, GradebookFault, GradesFault, HandedFault,
    LessonFault, OutFault,
};
use crate::session::history::Way;

/// A verdict by itself: "with other ends".
pub(in crate::gui) fn verdict_name(verdict: Verdict) -> String {
    match verdict {
        Verdict::Found => say!("verdict-found"),
        Verdict::Boundary => say!("verdict-boundary"),
        Verdict::Tag => say!("verdict-tag"),
        Verdict::Part => say!("verdict-part"),
        Verdict::Missed => say!("verdict-missed"),
        Verdict::Optional => say!("verdict-optional"),
        Verdict::Unplaced => say!("verdict-unplaced"),
    }
}

/// What became of a mark of the key, and whether its points were set by hand.
pub(in crate::gui) fn verdict(judged: &Judged) -> String {
    let verdict = verdict_name(judged.verdict);
    if judged.by_hand.is_some() { say!("verdict-by-hand", verdict = verdict) } else { verdict }
}

fn part(part: Part) -> String {
    match part {
        Part::Passage => say!("part-passage"),
        Part::Tag => say!("part-tag"),
        Part::Figure => say!("part-figure"),
        Part::Source => say!("part-source"),
        Part::Link => say!("part-link"),
    }
}

/// The points for one part, and why: "Passage: 1.2 of 2, 60 % of the passage".
pub(in crate::gui) fn line(line: &Line, codebook: &Codebook) -> String {
    let (given, of) = (points(line.points), points(line.of));
    say!("class-line", part = part(line.part), given = given, of = of, why = reason(&line.why, codebook))
}

fn reason(why: &Why, codebook: &Codebook) -> String {
    let all = |tags: &[TagId]| {
        let labels: Vec<String> = tags.iter().map(|tag| name(codebook.label(tag))).collect();
        labels.join(", ")
    };
    match why {
        Why::Right => say!("why-right"),
        Why::Share(share) => say!("why-share", percent = format!("{:.0}", share * 100.0)),
        Why::Overlap(true) => say!("why-overlap"),
        Why::Overlap(false) => say!("why-ends"),
        Why::Confused(key, own) if own.is_empty() => say!("why-no-tag", key = all(key)),
        Why::Confused(key, own) => say!("why-confused", key = all(key), own = all(own)),
        Why::Some(right, all) => say!("why-some", right = *right, all = *all),
        Why::Other => say!("why-other"),
        Why::Missed => say!("verdict-missed"),
    }
}

/// Why a mark has its points, in a line.
pub(in crate::gui) fn why(judged: &Judged, codebook: &Codebook) -> String {
    if let Some(by_hand) = &judged.by_hand {
        return crate::gui::widgets::visible(&by_hand.reason);
    }
    let wrong = judged.lines.iter().filter(|line| line.why != Why::Right);
    let wrong: Vec<String> =
        wrong.map(|line| format!("{}: {}", part(line.part), reason(&line.why, codebook))).collect();
    if wrong.is_empty() || judged.own.is_none() { verdict_name(judged.verdict) } else { wrong.join("; ") }
}

/// How a class marked what the key has.
pub(in crate::gui) fn divided(divided: &Divided) -> String {
    let Divided { n_right, n_other, n_missed, .. } = *divided;
    say!("class-divided", right = n_right, other = n_other, missed = n_missed)
}

/// What is wrong with a file that was handed in.
pub(in crate::gui) fn handed_fault(fault: &HandedFault) -> String {
    match fault {
        HandedFault::Host(error) => host_error(error),
        HandedFault::NoLayer => say!("handed-no-layer"),
        HandedFault::TooLarge => say!("assignment-too-large"),
        HandedFault::Key => say!("handed-key"),
        HandedFault::Feedback => say!("handed-feedback"),
        HandedFault::Archive(fault) => archive_fault(fault),
        HandedFault::Lines(n) => say!("handed-lines", count = *n),
        HandedFault::Again(other) => say!("handed-again", name = other.as_str()),
        HandedFault::Lesson(LessonFault::NotGraded) => say!("lesson-not-graded"),
        HandedFault::Lesson(LessonFault::NoKey) => say!("lesson-no-key"),
        HandedFault::Lesson(LessonFault::Sealed) => say!("lesson-sealed"),
        HandedFault::Empty => say!("handed-empty"),
        HandedFault::TooMany => say!("handed-too-many"),
    }
}

/// Why a class is not graded.
pub(in crate::gui) fn class_fault(fault: &ClassFault) -> String {
    match fault {
        ClassFault::Assignment(fault) => say!("class-fault", reason = assignment_fault(fault)),
        ClassFault::Import(_, error) => say!("class-fault", reason = import_error(error)),
        ClassFault::Sealed => say!("class-sealed"),
        ClassFault::Seal(_) => say!("class-wrong-pass-phrase"),
        ClassFault::NoKey => say!("class-no-key"),
        ClassFault::EmptyKey => say!("class-empty-key"),
        ClassFault::Rubric(fault) => rubric_fault(fault),
    }
}

fn rubric_fault(fault: &RubricFault) -> String {
    match fault {
        RubricFault::NoToml(why) => say!("rubric-no-toml", why = why.as_str()),
        RubricFault::Unknown(key) => say!("rubric-unknown", key = key.as_str()),
        RubricFault::Value(key) => say!("rubric-value", key = key.as_str()),
    }
}

/// Why something was not decided. What only a line of actions can meet keeps its English words.
pub(in crate::gui) fn class_error(error: &ClassError) -> String {
    match error {
        ClassError::NoStep(Way::Back) => say!("lack-deed"),
        ClassError::NoStep(Way::Forth) => say!("lack-undone-deed"),
        ClassError::NoReason => say!("class-set-hint"),
        ClassError::Rubric(fault) => rubric_fault(fault),
        other => other.to_string(),
    }
}

/// Why what was decided is not had or not kept.
pub(in crate::gui) fn class_desk_fault(fault: &ClassDeskFault) -> String {
    match fault {
        ClassDeskFault::Host(path, error) => {
            say!("class-not-kept", name = file_name(path), reason = host_error(error))
        }
        ClassDeskFault::Grades(path, fault) => {
            let reason = match fault {
                GradesFault::Damaged => say!("grades-damaged"),
                GradesFault::Newer => say!("grades-newer"),
                GradesFault::Part(key) => say!("grades-part", key = *key),
            };
            say!("class-not-replaced", name = file_name(path), reason = reason)
        }
    }
}

/// That a step was taken.
pub(in crate::gui) fn class_step(way: Way, label: &ClassLabel) -> String {
    let step = match label {
        ClassLabel::Collect => say!("step-collect"),
        ClassLabel::Discard => say!("step-discard"),
        ClassLabel::Key => say!("step-key"),
        ClassLabel::Weigh => say!("step-weigh"),
        ClassLabel::Override => say!("step-override"),
        ClassLabel::Restore => say!("step-by-rubric"),
        ClassLabel::Answer => say!("step-answer"),
        ClassLabel::Drop => say!("step-drop"),
    };
    match way {
        Way::Back => say!("done-undone", step = step),
        Way::Forth => say!("done-again", step = step),
    }
}

/// Why grades did not go out.
pub(in crate::gui) fn out_fault(fault: &OutFault) -> String {
    match fault {
        OutFault::Taken(_) => say!("out-taken"),
        OutFault::NotRead(path, error) => {
            say!("out-not-read", name = file_name(path), reason = host_error(error))
        }
        OutFault::NotWritten(path, error) => {
            say!("assignment-not-written", name = file_name(path), reason = host_error(error))
        }
        OutFault::Gradebook(path, fault) => {
            let reason = match fault {
                GradebookFault::NoTable => say!("gradebook-no-table"),
                GradebookFault::Unknown => say!("gradebook-unknown"),
                GradebookFault::SeveralColumns(_) => say!("out-columns"),
            };
            say!("out-not-read", name = file_name(path), reason = reason)
        }
        OutFault::Workbook => say!("out-no-workbook"),
    }
}
