//! What a position in a text is: byte offsets in a type of their own, their conversion to the
//! units of files and browsers, the boundaries of words and sentences, and folded search.
//!
//! Knows no document, no annotation and nothing else of ours: plain strings and offsets.
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

pub mod align;
pub mod alike;
pub mod boundary;
pub mod find;
pub mod invisible;
pub mod letters;
pub mod marks;
pub mod names;
pub mod order;
pub mod quoted;
pub mod range;
pub mod search;
pub mod shown;
pub mod units;
pub mod words;

pub use range::{TextRange, TextSize};
pub use units::Units;
