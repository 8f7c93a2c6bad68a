//! What stands beside the words: pictures, which are never fetched, and signs for what is not seen.

use crate::window::Window;
use postil::host::MemoryHost;
use std::io::Cursor;
use std::path::PathBuf;

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let picture = image::DynamicImage::new_rgb8(width, height);
    picture.write_to(&mut bytes, image::ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}

fn window(markdown: &str) -> Window {
    let mut host = MemoryHost::with("/desk/a.md", markdown.as_bytes());
    host.files.insert(PathBuf::from("/desk/a_files/wide.png"), png(2000, 500));
    host.files.insert(PathBuf::from("/desk/a_files/tall.png"), png(300, 4000));
    host.files.insert(PathBuf::from("/desk/a_files/dot.png"), png(1, 1));
    Window::with(host, &["/desk/a.md"])
}

#[test]
fn a_picture_stands_above_its_caption_as_wide_as_the_column() {
    let window = window("Before.\n\n![Smoke over the market](a_files/wide.png)\n\nAfter.\n");
    let pictures = window.named("Smoke over the market");
    let picture = pictures[0];
    assert!((picture.width() / picture.height() - 4.0).abs() < 0.05, "{picture:?}");
    assert!(400.0 < picture.width(), "{picture:?}");
    let (before, caption) = (window.middle_of("Before."), window.middle_of("Smoke over the market"));
    assert!(before.y < picture.top() && picture.bottom() < caption.y, "{before:?} {picture:?} {caption:?}");
    assert!(caption.y - picture.bottom() < 30.0, "the caption is directly below");
}

#[test]
fn a_tall_picture_leaves_room_for_words_and_one_dot_is_not_shown() {
    let window = window("Before.\n\n![A tower](a_files/tall.png)\n\n![Counter](a_files/dot.png)\n\nAfter.\n");
    let picture = window.named("A tower")[0];
    assert!(picture.height() < 700.0 && picture.width() < 300.0, "{picture:?}");
    assert!(window.named("Counter").iter().all(|rect| rect.height() < 30.0));
}

#[test]
fn what_is_not_shown_says_why() {
    let window = window(
        "Before ![One](https://a.example/a.jpg) and ![Two](../secret.png) and ![Three](gone.png) and ![Four](a.svg).\n\nAfter.\n",
    );
    for name in [
        "One (not fetched, because Postil uses no network)",
        "Two (not shown, because it lies outside the article’s folder)",
        "Three (its file is not beside the article)",
        "Four (a drawing in SVG, which is not shown)",
    ] {
        assert_eq!(window.named(name).len(), 1, "{name}");
    }
}

#[test]
fn characters_that_could_mislead_are_counted_and_shown_on_demand() {
    let mut window = Window::open("The army \u{202e}denied\u{202c} it, said pay\u{200b}pal.");
    let notice = "3 hidden characters could mislead";
    assert!(window.says(notice), "{:?}", window.names());
    assert!(!window.painted().contains("RLO"), "{}", window.painted());
    window.keys(&["Ctrl+Shift+U"]);
    for sign in ["RLO", "PDF", "ZWSP"] {
        assert!(window.painted().contains(sign), "{}", window.painted());
    }
    window.keys(&["Ctrl+Shift+U"]);
    assert!(!window.painted().contains("ZWSP"));
}

#[test]
fn an_article_without_such_characters_says_nothing() {
    let window = Window::open("The army denied it.\n\n\u{5d4}\u{5e6}\u{5d1}\u{5d0} \u{200f}(30)");
    assert!(!window.names().iter().any(|name| name.contains("mislead")), "{:?}", window.names());
}
