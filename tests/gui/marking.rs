//! Marking words, changing marks and taking changes back.

use crate::article;
use crate::chosen;
use crate::window::Window;
use expect_test::expect;

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
    window.keys(&["Enter", "2"]);
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
    for keys in
        ["2", "Alt+1", "Alt+1", "4", "CloseBracket", "OpenCurlyBracket", "CloseCurlyBracket", "OpenBracket"]
    {
        window.keys(&[keys]);
        seen.push(marks(&window));
    }
    window.keys(&["Enter"]);
    window.type_text("why");
    window.keys(&["Enter"]);
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
    assert_eq!(window.session().history().undo_label(), None);
    for (step, marks_then) in seen.iter().enumerate().skip(1) {
        window.keys(&[if step % 2 == 0 { "Ctrl+Y" } else { "Ctrl+Shift+Z" }]);
        assert_eq!(&marks(&window), marks_then, "done again to {step}");
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
    window.click("Claim by Ana: The army denied");
    assert_eq!(chosen(&window), "c1");
    assert!(!window.says("2 marks here"));
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
    window.keys(&["CloseBracket"]);
    window.check(expect!["The army denied [denial#d1:on Mo<|>nday that] it fired."]);
    window.keys(&["OpenCurlyBracket"]);
    window.check(expect!["The army [denial#d1:denied on Mo<|>nday that] it fired."]);
    window.keys(&["OpenBracket", "OpenBracket"]);
    window.check(expect!["The army [denial#d1:denied on] Mo<|>nday that it fired."]);
    window.keys(&["CloseCurlyBracket"]);
    window.check(expect!["The army denied [denial#d1:on] Mo<|>nday that it fired."]);
    // A mark keeps a word.
    window.keys(&["CloseCurlyBracket", "OpenBracket"]);
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
fn an_end_that_is_dragged_goes_from_word_to_word_and_with_alt_from_letter_to_letter() {
    let mut window = Window::open("The army [denial#d1:denied] on Monday that it fired.");
    window.click_on_text("denied");
    window.drag_end(("denied", true), ("Mon", true));
    window.check(expect!["The army [denial#d1:de<|>nied on Monday] that it fired."]);
    window.drag_end(("denied", false), ("my", false));
    window.check(expect!["The [denial#d1:army de<|>nied on Monday] that it fired."]);
    window.alt_drag_end(("Monday", true), ("Mon", true));
    window.check(expect!["The [denial#d1:army de<|>nied on Mon]day that it fired."]);
    // Never farther than to the last word, by letters to the last letter.
    window.drag_end(("Mon", true), ("The", false));
    window.check(expect!["The [denial#d1:army] de<|>nied on Monday that it fired."]);
    window.alt_drag_end(("army", true), ("The", false));
    window.check(expect!["The [denial#d1:a]rmy de<|>nied on Monday that it fired."]);
}

#[test]
fn an_end_that_is_dragged_never_cuts_a_character() {
    for cluster in ["e\u{301}", "o\u{302}\u{323}", "\u{5e9}\u{5bc}\u{5c1}", "\u{628}\u{651}\u{64e}"] {
        let mut window = Window::open(&format!("One {cluster} two [denial#d1:denied] it."));
        let whole = window.session().document().text().find(cluster).expect("it is there");
        window.click_on_text("denied");
        window.alt_drag_end(("denied", false), (cluster, false));
        let hull = window.session().marks()[0].hull().expect("a place").to_usize();
        let inside = whole + 1..whole + cluster.len();
        assert!(!inside.contains(&hull.start), "{cluster:?}: {hull:?} of {whole}");
    }
}

#[test]
fn an_end_that_is_dragged_leaves_no_selection_behind() {
    let mut window = Window::open("The army denied on Monday that it fired.");
    window.drag_over("denied");
    window.keys(&["2"]);
    window.drag_end(("denied", true), ("Monday", true));
    window.check(expect!["The army [denial#a1:denied<|> on Monday] that it fired."]);
    window.keys(&["Ctrl+Z"]);
    window.check(expect!["The army [denial#a1:denied]<|> on Monday that it fired."]);
}

#[test]
fn a_click_at_the_end_of_a_mark_moves_nothing() {
    let mut window = Window::open("The army [denial#d1:denied] it all.");
    window.click_on_text("denied");
    window.click_on_text(" it");
    assert_eq!(chosen(&window), "");
    assert_eq!(window.session().history().undo_label(), None);
    assert_eq!(article::show_with(window.session(), &[]), "The army [denial#d1:denied] it all.");
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
    window.click("More about this mark");
    window.click("Delete mark Delete");
    window.check(expect!["The a<|>rmy denied it."]);
    // What was deleted is brought back where it was said.
    window.click("Undo");
    window.check(expect!["The [claim#c1:a<|>rmy] denied it."]);
    assert!(!window.is_enabled("Undo"));
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
fn source_and_figure_are_typed_where_the_tag_carries_them() {
    let mut window = Window::open("The hospital counted [casualty-report#k1:more than 35 dead] on Monday.");
    window.click_on_text("35");
    window.click("Who says it");
    window.type_text("the hospital");
    window.click("How many");
    window.type_text("more than 35");
    window.keys(&["Enter"]);
    window.check(expect![[r#"
        The hospital counted [casualty-report#k1:more than <|>35 dead] on Monday.
        @ k1 source 'the hospital'
        @ k1 figure 'more than 35' outcome 'killed'"#]]);
    assert!(window.says("Least and most: ≥ 36"), "{:?}", window.names());
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
    assert!(!window.says("Ana, 2 March 2026"));
    window.hover("denied");
    for words in ["Denial", "see p. 4", "the army", "Ana, 2 March 2026"] {
        assert!(window.says(words), "{words}");
    }
    window.leave();
    window.rest();
    assert!(!window.says("Ana, 2 March 2026"));
}

#[test]
fn a_claim_that_a_denial_implies_is_written_at_once_and_linked_to_it() {
    let mut window = Window::open("The army [denial#d1:denied] it.");
    window.click("Denial: denied");
    window.keys(&["Ctrl+I"]);
    window.type_text("It fired.");
    window.keys(&["Enter"]);
    window.check(expect![[r#"
        The army [denial#d1 denies a1:<|>denied] it.
        @ a1 implied claim 'It fired.'"#]]);
    window.keys(&["Ctrl+Z"]);
    window.check(expect!["The army [denial#d1:<|>denied] it."]);
}
