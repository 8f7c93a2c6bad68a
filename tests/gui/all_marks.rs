//! The table of all marks of a folder.

use crate::article;
use crate::window::Window;
use postil::host::MemoryHost;

/// Two articles with marks, of which the first is open.
fn folder() -> Window {
    let mut host = MemoryHost::default();
    let one = "The army [denial#d1:denied] it. [claim#c1:Eight people died].\n\n@ d1 note 'see page 4'";
    article::lay_down(one, "/desk/one.txt", &mut host).expect("marked text");
    let two = "[casualty-report#k1:At least 35 people] were killed.\n\n@ k1 figure 'at least 35'";
    article::lay_down(two, "/desk/sub/two.txt", &mut host).expect("marked text");
    let mut window = Window::with(host, &["/desk"]);
    window.keys(&["Ctrl+Shift+M"]);
    window
}

#[test]
fn every_mark_of_the_folder_is_listed_and_a_click_goes_to_it() {
    let mut window = folder();
    assert!(window.says("3 marks"), "{:?}", window.names());
    assert_eq!(window.session().file_name(), "one.txt");
    let row = window.buttons_with("At least 35 people;").remove(0);
    window.click(&row);
    assert_eq!(window.session().file_name(), "two.txt");
    let focus = window.session().focus().expect("a chosen mark");
    assert_eq!(
        window.session().mark(focus).map(|mark| mark.annotation.quote()).as_deref(),
        Some("At least 35 people")
    );
    // The page keeps its tab, and what is marked counts at once.
    window.drag_over("killed");
    window.keys(&["1"]);
    window.click("Page: All marks");
    assert!(window.says("4 marks"), "{:?}", window.names());
}

#[test]
fn a_line_filters_the_table_and_its_terms_are_taken_away_by_a_click() {
    let mut window = folder();
    window.type_text("tag:denial has:note");
    assert!(window.says("1 mark") && window.says("Remove tag:denial") && window.says("Remove has:note"));
    assert!(window.buttons_with("Eight people died;").is_empty());
    window.click("Remove has:note");
    window.click("Remove tag:denial");
    assert!(window.says("3 marks"));
    window.click("Filter all marks");
    window.type_text("tga:denial");
    assert!(
        window.says("there is no filter “tga:”") || window.says("there is no filter `tga:`"),
        "{:?}",
        window.names()
    );
}

#[test]
fn columns_sort_the_table_and_rows_are_copied() {
    let mut window = folder();
    window.click("Sort by words");
    let order = |window: &Window| -> Vec<String> {
        let names = window.names();
        let rows = names.iter().filter(|name| name.contains("; ")).cloned();
        rows.map(|name| name.chars().take(8).collect()).collect()
    };
    let up = order(&window);
    window.click("Sort by words");
    let mut down = order(&window);
    down.reverse();
    assert_eq!(up, down);
    window.click("Copy");
    window.click("As columns for a spreadsheet");
    let copied = window.copied();
    assert!(copied.starts_with("Words\tTag\tArticle"), "{copied}");
    assert_eq!(copied.lines().count(), 4, "{copied}");
}
