//! The text forms of actions about two marks and more, and whatever no other file knows.

use super::how::How;
use super::{Action, all_places, proposed, text_of, uuid};
use crate::document::DocumentId;
use crate::layer::{AnnotationId, RelationSlug};
use crate::session::conflicts::Which;
use crate::text::quoted::{Token, quote};
use std::fmt;

/// What is about two marks and more.
pub(super) fn parse(verb: &str, rest: &[Token]) -> Option<Action> {
    Some(match (verb, rest) {
        ("link", [Token::Word(from), Token::Word(kind), Token::Word(to)]) => {
            Action::Link(from.clone(), RelationSlug::new(kind), to.clone())
        }
        (
            "link",
            [Token::Word(from), Token::Word(kind), Token::Word(to), Token::Word(r#in), Token::Word(document)],
        ) if r#in == "in" => {
            let (to, document) = (AnnotationId(uuid(to)?), DocumentId(uuid(document)?));
            Action::LinkAway(from.clone(), RelationSlug::new(kind), to, document)
        }
        ("link-words", [Token::Word(from), Token::Word(kind), places @ ..]) if !places.is_empty() => {
            Action::LinkWords(from.clone(), RelationSlug::new(kind), all_places(places)?)
        }
        ("settle", [Token::Word(id), which @ ..]) => Action::Settle(id.clone(), self::which(which)?),
        ("relink", [Token::Word(from), Token::Word(kind), Token::Word(to), Token::Word(other)]) => {
            Action::Relink(from.clone(), RelationSlug::new(kind), to.clone(), RelationSlug::new(other))
        }
        ("unlink", [Token::Word(from), Token::Word(kind), Token::Word(to)]) => {
            Action::Unlink(from.clone(), RelationSlug::new(kind), to.clone())
        }
        ("hand-in", []) => Action::HandIn,
        ("take-back", []) => Action::TakeBack,
        ("decide", [Token::Word(how), ids @ .., Token::Quoted(reason)]) if !ids.is_empty() => {
            let ids = ids.iter().map(text_of).collect();
            Action::Decide(How::named(how)?, ids, reason.clone())
        }
        ("reply" | "resolve", [Token::Word(id), Token::Quoted(words)]) => {
            Action::Reply(id.clone(), words.clone(), verb == "resolve")
        }
        ("accept", [Token::Word(id), Token::Word(word)]) if word == "optional" => {
            Action::Accept(id.clone(), None)
        }
        ("accept", [Token::Word(id), Token::Word(word), Token::Word(other)]) if word == "for" => {
            Action::Accept(id.clone(), Some(other.clone()))
        }
        // Of the files of forms the last that is asked.
        _ => return proposed::action(verb, rest),
    })
}

/// Which version is meant.
fn which(tokens: &[Token]) -> Option<Which> {
    let word = |token: &Token| if let Token::Word(word) = token { Some(word.clone()) } else { None };
    let words = tokens.iter().map(word).collect::<Option<Vec<_>>>()?;
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["this"] => Some(Which::This),
        ["both"] => Some(Which::Both),
        ["other"] => Some(Which::Other(1)),
        ["other", nth] => Some(Which::Other(nth.parse().ok().filter(|&nth: &usize| 0 < nth)?)),
        _ => None,
    }
}

/// Writes what is decided and said of others' marks.
pub(super) fn write(action: &Action, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match action {
        Action::LinkAway(from, kind, to, document) => {
            write!(f, "link {from} {kind} {} in {}", to.0.simple(), document.0)
        }
        Action::HandIn => f.write_str("hand-in"),
        Action::TakeBack => f.write_str("take-back"),
        Action::Settle(id, which) => write!(f, "settle {id} {which}"),
        Action::Decide(how, ids, reason) => {
            write!(f, "decide {} {} {}", how.name(), ids.join(" "), quote(reason))
        }
        Action::Reply(id, words, false) => write!(f, "reply {id} {}", quote(words)),
        Action::Reply(id, words, true) => write!(f, "resolve {id} {}", quote(words)),
        Action::Accept(id, None) => write!(f, "accept {id} optional"),
        Action::Accept(id, Some(other)) => write!(f, "accept {id} for {other}"),
        _ => Ok(()),
    }
}
