//! Going elsewhere in an article and back.

use crate::window::Window;
use postil::host::MemoryHost;

fn window() -> Window {
    let filler = "The army denied that it had fired on the market.\n\n".repeat(60);
    let text = format!(
        "# Title\n\nThirty died[^a].\n\n{filler}The end.\n\n[^a]: As the hospital counts.\n\n[^b]: Nobody refers to this.\n"
    );
    Window::with(MemoryHost::with("/desk/a.md", text.as_bytes()), &["/desk/a.md"])
}

#[test]
fn a_footnote_is_gone_to_and_its_sign_leads_back() {
    let mut window = window();
    let top = window.middle_of("Thirty died");
    // The reference is the letter behind the word.
    window.click_on_text("a.");
    window.wait(1.0);
    window.middle_of("As the hospital counts.");
    window.click("Back to the text, note a");
    window.wait(1.0);
    assert_eq!(window.middle_of("Thirty died"), top);
    assert!(window.named("Back to the text, note b").is_empty());
}

#[test]
fn back_and_forward_go_through_the_jumps() {
    let mut window = window();
    let top = window.middle_of("Thirty died");
    window.click_on_text("a.");
    window.wait(1.0);
    window.keys(&["Ctrl+OpenBracket"]);
    assert_eq!(window.middle_of("Thirty died"), top);
    window.keys(&["Ctrl+CloseBracket"]);
    window.middle_of("As the hospital counts.");
    window.keys(&["Ctrl+CloseBracket"]);
    assert!(window.says("no place to go forward to"), "{:?}", window.names());
}

#[test]
fn the_notes_of_a_web_page_are_gone_to_and_lead_back() {
    let filler = "<p>The army denied that it had fired on the market.</p>".repeat(60);
    let page = format!(
        "<html><body><article><h1>Title</h1><p>Thirty died <a id=ref1 href='#note1'>[1]</a>.</p>{filler}<ol><li id=note1>As \
         the hospital counts. <a href='#ref1'>up</a> <a href='#gone'>further</a></ol></article></body></html>"
    );
    let mut window = Window::with(MemoryHost::with("/desk/a.html", page.as_bytes()), &["/desk/a.html"]);
    window.click_on_text("[1]");
    window.wait(1.0);
    window.middle_of("As the hospital counts.");
    window.click_on_text("further");
    assert!(window.says("the article has no such place") || window.says("The article has no such place"));
    window.click_on_text("up");
    window.wait(1.0);
    window.middle_of("Thirty died");
    assert_eq!(window.copied(), "", "no address was copied");
}
