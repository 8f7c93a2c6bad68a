//! What is missing for a command to do something, or for a view to have something to show.

use super::words::say;

/// What is missing for a command to do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lack {
    Article,
    InView,
    Folder,
    Words,
    Mark,
    OwnMark,
    OthersMark,
    WordsOrMark,
    Chosen,
    Source,
    Figure,
    PlacedMark,
    UnclearMark,
    OwnUnclearMark,
    Marks,
    MyMarks,
    HandedIn,
    Overlapped,
    Versions,
    Copies,
    OtherText,
    Others,
    WebPage,
    Beside,
    Feedback,
    Pages,
    Deed,
    UndoneDeed,
    ManyEdits,
    Proposals,
    Class,
}

impl Lack {
    /// Why a command is greyed out, in a sentence for people.
    pub(super) fn reason(self) -> String {
        match self {
            Self::Article => say!("lack-article"),
            Self::InView => say!("lack-in-view"),
            Self::Folder => say!("lack-folder"),
            Self::Words => say!("lack-words"),
            Self::Mark => say!("lack-mark"),
            Self::OwnMark => say!("lack-own-mark"),
            Self::OthersMark => say!("lack-others-mark"),
            Self::WordsOrMark => say!("lack-words-or-mark"),
            Self::Chosen => say!("lack-chosen"),
            Self::Source => say!("lack-source"),
            Self::Figure => say!("lack-figure"),
            Self::PlacedMark => say!("lack-placed-mark"),
            Self::UnclearMark => say!("lack-unclear-mark"),
            Self::OwnUnclearMark => say!("lack-own-unclear-mark"),
            Self::Marks => say!("lack-marks"),
            Self::MyMarks => say!("lack-my-marks"),
            Self::HandedIn => say!("lack-handed-in"),
            Self::Overlapped => say!("lack-overlapped"),
            Self::Versions => say!("lack-versions"),
            Self::Copies => say!("lack-copies"),
            Self::OtherText => say!("lack-other-text"),
            Self::Others => say!("lack-others"),
            Self::WebPage => say!("lack-web-page"),
            Self::Beside => say!("lack-beside"),
            Self::Feedback => say!("lack-feedback"),
            Self::Pages => say!("lack-pages"),
            Self::Deed => say!("lack-deed"),
            Self::UndoneDeed => say!("lack-undone-deed"),
            Self::ManyEdits => say!("lack-many-edits"),
            Self::Proposals => say!("lack-proposals"),
            Self::Class => say!("lack-class"),
        }
    }
}

/// Whether a command would do something, or what it lacks.
pub(super) type Ready = Result<(), Lack>;
