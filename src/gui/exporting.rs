//! The dialog that hands marks and tables on, or prints them: what is meant, in which format, where it goes and
//! how it will begin.

mod choice;
mod dialog;

pub(super) use choice::{Choice, Form, What};
pub(super) use dialog::ExportDialog;

use crate::session::exporting::{ExportFault, ExportJob, Exported, Place, Preview};
use std::path::PathBuf;

/// What the dialog asks for.
#[derive(Clone, Debug)]
pub(super) enum Ask {
    /// What stands at a place.
    Place(PathBuf),
    /// The system's dialog for a place, beginning at this one.
    Choose(PathBuf),
    /// How a file will begin.
    Preview(ExportJob),
    /// That it is written.
    Write(ExportJob),
    /// That it is printed.
    Print(ExportJob),
}

/// What came of it.
#[derive(Debug)]
pub(super) enum Told {
    /// What stands at a place.
    Place(PathBuf, Place),
    /// How a file will begin, or why it will not.
    Preview(Box<ExportJob>, Result<Preview, ExportFault>),
    /// It was written, or not.
    Written(Result<Exported, ExportFault>),
    /// It was written to be printed, and whether the desktop opened it; or not.
    Printed(Result<(Exported, bool), ExportFault>),
    /// The system opens no such file.
    NotOpened(PathBuf),
}
