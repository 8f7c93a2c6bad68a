//! The rows of the menu View, and of going and selecting.

use super::row::{Row, group, row};
use crate::gui::command::{On, Place, Popover};
use crate::gui::context;
use crate::gui::icons;
use crate::gui::settings::Settings;
use crate::gui::situation;

/// What stands in the menu View.
pub(super) static VIEW: &[Row] = &[
    group("text-larger", "Ctrl+Plus Ctrl+Equals")
        .does(|app, ctx| app.prefer(ctx, |settings| settings.step_text(1.0))),
    row("text-smaller", "Ctrl+Minus").does(|app, ctx| app.prefer(ctx, |settings| settings.step_text(-1.0))),
    row("text-usual", "Ctrl+0").does(|app, ctx| app.prefer(ctx, Settings::reset_text)),
    group("window-larger", "Ctrl+Alt+Plus Ctrl+Alt+Equals")
        .does(|app, ctx| app.prefer(ctx, |settings| settings.step_window(1.0))),
    row("window-smaller", "Ctrl+Alt+Minus")
        .does(|app, ctx| app.prefer(ctx, |settings| settings.step_window(-1.0))),
    row("window-usual", "Ctrl+Alt+0").does(|app, ctx| app.prefer(ctx, Settings::reset_window)),
    group("text-look", "").icon(icons::TEXT, Place::Right(2)).opens(Popover::Look),
    row("switch-face", "")
        .on(situation::is_sans)
        .does(|app, ctx| app.prefer(ctx, |settings| settings.sans = !settings.sans)),
    row("toggle-justify", "")
        .on(situation::is_justified)
        .does(|app, ctx| app.prefer(ctx, |settings| settings.justify = !settings.justify)),
    group("go-back", "Alt+Left Ctrl+OpenBracket")
        .icon(icons::BACK, Place::Left(1))
        .when(situation::has_article)
        .context(&[On::Page])
        .does(|app, _| app.retrace(true)),
    row("go-forward", "Alt+Right Ctrl+CloseBracket")
        .icon(icons::FORWARD, Place::Left(2))
        .when(situation::has_article)
        .context(&[On::Page])
        .does(|app, _| app.retrace(false)),
    group("toggle-signs", "Ctrl+Shift+U")
        .on(situation::shows_signs)
        .does(|app, ctx| app.prefer(ctx, |settings| settings.shows_signs = !settings.shows_signs)),
    row("toggle-numbers", "")
        .on(situation::shows_numbers)
        .context(&[On::Page])
        .does(|app, ctx| app.prefer(ctx, |settings| settings.shows_numbers = !settings.shows_numbers)),
    row("toggle-notes", "Ctrl+Shift+N")
        .icon(icons::NOTE, Place::Right(1))
        .on(situation::shows_notes)
        .context(&[On::Page])
        .does(|app, ctx| app.prefer(ctx, |settings| settings.shows_notes = !settings.shows_notes)),
    row("toggle-voices", "Ctrl+Shift+W")
        .on(situation::shows_voices)
        .context(&[On::Page])
        .does(|app, ctx| app.prefer(ctx, |settings| settings.shows_voices = !settings.shows_voices)),
    row("next-panel", "F6").does(|app, ctx| app.step_panel(ctx, true)),
    row("previous-panel", "Shift+F6").does(|app, ctx| app.step_panel(ctx, false)),
    row("filter-marks", "Ctrl+Shift+F")
        .when(situation::has_article)
        .context(&[On::List])
        .does(|app, _| app.focus_filter()),
    group("colours-", "")
        .for_each_theme(|app, theme, ctx| app.prefer(ctx, |settings| settings.theme = theme)),
    group("language-", "")
        .for_each_language(|app, language, ctx| app.prefer(ctx, |settings| settings.language = language)),
];

/// What stands in the sheet of keys and the palette, but in no menu.
pub(super) static CARET: &[Row] = &[
    row("keep-piece", "Plus").when(situation::has_words).does(|app, _| app.keep_piece()),
    row("scroll-down", "Space").on_page().when(situation::has_article).does(|app, _| app.scroll_screen(true)),
    row("scroll-up", "Shift+Space")
        .on_page()
        .when(situation::has_article)
        .does(|app, _| app.scroll_screen(false)),
    row("switch-arrows", "F7").on(situation::arrows_scroll).does(|app, ctx| app.switch_arrows(ctx)),
    row("next-of-", "Ctrl+{digit}")
        .when(situation::has_marks)
        .for_each_tag(|app, tag| app.go_to_tagged(tag, true)),
    row("previous-of-", "Ctrl+Shift+{digit}")
        .when(situation::has_marks)
        .for_each_tag(|app, tag| app.go_to_tagged(tag, false)),
    group("next-of-person-", "")
        .when(situation::has_marks)
        .context(&[On::Person])
        .for_each_person(|app, person| app.go_to_person(person)),
    row("toggle-person-", "")
        .when(situation::has_article)
        .context(&[On::Person])
        .for_each_person(|app, person| app.toggle_person(person)),
    row("only-person-", "")
        .when(situation::has_article)
        .context(&[On::Person])
        .for_each_person(|app, person| app.show_only(person)),
    row("context-menu", "Menu Shift+F10").does(|_, ctx| context::ask(ctx)),
    group("caret-", "{keys}")
        .on_page()
        .when(situation::has_article)
        .for_each_way(|app, to| app.go_caret(to, false)),
    group("select-", "{keys}")
        .on_page()
        .when(situation::has_article)
        .for_each_selecting_way(|app, to| app.go_caret(to, true)),
];
