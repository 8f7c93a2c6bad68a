//! The words by which figures, sources, negations and attribution are told, by language. The language
//! of a text is that whose commonest words stand in it most.

mod forms;
mod lists;
mod vocabulary;

use super::numbers::digits;
use super::sentence::{Sentence, Word};
use super::words::{ARABIC, ENGLISH, FRENCH, GERMAN, RUSSIAN, SPANISH, UKRAINIAN};
pub(super) use lists::Language;
use std::collections::HashMap;
use std::sync::LazyLock;
pub(in crate::language) use vocabulary::WordId;
use vocabulary::each_form;

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
    Share,
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

impl Class {
    /// Whether its words are numbers, or parts of them.
    fn is_of_numbers(self) -> bool {
        matches!(self, Self::Number | Self::Within | Self::Scale)
    }

    fn bit(self) -> u64 {
        1 << (self as u8)
    }
}

struct Entry {
    class: Class,
    key: &'static str,
    /// Its words behind the first, by which it is looked up.
    rest: Vec<WordId>,
}

impl Entry {
    fn n_words(&self) -> usize {
        1 + self.rest.len()
    }

    /// Whether the words behind the first stand there.
    fn stands(&self, words: &[Word], at: usize) -> bool {
        self.rest.is_empty()
            || words.get(at + 1..at + self.n_words()).is_some_and(|words| {
                words.iter().zip(&self.rest).all(|(word, form)| word.id() == Some(*form))
            })
    }
}

/// What begins with a word.
#[derive(Default)]
struct Forms {
    /// The classes of the entries, a bit for each.
    classes: u64,
    /// The longest first.
    entries: Vec<Entry>,
}

impl Forms {
    fn has(&self, class: Class) -> bool {
        self.classes & class.bit() != 0
    }

    /// The longest of a class that stands at a word.
    fn find(&self, class: Class, words: &[Word], at: usize) -> Option<&Entry> {
        let fits = |entry: &&Entry| entry.class == class && entry.stands(words, at);
        if self.has(class) { self.entries.iter().find(fits) } else { None }
    }
}

static LEXICONS: LazyLock<Vec<Lexicon>> = LazyLock::new(|| LISTS.into_iter().map(Lexicon::new).collect());

/// The words of one language, to be looked up.
pub struct Lexicon {
    /// By the number of the first word.
    by_first: Vec<Forms>,
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
            by_first: Vec::new(),
            is_arabic: std::ptr::eq(language, &raw const ARABIC),
            is_english: std::ptr::eq(language, &raw const ENGLISH),
            is_german: std::ptr::eq(language, &raw const GERMAN),
            is_spanish: std::ptr::eq(language, &raw const SPANISH),
            has_articles: !language.articles.is_empty(),
        };
        for (class, list) in language.lists() {
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
    fn longest(&self, words: &[Word], at: usize) -> usize {
        let Some(word) = words.get(at) else { return 0 };
        let forms = self.forms(word).map_or(&[][..], |forms| &forms.entries);
        if let Some(listed) = forms.iter().find(|entry| entry.stands(words, at)) {
            return listed.n_words();
        }
        let any = [Class::Number, Class::Scale, Class::Outcome, Class::Qualifier];
        let is_other = (self.is_english || self.is_german || self.is_arabic)
            && (self.number(words, at).is_some() || any.iter().any(|&class| self.is(class, words, at)));
        usize::from(is_other)
    }

    /// What begins with a word.
    fn forms(&self, word: &Word) -> Option<&Forms> {
        self.by_first.get(word.id()?.place())
    }

    /// The value of a number word.
    fn listed(&self, word: &str) -> Option<u128> {
        let forms = self.by_first.get(WordId::of(word)?.place()).filter(|forms| forms.has(Class::Number))?;
        forms.entries.iter().find(|entry| entry.class == Class::Number)?.key.parse().ok()
    }

    fn take(&mut self, class: Class, list: &'static str) {
        each_form(list, self.is_spanish && class.is_of_numbers(), |key, form| {
            let mut words = form.split('_').filter_map(WordId::of);
            let Some(first) = words.next() else { return };
            let rest: Vec<WordId> = words.collect();
            if self.by_first.len() <= first.place() {
                self.by_first.resize_with(first.place() + 1, Forms::default);
            }
            let forms = &mut self.by_first[first.place()];
            forms.classes |= class.bit();
            // The longest phrase first.
            let at = forms.entries.partition_point(|entry| rest.len() < entry.n_words());
            forms.entries.insert(at, Entry { class, key, rest });
        });
    }

    /// The longest form of `class` that begins at `at` in lower-case words: its key, and of how many
    /// words it is.
    pub fn find(&self, class: Class, words: &[Word], at: usize) -> Option<(&'static str, usize)> {
        let word = words.get(at)?;
        if let Some(entry) = self.forms(word).and_then(|forms| forms.find(class, words, at)) {
            return Some((entry.key, entry.n_words()));
        }
        if self.is_arabic {
            let is_number = class.is_of_numbers() || matches!(class, Class::People | Class::Population);
            let found = forms::arabic_stems(word, is_number)
                .find_map(|stem| self.by_first.get(WordId::of(stem)?.place())?.find(class, words, at));
            return found.map(|entry| (entry.key, entry.n_words()));
        }
        match class {
            Class::Negation if self.is_english && word.ends_with("n't") => Some(("not", 1)),
            Class::Sureness if self.is_english && word.ends_with("'ll") => Some(("will", 1)),
            _ => None,
        }
    }

    /// Whether the word at `at` is of `class`.
    pub fn is(&self, class: Class, words: &[Word], at: usize) -> bool {
        self.find(class, words, at).is_some()
    }

    /// The value of a word that is a number only behind another: "un" in "vingt et un".
    pub fn within(&self, words: &[Word], at: usize) -> Option<(u128, usize)> {
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

    /// The code of its language (ISO 639-1).
    pub fn code(&self) -> &'static str {
        let at = LEXICONS.iter().position(|lexicon| std::ptr::eq(lexicon, self));
        LANGUAGES[at.unwrap_or_default()]
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
        let forms = WordId::of(word).and_then(|id| self.by_first.get(id.place()));
        let listed =
            forms.and_then(|forms| forms.entries.iter().find(|entry| entry.class == Class::WithHalf));
        match listed {
            Some(entry) => entry.key.parse().ok(),
            None if self.is_german => {
                let before = word.trim_end_matches('e').strip_suffix("einhalb")?;
                self.listed(before).or_else(|| self.german(before))
            }
            None => None,
        }
    }

    /// The value of the number word at `at`, and of how many words it is.
    pub fn number(&self, words: &[Word], at: usize) -> Option<(u128, usize)> {
        if let Some((key, n_words)) = self.find(Class::Number, words, at) {
            return Some((key.parse().ok()?, n_words));
        }
        if self.is_english {
            // "Twenty-one" in one word, which the end of a line had broken: no list has it.
            let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
            let word = words.get(at).filter(|word| word.id().is_none())?;
            let (ten, unit) =
                tens.iter().zip(2..).find_map(|(ten, n)| Some((n * 10, word.strip_prefix(ten)?)))?;
            return self.listed(unit).filter(|unit| (1..10).contains(unit)).map(|unit| (ten + unit, 1));
        }
        if !self.is_german {
            return None;
        }
        self.german(words.get(at)?).map(|value| (value, 1))
    }

    /// "Fünfunddreißig": a number that German writes as one word.
    fn german(&self, word: &str) -> Option<u128> {
        forms::german(word, &|word| self.listed(word))
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
