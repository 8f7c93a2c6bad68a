//! The dialog in which grades go out: as a table, as a workbook, into a gradebook that was downloaded, or as a page
//! for each pupil.

use super::asked::{Choice, ClassRequest, OutGoing};
use crate::gui::outbox::Request;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::dialog::buttons_ui;
use crate::gui::widgets::visible;
use crate::gui::words::say;
use crate::session::class::out::proposed;
use crate::session::class::{GradebookFault, Out, OutFault};
use egui::{Key, Modifiers, RichText, TextEdit, Ui};
use std::path::{Path, PathBuf};

/// As what grades go out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Csv,
    Workbook,
    Gradebook,
    Pages,
    Feedback,
}

impl Kind {
    const ALL: [Self; 5] = [Self::Csv, Self::Workbook, Self::Gradebook, Self::Pages, Self::Feedback];

    fn label(self) -> String {
        match self {
            Self::Csv => say!("out-csv"),
            Self::Workbook => say!("out-workbook"),
            Self::Gradebook => say!("out-gradebook"),
            Self::Pages => say!("out-pages"),
            Self::Feedback => say!("out-feedback"),
        }
    }

    fn hint(self) -> String {
        match self {
            Self::Csv => say!("out-csv-hint"),
            Self::Workbook => say!("out-workbook-hint"),
            Self::Gradebook => say!("out-gradebook-hint"),
            Self::Pages => say!("out-pages-hint"),
            Self::Feedback => say!("out-feedback-hint"),
        }
    }
}

/// What has been chosen and typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::gui) struct GradesSheet {
    kind: Kind,
    /// Where to, for each kind.
    paths: [String; 5],
    /// Of a gradebook with several columns that could be meant: all of them, and the chosen one.
    columns: Vec<String>,
    column: Option<String>,
    /// Whether there is such a file, which would be replaced.
    is_taken: bool,
    is_begun: bool,
}

impl GradesSheet {
    /// For the grades of `about`; into a table that was downloaded, where one is named.
    pub(in crate::gui) fn new(about: &Path, table: Option<&Path>) -> Self {
        let path = |ending| proposed(about, ending).display().to_string();
        let pages = proposed(about, "").with_extension("").display().to_string();
        let table_path = table.map_or_else(String::new, |table| table.display().to_string());
        Self {
            kind: if table.is_some() { Kind::Gradebook } else { Kind::Csv },
            paths: [path("csv"), path("xlsx"), table_path, pages.clone(), pages],
            ..Self::default()
        }
    }

    /// Takes what was chosen in the system's dialog.
    pub(in crate::gui) fn set_path(&mut self, path: &Path) {
        self.paths[self.kind as usize] = path.display().to_string();
        (self.is_taken, self.column) = (false, None);
        self.columns.clear();
    }

    /// Takes why the grades did not go out, where a person can answer that here; whether they can.
    pub(in crate::gui) fn take_fault(&mut self, fault: &OutFault) -> bool {
        match fault {
            OutFault::Taken(_) => self.is_taken = true,
            OutFault::Gradebook(_, GradebookFault::SeveralColumns(columns)) => {
                self.columns.clone_from(columns);
            }
            _ => return false,
        }
        true
    }

    /// Draws it.
    pub(in crate::gui) fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        ui.set_width(520.0);
        let before = self.kind;
        for kind in Kind::ALL {
            ui.radio_value(&mut self.kind, kind, kind.label());
        }
        if before != self.kind {
            self.is_taken = false;
        }
        ui.add_space(4.0);
        ui.label(RichText::new(self.kind.hint()).small().color(cx.theme.ink_subdued));
        ui.add_space(6.0);
        self.path_ui(cx, ui);
        if !self.columns.is_empty() && self.kind == Kind::Gradebook {
            ui.label(say!("out-columns"));
            for column in &self.columns {
                let is_on = self.column.as_ref() == Some(column);
                if ui.radio(is_on, visible(column)).clicked() {
                    self.column = Some(column.clone());
                }
            }
        }
        if self.is_taken {
            ui.label(RichText::new(say!("out-taken")).color(cx.theme.warning));
        }
        let does = if self.is_taken { say!("out-replace") } else { say!("out-write") };
        let path = self.paths[self.kind as usize].trim().to_owned();
        if buttons_ui(cx, ui, &does, !path.is_empty()) {
            let path = PathBuf::from(path.trim_start_matches("file://"));
            let out = match self.kind {
                Kind::Csv => Out::Csv(path),
                Kind::Workbook => Out::Workbook(path),
                Kind::Gradebook => Out::Gradebook(path, self.column.clone()),
                Kind::Pages => Out::Pages(path),
                Kind::Feedback => Out::Feedback(path),
            };
            let out = OutGoing { out, replaces: self.is_taken };
            cx.ask(Request::Class(ClassRequest::Out(out)));
        }
    }

    fn path_ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        ui.horizontal(|ui| {
            let words = if matches!(self.kind, Kind::Pages | Kind::Feedback) {
                say!("out-folder")
            } else {
                say!("out-file")
            };
            let label = ui.label(words);
            let path = &mut self.paths[self.kind as usize];
            let field = ui.add(TextEdit::singleline(path).desired_width(360.0)).labelled_by(label.id);
            if !std::mem::replace(&mut self.is_begun, true) {
                field.request_focus();
            }
            if field.changed() {
                self.is_taken = false;
            }
            let choice = match self.kind {
                Kind::Gradebook => Choice::Files,
                Kind::Pages | Kind::Feedback => Choice::Folder,
                Kind::Csv | Kind::Workbook => return,
            };
            let choose = ui.button(say!("assignment-choose"));
            if choose.clicked() {
                cx.ask(Request::Class(ClassRequest::ChoosePath(choice)));
            }
            if choose.has_focus() {
                // Enter means this button, and not the one at the end.
                ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
            }
        });
    }
}
