//! What truly became of a passage that the editor of `simulator.rs` had his hands on.

use crate::simulator::Word;
use postil::text::TextRange;
use std::ops::Range;

/// What became of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// Its words are as they were, perhaps elsewhere.
    Untouched(Left),
    /// At least half of it is still there, as it was or in other words.
    Edited(Left),
    /// Less than half is still there: both the place and none are right.
    Remnant(Left),
    /// Nothing is left.
    Deleted,
}

/// What is left of a passage, in bytes of the new text: its own words and what replaced them. Where more
/// than a few words came between them these are two pieces; to find the pieces and to find the whole from
/// the first to the last are both right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Left {
    pub(crate) pieces: Vec<Range<usize>>,
    /// Copies that are more like the passage: to find one of them is right, too.
    pub(crate) likes: Vec<Left>,
}

/// What came between two words of a passage without parting them, in characters.
const BETWEEN: usize = 60;
/// What was put between two words of a passage that still are one passage, in characters.
const MOST_PUT: usize = 600;

/// How far around a passage its like is held against it, in characters: as much as a description keeps.
const AROUND: usize = 64;

/// The words of the new text with their places in both texts.
pub(crate) struct Fates<'a> {
    words: &'a [Word],
    starts: Vec<usize>,
    /// (start in the old text, index), sorted.
    by_old: Vec<(usize, usize)>,
}

impl<'a> Fates<'a> {
    pub(crate) fn of(words: &'a [Word]) -> Self {
        let starts = words.iter().scan(0, |at, word| {
            let start = *at;
            *at += word.text.len();
            Some(start)
        });
        let origins = words.iter().enumerate();
        let origins = origins.filter_map(|(i, word)| Some((word.from.clone()?.start, i)));
        let mut by_old: Vec<(usize, usize)> = origins.collect();
        by_old.sort_unstable();
        Self { words, starts: starts.collect(), by_old }
    }

    pub(crate) fn of_passage(&self, old: &str, passage: TextRange) -> Fate {
        let (start, end) = (passage.start().to_usize(), passage.end().to_usize());
        let first = self.by_old.partition_point(|&(from, _)| from < start);
        let last = self.by_old.partition_point(|&(from, _)| from < end);
        let survives = |&i: &usize| 0 < self.words[i].weight();
        let mut left: Vec<usize> =
            self.by_old[first..last].iter().map(|&(_, i)| i).filter(survives).collect();
        let is_in_order = left.is_sorted();
        left.sort_unstable();
        // Pieces with more of the old text between them than they are long have gone different ways.
        let all = old[start..end].chars().filter(|c| !c.is_whitespace()).count();
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for i in left {
            let is_near = groups.last().and_then(|group| group.last()).is_some_and(|&before| {
                let (put, old) = self.between(before, i);
                old <= all.min(BETWEEN) && put <= MOST_PUT
            });
            match groups.last_mut() {
                Some(group) if is_near => group.push(i),
                _ => groups.push(vec![i]),
            }
        }
        let old_weight = |group: &Vec<usize>| -> usize {
            let of = |&i: &usize| self.words[i].from.clone().map_or("", |from| &old[from]);
            group.iter().map(of).flat_map(str::chars).filter(|c| !c.is_whitespace()).count()
        };
        let Some(group) = groups.iter().max_by_key(|group| old_weight(group)) else { return Fate::Deleted };
        let (low, high) = (group[0], group[group.len() - 1]);
        let left = Left { likes: self.likes(old, passage, false), ..self.left(group) };
        let within = &self.words[low..=high];
        let is_own = |word: &Word| {
            word.weight() == 0
                || word.is_same && word.from.as_ref().is_some_and(|f| (start..end).contains(&f.start))
        };
        let kept = old_weight(group);
        if kept == all && is_in_order && within.iter().all(is_own) {
            Fate::Untouched(left)
        } else if all <= 2 * kept {
            Fate::Edited(left)
        } else {
            Fate::Remnant(left)
        }
    }

    /// The copies of a passage that are more like it than what is left of it: at least half of it is in them,
    /// and more of what the passage and the words around it said. Who has the old text and the new one
    /// would take them; only the editor knows which of the two he typed. Of a passage that is gone the copy
    /// must be of a sentence that is gone too, for the most part: then it was moved.
    pub(crate) fn likes(&self, old: &str, passage: TextRange, is_gone: bool) -> Vec<Left> {
        let (start, end) = (passage.start().to_usize(), passage.end().to_usize());
        let reach = old.floor_char_boundary(start.saturating_sub(AROUND))..(end + AROUND).min(old.len());
        let all = old[start..end].chars().filter(|c| !c.is_whitespace()).count();
        let place = |&i: &usize| self.words[i].repeats.clone();
        let stayed = |within: &Range<usize>| -> usize {
            let is_here = |word: &&Word| word.is_same && is_from(&word.from, within);
            self.words.iter().filter(is_here).map(Word::weight).sum()
        };
        let follows = |a: &usize, b: &usize| {
            place(a).map(|range| range.start) < place(b).map(|range| range.start)
                && self.between(*a, *b) <= (BETWEEN, 0)
        };
        let as_good = |copy: &[usize]| {
            let repeated = |within: &Range<usize>| -> usize {
                let is_here = |word: &&Word| word.is_same && is_from(&word.repeats, within);
                copy.iter().map(|&i| &self.words[i]).filter(is_here).map(Word::weight).sum()
            };
            let sentence =
                place(copy.first()?)?.start.max(reach.start)..place(copy.last()?)?.end.min(reach.end);
            let rival = if is_gone { 2 * stayed(&sentence) } else { stayed(&reach) };
            let is_own = |i: &usize| is_from(&place(i), &(start..end)) && 0 < self.words[*i].weight();
            let own: Vec<usize> = copy.iter().copied().filter(is_own).collect();
            let is_as_good = all <= 2 * repeated(&(start..end)) && rival < repeated(&reach);
            (is_as_good && !own.is_empty()).then(|| self.left(&own))
        };
        let copied: Vec<usize> = (0..self.words.len()).filter(|&i| self.words[i].repeats.is_some()).collect();
        copied.chunk_by(follows).filter_map(as_good).collect()
    }

    /// The characters between two words of the new text: those of nobody's words, and those of the old text.
    fn between(&self, before: usize, after: usize) -> (usize, usize) {
        let between = &self.words[before + 1..after];
        let (put, old): (Vec<&Word>, Vec<&Word>) = between.iter().partition(|word| word.from.is_none());
        let weight = |words: Vec<&Word>| words.into_iter().map(Word::weight).sum();
        (weight(put), weight(old))
    }

    fn left(&self, group: &[usize]) -> Left {
        let end = |i: usize| self.starts[i] + self.words[i].text.len();
        let mut pieces: Vec<Range<usize>> = Vec::new();
        let mut before = group[0];
        for &i in group {
            let (put, old) = if before < i { self.between(before, i) } else { (0, 0) };
            match pieces.last_mut() {
                Some(piece) if put + old <= BETWEEN => piece.end = end(i),
                _ => pieces.push(self.starts[i]..end(i)),
            }
            before = i;
        }
        Left { pieces, likes: Vec::new() }
    }
}

fn is_from(place: &Option<Range<usize>>, within: &Range<usize>) -> bool {
    place.as_ref().is_some_and(|place| within.contains(&place.start))
}

impl Left {
    /// From the first of the words to the last.
    pub(crate) fn hull(&self) -> Range<usize> {
        self.pieces[0].start..self.pieces[self.pieces.len() - 1].end
    }
}
