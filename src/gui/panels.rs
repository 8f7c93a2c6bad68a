//! What stands around the page.

mod article_card;
pub(super) mod beside;
pub(super) mod card_field;
mod card_figure;
mod card_foot;
mod card_head;
mod card_links;
mod card_row;
mod card_source;
pub(super) mod editor;
mod figure_chips;
mod figure_lines;
pub(super) mod finder;
pub(super) mod folder;
pub(super) mod found;
mod link_end;
pub(super) mod mark_row;
pub(super) mod marks;
mod marks_filter;
pub(super) mod marks_view;
pub(super) mod outline;
mod people;
pub(super) mod review;
mod source_field;
pub(super) mod status;
pub(super) mod tabs;
pub(super) mod versions;
