//! Everything without a mouse: the caret's ways, pieces, marks, lists, panels.

use crate::article;
use crate::window::Window;
use crate::{MIXED, chosen};
use expect_test::expect;
use postil::host::{MemoryHost, Storage};

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
fn s_takes_the_sentence_after_the_one_that_was_marked() {
    let text = "It fired. The army denied it. Eight died.";
    for run in [
        &["S", "1", "S", "3", "S", "4"][..],
        &["S", "1", "Escape", "S", "3", "Escape", "S", "4"],
        &["S", "1", "Right", "S", "3", "Right", "S", "4"],
        &["S", "1", "Left", "S", "3", "Left", "S", "4"],
        &["S", "1", "Escape", "Left", "S", "3", "Escape", "Left", "S", "4"],
        &["S", "1", "Ctrl+K", "S", "3", "Ctrl+K", "S", "4"],
        &["S", "1", "Enter", "Enter", "S", "3", "W", "Escape", "S", "4"],
        &["S", "1", "Plus", "S", "3", "Plus", "S", "4"],
    ] {
        let mut window = Window::open(text);
        window.keys(&["Ctrl+Home"]);
        window.keys(run);
        window.keys(&["Escape", "Ctrl+Home"]);
        window.check(expect![[r#"
            [claim#a1:<|>It fired.] [casualty-report#a2:The army denied it.] [opinion#a3:Eight died.]"#]]);
    }
}

#[test]
fn an_article_is_marked_from_beginning_to_end_without_a_mouse() {
    let mut host = MemoryHost::default();
    let text = "# A raid\n\nShells fell at dawn. The army denied it. Eight died, a doctor said.\n\n\
                ## After\n\nNobody was charged. A disgrace, he said.";
    article::lay_down(text, "/desk/article.md", &mut host).unwrap();
    let mut window = Window::with(host, &["/desk/article.md"]);
    // A sentence and its tag.
    window.keys(&["Ctrl+Home", "Ctrl+Down", "S", "S", "Shift+S", "1"]);
    window.check(expect![[r#"
        A raid

        <|[claim#a1:Shells fell at dawn.] |>The army denied it. Eight died, a doctor said.

        After

        Nobody was charged. A disgrace, he said."#]]);
    // What is found is marked; the note is typed; the end of the mark goes a word back.
    window.keys(&["Ctrl+F"]);
    window.type_text("the army denied");
    window.keys(&["Enter", "Escape", "2", "Enter"]);
    window.type_text("on air");
    window.keys(&["Enter", "OpenBracket"]);
    // The next heading, a sentence there, another tag, which is taken back.
    window.keys(&["H", "Down", "S", "4", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+2"]);
    window.check(expect![[r#"
        A raid

        [claim#a1:Shells fell at dawn.] [denial#a2:<|>The army] denied it. Eight died, a doctor said.

        After

        [opinion#a3:Nobody was charged.] A disgrace, he said.
        @ a2 note 'on air'"#]]);
    window.keys(&["Ctrl+S"]);
    window.rest();
    assert!(window.layer_file().contains("on air"));
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

#[test]
fn marks_are_gone_to_by_tag_and_person_and_need_of_a_look() {
    let mut window = Window::open(MIXED);
    window.keys(&["Ctrl+Home", "Ctrl+2"]);
    assert_eq!(chosen(&window), "d1");
    window.keys(&["Ctrl+2"]);
    assert!(window.says("There is no other denial"));
    window.keys(&["Ctrl+Home", "Ctrl+1"]);
    assert_eq!(chosen(&window), "c1");
    window.keys(&["Ctrl+Shift+J"]);
    assert_eq!(chosen(&window), "b1");
    window.keys(&["Ctrl+Shift+K"]);
    assert_eq!(chosen(&window), "c1");
    window.keys(&["Ctrl+3"]);
    assert!(window.says("There is no casualty report"));
    window.keys(&["Ctrl+Shift+P"]);
    window.type_text("somebody else");
    window.keys(&["Enter"]);
    assert_eq!(chosen(&window), "b1");
    window.keys(&["Ctrl+Shift+P"]);
    window.type_text("same person");
    window.keys(&["Enter"]);
    assert!(window.says("There is no other mark of Ben"));
    window.keys(&["Ctrl+Shift+E"]);
    assert!(window.says("There is no mark that needs a look"));
}

#[test]
fn arrows_go_through_the_list_enter_goes_there_and_escape_to_the_page() {
    let mut window = Window::open(MIXED);
    window.keys(&["F6"]);
    assert_eq!(window.focused(), "Button: Claim: Eight people died");
    window.keys(&["Down", "Down", "Up", "Enter"]);
    assert_eq!(window.focused(), format!("Button: {}", ROWS[1]));
    window.keys(&["End", "Enter"]);
    assert_eq!(chosen(&window), "o1");
    assert_eq!(window.focused(), "Button: Opinion: A disgrace");
    window.keys(&["Escape", "Shift+Right"]);
    assert!(!window.session().selection().is_empty(), "the page has the keyboard");
}

/// The rows of [`MIXED`] in the order of the text.
const ROWS: [&str; 2] = ["Claim: Eight people died", "Claim: The army denied it"];

#[test]
fn f6_goes_round_the_window_and_shift_f6_back() {
    let mut host = MemoryHost::default();
    article::lay_down(MIXED, "/desk/one.txt", &mut host).unwrap();
    let mut window = Window::with(host, &["/desk/one.txt", "/desk"]);
    window.keys(&["Ctrl+2"]);
    let mut seen = Vec::new();
    for _ in 0..4 {
        window.keys(&["F6"]);
        seen.push(window.focused());
    }
    expect![[r#"
        Button: Denial: denied
        MultilineTextInput: Note
        Button: Eight people died. The army denied it. A disgrace.
        one.txt
        2 claims, 1 denial, 1 opinion
        Ana, Ben
        Document: Eight people died. The army denied it. A disgrace."#]]
    .assert_eq(&seen.join("\n"));
    let mut back = Vec::new();
    for _ in 0..4 {
        window.keys(&["Shift+F6"]);
        back.push(window.focused());
    }
    seen.rotate_right(1);
    back.reverse();
    assert_eq!(back, seen);
}

#[test]
fn a_command_gets_other_keys_and_says_whose_they_were() {
    let mut window = Window::open(MIXED);
    window.keys(&["F1"]);
    window.type_text("next mark in the text");
    window.keys(&["Tab", "Enter", "Tab", "Enter"]);
    assert!(window.painted().contains("Press the new keys"));
    window.keys(&["Tab"]);
    assert!(window.painted().contains("Tab goes from part to part"));
    window.keys(&["Ctrl+K"]);
    assert!(window.painted().contains("Ctrl+K is “Previous mark”, which would lose it"));
    window.keys(&["Enter"]);
    assert!(window.painted().contains("Ctrl+K is now “Next mark”"));
    assert_eq!(window.focused(), "Button: Next mark Ctrl+K   F8");
    let settings = window.disk().stored("settings.toml").unwrap();
    assert!(
        settings.contains("next-mark = [\n    \"Ctrl+K\",\n    \"F8\",\n]")
            || settings.contains("next-mark = [\"Ctrl+K\", \"F8\"]"),
        "{settings}"
    );
    assert!(settings.contains("previous-mark = [\"Shift+F8\"]"), "{settings}");
    window.keys(&["Escape", "Ctrl+Home", "Ctrl+K"]);
    assert_eq!(chosen(&window), "c1");
    // Ctrl+J means nothing now, and one more key can be added; Escape leaves it.
    window.keys(&["Ctrl+J"]);
    assert_eq!(chosen(&window), "c1");
    window.keys(&["F1"]);
    window.type_text("in the text");
    window.click("Next mark Ctrl+K   F8");
    window.click("Add a key for Next mark");
    window.keys(&["Escape"]);
    window.click("Add a key for Next mark");
    window.keys(&["Q"]);
    window.click("Take F8 away");
    window.keys(&["Escape", "Q"]);
    assert_eq!(chosen(&window), "b1");
    // The next window has them too, until the usual keys are wished back.
    let host = window.disk().clone();
    let mut window = Window::with(host, &[crate::window::ARTICLE]);
    window.keys(&["Ctrl+Home", "Q", "F1"]);
    assert_eq!(chosen(&window), "c1");
    window.click("Usual keys for all");
    window.keys(&["Escape", "Q"]);
    assert_eq!(chosen(&window), "c1");
    window.keys(&["Ctrl+J"]);
    assert_eq!(chosen(&window), "b1");
}
