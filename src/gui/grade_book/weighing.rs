//! How marks are weighed: the rubric of the class, which can be changed; everybody is graded anew by it.

use super::decide;
use crate::analysis::grading::Rubric;
use crate::gui::class::Weights;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::buttons;
use crate::gui::widgets::dialog::is_on_control;
use crate::gui::words::say;
use crate::session::class::{ClassAction, ClassBook, rubric};
use egui::{Button, Key, RichText, ScrollArea, Ui};

/// What has been typed.
#[derive(Default)]
pub(super) struct Weighing {
    /// The rubric that the fields were filled from.
    of: Option<Rubric>,
    weights: Weights,
}

impl Weighing {
    pub(super) fn ui(&mut self, cx: &ViewCtx<'_>, book: &ClassBook, ui: &mut Ui) {
        let now = book.marking.rubric();
        if self.of.as_ref() != Some(now) {
            *self = Self { of: Some(now.clone()), weights: Weights::of(now) };
        }
        ui.label(RichText::new(say!("class-rubric-about")).color(cx.theme.ink_subdued));
        ui.add_space(4.0);
        ScrollArea::vertical().id_salt("rubric").auto_shrink([false, false]).show(ui, |ui| {
            self.weights.ui(cx, &mut false, ui);
            ui.add_space(8.0);
            self.buttons_ui(cx, (book, now), ui);
        });
    }

    fn buttons_ui(&mut self, cx: &ViewCtx<'_>, (book, now): (&ClassBook, &Rubric), ui: &mut Ui) {
        let typed = self.weights.read();
        if typed.is_none() {
            ui.label(RichText::new(say!("making-wrong-weights")).color(cx.theme.warning));
        }
        // A weight with more digits than are shown stays as it is until something is typed.
        let typed = typed.filter(|_| self.weights != Weights::of(now));
        let enter = ui.input(|input| input.key_pressed(Key::Enter)) && !is_on_control(ui);
        ui.horizontal_wrapped(|ui| {
            let weighs = buttons::primary(cx.theme, &say!("class-rubric-grade"));
            let clicked = ui.add_enabled(typed.is_some(), weighs).clicked();
            if let Some(rubric) = typed.filter(|_| clicked || enter) {
                decide(cx, ClassAction::Weigh(Some(rubric::write(&rubric))));
            }
            let is_own = book.made_of.rubric.is_some();
            let back = ui.add_enabled(is_own, Button::new(say!("class-rubric-back")));
            if back.on_hover_text(say!("class-rubric-back-hint")).clicked() {
                decide(cx, ClassAction::Weigh(None));
            }
        });
    }
}
