//! What a crash leaves behind is said and saved by the next start; and what the bar says meanwhile.

use crate::window::{ARTICLE, Window};
use expect_test::expect;
use postil::document::Timestamp;
use postil::host::{HostError, MemoryHost};

const PLAIN: &str = "Eight people died. The army denied it.";

#[test]
fn the_next_start_says_what_it_recovered() {
    let mut window = Window::open(PLAIN);
    window.drag_over("denied");
    // One frame later the power goes: nothing has been saved.
    window.press(&["2"]);
    assert!(!window.is_saved());
    assert_eq!(window.disk().files.len(), 1);

    let mut window = window.crash();
    assert!(window.says("Recovered 1 change to article.txt"), "{}", window.names().join("\n"));
    assert!(window.says("“denied”"));
    window.check(expect!["Eight people died. The army [denial#a1:denied] it."]);
    assert!(window.layer_file().contains("\"denial\""));
    // Long after the notice has gone the bar still says it, and the start after that does not.
    window.wait(20.0);
    assert!(window.says("Recovered 1 change to article.txt"));
    let window = window.crash();
    assert!(!window.says("Recovered"));
}

#[test]
fn what_cannot_be_saved_is_kept_and_recovered_later() {
    let mut window = Window::open(PLAIN);
    window.disk().write_fails = Some(HostError::ReadOnly);
    window.drag_over("denied");
    window.keys(&["2"]);
    window.wait(0.5);
    assert!(window.says("the folder cannot be written"));
    assert!(window.says("Kept, not saved"));
    assert!(!window.close());
    assert!(window.says("the next start saves them"));

    let window = window.crash();
    assert!(window.says("1 change to article.txt is kept and waits: the folder cannot be written"));
    window.disk().write_fails = None;
    let window = window.crash();
    assert!(window.says("Recovered 1 change to article.txt"));
    window.check(expect!["Eight people died. The army [denial#a1:denied] it."]);
}

#[test]
fn without_a_log_the_layer_is_written_at_once() {
    let mut window = Window::open(PLAIN);
    window.disk().log_fails = Some(HostError::Full);
    window.drag_over("denied");
    window.press(&["2"]);
    window.blink();
    window.blink();
    assert!(window.is_saved());
    assert!(window.layer_file().contains("\"denial\""));
}

#[test]
fn who_never_pauses_is_saved_within_a_second_all_the_same() {
    let mut window = Window::open(PLAIN);
    window.drag_over("denied");
    window.press(&["2"]);
    window.press(&["1"]);
    assert_eq!(window.disk().files.len(), 1);
    // A timer that began again with every change would never run out.
    let saved = (1..20).find(|_| {
        window.wait(0.05);
        window.press(&["Ctrl+Z"]);
        window.press(&["Ctrl+Y"]);
        window.disk().files.len() == 2
    });
    assert!(saved.is_some(), "the layer was not written within a second");
    // And not at every change either.
    assert!(saved.is_some_and(|n_turns| 2 < n_turns), "{saved:?}");
}

#[test]
fn a_window_that_loses_the_focus_saves() {
    let mut window = Window::open(PLAIN);
    window.drag_over("denied");
    window.press(&["2"]);
    assert!(!window.is_saved());
    window.turn_away();
    window.blink();
    window.blink();
    assert!(window.is_saved());
}

#[test]
fn yesterdays_marks_come_back_and_undo_takes_them_away_again() {
    let mut window = Window::open(PLAIN);
    window.drag_over("Eight people");
    window.keys(&["1"]);
    window.rest();
    // The next day the mark is changed, and another is made.
    let tomorrow = window.disk().now.seconds() + 24 * 60 * 60;
    window.disk().now = Timestamp::from_seconds(tomorrow);
    window.keys(&["4"]);
    window.drag_over("denied");
    window.keys(&["2"]);
    window.rest();
    window.check(expect!["[opinion#a1:Eight people] died. The army [denial#a2:<|denied|>] it."]);

    window.keys(&["Ctrl+Shift+P"]);
    window.type_text("earlier states");
    window.keys(&["Enter"]);
    assert!(window.says("1 mark"));
    window.click("Bring back 2026-03-03");
    assert!(window.says("Restored the state of 2026-03-03: 2 changes"), "{}", window.names().join("\n"));
    window.check(expect!["[claim#a1:Eight people] died. The army <|denied|> it."]);
    window.keys(&["Ctrl+Z"]);
    window.check(expect!["[opinion#a1:Eight people] died. The army [denial#a2:<|denied|>] it."]);
}

#[test]
fn a_layer_that_was_deleted_is_written_again_and_that_is_said() {
    let mut window = Window::open(PLAIN);
    window.drag_over("denied");
    window.keys(&["2"]);
    window.rest();
    let before = window.layer_file();
    window.disk().files.retain(|path, _| path == std::path::Path::new(ARTICLE));
    window.drag_over("Eight people");
    window.keys(&["1"]);
    window.wait(1.0);
    assert!(window.says("The file of your marks was gone; it has been written again"));
    assert!(before.lines().all(|line| window.layer_file().contains(line)));
}

#[test]
fn an_article_that_went_away_leaves_its_changes_in_the_log() {
    let mut window = Window::open(PLAIN);
    window.drag_over("denied");
    window.press(&["2"]);
    let text = window.disk().files.remove(std::path::Path::new(ARTICLE)).expect("the article");
    let window = window.crash();
    assert!(window.says("the article is gone"));
    window.disk().files.insert(ARTICLE.into(), text);
    let window = window.crash();
    assert!(window.says("Recovered 1 change to article.txt"));
}

#[test]
fn a_fault_of_the_program_at_a_save_is_told_and_loses_no_mark() {
    let mut window = Window::open(PLAIN);
    window.drag_over("denied");
    window.keys(&["2"]);
    window.wait(1.0);
    let paths: Vec<String> = window.disk().files.keys().map(|path| path.display().to_string()).collect();
    let layer = paths.into_iter().find(|path| path.contains(".postil.")).expect("a layer");
    window.fail_at(Some(&layer));
    window.drag_over("Eight people");
    window.keys(&["1"]);
    window.wait(1.0);
    assert!(window.says("Postil made a mistake"), "{}", window.names().join("\n"));
    assert!(!window.is_saved() && !window.layer_file().contains("\"claim\""));

    // Saving is tried again, as when a disk fails.
    window.fail_at(None);
    window.wait(120.0);
    window.wait(1.0);
    assert!(window.is_saved() && window.layer_file().contains("\"claim\""));
    window.check(expect!["[claim#a2:<|Eight people|>] died. The army [denial#a1:denied] it."]);
}

#[test]
fn a_fault_of_the_program_at_an_article_leaves_the_others() {
    let mut host = MemoryHost::with("/desk/article.txt", PLAIN.as_bytes());
    host.files.insert("/desk/raid.txt".into(), b"A raid in the north.".to_vec());
    let mut window = Window::with(host, &["/desk", ARTICLE]);
    window.fail_at(Some("/desk/raid.txt"));
    let card = window.buttons_with("raid.txt").pop().expect("a card");
    window.click(&card);
    assert!(window.says("Cannot open “raid.txt”: Postil made a mistake"), "{}", window.names().join("\n"));
    window.check(expect!["Eight people died. The army denied it."]);
    window.fail_at(None);
    window.click(&card);
    window.check(expect!["A raid in the north."]);
}
