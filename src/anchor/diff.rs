//! What became of each byte of an old text: a diff over words, and both ends of a passage mapped by it.

use crate::text::{TextRange, TextSize};
use imara_diff::{Algorithm, Diff, InternedInput};
use std::ops::Range;
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
    /// Aligns `old` with `new`: lines first, then words where the lines differ. Words alone would cost
    /// a minute in a text of a megabyte.
    pub fn of(old: &str, new: &str) -> Self {
        let (old_words, new_words) = (words(old), words(new));
        let (became, taken) = (vec![None; old_words.len()], vec![false; new_words.len()]);
        let mut alignment = Self { old_words, new_words, became, taken };
        let (old_lines, new_lines) = (lines(old), lines(new));
        let starts = |words: &[TextRange], lines: &[TextRange]| -> Vec<usize> {
            let start = |line: &TextRange| words.partition_point(|word| word.start() < line.start());
            lines.iter().map(start).chain([words.len()]).collect()
        };
        // A line's end is a word's end, so every line is a whole number of words.
        let old_starts = starts(&alignment.old_words, &old_lines);
        let new_starts = starts(&alignment.new_words, &new_lines);
        let (mut old_at, mut new_at) = (0, 0);
        for (before, after) in hunks(old, &old_lines, new, &new_lines) {
            let (before, after) = (
                old_starts[before.start]..old_starts[before.end],
                new_starts[after.start]..new_starts[after.end],
            );
            alignment.pair(old_at..before.start, new_at..after.start);
            alignment.align_words(old, before.clone(), new, after.clone());
            (old_at, new_at) = (before.end, after.end);
        }
        alignment.pair(old_at..alignment.old_words.len(), new_at..alignment.new_words.len());
        alignment
    }

    fn align_words(&mut self, old: &str, before: Range<usize>, new: &str, after: Range<usize>) {
        let found = hunks(old, &self.old_words[before.clone()], new, &self.new_words[after.clone()]);
        let (mut old_at, mut new_at) = (before.start, after.start);
        for (gone, come) in found {
            self.pair(old_at..before.start + gone.start, new_at..after.start + come.start);
            (old_at, new_at) = (before.start + gone.end, after.start + come.end);
        }
        self.pair(old_at..before.end, new_at..after.end);
    }

    /// Words that stayed, one by one.
    fn pair(&mut self, old: Range<usize>, new: Range<usize>) {
        for (old, new) in old.zip(new) {
            self.became[old] = Some(new);
            self.taken[new] = true;
        }
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

/// What differs, as pieces of `before` and the pieces of `after` in their place: Myers's algorithm over
/// interned pieces.
fn hunks(
    old: &str,
    before: &[TextRange],
    new: &str,
    after: &[TextRange],
) -> Vec<(Range<usize>, Range<usize>)> {
    let mut input = InternedInput::default();
    input.update_before(before.iter().map(|&piece| word_of(old, piece)));
    input.update_after(after.iter().map(|&piece| word_of(new, piece)));
    let whole = |range: Range<u32>| range.start as usize..range.end as usize;
    let diff = Diff::compute(Algorithm::Myers, &input);
    diff.hunks().map(|hunk| (whole(hunk.before), whole(hunk.after))).collect()
}

/// The lines with their ends.
fn lines(text: &str) -> Vec<TextRange> {
    let mut start = 0;
    let ends = text.split_inclusive('\n').map(|line| {
        let range = TextRange::from_usize(start..start + line.len());
        start = range.end().to_usize();
        range
    });
    ends.collect()
}

fn words(text: &str) -> Vec<TextRange> {
    text.split_word_bound_indices()
        .map(|(start, word)| TextRange::from_usize(start..start + word.len()))
        .collect()
}

fn word_of(text: &str, range: TextRange) -> &str {
    range.of(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn words_become_equal_words_in_the_same_order(old in "([ab]{1,2}[ .\n]){0,30}", new in "([ab]{1,2}[ .\n]){0,30}") {
            let alignment = Alignment::of(&old, &new);
            let mut last = None;
            for (i, became) in alignment.became.iter().enumerate() {
                let Some(became) = *became else { continue };
                prop_assert_eq!(word_of(&old, alignment.old_words[i]), word_of(&new, alignment.new_words[became]));
                prop_assert!(alignment.taken[became] && last < Some(became));
                last = Some(became);
            }
            prop_assert_eq!(alignment.became.iter().flatten().count(), alignment.taken.iter().filter(|&&is| is).count());
        }

        #[test]
        fn all_words_of_lines_that_stay_stay(lines in prop::collection::vec("[a-z]{1,3} [a-z]{1,3}", 1..12), cut in 0..12_usize) {
            let old = lines.join("\n");
            let new = lines.iter().enumerate().filter(|(i, _)| *i != cut).map(|(_, line)| format!("{line}\n")).collect::<String>();
            let stays = Alignment::of(&old, &new).taken.iter().filter(|&&is| is).count();
            // A final line without an end is another line, but not other words.
            prop_assert!(Alignment::of("", &new).taken.len() <= stays + 1);
        }
    }
}
