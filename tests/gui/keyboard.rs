//! Everything without a mouse: the caret's ways, pieces, marks, lists, panels.

use crate::article;
use crate::window::Window;
use expect_test::expect;
use postil::session::{Host, MemoryHost};

/// What is selected, with a bar at each end; the caret as one bar.
fn selected(window: &Window) -> String {
    let selection = window.session().selection();
    let text = window.session().document().text();
    let range = selection.range();
    format!("{}|{}", &text[..range.start().to_usize()].chars().count(), &text[range.to_usize()])
}

#[test]
fn the_caret_goes_by_sentences_and_selects_them_whole() {
    let mut window = Window::open("It fired. The army denied it, twice. So it said.\n\nEight died.");
    window.keys(&["Ctrl+Home", "Alt+Down", "Ctrl+Right"]);
    window.check(expect![[r#"
        It fired. The<|> army denied it, twice. So it said.

        Eight died."#]]);
    window.keys(&["S"]);
    window.check(expect![[r#"
        It fired. <|The army denied it, twice.|> So it said.

        Eight died."#]]);
    window.keys(&["S", "S"]);
    window.check(expect![[r#"
        It fired. <|The army denied it, twice. So it said.

        Eight died.|>"#]]);
    window.keys(&["Shift+S", "2"]);
    window.check(expect![[r#"
        It fired. <|[denial#a1:The army denied it, twice. So it said.]

        |>Eight died."#]]);
    window.keys(&["Alt+Up", "Alt+Up"]);
    assert_eq!(selected(&window), "10|");
    window.keys(&["Alt+Up", "Alt+Up"]);
    assert_eq!(selected(&window), "0|");
    window.keys(&["Ctrl+End", "Alt+Up"]);
    assert_eq!(selected(&window), "50|");
}

#[test]
fn headings_are_gone_to_by_a_letter_and_say_when_there_is_none() {
    let mut host = MemoryHost::default();
    article::lay_down("# One\n\nText.\n\n## Two\n\nMore.", "/desk/article.md", &mut host).unwrap();
    let mut window = Window::with(host, &["/desk/article.md"]);
    window.keys(&["Ctrl+Home", "H"]);
    assert_eq!(selected(&window), "12|");
    window.keys(&["H"]);
    assert_eq!(selected(&window), "12|");
    assert!(window.says("There is no heading below"));
    window.keys(&["Shift+H"]);
    assert_eq!(selected(&window), "0|");
}

#[test]
fn keys_in_one_frame_are_answered_in_their_order() {
    let mut window = Window::open("The army denied it.");
    window.keys_at_once(&["Ctrl+Home", "Ctrl+Right", "Right", "Ctrl+Shift+Right", "2", "Ctrl+End"]);
    window.check(expect!["The [denial#a1:army] denied it.<|>"]);
}

#[test]
fn several_pieces_are_selected_by_keys() {
    let mut window = Window::open("The army denied on Monday that it fired.");
    window.keys(&["Ctrl+Home", "Ctrl+Shift+Right", "Ctrl+Shift+Right", "Ctrl+Shift+Right", "Plus"]);
    assert!(window.says("Kept; select one more piece"));
    window.keys(&["Ctrl+Right", "Ctrl+Right", "Right", "Ctrl+Shift+Right", "Ctrl+Shift+Right", "2"]);
    window.check(expect!["[denial#a1:<|The army denied|>] on Monday [+a1:<|that it|>] fired."]);
}

#[test]
fn the_arrows_scroll_where_that_is_wished_and_it_is_remembered() {
    let long = "The army denied it. ".repeat(2000);
    let mut window = Window::open(&long);
    window.keys(&["Ctrl+Home", "F7", "Down", "Down"]);
    assert_eq!(selected(&window), "0|", "the caret stays");
    assert!(window.disk().stored("settings.toml").unwrap().contains("arrows_scroll = true"));
    window.keys(&["End", "Shift+Right"]);
    assert_eq!(selected(&window), "0|T", "Shift selects all the same");
    window.keys(&["F7", "End"]);
    assert_ne!(selected(&window), "0|T");
}

#[test]
fn a_caret_out_of_view_comes_back_into_it() {
    let long = "The army denied it.\n\n".repeat(300);
    let mut window = Window::open(&long);
    window.keys(&["Ctrl+Home", "Space", "Space", "Ctrl+Right"]);
    assert_eq!(selected(&window), "3|");
    window.drag_over("army denied");
    assert_eq!(selected(&window), "4|army denied", "the first paragraph is in view again");
}
