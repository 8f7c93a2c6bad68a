//! A sentence with what its words are, and what stands where.

use crate::language::cues::{Cues, Form, Forms, Part};
use crate::language::sentence::{Sentence, Word};
use crate::text::TextRange;
use std::ops::Range;

/// Signs that begin or end a quotation.
const QUOTES: [&str; 8] = ["\"", "“", "”", "„", "«", "»", "‟", "‘"];
const OPENING: [&str; 5] = ["\"", "“", "„", "«", "‘"];

/// A sentence with what each word may be.
pub(in crate::language) struct Read<'a> {
    pub(in crate::language) sentence: Sentence<'a>,
    text: &'a str,
    forms: Vec<&'a Forms>,
    is_inflected: bool,
    endings: &'a [String],
}

impl<'a> Read<'a> {
    pub(in crate::language) fn new(text: &'a str, sentence: Sentence<'a>, cues: &'a Cues) -> Self {
        let forms = sentence.lower.iter().map(|word| cues.at(word)).collect();
        let (is_inflected, endings) = (cues.inflects(), cues.endings());
        Self { sentence, text, forms, is_inflected, endings }
    }

    /// Whether it is of a language whose regular verbs are told by their endings: English.
    pub(in crate::language) fn is_inflected(&self) -> bool {
        self.is_inflected
    }

    /// Whether a word ends as words do that say what something is like: "shameful".
    pub(in crate::language) fn is_describing(&self, at: usize) -> bool {
        const LEAST: usize = 6;
        let word = self.lower(at);
        LEAST <= word.len() && self.endings.iter().any(|ending| word.ends_with(ending.as_str()))
    }

    /// How many words and signs there are.
    pub(in crate::language) fn len(&self) -> usize {
        self.sentence.lower.len()
    }

    /// A word in small letters; empty beyond the ends.
    pub(in crate::language) fn lower(&self, at: usize) -> &str {
        self.sentence.lower.get(at).map_or("", Word::as_str)
    }

    /// The longest form of `part` that begins at a word.
    pub(in crate::language) fn find(&self, part: Part, at: usize) -> Option<&'a Form> {
        let forms = self.forms.get(at).filter(|forms| forms.has(part))?;
        forms.find(|form| form.part == part, &self.sentence.lower, at)
    }

    /// The longest form that begins at a word and fits.
    pub(in crate::language) fn first(&self, at: usize, fits: impl Fn(&Form) -> bool) -> Option<&'a Form> {
        self.forms.get(at)?.find(fits, &self.sentence.lower, at)
    }

    pub(in crate::language) fn is(&self, part: Part, at: usize) -> bool {
        self.find(part, at).is_some()
    }

    pub(in crate::language) fn is_capital(&self, at: usize) -> bool {
        self.sentence.is_capital(at)
    }

    pub(in crate::language) fn is_sign(&self, at: usize) -> bool {
        at < self.len() && !self.sentence.is_word(at)
    }

    pub(in crate::language) fn is_quote(&self, at: usize) -> bool {
        self.sentence.is(at, &QUOTES) || self.is_doubled(at)
    }

    /// An apostrophe of two that stand for a quotation mark.
    fn is_doubled(&self, at: usize) -> bool {
        let is_apostrophe = |at: usize| matches!(self.lower(at), "'" | "‘");
        let with_next = |at: usize| is_apostrophe(at) && is_apostrophe(at + 1) && self.sentence.touches(at);
        with_next(at) || at.checked_sub(1).is_some_and(with_next)
    }

    pub(in crate::language) fn opens_quote(&self, at: usize) -> bool {
        self.sentence.is(at, &OPENING) || self.is_doubled(at)
    }

    pub(in crate::language) fn is_comma(&self, at: usize) -> bool {
        self.sentence.is(at, &[",", "،"])
    }

    /// "He's", "they've", and pronouns as they are.
    pub(in crate::language) fn is_pronoun(&self, at: usize) -> bool {
        let word = self.lower(at);
        self.is(Part::Pronoun, at)
            || word.split_once('\'').is_some_and(|(pronoun, _)| {
                matches!(pronoun, "he" | "she" | "they" | "we" | "i" | "you" | "it" | "who")
            })
    }

    /// "Trump's"
    pub(in crate::language) fn is_possessive(&self, at: usize) -> bool {
        let word = self.lower(at);
        (word.ends_with("'s") || word.ends_with("s'")) && !self.is_pronoun(at)
    }

    /// What may stand between a subject and its verb.
    pub(in crate::language) fn is_between(&self, at: usize) -> bool {
        self.is(Part::Between, at)
            || self.is(Part::Day, at)
            || self.lower(at).len() > 4 && self.lower(at).ends_with("ly") && !self.is_capital(at)
    }

    /// A name in the middle of a sentence, or at its start where the word is none of those that begin sentences.
    pub(in crate::language) fn is_name(&self, at: usize) -> bool {
        self.is_capital(at) && !(at == 0 && self.is(Part::Determiner, at))
    }

    /// A word of a script without capitals.
    pub(in crate::language) fn is_caseless(&self, at: usize) -> bool {
        let first = self.lower(at).chars().next();
        first.is_some_and(|c| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase())
    }

    /// Whether the point of a name that is short stands at a word: "the U.N." before what it says.
    pub(in crate::language) fn ends_short_name(&self, at: usize) -> bool {
        self.sentence.is(at, &["."])
            && at
                .checked_sub(1)
                .is_some_and(|before| self.is_capital(before) && self.lower(before).contains('.'))
    }

    /// Whether four in five words begin with a capital, as in a headline.
    pub(in crate::language) fn is_headline(&self) -> bool {
        let long = || (0..self.len()).filter(|&at| 3 < self.lower(at).len());
        4 * long().count() <= 5 * long().filter(|&at| self.is_capital(at)).count()
    }

    /// In capitals alone, and of more than two letters.
    pub(in crate::language) fn is_shouted(&self, at: usize) -> bool {
        let word = self.sentence.ranges().get(at).and_then(|range| range.of(self.text)).unwrap_or_default();
        2 < word.chars().count() && word.chars().all(char::is_uppercase)
    }

    /// Where words stand in the text.
    pub(in crate::language) fn range(&self, words: Range<usize>) -> Option<TextRange> {
        let words = self.sentence.ranges().get(words)?;
        Some(words.first()?.hull(*words.last()?))
    }

    /// Where the sentence ends without the signs that end it.
    pub(in crate::language) fn end(&self) -> usize {
        (0..self.len())
            .rev()
            .find(|&at| self.sentence.is_word(at) || self.is_quote(at))
            .map_or(0, |at| at + 1)
    }
}
