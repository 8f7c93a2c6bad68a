//! What became of each byte of an old text: a diff over words, and both ends of a passage mapped by it.

use crate::text::{TextRange, TextSize};
use imara_diff::{Algorithm, Diff, InternedInput, Token};
use unicode_segmentation::UnicodeSegmentation;

/// An old text aligned with a new one, word by word (UAX #29: each space and sign is a word too).
pub struct Alignment {
    old_words: Vec<TextRange>,
    new_words: Vec<TextRange>,
    /// For each old word the new one that it became, where it did not go.
    became: Vec<Option<usize>>,
    /// For each new word whether an old one became it.
    taken: Vec<bool>,
}

/// Where the diff puts a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mapped {
    /// In the new text.
    pub range: TextRange,
    /// How many of the old passage's non-space characters are in it still, in thousandths.
    pub kept: u16,
}

impl Alignment {
    /// Aligns `old` with `new`: Myers's algorithm over interned words.
    pub fn of(old: &str, new: &str) -> Self {
        let (old_words, new_words) = (words(old), words(new));
        let mut input = InternedInput::default();
        input.update_before(old_words.iter().map(|word| word.of(old).unwrap_or_default()));
        input.update_after(new_words.iter().map(|word| word.of(new).unwrap_or_default()));
        let diff = Diff::compute(Algorithm::Myers, &input);
        let (became, taken) = Self::align(&input.before, &input.after, &diff);
        Self { old_words, new_words, became, taken }
    }

    fn align(before: &[Token], after: &[Token], diff: &Diff) -> (Vec<Option<usize>>, Vec<bool>) {
        let mut became = vec![None; before.len()];
        let mut taken = vec![false; after.len()];
        let (mut old, mut new) = (0, 0);
        for hunk in diff.hunks().map(Some).chain([None]) {
            let old_end = hunk.as_ref().map_or(before.len(), |hunk| hunk.before.start as usize);
            while old < old_end && new < after.len() {
                became[old] = Some(new);
                taken[new] = true;
                old += 1;
                new += 1;
            }
            if let Some(hunk) = hunk {
                (old, new) = (hunk.before.end as usize, hunk.after.end as usize);
            }
        }
        (became, taken)
    }

    /// Where `range` of the old text is in the new one: `None` unless at least half of its non-space
    /// characters are aligned and lie together.
    ///
    /// Both ends are mapped independently. An edge grows over replaced text only if the passage's
    /// own outermost word was replaced, so an insertion just outside is not swallowed.
    pub fn map(&self, old: &str, range: TextRange) -> Option<Mapped> {
        let first = self.old_words.partition_point(|word| word.end() <= range.start());
        let after = self.old_words.partition_point(|word| word.start() < range.end());
        let inside = first..after;
        let solid = |i: &usize| !word_of(old, self.old_words[*i]).trim().is_empty();
        let weight = |i: usize| {
            let shared = self.old_words[i].intersection(range).unwrap_or_default();
            shared.of(old).map_or(0, |piece| piece.chars().filter(|c| !c.is_whitespace()).count())
        };
        let total: usize = inside.clone().map(weight).sum();
        let aligned: Vec<usize> =
            inside.clone().filter(solid).filter(|&i| self.became[i].is_some()).collect();
        let kept: usize = aligned.iter().map(|&i| weight(i)).sum();
        if aligned.is_empty() || 2 * kept < total {
            return None;
        }
        let (outer_first, outer_last) = (inside.clone().find(solid)?, inside.rev().find(solid)?);
        // Spaces count here: the one between a replaced word and a kept one belongs to the passage.
        let low = (outer_first..=outer_last).find(|&i| self.became[i].is_some())?;
        let high = (outer_first..=outer_last).rfind(|&i| self.became[i].is_some())?;
        let start = self.start_edge(outer_first, low, range);
        let end = self.end_edge(outer_last, high, range);
        let spread = end.saturating_sub(start).to_usize();
        // Pieces far apart are no passage: the words went different ways.
        if 3 * range.len().to_usize() + 80 < spread {
            return None;
        }
        let kept = u16::try_from(kept * 1000 / total).unwrap_or(1000);
        Some(Mapped { range: TextRange::new(start, end), kept })
    }

    /// Whether some of `range` of the new text is what other old text became: such a region is not free.
    pub fn is_taken(&self, new: &str, range: TextRange) -> bool {
        let first = self.new_words.partition_point(|word| word.end() <= range.start());
        let after = self.new_words.partition_point(|word| word.start() < range.end());
        let solid = |i: &usize| !word_of(new, self.new_words[*i]).trim().is_empty();
        let all = (first..after).filter(solid).count();
        let taken = (first..after).filter(solid).filter(|&i| self.taken[i]).count();
        all < 2 * taken
    }

    fn start_edge(&self, outermost: usize, aligned: usize, range: TextRange) -> TextSize {
        let Some(new) = self.became[aligned] else { return TextSize::ZERO };
        if outermost == aligned {
            let inside = range.start().saturating_sub(self.old_words[aligned].start());
            return self.new_words[new].start() + inside;
        }
        // The outermost word was replaced: take the replaced text before the first kept word, back to
        // the word that an earlier old one became.
        let mut first = new;
        while 0 < first && !self.taken[first - 1] && (new - first) < 2 * (aligned - outermost) + 2 {
            first -= 1;
        }
        self.new_words[first].start()
    }

    fn end_edge(&self, outermost: usize, aligned: usize, range: TextRange) -> TextSize {
        let Some(new) = self.became[aligned] else { return TextSize::ZERO };
        if outermost == aligned {
            let outside = self.old_words[aligned].end().saturating_sub(range.end());
            return self.new_words[new].end().saturating_sub(outside);
        }
        let mut last = new;
        while last + 1 < self.new_words.len()
            && !self.taken[last + 1]
            && (last - new) < 2 * (outermost - aligned) + 2
        {
            last += 1;
        }
        self.new_words[last].end()
    }
}

fn words(text: &str) -> Vec<TextRange> {
    text.split_word_bound_indices()
        .map(|(start, word)| TextRange::from_usize(start..start + word.len()))
        .collect()
}

fn word_of(text: &str, range: TextRange) -> &str {
    range.of(text).unwrap_or_default()
}
