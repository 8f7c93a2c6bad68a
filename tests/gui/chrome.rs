//! The window itself: commands, menus, dialogs, settings, rest.

use crate::MIXED;
use crate::article;
use crate::chosen;
use crate::window::{ARTICLE, Window};
use expect_test::expect;
use postil::host::{MemoryHost, Storage};
use std::path::Path;

#[test]
fn the_palette_finds_a_command_and_runs_it() {
    let mut window = Window::open("The army [denial#d1:denied] it.");
    window.click_on_text("denied");
    window.keys(&["Ctrl+Shift+P"]);
    window.type_text("delete");
    window.keys(&["Enter"]);
    window.check(expect!["The army de<|>nied it."]);
    window.keys(&["Ctrl+Shift+P"]);
    window.type_text("delete");
    assert!(window.says("No mark of yours is chosen"), "it is found and says what it lacks");
    window.keys(&["Ctrl+A"]);
    window.type_text("undo");
    window.click("Undo Ctrl+Z");
    window.check(expect!["The army [denial#d1:de<|>nied] it."]);
}

#[test]
fn menus_show_what_can_be_done_now() {
    let mut window = Window::open("The army denied it.");
    window.click("Edit");
    assert!(!window.is_enabled("Undo Ctrl+Z") && !window.is_enabled("Undo"));
    window.keys(&["Escape"]);
    window.drag_over("denied");
    window.click("Mark");
    window.click_nth("Opinion 4", 0);
    window.check(expect!["The army [opinion#a1:<|denied|>] it."]);
}

#[test]
fn escape_leaves_a_menu_and_nothing_else() {
    let mut window = Window::open("The army [denial#d1:denied] it.");
    window.click_on_text("denied");
    window.click("Edit");
    assert!(window.says("Select all"));
    window.keys(&["Escape"]);
    assert!(!window.says("Select all"));
    assert_eq!(chosen(&window), "d1");
    window.keys(&["Escape"]);
    assert_eq!(chosen(&window), "");
}

#[test]
fn a_changed_mark_says_so_until_its_place_is_confirmed() {
    let mut host = MemoryHost::default();
    article::lay_down("Police said [claim#c1:three men were held] on Monday.", ARTICLE, &mut host).unwrap();
    host.files.insert(ARTICLE.into(), b"Police said three men are held on Monday.".to_vec());
    let mut window = Window::with(host, &[ARTICLE]);
    window.check(expect!["Police said [claim?#c1:three men are held] on Monday."]);
    assert!(window.says("1 mark needs a look"));
    window.click("Claim: three men were held");
    window.click("It is right");
    window.check(expect!["Police said [claim#c1:<|>three men are held] on Monday."]);
    assert!(!window.says("needs a look"));
}

#[test]
fn a_dropped_file_is_opened() {
    let mut host = MemoryHost::default();
    article::lay_down("The army denied it.", "/desk/one.txt", &mut host).unwrap();
    article::lay_down("Eight people died.", "/desk/two.txt", &mut host).unwrap();
    let mut window = Window::with(host, &["/desk/one.txt"]);
    window.drop_file("/desk/two.txt");
    assert_eq!(window.session().file_name(), "two.txt");
}

#[test]
fn theme_and_text_size_change_and_are_kept() {
    let mut window = Window::open("The army denied it.");
    let before = window.line_height("army");
    window.keys(&["Ctrl+Plus", "Ctrl+Plus"]);
    assert!(before * 1.15 < window.line_height("army"));
    window.keys(&["Ctrl+0"]);
    assert_eq!(window.line_height("army"), before);
    window.keys(&["Ctrl+Minus", "Ctrl+Shift+P"]);
    window.type_text("sepia");
    window.keys(&["Enter"]);
    let settings = window.disk().stored("settings.toml").expect("settings");
    assert!(settings.contains("theme = \"sepia\""), "{settings}");
    assert!(settings.contains("text_size = 16.5"), "{settings}");
    // The next window has them.
    let host = window.disk().clone();
    let window = Window::with(host, &[]);
    assert_eq!(window.session().file_name(), "article.txt");
    assert!(window.line_height("army") < before);
}

#[test]
fn a_narrow_window_keeps_the_page() {
    let mut window = Window::open(MIXED);
    window.resize(560.0, 400.0);
    window.drag_over("disgrace");
    window.click("Opinion");
    assert_eq!(window.session().marks().len(), 5);
}

#[test]
fn the_window_rests_when_nothing_is_to_be_done() {
    let mut window = Window::open(MIXED);
    window.rest();
    assert!(window.is_idle(), "after opening");
    window.drag_over("disgrace");
    window.keys(&["4"]);
    window.rest();
    assert!(window.is_idle(), "after a mark");
    window.keys(&["Enter"]);
    window.type_text("so");
    window.rest();
    assert!(window.is_idle(), "while a note is open");
    window.keys(&["Escape", "Ctrl+Z"]);
    window.leave();
    window.rest();
    assert!(window.is_idle(), "after a notice");
    for keys in ["Ctrl+Shift+P", "F1", "Ctrl+Comma", "Ctrl+I"] {
        window.keys(&[keys]);
        window.rest();
        assert!(window.is_idle(), "while the dialog of {keys} is open");
        window.keys(&["Escape"]);
    }
}

#[test]
fn every_dialog_opens_closes_and_gives_the_keyboard_back() {
    // That nothing is unnamed and no id clashes is looked at in every frame of every test.
    let mut window = Window::open(MIXED);
    for (keys, words) in [
        ("Ctrl+Shift+P", "All commands"),
        ("F1", "Keys"),
        ("Ctrl+Comma", "Settings"),
        ("Ctrl+I", "An implied claim"),
        ("Ctrl+O", "Open an article"),
        ("Ctrl+Shift+O", "Open a folder"),
    ] {
        window.keys(&[keys]);
        assert!(window.painted().contains(words), "{keys}");
        window.keys(&["Escape", "Ctrl+Home", "Shift+Ctrl+Right"]);
        assert!(!window.session().selection().is_empty(), "{keys}");
        window.keys(&["Escape"]);
    }
    for menu in ["File", "Edit", "Mark", "View", "Pages", "Help"] {
        window.click(menu);
        window.keys(&["Escape"]);
    }
}

#[test]
fn the_page_is_published_for_screen_readers() {
    let mut window = Window::open("# What it said\n\nThe army [denial#d1:denied] it.\n\n@ d1 note 'twice'");
    window.rest();
    let names = window.names();
    assert!(names.iter().any(|name| name == "Mark: Denial: denied | twice"), "{names:#?}");
    window.click_on_text("denied");
    window.keys(&["Delete"]);
    assert!(window.names().iter().any(|name| name == "Status: Mark deleted"), "{:#?}", window.names());
}

#[expect(clippy::disallowed_methods, reason = "a test looks at the README")]
#[test]
fn the_table_of_keys_in_the_readme_is_that_of_the_program() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let mut readme = std::fs::read_to_string(&path).unwrap_or_default();
    let table = postil::gui::key_table(&postil::sidecar::builtin());
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        let start = readme.find("| key | does |").expect("a table of keys");
        let end = readme[start..].find("\n\n").map_or(readme.len(), |end| start + end + 1);
        readme.replace_range(start..end, &table);
        std::fs::write(&path, &readme).expect("the README can be written");
    }
    assert!(readme.replace("\r\n", "\n").contains(&table), "the README should have\n{table}");
}

#[test]
fn the_empty_card_and_the_empty_lists_name_their_keys() {
    let mut window = Window::open("The army [denial#d1:denied] it.");
    window.keys(&["Escape"]);
    for words in ["Select the next sentence", "Who says it", "All keys", "1 2 3 4"] {
        assert_eq!(window.places_of(words).len(), 1, "{words}");
    }
    window.keys(&["Shift+F9"]);
    assert!(window.says("Ctrl+G goes to a paragraph by its number"), "{:?}", window.names());
    window.click("Show hits");
    assert!(
        window.says("Ctrl+F finds words in the article, Ctrl+Shift+S in the whole folder"),
        "{:?}",
        window.names()
    );
}

#[test]
fn the_bar_of_tags_leaves_the_heading_above_uncovered() {
    let mut host = MemoryHost::default();
    host.files
        .insert("/desk/raid.md".into(), b"First paragraph.\n\n## The raid\n\nEight people died.\n".to_vec());
    let mut window = Window::with(host, &["/desk/raid.md"]);
    let heading = window.middle_of("The raid");
    window.drag_over("Eight people");
    let chip = window.named("Denial")[0];
    assert!(
        heading.y < chip.top() - 10.0 && window.middle_of("Eight").y < chip.top(),
        "{heading:?} {chip:?}"
    );
}
