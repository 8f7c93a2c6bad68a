//! In without a file: what was copied elsewhere becomes an article.

use crate::window::Window;
use postil::host::{Clipped, MemoryHost};

const PLACE: &str = "/desk/one.txt";

fn window(html: Option<&str>, text: &str) -> Window {
    let mut host = MemoryHost::default();
    host.files.insert(PLACE.into(), "The first.".into());
    host.clipboard = Some(Clipped { html: html.map(str::to_owned), text: text.to_owned() });
    Window::with(host, &[PLACE])
}

fn written(window: &Window, path: &str) -> String {
    let disk = window.disk();
    let bytes = disk.files.get(std::path::Path::new(path)).cloned();
    bytes.map_or_else(String::new, |bytes| String::from_utf8_lossy(&bytes).into_owned())
}

#[test]
fn pasted_words_become_an_article_beside_the_others_and_never_over_one() {
    let mut window = window(None, "Raid\n\nEight people died.");
    for path in ["/desk/raid.md", "/desk/raid-2.md"] {
        window.keys(&["Ctrl+V"]);
        assert_eq!(window.field("Title"), "Raid");
        assert_eq!(window.field("Folder"), "/desk");
        window.click("Make the article");
        window.rest();
        assert_eq!(window.session().path().display().to_string(), path);
        assert!(written(&window, path).contains("pasted: "));
    }
    assert_eq!(window.session().document().text().trim(), "Raid\n\nEight people died.");
}

#[test]
fn rich_text_goes_through_the_importer_of_pages() {
    let html = "<h2>Raid</h2><p>Eight people died in the <b>raid</b>, a nurse said on Monday.</p>";
    let mut window = window(Some(html), "Raid\nEight people died");
    window.keys(&["Ctrl+Shift+P"]);
    window.type_text("clipboard");
    window.keys(&["Enter"]);
    assert!(window.says("Rich text"));
    window.click("Make the article");
    window.rest();
    assert_eq!(window.session().file_name(), "raid.html");
    assert!(window.session().document().text().contains("Eight people died in the raid"));
}

#[test]
fn a_web_address_is_never_fetched_and_says_how_to_save_the_page() {
    let mut window = window(None, " https://sana.sy/raid\n");
    window.keys(&["Ctrl+V"]);
    assert!(window.says("Postil never fetches anything"));
    assert!(window.says("Save the page in your browser"));
    window.drop_file("https://sana.sy/raid");
    window.rest();
    assert!(window.says("“https://sana.sy/raid” lies in the web"), "{:?}", window.names());
}

#[test]
fn without_words_on_the_clipboard_nothing_is_asked() {
    let mut window = window(None, "  ");
    window.keys(&["Ctrl+V"]);
    assert!(window.says("The clipboard holds no words"));
}

#[test]
fn an_empty_clipboard_is_told_of_though_the_system_sends_nothing() {
    let mut window = window(None, "");
    window.let_go("Ctrl+V");
    assert!(window.says("The clipboard holds no words"));
    // Ctrl may be let go first.
    let mut window = self::window(None, "");
    window.let_go("V");
    assert!(window.says("The clipboard holds no words"));
    let mut window = self::window(None, "");
    window.keys(&["V"]);
    assert!(!window.says("The clipboard holds no words"));
    // Where something was pasted, the end of it says nothing more.
    let mut window = self::window(None, "Raid\n\nEight people died.");
    window.keys(&["Ctrl+V"]);
    assert!(window.says("Make the article") && !window.says("The clipboard holds no words"));
}
