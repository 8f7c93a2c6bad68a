//! What stands around the page at every size of the window: the cards of the folder, the tabs, the foot.

use crate::window::Window;
use eframe::egui::Rect;
use postil::host::MemoryHost;

/// The sizes that are looked at, in points; the last is a small screen whose points are magnified.
const SIZES: [(f32, f32); 5] =
    [(1024.0, 768.0), (1280.0, 800.0), (1920.0, 1080.0), (1280.0, 720.0), (853.0, 533.0)];

fn name(nth: usize) -> String {
    format!("/desk/a{nth:02}.txt")
}

fn title(nth: usize) -> String {
    format!("Article number {nth} of the folder.")
}

/// A folder of so many articles, each with its own title.
fn folder(n: usize) -> MemoryHost {
    let mut host = MemoryHost::default();
    for nth in 1..=n {
        host.files.insert(name(nth).into(), title(nth).into_bytes());
    }
    host
}

/// The cards that lie in the window, from the top.
fn cards(window: &Window) -> Vec<Rect> {
    let names = window.buttons_with(".txt");
    let cards = names.iter().filter(|name| name.contains('\n')).flat_map(|name| window.named(name));
    let mut cards: Vec<Rect> = cards.collect();
    cards.sort_by(|a, b| a.top().total_cmp(&b.top()));
    cards
}

#[test]
fn cards_fill_the_folder_pane_from_its_filter_to_the_foot_at_every_size() {
    let mut window = Window::with(folder(40), &["/desk", &name(1)]);
    window.wait(1.0);
    assert!(window.says("40 articles"), "{:?}", window.names());
    for (width, height) in SIZES.into_iter().filter(|(width, _)| 900.0 < *width) {
        window.resize(width, height);
        let filter = window.named("Filter the articles")[0];
        let cards = cards(&window);
        assert!(!cards.is_empty(), "{width} × {height}: {:?}", window.names());
        let row = cards[0].height();
        assert!(cards[0].top() - filter.bottom() < row, "{width} × {height}: {cards:?}");
        for pair in cards.windows(2) {
            assert!((pair[0].bottom() - pair[1].top()).abs() < 1.5, "{width} × {height}: a gap in {cards:?}");
        }
        // The line at the foot has some thirty points.
        let last = cards.last().expect("some").bottom();
        assert!(height - 60.0 < last, "{width} × {height}: the cards end at {last}");
    }
}

#[test]
fn a_narrow_window_shows_the_side_that_was_asked_for_last() {
    let mut window = Window::with(folder(3), &["/desk", &name(1)]);
    window.keys(&["S", "1"]);
    // What stands in the bar for a side is lit where the side is seen.
    let is_lit = |window: &Window| ["Folder", "Marks"].map(|icon| window.is_on(icon) == Some(true));
    let sides =
        |window: &Window| ["Filter the articles", "Find a mark"].map(|field| !window.named(field).is_empty());
    assert_eq!(sides(&window), [true, true]);
    // 1280 by 800 and 1024 by 768 pixels, where each point is one and a half.
    for (width, height) in [(853.0, 533.0), (683.0, 512.0)] {
        window.resize(width, height);
        window.keys(&["F9"]);
        assert_eq!(sides(&window), [true, false], "{width}: the folder is asked for");
        assert_eq!(is_lit(&window), [true, false], "{width}: only the icon of the folder is lit");
        window.keys(&["F10"]);
        assert_eq!(sides(&window), [false, true], "{width}: the marks are");
        assert_eq!(is_lit(&window), [false, true], "{width}: only that of the marks is");
        window.keys(&["F9", "F8", "Enter"]);
        assert_eq!(sides(&window), [false, true], "{width}: a field of the mark is");
        assert!(window.focused().contains("Note"), "{width}: {}", window.focused());
        window.keys(&["Escape", "F10"]);
        assert!(!sides(&window)[1], "{width}: the marks are put away");
    }
    window.resize(1280.0, 800.0);
    window.keys(&["F10"]);
    assert_eq!((sides(&window), is_lit(&window)), ([true, true], [true, true]));
}

#[test]
fn the_tab_of_the_article_that_is_looked_at_is_always_in_view() {
    let names: Vec<String> = (1..=12).map(name).collect();
    let paths: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut window = Window::with(folder(12), &paths);
    for (width, height) in SIZES {
        window.resize(width, height);
        for _ in 0..12 {
            window.keys(&["Ctrl+Tab"]);
            window.wait(0.5);
            let title = window.session().document().title().to_owned();
            let tabs = window.named(&title);
            let tab = tabs.iter().find(|tab| tab.top() < 80.0).copied();
            let tab = tab.unwrap_or_else(|| panic!("{width}: no tab of {title:?} in {:?}", window.names()));
            assert!(-0.5 <= tab.left() && tab.right() <= width + 0.5, "{width}: {title:?} at {tab}");
        }
    }
}

#[test]
fn a_click_looks_into_an_article_and_a_mark_keeps_it_open() {
    let mut window = Window::with(folder(3), &["/desk", &name(1)]);
    let card = |nth| format!("{}\na{nth:02}.txt", title(nth));
    let crosses = |window: &Window| window.buttons_with("Close ").len();
    window.keys(&["S", "1"]);
    window.click(&card(2));
    let two = crosses(&window);
    window.click(&card(3));
    assert_eq!(
        crosses(&window),
        two,
        "what was only looked into makes way: {:?}",
        window.buttons_with("Close")
    );
    window.keys(&["S", "1"]);
    window.click(&card(2));
    assert_eq!(crosses(&window), two + 1, "what is marked stays: {:?}", window.buttons_with("Close"));
}

#[test]
fn the_key_for_the_next_tab_goes_on_in_the_folder_or_says_that_there_is_no_other() {
    let mut window = Window::with(folder(2), &["/desk", &name(1)]);
    window.keys(&["Ctrl+Tab"]);
    assert_eq!(window.session().file_name(), "a02.txt", "one is open: the next of the folder");
    let mut window = Window::with(folder(1), &[&name(1)]);
    window.keys(&["Ctrl+Tab"]);
    assert!(window.says("No other article is open"), "{:?}", window.names());
    assert_eq!(window.session().file_name(), "a01.txt");
}

#[test]
fn a_date_is_told_in_words_and_the_year_1_is_none() {
    let with = |date: &str| {
        let mut host = MemoryHost::default();
        let text = format!("---\ntitle: Raid\nsite: The Herald\ndate: {date}\n---\n\nEight people died.\n");
        host.files.insert("/desk/raid.md".into(), text.into_bytes());
        Window::with(host, &["/desk", "/desk/raid.md"])
    };
    let window = with("2017-04-16T09:30:00Z");
    assert!(window.says("The Herald · 16 April 2017"), "{:?}", window.names());
    assert!(!window.says("2017-04-16"), "{:?}", window.names());
    let window = with("0001-01-01T00:00:00Z");
    assert!(window.says("The Herald") && !window.says("0001"), "{:?}", window.names());
}

#[test]
fn the_card_of_a_mark_leaves_room_for_the_list_and_shows_its_note_where_it_can() {
    let mut window = Window::open(
        "The army [denial#d1 denies c1:denied] it. [claim#c1:Eight people died].\n//- layer Ben\n\
         The army denied it. [claim#b1:Eight people died].",
    );
    for (width, height) in SIZES {
        window.resize(width, height);
        window.keys(&["Escape", "Escape", "F8"]);
        if window.named("Find a mark").is_empty() {
            continue;
        }
        let find = window.named("Find a mark")[0];
        assert!(find.bottom() < height - 110.0, "{width} × {height}: {find} leaves no room for two marks");
        if 700.0 < height {
            let note = window.named("Note");
            let is_seen = note.iter().any(|note| note.bottom() < find.top());
            assert!(is_seen, "{width} × {height}: {note:?} above {find}");
        }
    }
}

#[test]
fn settings_say_who_marks_where_no_article_is_open_too() {
    let mut window = Window::open("Eight people died.");
    window.keys(&["Ctrl+W", "Ctrl+Comma"]);
    assert!(window.says("Settings"), "{:?}", window.names());
    assert!(!window.says("asked at the first mark"), "{:?}", window.names());
}
