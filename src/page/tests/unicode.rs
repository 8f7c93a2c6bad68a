//! The page against Unicode's own rules: where lines are broken (UAX #14), and in which order the
//! characters of a line stand (UAX #9).

use std::sync::Arc;

use parley::StyleProperty;
use proptest::prelude::*;
use unicode_bidi::{BidiInfo, Level};

use super::fonts;
use super::samples::SAMPLES;
use crate::document::Document;
use crate::page::fonts::families;
use crate::page::{Face, Fonts, Page, PageStyle};
use crate::text::{TextSize, boundary};

const LINE_BREAKS: &str = include_str!("../../../tests/fixtures/line-breaks.txt");

/// The bytes before which a line of `text` is broken when each is as short as it can be.
fn breaks(fonts: &mut Fonts, text: &str) -> Vec<usize> {
    let mut builder = fonts.layouts.ranged_builder(&mut fonts.context, text, 1.0, true);
    builder.push_default(StyleProperty::FontFamily(families(Face::Serif)));
    let mut layout = builder.build(text);
    layout.break_all_lines(Some(0.0));
    layout.lines().map(|line| line.text_range().end).filter(|&end| end < text.len()).collect()
}

/// A line of the file: its text, and the bytes before which it may be broken.
fn parse(line: &str) -> (String, Vec<usize>) {
    let (mut text, mut allowed) = (String::new(), Vec::new());
    for word in line.split_whitespace() {
        match word {
            "÷" => allowed.push(text.len()),
            "×" => {}
            code => text.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap()),
        }
    }
    (text, allowed)
}

/// Whether a break of `text` at `at` is a matter of the page at all.
///
/// No character is cut in two, as parts of Balinese and Batak syllables and a colour of skin without
/// its emoji would be. Of the controls that end a line only line feeds are left when a page is set,
/// the others are spaces by then. And nothing is to be seen of a break before a tab, which hangs over
/// the edge, and of one after nothing but a space of no width.
fn is_of_the_page(text: &str, at: usize) -> bool {
    at < text.len()
        && boundary::snap(text, TextSize::from_usize(at)).to_usize() == at
        && !text[..at].ends_with(['\u{b}', '\u{c}', '\u{85}'])
        && !text[at..].starts_with('\t')
        && text[..at] != *"\u{200b}"
}

#[test]
fn lines_are_broken_where_unicode_allows_it() {
    let mut fonts = fonts();
    let mut wrong = Vec::new();
    let mut n = 0;
    for line in LINE_BREAKS.lines().filter(|line| !line.starts_with('#')) {
        n += 1;
        let (text, mut allowed) = parse(line);
        allowed.retain(|&at| is_of_the_page(&text, at));
        let mut found = breaks(&mut fonts, &text);
        found.retain(|&at| is_of_the_page(&text, at));
        if found != allowed {
            wrong.push(format!("{line}: {found:?} for {allowed:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {n}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn each_script_is_broken_where_its_readers_expect_it() {
    let mut fonts = fonts();
    let mut wrong = Vec::new();
    for (why, marked) in [
        ("LB13: nothing before closing marks", "He |said |(so |they |say), |“no!”"),
        ("LB25: numbers stay whole", "He |paid |$1,250.50 |or |35% |on |12/03/2024"),
        ("LB12: a no-break space holds", "12\u{a0}000 |killed, |« no\u{a0}»"),
        ("LB21: after a hyphen", "a |five-|day-|old |count"),
        ("LB8: at a space of no width", "very\u{200b}|long"),
        ("LB11: not at a word joiner", "very\u{2060}long"),
        ("LB22: not before dots that leave off", "he |said… |no"),
        ("LB28: Greek, Cyrillic, Hebrew are broken at spaces", "η |φωτιά |не |было |לא |ירו"),
        ("LB21a: a hyphen in Hebrew holds", "ב-Radio |ולא"),
        ("LB21a: and so does a maqaf", "בית־חולים"),
        ("LB9: a joiner of no width breaks no Persian word", "آتش‌سوزی |انبار"),
        ("LB9: vowels and points stay with their letter", "شَعْبٌ |בַּלַּ"),
        ("LB13: the Arabic comma and question mark", "نفى، |لماذا؟"),
        ("LB30a: flags are pairs", "🇺🇦|🇵🇱|🇬🇷"),
        ("LB30b and LB8a: skin and joiners", "👍🏽|👩\u{200d}🚒|👍"),
        ("LB13 and LB14: brackets of Chinese", "军|方|说：“没|有。”"),
        ("LB5: small kana follow", "ちょっ|と|待っ|て"),
        ("LB26: Korean syllables of pieces stay whole", "\u{1112}\u{1161}\u{11ab}|명"),
        ("LB1: Thai by words", "กองทัพ|ปฏิเสธ|เมื่อ|วัน|จันทร์"),
        ("LB28: Hindi at spaces", "सेना |ने |इनकार |किया।"),
    ] {
        let text = marked.replace('|', "");
        let mut found = text.clone();
        for at in breaks(&mut fonts, &text).into_iter().rev() {
            found.insert(at, '|');
        }
        if found != marked {
            wrong.push(format!("{why}: {found} for {marked}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Capitals for letters from right to left, as in UAX #9: A to M are Hebrew, N to Z are Arabic; and
/// small figures for Arabic ones.
fn with_scripts(shorthand: &str) -> String {
    let shift = |c: char, from: char, to: u32| char::from_u32(u32::from(c) - u32::from(from) + to).unwrap();
    let letter = |c: char| match c {
        'A'..='M' => shift(c, 'A', 0x5d0),
        'N'..='Z' => shift(c, 'N', 0x641),
        '₀'..='₉' => shift(c, '₀', 0x660),
        _ => c,
    };
    shorthand.chars().map(letter).collect()
}

/// The characters of `text` as they stand on one line of the page, from left to right; those that
/// show nothing are left out. And whether the paragraph runs from right to left.
fn as_seen(fonts: &mut Fonts, text: &str) -> (String, bool) {
    let mut page = Page::new(Arc::new(Document::plain(text)));
    let style = PageStyle { measure: 30_000.0, ..PageStyle::default() };
    page.layout(fonts, &style, 31_000.0, 500.0);
    let shown = page.visible().next().unwrap();
    let lines: Vec<_> = shown.set.lines().collect();
    assert_eq!(lines.len(), 1, "{text:?}");
    let seen = lines[0].clusters.iter().map(|spot| spot.range.of(text).unwrap());
    (seen.filter(|cluster| !is_unseen(cluster)).collect(), shown.set.is_rtl())
}

fn is_unseen(cluster: &str) -> bool {
    let format = |c| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{61c}');
    cluster.chars().all(format)
}

#[test]
fn mixed_lines_stand_in_the_order_of_the_rules() {
    let mut fonts = fonts();
    let mut wrong = Vec::new();
    for (rule, text, seen) in [
        ("P2: the first letter decides", "123 A b", "b A 123"),
        ("P2: a mark decides too", "\u{200f}a B", "B a"),
        ("P2: and one for the other side", "\u{200e}A b", "A b"),
        ("P2: what is isolated does not", "\u{2067}A B\u{2069} c d", "B A c d"),
        ("L2: a word turned in a line", "car means CAR.", "car means RAC."),
        ("L2: a line turned", "CAR means car.", ".means car RAC"),
        ("L2: a turn in a turn", "he said “car MEANS CAR.”", "he said “car RAC SNAEM.”"),
        ("W1: a vowel mark goes with its letter", "z A\u{5b7}B c", "z BA\u{5b7} c"),
        ("W2: European figures after Arabic letters", "N 1+2", "2+1 N"),
        ("W2: but not after Hebrew ones", "A 1+2", "1+2 A"),
        ("W3: Arabic letters are as Hebrew ones", "A N B", "B N A"),
        ("W4: one comma in a number", "A 1,2", "1,2 A"),
        ("W4: Arabic figures too", "N ₁,₂", "₁,₂ N"),
        ("W4: the strokes of a date", "A 12/03/2024", "12/03/2024 A"),
        ("W4: a plus between Arabic figures parts them", "N ₁+₂", "₂+₁ N"),
        ("W4: two commas part", "A 1,,2", "2,,1 A"),
        ("W5: a sign for hundredths", "A 35.5% B", "B 35.5% A"),
        ("W5: a currency before the number", "A $5 B", "B $5 A"),
        ("W5: not with Arabic letters before", "N 35% Q", "Q %35 N"),
        ("W6: a comma and a space", "A 1, 2", "2 ,1 A"),
        ("W6: a dash of range", "A 3–5 B", "B 5–3 A"),
        ("W6: a hyphen is no dash", "A 3-5 B", "B 3-5 A"),
        ("W7: figures after Latin letters", "a 1 A", "a 1 A"),
        ("W7: and after a turned word", "z A 1 B", "z B 1 A"),
        ("W7: a name with a figure in a turned line", "A b2 C", "C b2 A"),
        ("N0: brackets about a turned word", "a (A) b", "a (A) b"),
        ("N0: brackets about a name in a turned line", "A (b) C", "C )b( A"),
        ("N0: what is before decides where all inside is turned", "z A(B) c", "z )B(A c"),
        ("N0: inside as the line: they stay with it", "A (b C) D", "D )C b( A"),
        ("N0: brackets at the end of a sentence", "a (A B).", "a (B A)."),
        ("N0: of different kinds", "A [b (C)] D", "D ])C( b[ A"),
        ("N1: between letters of one direction", "z A - B c", "z B - A c"),
        ("N1: figures count as turned", "z A - 1 c", "z 1 - A c"),
        ("N1: quotation marks in a turned text", "z A “B” C c", "z C ”B“ A c"),
        ("N2: between two directions", "z A - b", "z A - b"),
        ("N2: an exclamation in a turned line", "A b!", "!b A"),
        ("N2: held by a mark", "A b!\u{200e}", "b! A"),
        ("L1: the sign at the end is the line's", "abc DEF?", "abc FED?"),
        ("L1: of a turned line too", "ABC def?", "?def CBA"),
        ("X2: embedded", "z \u{202b}A b C\u{202c} c", "z C b A c"),
        ("X3: embedded the other way", "A \u{202a}b C d\u{202c} E", "E b C d A"),
        ("X4: overridden", "z \u{202e}ab\u{202c} c", "z ba c"),
        ("X5: overridden the other way", "A \u{202d}BC\u{202c} D", "D BC A"),
        ("X5a: isolated", "z \u{2067}b C\u{2069} d", "z C b d"),
        ("X5b: isolated the other way", "A \u{2066}b C d\u{2069} E", "E b C d A"),
        ("X5c: isolated by its first letter", "z \u{2068}A b\u{2069} c", "z b A c"),
        ("X5c: figures beside an isolate", "z A \u{2068}b\u{2069} 1 c", "z 1 b A c"),
    ] {
        let (found, _) = as_seen(&mut fonts, &with_scripts(text));
        if found != with_scripts(seen) {
            wrong.push(format!("{rule}: {text}: {found:?} for {:?}", with_scripts(seen)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What `unicode-bidi` says, which is itself held against Unicode's two files of tests.
fn as_ruled(text: &str, is_rtl: bool) -> String {
    let level = if is_rtl { Level::rtl() } else { Level::ltr() };
    let ruled = BidiInfo::new(text, Some(level));
    let paragraph = &ruled.paragraphs[0];
    let levels = ruled.reordered_levels_per_char(paragraph, paragraph.range.clone());
    let characters: Vec<char> = text.chars().collect();
    let order = BidiInfo::reorder_visual(&levels);
    let seen = order.into_iter().map(|at| characters[at].to_string());
    seen.filter(|character| !is_unseen(character)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_mixture_stands_in_the_order_of_unicode_bidi(
        signs in prop::collection::vec(
            prop::sample::select("abzABCNOPQ0123₁₂₃   ....,,:/+-–%$()[]{}«»“”!?&#\u{200e}\u{200f}\u{2066}\u{2067}\u{2068}\u{2069}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}".chars().collect::<Vec<_>>()),
            1..24,
        ),
    ) {
        thread_local! {
            static FONTS: std::cell::RefCell<Fonts> = std::cell::RefCell::new(fonts());
        }
        let text = with_scripts(&signs.into_iter().collect::<String>());
        // No list, no heading, no space at the end.
        let text = format!("{}.", text.trim().trim_start_matches(|c: char| c.is_ascii() && !c.is_alphabetic()));
        let (seen, is_rtl) = FONTS.with_borrow_mut(|fonts| as_seen(fonts, &text));
        prop_assert_eq!(seen, as_ruled(&text, is_rtl), "{:?}", text);
    }
}

#[test]
fn the_samples_stand_in_the_order_of_unicode_bidi() {
    let mut fonts = fonts();
    for sample in &SAMPLES {
        let (seen, is_rtl) = as_seen(&mut fonts, sample.text);
        let mut seen: Vec<char> = seen.chars().filter(|&c| !is_unseen(&c.to_string())).collect();
        let mut ruled: Vec<char> = as_ruled(sample.text, is_rtl).chars().collect();
        // Marks stand before or after their letter, as one counts.
        let is_letter = |c: &char| !unicode_normalization::char::is_combining_mark(*c) && *c != '\u{fe0f}';
        seen.retain(is_letter);
        ruled.retain(is_letter);
        assert_eq!(seen, ruled, "{}", sample.name);
    }
}
