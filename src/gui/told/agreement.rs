//! Measures of agreement in the window's words: what each is called, and one sentence for somebody without
//! statistics.

use crate::analysis::agreement::{Finding, Grade, Measure, Part, SpanMode, Undefined};
use crate::gui::words::say;

/// What a measure is called.
pub(in crate::gui) fn measure(measure: Measure) -> String {
    match measure {
        Measure::Span(mode, part) => {
            let part = match part {
                Part::Precision => say!("measure-precision"),
                Part::Recall => say!("measure-recall"),
                Part::F1 => say!("measure-f1"),
            };
            say!("measure-span", mode = span_mode(mode), part = part)
        }
        Measure::CohenKappa => say!("measure-cohen"),
        Measure::FleissKappa => say!("measure-fleiss"),
        Measure::Alpha => say!("measure-alpha"),
        Measure::UnitizingAlpha => say!("measure-u-alpha"),
        Measure::Gamma => say!("measure-gamma"),
    }
}

fn span_mode(mode: SpanMode) -> String {
    match mode {
        SpanMode::Strict => say!("measure-strict"),
        SpanMode::Exact => say!("measure-exact"),
        SpanMode::Partial => say!("measure-partial"),
        SpanMode::Type => say!("measure-type"),
        SpanMode::Share(thousandths) => say!("measure-share", share = thousandths / 10),
    }
}

/// What a value is made of: "34 marks".
pub(in crate::gui) fn counted(finding: &Finding) -> String {
    match finding.measure {
        Measure::Span(..) | Measure::Gamma => say!("agreement-n-marks", count = finding.n),
        Measure::CohenKappa | Measure::FleissKappa | Measure::Alpha => {
            say!("agreement-n-words", count = finding.n)
        }
        Measure::UnitizingAlpha => say!("agreement-n-points", count = finding.n),
    }
}

/// Why a value cannot be told.
pub(in crate::gui) fn undefined(why: Undefined) -> String {
    match why {
        Undefined::NothingMarked => say!("undefined-nothing-marked"),
        Undefined::NoMarks => say!("undefined-no-marks"),
        Undefined::OneCategory => say!("undefined-one-category"),
        Undefined::NoCommonText => say!("undefined-no-common-text"),
        Undefined::NoWords => say!("undefined-no-words"),
        Undefined::TooMany => say!("undefined-too-many"),
        Undefined::NoChance => say!("undefined-no-chance"),
    }
}

/// What a value means, between people with `names`.
pub(in crate::gui) fn sentence(finding: &Finding, names: &[String]) -> String {
    let value = match finding.value {
        Ok(estimate) => estimate.value,
        Err(why) => return say!("agreement-undefined", why = undefined(why)),
    };
    let name = |nth: usize| {
        finding.people.get(nth).and_then(|&person| names.get(person)).cloned().unwrap_or_default()
    };
    if let Measure::Span(mode, part) = finding.measure {
        let share = format!("{:.0}", value * 100.0);
        return match part {
            Part::Precision => {
                say!("agreement-share-of-one", person = name(1), share = share, found = found(mode, name(0)))
            }
            Part::Recall => {
                say!("agreement-share-of-one", person = name(0), share = share, found = found(mode, name(1)))
            }
            Part::F1 => {
                let found = found(mode, say!("agreement-the-other"));
                say!("agreement-share-of-both", share = share, found = found)
            }
        };
    }
    let people = match finding.people.as_slice() {
        [_, _] => say!("agreement-two", first = name(0), second = name(1)),
        all => say!("agreement-all", count = all.len()),
    };
    let what = match finding.measure {
        Measure::CohenKappa | Measure::FleissKappa | Measure::Alpha => say!("agreement-on-words"),
        Measure::UnitizingAlpha | Measure::Span(..) => say!("agreement-on-passages"),
        Measure::Gamma => say!("agreement-on-both"),
    };
    let grade = match Grade::of(value) {
        Grade::Chance => say!("grade-chance"),
        Grade::Little => say!("grade-little"),
        Grade::Some => say!("grade-some"),
        Grade::Fair => say!("grade-fair"),
        Grade::Good => say!("grade-good"),
    };
    say!("agreement-sentence", people = people, what = what, grade = grade)
}

/// As what of somebody marks were found.
fn found(mode: SpanMode, whose: String) -> String {
    match mode {
        SpanMode::Strict => say!("found-strict", whose = whose),
        SpanMode::Exact => say!("found-exact", whose = whose),
        SpanMode::Partial => say!("found-partial", whose = whose),
        SpanMode::Type => say!("found-type", whose = whose),
        SpanMode::Share(thousandths) => say!("found-share", whose = whose, share = thousandths / 10),
    }
}
