//! Every amount of a running text, whatever it counts.

use super::count::count_at;
use super::lexicon::Lexicon;
use super::running::each_sentence;
use super::wording::{Reader, Stating};
use crate::text::TextRange;

/// How many of whatever, for each number of `text` that is whole, with its words in bytes; `language`: `None` for the
/// one that is found.
///
/// ```
/// use postil::language::{Limit, Stating, amounts};
/// let read: Vec<_> = amounts("More than 35 shells fell on two towns.", None).into_iter().map(|(stating, _)| stating).collect();
/// assert_eq!(read, [Stating::Number(Some(Limit::MoreThan), 35), Stating::Number(None, 2)]);
/// ```
pub fn amounts(text: &str, language: Option<&Lexicon>) -> Vec<(Stating, TextRange)> {
    let mut amounts = Vec::new();
    each_sentence(text, language, |sentence, ranges, lexicon| {
        let reader = Reader::new(sentence, lexicon);
        let mut at = 0;
        while at < sentence.lower.len() {
            let Some(count) = count_at(sentence, lexicon, at) else {
                at += 1;
                continue;
            };
            at = count.words.end.max(at + 1);
            let words = ranges.get(count.words.clone());
            let words = words.and_then(|words| Some(words.first()?.hull(*words.last()?)));
            amounts.extend(reader.stating(&count).zip(words));
        }
    });
    amounts
}
