//! What dialogs have in common: the buttons at their end, and room for a list.

use crate::gui::outbox::Request;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::buttons;
use crate::gui::words::say;
use egui::{Button, Key, Modifiers, Response, Ui};

/// How high a list in a dialog may be, in points: `wanted`, or what a small window has left of itself.
pub(in crate::gui) fn room_for_list(ui: &Ui, wanted: f32) -> f32 {
    const AROUND: f32 = 240.0;
    (ui.ctx().content_rect().height() - AROUND).clamp(120.0, wanted)
}

/// The buttons at the end of a dialog; whether what was asked for is to be done, by click or by Enter, unless
/// that means another button, which has the keyboard.
pub(in crate::gui) fn buttons_ui(cx: &ViewCtx<'_>, ui: &mut Ui, yes: &str, is_ready: bool) -> bool {
    let clicked = answers_ui(cx, ui, buttons::primary(cx.theme, yes), is_ready);
    let enter = ui.input(|input| input.key_pressed(Key::Enter));
    is_ready && (clicked || enter && !is_on_control(ui))
}

/// Whether something has the keyboard that is no field: Enter means that then.
pub(in crate::gui) fn is_on_control(ui: &Ui) -> bool {
    ui.memory(|memory| memory.focused()).is_some() && !ui.ctx().text_edit_focused()
}

/// Has Enter mean this field for several lines while it has the keyboard, and not the button at the end.
pub(in crate::gui) fn hears_enter(ui: &Ui, response: &Response) {
    if response.has_focus() {
        ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    }
}

/// A button that puts the dialog away, which Enter means where nothing else has the keyboard.
pub(in crate::gui) fn closing_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    ui.add_space(8.0);
    let close = ui.add(buttons::primary(cx.theme, &say!("dialog-close")));
    if ui.memory(|memory| memory.focused()).is_none() {
        close.request_focus();
    }
    if close.clicked() {
        cx.ask(Request::CloseDialog);
    }
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
