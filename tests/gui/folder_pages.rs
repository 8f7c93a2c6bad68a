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
fn a_page_that_is_asked_for_before_its_folder_is_read_opens_and_lists_it() {
    let mut host = MemoryHost::default();
    let one = "[casualty-report#k1:Nine people died]. [denial#d1 denies k1:SDS denied] it.";
    article::lay_down(one, "/desk/one.txt", &mut host).expect("marked text");
    let mut window = Window::with(host, &["/desk/one.txt"]);
    window.keys(&["Ctrl+Shift+T"]);
    assert!(!window.buttons_with("Nine people died;").is_empty(), "{:?}", window.names());
}

#[test]
fn names_are_put_together_and_taken_apart() {
    let mut window = folder();
    window.keys(&["Ctrl+Shift+A"]);
    for name in ["ISIS;", "SDS;"] {
        let row = window.buttons_with(name).remove(0);
        window.click(&row);
    }
    window.keys(&["G"]);
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

#[test]
fn whose_register_is_followed_is_said_and_chosen() {
    let mut window = folder();
    window.keys(&["Ctrl+Shift+A"]);
    assert!(window.named("Registers of all").is_empty(), "nobody has one yet");
    for name in ["ISIS;", "SDS;"] {
        let row = window.buttons_with(name).remove(0);
        window.click(&row);
    }
    window.click("Put together");
    window.click("Registers of all");
    window.click("No register");
    assert!(window.buttons_with("ISIS, SDS").is_empty(), "{:?}", window.names());
    window.click("No register");
    window.click("My register");
    assert!(!window.buttons_with("ISIS, SDS").is_empty(), "{:?}", window.names());
}

#[test]
fn a_mark_that_a_thread_leads_to_is_deleted_and_the_link_that_it_leaves_is_mended() {
    let mut window = folder();
    let go_to = |window: &mut Window, row: &str| {
        window.keys(&["Ctrl+Shift+T"]);
        let row = window.buttons_with(row).remove(0);
        window.click(&row);
        window.keys(&["Enter"]);
    };
    let chosen = |window: &Window| {
        let session = window.session();
        session.focus().and_then(|id| session.mark(id)).map(|mark| mark.annotation.quote())
    };
    go_to(&mut window, "denies; said;");
    assert_eq!(chosen(&window).as_deref(), Some("said"), "{:?}", window.names());
    window.keys(&["L"]);
    window.type_text("Nine people");
    window.keys(&["Enter"]);
    go_to(&mut window, "Nine people died;");
    assert_eq!(chosen(&window).as_deref(), Some("Nine people died"), "{:?}", window.names());
    window.keys(&["Delete"]);
    assert!(window.says("Mark deleted; it was linked with 2 marks"), "{:?}", window.names());
    window.keys(&["Ctrl+Shift+H"]);
    let broken = window.buttons_with("denies what is not there").remove(0);
    window.click(&broken);
    window.click("Take the link away");
    assert!(window.buttons_with("denies what is not there").is_empty(), "{:?}", window.names());
    let open = window.buttons_with("denies, and nobody says what").len();
    assert_eq!(open, 2, "now nobody says what is denied: {:?}", window.names());
}

#[test]
fn a_check_has_a_button_for_what_one_step_mends_and_opens_the_field_for_the_rest() {
    let mut host = MemoryHost::default();
    let text = "[casualty-report#k1:Nine people died]. Nobody [denial#d1:denied] it. ISIL left.";
    article::lay_down(text, "/desk/one.txt", &mut host).expect("marked text");
    let mut window = Window::with(host, &["/desk"]);
    window.keys(&["Ctrl+Shift+H"]);
    let mend = |window: &mut Window, check: &str, button: &str| {
        let row = window.buttons_with(check).remove(0);
        window.click(&row);
        window.click(button);
    };
    mend(&mut window, "has no source", "The article names none");
    assert!(window.buttons_with("has no source").is_empty(), "{:?}", window.names());
    mend(&mut window, "counts nobody", "Take the figure from the passage");
    assert!(window.buttons_with("counts nobody").is_empty(), "{:?}", window.names());
    mend(&mut window, "denies, and nobody says what", "It denies what is only implied…");
    window.type_text("The army did it");
    window.keys(&["Enter"]);
    window.keys(&["Ctrl+Shift+H"]);
    assert!(window.buttons_with("denies, and nobody says what").is_empty(), "{:?}", window.names());
}

#[test]
fn a_page_in_the_middle_keeps_the_keys_of_the_article_away() {
    for page in
        ["Ctrl+Shift+H", "Ctrl+Shift+T", "Ctrl+Shift+A", "Ctrl+Shift+I", "Ctrl+Shift+L", "Ctrl+Shift+Q"]
    {
        let mut host = MemoryHost::default();
        let text = "[claim#c1:Nine people died]. The army denied it.";
        article::lay_down(text, "/desk/one.txt", &mut host).expect("marked text");
        let mut window = Window::with(host, &["/desk", "/desk/one.txt"]);
        window.keys(&["Ctrl+J"]);
        let before = article::show(window.session());
        window.keys(&[page]);
        window.keys(&["3", "Alt+4", "W", "F", "L", "CloseBracket", "Delete"]);
        assert_eq!(article::show(window.session()), before, "{page}");
        // Back in the article the same key is heard.
        window.keys(&["Ctrl+J", "3"]);
        let after = article::show(window.session());
        assert!(after.contains("[casualty-report#c1:"), "{page}: {after}");
    }
}

#[test]
fn a_key_of_the_article_says_on_a_page_why_it_does_nothing() {
    let mut window = folder();
    window.keys(&["Ctrl+Shift+H", "3"]);
    assert!(window.says("The article is not in view"), "{:?}", window.names());
}
