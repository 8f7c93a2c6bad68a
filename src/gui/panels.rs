//! What stands around the page.

pub(super) mod editor;
pub(super) mod folder;
pub(super) mod marks;
mod marks_filter;
pub(super) mod status;
pub(super) mod tabs;
