//! The class in the window: assignments as pupils open them, and as teachers make them.

mod assignment;
mod instructions;

pub(super) use assignment::AssignmentSheet;
pub(super) use instructions::InstructionSheet;
