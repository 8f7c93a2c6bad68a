//! The articles of the folder, as cards.

use crate::analysis::differences::unanswered;
use crate::gui::icons;
use crate::gui::outbox::Request;
use crate::gui::panels::article_card::{self, Card, HEIGHTS};
use crate::gui::told;
use crate::gui::view::View;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::buttons::radio_ui;
use crate::gui::widgets::{rows, visible};
use crate::gui::words::say;
use crate::gui::worker::MOST_FOLDERS;
use crate::layer::{AnnotationId, AnnotatorId};
use crate::library::{Entry, EntryOrder, Library, MarkRow, is_read};
use egui::{Color32, RichText, ScrollArea, Shape, Stroke, TextEdit, Ui, pos2};
use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;
use std::sync::Arc;

const LIST: &str = "articles";

/// The list, as a view.
#[derive(Debug, Default)]
pub(in crate::gui) struct FolderPanel {
    wants_list: bool,
    cards: Cards,
    /// What is in the field while it is written.
    line: String,
    /// The article that the list last scrolled to.
    shown: Option<String>,
}

/// What cards say as far as they were drawn: made anew when anything in the folder changed.
#[derive(Debug, Default)]
struct Cards {
    made_for: Option<(PathBuf, u64, bool, Option<AnnotatorId>)>,
    by_path: HashMap<Arc<str>, Card>,
    /// The height of each, in points.
    height: f32,
    /// How many of the folders in the folder are not watched for changes.
    n_unwatched: usize,
    /// How many marks of the folder the person has to answer what was said of them.
    n_unanswered: usize,
    /// How many replies of others were not looked at, with how many were when that was counted.
    n_unread: usize,
    n_read: usize,
}

impl Cards {
    /// Counts the replies that were not looked at, where the folder or what was looked at changed.
    fn follow_replies(&mut self, library: &Library, read: &BTreeSet<AnnotationId>, me: Option<AnnotatorId>) {
        let is_new = |row: &MarkRow| row.is_reply() && Some(row.person.id) != me && !read.contains(&row.id);
        self.n_unread = library.rows().filter(|(_, row)| is_new(row)).count();
        self.n_read = read.len();
    }

    fn follow(&mut self, library: &Library, read: &BTreeSet<AnnotationId>, me: Option<AnnotatorId>) {
        let present = (library.root().to_owned(), library.revision(), library.progress().is_done, me);
        let is_other = self.made_for.as_ref() != Some(&present);
        if is_other || self.n_read != read.len() {
            self.follow_replies(library, read, me);
        }
        if is_other {
            self.by_path.clear();
            let has_marks = library.entries().any(|entry| !entry.rows.is_empty());
            self.n_unwatched = library.folders().count().saturating_sub(MOST_FOLDERS);
            let waits = |me| library.entries().map(|entry| unanswered(&entry.rows, me).len()).sum();
            self.n_unanswered = me.map_or(0, waits);
            self.height = if has_marks { HEIGHTS.1 } else { HEIGHTS.0 };
            self.made_for = Some(present);
        }
    }

    fn of(&mut self, entry: &Entry, library: &Library) -> &Card {
        self.by_path.entry(Arc::clone(&entry.path)).or_insert_with(|| Card::of(entry, library))
    }
}

impl View for FolderPanel {
    fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let Some(library) = cx.workspace.library() else { return };
        self.cards.follow(library, cx.workspace.read_replies(), cx.me.map(|me| me.id));
        head_ui(cx, library, ui);
        if 0 < self.cards.n_unanswered {
            let words = say!("folder-unanswered", count = self.cards.n_unanswered);
            ui.label(RichText::new(words).small().color(cx.theme.accent));
        }
        if 0 < self.cards.n_unread {
            let words = say!("folder-unread", count = self.cards.n_unread);
            ui.label(RichText::new(words).small().color(cx.theme.ink_subdued));
        }
        self.unwatched_ui(cx, ui);
        self.filter_ui(cx, ui);
        self.list_ui(cx, library, ui);
    }

    fn focus(&mut self, _stop: usize) {
        self.wants_list = true;
    }
}

impl FolderPanel {
    /// Says that changes in some folders are not seen by themselves.
    fn unwatched_ui(&self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        if 0 < self.cards.n_unwatched {
            let words = say!("folder-unwatched", count = self.cards.n_unwatched);
            let label = RichText::new(words).small().color(cx.theme.ink_subdued);
            ui.label(label).on_hover_text(say!("folder-unwatched-hint"));
        }
    }

    /// The field for words and filters, and the menu with the orders.
    fn filter_ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let listing = cx.workspace.listing();
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let sort = sort_width(listing.order(), ui);
            let clear = if self.line.is_empty() { 0.0 } else { 20.0 };
            let width = (ui.available_width() - sort - clear - 8.0).max(60.0);
            let field = TextEdit::singleline(&mut self.line)
                .hint_text(say!("list-filter-hint"))
                .char_limit(1000)
                .desired_width(width);
            let response = ui.add(field);
            let line = self.line.clone();
            response.widget_info(|| egui::WidgetInfo {
                label: Some(say!("list-filter")),
                ..egui::WidgetInfo::text_edit(true, "", &line, "")
            });
            let is_cleared = !self.line.is_empty() && clear_ui(cx, ui);
            if is_cleared {
                self.line.clear();
            }
            if response.changed() || is_cleared {
                cx.ask(Request::FilterArticles(self.line.clone()));
            }
            sort_ui(cx, listing.order(), ui);
        });
        if let Some(error) = listing.error() {
            let words = RichText::new(visible(&error.to_string())).small().color(cx.theme.warning);
            ui.label(words).on_hover_text(visible(&error.hint()));
        }
        ui.add_space(4.0);
    }

    fn list_ui(&mut self, cx: &ViewCtx<'_>, library: &Library, ui: &mut Ui) {
        let entries = cx.workspace.listing().entries();
        if entries.is_empty() && !cx.workspace.listing().line().is_empty() {
            ui.label(RichText::new(say!("list-no-match")).small().color(cx.theme.ink_subdued));
            return;
        }
        let active = cx.session.and_then(|session| library.path_of(session.path()));
        let is_active = |entry: &Entry| active.as_deref() == Some(&*entry.path);
        let place = || entries.iter().position(|entry| is_active(entry));
        let wanted = std::mem::take(&mut self.wants_list).then(|| place().unwrap_or_default());
        let mut area = ScrollArea::vertical().auto_shrink([false, false]);
        let view = ui.available_height();
        let stepped = rows::stepped(ui, LIST, entries.len(), wanted, &|_| true);
        // It is looked for until it has come in, and once it is in view it is left alone.
        let place = stepped.or_else(|| place().filter(|_| self.shown != active));
        if let Some(row) = place {
            area = area.vertical_scroll_offset(rows::offset_to_show(row, self.cards.height, view));
        }
        if place.is_some() {
            self.shown.clone_from(&active);
        }
        let height = self.cards.height;
        // Cards stand one below the other, as they are counted when one is scrolled to.
        ui.spacing_mut().item_spacing.y = 0.0;
        area.show_rows(ui, height, entries.len(), |ui, range| {
            for row in range {
                let Some(entry) = entries.get(row) else { continue };
                let is_read = is_read(entry, cx.workspace.read());
                let card = self.cards.of(entry, library);
                article_card::ui(cx, card, (LIST, row), (is_active(entry), is_read), height, ui);
            }
        });
    }
}

/// Takes the line away; whether that was clicked.
fn clear_ui(cx: &ViewCtx<'_>, ui: &mut Ui) -> bool {
    let cross = RichText::new(icons::CLOSE).color(cx.theme.ink_subdued);
    let response = ui.add(egui::Button::new(cross).frame(false)).on_hover_text(say!("list-clear"));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, say!("list-clear")));
    response.clicked()
}

/// The width of the menu's button, in points: the field takes the rest.
fn sort_width(order: EntryOrder, ui: &Ui) -> f32 {
    let font = egui::TextStyle::Small.resolve(ui.style());
    let words = format!("{}\u{2003}", order_label(order));
    let words = ui.painter().layout_no_wrap(words, font, Color32::BLACK);
    words.size().x + 2.0 * ui.spacing().button_padding.x
}

/// The menu with the orders.
fn sort_ui(cx: &ViewCtx<'_>, chosen: EntryOrder, ui: &mut Ui) {
    // The room at the end is for the sign that there is a menu.
    let label = RichText::new(format!("{}\u{2003}", order_label(chosen))).small().color(cx.theme.ink_subdued);
    let menu = ui.menu_button(label, |ui| {
        for order in EntryOrder::ALL {
            if radio_ui(cx.theme, order == chosen, order_label(order), ui).clicked() {
                cx.ask(Request::OrderArticles(order));
                ui.close();
            }
        }
    });
    let name = say!("list-sort", order = order_label(chosen));
    menu.response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    let at = menu.response.rect.right_center();
    menu.response.on_hover_text(name);
    let (x, y) = (at.x - 11.0, at.y);
    let corners = vec![pos2(x - 3.5, y - 2.0), pos2(x + 3.5, y - 2.0), pos2(x, y + 2.5)];
    ui.painter().add(Shape::convex_polygon(corners, cx.theme.ink_subdued, Stroke::NONE));
}

fn order_label(order: EntryOrder) -> String {
    match order {
        EntryOrder::Name => say!("list-by-name"),
        EntryOrder::Title => say!("list-by-title"),
        EntryOrder::Date => say!("list-by-date"),
        EntryOrder::Unread => say!("list-by-unread"),
        EntryOrder::Marks => say!("list-by-marks"),
        EntryOrder::NeedsLook => say!("list-by-needs-look"),
    }
}

/// What the folder is called, and how much of it is read.
fn head_ui(cx: &ViewCtx<'_>, library: &Library, ui: &mut Ui) {
    ui.add_space(4.0);
    let root = library.root();
    let name = root.file_name().unwrap_or(root.as_os_str()).to_string_lossy();
    let title = RichText::new(visible(&name)).family(crate::gui::theme::bold()).color(cx.theme.ink_strong);
    ui.add(egui::Label::new(title).truncate()).on_hover_text(visible(&root.display().to_string()));
    ui.label(RichText::new(state(cx, library)).small().color(cx.theme.ink_subdued));
    let faults = library.faults();
    if !faults.is_empty() {
        let lines = faults.iter().take(20).map(|fault| {
            let is_root = fault.folder.is_empty();
            let folder = if is_root { say!("folder-itself") } else { visible(&fault.folder) };
            say!("folder-fault", folder = folder, reason = told::host_error(&fault.reason))
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
fn state(cx: &ViewCtx<'_>, library: &Library) -> String {
    const FEW: usize = 8;
    let progress = library.progress();
    let n_left = progress.n_all.saturating_sub(progress.n_done);
    let listing = cx.workspace.listing();
    match library.n_entries() {
        n if progress.is_done && !listing.line().is_empty() => {
            say!("list-some", some = listing.entries().len(), count = n)
        }
        0 if !progress.is_done => say!("folder-reading"),
        0 => say!("folder-empty"),
        n if progress.is_done || n_left < FEW => say!("folder-articles", count = n),
        n => say!("folder-articles-coming", count = n, left = n_left),
    }
}
