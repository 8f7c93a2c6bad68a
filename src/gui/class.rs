//! The class in the window: assignments as pupils open them, and as teachers make them.

mod asked;
mod assignment;
mod grades_sheet;
mod grading;
mod handing;
mod instructions;
mod making;
mod making_key;
mod making_place;
mod making_weights;

pub(super) use asked::{Choice, ClassRequest, OutGoing, Time};
pub(super) use assignment::AssignmentSheet;
pub(super) use grades_sheet::GradesSheet;
pub(super) use grading::{Grading, Wanted};
pub(super) use handing::HandInSheet;
pub(super) use instructions::InstructionSheet;
pub(super) use making::MakingSheet;
pub(super) use making_weights::Weights;
