//! The class in the window: assignments as pupils open them, and as teachers make them.

mod assignment;
mod handing;
mod instructions;
mod making;
mod making_key;
mod making_place;
mod making_weights;

pub(super) use assignment::AssignmentSheet;
pub(super) use handing::HandInSheet;
pub(super) use instructions::InstructionSheet;
pub(super) use making::MakingSheet;
