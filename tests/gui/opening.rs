//! While an article is read, which may take its time.

use crate::window::{ARTICLE, Window};
use postil::host::MemoryHost;

const LONG: &str = "/desk/long.txt";

fn host() -> MemoryHost {
    let mut host = MemoryHost::with(ARTICLE, b"The army denied it.");
    host.files.insert(LONG.into(), b"Eight people died.".to_vec());
    host
}

#[test]
fn the_first_article_can_be_given_up_while_it_is_read() {
    let mut window = Window::held(host(), &[LONG], LONG);
    assert!(window.says("Reading long.txt…"), "{:?}", window.names());
    window.click("Stop");
    assert!(window.says("Open an article to read it and mark what it says"), "{:?}", window.names());
    window.let_go_on();
    window.rest();
    assert!(window.app().workspace().sessions().is_empty(), "it was not wanted any more");
}

#[test]
fn another_article_can_be_given_up_by_the_bar_below_the_one_that_is_looked_at() {
    let mut window = Window::held(host(), &[ARTICLE], LONG);
    while window.app().workspace().sessions().is_empty() {
        window.wait(0.1);
    }
    window.drop_file(LONG);
    window.wait(0.4);
    assert!(window.named("Stop").is_empty(), "what is read at once is not spoken of");
    window.wait(2.0);
    assert!(window.says("Reading long.txt…"), "{:?}", window.names());
    window.click("Stop");
    assert!(!window.says("Reading long.txt…"), "{:?}", window.names());
    window.let_go_on();
    window.rest();
    assert_eq!(window.app().workspace().sessions().len(), 1, "it was not wanted any more");
}
