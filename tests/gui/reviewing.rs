//! Articles whose file changed, what changed in substance, and marks that a person has to look at.

use crate::article;
use crate::window::{ARTICLE, Window};
use expect_test::expect;
use postil::host::MemoryHost;

/// A window on a marked article whose file then becomes another text.
fn changed(marked: &str, new: &str) -> Window {
    let mut host = MemoryHost::default();
    article::lay_down(marked, ARTICLE, &mut host).expect("marked text");
    let window = Window::with(host, &[ARTICLE]);
    window.disk().files.insert(ARTICLE.into(), new.as_bytes().to_vec());
    window
}

const MARKED: &str =
    "The army said [casualty-report#k1:35 people were killed].\n\n[claim#c1:Nobody denied it].";
const NEW: &str = "The army claimed 40 people were killed.\n\nNobody denied it.";

#[test]
fn a_new_text_is_read_when_asked_and_what_changed_is_told() {
    let mut window = changed(MARKED, NEW);
    assert!(window.session().document().text().contains("35"));
    window.keys(&["F5"]);
    window.check(expect![[r#"
        The army claimed [casualty-report?#k1:40 people were killed].

        [claim#c1:Nobody denied it]."#]]);
    assert!(window.says("2 changes in substance, 1 mark needs a look"), "{:?}", window.names());
    window.click("See what changed");
    let told = window.buttons_with(", paragraph 1");
    assert_eq!(
        told,
        ["attribution: said → claimed, paragraph 1", "figure: 35 → 40 people were killed, paragraph 1"]
    );
    let both = "Before: The army said 35 people were killed. Now: The army claimed 40 people were killed.";
    assert_eq!(window.buttons_with("Before:"), [both]);
    // The arrows go through the list, and what is chosen can be shown on the page.
    window.keys(&["ArrowDown", "Enter"]);
    window.click("Show on the page");
    assert!(!window.says("since the file changed"));
    window.check(expect![[r#"
        The army claimed [casualty-report?#k1:<|>40 people were killed].

        [claim#c1:Nobody denied it]."#]]);
    window.keys(&["Ctrl+Shift+D"]);
    assert!(window.says("since the file changed"));
    window.keys(&["Escape"]);
    assert!(!window.says("since the file changed"));
    window.click("Done");
    // The words stay where a screen reader finds them; the bar goes.
    assert!(window.buttons_with("Look at the marks").is_empty());
}

#[test]
fn a_new_text_is_offered_and_can_wait() {
    let mut window = changed(MARKED, NEW);
    let before = window.middle_of("35");
    window.come_back();
    assert!(window.says("The file has changed: 2 changes in substance"), "{:?}", window.names());
    assert_eq!(window.middle_of("35"), before, "no line moves");
    assert!(window.session().document().text().contains("35"), "it is never swapped in by itself");
    window.click("Later");
    assert!(window.buttons_with("Read the new text").is_empty());
    assert_eq!(window.middle_of("35"), before, "no line moves");
    window.disk().files.insert(ARTICLE.into(), NEW.replace("40", "at least 41").into_bytes());
    window.come_back();
    window.click("Read the new text");
    assert!(window.session().document().text().contains("at least 41"));
    assert!(window.says("2 changes in substance") && window.buttons_with("Read the new text").is_empty());
}

#[test]
fn what_changed_is_shown_before_the_new_text_is_read() {
    let mut window = changed(MARKED, NEW);
    window.come_back();
    window.keys(&["Ctrl+Shift+D"]);
    assert!(window.says("in the new text, which is not on the page yet"), "{:?}", window.names());
    assert_eq!(window.buttons_with("figure: 35 → 40 people were killed, paragraph 1").len(), 1);
    assert!(window.session().document().text().contains("35"), "looking accepts nothing");
    // What is chosen is shown in the text that is on the page.
    window.keys(&["ArrowDown"]);
    window.click("Show on the page");
    window.check(expect![[r#"
        The army said [casualty-report#k1:<|>35 people were killed].

        [claim#c1:Nobody denied it]."#]]);
    window.click("See what changed");
    window.click("Read the new text");
    assert!(window.session().document().text().contains("40"));
    assert!(window.says("2 changes in substance, 1 mark needs a look"));
    window.keys(&["Ctrl+Shift+D"]);
    assert!(window.says("since the file changed"));
}

#[test]
fn what_changed_is_exported_as_a_table() {
    let mut window = changed(MARKED, NEW);
    window.come_back();
    window.keys(&["Ctrl+Shift+D", "Ctrl+E"]);
    window.rest();
    assert!(window.says("The page “What changed” as it is shown: 2 rows"), "{:?}", window.names());
    let place = window.field("Write to");
    window.keys(&["Enter"]);
    window.rest();
    let table = window.disk().files.remove(std::path::Path::new(&place)).expect("a table");
    let table = String::from_utf8(table).expect("UTF-8");
    assert!(table.contains("What,Was,Is,Paragraph"), "{table}");
    assert!(table.contains("figure,35,40 people were killed,1"), "{table}");
}

#[test]
fn a_file_that_becomes_what_it_was_is_no_news_any_more() {
    let mut window = changed(MARKED, NEW);
    window.come_back();
    assert!(window.says("The file has changed"));
    let shown = window.session().document().text().to_owned();
    window.disk().files.insert(ARTICLE.into(), shown.into_bytes());
    window.come_back();
    assert!(window.buttons_with("Read the new text").is_empty());
    window.keys(&["Ctrl+Shift+D"]);
    assert!(!window.says("since the file changed"));
}

#[test]
fn no_line_moves_when_the_banner_comes_and_goes_in_the_middle_of_an_article() {
    let text: Vec<String> = (1..80).map(|n| format!("Paragraph {n} says word{n}.")).collect();
    let text = text.join("\n\n");
    let mut window = changed(&text, &text.replace("word3.", "35 words."));
    window.keys(&["PageDown"]);
    let before = window.middle_of("word20.");
    window.come_back();
    assert!(window.says("The file has changed"));
    assert_eq!(window.middle_of("word20."), before);
    window.click("Later");
    assert_eq!(window.middle_of("word20."), before);
}

#[test]
fn a_moved_paragraph_leads_to_where_it_stands_now_and_back() {
    let rest: Vec<String> = (1..30).map(|n| format!("The monitor counted day {n} of the siege.")).collect();
    let moved = "The army denied on Monday that 35 people had been killed.";
    let (rest, changed_a_little) = (rest.join("\n\n"), moved.replace("35", "40"));
    let mut window = changed(&format!("{moved}\n\n{rest}"), &format!("{rest}\n\n{changed_a_little}"));
    window.come_back();
    window.keys(&["Ctrl+Shift+D"]);
    assert_eq!(window.buttons_with(&format!("Moved away: {moved}")).len(), 1, "{:?}", window.names());
    assert!(window.buttons_with("Gone:").is_empty() && window.buttons_with("New:").is_empty());
    window.click("Moved to paragraph 30");
    assert_eq!(window.focused(), format!("Button: Moved here: {changed_a_little}"));
    window.click("Moved here from further up");
    assert_eq!(window.focused(), format!("Button: Moved away: {moved}"));
    // The arrows go from change to change in the texts too, and Enter shows one on the page.
    window.keys(&["ArrowDown", "ArrowUp", "Enter"]);
    assert!(!window.says("What changed") || window.session().document().text().starts_with(moved));
}

#[test]
fn figures_are_whole_in_the_narrowest_list_of_changes() {
    let old = "The provincial health directorate of the governorate said 35 people were killed there.";
    let new = "The provincial health directorate of the governorate said 35 people were injured, some of them badly.";
    let mut window = changed(old, new);
    window.come_back();
    window.keys(&["Ctrl+Shift+D"]);
    let line = "figure: 35 people were killed → 35 people were injured, paragraph 1";
    let height = |window: &Window| window.named(line)[0].height();
    let wide = height(&window);
    window.resize(300.0, 700.0);
    // In two lines or more, each of the height that the one had.
    let narrow = height(&window);
    assert!(wide + 15.0 < narrow, "{wide} {narrow}");
    window.resize(1200.0, 700.0);
    assert_eq!(height(&window), wide);
}

#[test]
fn a_file_that_says_the_same_is_no_news() {
    let mut window = changed("The army denied it.", "The army denied it.");
    window.keys(&["F5"]);
    assert!(!window.says("What changed"));
    assert!(window.painted().contains("The file’s text is the same as before"));
}

#[test]
fn a_changed_mark_shows_what_it_said_and_is_confirmed() {
    let mut window = changed(MARKED, NEW);
    window.keys(&["F5"]);
    window.click("Look at the marks");
    assert!(window.says("Its words changed") && window.says("It said") && window.says("Now there"));
    assert!(window.says("35 people were killed") && window.says("40 people were killed"));
    window.click("It is right");
    assert!(!window.says("needs a look") && !window.says("Its words changed"));
    window.wait(1.0);
    let file = window.layer_file();
    let line =
        file.lines().find(|line| line.contains("\"exact\":\"35 people")).expect("the first words stay");
    assert!(line.contains("40 people were killed") && line.contains("\"state\":["), "{line}");
    window.keys(&["Ctrl+Z"]);
    assert!(window.says("1 mark needs a look"));
}

#[test]
fn a_lost_mark_is_put_on_other_words() {
    let marked = "[opinion#o1:A disgrace.] The vote is on Monday. [claim#c1:It rained].";
    let mut window = changed(marked, "The vote is on Monday. It rained. Shame on all of them.");
    window.keys(&["F5"]);
    window.click("Only those that need a look");
    assert_eq!(window.buttons_with("Claim: It rained").len(), 0);
    window.click("Opinion: A disgrace.");
    assert!(window.says("Its words are gone"));
    window.drag_over("Shame on all of them");
    assert!(window.says("Its words are gone"), "selecting words does not put it away");
    window.click("Put it on the selection");
    assert!(window.session().n_to_review() == 0 && window.says("Claim: It rained"));
    let placed = window.session().marks().into_iter().find(|mark| mark.annotation.quote().contains("Shame"));
    let hull = placed.and_then(|mark| mark.hull()).expect("a place");
    assert_eq!(window.session().document().slice(hull), "Shame on all of them");
}

#[test]
fn a_mark_with_several_places_goes_through_them_by_keys() {
    let mut host = MemoryHost::default();
    article::lay_down("One day [claim#c1:he said so] to us.", ARTICLE, &mut host).expect("marked text");
    let twice = "First he said so here. Then he said so there.";
    host.files.insert(ARTICLE.into(), twice.as_bytes().to_vec());
    let mut window = Window::with(host, &[ARTICLE]);
    assert!(window.says("1 mark needs a look"));
    window.keys(&["Ctrl+Shift+E"]);
    assert!(window.says("Show place 1") && window.session().focus().is_some());
    window.keys(&["Ctrl+Enter"]);
    assert!(window.says("1 mark needs a look"), "the first time only shows the place");
    window.keys(&["Ctrl+Enter"]);
    assert!(!window.says("needs a look"));
    let hull = window.session().marks()[0].hull().expect("a place");
    assert_eq!(window.session().document().slice(hull), "he said so");
}

#[test]
fn a_mark_can_be_left_as_it_is() {
    let mut window = changed("[opinion#o1:A disgrace.] The vote is on Monday.", "The vote is on Monday.");
    let before = window.layer_file();
    window.keys(&["F5", "Ctrl+Shift+E"]);
    window.click("Leave it");
    assert!(!window.says("Its words are gone") && window.says("1 mark needs a look"));
    window.wait(1.0);
    assert_eq!(window.layer_file(), before);
}

#[test]
fn what_changed_since_it_was_marked_is_shown_where_the_text_was_kept() {
    let mut host = MemoryHost::default();
    article::lay_down("[claim#c1:35 people died].", ARTICLE, &mut host).expect("marked text");
    let mut window = Window::with(host.clone(), &[ARTICLE]);
    window.keys(&["Ctrl+Shift+D"]);
    assert!(!window.says("since it was marked"), "there is no other text");
    let old = postil::document::Document::plain("35 people died.");
    host.texts.insert(old.digest(), old.text().to_owned());
    host.files.insert(ARTICLE.into(), b"At least 35 people died.".to_vec());
    let mut window = Window::with(host, &[ARTICLE]);
    window.keys(&["Ctrl+Shift+D"]);
    assert!(window.says("since it was marked"));
    assert_eq!(window.buttons_with("figure: ").len(), 1);
    // A row leads to its place on the page.
    window.click("Before: 35 people died. Now: At least 35 people died.");
    assert!(!window.says("since it was marked"));
}

#[test]
fn a_mark_that_needs_a_look_leaves_the_list_where_it_is() {
    let mut window = changed(MARKED, NEW);
    window.keys(&["F5"]);
    let row = |window: &Window| window.named("Claim: Nobody denied it")[0];
    window.click("Claim: Nobody denied it");
    let before = row(&window);
    window.click("Casualty report: 35 people were killed");
    assert!(window.says("It is right"), "{:?}", window.names());
    assert_eq!(row(&window), before);
}
