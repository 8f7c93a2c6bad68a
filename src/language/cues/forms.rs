//! What a word may begin, in the finding of attributions.

use super::{CueKind, Part};
use crate::language::sentence::Word;

/// A form of a word or phrase.
#[derive(Clone, Debug)]
pub(in crate::language) struct Form {
    pub part: Part,
    pub kind: CueKind,
    /// Its words behind the first.
    pub rest: Vec<String>,
    /// Whether it is surely a verb that has a subject: "said", but not "claim", which may be a noun.
    pub is_finite: bool,
    /// "saying"
    pub is_participle: bool,
}

impl Form {
    /// Of how many words it is.
    pub(in crate::language) fn n_words(&self) -> usize {
        1 + self.rest.len()
    }

    fn stands(&self, words: &[Word], at: usize) -> bool {
        self.rest.is_empty()
            || words
                .get(at + 1..at + self.n_words())
                .is_some_and(|words| words.iter().zip(&self.rest).all(|(word, form)| word.as_str() == form))
    }
}

/// What begins with a word.
#[derive(Clone, Debug, Default)]
pub(in crate::language) struct Forms {
    /// What the forms are, a bit for each part.
    parts: u64,
    /// The longest first.
    forms: Vec<Form>,
}

impl Forms {
    /// Of a word that begins none.
    pub(in crate::language) fn none() -> &'static Self {
        static NONE: Forms = Forms { parts: 0, forms: Vec::new() };
        &NONE
    }

    /// All of them.
    #[cfg(test)]
    pub(in crate::language) fn all(&self) -> &[Form] {
        &self.forms
    }

    /// Whether a form of a part begins with the word.
    pub(in crate::language) fn has(&self, part: Part) -> bool {
        self.parts & part.bit() != 0
    }

    /// The longest form that fits and stands at a word.
    pub(in crate::language) fn find(
        &self,
        fits: impl Fn(&Form) -> bool,
        words: &[Word],
        at: usize,
    ) -> Option<&Form> {
        self.forms.iter().find(|form| fits(form) && form.stands(words, at))
    }

    /// One more.
    pub(super) fn add(&mut self, form: Form) {
        self.parts |= form.part.bit();
        // The longest first, and of those as long what was added last.
        let at = self.forms.partition_point(|other| form.n_words() < other.n_words());
        self.forms.insert(at, form);
    }
}
