//! Read-only questions about texts and marks: what changed between two versions of an article, and what
//! of that changed in substance; how far people who marked the same texts agree; which figures count one
//! incident, what each source says in all articles, and who is speaking where.
//!
//! Everything here is pure: the same input gives the same answer, on every machine.

pub mod actors;
pub mod agreement;
pub mod checks;
pub mod differences;
mod facts;
pub mod grading;
pub mod incidents;
pub mod ledger;
pub mod marked;
mod names;
pub mod progress;
pub mod proposals;
pub mod sides;
mod sources;
pub mod study;
pub mod substance;
pub mod threads;
pub mod voices;
pub mod votes;

pub use proposals::{Proposal, Reason, Rules, RulesError, proposals};
pub use sides::{Row, Side, Sides};
pub use sources::{Said, Speaker, said_by, sources_in};
pub use substance::{Comparison, Kind, SubstantialChange, Words, changes};
