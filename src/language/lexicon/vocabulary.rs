//! The words of all lists, each with a number: a text's words are looked up once, and compared by number then.

use super::{LISTS, forms};
use crate::language::folding::folded;
use crate::language::words::SPANISH;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The number of a word that stands in a list, whatever list that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::language) struct WordId(u16);

static NUMBERS: LazyLock<HashMap<String, WordId>> = LazyLock::new(numbered);

impl WordId {
    /// The number of a word in small letters, as it is compared; none where no list has it.
    pub(in crate::language) fn of(word: &str) -> Option<Self> {
        NUMBERS.get(word).copied()
    }

    pub(super) fn place(self) -> usize {
        usize::from(self.0)
    }
}

/// All words of all lists, numbered in the order of the lists, so that those of one language are beside each other.
fn numbered() -> HashMap<String, WordId> {
    let mut all: HashMap<String, WordId> = HashMap::new();
    for language in LISTS {
        for (class, list) in language.lists() {
            let is_bare = std::ptr::eq(language, &raw const SPANISH) && class.is_of_numbers();
            each_form(list, is_bare, |_, form| {
                for word in form.split('_') {
                    let next = u16::try_from(all.len()).map_or(WordId(u16::MAX), WordId);
                    if !all.contains_key(word) {
                        all.insert(word.to_owned(), next);
                    }
                }
            });
        }
    }
    all
}

/// Does something with each form of a list and its key; `is_bare`: also without its accents, which are often left out.
pub(super) fn each_form(list: &'static str, is_bare: bool, mut take: impl FnMut(&'static str, &str)) {
    for line in list.lines() {
        let (key, forms) = line.split_once(": ").unwrap_or(("", line));
        for form in forms.split_whitespace() {
            let key = if key.is_empty() { form } else { key.trim() };
            let plain: String = form.chars().filter_map(folded).collect();
            take(key, &plain);
            let without = if is_bare { forms::without_accents(&plain) } else { String::new() };
            if is_bare && without != plain {
                take(key, &without);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_a_number_of_its_own() {
        let mut places: Vec<usize> = NUMBERS.values().map(|id| id.place()).collect();
        places.sort_unstable();
        assert_eq!(places, (0..NUMBERS.len()).collect::<Vec<_>>());
        assert!(WordId::of("killed").is_some() && WordId::of("blorp").is_none());
    }
}
