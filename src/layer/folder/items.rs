//! What stands in a register of a folder.

use super::super::{AnnotationId, ItemId, TagId};
use crate::anchor::Target;
use crate::document::{CalendarDate, DocumentId, Timestamp};

/// The verdicts that are offered. Any other word is carried; "undecided" is one too.
pub const VERDICTS: [&str; 6] = ["confirmed", "likely", "contested", "unlikely", "refuted", "undecided"];

/// One entry of a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FolderItem {
    /// Names that mean one actor.
    Actor(Actor),
    /// Marks that tell of one incident.
    Incident(Incident),
    /// What the person holds of a claim or an incident.
    Verdict(Verdict),
    /// What the person looked for and did not find.
    Search(Search),
    /// A passage that the person will not have marked as it was proposed.
    Refusal(Refusal),
    /// What holds of an article where its file is wrong.
    Correction(Correction),
}

impl FolderItem {
    /// Its id.
    pub fn id(&self) -> ItemId {
        match self {
            Self::Actor(actor) => actor.id,
            Self::Incident(incident) => incident.id,
            Self::Verdict(verdict) => verdict.id,
            Self::Search(search) => search.id,
            Self::Refusal(refusal) => refusal.id,
            Self::Correction(correction) => correction.id,
        }
    }

    /// When it was made.
    pub fn created(&self) -> Timestamp {
        match self {
            Self::Actor(actor) => actor.created,
            Self::Incident(incident) => incident.created,
            Self::Verdict(verdict) => verdict.created,
            Self::Search(search) => search.created,
            Self::Refusal(refusal) => refusal.created,
            Self::Correction(correction) => correction.created,
        }
    }

    /// Whether both say the same, whenever they came to say it.
    pub fn says_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Actor(a), Self::Actor(b)) => *a == Actor { modified: a.modified, ..b.clone() },
            (Self::Incident(a), Self::Incident(b)) => *a == Incident { modified: a.modified, ..b.clone() },
            (Self::Correction(a), Self::Correction(b)) => {
                *a == Correction { modified: a.modified, ..b.clone() }
            }
            (a, b) => a == b,
        }
    }

    /// When it was last changed, if ever. Verdicts, searches and refusals never are.
    pub fn modified(&self) -> Option<Timestamp> {
        match self {
            Self::Actor(actor) => actor.modified,
            Self::Incident(incident) => incident.modified,
            Self::Correction(correction) => correction.modified,
            Self::Verdict(_) | Self::Search(_) | Self::Refusal(_) => None,
        }
    }
}

/// Names that mean one actor, as this person sees it. The articles are never changed by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Random.
    pub id: ItemId,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed, if ever.
    pub modified: Option<Timestamp>,
    /// The names as they are spelt; the actor goes by the first.
    pub names: Vec<ActorName>,
    /// Where such names stood when they were put together: evidence, not an index.
    pub at: Vec<Occurrence>,
    /// The person's words about it; empty where there are none.
    pub note: String,
}

/// A name of an actor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActorName {
    /// As it is spelt.
    pub name: String,
    /// What should stand there, where the person takes the name for a mistranslation.
    pub reading: Option<String>,
}

/// Where a name stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Occurrence {
    /// In the words or the sources of a mark.
    Mark(AnnotationId),
    /// At a passage of an article.
    Passage(Box<Target>),
}

impl Actor {
    /// An actor of these names.
    pub fn of<'a>(id: ItemId, created: Timestamp, names: impl IntoIterator<Item = &'a str>) -> Self {
        let name = |name: &str| ActorName { name: name.to_owned(), reading: None };
        let names = names.into_iter().map(name).collect();
        Self { id, created, modified: None, names, at: Vec::new(), note: String::new() }
    }

    /// The name that it goes by.
    pub fn name(&self) -> &str {
        self.names.first().map_or("", |name| &name.name)
    }

    /// Whether it bears a name, letter for letter.
    pub fn is_called(&self, name: &str) -> bool {
        self.names.iter().any(|own| own.name == name)
    }
}

/// Marks, of whatever articles, that tell of one incident, as this person sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incident {
    /// Random.
    pub id: ItemId,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed, if ever.
    pub modified: Option<Timestamp>,
    /// What the person calls it; empty where it has no name yet.
    pub name: String,
    /// The marks. A mark is in one incident of a person at most.
    pub marks: Vec<AnnotationId>,
    /// The person's words about it; empty where there are none.
    pub note: String,
}

/// What a verdict is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// A mark: for a thread, the claim that is contested.
    Mark(AnnotationId),
    /// An incident.
    Incident(ItemId),
}

/// What a person holds of something, and why. Postil itself holds nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Random.
    pub id: ItemId,
    /// The day of the verdict.
    pub created: Timestamp,
    /// Of what.
    pub about: About,
    /// One of [`VERDICTS`], or another word.
    pub value: String,
    /// Why: never empty in one that is made here.
    pub reason: String,
    /// The verdict that it takes the place of.
    pub follows: Option<ItemId>,
}

/// What a person looked for and did not find: a report tells of gaps too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// Random.
    pub id: ItemId,
    /// The day of the search.
    pub created: Timestamp,
    /// What was looked for.
    pub words: String,
    /// Where and how; empty where there is nothing to say.
    pub note: String,
}

/// A passage that rules proposed to mark and that the person will not have marked so: no mark, and shown
/// nowhere; it is not proposed again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Random.
    pub id: ItemId,
    /// When it was refused.
    pub created: Timestamp,
    /// The passage.
    pub at: Box<Target>,
    /// The tag that was proposed.
    pub tag: TagId,
    /// Whose proposal it was: "Postil cues 1".
    pub proposed_by: String,
}

/// What holds of an article as a whole where its file is wrong or says nothing. The file is never changed by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Random.
    pub id: ItemId,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed, if ever.
    pub modified: Option<Timestamp>,
    /// The article.
    pub document: DocumentId,
    /// When it was published; `None`: as its file says.
    pub date: Option<CalendarDate>,
    /// Who published it; `None`: as its file says. Never empty.
    pub outlet: Option<String>,
}

impl Correction {
    /// One that corrects nothing yet.
    pub fn of(id: ItemId, created: Timestamp, document: DocumentId) -> Self {
        Self { id, created, modified: None, document, date: None, outlet: None }
    }
}
