//! The icons of the window: letters of the bundled face of icons, which is part of every chain of faces. An
//! icon never stands alone: it has a name for screen readers and a tooltip.

/// Closing.
pub(in crate::gui) const CLOSE: &str = "\u{e4f6}";
