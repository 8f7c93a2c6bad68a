//! Why an action was refused, as far as a window can meet it.

use super::files::{open_error, open_hint, save_error};
use crate::gui::words::{moment, say};
use crate::session::desk::ReadOnly;
use crate::session::history::Way;
use crate::session::{ActionError, FolderError};

/// Why nothing was changed.
pub(in crate::gui) fn refusal(error: &ActionError) -> String {
    match error {
        ActionError::NoStep(Way::Back) => say!("refused-no-undo"),
        ActionError::NoStep(Way::Forth) => say!("refused-no-redo"),
        ActionError::NoSelection => say!("refused-no-selection"),
        ActionError::SourceIsMark => say!("refused-source-is-mark"),
        ActionError::NoMark => say!("refused-no-mark"),
        ActionError::NoWording => say!("refused-no-wording"),
        ActionError::NotProposed | ActionError::NoProposal(..) => say!("refused-no-proposal"),
        ActionError::NothingRefused => say!("refused-nothing-refused"),
        ActionError::Rules(path, problem) => {
            say!("refused-rules", path = path.to_string_lossy().into_owned(), reason = problem.to_string())
        }
        ActionError::NoRemark(..) => say!("refused-no-remark"),
        ActionError::NoWords { .. } => say!("refused-no-words"),
        ActionError::OwnMark(_) => say!("refused-own-mark"),
        ActionError::NotMine(_) => say!("refused-not-mine"),
        ActionError::ReadOnlyMark(_, reason) => say!("refused-read-only-mark", reason = read_only(reason)),
        ActionError::ReadOnlyLayer(reason) => say!("refused-read-only", reason = read_only(reason)),
        ActionError::NoAnnotator => say!("refused-no-annotator"),
        ActionError::LinkedToItself(_) => say!("refused-linked-to-itself"),
        ActionError::LinkedAlready(..) => say!("refused-linked-already"),
        ActionError::NoHit(words) | ActionError::NoPlace(words) => {
            say!("refused-no-place", words = words.as_str())
        }
        ActionError::TooManyPlaces(n, _) => say!("refused-too-many", count = *n),
        ActionError::TooLong(length, _) => say!("refused-too-long", size = length >> 10),
        ActionError::OthersConflict(person) => say!("refused-others-conflict", person = person.as_str()),
        ActionError::NoNotes => say!("refused-no-notes"),
        ActionError::NewerVersion => say!("refused-newer-version"),
        ActionError::NoPlaceToConfirm(..) => say!("refused-no-place-to-confirm"),
        ActionError::NoState(day) => say!("refused-no-state", day = day.as_str()),
        ActionError::DamagedState(day) => say!("refused-damaged-state", day = day.as_str()),
        ActionError::Save(error) => save_error(error),
        ActionError::Open(error) => open_error(error),
        ActionError::Folder(error) => in_folder(error),
        _ => rare_refusal(error),
    }
}

/// Why nothing was changed in what is said of the folder.
fn in_folder(error: &FolderError) -> String {
    match error {
        FolderError::NoFolder | FolderError::NoArticle => say!("refused-no-folder"),
        FolderError::NoName => say!("refused-no-name"),
        FolderError::UnknownActor(name) => say!("refused-unknown-actor", name = name.as_str()),
        FolderError::NoReason | FolderError::NoValue => say!("verdict-needs"),
        FolderError::Unknown(_)
        | FolderError::Several(..)
        | FolderError::UnknownIncident(_)
        | FolderError::UnknownArticle(_)
        | FolderError::UnknownSearch(_) => say!("refused-gone-in-folder"),
        FolderError::UnknownDate(date) => say!("refused-date", date = date.as_str()),
    }
}

/// The same of what is met where files change while they are open.
fn rare_refusal(error: &ActionError) -> String {
    match error {
        ActionError::NotTagged(_, tag) => say!("refused-not-tagged", tag = tag.as_str()),
        ActionError::NoLayer | ActionError::Layer(_) => say!("refused-no-layer"),
        ActionError::UnknownTag(tag, _) => say!("refused-unknown-tag", tag = tag.as_str()),
        ActionError::UnknownRelation(kind, _) => say!("refused-unknown-relation", kind = kind.as_str()),
        ActionError::CarriesNone(..) => say!("refused-carries-none"),
        ActionError::SameArticle(_) => say!("refused-same-article"),
        ActionError::NotLinked(..) => say!("refused-not-linked"),
        ActionError::WrongEnd(_) => say!("refused-wrong-end"),
        ActionError::SeveralPlaces(words, n, _) => {
            say!("refused-several-places", words = words.as_str(), count = *n)
        }
        ActionError::TooMuch => say!("refused-too-much"),
        ActionError::UnknownMark(_) => say!("refused-unknown-mark"),
        ActionError::UnknownPerson(who, _) => say!("refused-unknown-person", person = who.as_str()),
        ActionError::NoConflict(_) => say!("refused-no-conflict"),
        ActionError::NoVersion(_) => say!("refused-no-version"),
        ActionError::NoNthCandidate(..) => say!("refused-no-candidate"),
        ActionError::NoFigure(..) => say!("refused-no-figure"),
        ActionError::NoSource(..) => say!("refused-no-source"),
        ActionError::NothingCounted(_) => say!("refused-nothing-counted"),
        ActionError::NobodySpeaks(_) => say!("refused-nobody-speaks"),
        ActionError::Settings(..) => say!("refused-settings"),
        ActionError::WrongValue(_, words) => say!("refused-wrong-value", words = words.as_str()),
        ActionError::HandedIn(at) => say!("refused-handed-in", at = moment(*at)),
        ActionError::NothingToHandIn => say!("refused-nothing-to-hand-in"),
        // What only a line of actions can meet.
        _ => error.to_string(),
    }
}

/// What to do about it, if there is something to be said.
pub(in crate::gui) fn hint(error: &ActionError) -> Option<String> {
    Some(match error {
        ActionError::NotProposed => say!("refused-hint-propose"),
        ActionError::NothingRefused => return None,
        ActionError::NoSelection => say!("refused-hint-no-selection"),
        ActionError::SourceIsMark => say!("refused-hint-source-is-mark"),
        ActionError::NoMark => say!("refused-hint-no-mark"),
        ActionError::NoWords { to_put: true } => say!("refused-hint-to-put"),
        ActionError::NoWords { to_put: false } => say!("refused-hint-delete"),
        ActionError::ReadOnlyMark(..) => say!("refused-hint-copy"),
        ActionError::ReadOnlyLayer(_) => say!("refused-hint-newer"),
        ActionError::HandedIn(_) => say!("refused-hint-handed-in"),
        ActionError::NoAnnotator => say!("refused-hint-name"),
        ActionError::TooManyPlaces(_, most) => say!("refused-hint-too-many", most = *most),
        ActionError::TooLong(_, most) => say!("refused-hint-too-long", size = most >> 10),
        ActionError::OthersConflict(_) => say!("refused-hint-others-conflict"),
        ActionError::NewerVersion => say!("refused-hint-newer-version"),
        ActionError::NoPlaceToConfirm(_, 0) => say!("refused-hint-put"),
        ActionError::UnknownTag(_, tags) => say!("refused-hint-tags", tags = listed(tags)),
        ActionError::UnknownRelation(_, kinds) => say!("refused-hint-relations", kinds = listed(kinds)),
        ActionError::CarriesNone(_, _, able) => say!("refused-hint-carries", tags = listed(able)),
        ActionError::TooMuch => say!("refused-hint-too-much"),
        ActionError::NothingCounted(_) => say!("refused-hint-nothing-counted"),
        ActionError::NobodySpeaks(_) => say!("refused-hint-nobody-speaks"),
        ActionError::WrongEnd(_) => say!("refused-hint-wrong-end"),
        ActionError::Open(error) => open_hint(error),
        _ => return error.hint(),
    })
}

fn listed(ids: &[impl std::fmt::Display]) -> String {
    ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn read_only(reason: &ReadOnly) -> String {
    match reason {
        ReadOnly::Newer => say!("read-only-newer"),
        ReadOnly::Others(name) => say!("read-only-others", person = name.as_str()),
    }
}
