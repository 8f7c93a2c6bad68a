//! A layer as bytes and as text, and back: the files beside an article, and marked text.
//!
//! Knows bytes and strings only: no paths, no disk, no session.

pub mod marked;
