//! The pages Incidents and Sources.

use crate::article;
use crate::window::Window;
use postil::document::import::Options;
use postil::host::{MemoryHost, Storage as _};
use postil::session::{Action, Session};

/// Three articles on one raid.
fn folder() -> Window {
    let mut host = MemoryHost::default();
    let raid = |id: &str, count: &str, source: &str| {
        format!(
            "Accounts of Zahra: [casualty-report#{id}:{count} people were killed].\n\n@ {id} figure '{count} people were \
             killed' place 'Zahra' when '2017-04-16'\n@ {id} source '{source}'"
        )
    };
    let articles = [
        ("one", "k1", "35", "the monitor"),
        ("two", "k2", "at least 40", "the monitor"),
        ("three", "k3", "12", "the army"),
    ];
    for (name, id, count, source) in articles {
        let path = format!("/desk/{name}.txt");
        article::lay_down(&raid(id, count, source), &path, &mut host).expect("marked text");
    }
    Window::with(host, &["/desk"])
}

#[test]
fn an_incident_has_a_number_line_with_a_bar_that_leads_to_its_passage() {
    let mut window = folder();
    window.keys(&["Ctrl+Shift+I"]);
    assert!(window.says("1 incident"), "{:?}", window.names());
    assert!(window.says("killed: from 12 to open (Range)"), "{:?}", window.names());
    window.click("Most conservative");
    assert!(window.says("killed: 12, from 12 to open (Most conservative)"), "{:?}", window.names());
    let bar = window.buttons_with("the army: 12 killed").remove(0);
    window.click(&bar);
    assert_eq!(window.session().file_name(), "three.txt");
    let focus = window.session().focus().expect("a chosen mark");
    let quote = window.session().mark(focus).map(|mark| mark.annotation.quote());
    assert_eq!(quote.as_deref(), Some("12 people were killed"));
    // The page keeps its tab, and follows what is changed.
    window.keys(&["Delete"]);
    window.click("Page: Incidents");
    assert!(window.buttons_with("the army: 12 killed").is_empty(), "{:?}", window.names());
}

#[test]
fn what_each_source_says_is_a_page() {
    let mut window = folder();
    window.keys(&["Ctrl+Shift+L"]);
    assert!(window.says("2 sources") && window.says("the monitor"), "{:?}", window.names());
}

#[test]
fn people_name_split_and_judge_incidents_and_can_undo_it() {
    let mut window = folder();
    window.keys(&["Ctrl+Shift+I"]);
    window.click("Choose figure 2");
    window.click("Split off");
    // The two that stay are one incident, and the one that was split off is another.
    assert!(
        window.says("2 incidents") && window.buttons_with("the army: 12 killed").is_empty(),
        "{:?}",
        window.names()
    );
    window.click("Name");
    window.type_text("The raid on Zahra");
    window.keys(&["Enter"]);
    assert!(window.says("The raid on Zahra"), "{:?}", window.names());
    window.click("contested");
    assert!(!window.is_enabled("Give verdict"), "a verdict needs a reason");
    window.click("Reason");
    window.type_text("the army was not there");
    window.keys(&["Enter"]);
    let file = register(&window);
    assert!(file.contains("The raid on Zahra") && file.contains("the army was not there"), "{file}");
    assert!(
        window.names().iter().any(|name| name.contains("the army was not there")),
        "{:?}",
        window.names()
    );
    window.keys(&["Ctrl+Z"]);
    assert!(!register(&window).contains("the army was not there"));
    window.click("Join with…");
    let other = window.buttons_with("Zahra 16 April 2017").remove(0);
    window.click(&other);
    assert!(window.says("1 incident"), "{:?}", window.names());
    assert!(!window.buttons_with("the army: 12 killed").is_empty(), "{:?}", window.names());
    window.click("Take apart");
    assert!(!register(&window).contains("The raid on Zahra"));
}

/// What is said of the folder, as it is on the disk.
fn register(window: &Window) -> String {
    let disk = window.disk();
    let files = disk.files.iter().filter(|(path, _)| path.to_string_lossy().contains("/folder."));
    files.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect()
}

#[test]
fn a_line_of_filters_leaves_the_incidents_that_such_marks_tell() {
    let mut window = folder();
    window.keys(&["Ctrl+Shift+I"]);
    window.click("Filter incidents");
    window.type_text("source:army");
    assert!(window.says("1 incident"), "{:?}", window.names());
    window.type_text("x");
    assert!(window.says("No incident is told by such marks"), "{:?}", window.names());
    window.click("Remove source:armyx");
    assert!(window.says("1 incident"), "{:?}", window.names());
}

#[test]
fn sources_are_sorted_by_a_column_and_lead_to_their_marks() {
    let mut window = folder();
    window.keys(&["Ctrl+Shift+L"]);
    let first = |window: &Window| window.buttons_with("Marks: ").first().cloned().unwrap_or_default();
    assert!(first(&window).starts_with("the monitor"), "{:?}", window.names());
    window.click("Sort by Source");
    assert!(first(&window).starts_with("the army"), "{:?}", window.names());
    let army = first(&window);
    window.click(&army);
    assert_eq!(window.field("Filter all marks"), "source:\"the army\"", "{:?}", window.names());
}

#[test]
fn a_page_keeps_its_order_and_its_line_while_others_are_looked_at() {
    let mut window = folder();
    window.keys(&["Ctrl+Shift+L"]);
    window.click("Sort by Source");
    window.keys(&["Ctrl+F"]);
    window.type_text("source:army");
    window.rest();
    let shown = |window: &Window| (window.buttons_with("Marks: "), window.field("Filter sources"));
    let (rows, line) = shown(&window);
    assert_eq!((rows.len(), line.as_str()), (1, "source:army"), "{:?}", window.names());
    window.keys(&["Ctrl+Shift+I", "Ctrl+Shift+Q", "Ctrl+Shift+L"]);
    window.rest();
    assert_eq!(shown(&window), (rows, line));
    window.keys(&["Ctrl+F", "Ctrl+A", "Backspace"]);
    window.rest();
    assert!(window.buttons_with("Marks: ")[0].starts_with("the army"), "{:?}", window.names());
}

#[test]
fn marks_are_counted_as_bars_that_list_them() {
    let mut host = MemoryHost::default();
    let person = host.annotator_called("Ana").expect("a person");
    for (name, day, outlet) in [("one", "2017-04-16", "Herald"), ("two", "2017-04-18", "Herald Tribune")] {
        let text = format!("---\ndate: {day}\nsource: {outlet}\n---\n\nEight died, said the cruel army.\n");
        let path = format!("/desk/{name}.md");
        host.files.insert(path.as_str().into(), text.into_bytes());
        let me = Some(person.clone());
        let mut session = Session::open(path.as_ref(), &Options::default(), me, &host).expect("opened");
        for line in ["select 'Eight died'", "tag claim", "select 'cruel'", "tag opinion", "save"] {
            session.perform(&line.parse::<Action>().expect("an action"), &mut host).expect("done");
        }
    }
    let mut window = Window::with(host, &["/desk"]);
    window.keys(&["Ctrl+Shift+Q"]);
    assert!(window.says("4 marks in 2 articles"), "{:?}", window.names());
    let bars = ["16 April 2017: 2 marks", "18 April 2017: 2 marks", "Claim: 2 marks", "Herald: 2 marks"];
    for bar in bars {
        assert!(window.says(bar), "{bar} {:?}", window.names());
    }
    // The keyboard is on the first day that has any, and the arrow passes over the day that has none.
    window.keys(&["ArrowRight", "Enter"]);
    assert_eq!(window.field("Filter all marks"), "date:2017-04-18", "{:?}", window.names());
    window.click("Page: Counts and times");
    window.click("Herald: 2 marks");
    assert_eq!(window.field("Filter all marks"), "outlet:=Herald");
    assert!(window.says("2 marks") && !window.says("4 marks in 2 articles"), "{:?}", window.names());
    // What the page is filtered by is kept, and goes along.
    window.click("Page: Counts and times");
    window.click("Filter counts");
    window.type_text("tag:claim");
    assert!(window.says("2 marks in 2 articles") && !window.says("Opinion: 2 marks"), "{:?}", window.names());
    window.click("Herald: 1 mark");
    assert_eq!(window.field("Filter all marks"), "tag:claim outlet:=Herald");
}

#[test]
fn an_article_is_dated_by_a_person_where_its_file_is_wrong() {
    let article = "---\ntitle: A late print\ndate: 2016-10-06\nsite: Herald\n---\n\nNine people died.\n";
    let mut window = Window::with(MemoryHost::with("/desk/late.md", article.as_bytes()), &["/desk"]);
    let card = |window: &Window| {
        let all = window.buttons_with("A late print");
        all.into_iter().find(|name| name.contains("late.md")).expect("a card")
    };
    let shown = card(&window);
    window.click(&shown);
    window.keys(&["Ctrl+Shift+P"]);
    window.type_text("correct date");
    window.keys(&["Enter"]);
    assert!(window.says("The file says: 6 October 2016"), "{:?}", window.names());
    window.click("Published on");
    window.keys(&["Ctrl+A"]);
    window.type_text("4/6/2016");
    assert!(!window.is_enabled("Correct"), "that may be two days");
    window.keys(&["Ctrl+A"]);
    window.type_text("2016-10-03");
    window.keys(&["Enter"]);
    let corrected = "Corrected by Ana. The file says: 6 October 2016 · Herald";
    let shown = card(&window);
    assert!(shown.contains("3 October 2016") && shown.contains(corrected), "{shown}");
    assert!(register(&window).contains("\"value\":\"2016-10-03\""), "{}", register(&window));
    assert!(window.disk().files[std::path::Path::new("/desk/late.md")] == article.as_bytes());
    // It is taken back on the pages about the folder.
    window.keys(&["Ctrl+Shift+I", "Ctrl+Z"]);
    let shown = card(&window);
    assert!(shown.contains("6 October 2016") && !shown.contains("Corrected"), "{shown}");
}

#[test]
fn who_corrects_an_article_without_a_name_is_asked_for_it() {
    let mut host = MemoryHost::with("/desk/late.txt", b"A late print.\n\nNine people died.\n");
    host.annotator = None;
    let mut window = Window::with(host, &["/desk"]);
    let card = window.buttons_with("A late print").remove(0);
    window.click(&card);
    window.keys(&["Ctrl+Shift+P"]);
    window.type_text("correct date");
    window.keys(&["Enter"]);
    assert!(window.says("The file says nothing."), "{:?}", window.names());
    window.click("Published on");
    window.type_text("2016-10");
    window.click("Published by");
    window.type_text("The Post");
    window.keys(&["Enter"]);
    window.type_text("Ana");
    window.keys(&["Enter"]);
    let file = register(&window);
    assert!(file.contains("\"value\":\"2016-10\"") && file.contains("\"value\":\"The Post\""), "{file}");
}
