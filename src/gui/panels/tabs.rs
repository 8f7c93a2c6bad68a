//! The open articles, one beside another.

use crate::gui::outbox::Request;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::{shortened, visible};
use crate::session::SaveState;
use egui::{RichText, ScrollArea, Ui};

/// Draws a tab for each open article.
pub(in crate::gui) fn tabs_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    ScrollArea::horizontal().show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            for (index, session) in cx.workspace.sessions().iter().enumerate() {
                let is_active = index == cx.workspace.active_index();
                let unsaved = if *session.save_state() == SaveState::Saved { "" } else { "● " };
                let name = format!("{unsaved}{}", shortened(&visible(&session.file_name()), 28));
                let ink = if is_active { cx.theme.ink_strong } else { cx.theme.ink_subdued };
                let tab = egui::Button::selectable(is_active, RichText::new(name).color(ink));
                if ui.add(tab).on_hover_text(visible(session.document().title())).clicked() {
                    cx.ask(Request::Activate(index));
                }
                let close = egui::Button::new(RichText::new("×").color(cx.theme.ink_subdued)).frame(false);
                let close = ui.add(close).on_hover_text("Close");
                close.widget_info(|| {
                    egui::WidgetInfo::labeled(
                        egui::Role::Button,
                        true,
                        format!("Close {}", session.file_name()),
                    )
                });
                if close.clicked() {
                    cx.ask(Request::Close(index));
                }
                ui.add_space(6.0);
            }
        });
    });
}
