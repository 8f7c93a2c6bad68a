//! The dialog for one more name under which marks are made at this machine.

use crate::gui::outbox::{NewPerson, Request};
use crate::gui::theme::N_PEOPLE;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::dialog::buttons_ui;
use crate::gui::words::say;
use egui::{RichText, Sense, Stroke, TextEdit, Ui, vec2};

impl NewPerson {
    /// Asks for name, colour and where they mark.
    pub(super) fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        ui.label(RichText::new(say!("who-add-about")).color(cx.theme.ink_subdued));
        ui.add_space(6.0);
        egui::Grid::new("new person").num_columns(2).spacing([16.0, 10.0]).show(ui, |ui| {
            let label = ui.label(say!("who-name"));
            let field = TextEdit::singleline(&mut self.name).desired_width(280.0).char_limit(120);
            let field = ui.add(field).labelled_by(label.id);
            if ui.memory(|memory| memory.focused()).is_none() {
                field.request_focus();
            }
            ui.end_row();
            ui.label(say!("who-colour"));
            self.colours_ui(cx, ui);
            ui.end_row();
            ui.label(say!("who-where"));
            ui.vertical(|ui| {
                ui.radio_value(&mut self.is_here, false, say!("who-everywhere"));
                ui.radio_value(&mut self.is_here, true, say!("who-here"));
            });
            ui.end_row();
        });
        if buttons_ui(cx, ui, &say!("who-add-does"), !self.name.trim().is_empty()) {
            cx.ask(Request::AddPerson(Self { name: self.name.trim().to_owned(), ..self.clone() }));
        }
    }

    fn colours_ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        ui.horizontal(|ui| {
            for nth in 0..N_PEOPLE {
                let (rect, response) = ui.allocate_exact_size(vec2(22.0, 22.0), Sense::click());
                let is_on = self.colour == nth;
                response.widget_info(|| {
                    let name = say!("who-colour-nth", nth = nth + 1);
                    egui::WidgetInfo::selected(egui::Role::RadioButton, true, is_on, name)
                });
                ui.painter().circle_filled(rect.center(), 8.0, cx.theme.nth_person(nth));
                if is_on || response.has_focus() {
                    let edge = if response.has_focus() { cx.theme.accent } else { cx.theme.ink_strong };
                    ui.painter().circle_stroke(rect.center(), 10.5, Stroke::new(1.5, edge));
                }
                if response.clicked() {
                    self.colour = nth;
                }
            }
        });
    }
}
