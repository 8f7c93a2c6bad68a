//! One person's marks with their places in the text.

use crate::anchor::Placers;
use crate::layer::{Layer, Placements};

/// A layer, and where its marks are.
#[derive(Clone, Debug)]
pub struct PlacedLayer {
    /// The marks now.
    pub layer: Layer,
    /// Where they are in the text.
    pub placements: Placements,
    /// Whether they are drawn, listed and gone to.
    pub is_shown: bool,
    /// Whether who works on the article may change them.
    pub is_writable: bool,
}

impl PlacedLayer {
    /// A layer that is shown and not to be changed, placed by `placers`.
    pub fn of(layer: Layer, placers: &Placers) -> Self {
        let placements = Placements::of(&layer, placers);
        Self { layer, placements, is_shown: true, is_writable: false }
    }
}
