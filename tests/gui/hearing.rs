//! What a screen reader is told, and what it can ask for.

use crate::window::Window;
use crate::{MIXED, chosen};
use eframe::egui::accesskit::{Action, Role};
use postil::host::MemoryHost;

fn page(text: &str) -> Window {
    let mut host = MemoryHost::default();
    host.files.insert("/desk/article.md".into(), text.as_bytes().to_vec());
    Window::with(host, &["/desk/article.md"])
}

#[test]
fn caret_and_selection_are_told_and_can_be_set() {
    let mut window = Window::open("It fired.\n\nThe army denied it.");
    window.keys(&["Ctrl+Home", "Ctrl+Down", "Ctrl+Right"]);
    assert_eq!(window.told_selection(), Some(("The army denied it.\n".to_owned(), 3, 3)));
    window.keys(&["Ctrl+Shift+Right"]);
    assert_eq!(window.told_selection(), Some(("The army denied it.\n".to_owned(), 3, 8)));
    window.keys(&["Ctrl+End"]);
    assert_eq!(window.told_selection(), Some(("The army denied it.\n".to_owned(), 19, 19)));
    window.ask_to_select("army denied");
    window.keys(&["2"]);
    assert_eq!(window.session().marks()[0].annotation.quote(), "army denied");
    assert!(window.says("Marked as denial: army denied"));
}

#[test]
fn marks_are_chosen_and_links_followed() {
    let mut window = Window::open(MIXED);
    window.ask(Role::Mark, "Denial", Action::Click, None);
    assert_eq!(chosen(&window), "d1");
    assert!(window.says("Denial: denied. Note: on television"));
    assert!(window.names().iter().any(|name| name == "Comment: on television"), "{:#?}", window.names());
    let body = "The army denied it.\n\n".repeat(200);
    let mut window = page(&format!("See [the report](https://example.org/report).\n\n{body}"));
    let names = window.names();
    let link = "Link: the report | https://example.org/report";
    assert!(names.iter().any(|name| name == link), "{names:#?}");
    window.ask(Role::Link, "the report", Action::Click, None);
    assert!(window.says("https://example.org/report"));
}

#[test]
fn the_same_news_twice_is_news_again() {
    let mut window = Window::open("The army denied it.");
    window.drag_over("army");
    let status = |window: &Window| {
        let names = window.names();
        names.into_iter().find(|name| name.starts_with("Status: ")).unwrap_or_default()
    };
    window.keys(&["Ctrl+C"]);
    let first = status(&window);
    assert!(first.starts_with("Status: Copied"), "{first}");
    window.keys(&["F7"]);
    window.keys(&["F7"]);
    window.keys(&["F7"]);
    assert_ne!(status(&window), first);
}

#[test]
fn the_page_is_turned_on_demand_without_losing_a_line() {
    let text: String = (1..200).map(|n| format!("Sentence {n} stands alone.\n\n")).collect();
    let mut window = page(&text);
    let seen =
        |window: &Window, n: u32| window.told_lines().contains(&format!("Sentence {n} stands alone.\n"));
    assert!(seen(&window, 1) && !seen(&window, 60));
    for _ in 0..4 {
        window.ask(Role::Document, "", Action::ScrollDown, None);
    }
    assert!(!seen(&window, 1));
    let first = (1..200).find(|&n| seen(&window, n)).unwrap();
    assert!(30 < first, "{first}");
    for _ in 0..6 {
        window.ask(Role::Document, "", Action::ScrollUp, None);
    }
    assert!(seen(&window, 1));
}
