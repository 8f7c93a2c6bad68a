//! Boundaries of characters, words (`words`) and sentences (UAX #29), and what a person means by them.
//!
//! All functions take a text and byte offsets in it, and snap offsets that cut a character.

mod sentences;

use super::words::{joint, pieces as words_of};
use super::{TextRange, TextSize};
use sentences::{certain_start, pieces};
use unicode_segmentation::GraphemeCursor;

/// How far a boundary is looked for around an offset, in bytes, before giving up: sentences are
/// shorter, and a line of 50 MB must not cost a read of 50 MB.
const REACH: usize = 16 * 1024;

/// How far the neighbours of an edge are looked at, in bytes: words are shorter.
const WORD: usize = 128;

/// `offset` moved back to the start of the grapheme cluster that it cuts.
pub fn snap(text: &str, offset: TextSize) -> TextSize {
    let at = floor(text, offset.to_usize());
    if is_between_letters(text, at) {
        return TextSize::from_usize(at);
    }
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    match cursor.is_boundary(text, 0) {
        Ok(false) => TextSize::from_usize(cursor.prev_boundary(text, 0).ok().flatten().unwrap_or(at)),
        _ => TextSize::from_usize(at),
    }
}

/// Whether `at` has on both sides what never joins with a neighbour: nearly always, and the cursor
/// costs ten times as much.
fn is_between_letters(text: &str, at: usize) -> bool {
    // Below U+0300 nothing combines; then come Greek and Cyrillic letters, with marks of their own
    // from U+0483 to U+0489. A line feed joins with a carriage return.
    let stands_alone =
        |c: char| c != '\n' && (c < '\u{300}' || matches!(c, '\u{370}'..='\u{482}' | '\u{48a}'..='\u{52f}'));
    let (before, after) = (part(text, 0..at).chars().next_back(), part(text, at..text.len()).chars().next());
    before.is_none_or(stands_alone) && after.is_none_or(stands_alone)
}

/// `range` grown until neither end cuts a grapheme cluster.
pub fn snap_outward(text: &str, range: TextRange) -> TextRange {
    let start = snap(text, range.start());
    let end = snap(text, range.end());
    let end = if end < range.end() && end.to_usize() < text.len() { next_grapheme(text, end) } else { end };
    TextRange::new(start, end)
}

/// `range` without the white space at its ends; empty where it is nothing else.
pub fn trim(text: &str, range: TextRange) -> TextRange {
    let words = range.of(text).unwrap_or_default();
    let start = range.start().to_usize() + (words.len() - words.trim_start().len());
    TextRange::from_usize(
        start.min(range.end().to_usize())..start.max(range.start().to_usize() + words.trim_end().len()),
    )
}

/// What a person means who drew from one end of `range` to the other: whole words, without the white space
/// at the ends. An end between two words stays where it is; in a word it goes to that word's edge.
pub fn whole_words(text: &str, range: TextRange) -> TextRange {
    let edge = |at: TextSize, is_start: bool| match is_word_edge(text, at) {
        true => at,
        false if is_start => word_at(text, at).start(),
        false => word_at(text, at).end(),
    };
    let grown = TextRange::new(edge(range.start(), true), edge(range.end(), false));
    trim(text, snap_outward(text, grown))
}

/// The grapheme boundary after `offset`; the end of the text at its end.
pub fn next_grapheme(text: &str, offset: TextSize) -> TextSize {
    let at = floor(text, offset.to_usize());
    let next = GraphemeCursor::new(at, text.len(), true).next_boundary(text, 0);
    TextSize::from_usize(next.ok().flatten().unwrap_or(text.len()))
}

/// The grapheme boundary before `offset`; the start of the text at its start.
pub fn previous_grapheme(text: &str, offset: TextSize) -> TextSize {
    let at = floor(text, offset.to_usize());
    let previous = GraphemeCursor::new(at, text.len(), true).prev_boundary(text, 0);
    TextSize::from_usize(previous.ok().flatten().unwrap_or(0))
}

/// The word, run of spaces or sign of punctuation at `offset`, as a double click takes it.
///
/// At the end of a word the word is meant, not the space after it.
pub fn word_at(text: &str, offset: TextSize) -> TextRange {
    let at = floor(text, offset.to_usize());
    let (window, base) = window(text, at);
    let mut before = None;
    for (start, word) in words_of(window) {
        let range = TextRange::from_usize(base + start..base + start + word.len());
        if range.contains(TextSize::from_usize(at)) {
            let at_its_start = range.start().to_usize() == at;
            return match before {
                Some(previous) if at_its_start && !is_word(word) => previous,
                _ => range,
            };
        }
        before = is_word(word).then_some(range);
    }
    before.unwrap_or_else(|| TextRange::empty(TextSize::from_usize(at)))
}

/// Whether a word begins or ends at `offset`: not between the letters of a word, not
/// beside the apostrophe within one.
pub fn is_word_edge(text: &str, offset: TextSize) -> bool {
    let at = floor(text, offset.to_usize());
    let (Some(before), Some(after)) =
        (part(text, 0..at).chars().next_back(), part(text, at..text.len()).chars().next())
    else {
        return true;
    };
    // Nearly every edge is beside a space; nearly everything else is between two letters.
    let is_simple = |c: char| c.is_ascii_alphanumeric() || matches!(c, 'а'..='я' | 'А'..='Я' | 'ا'..='ي');
    match (before, after) {
        (' ' | '\n', after) if is_simple(after) => return true,
        (before, ' ' | '\n') if is_simple(before) => return true,
        (before, after) if is_simple(before) && is_simple(after) => return false,
        _ => {}
    }
    let (from, to) = (floor(text, at.saturating_sub(WORD)), floor(text, at + WORD));
    // A narrow space may stand within a number.
    let is_space = |c: char| c.is_whitespace() && c != '\u{202f}';
    let start = part(text, from..at).rfind(is_space).map_or(from, |space| from + space);
    let space = part(text, at..to).char_indices().find(|&(_, c)| is_space(c));
    let end = space.map_or(to, |(space, c)| at + space + c.len_utf8());
    words_of(part(text, start..end)).any(|(word, _)| start + word == at)
}

/// Where the next word begins after `offset`, or the end of the text.
pub fn next_word(text: &str, offset: TextSize) -> TextSize {
    let at = floor(text, offset.to_usize());
    let end = floor(text, at + REACH);
    let mut words = words_of(part(text, at..end)).skip_while(|&(start, word)| start == 0 || !is_word(word));
    TextSize::from_usize(words.next().map_or(end, |(start, _)| at + start))
}

/// Where the word before `offset` begins, or the start of the text.
pub fn previous_word(text: &str, offset: TextSize) -> TextSize {
    let at = floor(text, offset.to_usize());
    let start = floor(text, at.saturating_sub(REACH));
    let word = words_of(part(text, start..at)).filter(|&(_, word)| is_word(word)).last();
    TextSize::from_usize(word.map_or(start, |(word_start, _)| start + word_start))
}

/// Where the word at or after `offset` ends, or the end of the text.
pub fn word_end(text: &str, offset: TextSize) -> TextSize {
    let at = floor(text, offset.to_usize());
    let end = floor(text, at + REACH);
    let word = words_of(part(text, at..end)).find(|&(_, word)| is_word(word));
    TextSize::from_usize(word.map_or(end, |(start, word)| at + start + word.len()))
}

/// The sentence at `offset` within `paragraph`, without the spaces around it.
///
/// UAX #29 knows no abbreviations; a break after one ("Gen. Khan", "J. R. Smith") or before a
/// lower-case letter is not taken.
pub fn sentence_at(text: &str, paragraph: TextRange, offset: TextSize) -> TextRange {
    let Some(body) = paragraph.of(text) else { return TextRange::empty(offset) };
    let start = certain_start(body, offset.to_usize().saturating_sub(paragraph.start().to_usize()));
    let base = paragraph.start().to_usize() + start;
    let mut found = None;
    for (range, joins) in pieces(body.get(start..).unwrap_or_default(), base) {
        found = match found {
            Some(last) if joins => Some(range.hull(last)),
            Some(last) if offset < last.end() => return last,
            _ => Some(range),
        };
    }
    found.unwrap_or(TextRange::empty(offset))
}

/// The sentences of `paragraph` in order, each without the spaces around it.
pub fn sentences(text: &str, paragraph: TextRange) -> Vec<TextRange> {
    let Some(body) = paragraph.of(text) else { return Vec::new() };
    let mut found: Vec<TextRange> = Vec::new();
    for (range, joins) in pieces(body, paragraph.start().to_usize()) {
        match found.last_mut() {
            Some(last) if joins => *last = last.hull(range),
            _ => found.push(range),
        }
    }
    found
}

fn is_word(piece: &str) -> bool {
    piece.chars().any(char::is_alphanumeric)
}

/// The part of `text` around `at` that is searched, and where it starts.
fn window(text: &str, at: usize) -> (&str, usize) {
    // A line feed is a word boundary, so the window may start after one, but for one that breaks a word.
    let reach = floor(text, at.saturating_sub(REACH));
    let ends_word = |line: &usize| {
        let before = part(text, reach..reach + line).trim_end_matches([' ', '\t']);
        let end = reach + before.trim_end_matches(['-', '\u{2010}']).len();
        joint(text, end).is_none_or(|length| end + length <= reach + line)
    };
    let lines = memchr::memrchr_iter(b'\n', part(text, reach..at).as_bytes());
    let start = lines.into_iter().find(ends_word).map_or(reach, |line| reach + line + 1);
    (part(text, start..floor(text, at + REACH)), start)
}

/// The text in `range`; empty where that is no range of it.
fn part(text: &str, range: std::ops::Range<usize>) -> &str {
    text.get(range).unwrap_or_default()
}

fn floor(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::marks;

    /// Takes the caret of `<|>` and compares with where `range` lies.
    fn check(marked: &str, find: impl Fn(&str, TextSize) -> TextRange, expected: &str) {
        let (text, carets) = marks::parse(marked);
        let found = find(&text, carets[0].start());
        assert_eq!(marks::show(&text, &[found]), expected);
    }

    #[test]
    fn a_double_click_takes_the_word() {
        check("The army de<|>nied it.", word_at, "The army <|denied|> it.");
        check("The army denied<|> it.", word_at, "The army <|denied|> it.");
        check("<|>The army", word_at, "<|The|> army");
        check("сказал<|>, что", word_at, "<|сказал|>, что");
    }

    #[test]
    fn a_triple_click_takes_the_sentence() {
        let find = |text: &str, at| sentence_at(text, TextRange::all(text), at);
        check("One. T<|>wo said. Three.", find, "One. <|Two said.|> Three.");
        check("Then Gen. J. R. Kh<|>an spoke. He left.", find, "<|Then Gen. J. R. Khan spoke.|> He left.");
        check("Это было в 1995 г. в Гроз<|>ном. Да.", find, "<|Это было в 1995 г. в Грозном.|> Да.");
        check("One. Two.<|>", find, "One. <|Two.|>");
        check(
            "Es war am 2. Mä<|>rz. Er sah 12. Juni war es.",
            find,
            "<|Es war am 2. März.|> Er sah 12. Juni war es.",
        );
        check("Er sah 12. Al<|>le kamen.", find, "Er sah 12. <|Alle kamen.|>");
        // A heading between dashes, where lines were lost.
        check(
            "They left. - Raid on a mar<|>ket - Ten died.",
            find,
            "They left. <|- Raid on a market - Ten died.|>",
        );
        check("“We left.” — He sta<|>yed.", find, "“We left.” <|— He stayed.|>");
        check("They le<|>ft. - and came back.", find, "<|They left. - and came back.|>");
        check("Gen. - Kh<|>an spoke.", find, "<|Gen. - Khan spoke.|>");
    }

    proptest::proptest! {
        #[test]
        fn a_sentence_is_the_same_found_alone_and_among_all(
            words in proptest::collection::vec(
                proptest::sample::select(vec![
                    "The", "army", "Gen", "J", "2", "Mai", "denied", "г", "Да", "35", "A", "(", ")", "\u{201c}", "\u{201d}",
                    "e\u{301}", ".", ". ", ".  ", "! ", "?", "… ", "; ", ", ", " - ", " — ", " ", "\n", "\u{a0}", "。", "\u{301}",
                ]),
                0..40,
            ),
        ) {
            let text = words.concat();
            let whole = TextRange::all(&text);
            let all = sentences(&text, whole);
            for at in (0..=text.len()).filter(|at| text.is_char_boundary(*at)).map(TextSize::from_usize) {
                let among = all.iter().find(|sentence| at < sentence.end()).or(all.last());
                proptest::prop_assert_eq!(sentence_at(&text, whole, at), among.copied().unwrap_or(TextRange::empty(at)));
            }
        }
    }

    #[test]
    fn words_are_walked_both_ways() {
        check(
            "The <|>army denied",
            |text, at| TextRange::new(at, next_word(text, at)),
            "The <|army |>denied",
        );
        check(
            "The army <|>denied",
            |text, at| TextRange::new(at, previous_word(text, at)),
            "The <|army |>denied",
        );
        check("The<|> army denied", |text, at| TextRange::new(at, word_end(text, at)), "The<| army|> denied");
    }

    #[test]
    fn words_have_edges_where_a_double_click_ends() {
        for (text, expected) in [
            ("The army", "|The| |army|"),
            ("can't: 3.5", "|can't|:| |3.5|"),
            ("e\u{301}t\u{e9} ok", "|e\u{301}t\u{e9}| |ok|"),
            ("Он — да", "|Он| |—| |да|"),
            ("إنه جيش", "|إنه| |جيش|"),
            ("צה\"ל", "|צה\"ל|"),
            ("東京", "|東|京|"),
        ] {
            let mut shown = String::new();
            for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
                if is_word_edge(text, TextSize::from_usize(at)) {
                    shown.push('|');
                }
                shown.extend((at < text.len()).then_some(character));
            }
            assert_eq!(shown, expected);
        }
    }

    #[test]
    fn nothing_cuts_a_cluster() {
        let text = "a\u{301}👩\u{200d}🚒z";
        for at in 0..=text.len() {
            let snapped = snap_outward(text, TextRange::empty(TextSize::from_usize(at)));
            assert!(snapped.of(text).is_some());
        }
        assert_eq!(next_grapheme(text, TextSize::from(3)), TextSize::from(14));
        assert_eq!(previous_grapheme(text, TextSize::from(14)), TextSize::from(3));
    }
}
