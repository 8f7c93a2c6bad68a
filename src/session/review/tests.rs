//! Where the page stays when an article is read anew.

use crate::document::Document;
use crate::document::import::Options;
use crate::host::MemoryHost;
use crate::session::{Before, Session};
use crate::text::TextSize;
use std::path::Path;
use std::sync::Arc;

const ARTICLE: &str = "/desk/a.txt";

/// What is at the top of the page after the text became `new` while `words` were there.
fn at_top(words: &str, new: &str) -> String {
    let before = Document::plain("One.\n\nTwo here.\n\nThree there.");
    let host = MemoryHost::with(ARTICLE, new.as_bytes());
    let shown = Before { shown: Some(Arc::new(before.clone())), noticed: None };
    let session = Session::open_after(Path::new(ARTICLE), &Options::default(), None, &shown, &host).unwrap();
    let top = TextSize::from_usize(before.text().find(words).unwrap());
    session.document().text()[session.place_of(&before, top).to_usize()..].to_owned()
}

#[test]
fn the_page_stays_at_the_same_passage() {
    let new = "Nought.\n\nOne.\n\nTwo here.\n\nThree there.";
    assert_eq!(at_top("Two", new), "Two here.\n\nThree there.");
    assert_eq!(at_top("Two", "One.\n\nThree there."), "Three there.");
    assert_eq!(at_top("Two", "One.\n\nTwo here.\n\nThree there."), "Two here.\n\nThree there.");
    assert!(at_top("Two", "Something else.").starts_with("ething"), "else at the same share of the text");
}
