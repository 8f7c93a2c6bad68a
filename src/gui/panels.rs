//! What stands around the page.

mod article_card;
mod card_links;
pub(super) mod editor;
pub(super) mod finder;
pub(super) mod folder;
pub(super) mod found;
mod link_end;
pub(super) mod mark_row;
pub(super) mod marks;
mod marks_filter;
pub(super) mod marks_view;
pub(super) mod outline;
pub(super) mod review;
pub(super) mod status;
pub(super) mod tabs;
pub(super) mod versions;
