//! The text forms of actions about what a mark carries: sources and figures.

use super::{Action, Name, is_nth, name};
use crate::layer::{Convention, FigureField};
use crate::text::quoted::{Token, quote};
use std::fmt;

/// Which figure of a mark is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nth {
    /// One that it has, or the one that follows the last, from 1.
    Of(usize),
    /// One more: `+`.
    New,
}

impl Nth {
    /// The one that is meant where none is named.
    pub const FIRST: Self = Self::Of(1);
}

pub(super) fn parse(verb: &str, rest: &[Token]) -> Option<Action> {
    Some(match (verb, rest) {
        ("source", [id @ .., Token::Quoted(words)]) => Action::Source(name(id)?, words.clone()),
        ("source-here", id) => Action::SourceHere(name(id)?),
        ("take-source", id) => Action::TakeSource(name(id)?),
        ("cue", [id @ .., Token::Quoted(words)]) => Action::Cue(name(id)?, words.clone()),
        ("certainty", [id @ .., Token::Quoted(words)]) => Action::Certainty(name(id)?, words.clone()),
        ("source-actor", [before @ .., Token::Quoted(actor)]) => {
            let (id, nth) = numbered(before)?;
            Action::Actor(id, nth.unwrap_or(1), actor.clone())
        }
        ("figure", [id @ .., Token::Word(plus), Token::Quoted(words)]) if plus == "+" => {
            Action::Figure(name(id)?, Nth::New, words.clone())
        }
        ("figure", [before @ .., Token::Quoted(words)]) => {
            let (id, nth) = numbered(before)?;
            Action::Figure(id, nth.map_or(Nth::FIRST, Nth::Of), words.clone())
        }
        ("figure-set", [before @ .., Token::Word(field), value]) => {
            let (id, nth) = numbered(before)?;
            Action::FigureSet(id, nth.unwrap_or(1), FigureField::named(field)?, value.text().to_owned())
        }
        ("convention", [Token::Word(convention)]) => Action::Convention(Convention::named(convention)),
        ("take-figures", id) => Action::TakeFigures(name(id)?),
        ("no-figure", before) => {
            let (id, nth) = numbered(before)?;
            Action::NoFigure(id, nth)
        }
        _ => return None,
    })
}

/// A mark, and a number behind it.
fn numbered(tokens: &[Token]) -> Option<(Name, Option<usize>)> {
    match tokens {
        [id @ .., Token::Word(nth)] if is_nth(nth) => Some((name(id)?, nth.parse().ok())),
        id => Some((name(id)?, None)),
    }
}

pub(super) fn write(action: &Action, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let id = |name: &Name| name.as_ref().map_or_else(String::new, |name| format!(" {name}"));
    match action {
        Action::Source(name, words) => write!(f, "source{} {}", id(name), quote(words)),
        Action::SourceHere(name) => write!(f, "source-here{}", id(name)),
        Action::TakeSource(name) => write!(f, "take-source{}", id(name)),
        Action::Cue(name, words) => write!(f, "cue{} {}", id(name), quote(words)),
        Action::Certainty(name, words) => write!(f, "certainty{} {}", id(name), quote(words)),
        Action::Actor(name, nth, actor) => write!(f, "source-actor{} {nth} {}", id(name), quote(actor)),
        Action::Figure(name, Nth::New, words) => write!(f, "figure{} + {}", id(name), quote(words)),
        Action::Figure(name, Nth::Of(1), words) => write!(f, "figure{} {}", id(name), quote(words)),
        Action::Figure(name, Nth::Of(nth), words) => write!(f, "figure{} {nth} {}", id(name), quote(words)),
        Action::FigureSet(name, nth, field, words) => {
            write!(f, "figure-set{} {nth} {field} {}", id(name), quote(words))
        }
        Action::Convention(convention) => write!(f, "convention {convention}"),
        Action::TakeFigures(name) => write!(f, "take-figures{}", id(name)),
        Action::NoFigure(name, None) => write!(f, "no-figure{}", id(name)),
        Action::NoFigure(name, Some(nth)) => write!(f, "no-figure{} {nth}", id(name)),
        _ => Ok(()),
    }
}
