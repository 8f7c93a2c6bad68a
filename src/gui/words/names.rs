//! The names of the built-in codebook in the language that is spoken. A codebook is a file with names of its
//! own; those that nobody has changed in it are the window's as well.

use super::language::ENGLISH;
use super::{SPOKEN, Spoken};
use std::collections::BTreeMap;

const fn known(key: &'static str) -> &'static str {
    key
}

/// The tags, questions and relations that have words, each with what else is said of it as attributes.
const KEYS: [&str; 16] = [
    known("tag-claim"),
    known("tag-denial"),
    known("tag-casualty-report"),
    known("tag-opinion"),
    known("question-rejects"),
    known("question-counts"),
    known("question-evidence"),
    known("question-judges"),
    known("relation-denies"),
    known("relation-disputes-figure"),
    known("relation-partly-denies"),
    known("relation-corrects"),
    known("relation-confirms"),
    known("relation-part-of"),
    known("relation-repeats"),
    known("relation-responds-to"),
];
const ATTRIBUTES: [&str; 3] = ["plural", "description", "inverse"];

/// Each English name with that of another language, also where both begin small.
pub(super) fn names(spoken: &Spoken) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    if spoken.tag == ENGLISH.tag {
        return names;
    }
    let english = Spoken::of_words(ENGLISH);
    for key in KEYS {
        let mut pairs = vec![(english.text(key, None), spoken.text(key, None))];
        let attribute =
            |name: &&str| english.attribute(key, name, None).zip(spoken.attribute(key, name, None));
        pairs.extend(ATTRIBUTES.iter().filter_map(attribute));
        for (own, other) in pairs {
            names.insert(own.to_lowercase(), other.to_lowercase());
            names.insert(own, other);
        }
    }
    names
}

/// What one mark of a tag that comes built in is called in a sentence: "a claim".
pub(super) fn ones(spoken: &Spoken) -> BTreeMap<String, String> {
    let english = Spoken::of_words(ENGLISH);
    let of = |key: &&str| Some((english.text(key, None), spoken.attribute(key, "one", None)?));
    KEYS.iter().filter_map(of).collect()
}

/// What one mark of a tag is called in a sentence, where it is one that comes built in: "a claim".
pub(in crate::gui) fn one_of(label: &str) -> Option<String> {
    SPOKEN.with_borrow(|spoken| spoken.ones.get(label).cloned())
}

/// The name of a tag or a relation, or what is said of it: in the language that is spoken where it is one that
/// comes built in, else as it is.
pub(in crate::gui) fn name(own: &str) -> String {
    SPOKEN.with_borrow(|spoken| spoken.names.get(own).cloned()).unwrap_or_else(|| own.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::words::{Language, speak};

    #[test]
    fn names_that_nobody_changed_are_those_of_the_language() {
        let codebook = crate::sidecar::builtin();
        let all = |codebook: &crate::layer::Codebook| {
            let tags = codebook.tags.iter().flat_map(|tag| [&tag.label, &tag.plural, &tag.description]);
            let relations = codebook.relations.iter().flat_map(|kind| [&kind.label, &kind.inverse]);
            let questions = codebook.tags.iter().flat_map(|tag| &tag.questions);
            let questions = questions.map(|question| &question.words);
            tags.chain(relations).chain(questions).map(|own| (own.clone(), name(own))).collect::<Vec<_>>()
        };
        assert!(all(&codebook).iter().all(|(own, shown)| own == shown));
        speak(Language::Spanish, &[]);
        for (own, shown) in all(&codebook) {
            assert!(own != shown || own == "Opinion", "{own} is said in English");
        }
        assert_eq!((name("Denial"), name("denials")), ("Desmentido".to_owned(), "desmentidos".to_owned()));
        assert_eq!(name("Our own tag"), "Our own tag");
    }
}
