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
