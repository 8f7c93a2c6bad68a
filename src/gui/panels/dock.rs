//! The left side of the window: the folder, the outline or the hits, one at a time.

use super::folder::folder_ui;
use super::found::FoundPanel;
use super::outline::OutlinePanel;
use crate::gui::finding::Finding;
use crate::gui::outbox::Request;
use crate::gui::reader::Reader;
use crate::gui::settings::{Dock, Settings};
use crate::gui::view_ctx::ViewCtx;
use egui::{RichText, Ui};

/// What the tabs keep from frame to frame.
#[derive(Debug, Default)]
pub(in crate::gui) struct DockPanel {
    outline: OutlinePanel,
    found: FoundPanel,
    wants_list: bool,
}

impl DockPanel {
    /// Puts the keyboard into the list that is shown.
    pub(in crate::gui) fn focus_list(&mut self) {
        self.wants_list = true;
    }

    /// Whether there is something to show.
    pub(in crate::gui) fn is_shown(cx: &ViewCtx<'_>) -> bool {
        let has_content = match cx.settings.dock {
            Dock::Folder => cx.workspace.folder().is_some(),
            Dock::Outline | Dock::Found => cx.session.is_some(),
        };
        cx.settings.shows_folder && has_content
    }

    /// Draws the tabs and the one that is chosen.
    pub(in crate::gui) fn ui(
        &mut self,
        cx: &ViewCtx<'_>,
        finding: &Finding,
        reader: Option<&Reader>,
        ui: &mut Ui,
    ) {
        let wants_focus = std::mem::take(&mut self.wants_list);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            for dock in Dock::ALL {
                let is_on = cx.settings.dock == dock;
                let ink = if is_on { cx.theme.ink_strong } else { cx.theme.ink_subdued };
                let tab = egui::Button::selectable(is_on, RichText::new(dock.label()).small().color(ink));
                let tab = ui.add(tab);
                let name = format!("Show {}", dock.label().to_lowercase());
                tab.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_on, &name));
                if is_on && wants_focus {
                    // The list takes it over, if it has any rows.
                    tab.request_focus();
                }
                if tab.clicked() {
                    let settings = Settings { dock, ..cx.settings.clone() };
                    cx.ask(Request::Settings(Box::new(settings)));
                }
            }
        });
        ui.add_space(2.0);
        match (cx.settings.dock, cx.session, reader) {
            (Dock::Outline, Some(session), Some(reader)) => {
                self.outline.ui(cx, session, reader.outline(), (reader.top(), wants_focus), ui);
            }
            (Dock::Found, Some(session), Some(reader)) => {
                self.found.ui(cx, finding, &reader.found, session, wants_focus, ui);
            }
            _ => folder_ui(cx, wants_focus, ui),
        }
    }
}
