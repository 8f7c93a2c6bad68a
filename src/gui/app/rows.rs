//! The rows of the menus File, Edit and Help.

use super::row::{Row, group, row};
use crate::gui::modal::Modal;
use crate::gui::modal::keys::KeySheet;
use crate::gui::modal::palette::Palette;
use crate::gui::situation;
use crate::gui::worker::Ask;
use crate::session::Action;
use egui::ViewportCommand;

/// What stands in the menu File.
pub(super) static FILE: &[Row] = &[
    row("open-article", "Open…", "Ctrl+O")
        .hint("Opens an article: text, Markdown or a saved web page")
        .does(|app, _| app.worker.ask(Ask::Articles)),
    row("open-folder", "Open folder…", "Ctrl+Shift+O")
        .hint("Lists the articles of a folder at the left")
        .does(|app, _| app.worker.ask(Ask::Folder)),
    row("toggle-subfolders", "Folders in the folder", "")
        .hint("Lists the articles of the folders in the folder too, or only its own")
        .when(situation::has_folder)
        .does(|app, ctx| app.switch_depth(ctx)),
    row("close-article", "Close article", "Ctrl+W")
        .hint("Saves and closes the article")
        .when(situation::has_article)
        .does(|app, _| app.close(app.workspace.active_index())),
    group("next-article", "Next article", "Ctrl+PageDown")
        .hint("Shows the next article of the folder, in the order of the list")
        .when(situation::has_articles)
        .does(|app, _| app.step_listed(true)),
    row("previous-article", "Previous article", "Ctrl+PageUp")
        .hint("Shows the previous article of the folder, in the order of the list")
        .when(situation::has_articles)
        .does(|app, _| app.step_listed(false)),
    row("next-tab", "Next tab", "Ctrl+Tab")
        .hint("Shows the next open article; with only one, the next of the folder")
        .when(situation::has_articles)
        .does(|app, _| app.step_tab(true)),
    row("previous-tab", "Previous tab", "Ctrl+Shift+Tab")
        .hint("Shows the previous open article; with only one, the previous of the folder")
        .when(situation::has_articles)
        .does(|app, _| app.step_tab(false)),
    group("choose-encoding", "Read with encoding…", "")
        .hint("When letters look wrong: reads the file in another encoding")
        .when(situation::has_article)
        .does(|app, _| app.show(Modal::Encoding { label: String::new() })),
    row("switch-extent", "Article or whole page", "")
        .hint("For saved web pages: only the article, or everything on the page")
        .when(situation::is_web_page)
        .does(|app, _| app.switch_extent()),
    row("read-new-text", "Read the file again", "F5")
        .hint("Reads the new text of the article’s file and says what changed")
        .when(situation::has_article)
        .does(|app, _| app.read_new_text()),
    group("save", "Save now", "Ctrl+S")
        .hint("Marks are saved by themselves; this does it at once")
        .when(situation::has_article)
        .does(|app, _| app.start_saves()),
    row("remove-conflict-copies", "Remove conflict copies…", "")
        .hint("Removes copies that a sync tool made of layers, as far as they hold nothing more")
        .when(situation::has_copies)
        .does(|app, _| app.ask_remove_copies()),
    row("earlier-states", "Earlier states of my marks…", "")
        .hint("Lists what your marks were on earlier days, and brings one state back")
        .when(situation::has_article)
        .does(|app, _| app.ask_earlier()),
    row("quit", "Quit", "Ctrl+Q")
        .hint("Saves and closes the window")
        .in_dialogs()
        .does(|_, ctx| ctx.send_viewport_cmd(ViewportCommand::Close)),
];

/// What stands in the menu Edit.
pub(super) static EDIT: &[Row] = &[
    row("undo", "Undo", "Ctrl+Z")
        .hint("Takes the last change back")
        .when(situation::can_undo)
        .does(|app, _| app.undo()),
    row("redo", "Redo", "Ctrl+Shift+Z Ctrl+Y")
        .hint("Does it again")
        .when(situation::can_redo)
        .does(|app, _| app.perform(&Action::Redo)),
    row("undo-many", "Undo in all articles", "Ctrl+Alt+Z")
        .hint("Takes back what was last done to the marks of many articles at once")
        .when(situation::can_undo_edits)
        .does(|app, _| app.undo_edits()),
    group("copy", "Copy", "Ctrl+C")
        .hint("Copies the selected words")
        .when(situation::can_copy)
        .does(|app, ctx| app.copy_words(ctx)),
    row("select-all", "Select all", "Ctrl+A")
        .hint("Selects the whole article, or all marks of the table")
        .when(situation::can_select_all)
        .does(|app, _| app.select_all()),
    row("clear", "Select nothing", "Escape")
        .hint("Drops the selection and the chosen mark")
        .when(situation::has_article)
        .does(|app, _| app.clear()),
    group("find", "Find in the article…", "Ctrl+F")
        .hint("Finds words or an expression as you type")
        .when(situation::has_article)
        .does(|app, _| app.open_finder()),
    row("find-next", "Next hit", "F3")
        .hint("Goes to the next place with the words")
        .when(situation::has_article)
        .does(|app, _| app.step_hit(true)),
    row("find-previous", "Previous hit", "Shift+F3")
        .hint("Goes to the place before with the words")
        .when(situation::has_article)
        .does(|app, _| app.step_hit(false)),
    row("mark-all", "Mark every occurrence…", "")
        .hint("Gives every hit of the search a mark, in one step")
        .when(situation::has_article)
        .does(|app, _| app.ask_mark_all()),
    row("go-to-paragraph", "Go to paragraph…", "Ctrl+G")
        .hint("Goes to a paragraph by its number, or to a share of the article")
        .when(situation::has_article)
        .does(|app, _| app.ask_paragraph()),
    group("settings", "Settings…", "Ctrl+Comma")
        .hint("Page, name and colours")
        .does(|app, _| app.show(Modal::Settings)),
];

/// What stands in the menu Help.
pub(super) static HELP: &[Row] = &[
    row("palette", "All commands…", "Ctrl+Shift+P")
        .hint("Finds a command by its name")
        .does(|app, _| app.show(Modal::Palette(Palette::default()))),
    row("keys", "Keys", "Questionmark F1")
        .hint("The sheet of keys")
        .does(|app, _| app.show(Modal::Keys(KeySheet::default()))),
    group("about", "About Postil", "").hint("Version and licences").does(|app, _| app.show(Modal::About)),
];
