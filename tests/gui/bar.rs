//! The bar at the top: icons with names, menus that stay and show what is on, what opens below.

use crate::MIXED;
use crate::window::Window;
use expect_test::expect;

#[test]
fn every_icon_has_a_name_and_a_row_in_a_menu() {
    let mut window = Window::open(MIXED);
    for (icon, menu, row) in [
        ("Folder", "View", "Folder F9"),
        ("Back", "View", "Back Alt+←"),
        ("Forward", "View", "Forward Alt+→"),
        ("Find in the article…", "Edit", "Find in the article… Ctrl+F"),
        ("Share and export", "File", "Share and export"),
        ("Text and colours", "View", "Text and colours"),
        ("Notes beside the text", "View", "Notes beside the text Ctrl+Shift+N"),
        ("Marks", "View", "Marks F10"),
    ] {
        assert_eq!(window.named(icon).len(), 1, "{icon}");
        window.click(menu);
        let n_rows = window.named(row).len();
        assert_eq!(n_rows, if row == icon { 2 } else { 1 }, "{row} in {menu}");
        window.keys(&["Escape"]);
    }
    window.hover_over("Back");
    assert!(window.painted().contains("Back (Alt+←)"), "the tooltip has the key");
}

#[test]
fn a_menu_stays_while_things_are_switched_and_shows_what_is_on() {
    let mut window = Window::open(MIXED);
    window.click("View");
    assert_eq!(window.is_on("Paragraph numbers"), Some(false));
    window.click("Paragraph numbers");
    assert_eq!(window.is_on("Paragraph numbers"), Some(true));
    window.click("Notes beside the text Ctrl+Shift+N");
    assert_eq!(window.is_on("Notes beside the text Ctrl+Shift+N"), Some(false));
    assert_eq!(window.is_on("Notes beside the text"), Some(false), "its icon says so too");
    window.click("Marks F10");
    assert_eq!(window.is_on("Marks F10"), Some(false));
    window.click("Larger text Ctrl++");
    assert!(window.named("Marks F10").is_empty(), "what switches nothing closes the menu");
}

#[test]
fn a_page_is_looked_at_at_once_without_its_menu() {
    let mut window = Window::open(MIXED);
    window.click("Pages");
    window.click("All marks Ctrl+Shift+M");
    assert!(window.named("All marks Ctrl+Shift+M").is_empty());
}

#[test]
fn the_tags_of_the_chosen_mark_have_check_marks() {
    let mut window = Window::open(MIXED);
    window.click_on_text("denied");
    window.click("Mark");
    assert_eq!(window.is_on("Denial 2"), Some(true));
    assert_eq!(window.is_on("Opinion 4"), Some(false));
}

#[test]
fn how_the_page_looks_is_chosen_below_its_icon_and_seen_at_once() {
    let mut window = Window::open("The army denied it.");
    let before = window.line_height("army");
    window.click("Text and colours");
    window.click("More text");
    window.click("More text");
    assert!(before * 1.15 < window.line_height("army"));
    window.click("Less text");
    window.click("More spacing");
    window.click("Sans");
    assert!(!window.is_dark());
    window.click("Dark");
    assert!(window.is_dark() && window.is_on("Dark") == Some(true));
    window.click("Number paragraphs");
    assert_eq!(window.is_on("Number paragraphs"), Some(true));
    window.keys(&["Escape"]);
    assert!(window.named("Number paragraphs").is_empty(), "Escape closes it");
}

#[test]
fn what_is_below_an_icon_opens_by_its_command_too_and_has_the_keyboard() {
    let mut window = Window::open("The army denied it.");
    window.keys(&["Ctrl+Shift+P"]);
    window.type_text("text and col");
    window.keys(&["Enter"]);
    assert_eq!(window.focused(), "Button: Text and colours");
    window.keys(&["Down", "Enter"]);
    assert_eq!(window.focused(), "Button: More text");
    window.keys(&["Escape"]);
    assert!(window.named("More text").is_empty());
    window.keys(&["Ctrl+Home", "Shift+Ctrl+Right"]);
    window.check(expect!["<|The|> army denied it."]);
}

#[test]
fn the_bar_says_who_marks_and_whether_that_is_saved() {
    let mut window = Window::open("The army denied it.");
    assert_eq!(window.named("You mark as Ana").len(), 1);
    assert!(window.says("No marks of yours"));
    window.drag_over("denied");
    window.keys(&["2"]);
    window.rest();
    assert_eq!(window.named("Saved").len(), 1);
    let mut window = Window::open_by(None, "The army denied it.");
    window.click("Asked at the first mark");
    window.click("Add a person…");
    window.type_text("Ben");
    window.keys(&["Enter"]);
    assert_eq!(window.named("You mark as Ben").len(), 1);
}

#[test]
fn at_every_width_nothing_of_the_bar_is_cut_off_or_covers_another() {
    let mut window = Window::open(MIXED);
    for width in [560.0, 800.0, 1024.0, 1280.0, 1920.0] {
        window.resize(width, 768.0);
        let menus: &[&str] = if width < 760.0 { &["Menu"] } else { &["File", "Pages", "Help"] };
        let icons = ["Folder", "Find in the article…", "Saved", "Share and export", "Marks"];
        let mut right = 0.0;
        for name in menus.iter().chain(&icons) {
            let found = window.named(name);
            assert_eq!(found.len(), 1, "{name} at {width}");
            assert!(
                right <= found[0].left() && found[0].right() <= width,
                "{name} at {width}: {:?}",
                found[0]
            );
            right = found[0].right();
        }
    }
}

#[test]
fn in_a_narrow_window_all_menus_stand_in_one() {
    let mut window = Window::open(MIXED);
    window.resize(560.0, 768.0);
    window.click("Menu");
    window.click("Pages");
    assert_eq!(window.named("All marks Ctrl+Shift+M").len(), 1);
}
