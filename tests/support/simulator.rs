//! An editor with known truth: changes an article as people change articles, and remembers of every
//! word where it went. What the ladder answers is held against that (`rates.rs`).
//!
//! Everything follows from a seed. The edits are many and mixed: words mistyped, inflected, replaced,
//! inserted, taken out, exchanged; numbers corrected; sentences inserted, deleted, moved, rewritten,
//! repeated with another number; phrases cut; paragraphs split and joined; quotes made typographic, letters
//! decomposed. A hard editor also has an eye on the passages: puts sentences and clauses into them, edits
//! one several times, cuts or changes its neighbours, repeats it with another word, loses spaces at its
//! ends. Passages reach from one word to three sentences. A text is a row of words and signs (UAX #29),
//! each with the place in the old text that it came from.

use crate::edits;
use crate::fates::{Fate, Fates};
use postil::document::Document;
use postil::text::TextRange;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// The articles that are edited: our own words in seven languages.
pub(crate) const ARTICLES: [&str; 10] = [
    include_str!("../fixtures/versions/en.txt"),
    include_str!("../fixtures/versions/de.txt"),
    include_str!("../fixtures/versions/fr.txt"),
    include_str!("../fixtures/versions/ru.txt"),
    include_str!("../fixtures/versions/ar.txt"),
    include_str!("../fixtures/versions/zh.txt"),
    include_str!("../../sample_docs/raqqa-retold.md"),
    include_str!("../../sample_docs/border-mixed.md"),
    include_str!("../../sample_docs/flood-ru.txt"),
    include_str!("../../sample_docs/clinic-he.md"),
];

/// Chance that repeats itself (SplitMix64).
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d)
    }

    /// Evenly from 0 to `most`, which is left out.
    pub(crate) fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let most = u64::try_from(most.max(1)).expect("a number of words");
        usize::try_from((mixed ^ (mixed >> 31)) % most).expect("below `most`")
    }

    pub(crate) fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub(crate) fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// A word, a space or a sign.
#[derive(Clone)]
pub(crate) struct Word {
    pub(crate) text: String,
    /// The bytes of the old text that it is, or that it replaced.
    pub(crate) from: Option<Range<usize>>,
    /// The bytes of the old text that it repeats elsewhere.
    pub(crate) repeats: Option<Range<usize>>,
    /// Whether it says what it said there, up to quotes, spaces and the form of letters.
    pub(crate) is_same: bool,
}

impl Word {
    pub(crate) fn new(text: &str) -> Self {
        Self { text: text.to_owned(), from: None, repeats: None, is_same: false }
    }

    /// Makes it a copy of itself, that comes new.
    pub(crate) fn repeat(&mut self) {
        self.repeats = self.from.take().or(self.repeats.take());
    }

    pub(crate) fn is_wordlike(&self) -> bool {
        self.text.chars().any(char::is_alphanumeric)
    }

    pub(crate) fn weight(&self) -> usize {
        self.text.chars().filter(|c| !c.is_whitespace()).count()
    }

    pub(crate) fn becomes(&mut self, text: String) {
        self.is_same &= self.text == text;
        self.text = text;
    }
}

/// Its words and signs, with the white space behind it.
pub(crate) type Sentence = Vec<Word>;

/// An article, the same after its editor, and passages with what became of them.
pub(crate) struct Trial {
    pub(crate) old: Document,
    pub(crate) new: Document,
    pub(crate) passages: Vec<(TextRange, Fate)>,
}

/// So many characters are hardly said twice by chance.
const SPEAKS_FOR_ITSELF: usize = 24;

/// How an editor works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Editor {
    /// Goes through the text.
    Usual,
    /// Likes to work on what was marked, and beside it.
    Hard,
}

impl Trial {
    /// The trial of `seed`, with so many passages.
    pub(crate) fn new(seed: u64, editor: Editor, n_passages: usize) -> Self {
        let mut chance = Chance::new(seed);
        let article = base(&mut chance);
        Self::of(&article, editor, &mut chance, n_passages)
    }

    /// `article` and what an editor makes of it, with so many passages.
    pub(crate) fn of(article: &str, editor: Editor, chance: &mut Chance, n_passages: usize) -> Self {
        let old = Document::plain(article);
        let sentences = sentences(old.text());
        let passages = (0..n_passages).filter_map(|_| match editor {
            Editor::Hard if chance.once_in(3) => short_passage(&sentences, chance),
            _ => passage(old.text(), &sentences, chance),
        });
        let passages: Vec<TextRange> = passages.collect();
        let mut edited = sentences;
        let hand = edits::hand(chance);
        edits::edit_sentences(&mut edited, old.text(), hand, chance);
        for sentence in &mut edited {
            edits::edit_words(sentence, hand, chance);
        }
        let mut words: Vec<Word> = edited.into_iter().flatten().collect();
        if editor == Editor::Hard {
            edits::edit_passages(&mut words, &passages, old.text(), chance);
        }
        edits::retype(&mut words, chance);
        let text: String = words.iter().map(|word| word.text.as_str()).collect();
        let fates = Fates::of(&words);
        let passages = passages.into_iter().map(|range| (range, fates.of_passage(old.text(), range)));
        // Where a passage went and a copy of its words came, nothing tells the copy from the passage.
        let is_told = |(range, fate): &(TextRange, Fate)| {
            let words = old.slice(*range);
            let is_copied = || SPEAKS_FOR_ITSELF <= words.chars().count() && text.contains(words);
            *fate != Fate::Deleted || !is_copied() && fates.likes(old.text(), *range, true).is_empty()
        };
        let passages = passages.filter(is_told).collect();
        let new = Document::plain(&text);
        assert_eq!(new.text(), text, "the truth is counted in the bytes of this text");
        Self { old, new, passages }
    }
}

/// One article or two, some sentences repeated with another number or word.
fn base(chance: &mut Chance) -> String {
    let mut text = chance.one_of(&ARTICLES).trim_end().to_owned();
    while chance.once_in(3) || text.chars().count() < 500 {
        text.push_str("\n\n");
        text.push_str(chance.one_of(&ARTICLES).trim_end());
    }
    let mut sentences = sentences(&text);
    for _ in 0..chance.below(4) {
        let mut copy = chance.one_of(&sentences).clone();
        edits::correct(&mut copy, chance);
        let at = chance.below(sentences.len());
        edits::insert(&mut sentences, at, copy);
    }
    sentences.iter().flatten().map(|word| word.text.as_str()).collect()
}

/// The sentences of a text that nobody edited yet.
pub(crate) fn sentences(text: &str) -> Vec<Sentence> {
    let mut at = 0;
    let mut word = |text: &str| {
        let from = at..at + text.len();
        at = from.end;
        Word { text: text.to_owned(), from: Some(from), repeats: None, is_same: true }
    };
    text.split_sentence_bounds()
        .map(|sentence| sentence.split_word_bounds().map(&mut word).collect())
        .collect()
}

/// A passage of one word up to three sentences, from the start of a word to the end of one.
fn passage(text: &str, sentences: &[Sentence], chance: &mut Chance) -> Option<TextRange> {
    let at = chance.below(sentences.len());
    let n_words = match chance.below(20) {
        0..=2 => 1,
        3..=6 => 2 + chance.below(2),
        7..=12 => 4 + chance.below(6),
        _ => 0,
    };
    let range = if n_words == 0 {
        let last = (at + chance.below(3)).min(sentences.len() - 1);
        let whole = sentences[at..=last].concat();
        whole.first()?.from.clone()?.start..whole.last()?.from.clone()?.end
    } else {
        let words: Vec<&Word> = sentences[at].iter().filter(|word| word.is_wordlike()).collect();
        let first = chance.below(words.len());
        let last = (first + n_words - 1).min(words.len().checked_sub(1)?);
        words[first].from.clone()?.start..words[last].from.clone()?.end
    };
    let range = postil::text::boundary::trim(text, TextRange::from_usize(range));
    (!range.is_empty()).then_some(range)
}

/// A passage of one to twelve words, wherever they stand.
fn short_passage(sentences: &[Sentence], chance: &mut Chance) -> Option<TextRange> {
    let words: Vec<&Word> = sentences.iter().flatten().filter(|word| word.is_wordlike()).collect();
    let first = chance.below(words.len());
    let last = (first + chance.below(12)).min(words.len().checked_sub(1)?);
    Some(TextRange::from_usize(words[first].from.clone()?.start..words[last].from.clone()?.end))
}
