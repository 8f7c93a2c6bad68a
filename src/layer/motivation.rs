//! What an annotation is made for, in the words of the Web Annotation model.

use super::AnnotationId;

/// What an annotation is made for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Motivation {
    /// It marks a passage: with tags, with a note, or as it is.
    #[default]
    Marking,
    /// It says something of another mark, to which a relation leads.
    Replying,
    /// It says how good a mark of somebody else's is, or that one is missing.
    Assessing(Box<Assessment>),
}

/// What was found of a mark that somebody handed in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assessment {
    /// `found`, `boundary`, `tag`, `part`, `missed`, `optional`, `unplaced`, `extra`; `passed` or `failed` of
    /// the whole.
    pub verdict: String,
    /// The points that were given, in thousandths; below zero where they were taken off.
    pub points: i64,
    /// Of how many, in thousandths.
    pub of: i64,
    /// The mark that it is about, where there is one.
    pub mark: Option<AnnotationId>,
}

impl Assessment {
    /// Points in thousandths.
    ///
    /// ```
    /// use postil::layer::Assessment;
    /// assert_eq!(Assessment::thousandths(1.5), 1_500);
    /// assert_eq!(Assessment::shown(-500), "-0.5");
    /// ```
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a float that is too large becomes the largest number; one that is none, zero"
    )]
    pub fn thousandths(points: f64) -> i64 {
        (points * 1000.0).round() as i64
    }

    /// Thousandths of points as people write them, with two digits at most.
    pub fn shown(thousandths: i64) -> String {
        let shown = format!("{:.2}", thousandths as f64 / 1000.0);
        shown.trim_end_matches('0').trim_end_matches('.').to_owned()
    }
}

impl Motivation {
    /// Whether it marks a passage, and is not about another mark.
    pub fn is_marking(&self) -> bool {
        *self == Self::Marking
    }

    /// What it says of somebody's work, if it does.
    pub fn assessment(&self) -> Option<&Assessment> {
        match self {
            Self::Assessing(assessment) => Some(assessment),
            Self::Marking | Self::Replying => None,
        }
    }
}
