//! Where the alignment leads: the quote that stands there, letter for letter or with other spaces.

use super::{Landed, OTHER_SPACES, Placer};
use crate::anchor::evidence::{Evidence, contexts};
use crate::anchor::mapping::Mapped;
use crate::anchor::selector::Quote;
use crate::anchor::verbatim;
use crate::text::TextRange;
use crate::text::align::Alignment;
use std::cmp::Reverse;

/// How far around the words that stayed the quote may reach, beside half of its own length, in bytes.
const AROUND: usize = 32;
/// How much of the neighbours words may be glued to, in bytes.
const AROUND_GLUED: usize = 4;
/// So much of a context must stand beside words that none stayed of, in thousandths.
const BESIDE: u16 = 150;
/// So many, without spaces, do if they stand there once and nowhere near it a second time.
const LEAST_ALONE: usize = 6;

impl Placer {
    /// Where the quote stands letter for letter around the words that stayed, it is the place, with its
    /// ends: whatever became of its neighbours.
    pub(super) fn verbatim(
        &self,
        alignment: &Alignment,
        mapped: &Mapped,
        own: TextRange,
        quote: &Quote,
    ) -> Option<Landed> {
        let text = self.document().text();
        let window = self.grown(mapped.hull(), quote.exact.len() / 2 + AROUND);
        let best = |found: Vec<TextRange>| {
            let is_there = |copy: &TextRange| match mapped.core {
                // A word of it may have been seen in one farther off.
                Some(core) => copy.covers(core) || alignment.is_mostly_own(*copy, own),
                None => copy.overlaps(mapped.hull()),
            };
            let found = found.into_iter().filter(is_there);
            let fit = |&copy: &TextRange| {
                let (before, after) = contexts(text, copy, quote);
                (before + after, Reverse(copy.start()))
            };
            found.max_by_key(fit)
        };
        if let Some(copy) = best(verbatim::copies(text, window, &quote.exact)) {
            return Some(Landed::Moved(copy));
        }
        let copy = best(verbatim::solid_copies(text, window, &quote.exact))?;
        Some(Landed::Changed(copy.into(), OTHER_SPACES))
    }

    /// The same where none of the words stayed by themselves, as when they were glued to others: between
    /// the neighbours that did.
    pub(super) fn where_it_leads(
        &self,
        alignment: &Alignment,
        own: TextRange,
        quote: &Quote,
    ) -> Option<Landed> {
        let text = self.document().text();
        let (lead, is_narrow) = alignment.lead(own)?;
        let window = self.grown(lead, AROUND_GLUED);
        let is_here = |&copy: &TextRange| {
            let (before, after) = contexts(text, copy, quote);
            let is_telling = LEAST_ALONE <= quote.exact.chars().filter(|c| !c.is_whitespace()).count();
            let fits = BESIDE <= before.max(after) || is_telling || is_narrow;
            fits && !alignment.is_anothers(copy, own)
        };
        let only = |found: Vec<TextRange>| {
            let found: Vec<TextRange> = found.into_iter().filter(is_here).collect();
            let [only] = found[..] else { return None };
            Some(only)
        };
        if let Some(copy) = only(verbatim::copies(text, window, &quote.exact)) {
            let (before, after) = contexts(text, copy, quote);
            let score = Evidence::of(text, copy, quote, 0).score();
            let is_at_home = BESIDE <= before.min(after);
            return Some(if is_at_home { Landed::Moved(copy) } else { Landed::Changed(copy.into(), score) });
        }
        let copy = only(verbatim::solid_copies(text, window, &quote.exact))?;
        Some(Landed::Changed(copy.into(), OTHER_SPACES))
    }
}
