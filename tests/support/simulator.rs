//! An editor with known truth: changes an article as people change articles, and remembers of every
//! word where it went. What the ladder answers is held against that (`rates.rs`).
//!
//! Everything follows from a seed. The edits are many and mixed: words mistyped, inflected, replaced,
//! inserted, taken out, exchanged; numbers corrected; sentences inserted, deleted, moved, rewritten,
//! repeated with another number; phrases cut; paragraphs split and joined; quotes made typographic, letters
//! decomposed. Passages reach from one word to three sentences. A text is a row of words and signs
//! (UAX #29), each with the place in the old text that it came from.

use postil::document::Document;
use postil::text::TextRange;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// The articles that are edited: our own words in seven languages.
const ARTICLES: [&str; 10] = [
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

    fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// A word, a space or a sign.
#[derive(Clone)]
struct Word {
    text: String,
    /// The bytes of the old text that it is, or that it replaced.
    from: Option<Range<usize>>,
    /// Whether it says what it said there, up to quotes, spaces and the form of letters.
    is_same: bool,
}

impl Word {
    fn new(text: &str) -> Self {
        Self { text: text.to_owned(), from: None, is_same: false }
    }

    fn is_wordlike(&self) -> bool {
        self.text.chars().any(char::is_alphanumeric)
    }

    fn weight(&self) -> usize {
        self.text.chars().filter(|c| !c.is_whitespace()).count()
    }

    fn becomes(&mut self, text: String) {
        self.is_same &= self.text == text;
        self.text = text;
    }
}

type Sentence = Vec<Word>;

/// What became of a passage, in bytes of the new text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// Its words are as they were, perhaps elsewhere.
    Untouched(Range<usize>),
    /// At least half of it is still there, as it was or in other words.
    Edited(Range<usize>),
    /// Less than half is still there: both the place and none are right.
    Remnant(Range<usize>),
    /// Nothing is left.
    Deleted,
}

/// An article, the same after its editor, and passages with what became of them.
pub(crate) struct Trial {
    pub(crate) old: Document,
    pub(crate) new: Document,
    pub(crate) passages: Vec<(TextRange, Fate)>,
}

/// How hard the editor's hand is.
struct Hand {
    /// One word in so many is changed.
    words: usize,
    /// One sentence in so many is deleted, moved, repeated or rewritten.
    sentences: usize,
}

const HANDS: [Hand; 3] =
    [Hand { words: 60, sentences: 20 }, Hand { words: 25, sentences: 10 }, Hand { words: 12, sentences: 6 }];

impl Trial {
    /// The trial of `seed`, with so many passages.
    pub(crate) fn new(seed: u64, n_passages: usize) -> Self {
        let mut chance = Chance::new(seed);
        let article = base(&mut chance);
        Self::of(&article, &mut chance, n_passages)
    }

    /// `article` and what an editor makes of it, with so many passages.
    pub(crate) fn of(article: &str, chance: &mut Chance, n_passages: usize) -> Self {
        let old = Document::plain(article);
        let sentences = sentences(old.text());
        let passages: Vec<TextRange> =
            (0..n_passages).filter_map(|_| passage(old.text(), &sentences, chance)).collect();
        let mut edited = sentences;
        let hand = chance.one_of(&HANDS);
        edit_sentences(&mut edited, hand, chance);
        for sentence in &mut edited {
            edit_words(sentence, hand, chance);
        }
        let mut words: Vec<Word> = edited.into_iter().flatten().collect();
        retype(&mut words, chance);
        let text: String = words.iter().map(|word| word.text.as_str()).collect();
        let fates = Fates::of(&words);
        let passages = passages.into_iter().map(|range| (range, fates.of_passage(old.text(), range)));
        let passages = passages.collect();
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
        correct(&mut copy, chance);
        let at = chance.below(sentences.len());
        insert(&mut sentences, at, copy);
    }
    sentences.iter().flatten().map(|word| word.text.as_str()).collect()
}

fn sentences(text: &str) -> Vec<Sentence> {
    let mut at = 0;
    let mut word = |text: &str| {
        let from = at..at + text.len();
        at = from.end;
        Word { text: text.to_owned(), from: Some(from), is_same: true }
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

/// Puts a sentence of nobody's before the `at`th, on a line of its own where that one is.
fn insert(sentences: &mut Vec<Sentence>, at: usize, mut new: Sentence) {
    for word in &mut new {
        word.from = None;
        word.is_same = false;
    }
    while new.last().is_some_and(|word| word.text.trim().is_empty()) {
        new.pop();
    }
    let has_spaces = new.iter().any(|word| word.text == " ");
    if has_spaces || sentences.get(at).is_none_or(|next| !next.iter().any(Word::is_wordlike)) {
        new.push(Word::new(if has_spaces { " " } else { "\n\n" }));
    }
    sentences.insert(at, new);
}

fn edit_sentences(sentences: &mut Vec<Sentence>, hand: &Hand, chance: &mut Chance) {
    let n_edits = 1 + sentences.len() / hand.sentences + chance.below(3);
    for _ in 0..n_edits {
        if sentences.len() < 3 {
            return;
        }
        let at = chance.below(sentences.len());
        let to = chance.below(sentences.len() - 1);
        match chance.below(15) {
            12 => drop(sentences.drain(at..(at + 4).min(sentences.len() - 1))),
            13 | 14 => cut(&mut sentences[at], chance),
            0..=2 => {
                let other = self::sentences(ARTICLES[chance.below(ARTICLES.len())]);
                let foreign = chance.one_of(&other).clone();
                insert(sentences, at, foreign);
            }
            3..=5 => drop(sentences.remove(at)),
            6 | 7 => {
                let moved = sentences.remove(at);
                sentences.insert(to, moved);
            }
            8 | 9 => {
                let mut copy = sentences[at].clone();
                correct(&mut copy, chance);
                insert(sentences, to, copy);
            }
            10 => rewrite(&mut sentences[at], chance),
            _ => split_or_join(&mut sentences[at]),
        }
    }
}

/// Some words in a row are taken out.
fn cut(sentence: &mut Sentence, chance: &mut Chance) {
    let start = chance.below(sentence.len());
    let end = (start + 2 + chance.below(16)).min(sentence.len());
    if sentence.len() - (end - start) < 4 || !sentence[start].is_wordlike() {
        return;
    }
    sentence.drain(start..end);
}

/// A paragraph ends after the sentence, or no longer does.
fn split_or_join(sentence: &mut Sentence) {
    let is_space = |word: &Word| word.text.trim().is_empty();
    let first = sentence.iter().rposition(|word| !is_space(word)).map_or(0, |last| last + 1);
    let ends_paragraph = sentence[first..].iter().any(|word| word.text.contains('\n'));
    sentence.truncate(first);
    sentence.push(Word::new(if ends_paragraph { " " } else { "\n\n" }));
}

/// Another number, or another word where there is none.
fn correct(sentence: &mut Sentence, chance: &mut Chance) {
    let is_number = |word: &Word| word.text.chars().all(|c| c.is_ascii_digit());
    let n = sentence.len();
    let place = sentence.iter().position(is_number).or_else(|| {
        let start = chance.below(n);
        (start..n).chain(0..start).find(|&i| sentence[i].is_wordlike())
    });
    if let Some(word) = place.map(|i| &mut sentence[i]) {
        let other = if is_number(word) { (3 + chance.below(95)).to_string() } else { other_word(chance) };
        word.becomes(other);
    }
}

/// Half of the words are others.
fn rewrite(sentence: &mut Sentence, chance: &mut Chance) {
    for word in sentence.iter_mut().filter(|word| word.is_wordlike()) {
        if chance.once_in(2) {
            word.becomes(other_word(chance));
        }
    }
}

fn other_word(chance: &mut Chance) -> String {
    let words: Vec<&str> = chance.one_of(&ARTICLES).unicode_words().collect();
    (*chance.one_of(&words)).to_owned()
}

fn edit_words(sentence: &mut Sentence, hand: &Hand, chance: &mut Chance) {
    let mut i = 0;
    while i < sentence.len() {
        if sentence[i].is_wordlike() && chance.once_in(hand.words) {
            i += edit_word(sentence, i, chance);
        }
        i += 1;
    }
}

/// Edits the `i`th word and says how many words more to skip.
fn edit_word(sentence: &mut Sentence, i: usize, chance: &mut Chance) -> usize {
    let letters: Vec<char> = sentence[i].text.chars().collect();
    let at = chance.below(letters.len());
    match chance.below(10) {
        _ if letters.iter().all(char::is_ascii_digit) => {
            sentence[i].becomes((2 + chance.below(120)).to_string());
        }
        // Mistyped: two letters exchanged, one lost, one doubled.
        0 if 3 < letters.len() => {
            let mut typed = letters.clone();
            typed.swap(at.max(1), at.max(1) - 1);
            sentence[i].becomes(typed.into_iter().collect());
        }
        1 if 3 < letters.len() => {
            let typed = letters.iter().enumerate().filter(|&(nth, _)| nth != at).map(|(_, c)| c).collect();
            sentence[i].becomes(typed);
        }
        2 if 3 < letters.len() => {
            let ending: String = letters[..letters.len() - 1].iter().chain(&letters[..1]).collect();
            sentence[i].becomes(ending);
        }
        3 if 3 < letters.len() => sentence[i].becomes(letters.iter().chain(letters.last()).collect()),
        4 => {
            // Taken out, with the space after it.
            sentence.remove(i);
            if sentence.get(i).is_some_and(|word| word.text == " ") {
                sentence.remove(i);
            }
        }
        5 | 6 => {
            // One word or two before it.
            let n_new = 1 + chance.below(2);
            for _ in 0..n_new {
                sentence.insert(i, Word::new(" "));
                sentence.insert(i, Word::new(&other_word(chance)));
            }
            return 2 * n_new;
        }
        7 if i + 2 < sentence.len() && sentence[i + 2].is_wordlike() => {
            sentence.swap(i, i + 2);
            return 2;
        }
        8 => sentence[i].becomes(format!("{} {}", other_word(chance), other_word(chance))),
        _ => sentence[i].becomes(other_word(chance)),
    }
    0
}

/// What programs do to a text on the way: typographic quotes, other spaces, decomposed letters.
fn retype(words: &mut [Word], chance: &mut Chance) {
    let (quotes, letters, hyphens) = (chance.once_in(6), chance.once_in(8), chance.once_in(10));
    for word in words {
        if quotes && matches!(word.text.as_str(), "\"" | "“" | "”" | "«" | "»") {
            word.text = if chance.once_in(2) { "“" } else { "\"" }.to_owned();
        }
        if quotes {
            word.text = word.text.replace('’', "'");
        }
        if letters {
            word.text = word.text.nfd().collect();
        }
        if hyphens && 8 < word.text.len() && word.text.is_ascii() && word.is_wordlike() {
            word.text.insert(4, '\u{ad}');
        }
    }
}

/// The words of the new text with their places in both texts.
struct Fates<'a> {
    words: &'a [Word],
    starts: Vec<usize>,
    /// (start in the old text, index), sorted.
    by_old: Vec<(usize, usize)>,
}

impl<'a> Fates<'a> {
    fn of(words: &'a [Word]) -> Self {
        let starts = words.iter().scan(0, |at, word| {
            let start = *at;
            *at += word.text.len();
            Some(start)
        });
        let origins = words.iter().enumerate();
        let origins = origins.filter_map(|(i, word)| Some((word.from.clone()?.start, i)));
        let mut by_old: Vec<(usize, usize)> = origins.collect();
        by_old.sort_unstable();
        Self { words, starts: starts.collect(), by_old }
    }

    fn of_passage(&self, old: &str, passage: TextRange) -> Fate {
        let (start, end) = (passage.start().to_usize(), passage.end().to_usize());
        let first = self.by_old.partition_point(|&(from, _)| from < start);
        let last = self.by_old.partition_point(|&(from, _)| from < end);
        let survives = |&i: &usize| 0 < self.words[i].weight();
        let mut left: Vec<usize> =
            self.by_old[first..last].iter().map(|&(_, i)| i).filter(survives).collect();
        let is_in_order = left.is_sorted();
        left.sort_unstable();
        // Pieces with more between them than they are long have gone different ways.
        let all = old[start..end].chars().filter(|c| !c.is_whitespace()).count();
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for i in left {
            let is_near = groups.last().and_then(|group| group.last()).is_some_and(|&before| {
                self.words[before + 1..i].iter().map(Word::weight).sum::<usize>() <= all.min(60)
            });
            match groups.last_mut() {
                Some(group) if is_near => group.push(i),
                _ => groups.push(vec![i]),
            }
        }
        let old_weight = |group: &Vec<usize>| -> usize {
            let of = |&i: &usize| self.words[i].from.clone().map_or("", |from| &old[from]);
            group.iter().map(of).flat_map(str::chars).filter(|c| !c.is_whitespace()).count()
        };
        let Some(group) = groups.iter().max_by_key(|group| old_weight(group)) else { return Fate::Deleted };
        let (low, high) = (group[0], group[group.len() - 1]);
        let range = self.starts[low]..self.starts[high] + self.words[high].text.len();
        let within = &self.words[low..=high];
        let is_own = |word: &Word| {
            word.weight() == 0
                || word.is_same && word.from.as_ref().is_some_and(|f| (start..end).contains(&f.start))
        };
        let kept = old_weight(group);
        if kept == all && is_in_order && within.iter().all(is_own) {
            Fate::Untouched(range)
        } else if all <= 2 * kept {
            Fate::Edited(range)
        } else {
            Fate::Remnant(range)
        }
    }
}
