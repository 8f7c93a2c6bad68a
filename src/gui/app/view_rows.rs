//! The rows of the menu View, and of going and selecting.

use super::row::{Row, group, row};
use crate::gui::settings::Settings;
use crate::gui::situation;

/// What stands in the menu View.
pub(super) static VIEW: &[Row] = &[
    group("text-larger", "Larger text", "Ctrl+Plus Ctrl+Equals")
        .hint("Enlarges the article's text")
        .does(|app, ctx| app.prefer(ctx, |settings| settings.step_text(1.0))),
    row("text-smaller", "Smaller text", "Ctrl+Minus")
        .hint("Makes the article's text smaller")
        .does(|app, ctx| app.prefer(ctx, |settings| settings.step_text(-1.0))),
    row("text-usual", "Usual text size", "Ctrl+0")
        .hint("18 points")
        .does(|app, ctx| app.prefer(ctx, Settings::reset_text)),
    group("window-larger", "Larger window elements", "Ctrl+Shift+Plus Ctrl+Shift+Equals")
        .hint("Enlarges everything, panels too")
        .does(|app, ctx| app.prefer(ctx, |settings| settings.step_window(1.0))),
    row("window-smaller", "Smaller window elements", "Ctrl+Shift+Minus")
        .hint("Makes everything smaller")
        .does(|app, ctx| app.prefer(ctx, |settings| settings.step_window(-1.0))),
    group("switch-face", "Serif or sans", "")
        .hint("Changes the face of the article's text")
        .does(|app, ctx| app.prefer(ctx, |settings| settings.sans = !settings.sans)),
    row("toggle-justify", "Justify lines", "")
        .hint("Justifies the lines of the article and hyphenates words, or leaves one edge uneven")
        .does(|app, ctx| app.prefer(ctx, |settings| settings.justify = !settings.justify)),
    group("go-back", "Back", "Ctrl+OpenBracket")
        .hint("Goes back to where the page was before the last jump")
        .does(|app, _| app.retrace(true)),
    row("go-forward", "Forward", "Ctrl+CloseBracket")
        .hint("Goes forward again")
        .does(|app, _| app.retrace(false)),
    group("toggle-signs", "Unseen characters", "Ctrl+Shift+U")
        .hint("Shows signs for spaces, line feeds and characters that could mislead, or takes them away")
        .does(|app, ctx| app.prefer(ctx, |settings| settings.shows_signs = !settings.shows_signs)),
    row("toggle-numbers", "Paragraph numbers", "")
        .hint("Shows or hides the numbers of paragraphs in the margin")
        .does(|app, ctx| app.prefer(ctx, |settings| settings.shows_numbers = !settings.shows_numbers)),
    row("toggle-notes", "Notes beside the text", "Ctrl+Shift+N")
        .hint("Shows or hides notes and links in the margin")
        .does(|app, ctx| app.prefer(ctx, |settings| settings.shows_notes = !settings.shows_notes)),
    row("next-panel", "Next panel", "F6")
        .hint("Moves the keyboard from the page to the marks, the fields, the folder and back")
        .does(|app, ctx| app.step_panel(ctx, true)),
    row("previous-panel", "Previous panel", "Shift+F6")
        .hint("Moves the keyboard round the other way")
        .does(|app, ctx| app.step_panel(ctx, false)),
    row("filter-marks", "Find a mark", "Ctrl+Shift+F")
        .hint("Finds words among the marks")
        .when(situation::has_article)
        .does(|app, _| app.focus_filter()),
    group("colours-", "{theme}", "")
        .hint("Changes the colours of page and panels")
        .not_in_bar()
        .for_each_theme(|app, theme, ctx| app.prefer(ctx, |settings| settings.theme = theme)),
];

/// What stands in the sheet of keys and the palette, but in no menu.
pub(super) static CARET: &[Row] = &[
    row("keep-piece", "Keep and select one more piece", "Plus")
        .hint("Keeps what is selected; what is selected next is marked together with it")
        .when(situation::has_words)
        .does(|app, _| app.keep_piece()),
    row("scroll-down", "Scroll down", "Space")
        .hint("Scrolls by a screen; the caret stays")
        .on_page()
        .when(situation::has_article)
        .does(|app, _| app.scroll_screen(true)),
    row("scroll-up", "Scroll up", "Shift+Space")
        .hint("Scrolls back by a screen; the caret stays")
        .on_page()
        .when(situation::has_article)
        .does(|app, _| app.scroll_screen(false)),
    row("switch-arrows", "Arrows move the caret or scroll", "F7")
        .hint("As in browsers: whether the arrows move the caret or scroll the page")
        .does(|app, ctx| app.switch_arrows(ctx)),
    row("next-of-", "Next {tag}", "Ctrl+{digit}")
        .hint("Chooses the nearest mark with this tag")
        .when(situation::has_marks)
        .for_each_tag(|app, tag| app.go_to_tagged(tag, true)),
    row("previous-of-", "Previous {tag}", "Ctrl+Shift+{digit}")
        .hint("Chooses the nearest mark with this tag")
        .when(situation::has_marks)
        .for_each_tag(|app, tag| app.go_to_tagged(tag, false)),
    row("next-of-person-", "Next mark of {person}", "")
        .hint("Chooses the nearest mark of this person")
        .when(situation::has_marks)
        .for_each_person(|app, person| app.go_to_person(person)),
    group("caret-", "{Way}", "{keys}")
        .hint("Moves the caret")
        .on_page()
        .when(situation::has_article)
        .for_each_way(|app, to| app.go_caret(to, false)),
    group("select-", "Select: {way}", "{keys}")
        .hint("{selects}")
        .on_page()
        .when(situation::has_article)
        .for_each_selecting_way(|app, to| app.go_caret(to, true)),
];
