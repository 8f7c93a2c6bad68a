//! The pictures that are here: textures of all pages, kept while there is room.

use crate::gui::pictures::Pixels;
use egui::{TextureHandle, TextureOptions};
use std::collections::BTreeMap;

/// The most bytes of pictures that are kept for all articles.
const BUDGET: usize = 128 << 20;
/// Textures of all pages, by page and picture.
#[derive(Default)]
pub(in crate::gui) struct Album {
    kept: BTreeMap<(u64, usize), Kept>,
    clock: u64,
}

/// A picture as a texture.
pub(super) struct Kept {
    pub texture: TextureHandle,
    /// Whether what lies under it can be seen.
    pub is_clear: bool,
    used: u64,
}

impl Kept {
    fn n_bytes(&self) -> usize {
        let [width, height] = self.texture.size();
        width * height * 4
    }
}

impl Album {
    /// Lets go of the pictures of a page that is closed.
    pub(in crate::gui) fn forget(&mut self, page: u64) {
        self.kept.retain(|key, _| key.0 != page);
    }

    /// Whether a picture is here.
    pub(super) fn has(&self, key: (u64, usize)) -> bool {
        self.kept.contains_key(&key)
    }

    /// A picture that is shown now.
    pub(super) fn shown(&mut self, key: (u64, usize)) -> Option<&Kept> {
        self.clock += 1;
        let kept = self.kept.get_mut(&key)?;
        kept.used = self.clock;
        Some(kept)
    }

    /// Keeps a picture, and lets go of those that were not shown for longest if there are too many.
    pub(super) fn keep(&mut self, key: (u64, usize), pixels: Pixels, ctx: &egui::Context) {
        self.clock += 1;
        let texture = ctx.load_texture("picture", pixels.colors, TextureOptions::LINEAR);
        self.kept.insert(key, Kept { texture, is_clear: pixels.is_clear, used: self.clock });
        while BUDGET < self.kept.values().map(Kept::n_bytes).sum() && 1 < self.kept.len() {
            let oldest = self.kept.iter().min_by_key(|(_, kept)| kept.used).map(|(&key, _)| key);
            oldest.and_then(|oldest| self.kept.remove(&oldest));
        }
    }
}
