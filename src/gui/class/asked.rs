//! What the pages and dialogs of a class ask for.

use crate::session::class::{ClassAction, Out};

/// Which time of a class files are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::gui) enum Time {
    /// This one.
    Now,
    /// An earlier one, which is compared.
    Before,
}

/// What the system's dialog is to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::gui) enum Choice {
    Files,
    Folder,
}

/// Grades on their way, as they were asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::gui) struct OutGoing {
    pub out: Out,
    /// Whether a table that is there is written over.
    pub replaces: bool,
}

/// What is asked of a class.
#[derive(Clone, Debug)]
pub(in crate::gui) enum ClassRequest {
    /// Decides something.
    Decide(ClassAction),
    /// Asks for files, or for a folder, that were handed in.
    Choose(Time, Choice),
    /// Asks for a file or a folder for the dialog that is open.
    ChoosePath(Choice),
    /// Asks for an assignment that is the key.
    ChooseAssignment,
    /// Grades by the open article again, and no longer by an assignment.
    ByArticle,
    /// Opens the key of the assignment.
    Unseal(String),
    /// Reads what was handed in anew.
    ReadAgain,
    /// Asks where grades are to go.
    AskOut,
    /// Writes grades.
    Out(OutGoing),
}
