//! Dialogs about what several wrote: versions of a mark that is not on the page, conflict copies.

use crate::gui::command::Command;
use crate::gui::outbox::Request;
use crate::gui::panels::versions;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::dialog::{removal_ui, room_for_list};
use crate::gui::widgets::{shortened, visible};
use crate::gui::words::say;
use egui::{RichText, ScrollArea, Ui};
use uuid::Uuid;

/// The versions of one mark; the dialog goes when it is settled.
pub(super) fn versions_ui(cx: &ViewCtx<'_>, id: Uuid, ui: &mut Ui) {
    let conflict = cx.session.and_then(|session| {
        let conflict = session.conflicts().iter().find(|conflict| conflict.id == id)?;
        Some((session, conflict))
    });
    let Some((session, conflict)) = conflict else {
        cx.ask(Request::CloseDialog);
        return;
    };
    versions::versions_ui(cx, session, conflict, ui);
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        if 1 < session.conflicts().len() && ui.button(say!("versions-next")).clicked() {
            cx.run(Command::NEXT_CONFLICT);
        }
        if ui.button(say!("versions-later")).clicked() {
            cx.ask(Request::CloseDialog);
        }
    });
}

/// What lies beside the article, and what happens to it.
pub(super) fn copies_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    let Some(session) = cx.session else { return };
    ui.label(say!("copies-about"));
    ui.add_space(6.0);
    let height = room_for_list(ui, 240.0);
    ScrollArea::vertical().max_height(height).show(ui, |ui| {
        for (path, person) in session.copies() {
            let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
            ui.label(visible(&shortened(&name, 90)));
            let words = say!("copies-of", person = visible(person));
            ui.label(RichText::new(words).small().color(cx.theme.ink_subdued));
        }
    });
    if removal_ui(cx, ui, &say!("copies-remove"), session.copies().next().is_some()) {
        cx.ask(Request::RemoveCopies);
    }
}
