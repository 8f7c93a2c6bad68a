//! One frame: the panels by name, and nothing else.

use super::App;
use crate::gui::command::Command;
use crate::gui::menu::menu_ui;
use crate::gui::panels::dock::DockPanel;
use crate::gui::panels::status::status_ui;
use crate::gui::panels::tabs::tabs_ui;
use crate::gui::reader::Reader;
use crate::gui::view_ctx::ViewCtx;
use egui::{CentralPanel, Frame, Margin, Panel, RichText, ScrollArea, Ui};
use std::path::PathBuf;

impl App {
    pub(super) fn draw(&mut self, ui: &mut Ui) {
        let commands = self.commands();
        let cx = ViewCtx {
            session: self.workspace.active(),
            workspace: &self.workspace,
            theme: &self.theme,
            commands: &commands,
            settings: &self.settings,
            words: &self.words,
            outbox: &self.outbox,
        };
        self.words.borrow_mut().begin_frame(self.theme.is_dark);
        let can_run = |command: &Command| super::commands::can_run(cx.session, command);
        let panel = |margin: Margin| Frame::new().fill(self.theme.panel).inner_margin(margin);

        let bar = Panel::top("menu").frame(panel(Margin::symmetric(8, 3)));
        bar.show(ui, |ui| menu_ui(&cx, &can_run, ui));
        if 1 < self.workspace.sessions().len() {
            let tabs = Panel::top("tabs").frame(panel(Margin::symmetric(8, 3)));
            tabs.show(ui, |ui| tabs_ui(&cx, ui));
        }
        let foot = Panel::bottom("status").frame(panel(Margin::symmetric(10, 3)));
        foot.show(ui, |ui| status_ui(&cx, self.notices.spoken(), ui));
        let is_wide = 900.0 <= ui.available_width();
        self.rounds = super::rounds::Rounds::default();
        if DockPanel::is_shown(&cx) && is_wide {
            let left = Panel::left("folder").default_size(210.0).size_range(140.0..=420.0);
            let reader = cx.session.and_then(|session| self.readers.get(session.path()));
            let drawn = left
                .frame(panel(Margin::symmetric(10, 6)))
                .show(ui, |ui| self.dock.ui(&cx, &self.finding, reader, ui));
            self.rounds.dock = Some(drawn.response.rect);
        }
        if self.settings.shows_marks
            && 700.0 <= ui.available_width()
            && let Some(session) = cx.session
        {
            let right = Panel::right("marks").default_size(320.0).size_range(240.0..=520.0);
            right.frame(panel(Margin::symmetric(10, 8))).show(ui, |ui| {
                let whole = ui.available_rect_before_wrap();
                self.review.ui(&cx, session, ui);
                if self.review.of().is_some() {
                    // Two cards: the fields scroll, so that the list keeps some room.
                    let most = (ui.available_height() - 200.0).max(120.0);
                    let area = ScrollArea::vertical().id_salt("fields").max_height(most);
                    area.show(ui, |ui| self.editor.ui(&cx, session, ui));
                } else {
                    self.editor.ui(&cx, session, ui);
                }
                let below = ui.available_rect_before_wrap();
                self.rounds.fields = Some(whole.with_max_y(below.top()));
                self.rounds.list = Some(below);
                self.marks.ui(&cx, session, ui);
            });
        }
        let revised = cx.session.and_then(|session| Some((session, self.revised.get_mut(session.path())?)));
        if let Some((session, revised)) = revised.as_ref().filter(|(_, revised)| revised.has_bar()) {
            // Below the page, whose lines stay where they are when it comes and goes.
            let bar = Panel::bottom("revised").frame(panel(Margin::symmetric(12, 6)));
            bar.show(ui, |ui| revised.bar_ui(&cx, session, ui));
        }
        let page = CentralPanel::default().frame(Frame::new().fill(self.theme.page));
        page.show(ui, |ui| {
            if revised.is_some_and(|(_, revised)| revised.ui(&cx, ui)) {
                return;
            }
            match cx.session.and_then(|session| Some((session, self.readers.get_mut(session.path())?))) {
                Some((session, reader)) => {
                    let rect = ui.available_rect_before_wrap();
                    reader.ui(&cx, session, &mut self.press, ui);
                    self.finding.ui(&cx, &reader.found, rect, ui.ctx());
                }
                None => empty_ui(&cx, 0 < self.n_opening + self.n_listing, ui),
            }
        });
        drop_hint_ui(&cx, ui);
        if let Some(modal) = &mut self.modal {
            let entries = |typed: &str| entries(&*self.host, typed);
            modal.ui(&cx, &can_run, &entries, ui.ctx());
        }
        self.notices.ui(ui.ctx(), &self.theme);
    }
}

/// What stands where no article does.
fn empty_ui(cx: &ViewCtx<'_>, is_opening: bool, ui: &mut Ui) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.3);
        if is_opening {
            ui.label(RichText::new("Reading…").color(cx.theme.ink_subdued));
            return;
        }
        ui.heading(
            RichText::new("Open an article to read it and mark what it says").color(cx.theme.ink_strong),
        );
        ui.add_space(6.0);
        ui.label(
            RichText::new("Text, Markdown or a saved web page: drop it here, or choose it")
                .color(cx.theme.ink_subdued),
        );
        ui.add_space(12.0);
        if ui.button("Open…").clicked() {
            cx.run(Command::OpenArticle);
        }
        if ui.button("Open folder…").clicked() {
            cx.run(Command::OpenFolder);
        }
    });
}

fn drop_hint_ui(cx: &ViewCtx<'_>, ui: &Ui) {
    if ui.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let rect = ui.ctx().content_rect();
    let painter =
        ui.ctx().layer_painter(egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop")));
    painter.rect_filled(rect, 0.0, cx.theme.page.gamma_multiply(0.9));
    let font = egui::TextStyle::Heading.resolve(ui.style());
    painter.text(rect.center(), egui::Align2::CENTER_CENTER, "Drop to open", font, cx.theme.ink_strong);
}

/// What the typed path could go on with: folders, then articles.
fn entries(host: &dyn crate::session::Host, typed: &str) -> Vec<(PathBuf, bool)> {
    let path = PathBuf::from(if typed.is_empty() { "." } else { typed });
    let (folder, start) = if host.is_folder(&path) {
        (path, String::new())
    } else {
        let start = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
        (parent.map_or_else(|| PathBuf::from("."), PathBuf::from), start)
    };
    let fits = |path: &PathBuf| {
        path.file_name().is_some_and(|name| name.to_string_lossy().to_lowercase().starts_with(&start))
    };
    let folders =
        host.folders_in(&folder).unwrap_or_default().into_iter().filter(fits).map(|path| (path, true));
    let articles =
        host.articles_in(&folder).unwrap_or_default().into_iter().filter(fits).map(|path| (path, false));
    folders.chain(articles).take(400).collect()
}

impl App {
    /// The page of the article that is looked at.
    pub(super) fn reader_mut(&mut self) -> Option<&mut Reader> {
        self.readers.get_mut(self.workspace.active()?.path())
    }
}
