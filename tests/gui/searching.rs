//! The search of a folder.

use crate::article;
use crate::window::Window;
use expect_test::expect;
use postil::host::MemoryHost;
use std::path::Path;

const HOSPITAL: &str = "Nobody was hurt.\n\nAt least 35 people died, the hospital said. It counted at least four \
                        children.\n\nThe army [denial#d1:denied] it.\n\n@ d1 note 'at least they answered'";

/// Three articles, none of which is open but the first.
fn disk() -> MemoryHost {
    let mut host = MemoryHost::default();
    host.files.insert("/desk/a.txt".into(), b"The first of all.\n\nNothing of note.".to_vec());
    article::lay_down(HOSPITAL, "/desk/hospital.txt", &mut host).expect("marked text");
    let market = "---\ntitle: At least a market\nsite: The Post\ndate: 2017-04-16\n---\n\nShells hit it.\n\n\
                  They fired **at least** twice.\n";
    host.files.insert("/desk/sub/market.md".into(), market.into());
    host
}

fn searching(line: &str) -> Window {
    let mut window = Window::with(disk(), &["/desk"]);
    window.keys(&["Ctrl+Shift+S"]);
    window.type_text(line);
    window
}

fn selected(window: &Window) -> &str {
    window.session().document().slice(window.session().selection().range())
}

/// The rows of the list, as they are heard.
fn rows(window: &Window) -> Vec<String> {
    let names = window.names();
    let buttons = names.iter().filter_map(|name| name.strip_prefix("Button: "));
    let is_row =
        |name: &&str| ["¶ ", "Note, ", "Mark, ", "Source, "].iter().any(|kind| name.starts_with(kind));
    buttons.filter(is_row).map(str::to_owned).collect()
}

#[test]
fn words_are_found_in_titles_texts_and_notes_article_by_article() {
    let window = searching("at least");
    assert!(window.says("5 hits in 2 of 3 articles"), "{:?}", window.names());
    assert!(window.says("Nobody was hurt., 3 hits"), "{:?}", window.names());
    assert!(window.says("At least a market, The Post · 16 April 2017, 2 hits"), "{:?}", window.names());
    assert_eq!(
        rows(&window),
        [
            "¶ 2: At least 35 people died, the hospital said.",
            "¶ 2: It counted at least four children.",
            "Note, denial: at least they answered",
            "¶ 2: They fired at least twice.",
        ]
    );
}

#[test]
fn arrows_travel_enter_goes_to_the_place_and_back_leads_to_the_same_row() {
    let mut window = searching("at least");
    window.keys(&["Down", "Down"]);
    assert_eq!(window.focused(), "Button: ¶ 2: It counted at least four children.");
    window.keys(&["Enter"]);
    assert_eq!((window.session().file_name().as_str(), selected(&window)), ("hospital.txt", "at least"));
    assert!(window.says("2 of 2"), "the other place is lit too: {:?}", window.names());
    window.keys(&["Ctrl+Shift+S"]);
    assert_eq!(window.field("Search the folder"), "at least");
    assert_eq!(window.focused(), "Button: ¶ 2: It counted at least four children.");
    window.keys(&["Down", "Enter"]);
    let focus = window.session().focus().expect("a chosen mark");
    assert_eq!(window.session().mark(focus).map(|mark| mark.annotation.quote()).as_deref(), Some("denied"));
    window.keys(&["Ctrl+Shift+S"]);
    window.click("¶ 2: They fired at least twice.");
    assert_eq!((window.session().file_name().as_str(), selected(&window)), ("market.md", "at least"));
}

#[test]
fn filters_are_chips_and_leave_texts_out_where_they_are_about_marks() {
    let mut window = searching("at least tag:denial");
    assert_eq!(rows(&window), ["Note, denial: at least they answered"]);
    window.click("Remove tag:denial");
    assert!(window.says("5 hits in 2 of 3 articles"));
    window.click("Search the folder");
    window.type_text(" before:2017-05");
    assert!(window.says("2 hits in 1 of 3 articles"), "{:?}", window.names());
    window.click("Remove before:2017-05");
    assert_eq!(window.field("Search the folder"), "at least");
}

#[test]
fn the_switches_of_the_article_hold_for_the_folder_and_what_is_wrong_is_said() {
    let mut window = searching("AT LEAST");
    window.click("Match case");
    assert!(window.says("Nothing was found in 3 articles."), "{:?}", window.names());
    window.click("Match case");
    window.click("Regular expression");
    window.keys(&["Ctrl+A"]);
    let mut window = searching("f.(ur|red");
    window.click("Regular expression");
    assert!(window.says("The expression stops at character 3: a bracket “(” opens and does not close"));
    window.click("Search the folder");
    window.type_text(")");
    assert!(window.says("2 hits in 2 of 3 articles"), "{:?}", window.names());
    let window = searching("army tga:denial");
    assert!(window.says("There is no filter “tga:”"), "{:?}", window.names());
}

#[test]
fn unsaved_marks_count_and_the_list_follows_them() {
    let mut window = searching("of note tag:claim");
    assert!(window.says("Nothing was found in 3 articles."));
    window.keys(&["Ctrl+Shift+S"]);
    window.drag_over("Nothing of note");
    window.keys(&["1", "Ctrl+Shift+S"]);
    assert_eq!(rows(&window), ["Mark, claim: Nothing of note"]);
}

#[test]
fn an_article_that_changed_since_is_shown_at_the_next_place_and_one_that_went_is_told() {
    let mut window = searching("at least");
    let now = "More came first.\n\nNow at least 40 people died.";
    window.disk().files.insert("/desk/hospital.txt".into(), now.into());
    window.click("¶ 2: At least 35 people died, the hospital said.");
    assert!(
        window.says("the article has changed since it was searched")
            || window.says("The article has changed")
    );
    assert_eq!(selected(&window), "at least");
    window.keys(&["Ctrl+Shift+S"]);
    window.disk().files.remove(Path::new("/desk/sub/market.md"));
    window.click("¶ 2: They fired at least twice.");
    assert!(
        window.says("there is no such file") || window.says("There is no such file"),
        "{:?}",
        window.names()
    );
}

#[test]
fn without_words_or_a_folder_the_page_says_what_to_do() {
    let window = searching("");
    assert!(window.says("Type words to look for them in the texts, titles and marks of all 3 articles"));
    let mut window = Window::open("One line.");
    window.keys(&["Ctrl+Shift+S"]);
    // The folder of the article is listed, as by the page of all marks.
    assert!(window.app().workspace().library().is_some());
    window.check(expect!["One line."]);
}

#[test]
fn every_occurrence_in_the_folder_is_marked_and_taken_back_at_once() {
    let mut window = searching("at least");
    let layers = |window: &Window| {
        let disk = window.disk();
        let all = disk.files.iter().filter(|(path, _)| path.to_string_lossy().ends_with(".jsonl"));
        all.map(|(_, bytes)| String::from_utf8_lossy(bytes).matches("\"claim\"").count()).sum::<usize>()
    };
    assert_eq!(layers(&window), 0);
    window.click("Mark every occurrence");
    window.click("Claim");
    assert!(
        window.says("3 passages in 2 articles with “at least” will be marked as claim."),
        "{:?}",
        window.names()
    );
    assert!(window.says("Nobody was hurt.: 2") && window.says("At least a market: 1"));
    window.click("Mark 3 passages");
    window.rest();
    assert!(window.says("3 marks in 2 articles"), "{:?}", window.names());
    assert_eq!(layers(&window), 3);
    // Those that are marked so already are left out.
    window.click("Mark every occurrence");
    window.click("Claim");
    assert!(window.says("3 more are marked so already"), "{:?}", window.names());
    window.keys(&["Escape", "Ctrl+Alt+Z"]);
    window.rest();
    assert_eq!(layers(&window), 0);
}
