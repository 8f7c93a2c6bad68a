//! The articles of the folder, with counts of marks.

use crate::gui::outbox::Request;
use crate::gui::view::View;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::{rows, visible};
use crate::session::workspace::Article;
use egui::{Align, Layout, RichText, ScrollArea, Sense, Ui, vec2};

const ROW: f32 = 26.0;
const LIST: &str = "articles";

/// The list, as a view.
#[derive(Debug, Default)]
pub(in crate::gui) struct FolderPanel {
    wants_list: bool,
}

impl View for FolderPanel {
    fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        folder_ui(cx, std::mem::take(&mut self.wants_list), ui);
    }

    fn focus(&mut self, _stop: usize) {
        self.wants_list = true;
    }
}

fn folder_ui(cx: &ViewCtx<'_>, wants_focus: bool, ui: &mut Ui) {
    ui.add_space(4.0);
    let Some(folder) = cx.workspace.folder() else { return };
    let name = folder.path.file_name().unwrap_or(folder.path.as_os_str()).to_string_lossy();
    let title = RichText::new(visible(&name)).family(crate::gui::theme::bold()).color(cx.theme.ink_strong);
    ui.add(egui::Label::new(title).truncate()).on_hover_text(visible(&folder.path.display().to_string()));
    let count = match folder.articles.len() {
        0 => "No articles that can be read".to_owned(),
        1 => "1 article".to_owned(),
        n => format!("{n} articles"),
    };
    ui.label(RichText::new(count).small().color(cx.theme.ink_subdued));
    ui.add_space(4.0);
    let is_active = |article: &Article| cx.session.is_some_and(|session| session.path() == article.path);
    let wanted = wants_focus.then(|| folder.articles.iter().position(is_active).unwrap_or_default());
    let mut area = ScrollArea::vertical().auto_shrink([false, false]);
    if let Some(row) = rows::stepped(ui, LIST, folder.articles.len(), wanted, &|_| true) {
        area = area.vertical_scroll_offset(rows::offset_to_show(row, ROW, ui.available_height()));
    }
    area.show_rows(ui, ROW, folder.articles.len(), |ui, rows| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for row in rows {
            article_ui(cx, &folder.articles[row], row, ui);
        }
    });
}

fn article_ui(cx: &ViewCtx<'_>, article: &Article, row: usize, ui: &mut Ui) {
    let is_active = cx.session.is_some_and(|session| session.path() == article.path);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let response = ui.interact(rect, rows::row_id(LIST, row), Sense::click());
    rows::hold_arrows(ui, LIST, row, &response);
    let name = visible(&article.name);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_active, &name));
    rows::ground(cx.theme, ui.painter(), rect, &response, is_active);
    let mut row = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(rect.shrink2(vec2(6.0, 0.0)))
            .layout(Layout::right_to_left(Align::Center)),
    );
    if 0 < article.n_marks {
        row.label(RichText::new(article.n_marks.to_string()).small().color(if is_active {
            cx.theme.ink
        } else {
            cx.theme.ink_subdued
        }));
    }
    row.with_layout(Layout::left_to_right(Align::Center), |ui| {
        let ink = if is_active { cx.theme.ink_strong } else { cx.theme.ink };
        ui.add(egui::Label::new(RichText::new(&name).color(ink)).truncate());
    });
    let marks = if article.n_marks == 1 { "1 mark".to_owned() } else { format!("{} marks", article.n_marks) };
    if response.on_hover_text(format!("{name}\n{marks}")).clicked() {
        cx.ask(Request::Open(article.path.clone()));
    }
}
