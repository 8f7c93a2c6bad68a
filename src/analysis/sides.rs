//! Two versions of a text side by side: paragraphs that belong together, and in each the words that
//! differ. White space and line breaks make no difference.

mod moves;
mod paragraphs;

use crate::text::TextRange;
use crate::text::align::{Alignment, longest_rising};
use crate::text::words::words;
use paragraphs::paragraphs_of;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Words that stayed alone between changed ones count as changed below so many letters: "of the".
const SHORT_ISLAND: usize = 6;

/// A paragraph of one version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Where it stands, in bytes of its text.
    pub range: TextRange,
    /// The words of it that the other version has not, joined where they are neighbours.
    pub changed: Vec<TextRange>,
    /// The words of it that the other version has in another paragraph or in another order, joined too.
    pub moved: Vec<TextRange>,
}

/// Paragraphs that stand beside each other; `None` where a version has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// In the old text.
    pub old: Option<Side>,
    /// In the new text.
    pub new: Option<Side>,
    /// The row where the other version has the paragraph, if it was moved. Words of it may have changed.
    pub moved: Option<usize>,
}

impl Row {
    /// Whether both sides say the same, in the same place.
    pub fn is_same(&self) -> bool {
        let is_quiet = |side: &Option<Side>| {
            side.as_ref().is_some_and(|side| side.changed.is_empty() && side.moved.is_empty())
        };
        self.moved.is_none() && is_quiet(&self.old) && is_quiet(&self.new)
    }
}

/// Two texts aligned word by word and paragraph by paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sides {
    /// All paragraphs of both versions, each once, in order.
    pub rows: Vec<Row>,
    pub(super) old: Version,
    pub(super) new: Version,
}

/// One of the two texts in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Version {
    pub words: Vec<TextRange>,
    /// Each paragraph as a range of words.
    pub paragraphs: Vec<Range<usize>>,
    /// For each word the one of the other version that it is.
    pub is: Vec<Option<usize>>,
    /// For each word the gap that it lies in: words of both versions in the same gap stand for each other.
    pub gap: Vec<usize>,
    /// For each word whether the other version has it elsewhere, though the paragraph was not moved.
    is_elsewhere: Vec<bool>,
    /// For each paragraph the one that it is in another place of the other version.
    moved: Vec<Option<usize>>,
}

impl Version {
    fn of(text: &str) -> Self {
        let (mut all, mut paragraphs) = (Vec::new(), Vec::new());
        for range in paragraphs_of(text) {
            let found = words(text, range);
            if !found.is_empty() {
                paragraphs.push(all.len()..all.len() + found.len());
                all.extend(found);
            }
        }
        Self {
            is: vec![None; all.len()],
            gap: vec![0; all.len()],
            is_elsewhere: vec![false; all.len()],
            moved: vec![None; paragraphs.len()],
            words: all,
            paragraphs,
        }
    }

    /// From the first word of a paragraph to its last.
    pub(super) fn range(&self, paragraph: usize) -> TextRange {
        let words = self.paragraphs.get(paragraph).and_then(|words| self.words.get(words.clone()));
        let ends = words.and_then(|words| Some(words.first()?.hull(*words.last()?)));
        ends.unwrap_or_default()
    }

    fn side(&self, paragraph: usize) -> Side {
        let words = self.paragraphs.get(paragraph).cloned().unwrap_or_default();
        let joined = |is_meant: &dyn Fn(usize) -> bool| {
            let mut joined: Vec<TextRange> = Vec::new();
            let mut is_open = false;
            for at in words.clone() {
                match joined.last_mut() {
                    _ if !is_meant(at) => {}
                    Some(last) if is_open => *last = last.hull(self.words[at]),
                    _ => joined.push(self.words[at]),
                }
                is_open = is_meant(at);
            }
            joined
        };
        Side {
            range: self.range(paragraph),
            changed: joined(&|at| self.is[at].is_none() && !self.is_elsewhere[at]),
            moved: joined(&|at| self.is_elsewhere[at]),
        }
    }

    /// The paragraph that has a word.
    fn paragraph_of(&self, word: usize) -> usize {
        self.paragraphs.partition_point(|words| words.end <= word)
    }
}

impl Sides {
    /// Aligns `old` with `new`.
    pub fn of(old: &str, new: &str) -> Self {
        Self::by(&Alignment::of(old, new), old, new)
    }

    /// The same for texts that are aligned already.
    pub fn by(aligned: &Alignment, old: &str, new: &str) -> Self {
        let mut sides = Self { rows: Vec::new(), old: Version::of(old), new: Version::of(new) };
        let mut pairs = sides.pairs(aligned);
        sides.add_equal_paragraphs(&mut pairs, old, new);
        sides.take_moved(&mut pairs);
        let in_place = longest_rising(&pairs);
        sides.pair_in_place(old, &in_place);
        sides.take_elsewhere(&pairs, &in_place);
        sides.count_gaps();
        sides.lay_out();
        sides
    }

    /// The words that say the same, in the order of the old text.
    fn pairs(&self, aligned: &Alignment) -> Vec<(usize, usize)> {
        // A reader of figures cuts some words finer.
        let within = |version: &Version, range: TextRange| {
            let first = version.words.partition_point(|word| word.start() < range.start());
            // Of words that were glued the alignment knows the parts.
            first..version.words.partition_point(|word| word.end() <= range.end()).max(first)
        };
        let words = aligned.same().map(|(old, new)| (within(&self.old, old), within(&self.new, new)));
        words.filter(|(old, new)| old.len() == new.len()).flat_map(|(old, new)| old.zip(new)).collect()
    }

    /// Pairs the words that stayed in their order, but for those that stayed alone between changed ones.
    fn pair_in_place(&mut self, old: &str, in_place: &[(usize, usize)]) {
        let runs: Vec<&[(usize, usize)]> =
            in_place.chunk_by(|before, after| (before.0 + 1, before.1 + 1) == *after).collect();
        for (nth, run) in runs.iter().enumerate() {
            if nth == 0 || nth + 1 == runs.len() || !self.is_island(old, run) {
                for &(old, new) in *run {
                    (self.old.is[old], self.new.is[new]) = (Some(new), Some(old));
                }
            }
        }
    }

    /// Whether a run of words says too little to part two changes. A paragraph of its own always does.
    fn is_island(&self, old: &str, run: &[(usize, usize)]) -> bool {
        let (Some(&(first, _)), Some(&(last, _))) = (run.first(), run.last()) else { return true };
        let words = || self.old.words[first..=last].iter().filter_map(|word| word.of(old));
        let n_letters = words().flat_map(str::chars).filter(|c| c.is_alphanumeric()).count();
        let has_figure = words().flat_map(str::chars).any(char::is_numeric);
        let is_word = first == last && 3 < n_letters;
        n_letters < SHORT_ISLAND
            && !has_figure
            && !is_word
            && !self.old.paragraphs.contains(&(first..last + 1))
    }

    /// Pairs the words of paragraphs that stand in both versions, and that the alignment held for chance.
    fn add_equal_paragraphs(&self, pairs: &mut Vec<(usize, usize)>, old: &str, new: &str) {
        let olds: HashSet<usize> = pairs.iter().map(|&(old, _)| old).collect();
        let news: HashSet<usize> = pairs.iter().map(|&(_, new)| new).collect();
        let said = |version: &Version, words: &Range<usize>, text: &'_ str| -> Vec<String> {
            version.words[words.clone()].iter().filter_map(|word| word.of(text)).map(str::to_owned).collect()
        };
        let mut left: HashMap<Vec<String>, Vec<&Range<usize>>> = HashMap::new();
        for words in
            self.new.paragraphs.iter().rev().filter(|words| !(*words).clone().any(|at| news.contains(&at)))
        {
            left.entry(said(&self.new, words, new)).or_default().push(words);
        }
        for words in self.old.paragraphs.iter().filter(|words| !(*words).clone().any(|at| olds.contains(&at)))
        {
            if let Some(there) = left.get_mut(&said(&self.old, words, old)).and_then(Vec::pop) {
                pairs.extend(words.clone().zip(there.clone()));
            }
        }
        pairs.sort_unstable();
    }

    /// Numbers the gaps between words that stayed in their place. What was moved stands for itself, and has
    /// numbers of its own.
    fn count_gaps(&mut self) {
        let n_words = self.old.words.len();
        let starts: Vec<usize> = self.old.paragraphs.iter().map(|words| words.start).collect();
        for (version, is_old) in [(&mut self.old, true), (&mut self.new, false)] {
            let mut in_place = 0;
            for (paragraph, words) in version.paragraphs.iter().enumerate() {
                let there = version.moved[paragraph];
                let moved = there.map(|there| if is_old { paragraph } else { there });
                // So far apart that a paragraph has room for all its words.
                let mut own = moved.map(|moved| n_words + 1 + starts[moved] + moved);
                let gap = own.as_mut().unwrap_or(&mut in_place);
                for at in words.clone() {
                    *gap += usize::from(version.is[at].is_some());
                    version.gap[at] = *gap;
                }
            }
        }
    }

    /// Puts paragraphs beside each other that share most of their words.
    fn lay_out(&mut self) {
        let best = |from: &Version, to: &Version| -> Vec<Option<usize>> {
            let best_of = |(words, moved): (&Range<usize>, &Option<usize>)| {
                let mut shared: HashMap<usize, usize> = HashMap::new();
                for &other in from.is[words.clone()].iter().flatten().filter(|_| moved.is_none()) {
                    *shared.entry(to.paragraph_of(other)).or_default() += 1;
                }
                let mut shared: Vec<_> = shared.into_iter().collect();
                shared.sort_unstable_by_key(|&(paragraph, n_words)| (std::cmp::Reverse(n_words), paragraph));
                shared.first().map(|&(paragraph, _)| paragraph)
            };
            from.paragraphs.iter().zip(&from.moved).map(best_of).collect()
        };
        let (of_old, of_new) = (best(&self.old, &self.new), best(&self.new, &self.old));
        let pairs = of_old.iter().enumerate().filter_map(|(old, new)| {
            let new = (*new)?;
            (of_new.get(new) == Some(&Some(old))).then_some((old, new))
        });
        let pairs: Vec<(usize, usize)> = pairs.collect();
        let (mut left_row, mut came) = (HashMap::new(), Vec::new());
        let (mut old_at, mut new_at) = (0, 0);
        let end = (self.old.paragraphs.len(), self.new.paragraphs.len());
        for (old, new) in pairs.into_iter().chain([end]) {
            if old < old_at || new < new_at {
                continue;
            }
            for left in old_at..old {
                if self.old.moved[left].is_some() {
                    left_row.insert(left, self.rows.len());
                }
                self.rows.push(Row { old: Some(self.old.side(left)), new: None, moved: None });
            }
            for right in new_at..new {
                if let Some(left) = self.new.moved[right] {
                    came.push((left, self.rows.len()));
                }
                self.rows.push(Row { old: None, new: Some(self.new.side(right)), moved: None });
            }
            if (old, new) != end {
                let (left, right) = (self.old.side(old), self.new.side(new));
                self.rows.push(Row { old: Some(left), new: Some(right), moved: None });
            }
            (old_at, new_at) = (old + 1, new + 1);
        }
        for (left, to) in came {
            if let Some(&from) = left_row.get(&left) {
                (self.rows[from].moved, self.rows[to].moved) = (Some(to), Some(from));
            }
        }
    }
}

/// Whether `a` and `b` share at least half of the words of the longer one.
pub(super) fn are_alike(a: &[&str], b: &[&str]) -> bool {
    let (a, b): (HashSet<&str>, HashSet<&str>) = (a.iter().copied().collect(), b.iter().copied().collect());
    a.len().max(b.len()) <= 2 * a.intersection(&b).count()
}

#[cfg(test)]
mod tests;
