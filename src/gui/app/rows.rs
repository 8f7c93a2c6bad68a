//! The rows of the menus File, Edit and Help.

use super::App;
use super::row::{Row, group, row};
use crate::article::citation::Style;
use crate::document::Extent;
use crate::gui::command::{On, Place, Popover};
use crate::gui::icons;
use crate::gui::modal::Modal;
use crate::gui::modal::keys::KeySheet;
use crate::gui::modal::palette::Palette;
use crate::gui::situation;
use crate::gui::worker::Ask;
use crate::session::Action;
use egui::ViewportCommand;

/// What stands in the menu File.
pub(super) static FILE: &[Row] = &[
    row("open-article", "Ctrl+O").does(|app, _| app.worker.ask(Ask::Articles)),
    row("open-folder", "Ctrl+Shift+O").does(|app, _| app.worker.ask(Ask::Folder)),
    row("new-from-clipboard", "Ctrl+V").context(&[On::Page]).does(|app, _| app.paste()),
    row("toggle-subfolders", "")
        .when(situation::has_folder)
        .on(situation::reads_subfolders)
        .does(|app, ctx| app.switch_depth(ctx)),
    row("keep-article", "")
        .not_in_bar()
        .when(situation::has_article)
        .context(&[On::Article])
        .does_to_article(|app, path, _| app.keep_article(path)),
    row("close-article", "Ctrl+W")
        .when(situation::has_article)
        .context(&[On::Tab])
        .does_to_tab(|app, path, _| app.close_article(&path), App::close_page),
    row("close-others", "")
        .not_in_bar()
        .when(situation::has_article)
        .context(&[On::Tab])
        .does_to_article(|app, path, _| app.close_others(&path)),
    group("next-article", "Ctrl+PageDown")
        .when(situation::has_articles)
        .does(|app, ctx| app.step_listed(true, ctx)),
    row("previous-article", "Ctrl+PageUp")
        .when(situation::has_articles)
        .does(|app, ctx| app.step_listed(false, ctx)),
    row("next-tab", "Ctrl+Tab").when(situation::has_articles).does(|app, ctx| app.step_tab(true, ctx)),
    row("previous-tab", "Ctrl+Shift+Tab")
        .when(situation::has_articles)
        .does(|app, ctx| app.step_tab(false, ctx)),
    group("reveal-article", "")
        .when(situation::has_article)
        .context(&[On::Tab, On::Article])
        .does_to_article(|app, path, _| app.reveal(path)),
    row("open-outside", "")
        .not_in_bar()
        .when(situation::has_article)
        .context(&[On::Tab, On::Article])
        .does_to_article(|app, path, _| app.open_outside(path)),
    row("copy-path", "")
        .when(situation::has_article)
        .context(&[On::Tab, On::Article])
        .does_to_article(|app, path, ctx| app.copy_path(&path, ctx)),
    row("copy-marks-of", "")
        .not_in_bar()
        .when(situation::has_article)
        .context(&[On::Tab, On::Article])
        .does_to_article(|app, path, ctx| app.copy_marks_of(&path, ctx)),
    group("correct-article", "")
        .when(situation::has_article_of_folder)
        .context(&[On::Tab, On::Article])
        .does_to_article(|app, path, _| app.ask_correction(&path)),
    row("choose-encoding", "")
        .when(situation::has_article)
        .does(|app, _| app.show(Modal::Encoding { label: String::new() })),
    row("switch-extent", "")
        .when(situation::is_web_page)
        .on(situation::reads_whole_page)
        .does(|app, _| app.switch_extent(Extent::Page)),
    row("switch-left-out", "")
        .when(situation::has_left_out)
        .on(situation::reads_left_out)
        .does(|app, _| app.switch_extent(Extent::WithLeftOut)),
    row("read-new-text", "F5").when(situation::has_article).does(|app, _| app.read_new_text()),
    group("save", "Ctrl+S").when(situation::has_article).does(|app, _| app.start_saves()),
    group("share", "").icon(icons::EXPORT, Place::Right(3)).opens(Popover::Share),
    row("export", "Ctrl+E")
        .shares()
        .when(situation::has_articles)
        .context(&[On::List])
        .does(|app, _| app.ask_export(false)),
    row("print", "Ctrl+P").shares().when(situation::has_articles).does(|app, _| app.ask_export(true)),
    row("import-marks", "").shares().when(situation::has_articles).does(|app, _| app.worker.ask(Ask::Marks)),
    row("remove-conflict-copies", "")
        .shares()
        .when(situation::has_copies)
        .does(|app, _| app.ask_remove_copies()),
    row("earlier-states", "").shares().when(situation::has_article).does(|app, _| app.ask_earlier()),
    row("quit", "Ctrl+Q").in_dialogs().does(|_, ctx| ctx.send_viewport_cmd(ViewportCommand::Close)),
];

/// What stands in the menu Edit.
pub(super) static EDIT: &[Row] = &[
    row("undo", "Ctrl+Z").when(situation::can_undo).does(|app, _| app.undo()),
    row("redo", "Ctrl+Shift+Z Ctrl+Y").when(situation::can_redo).does(|app, _| app.redo()),
    row("undo-many", "Ctrl+Alt+Z").when(situation::can_undo_edits).does(|app, _| app.undo_edits()),
    group("copy", "Ctrl+C")
        .shares()
        .when(situation::can_copy)
        .context(&[On::Words, On::Mark])
        .does(|app, ctx| app.copy_words(ctx)),
    row("copy-citation", "Ctrl+Shift+C")
        .shares()
        .when(situation::has_words_or_mark)
        .context(&[On::Words, On::Mark])
        .does(|app, ctx| app.copy_citation(Style::Plain, ctx)),
    row("copy-citation-markdown", "")
        .shares()
        .when(situation::has_words_or_mark)
        .context(&[On::Words, On::Mark])
        .does(|app, ctx| app.copy_citation(Style::Markdown, ctx)),
    row("copy-mark", "")
        .shares()
        .when(situation::has_mark)
        .context(&[On::Mark])
        .does(|app, ctx| app.copy_mark(ctx)),
    row("copy-list", "")
        .shares()
        .when(situation::has_marks)
        .context(&[On::Mark, On::List])
        .does(|app, ctx| app.copy_list(ctx)),
    group("select-all", "Ctrl+A")
        .when(situation::can_select_all)
        .context(&[On::Page])
        .does(|app, _| app.select_all()),
    row("clear", "Escape").does(|app, _| app.perform(&Action::Clear)),
    group("find", "Ctrl+F")
        .icon(icons::FIND, Place::Left(3))
        .when(situation::has_article)
        .context(&[On::Words, On::Page])
        .does(|app, _| app.open_finder()),
    row("find-next", "F3").when(situation::has_article).does(|app, _| app.step_hit(true)),
    row("find-previous", "Shift+F3").when(situation::has_article).does(|app, _| app.step_hit(false)),
    row("mark-all", "").when(situation::has_article).does(|app, _| app.ask_mark_all()),
    row("go-to-paragraph", "Ctrl+G")
        .when(situation::has_article)
        .context(&[On::Page])
        .does(|app, _| app.ask_paragraph()),
    group("settings", "Ctrl+Comma").does(|app, _| app.show(Modal::Settings)),
];

/// What stands in the menu Help.
pub(super) static HELP: &[Row] = &[
    row("palette", "Ctrl+Shift+P").does(|app, _| app.show(Modal::Palette(Palette::default()))),
    row("keys", "F1").does(|app, _| app.show(Modal::Keys(KeySheet::default()))),
    group("about", "").does(|app, _| app.show(Modal::About)),
];
