//! A list of our own, where the system shows no dialog: folders and articles of the path that is typed.

use crate::gui::importing;
use crate::gui::outbox::Request;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::dialog::{buttons_ui, room_for_list};
use crate::gui::widgets::visible;
use crate::gui::words::say;
use crate::gui::worker::Ask;
use egui::{RichText, ScrollArea, TextEdit, Ui};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

/// More rows than this nobody looks through.
const MOST: usize = 400;

/// What has been typed, and what lies in its folder.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::gui) struct PathDialog {
    ask: Ask,
    path: String,
    /// The folder that was asked for.
    asked: Option<PathBuf>,
    /// What lies there: each with whether it is a folder.
    listed: Vec<(PathBuf, bool)>,
    /// Those of them that go on as typed, by their places in `listed`, and what was typed then.
    fitting: Vec<usize>,
    fitted: Option<String>,
}

impl PathDialog {
    /// A dialog for articles or for a folder that begins in `folder`.
    pub(in crate::gui) fn new(ask: Ask, folder: Option<&Path>) -> Self {
        let path = folder.map_or_else(String::new, |folder| format!("{}{MAIN_SEPARATOR}", folder.display()));
        Self { ask, path, asked: None, listed: Vec::new(), fitting: Vec::new(), fitted: None }
    }

    pub(super) fn title(&self) -> String {
        match self.ask {
            Ask::Articles => say!("path-article"),
            Ask::Folder => say!("path-folder"),
            // That dialog has a field of its own.
            Ask::Place(_) => say!("title-export"),
            Ask::Marks => say!("dialog-marks"),
            Ask::Feedback => say!("dialog-open-feedback"),
            Ask::HandedIn => say!("class-add-files"),
            Ask::Assignment => say!("class-by-assignment"),
        }
    }

    /// Takes in what lies in a folder, if it is still the one that is typed.
    pub(in crate::gui) fn take(&mut self, folder: &Path, listed: Vec<(PathBuf, bool)>) {
        if self.asked.as_deref() == Some(folder) {
            (self.listed, self.fitted) = (listed, None);
        }
    }

    pub(super) fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let words = say!("path-about");
        ui.label(RichText::new(words).color(cx.theme.ink_subdued));
        let label = ui.label(say!("path-field"));
        let field = ui.add(TextEdit::singleline(&mut self.path).desired_width(520.0)).labelled_by(label.id);
        field.request_focus();
        ui.add_space(4.0);
        self.follow(cx);
        if let Some(path) = self.list_ui(cx, ui) {
            self.path = path;
            // What is typed next goes on from what was chosen.
            let mut state = TextEdit::load_state(ui.ctx(), field.id).unwrap_or_default();
            let end = egui::text::CCursor::new(self.path.chars().count());
            state.cursor.set_char_range(Some(egui::text::CCursorRange::one(end)));
            state.store(ui.ctx(), field.id);
        }
        let word = if self.ask == Ask::Folder { say!("path-open-folder") } else { say!("path-open") };
        let typed = self.path.trim();
        if buttons_ui(cx, ui, &word, !typed.is_empty()) {
            let path = PathBuf::from(typed.trim_start_matches("file://"));
            cx.ask(match self.ask {
                Ask::Marks => Request::Import(importing::Ask::Read(path)),
                _ => Request::Open(path),
            });
        }
    }

    /// Asks for what lies in the folder that is typed where it is another one, and finds what fits.
    fn follow(&mut self, cx: &ViewCtx<'_>) {
        let (folder, start) = parts(&self.path);
        if self.asked.as_ref() != Some(&folder) {
            self.listed.clear();
            self.asked = Some(folder.clone());
            cx.ask(Request::Entries(folder));
        }
        if self.fitted.as_ref() != Some(&start) {
            let fits =
                |(_, (path, _)): &(usize, &(PathBuf, bool))| name(path).to_lowercase().starts_with(&start);
            let fitting = self.listed.iter().enumerate().filter(fits).map(|(nth, _)| nth);
            self.fitting = fitting.take(MOST).collect();
            self.fitted = Some(start);
        }
    }

    /// Draws the list; the path that was chosen in it.
    fn list_ui(&self, cx: &ViewCtx<'_>, ui: &mut Ui) -> Option<String> {
        let mut chosen = None;
        let height = room_for_list(ui, 280.0);
        let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
        area.auto_shrink([false, false]).show(ui, |ui| {
            if let Some(parent) = parent_of(&self.path)
                && ui.selectable_label(false, format!("⏎ {}", say!("path-above"))).clicked()
            {
                chosen = Some(parent);
            }
            for (entry, is_folder) in self.fitting.iter().filter_map(|&nth| self.listed.get(nth)) {
                let shown = visible(&name(entry));
                let shown = if *is_folder { format!("{shown}/") } else { shown };
                if ui.selectable_label(false, shown).clicked() {
                    let path = entry.display().to_string();
                    if *is_folder {
                        chosen = Some(format!("{path}{MAIN_SEPARATOR}"));
                    } else {
                        chosen = Some(path);
                        cx.ask(Request::Open(entry.clone()));
                    }
                }
            }
        });
        chosen
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// The folder of what is typed, and how the name goes on in it, in small letters.
fn parts(typed: &str) -> (PathBuf, String) {
    let end = typed.rfind(std::path::is_separator).map_or(0, |at| at + 1);
    let (folder, start) = typed.split_at(end);
    (PathBuf::from(if folder.is_empty() { "." } else { folder }), start.to_lowercase())
}

fn parent_of(path: &str) -> Option<String> {
    let trimmed = path.trim_end_matches(MAIN_SEPARATOR);
    let parent = Path::new(trimmed).parent()?;
    Some(format!("{}{MAIN_SEPARATOR}", parent.display().to_string().trim_end_matches(MAIN_SEPARATOR)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_a_folder_and_the_beginning_of_a_name() {
        assert_eq!(parts(""), (PathBuf::from("."), String::new()));
        assert_eq!(parts("Rep"), (PathBuf::from("."), "rep".to_owned()));
        assert_eq!(parts("/desk/Rep"), (PathBuf::from("/desk/"), "rep".to_owned()));
        assert_eq!(parts("/desk/"), (PathBuf::from("/desk/"), String::new()));
    }
}
