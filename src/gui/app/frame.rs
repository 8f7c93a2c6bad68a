//! One frame: the panels by name, and nothing else.

use super::App;
use super::middle::{Middle, panel};
use super::revised::Revised;
use crate::gui::bar::bar_ui;
use crate::gui::changes::{ChangesPage, banner_ui};
use crate::gui::command::Command;
use crate::gui::context;
use crate::gui::finding::Finding;
use crate::gui::first_run::first_run_ui;
use crate::gui::linking::Linking;
use crate::gui::modal::Modal;
use crate::gui::notices::{Notices, Spoken};
use crate::gui::panels::status::status_ui;
use crate::gui::panels::tabs::tabs_ui;
use crate::gui::reader::Reader;
use crate::gui::shown_views::Views;
use crate::gui::side::Side;
use crate::gui::situation::Situation;
use crate::gui::view::ViewRow;
use crate::gui::view_ctx::{PageState, ViewCtx};
use crate::gui::words::say;
use egui::{Frame, Margin, Panel, Ui};
use std::collections::BTreeMap;
use std::path::PathBuf;

impl App {
    pub(super) fn draw(&mut self, ui: &mut Ui) {
        let commands = self.commands();
        let (me, marks_only_here) = (self.person_here(), self.marks_only_here());
        let reader = self.workspace.active().and_then(|session| self.readers.get(session.path()));
        let situation = Situation::of(&self.workspace, &self.views, &self.settings, &self.editing);
        let (shows_differences, is_on_wall) = (self.differences.is_on(), self.wall.is_some());
        let is_folder_coming = self.indexing.is_coming();
        let situation =
            self.with_class(Situation { shows_differences, is_on_wall, is_folder_coming, ..situation });
        let is_on = |command: &Command| super::commands::is_on(&situation, command);
        let ready = |command: &Command| super::commands::ready(&situation, command);
        let base = ViewCtx {
            situation,
            session: self.workspace.active(),
            workspace: &self.workspace,
            theme: &self.theme,
            commands: &commands,
            settings: &self.settings,
            is_linking: self.linking.is_some(),
            words: &self.words,
            comparing: self.differences.shown(),
            voices: self.voices.shown(self.workspace.active()),
            class: &self.grading,
            page: None,
            identities: &self.people.all,
            me: me.as_ref(),
            marks_only_here,
            outbox: &self.outbox,
            ready: &ready,
            is_on: &is_on,
        };
        let page = reader.map(|reader| page_state(reader, &self.finding));
        let cx = ViewCtx { page, ..base };
        self.words.borrow_mut().begin_frame(self.theme.is_dark);
        if let Some((wall, session)) = self.wall.as_mut().zip(self.workspace.active()) {
            panel(&cx).show(ui, |ui| wall.ui(&cx, session, ui));
            return;
        }
        bars_ui(&cx, &self.views.tabs(), self.notices.spoken(), ui);
        // As wide as the window: beside the views it would be four lines high.
        first_run_ui(&cx, ui);
        self.views.begin_frame();
        self.views.side_ui(Side::Left, &cx, ui);
        self.views.side_ui(Side::Right, &cx, ui);
        let lowered = banner_above_ui(&self.views, &self.revised, &cx, ui);
        if let Some((linking, session)) = self.linking.as_mut().zip(self.workspace.active()) {
            linking.ui(&cx, session, ui);
        }
        let offered = self.linking.as_ref().and_then(Linking::offered);
        let is_listing = self.indexing.is_running();
        let middle = Middle { opening: &self.opening, is_listing, lowered, offered };
        let foot = if self.views.page().is_some() {
            middle.page_ui(&cx, &mut self.views, ui)
        } else {
            let read =
                base.session.and_then(|session| Some((session, self.readers.get_mut(session.path())?)));
            middle.article_ui(&base, read, (&mut self.finding, &mut self.cache), ui)
        };
        above_ui(&base, self.modal.as_mut(), &mut self.notices, foot, ui);
    }
}

/// What panels know of the page.
fn page_state<'a>(reader: &'a Reader, finding: &'a Finding) -> PageState<'a> {
    let (top, in_view, arrived) = (reader.top(), reader.in_view(), reader.arrived());
    PageState { outline: reader.outline(), top, in_view, arrived, finding, found: &reader.found }
}

/// The bar at the top, the tabs below it where there are several, and the line at the foot.
fn bars_ui(cx: &ViewCtx<'_>, pages: &[(&'static ViewRow, bool)], spoken: &Spoken, ui: &mut Ui) {
    let panel = |x, y| Frame::new().fill(cx.theme.panel).inner_margin(Margin::symmetric(x, y));
    Panel::top("bar").frame(panel(8, 2)).show(ui, |ui| bar_ui(cx, ui));
    if 1 < cx.workspace.sessions().len() + pages.len() {
        Panel::top("tabs").frame(panel(8, 3)).show(ui, |ui| tabs_ui(cx, pages, ui));
    }
    Panel::bottom("status").frame(panel(10, 3)).show(ui, |ui| status_ui(cx, spoken, ui));
}

/// What lies over the window: where files are dropped, the dialog, and notices above the `foot` of the page.
fn above_ui(cx: &ViewCtx<'_>, modal: Option<&mut Modal>, notices: &mut Notices, foot: f32, ui: &mut Ui) {
    drop_hint_ui(cx, ui);
    if context::is_unanswered(ui.ctx()) {
        notices.say(say!("context-none"));
    }
    if let Some(modal) = modal {
        modal.ui(cx, ui.ctx());
    }
    if let Some(command) = notices.ui(ui.ctx(), cx.theme, foot) {
        cx.run(command);
    }
}

/// What there is to say of another version of the article, above the page; how high it is, in points.
fn banner_above_ui(
    views: &Views,
    revised: &BTreeMap<PathBuf, Revised>,
    cx: &ViewCtx<'_>,
    ui: &mut Ui,
) -> f32 {
    let session = cx.session.filter(|_| views.page().is_none());
    let said = session.and_then(|session| Some((session, revised.get(session.path())?.banner(session)?)));
    let Some((session, banner)) = said else { return 0.0 };
    let changes = views.get::<ChangesPage>().and_then(|page| page.of(session));
    let frame = Frame::new().fill(cx.theme.notice).inner_margin(Margin::symmetric(12, 8));
    let panel = Panel::top("banner").frame(frame).show_separator_line(false);
    let drawn = panel.show(ui, |ui| banner_ui(cx, banner, changes, session, ui)).response.rect;
    ui.painter().hline(drawn.x_range(), drawn.bottom() - 1.0, (2.0, cx.theme.warning));
    drawn.height()
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
    painter.text(rect.center(), egui::Align2::CENTER_CENTER, say!("drop-to-open"), font, cx.theme.ink_strong);
}

impl App {
    /// The page of the article that is looked at.
    pub(super) fn reader(&self) -> Option<&Reader> {
        self.readers.get(self.workspace.active()?.path())
    }

    /// The same, to be changed.
    pub(super) fn reader_mut(&mut self) -> Option<&mut Reader> {
        self.readers.get_mut(self.workspace.active()?.path())
    }
}
