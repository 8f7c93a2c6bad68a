//! What dialogs have in common: the buttons at their end, and room for a list.

use crate::gui::outbox::Request;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::buttons;
use crate::gui::words::say;
use egui::{Button, Key, Ui};

/// How high a list in a dialog may be, in points: `wanted`, or what a small window has left of itself.
pub(in crate::gui) fn room_for_list(ui: &Ui, wanted: f32) -> f32 {
    const AROUND: f32 = 240.0;
    (ui.ctx().content_rect().height() - AROUND).clamp(120.0, wanted)
}

/// The buttons at the end of a dialog; whether what was asked for is to be done, by click or Enter.
pub(in crate::gui) fn buttons_ui(cx: &ViewCtx<'_>, ui: &mut Ui, yes: &str, is_ready: bool) -> bool {
    let enter = ui.input(|input| input.key_pressed(Key::Enter));
    let clicked = answers_ui(cx, ui, buttons::primary(cx.theme, yes), is_ready);
    is_ready && (clicked || enter)
}

/// The same where it takes something away for good: Enter, which may have been meant for something else,
/// does not do it.
pub(in crate::gui) fn removal_ui(cx: &ViewCtx<'_>, ui: &mut Ui, yes: &str, is_ready: bool) -> bool {
    answers_ui(cx, ui, buttons::dangerous(cx.theme, yes), is_ready)
}

fn answers_ui(cx: &ViewCtx<'_>, ui: &mut Ui, yes: Button<'_>, is_ready: bool) -> bool {
    ui.add_space(8.0);
    let row = ui.horizontal(|ui| {
        let clicked = ui.add_enabled(is_ready, yes).clicked();
        if ui.button(say!("dialog-cancel")).clicked() {
            cx.ask(Request::CloseDialog);
        }
        clicked
    });
    row.inner
}
