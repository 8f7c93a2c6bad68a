//! Read-only questions about texts and marks: what changed between two versions of an article, and what
//! of that changed in substance; and how far people who marked the same texts agree.
//!
//! Everything here is pure: the same input gives the same answer, on every machine.

pub mod agreement;
mod facts;
mod names;
pub mod sides;
mod sources;
pub mod substance;

pub use sides::{Row, Side, Sides};
pub use sources::{Said, Speaker, said_by, sources_in};
pub use substance::{Comparison, Kind, SubstantialChange, Words, changes};
