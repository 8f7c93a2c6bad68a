//! The list of marks, and the marks of other people.

use crate::MIXED;
use crate::article;
use crate::chosen;
use crate::window::Window;
use expect_test::expect;
use postil::host::{MemoryHost, Storage};

fn listed(window: &Window) -> Vec<String> {
    let mut rows = window.buttons_with(": ");
    rows.retain(|row| ["Claim", "Denial", "Opinion"].iter().any(|tag| row.starts_with(tag)));
    rows
}

#[test]
fn the_list_is_filtered_by_words_of_passage_and_note() {
    let mut window = Window::open(MIXED);
    assert_eq!(listed(&window).len(), 4);
    window.keys(&["Ctrl+Shift+F"]);
    window.type_text("telev");
    assert_eq!(listed(&window), ["Denial: denied"]);
    window.keys(&["Ctrl+A"]);
    window.type_text("1");
    assert_eq!(listed(&window), Vec::<String>::new());
    assert!(window.says("No mark matches – clear the filter"));
    window.keys(&["Backspace"]);
    window.type_text("died");
    assert_eq!(listed(&window), ["Claim: Eight people died"]);
    assert_eq!(window.session().marks().len(), 4);
}

#[test]
fn the_list_is_filtered_by_tags() {
    let mut window = Window::open(MIXED);
    window.click("Only denials");
    assert_eq!(listed(&window), ["Denial: denied"]);
    window.click("Only opinions");
    assert_eq!(listed(&window), ["Denial: denied", "Opinion: A disgrace"]);
    window.click("Only denials");
    window.click("Only opinions");
    assert_eq!(listed(&window).len(), 4);
}

#[test]
fn the_list_is_in_the_order_of_the_text_of_tags_or_of_people() {
    let mut window = Window::open(MIXED);
    assert_eq!(
        listed(&window),
        ["Claim: Eight people died", "Claim: The army denied it", "Denial: denied", "Opinion: A disgrace"]
    );
    window.click("Order of the marks");
    window.click("By tag");
    let groups = |window: &Window, names: &[&str]| {
        let painted = window.painted();
        let at: Vec<Option<usize>> = names.iter().map(|name| painted.find(&format!("\n{name}\n"))).collect();
        at.iter().all(Option::is_some) && at.is_sorted()
    };
    assert!(groups(&window, &["Claims", "Denials", "Opinions"]));
    window.click("Order of the marks");
    window.click("By person");
    assert!(groups(&window, &["Ana", "Ben"]));
    assert_eq!(listed(&window).last().map(String::as_str), Some("Claim: The army denied it"));
}

#[test]
fn a_row_of_the_list_chooses_its_mark_and_shows_it_on_the_page() {
    let filler = "Nothing was said of it on that day, nor on the next one. ".repeat(200);
    let mut window = Window::open(&format!("Some words.\n\n{filler}\n\nIt [denial#d1:denied] all."));
    assert!(!window.says("denied all"));
    window.click("Denial: denied");
    assert_eq!(chosen(&window), "d1");
    window.click_on_text("denied");
    assert_eq!(chosen(&window), "d1");
}

#[test]
fn another_persons_mark_is_read_only_until_it_is_copied() {
    let mut window = Window::open(MIXED);
    window.click("Claim: The army denied it");
    assert_eq!(chosen(&window), "b1");
    assert_eq!(window.field("Note"), "");
    assert!(window.says("his"));
    let before = article::show_with(window.session(), &[]);
    for key in ["4", "Alt+4", "Delete", "OpenBracket", "Enter"] {
        window.keys(&[key]);
        assert_eq!(article::show_with(window.session(), &[]), before, "{key}");
    }
    window.click("Copy into mine");
    assert_eq!(chosen(&window), "a1");
    window.keys(&["4"]);
    window.check(expect![[r#"
        [claim#c1:Eight people died]. [opinion#a1:<|>The army [denial#d1:denied] it]. [opinion#o1:A disgrace].

        @ a1 note 'his'
        @ d1 note 'on television'
        //- layer Ben
        Eight people died. [claim#b1:The army denied it]. A disgrace.

        @ b1 note 'his'"#]]);
}

#[test]
fn another_persons_marks_are_hidden_and_shown_again() {
    let mut window = Window::open(MIXED);
    window.click("Ben · 1");
    assert_eq!(listed(&window).len(), 3);
    window.click_on_text("The army");
    assert_eq!(chosen(&window), "");
    window.click("Ben · 1");
    assert_eq!(listed(&window).len(), 4);
    window.click_on_text("The army");
    assert_eq!(chosen(&window), "b1");
}

#[test]
fn the_first_mark_asks_for_a_name_and_is_made_then() {
    let mut window = Window::open_by(None, "The army denied it.");
    window.drag_over("denied");
    window.keys(&["2"]);
    assert!(window.says("Who marks here?"));
    assert_eq!(window.session().marks().len(), 0);
    // What is typed is the name, and nothing else.
    window.type_text("Mira 4");
    window.keys(&["Enter"]);
    assert!(!window.says("Who marks here?"));
    window.check(expect!["The army [denial#a1:<|denied|>] it."]);
    assert_eq!(window.session().annotator().map(|person| person.name.as_str()), Some("Mira 4"));
    window.keys(&["Ctrl+Z"]);
    window.check(expect!["The army <|denied|> it."]);
    assert_eq!(window.disk().annotator().map(|person| person.name), Some("Mira 4".to_owned()));
}

#[test]
fn a_note_that_had_to_wait_for_a_name_can_be_typed_after_it() {
    let mut window = Window::open_by(None, "The army denied it.");
    window.drag_over("denied");
    window.keys(&["Enter"]);
    window.type_text("Mira");
    window.keys(&["Enter"]);
    window.type_text("so");
    window.check(expect![[r#"
        The army [#a1:<|denied|>] it.
        @ a1 note 'so'"#]]);
}

#[test]
fn the_question_for_a_name_can_be_left_and_nothing_is_marked() {
    let mut window = Window::open_by(None, "The army denied it.");
    window.drag_over("denied");
    window.keys(&["2", "Escape"]);
    assert!(!window.says("Who marks here?"));
    window.check(expect!["The army <|denied|> it."]);
    window.keys(&["2"]);
    assert!(window.says("Who marks here?"));
    window.click("Cancel");
    assert_eq!(window.session().marks().len(), 0);
}

#[test]
fn the_palette_goes_to_the_next_mark_of_a_person() {
    let mut window = Window::open(MIXED);
    for expected in ["b1", "b1"] {
        window.keys(&["Ctrl+Shift+P"]);
        window.type_text("mark of ben");
        window.keys(&["Enter"]);
        assert_eq!(chosen(&window), expected);
    }
    assert!(window.says("There is no other mark of Ben"), "{:?}", window.names());
    window.keys(&["Ctrl+Shift+P"]);
    window.type_text("mark of ana");
    window.keys(&["Enter"]);
    assert_eq!(chosen(&window), "d1");
}

#[test]
fn a_filter_of_the_list_belongs_to_its_article() {
    let mut host = MemoryHost::default();
    article::lay_down("[claim#c1:One] [denial#d1:two].", "/desk/one.txt", &mut host).unwrap();
    article::lay_down("[claim#c2:Three] [denial#d2:four].", "/desk/two.txt", &mut host).unwrap();
    let mut window = Window::with(host, &["/desk/one.txt", "/desk/two.txt"]);
    window.keys(&["Ctrl+Shift+F"]);
    window.type_text("four");
    assert_eq!(listed(&window), ["Denial: four"]);
    window.keys(&["Escape", "Ctrl+Tab"]);
    assert_eq!(listed(&window), ["Claim: One", "Denial: two"]);
    window.keys(&["Ctrl+Tab"]);
    assert_eq!(listed(&window), ["Denial: four"]);
}

#[test]
fn a_filter_is_a_chip_that_takes_it_away() {
    let mut window = Window::open(MIXED);
    assert!(!window.says("Clear the filter"));
    window.click("Only denials");
    assert!(window.painted().contains("1 of 4"));
    window.click("Clear the filter");
    assert_eq!(listed(&window).len(), 4);
    window.keys(&["Ctrl+Shift+F"]);
    window.type_text("zebra");
    assert_eq!(listed(&window), Vec::<String>::new());
    window.click("No mark matches – clear the filter");
    assert_eq!(listed(&window).len(), 4);
    assert_eq!(window.field("Find a mark"), "");
}
