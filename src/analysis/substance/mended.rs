//! Facts that only seem new: their words stood there with an error of typing, or glued to others.

use super::{Kind, Said};
use crate::analysis::names::is_slip;

/// Words of the other version that are looked through for one that was mended.
const REACH: usize = 12;

/// Whether the words of a fact that the other version lacks stand there in the same place, mistyped or glued.
pub(super) fn is_mended(said: &Said<'_>, at: usize, other: &Said<'_>) -> bool {
    let strange: Vec<usize> = said.words_of(at).filter(|&word| said.version.is[word].is_none()).collect();
    if strange.is_empty() {
        return is_of_mended(said, at, other);
    }
    strange.iter().all(|&word| is_mended_word(said, word, other))
}

/// Whether all words of a fact are in one of another kind, of which a word was mistyped here: "2 Febuary".
fn is_of_mended(said: &Said<'_>, at: usize, other: &Said<'_>) -> bool {
    let there = said.words_of(at).map(|word| {
        let place = said.version.is[word]?;
        let kinds = [Kind::Date, Kind::Figure].into_iter().filter(|&kind| kind != said.kind(at));
        kinds.filter_map(|kind| other.of_word.get(&(kind, place)).copied()).next()
    });
    let facts: Option<Vec<usize>> = there.collect();
    facts.is_some_and(|facts| {
        facts.iter().all(|&fact| {
            let mut strange =
                other.words_of(fact).filter(|&word| other.version.is[word].is_none()).peekable();
            strange.peek().is_some() && strange.all(|word| is_mended_word(other, word, said))
        })
    })
}

fn is_mended_word(said: &Said<'_>, at: usize, other: &Said<'_>) -> bool {
    let word = said.word(at).to_lowercase();
    let beside = |at: Option<usize>| at.map_or(String::new(), |at| said.word(at).to_lowercase());
    let (before, behind) = (beside(at.checked_sub(1)), beside(Some(at + 1)));
    let glued = [format!("{before}{word}"), format!("{word}{behind}")];
    there(said, at, other).any(|place| {
        let there = other.word(place).to_lowercase();
        let is_glued = there != word && glued.contains(&there);
        is_slip(&word, &there) || is_glued
    })
}

/// The words of the other version that stand behind the same word that both have, and before the next.
fn there<'a>(said: &'a Said<'_>, at: usize, other: &'a Said<'_>) -> impl Iterator<Item = usize> + 'a {
    let before = (0..at).rev().take(REACH).find_map(|before| said.version.is[before]);
    let first = before.map_or(0, |before| before + 1);
    let is_free = |place: &usize| other.version.is.get(*place).is_some_and(Option::is_none);
    (first..).take_while(is_free).take(REACH)
}
