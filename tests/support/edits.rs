//! What the editor of `simulator.rs` does to sentences, to words, and to the passages that were marked.

use crate::simulator::{ARTICLES, Chance, Sentence, Word, sentences as sentences_of};
use postil::text::TextRange;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// How hard the editor's hand is.
pub(crate) struct Hand {
    /// One word in so many is changed.
    words: usize,
    /// One sentence in so many is deleted, moved, repeated or rewritten.
    sentences: usize,
}

static HANDS: [Hand; 3] =
    [Hand { words: 60, sentences: 20 }, Hand { words: 25, sentences: 10 }, Hand { words: 12, sentences: 6 }];

/// One of them.
pub(crate) fn hand(chance: &mut Chance) -> &'static Hand {
    chance.one_of(&HANDS)
}

/// Puts a sentence that is not of the old text, or a copy, before the `at`th, on a line of its own where that one is.
pub(crate) fn insert(sentences: &mut Vec<Sentence>, at: usize, mut new: Sentence) {
    new.iter_mut().for_each(|word| word.from = None);
    while new.last().is_some_and(|word| word.text.trim().is_empty()) {
        new.pop();
    }
    let has_spaces = new.iter().any(|word| word.text == " ");
    if has_spaces || sentences.get(at).is_none_or(|next| !next.iter().any(Word::is_wordlike)) {
        new.push(Word::new(if has_spaces { " " } else { "\n\n" }));
    }
    sentences.insert(at, new);
}

pub(crate) fn edit_sentences(sentences: &mut Vec<Sentence>, old: &str, hand: &Hand, chance: &mut Chance) {
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
                let foreign = foreign_sentence(old, chance);
                insert(sentences, at, foreign);
            }
            3..=5 => drop(sentences.remove(at)),
            6 | 7 => {
                let moved = sentences.remove(at);
                sentences.insert(to, moved);
            }
            8 | 9 => {
                let mut copy = sentences[at].clone();
                copy.iter_mut().for_each(Word::repeat);
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
pub(crate) fn correct(sentence: &mut Sentence, chance: &mut Chance) {
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

pub(crate) fn edit_words(sentence: &mut Sentence, hand: &Hand, chance: &mut Chance) {
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
pub(crate) fn retype(words: &mut [Word], chance: &mut Chance) {
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

/// One passage in so many is worked on.
const AIMED: usize = 6;

/// Edits made with an eye on the passages: in them, at their ends, beside them.
pub(crate) fn edit_passages(words: &mut Vec<Word>, passages: &[TextRange], old: &str, chance: &mut Chance) {
    for &passage in passages {
        let is_own = |word: &Word| {
            word.from.as_ref().is_some_and(|from| {
                passage.start().to_usize() <= from.start && from.start < passage.end().to_usize()
            })
        };
        let (Some(first), Some(last)) = (words.iter().position(is_own), words.iter().rposition(is_own))
        else {
            continue;
        };
        if chance.once_in(AIMED) {
            edit_passage(words, first, last, old, chance);
        }
    }
}

/// Edits a passage from the word `first` to the word `last`.
fn edit_passage(words: &mut Vec<Word>, first: usize, last: usize, old: &str, chance: &mut Chance) {
    match chance.below(11) {
        0 | 1 => put_sentence_into(words, first, last, old, chance),
        2 => put_clause_into(words, first, last, chance),
        3 => {
            let mut own: Sentence = words.drain(first..=last).collect();
            for _ in 0..2 + chance.below(3) {
                let i = chance.below(own.len().max(1));
                if own.get(i).is_some_and(Word::is_wordlike) {
                    edit_word(&mut own, i, chance);
                }
            }
            words.splice(first..first, own);
        }
        4 => drop(words.drain(first.saturating_sub(1 + chance.below(12))..first)),
        5 => drop(words.drain(last + 1..(last + 2 + chance.below(12)).min(words.len()))),
        6 => {
            let beside = if chance.once_in(2) { first.checked_sub(2) } else { Some(last + 2) };
            if let Some(word) = beside.and_then(|i| words.get_mut(i)).filter(|word| word.is_wordlike()) {
                word.becomes(other_word(chance));
            }
        }
        7 => {
            let at = if chance.once_in(2) { first } else { last + 1 };
            words.splice(at..at, spaced(foreign_sentence(old, chance)));
        }
        8 => {
            let mut copy: Sentence = words[first..=last].to_vec();
            correct(&mut copy, chance);
            copy.insert(0, Word::new(" "));
            copy.iter_mut().for_each(Word::repeat);
            let ends: Vec<usize> = (0..words.len()).filter(|&i| words[i].text == ".").collect();
            if !ends.is_empty() {
                let at = *chance.one_of(&ends) + 1;
                words.splice(at..at, copy);
            }
        }
        _ => {
            // A space is lost at one of its ends, or somewhere in it.
            let places = [first.checked_sub(1), Some(last + 1), Some(first + chance.below(last + 1 - first))];
            if let Some(at) = *chance.one_of(&places)
                && words.get(at).is_some_and(|word| word.text == " ")
            {
                words.remove(at);
            }
        }
    }
}

/// How often a sentence is drawn that the old text does not have.
const MOST_DRAWN: usize = 20;

/// A sentence of another article, that is not in the old text too.
fn foreign_sentence(old: &str, chance: &mut Chance) -> Sentence {
    let mut draw = || {
        let article: &&str = chance.one_of(&ARTICLES);
        let sentences = sentences_of(article);
        let mut sentence = chance.one_of(&sentences).clone();
        sentence.iter_mut().for_each(|word| (word.from, word.is_same) = (None, false));
        sentence
    };
    let text = |sentence: &Sentence| -> String { sentence.iter().map(|word| word.text.as_str()).collect() };
    let mut drawn = draw();
    for _ in 0..MOST_DRAWN {
        if !old.contains(text(&drawn).trim()) {
            break;
        }
        drawn = draw();
    }
    drawn
}

/// Without the white space at its ends, but with a space there.
fn spaced(sentence: Sentence) -> Sentence {
    let text: String = sentence.iter().map(|word| word.text.as_str()).collect();
    let words = text.trim().split_word_bounds().map(Word::new);
    [Word::new(" ")].into_iter().chain(words).chain([Word::new(" ")]).collect()
}

/// Behind a sentence of the passage, else behind a word.
fn put_sentence_into(words: &mut Vec<Word>, first: usize, last: usize, old: &str, chance: &mut Chance) {
    let ends: Vec<usize> = (first..last).filter(|&i| matches!(words[i].text.as_str(), "." | "。")).collect();
    let at = if ends.is_empty() { first + 1 + chance.below(last - first) } else { *chance.one_of(&ends) + 1 };
    words.splice(at.min(last)..at.min(last), spaced(foreign_sentence(old, chance)));
}

/// Three to twelve words behind one of the passage's.
fn put_clause_into(words: &mut Vec<Word>, first: usize, last: usize, chance: &mut Chance) {
    let at = (first + 1 + chance.below(last - first)).min(last);
    let clause = (0..3 + chance.below(10)).flat_map(|_| [Word::new(" "), Word::new(&other_word(chance))]);
    let clause: Sentence = clause.collect();
    words.splice(at..at, clause);
}
