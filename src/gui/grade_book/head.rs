//! Above the grades: by which key, how the class did, and what can be done with all of it.

use super::{GradeBook, Section, decide};
use crate::gui::class::ClassRequest;
use crate::gui::class::Grading;
use crate::gui::class::{Choice, Time};
use crate::gui::outbox::Request;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::{shortened, visible};
use crate::gui::words::say;
use crate::host::file_name;
use crate::session::class::phrase::points;
use crate::session::class::{ClassAction, ClassBook};
use egui::{RichText, Ui};

/// The longest name of a file or an article that is shown, in characters.
const LONGEST: usize = 48;

impl Section {
    const ALL: [Self; 7] =
        [Self::Table, Self::Confusion, Self::Divided, Self::Answers, Self::Before, Self::Rubric, Self::Files];

    fn label(self, book: &ClassBook) -> String {
        match self {
            Self::Table => say!("class-section-table"),
            Self::Confusion => say!("class-section-confusion"),
            Self::Divided => say!("class-section-divided"),
            Self::Answers => say!("class-section-answers", count = book.class.answers.len()),
            Self::Before => say!("class-section-before"),
            Self::Rubric => say!("class-section-rubric"),
            Self::Files => say!("class-section-files"),
        }
    }
}

impl GradeBook {
    pub(super) fn head_ui(&mut self, cx: &ViewCtx<'_>, grading: &Grading, book: &ClassBook, ui: &mut Ui) {
        ui.horizontal_wrapped(|ui| {
            let title = shortened(&visible(&book.title), LONGEST);
            ui.label(RichText::new(title).heading().color(cx.theme.ink_strong));
            source_menu(cx, grading, ui);
            // Where there is nothing yet, they stand in the middle.
            if !book.pupils.is_empty() {
                add_buttons_ui(cx, Time::Now, ui);
            }
            let out = ui.button(say!("class-out")).on_hover_text(say!("class-out-hint"));
            if out.clicked() {
                cx.ask(Request::Class(ClassRequest::AskOut));
            }
            if grading.is_busy() {
                ui.spinner().on_hover_text(say!("class-grading"));
            }
        });
        ui.label(RichText::new(summary(book)).color(cx.theme.ink));
        if book.is_other_key {
            ui.label(RichText::new(say!("class-other-key")).color(cx.theme.warning));
        }
        ui.horizontal_wrapped(|ui| {
            for section in Section::ALL {
                if ui.selectable_label(self.section == section, section.label(book)).clicked() {
                    self.section = section;
                }
            }
            let n_faults = book.faults().filter(|(_, fault)| fault.is_left_out()).count();
            if 0 < n_faults {
                let words = RichText::new(say!("class-faults", count = n_faults)).color(cx.theme.warning);
                if ui.link(words).on_hover_text(say!("class-faults-hint")).clicked() {
                    self.section = Section::Files;
                }
            }
        });
        ui.add_space(4.0);
    }
}

/// "30 pupils, 24 passed, 71 % on average, by 12 marks of the key and 40 points".
fn summary(book: &ClassBook) -> String {
    let n = book.pupils.len();
    if n == 0 {
        return say!("class-summary-empty", marks = book.marking.key().len());
    }
    let n_passed = book.pupils.iter().filter(|pupil| pupil.grade.has_passed).count();
    let sum: f64 = book.pupils.iter().map(|pupil| pupil.grade.share()).sum();
    #[expect(clippy::cast_precision_loss, reason = "a mean for people")]
    let mean = sum / n as f64 * 100.0;
    let of = book.pupils.first().map_or(0.0, |pupil| pupil.grade.of);
    say!(
        "class-summary",
        count = n,
        passed = n_passed,
        mean = format!("{mean:.0}"),
        marks = book.marking.key().len(),
        of = points(of)
    )
}

/// A menu of what can be the key: the marks of each person on the open article, and the assignment that is open.
pub(super) fn source_menu(cx: &ViewCtx<'_>, grading: &Grading, ui: &mut Ui) {
    let key = cx.session.and_then(|session| grading.key_of(session));
    let layers = cx.session.map(crate::session::Session::layers).unwrap_or_default();
    let name = match (&grading.assignment, key) {
        (Some(file), _) => say!("class-key-of-file", name = shortened(&visible(&file_name(file)), LONGEST)),
        (None, Some(key)) => {
            let found = layers.iter().find(|placed| placed.layer.annotator.id == key);
            let name = found.map(|placed| visible(&placed.layer.annotator.name)).unwrap_or_default();
            say!("class-key-of", name = name)
        }
        (None, None) => say!("class-key-choose"),
    };
    let menu = ui.menu_button(name, |ui| {
        if ui.button(say!("class-by-assignment")).clicked() {
            cx.ask(Request::Class(ClassRequest::ChooseAssignment));
            ui.close();
        }
        ui.separator();
        if let Some(file) = &grading.assignment {
            let name = shortened(&visible(&file_name(file)), LONGEST);
            drop(ui.radio(true, say!("class-key-of-file", name = name)));
            if ui.add_enabled(cx.session.is_some(), egui::Button::new(say!("class-by-article"))).clicked() {
                cx.ask(Request::Class(ClassRequest::ByArticle));
                ui.close();
            }
            return;
        }
        egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for placed in layers {
                let person = &placed.layer.annotator;
                if ui.radio(key == Some(person.id), visible(&person.name)).clicked() {
                    decide(cx, ClassAction::KeyOf(person.clone()));
                    ui.close();
                }
            }
        });
        if layers.is_empty() {
            ui.label(RichText::new(say!("class-none-hint")).color(cx.theme.ink_subdued));
        }
    });
    menu.response.on_hover_text(say!("class-key-hint"));
}

/// Files or a folder that were handed in.
pub(super) fn add_buttons_ui(cx: &ViewCtx<'_>, time: Time, ui: &mut Ui) {
    for (words, hint, choice) in [
        (say!("class-add-files"), say!("class-add-files-hint"), Choice::Files),
        (say!("class-add-folder"), say!("class-add-folder-hint"), Choice::Folder),
    ] {
        if ui.button(words).on_hover_text(hint).clicked() {
            cx.ask(Request::Class(ClassRequest::Choose(time, choice)));
        }
    }
}
