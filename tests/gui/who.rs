//! Under which names marks are made.

use crate::window::{ARTICLE, Window};
use expect_test::expect;
use postil::host::MemoryHost;

/// The names in the files of layers beside the article.
fn layer_files(window: &Window) -> Vec<String> {
    let disk = window.disk();
    let names = disk.files.keys().map(|path| path.display().to_string());
    let layers = names.filter(|name| name.ends_with(".postil.jsonl"));
    layers.filter_map(|name| Some(name.strip_prefix(ARTICLE)?.split('-').next()?.to_owned())).collect()
}

fn add_person(window: &mut Window, name: &str, place: &str) {
    window.keys(&["Ctrl+Shift+P"]);
    window.type_text("add a person");
    window.keys(&["Enter"]);
    window.type_text(name);
    window.click(place);
    window.click("Colour 3");
    window.click("Mark as this person");
}

#[test]
fn a_teacher_makes_a_key_under_a_name_of_its_own() {
    let mut window = Window::open("Eight people died. The army denied it.");
    window.drag_over("Eight people died");
    window.keys(&["1"]);
    add_person(&mut window, "Key", "Everywhere");
    assert!(window.says("You mark as Key now"));
    assert!(window.says("You mark as Key"), "the bar shows the name");
    window.drag_over("denied");
    window.keys(&["2", "Ctrl+S"]);
    window.rest();
    window.check(expect![[r#"
        Eight people died. The army [denial#a2:<|denied|>] it.
        //- layer Ana
        [claim#a1:Eight people died]. The army denied it."#]]);
    assert_eq!(layer_files(&window), [".ana", ".key"]);
    // The marks of the other name are read only, and undo takes back one's own.
    window.click_on_text("people");
    window.keys(&["Delete"]);
    assert!(window.says("No mark of yours is chosen"));
    window.keys(&["Ctrl+Z", "Ctrl+Z", "Ctrl+Z"]);
    window.check(expect![[r#"
        Eight pe<|>ople died. The army denied it.
        //- layer Ana
        [claim#a1:Eight people died]. The army denied it."#]]);
    window.click("You mark as Key");
    window.click("Mark as Ana");
    window.keys(&["Ctrl+Z"]);
    window.check(expect![[r#"
        Eight pe<|>ople died. The army denied it.
        //- layer Key
        Eight people died. The army denied it."#]]);
}

#[test]
fn a_name_for_one_folder_marks_only_there_and_is_remembered() {
    let mut host = MemoryHost::default();
    host.files.insert(ARTICLE.into(), "Eight people died.".into());
    host.files.insert("/other/two.txt".into(), "The army denied it.".into());
    let mut window = Window::with(host, &[ARTICLE]);
    add_person(&mut window, "Key", "Only in this folder");
    let name = |window: &Window| window.session().annotator().map(|me| me.name.clone()).unwrap_or_default();
    assert_eq!(name(&window), "Key");
    window.drop_file("/other/two.txt");
    assert_eq!(name(&window), "Ana");
    assert!(window.says("You mark as Ana"));
    window.keys(&["Ctrl+Tab"]);
    assert_eq!(name(&window), "Key");
    let window = window.crash();
    assert_eq!(name(&window), "Key", "the next start knows it");
}

#[test]
fn a_name_stays_while_its_marks_cannot_be_saved() {
    let mut window = Window::open("Eight people died.");
    add_person(&mut window, "Key", "Everywhere");
    window.click("You mark as Key");
    window.disk().write_fails = Some(postil::host::HostError::Full);
    window.keys(&["Escape"]);
    window.drag_over("Eight");
    window.keys(&["1"]);
    window.click("You mark as Key");
    window.click("Mark as Ana");
    assert!(window.says("Who marks stays the same until these marks are saved"));
    assert_eq!(window.session().annotator().map(|me| me.name.as_str()), Some("Key"));
}
