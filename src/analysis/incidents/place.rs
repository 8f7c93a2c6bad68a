//! Whether two names of places may be one, and which places a passage names: for proposals, which a person looks at.
//! Nothing is equated.

use crate::library::Entry;
use std::collections::{BTreeMap, HashMap};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words of a place's name that tell no place from another.
const GENERAL: [&str; 22] = [
    "the",
    "of",
    "in",
    "near",
    "al",
    "el",
    "city",
    "town",
    "village",
    "province",
    "governorate",
    "district",
    "region",
    "area",
    "countryside",
    "suburb",
    "suburbs",
    "neighbourhood",
    "neighborhood",
    "north",
    "south",
    "syria",
];

/// Names of places, each once, and which of them may be one.
#[derive(Debug, Default)]
pub(super) struct Places {
    numbers: HashMap<Box<str>, usize>,
    words: Vec<Vec<String>>,
    compared: HashMap<(usize, usize), bool>,
    /// Of each of the first so many names, those of them that may be one with it.
    like: Vec<Vec<usize>>,
}

impl Places {
    /// The numbers of two names; none of what names nothing.
    pub(super) fn of(&mut self, names: [&str; 2]) -> impl Iterator<Item = usize> + use<> {
        names.map(|name| self.number(name)).into_iter().flatten()
    }

    /// The number of a name; `None` where it names nothing.
    pub(super) fn number(&mut self, name: &str) -> Option<usize> {
        if let Some(&number) = self.numbers.get(name) {
            return Some(number)
                .filter(|&number| self.words.get(number).is_some_and(|words| !words.is_empty()));
        }
        let number = self.words.len();
        self.numbers.insert(name.into(), number);
        let words = words(name);
        let is_empty = words.is_empty();
        self.words.push(words);
        (!is_empty).then_some(number)
    }

    /// Those of all names that there are by now which may be one with this, itself among them.
    pub(super) fn like(&mut self, place: usize) -> Vec<usize> {
        while self.like.len() < self.words.len() {
            let new = self.like.len();
            let like: Vec<usize> = (0..=new).filter(|&other| self.may_be_one(new, other)).collect();
            for &other in like.iter().filter(|other| **other != new) {
                if let Some(others) = self.like.get_mut(other) {
                    others.push(new);
                }
            }
            self.like.push(like);
        }
        self.like.get(place).cloned().unwrap_or_default()
    }

    /// Whether both may be one place: the words of one are among those of the other, each spelt alike.
    pub(super) fn may_be_one(&mut self, one: usize, other: usize) -> bool {
        if one == other {
            return true;
        }
        let key = (one.min(other), one.max(other));
        if let Some(&known) = self.compared.get(&key) {
            return known;
        }
        let (Some(a), Some(b)) = (self.words.get(one), self.words.get(other)) else { return false };
        let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        let may_be = few.iter().all(|word| many.iter().any(|other| is_spelt_alike(word, other)));
        self.compared.insert(key, may_be);
        may_be
    }
}

/// The places that the articles of a folder are about: what may be a place where a passage has its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Gazetteer {
    /// Names by the first of their telling words.
    by_first: BTreeMap<String, Vec<Named>>,
}

/// A name with its telling words.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Named {
    words: Vec<String>,
    name: Box<str>,
}

/// Longer names of one word may be spelt otherwise in a passage: "Hasakah" in an article on "Hasakeh".
const SPELT_OTHERWISE: usize = 6;

impl Gazetteer {
    pub(super) fn of<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Self {
        let mut names: Vec<&str> = entries.into_iter().map(|entry| &*entry.place).collect();
        names.sort_unstable();
        names.dedup();
        let mut by_first: BTreeMap<String, Vec<Named>> = BTreeMap::new();
        for name in names {
            let words = words(name);
            if let Some(first) = words.first() {
                by_first.entry(first.clone()).or_default().push(Named { words, name: name.into() });
            }
        }
        Self { by_first }
    }

    /// The one place that a passage names besides that of its article; `None` where it names that too, or several.
    pub(super) fn named_in(&self, passage: &str, of_article: &str) -> Option<&str> {
        if self.by_first.is_empty() {
            return None;
        }
        let names = passage.split(|c: char| !c.is_alphanumeric()).filter(|word| 1 < word.chars().count());
        // What is written small is a common word in languages that have large letters.
        let names: Vec<Option<String>> = names
            .map(|word| (plain(word), word.starts_with(char::is_lowercase)))
            .filter(|(plain, _)| !GENERAL.contains(&plain.as_str()))
            .map(|(plain, is_small)| (!is_small).then(|| once(plain)))
            .collect();
        let own = words(of_article);
        let mut only: Option<&str> = None;
        for at in 0..names.len() {
            let rest = names.get(at..).unwrap_or_default();
            if !own.is_empty() && begins_with(rest, &own) {
                return None;
            }
            let Some(named) = self.at(rest) else { continue };
            if named.words == own || only.replace(&named.name).is_some_and(|before| before != &*named.name) {
                return None;
            }
        }
        only
    }

    /// The longest name that stands at the beginning of words.
    fn at(&self, words: &[Option<String>]) -> Option<&Named> {
        let first = words.first()?.as_ref()?;
        let exact = self.by_first.get(first).into_iter().flatten();
        let found = exact.filter(|own| begins_with(words, &own.words)).max_by_key(|own| own.words.len());
        found.or_else(|| {
            // Those that may be spelt so have the same first letter.
            let letter = first.chars().next();
            let from: String = letter.into_iter().collect();
            let mut near = self.by_first.range(from..).take_while(|(word, _)| word.chars().next() == letter);
            near.find_map(|(_, all)| {
                all.iter().find(|own| own.words.len() == 1 && begins_with(words, &own.words))
            })
        })
    }
}

/// Whether words begin with those of a name, each spelt alike where it is long.
fn begins_with(words: &[Option<String>], name: &[String]) -> bool {
    let is_one = |(word, own): (&Option<String>, &String)| {
        word.as_ref().is_some_and(|word| {
            let is_long = SPELT_OTHERWISE <= own.chars().count() && SPELT_OTHERWISE <= word.chars().count();
            word == own || is_long && is_spelt_alike(word, own)
        })
    };
    name.len() <= words.len() && words.iter().zip(name).all(is_one)
}

/// Small letters without accents.
fn plain(name: &str) -> String {
    name.nfkd().filter(|&c| !is_combining_mark(c)).collect::<String>().to_lowercase()
}

/// The telling words of a name: small letters without accents, doubled ones once.
fn words(name: &str) -> Vec<String> {
    let plain = plain(name);
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| 1 < word.chars().count());
    let doubled = |word: &str| once(word.to_owned());
    let mut telling: Vec<String> =
        words.clone().filter(|word| !GENERAL.contains(word)).map(doubled).collect();
    if telling.is_empty() {
        telling = words.map(doubled).collect();
    }
    telling
}

/// A word in which no letter stands twice in a row.
fn once(word: String) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}

/// Whether transliteration may have made two words of one: a letter more, less or other in a word of four,
/// two from six on, and the same first letter.
fn is_spelt_alike(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let shorter = a.len().min(b.len());
    let most = match shorter {
        0..4 => 0,
        4..6 => 1,
        _ => 2,
    };
    a.first() == b.first() && 0 < most && distance(&a, &b) <= most
}

/// Levenshtein's distance, row by row.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (cell, y) in row.iter_mut().skip(1).zip(b) {
            let above = *cell;
            *cell = (diagonal + usize::from(x != y)).min(above + 1).min(left + 1);
            (diagonal, left) = (above, *cell);
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(a.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transliterations_may_be_one_and_other_towns_are_not() {
        let mut places = Places::default();
        let mut may = |one: &str, other: &str| {
            let (one, other) = (places.number(one).expect("a place"), places.number(other).expect("a place"));
            places.may_be_one(one, other)
        };
        for (one, other) in [
            ("Raqqa", "raqa"),
            ("Hasaka", "Hasakeh"),
            ("al-Rashidin, Aleppo", "aleppo"),
            ("the city of Homs", "Homs province"),
            ("Lattakia", "Latakia"),
        ] {
            assert!(may(one, other), "{one}, {other}");
        }
        for (one, other) in [("Homs", "Hama"), ("Idlib", "Aleppo"), ("Daraa", "Darayya near Damascus")] {
            assert!(!may(one, other), "{one}, {other}");
        }
    }
}
