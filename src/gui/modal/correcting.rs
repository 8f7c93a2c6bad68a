//! The dialog in which a person says when an article was published and by whom, where its file is wrong.

use crate::document::CalendarDate;
use crate::gui::outbox::Request;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::dialog::buttons_ui;
use crate::gui::widgets::{shortened, visible};
use crate::gui::words::{date, say};
use crate::library::Entry;
use crate::session::{Action, FolderAction};
use egui::{RichText, TextEdit, Ui};

/// The longest title and outlet that are shown, in characters.
const LONGEST: usize = 90;

/// An article, what its file says, and what has been typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::gui) struct CorrectionSheet {
    /// Its path from the folder's root.
    article: String,
    title: String,
    /// By its file.
    stated: (Option<CalendarDate>, String),
    /// When the dialog was opened.
    before: [String; 2],
    date: String,
    outlet: String,
}

impl CorrectionSheet {
    /// Of an article as it is held to be.
    pub(in crate::gui) fn of(entry: &Entry) -> Self {
        let iso = |date: Option<CalendarDate>| date.map(CalendarDate::iso).unwrap_or_default();
        let stated = match &entry.stated {
            Some(stated) => (stated.date, stated.outlet.to_string()),
            None => (entry.date, entry.outlet.to_string()),
        };
        let (date, outlet) = (iso(entry.date), entry.outlet.to_string());
        Self {
            article: entry.path.to_string(),
            title: entry.title.to_string(),
            stated,
            before: [date.clone(), outlet.clone()],
            date,
            outlet,
        }
    }

    /// Draws the fields, each with what the file says.
    pub(super) fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        ui.label(RichText::new(shortened(&visible(&self.title), LONGEST)).color(cx.theme.ink_strong));
        ui.label(RichText::new(say!("correct-about")).small().color(cx.theme.ink_subdued));
        ui.add_space(6.0);
        let (stated, outlet) = &self.stated;
        let said = |words: String| match words.is_empty() {
            true => say!("correct-file-silent"),
            false => say!("correct-file-says", words = words),
        };
        let lines = [said(stated.map(date).unwrap_or_default()), said(shortened(&visible(outlet), LONGEST))];
        let labels = [say!("correct-date"), say!("correct-outlet")];
        let mut first = None;
        egui::Grid::new("corrections").num_columns(2).spacing([16.0, 4.0]).show(ui, |ui| {
            for ((label, line), typed) in
                labels.into_iter().zip(lines).zip([&mut self.date, &mut self.outlet])
            {
                let label = ui.label(label);
                let field = TextEdit::singleline(typed).desired_width(280.0).char_limit(120);
                let field = ui.add(field).labelled_by(label.id);
                first.get_or_insert(field);
                ui.end_row();
                ui.label("");
                ui.label(RichText::new(line).small().color(cx.theme.ink_subdued));
                ui.end_row();
            }
        });
        if let Some(first) = first.filter(|_| ui.memory(|memory| memory.focused()).is_none()) {
            first.request_focus();
        }
        let is_date = self.date.trim().is_empty() || self.typed_date().is_some();
        if !is_date {
            ui.label(RichText::new(say!("refused-date", date = self.date.trim())).color(cx.theme.warning));
        }
        if buttons_ui(cx, ui, &say!("correct-do"), is_date) {
            // First, since another dialog may ask for the person's name.
            cx.ask(Request::CloseDialog);
            self.actions().into_iter().for_each(|action| cx.send(Action::Folder(action)));
        }
    }

    fn typed_date(&self) -> Option<CalendarDate> {
        CalendarDate::typed(self.date.trim())
    }

    /// What was changed. What is as the file says, or empty, is no correction.
    fn actions(&self) -> Vec<FolderAction> {
        let [date_before, outlet_before] = &self.before;
        let (stated, stated_outlet) = &self.stated;
        let (date, outlet) = (self.date.trim(), self.outlet.trim());
        let mut actions = Vec::new();
        if date != date_before {
            let date = self.typed_date().filter(|date| Some(*date) != *stated);
            let date = date.map(CalendarDate::iso).unwrap_or_default();
            actions.push(FolderAction::CorrectDate(self.article.clone(), date));
        }
        if outlet != outlet_before {
            let outlet = if outlet == stated_outlet { "" } else { outlet };
            actions.push(FolderAction::CorrectOutlet(self.article.clone(), outlet.to_owned()));
        }
        actions
    }
}
