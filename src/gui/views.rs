//! The table of views, and which of them are shown. A new panel or a new page is a file with its [`View`]
//! and a row here: its tab, its command in menu, palette and sheet of keys, its keys and its place in the
//! keyboard's round come from the row.

use super::actors_page::ActorsPage;
use super::all_marks::AllMarks;
use super::changes::ChangesPage;
use super::checks_page::ChecksPage;
use super::command::{Icon, Place};
use super::differences_page::DifferencesPage;
use super::folder_search::SearchPage;
use super::grade_book::GradeBook;
use super::icons;
use super::ledger::{CountsPage, IncidentsPage, SourcesPage};
use super::outbox::Request;
use super::page_view::{self, PageView};
use super::panels::beside::BesidePanel;
use super::panels::folder::FolderPanel;
use super::panels::found::FoundPanel;
use super::panels::marks_view::MarksView;
use super::panels::outline::OutlinePanel;
use super::progress_page::ProgressPage;
use super::settings::Settings;
use super::side::{Crowded, Side};
use super::situation;
use super::threads_page::ThreadsPage;
use super::view::{View, ViewRow};
use super::view_ctx::ViewCtx;
use super::words::say;
use egui::{Frame, Margin, Panel, Rect, RichText, Ui};
use std::any::Any;

/// All views, in the order of the tabs and of the menu.
pub(super) static VIEWS: &[ViewRow] = &[
    ViewRow {
        id: "folder",
        side: Side::Left,
        command: "toggle-folder",
        keys: "F9",
        icon: Some(Icon { sign: icons::FOLDER, place: Place::Left(0) }),
        when: situation::has_folder,
        lacks: Some(|| Request::ListBeside),
        make: || Box::<FolderPanel>::default(),
    },
    ViewRow {
        id: "outline",
        side: Side::Left,
        command: "toggle-outline",
        keys: "Shift+F9",
        icon: None,
        when: situation::has_article,
        lacks: None,
        make: || Box::<OutlinePanel>::default(),
    },
    ViewRow {
        id: "found",
        side: Side::Left,
        command: "toggle-found",
        keys: "",
        icon: None,
        when: situation::has_article,
        lacks: None,
        make: || Box::<FoundPanel>::default(),
    },
    ViewRow {
        id: BesidePanel::ID,
        side: Side::Left,
        command: "toggle-beside",
        keys: "",
        icon: None,
        when: situation::has_beside,
        lacks: None,
        make: || Box::<BesidePanel>::default(),
    },
    ViewRow {
        id: MarksView::ID,
        side: Side::Right,
        command: "toggle-marks",
        keys: "F10",
        icon: Some(Icon { sign: icons::MARKS, place: Place::Right(0) }),
        when: situation::has_article,
        lacks: None,
        make: || Box::<MarksView>::default(),
    },
    ViewRow {
        id: PageView::ID,
        side: Side::Right,
        command: "toggle-page",
        keys: "Ctrl+F10",
        icon: None,
        when: page_view::has_pages,
        lacks: None,
        make: || Box::<PageView>::default(),
    },
    ViewRow {
        id: AllMarks::ID,
        side: Side::Middle,
        command: "show-all-marks",
        keys: "Ctrl+Shift+M",
        icon: None,
        when: situation::has_folder,
        lacks: Some(|| Request::ListBeside),
        make: || Box::<AllMarks>::default(),
    },
    ViewRow {
        id: SearchPage::ID,
        side: Side::Middle,
        command: "search-folder",
        keys: "Ctrl+Shift+S",
        icon: None,
        when: situation::has_folder,
        lacks: Some(|| Request::ListBeside),
        make: || Box::<SearchPage>::default(),
    },
    ViewRow {
        id: ThreadsPage::ID,
        side: Side::Middle,
        command: "show-threads",
        keys: "Ctrl+Shift+T",
        icon: None,
        when: situation::has_folder,
        lacks: Some(|| Request::ListBeside),
        make: || Box::<ThreadsPage>::default(),
    },
    ViewRow {
        id: ActorsPage::ID,
        side: Side::Middle,
        command: "show-actors",
        keys: "Ctrl+Shift+A",
        icon: None,
        when: situation::has_folder,
        lacks: Some(|| Request::ListBeside),
        make: || Box::<ActorsPage>::default(),
    },
    ViewRow {
        id: ChecksPage::ID,
        side: Side::Middle,
        command: "show-checks",
        keys: "Ctrl+Shift+H",
        icon: None,
        when: situation::has_folder,
        lacks: Some(|| Request::ListBeside),
        make: || Box::<ChecksPage>::default(),
    },
    ViewRow {
        id: IncidentsPage::ID,
        side: Side::Middle,
        command: "show-incidents",
        keys: "Ctrl+Shift+I",
        icon: None,
        when: situation::has_folder,
        lacks: Some(|| Request::ListBeside),
        make: || Box::<IncidentsPage>::default(),
    },
    ViewRow {
        id: SourcesPage::ID,
        side: Side::Middle,
        command: "show-sources",
        keys: "Ctrl+Shift+L",
        icon: None,
        when: situation::has_folder,
        lacks: Some(|| Request::ListBeside),
        make: || Box::<SourcesPage>::default(),
    },
    ViewRow {
        id: CountsPage::ID,
        side: Side::Middle,
        command: "show-counts",
        keys: "Ctrl+Shift+Q",
        icon: None,
        when: situation::has_folder,
        lacks: Some(|| Request::ListBeside),
        make: || Box::<CountsPage>::default(),
    },
    ViewRow {
        id: DifferencesPage::ID,
        side: Side::Middle,
        command: "show-differences",
        keys: "Ctrl+Shift+G",
        icon: None,
        when: situation::has_folder,
        lacks: Some(|| Request::ListBeside),
        make: || Box::<DifferencesPage>::default(),
    },
    ViewRow {
        id: ProgressPage::ID,
        side: Side::Middle,
        command: "show-progress",
        keys: "",
        icon: None,
        when: situation::has_folder,
        lacks: Some(|| Request::ListBeside),
        make: || Box::<ProgressPage>::default(),
    },
    ViewRow {
        id: GradeBook::ID,
        side: Side::Middle,
        command: "show-grade-book",
        keys: "Ctrl+Shift+B",
        icon: None,
        when: situation::always,
        lacks: None,
        make: || Box::<GradeBook>::default(),
    },
    ViewRow {
        id: ChangesPage::ID,
        side: Side::Middle,
        command: "show-changes",
        keys: "Ctrl+Shift+D",
        icon: None,
        when: situation::has_other_text,
        lacks: None,
        make: || Box::<ChangesPage>::default(),
    },
];

/// The pages that stand in the menu of the class.
pub(super) const OF_CLASS: [&str; 1] = [GradeBook::ID];

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
        let Some(made) = self.made_mut(id) else { return };
        made.view.shown();
        let row = made.row;
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
        let shown = chosen(side, cx.settings).filter(|row| (row.when)(&cx.situation).is_ok());
        let whole = ui.ctx().content_rect().width();
        let has_room = match self.asked {
            Some(asked) if whole < BOTH => asked == side && ALONE <= whole,
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

/// The view that a person chose for a side, if the side is shown.
pub(super) fn chosen(side: Side, settings: &Settings) -> Option<&'static ViewRow> {
    let (is_shown, id) = match side {
        Side::Left => (settings.shows_folder, settings.dock.as_str()),
        Side::Right => (settings.shows_marks, settings.panel.as_str()),
        Side::Middle => return None,
    };
    let rows = || VIEWS.iter().filter(|row| row.side == side);
    // A name that another version of the program wrote means nothing here.
    rows().find(|row| row.id == id).or_else(|| rows().next()).filter(|_| is_shown)
}

/// Shows a view at its side in `settings`, or hides the side.
pub(super) fn choose(row: &ViewRow, is_shown: bool, settings: &mut Settings) {
    let (shows, id) = match row.side {
        Side::Left => (&mut settings.shows_folder, &mut settings.dock),
        Side::Right => (&mut settings.shows_marks, &mut settings.panel),
        Side::Middle => return,
    };
    *shows = is_shown;
    row.id.clone_into(id);
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
