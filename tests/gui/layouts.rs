//! Keys as the keyboards of several countries send them, and what is found by other words.

use crate::chosen;
use crate::window::Window;
use eframe::egui::{Key, Modifiers};

const CTRL: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };
const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..CTRL };

/// How larger, smaller and usual are struck: what the key means, where it lies, what is held.
type Strokes = [(Key, Key, Modifiers); 3];

const LAYOUTS: [(&str, Strokes); 6] = [
    ("US", [(Key::Equals, Key::Equals, CTRL), (Key::Minus, Key::Minus, CTRL), (Key::Num0, Key::Num0, CTRL)]),
    (
        "US, with Shift",
        [(Key::Plus, Key::Equals, CTRL_SHIFT), (Key::Minus, Key::Minus, CTRL), (Key::Num0, Key::Num0, CTRL)],
    ),
    (
        "German",
        [(Key::Plus, Key::CloseBracket, CTRL), (Key::Minus, Key::Slash, CTRL), (Key::Num0, Key::Num0, CTRL)],
    ),
    (
        "French",
        [
            (Key::Plus, Key::Equals, CTRL_SHIFT),
            (Key::Minus, Key::Num6, CTRL),
            (Key::Num0, Key::Num0, CTRL_SHIFT),
        ],
    ),
    (
        // The unshifted keys mean "=" and "à"; the latter is reported by its place.
        "French, without Shift",
        [(Key::Equals, Key::Equals, CTRL), (Key::Minus, Key::Num6, CTRL), (Key::Num0, Key::Num0, CTRL)],
    ),
    (
        "Russian",
        [(Key::Equals, Key::Equals, CTRL), (Key::Minus, Key::Minus, CTRL), (Key::Num0, Key::Num0, CTRL)],
    ),
];

#[test]
fn plus_minus_and_0_size_the_text_and_with_alt_the_window_on_every_layout() {
    for (layout, [larger, smaller, usual]) in LAYOUTS {
        let mut window = Window::open("Eight people died.");
        let begun = (window.text_size(), window.zoom());
        let mut strike = |(key, place, held): (Key, Key, Modifiers), alt: bool| {
            window.physical_key(key, place, Modifiers { alt, ..held });
            (window.text_size(), window.zoom())
        };
        let size = strike(larger, false);
        assert!(begun.0 < size.0 && size.1 == begun.1, "{layout}: {size:?}");
        strike(usual, false);
        let size = strike(smaller, false);
        assert!(size.0 < begun.0 && size.1 == begun.1, "{layout}: {size:?}");
        assert_eq!(strike(usual, false), begun, "{layout}");
        let size = strike(larger, true);
        assert!(size.0 == begun.0 && begun.1 < size.1, "{layout}: {size:?}");
        strike(usual, true);
        let size = strike(smaller, true);
        assert!(size.0 == begun.0 && size.1 < begun.1, "{layout}: {size:?}");
        assert_eq!(strike(usual, true), begun, "{layout}");
    }
}

#[test]
fn a_digit_with_shift_is_a_digit_whatever_sign_it_means() {
    let marks = "[claim#c1:One] [denial#d1:two] [claim#c2:three] [denial#d2:four].";
    for (layout, [first, second]) in [
        ("US", [(Key::Exclamationmark, Key::Num1), (Key::Num2, Key::Num2)]),
        ("German", [(Key::Exclamationmark, Key::Num1), (Key::Quote, Key::Num2)]),
        ("French", [(Key::Num1, Key::Num1), (Key::Num2, Key::Num2)]),
    ] {
        let mut window = Window::open(marks);
        window.keys(&["Ctrl+End"]);
        let mut strike = |(key, place): (Key, Key)| {
            window.physical_key(key, place, CTRL_SHIFT);
            chosen(&window)
        };
        assert_eq!([strike(first), strike(first), strike(second)], ["c2", "c1", "d2"], "{layout}");
    }
}

#[test]
fn the_palette_finds_commands_by_other_words_and_says_what_they_lack() {
    let mut window = Window::open("Eight people died.");
    for (words, command) in [
        ("export", "Copy with citation"),
        ("dark", "Dark colours"),
        ("identity", "Add a person who marks…"),
        ("paste", "New from clipboard…"),
    ] {
        window.keys(&["Ctrl+Shift+P"]);
        window.type_text(words);
        assert!(!window.buttons_with(command).is_empty(), "{words}: {:?}", window.buttons_with(""));
        window.keys(&["Escape"]);
    }
    window.keys(&["Ctrl+Shift+P"]);
    window.type_text("print");
    assert!(window.buttons_with("Copy").is_empty(), "copying is not printing: {:?}", window.buttons_with(""));
    window.keys(&["Escape", "Ctrl+Shift+P"]);
    window.type_text("copy the list");
    window.keys(&["Enter"]);
    assert!(window.says("The article has no marks"));
}

#[test]
fn one_line_says_how_to_begin_until_it_is_put_away() {
    let mut window = Window::first("Eight people died.");
    for words in ["1 claim, 2 denial", "Who in the card", "Ctrl+Z takes anything back"] {
        assert!(window.says(words), "{words}");
    }
    let strip = window.named("Put this line away")[0];
    let page = window.middle_of("Eight");
    assert!(page.y < strip.top() && strip.height() < 30.0, "{strip:?}");
    window.click("Put this line away");
    assert!(!window.says("Ctrl+Z takes anything back"));
    let window = window.crash();
    assert!(!window.says("Ctrl+Z takes anything back"), "for good");
}
