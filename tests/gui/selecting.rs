//! Selecting words, with pointer and keys.

use crate::window::Window;
use expect_test::expect;

#[test]
fn a_drag_selects_the_words_under_it_in_either_direction() {
    let mut window = Window::open("The army denied it.\n\nThen nothing.\n\nIt fired.");
    window.drag_over("army denied");
    window.check(expect![[r#"
        The <|army denied|> it.

        Then nothing.

        It fired."#]]);
    window.drag_end(("fired", true), ("denied", false));
    window.check(expect![[r#"
        The army <|denied it.

        Then nothing.

        It fired|>."#]]);
}

#[test]
fn a_drag_takes_whole_words_at_both_ends_and_no_spaces() {
    for (from, to) in [
        (("my d", false), ("en", true)),
        (("ied", true), ("rmy", false)),
        ((" army", false), ("denied ", true)),
        (("nied", false), ("my", false)),
    ] {
        let mut window = Window::open("The army denied it twice.");
        window.drag_end(from, to);
        window.check(expect!["The <|army denied|> it twice."]);
    }
    let mut window = Window::open("The army denied it.");
    window.drag_over("eni");
    window.check(expect!["The army <|denied|> it."]);
    window.drag_over("it.");
    window.check(expect!["The army denied <|it.|>"]);
}

#[test]
fn a_drag_with_alt_takes_letters() {
    let mut window = Window::open("The army denied it twice.");
    window.alt_drag_end(("my d", false), ("en", true));
    window.check(expect!["The ar<|my den|>ied it twice."]);
}

#[test]
fn a_double_click_selects_a_word_and_a_triple_click_a_sentence() {
    let mut window = Window::open("It fired. The army denied it, twice. So it said.");
    window.double_click("denied");
    window.check(expect!["It fired. The army <|denied|> it, twice. So it said."]);
    window.triple_click("denied");
    window.check(expect!["It fired. <|The army denied it, twice.|> So it said."]);
    window.click_on_text("fired");
    window.check(expect!["It fi<|>red. The army denied it, twice. So it said."]);
}

#[test]
fn a_shift_click_selects_from_the_caret_to_the_pointer() {
    let mut window = Window::open("The army denied it twice.");
    window.drag_over("army");
    window.shift_click_after("it");
    window.check(expect!["The <|army denied it|> twice."]);
}

#[test]
fn a_drag_with_ctrl_adds_a_piece_and_the_mark_has_both() {
    let mut window = Window::open("The army denied on Monday that it fired.");
    window.drag_over("The army denied");
    window.ctrl_drag_over("that it fired");
    window.keys(&["2"]);
    window.check(expect!["[denial#a1:<|The army denied|>] on Monday [+a1:<|that it fired|>]."]);
}

#[test]
fn the_caret_goes_by_keys_and_selects_with_shift() {
    let mut window = Window::open("The army denied it.\n\nIt fired twice.");
    window.keys(&["Ctrl+Home", "Ctrl+Right"]);
    window.check(expect![[r#"
        The<|> army denied it.

        It fired twice."#]]);
    window.keys(&["Ctrl+Shift+Right"]);
    window.check(expect![[r#"
        The<| army|> denied it.

        It fired twice."#]]);
    window.keys(&["Right", "Shift+Down"]);
    window.check(expect![[r#"
        The army<| denied it.

        It fired tw|>ice."#]]);
    window.keys(&["End", "Shift+Left", "Shift+Left"]);
    window.check(expect![[r#"
        The army denied it.

        It fired twic<|e.|>"#]]);
    window.keys(&["Ctrl+Up", "Shift+End"]);
    window.check(expect![[r#"
        The army denied it.

        <|It fired twice.|>"#]]);
    window.keys(&["Ctrl+End", "Shift+Home"]);
    window.check(expect![[r#"
        The army denied it.

        <|It fired twice.|>"#]]);
    window.keys(&["Ctrl+A"]);
    window.check(expect![[r#"
        <|The army denied it.

        It fired twice.|>"#]]);
    window.keys(&["Escape"]);
    window.check(expect![[r#"
        The army denied it.

        It fired twice.<|>"#]]);
}

#[test]
fn arabic_words_are_dragged_over_from_right_to_left() {
    let mut window = Window::open("نفى الجيش ذلك في بيان.");
    window.drag_over("الجيش ذلك");
    window.keys(&["2"]);
    window.check(expect!["نفى [denial#a1:<|الجيش ذلك|>] في بيان."]);
    window.keys(&["Ctrl+Home", "Left", "Left", "Left", "Shift+Left"]);
    window.check(expect!["نفى<| |>[denial#a1:الجيش ذلك] في بيان."]);
}

#[test]
fn the_selected_words_are_copied_and_nothing_else_is() {
    let mut window = Window::open("The army [denial#d1:denied] on Monday that it fired.");
    window.keys(&["Ctrl+C"]);
    assert_eq!(window.copied(), "");
    window.drag_over("The army denied");
    window.ctrl_drag_over("it fired");
    window.keys(&["Ctrl+C"]);
    assert_eq!(window.copied(), "The army denied\nit fired");
}
