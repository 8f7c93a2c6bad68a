//! Which spellings are like each other. It is pointed out and nothing more: "Iraq" and "Iran" are alike too.

use super::super::names::{are_spelt_alike, initials};
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// Articles that a name may have or not.
const ARTICLES: [&str; 10] = ["the", "a", "an", "al", "el", "der", "die", "das", "la", "le"];
/// The shortest initials that may differ in one letter: "ISIL" and "ISIS".
const SHORTEST: usize = 4;

/// Pairs of like names, by their numbers, the smaller first.
pub(super) fn alike<'a>(names: impl Iterator<Item = &'a str>) -> Vec<(usize, usize)> {
    let folded: Vec<Folded> = names.map(Folded::of).collect();
    // Names that are alike begin alike, or one is the initials of the other.
    let mut by_first: BTreeMap<char, Vec<usize>> = BTreeMap::new();
    for (nth, name) in folded.iter().enumerate() {
        if let Some(first) = name.plain.chars().next() {
            by_first.entry(first).or_default().push(nth);
        }
    }
    let mut pairs = Vec::new();
    for numbers in by_first.values() {
        for (at, &a) in numbers.iter().enumerate() {
            for &b in numbers.iter().skip(at.saturating_add(1)) {
                let (Some(one), Some(other)) = (folded.get(a), folded.get(b)) else { continue };
                if one.is_like(other) {
                    pairs.push((a.min(b), a.max(b)));
                }
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// A name without capitals, accents, stops and articles.
struct Folded {
    plain: String,
    initials: Option<String>,
    is_short: bool,
}

impl Folded {
    fn of(name: &str) -> Self {
        let letters = name.nfkd().filter(|&c| !unicode_normalization::char::is_combining_mark(c));
        let lower: String = letters.flat_map(char::to_lowercase).collect();
        let words: Vec<String> = lower
            .split(|c: char| !c.is_alphanumeric() && c != '.')
            .map(|word| word.chars().filter(|c| *c != '.').collect::<String>())
            .filter(|word| !word.is_empty())
            .collect();
        let named: Vec<&str> =
            words.iter().map(String::as_str).skip_while(|word| ARTICLES.contains(word)).collect();
        let plain = if named.is_empty() { words.join(" ") } else { named.join(" ") };
        let is_short = !plain.contains(' ') && !name.chars().any(char::is_lowercase);
        Self { initials: initials(&plain), plain, is_short }
    }

    fn is_like(&self, other: &Self) -> bool {
        are_spelt_alike(&self.plain, &other.plain)
            || self.initials.as_ref() == Some(&other.plain)
            || other.initials.as_ref() == Some(&self.plain)
            || self.is_short && other.is_short && is_one_letter_off(&self.plain, &other.plain)
    }
}

fn is_one_letter_off(one: &str, other: &str) -> bool {
    let n = one.chars().count();
    let n_other = one.chars().zip(other.chars()).filter(|(a, b)| a != b).count();
    SHORTEST <= n && n == other.chars().count() && n_other == 1
}
