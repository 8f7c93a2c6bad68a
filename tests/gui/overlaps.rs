//! The list of the marks under a click, and what Escape leaves first.

use crate::chosen;
use crate::window::Window;

/// Two people marked the same words, one of them twice.
const ALIKE: &str = "\
The [claim#c1:army] denied it.

//- layer Ben
The [claim#b1:[claim#b2:army]] denied it.

@ b2 note 'its spokesman'";

#[test]
fn the_list_says_tag_person_and_words_of_each_and_no_two_read_alike() {
    let mut window = Window::open(ALIKE);
    window.click_on_text("army");
    assert!(window.says("3 marks here"));
    let mut rows = window.buttons_with("by ");
    rows.sort();
    assert_eq!(rows, ["Claim by Ana: army", "Claim by Ben: army · 1", "Claim by Ben: army · its spokesman"]);
}

#[test]
fn arrows_go_through_the_list_enter_chooses_and_escape_leaves_it_alone() {
    let mut window = Window::open("[claim#c1:The [denial#d1:army] denied] it.");
    window.click_on_text("army");
    assert_eq!(window.focused(), "Button: Denial by Ana: army");
    window.keys(&["Down"]);
    assert_eq!(
        (window.focused().as_str(), chosen(&window).as_str()),
        ("Button: Claim by Ana: The army denied", "d1")
    );
    window.keys(&["Up", "End", "Enter"]);
    assert_eq!(chosen(&window), "c1");
    assert!(!window.says("marks here"));
    // The keyboard is on the page again: Enter is the note of the mark, and a sentence can be taken.
    window.keys(&["Enter"]);
    assert_eq!(window.focused(), "MultilineTextInput: Note");
    window.keys(&["Escape"]);
    window.click_on_text("army");
    assert!(window.says("2 marks here"));
    window.keys(&["Escape"]);
    assert!(!window.says("marks here"));
    assert_eq!(chosen(&window), "d1", "nothing else was left");
    window.keys(&["Escape"]);
    assert_eq!(chosen(&window), "");
}

#[test]
fn the_list_does_not_take_the_keys_of_the_page() {
    let mut window = Window::open("[claim#c1:The [denial#d1:army] denied it.] Eight died.");
    window.click_on_text("army");
    window.keys(&["Ctrl+M"]);
    assert_eq!(chosen(&window), "c1");
    assert_eq!(window.focused(), "Button: Claim by Ana: The army denied it.");
    window.keys(&["4"]);
    assert_eq!(window.session().marks()[0].annotation.tags[0].as_str(), "opinion");
    window.keys(&["S"]);
    assert!(!window.says("marks here"));
    assert_eq!(window.session().document().slice(window.session().selection().range()), "Eight died.");
}

#[test]
fn escape_leaves_what_was_opened_last_before_it_touches_anything_else() {
    let mut window = Window::open("[claim#c1:The [denial#d1:army] denied] it.");
    window.keys(&["Ctrl+F"]);
    window.click_on_text("army");
    window.keys(&["Ctrl+Shift+P"]);
    let seen =
        |window: &Window| ["All commands", "marks here", "Close the search"].map(|what| window.says(what));
    assert_eq!(seen(&window), [true, true, true]);
    window.keys(&["Escape"]);
    assert_eq!(seen(&window), [false, true, true]);
    window.keys(&["Escape"]);
    assert_eq!(seen(&window), [false, false, true]);
    assert_eq!(chosen(&window), "d1");
    window.click("Edit");
    assert!(window.says("Select all"));
    window.keys(&["Escape"]);
    assert!(!window.says("Select all"));
    assert_eq!(seen(&window), [false, false, true]);
    window.keys(&["Escape"]);
    assert_eq!(seen(&window), [false, false, false]);
    assert_eq!(chosen(&window), "d1");
    window.keys(&["Escape"]);
    assert_eq!(chosen(&window), "");
}

#[test]
fn the_list_gives_way_to_a_link_and_to_an_implied_claim() {
    for keys in ["L", "Ctrl+I"] {
        let mut window = Window::open("[claim#c1:The [denial#d1:army] denied] it.");
        window.click_on_text("army");
        assert!(window.says("2 marks here"));
        window.keys(&[keys]);
        assert!(!window.says("marks here"), "{keys}");
        window.keys(&["Escape"]);
        assert!(!window.says("marks here") && chosen(&window) == "d1", "{keys}");
    }
}

#[test]
fn a_field_that_was_gone_into_later_is_left_first() {
    let mut window = Window::open("The [denial#d1:army] denied it.");
    window.keys(&["Ctrl+F"]);
    window.click_on_text("army");
    window.keys(&["Enter"]);
    assert_eq!(window.focused(), "MultilineTextInput: Note");
    window.keys(&["Escape"]);
    assert!(window.says("Close the search"));
    window.keys(&["Escape"]);
    assert!(!window.says("Close the search"));
    assert_eq!(chosen(&window), "d1");
}
