//! What is shown to a class on the wall: who of the people with marks is the class, and what they see at each
//! passage.

use crate::analysis::agreement::Marked;
use crate::analysis::grading::key_of;
use crate::analysis::votes::{Voted, votes};
use crate::layer::{AnnotationId, Annotator, AnnotatorId, TagId};
use crate::session::Session;

/// The class with its marks, passage by passage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wall {
    /// Everybody of the class, by name.
    pub class: Vec<Annotator>,
    /// The passages in the order of the text.
    pub passages: Vec<Voted>,
    /// Of each mark of the key the tags and the explanation.
    pub key: Vec<(AnnotationId, Vec<TagId>, String)>,
}

impl Wall {
    /// The class is who handed in, without the person at work; where nobody did, everybody else whose marks are
    /// shown. The key is what the person at work marked, or else the only layer that is shown besides.
    pub fn of(session: &Session) -> Self {
        let me = session.annotator().map(|me| me.id);
        let shown = session.layers().iter().filter(|placed| placed.is_shown && !placed.layer.is_empty());
        let others: Vec<_> = shown.clone().filter(|placed| Some(placed.layer.annotator.id) != me).collect();
        let has_handed_in = |person: AnnotatorId| session.handed_in_by(person).is_some();
        let (class, besides): (Vec<_>, Vec<_>) =
            match others.iter().any(|placed| has_handed_in(placed.layer.annotator.id)) {
                true => others.into_iter().partition(|placed| has_handed_in(placed.layer.annotator.id)),
                false => (others, Vec::new()),
            };
        let mine = shown.clone().find(|placed| Some(placed.layer.annotator.id) == me);
        let key = mine.or(if let [only] = besides[..] { Some(only) } else { None });
        let document = session.document();
        let marks =
            key.map(|placed| key_of(&Marked::of(placed, document), &placed.layer)).unwrap_or_default();
        let mut marked: Vec<Marked> = class.iter().map(|placed| Marked::of(placed, document)).collect();
        marked.sort_by(|a, b| a.person.in_list(&b.person));
        let passages = votes(&marked, &marks);
        let told = marks
            .into_iter()
            .filter_map(|mark| Some((mark.id()?, mark.accepted.first()?.tags.clone(), mark.explanation)));
        Self { class: marked.into_iter().map(|one| one.person).collect(), passages, key: told.collect() }
    }

    /// The key's tags and explanation at a passage.
    pub fn key_at(&self, voted: &Voted) -> Option<(&[TagId], &str)> {
        let found = self.key.iter().find(|(id, ..)| Some(*id) == voted.key)?;
        Some((&found.1, &found.2))
    }
}

/// The initials of a name: the first letter of each word, and numbers whole: "A L", "P 7".
pub fn initials(name: &str) -> String {
    let words = name.split(|c: char| c.is_whitespace() || c == '-').filter(|word| !word.is_empty());
    let short = words.take(3).map(|word| match word.chars().all(char::is_numeric) {
        true => word.to_owned(),
        false => {
            word.chars().find(|c| c.is_alphanumeric()).into_iter().flat_map(char::to_uppercase).collect()
        }
    });
    short.filter(|short| !short.is_empty()).collect::<Vec<_>>().join("\u{a0}")
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_are_first_letters_and_whole_numbers() {
        let told = ["Pupil 12", "ana maría lópez-ruiz", "Ö", "(test)", ""].map(initials);
        assert_eq!(told, ["P\u{a0}12", "A\u{a0}M\u{a0}L", "Ö", "T", ""]);
    }
}
