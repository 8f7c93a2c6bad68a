//! Small things that several panels draw.

pub(super) mod buttons;
pub(super) mod chip;
pub(super) mod dialog;
pub(super) mod heat_map;
pub(super) mod lit;
pub(super) mod outline;
pub(super) mod query_line;
pub(super) mod rows;
pub(super) mod shape;
pub(super) mod whose;
pub(super) mod words;

use crate::text::invisible::sign_in;
use std::ops::Range;

/// A stranger's words with what could mislead made visible: control characters, everything that turns
/// the direction of a text, tags and spaces of no width within words become signs such as ‹RLO›, line
/// feeds spaces. Joiners and soft hyphens, which many languages write by, stay as they are.
pub(super) fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        let is_mark = matches!(character, '\u{200e}' | '\u{200f}' | '\u{61c}');
        match sign_in(text, at) {
            _ if matches!(character, '\n' | '\t' | '\r') => shown.push(' '),
            Some(sign) if sign.misleads || is_mark => {
                shown.push('‹');
                shown.push_str(sign.short);
                shown.push('›');
            }
            _ => shown.push(character),
        }
    }
    shown
}

/// One line of `text` with its words in the order of the screen. egui shapes words from right to left
/// and then sets them from left to right, so what reads to the left is turned round here, word by
/// word; a run of Latin words within it keeps its order. For a single line of the panels only: the
/// page has the whole of UAX #9.
pub(super) fn in_visual_order(text: &str) -> String {
    if !text.chars().any(is_rtl) {
        return text.to_owned();
    }
    let shown = words_in_visual_order(text).into_iter().filter_map(|word| text.get(word));
    shown.collect::<Vec<_>>().join(" ")
}

/// The words of one line, as bytes of it, in the order in which they stand on the screen from left to
/// right; a space parts them.
pub(super) fn words_in_visual_order(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let words = text.split(' ').map(|word| {
        let range = start..start + word.len();
        start = range.end + 1;
        (range, word.chars().find(|&c| is_rtl(c) || c.is_alphabetic()).map(is_rtl))
    });
    let words: Vec<(Range<usize>, Option<bool>)> = words.collect();
    let is_rtl_line = words.iter().find_map(|word| word.1).unwrap_or(false);
    // A word without letters (a number, a dash) goes with the word before it.
    let mut runs: Vec<(bool, Vec<Range<usize>>)> = Vec::new();
    for (word, direction) in words {
        let direction = direction.unwrap_or(runs.last().map_or(is_rtl_line, |run| run.0));
        match runs.last_mut() {
            Some((of_run, run)) if *of_run == direction => run.push(word),
            _ => runs.push((direction, vec![word])),
        }
    }
    for (_, run) in runs.iter_mut().filter(|run| run.0) {
        run.reverse();
    }
    if is_rtl_line {
        runs.reverse();
    }
    runs.into_iter().flat_map(|(_, run)| run).collect()
}

fn is_rtl(character: char) -> bool {
    matches!(character, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// `text` cut to about `most` characters.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let mut characters = text.chars();
    let mut short: String = characters.by_ref().take(most).collect();
    if characters.next().is_some() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_read_to_the_left_are_turned_round() {
        assert_eq!(in_visual_order("the army denied"), "the army denied");
        assert_eq!(in_visual_order("איש לא נהרג"), "נהרג לא איש");
        assert_eq!(in_visual_order("צינור של AquaNord Water דלף"), "דלף AquaNord Water של צינור");
        assert_eq!(in_visual_order("said: איש לא נהרג today"), "said: נהרג לא איש today");
    }

    #[test]
    fn what_could_mislead_is_shown() {
        assert_eq!(visible("a\u{202e}b\u{7}c\nd"), "a‹RLO›b‹CTL›c d");
        assert_eq!(visible("می\u{200c}شود \u{2067}x\u{2069}"), "می\u{200c}شود ‹RLI›x‹PDI›");
        assert_eq!(shortened("abcdef", 3), "abc…");
        assert_eq!(shortened("abc", 3), "abc");
    }
}
