//! What was handed in: the files and folders that are read, and what could not be read of them.

use super::head::add_buttons_ui;
use super::{decide, heading_ui};
use crate::gui::class::ClassRequest;
use crate::gui::class::Grading;
use crate::gui::class::Time;
use crate::gui::outbox::Request;
use crate::gui::told;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::visible;
use crate::gui::words::say;
use crate::session::class::{ClassAction, ClassBook};
use egui::{RichText, ScrollArea, Ui};

pub(super) fn files_ui(cx: &ViewCtx<'_>, grading: &Grading, book: &ClassBook, ui: &mut Ui) {
    let grades = &book.made_of;
    ui.horizontal_wrapped(|ui| {
        if ui.button(say!("class-read-again")).on_hover_text(say!("class-read-again-hint")).clicked() {
            cx.ask(Request::Class(ClassRequest::ReadAgain));
        }
        if let Some(desk) = &grading.desk {
            let path = crate::session::class::ClassDesk::path_for(desk.about());
            let name = visible(&crate::host::file_name(&path));
            ui.label(RichText::new(say!("class-kept-in", name = name)).small().color(cx.theme.ink_subdued));
        }
    });
    ScrollArea::vertical().id_salt("class files").auto_shrink([false, false]).show(ui, |ui| {
        for (time, paths, title) in [
            (Time::Now, &grades.handed_in, say!("class-files-now")),
            (Time::Before, &grades.before, say!("class-files-before")),
        ] {
            ui.add_space(6.0);
            ui.horizontal_wrapped(|ui| {
                heading_ui(cx, &title, ui);
                add_buttons_ui(cx, time, ui);
            });
            for path in paths {
                ui.horizontal(|ui| {
                    let name = visible(path);
                    let label = say!("class-discard");
                    let button = ui.small_button(crate::gui::icons::CLOSE);
                    let told = say!("class-discard-name", name = name.clone());
                    button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &told));
                    if button.on_hover_text(label).clicked() {
                        decide(cx, ClassAction::Discard(path.clone()));
                    }
                    ui.label(name);
                });
            }
        }
        let (own, faults): (Vec<_>, Vec<_>) = book.faults().partition(|(_, fault)| fault.is_teachers());
        for (files, title, color) in [
            (faults, say!("class-files-faults"), cx.theme.warning),
            (own, say!("class-files-own"), cx.theme.ink_subdued),
        ] {
            if !files.is_empty() {
                ui.add_space(6.0);
                heading_ui(cx, &title, ui);
            }
            for (name, fault) in files {
                let words =
                    say!("class-file-fault", name = visible(name), reason = told::handed_fault(fault));
                ui.label(RichText::new(words).color(color));
            }
        }
    });
}
