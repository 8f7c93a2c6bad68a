//! What stands around the page.

pub(super) mod dock;
pub(super) mod editor;
mod finder;
mod folder;
mod found;
pub(super) mod marks;
mod marks_filter;
mod other_ends;
mod outline;
pub(super) mod review;
pub(super) mod status;
pub(super) mod tabs;
pub(super) mod versions;
