//! The words by which figures, sources, negations and attribution are told, by language. The language
//! of a text is that whose commonest words stand in it most.

use super::words::{ARABIC, ENGLISH, FRENCH, GERMAN, RUSSIAN, SPANISH, UKRAINIAN};
use std::collections::HashMap;

/// The word lists of one language. In each, forms are parted by spaces, the words of a phrase by `_`;
/// with a key, `key: form form`, one key to a line.
pub(super) struct Language {
    /// The commonest words: how the language is told.
    pub common: &'static str,
    /// Number words by value.
    pub numbers: &'static str,
    /// What multiplies a number before it, by value.
    pub scales: &'static str,
    /// Numbers that say no number.
    pub vague: &'static str,
    /// What limits the number after it.
    pub qualifiers: &'static str,
    /// What stands between the ends of a range.
    pub to: &'static str,
    /// What joins number words.
    pub and: &'static str,
    /// Hundredths.
    pub percent: &'static str,
    /// Days of the week, by number from Monday.
    pub weekdays: &'static str,
    /// Months by number.
    pub months: &'static str,
    /// What became of people.
    pub outcomes: &'static str,
    /// Words that turn a statement round.
    pub negations: &'static str,
    /// Words that tell how a statement is put.
    pub verbs: &'static str,
    /// Phrases after which the source stands: keys of `verbs`.
    pub source_after: &'static str,
    /// What a name may begin with.
    pub determiners: &'static str,
    /// What may stand within a name.
    pub joiners: &'static str,
    /// What may stand between a source and its verb.
    pub skipped: &'static str,
    /// Words at which a name ends for certain.
    pub breaks: &'static str,
    /// Words that name nobody.
    pub pronouns: &'static str,
}

const LANGUAGES: [&Language; 7] = [&ENGLISH, &GERMAN, &FRENCH, &SPANISH, &RUSSIAN, &UKRAINIAN, &ARABIC];

/// What a word or phrase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Class {
    Number,
    Scale,
    Vague,
    Qualifier,
    To,
    And,
    Percent,
    Weekday,
    Month,
    Outcome,
    Negation,
    Verb,
    SourceAfter,
    Determiner,
    Joiner,
    Skipped,
    Break,
    Pronoun,
}

struct Entry {
    class: Class,
    key: &'static str,
    words: Vec<&'static str>,
}

/// The words of one language, to be looked up.
pub(super) struct Lexicon {
    by_first: HashMap<&'static str, Vec<Entry>>,
    is_arabic: bool,
    is_english: bool,
    is_german: bool,
}

impl Lexicon {
    /// For the language of `text`; English where none can be told.
    pub(super) fn of(text: &str) -> Self {
        let language = language_of(text);
        let mut lexicon = Self {
            by_first: HashMap::new(),
            is_arabic: std::ptr::eq(language, &raw const ARABIC),
            is_english: std::ptr::eq(language, &raw const ENGLISH),
            is_german: std::ptr::eq(language, &raw const GERMAN),
        };
        let lists = [
            (Class::Number, language.numbers),
            (Class::Scale, language.scales),
            (Class::Vague, language.vague),
            (Class::Qualifier, language.qualifiers),
            (Class::To, language.to),
            (Class::And, language.and),
            (Class::Percent, language.percent),
            (Class::Weekday, language.weekdays),
            (Class::Month, language.months),
            (Class::Outcome, language.outcomes),
            (Class::Negation, language.negations),
            (Class::Verb, language.verbs),
            (Class::SourceAfter, language.source_after),
            (Class::Determiner, language.determiners),
            (Class::Joiner, language.joiners),
            (Class::Skipped, language.skipped),
            (Class::Break, language.breaks),
            (Class::Pronoun, language.pronouns),
        ];
        for (class, list) in lists {
            lexicon.take(class, list);
        }
        lexicon
    }

    fn take(&mut self, class: Class, list: &'static str) {
        for line in list.lines() {
            let (key, forms) = line.split_once(": ").unwrap_or(("", line));
            for form in forms.split_whitespace() {
                let words: Vec<&str> = form.split('_').collect();
                let key = if key.is_empty() { form } else { key.trim() };
                let entries = self.by_first.entry(words[0]).or_default();
                // The longest phrase first.
                let at = entries.partition_point(|entry| words.len() <= entry.words.len());
                entries.insert(at, Entry { class, key, words });
            }
        }
    }

    /// The longest form of `class` that begins at `at` in lower-case words: its key, and of how many
    /// words it is.
    pub(super) fn find(&self, class: Class, words: &[String], at: usize) -> Option<(&'static str, usize)> {
        let word = words.get(at)?;
        let fits = |entry: &&Entry| {
            let rest = words.get(at + 1..at + entry.words.len());
            entry.class == class
                && rest
                    .is_some_and(|rest| rest.iter().zip(&entry.words[1..]).all(|(word, form)| word == form))
        };
        let found = self.by_first.get(word.as_str()).and_then(|entries| entries.iter().find(fits));
        if let Some(entry) = found {
            return Some((entry.key, entry.words.len()));
        }
        // "And" and "so" are letters before the word in Arabic.
        let bare = if self.is_arabic { word.strip_prefix(['و', 'ف']) } else { None };
        if let Some(bare) = bare {
            let entries = self.by_first.get(bare)?;
            return entries.iter().find(fits).map(|entry| (entry.key, entry.words.len()));
        }
        match class {
            Class::Negation if self.is_english && word.ends_with("n't") => Some(("not", 1)),
            _ => None,
        }
    }

    /// Whether the word at `at` is of `class`.
    pub(super) fn is(&self, class: Class, words: &[String], at: usize) -> bool {
        self.find(class, words, at).is_some()
    }

    /// The value of the number word at `at`, and of how many words it is.
    pub(super) fn number(&self, words: &[String], at: usize) -> Option<(u128, usize)> {
        if let Some((key, n_words)) = self.find(Class::Number, words, at) {
            return Some((key.parse().ok()?, n_words));
        }
        if !self.is_german {
            return None;
        }
        // "fünfunddreißig" is one word: the unit, "und", the ten.
        let (unit, ten) = words.get(at)?.split_once("und")?;
        let value = |word: &str| {
            let word = if word == "ein" { "eins" } else { word };
            let entries = self.by_first.get(word)?;
            entries.iter().find(|entry| entry.class == Class::Number)?.key.parse::<u128>().ok()
        };
        let (unit, ten) = (value(unit)?, value(ten)?);
        (unit < 10 && (20..100).contains(&ten)).then_some((ten + unit, 1))
    }
}

/// The language whose commonest words are most of the first words of `text`.
fn language_of(text: &str) -> &'static Language {
    const READ: usize = 20_000;
    let head = text.get(..text.floor_char_boundary(READ)).unwrap_or_default().to_lowercase();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for word in head.split(|c: char| !c.is_alphabetic()) {
        *counts.entry(word).or_default() += 1;
    }
    let count = |language: &Language| -> usize {
        language.common.split_whitespace().map(|word| counts.get(word).copied().unwrap_or_default()).sum()
    };
    let mut best = (0, LANGUAGES[0]);
    for language in LANGUAGES {
        let found = count(language);
        if best.0 < found {
            best = (found, language);
        }
    }
    best.1
}
