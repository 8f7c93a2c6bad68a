//! The open articles and pages, one beside another.

use crate::gui::command::On;
use crate::gui::context::{Clicked, context_menu};
use crate::gui::icons;
use crate::gui::outbox::Request;
use crate::gui::view::ViewRow;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::{shortened, visible};
use crate::gui::words::say;
use crate::session::SaveState;
use egui::{RichText, ScrollArea, Ui};

/// Draws a tab for each open article, and one for each of `pages`, of which one may be looked at.
pub(in crate::gui) fn tabs_ui(cx: &ViewCtx<'_>, pages: &[(&'static ViewRow, bool)], ui: &mut Ui) {
    let on_page = pages.iter().any(|&(_, is_looked_at)| is_looked_at);
    ScrollArea::horizontal().show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            for (index, session) in cx.workspace.sessions().iter().enumerate() {
                let is_active = !on_page && index == cx.workspace.active_index();
                let unsaved = if *session.save_state() == SaveState::Saved { "" } else { "● " };
                let title = visible(session.document().title());
                let mut words = RichText::new(format!("{unsaved}{}", shortened(&title, 28)));
                if cx.workspace.preview() == Some(session.path()) {
                    words = words.italics();
                }
                let (tab, close) = tab_ui(cx, words, &title, is_active, ui);
                let tab = tab.on_hover_text(visible(&session.path().display().to_string()));
                context_menu(cx, &tab, Clicked::on_article(On::Tab, session.path()));
                if tab.double_clicked() {
                    cx.ask(Request::Keep(session.path().to_owned()));
                } else if tab.clicked() {
                    cx.ask(Request::Activate(index));
                }
                if close {
                    cx.ask(Request::Close(index));
                }
            }
            for &(row, is_looked_at) in pages {
                let (tab, close) = tab_ui(cx, RichText::new(row.label()), &row.label(), is_looked_at, ui);
                tab.widget_info(|| {
                    let name = say!("view-page", view = row.label());
                    egui::WidgetInfo::selected(egui::Role::Button, true, is_looked_at, name)
                });
                if tab.on_hover_text(row.hint()).clicked() {
                    cx.ask(Request::View(row.id));
                }
                if close {
                    cx.ask(Request::ClosePage(row.id));
                }
            }
        });
    });
}

/// A tab with its ×, which closes what is called `name`; whether that was clicked.
fn tab_ui(cx: &ViewCtx<'_>, words: RichText, name: &str, is_on: bool, ui: &mut Ui) -> (egui::Response, bool) {
    let ink = if is_on { cx.theme.ink_strong } else { cx.theme.ink_subdued };
    let tab = ui.add(egui::Button::selectable(is_on, words.color(ink)));
    let close = egui::Button::new(RichText::new(icons::CLOSE).color(cx.theme.ink_subdued)).frame(false);
    let close = ui.add(close).on_hover_text("Close");
    close.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, format!("Close {name}")));
    ui.add_space(6.0);
    let was_on = ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or(tab.id, false), is_on));
    if is_on && !was_on {
        // Of many tabs, the one that is looked at stands where it is seen.
        tab.scroll_to_me(None);
    }
    (tab, close.clicked())
}
