//! The table of views, and which of them a person chose for the sides. A new panel or a new page is a file with its [`View`](super::view::View)
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
use super::panels::feedback::{self, FeedbackPanel};
use super::panels::folder::FolderPanel;
use super::panels::found::FoundPanel;
use super::panels::marks_view::MarksView;
use super::panels::outline::OutlinePanel;
use super::progress_page::ProgressPage;
use super::settings::Settings;
use super::side::Side;
use super::situation::{self, Situation};
use super::threads_page::ThreadsPage;
use super::view::ViewRow;

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
        id: FeedbackPanel::ID,
        side: Side::Right,
        command: "toggle-feedback",
        keys: "",
        icon: None,
        when: feedback::has_feedback,
        lacks: None,
        make: || Box::<FeedbackPanel>::default(),
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

/// The view that a side has: the one that was chosen; at the right the first, where that has nothing to show.
pub(super) fn shown(side: Side, at: &Situation<'_>) -> Option<&'static ViewRow> {
    let is_ready = |row: &&ViewRow| (row.when)(at).is_ok();
    let chosen = chosen(side, at.settings)?;
    let first = || VIEWS.iter().filter(|row| row.side == side && side == Side::Right).find(is_ready);
    Some(chosen).filter(is_ready).or_else(first)
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
