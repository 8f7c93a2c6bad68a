//! The pages of a PDF as they are drawn, beside the text.

use crate::window::Window;
use postil::host::MemoryHost;

const PLACE: &str = "/desk/report.pdf";

fn window() -> Window {
    let mut host = MemoryHost::default();
    host.files.insert(PLACE.into(), include_bytes!("../fixtures/pdf/two-columns-hyphens.pdf").to_vec());
    Window::with(host, &[PLACE])
}

#[test]
fn the_page_that_is_read_is_shown_as_it_is_drawn() {
    let mut window = window();
    window.resize(1400.0, 900.0);
    assert!(!window.session().document().page_boxes().is_empty());
    window.click("Page 1");
    window.rest();
    assert!(window.says("The page as it is drawn"), "{:?}", window.names());
    window.keys(&["Ctrl+F10"]);
    assert!(!window.says("The page as it is drawn"));
}

#[test]
fn an_article_without_pages_says_so() {
    let window = Window::open("The army denied it.");
    assert!(!window.is_enabled("Page of the file"));
}

#[test]
fn a_locked_file_asks_for_its_password_and_is_drawn_with_it() {
    const LOCKED: &str = "/desk/locked.pdf";
    let mut host = MemoryHost::default();
    host.files.insert(LOCKED.into(), include_bytes!("../fixtures/locked.pdf").to_vec());
    let mut window = Window::with(host, &[LOCKED]);
    window.resize(1400.0, 900.0);
    assert!(window.says("can be read only with its password"), "{:?}", window.names());
    window.type_text("wall of");
    window.keys(&["Enter"]);
    window.rest();
    assert!(window.says("This password does not open it"), "{:?}", window.names());
    window.type_text("harbour");
    window.keys(&["Enter"]);
    window.rest();
    assert!(window.session().document().text().starts_with("Who closed the mill?"));
    window.click("Page 1");
    window.rest();
    assert!(window.says("The page as it is drawn"), "{:?}", window.names());
}
