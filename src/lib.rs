//! Postil: a reader in which people mark what an article *says*: a claim, a denial, a casualty
//! report or an opinion. The library behind the window and the command line.
//!
//! Sixteen floors, each importing only from those above it; `ARCHITECTURE.md` has the plan.

pub mod analysis;
pub mod anchor;
pub mod article;
pub mod cli;
pub mod disk;
pub mod document;
pub mod exchange;
#[cfg(feature = "gui")]
pub mod gui;
pub mod host;
pub mod language;
pub mod layer;
pub mod library;
#[cfg(feature = "gui")]
pub mod page;
pub mod session;
pub mod sidecar;
pub mod text;
pub mod workspace;
