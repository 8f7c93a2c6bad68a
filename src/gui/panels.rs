//! What stands around the page.

pub(super) mod editor;
pub(super) mod folder;
pub(super) mod marks;
pub(super) mod status;
pub(super) mod tabs;
