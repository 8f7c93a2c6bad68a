//! Finds places in a text that resemble a quote without reading the whole text for each.
//!
//! The text is folded once, and for the first bytes of every word it is remembered where they stand.
//! The beginnings of a quote's words, and of the words around it, then name the few places that are
//! worth a closer look.

use super::approximate;
use super::selector::Quote;
use crate::text::TextRange;
use crate::text::search::{Case, Folded};
use memchr::memmem;
use std::ops::Range;

/// How many bytes are looked up: six Latin letters, three of most others, two of Chinese.
const GRAM: usize = 6;
/// Beginnings that stand more often say nothing.
const MOST_PLACES: usize = 64;
/// How many places are looked at closely.
const MOST_LOOKS: usize = 8;
/// Beginnings that are looked up, of a quote and of each context.
const MOST_GRAMS: usize = 200;
/// The longest quote that is searched for by edit distance, in bytes.
const LONGEST: usize = 16 * 1024;

/// A text prepared for searching.
pub(super) struct Seeds {
    folded: Folded,
    /// Where each bucket begins in `places`.
    buckets: Vec<u32>,
    /// Offsets in the folded text, by bucket and rising.
    places: Vec<u32>,
}

impl Seeds {
    /// Reads `text`.
    pub(super) fn of(text: &str) -> Self {
        let folded = Folded::of(text, Case::Kept);
        let bytes = folded.text().as_bytes();
        let grams: Vec<(usize, u32)> = word_starts(folded.text())
            .filter_map(|at| Some((at, u32::try_from(at).ok()?, bytes.get(at..at + GRAM)?)))
            .map(|(_, at, gram)| (hash(gram), at))
            .collect();
        let n_buckets = grams.len().next_power_of_two().clamp(256, 1 << 20);
        let mut buckets = vec![0_u32; n_buckets + 1];
        for &(hash, _) in &grams {
            buckets[(hash & (n_buckets - 1)) + 1] += 1;
        }
        for i in 1..buckets.len() {
            buckets[i] += buckets[i - 1];
        }
        let (mut next, mut places) = (buckets.clone(), vec![0; grams.len()]);
        for &(hash, at) in &grams {
            let slot = &mut next[hash & (n_buckets - 1)];
            places[*slot as usize] = at;
            *slot += 1;
        }
        Self { folded, buckets, places }
    }

    fn text(&self) -> &str {
        self.folded.text()
    }

    /// Where words may stand that begin with these bytes: others share the bucket.
    fn places(&self, gram: &[u8]) -> &[u32] {
        let bucket = hash(gram) & (self.buckets.len() - 2);
        let (start, end) = (self.buckets[bucket] as usize, self.buckets[bucket + 1] as usize);
        self.places.get(start..end).unwrap_or_default()
    }

    /// Where `words` stand, up to folding; `most` at the most.
    pub(super) fn copies(&self, words: &str, most: usize) -> Vec<TextRange> {
        let words = fold(words);
        let places = self.copies_folded(&words, most);
        places.into_iter().filter_map(|at| self.folded.to_source(at..at + words.len())).collect()
    }

    /// The same in the folded text. They may overlap.
    fn copies_folded(&self, words: &str, most: usize) -> Vec<usize> {
        if words.trim().is_empty() {
            return Vec::new();
        }
        let bytes = self.text().as_bytes();
        // Whether the first word is the beginning of one in the text, too, is not known.
        let grams = word_starts(words).skip_while(|&at| at == 0).take(MOST_GRAMS);
        let grams = grams.filter_map(|at| Some((at, words.as_bytes().get(at..at + GRAM)?)));
        let rarest = grams.map(|(at, gram)| (at, self.places(gram))).min_by_key(|(_, places)| places.len());
        let is_copy = |&at: &usize| bytes.get(at..at + words.len()) == Some(words.as_bytes());
        match rarest {
            Some((offset, places)) => {
                let starts = places.iter().filter_map(|&place| (place as usize).checked_sub(offset));
                starts.filter(is_copy).take(most).collect()
            }
            None => {
                let finder = memmem::Finder::new(words);
                let next = |&at: &usize| Some(at + 1 + finder.find(bytes.get(at + 1..)?)?);
                std::iter::successors(finder.find(bytes), next).take(most).collect()
            }
        }
    }

    /// The one place where `quote` stands between both its whole contexts; `None` if there are two.
    pub(super) fn only_place(&self, quote: &Quote) -> Option<TextRange> {
        let (prefix, exact) = (fold(&quote.prefix), fold(&quote.exact));
        let whole = fold(&[quote.prefix.as_str(), &quote.exact, &quote.suffix].concat());
        let within = prefix.len()..prefix.len() + exact.len();
        // White space at a seam folds into one.
        let is_seamless = whole.get(within.clone()) == Some(exact.as_str());
        let [at] = self.copies_folded(&whole, 2)[..] else { return None };
        let starts_all = !prefix.is_empty() || self.text()[..at].trim().is_empty();
        let ends_all = !quote.suffix.is_empty() || self.text()[at + whole.len()..].trim().is_empty();
        // Contexts that are both empty are no evidence but in a text that is the quote.
        (is_seamless && starts_all && ends_all)
            .then(|| self.folded.to_source(at + within.start..at + within.end))
            .flatten()
    }

    /// Places that resemble `quote` without being copies, with the errors of each.
    pub(super) fn alike(&self, quote: &Quote) -> Vec<(TextRange, usize)> {
        let exact = fold(&quote.exact);
        if LONGEST < exact.len() {
            return Vec::new();
        }
        let most = exact.chars().count() * 2 / 5;
        let mut found: Vec<(TextRange, usize)> = Vec::new();
        for window in self.windows(quote, &exact) {
            for near in approximate::find(&self.text()[window.clone()], &exact, most) {
                let (start, end) = (near.range.start().to_usize(), near.range.end().to_usize());
                let range = self.folded.to_source(window.start + start..window.start + end);
                let range = range.filter(|range| {
                    near.errors != 0 && !found.iter().any(|(other, _)| other.overlaps(*range))
                });
                found.extend(range.map(|range| (range, near.errors)));
            }
        }
        found
    }

    /// The stretches of the folded text to which the most beginnings of words point.
    fn windows(&self, quote: &Quote, exact: &str) -> Vec<Range<usize>> {
        let slack = 16 + exact.len() / 3;
        let mut votes: Vec<(usize, u32)> = Vec::new();
        let (prefix, suffix) = (fold(&quote.prefix), fold(&quote.suffix));
        let parts = [(prefix.as_str(), prefix.len(), 0), (exact, 0, 0), (suffix.as_str(), 0, exact.len())];
        for (part, before, after) in parts {
            for at in word_starts(part).take(MOST_GRAMS) {
                let Some(gram) = part.as_bytes().get(at..at + GRAM) else { continue };
                let places = self.places(gram);
                if places.is_empty() || MOST_PLACES < places.len() {
                    continue;
                }
                let weight = 1000 / u32::try_from(places.len()).unwrap_or(u32::MAX);
                // Where the quote would begin.
                let starts = places.iter().map(|&place| (place as usize + before).saturating_sub(at + after));
                votes.extend(starts.map(|start| (start, weight)));
            }
        }
        votes.sort_unstable();
        let mut groups: Vec<(u32, Range<usize>)> = Vec::new();
        for (start, weight) in votes {
            match groups.last_mut() {
                Some((sum, group)) if start <= group.end + slack && group.len() <= 2 * slack => {
                    *sum += weight;
                    group.end = start;
                }
                _ => groups.push((weight, start..start)),
            }
        }
        groups.sort_by_key(|(sum, group)| (std::cmp::Reverse(*sum), group.start));
        let text = self.text();
        let window = |(_, group): (u32, Range<usize>)| {
            let start = text.floor_char_boundary(group.start.saturating_sub(slack));
            start..text.ceil_char_boundary((group.end + exact.len() + slack).min(text.len())).max(start)
        };
        groups.into_iter().take(MOST_LOOKS).map(window).collect()
    }
}

/// `text` as matching sees it.
pub(super) fn fold(text: &str) -> String {
    Folded::of(text, Case::Kept).text().to_owned()
}

/// Where letters follow something else; in scripts without spaces, every letter.
fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut is_within = false;
    text.char_indices().filter_map(move |(at, character)| {
        let is_letter = character.is_alphanumeric();
        let is_start = is_letter && (!is_within || '\u{2e80}' <= character);
        is_within = is_letter;
        is_start.then_some(at)
    })
}

/// FNV-1a, its high bits mixed in: the same on every machine.
fn hash(gram: &[u8]) -> usize {
    let sum = gram
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, &byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    usize::try_from((sum ^ sum >> 29) & 0x7fff_ffff).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_copy_is_found(text in "(on|the|bridge|Brücke| |мост ){0,60}", a in 0..200_usize, b in 0..200_usize) {
            let text = fold(&text);
            let (a, b) = (text.floor_char_boundary(a.min(b)), text.floor_char_boundary(a.max(b)));
            let words = &text[a..b];
            prop_assume!(!words.trim().is_empty());
            let found = Seeds::of(&text).copies(words, usize::MAX);
            prop_assert!(found.contains(&TextRange::from_usize(a..b)));
            prop_assert!(found.iter().all(|range| range.of(&text) == Some(words)));
        }
    }

    #[test]
    fn a_misspelt_copy_is_found_by_the_words_that_are_right() {
        let text =
            format!("{} The northern bridge fell at dawn. {}", "x y z. ".repeat(500), "z y x. ".repeat(500));
        let quote = Quote { exact: "northern brigde fell at dawn".to_owned(), ..Quote::default() };
        let found = Seeds::of(&text).alike(&quote);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].0.of(&text), Some("northern bridge fell at dawn"));
    }
}
