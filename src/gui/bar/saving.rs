//! Whether the marks are saved.

use crate::gui::command::Command;
use crate::gui::icons;
use crate::gui::notices::sentence;
use crate::gui::told;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::words::{moment, say};
use crate::session::{SaveState, Session};
use egui::{Button, Color32, RichText, Role, Ui, WidgetInfo};

/// What there is to say of a state: a sign, a word or two, their colour, and all of it.
struct Said {
    sign: &'static str,
    words: String,
    ink: Color32,
    hint: String,
}

/// Draws the state; a click saves at once. Without `has_room` the words stand in the tooltip alone.
pub(super) fn state_ui(cx: &ViewCtx<'_>, has_room: bool, ui: &mut Ui) {
    let Some(session) = cx.session else { return };
    let Said { sign, words, ink, hint } = said(cx, session);
    let sign = RichText::new(sign).size(15.0).color(ink);
    let button =
        if has_room { Button::new((sign, RichText::new(&words).color(ink))) } else { Button::new(sign) };
    let response = ui.add(button.frame(false));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
    let command = if session.handed_in().is_some() { Command::HAND_IN } else { Command::SAVE };
    let key = cx.commands.key_hint(&command);
    if response.on_hover_text(format!("{words}{key}\n{hint}")).clicked() {
        cx.run(command);
    }
}

fn said(cx: &ViewCtx<'_>, session: &Session) -> Said {
    let theme = cx.theme;
    let (sign, words, ink, hint) = match session.save_state() {
        SaveState::Saved if session.my_layer().is_none() => {
            (icons::SAVED, say!("saving-nothing"), theme.ink_subdued, say!("saving-nothing-hint"))
        }
        SaveState::Saved if session.handed_in().is_some() => {
            let at = session.handed_in().map(moment).unwrap_or_default();
            (icons::SAVED, say!("saving-handed-in", at = at), theme.accent, say!("saving-handed-in-hint"))
        }
        SaveState::Saved => (icons::SAVED, say!("saving-saved"), theme.good, say!("saving-saved-hint")),
        SaveState::Changed | SaveState::Saving { .. } if session.is_kept() => {
            (icons::SAVING, say!("saving-kept"), theme.ink_subdued, say!("saving-kept-hint"))
        }
        SaveState::Changed | SaveState::Saving { .. } => {
            (icons::SAVING, say!("saving-changed"), theme.ink_subdued, say!("saving-changed-hint"))
        }
        SaveState::Failed(error) if session.is_kept() => {
            let hint = say!("saving-failed-kept-hint", reason = sentence(&told::save_error(error)));
            (icons::WARNING, say!("saving-failed-kept"), theme.warning, hint)
        }
        SaveState::Failed(error) => {
            (icons::WARNING, say!("saving-failed"), theme.error, sentence(&told::save_error(error)))
        }
    };
    Said { sign, words, ink, hint }
}
