//! A layer as bytes and back: JSON Lines of W3C Web Annotations, the codebook file, file names, and
//! marked text.
//!
//! Bytes only: knows no paths, no files, no clock and no randomness, and nothing here panics on a
//! stranger's bytes. What it does not understand it carries.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]

pub mod alike;
pub mod caps;
pub mod codebook;
pub mod file;
pub mod journal;
mod json;
pub mod marked;
pub mod names;
mod settings;

mod conflicts;
mod contents;
mod convert;
mod line;
mod line_bytes;
mod owners;
mod save;
#[cfg(test)]
mod tests;
mod union;
mod warning;
mod wire;

pub use alike::{LookAlike, look_alikes};
pub use caps::{MAX_LINE, TooLarge};
pub use codebook::{CodebookError, CodebookWarning, Field as CodebookField, builtin, read_codebook};
pub use conflicts::Conflict;
pub use contents::{Beginning, Contents};
pub use file::{Content, Header, LayerFile};
pub use journal::{Drafts, Log};
pub use line_bytes::LineBytes;
pub use names::{
    folder_file_name, is_folder_name, is_layer_name, layer_file_name, longer_layer_file_name, may_belong_to,
    slug,
};
pub use owners::Owners;
pub use settings::{asks_blind, read_conventions, with_convention};
pub use warning::{LayerWarning, LineFault};
pub use wire::{CONTEXT, FORMAT};
