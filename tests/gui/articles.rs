//! Opening, switching and saving articles.

use crate::article;
use crate::window::{ARTICLE, Window};
use expect_test::expect;
use postil::host::{HostError, MemoryHost};

#[test]
fn two_articles_keep_their_own_marks_and_history() {
    let mut host = MemoryHost::default();
    article::lay_down("The army denied it.", "/desk/one.txt", &mut host).unwrap();
    article::lay_down("Eight people died.", "/desk/two.txt", &mut host).unwrap();
    let mut window = Window::with(host, &["/desk/one.txt", "/desk/two.txt"]);
    window.drag_over("Eight");
    window.keys(&["1", "Ctrl+Tab"]);
    window.drag_over("denied");
    window.keys(&["2", "Ctrl+Tab", "Ctrl+Z"]);
    window.check(expect!["<|Eight|> people died."]);
    window.click("● The army denied it.");
    window.check(expect!["The army [denial#a2:<|denied|>] it."]);
    window.keys(&["Ctrl+Z"]);
    window.check(expect!["The army <|denied|> it."]);
    window.keys(&["Ctrl+Shift+Tab", "Ctrl+Y"]);
    window.check(expect!["[claim#a1:<|Eight|>] people died."]);
    window.keys(&["Ctrl+W"]);
    assert_eq!(window.app().workspace().sessions().len(), 1);
    assert!(window.disk().files.keys().any(|path| path.to_string_lossy().contains("two.txt.ana-")));
}

#[test]
fn a_folder_lists_its_articles_with_their_marks_and_opens_them() {
    let mut host = MemoryHost::default();
    article::lay_down("The army [denial#d1:denied] it.", "/desk/one.txt", &mut host).unwrap();
    article::lay_down("Eight people died.", "/desk/two.md", &mut host).unwrap();
    let mut window = Window::with(host, &["/desk"]);
    assert!(window.says("2 articles"));
    assert_eq!(window.session().file_name(), "one.txt");
    assert_eq!(window.buttons_with("two.md"), ["Eight people died.\ntwo.md"]);
    window.click("Eight people died.\ntwo.md");
    assert_eq!(window.session().file_name(), "two.md");
    window.drag_over("died");
    window.keys(&["1"]);
    // Saved or not.
    // Tabs have one line, cards have several.
    expect![[r#"
        The army denied it.
        one.txt
        1 denial
        Ana

        Eight people died.
        two.md
        1 claim
        Ana"#]]
    .assert_eq(&window.buttons_with("\n").join("\n\n"));
    window.keys(&["F9"]);
    assert!(!window.says("2 articles"));
}

#[test]
fn without_a_dialog_of_the_system_a_path_is_typed_or_chosen() {
    let mut host = MemoryHost::default();
    article::lay_down("The army denied it.", "/desk/one.txt", &mut host).unwrap();
    article::lay_down("Eight people died.", "/desk/two.txt", &mut host).unwrap();
    article::lay_down("Nobody died.", "/desk/old/three.txt", &mut host).unwrap();
    let mut window = Window::with(host, &["/desk/one.txt"]);
    window.keys(&["Ctrl+O"]);
    assert!(window.says("Open an article"));
    assert_eq!(window.field("Path"), "/desk/");
    let n_listed = window.n_listed();
    window.type_text("tw");
    window.wait(2.0);
    assert_eq!(window.n_listed(), n_listed, "the folder is the same, however long it is looked at");
    assert_eq!(window.buttons_with("three").len() + window.buttons_with("old/").len(), 0);
    window.click("two.txt");
    assert_eq!(window.session().file_name(), "two.txt");
    assert!(!window.says("Open an article"));
    window.keys(&["Ctrl+O"]);
    let n_listed = window.n_listed();
    window.click("old/");
    window.type_text("three.txt");
    assert_eq!(window.n_listed(), n_listed + 1);
    window.keys(&["Enter"]);
    assert_eq!(window.session().file_name(), "three.txt");
    window.keys(&["Ctrl+O", "Escape"]);
    assert!(!window.says("Open an article"));
}

#[test]
fn what_cannot_be_opened_is_said_in_a_sentence_and_the_rest_stays() {
    let mut host = MemoryHost::default();
    article::lay_down("The army denied it.", "/desk/one.txt", &mut host).unwrap();
    host.files.insert("/desk/two.txt".into(), b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3e\0".to_vec());
    let mut window = Window::with(host, &["/desk/one.txt"]);
    for (path, words) in [
        ("/desk/none.txt", "Cannot open “/desk/none.txt”: there is no such file"),
        ("/desk/two.txt", "Cannot read “/desk/two.txt”: "),
    ] {
        window.keys(&["Ctrl+O", "Ctrl+A"]);
        window.type_text(path);
        window.keys(&["Enter"]);
        assert!(window.says(words), "{path}: {:?}", window.names());
        assert_eq!(window.session().file_name(), "one.txt");
        window.keys(&["Escape"]);
    }
    let mut window = Window::with(MemoryHost::default(), &["/desk/none.txt"]);
    assert!(window.says("there is no such file"));
    assert!(window.says("Open an article to read it"));
    window.click("Open…");
    assert!(window.says("Path"));
}

#[test]
fn a_file_is_read_again_in_another_encoding_and_keeps_its_marks() {
    let mut host = MemoryHost::default();
    // In the Cyrillic of DOS.
    let bytes = [0x82, 0xae, 0xa5, 0xad, 0xad, 0xeb, 0xa5, b' ', b'N', b'A', b'T', b'O'];
    host.files.insert(ARTICLE.into(), bytes.to_vec());
    let mut window = Window::with(host, &[ARTICLE]);
    for (label, text) in [
        ("windows-1256 · Arabic, Windows", "‚®¥\u{ad}\u{ad}ë¥ NATO"),
        ("ibm866 · Cyrillic, DOS", "Военные NATO"),
    ] {
        window.keys(&["Ctrl+Shift+P"]);
        window.type_text("encoding");
        window.keys(&["Enter"]);
        window.click(label);
        assert_eq!(window.session().document().text(), text);
        if window.session().marks().is_empty() {
            window.drag_over("NATO");
            window.keys(&["1"]);
        }
        assert_eq!(window.session().marks()[0].annotation.quote(), "NATO");
        assert!(window.session().marks()[0].hull().is_some_and(|hull| hull.of(text) == Some("NATO")));
    }
    window.keys(&["Ctrl+Shift+P"]);
    window.type_text("encoding");
    window.keys(&["Enter"]);
    window.click("Another");
    window.type_text("windows-1251");
    window.keys(&["Enter"]);
    assert!(window.session().document().text().contains("NATO"));
    assert!(!window.session().document().text().contains("Военные"));
}

#[test]
fn marks_are_saved_by_themselves_and_undone_ones_too() {
    let mut window = Window::open("The army denied it.");
    assert!(window.says("No marks of yours"));
    assert_eq!(window.layer_file(), "");
    window.drag_over("denied");
    window.keys(&["2"]);
    assert!(window.says("Kept, saving…"));
    window.rest();
    assert!(window.is_saved() && window.says("Saved"));
    assert!(window.layer_file().contains("\"denial\""));
    window.keys(&["Ctrl+Z"]);
    window.rest();
    assert!(!window.layer_file().contains("\"denial\""));
}

#[test]
fn a_save_that_fails_is_said_and_done_when_the_disk_works_again() {
    let mut window = Window::open("The army denied it.");
    window.disk().write_fails = Some(HostError::Full);
    window.disk().log_fails = Some(HostError::Full);
    window.drag_over("denied");
    window.keys(&["2"]);
    window.wait(0.5);
    assert!(window.says("The marks cannot be saved"));
    assert!(window.says("the disk is full"));
    assert!(window.says("Not saved"));
    assert!(!window.is_saved());
    window.check(expect!["The army [denial#a1:<|denied|>] it."]);
    // The window does not close over it at the first time.
    assert!(!window.close());
    assert!(window.says("Close again to lose the marks that are not saved"));
    window.disk().write_fails = None;
    window.disk().log_fails = None;
    window.wait(6.0);
    window.wait(6.0);
    assert!(window.is_saved() && window.says("Saved"));
    assert!(window.layer_file().contains("\"denial\""));
}

#[test]
fn closing_saves_the_last_change() {
    let mut window = Window::open("The army denied it.");
    window.drag_over("denied");
    window.keys(&["2", "Enter"]);
    window.type_text("so");
    assert!(window.close());
    assert!(window.is_saved());
    assert!(window.layer_file().contains("\"so\""));
}

#[test]
fn reading_and_clicking_about_write_no_layer() {
    let mut window = Window::open("The army [denial#d1:denied] it.");
    let before = window.layer_file();
    window.click_on_text("denied");
    window.drag_over("army");
    window.keys(&["Escape", "Ctrl+J", "Ctrl+S"]);
    window.rest();
    assert!(window.close());
    assert_eq!(window.layer_file(), before);
    assert_eq!(window.disk().files.len(), 2);
}

#[test]
fn a_layer_that_is_opened_shows_its_article() {
    let mut host = MemoryHost::default();
    article::lay_down("The army [denial#d1:denied] it.", "/desk/one.txt", &mut host).unwrap();
    let layer = host.files.keys().find(|path| path.to_string_lossy().ends_with(".jsonl")).cloned().unwrap();
    let window = Window::with(host, &[&layer.to_string_lossy()]);
    assert_eq!(window.session().file_name(), "one.txt");
    window.check(expect!["The army [denial#d1:denied] it."]);
}
