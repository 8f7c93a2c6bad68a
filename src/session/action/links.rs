//! The text forms of actions about two marks.

use super::{Action, all_places, uuid};
use crate::document::DocumentId;
use crate::layer::{AnnotationId, RelationSlug};
use crate::text::quoted::Token;

/// What is about two marks.
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
        ("relink", [Token::Word(from), Token::Word(kind), Token::Word(to), Token::Word(other)]) => {
            Action::Relink(from.clone(), RelationSlug::new(kind), to.clone(), RelationSlug::new(other))
        }
        ("unlink", [Token::Word(from), Token::Word(kind), Token::Word(to)]) => {
            Action::Unlink(from.clone(), RelationSlug::new(kind), to.clone())
        }
        _ => return None,
    })
}
