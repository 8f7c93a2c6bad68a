//! The window: pointer and keys in, marked text out. No display, no renderer.

#[path = "gui/all_marks.rs"]
mod all_marks;
#[path = "support/article.rs"]
mod article;
#[path = "gui/articles.rs"]
mod articles;
#[path = "gui/bar.rs"]
mod bar;
#[path = "gui/beside.rs"]
mod beside;
#[path = "gui/chrome.rs"]
mod chrome;
#[path = "gui/class.rs"]
mod class;
#[path = "gui/desktop.rs"]
mod desktop;
#[path = "gui/differences.rs"]
mod differences;
#[path = "gui/exporting.rs"]
mod exporting;
#[path = "gui/fields.rs"]
mod fields;
#[path = "gui/figures.rs"]
mod figures;
#[path = "gui/finding.rs"]
mod finding;
#[path = "gui/folder_pages.rs"]
mod folder_pages;
#[path = "gui/folders.rs"]
mod folders;
#[path = "gui/grading.rs"]
mod grading;
#[path = "gui/hearing.rs"]
mod hearing;
#[path = "gui/jumps.rs"]
mod jumps;
#[path = "gui/keyboard.rs"]
mod keyboard;
#[path = "gui/languages.rs"]
mod languages;
#[path = "gui/layouts.rs"]
mod layouts;
#[path = "gui/ledger.rs"]
mod ledger;
#[path = "gui/left_off.rs"]
mod left_off;
#[path = "gui/lesson.rs"]
mod lesson;
#[path = "gui/linking.rs"]
mod linking;
#[path = "gui/lists.rs"]
mod lists;
#[path = "gui/many_marks.rs"]
mod many_marks;
#[path = "gui/margin.rs"]
mod margin;
#[path = "gui/marking.rs"]
mod marking;
#[path = "gui/menus.rs"]
mod menus;
#[path = "gui/opening.rs"]
mod opening;
#[path = "gui/overlaps.rs"]
mod overlaps;
#[path = "gui/overview.rs"]
mod overview;
#[path = "gui/pages.rs"]
mod pages;
#[path = "gui/panes.rs"]
mod panes;
#[path = "gui/pasting.rs"]
mod pasting;
#[path = "gui/pictures.rs"]
mod pictures;
#[path = "gui/proposing.rs"]
mod proposing;
#[path = "gui/recovering.rs"]
mod recovering;
#[path = "gui/reviewing.rs"]
mod reviewing;
#[path = "gui/searching.rs"]
mod searching;
#[path = "gui/selecting.rs"]
mod selecting;
#[path = "gui/sharing.rs"]
mod sharing;
#[path = "gui/stripes.rs"]
mod stripes;
#[path = "gui/views.rs"]
mod views;
#[path = "gui/voices.rs"]
mod voices;
#[path = "gui/who.rs"]
mod who;
#[path = "gui/whole_article.rs"]
mod whole_article;
#[path = "support/window.rs"]
mod window;

use window::Window;

/// Marks of two people.
const MIXED: &str = "\
[claim#c1:Eight people died]. The army [denial#d1:denied] it. [opinion#o1:A disgrace].

@ d1 note 'on television'

//- layer Ben
Eight people died. [claim#b1:The army denied it]. A disgrace.

@ b1 note 'his'";

/// The id of the mark that is chosen, as marked text writes it; empty if none is.
fn chosen(window: &Window) -> String {
    window.session().focus().map_or_else(String::new, |id| id.to_string())
}
