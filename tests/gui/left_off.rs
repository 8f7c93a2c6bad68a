//! Articles are opened again where they were left.

use crate::window::Window;
use eframe::egui::Pos2;
use postil::host::MemoryHost;

const SIEGE: &str = "/desk/siege.txt";
const OTHER: &str = "/desk/other.txt";

/// A desk with a siege of eighty days, no two alike, and a short article.
fn host() -> MemoryHost {
    let day = |day: u32| format!("On day {day} the town counted {} dead.\n\n", day * 7 % 83);
    let days: String = (1..=80).map(day).collect();
    let mut host = MemoryHost::with(SIEGE, days.as_bytes());
    host.files.insert(OTHER.into(), b"The army denied it.".to_vec());
    host
}

/// A window whose page is in the middle of the siege: where one of its days is drawn.
fn in_the_middle(paths: &[&str]) -> (Window, Pos2) {
    let mut window = Window::with(host(), paths);
    window.keys(&["PageDown", "PageDown", "PageDown"]);
    let at = window.middle_of("On day 48 ");
    (window, at)
}

fn kept(window: &Window) -> String {
    window.disk().stored.get("left-off").cloned().unwrap_or_default()
}

/// By how many points the day is drawn elsewhere.
fn moved(window: &Window, from: Pos2) -> f32 {
    (window.middle_of("On day 48 ") - from).length()
}

#[test]
fn an_article_is_opened_again_where_it_was_when_the_window_was_closed() {
    let (mut window, at) = in_the_middle(&[SIEGE]);
    assert_eq!(kept(&window), "", "nothing is written while somebody reads");
    assert!(window.close());
    let mut window = window.crash_on(SIEGE);
    let line = 40.0;
    assert!(moved(&window, at) < line, "{:?} from {at:?}", window.middle_of("On day 48 "));
    // Nor does it creep with every time.
    let at = window.middle_of("On day 48 ");
    for _ in 0..3 {
        assert!(window.close());
        window = window.crash_on(SIEGE);
        assert_eq!(moved(&window, at), 0.0);
    }
    let here = window.disk().files.keys().filter(|path| path.starts_with("/desk")).count();
    assert_eq!(here, 2, "nothing is written beside the articles");
}

#[test]
fn a_closed_tab_leaves_its_place_and_so_does_a_look_at_another_window() {
    let (mut window, at) = in_the_middle(&[OTHER, SIEGE]);
    window.keys(&["Ctrl+W"]);
    assert_eq!(window.session().file_name(), "other.txt");
    window.drop_file(SIEGE);
    assert!(moved(&window, at) < 40.0);
    window.keys(&["Ctrl+Home"]);
    window.turn_away();
    assert_eq!(kept(&window), "", "the beginning is no place");
    window.keys(&["PageDown"]);
    window.turn_away();
    assert!(kept(&window).contains("On day"), "{}", kept(&window));
}

#[test]
fn a_tab_that_was_never_looked_at_keeps_the_place_it_had() {
    let (mut window, _) = in_the_middle(&[SIEGE]);
    assert!(window.close());
    let before = kept(&window);
    window.disk().stored.remove("settings.toml");
    // It opens behind the other one, and is not drawn.
    let mut window = window.crash_on(SIEGE);
    window.drop_file(OTHER);
    assert!(window.close());
    let mut window = window.crash_on(OTHER);
    window.drop_file(SIEGE);
    window.keys(&["Ctrl+Tab"]);
    assert!(window.close());
    assert_eq!(kept(&window).lines().count(), before.lines().count());
}

#[test]
fn a_place_that_is_asked_for_wins() {
    let (mut window, _) = in_the_middle(&[SIEGE]);
    assert!(window.close());
    let mut window = window.crash_on("/desk");
    window.keys(&["Ctrl+Shift+S"]);
    window.type_text("day 7 the");
    window.keys(&["Down", "Enter"]);
    assert_eq!(window.session().file_name(), "siege.txt");
    window.middle_of("On day 7 ");
}

#[test]
fn a_long_time_of_reading_is_kept_though_the_window_is_never_left() {
    let (mut window, _) = in_the_middle(&[SIEGE]);
    window.wait(30.0);
    assert_eq!(kept(&window), "");
    window.wait(40.0);
    assert!(kept(&window).contains("On day"));
}
