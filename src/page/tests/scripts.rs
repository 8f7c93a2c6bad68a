//! What must hold for every piece of every script, at any width and size, filled or not. Only the
//! bundled faces are there: what they lack is a box, whose place must be right all the same.

use std::cell::RefCell;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{TestCaseResult, TestRunner};

use super::samples::{SAMPLES, Sample};
use super::{boundaries, fonts, set_of};
use crate::document::Document;
use crate::page::{Align, ClusterSpot, Face, Fonts, LineShape, Motion, Page, PageStyle, Place, Point, Set};
use crate::text::{TextRange, TextSize, boundary};

/// A paragraph and how it is set.
#[derive(Clone, Debug)]
struct Case {
    text: String,
    width: f32,
    style: PageStyle,
}

impl Case {
    fn set(&self, fonts: &mut Fonts) -> Set {
        set_of(fonts, &Document::plain(&self.text), self.width * self.style.scale, &self.style)
    }

    fn page(&self, fonts: &mut Fonts) -> Page {
        let mut page = Page::new(Arc::new(Document::plain(&self.text)));
        page.layout(fonts, &self.style, self.width + 64.0, 20_000.0);
        page
    }
}

/// Some characters of a sample.
fn piece() -> impl Strategy<Value = String> {
    (0..SAMPLES.len(), any::<Index>(), any::<Index>()).prop_map(|(sample, one, other)| {
        let at = boundaries(SAMPLES[sample].text);
        let range = TextRange::new(*one.get(&at), *other.get(&at));
        range.of(SAMPLES[sample].text).unwrap().to_owned()
    })
}

/// One or several pieces, one beside the other.
fn paragraph() -> impl Strategy<Value = String> {
    let between = prop::sample::select(vec!["", " ", "  ", " (", ") ", ", 12–15 ", "/", " - ", "\u{200f}"]);
    prop::collection::vec((piece(), between), 1..4).prop_map(|pieces| {
        let text: String = pieces.iter().flat_map(|(piece, then)| [piece.as_str(), then]).collect();
        // One paragraph, and not taken for the item of a list.
        format!("{} .", text.trim().trim_start_matches(|c: char| !c.is_alphabetic()))
    })
}

fn style() -> impl Strategy<Value = PageStyle> {
    let scale = prop::sample::select(vec![1.0_f32, 1.25, 1.5, 2.0]);
    (scale, 9.0_f32..36.0, any::<bool>(), any::<bool>()).prop_map(|(scale, size, justify, is_sans)| {
        let face = if is_sans { Face::Sans } else { Face::Serif };
        PageStyle { scale, justify, ..PageStyle::new(face, size) }
    })
}

fn case() -> impl Strategy<Value = Case> {
    (paragraph(), 30.0_f32..700.0, style()).prop_map(|(text, width, style)| {
        // The page makes no column narrower.
        let width = width.max(style.size * 4.0 + 2.0);
        Case { text, width, style }
    })
}

fn check_all(cases: u32, check: impl Fn(&mut Fonts, Case) -> TestCaseResult) {
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    let fonts = RefCell::new(fonts());
    for case in found() {
        check(&mut fonts.borrow_mut(), case.clone()).unwrap_or_else(|error| panic!("{error}: {case:?}"));
    }
    TestRunner::new(config).run(&case(), |case| check(&mut fonts.borrow_mut(), case)).unwrap();
}

/// Cases that were found, each as it was shrunk.
fn found() -> Vec<Case> {
    let narrow = |text: &str| Case {
        text: text.to_owned(),
        width: 38.0,
        style: PageStyle { scale: 1.0, ..PageStyle::new(Face::Serif, 9.0) },
    };
    vec![
        narrow("Aid (مقرها Geneva) إن 1,250 منزلا \u{200f}cuốn ."),
        narrow(
            "에서 여덟 명이 숨졌다는 발표를 부인했다. 병원은 \u{1112}\u{1161}\u{11ab} 명이 더 있ہہ گئے؛ ضلعی افسر نے کہا کہ ۳ افراد \
             لاپتہ ہیں، مگر گاؤں \u{200f}market. A fire officer’s office .",
        ),
        Case {
            text: "edical Aid (مقرها Geneva) إن 1,250 منزلا تضررت  -  said “הוא אמר «قال \u{200f}Во ."
                .to_owned(),
            width: 386.968_44,
            style: PageStyle { scale: 1.25, ..PageStyle::new(Face::Serif, 24.898_916) },
        },
    ]
}

fn places(text: &str) -> impl Iterator<Item = Place> {
    boundaries(text).into_iter().flat_map(|offset| [Place::before(offset), Place::after(offset)])
}

fn is_near(a: f32, b: f32) -> bool {
    (a - b).abs() < 0.05
}

#[test]
fn every_character_is_whole_and_on_one_line() {
    check_all(300, |fonts, case| {
        let set = case.set(fonts);
        let mut at = TextSize::ZERO;
        for line in set.lines() {
            prop_assert_eq!(line.range.start(), at, "lines follow each other");
            at = line.range.end();
            prop_assert_eq!(boundary::snap(&case.text, at), at, "no line cuts a character");
            check_line(&line, &case)?;
        }
        prop_assert_eq!(at, TextSize::of(&case.text));
        Ok(())
    });
}

fn check_line(line: &LineShape, case: &Case) -> TestCaseResult {
    let numbers = [line.rect.x, line.rect.y, line.rect.width, line.rect.height, line.baseline];
    prop_assert!(numbers.iter().all(|number| number.is_finite()), "{:?}", line);
    prop_assert!(line.rect.y < line.baseline && line.baseline < line.rect.bottom());
    let height = case.style.line_px(1.0) / case.style.scale;
    prop_assert!(is_near(line.rect.height, height), "{} instead of {height}", line.rect.height);
    for pair in line.clusters.windows(2) {
        let gap = pair[1].x - (pair[0].x + pair[0].width);
        prop_assert!(-0.05 < gap && gap < 0.05, "from left to right, without gaps: {:?}", pair);
    }
    let mut ranges: Vec<TextRange> = line.clusters.iter().map(|spot| spot.range).collect();
    ranges.sort_by_key(|range| range.start());
    let mut characters = Vec::new();
    let mut from = line.range.start();
    while from < line.range.end() {
        let to = boundary::next_grapheme(&case.text, from);
        characters.push(TextRange::new(from, to));
        from = to;
    }
    prop_assert_eq!(ranges, characters, "a spot for each character");
    prop_assert!(line.clusters.iter().all(|spot| spot.x.is_finite() && 0.0 <= spot.width));
    Ok(())
}

#[test]
fn lines_stand_flush_with_the_side_where_reading_starts() {
    check_all(200, |fonts, case| {
        let set = case.set(fonts);
        let column = (case.width * case.style.scale).floor() / case.style.scale;
        let n = set.lines().count();
        for (i, line) in set.lines().enumerate() {
            let seen: Vec<&ClusterSpot> = line.clusters.iter().filter(|spot| 0.0 < spot.width).collect();
            let (Some(first), Some(last)) = (seen.first(), seen.last()) else { continue };
            let (left, right) = (first.x, last.x + last.width);
            // One character can be wider than the column.
            let is_flush = |right_side: bool| {
                if right_side { (right - column).abs() < 1.5 } else { left.abs() < 1.5 }
            };
            prop_assert!(
                column < right - left || is_flush(set.is_rtl()),
                "{left} {right} of {column}: {line:?}"
            );
            let words = line.range.of(&case.text).unwrap().trim_end();
            if case.style.justify && i + 1 < n && words.contains(' ') {
                prop_assert!(is_flush(!set.is_rtl()), "{left} {right} of {column}: {words:?}");
            }
        }
        Ok(())
    });
}

#[test]
fn a_point_at_a_caret_is_that_caret() {
    check_all(150, |fonts, case| {
        let set = case.set(fonts);
        for place in places(&case.text) {
            let caret = set.caret(place).unwrap().rect;
            let at = Point { x: caret.x, y: caret.y + caret.height / 2.0 };
            let (back, _, _) = set.hit(at).unwrap();
            let again = set.caret(back).unwrap().rect;
            // At a turn of direction one point is two places, so the caret is what comes back.
            let is_same = is_near(again.x, caret.x) && again.y == caret.y;
            prop_assert!(is_same, "{place:?} at {caret:?} came back as {back:?} at {again:?}");
        }
        Ok(())
    });
}

#[test]
fn the_middle_of_a_character_is_that_character() {
    check_all(150, |fonts, case| {
        let set = case.set(fonts);
        for line in set.lines() {
            for spot in line.clusters.iter().filter(|spot| 0.1 < spot.width) {
                let y = line.rect.y + line.rect.height / 2.0;
                let (place, cluster, is_on_text) =
                    set.hit(Point { x: spot.x + spot.width * 0.4, y }).unwrap();
                prop_assert_eq!((cluster, is_on_text), (spot.range, true));
                // The side that is nearer is the one where the letter begins or ends.
                let side = if spot.is_rtl {
                    Place::after(spot.range.end())
                } else {
                    Place::before(spot.range.start())
                };
                prop_assert_eq!(place, side);
                let caret = set.caret(place).unwrap();
                prop_assert!(is_near(caret.rect.x, spot.x), "{:?} {:?}", caret, spot);
                prop_assert_eq!(caret.is_rtl, spot.is_rtl);
            }
        }
        Ok(())
    });
}

#[test]
fn a_selection_covers_its_characters_and_no_others() {
    let strategy = (case(), any::<Index>(), any::<Index>());
    let config = ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() };
    let fonts = RefCell::new(fonts());
    let check = |(case, one, other): (Case, Index, Index)| {
        let set = case.set(&mut fonts.borrow_mut());
        let at = boundaries(&case.text);
        check_parts(&set, TextRange::new(*one.get(&at), *other.get(&at)))
    };
    TestRunner::new(config).run(&strategy, check).unwrap();
}

fn check_parts(set: &Set, range: TextRange) -> TestCaseResult {
    let parts = set.parts(range);
    for line in set.lines() {
        let here: Vec<_> = parts.iter().filter(|part| is_near(part.rect.y, line.rect.y)).collect();
        let is_chosen = |spot: &&ClusterSpot| spot.range.overlaps(range);
        let chosen: f32 = line.clusters.iter().filter(is_chosen).map(|spot| spot.width).sum();
        let covered: f32 = here.iter().map(|part| part.rect.width).sum();
        prop_assert!((chosen - covered).abs() < 0.2, "{covered} of {chosen}");
        for pair in here.windows(2) {
            prop_assert!(pair[0].rect.right() <= pair[1].rect.x + 0.05, "{pair:?} overlap");
        }
        for spot in line.clusters.iter().filter(|spot| 0.1 < spot.width) {
            let middle = Point { x: spot.x + spot.width / 2.0, y: line.baseline };
            let n_over = here.iter().filter(|part| part.rect.contains(middle)).count();
            prop_assert_eq!(n_over, usize::from(is_chosen(&spot)), "{:?} in {:?}", spot, here);
        }
        for part in &here {
            prop_assert!(line.range.covers(part.range));
            prop_assert!(
                is_near(part.rect.height, line.rect.height) && is_near(part.baseline, line.baseline)
            );
        }
    }
    let n_parts = parts.iter().filter(|part| set.lines().any(|line| line.rect.y == part.rect.y)).count();
    prop_assert_eq!(n_parts, parts.len(), "each part is on a line");
    Ok(())
}

/// The edges of a line's characters, from left to right.
fn edges(line: &LineShape) -> Vec<f32> {
    let seen = line.clusters.iter().filter(|spot| 0.02 < spot.width);
    let mut all: Vec<f32> = seen.flat_map(|spot| [spot.x, spot.x + spot.width]).collect();
    all.sort_by(f32::total_cmp);
    all.dedup_by(|a, b| *a - *b <= 0.02);
    all
}

#[test]
fn left_and_right_visit_every_edge_of_every_line_once() {
    check_all(150, |fonts, case| {
        let mut page = case.page(fonts);
        for motion in [Motion::Right, Motion::Left] {
            let seen = walk(&mut page, fonts, motion)?;
            for (line, mut seen) in page.set_at(0).unwrap().lines().zip(seen) {
                let edges = edges(&line);
                seen.sort_by(f32::total_cmp);
                let is_same =
                    seen.len() == edges.len() && seen.iter().zip(&edges).all(|(&a, &b)| is_near(a, b));
                prop_assert!(edges.is_empty() || is_same, "{motion:?}: {seen:?} of {edges:?} in {line:?}");
            }
        }
        Ok(())
    });
}

/// Where the caret stood on every line, on its way through all of the first portion.
fn walk(page: &mut Page, fonts: &mut Fonts, motion: Motion) -> Result<Vec<Vec<f32>>, TestCaseError> {
    let set = page.set_at(0).unwrap();
    let (x0, y0) = (page.column().x, page.visible().next().unwrap().y);
    let tops: Vec<f32> = set.lines().map(|line| line.rect.y + y0).collect();
    let goes_right = motion == Motion::Right;
    let mut line = if goes_right == set.is_rtl() { tops.len() - 1 } else { 0 };
    let mut at = set.table.edge_of(line, goes_right).unwrap();
    let mut seen = vec![Vec::new(); tops.len()];
    for _ in 0..=page.document().text().len() * 2 {
        let caret = page.caret(at).unwrap().rect;
        let x = caret.x - x0;
        let xs: &Vec<f32> = &seen[line];
        let is_further =
            xs.last().is_none_or(|&last| if goes_right { last < x - 0.01 } else { x + 0.01 < last });
        prop_assert!(is_further, "{:?}: from {:?} to {} on line {}", at, xs.last(), x, line);
        seen[line].push(x);
        let next = page.motion(fonts, at, motion, &mut None);
        if next == at {
            return Ok(seen);
        }
        let there = page.caret(next).unwrap().rect;
        let next_line = tops.iter().position(|&top| is_near(top, there.y)).unwrap();
        if next_line != line {
            let edge = page.set_at(0).unwrap().table.edge_of(next_line, goes_right).unwrap();
            if edge != next {
                // Passed over where it is the offset that the caret came from: no step at all.
                prop_assert_eq!(edge.offset, at.offset);
                seen[next_line].push(page.caret(edge).unwrap().rect.x - x0);
            }
        }
        (at, line) = (next, next_line);
    }
    Err(TestCaseError::fail("it never ends"))
}

#[test]
fn up_brings_back_what_down_took_away() {
    check_all(120, |fonts, case| {
        let mut page = case.page(fonts);
        for place in places(&case.text).step_by(3) {
            let from = page.caret(place).unwrap().rect;
            let mut wanted = None;
            let below = page.motion(fonts, place, Motion::Down, &mut wanted);
            let there = page.caret(below).unwrap().rect;
            if there.y <= from.y {
                continue;
            }
            let back = page.motion(fonts, below, Motion::Up, &mut wanted);
            let back = page.caret(back).unwrap().rect;
            prop_assert!(
                is_near(back.x, from.x) && back.y == from.y,
                "{place:?}: {from:?} {there:?} {back:?}"
            );
        }
        Ok(())
    });
}

/// All samples, again and again.
fn everything(times: usize) -> Document {
    let all: Vec<&str> = SAMPLES.iter().map(|sample| sample.text).collect();
    Document::plain(&format!("{}\n\n", all.join("\n\n")).repeat(times))
}

#[test]
fn each_sample_runs_the_way_it_is_read() {
    let mut fonts = fonts();
    for Sample { name, is_rtl, text } in &SAMPLES {
        let case = Case { text: (*text).to_owned(), width: 300.0, style: PageStyle::default() };
        assert_eq!(case.set(&mut fonts).is_rtl(), *is_rtl, "{name}");
    }
}

#[test]
fn guessed_heights_come_near_and_end_as_the_true_ones() {
    let mut fonts = fonts();
    let style = PageStyle::default();
    let mut page = Page::new(Arc::new(everything(6)));
    page.layout(&mut fonts, &style, 700.0, 500.0);
    let guessed = page.total_height();
    while 1.0 < page.scroll_by(&mut fonts, 400.0) {
        page.layout(&mut fonts, &style, 700.0, 500.0);
    }
    let walked = page.total_height();
    page.layout(&mut fonts, &style, 700.0, 100_000.0);
    let all: f32 = page.visible().map(|shown| shown.set.height()).sum();
    let margins = f64::from(page.margins().top + page.margins().bottom);
    assert!((walked - margins - f64::from(all)).abs() < 0.5, "{walked} {margins} {all}");
    assert!((guessed / walked - 1.0).abs() < 0.1, "guessed {guessed} of {walked}");
}

#[test]
fn a_page_of_all_scripts_keeps_its_top_line_however_it_is_set() {
    let strategy = (0.02_f64..0.9, prop::collection::vec((260.0_f32..1000.0, style()), 1..5));
    let config = ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() };
    let fonts = RefCell::new(fonts());
    let check = |(fraction, changes): (f64, Vec<(f32, PageStyle)>)| {
        let fonts = &mut fonts.borrow_mut();
        let mut page = Page::new(Arc::new(everything(2)));
        page.layout(fonts, &PageStyle::default(), 700.0, 500.0);
        page.set_fraction(fonts, fraction);
        page.layout(fonts, &PageStyle::default(), 700.0, 500.0);
        let top = page.top_offset();
        let y = page.caret(Place::before(top)).unwrap().rect.y;
        for (width, style) in changes {
            page.layout(fonts, &style, width, 500.0);
            let now = page.caret(Place::before(top)).unwrap().rect.y;
            prop_assert!((now - y).abs() < 1.0, "{now} {y} after {style:?}");
        }
        page.scroll_to(fonts, top, Align::Top);
        prop_assert!(page.caret(Place::before(top)).is_some(), "it is in view");
        Ok(())
    };
    TestRunner::new(config).run(&strategy, check).unwrap();
}
