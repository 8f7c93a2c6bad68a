//! The dialog of an assignment that is opened: its instructions, and the folder that it is laid into.

use super::instructions::InstructionSheet;
use crate::gui::outbox::{Lesson, Request};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::dialog::buttons_ui;
use crate::gui::widgets::{shortened, visible};
use crate::gui::words::say;
use crate::host::file_name;
use crate::session::class::assignment::Assignment;
use egui::{RichText, TextEdit, Ui};
use std::path::PathBuf;

/// The longest name of a file that is shown, in characters.
const LONGEST_NAME: usize = 60;

/// An assignment with what has been typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::gui) struct AssignmentSheet {
    assignment: Assignment,
    instructions: InstructionSheet,
    /// The folder that is typed.
    folder: String,
}

impl AssignmentSheet {
    /// For an assignment, in the folder that is proposed.
    pub(in crate::gui) fn new(assignment: Assignment) -> Self {
        let words = assignment.bundle.instructions.as_deref().unwrap_or_default();
        let instructions = InstructionSheet::of(words);
        Self { instructions, folder: assignment.folder.display().to_string(), assignment }
    }

    /// Takes the folder that was chosen in the system's dialog.
    pub(in crate::gui) fn set_folder(&mut self, folder: &std::path::Path) {
        self.folder = folder.display().to_string();
    }

    pub(in crate::gui) fn title(&self) -> String {
        let name = file_name(&self.assignment.file.with_extension(""));
        say!("title-assignment", name = shortened(&visible(&name), LONGEST_NAME))
    }

    /// Draws it.
    pub(in crate::gui) fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        ui.set_width(520.0);
        let name = shortened(&visible(&self.assignment.bundle.name), LONGEST_NAME);
        ui.label(RichText::new(say!("assignment-article", name = name)).color(cx.theme.ink_subdued));
        ui.add_space(6.0);
        if self.instructions.is_empty() {
            ui.label(say!("assignment-none"));
        } else {
            self.instructions.words_ui(cx, 320.0, ui);
        }
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            let label = ui.label(say!("assignment-folder"));
            let field = TextEdit::singleline(&mut self.folder).desired_width(360.0);
            ui.add(field).labelled_by(label.id).on_hover_text(say!("assignment-folder-hint"));
            if ui.button(say!("assignment-choose")).clicked() {
                cx.ask(Request::ChooseFolder);
            }
        });
        let is_there = self.assignment.is_there && self.folder.as_str() == self.proposed();
        let about = if is_there { say!("assignment-there") } else { say!("assignment-folder-hint") };
        ui.label(RichText::new(about).small().color(cx.theme.ink_subdued));
        let does = if is_there { say!("assignment-go-on") } else { say!("assignment-begin") };
        if buttons_ui(cx, ui, &does, !self.folder.trim().is_empty()) {
            let folder = PathBuf::from(self.folder.trim());
            cx.ask(Request::Lesson(Lesson::Unpack(Box::new(self.assignment.clone()), folder)));
        }
    }

    fn proposed(&self) -> String {
        self.assignment.folder.display().to_string()
    }
}
