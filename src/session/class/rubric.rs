//! The rubric's file.

use crate::analysis::grading::{Boundary, Rubric};
use std::fmt;
use toml::{Table, Value};

/// What is wrong with a rubric's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RubricFault {
    /// It is no TOML.
    NoToml(String),
    /// It has a key that means nothing.
    Unknown(String),
    /// A value is no number that is not negative, or no such word.
    Value(String),
}

impl fmt::Display for RubricFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoToml(why) => write!(f, "the rubric is no TOML: {why}"),
            Self::Unknown(key) => write!(
                f,
                "the rubric has no `{key}`: it has weights (passage, tag, figure, source, link), boundary, tolerance, \
                 extra and pass"
            ),
            Self::Value(key) => write!(
                f,
                "`{key}` of the rubric is no value for it: numbers from 0 on, `pass` to 1, `boundary` share, overlap or exact"
            ),
        }
    }
}

impl std::error::Error for RubricFault {}

/// Reads a rubric. What is not said is as usual.
///
/// ```
/// use postil::session::class::rubric::read;
/// let rubric = read("extra = 1\nboundary = \"exact\"\n[weights]\ntag = 3\n").unwrap();
/// assert_eq!((rubric.extra, rubric.tag, rubric.passage), (1.0, 3.0, 2.0));
/// assert!(read("bonus = 1").is_err());
/// ```
pub fn read(text: &str) -> Result<Rubric, RubricFault> {
    let table: Table =
        text.parse().map_err(|error: toml::de::Error| RubricFault::NoToml(error.message().to_owned()))?;
    let mut rubric = Rubric::default();
    for (key, value) in &table {
        match (key.as_str(), value) {
            ("weights", Value::Table(weights)) => {
                for (key, value) in weights {
                    weigh(&mut rubric, key, value)?;
                }
            }
            _ => weigh(&mut rubric, key, value)?,
        }
    }
    Ok(rubric)
}

fn weigh(rubric: &mut Rubric, key: &str, value: &Value) -> Result<(), RubricFault> {
    let wrong = || RubricFault::Value(key.to_owned());
    let number = || {
        let number = match value {
            Value::Integer(number) => u32::try_from(*number).ok().map(f64::from),
            Value::Float(number) => Some(*number),
            _ => None,
        };
        number.filter(|number| (0.0..=1e6).contains(number)).ok_or_else(wrong)
    };
    match key {
        "passage" => rubric.passage = number()?,
        "tag" => rubric.tag = number()?,
        "figure" => rubric.figure = number()?,
        "source" => rubric.source = number()?,
        "link" => rubric.link = number()?,
        "extra" => rubric.extra = number()?,
        "pass" => rubric.pass = number().ok().filter(|pass| *pass <= 1.0).ok_or_else(wrong)?,
        "tolerance" => {
            let whole = value.as_integer().and_then(|number| usize::try_from(number).ok());
            rubric.tolerance = whole.ok_or_else(wrong)?;
        }
        "boundary" => rubric.boundary = value.as_str().and_then(Boundary::named).ok_or_else(wrong)?,
        _ => return Err(RubricFault::Unknown(key.to_owned())),
    }
    Ok(())
}

/// A rubric as its file.
pub fn write(rubric: &Rubric) -> String {
    let Rubric { passage, tag, figure, source, link, boundary, tolerance, extra, pass } = rubric;
    format!(
        "# How marks are weighed. A part counts where the key has it.\n\
         pass = {pass}\nextra = {extra}\nboundary = \"{}\"\ntolerance = {tolerance}\n\n\
         [weights]\npassage = {passage}\ntag = {tag}\nfigure = {figure}\nsource = {source}\nlink = {link}\n",
        boundary.name()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rubric_comes_back_and_what_is_wrong_is_named() {
        let rubric = Rubric { extra: 0.25, boundary: Boundary::Overlap, link: 0.0, ..Rubric::default() };
        assert_eq!(read(&write(&rubric)), Ok(rubric));
        assert_eq!(read(""), Ok(Rubric::default()));
        assert_eq!(read("pass = 2"), Err(RubricFault::Value("pass".to_owned())));
        assert_eq!(read("extra = -1"), Err(RubricFault::Value("extra".to_owned())));
        assert_eq!(read("extra = nan"), Err(RubricFault::Value("extra".to_owned())));
        assert_eq!(read("boundary = \"soft\""), Err(RubricFault::Value("boundary".to_owned())));
        assert_eq!(read("[weights]\nstyle = 1"), Err(RubricFault::Unknown("style".to_owned())));
        assert!(matches!(read("= 1"), Err(RubricFault::NoToml(_))));
    }
}
