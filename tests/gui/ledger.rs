//! The pages Incidents and Sources.

use crate::article;
use crate::window::Window;
use postil::host::MemoryHost;

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
