//! Where people's marks differ: listed, counted, filtered, gone to by a click and stepped through by a key.

use crate::article;
use crate::window::{ARTICLE, Window};
use postil::host::MemoryHost;
use postil::layer::TagId;

const MARKED: &str = "\
[claim#a1:Eight people died] in the raid. The army [denial#a2:denied it]. [opinion#a3:A disgrace].
//- layer Ben
[claim#b1:Eight people died in the raid]. The army [opinion#b2:denied it]. A disgrace.
//- layer Cem
[claim#c1:Eight people died] in the raid. The army [denial#c2:denied it]. A disgrace.";

fn folder() -> Window {
    let mut host = MemoryHost::default();
    article::lay_down(MARKED, ARTICLE, &mut host).expect("marked text");
    Window::with(host, &["/desk"])
}

fn chosen(window: &Window) -> String {
    window.session().focus().map(|id| id.to_string()).unwrap_or_default()
}

#[test]
fn a_key_goes_from_difference_to_difference_and_round() {
    let mut window = Window::open(MARKED);
    assert!(!window.says("Marked differently: tag"));
    let mut gone = Vec::new();
    for key in ["N", "N", "N", "N", "Shift+N"] {
        window.keys(&[key]);
        gone.push(chosen(&window));
    }
    assert_eq!(gone, ["a1", "a2", "a3", "a1", "a3"]);
    let bars: Vec<String> =
        window.names().into_iter().filter(|name| name.contains("Marked differently")).collect();
    assert!(bars.iter().any(|bar| bar.ends_with("denied it; Marked differently: tag")), "{bars:?}");
    assert!(bars.iter().any(|bar| bar.ends_with("Marked differently: only the ends")), "{bars:?}");
    assert!(bars.iter().any(|bar| bar.ends_with("Marked differently: missing")), "{bars:?}");
}

#[test]
fn differences_are_counted_by_kind_filtered_and_gone_to() {
    let mut window = folder();
    window.keys(&["Ctrl+Shift+G"]);
    assert!(window.says("3 differences in 1 article, 0 agreed, 0 decided"), "{:?}", window.names());
    assert_eq!(window.buttons_with("Ana").iter().filter(|row| row.contains(" / ")).count(), 3);
    window.click("tag 1");
    let rows: Vec<String> =
        window.buttons_with("Ana").into_iter().filter(|row| row.contains(" / ")).collect();
    assert_eq!(rows, ["tag; denied it; Ana, Cem: Denial / Ben: Opinion"]);
    window.click(&rows[0]);
    assert_eq!(chosen(&window), "a2");
    assert!(window.says("Page: Differences"));
}

#[test]
fn who_is_compared_is_chosen_on_the_page_and_holds_in_the_article() {
    let mut window = folder();
    window.keys(&["Ctrl+Shift+G"]);
    window.click("Ben");
    assert!(window.says("1 difference in 1 article, 2 agreed, 0 decided"), "{:?}", window.names());
    window.keys(&["N", "Enter"]);
    assert_eq!(chosen(&window), "a3");
    window.keys(&["N"]);
    assert_eq!(chosen(&window), "a3");
}

#[test]
fn the_whole_folder_is_compared_or_the_open_article_alone_and_people_stand_in_the_order_of_their_numbers() {
    let mut host = MemoryHost::default();
    article::lay_down(MARKED, ARTICLE, &mut host).expect("marked text");
    let other = "[claim#d1:Shells fell].\n//- layer Ben\n[opinion#e1:Shells fell].\n\
                 //- layer Ben 10\n[claim#f1:Shells fell].\n//- layer Ben 2\n[claim#g1:Shells fell].";
    article::lay_down(other, "/desk/other.txt", &mut host).expect("marked text");
    let mut window = Window::with(host, &["/desk"]);
    window.keys(&["Ctrl+Shift+G"]);
    assert!(window.says("4 differences in 2 articles, 0 agreed, 0 decided"), "{:?}", window.names());
    let names = ["Ben", "Ben 2", "Ben 10"];
    let people = window.buttons_with("Ben").into_iter().filter(|name| names.contains(&name.as_str()));
    assert_eq!(people.collect::<Vec<_>>(), names);
    window.click("Only this article");
    assert!(window.says("3 differences in 1 article, 0 agreed, 0 decided"), "{:?}", window.names());
}

#[test]
fn agreement_is_measured_with_a_sentence_and_told_where_it_is_undefined() {
    let mut window = folder();
    window.keys(&["Ctrl+Shift+G"]);
    window.click("Cem");
    window.click("Agreement");
    assert!(window.says("Of the marks of both, 0 % have the ends and the tags of one of the other’s"));
    assert!(
        window.says("Same ends and tags: F1") && window.says("u-α of 2016 (passages)"),
        "{:?}",
        window.names()
    );
    // Who takes what for what, with what was not marked.
    window.click("Who takes what for what");
    assert!(window.says("Ana: Denial; Ben: Opinion; once"), "{:?}", window.names());
    assert!(window.says("Ana: Opinion; Ben: nothing; once"));
    // A tag that one of them alone gave has nothing to be told of in some measures.
    window.click("By tag");
    assert!(
        window.names().iter().any(|name| name.contains("Claim; Ends in part: F1; 0.50")),
        "{:?}",
        window.names()
    );
}

#[test]
fn agreement_opens_with_what_can_be_told_and_says_what_is_missing_in_a_line() {
    let mut host = MemoryHost::default();
    let marked = "[claim:Eight people died]. The army [denial:denied] it. It was an outrage.";
    let two = format!("{marked}\n//- layer Ben\n{marked}");
    article::lay_down(&two, "/desk/one.txt", &mut host).expect("marked text");
    let three = format!("{two}\n//- layer Cem\n{marked}");
    article::lay_down(&three, "/desk/two.txt", &mut host).expect("marked text");
    // Each article was marked by two of the three.
    host.files.retain(|path, _| !path.to_string_lossy().contains("two.txt.ana"));
    let mut window = Window::with(host, &["/desk"]);
    window.rest();
    window.keys(&["Ctrl+Shift+G"]);
    window.rest();
    window.click("Agreement");
    window.rest();
    let missing = "All 3 together cannot be measured: there is no article that all of them marked";
    assert!(window.says(missing), "{:?}", window.names());
    assert!(window.says("Of the marks of both, 100 % have the ends and the tags of one of the other’s"));
    let pair = window.buttons_with(" and ");
    assert!(pair.iter().any(|name| name == "Ana and Ben"), "{pair:?}");
    // Who asks for all is told the same of each measure, in one line.
    window.click("Ana and Ben");
    window.click("All 3");
    let untold: Vec<String> =
        window.names().into_iter().filter(|name| name.contains("Cannot be told")).collect();
    assert_eq!(untold.len(), 1, "{untold:?}");
    assert!(untold[0].contains("Fleiss") && untold[0].contains("γ"), "{untold:?}");
}

#[test]
fn agreement_is_exported_section_by_section() {
    let mut window = folder();
    window.keys(&["Ctrl+Shift+G"]);
    let table = |window: &mut Window, section: &str| {
        window.click(section);
        window.rest();
        window.keys(&["Ctrl+E"]);
        window.rest();
        assert!(window.says("The page “Differences” as it is shown"), "{section}: {:?}", window.names());
        let place = window.field("Write to");
        window.keys(&["Enter"]);
        window.rest();
        let bytes = window.disk().files.remove(std::path::Path::new(&place)).expect("a table");
        String::from_utf8(bytes).expect("UTF-8")
    };
    let measures = table(&mut window, "Agreement");
    assert!(measures.contains("Measure,Value,With its interval,Made of,What it says"), "{measures}");
    let people = table(&mut window, "People × people");
    assert!(people.contains(",Ana,Ben,Cem") && people.contains("\nAna,,"), "{people}");
    let confusion = table(&mut window, "Who takes what for what");
    assert!(confusion.contains("Denial,") && confusion.contains("nothing"), "{confusion}");
    let tags = table(&mut window, "By tag");
    assert!(tags.contains("Claim,"), "{tags}");
}

#[test]
fn who_settles_decides_with_a_reason_and_can_take_it_back() {
    let mut window = folder();
    window.keys(&["Ctrl+Shift+G"]);
    window.click("Settle as “Settled (Ana)”");
    assert!(window.says("Take over what all agree on (0)"), "{:?}", window.names());
    window.click("tag 1");
    window.keys(&["N"]);
    window.click("Reason");
    window.type_text("it judges");
    window.click("Take Ben’s");
    assert!(window.says("2 differences in 1 article, 0 agreed, 1 decided"), "{:?}", window.names());
    assert!(window.says("In the outcome: Ana 0 of 1, Ben 1 of 1, Cem 0 of 1"), "{:?}", window.names());
    let mine = window.session().my_layer().expect("a layer").layer.annotations().next().cloned();
    let mine = mine.expect("a decision");
    assert_eq!((mine.tags[0].as_str(), mine.note.as_str()), ("opinion", "it judges"));
    // It stands among the decided ones, with who decided.
    window.click("All kinds");
    window.click("Decided ones too");
    assert!(!window.buttons_with("Settled (Ana) took one").is_empty(), "{:?}", window.names());
    window.keys(&["Ctrl+Alt+Z"]);
    assert!(window.says("3 differences in 1 article, 0 agreed, 0 decided"), "{:?}", window.names());
}

#[test]
fn what_many_articles_were_given_is_taken_back_from_a_field_too() {
    let mut window = folder();
    window.keys(&["Ctrl+Shift+G"]);
    window.click("Settle as “Settled (Ana)”");
    window.click("tag 1");
    window.keys(&["N"]);
    window.click("Take Ben’s");
    assert!(window.says("2 differences in 1 article, 0 agreed, 1 decided"), "{:?}", window.names());
    window.click("Filter the articles");
    window.type_text("article");
    // The words of a field have Ctrl+Z.
    window.keys(&["Ctrl+Alt+Z"]);
    assert!(window.says("3 differences in 1 article, 0 agreed, 0 decided"), "{:?}", window.names());
    assert_eq!(window.field("Filter the articles"), "article");
    window.keys(&["Ctrl+Z"]);
    assert_ne!(window.field("Filter the articles"), "article");
}

#[test]
fn what_is_taken_can_be_reworded_in_the_layer_of_who_settles() {
    let mut window = folder();
    window.keys(&["Ctrl+Shift+G"]);
    window.click("Settle as “Settled (Ana)”");
    window.click("tag 1");
    window.keys(&["N"]);
    window.click("Take and reword");
    window.rest();
    window.keys(&["2"]);
    let mine = window.session().my_layer().expect("a layer").layer.annotations().next().cloned();
    let mine = mine.expect("a decision");
    assert_eq!(mine.tags.iter().map(TagId::as_str).collect::<Vec<_>>(), ["denial"], "{:?}", window.names());
    window.keys(&["Ctrl+Shift+G"]);
    assert!(window.says("2 differences in 1 article, 0 agreed, 1 decided"), "{:?}", window.names());
}

#[test]
fn a_difference_is_decided_below_the_article() {
    let mut window = folder();
    window.keys(&["Ctrl+Shift+G"]);
    window.click("Settle as “Settled (Ana)”");
    let rows = window.buttons_with(" / ");
    window.click(&rows[0]);
    assert_eq!(chosen(&window), "a1");
    assert!(window.says("Difference 1 of 3"), "{:?}", window.names());
    window.click("Merge");
    window.keys(&["N"]);
    assert!(window.says("Difference 2 of 3") && chosen(&window) == "a2", "{:?}", window.names());
    window.click("Hide differences");
    assert!(!window.says("Hide differences"));
}

#[test]
fn who_has_done_what_is_a_table_that_leads_to_the_marks() {
    let mut host = MemoryHost::default();
    article::lay_down(MARKED, ARTICLE, &mut host).expect("marked text");
    article::lay_down("[claim#d1:Shells fell].", "/desk/other.txt", &mut host).expect("marked text");
    let mut window = Window::with(host, &["/desk"]);
    window.keys(&["Ctrl+Shift+P"]);
    window.type_text("who has done what");
    window.keys(&["Enter"]);
    assert!(
        window.names().iter().any(|name| name.contains("Ben: 0 handed in, 1 in work, 1 not begun; 2 marks"))
    );
    let cells = window.buttons_with("Ben: in work, 2 marks");
    window.click(&cells[0]);
    assert_eq!(chosen(&window), "b1");
}

#[test]
fn marks_are_talked_of_in_their_card_until_it_is_resolved() {
    let mut host = MemoryHost::default();
    article::lay_down(MARKED, ARTICLE, &mut host).expect("marked text");
    let mut window = Window::with(host, &["/desk"]);
    let row = window.buttons_with("Opinion: denied it").remove(0);
    window.click(&row);
    window.click("Replies");
    window.type_text("It judges nothing.");
    window.keys(&["Enter"]);
    assert!(
        window.names().iter().any(|name| name.contains("Ana, ") && name.contains(": It judges nothing."))
    );
    let reply = window.session().my_layer().expect("a layer").layer.annotations().last().cloned();
    assert_eq!(reply.expect("a reply").note, "It judges nothing.");
    // A reply is no mark, however it comes and goes.
    let counted = |window: &Window| {
        let layer = &window.session().my_layer().expect("a layer").layer;
        assert_eq!(layer.n_marks(), layer.annotations().filter(|mark| !mark.is_reply()).count());
        (layer.n_marks(), layer.annotations().len())
    };
    let (n_marks, n_all) = counted(&window);
    assert!(n_marks < n_all, "{n_marks} of {n_all}");
    window.keys(&["Ctrl+Z"]);
    assert_eq!(counted(&window), (n_marks, n_all - 1));
    window.keys(&["Ctrl+Shift+Z"]);
    assert_eq!(counted(&window), (n_marks, n_all));
    window.click("Resolve");
    assert!(window.says("resolved"), "{:?}", window.names());
    // It is no mark that anybody lacks, and somebody else has not read it.
    let other = window.buttons_with("Opinion: A disgrace").remove(0);
    window.click(&other);
    window.keys(&["Ctrl+Shift+G"]);
    assert!(window.says("3 differences in 1 article, 0 agreed, 0 decided"), "{:?}", window.names());
    assert!(!window.says("not read"), "{:?}", window.names());
    window.click("Settle as “Settled (Ana)”");
    window.rest();
    assert!(window.says("2 replies not read"), "{:?}", window.names());
    window.keys(&["Escape"]);
}

#[test]
fn how_all_marks_were_paired_is_listed_with_what_is_alike() {
    let mut window = folder();
    window.keys(&["Ctrl+Shift+G"]);
    window.click("Ben");
    assert!(window.says("1 difference in 1 article, 2 agreed, 0 decided"), "{:?}", window.names());
    window.click("What is alike too");
    let rows: Vec<String> = window.buttons_with("Ana").into_iter().filter(|row| row.contains("; ")).collect();
    assert_eq!(
        rows,
        [
            "alike; Eight people died; Ana, Cem: Claim",
            "alike; denied it; Ana, Cem: Denial",
            "missing; A disgrace; Ana: Opinion / Cem: nothing",
        ]
    );
    window.click(&rows[1]);
    assert_eq!(chosen(&window), "a2");
}

#[test]
fn what_is_hidden_from_who_marks_blind_is_neither_compared_nor_measured() {
    let mut host = MemoryHost::default();
    article::lay_down(MARKED, ARTICLE, &mut host).expect("marked text");
    host.files.insert("/desk/postil.toml".into(), b"blind = true\n".to_vec());
    let mut window = Window::with(host, &["/desk"]);
    window.rest();
    window.keys(&["Ctrl+Shift+G"]);
    window.rest();
    let hidden = "In 1 article others’ marks are hidden until you hand in; they are not compared";
    assert!(window.says(hidden), "{:?}", window.names());
    assert!(window.says("0 differences in 0 articles, 0 agreed, 0 decided"), "{:?}", window.names());
    window.click("Agreement");
    window.rest();
    assert!(!window.says("Of the marks of both"), "{:?}", window.names());
    window.keys(&["Escape", "Ctrl+Shift+P"]);
    window.type_text("hand in");
    window.keys(&["Enter", "Enter"]);
    window.rest();
    window.keys(&["Escape", "Ctrl+Shift+G"]);
    window.rest();
    assert!(!window.says(hidden), "{:?}", window.names());
    window.click("Agreement");
    window.click("Cem");
    window.rest();
    assert!(window.says("Of the marks of both, 0 % have"), "{:?}", window.names());
}
