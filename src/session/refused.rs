//! Why an action is refused. Nothing was changed then.

use super::action::forms::verbs;
use super::desk::ReadOnly;
use super::folder::FolderError;
use super::history::Way;
use super::label::places_of;
use super::saving::SaveError;
use crate::analysis::RulesError;
use crate::document::Timestamp;
use crate::host::{HostError, file_name};
use crate::layer::{AnnotationId, FigureField, LayerError, RelationSlug, TagId};
use crate::library::OpenError;
use crate::sidecar::caps::MAX_LINE;
use crate::text::find::FindError;
use crate::text::quoted::QuoteError;
use std::fmt;
use std::path::PathBuf;

/// Why an action was refused; nothing was changed. As words in lower case, without a full stop; what to do
/// is its [`hint`](Self::hint).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActionError {
    /// A line of words that has no action.
    NoAction,
    /// A line that cannot be taken apart.
    Tokens(QuoteError),
    /// There is no action of that name.
    UnknownAction(String),
    /// An action with other words than it takes: its name and its form.
    WrongWords(&'static str, &'static str),
    /// There is no step to go that way.
    NoStep(Way),
    /// Nothing is selected.
    NoSelection,
    /// The words that are to say who says a mark are those of the mark.
    SourceIsMark,
    /// No mark is chosen, and none was named.
    NoMark,
    /// No mark is called so.
    UnknownMark(String),
    /// Several marks are: how many.
    SeveralMarks(String, usize),
    /// A test of a tag whose last question is not answered: what it asks next.
    TestNotEnded(String),
    /// No tag fits the answers of a test.
    NoTagFits,
    /// An implied claim without words.
    NoWording,
    /// The file has no such comment: which was asked for, from 1, and how many there are.
    NoRemark(usize, usize),
    /// Proposals were not asked for.
    NotProposed,
    /// No proposal of this article was refused.
    NothingRefused,
    /// There is no open proposal of that number: which was asked for, 0 for any, and how many there were.
    NoProposal(usize, usize),
    /// The rules of a folder cannot be used.
    Rules(PathBuf, RulesProblem),
    /// A mark does not have that tag.
    NotTagged(AnnotationId, TagId),
    /// A mark would have no words to stand on; whether it was to be put there.
    NoWords {
        /// Whether it was to be put there; else its ends were to be moved.
        to_put: bool,
    },
    /// A mark that was to be copied is the person's own.
    OwnMark(AnnotationId),
    /// A mark that is in the person's layer no more.
    NotMine(AnnotationId),
    /// A mark that this person may not change.
    ReadOnlyMark(AnnotationId, ReadOnly),
    /// The layer cannot be written.
    ReadOnlyLayer(ReadOnly),
    /// The layer was handed in: when.
    HandedIn(Timestamp),
    /// It was not.
    NotHandedIn,
    /// There are no marks to be handed in.
    NothingToHandIn,
    /// Nobody has said who marks.
    NoAnnotator,
    /// A layer could not be begun.
    NoLayer,
    /// What a layer refused.
    Layer(LayerError),
    /// The codebook has no such tag: those that it has.
    UnknownTag(TagId, Vec<TagId>),
    /// The codebook has no such relation: those that it has.
    UnknownRelation(RelationSlug, Vec<RelationSlug>),
    /// None of the tags of a mark carries that, such as a figure: the tags that do.
    CarriesNone(AnnotationId, &'static str, Vec<TagId>),
    /// A mark has no figure or source of that number: which was asked for, from 1, and how many it has.
    NoFigure(AnnotationId, usize, usize),
    /// The same of its sources.
    NoSource(AnnotationId, usize, usize),
    /// The passage of a mark counts nobody, as far as it was read.
    NothingCounted(AnnotationId),
    /// The passage of a mark tells nobody who says it, as far as it was read.
    NobodySpeaks(AnnotationId),
    /// There is no convention of that name to be chosen.
    NoConvention(String),
    /// The folder's settings cannot be read or written.
    Settings(PathBuf, HostError),
    /// Words that the field of a figure cannot be.
    WrongValue(FigureField, String),
    /// A mark of this article was to be linked as one of another.
    SameArticle(AnnotationId),
    /// Both ends are one mark.
    LinkedToItself(AnnotationId),
    /// They are linked so already.
    LinkedAlready(AnnotationId, AnnotationId),
    /// They are not linked so by this person.
    NotLinked(AnnotationId, RelationSlug, AnnotationId),
    /// The codebook does not have marks with such tags at an end of the relation.
    WrongEnd(Box<WrongEnd>),
    /// Characters beyond the end: the range, and how many there are.
    Outside(std::ops::Range<usize>, usize),
    /// Words that do not stand in the article, as they would have to be given.
    NoPlace(String),
    /// Words that were looked for everywhere and stand nowhere.
    NoHit(String),
    /// Words that stand there fewer times than asked for: how many times, and which was asked for.
    NoNthPlace(String, usize, usize),
    /// Words that stand there several times: how many, and where.
    SeveralPlaces(String, usize, String),
    /// What cannot be looked for.
    Find(FindError),
    /// More places than can be marked at once: how many, and how many can be.
    TooManyPlaces(usize, usize),
    /// A mark with too long a line.
    TooMuch,
    /// A passage that is too long: its bytes, and how many there can be.
    TooLong(usize, usize),
    /// Nobody of that name has marks here: those who have.
    UnknownPerson(String, Vec<String>),
    /// There are no two versions of what is called so.
    NoConflict(String),
    /// Only that person can say which version it shall be.
    OthersConflict(String),
    /// There are no two notes to be joined.
    NoNotes,
    /// The other version was written by a newer program.
    NewerVersion,
    /// There is no such version: how many others there are.
    NoVersion(usize),
    /// A mark has no place to be confirmed: how many it may have.
    NoPlaceToConfirm(AnnotationId, usize),
    /// A mark has no place of that number: how many it has.
    NoNthCandidate(AnnotationId, usize, usize),
    /// No state was kept on that day.
    NoState(String),
    /// The state of that day cannot be read.
    DamagedState(String),
    /// What was marked could not be saved.
    Save(SaveError),
    /// The article could not be opened again.
    Open(Box<OpenError>),
    /// What is wrong with something about the folder.
    Folder(FolderError),
}

/// Why a folder's rules cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RulesProblem {
    /// The file cannot be read.
    Read(HostError),
    /// What it says is wrong.
    Wrong(RulesError),
}

impl fmt::Display for RulesProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(error) => write!(f, "{error}"),
            Self::Wrong(error) => write!(f, "{error}"),
        }
    }
}

/// Why two marks cannot be linked so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongEnd {
    /// Where the link would start.
    pub from: AnnotationId,
    /// The relation.
    pub kind: RelationSlug,
    /// Whether it is the start that does not fit; else the other end.
    pub is_start: bool,
    /// The tags of the mark that does not fit.
    pub tags: Vec<TagId>,
    /// The tags that may be at the start, and at the other end; none for any.
    pub able: (Vec<TagId>, Vec<TagId>),
}

impl fmt::Display for WrongEnd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { from, kind, is_start, tags, .. } = self;
        let tags: Vec<String> = tags.iter().map(|tag| format!("`{tag}`")).collect();
        let tags = if tags.is_empty() { "mark without a tag".to_owned() } else { tags.join(" and ") };
        write!(f, "cannot link `{from}` as `{kind}`: in this codebook ")?;
        if *is_start { write!(f, "a {tags} {kind} nothing") } else { write!(f, "nothing {kind} a {tags}") }
    }
}

impl WrongEnd {
    fn hint(&self) -> String {
        let (start, end) = (or_any(&self.able.0), or_any(&self.able.1));
        format!("a {start} can be linked as `{}` to a {end}", self.kind)
    }
}

fn or_any(tags: &[TagId]) -> String {
    if tags.is_empty() { "mark with any tag".to_owned() } else { quoted(tags).join(" or ") }
}

fn quoted(ids: &[impl fmt::Display]) -> Vec<String> {
    ids.iter().map(|id| format!("`{id}`")).collect()
}

fn listed(ids: &[impl fmt::Display]) -> String {
    ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

impl fmt::Display for ActionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoAction => f.write_str("there is no action in this line"),
            Self::Tokens(error) => error.fmt(f),
            Self::UnknownAction(verb) => write!(f, "there is no action `{verb}`"),
            Self::WrongWords(verb, _) => write!(f, "`{verb}` was given the wrong words"),
            Self::NoStep(Way::Back) => f.write_str("there is nothing to undo"),
            Self::NoStep(Way::Forth) => f.write_str("there is nothing to redo"),
            Self::Layer(error) => error.fmt(f),
            Self::Find(error) => error.fmt(f),
            Self::Save(error) => error.fmt(f),
            Self::Open(error) => error.fmt(f),
            Self::WrongEnd(wrong) => wrong.fmt(f),
            Self::Folder(error) => error.fmt(f),
            _ => self.of_marks(f),
        }
    }
}

impl ActionError {
    /// What is wrong with the mark, the layer or the codebook.
    fn of_marks(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSelection => f.write_str("nothing is selected"),
            Self::SourceIsMark => f.write_str("the selected words are the mark itself, and not who says it"),
            Self::NoMark => f.write_str("no mark is chosen"),
            Self::UnknownMark(name) => write!(f, "there is no mark `{name}`"),
            Self::SeveralMarks(name, n) => write!(f, "{n} marks begin with `{name}`"),
            Self::TestNotEnded(question) => write!(f, "the test is not at its end: it asks “{question}”"),
            Self::NoTagFits => f.write_str("none of the codebook’s tags fits these answers"),
            Self::NoWording => f.write_str("an implied claim needs words"),
            Self::NoRemark(nth, n) => write!(f, "there is no comment {nth} in the file, which has {n}"),
            Self::NotProposed => f.write_str("nothing was proposed yet"),
            Self::NothingRefused => f.write_str("nothing was refused in this article"),
            Self::NoProposal(0, _) => f.write_str("no proposal is open"),
            Self::NoProposal(nth, n) => write!(f, "there is no open proposal {nth} of {n}"),
            Self::Rules(path, problem) => write!(f, "{}: {problem}", path.display()),
            Self::NotTagged(id, tag) => write!(f, "`{id}` is not tagged `{tag}`"),
            Self::NoWords { .. } => f.write_str("a mark needs words to stand on"),
            Self::OwnMark(id) => write!(f, "`{id}` is your own mark already"),
            Self::NotMine(id) => write!(f, "`{id}` is not among your marks"),
            Self::ReadOnlyMark(id, reason) => write!(f, "`{id}` cannot be changed: {reason}"),
            Self::ReadOnlyLayer(reason) => write!(f, "nothing can be marked: {reason}"),
            Self::HandedIn(at) => write!(f, "your marks were handed in at {at}, and stay as they are"),
            Self::NotHandedIn => f.write_str("your marks are not handed in"),
            Self::NothingToHandIn => f.write_str("you have marked nothing there"),
            Self::NoAnnotator => f.write_str("nobody has said who marks here"),
            Self::NoLayer => f.write_str("the layer could not be begun"),
            Self::UnknownTag(tag, _) => write!(f, "the codebook has no tag `{tag}`"),
            Self::UnknownRelation(kind, _) => write!(f, "the codebook has no relation `{kind}`"),
            Self::CarriesNone(id, what, _) => {
                write!(f, "`{id}` carries no {what}: in this codebook none of its tags does")
            }
            Self::NoFigure(id, nth, n) => write!(f, "`{id}` has no figure {nth}; it has {n}"),
            Self::NoSource(id, nth, n) => write!(f, "`{id}` has no source {nth}; it has {n}"),
            Self::NothingCounted(id) => write!(f, "nobody is counted in the words of `{id}`"),
            Self::NobodySpeaks(id) => write!(f, "the text names nobody who says `{id}`"),
            Self::NoConvention(name) => write!(f, "there is no convention `{name}`"),
            Self::Settings(path, error) => {
                write!(f, "the settings `{}` cannot be changed: {error}", file_name(path))
            }
            Self::WrongValue(field, words) => write!(f, "`{words}` cannot be the {field} of this figure"),
            Self::SameArticle(id) => write!(f, "`{}` is a mark of this article", id.0.simple()),
            Self::LinkedToItself(id) => write!(f, "cannot link `{id}` to itself"),
            Self::LinkedAlready(from, to) => write!(f, "`{from}` is linked so to `{to}` already"),
            Self::NotLinked(from, kind, to) => {
                write!(f, "there is no `{kind}` of yours from `{from}` to `{to}`")
            }
            Self::TooMuch => write!(f, "with this the mark would take more than {} MiB", MAX_LINE >> 20),
            Self::TooLong(length, _) => write!(f, "a passage of {} KiB is too long for a mark", length >> 10),
            _ => self.of_places(f),
        }
    }

    /// What is wrong with the place, the person or the version.
    fn of_places(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Outside(range, _) => write!(f, "{}..{} lies outside the article", range.start, range.end),
            Self::NoPlace(words) | Self::NoHit(words) => write!(f, "`{words}` does not stand in the article"),
            Self::NoNthPlace(words, n, nth) => {
                write!(f, "`{words}` stands in the article {n} times, not {nth}")
            }
            Self::SeveralPlaces(words, n, _) => write!(f, "`{words}` stands in the article {n} times"),
            Self::TooManyPlaces(n, _) => write!(f, "{n} places are too many to mark at once"),
            Self::UnknownPerson(who, _) => write!(f, "nobody called `{who}` marked this article"),
            Self::NoConflict(name) => write!(f, "there are no two versions of `{name}`"),
            Self::OthersConflict(person) => write!(f, "only {person} can say which version it shall be"),
            Self::NoNotes => f.write_str("there are no two notes to be joined"),
            Self::NewerVersion => f.write_str("a newer Postil wrote the other version"),
            Self::NoVersion(n) => write!(f, "there is no such version; there are {n} others"),
            Self::NoPlaceToConfirm(id, _) => write!(f, "`{id}` has no place to confirm"),
            Self::NoNthCandidate(id, nth, _) => write!(f, "there is no place {nth} for `{id}`"),
            Self::NoState(day) => write!(f, "no state of your marks was kept on {day}"),
            Self::DamagedState(day) => write!(f, "the state of {day} is damaged and cannot be read"),
            // All others have words above.
            _ => Ok(()),
        }
    }

    /// What to do about it, if there is something to be said.
    pub fn hint(&self) -> Option<String> {
        let said = match self {
            Self::WrongEnd(wrong) => return Some(wrong.hint()),
            Self::Folder(error) => return Some(error.hint()),
            Self::NoAction | Self::UnknownAction(_) => return Some(verbs()),
            Self::WrongWords(verb, form) => return Some(format!("{verb} {form}")),
            Self::Tokens(error) => error.hint(),
            Self::Open(error) => error.hint(),
            Self::NoSelection => "select the words to be marked",
            Self::SourceIsMark => {
                "select the name of who says it; `take-source` looks for it in the sentence"
            }
            Self::NotProposed => "`propose` looks for proposals",
            Self::NothingRefused => "`refuse-proposal` refuses one",
            Self::NoMark => "click one, or give its id",
            Self::TestNotEnded(_) => "answer it too: `test yes no …`",
            Self::NoTagFits => "leave the passage unmarked, or choose a tag yourself",
            Self::UnknownMark(_) => "`postil list` shows the ids",
            Self::SeveralMarks(..) => "give more of its digits",
            Self::NoWords { to_put: true } => "select the words first",
            Self::NoWords { to_put: false } => "delete it instead",
            Self::ReadOnlyMark(..) => "copy it into yours first",
            Self::ReadOnlyLayer(_) => "install the newer version, or give another name in the settings",
            Self::HandedIn(_) => "`take-back` lets you go on; hand in again afterwards",
            Self::NoAnnotator => "give your name first",
            Self::SameArticle(_) => "leave the document away",
            Self::NothingCounted(_) => "write the words that count: `figure ID 'words'`",
            Self::NoConvention(_) => "there are as-worded, acled and house",
            Self::NobodySpeaks(_) => "name who does, or say `source ID 'unattributed'`",
            Self::WrongValue(field, _) => field.form(),
            Self::NoPlace(_) => {
                "copy the words from `postil text`; spaces, quotes and dashes may differ, letters may not"
            }
            Self::TooMuch => "write less, or mark several passages",
            Self::NoConflict(_) => "`postil check` names the marks of which there are",
            Self::OthersConflict(_) => "copy the mark into yours to work with it",
            Self::NewerVersion => "settle it there, or keep this one",
            Self::NoPlaceToConfirm(_, 0) => "select its words and put it there",
            Self::NoPlaceToConfirm(_, 1) => "`confirm ID 1` puts it where it may have been",
            Self::NoState(_) => "`postil history FILE` lists the days",
            _ => return self.numbered_hint(),
        };
        Some(said.to_owned())
    }

    /// The same where it lists or counts something.
    fn numbered_hint(&self) -> Option<String> {
        Some(match self {
            Self::UnknownTag(_, tags) => format!("its tags are {}", listed(tags)),
            Self::UnknownRelation(_, kinds) => format!("its relations are {}", listed(kinds)),
            Self::CarriesNone(_, _, able) => format!("tag it as {}", quoted(able).join(" or ")),
            Self::Outside(_, length) => format!("it has {length} characters (code points)"),
            Self::SeveralPlaces(_, _, places) => format!("say which: {places}"),
            Self::TooManyPlaces(_, most) => format!("at most {most} can be; look for more words"),
            Self::TooLong(_, most) => format!("mark at most {} KiB", most >> 10),
            Self::UnknownPerson(_, names) => format!("there are marks by {}", names.join(", ")),
            Self::NoPlaceToConfirm(_, n) => format!("choose one of its {n} places: `confirm ID N`"),
            Self::NoNthCandidate(_, _, n) => format!("it has {} to choose from", places_of(*n)),
            _ => return None,
        })
    }
}

impl std::error::Error for ActionError {}

impl From<LayerError> for ActionError {
    fn from(error: LayerError) -> Self {
        Self::Layer(error)
    }
}

impl From<SaveError> for ActionError {
    fn from(error: SaveError) -> Self {
        Self::Save(error)
    }
}
