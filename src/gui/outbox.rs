//! What views ask for while they are drawn; done after the panels.

use super::all_marks::Deed;
use super::class::ClassRequest;
use super::command::Command;
use super::comparing::{CompareJob, MeasureJob};
use super::ledger::LookJob;
use super::page_drawing::PageTask;
use super::pictures::PictureTask;
use super::settings::Settings;
use crate::analysis::checks::Where;
use crate::analysis::ledger::LedgerJob;
use crate::analysis::study::StudyJob;
use crate::document::import;
use crate::document::pasted::Pasted;
use crate::layer::{AnnotationId, AnnotatorId, TagId};
use crate::library::EntryOrder;
use crate::library::table::TableJob;
use crate::session::Action;
use crate::session::class::assignment::Assignment;
use crate::session::class::making::Draft;
use crate::text::find::Query;
use crate::text::{TextRange, TextSize};
use crate::workspace::edits::Edits;
use std::cell::RefCell;
use std::path::PathBuf;

/// One thing asked for.
#[derive(Clone, Debug)]
pub(super) enum Request {
    /// What a person can name.
    Command(Command),
    /// What the session does.
    Action(Action),
    /// Goes somewhere in the article.
    Go(Way),
    /// Has something computed off the frame.
    Work(Work),
    /// A step of linking two marks.
    Linking(LinkStep),
    /// Changes the marks of many articles.
    EditMany(Edits),
    /// Does something to the marks that are chosen in the table of all marks.
    EditChosen(Deed),
    /// Shows in the article where people differ, or no longer.
    ShowDifferences(bool),
    /// Shows the table of all marks for a line of words and filters.
    MarksOf(String),
    /// Opens the article of a mark and, there, what a person mends it by.
    MendIn(PathBuf, AnnotationId, Where),
    /// Searches the folder for a line of words and filters.
    SearchFor(String),
    /// Gives the page the keyboard.
    FocusPage,
    /// Chooses a mark where it is seen already.
    Focus(Option<AnnotationId>),
    /// Hides the finder.
    CloseFinder,
    /// Opens an article and goes to a mark in it.
    MarkIn(PathBuf, AnnotationId),
    /// Asks whether every occurrence in the folder is to get a mark with a tag.
    MarkFolder(TagId),
    /// Opens an article and goes to a place in it.
    PlaceIn(PathBuf, Option<FoundPlace>),
    /// Opens an article or a folder.
    Open(PathBuf),
    /// Looks into an article of the folder's list.
    LookInto(PathBuf),
    /// Opens an article of the list to stay.
    Keep(PathBuf),
    /// Orders the list of articles otherwise.
    OrderArticles(EntryOrder),
    /// Lists only the articles that a line of words and filters means.
    FilterArticles(String),
    /// Looks at another open article.
    Activate(usize),
    /// Closes one.
    Close(usize),
    /// Leaves the wall.
    LeaveWall,
    /// Closes the dialog.
    CloseDialog,
    /// Lists folders and articles of a folder, for the dialog in which a path is typed.
    Entries(PathBuf),
    /// The person has given their name.
    Annotator(String),
    /// This person marks from now on: in this folder only, or everywhere.
    MarkAs(AnnotatorId, bool),
    /// Somebody new marks from now on.
    AddPerson(NewPerson),
    /// Makes an article of what was pasted, in a folder.
    NewArticle(Box<Pasted>, PathBuf),
    /// Keeps other settings.
    Settings(Box<Settings>),
    /// Opens a locked file with a password.
    Unlock(PathBuf, String),
    /// Reads no further in the articles that are being opened.
    StopOpening,
    /// Reads the article in another way.
    ReadAgain(import::Options),
    /// Passes a mark by that needs a look.
    LeaveMark(AnnotationId),
    /// Takes the bar about another version away.
    PutOff,
    /// Shows a view of the table.
    View(&'static str),
    /// Closes a page of the middle.
    ClosePage(&'static str),
    /// Lists the folder that the article lies in, or asks for one.
    ListBeside,
    /// Something of a lesson.
    Lesson(Lesson),
    /// Something of a class.
    Class(ClassRequest),
    /// Goes to a mark of the key in the article, where the class is shown.
    ShowInClass(AnnotationId),
    /// Hands marks or a table on, or asks what that needs.
    Export(crate::gui::exporting::Ask),
    /// Takes marks of an export in.
    Import(crate::gui::importing::Ask),
    /// Replies were looked at.
    RepliesRead(Vec<AnnotationId>),
    /// Has the system show a file.
    Reveal(PathBuf),
    /// Asks the system for a folder.
    ChooseFolder,
    /// Compares both versions of the article.
    Compare,
    /// Looks at a picture of the article.
    Picture(PictureTask),
    /// Draws a page of the article's file.
    DrawPage(PageTask),
    /// Removes the conflict copies beside the article: the person was asked.
    RemoveCopies,
    /// Follows a link within the article, or offers an address to copy.
    Link(String),
}

/// A way in the article that is looked at.
#[derive(Clone, Debug)]
pub(super) enum Way {
    /// Chooses a mark and shows it on the page.
    Mark(AnnotationId),
    /// Brings a mark into view, and no more.
    Seen(AnnotationId),
    /// Goes to one hit of the search.
    Hit(usize),
    /// Goes to a byte.
    Offset(TextSize),
    /// Goes to a paragraph by its number, from 1.
    Paragraph(usize),
    /// Goes to a share of the article, in percent.
    Share(u8),
    /// Shows one of the places that a mark may be at.
    Candidate(AnnotationId, usize),
}

/// What is computed off the frame for a page about the folder.
#[derive(Clone, Debug)]
pub(super) enum Work {
    /// The table of all marks.
    Table(Box<TableJob>),
    /// A part of the folder's ledger.
    Ledger(Box<LedgerJob>),
    /// The answer to a question.
    Study(Box<StudyJob>),
    /// The statements of an incident, held against each other.
    Incident(Box<LookJob>),
    /// Where what people marked differs.
    People(Box<CompareJob>),
    /// How far people agree.
    Agreement(Box<MeasureJob>),
}

/// What is done with a mark that waits for the other end of a link.
#[derive(Clone, Debug)]
pub(super) enum LinkStep {
    /// Links it to this mark.
    To(AnnotationId),
    /// Links it to the words that are selected.
    Selection,
    /// Leaves it without a link.
    Leave,
}

/// What is asked of a lesson, by who gives and who takes it.
#[derive(Clone, Debug)]
pub(super) enum Lesson {
    /// Lays an assignment into a folder, and opens its article.
    Unpack(Box<Assignment>, PathBuf),
    /// Hands my marks in, and writes the file that is to be sent.
    HandIn,
    /// Takes back what was handed in, and does what was refused for that.
    GoOnWorking(Option<Box<Action>>),
    /// Writes an assignment; whether a file that is there is replaced.
    Assign(Box<Draft>, PathBuf, bool),
}

/// What is known of somebody new.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct NewPerson {
    /// What has been typed.
    pub name: String,
    /// The number of a colour for people.
    pub colour: usize,
    /// Whether they mark in this folder only.
    pub is_here: bool,
}

/// A place in an article as a search found it.
#[derive(Clone, Debug)]
pub(super) struct FoundPlace {
    pub range: TextRange,
    /// What stood there, on one line.
    pub words: String,
    /// What was looked for, if that was one thing.
    pub query: Option<Query>,
}

/// Requests in the order of their asking.
#[derive(Debug, Default)]
pub(super) struct Outbox(RefCell<Vec<Request>>);

impl Outbox {
    /// Asks for something.
    pub(super) fn send(&self, request: Request) {
        self.0.borrow_mut().push(request);
    }

    /// What was asked for, and is no longer.
    pub(super) fn take(&self) -> Vec<Request> {
        self.0.take()
    }
}
