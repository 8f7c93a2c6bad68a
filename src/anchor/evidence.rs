//! How well a place fits a quote.

use super::placement::Score;
use super::seeds::fold;
use super::selector::Quote;
use crate::text::{TextRange, TextSize, boundary};

/// Places at which a context may differ.
const MOST_GAPS: usize = 2;
/// The longest of these, in characters.
const LONGEST_GAP: usize = 16;
/// After one, so many characters must be the same.
const ALIKE: usize = 6;

/// What speaks for a place, each in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Evidence {
    /// How much of the words is there.
    pub(super) words: u16,
    /// How much of the prefix stands before, from its inner end outwards.
    pub(super) before: u16,
    /// How much of the suffix stands behind.
    pub(super) after: u16,
    /// The length of the quote, in characters.
    length: usize,
}

impl Evidence {
    /// Of `range`, whose words differ from the quote's by so many `errors`.
    pub(super) fn of(text: &str, range: TextRange, quote: &Quote, errors: usize) -> Self {
        let length = quote.exact.chars().count();
        let words = thousandths(length.saturating_sub(errors), length);
        let (before, after) = contexts(text, range, quote);
        Self { words, before, after, length }
    }

    /// All in one number: six parts words, two parts each context. A short quote without context is weak
    /// evidence even when it fits to the letter; a long one speaks for itself.
    pub(super) fn score(&self) -> Score {
        let (words, before, after) = (u32::from(self.words), u32::from(self.before), u32::from(self.after));
        let sum = (6 * words + 2 * before + 2 * after) / 10;
        let own =
            if 24 <= self.length { words.saturating_sub(150) } else { words * before.max(after) / 1000 };
        Score(u16::try_from(sum.max(own)).unwrap_or(1000))
    }

    /// Whether a place that no other old text became may be taken.
    pub(super) fn is_enough_for_free_place(&self) -> bool {
        (650 <= self.words && 24 <= self.length) || (800 <= self.words && 500 <= self.before.max(self.after))
    }
}

/// How much of each context stands around `range`, from its inner end outwards, in thousandths.
pub(super) fn contexts(text: &str, range: TextRange, quote: &Quote) -> (u16, u16) {
    let before = text.get(..range.start().to_usize()).unwrap_or_default();
    let after = text.get(range.end().to_usize()..).unwrap_or_default();
    let reach = |side: &str| 2 * side.len() + 16;
    let near_before =
        &before[before.floor_char_boundary(before.len().saturating_sub(reach(&quote.prefix)))..];
    let near_after = &after[..after.floor_char_boundary(reach(&quote.suffix))];
    let letters = |text: &str| fold(text).chars().collect::<Vec<char>>();
    let backwards = |text: &str| fold(text).chars().rev().collect::<Vec<char>>();
    let prefix = share(&backwards(&quote.prefix), &backwards(near_before), before.is_empty());
    let suffix = share(&letters(&quote.suffix), &letters(near_after), after.is_empty());
    (prefix, suffix)
}

/// The share of `wanted` that `there` begins with; a place or two may differ, as after an edit, and then
/// it is never the whole. An empty context fits only the end of the text.
fn share(wanted: &[char], there: &[char], at_end: bool) -> u16 {
    if wanted.is_empty() {
        return if at_end { 1000 } else { 0 };
    }
    let (mut i, mut j, mut same) = (0, 0, 0);
    for n_gaps in 0..=MOST_GAPS {
        let run = wanted[i..].iter().zip(&there[j..]).take_while(|(a, b)| a == b).count();
        (i, j, same) = (i + run, j + run, same + run);
        match gap(&wanted[i..], &there[j..]) {
            Some((skipped, put)) if n_gaps < MOST_GAPS => (i, j) = (i + skipped, j + put),
            _ if n_gaps == 0 => break,
            _ => return thousandths(same, wanted.len()).min(999),
        }
    }
    thousandths(same, wanted.len())
}

/// How many letters of both to leave out until both go on alike.
fn gap(wanted: &[char], there: &[char]) -> Option<(usize, usize)> {
    let goes_on = |&(skipped, put): &(usize, usize)| {
        let (Some(a), Some(b)) = (wanted.get(skipped..skipped + ALIKE), there.get(put..put + ALIKE)) else {
            return false;
        };
        a == b
    };
    (1..=2 * LONGEST_GAP)
        .flat_map(|sum| (0..=sum).map(move |skipped| (skipped, sum - skipped)))
        .filter(|&(skipped, put)| skipped <= LONGEST_GAP && put <= LONGEST_GAP)
        .find(goes_on)
}

fn thousandths(part: usize, all: usize) -> u16 {
    u16::try_from(part * 1000 / all.max(1)).unwrap_or(1000)
}

/// `range` with ends that do not cut a word: to the nearer edge, and without white space.
pub(super) fn whole_words(text: &str, range: TextRange) -> TextRange {
    let nearer = |at: TextSize| {
        let word = boundary::word_at(text, at);
        if at <= word.start() || word.end() <= at {
            return at;
        }
        let (back, forth) = (at.saturating_sub(word.start()), word.end().saturating_sub(at));
        if back <= forth { word.start() } else { word.end() }
    };
    let (start, end) = (nearer(range.start()), nearer(range.end()));
    if end <= start { range } else { boundary::trim(text, TextRange::new(start, end)) }
}
