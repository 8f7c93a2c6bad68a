//! The menus of a right click, and why commands are greyed out.

use crate::window::Window;
use crate::{MIXED, chosen};
use expect_test::expect;
use postil::host::MemoryHost;

/// A window with one Markdown file.
fn markdown(text: &str) -> Window {
    let mut host = MemoryHost::default();
    host.files.insert("/desk/raid.md".into(), text.into());
    Window::with(host, &["/desk/raid.md"])
}

#[test]
fn selected_words_are_tagged_and_copied_from_their_menu() {
    let mut window = Window::open("Eight people died. The army denied it.");
    window.drag_over("denied");
    window.right_click_on_text("denied");
    window.click("Denial 2");
    window.check(expect![[r#"Eight people died. The army [denial#a1:<|denied|>] it."#]]);
    window.drag_over("Eight people died.");
    window.right_click_on_text("people");
    window.click("Copy Ctrl+C");
    assert_eq!(window.copied(), "Eight people died.");
    assert!(window.named("Copy with citation Ctrl+Shift+C").is_empty(), "the menu is gone");
}

#[test]
fn words_are_copied_with_title_outlet_date_and_paragraph() {
    let article = "---\ntitle: The raid\nsite: SANA\ndate: 2017-04-16\n---\n\nOne.\n\nThe army denied it.\n";
    let mut window = markdown(article);
    window.drag_over("army denied");
    window.keys(&["Ctrl+Shift+C"]);
    assert_eq!(window.copied(), "“army denied” – The raid, SANA, 16 April 2017, ¶ 2");
    window.right_click_on_text("army");
    window.click("Copy with citation, as Markdown");
    assert_eq!(window.copied(), "> army denied\n>\n> — *The raid*, SANA, 16 April 2017, ¶ 2\n");
}

#[test]
fn a_mark_is_chosen_by_a_right_click_and_changed_from_its_menu() {
    let mut window = Window::open(MIXED);
    window.right_click_on_text("disgrace");
    assert_eq!(chosen(&window), "o1");
    window.click("Also tag");
    window.click("Also denial Alt+2");
    window.right_click_on_text("disgrace");
    window.click("Copy the mark as Markdown");
    let copied = window.copied();
    assert!(copied.starts_with("- “A disgrace” (Opinion, Denial; Ana) "), "{copied:?}");
    window.right_click_on_text("disgrace");
    window.click("Delete mark Delete");
    assert!(!crate::article::show(window.session()).contains("o1"));
}

#[test]
fn words_that_were_just_tagged_have_the_menu_of_their_mark() {
    let mut window = Window::open("Eight people died. The army denied it.");
    window.drag_over("denied");
    window.keys(&["2"]);
    window.right_click_on_text("denied");
    assert!(window.says("Link… L") && window.says("Delete mark Delete"), "{:?}", window.names());
    window.click("Copy Ctrl+C");
    assert_eq!(window.copied(), "denied");
    // Other words are selected again: they are meant.
    window.drag_over("The army denied");
    window.right_click_on_text("denied");
    assert!(!window.says("Delete mark Delete"), "{:?}", window.names());
}

#[test]
fn the_words_of_a_chosen_mark_are_copied_without_a_selection() {
    let mut window = Window::open(MIXED);
    window.click_on_text("disgrace");
    window.keys(&["Ctrl+C"]);
    assert_eq!(window.copied(), "A disgrace");
}

#[test]
fn another_persons_mark_says_why_it_cannot_be_changed() {
    let mut window = Window::open(MIXED);
    window.right_click_on_text("The");
    assert_eq!(chosen(&window), "b1");
    assert!(!window.is_enabled("Delete mark Delete"));
    assert!(window.is_enabled("Copy into mine Ctrl+D"));
    window.hover_over("Delete mark Delete");
    assert!(window.painted().contains("No mark of yours is chosen"), "{}", window.painted());
    window.keys(&["Escape"]);
    window.keys(&["Delete"]);
    assert!(window.says("No mark of yours is chosen"));
}

#[test]
fn the_keyboard_opens_the_same_menus() {
    let mut window = Window::open(MIXED);
    window.click_on_text("disgrace");
    for key in ["Shift+F10", "Menu"] {
        window.keys(&[key]);
        assert_eq!(window.named("Copy the mark as Markdown").len(), 1, "{key}");
        window.keys(&["Escape"]);
        assert!(window.named("Copy the mark as Markdown").is_empty(), "{key}");
        assert_eq!(chosen(&window), "o1", "Escape closes the menu and nothing else");
    }
    window.keys(&["Shift+F10", "Down", "Enter"]);
    window.keys(&["Escape"]);
    assert!(crate::article::show(window.session()).contains("[denial#o1:"));
}

#[test]
fn the_page_the_list_a_person_and_a_tab_have_menus() {
    let mut window = Window::open(MIXED);
    window.keys(&["Escape"]);
    window.right_click_on_text(".");
    window.click("Select all Ctrl+A");
    assert!(!window.session().selection().is_empty());
    window.right_click("Ben · 1");
    window.click("Show or hide the marks of Ben");
    assert!(window.session().marks().iter().all(|mark| mark.is_writable()));
    window.right_click("Claim: Eight people died");
    window.click("Copy the list of marks");
    assert_eq!(window.copied().lines().count(), 4, "three marks, one with a note");
}

#[test]
fn the_card_has_the_menu_of_a_right_click_on_its_mark() {
    let mut window = Window::open(MIXED);
    window.right_click_on_text("disgrace");
    let buttons = |window: &Window| {
        let names = window.buttons_with("").into_iter();
        names.filter(|name| name.contains("mark") || name.contains("Copy")).collect::<Vec<_>>()
    };
    let by_click = buttons(&window);
    assert!(by_click.contains(&"Delete mark Delete".to_owned()), "{by_click:?}");
    window.keys(&["Escape"]);
    window.click("More about this mark");
    assert_eq!(buttons(&window), by_click);
    window.click("Copy the mark as Markdown");
    assert!(window.copied().starts_with("- “A disgrace”"));
}

#[test]
fn the_marks_of_an_article_are_copied_from_its_menu() {
    let mut host = MemoryHost::default();
    crate::article::lay_down("[claim#c1:Eight people died].", "/desk/one.txt", &mut host).unwrap();
    crate::article::lay_down("Nobody denied it.", "/desk/two.txt", &mut host).unwrap();
    let mut window = Window::with(host, &["/desk/one.txt", "/desk/two.txt"]);
    window.right_click("Eight people died.");
    window.click("Copy its marks");
    assert!(window.copied().starts_with("- “Eight people died” (Claim; Ana) "), "{:?}", window.copied());
    window.right_click("Nobody denied it.");
    window.click("Copy its marks");
    assert!(window.says("No marks to copy"));
}

#[test]
fn colours_and_languages_have_menus_of_their_own() {
    let mut window = Window::open(MIXED);
    window.click("View");
    assert!(window.named("Dark colours").is_empty() && window.named("Language: Español").is_empty());
    window.click("Language");
    assert_eq!(window.named("Language: Español").len(), 1);
}
