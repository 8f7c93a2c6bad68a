//! What is done to a person's register of a folder, and the text forms of that.

use super::text_of;
use crate::text::quoted::{Token, quote};
use std::fmt;

/// What is done about the folder, and not to one article. Marks and incidents are called by the beginnings of
/// their ids, incidents and actors also by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FolderAction {
    /// These names mean one actor, who goes by the first. A single one is put into the register.
    Group(Vec<String>),
    /// Each of these names means an actor of its own.
    Split(Vec<String>),
    /// Sets the note of the actor with that name; nothing takes it away.
    NoteActor(String, String),
    /// A name is a suspected mistranslation, and this should stand there; nothing takes that back.
    Reading(String, String),
    /// Takes the actor with that name out of the register.
    RemoveActor(String),
    /// These marks, and those of these incidents, tell of one incident; it keeps or gets that name.
    Join(Option<String>, Vec<String>),
    /// These marks tell of an incident of their own.
    SplitIncident(Vec<String>),
    /// An incident, called by itself or one of its marks, is called so.
    NameIncident(String, String),
    /// Takes an incident out of the register; its marks stay as they are.
    RemoveIncident(String),
    /// The person holds this of a mark or an incident, for this reason.
    Verdict(String, String, String),
    /// The person looked for these words and did not find them; where and how.
    NotFound(String, String),
    /// Takes that back.
    Found(String),
    /// The article at that path was published then, whatever its file says; empty words: as its file says.
    CorrectDate(String, String),
    /// The same of who published it.
    CorrectOutlet(String, String),
}

pub(super) fn parse(verb: &str, rest: &[Token]) -> Option<FolderAction> {
    let texts: Vec<String> = rest.iter().map(text_of).collect();
    let (second, more) = texts.split_first().unzip();
    let more: &[String] = more.unwrap_or_default();
    Some(match (verb, second.map(String::as_str).unwrap_or_default(), more) {
        ("actor", "group", [_, ..]) => FolderAction::Group(more.to_vec()),
        ("actor", "split", [_, ..]) => FolderAction::Split(more.to_vec()),
        ("actor", "note", [name, words]) => FolderAction::NoteActor(name.clone(), words.clone()),
        ("actor", "reading", [name, words]) => FolderAction::Reading(name.clone(), words.clone()),
        ("actor", "remove", [name]) => FolderAction::RemoveActor(name.clone()),
        ("incident", "join", [name, ids @ ..]) if matches!(rest.get(1), Some(Token::Quoted(_))) => {
            (!ids.is_empty()).then(|| FolderAction::Join(Some(name.clone()), ids.to_vec()))?
        }
        ("incident", "join", [_, ..]) => FolderAction::Join(None, more.to_vec()),
        ("incident", "split", [_, ..]) => FolderAction::SplitIncident(more.to_vec()),
        ("incident", "name", [id, name]) => FolderAction::NameIncident(id.clone(), name.clone()),
        ("incident", "remove", [id]) => FolderAction::RemoveIncident(id.clone()),
        ("not-found", "remove", [words]) if matches!(rest.first(), Some(Token::Word(_))) => {
            FolderAction::Found(words.clone())
        }
        ("not-found", words, [] | [_]) if !words.is_empty() => {
            FolderAction::NotFound(words.to_owned(), more.first().cloned().unwrap_or_default())
        }
        ("correct", article, [fact, value]) if !article.is_empty() => match fact.as_str() {
            "date" => FolderAction::CorrectDate(article.to_owned(), value.clone()),
            "outlet" => FolderAction::CorrectOutlet(article.to_owned(), value.clone()),
            _ => return None,
        },
        ("verdict", id, [value, reason]) => {
            FolderAction::Verdict(id.to_owned(), value.clone(), reason.clone())
        }
        _ => return None,
    })
}

impl fmt::Display for FolderAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let row = |names: &[String]| names.iter().map(|name| quote(name)).collect::<Vec<_>>().join(" ");
        match self {
            Self::Group(names) => write!(f, "actor group {}", row(names)),
            Self::Split(names) => write!(f, "actor split {}", row(names)),
            Self::NoteActor(name, words) => write!(f, "actor note {} {}", quote(name), quote(words)),
            Self::Reading(name, words) => write!(f, "actor reading {} {}", quote(name), quote(words)),
            Self::RemoveActor(name) => write!(f, "actor remove {}", quote(name)),
            Self::Join(Some(name), ids) => write!(f, "incident join {} {}", quote(name), ids.join(" ")),
            Self::Join(None, ids) => write!(f, "incident join {}", ids.join(" ")),
            Self::SplitIncident(ids) => write!(f, "incident split {}", ids.join(" ")),
            Self::NameIncident(id, name) => write!(f, "incident name {} {}", word(id), quote(name)),
            Self::RemoveIncident(id) => write!(f, "incident remove {}", word(id)),
            Self::NotFound(words, note) => write!(f, "not-found {} {}", quote(words), quote(note)),
            Self::Found(words) => write!(f, "not-found remove {}", quote(words)),
            Self::CorrectDate(article, date) => write!(f, "correct {} date {}", quote(article), quote(date)),
            Self::CorrectOutlet(article, outlet) => {
                write!(f, "correct {} outlet {}", quote(article), quote(outlet))
            }
            Self::Verdict(id, value, reason) => {
                write!(f, "verdict {} {} {}", word(id), word(value), quote(reason))
            }
        }
    }
}

/// As one token: names of incidents have spaces.
fn word(text: &str) -> String {
    let is_word = !text.is_empty() && !text.contains(|c: char| c.is_whitespace() || c == '\'');
    if is_word { text.to_owned() } else { quote(text) }
}
