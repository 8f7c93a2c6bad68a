//! A folder of articles: its cards, what changes in it, and links from article to article.

use crate::article;
use crate::window::Window;
use expect_test::expect;
use postil::document::import::Options;
use postil::host::MemoryHost;
use postil::layer::{Annotator, AnnotatorId};
use postil::session::{Action, Session};
use std::path::Path;

const RAID: &str = "\
---
title: Raid in the north
site: The Herald
date: 2017-04-16
place: Idlib
---

Eight people died.
";

/// The cards, as a screen reader reads them: a line for each.
fn cards(window: &Window) -> String {
    // Tabs have one line.
    window.buttons_with("\n").into_iter().map(|card| card.replace('\n', " | ")).collect::<Vec<_>>().join("\n")
}

/// Marks that somebody makes on another machine, saved beside the article.
fn ben_marks(window: &Window, article: &str, actions: &[&str]) {
    let mut disk = window.disk();
    let ben = Annotator { id: AnnotatorId(uuid::Uuid::from_u128(0xbe)), name: "Ben".to_owned() };
    let mut session =
        Session::open(Path::new(article), &Options::default(), Some(ben), &*disk).expect("opens");
    for action in actions {
        session.perform(&action.parse::<Action>().expect("an action"), &mut *disk).expect("works");
    }
    session.perform(&Action::Save, &mut *disk).expect("saves");
}

fn window_with_two() -> Window {
    let mut host = MemoryHost::default();
    article::lay_down("The army [denial#d1:denied] it.", "/desk/one.txt", &mut host).expect("marked text");
    host.files.insert("/desk/2017/raid.md".into(), RAID.into());
    host.files.insert("/desk/.old/three.txt".into(), b"Hidden.".to_vec());
    host.files.insert("/desk/.git/four.txt".into(), b"Hidden.".to_vec());
    Window::with(host, &["/desk", "/desk/one.txt"])
}

#[test]
fn a_folder_is_read_with_the_folders_in_it_or_without() {
    let mut window = window_with_two();
    assert!(window.says("2 articles"));
    expect![[r#"
        Raid in the north | The Herald · 16 April 2017 · Idlib | 2017 | raid.md
        The army denied it. | one.txt | 1 denial | Ana"#]]
    .assert_eq(&cards(&window));
    let switch = |window: &mut Window| {
        window.keys(&["Ctrl+Shift+P"]);
        window.type_text("folders in");
        window.keys(&["Enter"]);
    };
    switch(&mut window);
    assert!(window.says("1 article") && !window.says("raid.md"), "{:?}", window.names());
    switch(&mut window);
    assert!(window.says("2 articles"));
}

#[test]
fn a_card_counts_marks_that_are_not_saved_and_those_of_a_colleague() {
    let mut window = window_with_two();
    window.drag_over("army");
    window.keys(&["1"]);
    expect![[r#"
        Raid in the north | The Herald · 16 April 2017 · Idlib | 2017 | raid.md
        The army denied it. | one.txt | 1 claim, 1 denial | Ana"#]]
    .assert_eq(&cards(&window));
    ben_marks(&window, "/desk/2017/raid.md", &["select 'Eight'", "tag claim"]);
    window.come_back();
    expect![[r#"
        Raid in the north | The Herald · 16 April 2017 · Idlib | 2017 | raid.md | 1 claim | Ben
        The army denied it. | one.txt | 1 claim, 1 denial | Ana"#]]
    .assert_eq(&cards(&window));
}

#[test]
fn articles_come_and_go_while_the_window_is_open() {
    let mut window = window_with_two();
    window.disk().files.insert("/desk/2018/may/new.txt".into(), b"Nobody died.".to_vec());
    window.come_back();
    assert!(window.says("3 articles") && window.says("new.txt"));
    // What lies in a folder that is new itself is followed, too.
    window.disk().files.insert("/desk/2018/may/newer.txt".into(), b"Nobody was hurt.".to_vec());
    window.disk().files.remove(Path::new("/desk/2017/raid.md"));
    window.come_back();
    assert!(window.says("3 articles") && window.says("newer.txt") && !window.says("raid.md"));
}

#[test]
fn a_folder_that_may_not_be_looked_into_is_told_and_the_rest_is_read() {
    let mut window = window_with_two();
    window.disk().closed.insert("/desk/2017".into());
    window.disk().files.insert("/desk/two.txt".into(), b"Nobody died.".to_vec());
    window.come_back();
    assert!(window.says("3 articles") && window.says("two.txt") && window.says("raid.md"));
    assert!(window.says("1 folder cannot be listed"), "{:?}", window.names());
    window.disk().closed.clear();
    window.come_back();
    assert!(!window.says("1 folder cannot be listed"), "{:?}", window.names());
}

#[test]
fn the_article_that_is_read_has_its_card_in_view_however_long_the_list_is() {
    let mut host = MemoryHost::default();
    for nth in 0..300 {
        host.files.insert(format!("/desk/{nth:03}.txt").into(), format!("Report {nth}.").into());
    }
    let mut window = Window::with(host, &["/desk", "/desk/000.txt"]);
    for name in ["299.txt", "150.txt", "003.txt"] {
        window.drop_file(&format!("/desk/{name}"));
        window.rest();
        let card = window.buttons_with(&format!("\n{name}"));
        assert!(card.len() == 1 && window.is_on(&card[0]) == Some(true), "{name}: {card:?}");
        let place = window.named(&card[0])[0];
        assert!(0.0 < place.top() && place.bottom() < 800.0, "{name}: {place}");
    }
}

#[test]
fn a_link_to_a_mark_of_another_article_is_made_and_followed_by_keys() {
    let mut window = window_with_two();
    ben_marks(&window, "/desk/2017/raid.md", &["select 'Eight people'", "tag claim"]);
    window.come_back();
    window.click_on_text("denied");
    window.click("Link…");
    assert!(window.focused().contains("The other mark"), "{}", window.focused());
    window.type_text("eight");
    assert_eq!(window.buttons_with("Raid in the north").len(), 2);
    window.keys(&["Enter"]);
    assert!(window.says("in Raid in the north"));
    window.rest();
    assert!(window.layer_file().contains("\"postil:document\""), "{}", window.layer_file());
    window.click("Eight people");
    assert_eq!(window.session().file_name(), "raid.md");
    window.check(expect![[r#"
        <|>Eight people died.
        //- layer Ben
        [claim#a1:Eight people] died."#]]);
    // It is seen from the other end, too, and leads back.
    assert!(window.says("in The army denied it."));
    window.click("denied");
    assert_eq!(window.session().file_name(), "one.txt");
}

#[test]
fn a_link_whose_other_end_is_gone_is_shown_with_the_words_that_it_had() {
    let mut window = window_with_two();
    ben_marks(&window, "/desk/2017/raid.md", &["select 'Eight people'", "tag claim"]);
    window.come_back();
    window.click_on_text("denied");
    window.click("Link…");
    window.type_text("eight");
    window.keys(&["Enter"]);
    window.rest();
    let layers: Vec<_> =
        window.disk().files.keys().filter(|path| path.to_string_lossy().contains(".ben")).cloned().collect();
    assert_eq!(layers.len(), 1);
    window.disk().files.remove(&layers[0]);
    window.come_back();
    assert!(window.says("The other mark is gone: Eight people"), "{:?}", window.names());
}

#[test]
fn folders_that_are_not_watched_are_told() {
    let mut host = MemoryHost::default();
    // The folder itself is watched too.
    host.files.insert("/desk/one.txt".into(), b"Eight died.".to_vec());
    for nth in 1..=1000 {
        host.files.insert(format!("/desk/{nth}/one.txt").into(), b"Eight died.".to_vec());
    }
    let window = Window::with(host.clone(), &["/desk"]);
    assert!(window.says("1 folder is not watched"));
    host.files.remove(Path::new("/desk/1000/one.txt"));
    let window = Window::with(host, &["/desk"]);
    assert!(window.says("1,000 articles") && !window.says("1 folder is not watched"));
}
