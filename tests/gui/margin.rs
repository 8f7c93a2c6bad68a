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

#[test]
fn the_text_stays_where_it_is_when_the_first_note_or_relation_comes() {
    const BARE: &str = "[claim#c1:Eight people died].\n\nThe army [denial#d1:denied] it.";
    let place = |window: &Window| (window.middle_of("Eight"), window.middle_of("army"));
    for (width, height) in [(1900.0, 1000.0), (1280.0, 800.0), (1024.0, 768.0), (700.0, 600.0)] {
        let mut window = Window::open(BARE);
        window.resize(width, height);
        let before = place(&window);
        window.click_on_text("denied");
        window.keys(&["Enter"]);
        window.type_text("on television");
        window.keys(&["Enter"]);
        assert!(!window.buttons_with("Note on ").is_empty(), "{:?}", window.names());
        assert_eq!(place(&window), before, "at {width} with a note");
        for more in [
            BARE.replace("denial#d1", "denial#d1 denies c1"),
            format!("{BARE}\n//- layer Ben\nEight people [claim#b1:died].\n\nThe army denied it."),
        ] {
            let mut window = Window::open(&more);
            window.resize(width, height);
            assert_eq!(place(&window), before, "at {width} with {more}");
        }
    }
}

#[test]
fn numbers_and_notes_change_sides_where_an_article_runs_from_right_to_left() {
    let mut window =
        Window::open("הצבא הכחיש.\n\nהרופאים [claim#c1:עומדים] על דבריהם.\n\n@ c1 note 'בטלוויזיה'");
    for width in [1900.0, 1000.0] {
        window.resize(width, 800.0);
        let note = window.named("Note on Claim: בטלוויזיה")[0];
        let words = window.middle_of("עומדים");
        assert!(note.right() < words.x, "{note} {words} at {width}");
    }
    let before = window.middle_of("עומדים").x;
    window.keys(&["Ctrl+Shift+P"]);
    window.type_text("paragraph numbers");
    window.keys(&["Enter"]);
    assert!(window.middle_of("עומדים").x < before, "the numbers take their room at the right");
}
