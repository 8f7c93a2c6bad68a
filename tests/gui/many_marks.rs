//! What is done to many marks of a folder at once, from the table of all marks: in all their articles, open
//! or not, and taken back as a whole.

use crate::article;
use crate::window::Window;
use postil::document::import::Options;
use postil::host::MemoryHost;
use postil::session::Session;
use std::path::Path;

const ONE: &str = "\
The army [denial#d1:denied] it. [claim#c1:Eight people died].

@ d1 note 'see page 4'

//- layer Ben
The army denied it. [claim#b1:Eight people died].

@ b1 note 'his'";

/// Two articles, the first of them open: two marks of Ana's and one of Ben's, and one of Ana's.
fn host() -> MemoryHost {
    let mut host = MemoryHost::default();
    article::lay_down(ONE, "/desk/one.txt", &mut host).expect("marked text");
    let two = "[claim#k1:At least 35 people] were killed.";
    article::lay_down(two, "/desk/sub/two.txt", &mut host).expect("marked text");
    host
}

fn folder() -> Window {
    let mut window = Window::with(host(), &["/desk"]);
    window.keys(&["Ctrl+Shift+M", "Down", "Ctrl+A"]);
    window
}

/// The marks of an article as they lie on the disk: whose, with which tags and which note.
fn on_disk(window: &Window, path: &str) -> String {
    let disk = window.disk();
    let session =
        Session::open(Path::new(path), &Options::default(), disk.annotator.clone(), &*disk).expect("opens");
    let mark = |mark: postil::session::MarkRef<'_>| {
        let tags: Vec<&str> = mark.annotation.tags.iter().map(|tag| tag.as_str()).collect();
        format!("{}: {} {}", mark.layer.layer.annotator.name, tags.join("+"), mark.annotation.note)
    };
    session.marks().into_iter().map(mark).collect::<Vec<_>>().join("; ")
}

const BEFORE: [&str; 2] = ["Ana: denial see page 4; Ben: claim his; Ana: claim ", "Ana: claim "];

fn check(window: &mut Window, expected: [&str; 2]) {
    window.keys(&["Ctrl+S"]);
    for (path, expected) in ["/desk/one.txt", "/desk/sub/two.txt"].into_iter().zip(expected) {
        assert_eq!(on_disk(window, path), expected, "{path}");
    }
}

#[test]
fn chosen_marks_are_tagged_in_all_their_articles_and_one_undo_takes_it_back() {
    let mut window = folder();
    assert!(window.says("4 chosen"), "{:?}", window.names());
    window.keys(&["3"]);
    assert!(window.says("3 marks in 2 articles will have the tag"), "{:?}", window.names());
    assert!(window.says("1 mark of somebody else is left as it is"));
    check(&mut window, BEFORE);
    window.click("Cancel");
    check(&mut window, BEFORE);
    window.click("Also tag as");
    window.click("Opinion");
    window.click("Tag");
    assert!(window.says("3 marks in 2 articles"), "{:?}", window.names());
    check(
        &mut window,
        ["Ana: denial+opinion see page 4; Ben: claim his; Ana: claim+opinion ", "Ana: claim+opinion "],
    );
    // The open article has it as one step of its own.
    assert_eq!(
        window.session().history().undo_label().map(ToString::to_string).as_deref(),
        Some("tag as opinion")
    );
    window.click("Undo");
    assert!(window.says("Taken back: 3 marks in 2 articles"), "{:?}", window.names());
    check(&mut window, BEFORE);
    assert_eq!(window.session().history().undo_label(), None);
}

#[test]
fn a_note_is_added_to_many_marks_or_takes_the_place_of_theirs() {
    let mut window = folder();
    window.click("Note…");
    window.type_text("checked");
    window.click("Write");
    check(
        &mut window,
        ["Ana: denial see page 4\n\nchecked; Ben: claim his; Ana: claim checked", "Ana: claim checked"],
    );
    window.click("Note…");
    window.click("Put it in their place");
    window.type_text("no");
    window.click("Write");
    check(&mut window, ["Ana: denial no; Ben: claim his; Ana: claim no", "Ana: claim no"]);
    // Where the table is looked at, undo is that of many articles.
    window.keys(&["Ctrl+Z"]);
    check(
        &mut window,
        ["Ana: denial see page 4\n\nchecked; Ben: claim his; Ana: claim checked", "Ana: claim checked"],
    );
}

#[test]
fn my_marks_are_deleted_others_stay_and_the_article_can_be_undone_by_itself() {
    let mut window = folder();
    window.keys(&["Delete"]);
    assert!(window.says("3 marks in 2 articles will be deleted"), "{:?}", window.names());
    window.keys(&["Enter"]);
    check(&mut window, ["Ben: claim his", ""]);
    assert!(window.says("1 mark"), "{:?}", window.names());
    window.keys(&["Escape"]);
    window.keys(&["Ctrl+Z"]);
    check(&mut window, [BEFORE[0], ""]);
    // What was undone there already stays so when all of it is taken back.
    window.keys(&["Ctrl+Alt+Z"]);
    check(&mut window, BEFORE);
}

#[test]
fn marks_of_others_alone_are_never_changed() {
    let mut window = Window::with(host(), &["/desk"]);
    window.keys(&["Ctrl+Shift+M"]);
    window.type_text("by:Ben");
    window.keys(&["Down", "Ctrl+A", "Delete"]);
    assert!(window.says("None of the chosen marks is yours"), "{:?}", window.names());
    check(&mut window, BEFORE);
}

#[test]
fn rows_are_chosen_by_keys_and_by_their_menu() {
    let mut window = Window::with(host(), &["/desk"]);
    window.keys(&["Ctrl+Shift+M", "Down"]);
    let first = window.buttons_with("; ").remove(0);
    assert_eq!(window.focused(), format!("Button: {first}"));
    window.keys(&["Space"]);
    assert!(window.says("1 chosen"));
    window.keys(&["Shift+Down", "Shift+Down"]);
    assert!(window.says("3 chosen"), "{:?}", window.names());
    window.click("Choose none");
    assert!(!window.says("chosen"));
    // One mark of one's own is changed without a question.
    window.click_nth("Filter all marks", 0);
    window.type_text("has:note");
    window.keys(&["Down", "Ctrl+A", "2"]);
    assert!(window.says("1 mark in 1 article"), "{:?}", window.names());
}

#[test]
fn whoever_has_no_name_here_has_no_marks_to_change() {
    let mut host = host();
    let ana = host.annotator.take();
    let mut window = Window::with(host, &["/desk"]);
    window.keys(&["Ctrl+Shift+M", "Down", "Ctrl+A", "Delete"]);
    assert!(window.says("None of the chosen marks is yours"), "{:?}", window.names());
    window.disk().annotator = ana;
    check(&mut window, BEFORE);
}
