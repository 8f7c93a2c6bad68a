//! The window: hands and keys in, marked text out. No display, no renderer.

#[path = "support/article.rs"]
mod article;
#[path = "support/window.rs"]
mod window;

use expect_test::expect;
use postil::session::{Host, HostError, MemoryHost};
use std::path::Path;
use window::{ARTICLE, Window};

/// The id of the mark that is chosen, as marked text writes it; empty if none is.
fn chosen(window: &Window) -> String {
    window.session().focus().map_or_else(String::new, |id| id.to_string())
}

// Selecting

#[test]
fn a_drag_selects_the_words_under_it_in_either_direction() {
    let mut window = Window::open("The army denied it.\n\nIt fired.");
    window.drag_over("army denied");
    window.check(expect![[r#"
        The <|army denied|> it.

        It fired."#]]);
    window.drag_end(("fired", true), ("denied", false));
    window.check(expect![[r#"
        The <|army denied|> it.

        It fired."#]]);
}

#[test]
fn a_double_click_selects_a_word_and_a_triple_click_a_sentence() {
    let mut window = Window::open("It fired. The army denied it, twice. So it said.");
    window.double_click("denied");
    window.check(expect!["It fired. The army <|denied|> it, twice. So it said."]);
    window.triple_click("denied");
    window.check(expect!["It fired. <|The army denied it, twice.|> So it said."]);
    window.click_on_text("fired");
    window.check(expect!["It fi<|>red. The army denied it, twice. So it said."]);
}

#[test]
fn a_shift_click_selects_from_the_caret_to_the_pointer() {
    let mut window = Window::open("The army denied it twice.");
    window.drag_over("army");
    window.shift_click_after("it");
    window.check(expect!["The <|army denied it|> twice."]);
}

#[test]
fn a_drag_with_ctrl_adds_a_piece_and_the_mark_has_both() {
    let mut window = Window::open("The army denied on Monday that it fired.");
    window.drag_over("The army denied");
    window.ctrl_drag_over("that it fired");
    window.keys(&["2"]);
    window.check(expect!["[denial#a1:<|The army denied|>] on Monday [+a1:<|that it fired|>]."]);
}

#[test]
fn the_caret_goes_by_keys_and_selects_with_shift() {
    let mut window = Window::open("The army denied it.\n\nIt fired twice.");
    window.keys(&["Ctrl+Home", "Ctrl+Right"]);
    window.check(expect![[r#"
        The<|> army denied it.

        It fired twice."#]]);
    window.keys(&["Ctrl+Shift+Right"]);
    window.check(expect![[r#"
        The<| army|> denied it.

        It fired twice."#]]);
    window.keys(&["Right", "Shift+Down"]);
    window.check(expect![[r#"
        The army<| denied it.

        It fired tw|>ice."#]]);
    window.keys(&["End", "Shift+Left", "Shift+Left"]);
    window.check(expect![[r#"
        The army denied it.

        It fired twic<|e.|>"#]]);
    window.keys(&["Ctrl+Up", "Shift+End"]);
    window.check(expect![[r#"
        The army denied it.

        <|It fired twice.|>"#]]);
    window.keys(&["Ctrl+End", "Shift+Home"]);
    window.check(expect![[r#"
        The army denied it.

        <|It fired twice.|>"#]]);
    window.keys(&["Ctrl+A"]);
    window.check(expect![[r#"
        <|The army denied it.

        It fired twice.|>"#]]);
    window.keys(&["Escape"]);
    window.check(expect![[r#"
        The army denied it.

        It fired twice.<|>"#]]);
}

#[test]
fn arabic_words_are_dragged_over_from_right_to_left() {
    let mut window = Window::open("نفى الجيش ذلك في بيان.");
    window.drag_over("الجيش ذلك");
    window.keys(&["2"]);
    window.check(expect!["نفى [denial#a1:<|الجيش ذلك|>] في بيان."]);
    window.keys(&["Ctrl+Home", "Left", "Left", "Left", "Shift+Left"]);
    window.check(expect!["نفى<| |>[denial#a1:الجيش ذلك] في بيان."]);
}

#[test]
fn the_selected_words_are_copied_and_nothing_else_is() {
    let mut window = Window::open("The army [denial#d1:denied] on Monday that it fired.");
    window.keys(&["Ctrl+C"]);
    assert_eq!(window.copied(), "");
    window.drag_over("The army denied");
    window.ctrl_drag_over("it fired");
    window.keys(&["Ctrl+C"]);
    assert_eq!(window.copied(), "The army denied\nit fired");
}

// Marking

#[test]
fn a_passage_is_tagged_with_the_mouse() {
    let mut window = Window::open("The army denied it.");
    window.drag_over("denied");
    window.click("Denial");
    window.check(expect!["The army [denial#a1:<|denied|>] it."]);
    window.keys(&["Ctrl+Z"]);
    window.check(expect!["The army <|denied|> it."]);
    window.keys(&["Ctrl+Shift+Z"]);
    window.check(expect!["The army [denial#a1:<|denied|>] it."]);
}

#[test]
fn each_tag_has_its_key_and_without_a_selection_no_key_marks() {
    for (key, tag) in [("1", "claim"), ("2", "denial"), ("3", "casualty-report"), ("4", "opinion")] {
        let mut window = Window::open("The army denied it.");
        window.keys(&[key]);
        assert_eq!(window.session().marks().len(), 0, "{key}");
        window.drag_over("denied");
        window.keys(&[key]);
        let marks = window.session().marks();
        assert_eq!(marks.len(), 1, "{key}");
        assert_eq!(marks[0].annotation.tags[0].as_str(), tag);
        assert_eq!(marks[0].annotation.quote(), "denied");
    }
}

#[test]
fn enter_marks_the_words_and_what_is_typed_then_is_a_note_and_no_command() {
    let mut window = Window::open("The army denied it.");
    window.drag_over("denied");
    window.keys(&["Enter"]);
    window.type_text("see 2 of 4?");
    window.check(expect![[r#"
        The army [#a1:<|denied|>] it.
        @ a1 note 'see 2 of 4?'"#]]);
    window.keys(&["Backspace", "Backspace"]);
    window.check(expect![[r#"
        The army [#a1:<|denied|>] it.
        @ a1 note 'see 2 of '"#]]);
    window.keys(&["Escape", "2"]);
    window.check(expect![[r#"
        The army [denial#a1:<|denied|>] it.
        @ a1 note 'see 2 of '"#]]);
}

#[test]
fn enter_on_a_chosen_mark_opens_its_note() {
    let mut window = Window::open("The army [denial#d1:denied] it.\n\n@ d1 note 'twice'");
    window.click_on_text("denied");
    assert_eq!(window.field("Note"), "twice");
    window.keys(&["Enter", "End"]);
    window.type_text(" so");
    window.check(expect![[r#"
        The army [denial#d1:de<|>nied] it.

        @ d1 note 'twice so'"#]]);
}

#[test]
fn every_change_is_undone_and_done_again_by_keys() {
    let mut window = Window::open("The army denied on Monday that it fired. A disgrace.");
    let mut seen = Vec::new();
    let marks = |window: &Window| article::show_with(window.session(), &[]);
    seen.push(marks(&window));
    window.drag_over("denied");
    for keys in ["2", "Alt+1", "Alt+1", "4", "Alt+Shift+Right", "Alt+Left", "Alt+Right", "Alt+Shift+Left"] {
        window.keys(&[keys]);
        seen.push(marks(&window));
    }
    window.keys(&["Enter"]);
    window.type_text("why");
    window.keys(&["Escape"]);
    seen.push(marks(&window));
    window.drag_over("A disgrace");
    window.click("Opinion");
    seen.push(marks(&window));
    window.keys(&["Delete"]);
    seen.push(marks(&window));
    for pair in seen.windows(2) {
        assert_ne!(pair[0], pair[1], "nothing was done");
    }
    let steps = seen.len() - 1;
    for step in (0..steps).rev() {
        window.keys(&["Ctrl+Z"]);
        assert_eq!(marks(&window), seen[step], "undone to {step}");
    }
    assert!(!window.session().history().undo_label().is_some());
    for step in 1..=steps {
        window.keys(&[if step % 2 == 0 { "Ctrl+Y" } else { "Ctrl+Shift+Z" }]);
        assert_eq!(marks(&window), seen[step], "done again to {step}");
    }
}

#[test]
fn a_click_on_marks_that_overlap_goes_through_them_and_lists_them() {
    let mut window = Window::open("[claim#c1:The [denial#d1:army] denied] it.");
    window.click_on_text("army");
    assert_eq!(chosen(&window), "d1");
    assert!(window.says("2 marks here"));
    window.click_on_text("army");
    assert_eq!(chosen(&window), "c1");
    window.click_on_text("army");
    assert_eq!(chosen(&window), "d1");
    window.click_on_text("The");
    assert_eq!(chosen(&window), "c1");
    assert!(!window.says("2 marks here"));
    window.click_on_text("army");
    window.keys(&["Ctrl+M"]);
    assert_eq!(chosen(&window), "c1");
    // Right beside its end, which could be dragged from there.
    window.click_on_text("it");
    assert_eq!(chosen(&window), "");
    assert_eq!(window.session().history().undo_label(), None);
}

#[test]
fn a_mark_is_chosen_from_the_list_at_the_pointer() {
    let mut window = Window::open("[claim#c1:The [denial#d1:army] denied] it.");
    window.click_on_text("army");
    // One is the row of the panel, the other that of the list on the page.
    assert_eq!(window.buttons_with("Claim: The army denied").len(), 2);
    window.click_nth("Claim: The army denied", 1);
    assert_eq!(chosen(&window), "c1");
}

#[test]
fn a_tags_key_gives_the_chosen_mark_that_tag_instead() {
    let mut window = Window::open("The [claim,opinion#c1:army denied] it.");
    window.click_on_text("army");
    window.keys(&["2"]);
    window.check(expect!["The [denial#c1:a<|>rmy denied] it."]);
}

#[test]
fn a_second_tag_is_put_on_and_taken_off_in_the_panel() {
    let mut window = Window::open("The army [denial#d1:denied] it.");
    window.click_on_text("denied");
    window.click("Opinion");
    window.check(expect!["The army [denial,opinion#d1:de<|>nied] it."]);
    window.click("Denial");
    window.check(expect!["The army [opinion#d1:de<|>nied] it."]);
}

#[test]
fn the_ends_of_a_mark_go_by_words_with_keys() {
    let mut window = Window::open("The army denied [denial#d1:on Monday] that it fired.");
    window.click_on_text("Monday");
    window.keys(&["Alt+Shift+Right"]);
    window.check(expect!["The army denied [denial#d1:on Mo<|>nday that] it fired."]);
    window.keys(&["Alt+Left"]);
    window.check(expect!["The army [denial#d1:denied on Mo<|>nday that] it fired."]);
    window.keys(&["Alt+Shift+Left", "Alt+Shift+Left"]);
    window.check(expect!["The army [denial#d1:denied on] Mo<|>nday that it fired."]);
    window.keys(&["Alt+Right"]);
    window.check(expect!["The army denied [denial#d1:on] Mo<|>nday that it fired."]);
    // A mark keeps a word.
    window.keys(&["Alt+Right", "Alt+Shift+Left"]);
    window.check(expect!["The army denied [denial#d1:on] Mo<|>nday that it fired."]);
}

#[test]
fn the_ends_of_a_mark_are_dragged() {
    let mut window = Window::open("The army [denial#d1:denied] on Monday that it fired.");
    window.click_on_text("denied");
    window.drag_end(("denied", true), ("Monday", true));
    window.check(expect!["The army [denial#d1:de<|>nied on Monday] that it fired."]);
    window.drag_end(("denied", false), ("The", false));
    window.check(expect!["[denial#d1:The army de<|>nied on Monday] that it fired."]);
    window.drag_end(("Monday", true), ("army", true));
    window.check(expect!["[denial#d1:The army] de<|>nied on Monday that it fired."]);
}

#[test]
fn a_mark_is_deleted_by_key_and_by_button() {
    let mut window = Window::open("The [claim#c1:army] [denial#d1:denied] it.");
    window.keys(&["Delete"]);
    assert_eq!(window.session().marks().len(), 2);
    window.click_on_text("denied");
    window.keys(&["Delete"]);
    window.check(expect!["The [claim#c1:army] de<|>nied it."]);
    window.click_on_text("army");
    window.click("Delete");
    window.check(expect!["The a<|>rmy denied it."]);
}

#[test]
fn the_next_mark_and_the_one_before_are_chosen_by_keys() {
    let mut window = Window::open("The [claim#c1:army] [denial#d1:denied] it. [opinion#o1:A disgrace].");
    let mut seen = Vec::new();
    for key in ["Ctrl+J", "F8", "Ctrl+J", "F8", "Ctrl+K", "Shift+F8"] {
        window.keys(&[key]);
        seen.push(chosen(&window));
    }
    assert_eq!(seen, ["c1", "d1", "o1", "c1", "o1", "d1"]);
}

#[test]
fn a_denial_is_linked_to_what_it_denies_and_the_link_taken_away() {
    let mut window = Window::open("[claim#c1:Eight people died]. The army [denial#d1:denied] it.");
    window.click_on_text("denied");
    window.click("Link…");
    window.click("This denies…");
    // The offer stands above the list of marks.
    assert_eq!(window.buttons_with("Claim: Eight people died").len(), 2);
    window.click_nth("Claim: Eight people died", 0);
    window.check(expect!["[claim#c1:Eight people died]. The army [denial#d1 denies c1:de<|>nied] it."]);
    assert!(window.says("↔ denies"));
    window.click("Take this link away");
    window.check(expect!["[claim#c1:Eight people died]. The army [denial#d1:de<|>nied] it."]);
}

#[test]
fn source_and_figure_are_typed_where_the_tag_carries_them() {
    let mut window = Window::open("The hospital counted [casualty-report#k1:more than 35 dead] on Monday.");
    window.click_on_text("35");
    window.click("Who says it");
    window.type_text("the hospital");
    window.click("How many, in the article's words");
    window.type_text("more than 35");
    window.keys(&["Enter"]);
    window.check(expect![[r#"
        The hospital counted [casualty-report#k1:more than <|>35 dead] on Monday.
        @ k1 source 'the hospital'
        @ k1 figure 'more than 35'"#]]);
    assert!(window.says("Read as"));
    window.keys(&["4"]);
    assert_eq!(window.buttons_with("How many").len(), 0);
}

#[test]
fn an_implied_claim_is_worded_by_the_person() {
    let mut window = Window::open("The army [denial#d1:denied] it.");
    window.keys(&["Ctrl+I"]);
    window.click("Wording");
    window.type_text("It fired.");
    window.keys(&["Enter"]);
    window.check(expect![[r#"
        The army [denial#d1:denied] it.
        @ a1 implied claim 'It fired.'"#]]);
}

#[test]
fn what_a_mark_says_appears_under_the_pointer() {
    let mut window =
        Window::open("The army [denial#d1:denied] it.\n\n@ d1 note 'see p. 4'\n@ d1 source 'the army'");
    window.keys(&["F10"]);
    assert!(!window.says("Ana"));
    window.hover("denied");
    for words in ["Denial", "see p. 4", "the army", "Ana, 2026-03-02"] {
        assert!(window.says(words), "{words}");
    }
    window.leave();
    window.rest();
    assert!(!window.says("Ana, 2026-03-02"));
}

// The list

const MIXED: &str = "\
[claim#c1:Eight people died]. The army [denial#d1:denied] it. [opinion#o1:A disgrace].

@ d1 note 'on television'

//- layer Ben
Eight people died. [claim#b1:The army denied it]. A disgrace.

@ b1 note 'his'";

fn listed(window: &Window) -> Vec<String> {
    let mut rows = window.buttons_with(": ");
    rows.retain(|row| ["Claim", "Denial", "Opinion"].iter().any(|tag| row.starts_with(tag)));
    rows
}

#[test]
fn the_list_is_filtered_by_words_of_passage_and_note() {
    let mut window = Window::open(MIXED);
    assert_eq!(listed(&window).len(), 4);
    window.keys(&["Ctrl+Shift+F"]);
    window.type_text("telev");
    assert_eq!(listed(&window), ["Denial: denied"]);
    window.keys(&["Ctrl+A"]);
    window.type_text("1");
    assert_eq!(listed(&window), Vec::<String>::new());
    assert!(window.says("No mark fits"));
    window.keys(&["Backspace"]);
    window.type_text("died");
    assert_eq!(listed(&window), ["Claim: Eight people died"]);
    assert_eq!(window.session().marks().len(), 4);
}

#[test]
fn the_list_is_filtered_by_tags() {
    let mut window = Window::open(MIXED);
    window.click("Only denials");
    assert_eq!(listed(&window), ["Denial: denied"]);
    window.click("Only opinions");
    assert_eq!(listed(&window), ["Denial: denied", "Opinion: A disgrace"]);
    window.click("Only denials");
    window.click("Only opinions");
    assert_eq!(listed(&window).len(), 4);
}

#[test]
fn the_list_is_in_the_order_of_the_text_of_tags_or_of_people() {
    let mut window = Window::open(MIXED);
    assert_eq!(
        listed(&window),
        ["Claim: Eight people died", "Claim: The army denied it", "Denial: denied", "Opinion: A disgrace"]
    );
    window.click("Order of the marks");
    window.click("By tag");
    let groups = |window: &Window, names: &[&str]| {
        let painted = window.painted();
        let at: Vec<Option<usize>> = names.iter().map(|name| painted.find(&format!("\n{name}\n"))).collect();
        at.iter().all(Option::is_some) && at.is_sorted()
    };
    assert!(groups(&window, &["Claims", "Denials", "Opinions"]));
    window.click("Order of the marks");
    window.click("By person");
    assert!(groups(&window, &["Ana", "Ben"]));
    assert_eq!(listed(&window).last().map(String::as_str), Some("Claim: The army denied it"));
}

#[test]
fn a_row_of_the_list_chooses_its_mark_and_shows_it_on_the_page() {
    let filler = "Nothing was said of it on that day, nor on the next one. ".repeat(200);
    let mut window = Window::open(&format!("Some words.\n\n{filler}\n\nIt [denial#d1:denied] all."));
    assert!(!window.says("denied all"));
    window.click("Denial: denied");
    assert_eq!(chosen(&window), "d1");
    window.click_on_text("denied");
    assert_eq!(chosen(&window), "d1");
}

// Other people

#[test]
fn another_persons_mark_is_read_only_until_it_is_copied() {
    let mut window = Window::open(MIXED);
    window.click("Claim: The army denied it");
    assert_eq!(chosen(&window), "b1");
    assert_eq!(window.field("Note"), "");
    assert!(window.says("his"));
    let before = article::show_with(window.session(), &[]);
    for key in ["4", "Alt+4", "Delete", "Alt+Shift+Left", "Enter"] {
        window.keys(&[key]);
        assert_eq!(article::show_with(window.session(), &[]), before, "{key}");
    }
    window.click("Copy into mine");
    assert_eq!(chosen(&window), "a1");
    window.keys(&["4"]);
    window.check(expect![[r#"
        [claim#c1:Eight people died]. [opinion#a1:<|>The army [denial#d1:denied] it]. [opinion#o1:A disgrace].

        @ a1 note 'his'
        @ d1 note 'on television'
        //- layer Ben
        Eight people died. [claim#b1:The army denied it]. A disgrace.

        @ b1 note 'his'"#]]);
}

#[test]
fn another_persons_marks_are_hidden_and_shown_again() {
    let mut window = Window::open(MIXED);
    window.click("Ben · 1");
    assert_eq!(listed(&window).len(), 3);
    window.click_on_text("The army");
    assert_eq!(chosen(&window), "");
    window.click("Ben · 1");
    assert_eq!(listed(&window).len(), 4);
    window.click_on_text("The army");
    assert_eq!(chosen(&window), "b1");
}

#[test]
fn the_first_mark_asks_for_a_name_and_is_made_then() {
    let mut window = Window::open_by(None, "The army denied it.");
    window.drag_over("denied");
    window.keys(&["2"]);
    assert!(window.says("Who marks here?"));
    assert_eq!(window.session().marks().len(), 0);
    // What is typed is the name, and nothing else.
    window.type_text("Mira 4");
    window.keys(&["Enter"]);
    assert!(!window.says("Who marks here?"));
    window.check(expect!["The army [denial#a1:<|denied|>] it."]);
    assert_eq!(window.session().annotator().map(|person| person.name.as_str()), Some("Mira 4"));
    window.keys(&["Ctrl+Z"]);
    window.check(expect!["The army <|denied|> it."]);
    assert_eq!(window.disk().annotator().map(|person| person.name), Some("Mira 4".to_owned()));
}

#[test]
fn a_note_that_had_to_wait_for_a_name_can_be_typed_after_it() {
    let mut window = Window::open_by(None, "The army denied it.");
    window.drag_over("denied");
    window.keys(&["Enter"]);
    window.type_text("Mira");
    window.keys(&["Enter"]);
    window.type_text("so");
    window.check(expect![[r#"
        The army [#a1:<|denied|>] it.
        @ a1 note 'so'"#]]);
}

#[test]
fn the_question_for_a_name_can_be_left_and_nothing_is_marked() {
    let mut window = Window::open_by(None, "The army denied it.");
    window.drag_over("denied");
    window.keys(&["2", "Escape"]);
    assert!(!window.says("Who marks here?"));
    window.check(expect!["The army <|denied|> it."]);
    window.keys(&["2"]);
    assert!(window.says("Who marks here?"));
    window.click("Cancel");
    assert_eq!(window.session().marks().len(), 0);
}

// Articles

#[test]
fn two_articles_keep_their_own_marks_and_history() {
    let mut host = MemoryHost::default();
    article::lay_down("The army denied it.", "/desk/one.txt", &mut host).unwrap();
    article::lay_down("Eight people died.", "/desk/two.txt", &mut host).unwrap();
    let mut window = Window::with(host, &["/desk/one.txt", "/desk/two.txt"]);
    window.drag_over("Eight");
    window.keys(&["1", "Ctrl+Tab"]);
    window.drag_over("denied");
    window.keys(&["2", "Ctrl+Tab", "Ctrl+Z"]);
    window.check(expect!["<|Eight|> people died."]);
    window.click("● one.txt");
    window.check(expect!["The army [denial#a2:<|denied|>] it."]);
    window.keys(&["Ctrl+Z"]);
    window.check(expect!["The army <|denied|> it."]);
    window.keys(&["Ctrl+Shift+Tab", "Ctrl+Y"]);
    window.check(expect!["[claim#a1:<|Eight|>] people died."]);
    window.keys(&["Ctrl+W"]);
    assert_eq!(window.app().workspace().sessions().len(), 1);
    assert!(window.disk().files.keys().any(|path| path.to_string_lossy().contains("two.txt.ana-")));
}

#[test]
fn a_folder_lists_its_articles_with_their_marks_and_opens_them() {
    let mut host = MemoryHost::default();
    article::lay_down("The army [denial#d1:denied] it.", "/desk/one.txt", &mut host).unwrap();
    article::lay_down("Eight people died.", "/desk/two.md", &mut host).unwrap();
    let mut window = Window::with(host, &["/desk"]);
    assert!(window.says("2 articles"));
    assert_eq!(window.session().file_name(), "one.txt");
    window.click("two.md");
    assert_eq!(window.session().file_name(), "two.md");
    window.drag_over("died");
    window.keys(&["1"]);
    let folder = window.app().workspace().folder().expect("a folder");
    let counts: Vec<usize> = folder.articles.iter().map(|article| article.n_marks).collect();
    assert_eq!(counts, [1, 1]);
    window.keys(&["F9"]);
    assert!(!window.says("2 articles"));
}

#[test]
fn without_a_dialog_of_the_system_a_path_is_typed_or_chosen() {
    let mut host = MemoryHost::default();
    article::lay_down("The army denied it.", "/desk/one.txt", &mut host).unwrap();
    article::lay_down("Eight people died.", "/desk/two.txt", &mut host).unwrap();
    article::lay_down("Nobody died.", "/desk/old/three.txt", &mut host).unwrap();
    let mut window = Window::with(host, &["/desk/one.txt"]);
    window.keys(&["Ctrl+O"]);
    assert!(window.says("Open an article"));
    assert_eq!(window.field("Path"), "/desk/");
    window.type_text("tw");
    assert_eq!(window.buttons_with("three").len() + window.buttons_with("old/").len(), 0);
    window.click("two.txt");
    assert_eq!(window.session().file_name(), "two.txt");
    assert!(!window.says("Open an article"));
    window.keys(&["Ctrl+O"]);
    window.click("old/");
    window.type_text("three.txt");
    window.keys(&["Enter"]);
    assert_eq!(window.session().file_name(), "three.txt");
    window.keys(&["Ctrl+O", "Escape"]);
    assert!(!window.says("Open an article"));
}

#[test]
fn what_cannot_be_opened_is_said_in_a_sentence_and_the_rest_stays() {
    let mut host = MemoryHost::default();
    article::lay_down("The army denied it.", "/desk/one.txt", &mut host).unwrap();
    host.files.insert("/desk/two.txt".into(), b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3e\0".to_vec());
    let mut window = Window::with(host, &["/desk/one.txt"]);
    for (path, words) in [
        ("/desk/none.txt", "Cannot open `/desk/none.txt`: there is no such file"),
        ("/desk/two.txt", "Cannot read `/desk/two.txt`: "),
    ] {
        window.keys(&["Ctrl+O", "Ctrl+A"]);
        window.type_text(path);
        window.keys(&["Enter"]);
        assert!(window.says(words), "{path}: {:?}", window.names());
        assert_eq!(window.session().file_name(), "one.txt");
        window.keys(&["Escape"]);
    }
    let mut window = Window::with(MemoryHost::default(), &["/desk/none.txt"]);
    assert!(window.says("there is no such file"));
    assert!(window.says("Open an article to read it"));
    window.click("Open…");
    assert!(window.says("Path"));
}

#[test]
fn a_file_is_read_again_in_another_encoding_and_keeps_its_marks() {
    let mut host = MemoryHost::default();
    // In the Cyrillic of DOS.
    let bytes = [0x82, 0xae, 0xa5, 0xad, 0xad, 0xeb, 0xa5, b' ', b'N', b'A', b'T', b'O'];
    host.files.insert(ARTICLE.into(), bytes.to_vec());
    let mut window = Window::with(host, &[ARTICLE]);
    for (label, text) in
        [("windows-1256 · Arabic, Windows", "‚®¥­­ë¥ NATO"), ("ibm866 · Cyrillic, DOS", "Военные NATO")]
    {
        window.keys(&["Ctrl+Shift+P"]);
        window.type_text("encoding");
        window.keys(&["Enter"]);
        window.click(label);
        assert_eq!(window.session().document().text(), text);
        if window.session().marks().is_empty() {
            window.drag_over("NATO");
            window.keys(&["1"]);
        }
        assert_eq!(window.session().marks()[0].annotation.quote(), "NATO");
        assert!(window.session().marks()[0].hull().is_some_and(|hull| hull.of(text) == Some("NATO")));
    }
    window.keys(&["Ctrl+Shift+P"]);
    window.type_text("encoding");
    window.keys(&["Enter"]);
    window.click("Another");
    window.type_text("windows-1251");
    window.keys(&["Enter"]);
    assert!(window.session().document().text().contains("NATO"));
    assert!(!window.session().document().text().contains("Военные"));
}

// Saving

#[test]
fn marks_are_saved_by_themselves_and_undone_ones_too() {
    let mut window = Window::open("The army denied it.");
    assert!(window.says("No marks of yours"));
    assert_eq!(window.layer_file(), "");
    window.drag_over("denied");
    window.keys(&["2"]);
    assert!(window.says("Saving…"));
    window.rest();
    assert!(window.is_saved() && window.says("Saved"));
    assert!(window.layer_file().contains("\"denial\""));
    window.keys(&["Ctrl+Z"]);
    window.rest();
    assert!(!window.layer_file().contains("\"denial\""));
}

#[test]
fn a_save_that_fails_is_said_and_done_when_the_disk_works_again() {
    let mut window = Window::open("The army denied it.");
    window.disk().write_fails = Some(HostError::Full);
    window.drag_over("denied");
    window.keys(&["2"]);
    window.wait(0.5);
    assert!(window.says("The marks cannot be saved"));
    assert!(window.says("the disk is full"));
    assert!(window.says("Not saved"));
    assert!(!window.is_saved());
    window.check(expect!["The army [denial#a1:<|denied|>] it."]);
    // The window does not close over it at the first time.
    assert!(!window.close());
    assert!(window.says("Close again to lose the marks that are not saved"));
    window.disk().write_fails = None;
    window.wait(6.0);
    window.wait(6.0);
    assert!(window.is_saved() && window.says("Saved"));
    assert!(window.layer_file().contains("\"denial\""));
}

#[test]
fn closing_saves_the_last_change() {
    let mut window = Window::open("The army denied it.");
    window.drag_over("denied");
    window.keys(&["2", "Enter"]);
    window.type_text("so");
    assert!(window.close());
    assert!(window.is_saved());
    assert!(window.layer_file().contains("\"so\""));
}

#[test]
fn reading_and_clicking_about_write_no_layer() {
    let mut window = Window::open("The army [denial#d1:denied] it.");
    let before = window.layer_file();
    window.click_on_text("denied");
    window.drag_over("army");
    window.keys(&["Escape", "Ctrl+J", "Ctrl+S"]);
    window.rest();
    assert!(window.close());
    assert_eq!(window.layer_file(), before);
    assert_eq!(window.disk().files.len(), 2);
}

// The window itself

#[test]
fn the_palette_finds_a_command_and_runs_it() {
    let mut window = Window::open("The army [denial#d1:denied] it.");
    window.click_on_text("denied");
    window.keys(&["Ctrl+Shift+P"]);
    window.type_text("delete");
    window.keys(&["Enter"]);
    window.check(expect!["The army de<|>nied it."]);
    window.keys(&["Ctrl+Shift+P"]);
    window.type_text("delete");
    assert!(window.says("No command has these letters"));
    window.keys(&["Ctrl+A"]);
    window.type_text("undo");
    window.click("Undo Ctrl+Z");
    window.check(expect!["The army [denial#d1:de<|>nied] it."]);
}

#[test]
fn menus_show_what_can_be_done_now() {
    let mut window = Window::open("The army denied it.");
    window.click("Edit");
    assert!(!window.is_enabled("Undo Ctrl+Z") && !window.is_enabled("Undo"));
    window.keys(&["Escape"]);
    window.drag_over("denied");
    window.click("Mark");
    window.click_nth("Opinion 4", 0);
    window.check(expect!["The army [opinion#a1:<|denied|>] it."]);
}

#[test]
fn theme_and_text_size_change_and_are_kept() {
    let mut window = Window::open("The army denied it.");
    let before = window.line_height("army");
    window.keys(&["Ctrl+Plus", "Ctrl+Plus"]);
    assert!(before * 1.15 < window.line_height("army"));
    window.keys(&["Ctrl+0"]);
    assert_eq!(window.line_height("army"), before);
    window.keys(&["Ctrl+Minus", "Ctrl+Shift+P"]);
    window.type_text("sepia");
    window.keys(&["Enter"]);
    let settings = window.disk().stored("settings.toml").expect("settings");
    assert!(settings.contains("theme = \"sepia\""), "{settings}");
    assert!(settings.contains("text_size = 16.5"), "{settings}");
    // The next window has them.
    let host = window.disk().clone();
    let window = Window::with(host, &[]);
    assert_eq!(window.session().file_name(), "article.txt");
    assert!(window.line_height("army") < before);
}

#[test]
fn a_narrow_window_keeps_the_page() {
    let mut window = Window::open(MIXED);
    window.resize(560.0, 400.0);
    window.drag_over("disgrace");
    window.click("Opinion");
    assert_eq!(window.session().marks().len(), 5);
}

#[test]
fn the_window_rests_when_nothing_is_to_be_done() {
    let mut window = Window::open(MIXED);
    window.rest();
    assert!(window.is_idle(), "after opening");
    window.drag_over("disgrace");
    window.keys(&["4"]);
    window.rest();
    assert!(window.is_idle(), "after a mark");
    window.keys(&["Enter"]);
    window.type_text("so");
    window.rest();
    assert!(window.is_idle(), "while a note is open");
    window.keys(&["Escape", "Ctrl+Z"]);
    window.leave();
    window.rest();
    assert!(window.is_idle(), "after a notice");
    for keys in ["Ctrl+Shift+P", "F1", "Ctrl+Comma", "Ctrl+I"] {
        window.keys(&[keys]);
        window.rest();
        assert!(window.is_idle(), "while the dialog of {keys} is open");
        window.keys(&["Escape"]);
    }
}

#[test]
fn every_dialog_opens_closes_and_gives_the_keyboard_back() {
    // That nothing is unnamed and no id clashes is looked at in every frame of every test.
    let mut window = Window::open(MIXED);
    for (keys, words) in [
        ("Ctrl+Shift+P", "All commands"),
        ("F1", "Keys"),
        ("Ctrl+Comma", "Settings"),
        ("Ctrl+I", "An implied claim"),
        ("Ctrl+O", "Open an article"),
        ("Ctrl+Shift+O", "Open a folder"),
    ] {
        window.keys(&[keys]);
        assert!(window.painted().contains(words), "{keys}");
        window.keys(&["Escape", "Ctrl+Home", "Shift+Ctrl+Right"]);
        assert!(!window.session().selection().is_empty(), "{keys}");
        window.keys(&["Escape"]);
    }
    for menu in ["File", "Edit", "Mark", "View", "Help"] {
        window.click(menu);
        window.keys(&["Escape"]);
    }
}

#[test]
fn the_page_is_published_for_screen_readers() {
    let mut window = Window::open("# What it said\n\nThe army [denial#d1:denied] it.\n\n@ d1 note 'twice'");
    window.rest();
    let names = window.names();
    assert!(names.iter().any(|name| name == "Mark: Denial: denied | twice"), "{names:#?}");
    window.click_on_text("denied");
    window.keys(&["Delete"]);
    assert!(window.names().iter().any(|name| name == "Status: Mark deleted"), "{:#?}", window.names());
}

#[test]
fn the_table_of_keys_in_the_readme_is_that_of_the_program() {
    let Ok(readme) = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")) else {
        panic!("there is no README.md");
    };
    let table = postil::gui::key_table(&postil::sidecar::builtin());
    assert!(readme.replace("\r\n", "\n").contains(&table), "the README should have\n{table}");
}
