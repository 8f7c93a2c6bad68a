//! The page 'Grade book': a class against the key, pupils by marks, with a reason for every point; what divided
//! the class, what it took for what, and what the key lacks.

mod before;
mod files;
mod head;
mod lists;
pub(in crate::gui) mod sign;
mod table;
mod tabled;
mod weighing;
mod why;

use crate::gui::class::{ClassRequest, Grading, Time};
use crate::gui::outbox::Request;
use crate::gui::settings::Settings;
use crate::gui::threads_page::nothing_ui;
use crate::gui::told;
use crate::gui::view::{Tabled, View};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::buttons;
use crate::gui::widgets::dialog::room_for_list;
use crate::gui::words::say;
use crate::layer::{AnnotationId, AnnotatorId};
use crate::session::class::{ClassAction, ClassBook, ClassFault};
use crate::workspace::Workspace;
use egui::{Frame, Key, Margin, RichText, TextEdit, Ui};
use std::sync::Arc;
use why::Form;

/// What of the page is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Section {
    /// Pupils by marks.
    #[default]
    Table,
    /// What was taken for what.
    Confusion,
    /// Where the class split.
    Divided,
    /// What the key lacks.
    Answers,
    /// The class an earlier time.
    Before,
    /// How marks are weighed.
    Rubric,
    /// What was handed in.
    Files,
}

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    /// The pupil as a whole.
    Pupil,
    /// A mark of the key.
    Mark(AnnotationId),
    /// What the key lacks.
    Extras,
}

/// What of the table is looked at: without a pupil the head of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct At {
    pupil: Option<AnnotatorId>,
    column: Column,
}

/// By what pupils are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    #[default]
    Name,
    Points,
}

/// What is looked at, and what has been typed.
#[derive(Default)]
pub(super) struct GradeBook {
    section: Section,
    chosen: Option<At>,
    order: Order,
    /// The pupils by number, as they are sorted, and what for.
    rows: Vec<usize>,
    rows_of: Option<(Arc<ClassBook>, Order)>,
    form: Form,
    lists: lists::Lists,
    weighing: weighing::Weighing,
    pass_phrase: String,
    wants_focus: bool,
    /// Whether the chosen cell is to be brought into view.
    scrolls: bool,
}

impl GradeBook {
    /// Its name in the table of views.
    pub(super) const ID: &'static str = "grade-book";

    /// Sorts where the grades or the order are others.
    fn follow(&mut self, book: &Arc<ClassBook>) {
        let is_same = |(of, order): &(Arc<ClassBook>, Order)| Arc::ptr_eq(of, book) && *order == self.order;
        if self.rows_of.as_ref().is_some_and(is_same) {
            return;
        }
        // The first that come in are gone through by keys at once.
        self.wants_focus |= self.rows.is_empty() && !book.pupils.is_empty();
        self.rows = (0..book.pupils.len()).collect();
        if self.order == Order::Points {
            let share = |nth: &usize| book.pupils.get(*nth).map_or(0.0, |pupil| pupil.grade.share());
            self.rows.sort_by(|a, b| share(b).total_cmp(&share(a)));
        }
        self.rows_of = Some((Arc::clone(book), self.order));
        let is_there = |at: &At| {
            let has_pupil = |id| book.pupils.iter().any(|pupil| pupil.handed.person.id == id);
            let has_mark = |mark| book.marking.key().iter().any(|key| key.id() == Some(mark));
            at.pupil.is_none_or(has_pupil)
                && if let Column::Mark(mark) = at.column { has_mark(mark) } else { true }
        };
        self.chosen = self.chosen.filter(is_there);
    }

    fn book_ui(&mut self, cx: &ViewCtx<'_>, grading: &Grading, book: &Arc<ClassBook>, ui: &mut Ui) {
        self.follow(book);
        self.head_ui(cx, grading, book, ui);
        match self.section {
            Section::Table => self.table_and_why_ui(cx, book, ui),
            Section::Confusion => self.lists.confusion_ui(cx, book, ui),
            Section::Divided => self.lists.divided_ui(cx, book, ui),
            Section::Answers => self.lists.answers_ui(cx, book, ui),
            Section::Before => before::before_ui(cx, book, ui),
            Section::Rubric => self.weighing.ui(cx, book, ui),
            Section::Files => files::files_ui(cx, grading, book, ui),
        }
    }

    /// The table, and beside it or below what there is to say of the chosen cell.
    fn table_and_why_ui(&mut self, cx: &ViewCtx<'_>, book: &Arc<ClassBook>, ui: &mut Ui) {
        const BESIDE: f32 = 340.0;
        if book.pupils.is_empty() {
            return collect_ui(cx, cx.class, std::mem::take(&mut self.wants_focus), ui);
        }
        let room = ui.available_size();
        if 2.6 * BESIDE <= room.x {
            ui.horizontal_top(|ui| {
                ui.vertical(|ui| {
                    ui.set_width(room.x - BESIDE - 16.0);
                    self.table_ui(cx, book, room.y, ui);
                });
                ui.vertical(|ui| {
                    ui.set_width(BESIDE);
                    self.why_ui(cx, book, room.y, ui);
                });
            });
        } else {
            let below = (room.y * 0.42).clamp(170.0, 250.0);
            self.table_ui(cx, book, (room.y - below).max(160.0), ui);
            ui.separator();
            let left = ui.available_height();
            self.why_ui(cx, book, left, ui);
        }
    }

    /// What stands where there are no grades.
    fn without_ui(&mut self, cx: &ViewCtx<'_>, grading: &Grading, ui: &mut Ui) {
        if let Some(fault) = &grading.desk_fault {
            let hint = say!("class-desk-fault-hint");
            return nothing_ui(cx, &told::class_desk_fault(fault), &hint, ui);
        }
        let has_key = cx.session.is_some_and(|session| grading.key_of(session).is_some());
        match &grading.fault {
            _ if grading.is_busy() => nothing_ui(cx, &say!("class-grading"), "", ui),
            Some(ClassFault::Sealed | ClassFault::Seal(_)) => self.sealed_ui(cx, grading, ui),
            Some(fault) => {
                let hint = match fault {
                    ClassFault::EmptyKey => say!("class-empty-key-hint"),
                    _ => say!("class-fault-hint"),
                };
                nothing_ui(cx, &told::class_fault(fault), &hint, ui);
                self.key_choice_ui(cx, grading, ui);
            }
            None if cx.session.is_none() => {
                nothing_ui(cx, &say!("class-none"), &say!("class-none-hint"), ui);
            }
            None if !has_key && grading.assignment.is_none() => {
                nothing_ui(cx, &say!("class-whose-key"), &say!("class-whose-key-hint"), ui);
                self.key_choice_ui(cx, grading, ui);
            }
            None => nothing_ui(cx, &say!("class-grading"), "", ui),
        }
    }

    fn key_choice_ui(&self, cx: &ViewCtx<'_>, grading: &Grading, ui: &mut Ui) {
        ui.add_space(8.0);
        ui.vertical_centered(|ui| head::source_menu(cx, grading, ui));
    }

    /// Asks for the pass-phrase of a sealed key.
    fn sealed_ui(&mut self, cx: &ViewCtx<'_>, grading: &Grading, ui: &mut Ui) {
        let is_wrong = matches!(grading.fault, Some(ClassFault::Seal(_)));
        let words = match &grading.fault {
            Some(fault) if is_wrong => told::class_fault(fault),
            _ => say!("class-sealed"),
        };
        nothing_ui(cx, &words, &say!("class-sealed-hint"), ui);
        ui.add_space(8.0);
        ui.vertical_centered(|ui| {
            ui.set_max_width(room_for_list(ui, 420.0));
            let label = ui.label(say!("class-pass-phrase"));
            let field = TextEdit::singleline(&mut self.pass_phrase).password(true).desired_width(320.0);
            let field = ui.add(field).labelled_by(label.id);
            if std::mem::take(&mut self.wants_focus) {
                field.request_focus();
            }
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let is_ready = !self.pass_phrase.trim().is_empty();
            let clicked = ui.add_enabled(is_ready, egui::Button::new(say!("class-unseal"))).clicked();
            if is_ready && (clicked || entered) {
                let words = self.pass_phrase.trim().to_owned();
                cx.ask(Request::Class(ClassRequest::Unseal(words)));
            }
            head::source_menu(cx, grading, ui);
        });
    }
}

/// How files come in, where there are none.
fn collect_ui(cx: &ViewCtx<'_>, grading: &Grading, wants_focus: bool, ui: &mut Ui) {
    nothing_ui(cx, &say!("class-empty"), &say!("class-empty-hint"), ui);
    ui.add_space(8.0);
    let session = cx.session.filter(|_| grading.assignment.is_none());
    let beside = session.map(|session| grading.beside(session)).unwrap_or_default();
    ui.vertical_centered(|ui| {
        if !beside.is_empty() {
            let words = say!("class-add-beside", count = beside.len());
            let add = ui.add(buttons::primary(cx.theme, &words));
            if wants_focus {
                add.request_focus();
            }
            if add.on_hover_text(say!("class-add-beside-hint")).clicked() {
                decide(cx, ClassAction::Collect(beside));
            }
            ui.add_space(4.0);
        }
        head::add_buttons_ui(cx, Time::Now, ui);
    });
}

/// Has something decided.
fn decide(cx: &ViewCtx<'_>, action: ClassAction) {
    cx.ask(Request::Class(ClassRequest::Decide(action)));
}

/// A mark or a pupil as actions name it.
fn digits(id: uuid::Uuid) -> String {
    id.simple().to_string()
}

impl View for GradeBook {
    fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let grading = cx.class;
        Frame::new().inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| match &grading.book {
            Some(book) if grading.desk_fault.is_none() => self.book_ui(cx, grading, book, ui),
            _ => self.without_ui(cx, grading, ui),
        });
    }

    fn focus(&mut self, _stop: usize) {
        self.wants_focus = true;
    }

    fn shown(&mut self) {
        self.wants_focus = true;
    }

    fn tabled(&self, workspace: &Workspace, _settings: &Settings) -> Option<Tabled> {
        let (book, _) = self.rows_of.as_ref()?;
        let sheet = tabled::sheet(book, self.section, &self.rows, workspace.active()?.codebook())?;
        Some(Tabled::new(sheet.rows.len(), move || sheet.clone()))
    }
}

/// A heading within the page.
fn heading_ui(cx: &ViewCtx<'_>, words: &str, ui: &mut Ui) {
    ui.label(RichText::new(words).strong().color(cx.theme.ink_strong));
}
