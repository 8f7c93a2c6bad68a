//! The dialog.

use super::{Ask, Choice, Form};
use crate::gui::outbox::Request;
use crate::gui::told;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::buttons::radio_ui;
use crate::gui::widgets::dialog::{buttons_ui, removal_ui, room_for_list};
use crate::gui::widgets::{in_visual_order, visible};
use crate::gui::words::say;
use crate::session::exporting::{Content, ExportFault, ExportJob, Place, Preview};
use egui::{Key, Modifiers, RichText, ScrollArea, TextEdit, TextStyle, Ui};
use std::path::{Path, PathBuf};

/// How high the preview is, in points.
const PREVIEW: f32 = 132.0;

/// What is meant, in which format, and where it goes.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::gui) struct ExportDialog {
    /// Whether it is printed instead of written.
    prints: bool,
    choices: Vec<Choice>,
    chosen: usize,
    form: Form,
    folder: PathBuf,
    /// The place as it is typed, and whether a person typed it.
    path: String,
    is_typed: bool,
    /// What stands there, for the place that was looked at last.
    asked_place: Option<PathBuf>,
    place: Option<(PathBuf, Place)>,
    /// How the file will begin, for what was asked last.
    asked: Option<Content>,
    preview: Option<Result<Preview, ExportFault>>,
}

impl ExportDialog {
    /// For one of these, of which there is at least one, in a folder.
    pub(in crate::gui) fn new(prints: bool, choices: Vec<Choice>, folder: PathBuf) -> Self {
        let form = if prints { Form::Page } else { Form::default() };
        let mut dialog = Self {
            prints,
            choices,
            chosen: 0,
            form,
            folder,
            path: String::new(),
            is_typed: false,
            asked_place: None,
            place: None,
            asked: None,
            preview: None,
        };
        dialog.propose();
        dialog
    }

    pub(in crate::gui) fn title(&self) -> String {
        if self.prints { say!("title-print") } else { say!("title-export") }
    }

    /// Takes the place that was chosen in the system's dialog, which asks itself before a file is replaced; here
    /// it is asked once more.
    pub(in crate::gui) fn set_path(&mut self, path: &Path) {
        self.path = path.display().to_string();
        self.is_typed = true;
    }

    /// Takes what stands at a place.
    pub(in crate::gui) fn take_place(&mut self, path: PathBuf, place: Place) {
        if self.asked_place.as_ref() == Some(&path) {
            self.place = Some((path, place));
        }
    }

    /// Takes how a file will begin.
    pub(in crate::gui) fn take_preview(&mut self, job: &ExportJob, preview: Result<Preview, ExportFault>) {
        if self.asked.as_ref() == Some(&job.content) {
            self.preview = Some(preview);
        }
    }

    fn choice(&self) -> Option<&Choice> {
        self.choices.get(self.chosen)
    }

    /// A name for the file, as long as nobody typed one.
    fn propose(&mut self) {
        if let Some(choice) = self.choice().filter(|_| !self.is_typed) {
            self.path = self.folder.join(choice.file_name(self.form)).display().to_string();
        } else if let Some(choice) = self.choice() {
            // A place that was typed keeps its name and gets the ending of the format.
            let ending = choice.file_name(self.form).extension().map(std::ffi::OsStr::to_owned);
            let typed = PathBuf::from(self.path.trim());
            if let (Some(ending), true) = (ending, typed.extension().is_some()) {
                self.path = typed.with_extension(ending).display().to_string();
            }
        }
    }

    fn out(&self) -> PathBuf {
        let typed = Path::new(self.path.trim());
        if typed.is_absolute() { typed.to_owned() } else { self.folder.join(typed) }
    }

    fn job(&self, replaces: bool) -> Option<ExportJob> {
        let content = self.choice()?.content(self.form);
        Some(ExportJob { content, out: self.out(), replaces })
    }

    /// Asks for what is not known yet: what stands at the place, and how the file will begin.
    fn follow(&mut self, cx: &ViewCtx<'_>) {
        let out = self.out();
        if !self.prints && self.asked_place.as_ref() != Some(&out) {
            self.asked_place = Some(out.clone());
            cx.ask(Request::Export(Ask::Place(out)));
        }
        let Some(job) = self.job(false) else { return };
        if self.asked.as_ref() != Some(&job.content) {
            (self.asked, self.preview) = (Some(job.content.clone()), None);
            cx.ask(Request::Export(Ask::Preview(job)));
        }
    }

    /// Draws it.
    pub(in crate::gui) fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        ui.set_width(560.0);
        self.what_ui(cx, ui);
        if !self.prints {
            self.form_ui(cx, ui);
            self.place_ui(cx, ui);
        }
        self.follow(cx);
        self.preview_ui(cx, ui);
        self.answers_ui(cx, ui);
    }

    fn what_ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        ui.label(RichText::new(say!("export-what")).color(cx.theme.ink_subdued));
        let before = self.chosen;
        for nth in 0..self.choices.len() {
            let label = self.choices.get(nth).map(|choice| choice.label.clone()).unwrap_or_default();
            if radio_ui(cx.theme, self.chosen == nth, label, ui).clicked() {
                self.chosen = nth;
            }
        }
        if before != self.chosen {
            let has_form = self.choice().is_some_and(|choice| choice.forms().any(|form| form == self.form));
            if !has_form {
                self.form = Form::default();
            }
            self.propose();
        }
        ui.add_space(8.0);
    }

    fn form_ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let Some(choice) = self.choice() else { return };
        ui.label(RichText::new(say!("export-format")).color(cx.theme.ink_subdued));
        let mut wanted = self.form;
        ui.horizontal_wrapped(|ui| {
            // A name that has no room left goes to the next line as a whole.
            ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Extend);
            for form in choice.forms() {
                if radio_ui(cx.theme, self.form == form, choice.label_of(form), ui).clicked() {
                    wanted = form;
                }
            }
        });
        let hint = choice.hint_of(wanted);
        ui.label(RichText::new(hint).small().color(cx.theme.ink_subdued));
        if wanted != self.form {
            self.form = wanted;
            self.propose();
        }
        ui.add_space(8.0);
    }

    fn place_ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        ui.horizontal(|ui| {
            let label = ui.label(say!("export-file"));
            let field = TextEdit::singleline(&mut self.path).desired_width(380.0);
            if ui.add(field).labelled_by(label.id).changed() {
                self.is_typed = true;
            }
            let choose = ui.button(say!("export-choose"));
            if choose.clicked() {
                cx.ask(Request::Export(Ask::Choose(self.out())));
            }
            if choose.has_focus() {
                // Enter means this button, and not the one at the end.
                ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
            }
        });
        let (words, ink) = match &self.place {
            Some((path, Place::Taken)) if *path == self.out() => (say!("export-replaces"), cx.theme.warning),
            Some((path, Place::Barred(fault))) if *path == self.out() => {
                (told::export_fault(fault), cx.theme.error)
            }
            _ if self.form == Form::Page && self.is_report() => (say!("export-beside"), cx.theme.ink_subdued),
            _ => (say!("export-new"), cx.theme.ink_subdued),
        };
        ui.label(RichText::new(words).small().color(ink));
        ui.add_space(8.0);
    }

    fn is_report(&self) -> bool {
        self.choice().is_some_and(|choice| matches!(choice.content(self.form), Content::Report(_)))
    }

    fn preview_ui(&self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        ui.label(RichText::new(say!("export-preview")).color(cx.theme.ink_subdued));
        let height = room_for_list(ui, PREVIEW);
        egui::Frame::new().fill(cx.theme.page).inner_margin(6).corner_radius(4).show(ui, |ui| {
            let area = ScrollArea::both().id_salt("export preview").max_height(height);
            area.auto_shrink([false, false]).show(ui, |ui| match &self.preview {
                None => {
                    ui.label(RichText::new(say!("export-preview-comes")).color(cx.theme.ink_subdued));
                }
                Some(Err(fault)) => {
                    ui.label(RichText::new(told::export_fault(fault)).color(cx.theme.warning));
                }
                Some(Ok(preview)) if preview.lines.iter().any(|line| line.contains('\t')) => {
                    table_ui(preview, ui);
                }
                Some(Ok(preview)) => {
                    for line in &preview.lines {
                        let words =
                            RichText::new(in_visual_order(&visible(line))).text_style(TextStyle::Monospace);
                        ui.add(egui::Label::new(words).extend());
                    }
                }
            });
        });
    }

    fn answers_ui(&self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let place = self.place.as_ref().filter(|(path, _)| *path == self.out()).map(|(_, place)| place);
        let has_some = matches!(self.preview, Some(Ok(_)));
        let (ask, is_asked): (fn(ExportJob) -> Ask, bool) = match place {
            _ if self.prints => (Ask::Print, buttons_ui(cx, ui, &say!("print-does"), has_some)),
            Some(Place::Taken) => (Ask::Write, removal_ui(cx, ui, &say!("export-replace"), has_some)),
            place => {
                let is_ready = has_some && place == Some(&Place::Free);
                (Ask::Write, buttons_ui(cx, ui, &say!("export-does"), is_ready))
            }
        };
        if let Some(job) = self.job(place == Some(&Place::Taken)).filter(|_| is_asked) {
            cx.ask(Request::CloseDialog);
            cx.ask(Request::Export(ask(job)));
        }
    }
}

/// Cells that tabs part, as a table.
fn table_ui(preview: &Preview, ui: &mut Ui) {
    egui::Grid::new("export table").striped(true).spacing([14.0, 4.0]).show(ui, |ui| {
        for (nth, line) in preview.lines.iter().enumerate() {
            for cell in line.split('\t') {
                let shown = crate::gui::widgets::shortened(&visible(cell), 40);
                let words = RichText::new(in_visual_order(&shown)).small();
                ui.add(egui::Label::new(if nth == 0 { words.strong() } else { words }).extend());
            }
            ui.end_row();
        }
    });
}
