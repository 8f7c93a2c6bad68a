//! What a session does. Every action has a one-line text form, which the command line, the journeys
//! of the tests and bug reports speak.

mod carried;
mod folder;
mod links;
pub mod proposed;
mod testing;
#[cfg(test)]
mod tests;

pub mod forms;
pub mod how;

pub use folder::FolderAction;

use super::conflicts::Which;
use super::refused::ActionError;
use crate::document::DocumentId;
use crate::layer::{AnnotationId, Convention, FigureField, RelationSlug, TagId};
use crate::text::find::Query;
use crate::text::quoted::{Token, quote, tokens};
use crate::text::{TextRange, TextSize};
pub use carried::Nth;
use forms::FORMS;
use how::How;
use proposed::OnProposals;
use std::fmt;
use std::ops::Range;
use std::str::FromStr;
pub use testing::Reason;
use uuid::Uuid;

/// Where words are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The passage with these words, the `nth` (from 1) where there are several.
    Words(String, Option<usize>),
    /// Code points of the reading text.
    CodePoints(Range<usize>),
    /// Bytes of the reading text, as the window has them.
    Bytes(TextRange),
}

/// A mark as people name it; `None`: the one in focus.
pub type Name = Option<String>;

/// What a session does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Selects a passage.
    Select(Place),
    /// Keeps the selection and adds a piece.
    SelectMore(Place),
    /// Selects from a standing end to a moving one (bytes), keeping earlier pieces or not.
    Span {
        /// Stays.
        anchor: TextSize,
        /// Moves.
        head: TextSize,
        /// Whether the pieces taken before stay.
        keeps: bool,
    },
    /// Puts the caret before some words.
    Caret(Place),
    /// Selects nothing.
    Clear,
    /// Marks the selection without a tag.
    Mark,
    /// Tags the selection, or a mark.
    Tag(TagId, Name),
    /// Tags every place with the same words.
    TagAll(TagId, Query),
    /// Takes a tag off.
    Untag(Name, TagId),
    /// Gives a mark one tag instead of all it has.
    Retag(Name, TagId),
    /// Gives the selection, or a mark, the tag that the answers to the codebook's questions lead to, and keeps
    /// the reason in its note.
    Test(Name, Vec<bool>, Reason),
    /// Sets a mark's note.
    Note(Name, String),
    /// Adds a paragraph to a mark's note, unless it ends so already.
    AddNote(Name, String),
    /// Sets who says it: `the group ← a hospital`, `unattributed`, or nothing.
    Source(Name, String),
    /// Takes the selected words as who says it; without a name for the mark that was in focus last.
    SourceHere(Name),
    /// Sets a figure by its wording; nothing takes it away.
    Figure(Name, Nth, String),
    /// Sets one thing of a figure, which is counted from 1, by hand; nothing takes it away, and opens an end.
    FigureSet(Name, usize, FigureField, String),
    /// Takes all figures that the passage tells.
    TakeFigures(Name),
    /// Says that a figure is none, by default the first.
    NoFigure(Name, Option<usize>),
    /// Sets the words that attribute; nothing takes them away.
    Cue(Name, String),
    /// Takes who says it and the words that attribute as the passage tells them.
    TakeSource(Name),
    /// Chooses how the folder reads words without a number.
    Convention(Convention),
    /// Sets how sure the source is.
    Certainty(Name, String),
    /// Says which actor of the register a source is, counted from 1; nothing takes that away.
    Actor(Name, usize, String),
    /// Deletes a mark and its relations.
    Delete(Name),
    /// Puts a mark on another passage.
    Move(Name, Vec<Place>),
    /// Relates two marks.
    Link(String, RelationSlug, String),
    /// Relates a mark to one of another article, which is called by its whole id and that of its document.
    LinkAway(String, RelationSlug, AnnotationId, DocumentId),
    /// Marks words as a relation asks, and relates a mark to the new one; or, where it can only receive such
    /// a relation, the new one to it.
    LinkWords(String, RelationSlug, Vec<Place>),
    /// Has a relation be of another kind.
    Relink(String, RelationSlug, String, RelationSlug),
    /// Takes a relation away.
    Unlink(String, RelationSlug, String),
    /// Adds a claim that the article only implies.
    Imply(TagId, String),
    /// Confirms that a changed mark stands where it was found, or at one of its candidates, from 1.
    Confirm(Name, Option<usize>),
    /// Puts a mark whose words changed or went on other words; the old description stays beside the new.
    Put(Name, Vec<Place>),
    /// Decides between two versions of a mark: which of them it shall be.
    Settle(String, Which),
    /// Decides what becomes of others' marks that belong together, with a reason: my mark is made, and linked
    /// to each of them.
    Decide(How, Vec<String>, String),
    /// Replies to a mark in words of mine; whether it is resolved by that.
    Reply(String, String, bool),
    /// Takes a mark of mine for another way to answer a mark of a key, or, without one, for one that may be left out.
    Accept(String, Name),
    /// Chooses the mark that actions without an id mean; `None`: no mark.
    Focus(Name),
    /// Copies another person's mark into mine.
    Copy(Name),
    /// Makes a mark of what somebody wrote in the margin of the file: which, from 1.
    TakeRemark(usize),
    /// Finds, accepts or refuses what the rules propose.
    Proposals(OnProposals),
    /// Shows a person's marks.
    Show(String),
    /// Hides a person's marks.
    Hide(String),
    /// Takes the last change back.
    Undo,
    /// Does it again.
    Redo,
    /// Brings back what my marks were on a day that was kept: `2026-11-22`.
    Restore(String),
    /// Hands my marks in: they change no more until they are taken back.
    HandIn,
    /// Takes them back.
    TakeBack,
    /// Saves now.
    Save,
    /// Closes the document and opens it again from its files.
    Reopen,
    /// Something about the folder, which an article by itself cannot do.
    Folder(FolderAction),
}

impl Action {
    /// Whether it changes somebody's marks, so that it must be known whose.
    pub fn changes_marks(&self) -> bool {
        matches!(
            self,
            Self::Mark
                | Self::Tag(..)
                | Self::TagAll(..)
                | Self::Untag(..)
                | Self::Retag(..)
                | Self::Test(..)
                | Self::Note(..)
                | Self::AddNote(..)
                | Self::Source(..)
                | Self::SourceHere(..)
                | Self::Figure(..)
                | Self::FigureSet(..)
                | Self::TakeFigures(..)
                | Self::NoFigure(..)
                | Self::Cue(..)
                | Self::TakeSource(..)
                | Self::Certainty(..)
                | Self::Actor(..)
                | Self::Delete(..)
                | Self::Move(..)
                | Self::Link(..)
                | Self::LinkAway(..)
                | Self::LinkWords(..)
                | Self::Relink(..)
                | Self::Unlink(..)
                | Self::Imply(..)
                | Self::Confirm(..)
                | Self::Put(..)
                | Self::Copy(..)
                | Self::TakeRemark(..)
                | Self::Proposals(OnProposals::Accept(_))
                | Self::Settle(..)
                | Self::Decide(..)
                | Self::Reply(..)
                | Self::Accept(..)
                | Self::Restore(..)
        )
    }
}

impl FromStr for Action {
    type Err = ActionError;

    fn from_str(line: &str) -> Result<Self, ActionError> {
        let tokens = tokens(line).map_err(ActionError::Tokens)?;
        let Some((Token::Word(verb), rest)) = tokens.split_first() else {
            return Err(ActionError::NoAction);
        };
        parse(verb, rest).ok_or_else(|| match FORMS.iter().find(|(name, _)| name == verb) {
            Some((name, form)) => ActionError::WrongWords(name, form),
            None => ActionError::UnknownAction(verb.clone()),
        })
    }
}

fn parse(verb: &str, rest: &[Token]) -> Option<Action> {
    Some(match (verb, rest) {
        ("select", rest) => Action::Select(one_place(rest)?),
        ("select-more", rest) => Action::SelectMore(one_place(rest)?),
        ("caret", [Token::Word(end)]) if end == "end" => {
            Action::Caret(Place::CodePoints(usize::MAX..usize::MAX))
        }
        ("caret", rest) => Action::Caret(one_place(rest)?),
        ("span", [Token::Word(anchor), Token::Word(head), keeps @ ..]) => Action::Span {
            anchor: TextSize::from(anchor.parse::<u32>().ok()?),
            head: TextSize::from(head.parse::<u32>().ok()?),
            keeps: !keeps.is_empty(),
        },
        ("clear", []) => Action::Clear,
        ("mark", []) => Action::Mark,
        ("tag", [Token::Word(tag)]) => Action::Tag(TagId::new(tag), None),
        ("tag", [Token::Word(tag), Token::Word(id)]) => Action::Tag(TagId::new(tag), Some(id.clone())),
        ("tag-all", [Token::Word(tag), Token::Quoted(words), options @ ..]) => {
            Action::TagAll(TagId::new(tag), query(words, options)?)
        }
        ("untag", [id @ .., Token::Word(tag)]) => Action::Untag(name(id)?, TagId::new(tag)),
        ("retag", [id @ .., Token::Word(tag)]) => Action::Retag(name(id)?, TagId::new(tag)),
        ("test", rest) => testing::parse(rest)?,
        ("note", [id @ .., Token::Quoted(words)]) => Action::Note(name(id)?, words.clone()),
        ("add-note", [id @ .., Token::Quoted(words)]) => Action::AddNote(name(id)?, words.clone()),
        ("delete", id) => Action::Delete(name(id)?),
        ("move", [Token::Word(id), places @ ..]) if !places.is_empty() => {
            Action::Move(Some(id.clone()), all_places(places)?)
        }
        ("imply", [Token::Word(tag), Token::Quoted(words)]) => Action::Imply(TagId::new(tag), words.clone()),
        ("confirm", [id @ .., Token::Word(nth)]) if is_nth(nth) => {
            Action::Confirm(name(id)?, nth.parse().ok())
        }
        ("confirm", id) => Action::Confirm(name(id)?, None),
        ("put", [Token::Word(id), places @ ..]) if !places.is_empty() => {
            Action::Put(Some(id.clone()), all_places(places)?)
        }
        ("focus", id) => Action::Focus(name(id)?),
        ("copy", id) => Action::Copy(name(id)?),
        ("take-remark", [Token::Word(nth)]) => Action::TakeRemark(nth.parse().ok()?),
        ("show", [who]) => Action::Show(text_of(who)),
        ("hide", [who]) => Action::Hide(text_of(who)),
        ("undo", []) => Action::Undo,
        ("redo", []) => Action::Redo,
        ("restore", [Token::Word(day)]) => Action::Restore(day.clone()),
        ("save", []) => Action::Save,
        ("reopen", []) => Action::Reopen,
        ("actor" | "incident" | "verdict" | "not-found" | "correct", rest) => {
            Action::Folder(folder::parse(verb, rest)?)
        }
        _ => return carried::parse(verb, rest).or_else(|| links::parse(verb, rest)),
    })
}

/// No token: the mark in focus. One word: that mark. More is an error.
fn name(tokens: &[Token]) -> Option<Name> {
    match tokens {
        [] => Some(None),
        [Token::Word(id)] => Some(Some(id.clone())),
        _ => None,
    }
}

/// A whole id.
fn uuid(word: &str) -> Option<Uuid> {
    Uuid::parse_str(word).ok()
}

/// Whether a word counts candidates, and is no id: those have more digits.
fn is_nth(word: &str) -> bool {
    word.len() <= 3 && word.parse::<usize>().is_ok_and(|nth| 0 < nth)
}

/// What is looked for, and how.
fn query(words: &str, options: &[Token]) -> Option<Query> {
    let mut query = Query::words(words);
    for option in options {
        match option {
            Token::Word(word) if word == "case" => query.is_case_sensitive = true,
            Token::Word(word) if word == "word" => query.is_whole_word = true,
            Token::Word(word) if word == "regex" => query.is_regex = true,
            _ => return None,
        }
    }
    (!query.is_empty()).then_some(query)
}

fn text_of(token: &Token) -> String {
    match token {
        Token::Word(text) | Token::Quoted(text) => text.clone(),
    }
}

fn one_place(tokens: &[Token]) -> Option<Place> {
    let mut places = all_places(tokens)?;
    (places.len() == 1).then(|| places.remove(0))
}

fn all_places(tokens: &[Token]) -> Option<Vec<Place>> {
    let mut places = Vec::new();
    let mut rest = tokens;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        places.push(match first {
            Token::Quoted(words) => {
                let nth = match after.first() {
                    Some(Token::Word(number)) if !number.contains("..") => {
                        Some(number.parse().ok().filter(|&n: &usize| 0 < n)?)
                    }
                    _ => None,
                };
                rest = if nth.is_some() { &after[1..] } else { after };
                Place::Words(words.clone(), nth)
            }
            Token::Word(range) => {
                let (unit, range) =
                    range.strip_prefix("bytes:").map_or((false, range.as_str()), |range| (true, range));
                let (start, end) = range.split_once("..")?;
                let (start, end): (usize, usize) = (start.parse().ok()?, end.parse().ok()?);
                if end < start {
                    return None;
                }
                if unit {
                    Place::Bytes(TextRange::from_usize(start..end))
                } else {
                    Place::CodePoints(start..end)
                }
            }
        });
    }
    Some(places)
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words(words, None) => f.write_str(&quote(words)),
            Self::Words(words, Some(nth)) => write!(f, "{} {nth}", quote(words)),
            Self::CodePoints(range) if range.start == usize::MAX => f.write_str("end"),
            Self::CodePoints(range) => write!(f, "{}..{}", range.start, range.end),
            Self::Bytes(range) => write!(f, "bytes:{range}"),
        }
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = |name: &Name| name.as_ref().map_or_else(String::new, |name| format!(" {name}"));
        let all = |places: &[Place]| places.iter().map(|place| format!(" {place}")).collect::<String>();
        match self {
            Self::Select(place) => write!(f, "select {place}"),
            Self::SelectMore(place) => write!(f, "select-more {place}"),
            Self::Span { anchor, head, keeps } => {
                write!(f, "span {anchor} {head}{}", if *keeps { " more" } else { "" })
            }
            Self::Caret(place) => write!(f, "caret {place}"),
            Self::Clear => f.write_str("clear"),
            Self::Mark => f.write_str("mark"),
            Self::Tag(tag, name) => write!(f, "tag {tag}{}", id(name)),
            Self::TagAll(tag, query) => write_tag_all(tag, query, f),
            Self::Untag(name, tag) => write!(f, "untag{} {tag}", id(name)),
            Self::Retag(name, tag) => write!(f, "retag{} {tag}", id(name)),
            Self::Test(name, answers, reason) => {
                write!(f, "test{}", id(name))?;
                testing::write(answers, reason, f)
            }
            Self::Note(name, words) => write!(f, "note{} {}", id(name), quote(words)),
            Self::AddNote(name, words) => write!(f, "add-note{} {}", id(name), quote(words)),
            Self::Source(..)
            | Self::SourceHere(..)
            | Self::Figure(..)
            | Self::FigureSet(..)
            | Self::TakeFigures(..)
            | Self::NoFigure(..)
            | Self::Cue(..)
            | Self::TakeSource(..)
            | Self::Certainty(..)
            | Self::Convention(_)
            | Self::Actor(..) => carried::write(self, f),
            Self::Delete(name) => write!(f, "delete{}", id(name)),
            Self::Move(name, places) => write!(f, "move{}{}", id(name), all(places)),
            Self::Link(from, kind, to) => write!(f, "link {from} {kind} {to}"),
            Self::LinkWords(from, kind, places) => write!(f, "link-words {from} {kind}{}", all(places)),
            Self::Relink(from, kind, to, other) => write!(f, "relink {from} {kind} {to} {other}"),
            Self::Unlink(from, kind, to) => write!(f, "unlink {from} {kind} {to}"),
            Self::Imply(tag, words) => write!(f, "imply {tag} {}", quote(words)),
            Self::Confirm(name, None) => write!(f, "confirm{}", id(name)),
            Self::Confirm(name, Some(nth)) => write!(f, "confirm{} {nth}", id(name)),
            Self::Put(name, places) => write!(f, "put{}{}", id(name), all(places)),
            Self::Focus(name) => write!(f, "focus{}", id(name)),
            Self::Copy(name) => write!(f, "copy{}", id(name)),
            Self::TakeRemark(nth) => write!(f, "take-remark {nth}"),
            Self::Proposals(action) => action.fmt(f),
            Self::Show(who) => write!(f, "show {}", quote(who)),
            Self::Hide(who) => write!(f, "hide {}", quote(who)),
            Self::Undo => f.write_str("undo"),
            Self::Redo => f.write_str("redo"),
            Self::Restore(day) => write!(f, "restore {day}"),
            Self::Save => f.write_str("save"),
            Self::Reopen => f.write_str("reopen"),
            Self::Folder(action) => action.fmt(f),
            _ => links::write(self, f),
        }
    }
}

fn write_tag_all(tag: &TagId, query: &Query, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "tag-all {tag} {}", quote(&query.words))?;
    let options =
        [(query.is_case_sensitive, " case"), (query.is_whole_word, " word"), (query.is_regex, " regex")];
    options.iter().filter(|(is_on, _)| *is_on).try_for_each(|(_, option)| f.write_str(option))
}
