//! Taking marks of an export in: what is asked for, and what came of it.

mod dialog;

pub(super) use dialog::{ImportDialog, fault};

use crate::layer::Annotator;
use crate::session::TakenIn;
use crate::session::importing::{ImportFault, ImportPlan, Part};
use std::path::PathBuf;

/// What the dialog asks for.
#[derive(Clone, Debug)]
pub(super) enum Ask {
    /// That an export is read.
    Read(PathBuf),
    /// That these are taken in, each into the layer of that person.
    Take(Vec<(Part, Annotator)>),
}

/// What came of it.
#[derive(Debug)]
pub(super) enum Told {
    /// An export was read, or not.
    Read(Result<ImportPlan, ImportFault>),
    /// Its parts were taken in, each or not.
    Taken(Vec<(PathBuf, Result<TakenIn, ImportFault>)>),
}
