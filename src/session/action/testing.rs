//! The text form of a test of a tag: `test yes no no yes keep`.

use super::{Action, name};
use crate::text::quoted::{Token, quote};
use std::fmt;

/// What of a test of a tag stays in the note of the mark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Reason {
    /// Nothing.
    #[default]
    None,
    /// Questions and answers in the words of the codebook.
    Answers,
    /// These words.
    Words(String),
}

pub(super) fn parse(tokens: &[Token]) -> Option<Action> {
    let (tokens, reason) = match tokens {
        [before @ .., Token::Quoted(words)] => (before, Reason::Words(words.clone())),
        [before @ .., Token::Word(word)] if word == "keep" => (before, Reason::Answers),
        all => (all, Reason::None),
    };
    let first = tokens.iter().position(|token| answer(token).is_some())?;
    let (id, answers) = tokens.split_at(first);
    Some(Action::Test(name(id)?, answers.iter().map(answer).collect::<Option<_>>()?, reason))
}

fn answer(token: &Token) -> Option<bool> {
    match token {
        Token::Word(word) if word == "yes" => Some(true),
        Token::Word(word) if word == "no" => Some(false),
        _ => None,
    }
}

pub(super) fn write(answers: &[bool], reason: &Reason, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for &answer in answers {
        f.write_str(if answer { " yes" } else { " no" })?;
    }
    match reason {
        Reason::None => Ok(()),
        Reason::Answers => f.write_str(" keep"),
        Reason::Words(words) => write!(f, " {}", quote(words)),
    }
}
