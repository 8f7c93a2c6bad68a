//! What all pages share: the faces, the atlas of their glyphs, and the pictures.

use super::album::Album;
use super::glyph_mesh::TextPainter;
use crate::page::{BUNDLED, Fonts};

/// Faces, glyphs and pictures that all pages share.
pub(in crate::gui) struct TypeCache {
    /// The faces.
    pub fonts: Fonts,
    /// Their glyphs.
    pub text: TextPainter,
    /// Pictures.
    pub album: Album,
    /// How many pages there have been: tells their meshes apart.
    n_pages: u64,
}

impl TypeCache {
    /// With the bundled faces.
    pub(in crate::gui) fn new() -> Self {
        Self {
            fonts: Fonts::new(&BUNDLED),
            text: TextPainter::default(),
            album: Album::default(),
            n_pages: 0,
        }
    }

    /// A number for one more page.
    pub(super) fn next_page(&mut self) -> u64 {
        self.n_pages += 1;
        self.n_pages
    }
}
