//! The articles of the folder, as cards.

use crate::document::DateOrder;
use crate::gui::panels::article_card::{self, Card, ROW};
use crate::gui::view::View;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::{rows, visible};
use crate::gui::words::say;
use crate::library::{Entry, Library};
use egui::{RichText, ScrollArea, Ui};
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

const LIST: &str = "articles";

/// The list, as a view.
#[derive(Debug, Default)]
pub(in crate::gui) struct FolderPanel {
    wants_list: bool,
    list: List,
    /// The article that the list last scrolled to.
    shown: Option<String>,
}

/// The articles by number, and what their cards say as far as they were drawn: made anew when anything in
/// the folder changed.
#[derive(Debug, Default)]
struct List {
    made_for: Option<(PathBuf, u64)>,
    entries: Vec<Arc<Entry>>,
    cards: HashMap<usize, Card>,
    /// The order of day and month that its dates show.
    order: Option<DateOrder>,
}

impl List {
    fn follow(&mut self, library: &Library) {
        let present = (library.root().to_owned(), library.revision());
        if self.made_for.as_ref() != Some(&present) {
            self.entries = library.entries().cloned().collect();
            self.order = self.entries.iter().find_map(|entry| DateOrder::shown_by(&entry.published));
            self.cards.clear();
            self.made_for = Some(present);
        }
    }
}

impl View for FolderPanel {
    fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let Some(library) = cx.workspace.library() else { return };
        head_ui(cx, library, ui);
        self.list.follow(library);
        self.list_ui(cx, library, ui);
    }

    fn focus(&mut self, _stop: usize) {
        self.wants_list = true;
    }
}

impl FolderPanel {
    fn list_ui(&mut self, cx: &ViewCtx<'_>, library: &Library, ui: &mut Ui) {
        let active = cx.session.and_then(|session| library.path_of(session.path()));
        let entries = &self.list.entries;
        let is_active = |entry: &Entry| active.as_deref() == Some(&*entry.path);
        let place = || entries.iter().position(|entry| is_active(entry));
        let wanted = std::mem::take(&mut self.wants_list).then(|| place().unwrap_or_default());
        let mut area = ScrollArea::vertical().auto_shrink([false, false]);
        let view = ui.available_height();
        let stepped = rows::stepped(ui, LIST, entries.len(), wanted, &|_| true);
        // It is looked for until it has come in, and once it is in view it is left alone.
        let place = stepped.or_else(|| place().filter(|_| self.shown != active));
        if let Some(row) = place {
            area = area.vertical_scroll_offset(rows::offset_to_show(row, ROW, view));
        }
        if place.is_some() {
            self.shown.clone_from(&active);
        }
        area.show_rows(ui, ROW, self.list.entries.len(), |ui, range| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for row in range {
                let Some(entry) = self.list.entries.get(row) else { continue };
                let card =
                    self.list.cards.entry(row).or_insert_with(|| Card::of(entry, library, self.list.order));
                article_card::ui(cx, card, (LIST, row), is_active(entry), ui);
            }
        });
    }
}

/// What the folder is called, and how much of it is read.
fn head_ui(cx: &ViewCtx<'_>, library: &Library, ui: &mut Ui) {
    ui.add_space(4.0);
    let root = library.root();
    let name = root.file_name().unwrap_or(root.as_os_str()).to_string_lossy();
    let title = RichText::new(visible(&name)).family(crate::gui::theme::bold()).color(cx.theme.ink_strong);
    ui.add(egui::Label::new(title).truncate()).on_hover_text(visible(&root.display().to_string()));
    ui.label(RichText::new(state(library)).small().color(cx.theme.ink_subdued));
    let faults = library.faults();
    if !faults.is_empty() {
        let lines = faults.iter().take(20).map(|fault| {
            let is_root = fault.folder.is_empty();
            let folder = if is_root { say!("folder-itself") } else { visible(&fault.folder) };
            say!("folder-fault", folder = folder, reason = fault.reason.to_string())
        });
        let lines: Vec<String> = lines.collect();
        let label =
            RichText::new(say!("folder-faults", count = faults.len())).small().color(cx.theme.warning);
        ui.label(label).on_hover_text(lines.join("\n"));
    }
    ui.add_space(4.0);
}

/// How many articles there are, and how many are still to come in. What one save changes is read too
/// quickly for a word.
fn state(library: &Library) -> String {
    const FEW: usize = 8;
    let progress = library.progress();
    let n_left = progress.n_all.saturating_sub(progress.n_done);
    match library.n_entries() {
        0 if !progress.is_done => say!("folder-reading"),
        0 => say!("folder-empty"),
        n if progress.is_done || n_left < FEW => say!("folder-articles", count = n),
        n => say!("folder-articles-coming", count = n, left = n_left),
    }
}
