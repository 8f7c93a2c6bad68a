//! Panels at the sides and pages in the middle: their tabs, their commands, the keyboard in them.

use crate::MIXED;
use crate::article;
use crate::window::{ARTICLE, Window};
use postil::host::{MemoryHost, Storage};

/// A window on an article of which an earlier text was kept, and on its folder.
fn with_two_versions() -> Window {
    let mut host = MemoryHost::default();
    article::lay_down("[claim#c1:35 people died].", ARTICLE, &mut host).expect("marked text");
    article::lay_down("Eight people died.", "/desk/other.txt", &mut host).expect("marked text");
    let old = postil::document::Document::plain("35 people died.");
    host.texts.insert(old.digest(), old.text().to_owned());
    host.files.insert(ARTICLE.into(), b"At least 35 people died.".to_vec());
    Window::with(host, &[ARTICLE, "/desk"])
}

#[test]
fn a_page_in_the_middle_has_a_tab_beside_the_articles() {
    let mut window = with_two_versions();
    assert!(!window.says("Close What changed"));
    window.keys(&["Ctrl+Shift+D"]);
    assert!(window.says("since it was marked") && window.says("Page: What changed"));
    // The article is one click away, and the page keeps its tab.
    window.click_nth("At least 35 people died.", 0);
    assert!(!window.says("since it was marked") && window.says("Page: What changed"));
    window.click("Page: What changed");
    assert!(window.says("since it was marked"));
    // A mark of the list leads to its article.
    window.click("Claim: 35 people died");
    assert!(!window.says("since it was marked"));
    window.click("Page: What changed");
    // Escape leaves a menu and nothing else.
    window.click("View");
    window.keys(&["Escape"]);
    assert!(window.says("since it was marked"));
    window.click("Close What changed");
    assert!(!window.says("since it was marked") && !window.says("Page: What changed"));
}

#[test]
fn keys_go_round_the_tabs_of_articles_and_pages_and_close_the_one_that_is_looked_at() {
    let mut window = with_two_versions();
    window.keys(&["Ctrl+Shift+A", "Ctrl+Shift+M"]);
    let on = |window: &Window| {
        let page = |name: &&str| window.is_on(&format!("Page: {name}")) == Some(true);
        ["Actors", "All marks"].into_iter().find(page).unwrap_or("the article").to_owned()
    };
    let mut seen = vec![on(&window)];
    for keys in ["Ctrl+Tab", "Ctrl+Tab", "Ctrl+Tab", "Ctrl+Shift+Tab", "Ctrl+Shift+Tab"] {
        window.keys(&[keys]);
        seen.push(on(&window));
    }
    assert_eq!(seen, ["All marks", "the article", "Actors", "All marks", "Actors", "the article"]);
    window.keys(&["Ctrl+Tab", "Ctrl+W"]);
    assert!(!window.says("Page: Actors") && window.says("Page: All marks"));
    assert_eq!(window.session().file_name(), "article.txt", "the article behind a page stays open");
}

#[test]
fn what_finds_in_an_article_goes_to_the_line_of_a_page_or_back_to_the_article() {
    let mut window = with_two_versions();
    for page in ["Ctrl+Shift+M", "Ctrl+Shift+L", "Ctrl+Shift+S"] {
        window.keys(&[page, "F6", "Ctrl+F"]);
        let focused = window.focused();
        window.type_text("died");
        assert_eq!(window.field(focused.trim_start_matches("TextInput: ")), "died", "{page}: {focused}");
        window.keys(&["Escape"]);
    }
    window.keys(&["Ctrl+Shift+A", "Ctrl+F"]);
    window.type_text("people");
    assert!(window.says("Page: Actors") && window.is_on("Page: Actors") == Some(false));
    assert_eq!(window.focused(), "TextInput: Find in the article");
}

#[test]
fn a_page_is_about_the_article_that_is_looked_at() {
    let mut window = with_two_versions();
    window.keys(&["Ctrl+Shift+D"]);
    let card = window.buttons_with("\nother.txt").concat();
    window.click(&card);
    assert_eq!(window.session().file_name(), "other.txt");
    window.click("Page: What changed");
    assert!(window.says("No other version of this article is kept"));
    window.keys(&["Escape", "Shift+Right"]);
    assert!(!window.session().selection().is_empty(), "the article has the keyboard");
}

#[test]
fn the_keyboard_goes_round_a_page_too() {
    let mut window = with_two_versions();
    window.keys(&["Ctrl+Shift+D"]);
    assert!(window.focused().contains("figure: "), "{}", window.focused());
    window.keys(&["F6"]);
    assert_eq!(window.focused(), "Button: Claim: 35 people died");
    window.keys(&["Shift+F6"]);
    assert!(window.focused().contains("figure: "), "{}", window.focused());
}

#[test]
fn panels_are_shown_and_hidden_by_keys_tabs_and_palette_and_kept() {
    let mut window = Window::open(MIXED);
    assert!(window.says("Order of the marks"));
    window.keys(&["F10"]);
    assert!(!window.says("Order of the marks"));
    // No folder is open: that of the article is listed.
    window.keys(&["F9"]);
    assert!(window.says("Show folder") && window.says("1 article"));
    window.click("Show hits");
    assert!(window.says("Nothing is looked for"));
    window.keys(&["Ctrl+Shift+P"]);
    window.type_text("outline");
    window.keys(&["Enter"]);
    assert!(window.says("This article has no headings"));
    let host = window.disk().clone();
    let settings = host.stored("settings.toml").expect("settings");
    assert!(
        settings.contains("dock = \"outline\"") && settings.contains("shows_marks = false"),
        "{settings}"
    );
    let mut window = Window::with(host, &[ARTICLE]);
    assert!(window.says("This article has no headings") && !window.says("Order of the marks"));
    window.keys(&["Shift+F9", "F10"]);
    assert!(!window.says("Show outline") && window.says("Order of the marks"));
}

#[test]
fn a_panel_that_this_version_does_not_have_is_another_one() {
    let mut host = MemoryHost::default();
    article::lay_down(MIXED, ARTICLE, &mut host).expect("marked text");
    host.store("settings.toml", "dock = \"ledger\"\npanel = \"grades\"\n").expect("settings");
    let window = Window::with(host, &[ARTICLE, "/desk"]);
    assert!(window.says("1 article") && window.says("Order of the marks"));
}
