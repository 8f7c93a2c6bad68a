//! Which fact of the old version and which of the new one are the same matter: strictest first.

use super::{Kind, Said};
use crate::analysis::sides::are_alike;
use std::collections::BTreeMap;

/// More facts than this without their like are not compared with each other for having been moved.
pub(super) const MOST_LOOSE: usize = 1500;

/// Pairs of facts that begin and end with the same words: where facts overlap, words alone would mix them up.
pub(super) fn with_the_same_ends(before: &mut Said<'_>, after: &mut Said<'_>) -> Vec<(usize, usize)> {
    let ends = |said: &Said<'_>, at: usize| {
        let words = said.words_of(at);
        (said.kind(at), words.start, words.end.saturating_sub(1))
    };
    let there: BTreeMap<(Kind, usize, usize), usize> =
        (0..after.facts.len()).map(|new| (ends(after, new), new)).collect();
    let mut pairs = Vec::new();
    for old in 0..before.facts.len() {
        let (kind, first, last) = ends(before, old);
        let is = |at: usize| before.version.is.get(at).copied().flatten();
        let new = is(first).zip(is(last)).and_then(|(first, last)| there.get(&(kind, first, last)).copied());
        let Some(new) = new.filter(|&new| !after.facts[new].is_settled) else { continue };
        (before.facts[old].is_settled, after.facts[new].is_settled) = (true, true);
        pairs.push((old, new));
    }
    pairs
}

/// Pairs of facts of which a word of the one became a word of the other.
pub(super) fn carried(before: &mut Said<'_>, after: &mut Said<'_>) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for old in 0..before.facts.len() {
        if before.facts[old].is_settled {
            continue;
        }
        let kind = before.kind(old);
        let is_solid = |at: &usize| before.word(*at).chars().any(char::is_alphanumeric);
        // Nearer the end lies what carries the sense: "the old hospital", "more than 35".
        let same = before.words_of(old).rev().filter(is_solid).filter_map(|at| before.version.is[at]);
        let new = same.filter_map(|at| after.of_word.get(&(kind, at)).copied());
        let Some(new) = new.into_iter().find(|&new| !after.facts[new].is_settled) else { continue };
        (before.facts[old].is_settled, after.facts[new].is_settled) = (true, true);
        pairs.push((old, new));
    }
    pairs
}

/// Pairs of facts that stand in the same gap of the diff, in order.
pub(super) fn in_gaps(before: &mut Said<'_>, after: &mut Said<'_>) -> Vec<(usize, usize)> {
    let mut waiting: BTreeMap<(Kind, usize), Vec<usize>> = BTreeMap::new();
    for new in (0..after.facts.len()).filter(|&new| !after.facts[new].is_settled) {
        let gap = after.version.gap[after.words_of(new).start];
        waiting.entry((after.kind(new), gap)).or_default().push(new);
    }
    let mut pairs = Vec::new();
    for old in 0..before.facts.len() {
        if before.facts[old].is_settled {
            continue;
        }
        let gap = before.version.gap[before.words_of(old).start];
        let Some(there) = waiting.get_mut(&(before.kind(old), gap)) else { continue };
        let is_same = |&new: &usize| before.is_same(old, after, new);
        let is_one_matter = |&new: &usize| {
            (before.is_kept(old) && after.is_kept(new))
                || are_alike(&before.sentence_words(old), &after.sentence_words(new))
        };
        let found = there.iter().position(is_same).or_else(|| there.iter().position(is_one_matter));
        let Some(found) = found else { continue };
        let new = there.remove(found);
        (before.facts[old].is_settled, after.facts[new].is_settled) = (true, true);
        pairs.push((old, new));
    }
    pairs
}

/// Pairs of facts in sentences that are alike but stand in different places.
pub(super) fn moved(before: &mut Said<'_>, after: &mut Said<'_>) -> Vec<(usize, usize)> {
    let left = |said: &Said<'_>| -> Vec<usize> {
        (0..said.facts.len()).filter(|&at| !said.facts[at].is_settled).collect()
    };
    let (olds, news) = (left(before), left(after));
    let mut pairs = Vec::new();
    if MOST_LOOSE < olds.len() || MOST_LOOSE < news.len() {
        return pairs;
    }
    let words: Vec<_> = news.iter().map(|&new| after.sentence_words(new)).collect();
    for is_same_wanted in [true, false] {
        for &old in &olds {
            if before.facts[old].is_settled {
                continue;
            }
            let own = before.sentence_words(old);
            let fits = |(&new, words): (&usize, &Vec<&str>)| {
                !after.facts[new].is_settled
                    && after.kind(new) == before.kind(old)
                    && (!is_same_wanted || before.is_same(old, after, new))
                    && are_alike(&own, words)
            };
            let found = news.iter().zip(&words).find(|&pair| fits(pair)).map(|(&new, _)| new);
            let Some(new) = found else { continue };
            (before.facts[old].is_settled, after.facts[new].is_settled) = (true, true);
            pairs.push((old, new));
        }
    }
    pairs
}
