//! What a value means, in one sentence for somebody without statistics.

use super::compare::{Finding, Scope};
use super::measure::{Measure, Part, SpanMode};

/// How much better than chance people agree, in five steps (at Krippendorff's 0.667 and 0.8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// No more than by chance.
    Chance,
    /// A little more than by chance.
    Little,
    /// Clearly more than by chance, yet too little to rely on.
    Some,
    /// Well enough for first conclusions.
    Fair,
    /// Well enough to rely on.
    Good,
}

impl Grade {
    /// Of a value that is 0 by chance and 1 where all agree.
    pub fn of(value: f64) -> Self {
        match value {
            value if value <= 0.05 => Self::Chance,
            value if value < 0.4 => Self::Little,
            value if value < 0.667 => Self::Some,
            value if value < 0.8 => Self::Fair,
            _ => Self::Good,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Chance => "no more than chance would have it",
            Self::Little => "a little more than chance would have it",
            Self::Some => "clearly more than chance would have it, yet too little to rely on",
            Self::Fair => "well enough for first conclusions",
            Self::Good => "well enough to rely on",
        }
    }
}

/// The sentence of a finding between people with `names`.
pub fn sentence(finding: &Finding, names: &[String]) -> String {
    let about = match &finding.scope {
        Scope::All => String::new(),
        Scope::Tag(tag) => format!(" tagged `{tag}`"),
        Scope::Article(name) => format!(" in {name}"),
    };
    let value = match finding.value {
        Ok(estimate) => estimate.value,
        Err(why) => return format!("Not told: {why}."),
    };
    let name = |nth: usize| {
        let person = finding.people.get(nth).and_then(|&person| names.get(person));
        person.map_or("somebody", String::as_str)
    };
    if let Measure::Span(mode, part) = finding.measure {
        let share = format!("{:.0} %", value * 100.0);
        let found = |whose: &str| found(mode, whose);
        return match part {
            Part::Precision => format!("Of {}’s marks{about}, {share} {}.", name(1), found(name(0))),
            Part::Recall => format!("Of {}’s marks{about}, {share} {}.", name(0), found(name(1))),
            Part::F1 => format!("Of the marks of both{about}, {share} {}.", found("the other")),
        };
    }
    let people = match finding.people.as_slice() {
        [_, _] => format!("{} and {}", name(0), name(1)),
        all => format!("All {}", all.len()),
    };
    let things = match finding.measure {
        Measure::CohenKappa | Measure::FleissKappa | Measure::Alpha => "words",
        Measure::UnitizingAlpha | Measure::Span(..) | Measure::Gamma => "passages",
    };
    let what = match &finding.scope {
        Scope::All if finding.measure == Measure::Gamma => "on passages and their tags".to_owned(),
        Scope::All => format!("on which {things} are marked"),
        Scope::Tag(tag) => format!("on which {things} bear `{tag}`"),
        Scope::Article(name) => format!("on which {things} of {name} are marked"),
    };
    format!("{people} agree {what} {}.", Grade::of(value).words())
}

/// As what of somebody a mark was found.
fn found(mode: SpanMode, whose: &str) -> String {
    match mode {
        SpanMode::Strict => format!("have the ends and the tags of one of {whose}’s"),
        SpanMode::Exact => format!("have the ends of one of {whose}’s"),
        SpanMode::Partial => format!("are also {whose}’s (half is counted for an overlap)"),
        SpanMode::Type => format!("overlap one of {whose}’s with the same tags"),
        SpanMode::Share(thousandths) => {
            format!("share {:.0} % and more with one of {whose}’s", f64::from(thousandths) / 10.0)
        }
    }
}
