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
fn back_leads_from_a_mark_to_its_row_in_the_table_and_forward_to_the_mark_again() {
    let mut window = folder();
    window.keys(&["Down", "Down"]);
    let row = window.focused();
    window.keys(&["Enter"]);
    let place = (window.session().file_name(), window.session().focus());
    assert!(place.1.is_some() && !window.says("Filter all marks"), "{:?}", window.names());
    window.keys(&["Alt+Left"]);
    assert!(window.says("Filter all marks"), "{:?}", window.names());
    assert_eq!(window.focused(), row);
    window.keys(&["Alt+Right"]);
    assert!(!window.says("Filter all marks"));
    assert_eq!((window.session().file_name(), window.session().focus()), place);
    // The tab of the page may be closed meanwhile.
    window.click("Close All marks");
    window.keys(&["Alt+Left", "Down", "Enter", "Ctrl+OpenBracket"]);
    assert!(window.says("3 marks"), "{:?}", window.names());
}

#[test]
fn a_narrow_window_gives_the_table_the_room_of_one_side_until_that_is_asked_for() {
    let mut window = folder();
    window.resize(1024.0, 768.0);
    let sides =
        |window: &Window| ["Filter the articles", "Find a mark"].map(|field| !window.named(field).is_empty());
    let lit = |window: &Window| ["Folder", "Marks"].map(|icon| window.is_on(icon) == Some(true));
    assert_eq!((sides(&window), lit(&window)), ([true, false], [true, false]));
    let is_seen = |window: &Window, column: &str| {
        let heads = window.named(&format!("Sort by {column}"));
        !heads.is_empty() && heads.iter().all(|head| head.right() < 1024.0)
    };
    for column in ["words", "tag", "article", "date", "person", "source", "note"] {
        assert!(is_seen(&window, column), "{column}: {:?}", window.named(&format!("Sort by {column}")));
    }
    window.keys(&["F10"]);
    assert_eq!(sides(&window), [false, true], "the marks of the article are asked for");
    // The article has room for both.
    window.click("Close All marks");
    assert_eq!(sides(&window), [true, true]);
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

#[test]
fn marks_stand_in_groups_that_are_folded_and_travelled_by_keys() {
    let mut window = folder();
    window.click("Group");
    window.click("Article");
    let heads = |window: &Window| -> Vec<String> {
        window
            .names()
            .into_iter()
            .filter(|name| name.ends_with(" mark") || name.ends_with(" marks"))
            .collect()
    };
    let with_heads = heads(&window);
    assert!(with_heads.iter().any(|head| head.ends_with(", 2 marks")), "{with_heads:?}");
    window.click("Filter all marks");
    window.keys(&["Down"]);
    let first = window.focused();
    assert!(first.ends_with(", 1 mark") || first.ends_with(", 2 marks"), "{first}");
    let n_rows = |window: &Window| window.buttons_with("; ").len();
    assert_eq!(n_rows(&window), 3);
    window.keys(&["Left"]);
    assert!(n_rows(&window) < 3 && window.focused() == first);
    window.keys(&["Down"]);
    assert!(window.focused() != first);
    window.keys(&["Up", "Right"]);
    assert_eq!(n_rows(&window), 3);
    // The head stands for its marks.
    window.keys(&["Space"]);
    assert!(window.says("chosen"));
    window.click("By article");
    window.click("Fold all");
    assert_eq!(n_rows(&window), 0);
    window.click("By article");
    window.click("Not at all");
    assert_eq!(n_rows(&window), 3);
}

#[test]
fn the_menu_of_columns_keeps_the_place_of_one_that_is_hidden() {
    let mut window = folder();
    window.click("Columns");
    let places = |window: &Window| ["Person", "Source", "Note"].map(|name| window.named(name)[0].center());
    let before = places(&window);
    window.click("Person");
    assert_eq!(places(&window), before);
    assert!(!window.is_enabled("Move words left") && window.is_enabled("Move words right"));
    assert!(!window.is_enabled("Move note right"));
    let (first, last) = (window.named("Words")[0], window.named("Move words right")[0]);
    assert!(last.right() - first.left() < 260.0, "{first} {last}");
}

#[test]
fn columns_their_order_and_the_sorting_are_there_again_in_the_next_window() {
    let mut window = folder();
    window.click("Columns");
    window.click("Links");
    window.click("Source");
    window.click("Move words right");
    window.keys(&["Escape"]);
    window.click("Sort by tag");
    window.click("Sort by tag");
    window.click("Group");
    window.click("Tag");
    let settings = window.disk().stored.get("settings.toml").cloned().expect("settings");
    let mut host = MemoryHost::default();
    let one = "The army [denial#d1:denied] it.";
    article::lay_down(one, "/desk/one.txt", &mut host).expect("marked text");
    host.stored.insert("settings.toml".to_owned(), settings);
    let mut window = Window::with(host, &["/desk"]);
    window.keys(&["Ctrl+Shift+M"]);
    assert!(window.says("By tag"), "{:?}", window.names());
    window.click("By tag");
    window.click("Not at all");
    window.click("Copy");
    window.click("As columns for a spreadsheet");
    let head = window.copied().lines().next().unwrap_or_default().to_owned();
    assert!(head.starts_with("Tag\tWords\tArticle"), "{head}");
    assert!(head.contains("Links") && !head.contains("Source"), "{head}");
}

#[test]
fn an_empty_table_says_what_to_do() {
    let mut window = folder();
    window.type_text("zebra");
    assert!(window.says("No mark is meant by this line"), "{:?}", window.names());
    window.click("Show all marks");
    assert!(window.says("3 marks"));
    let mut host = MemoryHost::default();
    host.files.insert("/desk/a.txt".into(), b"Nothing is marked here.".to_vec());
    let mut window = Window::with(host, &["/desk"]);
    window.keys(&["Ctrl+Shift+M"]);
    assert!(window.says("No marks yet"), "{:?}", window.names());
}
