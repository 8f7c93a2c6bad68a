//! The earlier states of my marks, and the way back to one of them.

use crate::gui::outbox::Request;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::dialog::room_for_list;
use crate::gui::words::say;
use crate::session::Action;
use crate::session::earlier::Earlier;
use egui::{RichText, ScrollArea, Ui};

/// Lists the states, each with a button.
pub(super) fn earlier_ui(cx: &ViewCtx<'_>, states: &[Earlier], ui: &mut Ui) {
    let words = if states.is_empty() { say!("earlier-none") } else { say!("earlier-about") };
    ui.label(RichText::new(words).color(cx.theme.ink_subdued));
    ui.add_space(6.0);
    let height = room_for_list(ui, 320.0);
    ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        for state in states {
            ui.horizontal(|ui| {
                if ui.button(say!("earlier-bring-back", day = state.day.as_str())).clicked() {
                    cx.send(Action::restore(state));
                    cx.ask(Request::CloseDialog);
                }
                let size = state.n_bytes.div_ceil(1000);
                ui.label(say!("earlier-size", count = state.n_marks, size = size));
            });
        }
    });
    ui.add_space(8.0);
    if ui.button(say!("dialog-close")).clicked() {
        cx.ask(Request::CloseDialog);
    }
}
