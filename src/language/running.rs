//! A running text, sentence by sentence, each with the words of its language.

use super::lexicon::Lexicon;
use super::sentence::Sentence;
use crate::text::words::words;
use crate::text::{TextRange, boundary};
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

/// A text that is cut into sentences and words once, whatever is read of it then: counts, who says what, opinions.
pub struct Prose<'a> {
    text: &'a str,
    lexicon: OnceCell<&'static Lexicon>,
    /// The sentences of the paragraphs that were asked for.
    cut: RefCell<HashMap<TextRange, Rc<Cut<'a>>>>,
}

/// Where each sentence of a paragraph stands, and its words.
pub(super) type Cut<'a> = Vec<(TextRange, Sentence<'a>)>;

impl<'a> Prose<'a> {
    /// Of `text`; nothing is cut yet.
    pub fn new(text: &'a str) -> Self {
        Self { text, lexicon: OnceCell::new(), cut: RefCell::default() }
    }

    /// The text.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The word lists of its language.
    pub fn lexicon(&self) -> &'static Lexicon {
        self.lexicon.get_or_init(|| Lexicon::of(self.text))
    }

    /// The sentences of a paragraph.
    pub(super) fn sentences(&self, paragraph: TextRange) -> Rc<Cut<'a>> {
        let known = self.cut.borrow().get(&paragraph).cloned();
        known.unwrap_or_else(|| {
            let of = |range: TextRange| (range, Sentence::new(self.text, &words(self.text, range)));
            let cut: Rc<Cut<'a>> =
                Rc::new(boundary::sentences(self.text, paragraph).into_iter().map(of).collect());
            self.cut.borrow_mut().insert(paragraph, Rc::clone(&cut));
            cut
        })
    }

    /// Does something with each sentence and the word lists that it is read by: those of `language`, or of the
    /// language of the text. A passage of a few words may have none of those that a language is known by, and is read by
    /// those that know most of its words.
    pub(super) fn each_sentence(
        &self,
        language: Option<&Lexicon>,
        mut read: impl FnMut(&Sentence<'a>, &Lexicon),
    ) {
        let of_all = language.unwrap_or_else(|| self.lexicon());
        let mut start = 0;
        for paragraph in self.text.split("\n\n") {
            let range = TextRange::from_usize(start..start + paragraph.len());
            for (_, sentence) in self.sentences(range).iter() {
                let known = if language.is_some() { Vec::new() } else { Lexicon::of_few(sentence) };
                let is_known = known.iter().any(|lexicon| std::ptr::eq(*lexicon, of_all));
                let lexicon = known.first().copied().filter(|_| !is_known).unwrap_or(of_all);
                read(sentence, lexicon);
            }
            start += paragraph.len() + "\n\n".len();
        }
    }
}
