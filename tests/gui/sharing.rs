//! A folder shared with others: their marks come in, two versions are settled, copies go.

use crate::window::{ARTICLE, Window};
use expect_test::expect;
use postil::document::import::Options;
use postil::layer::{Annotator, AnnotatorId};
use postil::session::{Action, Session};
use std::path::Path;

const TEXT: &str = "Eight people died. The army denied it. A disgrace.";

/// What somebody does on another machine, saved into the same folder.
fn elsewhere(window: &Window, name: &str, actions: &[&str]) {
    let mut disk = window.disk();
    let me = disk.annotator.clone().expect("Ana");
    let other = Annotator { id: AnnotatorId(uuid::Uuid::from_u128(0xbe)), name: name.to_owned() };
    let person = if me.name == name { me } else { other };
    let mut session =
        Session::open(Path::new(ARTICLE), &Options::default(), Some(person), &*disk).expect("opens");
    for action in actions {
        session.perform(&action.parse::<Action>().expect("an action"), &mut *disk).expect("works");
    }
    session.perform(&Action::Save, &mut *disk).expect("saves");
}

#[test]
fn a_colleagues_marks_come_in_and_the_selection_stays() {
    let mut window = Window::open(TEXT);
    window.drag_over("army");
    elsewhere(&window, "Ben", &["select 'denied'", "tag denial"]);
    window.come_back();
    assert!(window.says("1 mark by Ben came in"));
    window.check(expect![[r#"
        Eight people died. The <|army|> denied it. A disgrace.
        //- layer Ben
        Eight people died. The army [denial#a1:denied] it. A disgrace."#]]);
    elsewhere(&window, "Ben", &["note a1 'on television'", "select 'Eight people'", "tag claim"]);
    window.come_back();
    assert!(window.says("Ben’s marks changed: 1 more, 1 different"));
    window.rest();
    window.come_back();
    assert!(window.is_idle(), "looking finds nothing and asks for no frame");
}

#[test]
fn what_one_saves_oneself_is_no_news() {
    let mut window = Window::open(TEXT);
    window.drag_over("denied");
    window.keys(&["2"]);
    window.rest();
    assert!(window.is_saved());
    window.come_back();
    assert!(!window.says("came in") && !window.says("changed"));
}

#[test]
fn two_versions_are_shown_and_settled_and_that_is_undone() {
    let mut window = Window::open("Eight people died. The army [denial#d1:denied] it. A disgrace.");
    window.click_on_text("denied");
    elsewhere(&window, "Ana", &["note d1 'there'"]);
    window.keys(&["Enter"]);
    window.type_text("here");
    window.keys(&["Enter"]);
    window.rest();
    assert!(window.says("1 mark has two versions"));
    assert!(window.says("Two versions of this mark") && window.says("Denial: denied, two versions"));
    window.click("Keep both notes");
    window.rest();
    let note = window.session().marks()[0].annotation.note.clone();
    assert!(["here\n\nthere", "there\n\nhere"].contains(&note.as_str()), "{note}");
    assert!(!window.says("Two versions") && window.session().conflicts().is_empty());
    window.keys(&["Ctrl+Z"]);
    window.rest();
    assert!(window.says("Two versions of this mark") && window.is_saved());
    window.click("Keep this");
    window.rest();
    assert!(!window.says("Two versions"));
    assert!(["here", "there"].contains(&window.session().marks()[0].annotation.note.as_str()));
}

#[test]
fn a_mark_deleted_here_and_changed_there_is_asked_about_in_a_dialog() {
    let mut window = Window::open("Eight people died. The army [denial#d1:denied] it. A disgrace.");
    window.click_on_text("denied");
    elsewhere(&window, "Ana", &["note d1 'there'"]);
    window.keys(&["Delete"]);
    window.rest();
    assert!(window.session().marks().is_empty());
    window.click("1 mark has two versions");
    assert!(window.says("Which shall it be?") && window.says("Deleted"));
    window.click("Keep the other");
    window.rest();
    assert_eq!(window.session().marks()[0].annotation.note, "there");
    assert!(!window.says("Which shall it be?"));
}

#[test]
fn on_a_narrow_window_what_waits_is_in_reach_and_no_notice_covers_it() {
    let mut window = Window::open("Eight people died. The army [denial#d1:denied] it. A disgrace.");
    let copy = "/desk/article.txt.ana-1a7e.postil.sync-conflict-20260302-091407-ABCDEF7.jsonl";
    let bytes = window.layer_file().into_bytes();
    window.disk().files.insert(copy.into(), bytes);
    window.come_back();
    window.resize(420.0, 480.0);
    window.click_on_text("denied");
    elsewhere(&window, "Ana", &["note d1 'there'"]);
    window.keys(&["Delete"]);
    window.rest();
    for name in ["1 mark has two versions", "1 conflict copy"] {
        let rects = window.named(name);
        assert!(
            rects.len() == 1 && rects[0].right() <= 420.0 && rects[0].bottom() <= 480.0,
            "{name}: {rects:?}"
        );
        let undo = window.named("Undo");
        assert!(undo.iter().all(|undo| undo.bottom() <= rects[0].top()), "{name}: {rects:?} under {undo:?}");
    }
    window.click("1 mark has two versions");
    assert!(window.says("Which shall it be?"));
}

#[test]
fn conflict_copies_go_after_asking() {
    let mut window = Window::open("Eight people died. The army [denial#d1:denied] it. A disgrace.");
    let copy = "/desk/article.txt.ana-1a7e.postil.sync-conflict-20260302-091407-ABCDEF7.jsonl";
    let bytes = window.layer_file().into_bytes();
    window.disk().files.insert(copy.into(), bytes);
    window.come_back();
    window.click("1 conflict copy");
    assert!(window.says("sync-conflict-20260302"));
    window.keys(&["Escape"]);
    assert!(window.disk().files.contains_key(Path::new(copy)));
    window.click("1 conflict copy");
    window.click("Remove");
    window.rest();
    assert!(!window.disk().files.contains_key(Path::new(copy)));
    assert!(window.buttons_with("conflict cop").is_empty() && window.session().marks().len() == 1);
}

#[test]
fn a_half_written_file_is_told_only_if_it_stays_so() {
    let mut window = Window::open(TEXT);
    elsewhere(&window, "Ben", &["select 'denied'", "tag denial"]);
    let path = window.disk().files.keys().find(|path| path.display().to_string().contains(".ben-")).cloned();
    let path = path.expect("Ben's file");
    let whole = window.disk().files[&path].clone();
    window.disk().files.insert(path.clone(), whole[..whole.len() - 9].to_vec());
    window.come_back();
    assert!(!window.says("by Ben") && window.session().warnings().is_empty());
    window.disk().files.insert(path.clone(), whole.clone());
    window.wait(1.0);
    assert!(window.says("1 mark by Ben came in"));
    window.disk().files.insert(path, whole[..whole.len() - 12].to_vec());
    window.come_back();
    window.wait(1.0);
    assert!(window.session().told().iter().any(|warning| warning.contains("cannot be read")));
}

#[test]
fn a_changed_and_a_lost_article_are_told() {
    let mut window = Window::open(TEXT);
    window.disk().files.insert(ARTICLE.into(), b"Nine people died.".to_vec());
    window.come_back();
    assert!(window.says("has changed"));
    window.disk().files.remove(Path::new(ARTICLE));
    window.come_back();
    window.wait(1.0);
    assert!(window.says("The file “article.txt” is gone"));
    assert_eq!(window.session().document().text(), TEXT);
}

#[test]
fn articles_that_come_are_in_the_folders_list() {
    let mut window = Window::open(TEXT);
    window.drop_file("/desk");
    window.disk().files.insert("/desk/second.md".into(), b"More.".to_vec());
    window.come_back();
    assert!(window.says("second.md"));
    elsewhere(&window, "Ben", &["select 'denied'", "tag denial"]);
    window.disk().files.remove(Path::new("/desk/second.md"));
    window.come_back();
    assert!(!window.says("second.md"));
}

#[test]
fn a_moved_article_says_where_its_marks_were_found() {
    let mut window = Window::open("Eight people died in the raid. The army [denial#d1:denied] it.");
    window.drag_over("raid");
    window.keys(&["1"]);
    window.rest();
    let text = window.disk().files.remove(Path::new(ARTICLE)).expect("the article");
    window.disk().files.insert("/archive/article.txt".into(), text);
    window.drop_file("/archive/article.txt");
    assert!(window.says("This article was moved: your marks were found in “/desk”"));
    window.rest();
    window.check(expect!["Eight people died in the [claim#a1:raid]. The army [denial#d1:denied] it."]);
    window.drag_over("Eight people");
    window.keys(&["4"]);
    window.rest();
    assert!(window.is_saved() && !window.says("was moved"));
    let is_new = |path: &&std::path::PathBuf| path.to_string_lossy().starts_with("/archive/article.txt.ana-");
    let layers = window.disk().files.keys().filter(is_new).count();
    assert_eq!((layers, window.session().marks().len()), (1, 3));
}
