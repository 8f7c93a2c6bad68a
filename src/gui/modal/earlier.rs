//! The earlier states of my marks, and the way back to one of them.

use crate::gui::outbox::Request;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::dialog::room_for_list;
use crate::session::Action;
use crate::session::earlier::Earlier;
use egui::{RichText, ScrollArea, Ui};

/// Lists the states, each with a button.
pub(super) fn earlier_ui(cx: &ViewCtx<'_>, states: &[Earlier], ui: &mut Ui) {
    let words = if states.is_empty() {
        "None has been kept yet. Before the first change of each day the state of your marks is put aside."
    } else {
        "The state before the first change of each day. Bringing one back is a change like any other: undo takes it back."
    };
    ui.label(RichText::new(words).color(cx.theme.ink_subdued));
    ui.add_space(6.0);
    let height = room_for_list(ui, 320.0);
    ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        for state in states {
            ui.horizontal(|ui| {
                if ui.button(format!("Bring back {}", state.day)).clicked() {
                    cx.send(Action::restore(state));
                    cx.ask(Request::CloseDialog);
                }
                let marks =
                    if state.n_marks == 1 { "1 mark".to_owned() } else { format!("{} marks", state.n_marks) };
                ui.label(format!("{marks}, {} kB", state.n_bytes.div_ceil(1000)));
            });
        }
    });
    ui.add_space(8.0);
    if ui.button("Close").clicked() {
        cx.ask(Request::CloseDialog);
    }
}
