//! What stands in another place of the other version: paragraphs, and sentences within them.

use super::Sides;
use crate::text::align::longest_rising;
use std::collections::{BTreeMap, HashSet};

/// A paragraph that was moved is told as such from so many words and signs on.
const MOVED: usize = 4;
/// The same for words within a paragraph.
const MOVED_WORDS: usize = 5;

impl Sides {
    /// Finds paragraphs that stand in another place of the other version, whole or changed a little, and
    /// takes their words out of `pairs`.
    pub(super) fn take_moved(&mut self, pairs: &mut Vec<(usize, usize)>) {
        let alike = self.alike(pairs);
        let stays: HashSet<(usize, usize)> = longest_rising(&alike).into_iter().collect();
        for &(old, new) in alike.iter().filter(|pair| !stays.contains(pair)) {
            if MOVED <= self.old.paragraphs[old].len() {
                (self.old.moved[old], self.new.moved[new]) = (Some(new), Some(old));
            }
        }
        let mut within: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
        pairs.retain(|&(old, new)| {
            let (paragraph, there) = (self.old.paragraph_of(old), self.new.paragraph_of(new));
            let (moved, came) = (self.old.moved[paragraph], self.new.moved[there]);
            if moved == Some(there) {
                within.entry(paragraph).or_default().push((old, new));
            }
            moved.is_none() && came.is_none()
        });
        for (old, new) in within.values().flat_map(|within| longest_rising(within)) {
            (self.old.is[old], self.new.is[new]) = (Some(new), Some(old));
        }
    }

    /// The paragraphs that share at least half of the words of the longer one, and with no other more, in
    /// the order of the old text.
    fn alike(&self, pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
        let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for &(old, new) in pairs {
            *shared.entry((self.old.paragraph_of(old), self.new.paragraph_of(new))).or_default() += 1;
        }
        let is_alike = |&(&(old, new), n_words): &(&(usize, usize), &usize)| {
            self.old.paragraphs[old].len().max(self.new.paragraphs[new].len()) <= 2 * n_words
        };
        let mut alike: Vec<((usize, usize), usize)> =
            shared.iter().filter(is_alike).map(|(&pair, &n_words)| (pair, n_words)).collect();
        alike.sort_unstable_by_key(|&(pair, n_words)| (std::cmp::Reverse(n_words), pair));
        let (mut olds, mut news) = (HashSet::new(), HashSet::new());
        let mut found: Vec<(usize, usize)> = Vec::new();
        for ((old, new), _) in alike {
            if !olds.contains(&old) && !news.contains(&new) {
                olds.insert(old);
                news.insert(new);
                found.push((old, new));
            }
        }
        found.sort_unstable();
        found
    }

    /// Notes rows of words that stand elsewhere in the other version, while their paragraphs stay.
    pub(super) fn take_elsewhere(&mut self, pairs: &[(usize, usize)], in_place: &[(usize, usize)]) {
        let stays: HashSet<usize> = in_place.iter().map(|&(old, _)| old).collect();
        let left: Vec<(usize, usize)> =
            pairs.iter().filter(|(old, _)| !stays.contains(old)).copied().collect();
        let rows = left.chunk_by(|before, after| (before.0 + 1, before.1 + 1) == *after);
        for &(old, new) in rows.filter(|row| MOVED_WORDS <= row.len()).flatten() {
            (self.old.is_elsewhere[old], self.new.is_elsewhere[new]) = (true, true);
        }
    }
}
