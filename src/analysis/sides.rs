//! Two versions of a text side by side: paragraphs that belong together, and in each the words that
//! differ. White space and line breaks make no difference.

use crate::language::words;
use crate::text::align::{Alignment, longest_rising};
use crate::text::{TextRange, boundary};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Lines from this many bytes on are paragraphs, even where no empty line parts them.
const LONG_LINE: usize = 120;
/// Longer paragraphs are cut at sentences: a side shows no more at once, in bytes.
const LONGEST: usize = 3000;
/// Words that stayed alone between changed ones count as changed below so many letters: "of the".
const SHORT_ISLAND: usize = 6;
/// A paragraph that was moved is told as such from so many words on.
const MOVED: usize = 6;

/// A paragraph of one version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Where it stands, in bytes of its text.
    pub range: TextRange,
    /// The words of it that the other version has not, joined where they are neighbours.
    pub changed: Vec<TextRange>,
}

/// Paragraphs that stand beside each other; `None` where a version has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// In the old text.
    pub old: Option<Side>,
    /// In the new text.
    pub new: Option<Side>,
    /// Whether the paragraph stands unchanged elsewhere in the other version.
    pub is_moved: bool,
}

impl Row {
    /// Whether both sides say the same, in the same place.
    pub fn is_same(&self) -> bool {
        let is_quiet = |side: &Option<Side>| side.as_ref().is_some_and(|side| side.changed.is_empty());
        !self.is_moved && is_quiet(&self.old) && is_quiet(&self.new)
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
    /// For each paragraph whether it stands elsewhere in the other version.
    is_moved: Vec<bool>,
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
            is_moved: vec![false; paragraphs.len()],
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
        let mut changed: Vec<TextRange> = Vec::new();
        let mut is_open = false;
        for at in words {
            if self.is[at].is_some() {
                is_open = false;
                continue;
            }
            match changed.last_mut() {
                Some(last) if is_open => *last = last.hull(self.words[at]),
                _ => changed.push(self.words[at]),
            }
            is_open = true;
        }
        Side { range: self.range(paragraph), changed }
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
        sides.pair_in_place(old, &longest_rising(&pairs));
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

    /// Finds paragraphs that stand in another place of the other version, word for word, and takes their
    /// words out of `pairs`.
    fn take_moved(&mut self, pairs: &mut Vec<(usize, usize)>) {
        let mut whole: Vec<(usize, usize)> = Vec::new();
        for (paragraph, words) in self.old.paragraphs.iter().enumerate() {
            let from = pairs.partition_point(|&(old, _)| old < words.start);
            let Some(own) = pairs.get(from..from + words.len()) else { continue };
            let Some(&(_, start)) = own.first() else { continue };
            let is_whole =
                own.iter().enumerate().all(|(nth, &pair)| pair == (words.start + nth, start + nth));
            let there = self.new.paragraphs.binary_search_by_key(&start, |words| words.start).ok();
            let there = there.filter(|&at| is_whole && self.new.paragraphs[at].len() == words.len());
            whole.extend(there.map(|there| (paragraph, there)));
        }
        let stays: HashSet<(usize, usize)> = longest_rising(&whole).into_iter().collect();
        let moved = whole.into_iter().filter(|pair| !stays.contains(pair));
        let moved = moved.filter(|&(old, _)| MOVED <= self.old.paragraphs[old].len());
        for (paragraph, there) in moved.collect::<Vec<_>>() {
            (self.old.is_moved[paragraph], self.new.is_moved[there]) = (true, true);
            let words = self.old.paragraphs[paragraph].clone();
            pairs.retain(|(old, _)| !words.contains(old));
            for (old, new) in words.zip(self.new.paragraphs[there].clone()) {
                (self.old.is[old], self.new.is[new]) = (Some(new), Some(old));
            }
        }
    }

    /// Numbers the gaps between words that stayed in their place.
    fn count_gaps(&mut self) {
        // What was moved stands for itself; the order of all others is that of the text.
        let in_place = |version: &Version| -> Vec<bool> {
            let mut in_place = vec![false; version.words.len()];
            for (words, is_moved) in version.paragraphs.iter().zip(&version.is_moved) {
                in_place[words.clone()].fill(!is_moved);
            }
            in_place
        };
        for version in [&mut self.old, &mut self.new] {
            let in_place = in_place(version);
            let mut gap = 0;
            for (at, stays) in in_place.into_iter().enumerate() {
                gap += usize::from(stays && version.is[at].is_some());
                version.gap[at] = gap;
            }
        }
    }

    /// Puts paragraphs beside each other that share most of their words.
    fn lay_out(&mut self) {
        let best = |from: &Version, to: &Version| -> Vec<Option<usize>> {
            let best_of = |(words, is_moved): (&Range<usize>, &bool)| {
                let mut shared: HashMap<usize, usize> = HashMap::new();
                for other in from.is[words.clone()].iter().flatten().filter(|_| !is_moved) {
                    let paragraph = to.paragraphs.partition_point(|words| words.end <= *other);
                    *shared.entry(paragraph).or_default() += 1;
                }
                let mut shared: Vec<_> = shared.into_iter().collect();
                shared.sort_unstable_by_key(|&(paragraph, n_words)| (std::cmp::Reverse(n_words), paragraph));
                shared.first().map(|&(paragraph, _)| paragraph)
            };
            from.paragraphs.iter().zip(&from.is_moved).map(best_of).collect()
        };
        let (of_old, of_new) = (best(&self.old, &self.new), best(&self.new, &self.old));
        let pairs = of_old.iter().enumerate().filter_map(|(old, new)| {
            let new = (*new)?;
            (of_new.get(new) == Some(&Some(old))).then_some((old, new))
        });
        let pairs: Vec<(usize, usize)> = pairs.collect();
        let (mut old_at, mut new_at) = (0, 0);
        let end = (self.old.paragraphs.len(), self.new.paragraphs.len());
        for (old, new) in pairs.into_iter().chain([end]) {
            if old < old_at || new < new_at {
                continue;
            }
            for left in old_at..old {
                let is_moved = self.old.is_moved[left];
                self.rows.push(Row { old: Some(self.old.side(left)), new: None, is_moved });
            }
            for right in new_at..new {
                let is_moved = self.new.is_moved[right];
                self.rows.push(Row { old: None, new: Some(self.new.side(right)), is_moved });
            }
            if (old, new) != end {
                let (left, right) = (self.old.side(old), self.new.side(new));
                self.rows.push(Row { old: Some(left), new: Some(right), is_moved: false });
            }
            (old_at, new_at) = (old + 1, new + 1);
        }
    }
}

/// The paragraphs of a text: parted by empty lines, and long lines each for itself. What is longer than
/// can be shown at once is cut at sentences.
fn paragraphs_of(text: &str) -> Vec<TextRange> {
    let mut found: Vec<TextRange> = Vec::new();
    let (mut start, mut before) = (0, 0);
    for line in text.split_inclusive('\n') {
        let range = TextRange::from_usize(start..start + line.len());
        start += line.len();
        let n_bytes = line.trim().len();
        match found.last_mut() {
            _ if n_bytes == 0 => {}
            Some(last) if 0 < before && before < LONG_LINE && n_bytes < LONG_LINE => *last = last.hull(range),
            _ => found.push(range),
        }
        before = n_bytes;
    }
    found.into_iter().flat_map(|paragraph| cut(text, paragraph)).collect()
}

fn cut(text: &str, paragraph: TextRange) -> Vec<TextRange> {
    if paragraph.len().to_usize() <= LONGEST {
        return vec![paragraph];
    }
    let mut pieces: Vec<TextRange> = Vec::new();
    let sentences = boundary::sentences(text, paragraph);
    for sentence in sentences.into_iter().flat_map(|sentence| at_spaces(text, sentence)) {
        match pieces.last_mut() {
            Some(last) if last.hull(sentence).len().to_usize() <= LONGEST => *last = last.hull(sentence),
            _ => pieces.push(sentence),
        }
    }
    pieces
}

/// A sentence without an end is cut where a space is, or where it must be.
fn at_spaces(text: &str, sentence: TextRange) -> Vec<TextRange> {
    let mut pieces = Vec::new();
    let Range { mut start, end } = sentence.to_usize();
    while LONGEST < end - start {
        let most = text.floor_char_boundary(start + LONGEST);
        let space = text.get(start..most).and_then(|piece| piece.rfind(char::is_whitespace));
        let cut = space.filter(|&space| 0 < space).map_or(most, |space| start + space);
        pieces.push(TextRange::from_usize(start..cut));
        start = cut;
    }
    pieces.push(TextRange::from_usize(start..end));
    pieces
}

/// Whether `a` and `b` share at least half of the words of the longer one.
pub(super) fn are_alike(a: &[&str], b: &[&str]) -> bool {
    let (a, b): (HashSet<&str>, HashSet<&str>) = (a.iter().copied().collect(), b.iter().copied().collect());
    a.len().max(b.len()) <= 2 * a.intersection(&b).count()
}

#[cfg(test)]
mod tests;
