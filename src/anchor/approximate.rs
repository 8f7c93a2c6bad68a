//! Finds a quote by edit distance.
//!
//! Sellers's dynamic programme (1980) over characters, with the diagonal bookkeeping that gives the
//! start of each match; texts are cut by the caller to the regions where a search makes sense.

use crate::text::TextRange;

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
/// Costs `text × quote` steps, in characters.
pub fn find(text: &str, quote: &str, most: usize) -> Vec<Match> {
    let pattern: Vec<char> = quote.chars().collect();
    if pattern.is_empty() {
        return Vec::new();
    }
    let mut column: Vec<Cell> = (0..=pattern.len()).map(|i| Cell { errors: i, start: 0 }).collect();
    let mut found: Vec<Match> = Vec::new();
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        let mut diagonal = column[0];
        column[0] = Cell { errors: 0, start: end };
        for (i, &wanted) in pattern.iter().enumerate() {
            let replaced =
                Cell { errors: diagonal.errors + usize::from(wanted != character), start: diagonal.start };
            let inserted = Cell { errors: column[i + 1].errors + 1, start: column[i + 1].start };
            let deleted = Cell { errors: column[i].errors + 1, start: column[i].start };
            diagonal = column[i + 1];
            column[i + 1] = replaced.better(inserted).better(deleted);
        }
        let last = column[pattern.len()];
        if last.errors <= most && last.start < end {
            keep_best(
                &mut found,
                Match { range: TextRange::from_usize(last.start..end), errors: last.errors },
            );
        }
    }
    found
}

#[derive(Clone, Copy)]
struct Cell {
    errors: usize,
    /// Where the match that ends here begins.
    start: usize,
}

impl Cell {
    fn better(self, other: Self) -> Self {
        if other.errors < self.errors { other } else { self }
    }
}

fn keep_best(found: &mut Vec<Match>, new: Match) {
    match found.last_mut() {
        Some(last) if last.range.overlaps(new.range) => {
            if new.errors < last.errors {
                *last = new;
            }
        }
        _ => found.push(new),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
