//! Wide tables, flush figures, filled lines and boxes of pictures, on pages that are set for it.

use crate::document::{Document, import};
use crate::page::{Align, BUNDLED, Fonts, ImageSizes, Page, PageStyle, Place, Point, Shown};
use crate::text::{TextRange, TextSize};
use std::sync::Arc;

/// A page of Markdown, 700 points wide.
fn page(fonts: &mut Fonts, markdown: &str, style: &PageStyle) -> Page {
    let read = import::import(markdown.as_bytes(), "a.md", &import::Options::default()).unwrap();
    let mut page = Page::new(Arc::new(read.value));
    page.layout(fonts, style, 700.0, 900.0);
    page
}

fn offset_of(document: &Document, words: &str) -> TextSize {
    TextSize::from_usize(document.text().find(words).unwrap_or_else(|| panic!("no {words}")))
}

fn range_of(document: &Document, words: &str) -> TextRange {
    let start = offset_of(document, words);
    TextRange::new(start, start + TextSize::of(words))
}

const WIDE: &str = "Before.\n\n| Place | First count of the ministry | Second count of the ministry | Count of the hospital | Count of the union | Remarks of the editor |\n|---|---|---|---|---|---|\n| Orlesund | unconfirmed | unconfirmed | unconfirmed | unconfirmed | lastcolumn |\n| Ravnhavn | unconfirmed | unconfirmed | unconfirmed | unconfirmed | otherlast |\n\nAfter.\n";

#[test]
fn a_wide_table_scrolls_within_itself_and_all_that_asks_agrees() {
    let mut fonts = Fonts::new(&BUNDLED);
    let mut page = page(&mut fonts, WIDE, &PageStyle::default());
    let document = Arc::clone(page.document());
    let (column, last) = (page.column(), range_of(&document, "lastcolumn"));
    let right = column.x + column.width;
    assert_eq!(page.table_bars().len(), 1);
    assert!(page.parts(last).is_empty(), "the last column is out of sight");
    assert_eq!(page.caret(Place::before(last.start())), None);
    let first = page.parts(range_of(&document, "Orlesund"))[0].rect;
    let on_row = Point { x: first.x + 5.0, y: first.y + first.height / 2.0 };
    assert!(!page.scroll_table(Point { x: 5.0, ..on_row }, 50.0), "beside the column is no table");
    assert!(page.scroll_table(on_row, 10_000.0));
    let part = page.parts(last)[0].rect;
    assert!(column.x < part.x && part.right() <= right + 0.5, "{part:?}");
    let hit = page.hit(Point { x: part.x + 1.0, y: part.y + 8.0 }).unwrap();
    assert_eq!(hit.place.offset, last.start());
    assert!(page.caret(Place::before(last.start())).is_some());
    assert!(page.parts(range_of(&document, "Orlesund")).is_empty());
    assert!(!page.parts(range_of(&document, "otherlast")).is_empty(), "all rows go together");
    assert!(!page.parts(range_of(&document, "After.")).is_empty(), "what is no table stays");
    assert!(!page.scroll_table(on_row, 10.0), "it has an end");
    page.scroll_to(&mut fonts, offset_of(&document, "Orlesund"), Align::Nearest(20.0));
    assert!(
        page.caret(Place::before(offset_of(&document, "Orlesund"))).is_some(),
        "the caret brings it back"
    );
}

#[test]
fn a_table_that_can_wrap_is_no_wider_than_the_column() {
    let mut fonts = Fonts::new(&BUNDLED);
    let words = "the army denied that it had fired on the market and said so twice";
    let text = format!("| a | b | c |\n|---|---|---|\n| {words} | {words} | 14 |\n");
    let page = page(&mut fonts, &text, &PageStyle::default());
    assert!(page.table_bars().is_empty());
    assert!(page.visible().all(|shown| shown.clip.is_none()));
}

#[test]
fn figures_stand_flush_right() {
    let mut fonts = Fonts::new(&BUNDLED);
    let text = "| Place | Dead |\n|---|---|\n| Orlesund | 1,204 |\n| Ravnhavn | 9 |\n";
    let page = page(&mut fonts, text, &PageStyle::default());
    let document = Arc::clone(page.document());
    let right = |words| page.parts(range_of(&document, words))[0].rect.right();
    assert!((right("1,204") - right("9")).abs() < 1.0);
    assert!((right("Dead") - right("9")).abs() < 1.0);
}

#[test]
fn rows_of_figures_go_with_the_direction_of_their_table() {
    let mut fonts = Fonts::new(&BUNDLED);
    let text = "| المكان | القتلى | الجرحى |\n|---|---|---|\n| عين السرو | 14 | 60 |\n| 7 | 35 | 80 |\n";
    let page = page(&mut fonts, text, &PageStyle::default());
    let document = Arc::clone(page.document());
    let x = |words| page.parts(range_of(&document, words))[0].rect.right();
    assert!((x("14") - x("35")).abs() < 1.0 && (x("60") - x("80")).abs() < 1.0);
    assert!(x("80") < x("35"));
}

#[test]
fn a_line_broken_at_a_soft_hyphen_shows_one() {
    let mut fonts = Fonts::new(&BUNDLED);
    let hyphenated = "Donau\u{ad}dampf\u{ad}schiff\u{ad}fahrts\u{ad}gesell\u{ad}schaft ".repeat(8);
    let set_with = |fonts: &mut Fonts, text: &str| {
        let page = page(fonts, text, &PageStyle::default());
        let shown = page.visible().next().unwrap();
        let broken =
            shown.set.lines().filter(|line| page.document().slice(line.range).ends_with('\u{ad}')).count();
        (shown.set.pieces().len(), broken)
    };
    let (pieces, broken) = set_with(&mut fonts, &hyphenated);
    assert!(0 < broken);
    assert_eq!(pieces, 1 + broken);
    assert_eq!(set_with(&mut fonts, "Without any of them."), (1, 0));
}

/// The left and right edges of every line of the first paragraph, in points from the column.
fn edges(shown: &Shown<'_>, text: &str) -> Vec<(f32, f32)> {
    let lines = shown.set.lines().map(|line| {
        let words = line.range.of(text).unwrap().trim_end();
        let range = TextRange::new(line.range.start(), line.range.start() + TextSize::of(words));
        let parts = shown.set.parts(range);
        let left = parts.iter().map(|part| part.rect.x).fold(f32::MAX, f32::min);
        (left, parts.iter().map(|part| part.rect.right()).fold(f32::MIN, f32::max))
    });
    lines.collect()
}

#[test]
fn filled_lines_reach_both_edges_and_marks_reach_with_them() {
    let mut fonts = Fonts::new(&BUNDLED);
    let style = PageStyle { justify: true, ..PageStyle::default() };
    let english = "The army denied on Tuesday that it had fired on the market of the lower town. ".repeat(6);
    let hebrew = "דובר הצבא הכחיש ביום שלישי כי הכוחות ירו על השוק בעיר התחתית. ".repeat(6);
    for (text, is_rtl) in [(english, false), (hebrew, true)] {
        let page = page(&mut fonts, &text, &style);
        let shown = page.visible().next().unwrap();
        let edges = edges(&shown, page.document().text());
        let (last, full) = edges.split_last().unwrap();
        let width = page.column().width;
        assert!(2 < full.len());
        for (left, right) in full {
            assert!(left.abs() < 1.5 && (right - width).abs() < 1.5, "{left} {right} of {width}, {is_rtl}");
        }
        let is_short = if is_rtl { 20.0 < last.0 } else { last.1 < width - 20.0 };
        assert!(is_short, "the last line is not filled: {last:?}");
    }
}

#[test]
fn a_picture_that_gets_its_size_moves_nothing_that_is_read() {
    let mut fonts = Fonts::new(&BUNDLED);
    let words = "The army denied that it had fired.\n\n".repeat(30);
    let text = format!("# Title\n\n![Smoke](a.png)\n\n{words}![](b.png)\n");
    let style = PageStyle::default();
    let mut page = page(&mut fonts, &text, &style);
    page.scroll_to(&mut fonts, offset_of(page.document(), "The army"), Align::Top);
    page.layout(&mut fonts, &style, 700.0, 900.0);
    let before = page.top_offset();
    page.set_image_sizes(ImageSizes {
        sizes: vec![Some((4000.0, 3000.0)), Some((30.0, 20.0))],
        most_height: 500.0,
    });
    page.layout(&mut fonts, &style, 700.0, 900.0);
    assert_eq!(page.top_offset(), before);
    page.scroll_by(&mut fonts, -1e6);
    page.layout(&mut fonts, &style, 700.0, 900.0);
    let pictures: Vec<_> = page.visible().flat_map(|shown| shown.set.pictures().to_vec()).collect();
    let rect = pictures[0].rect;
    assert!((rect.width / rect.height - 4.0 / 3.0).abs() < 0.01 && rect.width <= page.column().width);
    assert!(rect.height <= 500.0);
    page.scroll_by(&mut fonts, 1e6);
    page.layout(&mut fonts, &style, 700.0, 900.0);
    let last: Vec<_> = page.visible().flat_map(|shown| shown.set.pictures().to_vec()).collect();
    let rect = last.last().unwrap().rect;
    assert_eq!((last.last().unwrap().image, rect.width, rect.height), (1, 30.0, 20.0));
}
