//! The bar at the top: menus, the article's name, and whether the marks are saved.

use super::command::{About, Menu};
use super::notices::sentence;
use super::outbox::Request;
use super::view_ctx::ViewCtx;
use crate::session::SaveState;
use egui::{Align, Button, Layout, RichText, Ui};

/// Draws the bar.
pub(super) fn menu_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    egui::MenuBar::new().ui(ui, |ui| {
        for menu in Menu::BAR {
            ui.menu_button(menu.label(), |ui| {
                ui.set_min_width(230.0);
                let mut is_first = true;
                for about in cx.commands.all() {
                    if about.menu == menu && about.is_in_bar {
                        if about.begins_group && !is_first {
                            ui.separator();
                        }
                        is_first = false;
                        entry_ui(cx, about, (cx.can_run)(&about.command), ui);
                    }
                }
                if menu == Menu::File {
                    recent_ui(cx, ui);
                }
            });
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| save_state_ui(cx, ui));
    });
}

fn entry_ui(cx: &ViewCtx<'_>, about: &About, is_enabled: bool, ui: &mut Ui) {
    let mut button = Button::new(&about.label).wrap_mode(egui::TextWrapMode::Extend);
    if let Some(chord) = about.keys.first() {
        button = button.shortcut_text(RichText::new(chord.label()).color(cx.theme.ink_subdued));
    }
    if ui.add_enabled(is_enabled, button).on_hover_text(&about.hint).clicked() {
        cx.run(about.command.clone());
        ui.close();
    }
}

fn recent_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    if cx.settings.recent.is_empty() {
        return;
    }
    ui.separator();
    ui.label(RichText::new("Recent").small().color(cx.theme.ink_subdued));
    for path in &cx.settings.recent {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let shown = super::widgets::visible(&name);
        if ui.button(shown).on_hover_text(super::widgets::visible(&path.display().to_string())).clicked() {
            cx.ask(Request::Open(path.clone()));
            ui.close();
        }
    }
}

fn save_state_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    let Some(session) = cx.session else { return };
    let (words, color, hint) = match session.save_state() {
        SaveState::Saved if session.my_layer().is_none() => {
            ("No marks of yours", cx.theme.ink_subdued, "Nothing to save".to_owned())
        }
        SaveState::Saved => {
            ("Saved", cx.theme.good, "Every mark is in your layer file beside the article".to_owned())
        }
        SaveState::Changed | SaveState::Saving { .. } if session.is_kept() => {
            ("Kept, saving…", cx.theme.ink_subdued, "The last change is in the program's log".to_owned())
        }
        SaveState::Changed | SaveState::Saving { .. } => {
            ("Changed, saving…", cx.theme.ink_subdued, "The last change is on its way to the disk".to_owned())
        }
        SaveState::Failed(error) if session.is_kept() => {
            let hint = format!("{}. The marks are kept in the program's log", sentence(&error.to_string()));
            ("Kept, not saved", cx.theme.warning, hint)
        }
        SaveState::Failed(error) => ("Not saved", cx.theme.error, sentence(&error.to_string())),
    };
    ui.add_space(4.0);
    ui.label(RichText::new(words).color(color)).on_hover_text(hint);
}
