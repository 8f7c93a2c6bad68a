//! What a file has beside the article's text: what was left out is said, shown at its place and taken in.

use crate::window::Window;
use postil::host::MemoryHost;

const PLACE: &str = "/desk/wall.html";
const PAGE: &str = "<!doctype html><html lang='en'><head><title>Wall falls at noon</title></head><body>
<main><article><h1>Wall falls at noon</h1>
<p>The wall fell on Monday at noon, and three sections of it went into the sea, where they lay until the tide
turned and the divers could see them.</p>
<div class='share'><a href='https://example.org/share'>Share</a> <a href='https://example.org/mail'>Mail</a></div>
<p>The mayor said that it would be rebuilt before the winter, and that everybody would be paid for what the sea
had taken from the houses behind it.</p>
<p>The harbour office denied on Tuesday that five people had died, and said that nobody had been near the wall
when its first section fell.</p></article>
<section class='comments'><h2>Comments (2)</h2><ol><li><b>reader1</b> 2 March
<p>I saw it fall and nobody was there at all.</p><a href='#'>Reply</a></li><li><b>reader2</b> 3 March
<p>That is not what the mayor says about the wall.</p><a href='#'>Reply</a></li></ol></section>
</main></body></html>";

fn window() -> Window {
    let mut host = MemoryHost::default();
    host.files.insert(PLACE.into(), PAGE.into());
    Window::with(host, &[PLACE])
}

#[test]
fn what_was_left_out_is_said_listed_and_taken_in_by_one_click() {
    let mut window = window();
    window.click("Left out: 2 passages, 32 words");
    let rows = window.buttons_with("comments · 30 words");
    let row = rows.iter().find(|row| row.starts_with("Readers’ comments"));
    window.click(row.expect("a row of the list"));
    assert!(!window.buttons_with("Copy").is_empty(), "its words can be copied");
    window.click("Read them at their place");
    window.rest();
    let text = window.session().document().text().to_owned();
    assert!(text.contains("\n\nShare Mail\n\nThe mayor said"), "{text}");
    // A mark says that it was made on such a reading.
    window.double_click("Share");
    window.keys(&["1"]);
    let session = window.session();
    let mark = session.focus().and_then(|id| session.mark(id)).expect("a mark");
    let piece = mark.annotation.target.pieces.first().expect("a piece");
    let renderer = piece.descriptions.first().and_then(|told| told.renderer.as_ref());
    assert_eq!(renderer.and_then(|renderer| renderer.extent.as_deref()), Some("with-left-out"));
    window.click("Leave them out again");
    window.rest();
    assert!(!window.session().document().text().contains("Share Mail"));
}

#[test]
fn a_sign_at_its_place_unfolds_what_was_left_out_there() {
    let mut window = window();
    assert!(window.buttons_with("Left out here").is_empty(), "the page is quiet until somebody asks");
    window.click("Left out: 2 passages, 32 words");
    let signs = window.buttons_with("Left out here");
    assert_eq!(signs.len(), 2, "{signs:?}");
    assert!(signs[0].contains("Share Mail"), "{signs:?}");
    window.click(&signs[0]);
    assert!(is_unfolded(&window), "{:?}", window.names());
    window.keys(&["Escape"]);
    assert!(!is_unfolded(&window));
}

fn is_unfolded(window: &Window) -> bool {
    window.names().iter().any(|name| name == "Label: Buttons to share · 2 words")
}

#[test]
fn a_comment_in_the_file_is_taken_over_as_a_mark() {
    const REPORT: &str = "/desk/ferry.docx";
    let mut host = MemoryHost::default();
    host.files.insert(REPORT.into(), include_bytes!("../../sample_docs/ferry.docx").to_vec());
    let mut window = Window::with(host, &[REPORT]);
    window.click("One comment in the file");
    let rows = window.buttons_with("The news desk");
    window.click(rows.first().expect("a row of the list"));
    window.click("Take over as a mark");
    let session = window.session();
    let mark = session.focus().and_then(|id| session.mark(id)).expect("the new mark is chosen");
    assert_eq!(mark.annotation.quote(), "Nobody was on board without a ticket");
    assert!(mark.annotation.note.starts_with("The news desk, "), "{}", mark.annotation.note);
    window.keys(&["Ctrl+Z"]);
    assert!(window.session().layers().iter().all(|open| open.layer.annotations().next().is_none()));
}
