//! The pages about the folder: threads, actors, checks.

use crate::article;
use crate::window::Window;
use postil::host::MemoryHost;

/// Two articles: a count that is denied in the other, and a denial of nobody knows what.
fn folder() -> Window {
    let mut host = MemoryHost::default();
    let one = "[casualty-report#k1:Nine people died]. [denial#d1 denies k1:SDS denied] it. ISIL left.";
    article::lay_down(one, "/desk/one.txt", &mut host).expect("marked text");
    let two = "[claim#c2:ISIS held the road]. Nobody was there, they [denial#d2:said].";
    article::lay_down(two, "/desk/two.txt", &mut host).expect("marked text");
    Window::with(host, &["/desk"])
}

#[test]
fn threads_go_to_their_passages_and_take_verdicts_with_a_reason() {
    let mut window = folder();
    window.keys(&["Ctrl+Shift+T"]);
    assert!(window.says("1 contested claim · 1 open denial · 0 broken links"), "{:?}", window.names());
    let claim = window.buttons_with("Nine people died;").remove(0);
    window.click(&claim);
    assert!(window.says("Nobody has given a verdict on it"), "{:?}", window.names());
    window.click("undecided");
    window.click("Reason");
    window.type_text("one source only");
    window.click("Give verdict");
    let told = window.names();
    assert!(told.iter().any(|name| name.contains("holds it undecided: one source only")), "{told:?}");
    let file = |window: &Window| {
        window.disk().files.keys().any(|path| path.to_string_lossy().starts_with("/desk/folder.ana-"))
    };
    assert!(file(&window));
    window.keys(&["Ctrl+Z"]);
    assert!(window.says("Nobody has given a verdict on it"), "{:?}", window.names());
    window.keys(&["Ctrl+Shift+Z"]);
    assert!(window.names().iter().any(|name| name.contains("holds it undecided")));
}

#[test]
fn names_are_put_together_and_taken_apart() {
    let mut window = folder();
    window.keys(&["Ctrl+Shift+A"]);
    for name in ["ISIS;", "SDS;"] {
        let row = window.buttons_with(name).remove(0);
        window.click(&row);
    }
    window.click("Put together");
    assert!(!window.buttons_with("ISIS, SDS").is_empty(), "{:?}", window.names());
    window.keys(&["Ctrl+Z"]);
    assert!(window.buttons_with("ISIS, SDS").is_empty(), "{:?}", window.names());
}

#[test]
fn a_check_goes_to_the_passage_that_a_person_has_to_mend() {
    let mut window = folder();
    window.keys(&["Ctrl+Shift+H"]);
    let row = window.buttons_with("denies, and nobody says what").remove(0);
    window.click(&row);
    window.click("Go to the passage");
    assert_eq!(window.session().file_name(), "two.txt");
}
