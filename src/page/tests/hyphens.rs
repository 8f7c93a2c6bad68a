//! Words broken at the ends of filled lines.

use super::*;

const LONG: &str = "Representatives of the administration acknowledged on Wednesday that the \
    reconstruction of the infrastructure had been considerably underestimated, notwithstanding \
    international recommendations; independent investigators nevertheless characterised the \
    acknowledgement as insufficient and demanded comprehensive documentation of the expenditures.";

fn in_language(text: &str, language: &str) -> Document {
    let mut builder = Builder::default();
    builder.begin(BlockKind::Paragraph, 0, 0);
    builder.push(text);
    let metadata = Metadata { language: Some(language.to_owned()), ..Metadata::default() };
    builder.finish(metadata, Reading::default(), SourceMap::default())
}

/// The lines that end amid a word.
fn broken(set: &Set, text: &str) -> Vec<usize> {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let ends = set.lines().map(|line| line.range.end().to_usize()).enumerate();
    let amid = |&(_, end): &(usize, usize)| {
        is_letter(text[..end].chars().next_back()) && is_letter(text[end..].chars().next())
    };
    ends.filter(amid).map(|(nth, _)| nth).collect()
}

/// The widest space within a line, in points.
fn widest_space(set: &Set, text: &str) -> f32 {
    let lines: Vec<_> = set.lines().collect();
    let spaces = lines.iter().flat_map(|line| &line.clusters);
    let widths = spaces.filter(|spot| &text[spot.range.to_usize()] == " ").map(|spot| spot.width);
    widths.fold(0.0, f32::max)
}

#[test]
fn filled_lines_break_words_and_gape_less() {
    let mut fonts = fonts();
    let filled = PageStyle { justify: true, ..PageStyle::default() };
    for width in [230.0, 300.0, 380.0, 460.0] {
        let hyphenated = set_of(&mut fonts, &in_language(LONG, "en-GB"), width, &filled);
        let whole = set_of(&mut fonts, &in_language(LONG, "zxx"), width, &filled);
        let lines = broken(&hyphenated, LONG);
        assert!(!lines.is_empty() && broken(&whole, LONG).is_empty(), "{width}");
        assert!(lines.windows(3).all(|three| three[0] + 2 < three[2]), "a ladder: {lines:?} at {width}");
        // The text is one piece, and each hyphen one more.
        assert_eq!(hyphenated.pieces().len(), 1 + lines.len(), "{width}");
        let (less, more) = (widest_space(&hyphenated, LONG), widest_space(&whole, LONG));
        assert!(less < more, "{less} {more} at {width}");
        for offset in boundaries(LONG) {
            check_return(&hyphenated, LONG, Place::before(offset));
        }
    }
}

#[test]
fn uneven_lines_and_unknown_languages_keep_words_whole() {
    let mut fonts = fonts();
    let uneven = set_of(&mut fonts, &in_language(LONG, "en"), 300.0, &PageStyle::default());
    assert!(broken(&uneven, LONG).is_empty());
    let filled = PageStyle { justify: true, ..PageStyle::default() };
    for text in ALL {
        let set = set_of(&mut fonts, &in_language(text, "zxx"), 200.0, &filled);
        assert_eq!(set.pieces().len(), 1);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    // In narrower columns a word may be wider than a line: then it is broken where it must be, without a hyphen.
    #[test]
    fn every_character_stays_in_one_line(width in 160.0..700.0_f32, cut in 0..LONG.len()) {
        let mut fonts = fonts();
        let text = &LONG[cut..];
        let filled = PageStyle { justify: true, ..PageStyle::default() };
        let set = set_of(&mut fonts, &in_language(text, "en"), width, &filled);
        let mut end = TextSize::ZERO;
        for line in set.lines() {
            prop_assert_eq!(line.range.start(), end);
            end = line.range.end();
        }
        prop_assert_eq!(end.to_usize(), text.len());
        // Each hyphen stands behind a line that ends amid a word.
        prop_assert_eq!(set.pieces().len(), 1 + broken(&set, text).len());
    }
}
