//! The dialog that makes an article of what was pasted.

use crate::document::pasted::Pasted;
use crate::gui::outbox::Request;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::dialog::buttons_ui;
use crate::gui::widgets::{shortened, visible};
use crate::gui::words::say;
use egui::{RichText, TextEdit, Ui};
use std::path::PathBuf;

/// What is to become an article, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::gui) struct NewArticle {
    pub pasted: Pasted,
    /// The folder that is typed.
    pub folder: String,
}

impl NewArticle {
    /// Asks for the title and the place, and shows how it begins.
    pub(super) fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let kind = if self.pasted.html.is_some() { say!("paste-rich") } else { say!("paste-plain") };
        ui.label(RichText::new(kind).color(cx.theme.ink_subdued));
        let begins = shortened(&visible(self.pasted.text.trim()), 220);
        if !begins.is_empty() {
            ui.add_space(4.0);
            ui.label(RichText::new(begins).italics());
        }
        ui.add_space(8.0);
        egui::Grid::new("new article").num_columns(2).spacing([16.0, 8.0]).show(ui, |ui| {
            let mut field = |words: String, value: &mut String, takes_focus: bool| {
                let label = ui.label(words);
                let field = ui.add(TextEdit::singleline(value).desired_width(400.0)).labelled_by(label.id);
                if takes_focus && ui.memory(|memory| memory.focused()).is_none() {
                    field.request_focus();
                }
                ui.end_row();
            };
            field(say!("paste-title"), &mut self.pasted.title, true);
            field(say!("paste-address"), &mut self.pasted.address, false);
            field(say!("paste-folder"), &mut self.folder, false);
        });
        let name = self.pasted.file_name(1);
        ui.label(RichText::new(say!("paste-file", name = name)).small().color(cx.theme.ink_subdued));
        let is_ready = !self.pasted.title.trim().is_empty() && !self.folder.trim().is_empty();
        if buttons_ui(cx, ui, &say!("paste-does"), is_ready) {
            let folder = PathBuf::from(self.folder.trim());
            cx.ask(Request::NewArticle(Box::new(self.pasted.clone()), folder));
        }
    }
}
