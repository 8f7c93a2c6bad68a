//! Notes and relations beside the words.

use crate::MIXED;
use crate::chosen;
use crate::window::Window;

#[test]
fn notes_stand_beside_the_text_and_choose_their_mark() {
    for width in [1900.0, 1000.0] {
        let mut window = Window::open(
            "Eight people died.\n\nThe army [denial#d1:denied] it.\n\n@ d1 note 'on television'",
        );
        window.resize(width, 800.0);
        let notes = window.buttons_with("Note on ");
        assert!(notes.iter().any(|note| note == "Note on Denial: on television"), "{notes:?}");
        window.click("Note on Denial: on television");
        assert_eq!(chosen(&window), "d1", "at {width}");
        assert!(window.session().selection().is_empty(), "a click on a note selects no words");
    }
}

#[test]
fn the_notes_of_one_line_share_a_badge_where_there_is_no_room_for_cards() {
    let mut window = Window::open(MIXED);
    window.resize(1900.0, 800.0);
    assert_eq!(window.buttons_with("Note on ").len(), 2);
    window.resize(1000.0, 800.0);
    assert_eq!(window.buttons_with("Note on "), ["Note on Claim: his; Note on Denial: on television"]);
}

#[test]
fn notes_can_be_hidden() {
    let mut window = Window::open(MIXED);
    window.keys(&["Ctrl+Shift+N"]);
    assert!(window.buttons_with("Note on ").is_empty());
    window.keys(&["Ctrl+Shift+N"]);
    assert!(!window.buttons_with("Note on ").is_empty());
}

#[test]
fn a_relation_is_told_at_both_of_its_ends() {
    let window = Window::open("[claim#c1:Eight people died]. The army [denial#d1 denies c1:denied] it.");
    let notes = window.buttons_with("Note on ");
    assert_eq!(notes.len(), 1, "both are on one line, so one badge speaks for both: {notes:?}");
    assert!(notes[0].contains("denies “Eight people died”"), "{notes:?}");
}
