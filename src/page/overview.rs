//! The whole document at once: what a strip beside the scroll bar shows.

use super::view::Page;
use crate::text::TextSize;

impl Page {
    /// Cuts the document, with the room above and below it, into `n` slices of the same height and gives
    /// the byte that each begins at: from the first to the last, partly guessed. Slices above the first
    /// line begin at 0, those below the last at the end of the text.
    pub fn slices(&self, n: usize) -> Vec<TextSize> {
        let scale = f64::from(self.scale());
        let total = self.total_height() * scale;
        let above = f64::from(self.margins().top) * scale;
        let count = |n: usize| u32::try_from(n).map_or(f64::from(u32::MAX), f64::from);
        let offset = |nth: usize| {
            let y = total * count(nth) / count(n) - above;
            let (index, within) = self.heights.find(y);
            let Some(portion) = self.portions.get(index) else { return TextSize::ZERO };
            let share = (within / self.heights.get(index).max(1.0)).clamp(0.0, 1.0);
            let length = count(portion.range.len().to_usize());
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of a length")]
            let bytes = (length * share) as u32;
            portion.range.start() + TextSize::from(bytes)
        };
        (0..n).map(offset).collect()
    }
}
