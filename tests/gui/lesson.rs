//! A teacher in front of a class: the test of a tag, the wall for a projector, the lesson among the samples.

use crate::article;
use crate::window::{ARTICLE, Window};
use expect_test::expect;
use postil::host::MemoryHost;
use std::fs;
use std::path::Path;

const ALONE: &str = "The army denied it. [opinion#a1:Nobody was killed].";

/// Ana has the key; three people answer.
const CLASS: &str = "\
[claim#a1:Eight people died] in the raid. The army [denial#a2:denied it]. A disgrace, says a nurse.
@ a1 note 'Evidence could settle it.'
//- layer Berta Lund
[claim#b1:Eight people died in the raid]. The army [opinion#b2:denied it]. [opinion#b3:A disgrace], says a nurse.
//- layer Cem Oz
[opinion#c1:Eight people died] in the raid. The army denied it. [opinion#c2:A disgrace, says a nurse].
//- layer Dora
Eight people died in the raid. The army [denial#d1:denied it]. A disgrace, says a nurse.";

#[test]
fn the_questions_lead_to_the_tag_by_keys_and_the_answers_stay_as_the_reason() {
    let mut window = Window::open(ALONE);
    window.drag_over("The army denied it");
    window.keys(&["Questionmark"]);
    assert!(window.says("Which tag is it?") && window.says("“The army denied it”"), "{:?}", window.names());
    assert!(window.says("Does it reject a statement, made here or elsewhere?"));
    window.keys(&["N"]);
    assert!(window.says("Does it count people harmed, or say that there are none?"));
    // Taken back.
    window.keys(&["Backspace", "Y", "N", "Y"]);
    assert!(window.says("This is:") && window.says("Easily confused"), "{:?}", window.names());
    assert!(
        window
            .names()
            .iter()
            .any(|name| name.contains("“The police called the message an invention” – denial, not claim")),
        "{:?}",
        window.names()
    );
    window.keys(&["K", "Enter"]);
    window.check(expect![[r#"
        [denial#a2:<|The army denied it|>]. [opinion#a1:Nobody was killed].
        @ a2 note '✓ Does it reject a statement, made here or elsewhere?\n✗ Does it count people harmed, or say that there are none?\n✓ Could evidence settle it?'"#]]);
    window.keys(&["Ctrl+Z"]);
    window.check(expect!["<|The army denied it|>. [opinion#a1:Nobody was killed]."]);
}

#[test]
fn a_mark_is_tested_by_buttons_and_nothing_is_changed_by_leaving() {
    let mut window = Window::open(ALONE);
    window.click_on_text("Nobody");
    window.keys(&["Questionmark"]);
    window.click("No (N)");
    window.click("Yes (Y)");
    window.click("Back (Backspace)");
    window.click("Yes (Y)");
    window.click("Yes (Y)");
    window.keys(&["Escape"]);
    assert!(!window.says("Which tag is it?"));
    window.check(expect!["The army denied it. [opinion#a1:No<|>body was killed]."]);
    window.keys(&["Questionmark", "N", "Y", "Y"]);
    window.click("Tag as casualty report");
    window.check(expect!["The army denied it. [casualty-report#a1:No<|>body was killed]."]);
}

#[test]
fn where_no_tag_fits_it_says_so_and_without_a_passage_the_key_shows_the_keys() {
    let mut window = Window::open(ALONE);
    window.keys(&["Questionmark"]);
    assert!(window.says("Keys") && window.says("Click a line, or press Enter on it, to choose other keys"));
    window.keys(&["Escape"]);
    window.drag_over("The army");
    window.keys(&["Questionmark", "N", "N", "N", "N"]);
    assert!(window.says("None of the tags fits. It may be best to leave the passage unmarked."));
    assert!(window.buttons_with("Tag as").is_empty());
    window.keys(&["Backspace", "Y"]);
    assert!(window.buttons_with("Tag as opinion").len() == 1, "{:?}", window.names());
}

#[test]
fn the_class_is_asked_and_counted_passage_by_passage_by_keys() {
    let mut window = Window::open(CLASS);
    window.keys(&["F11"]);
    assert!(window.says("1 of 3") && window.says("3 people"), "{:?}", window.names());
    assert!(window.says("The passage: Eight people died"), "{:?}", window.names());
    assert!(window.says("Who sees a claim here?") && !window.says("Claim: 1 of 3"));
    window.keys(&["Space"]);
    for told in ["Claim: 1 of 3", "Opinion: 1 of 3", "No mark: 1 of 3"] {
        assert!(window.says(told), "{told} in {:?}", window.names());
    }
    window.keys(&["Space"]);
    assert!(window.says("The key: claim. Evidence could settle it."), "{:?}", window.names());
    window.keys(&["N"]);
    assert!(window.says("The passage: denied it") && !window.says("Claim: 1 of 3"));
    // The key of a tag asks about that one.
    window.type_text("4");
    assert!(window.says("Who sees an opinion here?"), "{:?}", window.names());
    window.click("Denial");
    assert!(window.says("Who sees a denial here?") && window.is_on("Denial") == Some(true));
    window.keys(&["N", "Space", "Space"]);
    assert!(window.says("Opinion: 2 of 3") && window.says("The key has no mark here."));
    window.keys(&["B", "B"]);
    assert!(window.says("1 of 3"));
    window.keys(&["Escape"]);
    assert!(!window.says("Who sees a claim here?") && window.says("Marks"), "{:?}", window.names());
}

#[test]
fn no_name_is_on_the_wall_and_initials_only_when_asked_for() {
    let mut window = Window::open(CLASS);
    window.keys(&["F11", "Space"]);
    let is_named = |window: &Window| {
        let all = window.names().join("\n") + &window.painted();
        ["Berta", "Lund", "Cem", "Dora", "Ana"].iter().any(|name| all.contains(name))
    };
    assert!(!is_named(&window), "{:?}", window.names());
    assert!(!window.says("B\u{a0}L"));
    window.click("Initials (I)");
    assert!(window.says("B\u{a0}L") && !is_named(&window), "{:?}", window.names());
    window.keys(&["Escape"]);
    assert!(is_named(&window));
}

#[test]
fn every_key_of_the_wall_is_a_button_and_the_most_divided_come_first() {
    let mut window = Window::open(CLASS);
    window.keys(&["F11"]);
    window.click("Most divided first (D)");
    assert!(window.says("The passage: Eight people died"));
    window.click("Next (N)");
    assert!(window.says("The passage: denied it"));
    window.click("Back (B)");
    window.click("Reveal (Space)");
    window.click("The key (Space)");
    assert!(window.says("The key: claim. Evidence could settle it."));
    window.click("Hide (Space)");
    assert!(!window.says("Claim: 1 of 3"));
    window.click("Leave (Esc)");
    assert!(!window.says("1 of 3"));
}

#[test]
fn the_wall_follows_marks_that_come_in_and_is_left_when_the_article_is() {
    let mut window = Window::open(CLASS);
    window.keys(&["F11", "Space"]);
    assert!(window.says("Claim: 1 of 3"));
    let more = CLASS.replace(
        "Eight people died in the raid. The army [denial#d1",
        "[claim#d2:Eight people died] in the raid. The army [denial#d1",
    );
    let mut host = MemoryHost::default();
    article::lay_down(&more, ARTICLE, &mut host).expect("marked text");
    let news: Vec<_> =
        host.files.into_iter().filter(|(path, _)| path.to_string_lossy().contains(".dora-")).collect();
    assert_eq!(news.len(), 1);
    window.disk().files.extend(news);
    window.come_back();
    window.rest();
    assert!(window.says("Claim: 2 of 3"), "{:?}", window.names());
    window.drop_file("/desk/other.txt");
    window.rest();
}

/// The samples in memory.
#[expect(clippy::disallowed_methods, reason = "a test looks at the samples on the disk")]
fn samples() -> MemoryHost {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_docs");
    let mut host = MemoryHost::default();
    for folder in ["", "lesson"] {
        for entry in fs::read_dir(root.join(folder)).expect("the samples") {
            let path = entry.expect("a file").path();
            let name = path.strip_prefix(&root).expect("below it");
            if path.is_file() {
                host.files.insert(Path::new("/samples").join(name), fs::read(&path).expect("its bytes"));
            }
        }
    }
    host
}

#[test]
fn the_lesson_among_the_samples_is_opened_with_its_folder() {
    let mut window = Window::with_samples(samples(), "/samples/raqqa-retold.md");
    window.keys(&["Ctrl+Shift+P"]);
    window.type_text("lesson to try");
    window.keys(&["Enter"]);
    window.rest();
    assert_eq!(window.session().file_name(), "hestvang-stand.md");
    assert_eq!(window.session().layers().len(), 13);
    window.keys(&["F11"]);
    assert!(window.says("12 people"), "{:?}", window.names());
}

#[test]
fn the_questions_stand_beside_the_words_that_they_are_about() {
    let paragraphs: Vec<String> =
        (0..9).map(|nth| format!("Statement {nth} was denied by somebody.")).collect();
    let mut window = Window::open(&paragraphs.join("\n\n"));
    let mut top = |words: &str| {
        window.drag_over(words);
        window.keys(&["Questionmark"]);
        let tops: Vec<f32> = window.named("Yes (Y)").iter().map(|rect| rect.top()).collect();
        window.keys(&["Escape"]);
        tops[0]
    };
    let (first, third) = (top("Statement 0"), top("Statement 2"));
    assert!(first + 20.0 < third, "{first} {third}");
}
