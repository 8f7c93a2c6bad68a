//! Words that lost the space between them, or won one: “also came” is “alsocame” still.

use super::words::{Part, fold};
use super::{Alignment, Side};
use crate::text::TextRange;
use std::ops::Range;

/// Of how many words one may have been glued.
const MOST_PARTS: usize = 4;

impl Alignment {
    /// Cuts words that are glued from words which the other text has in their place, in this order, perhaps
    /// with some between them that went; and aligns what stands there again.
    pub(super) fn cut_glued(&mut self, old: &str, new: &str) {
        for (side, text, other) in [(Side::New, new, old), (Side::Old, old, new)] {
            let gaps = self.gaps();
            let mut cuts: Vec<(usize, Vec<Part>)> = Vec::new();
            let mut cut_gaps = Vec::new();
            for (gone, come) in gaps {
                let (own, others) = if side == Side::New { (&come, &gone) } else { (&gone, &come) };
                let n_cuts = cuts.len();
                cuts.extend(own.clone().filter_map(|i| Some((i, self.parts(side, i, text, others, other)?))));
                let n_added: usize = cuts[n_cuts..].iter().map(|(_, parts)| parts.len() - 1).sum();
                if 0 < n_added {
                    cut_gaps.push((gone, come, n_added));
                }
            }
            self.cut(side, &cuts);
            let mut n_before = 0;
            for (mut gone, mut come, n_added) in cut_gaps {
                let own = if side == Side::New { &mut come } else { &mut gone };
                *own = own.start + n_before..own.end + n_before + n_added;
                n_before += n_added;
                self.align(gone, come, super::MOST_DEPTH);
            }
        }
    }

    /// The words of which the `i`th of `side` is glued, if it is.
    fn parts(
        &self,
        side: Side,
        i: usize,
        text: &str,
        others: &Range<usize>,
        other: &str,
    ) -> Option<Vec<Part>> {
        if others.len() < 2 {
            return None;
        }
        let word = self.words(side).ranges[i];
        let folded = fold(word.of(text)?);
        let there = self.words(side.other());
        let others: Vec<(u32, String)> = others
            .clone()
            .filter_map(|j| Some((there.ids[j], fold(there.ranges[j].of(other)?).text().to_owned())))
            .collect();
        let lengths = decomposed(folded.text(), &others, MOST_PARTS)?;
        let mut at = 0;
        let parts = lengths.into_iter().map(|(id, length)| {
            let range = folded.to_source(at..at + length)?.shifted(word.start());
            let weight = folded.text().get(at..at + length)?.chars().count();
            at += length;
            Some(Part { range, id, weight: u32::try_from(weight).ok()? })
        });
        let mut parts: Vec<Part> = parts.collect::<Option<_>>()?;
        // A hyphen that only may break a line belongs to either part.
        let starts: Vec<TextRange> = parts.iter().map(|part| part.range).collect();
        for (part, next) in parts.iter_mut().zip(starts.into_iter().skip(1)) {
            part.range = TextRange::new(part.range.start(), next.start());
        }
        (1 < parts.len()).then_some(parts)
    }
}

/// The numbers and lengths of some of `words`, in their order, that make up `glued`.
fn decomposed(glued: &str, words: &[(u32, String)], most: usize) -> Option<Vec<(u32, usize)>> {
    if glued.is_empty() {
        return Some(Vec::new());
    }
    words.iter().enumerate().filter(|(_, (_, word))| 0 < most && !word.is_empty()).find_map(
        |(nth, (id, word))| {
            let rest = decomposed(glued.strip_prefix(word.as_str())?, &words[nth + 1..], most - 1)?;
            Some([vec![(*id, word.len())], rest].concat())
        },
    )
}
