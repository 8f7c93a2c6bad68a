//! What the rules propose: asked for, gone through, accepted and refused by one key each.

use crate::window::Window;
use postil::host::MemoryHost;

const TEXT: &str = "The army denied that it had shelled the mill.\n\nMany were injured, and more than 35 people were \
                    killed, a hospital reported.\n\nThe bridge was built in 1890.";

fn window() -> Window {
    Window::open(TEXT)
}

fn marks(window: &Window) -> Vec<(String, String, String)> {
    let marks = window.session().marks().into_iter();
    let told = marks.map(|mark| {
        let annotation = mark.annotation;
        let by = annotation.proposed_by.clone().unwrap_or_default();
        (annotation.quote(), annotation.attribution.summary(), by)
    });
    told.collect()
}

#[test]
fn nothing_is_proposed_until_it_is_asked_for_and_all_is_put_away_again() {
    let mut window = window();
    assert!(!window.session().has_proposals());
    window.keys(&["Y"]);
    assert!(marks(&window).is_empty());
    window.keys(&["Ctrl+Shift+R"]);
    let (said, away) = (window.places_of("3 passages are proposed"), window.named("Put away"));
    assert!(!said.is_empty() && away.len() == 1, "{:?}", window.names());
    assert!(said.iter().all(|said| said.bottom() <= away[0].top()), "{said:?} lies over {away:?}");
    window.click("Put away");
    assert!(!window.session().has_proposals());
    assert!(marks(&window).is_empty(), "nothing was marked");
}

#[test]
fn one_key_accepts_with_source_and_figure_and_one_refuses() {
    let mut window = window();
    window.keys(&["Ctrl+Shift+R", "Y"]);
    let denial = ("The army denied that it had shelled the mill", "the army", "Postil cues 1");
    let expected =
        |(quote, source, by): (&str, &str, &str)| (quote.to_owned(), source.to_owned(), by.to_owned());
    assert_eq!(marks(&window), [expected(denial)]);
    window.keys(&["X", "Y"]);
    let count = ("more than 35 people were killed", "a hospital", "Postil cues 1");
    assert_eq!(marks(&window), [expected(denial), expected(count)]);
    let session = window.session();
    let figures: Vec<String> = session
        .marks()
        .iter()
        .flat_map(|mark| &mark.annotation.figures)
        .map(|figure| figure.interval())
        .collect();
    assert_eq!(figures, ["≥ 36"]);
    assert!(session.proposals().is_empty());
    assert!(window.says("All proposals are accepted or refused"), "{:?}", window.names());
    window.keys(&["Ctrl+Z"]);
    assert_eq!(marks(&window), [expected(denial)]);
    assert_eq!(window.session().proposals().len(), 1, "what was taken back is open again");
}

#[test]
fn the_bar_tells_why_and_goes_on_and_back() {
    let mut window = window();
    window.keys(&["Ctrl+Shift+R"]);
    assert!(window.names().iter().any(|name| name == "Label: Proposal 1 of 3"), "{:?}", window.names());
    let why = "Label: because of the words “denied”; said by the army";
    assert!(window.names().iter().any(|name| name.starts_with(why)), "{:?}", window.names());
    window.click("Next");
    assert_eq!(window.session().chosen_proposal(), Some(2));
    window.keys(&["Ctrl+Alt+J"]);
    assert_eq!(window.session().chosen_proposal(), Some(3));
    window.keys(&["Ctrl+Alt+J"]);
    assert_eq!(window.session().chosen_proposal(), Some(1), "behind the last the first again");
    window.keys(&["Ctrl+Alt+K"]);
    assert_eq!(window.session().chosen_proposal(), Some(3));
    window.click("Accept");
    assert_eq!(marks(&window).len(), 1);
    window.click("2 marks are proposed");
    assert_eq!(window.session().proposals().len(), 2);
}

#[test]
fn rules_of_a_folder_that_are_wrong_are_told() {
    let mut host = MemoryHost::with("/desk/a.txt", TEXT.as_bytes());
    host.files.insert("/desk/proposals.postil.toml".into(), b"least = 7".to_vec());
    let mut window = Window::with(host, &["/desk/a.txt"]);
    window.keys(&["Ctrl+Shift+R"]);
    assert!(!window.session().has_proposals());
    assert!(window.names().iter().any(|name| name.contains("proposals.postil.toml")), "{:?}", window.names());
}

#[test]
fn what_is_refused_stays_so_after_closing_and_is_no_mark() {
    let mut window = window();
    window.keys(&["Ctrl+Shift+R", "X", "X"]);
    assert_eq!(window.session().proposals().len(), 1);
    let mut again = window.crash();
    again.keys(&["Ctrl+Shift+R"]);
    let open = |window: &Window| -> Vec<usize> {
        window.session().proposals().iter().map(|(nth, _)| *nth).collect()
    };
    assert_eq!(open(&again), [3], "{:?}", again.names());
    assert!(marks(&again).is_empty(), "nothing was marked");
    let register = |window: &Window| {
        let disk = window.disk();
        let found =
            disk.files.iter().find(|(path, _)| path.to_string_lossy().starts_with("/desk/folder.ana-"));
        found.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default()
    };
    let told = register(&again);
    assert_eq!(told.matches("\"moderating\"").count(), 2 * 2, "motivation and body of two: {told}");
    let bring_back = |again: &mut Window| {
        again.keys(&["Ctrl+Shift+P"]);
        again.type_text("refused proposals");
        again.keys(&["Enter"]);
    };
    bring_back(&mut again);
    assert_eq!(open(&again), [1, 2, 3]);
    assert!(register(&again).contains("as:Tombstone"), "{}", register(&again));
    bring_back(&mut again);
    assert!(again.says("You refused no proposal in this article"), "{:?}", again.names());
}
