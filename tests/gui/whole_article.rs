//! An article of our own, as rough as machines translate, marked whole by keyboard: proposals, links, an implied
//! claim, sources, names put together; closed, and all there the next day.

use crate::window::Window;
use postil::host::MemoryHost;
use postil::layer::{Annotator, AnnotatorId};

const VOSTRA: &[u8] = include_bytes!("../fixtures/vostra.txt");

/// Each mark of a tag: its words, who says it, and its counts.
fn marks(window: &Window, tag: &str) -> Vec<(String, String, Vec<String>)> {
    let marks = window.session().marks().into_iter();
    let tagged = marks.filter(|mark| mark.annotation.tags.iter().any(|own| own.as_str() == tag));
    let told = tagged.map(|mark| {
        let annotation = mark.annotation;
        let counts = annotation.figures.iter().map(|figure| figure.interval()).collect();
        (annotation.quote(), annotation.attribution.summary(), counts)
    });
    told.collect()
}

/// The counts of the mark that begins so.
fn counts(window: &Window, words: &str) -> Vec<String> {
    let all = marks(window, "casualty-report").into_iter();
    all.filter(|(quote, ..)| quote.contains(words)).flat_map(|(_, _, counts)| counts).collect()
}

/// The denials of which nobody says what they deny, on the page of checks.
fn open_denials(window: &Window) -> Vec<String> {
    window.buttons_with("denies, and nobody says what")
}

fn check(window: &Window) {
    let denials = marks(window, "denial");
    assert_eq!(denials.len(), 3, "{denials:?}");
    let session = window.session();
    let is_denial = |mark: &&postil::session::MarkRef<'_>| {
        mark.annotation.tags.iter().any(|tag| tag.as_str() == "denial")
    };
    for mark in session.marks().iter().filter(is_denial) {
        let id = mark.annotation.id;
        let denies = session.article().relations_of(id).any(|(_, relation)| relation.from == id);
        assert!(denies, "“{}” denies something", mark.annotation.quote());
    }
    assert_eq!(counts(window, "more than 35 people were killed"), ["≥ 36"]);
    assert_eq!(counts(window, "Many were wounded"), ["as worded"]);
    assert_eq!(counts(window, "was executed two people"), ["2"]);
    let representative = denials.iter().find(|(quote, ..)| quote.contains("The representative"));
    let source = representative.map(|(_, source, _)| source.as_str());
    assert_eq!(source, Some("the representative of the United guard of the Delta"));
    let implied: Vec<_> = marks(window, "claim").into_iter().map(|(quote, ..)| quote).collect();
    assert!(implied.iter().any(|quote| quote == "The brotherhood is beaten"), "{implied:?}");
}

#[test]
fn an_article_is_marked_whole_by_keyboard_and_all_is_there_the_next_day() {
    let mut host = MemoryHost::with("/desk/article.txt", VOSTRA);
    let ana = AnnotatorId::named("ana").expect("a name");
    host.annotator = Some(Annotator::new(ana, "Ana"));
    let mut window = Window::with(host, &["/desk/article.txt"]);
    window.keys(&["Ctrl+Shift+R"]);
    while window.session().has_open_proposals() {
        window.keys(&["Y"]);
    }
    window.keys(&["Ctrl+Shift+R", "Ctrl+Shift+H"]);
    assert_eq!(open_denials(&window).len(), 3, "{:?}", window.names());
    // The headline denies the deal, as the representative does; the brotherhood what is only implied.
    for denial in ["Vostra: why Karsia refused", "The representative of the United guard"] {
        let row = open_denials(&window).into_iter().find(|row| row.contains(denial)).expect("it is open");
        window.click(&row);
        window.keys(&["Enter"]);
        window.type_text("a deal was struck");
        window.keys(&["Enter"]);
        window.keys(&["Ctrl+Shift+H"]);
    }
    let row = open_denials(&window).remove(0);
    window.click(&row);
    window.click("It denies what is only implied…");
    window.type_text("The brotherhood is beaten");
    window.keys(&["Enter"]);
    window.keys(&["Ctrl+Shift+H"]);
    assert!(open_denials(&window).is_empty(), "{:?}", window.names());
    // A source that no rule finds is named from where the check stands.
    let row = window.buttons_with("has no source").remove(0);
    window.click(&row);
    window.keys(&["Enter"]);
    window.type_text("a hospital in Vostra");
    window.keys(&["Enter"]);
    let named =
        marks(&window, "casualty-report").into_iter().filter(|(_, source, _)| source.contains("a hospital"));
    assert_eq!(named.count(), 1, "{:?}", marks(&window, "casualty-report"));
    window.keys(&["Ctrl+Shift+A"]);
    for group in [["BKO;", "Northern brotherhood;"], ["UGD;", "OSD;"]] {
        for name in group {
            let row = window.buttons_with(name).remove(0);
            window.click(&row);
        }
        window.keys(&["G"]);
    }
    let is_grouped = |window: &Window| {
        !window.buttons_with("BKO, Northern brotherhood").is_empty()
            && !window.buttons_with("UGD, OSD").is_empty()
    };
    assert!(is_grouped(&window), "{:?}", window.names());
    check(&window);
    let mut tomorrow = window.crash();
    check(&tomorrow);
    tomorrow.keys(&["Ctrl+Shift+A"]);
    assert!(is_grouped(&tomorrow), "{:?}", tomorrow.names());
}
