//! The words by which figures, sources, negations and attribution are told, by language. The language
//! of a text is that whose commonest words stand in it most.

mod forms;
mod lists;

use super::numbers::digits;
use super::sentence::{Sentence, folded};
use super::words::{ARABIC, ENGLISH, FRENCH, GERMAN, RUSSIAN, SCALES, SIGNS, SPANISH, UKRAINIAN};
pub(super) use lists::Language;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The codes of the languages that we read (ISO 639-1).
pub const LANGUAGES: [&str; 7] = ["en", "de", "fr", "es", "ru", "uk", "ar"];

/// Their word lists, in the same order.
const LISTS: [&Language; 7] = [&ENGLISH, &GERMAN, &FRENCH, &SPANISH, &RUSSIAN, &UKRAINIAN, &ARABIC];

/// What a word or phrase is: see the lists of the same names in `Language`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    Number,
    Within,
    Scale,
    Bare,
    Part,
    AndHalf,
    WithHalf,
    Rounded,
    OrEqual,
    EqualOr,
    Comparative,
    Than,
    Article,
    Vague,
    Qualifier,
    LimitBehind,
    From,
    To,
    Or,
    And,
    Percent,
    Weekday,
    Month,
    Relative,
    Nth,
    Sureness,
    Unit,
    People,
    Plain,
    Outcome,
    Harm,
    Person,
    Population,
    Course,
    Including,
    Another,
    More,
    Passive,
    Auxiliary,
    Negation,
    Verb,
    SourceAfter,
    Clause,
    Determiner,
    Joiner,
    Skipped,
    Break,
    Pronoun,
    Common,
}

struct Entry {
    class: Class,
    key: &'static str,
    words: Vec<String>,
}

impl Entry {
    /// Whether the words behind the first, which is looked up, stand there.
    fn stands(&self, words: &[String], at: usize) -> bool {
        let rest = words.get(at + 1..at + self.words.len());
        rest.is_some_and(|rest| rest.iter().zip(&self.words[1..]).all(|(word, form)| word == form))
    }
}

static LEXICONS: LazyLock<Vec<Lexicon>> = LazyLock::new(|| LISTS.into_iter().map(Lexicon::new).collect());

/// The words of one language, to be looked up.
pub struct Lexicon {
    by_first: HashMap<String, Vec<Entry>>,
    is_arabic: bool,
    is_english: bool,
    is_german: bool,
    is_spanish: bool,
    has_articles: bool,
}

impl Lexicon {
    /// For the language of `text`; English where none can be told.
    pub fn of(text: &str) -> &'static Self {
        &LEXICONS[place_of(text)]
    }

    /// For a language by its code (ISO 639-1): `en`.
    pub fn named(code: &str) -> Option<&'static Self> {
        LANGUAGES.iter().position(|name| *name == code).and_then(|at| LEXICONS.get(at))
    }

    /// For the languages that know most words of `sentence`, where a few words are all there is; none where
    /// no language knows one. Several may know as many.
    pub fn of_few(sentence: &Sentence<'_>) -> Vec<&'static Self> {
        let known: Vec<usize> = LEXICONS.iter().map(|lexicon| lexicon.n_known(sentence)).collect();
        let most = known.iter().copied().max().unwrap_or_default();
        let best = LEXICONS.iter().zip(known).filter(|&(_, known)| 0 < most && known == most);
        best.map(|(lexicon, _)| lexicon).collect()
    }

    fn new(language: &Language) -> Self {
        let mut lexicon = Self {
            by_first: HashMap::new(),
            is_arabic: std::ptr::eq(language, &raw const ARABIC),
            is_english: std::ptr::eq(language, &raw const ENGLISH),
            is_german: std::ptr::eq(language, &raw const GERMAN),
            is_spanish: std::ptr::eq(language, &raw const SPANISH),
            has_articles: !language.articles.is_empty(),
        };
        let lists = [
            (Class::Number, language.numbers),
            (Class::Within, language.within),
            (Class::Scale, language.scales),
            (Class::Scale, SCALES),
            (Class::Bare, language.bare),
            (Class::Part, language.parts),
            (Class::AndHalf, language.and_half),
            (Class::WithHalf, language.with_half),
            (Class::Rounded, language.rounded),
            (Class::OrEqual, language.or_equal),
            (Class::EqualOr, language.equal_or),
            (Class::Comparative, language.comparatives),
            (Class::Than, language.than),
            (Class::Article, language.articles),
            (Class::Vague, language.vague),
            (Class::Qualifier, language.qualifiers),
            (Class::Qualifier, SIGNS),
            (Class::LimitBehind, language.limits_behind),
            (Class::LimitBehind, "at least: +"),
            (Class::From, language.from),
            (Class::To, language.to),
            (Class::Or, language.or),
            (Class::And, language.and),
            (Class::Percent, language.percent),
            (Class::Weekday, language.weekdays),
            (Class::Month, language.months),
            (Class::Relative, language.relative),
            (Class::Nth, language.nth),
            (Class::Sureness, language.sureness),
            (Class::Unit, language.units),
            (Class::People, language.people),
            (Class::Plain, language.plain),
            (Class::Outcome, language.outcomes),
            (Class::Harm, language.harm),
            (Class::Person, language.person),
            (Class::Population, language.population),
            (Class::Course, language.course),
            (Class::Including, language.including),
            (Class::Another, language.another),
            (Class::More, language.more),
            (Class::Passive, language.passive),
            (Class::Auxiliary, language.auxiliary),
            (Class::Negation, language.negations),
            (Class::Verb, language.verbs),
            (Class::SourceAfter, language.source_after),
            (Class::Clause, language.clauses),
            (Class::Determiner, language.determiners),
            (Class::Joiner, language.joiners),
            (Class::Skipped, language.skipped),
            (Class::Break, language.breaks),
            (Class::Pronoun, language.pronouns),
            (Class::Common, language.common),
        ];
        for (class, list) in lists {
            lexicon.take(class, list);
        }
        lexicon
    }

    /// How many words of a sentence are part of a form in this language.
    fn n_known(&self, sentence: &Sentence<'_>) -> usize {
        let lower = &sentence.lower;
        let (mut at, mut known) = (0, 0);
        while at < lower.len() {
            let longest = if sentence.is_word(at) { self.longest(lower, at) } else { 0 };
            known += longest;
            at += longest.max(1);
        }
        known
    }

    /// Of how many words the longest form of any class is that begins at `at`; 0: none does.
    fn longest(&self, words: &[String], at: usize) -> usize {
        let Some(word) = words.get(at) else { return 0 };
        let forms = self.by_first.get(word.as_str()).into_iter().flatten();
        let listed = forms.filter(|entry| entry.stands(words, at)).map(|entry| entry.words.len()).max();
        let any = [Class::Number, Class::Scale, Class::Outcome, Class::Qualifier];
        let is_other =
            || self.number(words, at).is_some() || any.iter().any(|&class| self.is(class, words, at));
        listed.unwrap_or_else(|| usize::from(is_other()))
    }

    fn take(&mut self, class: Class, list: &'static str) {
        for line in list.lines() {
            let (key, forms) = line.split_once(": ").unwrap_or(("", line));
            for form in forms.split_whitespace() {
                let key = if key.is_empty() { form } else { key.trim() };
                let plain: String = form.chars().filter_map(folded).collect();
                // Accents are often left out.
                let bare = self.is_spanish && matches!(class, Class::Number | Class::Within | Class::Scale);
                let without = if bare { forms::without_accents(&plain) } else { plain.clone() };
                for form in std::iter::once(&plain).chain((without != plain).then_some(&without)) {
                    let words: Vec<String> = form.split('_').map(str::to_owned).collect();
                    let entries = self.by_first.entry(words[0].clone()).or_default();
                    // The longest phrase first.
                    let at = entries.partition_point(|entry| words.len() <= entry.words.len());
                    entries.insert(at, Entry { class, key, words });
                }
            }
        }
    }

    /// The longest form of `class` that begins at `at` in lower-case words: its key, and of how many
    /// words it is.
    pub fn find(&self, class: Class, words: &[String], at: usize) -> Option<(&'static str, usize)> {
        let word = words.get(at)?;
        let fits = |entry: &&Entry| entry.class == class && entry.stands(words, at);
        let found = self.by_first.get(word.as_str()).and_then(|entries| entries.iter().find(fits));
        if let Some(entry) = found {
            return Some((entry.key, entry.words.len()));
        }
        if self.is_arabic {
            let bare = forms::arabic_stems(
                word,
                matches!(
                    class,
                    Class::Number | Class::Within | Class::Scale | Class::People | Class::Population
                ),
            )
            .find_map(|stem| self.by_first.get(stem)?.iter().find(fits));
            return bare.map(|entry| (entry.key, entry.words.len()));
        }
        match class {
            Class::Negation if self.is_english && word.ends_with("n't") => Some(("not", 1)),
            Class::Sureness if self.is_english && word.ends_with("'ll") => Some(("will", 1)),
            _ => None,
        }
    }

    /// Whether the word at `at` is of `class`.
    pub fn is(&self, class: Class, words: &[String], at: usize) -> bool {
        self.find(class, words, at).is_some()
    }

    /// The value of a word that is a number only behind another: "un" in "vingt et un".
    pub fn within(&self, words: &[String], at: usize) -> Option<(u128, usize)> {
        let (key, n_words) = self.find(Class::Within, words, at)?;
        Some((key.parse().ok()?, n_words))
    }

    /// The value of digits with one sign and three digits behind it, in thousandths, where this language
    /// writes decimals so: "2.345" in English, "2,345" in the others.
    pub fn decimals(&self, word: &str) -> Option<u128> {
        let (whole, thousandths) = word.split_once(if self.is_english { '.' } else { ',' })?;
        let value = digits(whole)?.checked_add(digits(thousandths)? / 1000)?;
        (thousandths.chars().count() == 3).then_some(value)
    }

    pub(super) fn is_english(&self) -> bool {
        self.is_english
    }

    /// Whether nouns of this language have articles before them.
    pub(super) fn has_articles(&self) -> bool {
        self.has_articles
    }

    pub(super) fn is_arabic(&self) -> bool {
        self.is_arabic
    }

    /// What stands before the half in a word for so much and a half: 1 in "anderthalb", 2 in "zweieinhalb".
    pub(super) fn with_half(&self, word: &str) -> Option<u128> {
        let listed = self
            .by_first
            .get(word)
            .and_then(|entries| entries.iter().find(|entry| entry.class == Class::WithHalf));
        match listed {
            Some(entry) => entry.key.parse().ok(),
            None if self.is_german => self.german(word.trim_end_matches('e').strip_suffix("einhalb")?),
            None => None,
        }
    }

    /// The value of the number word at `at`, and of how many words it is.
    pub fn number(&self, words: &[String], at: usize) -> Option<(u128, usize)> {
        if let Some((key, n_words)) = self.find(Class::Number, words, at) {
            return Some((key.parse().ok()?, n_words));
        }
        if self.is_english {
            // "Twenty-one" in one word, which the end of a line had broken.
            let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
            let word = words.get(at)?;
            let (ten, unit) =
                tens.iter().zip(2..).find_map(|(ten, n)| Some((n * 10, word.strip_prefix(ten)?)))?;
            let entries = self.by_first.get(unit)?;
            let unit: u128 = entries.iter().find(|entry| entry.class == Class::Number)?.key.parse().ok()?;
            return (1..10).contains(&unit).then_some((ten + unit, 1));
        }
        if !self.is_german {
            return None;
        }
        self.german(words.get(at)?).map(|value| (value, 1))
    }

    /// "Fünfunddreißig": a number that German writes as one word.
    fn german(&self, word: &str) -> Option<u128> {
        forms::german(word, &|word| {
            let entries = self.by_first.get(word)?;
            entries.iter().find(|entry| entry.class == Class::Number)?.key.parse().ok()
        })
    }
}

/// The code of the language of `text` (ISO 639-1); English where none can be told.
pub fn language_of(text: &str) -> &'static str {
    LANGUAGES[place_of(text)]
}

/// The place in the list of the language whose commonest words are most of the first words of `text`.
fn place_of(text: &str) -> usize {
    const READ: usize = 20_000;
    let head = text.get(..text.floor_char_boundary(READ)).unwrap_or_default().to_lowercase();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for word in head.split(|c: char| !c.is_alphabetic()) {
        *counts.entry(word).or_default() += 1;
    }
    let count = |language: &Language| -> usize {
        language.common.split_whitespace().map(|word| counts.get(word).copied().unwrap_or_default()).sum()
    };
    let mut best = (0, 0);
    for (at, language) in LISTS.into_iter().enumerate() {
        let found = count(language);
        if best.0 < found {
            best = (found, at);
        }
    }
    best.1
}
