//! The dialog for the password of an article's file.

use crate::gui::outbox::Request;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::dialog::buttons_ui;
use crate::gui::widgets::{shortened, visible};
use crate::gui::words::say;
use egui::{RichText, TextEdit, Ui};
use std::path::PathBuf;

/// The longest name of a file that is shown, in characters.
const LONGEST_NAME: usize = 60;

/// A file that is locked, and what has been typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::gui) struct Locked {
    /// The file.
    pub path: PathBuf,
    /// What has been typed.
    pub password: String,
    /// Whether a password was given that does not open it.
    pub was_wrong: bool,
}

impl Locked {
    /// Asks for the password.
    pub(super) fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        let name = shortened(&visible(&name), LONGEST_NAME);
        ui.label(say!("password-about", name = name));
        if self.was_wrong {
            ui.label(RichText::new(say!("password-wrong")).color(cx.theme.warning));
        }
        ui.label(RichText::new(say!("password-kept")).small().color(cx.theme.ink_subdued));
        ui.add_space(6.0);
        let label = ui.label(say!("password-field"));
        let field = TextEdit::singleline(&mut self.password).password(true).desired_width(280.0);
        let field = ui.add(field).labelled_by(label.id);
        if ui.memory(|memory| memory.focused()).is_none() {
            field.request_focus();
        }
        if buttons_ui(cx, ui, &say!("password-open"), !self.password.is_empty()) {
            cx.ask(Request::Unlock(self.path.clone(), std::mem::take(&mut self.password)));
        }
    }
}
