//! Why something is not done to a register, and what was done is called.

use std::fmt;

/// Why an action about the folder is refused. Nothing was changed then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FolderError {
    /// It was asked of an article by itself.
    NoFolder,
    /// Something about an article was asked of a folder.
    NoArticle,
    /// A name without letters.
    NoName,
    /// The register has no actor of that name.
    UnknownActor(String),
    /// Nothing is called so: no mark of the folder and no incident of the person.
    Unknown(String),
    /// Several marks and incidents begin so: how many.
    Several(String, usize),
    /// There is no such incident of the person.
    UnknownIncident(String),
    /// Nothing of these words was looked for in vain.
    UnknownSearch(String),
    /// There is no article at that path in the folder, or it cannot be read.
    UnknownArticle(String),
    /// No day, month or year that can be read in one way only.
    UnknownDate(String),
    /// A verdict without a reason.
    NoReason,
    /// A verdict that says nothing.
    NoValue,
}

impl fmt::Display for FolderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFolder => f.write_str("this is about a folder, and none is open"),
            Self::NoArticle => f.write_str("this is about an article, and a folder was given"),
            Self::NoName => f.write_str("a name needs letters"),
            Self::UnknownActor(name) => write!(f, "your register has no actor `{name}`"),
            Self::Unknown(word) => write!(f, "there is no mark or incident `{word}` in the folder"),
            Self::Several(word, n) => write!(f, "{n} marks and incidents begin with `{word}`"),
            Self::UnknownIncident(word) => write!(f, "you have no incident `{word}`"),
            Self::UnknownSearch(words) => write!(f, "you did not look for `{words}` in vain"),
            Self::UnknownArticle(path) => write!(f, "there is no article `{path}` in the folder"),
            Self::UnknownDate(date) => write!(f, "`{date}` is no date"),
            Self::NoReason => f.write_str("a verdict needs a reason"),
            Self::NoValue => f.write_str("a verdict needs a word"),
        }
    }
}

impl FolderError {
    /// What to do about it.
    pub fn hint(&self) -> String {
        match self {
            Self::NoFolder => "open the folder that the article is in".to_owned(),
            Self::NoArticle => "name the article instead of its folder".to_owned(),
            Self::NoName => "give the name as it is spelt".to_owned(),
            Self::UnknownActor(_) => "`actor group NAME` puts a name into it".to_owned(),
            Self::Unknown(_) => "`postil list` shows the ids of the marks".to_owned(),
            Self::Several(..) => "give more of the digits".to_owned(),
            Self::UnknownIncident(_) => "`incident join ID …` makes one of marks".to_owned(),
            Self::UnknownSearch(_) => "`not-found 'words' 'where'` notes it".to_owned(),
            Self::UnknownArticle(_) => "name it by its path from the folder".to_owned(),
            Self::UnknownDate(_) => {
                "write a day, a month or a year: `2017-04-16`, `2017-04`, `2017`".to_owned()
            }
            Self::NoReason => "say why: `verdict ID VALUE 'the hospital says otherwise'`".to_owned(),
            Self::NoValue => format!("the usual ones are {}", crate::layer::VERDICTS.join(", ")),
        }
    }
}

/// What was done to a register in one step, for "undo". As words in lower case, without a full stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FolderLabel {
    /// Names were put together, or into the register.
    Group,
    /// Names were taken apart.
    Split,
    /// An actor's note was set.
    NoteActor,
    /// A proposed reading was set.
    Reading,
    /// An actor was taken out.
    RemoveActor,
    /// Marks were put together as an incident.
    Join,
    /// Marks became an incident of their own.
    SplitIncident,
    /// An incident was named.
    NameIncident,
    /// An incident was taken out.
    RemoveIncident,
    /// A verdict was given.
    Verdict,
    /// It was noted what was looked for and not found.
    NotFound,
    /// That was taken back.
    Found,
    /// The date of an article was corrected.
    CorrectDate,
    /// Who published an article was corrected.
    CorrectOutlet,
}

impl fmt::Display for FolderLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Group => "group names",
            Self::Split => "split names",
            Self::NoteActor => "edit the note of an actor",
            Self::Reading => "propose a reading",
            Self::RemoveActor => "take an actor out",
            Self::Join => "join marks as an incident",
            Self::SplitIncident => "split an incident",
            Self::NameIncident => "name an incident",
            Self::RemoveIncident => "take an incident out",
            Self::Verdict => "give a verdict",
            Self::NotFound => "note what was not found",
            Self::Found => "take back what was not found",
            Self::CorrectDate => "correct the date of an article",
            Self::CorrectOutlet => "correct the outlet of an article",
        })
    }
}
