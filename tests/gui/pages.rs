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

/// A PDF of pages that draw this, the first with links to others.
fn file_of(pages: &[String], links: &str) -> Vec<u8> {
    let kids: String = (0..pages.len()).map(|nth| format!("{} 0 R ", 3 + 2 * nth)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", pages.len()),
    ];
    for (nth, drawn) in pages.iter().enumerate() {
        let annotations = if nth == 0 { links } else { "" };
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {} 0 R /Annots [{annotations}] /Resources << \
             /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
            4 + 2 * nth
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{drawn}\nendstream", drawn.len()));
    }
    let (mut file, mut table) = ("%PDF-1.7\n".to_owned(), String::new());
    for (nth, object) in (1..).zip(&objects) {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.push_str(&format!("{nth} 0 obj\n{object}\nendobj\n"));
    }
    let (start, n) = (file.len(), objects.len() + 1);
    file.push_str(&format!("xref\n0 {n}\n0000000000 65535 f \n{table}"));
    file.push_str(&format!("trailer\n<< /Size {n} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
    file.into_bytes()
}

fn on(file: Vec<u8>) -> Window {
    let mut host = MemoryHost::default();
    host.files.insert(PLACE.into(), file);
    let mut window = Window::with(host, &[PLACE]);
    window.resize(1400.0, 900.0);
    window
}

#[test]
fn a_scan_says_that_it_has_no_text_and_shows_its_pages() {
    let scanned = "q 600 0 0 800 0 0 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x20\x7e\x7e\x20 EI Q".to_owned();
    let mut window = on(file_of(&[scanned.clone(), scanned], ""));
    assert!(window.says("There is no text to read here"), "{:?}", window.names());
    assert!(window.says("The pages are pictures (a scan)"), "{:?}", window.names());
    window.click("Show the pages");
    window.rest();
    assert!(window.says("The page as it is drawn"), "{:?}", window.names());
    assert!(window.named("Show the pages").is_empty(), "they are shown");
    window.click("The next page");
    assert!(window.says("Page 2"), "{:?}", window.names());
}

#[test]
fn an_article_with_words_says_nothing_of_text() {
    assert!(!window().says("There is no text to read here"));
}

/// Four pages, on the first of which a link leads to the third, with their drawn page beside them.
fn linked() -> Window {
    // No two pages begin or end alike: what comes again there is left out.
    let page = |title: &str, about: &str| -> String {
        let line = |nth: u32| {
            let words = format!("{about} counts {nth}, which the army denied");
            format!("BT /F 12 Tf 50 {} Td ({words}) Tj ET\n", 660 - 40 * nth)
        };
        format!("BT /F 12 Tf 50 740 Td ({title}) Tj ET\n") + &(0..15).map(line).collect::<String>()
    };
    let pages = [
        page("To the barges", "The hospital"),
        page("What the mayor says", "The mayor"),
        page("Barges and their cargo", "The harbour office"),
        page("Who was there", "A witness"),
    ];
    let link = "<< /Type /Annot /Subtype /Link /Rect [50 735 200 752] /Dest [7 0 R /XYZ 50 760 0] >>";
    let mut window = on(file_of(&pages, link));
    window.keys(&["Ctrl+F10"]);
    window.rest();
    window
}

#[test]
fn the_page_is_that_of_the_place_that_a_link_leads_to() {
    let mut window = linked();
    window.double_click("hospital counts 3");
    window.keys(&["1"]);
    window.rest();
    assert!(window.says("Label: Page 1"), "{:?}", window.names());
    window.click_on_text("the barges");
    window.wait(1.0);
    window.middle_of("harbour office counts 1,");
    assert!(window.session().focus().is_some(), "the mark stays chosen");
    // The first line in view stands a few lines above that place, on the page before.
    window.middle_of("mayor counts 14");
    assert!(window.says("Label: Page 3") && window.says("Button: Page 3"), "{:?}", window.names());
    // Another width of the page moves its lines, and not what is read.
    window.resize(1200.0, 900.0);
    window.rest();
    assert!(window.says("Label: Page 3"), "{:?}", window.names());
    // Who scrolls reads what is at the top, as soon as the caret is out of view.
    window.keys(&["Shift+Space", "Shift+Space"]);
    window.rest();
    assert!(window.says("Label: Page 1") && window.says("Button: Page 1"), "{:?}", window.names());
}

#[test]
fn the_page_is_that_of_the_caret_as_long_as_it_is_in_view() {
    let mut window = linked();
    assert!(window.says("Label: Page 1"), "{:?}", window.names());
    window.click_on_text("mayor counts 0");
    window.rest();
    assert!(window.says("Label: Page 2") && window.says("Button: Page 1"), "{:?}", window.names());
    window.keys(&["Ctrl+Home"]);
    window.rest();
    assert!(window.says("Label: Page 1"), "{:?}", window.names());
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
