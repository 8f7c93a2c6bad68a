//! Who marks.

use super::AnnotatorId;
use crate::text::order::natural_order;
use std::cmp::Ordering;
use unicode_normalization::UnicodeNormalization;

/// A person who marks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Annotator {
    /// Random, and the person's for good.
    pub id: AnnotatorId,
    /// As the person writes it, on one line.
    pub name: String,
}

impl Annotator {
    /// A person by the name that was typed or read.
    ///
    /// The name is kept as every system composes its letters, and on one line: what two keyboards write
    /// in different bytes is one name, and none can break a list of people.
    ///
    /// ```
    /// use postil::layer::{Annotator, AnnotatorId};
    /// let id = AnnotatorId::named("asa").unwrap();
    /// assert_eq!(Annotator::new(id, "A\u{30a}sa\n Berg "), Annotator::new(id, "Åsa Berg"));
    /// ```
    pub fn new(id: AnnotatorId, name: &str) -> Self {
        let words: Vec<&str> = name.split_whitespace().collect();
        Self { id, name: words.join(" ").nfc().collect() }
    }

    /// Whether `who` names this person: by name in any case of its letters, or by the first digits of
    /// the id.
    pub fn answers_to(&self, who: &str) -> bool {
        self.is_called(who) || self.id.answers_to(who)
    }

    /// Who stands first in a list of people: by name, "Pupil 2" before "Pupil 10", and namesakes by their ids.
    ///
    /// ```
    /// use postil::layer::{Annotator, AnnotatorId};
    /// let pupil = |nth: u32| Annotator::new(AnnotatorId::named("a").unwrap(), &format!("Pupil {nth}"));
    /// assert!(pupil(2).in_list(&pupil(10)).is_lt());
    /// ```
    pub fn in_list(&self, other: &Self) -> Ordering {
        natural_order(&self.name, &other.name).then_with(|| self.id.cmp(&other.id))
    }

    /// Whether this is the person's name, in any case of its letters.
    pub fn is_called(&self, name: &str) -> bool {
        Self::new(self.id, name).name.to_lowercase() == self.name.to_lowercase()
    }
}
