//! A pupil's marks against a key: what was found, how well, and why each point was given.

mod class;
mod compared;
mod matching;
pub mod rubric;
#[cfg(test)]
mod tests;

pub use class::{Answer, Class, Confused, Divided};
pub use compared::{Change, Compared, Graded};
pub use matching::{ALTERNATIVE, OPTIONAL, grade, key_of};
pub use rubric::{Boundary, Rubric};

use crate::layer::AnnotationId;
use crate::layer::TagId;
use std::fmt;

/// A mark of the key, with what else is accepted for it.
#[derive(Clone, Debug)]
pub struct KeyMark {
    /// The mark, and the alternatives after it.
    pub accepted: Vec<super::agreement::Mark>,
    /// Whether it costs nothing not to have it.
    pub is_optional: bool,
    /// Why it is so, in the teacher's words.
    pub explanation: String,
    /// Its words.
    pub quote: String,
}

/// What became of a mark of the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It was found.
    Found,
    /// It was found, and its ends are off.
    Boundary,
    /// It was found, and has other tags.
    Tag,
    /// It was found, and the figure, the source or a link is not that of the key.
    Part,
    /// It was not found.
    Missed,
    /// It is optional and was left out.
    Optional,
    /// The pupil marked these words in a version of the text in which they stood; here that mark has no
    /// place, and is not graded.
    Unplaced,
}

impl Verdict {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Found, Self::Boundary, Self::Tag, Self::Part, Self::Missed, Self::Optional, Self::Unplaced];

    /// What files call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::Boundary => "boundary",
            Self::Tag => "tag",
            Self::Part => "part",
            Self::Missed => "missed",
            Self::Optional => "optional",
            Self::Unplaced => "unplaced",
        }
    }
}

/// What a mark of the key is worth in points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The right words.
    Passage,
    /// The right tags.
    Tag,
    /// The right count.
    Figure,
    /// The right source.
    Source,
    /// The right links.
    Link,
}

impl Part {
    /// What files call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Passage => "passage",
            Self::Tag => "tag",
            Self::Figure => "figure",
            Self::Source => "source",
            Self::Link => "link",
        }
    }
}

/// Points for one part of a mark, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// For what.
    pub part: Part,
    /// How many were given.
    pub points: f64,
    /// Of how many.
    pub of: f64,
    /// Why.
    pub why: Why,
}

/// Why points were given or not.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// It is as the key has it.
    Right,
    /// So much of the passage is right, from 0 to 1.
    Share(f64),
    /// An overlap is enough, or too little, by the rubric.
    Overlap(bool),
    /// The key's tags were taken for others.
    Confused(Vec<TagId>, Vec<TagId>),
    /// So many of so many are right.
    Some(usize, usize),
    /// It differs from the key.
    Other,
    /// The mark is not there.
    Missed,
}

/// For people, as part of a sentence.
impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = |tags: &[TagId]| tags.iter().map(TagId::as_str).collect::<Vec<_>>().join(", ");
        match self {
            Self::Right => f.write_str("right"),
            Self::Share(share) => write!(f, "{:.0} % of the passage", share * 100.0),
            Self::Overlap(true) => f.write_str("an overlap is enough"),
            Self::Overlap(false) => f.write_str("the ends are others"),
            Self::Confused(key, own) if own.is_empty() => write!(f, "{} has no tag", all(key)),
            Self::Confused(key, own) => write!(f, "{} taken for {}", all(key), all(own)),
            Self::Some(right, all) => write!(f, "{right} of {all} right"),
            Self::Other => f.write_str("not that of the key"),
            Self::Missed => f.write_str("not marked"),
        }
    }
}

/// Points that a teacher set by hand.
#[derive(Clone, Debug, PartialEq)]
pub struct ByHand {
    /// How many, from 0 on.
    pub points: f64,
    /// Why.
    pub reason: String,
}

/// What became of one mark of the key.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// The mark of the key.
    pub key: AnnotationId,
    /// The pupil's mark.
    pub own: Option<AnnotationId>,
    /// What became of it.
    pub verdict: Verdict,
    /// The points for each part, as the rubric gives them.
    pub lines: Vec<Line>,
    /// What counts instead of them, where the teacher decided so.
    pub by_hand: Option<ByHand>,
}

impl Judged {
    /// The points that were given.
    pub fn points(&self) -> f64 {
        self.by_hand.as_ref().map_or_else(|| self.points_by_rubric(), |by_hand| by_hand.points)
    }

    /// The points that the rubric gives.
    pub fn points_by_rubric(&self) -> f64 {
        // Nothing sums up to -0.
        self.lines.iter().map(|line| line.points).sum::<f64>() + 0.0
    }

    /// The points that can be had.
    pub fn of(&self) -> f64 {
        self.lines.iter().map(|line| line.of).sum::<f64>() + 0.0
    }

    /// Why, part by part.
    pub fn why(&self) -> String {
        let is_wrong = |line: &&Line| line.why != Why::Right;
        let lines = self.lines.iter().filter(is_wrong);
        let wrong: Vec<String> = lines.map(|line| format!("{}: {}", line.part.name(), line.why)).collect();
        if let Some(by_hand) = &self.by_hand {
            return format!("set by hand: {}", by_hand.reason);
        }
        match self.verdict {
            Verdict::Missed => "not marked".to_owned(),
            Verdict::Optional => "optional, and not marked".to_owned(),
            Verdict::Unplaced => {
                "marked in another version of the text, where its place is gone: not graded".to_owned()
            }
            _ if wrong.is_empty() => "as in the key".to_owned(),
            _ => wrong.join("; "),
        }
    }
}

/// A pupil's grade.
#[derive(Clone, Debug, PartialEq)]
pub struct Grade {
    /// For each mark of the key.
    pub marks: Vec<Judged>,
    /// The pupil's marks that the key lacks.
    pub extras: Vec<AnnotationId>,
    /// What each of those costs.
    pub cost: f64,
    /// The points that can be had.
    pub of: f64,
    /// The points that were given, the cost of extra marks taken off; never below zero.
    pub points: f64,
    /// Whether it is enough.
    pub has_passed: bool,
}

impl Grade {
    /// How many marks of the key have a verdict.
    pub fn n(&self, verdict: Verdict) -> usize {
        self.marks.iter().filter(|judged| judged.verdict == verdict).count()
    }

    /// The share of the points, from 0 to 1.
    pub fn share(&self) -> f64 {
        if self.of == 0.0 { 0.0 } else { self.points / self.of }
    }
}
