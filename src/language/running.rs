//! A running text, sentence by sentence, each with the words of its language.

use super::lexicon::Lexicon;
use super::sentence::Sentence;
use crate::text::words::words;
use crate::text::{TextRange, boundary};

/// Does something with each sentence of `text`, the places of its words and the word lists that it is read by: those
/// of `language`, or of the language of the text. A passage of a few words may have none of those that a language is known
/// by, and is read by those that know most of its words.
pub(super) fn each_sentence(
    text: &str,
    language: Option<&Lexicon>,
    mut read: impl FnMut(&Sentence<'_>, &[TextRange], &Lexicon),
) {
    let of_all = language.unwrap_or_else(|| Lexicon::of(text));
    let mut start = 0;
    for paragraph in text.split("\n\n") {
        let range = TextRange::from_usize(start..start + paragraph.len());
        for sentence in boundary::sentences(text, range) {
            let ranges = words(text, sentence);
            let sentence = Sentence::new(text, &ranges);
            let known = if language.is_some() { Vec::new() } else { Lexicon::of_few(&sentence) };
            let is_known = known.iter().any(|lexicon| std::ptr::eq(*lexicon, of_all));
            let lexicon = known.first().copied().filter(|_| !is_known).unwrap_or(of_all);
            read(&sentence, &ranges, lexicon);
        }
        start += paragraph.len() + "\n\n".len();
    }
}
