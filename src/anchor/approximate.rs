//! Finds a quote by edit distance: Myers's bit-parallel algorithm (1999) in Hyyrö's form for patterns of
//! any length, over characters: an edited letter is one error however many bytes it has.

use crate::text::TextRange;
use std::collections::HashMap;

/// A stretch of the text that resembles the quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// Bytes of the searched text.
    pub range: TextRange,
    /// Characters to insert, delete or replace.
    pub errors: usize,
}

/// All places where `quote` stands in `text` with at most `most` errors: of each run of overlapping
/// matches the best one. The order is that of the text.
///
/// Costs `text × quote / 64` steps, in characters.
pub fn find(text: &str, quote: &str, most: usize) -> Vec<Match> {
    let pattern: Vec<char> = quote.chars().collect();
    if pattern.is_empty() {
        return Vec::new();
    }
    let backwards: Vec<char> = pattern.iter().rev().copied().collect();
    let (forwards, backwards) = (Pattern::of(&pattern), Pattern::of(&backwards));
    let mut columns = Columns::new(&forwards, 0);
    let mut found: Vec<Match> = Vec::new();
    // The best end of a valley of few errors; its match is measured when the valley is left.
    let mut best: Option<(usize, usize)> = None;
    for (at, character) in text.char_indices() {
        let errors = columns.take(character);
        let end = at + character.len_utf8();
        match best {
            Some((_, least)) if errors < least => best = Some((end, errors)),
            None if errors <= most => best = Some((end, errors)),
            Some((of, least)) if most < errors || least + 1 < errors => {
                put(&mut found, measured(text, of, least, &backwards));
                best = None;
            }
            _ => {}
        }
    }
    if let Some((of, least)) = best {
        put(&mut found, measured(text, of, least, &backwards));
    }
    found.retain(|found| !found.range.is_empty());
    found
}

/// The match that ends at `end`: read backwards until it has its `errors`.
fn measured(text: &str, end: usize, errors: usize, backwards: &Pattern) -> Match {
    let mut columns = Columns::new(backwards, 1);
    let mut start = end;
    for (at, character) in text[..end].char_indices().rev() {
        if columns.take(character) == errors {
            start = at;
            break;
        }
    }
    Match { range: TextRange::from_usize(start..end), errors }
}

fn put(found: &mut Vec<Match>, new: Match) {
    match found.last_mut() {
        Some(last) if last.range.overlaps(new.range) => {
            if new.errors < last.errors {
                *last = new;
            }
        }
        _ => found.push(new),
    }
}

/// For each character of the quote where it stands in it, 64 places in a block.
struct Pattern {
    places: HashMap<char, Vec<u64>>,
    length: usize,
}

impl Pattern {
    fn of(pattern: &[char]) -> Self {
        let n_blocks = pattern.len().div_ceil(64);
        let mut places: HashMap<char, Vec<u64>> = HashMap::new();
        for (i, &character) in pattern.iter().enumerate() {
            places.entry(character).or_insert_with(|| vec![0; n_blocks])[i / 64] |= 1 << (i % 64);
        }
        Self { places, length: pattern.len() }
    }
}

/// The column of the dynamic programme at one character of the text: which cells are one more, and
/// which one less, than the cell above.
struct Columns<'a> {
    pattern: &'a Pattern,
    more: Vec<u64>,
    less: Vec<u64>,
    /// What the first row grows by from column to column: 0 where a match may begin anywhere.
    growth: i8,
    errors: usize,
}

impl<'a> Columns<'a> {
    fn new(pattern: &'a Pattern, growth: i8) -> Self {
        let n_blocks = pattern.length.div_ceil(64);
        Self {
            pattern,
            more: vec![u64::MAX; n_blocks],
            less: vec![0; n_blocks],
            growth,
            errors: pattern.length,
        }
    }

    /// Goes on by one character, and says with how many errors the whole quote ends there.
    fn take(&mut self, character: char) -> usize {
        let places = self.pattern.places.get(&character);
        let last = self.more.len() - 1;
        let mut carried = self.growth;
        for i in 0..=last {
            let equal = places.map_or(0, |places| places[i]);
            let top = if i == last { (self.pattern.length - 1) % 64 } else { 63 };
            carried = step(&mut self.more[i], &mut self.less[i], equal, carried, 1 << top);
        }
        match carried {
            1 => self.errors += 1,
            -1 => self.errors -= 1,
            _ => {}
        }
        self.errors
    }
}

/// One block of one column: the difference that enters above, and the one that leaves at `top`.
fn step(more: &mut u64, less: &mut u64, equal: u64, entering: i8, top: u64) -> i8 {
    let vertical = equal | *less;
    let equal = equal | u64::from(entering < 0);
    let horizontal = ((equal & *more).wrapping_add(*more) ^ *more) | equal;
    let mut grown = *less | !(horizontal | *more);
    let mut shrunk = *more & horizontal;
    let leaving = if grown & top != 0 {
        1
    } else if shrunk & top != 0 {
        -1
    } else {
        0
    };
    grown = grown << 1 | u64::from(0 < entering);
    shrunk = shrunk << 1 | u64::from(entering < 0);
    *more = shrunk | !(vertical | grown);
    *less = grown & vertical;
    leaving
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn near_copies_are_found_where_they_stand() {
        let text = "three men were held; later three men are held";
        let found = find(text, "three men were held", 4);
        let words: Vec<_> = found.iter().map(|m| (m.range.of(text).unwrap(), m.errors)).collect();
        assert_eq!(words, [("three men were held", 0), ("three men are held", 2)]);
    }

    #[test]
    fn an_edited_letter_of_two_bytes_is_one_error() {
        assert_eq!(find("das Café", "Cafè", 1)[0].errors, 1);
    }

    #[test]
    fn an_empty_quote_is_nowhere() {
        assert!(find("abc", "", 3).is_empty());
    }

    /// The distance of two words, by the book.
    fn distance(a: &str, b: &str) -> usize {
        let b: Vec<char> = b.chars().collect();
        let mut row: Vec<usize> = (0..=b.len()).collect();
        for (i, x) in a.chars().enumerate() {
            let mut diagonal = std::mem::replace(&mut row[0], i + 1);
            for (j, y) in b.iter().enumerate() {
                let replaced = diagonal + usize::from(x != *y);
                diagonal = row[j + 1];
                row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
            }
        }
        row[b.len()]
    }

    proptest! {
        #[test]
        fn every_match_has_the_errors_that_it_says(text in "[abé]{0,200}", quote in "[abé]{1,90}", most in 0..40_usize) {
            let found = find(&text, &quote, most);
            for one in &found {
                prop_assert_eq!(distance(one.range.of(&text).unwrap(), &quote), one.errors);
                prop_assert!(one.errors <= most);
            }
            if let Some(at) = text.find(&quote) {
                prop_assert!(found.iter().any(|one| one.errors == 0), "missed at {}", at);
            }
        }
    }
}
