//! The actions on what the rules propose, and their text form.

use super::Action;
use crate::text::quoted::Token;
use std::fmt;

/// What is done with proposals. They are called by their numbers, from 1; `None`: the one that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnProposals {
    /// Looks for what the rules propose to mark.
    Find,
    /// Puts all proposals away.
    PutAway,
    /// Looks at one.
    LookAt(usize),
    /// Makes one a mark of one's own.
    Accept(Option<usize>),
    /// Refuses one.
    Refuse(Option<usize>),
    /// Has those be proposed again that were refused in this article.
    BringBack,
}

/// Reads an action by its verb.
pub(super) fn action(verb: &str, rest: &[Token]) -> Option<Action> {
    parse(verb, rest).map(Action::Proposals)
}

fn parse(verb: &str, rest: &[Token]) -> Option<OnProposals> {
    Some(match (verb, rest) {
        ("propose", []) => OnProposals::Find,
        ("propose", [Token::Word(none)]) if none == "none" => OnProposals::PutAway,
        ("propose", [Token::Word(again)]) if again == "again" => OnProposals::BringBack,
        ("proposal", [Token::Word(nth)]) => OnProposals::LookAt(nth.parse().ok()?),
        ("accept-proposal", rest) => OnProposals::Accept(number(rest)?),
        ("refuse-proposal", rest) => OnProposals::Refuse(number(rest)?),
        _ => return None,
    })
}

fn number(tokens: &[Token]) -> Option<Option<usize>> {
    match tokens {
        [] => Some(None),
        [Token::Word(nth)] => Some(Some(nth.parse().ok()?)),
        _ => None,
    }
}

impl fmt::Display for OnProposals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Find => f.write_str("propose"),
            Self::PutAway => f.write_str("propose none"),
            Self::BringBack => f.write_str("propose again"),
            Self::LookAt(nth) => write!(f, "proposal {nth}"),
            Self::Accept(None) => f.write_str("accept-proposal"),
            Self::Accept(Some(nth)) => write!(f, "accept-proposal {nth}"),
            Self::Refuse(None) => f.write_str("refuse-proposal"),
            Self::Refuse(Some(nth)) => write!(f, "refuse-proposal {nth}"),
        }
    }
}
