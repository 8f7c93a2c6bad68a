//! Ties passages to lasting descriptions and finds them again, in the same text or in a changed one.
//!
//! Knows nothing of annotations: a bookmark or a search hit could be anchored too. [`describe()`] and
//! [`place()`] are pure: the same input gives the same answer, on every machine.

pub mod approximate;
pub mod describe;
mod earlier;
mod evidence;
mod landed;
pub mod mapping;
pub mod place;
pub mod placement;
pub mod placers;
mod seeds;
pub mod selector;
mod verbatim;

pub use describe::describe;
pub use place::Placer;
pub use placement::{Candidate, Passage, Placement, Score};
pub use placers::{KeptTexts, Placers, place};
pub use selector::{Description, Piece, Quote, Target};
