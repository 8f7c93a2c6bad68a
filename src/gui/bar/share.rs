//! The menu of what takes words and marks out of the window, and settles what came in from others.

use crate::gui::menu::{entry_ui, set_up};
use crate::gui::view_ctx::ViewCtx;
use egui::Ui;

/// Draws the rows of all menus that share something.
pub(super) fn share_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    set_up(ui);
    for about in cx.commands.all().iter().filter(|about| about.shares) {
        drop(entry_ui(cx, about, ui));
    }
}
