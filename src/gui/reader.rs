//! The reading surface.

pub mod glyph_mesh;
pub mod glyphs;
