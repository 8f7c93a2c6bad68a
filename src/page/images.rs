//! The boxes of pictures: how large each is shown, and where it stands above the text of its portion.
//!
//! A picture belongs to the portion that it stands before (the last one, where it stands after all), so
//! that heights and places need nothing new. Its bytes are nobody's business here.

use super::frame::Frame;
use super::geometry::Rect;
use super::portions::Portion;
use super::typeset::Measure;
use crate::document::{BlockKind, Document};

/// How large the pictures of a document are, and the most that one may be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImageSizes {
    /// For each picture its width and height in points at zoom 1; `None` where it cannot be shown or is
    /// not known yet, and a line with its words takes its place. A picture of no height takes no room.
    pub sizes: Vec<Option<(f32, f32)>>,
    /// The greatest height in points.
    pub most_height: f32,
}

/// A picture of a portion, or the line that stands for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Picture {
    /// Which of the document's.
    pub image: usize,
    /// Where, in points from the portion's top left corner.
    pub rect: Rect,
}

/// The pictures that stand above a portion and below it, from top to bottom, with the space that
/// parts them from what follows. Pixels.
#[derive(Clone, Debug, Default)]
pub(super) struct Stack {
    boxes: Vec<(usize, f32, f32)>,
    gap: f32,
    /// The height of all of them with their gaps; whole.
    pub height: f32,
}

impl Stack {
    /// The pictures before the block of `portion`.
    pub(super) fn above(document: &Document, portion: Portion, measure: Measure<'_>, width: f32) -> Self {
        let index = portion.block as usize;
        let Some(block) = document.blocks().get(index) else { return Self::default() };
        if portion.range.start() != block.range.start() {
            return Self::default();
        }
        let gap = if block.kind == BlockKind::Caption { 0.4 } else { 0.7 };
        Self::of(document.images_before(index), measure, width, gap)
    }

    /// The pictures after the last block, for its last portion.
    pub(super) fn below(document: &Document, portion: Portion, measure: Measure<'_>, width: f32) -> Self {
        let n_blocks = document.blocks().len();
        let is_end = document.blocks().last().is_some_and(|last| {
            portion.block as usize + 1 == n_blocks && portion.range.end() == last.range.end()
        });
        if is_end { Self::of(document.images_before(n_blocks), measure, width, 0.7) } else { Self::default() }
    }

    fn of(images: std::ops::Range<usize>, measure: Measure<'_>, width: f32, gap: f32) -> Self {
        let gap = (gap * measure.style.line_px(1.0)).round();
        let mut stack = Self { gap, ..Self::default() };
        for image in images {
            let (width, height) = fitted(image, measure, width);
            if 0.0 < height {
                stack.height += height + gap;
                stack.boxes.push((image, width, height));
            }
        }
        stack
    }

    /// Their places, the first at `top`; flush with the side where reading starts.
    pub(super) fn places(&self, frame: &Frame, top: f32, is_rtl: bool, scale: f32) -> Vec<Picture> {
        let mut y = top;
        let mut places = Vec::with_capacity(self.boxes.len());
        for &(image, width, height) in &self.boxes {
            let x = if is_rtl { frame.left + frame.width - width } else { frame.left };
            places.push(Picture { image, rect: Rect { x, y, width, height }.scaled(1.0 / scale) });
            y += height + self.gap;
        }
        places
    }

    /// The space before the first of them, where they stand below a text.
    pub(super) fn gap(&self) -> f32 {
        if self.boxes.is_empty() { 0.0 } else { self.gap }
    }
}

/// The width and height of a picture in whole pixels: never larger than it is, nor than column and view.
fn fitted(image: usize, measure: Measure<'_>, column: f32) -> (f32, f32) {
    let style = measure.style;
    let Some((width, height)) = measure.images.sizes.get(image).copied().flatten() else {
        return (column, (style.line_px(1.0) * 1.6).round());
    };
    if width <= 0.0 || height <= 0.0 {
        return (0.0, 0.0);
    }
    let natural = style.zoom * style.scale;
    let (width, height) = (width * natural, height * natural);
    let most = (measure.images.most_height * style.scale).max(style.line_px(1.0) * 4.0);
    let by = (column / width).min(most / height).min(1.0);
    ((width * by).round().max(1.0), (height * by).round().max(1.0))
}
