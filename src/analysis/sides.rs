//! Two versions of a text side by side: paragraphs that belong together, and in each the words that
//! differ. White space and line breaks make no difference.

use crate::language::words;
use crate::text::{TextRange, boundary};
use imara_diff::{Algorithm, Diff, InternedInput};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Lines from this many bytes on are paragraphs, even where no empty line parts them.
const LONG_LINE: usize = 120;
/// Longer paragraphs are cut at sentences: a side shows no more at once, in bytes.
const LONGEST: usize = 3000;
/// Words that stayed alone between changed ones count as changed below so many letters: "of the".
const SHORT_ISLAND: usize = 6;
/// How far a change is moved to begin with a paragraph, in words.
const MOST_SLID: usize = 8;
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

    fn keys<'a>(&self, text: &'a str) -> Vec<Vec<&'a str>> {
        let word = |range: &TextRange| range.of(text).unwrap_or_default();
        self.paragraphs.iter().map(|words| self.words[words.clone()].iter().map(word).collect()).collect()
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
        let mut sides = Self { rows: Vec::new(), old: Version::of(old), new: Version::of(new) };
        let (old_keys, new_keys) = (sides.old.keys(old), sides.new.keys(new));
        let hunks = hunks(old_keys.iter().map(Vec::as_slice), new_keys.iter().map(Vec::as_slice));
        sides.mark_moved(&hunks, &old_keys, &new_keys);
        let (mut old_at, mut new_at) = (0, 0);
        for (gone, come) in &hunks {
            sides.pair_paragraphs(old_at..gone.start, new_at..come.start);
            sides.align(old, gone.clone(), new, come.clone());
            (old_at, new_at) = (gone.end, come.end);
        }
        sides.pair_paragraphs(old_at..sides.old.paragraphs.len(), new_at..sides.new.paragraphs.len());
        sides.count_gaps();
        sides.lay_out();
        sides
    }

    /// Finds paragraphs that stand in another place of the other version, word for word.
    fn mark_moved(
        &mut self,
        hunks: &[(Range<usize>, Range<usize>)],
        old_keys: &[Vec<&str>],
        new_keys: &[Vec<&str>],
    ) {
        let mut gone: HashMap<&[&str], Vec<usize>> = HashMap::new();
        for at in hunks.iter().rev().flat_map(|(gone, _)| gone.clone().rev()) {
            if MOVED <= old_keys[at].len() {
                gone.entry(&old_keys[at]).or_default().push(at);
            }
        }
        for at in hunks.iter().flat_map(|(_, come)| come.clone()) {
            let from = gone.get_mut(new_keys[at].as_slice()).and_then(Vec::pop);
            let Some(from) = from else { continue };
            (self.old.is_moved[from], self.new.is_moved[at]) = (true, true);
            self.pair_words(self.old.paragraphs[from].clone(), self.new.paragraphs[at].clone());
        }
    }

    fn pair_paragraphs(&mut self, old: Range<usize>, new: Range<usize>) {
        for (old, new) in old.zip(new) {
            self.pair_words(self.old.paragraphs[old].clone(), self.new.paragraphs[new].clone());
        }
    }

    fn pair_words(&mut self, old: Range<usize>, new: Range<usize>) {
        for (old, new) in old.zip(new) {
            (self.old.is[old], self.new.is[new]) = (Some(new), Some(old));
        }
    }

    /// Aligns the words of paragraphs that differ: all together, so that one cut in two stays one.
    fn align(&mut self, old: &str, gone: Range<usize>, new: &str, come: Range<usize>) {
        let open = |version: &Version, paragraphs: Range<usize>| -> Vec<usize> {
            let stays = paragraphs.filter(|&paragraph| !version.is_moved[paragraph]);
            stays.flat_map(|paragraph| version.paragraphs[paragraph].clone()).collect()
        };
        let (gone, come) = (open(&self.old, gone), open(&self.new, come));
        let word =
            |text, version: &Version, at: usize| -> &str { version.words[at].of(text).unwrap_or_default() };
        let found = hunks(
            gone.iter().map(|&at| word(old, &self.old, at)),
            come.iter().map(|&at| word(new, &self.new, at)),
        );
        let starts = |version: &Version, words: &[usize]| -> Vec<bool> {
            let is_start =
                |at: &usize| version.paragraphs.binary_search_by_key(at, |words| words.start).is_ok();
            words.iter().map(is_start).collect()
        };
        let found = slid(
            found,
            &|at, other| word(old, &self.old, gone[at]) == word(old, &self.old, gone[other]),
            &starts(&self.old, &gone),
            &|at, other| word(new, &self.new, come[at]) == word(new, &self.new, come[other]),
            &starts(&self.new, &come),
        );
        let mut from = (0, 0);
        let n_hunks = found.len();
        let ends = found.into_iter().chain([(gone.len()..gone.len(), come.len()..come.len())]);
        for (nth, (left, right)) in ends.enumerate() {
            let kept: Vec<usize> = gone[from.0..left.start].to_vec();
            let letters =
                |at: &usize| word(old, &self.old, *at).chars().filter(|c| c.is_alphanumeric()).count();
            let is_island =
                0 < nth && nth < n_hunks && kept.iter().map(letters).sum::<usize>() < SHORT_ISLAND;
            let has_figure = kept.iter().any(|&at| word(old, &self.old, at).chars().any(char::is_numeric));
            if !is_island || has_figure || kept.len() == 1 && letters(&kept[0]) > 3 {
                for (old, new) in kept.into_iter().zip(come[from.1..right.start].iter().copied()) {
                    (self.old.is[old], self.new.is[new]) = (Some(new), Some(old));
                }
            }
            from = (left.end, right.end);
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

/// What came or went as a whole paragraph begins at its start: of ". One. Two" the diff may as well have
/// taken ". One" as "One.".
fn slid(
    found: Vec<(Range<usize>, Range<usize>)>,
    is_same_old: &dyn Fn(usize, usize) -> bool,
    old_starts: &[bool],
    is_same_new: &dyn Fn(usize, usize) -> bool,
    new_starts: &[bool],
) -> Vec<(Range<usize>, Range<usize>)> {
    let ends = found.iter().skip(1).map(|(left, right)| (left.start, right.start));
    let ends: Vec<_> = ends.chain([(old_starts.len(), new_starts.len())]).collect();
    let slide = |((left, right), end): ((Range<usize>, Range<usize>), (usize, usize))| {
        let (one, starts, is_same) = match (left.is_empty(), right.is_empty()) {
            (false, true) => (&left, old_starts, is_same_old),
            (true, false) => (&right, new_starts, is_same_new),
            _ => return (left, right),
        };
        let fits = |&by: &usize| {
            starts.get(one.start + by) == Some(&true)
                && left.end + by <= end.0
                && right.end + by <= end.1
                && (0..by).all(|step| is_same(one.start + step, one.end + step))
        };
        let by = (0..=MOST_SLID).find(fits).unwrap_or_default();
        (left.start + by..left.end + by, right.start + by..right.end + by)
    };
    found.into_iter().zip(ends).map(slide).collect()
}

/// What differs, as ranges of `before` and those of `after` in their place.
fn hunks<T: std::hash::Hash + Eq + Default>(
    before: impl Iterator<Item = T>,
    after: impl Iterator<Item = T>,
) -> Vec<(Range<usize>, Range<usize>)> {
    let mut input = InternedInput::default();
    input.update_before(before);
    input.update_after(after);
    let whole = |range: Range<u32>| range.start as usize..range.end as usize;
    let diff = Diff::compute(Algorithm::Histogram, &input);
    diff.hunks().map(|hunk| (whole(hunk.before), whole(hunk.after))).collect()
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
