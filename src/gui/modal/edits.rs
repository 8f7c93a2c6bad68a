//! What is asked before the marks of many articles are changed at once: what it comes to, and what is left.

use crate::gui::outbox::Request;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::dialog::buttons_ui;
use crate::gui::widgets::in_visual_order;
use crate::gui::words::say;
use crate::session::Action;
use crate::workspace::edits::Edits;
use egui::{Label, RichText, ScrollArea, TextEdit, TextStyle, Ui};
use std::path::PathBuf;

/// Changes that a person is asked about.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::gui) struct Proposal {
    /// The dialog's heading.
    pub title: String,
    /// What will be done: "Tag 34 marks in 12 articles as denial".
    pub sentence: String,
    /// What will not: "6 marks of other people are left as they are".
    pub left: Option<String>,
    /// What it comes to article by article, where that is worth a look.
    pub list: Vec<String>,
    /// The button that does it.
    pub does: String,
    pub edits: Edits,
}

/// A note that is written for many marks.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::gui) struct NoteMany {
    /// The dialog's heading.
    pub title: String,
    /// How many marks in how many articles get it.
    pub sentence: String,
    /// Which do not.
    pub left: Option<String>,
    /// What has been typed.
    pub words: String,
    /// Whether it takes the place of the notes that there are, instead of being added to them.
    pub replaces: bool,
    /// The marks, by their article and their name.
    pub marks: Vec<(PathBuf, String)>,
}

impl Proposal {
    pub(super) fn ui(&self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        ui.label(&self.sentence);
        left_ui(cx, self.left.as_deref(), ui);
        if !self.list.is_empty() {
            ui.add_space(6.0);
            let area = ScrollArea::vertical().max_height(240.0).auto_shrink([false, true]);
            let height = ui.text_style_height(&TextStyle::Body);
            area.show_rows(ui, height, self.list.len(), |ui, lines| {
                for line in self.list.get(lines).unwrap_or_default() {
                    ui.add(Label::new(in_visual_order(line)).truncate());
                }
            });
        }
        if buttons_ui(cx, ui, &self.does, !self.edits.is_empty()) {
            cx.ask(Request::CloseDialog);
            cx.ask(Request::EditMany(self.edits.clone()));
        }
    }
}

impl NoteMany {
    pub(super) fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        ui.label(&self.sentence);
        left_ui(cx, self.left.as_deref(), ui);
        ui.add_space(6.0);
        let label = ui.label(say!("note-many-field"));
        let field = TextEdit::singleline(&mut self.words).desired_width(520.0).char_limit(4000);
        ui.add(field).labelled_by(label.id).request_focus();
        ui.horizontal(|ui| {
            ui.radio_value(&mut self.replaces, false, say!("note-many-add"));
            ui.radio_value(&mut self.replaces, true, say!("note-many-set"));
        });
        let words = self.words.trim();
        // Nothing in the place of the notes takes them away.
        let is_ready = self.replaces || !words.is_empty();
        if buttons_ui(cx, ui, &say!("note-many-does"), is_ready) {
            let mut edits = Edits::new(say!("note-many-label"));
            for (article, name) in &self.marks {
                let (name, words) = (Some(name.clone()), words.to_owned());
                let action =
                    if self.replaces { Action::Note(name, words) } else { Action::AddNote(name, words) };
                edits.add(article.clone(), action);
            }
            cx.ask(Request::CloseDialog);
            cx.ask(Request::EditMany(edits));
        }
    }
}

fn left_ui(cx: &ViewCtx<'_>, left: Option<&str>, ui: &mut Ui) {
    if let Some(left) = left {
        ui.label(RichText::new(left).color(cx.theme.ink_subdued));
    }
}
