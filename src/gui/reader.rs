//! The reading surface: the page of one article, what is marked on it, and the hands on it.

mod access;
mod access_actions;
mod caret;
mod gesture;
pub mod glyph_mesh;
pub mod glyphs;
mod hits;
mod hover;
mod images;
mod jumps;
mod margin;
mod mark_mesh;
mod numbers;
mod paint;
mod scrollbar;
mod signs;
mod strip;
mod tagbar;
mod text_runs;
mod view;

pub(super) use view::{Press, Reader};
