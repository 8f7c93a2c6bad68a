//! Marking and linking in the real window: what the pointer takes, what the keys run through, and what
//! Escape leaves first.

use super::{Desk, mark};
use egui::accesskit::Role;

#[test]
#[ignore = "needs a screen of its own"]
fn a_mark_is_linked_by_a_click_and_by_keys() {
    let desk = Desk::with_sample("market.txt").of_ana();
    let mut window = desk.open();
    window.drag_over("The army denied");
    window.keys(&["2"]);
    window.see("the denial", |tree| tree.named(Role::Mark, "Denial: The army denied"));
    window.keys(&["l"]);
    window.see("that a link waits", |tree| tree.named(Role::TextInput, "The other mark"));
    // What stands in no mark becomes one.
    window.drag_over("shells fell");
    let kind = "Kind of link: denies";
    window.see("the link", |tree| tree.button(kind));
    window.see("the claim", |tree| tree.named(Role::Mark, "Claim: shells fell"));
    window.keys(&["ctrl+z"]);
    window.see("no link", |tree| tree.button(kind).is_none().then_some(()));
    assert_eq!(window.tree().names(Role::Mark, "Claim").len(), 0, "one step takes both away");

    window.keys(&["ctrl+shift+z"]);
    window.see("the link again", |tree| tree.button(kind));
    window.click("Take this link away");
    window.see("no link again", |tree| tree.button(kind).is_none().then_some(()));
    window.keys(&["l"]);
    window.see("that a link waits again", |tree| tree.named(Role::TextInput, "The other mark"));
    window.click_on("shells fell");
    window.see("the link by a click", |tree| tree.button(kind));
    window.click("Take this link away");
    window.see("no link for the third time", |tree| tree.button(kind).is_none().then_some(()));
    window.keys(&["l"]);
    window.see("that a link waits for keys", |tree| tree.named(Role::TextInput, "The other mark"));
    window.keys(&["Return"]);
    window.see("the link by keys", |tree| tree.button(kind));
    assert_eq!(window.quit().code(), Some(0));
}

#[test]
#[ignore = "needs a screen of its own"]
fn escape_leaves_one_thing_after_the_other() {
    let desk = Desk::with_sample("market.txt").of_ana();
    let mut window = desk.open();
    window.keys(&["ctrl+f"]);
    window.see("the finder", |tree| tree.button("Close the search"));
    window.drag_over("The army denied");
    window.keys(&["2"]);
    window.see("the denial", |tree| tree.named(Role::Mark, "Denial: The army denied"));
    window.keys(&["l"]);
    window.see("that a link waits", |tree| tree.button("Leave without a link"));
    window.keys(&["Escape"]);
    window.see("no link that waits", |tree| tree.button("Leave without a link").is_none().then_some(()));
    window.see("the finder still", |tree| tree.button("Close the search"));
    window.keys(&["Escape"]);
    window.see("no finder", |tree| tree.button("Close the search").is_none().then_some(()));
    window.see("the chosen mark still", |tree| tree.button("Link…"));
    window.keys(&["Escape"]);
    window.see("no mark chosen", |tree| tree.button("Link…").is_none().then_some(()));
    assert_eq!(window.quit().code(), Some(0));
}

#[test]
#[ignore = "needs a screen of its own"]
fn sentence_after_sentence_is_marked_by_keys() {
    let desk = Desk::with_sample("market.txt").of_ana();
    let mut window = desk.open();
    window.keys(&["ctrl+Home", "s", "1", "s", "3", "s", "4"]);
    window.see("the opinion", |tree| tree.named(Role::Mark, "Opinion: "));
    assert_eq!(window.quit().code(), Some(0));
    let marks = desk.marks();
    let tags: Vec<&str> = marks.iter().map(|(tag, ..)| tag.as_str()).collect();
    assert_eq!(marks.len(), 3, "{marks:?}");
    for tag in ["claim", "casualty-report", "opinion"] {
        assert!(tags.contains(&tag), "{marks:?}");
    }
    let mut words: Vec<&str> = marks.iter().map(|(_, words, _)| words.as_str()).collect();
    words.sort_unstable();
    words.dedup();
    assert_eq!(words.len(), 3, "no sentence was marked twice: {marks:?}");
}

#[test]
#[ignore = "needs a screen of its own"]
fn a_drag_takes_whole_words_and_the_first_note_moves_none() {
    let desk = Desk::with_sample("market.txt").of_ana();
    let mut window = desk.open();
    // From within one word to within another.
    window.drag_from_to("rmy denied", "army deni");
    window.keys(&["2"]);
    let label = "Denial: army denied";
    window.see("whole words", |tree| tree.named(Role::Mark, label));
    let before = window.tree().passage("The army denied");
    window.keys(&["Return"]);
    window.write("on air");
    window.see("the note", |tree| tree.note(label).filter(|note| note == "on air"));
    assert_eq!(window.tree().passage("The army denied"), before, "the words stand where they stood");
    assert_eq!(window.quit().code(), Some(0));
    assert_eq!(desk.marks(), [mark("denial", "army denied", "on air")]);
}

#[test]
#[ignore = "needs a screen of its own"]
fn selected_words_are_tagged_from_the_menu_of_a_right_click() {
    let desk = Desk::with_sample("market.txt").of_ana();
    let mut window = desk.open();
    window.drag_over("The army denied");
    window.right_click_on("The army denied");
    window.see("the menu", |tree| tree.button("Copy with citation"));
    window.click("Denial");
    window.see("the denial", |tree| tree.named(Role::Mark, "Denial: The army denied"));
    window.see("no menu", |tree| tree.button("Copy with citation").is_none().then_some(()));
    // The mark has a menu too, where its words are selected no longer.
    window.click_on("shells fell");
    window.right_click_on("The army denied");
    window.click("Delete mark");
    window.see("no mark", |tree| tree.names(Role::Mark, "").is_empty().then_some(()));
    assert_eq!(window.quit().code(), Some(0));
    assert_eq!(desk.marks(), []);
}

#[test]
#[ignore = "needs a screen of its own"]
fn source_figure_and_link_are_given_by_three_clicks() {
    let desk = Desk::with_text(
        "Doctors said that 35 people were killed.\n\nThe army said that at least nine people were killed.\n",
    )
    .of_ana();
    let mut window = desk.open();
    for words in ["35 people were killed", "at least nine people were killed"] {
        window.drag_over(words);
        window.keys(&["3"]);
        let label = format!("Casualty report: {words}");
        window.see(&label, |tree| tree.named(Role::Mark, &label));
    }
    // What is taken makes room for what it brings: the next is clicked where it stands then.
    window.click("Take “the army” from the sentence");
    window.see("the words that attribute", |tree| tree.button("Attributed by “said”"));
    window.click("Take ≥ 9 killed from the passage");
    window.see("the figure", |tree| tree.to_text().contains("Least and most: ≥ 9").then_some(()));
    window.click("disputes the figure of: “35 people were killed”");
    window.see("the link", |tree| tree.button("Kind of link: disputes the figure of"));
    assert_eq!(window.quit().code(), Some(0));
}

#[test]
#[ignore = "needs a screen of its own"]
fn source_figure_and_link_are_given_by_six_keys_and_typing() {
    let desk = Desk::with_text(
        "Doctors said that 35 people were killed.\n\nThe army said that at least nine people were killed.\n",
    )
    .of_ana();
    let mut window = desk.open();
    window.keys(&["ctrl+Home", "s", "3", "s", "3"]);
    let label = "Casualty report: The army said that at least nine people were killed.";
    window.see("the second report", |tree| tree.named(Role::Mark, label));
    window.keys(&["w"]);
    window.see("the field of the source", |tree| tree.named(Role::TextInput, "Who says it"));
    window.write("the army");
    window.keys(&["Return", "f"]);
    window.see("the field of the figure", |tree| tree.named(Role::TextInput, "How many"));
    window.write("at least nine");
    window.keys(&["Return", "l"]);
    window.see("that a link waits", |tree| tree.named(Role::TextInput, "The other mark"));
    window.keys(&["Return"]);
    window.see("the link", |tree| tree.button("Kind of link: disputes the figure of"));
    window.see("the figure", |tree| tree.to_text().contains("Least and most: ≥ 9").then_some(()));
    window.see("the source", |tree| tree.to_text().contains("the army").then_some(()));
    assert_eq!(window.quit().code(), Some(0));
}

#[test]
#[ignore = "needs a screen of its own"]
fn words_that_were_just_tagged_have_the_menu_of_their_mark() {
    let desk = Desk::with_sample("market.txt").of_ana();
    let mut window = desk.open();
    window.drag_over("The army denied");
    window.keys(&["2"]);
    window.see("the denial", |tree| tree.named(Role::Mark, "Denial: The army denied"));
    window.right_click_on("The army denied");
    window.click("Delete mark");
    window.see("no mark", |tree| tree.names(Role::Mark, "").is_empty().then_some(()));
    assert_eq!(window.quit().code(), Some(0));
}
