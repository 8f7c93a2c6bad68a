//! Sentences as rows of words, which all readers here go through.

use super::folding::folded;
use super::lexicon::WordId;
use crate::text::invisible::{is_unseen, sign};
use crate::text::words::words;
use crate::text::{TextRange, letters};
use std::ops::Deref;
use std::rc::Rc;

/// A word as it is compared: in lower case, with one kind of apostrophe, without ligatures, vowel signs and what is not
/// seen. It is a string, with its number in the word lists beside it, which is looked up once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    text: String,
    id: Option<WordId>,
}

impl Word {
    fn new(text: String) -> Self {
        let id = WordId::of(&text);
        Self { text, id }
    }

    /// The word.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Its number; none where no list has it.
    pub(super) fn id(&self) -> Option<WordId> {
        self.id
    }
}

impl Deref for Word {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

/// Words of a text, in order: a sentence, or as much of it as is looked at. A copy costs nothing.
#[derive(Clone)]
pub struct Sentence<'a> {
    text: &'a str,
    ranges: Rc<[TextRange]>,
    /// As they are compared.
    pub lower: Rc<[Word]>,
}

impl<'a> Sentence<'a> {
    /// From the words of `text` at `ranges`.
    pub fn new(text: &'a str, ranges: &[TextRange]) -> Self {
        let lower = |range: &TextRange| {
            let word = range.of(text).unwrap_or_default();
            let is_plain = word.is_ascii() && !word.contains('\n');
            if is_plain {
                return Word::new(word.to_ascii_lowercase());
            }
            let word = whole(&letters::plain(word));
            Word::new(word.chars().flat_map(char::to_lowercase).filter_map(folded).collect())
        };
        Self { text, ranges: ranges.into(), lower: ranges.iter().map(lower).collect() }
    }

    /// All words of `text`.
    pub fn of(text: &'a str) -> Self {
        Self::new(text, &words(text, TextRange::all(text)))
    }

    /// Where the words stand.
    pub fn ranges(&self) -> &[TextRange] {
        &self.ranges
    }

    /// What stands between a word and the next.
    pub fn between(&self, word: usize) -> &str {
        let pair = self.ranges.get(word).zip(self.ranges.get(word + 1));
        pair.and_then(|(a, b)| self.text.get(a.end().to_usize()..b.start().to_usize())).unwrap_or_default()
    }

    /// Whether the word at `word` and the next one stand without a space between them.
    pub fn touches(&self, word: usize) -> bool {
        let pair = self.ranges.get(word).zip(self.ranges.get(word + 1));
        pair.is_some_and(|(a, b)| a.end() == b.start())
    }

    /// The word as it stands in the text.
    fn word(&self, at: usize) -> &str {
        self.ranges.get(at).and_then(|range| range.of(self.text)).unwrap_or_default()
    }

    /// Whether the word begins with a capital letter.
    pub fn is_capital(&self, at: usize) -> bool {
        self.word(at).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether all its letters are capitals.
    pub fn is_in_capitals(&self, at: usize) -> bool {
        let word = self.word(at);
        word.chars().any(char::is_uppercase) && !word.chars().any(char::is_lowercase)
    }

    /// Whether it is a word or a number, and no sign.
    pub fn is_word(&self, at: usize) -> bool {
        self.word(at).chars().any(char::is_alphanumeric)
    }

    /// Whether the word is one of `signs`.
    pub fn is(&self, at: usize, signs: &[&str]) -> bool {
        self.lower.get(at).is_some_and(|word| signs.contains(&word.as_str()))
    }
}

/// A word without what is not seen, and without the hyphen of the line that it was broken at.
fn whole(word: &str) -> String {
    let mut whole = String::with_capacity(word.len());
    for (nth, line) in word.split('\n').enumerate() {
        if 0 < nth {
            let end = whole.trim_end().trim_end_matches(['-', '\u{2010}']).len();
            whole.truncate(end);
        }
        let line = if nth == 0 { line } else { line.trim_start() };
        whole.extend(line.chars().filter(|&c| c.is_whitespace() || !is_unseen(c) && sign(c).is_none()));
    }
    whole
}
