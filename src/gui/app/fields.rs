//! The fields of the chosen mark, opened by a key each.

use super::App;
use crate::gui::panels::card_field::Field;
use crate::session::Action;

impl App {
    /// Puts the keyboard into a field of the chosen mark, and shows the marks where they are hidden.
    pub(super) fn open_field(&mut self, field: Field) {
        self.show_marks();
        if let Some(marks) = self.marks_view() {
            marks.editor.open(field);
        }
    }

    /// Takes who says the chosen mark from its sentence. Where words are selected instead, they say the mark that
    /// was chosen last.
    pub(super) fn take_source(&mut self) {
        let is_chosen = self.workspace.active().is_some_and(|session| session.focus().is_some());
        self.perform(&if is_chosen { Action::TakeSource(None) } else { Action::SourceHere(None) });
    }

    /// Puts the keyboard into the note of the chosen mark; selected words are marked first.
    pub(super) fn edit_note(&mut self) {
        if self.linking.is_some() {
            return self.link_selection();
        }
        if self.workspace.active().is_some_and(|session| session.focus().is_none()) {
            self.perform(&Action::Mark);
        }
        self.open_field(Field::Note);
    }
}
