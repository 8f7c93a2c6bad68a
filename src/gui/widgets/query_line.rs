//! The line in which words and filters are typed: its field, the menu from which filters are learnt, and a
//! chip for each term.

use super::visible;
use crate::gui::theme::Theme;
use crate::gui::words::say;
use crate::library::query::{FILTERS, Matcher};
use crate::library::{Library, Query, QueryError};
use egui::{Button, Id, Key, Modifiers, RichText, TextEdit, Ui};

/// More than anybody types.
const LONGEST: usize = 1000;

/// A line made ready for a folder, or what is wrong with it and what to do.
pub(in crate::gui) type Ready = Result<(Query, Matcher), (String, String)>;

/// What is typed, and whether its field gets the keyboard with the next frame.
#[derive(Debug, Default)]
pub(in crate::gui) struct QueryLine {
    pub text: String,
    pub wants_focus: bool,
    /// What it asks for, with the line and the revision of the folder.
    ready: Option<(String, u64, Ready)>,
}

/// What one such line is called.
pub(in crate::gui) struct Called<'a> {
    /// Tells its field from others.
    pub id: &'static str,
    /// For those who hear the window.
    pub name: &'a str,
    /// Stands in the empty field.
    pub hint: &'a str,
}

impl QueryLine {
    /// Makes the line ready, once for each line and state of the folder.
    pub(in crate::gui) fn ready(&mut self, library: &Library) -> Ready {
        let (line, revision) = (&self.text, library.revision());
        if let Some((_, _, ready)) = self.ready.as_ref().filter(|(l, r, _)| l == line && *r == revision) {
            return ready.clone();
        }
        let told = |error: QueryError| (error.to_string(), error.hint());
        let ready = |query: Query| query.matcher(library.codebook()).map(|matcher| (query, matcher));
        let ready = line.parse().and_then(ready).map_err(told);
        self.ready = Some((line.clone(), revision, ready.clone()));
        ready
    }

    /// The field, `width` points wide; whether the keyboard is to go on into the list below it.
    pub(in crate::gui) fn field_ui(&mut self, called: &Called<'_>, width: f32, ui: &mut Ui) -> bool {
        // Before the field sees them: Enter would end the typing.
        let goes_on = ui.memory(|memory| memory.has_focus(Id::unique(called.id)))
            && ui.input_mut(|input| {
                let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
                pressed(Key::Enter) | pressed(Key::ArrowDown)
            });
        let field = TextEdit::singleline(&mut self.text).id(Id::unique(called.id)).char_limit(LONGEST);
        let response = ui.add(field.hint_text(called.hint).desired_width(width));
        let line = self.text.clone();
        response.widget_info(|| egui::WidgetInfo {
            label: Some(called.name.to_owned()),
            ..egui::WidgetInfo::text_edit(true, "", &line, "")
        });
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        goes_on
    }

    /// Filters are learnt from a menu: each puts its word into the line.
    pub(in crate::gui) fn filters_menu(&mut self, ui: &mut Ui) {
        ui.menu_button(say!("query-filters"), |ui| {
            for (word, words) in FILTERS {
                let sign = if word == "-" { word.to_owned() } else { format!("{word}:") };
                if ui.button(format!("{sign}  {words}")).clicked() {
                    if !self.text.is_empty() && !self.text.ends_with(' ') {
                        self.text.push(' ');
                    }
                    self.text.push_str(&sign);
                    self.wants_focus = true;
                    ui.close();
                }
            }
        });
    }
}

/// What is wrong with a line, and what to do.
pub(in crate::gui) fn fault_ui(theme: &Theme, (words, hint): &(String, String), ui: &mut Ui) {
    ui.label(RichText::new(visible(words)).color(theme.warning));
    ui.label(RichText::new(visible(hint)).small().color(theme.ink_subdued));
}

/// A chip for each term; the number of the one that a click takes away.
pub(in crate::gui) fn chips_ui(terms: &[String], ui: &mut Ui) -> Option<usize> {
    if terms.is_empty() {
        return None;
    }
    let chips = ui.horizontal_wrapped(|ui| {
        let is_clicked = |term: &String| {
            let words = visible(term);
            let chip = ui.add(Button::new(RichText::new(format!("{words}  ×")).small()).corner_radius(9));
            let name = say!("query-remove", term = words);
            chip.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
            chip.clicked()
        };
        let clicked: Vec<bool> = terms.iter().map(is_clicked).collect();
        clicked.iter().position(|is_clicked| *is_clicked)
    });
    chips.inner
}
