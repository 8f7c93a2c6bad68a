//! Colours and motion as the desktop wishes, unless the person wishes otherwise.

use crate::window::{ARTICLE, Window};
use postil::host::{DesktopWishes, MemoryHost};

fn window(settings: &str, desktop: Option<DesktopWishes>) -> Window {
    let mut host = MemoryHost::with(ARTICLE, b"The army denied it.\n");
    host.desktop = desktop;
    host.stored.insert("settings.toml".to_owned(), settings.to_owned());
    Window::with(host, &[ARTICLE])
}

const DARK_AND_STILL: DesktopWishes =
    DesktopWishes { is_dark: Some(true), more_contrast: false, less_motion: true };

#[test]
fn the_colours_that_the_desktop_wishes_hold_where_no_others_are_chosen() {
    let is_dark = |settings: &str, desktop: Option<DesktopWishes>| window(settings, desktop).is_dark();
    assert!(!is_dark("", None));
    assert!(is_dark("", Some(DARK_AND_STILL)));
    assert!(!is_dark("theme = \"sepia\"", Some(DARK_AND_STILL)));
    assert!(is_dark("theme = \"dark\"", Some(DesktopWishes::default())));
    // High contrast is there by day and by night.
    assert!(is_dark("", Some(DesktopWishes { more_contrast: true, ..DARK_AND_STILL })));
    assert!(!is_dark("", Some(DesktopWishes { more_contrast: true, ..DesktopWishes::default() })));
    assert!(is_dark("theme = \"contrastdark\"", None) && !is_dark("theme = \"contrast\"", None));
}

#[test]
fn the_next_window_begins_in_the_colours_of_the_last() {
    let first = window("", Some(DARK_AND_STILL));
    let stored = first.disk().stored["settings.toml"].clone();
    assert!(window(&stored, None).is_dark());
}

#[test]
fn a_setting_that_cannot_be_read_costs_no_other() {
    let written = "theme = \"dark\"\ntext_size = \"large\"\nsans = true\n";
    let window = self::window(written, None);
    assert!(window.is_dark());
    let told = "the settings these could not be read, and the usual ones hold for them: text_size";
    assert!(window.says(told), "{:?}", window.names());
    // What is no settings at all is kept.
    let window = self::window("theme = ", None);
    assert_eq!(window.disk().stored["settings-unread.toml"], "theme = ");
}

#[test]
fn motion_is_chosen_in_the_settings_and_kept_or_left_to_the_desktop() {
    for desktop_wishes in [false, true] {
        let desktop = DesktopWishes { less_motion: desktop_wishes, ..DesktopWishes::default() };
        let mut window = window("", Some(desktop));
        window.keys(&["Ctrl+Comma"]);
        for (name, is_still) in
            [("Less motion", true), ("Full motion", false), ("As the system motion", desktop_wishes)]
        {
            window.click(name);
            assert_eq!(window.is_still(), is_still, "{name}, {desktop_wishes}");
        }
        window.click("Full motion");
        window.keys(&["Escape"]);
        let stored = window.disk().stored["settings.toml"].clone();
        assert!(stored.contains("motion = \"full\""), "{stored}");
    }
}
