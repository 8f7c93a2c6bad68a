//! The fields of the chosen mark, each opened by its key.

use crate::article;
use crate::chosen;
use crate::window::Window;
use expect_test::expect;
use postil::host::MemoryHost;

const RAID: &str = "Eight people died, a hospital in Tabqa said. [casualty-report#k1:More than 35 people were \
                    killed], the monitor claimed.";

#[test]
fn each_field_opens_by_its_key_and_enter_keeps_it() {
    let mut window = Window::open(RAID);
    window.click_on_text("35");
    window.keys(&["W"]);
    assert_eq!(window.focused(), "TextInput: Who says it");
    window.type_text("the monitor");
    window.keys(&["Enter", "F"]);
    assert_eq!(window.focused(), "TextInput: How many");
    window.type_text("more than 35");
    window.keys(&["Enter", "Enter"]);
    assert_eq!(window.focused(), "MultilineTextInput: Note");
    window.type_text("by phone");
    window.keys(&["Shift+Enter"]);
    window.type_text("twice");
    window.keys(&["Enter"]);
    window.check(expect![[r#"
        Eight people died, a hospital in Tabqa said. [casualty-report#k1:More than <|>35 people were killed], the monitor claimed.
        @ k1 note 'by phone\ntwice'
        @ k1 source 'the monitor'
        @ k1 figure 'more than 35' outcome 'killed'"#]]);
    // The page has the keyboard again.
    window.keys(&["1"]);
    assert_eq!(window.session().marks()[0].annotation.tags[0].as_str(), "claim");
}

#[test]
fn a_mark_has_source_figure_and_link_by_five_keys_and_typing() {
    let mut window = Window::open(&format!("{RAID} The army [denial#d1:denied] it."));
    window.click_on_text("35");
    window.keys(&["W"]);
    window.type_text("the monitor");
    window.keys(&["Tab"]);
    window.type_text("more than 35");
    window.keys(&["Enter", "L"]);
    window.keys(&["Enter"]);
    window.check(expect![[r#"
        Eight people died, a hospital in Tabqa said. [casualty-report#k1:<|>More than 35 people were killed], the monitor claimed. The army [denial#d1 denies k1:denied] it.
        @ k1 source 'the monitor'
        @ k1 figure 'more than 35' outcome 'killed'"#]]);
}

#[test]
fn escape_leaves_a_field_as_it_was() {
    let mut window = Window::open(&format!("{RAID}\n\n@ k1 note 'so'\n@ k1 source 'the monitor'"));
    window.click_on_text("35");
    let before = article::show_with(window.session(), &[]);
    for (key, name) in [("W", "Who says it"), ("F", "How many"), ("Enter", "Note")] {
        let held = window.field(name);
        window.keys(&[key]);
        window.type_text("7 dead");
        window.keys(&["Escape"]);
        assert_eq!(window.field(name), held, "{name}");
        assert_eq!(article::show_with(window.session(), &[]), before, "{name}");
        assert_eq!(chosen(&window), "k1");
    }
    // What was typed into the note is not lost by that.
    window.keys(&["Ctrl+Shift+Z"]);
    assert!(window.field("Note").contains("7 dead"));
}

#[test]
fn tab_goes_from_field_to_field_and_back() {
    let mut window = Window::open(RAID);
    window.click_on_text("35");
    window.keys(&["W"]);
    let mut seen = vec![window.focused()];
    for key in ["Tab", "Tab", "Tab"] {
        window.keys(&[key]);
        seen.push(window.focused());
    }
    assert_eq!(seen.first().map(String::as_str), Some("TextInput: Who says it"));
    assert_eq!(seen.get(1).map(String::as_str), Some("TextInput: How many"));
    assert_eq!(seen.last().map(String::as_str), Some("MultilineTextInput: Note"));
    // Back, a figure from the passage, and that it is none, lie on the way.
    window.keys(&["Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab"]);
    assert_eq!(window.focused(), "TextInput: Who says it");
}

#[test]
fn who_says_it_is_completed_from_the_sentence_and_from_the_folder() {
    let mut host = MemoryHost::default();
    let other = "[claim#c1:It fired].\n\n@ c1 source 'the Red Crescent'";
    article::lay_down(other, "/desk/other.txt", &mut host).unwrap();
    article::lay_down(RAID, "/desk/raid.txt", &mut host).unwrap();
    let mut window = Window::with(host, &["/desk/raid.txt", "/desk"]);
    window.click_on_text("35");
    window.keys(&["W"]);
    assert_eq!(window.buttons_with("the monitor in the sentence").len(), 1);
    assert_eq!(window.buttons_with("the Red Crescent").len(), 1);
    window.keys(&["Down", "Enter"]);
    assert_eq!(window.field("Who says it"), "the monitor");
    // The next of the chain; what is typed is completed, and Tab goes on.
    window.keys(&["W", "End"]);
    window.type_text(" ← cres");
    window.keys(&["Down", "Tab"]);
    assert_eq!(window.field("Who says it"), "the monitor ← the Red Crescent");
    assert_eq!(window.focused(), "TextInput: How many");
    assert_eq!(
        window.session().marks()[0].annotation.attribution.summary(),
        "the monitor ← the Red Crescent"
    );
}

#[test]
fn an_offered_name_is_taken_by_a_click() {
    let mut window = Window::open(RAID);
    window.click_on_text("35");
    window.keys(&["W"]);
    window.click("the monitor in the sentence");
    assert_eq!(window.session().marks()[0].annotation.attribution.summary(), "the monitor");
}

#[test]
fn source_and_figure_are_one_click_each_where_the_article_says_them() {
    let mut window = Window::open(RAID);
    window.click_on_text("35");
    window.click("Take “the monitor” from the sentence");
    window.click("Take ≥ 36 killed from the passage");
    assert!(window.says("Least and most: ≥ 36") && window.says("What became of them: killed"));
    window.check(expect![[r#"
        Eight people died, a hospital in Tabqa said. [casualty-report#k1:More than <|>35 people were killed], the monitor claimed.
        @ k1 source 'the monitor'
        @ k1 cue 'claimed'
        @ k1 figure 'More than 35 people' outcome 'killed'"#]]);
}

#[test]
fn a_whole_mark_takes_six_keys_and_typing() {
    let mut window = Window::open("Eight people died. The army denied it.");
    window.keys(&["Ctrl+Home", "S", "3", "W"]);
    window.type_text("a hospital");
    window.keys(&["Tab"]);
    window.type_text("eight");
    window.keys(&["Tab"]);
    window.keys(&["Escape"]);
    window.check(expect![[r#"
        [casualty-report#a1:<|Eight people died.|>] The army denied it.
        @ a1 source 'a hospital'
        @ a1 figure 'eight' outcome 'killed'"#]]);
}

#[test]
fn the_selected_words_are_taken_as_who_says_it() {
    let mut window = Window::open(RAID);
    window.click_on_text("35");
    window.drag_over("a hospital in Tabqa");
    assert_eq!(chosen(&window), "");
    window.keys(&["Shift+W"]);
    assert_eq!(chosen(&window), "k1");
    window.check(expect![[r#"
        Eight people died, a hospital in Tabqa<|> said. [casualty-report#k1:More than 35 people were killed], the monitor claimed.
        @ k1 source 'a hospital in Tabqa'"#]]);
    window.drag_over("the monitor");
    window.click("The selected words say it");
    assert_eq!(window.session().marks()[0].annotation.attribution.summary(), "the monitor");
}

#[test]
fn who_says_a_mark_that_was_just_made_is_taken_from_its_sentence_by_one_key() {
    let mut window = Window::open("The army said that nine people were killed. It rained.");
    window.keys(&["Ctrl+Home", "S", "3", "Shift+W", "Shift+F"]);
    let mark = &window.session().marks()[0].annotation;
    let cue = mark.attribution.cue.as_ref().map(|cue| cue.verb.as_str());
    assert_eq!((mark.attribution.summary().as_str(), cue), ("the army", Some("said")));
    assert_eq!(mark.figures.len(), 1);
}

#[test]
fn an_empty_field_holds_no_words() {
    let mut window = Window::open("It counted [casualty-report#k1:the dead].");
    window.click_on_text("dead");
    let painted = window.painted();
    for words in ["killed", "35", "hospital", "unattributed"] {
        assert!(!painted.contains(words), "{words}: {painted}");
    }
    assert_eq!(window.field("How many"), "");
}

#[test]
fn another_persons_mark_shows_every_field_to_be_read() {
    let mut window = Window::open(
        "The market was shelled. Eight died.\n\n//- layer Ben\nThe market was shelled. [casualty-report#b1:Eight died].\n\n\
         @ b1 note 'by phone'\n@ b1 source 'a doctor'\n@ b1 figure 'eight' share 'former'",
    );
    window.click("Casualty report: Eight died");
    for words in [
        "Who says it",
        "a doctor",
        "How many",
        "eight",
        "Read as 8",
        "what it was before",
        "Links",
        "Note",
        "by phone",
    ] {
        assert!(window.says(words), "{words}: {:?}", window.names());
    }
    assert!(window.says("Ben · 2 March 2026"), "{:?}", window.names());
    let before = article::show_with(window.session(), &[]);
    window.keys(&["W", "F"]);
    assert_eq!(article::show_with(window.session(), &[]), before);
    window.click("Copy into mine");
    assert_eq!(window.field("How many"), "eight");
}

#[test]
fn the_list_of_marks_stays_where_it_is_whatever_the_card_shows() {
    let long = "very ".repeat(80);
    let mut window = Window::open(&format!(
        "[claim#c1:Eight {long}died]. [denial#d1:Denied]. [opinion#o1:A disgrace].\n\n@ d1 note 'one\\n\\ntwo\\n\\nthree'"
    ));
    let place = |window: &Window| window.named("Opinion: A disgrace")[0];
    window.click("Opinion: A disgrace");
    let before = place(&window);
    for row in ["Denial: Denied", "Opinion: A disgrace"] {
        window.click(row);
        assert_eq!(place(&window), before, "{row}");
    }
    window.keys(&["Ctrl+1"]);
    assert_eq!(place(&window), before);
    window.click("more");
    assert_eq!(place(&window), before);
    assert!(window.says("less"));
    window.keys(&["Escape"]);
    assert_eq!(place(&window), before);
}
