//! In without a file: an article of what was pasted.

use super::App;
use crate::document::import::Options;
use crate::document::pasted::{Pasted, is_web_address};
use crate::gui::modal::Modal;
use crate::gui::modal::paste::NewArticle;
use crate::gui::told;
use crate::gui::words::say;
use egui::{Context, Event, Key};
use std::path::Path;

/// More articles of one name than this are a mistake.
const MOST_OF_A_NAME: usize = 1_000;

impl App {
    /// What the system pasted in this frame: where the clipboard can be had in no other way, it is that.
    pub(super) fn hear_paste(&mut self, ctx: &Context) {
        self.pasted = None;
        let mut is_let_go = false;
        ctx.input(|input| {
            for event in &input.events {
                match event {
                    Event::Paste(text) => {
                        self.pasted = Some(text.clone());
                        self.has_pasted = true;
                    }
                    Event::Key { key: Key::V, pressed, modifiers, .. } => {
                        // Ctrl may have been let go before.
                        is_let_go |= !pressed && (modifiers.command_only() || modifiers.is_none());
                        self.has_pasted |= *pressed;
                    }
                    _ => {}
                }
            }
        });
        // Of an empty clipboard the system tells only that the keys were let go.
        if is_let_go && !std::mem::take(&mut self.has_pasted) {
            let is_free = self.modal.is_none() && !ctx.text_edit_focused();
            if is_free {
                self.paste();
            }
        }
    }

    /// Asks for title and place of an article that is made of what the clipboard holds.
    pub(super) fn paste(&mut self) {
        let clipped = self.host.clipboard().unwrap_or_default();
        let heard = self.pasted.take().unwrap_or_default();
        let text = if clipped.text.is_empty() { heard } else { clipped.text };
        if is_web_address(text.trim()) {
            return self.refuse_web(text.trim());
        }
        let Some(pasted) = Pasted::found(clipped.html, text) else {
            return self.notices.say(say!("paste-nothing"));
        };
        let beside = self.folder_here().or_else(|| {
            let recent = self.settings.recent.first()?;
            Some(if self.host.is_folder(recent) { recent.as_path() } else { recent.parent()? }.to_owned())
        });
        let folder = beside.map_or_else(String::new, |folder| folder.display().to_string());
        self.show(Modal::NewArticle(Box::new(NewArticle { pasted, folder })));
    }

    /// Says of an address that nothing is fetched, and what to do.
    pub(super) fn refuse_web(&mut self, address: &str) {
        self.notices.refuse(say!("web-never", address = address), Some(say!("web-never-hint")));
    }

    /// Writes what was pasted as a new file, never over another one, and opens it.
    pub(super) fn make_article(&mut self, pasted: &Pasted, folder: &Path) {
        if !self.host.is_folder(folder) {
            let folder = folder.display().to_string();
            return self.notices.refuse(say!("paste-no-folder", folder = folder), None);
        }
        let names = (1..MOST_OF_A_NAME).map(|nth| folder.join(pasted.file_name(nth)));
        let Some(path) = names.into_iter().find(|path| self.host.stamp(path).is_none()) else {
            return self.notices.refuse(say!("paste-names-taken", name = pasted.file_name(1)), None);
        };
        let file = pasted.file(self.host.now());
        if let Err(error) = self.host.write(&path, file.as_bytes()) {
            let reason = told::host_error(&error);
            return self.notices.refuse(say!("paste-not-written", reason = reason), None);
        }
        self.modal = None;
        self.open(path, &Options::default());
        self.notices.say(say!("paste-made"));
    }
}
