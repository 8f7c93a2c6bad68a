//! What the threads tell the window.

use super::lanes::Lane;
use crate::analysis::Comparison;
use crate::analysis::ledger::Ledger;
use crate::analysis::study::{Answer, Asked};
use crate::gui::changes::Pair;
use crate::gui::comparing::{Found as Compared, Measured};
use crate::gui::exporting::Told;
use crate::gui::finding::Batch;
use crate::gui::ledger::Looked;
use crate::gui::page_drawing::{Drawn, PageTask};
use crate::gui::pictures::{Found, PictureTask};
use crate::gui::voices::Heard;
use crate::host::{DesktopWishes, HostError};
use crate::library::table::Table;
use crate::library::{IndexNews, OpenError};
use crate::page::{Estimates, SystemFonts, Typeset};
use crate::session::class::assignment::{Assignment, AssignmentFault};
use crate::session::class::given::{Given, GivenFault};
use crate::session::class::making::MakingFault;
use crate::session::class::{
    ClassBook, ClassDesk, ClassDeskFault, ClassFault, ClassSaveResult, OutFault, Written,
};
use crate::session::copies::CopiesResult;
use crate::session::earlier::Earlier;
use crate::session::recover::Recovered;
use crate::session::save::SaveResult;
use crate::session::{FolderSaveResult, FoundProposals, Handed, RefreshResult, Session};
use crate::workspace::edits::Edited;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

/// What the system's dialog is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::gui) enum Ask {
    /// Articles.
    Articles,
    /// A folder.
    Folder,
    /// A place for a file, which is proposed.
    Place(PathBuf),
    /// An export whose marks are to come in.
    Marks,
    /// What a teacher gave back.
    Feedback,
    /// What pupils handed in, or a table of grades.
    HandedIn,
    /// An assignment.
    Assignment,
}

/// What was done.
pub(in crate::gui) enum Event {
    /// An article was read, or not.
    Opened(PathBuf, Box<Result<Session, OpenError>>),
    /// What the logs of crashed programs held.
    Recovered(Vec<Recovered>),
    /// The earlier states of an article's layers.
    Earlier(PathBuf, Vec<Earlier>),
    /// A layer of the article was written, or not.
    Saved(PathBuf, Box<SaveResult>),
    /// What a person says of the folder was written, or not.
    RegisterSaved(Box<FolderSaveResult>),
    /// The marks of one of many articles were changed, or not; `None`: those were all of the `nth` edits of
    /// this window.
    Edited(u64, Option<Box<Edited>>),
    /// A table of all marks was made.
    Tabulated(Box<Table>),
    /// A part of the folder's ledger was computed.
    Reckoned(Arc<Ledger>),
    /// What a page about the folder asked was found.
    Studied(Asked, Answer),
    /// The statements of an incident were held against each other.
    LookedAt(Box<Looked>),
    /// Who is speaking in an article was found.
    Heard(Box<Heard>),
    /// What the rules propose to mark in an article was found; whether what was refused is to be among it.
    Proposed(PathBuf, bool, Box<FoundProposals>),
    /// What people marked was compared.
    PeopleCompared(Box<Compared>),
    /// How far people agree was measured.
    Agreement(Box<Measured>),
    /// More of what was found in the `nth` folder of this window.
    Indexed(u64, Box<IndexNews>),
    /// What lies in the folder of a typed path: each with whether it is a folder.
    Entries(PathBuf, Vec<(PathBuf, bool)>),
    /// An assignment was read, or not.
    Assignment(PathBuf, Box<Result<Assignment, AssignmentFault>>),
    /// An assignment was laid into a folder, where its article lies now, or not.
    Unpacked(Result<PathBuf, AssignmentFault>),
    /// What was decided of a class was read, or not.
    ClassDesk(PathBuf, Box<Result<ClassDesk, ClassDeskFault>>),
    /// A class was graded, or not.
    Graded(PathBuf, Box<Result<ClassBook, ClassFault>>),
    /// What was decided of a class was written, or not.
    ClassSaved(PathBuf, Box<ClassSaveResult>),
    /// Grades went out, or not.
    GradesOut(Box<Result<Written, OutFault>>),
    /// The instructions that came with an article, if it has some.
    Instructions(PathBuf, Option<String>),
    /// An assignment was written, with what can be published of its key, or not.
    AssignmentMade(PathBuf, Result<Option<String>, MakingFault>),
    /// Feedback was laid beside its article, or not.
    FeedbackLaid(PathBuf, Result<Given, GivenFault>),
    /// What was handed in stands in a file of its own, or not.
    HandedIn(Box<Handed>, Result<(), HostError>),
    /// Conflict copies were removed, or not.
    CopiesRemoved(PathBuf, CopiesResult),
    /// The system shows no file.
    NotRevealed(PathBuf),
    /// Files of a folder changed; `None`: it is watched from now on, and what changed before is not known.
    Noticed(PathBuf, Option<BTreeSet<String>>),
    /// What lies around the article was looked at.
    Refreshed(PathBuf, Box<RefreshResult>),
    /// Pictures were measured, or one was read.
    Picture(PictureTask, Found),
    /// A page of an article's file was drawn, or not.
    PageDrawn(PageTask, Drawn),
    /// More of what a search found.
    Found(Batch),
    /// More of what a search of the folder found, by its number; whether that was all.
    Searched(u64, Box<crate::library::search::Found>, bool),
    /// The machine's fonts.
    Fonts(Box<SystemFonts>),
    /// A portion of a page was set.
    Typeset(Box<Typeset>),
    /// The heights of a page were guessed.
    Estimates(Box<Estimates>),
    /// What the desktop wishes of programs.
    Desktop(DesktopWishes),
    /// Two versions were compared.
    Compared(Pair, Box<Comparison>),
    /// Something came of an export.
    Export(Told),
    /// Something came of an import.
    Import(crate::gui::importing::Told),
    /// What the person chose.
    Chosen(Ask, Vec<PathBuf>),
    /// The program made a mistake at a job of a lane that was about an article or a folder.
    Failed(Lane, PathBuf),
    /// The system has no dialog to show.
    NoDialog(Ask),
}
