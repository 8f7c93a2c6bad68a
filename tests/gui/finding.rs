//! Finding words, marking every occurrence, the outline and the numbers of paragraphs, by keyboard.

use crate::window::Window;
use expect_test::expect;
use postil::host::MemoryHost;

const NEWS: &str = "Eight people died. The army denied it.\n\nThe “Army” said no more; the army’s spokesman left.\n\nNobody knows.";

/// A window on a Markdown file.
fn open_markdown(text: &str) -> Window {
    let mut host = MemoryHost::default();
    host.files.insert("/desk/article.md".into(), text.as_bytes().to_vec());
    Window::with(host, &["/desk/article.md"])
}

#[test]
fn words_are_found_as_they_are_typed_and_the_caret_stays() {
    let mut window = Window::open(NEWS);
    window.keys(&["Ctrl+F"]);
    window.type_text("army");
    assert!(window.says("1 of 3"), "{:?}", window.names());
    window.check(expect![[r#"
        Eight people died. The army denied it.

        The “Army” said no more; the army’s spokesman left.

        Nobody knows."#]]);
    window.keys(&["Enter"]);
    assert!(window.says("2 of 3"));
    window.check(expect![[r#"
        Eight people died. The army denied it.

        The “<|Army|>” said no more; the army’s spokesman left.

        Nobody knows."#]]);
    window.keys(&["F3"]);
    assert!(window.says("3 of 3"));
    window.keys(&["F3"]);
    assert!(window.says("1 of 3"));
    window.keys(&["Shift+Enter"]);
    assert!(window.says("3 of 3"));
}

#[test]
fn escape_leaves_the_hit_selected_so_that_it_can_be_marked() {
    let mut window = Window::open(NEWS);
    window.keys(&["Ctrl+F"]);
    window.type_text("denied");
    window.keys(&["Escape"]);
    assert!(!window.says("Find in the article |"));
    window.keys(&["2"]);
    window.check(expect![[r#"
        Eight people died. The army [denial#a1:<|denied|>] it.

        The “Army” said no more; the army’s spokesman left.

        Nobody knows."#]]);
}

#[test]
fn an_expression_is_kept_while_its_hits_are_walked() {
    let mut window = Window::open(NEWS);
    window.keys(&["Ctrl+F"]);
    window.click("Regular expression");
    window.keys(&["Ctrl+F"]);
    window.type_text("[a-z]ied");
    window.keys(&["Escape", "Ctrl+F"]);
    assert_eq!(window.field("Find in the article"), "[a-z]ied");
    assert!(window.says("1 of 2"));
    window.keys(&["Escape", "F3"]);
    // The bar is shown again, and the keyboard stays on the page.
    assert!(window.says("2 of 2"));
    window.keys(&["2"]);
    window.check(expect![[r#"
        Eight people died. The army de[denial#a1:<|nied|>] it.

        The “Army” said no more; the army’s spokesman left.

        Nobody knows."#]]);
}

#[test]
fn case_whole_words_and_expressions_are_asked_for() {
    let mut window = Window::open(NEWS);
    window.keys(&["Ctrl+F"]);
    window.type_text("army");
    window.click("Match case");
    assert!(window.says("of 2"));
    window.click("Whole words");
    assert!(window.says("1 of 1"));
    window.click("Match case");
    assert!(window.says("of 2"));
    window.click("Whole words");
    window.click("Regular expression");
    window.keys(&["Ctrl+F"]);
    window.type_text("d[a-z]ed");
    assert!(window.says("1 of 1"));
    window.keys(&["Ctrl+F"]);
    window.type_text("(a");
    assert!(window.says("The expression stops at character 1: a bracket “(” opens and does not close"));
    window.keys(&["Ctrl+F"]);
    window.type_text("zebra");
    assert!(window.says("Not found"));
}

#[test]
fn short_selected_words_are_looked_for() {
    let mut window = Window::open(NEWS);
    window.alt_drag_end(("the army", false), ("the army", true));
    window.keys(&["Ctrl+F"]);
    assert_eq!(window.field("Find in the article"), "the army");
    assert!(window.says("2 of 2"), "{:?}", window.names());
    // The keys of tags are letters while the field has the keyboard.
    window.type_text("1");
    assert_eq!(window.field("Find in the article"), "1");
    assert_eq!(window.session().marks().len(), 0);
}

#[test]
fn the_page_goes_to_a_hit_that_is_far_below() {
    let filler = "Nothing was said of it on that day, nor on the next one. ".repeat(200);
    let mut window = Window::open(&format!("Some words.\n\n{filler}\n\nThe denial came late."));
    window.keys(&["Ctrl+F"]);
    window.type_text("denial");
    window.double_click("denial");
    assert_eq!(window.session().document().slice(window.session().selection().range()), "denial");
}

#[test]
fn the_hits_are_listed_with_the_words_around_them() {
    let mut window = Window::open(NEWS);
    window.keys(&["Ctrl+F"]);
    window.type_text("army");
    window.click("List the hits");
    assert_eq!(
        window.buttons_with("Hit "),
        [
            "Hit 1: Eight people died. The army denied it.",
            "Hit 2: The “Army” said no more; the army’s…",
            "Hit 3: …“Army” said no more; the army’s spokesman left.",
        ]
    );
    window.click("Hit 3: …“Army” said no more; the army’s spokesman left.");
    assert!(window.says("3 of 3"));
    assert_eq!(window.session().document().slice(window.session().selection().range()), "army");
    window.click("Close the search");
    assert!(window.says("Nothing is looked for"));
}

#[test]
fn every_occurrence_is_marked_in_one_step() {
    let mut window = Window::open(&NEWS.replace("The army", "The [claim#c1:army]"));
    window.keys(&["Ctrl+F"]);
    window.type_text("army");
    window.click("Mark every occurrence");
    assert!(window.says("3 places have “army”"));
    window.keys(&["1", "Enter"]);
    assert!(window.says("2 places marked as claim; 1 had been before"), "{:?}", window.names());
    window.check(expect![[r#"
        Eight people died. The [claim#c1:army] denied it.

        The “[claim#a1:Army]” said no more; the [claim#a2:army]’s spokesman left.

        Nobody knows."#]]);
    window.keys(&["Escape", "Ctrl+Z"]);
    assert_eq!(window.session().marks().len(), 1);
}

#[test]
fn the_search_follows_to_another_article() {
    let mut host = MemoryHost::default();
    host.files.insert("/desk/a.txt".into(), b"One army.".to_vec());
    host.files.insert("/desk/b.txt".into(), b"No soldiers here.".to_vec());
    let mut window = Window::with(host, &["/desk/a.txt", "/desk/b.txt"]);
    window.keys(&["Ctrl+F"]);
    window.type_text("army");
    let first = window.says("1 of 1");
    window.keys(&["Ctrl+Tab"]);
    assert!(first != window.says("1 of 1") && (window.says("Not found") || !first));
    assert!(window.is_idle());
}

#[test]
fn headings_are_listed_and_gone_to() {
    let text = format!("# Top\n\n{}\n\n## Who says so\n\nNobody.\n", "It burned all night.\n\n".repeat(80));
    let mut window = open_markdown(&text);
    window.keys(&["Shift+F9"]);
    assert_eq!(window.buttons_with("Heading: "), ["Heading: Top", "Heading: Who says so"]);
    window.click("Heading: Who says so");
    let caret = window.session().selection().head;
    assert_eq!(window.session().document().block_at(caret), Some(81));
    window.double_click("Nobody");
    window.keys(&["Shift+F9"]);
    assert_eq!(window.buttons_with("Heading: "), [""; 0]);
}

#[test]
fn an_article_without_headings_says_so() {
    let mut window = Window::open("One line, and no more.");
    window.keys(&["Shift+F9"]);
    assert!(window.says("This article has no headings"));
}

#[test]
fn paragraphs_are_gone_to_by_number_and_by_share() {
    let mut window = Window::open(NEWS);
    window.keys(&["Ctrl+G"]);
    assert!(window.says("A number from 1 to 3"));
    window.type_text("7");
    assert!(window.says("There is no such paragraph"));
    window.keys(&["Enter", "Backspace"]);
    window.type_text("2");
    window.keys(&["Enter"]);
    assert!(!window.says("A number from 1 to 3"));
    window.check(expect![[r#"
        Eight people died. The army denied it.

        <|>The “Army” said no more; the army’s spokesman left.

        Nobody knows."#]]);
    window.keys(&["Ctrl+G"]);
    window.type_text("100%");
    window.keys(&["Enter"]);
    assert_eq!(window.session().document().block_at(window.session().selection().head), Some(2));
}

#[test]
fn paragraphs_have_numbers_in_the_margin_when_wanted() {
    let mut window = Window::open(NEWS);
    let numbers = |window: &Window| {
        let painted = window.painted();
        painted.lines().filter(|line| line.parse::<usize>().is_ok()).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(numbers(&window), [""; 0]);
    window.keys(&["Ctrl+Shift+P"]);
    window.type_text("paragraph numbers");
    window.keys(&["Enter"]);
    assert_eq!(numbers(&window), ["1", "2", "3"]);
    assert!(window.disk().stored.values().any(|settings| settings.contains("shows_numbers = true")));
}

#[test]
fn the_bar_of_the_finder_stands_below_the_page_and_moves_none_of_its_lines() {
    let mut window = Window::open("The army [denial#d1:denied] it.");
    let before = window.named("Denial: denied");
    window.keys(&["Ctrl+F"]);
    window.type_text("army");
    let bar = window.named("Find in the article")[0];
    assert_eq!(window.named("Denial: denied"), before);
    assert!(before.iter().all(|mark| mark.bottom() < bar.top()), "{bar:?} below {before:?}");
}
