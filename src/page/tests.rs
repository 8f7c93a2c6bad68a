//! What must hold on the page in every script, and while a document is scrolled and resized.

mod hyphens;
mod samples;
mod scripts;
mod unicode;

use std::sync::Arc;

use proptest::prelude::*;

use super::portions::Portion;
use super::typeset::{self, Measure};
use super::{Affinity, Align, BUNDLED, Fonts, Motion, Page, PageStyle, Place, Point, Set};
use crate::document::{BlockKind, Builder, Document, InlineStyle, Marker, Metadata, Reading, SourceMap};
use crate::text::{TextRange, TextSize, boundary};

const ENGLISH: &str = "The army denied on Monday that its fire had killed eight people in the old market.";
const RUSSIAN: &str = "Военные отрицают, что погибли восемь человек; врачи настаивают на своём счёте.";
const ARABIC: &str = "قال الأطباء إن ثمانية أشخاص قتلوا في السوق القديم، ونفى الجيش ذلك يوم الإثنين.";
const HEBREW: &str = "הצבא הכחיש ביום שני כי שמונה בני אדם נהרגו בשוק הישן של העיר.";
const MIXED: &str = "המפקד אמר ל-Radio Orient כי 42 חיילים (ולא 37) נפצעו. The count قال 8 stands.";
const CHINESE: &str = "军方周一否认其炮火在旧市场造成八人死亡，医生则坚持自己的统计数字。";
const COMBINING: &str =
    "Cafe\u{301} n\u{303}o\u{323}\u{302} e\u{308}a\u{301}\u{323} fi ffi office, нй и\u{306}.";
const EMOJI: &str = "Seen 👩\u{200d}🚒 and 🇺🇦 and 👍🏽 there, then ☂\u{fe0f} again.";
const ALL: [&str; 8] = [ENGLISH, RUSSIAN, ARABIC, HEBREW, MIXED, CHINESE, COMBINING, EMOJI];

fn fonts() -> Fonts {
    Fonts::new(&BUNDLED)
}

fn set_of(fonts: &mut Fonts, document: &Document, width: f32, style: &PageStyle) -> Set {
    let range = document.blocks()[0].range;
    let images = super::images::ImageSizes::default();
    let measure = Measure { style, width_px: width, columns: &[], images: &images };
    typeset::set(fonts, document, Portion { block: 0, range }, measure)
}

fn boundaries(text: &str) -> Vec<TextSize> {
    let mut at = TextSize::ZERO;
    let mut all = vec![at];
    while at.to_usize() < text.len() {
        at = boundary::next_grapheme(text, at);
        all.push(at);
    }
    all
}

#[test]
fn a_caret_comes_back_to_where_it_stood() {
    let mut fonts = fonts();
    for text in ALL {
        let document = Document::plain(text);
        for width in [140.0, 300.0, 900.0] {
            for scale in [1.0, 1.5] {
                let style = PageStyle { scale, ..PageStyle::default() };
                let set = set_of(&mut fonts, &document, width * scale, &style);
                for offset in boundaries(text) {
                    for affinity in [Affinity::Downstream, Affinity::Upstream] {
                        check_return(&set, text, Place { offset, affinity });
                    }
                }
            }
        }
    }
}

/// At a turn of direction one point is two places, so it is the caret that must come back.
fn check_return(set: &Set, text: &str, place: Place) {
    let caret = set.caret(place).unwrap().rect;
    let at = Point { x: caret.x, y: caret.y + caret.height / 2.0 };
    let (back, _, _) = set.hit(at).unwrap();
    let again = set.caret(back).unwrap().rect;
    assert!(
        (again.x - caret.x).abs() < 0.01 && again.y == caret.y,
        "{text}: {place:?} at {caret:?} came back as {back:?} at {again:?}",
    );
    assert_eq!(boundary::snap(text, back.offset), back.offset, "no character is cut");
}

#[test]
fn parleys_own_carets_stand_at_the_same_places() {
    let mut fonts = fonts();
    for text in [ENGLISH, ARABIC, HEBREW, CHINESE, RUSSIAN] {
        let document = Document::plain(text);
        let style = PageStyle { justify: true, ..PageStyle::default() };
        let set = set_of(&mut fonts, &document, 300.0, &style);
        let layout = &set.pieces()[0].layout;
        for offset in boundaries(text) {
            if text[offset.to_usize()..].starts_with(' ') {
                continue; // Hanging spaces have no width here.
            }
            let cursor =
                parley::Cursor::from_byte_index(layout, offset.to_usize(), parley::Affinity::Downstream);
            let theirs = cursor.geometry(layout, 0.0);
            let ours = set.caret(Place::before(offset)).unwrap().rect;
            assert!((theirs.x0 - f64::from(ours.x)).abs() < 0.1, "{text} at {offset}: {theirs:?} {ours:?}");
        }
    }
}

#[test]
fn a_passage_covers_its_characters_and_no_others() {
    let mut fonts = fonts();
    for text in [ENGLISH, ARABIC, HEBREW, CHINESE, COMBINING] {
        let document = Document::plain(text);
        let set = set_of(&mut fonts, &document, 260.0, &PageStyle::default());
        let at = boundaries(text);
        for (i, &start) in at.iter().enumerate() {
            for &end in &at[i..] {
                let range = TextRange::new(start, end);
                let parts = set.parts(range);
                for line in set.lines() {
                    for spot in line.clusters.iter().filter(|spot| 0.0 < spot.width) {
                        let middle = Point { x: spot.x + spot.width / 2.0, y: line.baseline };
                        let is_covered = parts.iter().any(|part| part.rect.contains(middle));
                        assert_eq!(is_covered, spot.range.overlaps(range), "{text}: {range:?} {spot:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn single_direction_passages_are_one_part_a_line() {
    let mut fonts = fonts();
    for text in [ENGLISH, RUSSIAN, ARABIC, HEBREW, CHINESE] {
        let document = Document::plain(text);
        let set = set_of(&mut fonts, &document, 300.0, &PageStyle::default());
        assert_eq!(set.parts(TextRange::all(text)).len(), set.lines().count(), "{text}");
    }
}

#[test]
fn right_to_left_paragraphs_stand_flush_right() {
    let mut fonts = fonts();
    let document = Document::plain(HEBREW);
    let set = set_of(&mut fonts, &document, 300.0, &PageStyle::default());
    assert!(set.is_rtl());
    for line in set.lines() {
        assert!((line.rect.right() - 300.0).abs() < 1.0, "{:?}", line.rect);
    }
}

#[test]
fn lines_are_whole_pixels_whatever_is_in_them() {
    let mut fonts = fonts();
    let mut builder = Builder::default();
    builder.begin(BlockKind::Paragraph, 0, 0);
    for (text, style) in [
        ("Code ", None),
        ("let x = 1", Some(InlineStyle::Code)),
        (" and", None),
        ("2", Some(InlineStyle::Superscript)),
        (" and water H", None),
        ("2", Some(InlineStyle::Subscript)),
        ("O and العربية and עברית and ", None),
        ("both", Some(InlineStyle::Strong)),
        (".", None),
    ] {
        let start = builder.here();
        builder.push(text);
        if let Some(style) = style {
            builder.style(TextRange::new(start, builder.here()), style);
        }
    }
    let document = builder.finish(Metadata::default(), Reading::default(), SourceMap::default());
    for scale in [1.0, 1.25, 1.5, 2.0] {
        let style = PageStyle { scale, ..PageStyle::default() };
        let set = set_of(&mut fonts, &document, 200.0 * scale, &style);
        let line = style.line_px(1.0);
        for shape in set.lines() {
            assert_eq!((shape.rect.height * scale).round(), line, "every line is as high as the others");
        }
        assert_eq!(set.height_px.fract(), 0.0);
    }
}

#[test]
fn hard_wrapped_text_flows_and_verse_does_not() {
    let mut fonts = fonts();
    let filled = "The army denied on Monday that its fire had killed eight people in the\n\
                  old market, and said that it had returned the fire of a group which had\n\
                  come over the river in the night.";
    // With a blank line after it: in a file without any, every line is a paragraph.
    let verse = "The army denied\nthat its fire had killed\neight people.\n\nSo it was said.";
    let lines = |fonts: &mut Fonts, text: &str| {
        let document = Document::plain(text);
        set_of(fonts, &document, 2000.0, &PageStyle::default()).lines().count()
    };
    assert_eq!((lines(&mut fonts, filled), lines(&mut fonts, verse)), (1, 3));
}

/// A document of everything.
fn sampler() -> Document {
    let mut builder = Builder::default();
    let mut add = |kind: BlockKind, quote: u8, list: u8, text: &str| {
        builder.begin(kind, quote, list);
        builder.push(text);
    };
    for round in 0..12 {
        add(BlockKind::Heading { level: 1 + round % 3 }, 0, 0, "What the army denied");
        add(BlockKind::Paragraph, 0, 0, &format!("{ENGLISH} {RUSSIAN}").repeat(3));
        add(BlockKind::Paragraph, 0, 0, ARABIC);
        add(BlockKind::ListItem { marker: Marker::Bullet }, 0, 1, ENGLISH);
        add(BlockKind::ListItem { marker: Marker::Number(12) }, 0, 1, HEBREW);
        add(BlockKind::ListItem { marker: Marker::Task(true) }, 0, 2, "Counted");
        add(BlockKind::Paragraph, 1, 0, MIXED);
        add(BlockKind::TableRow { header: true, table: u32::from(round) }, 0, 0, "Source\tKilled\tInjured");
        add(
            BlockKind::TableRow { header: false, table: u32::from(round) },
            0,
            0,
            "The hospital\t8\tmore than 35",
        );
        add(BlockKind::Rule, 0, 0, "");
        add(BlockKind::Code, 0, 0, "fn main() {\n\tprintln!(\"hello\");\n}");
        add(BlockKind::Caption, 0, 0, "The market on Tuesday");
        add(BlockKind::Footnote { label: "1".to_owned() }, 0, 0, CHINESE);
    }
    builder.finish(Metadata::default(), Reading::default(), SourceMap::default())
}

#[test]
fn only_what_is_in_view_is_set() {
    let mut fonts = fonts();
    let text = format!("{ENGLISH}\n\n").repeat(20_000);
    let mut page = Page::new(Arc::new(Document::plain(&text)));
    page.layout(&mut fonts, &PageStyle::default(), 800.0, 600.0);
    assert!(page.n_set() < 40, "{}", page.n_set());
    page.set_fraction(&mut fonts, 0.5);
    page.layout(&mut fonts, &PageStyle::default(), 800.0, 600.0);
    assert!(page.n_set() < 80, "{}", page.n_set());
    page.scroll_to(&mut fonts, TextSize::from_usize(text.len() - 10), Align::Centre);
    page.layout(&mut fonts, &PageStyle::default(), 800.0, 600.0);
    assert!(page.n_set() < 120, "{}", page.n_set());
    assert!(page.visible_range().end().to_usize() + 10 > text.trim_end().len());
}

#[test]
fn a_short_document_does_not_scroll() {
    let mut fonts = fonts();
    let mut page = Page::new(Arc::new(Document::plain(ENGLISH)));
    page.layout(&mut fonts, &PageStyle::default(), 800.0, 900.0);
    assert_eq!(page.scroll_by(&mut fonts, 500.0), 0.0);
    assert_eq!(page.scroll_by(&mut fonts, -500.0), 0.0);
    assert_eq!((page.position(), page.fraction()), (0.0, 0.0));
    assert_eq!(page.visible().next().unwrap().y, page.margins().top);
}

#[test]
fn an_empty_document_has_a_page() {
    let mut fonts = fonts();
    let mut page = Page::new(Arc::new(Document::plain("")));
    page.layout(&mut fonts, &PageStyle::default(), 800.0, 600.0);
    page.scroll_by(&mut fonts, 100.0);
    page.set_fraction(&mut fonts, 1.0);
    assert_eq!(page.visible().count(), 0);
    assert_eq!(page.hit(Point { x: 10.0, y: 10.0 }), None);
}

#[test]
fn scrolling_there_and_back_ends_where_it_began() {
    let mut fonts = fonts();
    let mut page = Page::new(Arc::new(sampler()));
    let style = PageStyle { scale: 1.5, ..PageStyle::default() };
    page.layout(&mut fonts, &style, 700.0, 500.0);
    page.scroll_by(&mut fonts, 1300.0);
    page.layout(&mut fonts, &style, 700.0, 500.0);
    let before: Vec<f32> = page.visible().map(|shown| shown.y).collect();
    for _ in 0..9 {
        page.scroll_by(&mut fonts, 100.0);
        page.layout(&mut fonts, &style, 700.0, 500.0);
    }
    for _ in 0..9 {
        page.scroll_by(&mut fonts, -100.0);
        page.layout(&mut fonts, &style, 700.0, 500.0);
    }
    assert_eq!(page.visible().map(|shown| shown.y).collect::<Vec<_>>(), before);
}

#[test]
fn the_caret_walks_the_whole_document_down_and_up() {
    let mut fonts = fonts();
    let document = Arc::new(sampler());
    let mut page = Page::new(Arc::clone(&document));
    page.layout(&mut fonts, &PageStyle::default(), 600.0, 500.0);
    let walk = |page: &mut Page, fonts: &mut Fonts, from: Place, motion: Motion| {
        let (mut at, mut x, mut steps) = (from, None, 0);
        loop {
            let next = page.motion(fonts, at, motion, &mut x);
            if next.offset == at.offset || 2000 < steps {
                return (at, steps);
            }
            (at, steps) = (next, steps + 1);
        }
    };
    let (end, down) = walk(&mut page, &mut fonts, Place::before(TextSize::ZERO), Motion::Down);
    assert_eq!(end.offset, TextSize::of(document.text()));
    let (start, up) = walk(&mut page, &mut fonts, end, Motion::Up);
    assert_eq!(start.offset, TextSize::ZERO);
    assert!(100 < down && down < 2000 && 100 < up && up < 2000, "{down} {up}");
}

#[test]
fn the_caret_goes_right_through_english_and_left_through_hebrew() {
    let mut fonts = fonts();
    for (text, motion) in [(ENGLISH, Motion::Right), (HEBREW, Motion::Left)] {
        let mut page = Page::new(Arc::new(Document::plain(text)));
        page.layout(&mut fonts, &PageStyle::default(), 300.0, 500.0);
        let mut at = Place::before(TextSize::ZERO);
        let mut seen = Vec::new();
        for _ in 0..=text.len() {
            seen.push(at.offset);
            at = page.motion(&mut fonts, at, motion, &mut None);
        }
        seen.dedup();
        let end = TextSize::of(text);
        assert_eq!(seen.last(), Some(&end), "{text}");
        assert!(seen.is_sorted(), "{seen:?}");
    }
}

#[test]
fn a_table_keeps_its_columns() {
    let mut fonts = fonts();
    let mut page = Page::new(Arc::new(sampler()));
    page.layout(&mut fonts, &PageStyle::default(), 700.0, 3000.0);
    let rows: Vec<_> = page.visible().filter(|shown| shown.set.pieces().len() == 3).collect();
    assert!(2 <= rows.len());
    let lefts = |set: &Set| set.pieces().iter().map(|piece| piece.x_px).collect::<Vec<_>>();
    assert_eq!(lefts(rows[0].set), lefts(rows[1].set));
    let cell = rows[1].set.lines().nth(1).unwrap();
    let at = Point { x: rows[1].x + cell.rect.x + 1.0, y: rows[1].y + cell.baseline - 2.0 };
    let hit = page.hit(at).unwrap();
    assert!(hit.is_on_text);
    assert_eq!(page.document().slice(hit.cluster), "8");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn resizing_keeps_the_top_line(
        fraction in 0.02_f64..0.9,
        widths in prop::collection::vec((260.0_f32..1000.0, 0.7_f32..1.8), 1..5),
    ) {
        let mut fonts = fonts();
        let mut page = Page::new(Arc::new(sampler()));
        let style = PageStyle::default();
        page.layout(&mut fonts, &style, 700.0, 500.0);
        page.set_fraction(&mut fonts, fraction);
        page.layout(&mut fonts, &style, 700.0, 500.0);
        let top = page.top_offset();
        let y = page.caret(Place::before(top)).unwrap().rect.y;
        for (width, zoom) in widths {
            let style = PageStyle { zoom, ..style };
            page.layout(&mut fonts, &style, width, 500.0);
            prop_assert_eq!(page.top_offset(), top);
            let now = page.caret(Place::before(top)).unwrap().rect.y;
            prop_assert!((now - y).abs() < 1.0, "{} {}", now, y);
        }
        page.layout(&mut fonts, &style, 700.0, 500.0);
        prop_assert_eq!(page.caret(Place::before(top)).unwrap().rect.y, y);
    }

    #[test]
    fn every_point_of_the_page_is_a_place(
        fraction in 0.0_f64..1.0,
        points in prop::collection::vec((-50.0_f32..800.0, -50.0_f32..600.0), 1..30),
    ) {
        let mut fonts = fonts();
        let mut page = Page::new(Arc::new(sampler()));
        page.layout(&mut fonts, &PageStyle::default(), 700.0, 500.0);
        page.set_fraction(&mut fonts, fraction);
        page.layout(&mut fonts, &PageStyle::default(), 700.0, 500.0);
        for (x, y) in points {
            let hit = page.hit(Point { x, y }).unwrap();
            prop_assert_eq!(boundary::snap(page.document().text(), hit.place.offset), hit.place.offset);
            prop_assert!(page.caret(hit.place).is_some());
        }
    }

    #[test]
    fn scrolling_never_leaves_the_document(by in prop::collection::vec(-9000.0_f64..9000.0, 1..12)) {
        let mut fonts = fonts();
        let mut page = Page::new(Arc::new(sampler()));
        let style = PageStyle::default();
        page.layout(&mut fonts, &style, 700.0, 500.0);
        for dy in by {
            page.scroll_by(&mut fonts, dy);
            page.layout(&mut fonts, &style, 700.0, 500.0);
            prop_assert!(0.0 <= page.position());
            prop_assert!(page.position() <= page.total_height() - 500.0 + 0.01);
            let shown: Vec<_> = page.visible().collect();
            prop_assert!(!shown.is_empty());
            for pair in shown.windows(2) {
                let end = pair[0].y + pair[0].set.height();
                prop_assert!((end - pair[1].y).abs() < 0.01);
            }
        }
    }
}
