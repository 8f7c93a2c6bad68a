//! The views as they are shown: at the sides, where there is room for them, and in the middle as pages with tabs.

use super::outbox::Request;
use super::side::{Crowded, Side};
use super::view::{View, ViewRow};
use super::view_ctx::ViewCtx;
use super::views::{VIEWS, shown};
use super::words::say;
use egui::{Frame, Margin, Panel, Rect, RichText, Ui};
use std::any::Any;

/// A view that was made, and where the last frame drew it.
struct Made {
    row: &'static ViewRow,
    view: Box<dyn View>,
    drawn: Option<Rect>,
    wants_focus: bool,
}

/// A place in a view where the keyboard stops, as part of the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stop {
    view: usize,
    nth: usize,
    pub rect: Rect,
}

/// All views with their state, and the pages that have tabs.
pub(super) struct Views {
    all: Vec<Made>,
    /// The pages that are open, in the order of their tabs.
    pages: Vec<&'static str>,
    /// The page that is looked at instead of the article.
    page: Option<&'static str>,
    /// The side that was asked for last: in a narrow window it is shown alone.
    asked: Option<Side>,
    /// As the last frame found it.
    crowded: Crowded,
}

/// A window narrower than this, in points, has no room for both sides.
const BOTH: f32 = 940.0;
/// The same while the page in the middle is a wide table.
const BOTH_BESIDE_TABLE: f32 = 1180.0;
/// One that is narrower than this has none for a side that is asked for.
const ALONE: f32 = 600.0;

impl Views {
    /// Every view of the table, as it is before it is shown.
    pub(super) fn new() -> Self {
        let made = |row: &'static ViewRow| Made { row, view: (row.make)(), drawn: None, wants_focus: false };
        Self {
            all: VIEWS.iter().map(made).collect(),
            pages: Vec::new(),
            page: None,
            asked: None,
            crowded: Crowded::default(),
        }
    }

    /// A side was asked for.
    pub(super) fn ask(&mut self, side: Side) {
        self.asked = Some(side);
    }

    /// A side is wanted no longer.
    pub(super) fn forget(&mut self, side: Side) {
        self.asked.take_if(|asked| *asked == side);
    }

    /// Whether the last frame had room for a view at a side.
    pub(super) fn is_drawn(&self, side: Side) -> bool {
        self.all.iter().any(|made| made.row.side == side && made.drawn.is_some())
    }

    /// The sides that the last frame had no room for.
    pub(super) fn crowded(&self) -> Crowded {
        self.crowded
    }

    /// The view of a type.
    pub(super) fn get<V: View>(&self) -> Option<&V> {
        self.all.iter().find_map(|made| (&*made.view as &dyn Any).downcast_ref())
    }

    /// The same to be changed.
    pub(super) fn get_mut<V: View>(&mut self) -> Option<&mut V> {
        self.all.iter_mut().find_map(|made| (&mut *made.view as &mut dyn Any).downcast_mut())
    }

    fn made_mut(&mut self, id: &str) -> Option<&mut Made> {
        self.all.iter_mut().find(|made| made.row.id == id)
    }

    /// A person asked to see a view: one in the middle is looked at from now on.
    pub(super) fn show(&mut self, id: &str) {
        if let Some(made) = self.made_mut(id) {
            made.view.shown();
            let row = made.row;
            self.look_at(row);
        }
    }

    /// A person comes back to a page from the article that it led into.
    pub(super) fn return_to(&mut self, id: &str) {
        if let Some(made) = self.made_mut(id) {
            made.view.returned();
            let row = made.row;
            self.look_at(row);
        }
    }

    fn look_at(&mut self, row: &'static ViewRow) {
        if row.side == Side::Middle {
            self.page = Some(row.id);
            if !self.pages.contains(&row.id) {
                self.pages.push(row.id);
            }
        }
    }

    /// The page that is looked at instead of the article.
    pub(super) fn page(&self) -> Option<&'static str> {
        self.page
    }

    /// The article is looked at again; the page keeps its tab.
    pub(super) fn leave_page(&mut self) {
        self.page = None;
    }

    /// Closes a page: its tab goes, and what it knows stays.
    pub(super) fn close_page(&mut self, id: &str) {
        self.pages.retain(|page| *page != id);
        self.page.take_if(|page| *page == id);
    }

    /// The pages that have tabs, each with whether it is looked at.
    pub(super) fn tabs(&self) -> Vec<(&'static ViewRow, bool)> {
        let row = |id: &&'static str| VIEWS.iter().find(|row| row.id == *id);
        self.pages.iter().filter_map(row).map(|row| (row, self.page == Some(row.id))).collect()
    }

    /// The page that is looked at, with its row.
    pub(super) fn looked_at(&self) -> Option<(&'static ViewRow, &dyn View)> {
        let page = self.page?;
        self.all.iter().find(|made| made.row.id == page).map(|made| (made.row, &*made.view))
    }

    /// Puts the keyboard into the line that filters the page that is looked at; whether there is one.
    pub(super) fn focus_line(&mut self) -> bool {
        let page = self.page.and_then(|id| self.made_mut(id));
        let line = page.and_then(|made| made.view.line());
        line.map(|line| line.wants_focus = true).is_some()
    }

    /// Draws the page that is looked at.
    pub(super) fn page_ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        if let Some(page) = self.page.and_then(|page| self.made_mut(page)) {
            page.view.ui(cx, ui);
        }
    }

    /// Forgets where views were drawn: to be called once before those of a frame are.
    pub(super) fn begin_frame(&mut self) {
        self.all.iter_mut().for_each(|made| made.drawn = None);
    }

    /// Draws the view that is shown at a side, if there is one and room for it.
    pub(super) fn side_ui(&mut self, side: Side, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let (panel, room, margin) = match side {
            Side::Left => {
                (Panel::left("folder").default_size(240.0).size_range(140.0..=420.0), 900.0, (10, 6))
            }
            Side::Right => {
                (Panel::right("marks").default_size(320.0).size_range(240.0..=520.0), 700.0, (10, 8))
            }
            Side::Middle => return,
        };
        let shown = shown(side, &cx.situation);
        let whole = ui.ctx().content_rect().width();
        let is_beside_table =
            self.page.and_then(|page| self.made_mut(page)).is_some_and(|made| made.view.is_wide());
        let has_room = match self.asked {
            Some(asked) if whole < BOTH => asked == side && ALONE <= whole,
            // The folder stays, whose marks are listed, unless the other side is asked for.
            asked if is_beside_table && whole < BOTH_BESIDE_TABLE => {
                asked.unwrap_or(Side::Left) == side && room <= ui.available_width()
            }
            _ => room <= ui.available_width(),
        };
        let before = self.crowded;
        self.crowded.set(side, shown.is_some() && !has_room);
        if before != self.crowded {
            // The bar, which says what is shown, was drawn before.
            ui.ctx().request_repaint();
        }
        let Some(made) = shown.filter(|_| has_room).and_then(|row| self.made_mut(row.id)) else { return };
        let wants_focus = std::mem::take(&mut made.wants_focus);
        let frame = Frame::new().fill(cx.theme.panel).inner_margin(Margin::symmetric(margin.0, margin.1));
        let drawn = panel.frame(frame).show(ui, |ui| {
            tabs_ui(side, made.row, wants_focus, cx, ui);
            made.view.ui(cx, ui);
        });
        made.drawn = Some(drawn.response.rect);
    }

    /// Where the keyboard stops beside the middle: at the right, then at the left.
    pub(super) fn stops(&self) -> Vec<Stop> {
        let mut stops = Vec::new();
        for side in [Side::Right, Side::Left] {
            for (view, made) in self.all.iter().enumerate().filter(|(_, made)| made.row.side == side) {
                let rects = made.drawn.map(|drawn| made.view.stops(drawn)).unwrap_or_default();
                stops.extend(rects.into_iter().enumerate().map(|(nth, rect)| Stop { view, nth, rect }));
            }
        }
        stops
    }

    /// Puts the keyboard on a stop with the next frame.
    pub(super) fn focus(&mut self, stop: Stop) {
        if let Some(made) = self.all.get_mut(stop.view) {
            made.wants_focus = true;
            made.view.focus(stop.nth);
        }
    }

    /// Gives the page that is looked at the keyboard with the next frame; whether there is one.
    pub(super) fn focus_page(&mut self) -> bool {
        let page = self.page.and_then(|page| self.made_mut(page));
        page.map(|made| made.view.focus(0)).is_some()
    }
}

/// The tabs of a side, where it has several views with something to show.
fn tabs_ui(side: Side, shown: &ViewRow, wants_focus: bool, cx: &ViewCtx<'_>, ui: &mut Ui) {
    let rows = || VIEWS.iter().filter(|row| row.side == side && (row.when)(&cx.situation).is_ok());
    if rows().nth(1).is_none() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        for row in rows() {
            let is_on = row.id == shown.id;
            let ink = if is_on { cx.theme.ink_strong } else { cx.theme.ink_subdued };
            let tab = egui::Button::selectable(is_on, RichText::new(row.label()).small().color(ink));
            let tab = ui.add(tab);
            let name = say!("view-show", view = row.label().to_lowercase());
            tab.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_on, &name));
            if is_on && wants_focus {
                // The list takes it over, if it has any rows.
                tab.request_focus();
            }
            if tab.clicked() {
                cx.ask(Request::View(row.id));
            }
        }
    });
    ui.add_space(2.0);
}
