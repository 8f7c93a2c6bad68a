//! Typesetting: blocks to lines at a width, the heights of a whole document, and the way from a
//! point to a byte and back.
//!
//! Knows no egui, no marks, no files and no clock.
//!
//! A document is read through a [`Page`]. Only what is in view is typeset, so the page holds a
//! *height* for every portion of the document (guessed until it has been set) and a scroll position
//! that is a portion and a distance into it: correcting a guess moves nothing that is on screen.
//! Everything about one typeset portion is its [`Set`]: what to paint, where a byte is, which byte
//! is at a point.
//!
//! **Units.** Lengths are points, f32 within a view and f64 along a document. Pixels stay inside,
//! where every height and every baseline is a whole number of them, so that sums of heights are
//! exact and text is crisp. Offsets are bytes of the document's reading text, always.
//!
//! **Places.** A point is relative to the top left corner of the viewport ([`Page`]) or of the
//! portion ([`Set`]); the text column's distance from the viewport's left is [`Page::column`].

mod ahead;
mod cache;
mod estimate;
pub mod faces;
mod flow;
pub mod fonts;
mod frame;
pub mod geometry;
mod guesses;
mod hanging;
pub mod heights;
pub mod hit;
mod hyphens;
pub mod images;
mod inline;
pub mod motion;
mod overview;
mod pixels;
pub mod portions;
mod roles;
pub mod scroll;
mod shaping;
pub mod style;
mod tables;
#[cfg(test)]
mod tests;
pub mod typeset;
pub mod view;
mod wide;

pub use ahead::{EstimateJob, Estimates, Typeset, TypesetJob};
pub use faces::{BUNDLED, Faces};
pub use flow::runs_leftwards;
pub use fonts::{Fonts, Scan, SystemFonts};
pub use geometry::{Affinity, Caret, ClusterSpot, LinePart, LineShape, Place, Point, Rect};
pub use hit::Hit;
pub use images::{ImageSizes, Picture};
pub use motion::Motion;
pub use scroll::Align;
pub use style::{Face, Ink, Look, PageStyle};
pub use typeset::{Decoration, Piece, Set};
pub use view::{Column, Margins, Missing, Page, Shown};
pub use wide::TableBar;
