//! The reading surface: the page of one article, what is marked on it, and the hands on it.

mod access;
mod caret;
mod gesture;
pub mod glyph_mesh;
pub mod glyphs;
mod hits;
mod hover;
mod images;
mod lanes;
mod paint;
mod scrollbar;
mod signs;
mod tagbar;
mod view;

pub(super) use view::{Press, Reader};
