//! Parts of lines.

use super::fonts::Style;

/// Part of a line in one style, as it is read.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) text: String,
    /// Whether a space parts it from what stands before it in the line.
    pub(super) is_apart: bool,
    pub(super) style: Style,
    pub(super) height: Height,
    /// Its place on the page, in points from the upper left corner: left, top, right, bottom.
    pub(super) place: [f32; 4],
    /// Which link of the page it belongs to.
    pub(super) link: Option<u32>,
}

/// Whether a run stands on its line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Height {
    #[default]
    Level,
    Raised,
    Lowered,
}
