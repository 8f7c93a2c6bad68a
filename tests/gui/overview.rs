//! Marks in any number: the strip beside the scroll bar, and panels that keep their width.

use crate::MIXED;
use crate::chosen;
use crate::window::Window;

#[test]
fn the_strip_says_what_lies_in_the_whole_document() {
    let mut window = Window::open(MIXED);
    assert_eq!(window.named("Overview: 3 of your marks, 1 by others, 0 found").len(), 1);
    window.drag_over("people");
    window.keys(&["1"]);
    assert_eq!(window.named("Overview: 4 of your marks, 1 by others, 0 found").len(), 1);
}

/// Whether a screen reader finds a mark with this name on the page.
fn is_published(window: &Window, name: &str) -> bool {
    window.names().contains(&format!("Mark: {name}"))
}

#[test]
fn a_click_on_the_strip_goes_to_the_mark_there() {
    let filler = |n: usize| "Nothing was said of it on that day, nor on the next one. ".repeat(n);
    // The page ends with some room below the text.
    let (before, after) = (filler(400), filler(385));
    let mut window =
        Window::open(&format!("Some words.\n\n{before}\n\nIt [denial#d1:denied] all.\n\n{after}"));
    assert!(!is_published(&window, "Denial: denied"));
    window.click("Overview: 1 of your marks, 0 by others, 0 found");
    assert!(is_published(&window, "Denial: denied"));
}

#[test]
fn only_marks_that_can_be_seen_are_published() {
    let filler = "Nothing was said of it on that day, nor on the next one. ".repeat(400);
    let mut window =
        Window::open(&format!("[claim#c1:Some] words.\n\n{filler}\n\nIt [denial#d1:denied] all."));
    let published =
        |window: &Window| ["Claim: Some", "Denial: denied"].map(|name| is_published(window, name));
    assert_eq!(published(&window), [true, false]);
    window.keys(&["Ctrl+End"]);
    assert_eq!(published(&window), [false, true]);
}

#[test]
fn the_panel_of_marks_keeps_its_width_whatever_is_chosen() {
    let long = "that no soldier of the northern brigade had been anywhere near the harbour that night";
    let mut window = Window::open(&format!(
        "A nurse said [claim#c1:{long}]. The army [denial#d1 denies c1:denied {long}]. \
         [casualty-report#k1:More than 35 people were killed]. [opinion#o1:A disgrace].\n\n\
         @ k1 note 'as the hospital said'\n\n\
         //- layer Bartholomew of the Northern Observatory\n\
         A nurse said [claim#b1:{long}]. The army denied {long}. \
         More than 35 people were killed. A disgrace.\n\n\
         @ b1 note 'his'"
    ));
    let left = |window: &Window| window.named("Find a mark")[0].left();
    let at_first = left(&window);
    for _ in 0..6 {
        window.keys(&["F8"]);
        assert_eq!(left(&window), at_first, "{} was chosen", chosen(&window));
    }
    window.click_nth(&format!("Denial: denied {long}"), 0);
    assert_eq!(left(&window), at_first);
}
