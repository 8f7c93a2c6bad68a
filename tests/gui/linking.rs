//! Linking as one act: a mark, then the other end, by pointer or by keys, wherever it is.

use crate::article;
use crate::chosen;
use crate::window::Window;
use expect_test::expect;
use postil::host::MemoryHost;

/// Two claims and a denial.
const RAID: &str = "[claim#c1:Eight people died] in the raid. [claim#c2:It was hit twice]. Much was said. \
                    The army [denial#d1:denied] it.";

/// The window says that a link waits for its other end.
fn is_linking(window: &Window) -> bool {
    window.says("Link “")
}

fn two_articles() -> Window {
    let mut host = MemoryHost::default();
    let far = "[claim#c9:Nine people died], says the town. Nobody was asked.";
    article::lay_down(far, "/desk/b.txt", &mut host).expect("marked text");
    article::lay_down("The army [denial#d1:denied] it.", "/desk/a.txt", &mut host).expect("marked text");
    Window::with(host, &["/desk/b.txt", "/desk/a.txt"])
}

#[test]
fn a_denial_is_linked_by_three_clicks() {
    let mut window = Window::open(RAID);
    window.click_on_text("denied");
    window.click("Link…");
    assert!(is_linking(&window));
    window.click_on_text("people");
    window.check(expect!["[claim#c1:Eight people died] in the raid. [claim#c2:It was hit twice]. Much was said. The army [denial#d1 denies c1:<|>denied] it."]);
    assert_eq!((chosen(&window).as_str(), is_linking(&window)), ("d1", false));
    assert!(window.says("Kind of link: denies"));
    window.click("Take this link away");
    assert!(!window.says("Kind of link"));
    window.keys(&["Ctrl+Z", "Ctrl+Z"]);
    window.check(expect!["[claim#c1:Eight people died] in the raid. [claim#c2:It was hit twice]. Much was said. The army [denial#d1:<|>denied] it."]);
}

#[test]
fn a_denial_is_linked_by_two_keys_and_the_keyboard_stays_where_the_eye_is() {
    let mut window = Window::open(RAID);
    window.click_on_text("denied");
    window.keys(&["L"]);
    assert_eq!(window.focused(), "TextInput: The other mark");
    // The nearest comes first.
    let offers = window.buttons_with("denies Claim");
    assert_eq!(offers, ["denies Claim: It was hit twice", "denies Claim: Eight people died"]);
    window.keys(&["Down", "Enter"]);
    window.check(expect!["[claim#c1:Eight people died] in the raid. [claim#c2:It was hit twice]. Much was said. The army [denial#d1 denies c1:<|>denied] it."]);
    assert!(window.focused().starts_with("Document"), "{}", window.focused());
    // One key more, and it has a note.
    window.keys(&["Enter"]);
    assert_eq!(window.focused(), "MultilineTextInput: Note");
}

#[test]
fn words_narrow_what_is_offered() {
    let mut window = Window::open(RAID);
    window.click_on_text("denied");
    window.keys(&["L"]);
    window.type_text("people");
    assert_eq!(window.buttons_with("denies Claim"), ["denies Claim: Eight people died"]);
    window.type_text(" of");
    assert!(window.says("No mark that fits has these words"));
    window.keys(&["Enter"]);
    assert!(is_linking(&window), "nothing was there to be taken");
    window.keys(&["Backspace", "Backspace", "Backspace", "Enter"]);
    window.check(expect!["[claim#c1:Eight people died] in the raid. [claim#c2:It was hit twice]. Much was said. The army [denial#d1 denies c1:<|>denied] it."]);
}

#[test]
fn selected_words_become_the_other_end_in_one_step() {
    let mut window = Window::open("Eight people died in the raid. The army [denial#d1:denied] it.");
    window.click_on_text("denied");
    window.keys(&["L"]);
    assert!(window.says("No mark here fits yet"));
    window.drag_over("Eight people died");
    window.check(expect![
        "[claim#a1:Eight people died] in the raid. The army [denial#d1 denies a1:<|>denied] it."
    ]);
    window.keys(&["Ctrl+Z"]);
    window.check(expect!["Eight people died in the raid. The army [denial#d1:<|>denied] it."]);
}

#[test]
fn words_are_selected_for_a_link_by_keys_too() {
    let mut window = Window::open("Eight people died. The army [denial#d1:denied] it.");
    window.click_on_text("denied");
    window.keys(&["L", "Tab"]);
    assert!(window.focused().starts_with("Document"), "{}", window.focused());
    window.keys(&["Ctrl+Home", "S", "Enter"]);
    window.check(expect!["[claim#a1:Eight people died.] The army [denial#d1 denies a1:<|>denied] it."]);
    assert_eq!(chosen(&window), "d1");
}

#[test]
fn a_claim_is_linked_to_the_denial_that_answers_it() {
    let mut window = Window::open(RAID);
    window.click_on_text("people");
    window.keys(&["L"]);
    assert_eq!(window.buttons_with("denied by Denial"), ["denied by Denial: denied"]);
    window.click_on_text("denied");
    window.check(expect!["[claim#c1:<|>Eight people died] in the raid. [claim#c2:It was hit twice]. Much was said. The army [denial#d1 denies c1:denied] it."]);
    assert_eq!(chosen(&window), "c1");
}

#[test]
fn a_click_beside_all_marks_leaves_nothing_and_escape_says_that_it_leaves() {
    let mut window = Window::open(RAID);
    window.click_on_text("denied");
    window.keys(&["L"]);
    window.click_on_text("Much");
    assert!(is_linking(&window));
    assert!(window.says("No mark is there"));
    window.click_on_text("denied");
    assert!(is_linking(&window));
    assert!(window.says("This is the mark itself"));
    window.keys(&["Escape"]);
    assert!(!is_linking(&window));
    assert!(window.says("Not linked"));
    assert_eq!(chosen(&window), "d1", "Escape touched nothing else");
    assert!(window.focused().starts_with("Document"), "{}", window.focused());
    assert_eq!(window.session().history().undo_label(), None);
    window.keys(&["L"]);
    window.click("Leave without a link");
    assert!(!is_linking(&window));
}

#[test]
fn a_mark_of_the_list_and_one_of_several_under_a_click_end_a_link() {
    let mut window =
        Window::open("[claim#c1:Eight [casualty-report#k1:people] died]. The army [denial#d1:denied] it.");
    window.click_on_text("denied");
    window.keys(&["L"]);
    window.click("Claim: Eight people died");
    window.check(expect![
        "[claim#c1:Eight [casualty-report#k1:people] died]. The army [denial#d1 denies c1:<|>denied] it."
    ]);
    window.keys(&["L"]);
    window.click_on_text("people");
    assert!(is_linking(&window), "two are meant");
    window.click("Casualty report by Ana: people");
    window.check(expect!["[claim#c1:Eight [casualty-report#k1:people] died]. The army [denial#d1 denies c1 denies k1:<|>denied] it."]);
}

#[test]
fn a_link_leads_to_a_mark_in_another_article() {
    let mut window = two_articles();
    window.click_on_text("denied");
    window.keys(&["L", "Ctrl+Tab"]);
    assert!(is_linking(&window));
    window.click_on_text("Nine");
    let shown = article::show(window.session());
    assert!(shown.contains("@ d1 link denies urn:uuid:"), "{shown}");
    assert_eq!((chosen(&window).as_str(), is_linking(&window)), ("d1", false));
}

#[test]
fn a_link_leads_to_words_in_another_article_which_are_marked_there() {
    let mut window = two_articles();
    window.click_on_text("denied");
    window.keys(&["L", "Ctrl+Tab"]);
    window.drag_over("Nobody was asked");
    let shown = article::show(window.session());
    assert!(shown.contains("@ d1 link denies urn:uuid:"), "{shown}");
    window.keys(&["Ctrl+Tab"]);
    window.check(expect!["[claim#c9:Nine people died], says the town. [claim#a1:<|Nobody was asked|>]."]);
}

#[test]
fn words_marked_for_a_link_in_another_article_are_one_step_with_it() {
    let mut window = two_articles();
    window.click_on_text("denied");
    window.keys(&["L", "Ctrl+Tab"]);
    window.drag_over("Nobody was asked");
    let links = |window: &Window| article::show(window.session()).matches(" link denies ").count();
    let marks = |window: &Window| window.session().marks().len();
    window.keys(&["Ctrl+Z"]);
    assert_eq!(links(&window), 0);
    window.keys(&["Ctrl+Tab"]);
    assert_eq!(marks(&window), 1, "the words are no mark any more");
    window.keys(&["Ctrl+Y"]);
    assert_eq!(marks(&window), 2);
    window.keys(&["Ctrl+Tab"]);
    assert_eq!(links(&window), 1);
}

#[test]
fn a_claim_here_is_linked_to_the_denial_of_another_article_which_then_has_the_link() {
    let mut window = two_articles();
    window.keys(&["Ctrl+Tab"]);
    window.click_on_text("Nine");
    window.keys(&["L", "Ctrl+Tab"]);
    window.click_on_text("denied");
    assert_eq!(chosen(&window), "c9");
    window.keys(&["Ctrl+Tab"]);
    let shown = article::show(window.session());
    assert!(shown.contains("@ d1 link denies urn:uuid:"), "{shown}");
}

#[test]
fn the_kind_of_a_link_is_changed_in_place() {
    let mut window = Window::open("[claim#c1:Eight died]. The army [denial#d1 denies c1:denied] it.");
    window.click_on_text("denied");
    window.click("Kind of link: denies");
    window.click("partly denies");
    window.check(expect!["[claim#c1:Eight died]. The army [denial#d1 partly-denies c1:de<|>nied] it."]);
    assert!(window.says("Kind of link: partly denies"));
    window.keys(&["Ctrl+Z"]);
    assert!(window.says("Kind of link: denies"));
}

#[test]
fn a_link_that_waits_is_left_before_what_was_opened_earlier() {
    let mut window = Window::open(RAID);
    window.keys(&["Ctrl+F"]);
    window.click_on_text("denied");
    window.keys(&["L", "Escape"]);
    assert!(!is_linking(&window));
    assert!(window.says("Close the search"));
    // Without its mark a link waits for nothing.
    window.keys(&["L"]);
    window.click_on_text("Much");
    window.keys(&["Delete"]);
    assert!(!is_linking(&window));
}

#[test]
fn an_implied_claim_stands_below_the_denial_in_the_list_and_goes_with_one_undo() {
    let mut window = Window::open("The army [denial#d1:denied] it. [opinion#o1:A disgrace].");
    window.click_on_text("denied");
    window.keys(&["Ctrl+I"]);
    assert_eq!(window.focused(), "TextInput: Wording");
    window.type_text("It fired.");
    window.keys(&["Enter"]);
    let rows = |window: &Window| {
        let rows = window.buttons_with(": ").into_iter();
        rows.filter(|row| {
            row.starts_with("Claim: ") || row.starts_with("Denial: ") || row.starts_with("Opinion: ")
        })
        .collect::<Vec<_>>()
    };
    assert_eq!(rows(&window), ["Denial: denied", "Claim: It fired.", "Opinion: A disgrace"]);
    window.keys(&["Ctrl+Z"]);
    assert_eq!(rows(&window), ["Denial: denied", "Opinion: A disgrace"]);
    // Escape leaves it as it was.
    window.keys(&["Ctrl+I"]);
    window.type_text("It");
    window.keys(&["Escape"]);
    assert_eq!(rows(&window), ["Denial: denied", "Opinion: A disgrace"]);
    assert!(window.focused().starts_with("Document"), "{}", window.focused());
}

#[test]
fn what_somebody_else_marked_is_offered_with_their_name() {
    let mut window = Window::open(crate::MIXED);
    window.click_on_text("denied");
    window.click("Denial by Ana: denied");
    window.keys(&["L"]);
    assert_eq!(
        window.buttons_with("denies Claim"),
        ["denies Claim · Ben: The army denied it", "denies Claim: Eight people died"]
    );
}

#[test]
fn the_same_words_of_somebody_else_are_offered_last() {
    let mut window = Window::open(
        "[claim#c1:Eight people died]. The army [denial#d1:denied that it fired].\n//- layer Ben\n\
         Eight people died. The army [denial#b1:denied that it fired].",
    );
    window.keys(&["F8", "F8", "L"]);
    let offers = window.buttons_with("denies ");
    assert_eq!(offers.first().map(String::as_str), Some("denies Claim: Eight people died"), "{offers:?}");
    assert!(offers.last().is_some_and(|last| last.starts_with("denies Denial")), "{offers:?}");
}

#[test]
fn source_figure_and_link_of_a_mark_take_three_clicks() {
    let mut window = Window::open(
        "Doctors said that [casualty-report#k1:35 people were killed].\n\nThe army said that at least nine people were killed.",
    );
    window.drag_over("at least nine people were killed");
    window.keys(&["3"]);
    let offers = ["Take “the army” from the sentence", "Take ≥ 9 killed from the passage"];
    for offer in offers {
        window.click(offer);
    }
    window.click("disputes the figure of: “35 people were killed”");
    window.check(expect![[r#"
        Doctors said that [casualty-report#k1:35 people were killed].

        The army said that [casualty-report#a1 disputes-figure k1:<|at least nine people were killed|>].
        @ a1 source 'the army'
        @ a1 cue 'said'
        @ a1 figure 'at least nine people' outcome 'killed'"#]]);
    assert!(window.buttons_with("disputes the figure of: “").is_empty(), "nothing more is offered");
}
