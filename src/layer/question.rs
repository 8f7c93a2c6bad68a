//! The test of a tag: what the codebook asks of a passage, and which tags the answers lead to.

use super::codebook::{Codebook, Tag};

/// What is asked next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked<'a> {
    /// A question of the codebook.
    Question(&'a str),
    /// Whether what the codebook says of a tag holds, which has no questions.
    Description(&'a Tag),
}

impl Asked<'_> {
    /// The question in the codebook's words.
    pub fn words(self) -> String {
        match self {
            Self::Question(words) => words.to_owned(),
            Self::Description(tag) => format!("{}: {}?", tag.label, tag.description),
        }
    }
}

/// A passage put to the codebook's questions, one after the other.
///
/// Only what can still make a difference is asked: a tag that an answer has ruled out asks nothing more.
///
/// ```
/// use postil::sidecar::builtin;
/// use postil::layer::TagTest;
/// let codebook = builtin();
/// // It rejects nothing and counts nobody, and evidence could settle it.
/// let test = TagTest::of(&codebook, [false, false, true]);
/// assert_eq!(test.next(), None);
/// assert_eq!(test.fitting()[0].label, "Claim");
/// ```
#[derive(Clone, Debug)]
pub struct TagTest<'a> {
    codebook: &'a Codebook,
    answers: Vec<(Asked<'a>, bool)>,
}

impl<'a> TagTest<'a> {
    /// With answers to what was asked, in turn; those beyond the last question are left aside.
    pub fn of(codebook: &'a Codebook, answers: impl IntoIterator<Item = bool>) -> Self {
        let mut test = Self { codebook, answers: Vec::new() };
        for answer in answers {
            let Some(asked) = test.next() else { break };
            test.answers.push((asked, answer));
        }
        test
    }

    /// What was asked, with the answers.
    pub fn answers(&self) -> &[(Asked<'a>, bool)] {
        &self.answers
    }

    /// What is to be asked next; `None` at the end.
    pub fn next(&self) -> Option<Asked<'a>> {
        let is_open = |asked: &Asked<'a>| self.answer(*asked).is_none();
        let left = self.possible().flat_map(questions).map(|(asked, _)| asked).filter(is_open);
        let left: Vec<Asked<'a>> = left.collect();
        // In the order of the codebook, whichever of the tags that are left asks it.
        let mut all = self.codebook.tags.iter().flat_map(questions).map(|(asked, _)| asked);
        all.find(|asked| left.contains(asked))
    }

    /// The tags that no answer has ruled out and that can be tested, in the order of the codebook.
    pub fn possible(&self) -> impl Iterator<Item = &'a Tag> {
        self.codebook.tags.iter().filter(|tag| {
            let mut asked = questions(tag).peekable();
            asked.peek().is_some()
                && asked.all(|(asked, is_yes)| self.answer(asked).is_none_or(|answer| answer == is_yes))
        })
    }

    /// The tags whose questions were all answered as they ask for, in the order of the codebook.
    pub fn fitting(&self) -> Vec<&'a Tag> {
        let is_answered = |tag: &&Tag| questions(tag).all(|(asked, _)| self.answer(asked).is_some());
        self.possible().filter(is_answered).collect()
    }

    /// Question and answer one after the other, to be kept as the reason of a mark.
    pub fn reason(&self) -> String {
        let told = self.answers.iter().map(|(asked, answer)| told(&asked.words(), *answer));
        told.collect::<Vec<_>>().join("\n")
    }

    fn answer(&self, asked: Asked<'_>) -> Option<bool> {
        self.answers.iter().find(|(other, _)| *other == asked).map(|(_, answer)| *answer)
    }
}

/// A question with its answer: a sign, which means the same in all languages.
pub fn told(question: &str, answer: bool) -> String {
    format!("{} {question}", if answer { "✓" } else { "✗" })
}

/// What a tag asks, with the answers for which it fits: its questions, else whether its description holds.
fn questions(tag: &Tag) -> impl Iterator<Item = (Asked<'_>, bool)> {
    let described = (tag.questions.is_empty() && !tag.description.is_empty()).then_some(tag);
    let written = tag.questions.iter().map(|question| (Asked::Question(&question.words), question.is_yes));
    written.chain(described.map(|tag| (Asked::Description(tag), true)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layer::{Question, Shape, TagId};

    fn tag(slug: &str, questions: &[(&str, bool)], description: &str) -> Tag {
        let question = |&(words, is_yes): &(&str, bool)| Question { words: words.to_owned(), is_yes };
        Tag {
            id: TagId::new(slug),
            label: slug.to_owned(),
            plural: slug.to_owned(),
            key: None,
            shape: Shape::Solid,
            light: 0,
            dark: 0,
            description: description.to_owned(),
            carries: Vec::new(),
            questions: questions.iter().map(question).collect(),
        }
    }

    fn news() -> Codebook {
        let tags = vec![
            tag("claim", &[("rejects?", false), ("counts?", false), ("settle?", true)], ""),
            tag("denial", &[("rejects?", true)], ""),
            tag("casualty", &[("counts?", true)], ""),
            tag("opinion", &[("settle?", false), ("judges?", true)], ""),
            tag("loose", &[], ""),
        ];
        Codebook { tags, ..Codebook::default() }
    }

    /// What was asked, and what fits in the end.
    fn led(codebook: &Codebook, answers: &[bool]) -> (Vec<String>, Vec<String>) {
        let test = TagTest::of(codebook, answers.iter().copied());
        assert_eq!(test.next(), None, "{answers:?}");
        let asked = test.answers().iter().map(|(asked, _)| asked.words()).collect();
        (asked, test.fitting().iter().map(|tag| tag.label.clone()).collect())
    }

    #[test]
    fn the_answers_lead_to_the_tag_and_nothing_is_asked_that_makes_no_difference() {
        let codebook = news();
        let asked = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
        assert_eq!(
            led(&codebook, &[false, false, true]),
            (asked(&["rejects?", "counts?", "settle?"]), asked(&["claim"]))
        );
        assert_eq!(led(&codebook, &[true, false, true]).1, asked(&["denial"]));
        assert_eq!(led(&codebook, &[true, true, true]).1, asked(&["denial", "casualty"]));
        assert_eq!(led(&codebook, &[false, false, false, true]).1, asked(&["opinion"]));
        assert_eq!(led(&codebook, &[false, false, false, false]).1, asked(&[]));
        // An answer too many changes nothing.
        assert_eq!(led(&codebook, &[false, false, true, true, true]).0.len(), 3);
        let begun = TagTest::of(&codebook, [false]);
        assert_eq!(begun.next(), Some(Asked::Question("counts?")));
        assert!(begun.fitting().is_empty());
    }

    #[test]
    fn a_tag_without_questions_is_asked_about_by_its_description() {
        let tags = vec![tag("quote", &[], "gives somebody’s own words"), tag("loose", &[], "")];
        let codebook = Codebook { tags, ..Codebook::default() };
        let test = TagTest::of(&codebook, [true]);
        assert_eq!(test.reason(), "✓ quote: gives somebody’s own words?");
        assert_eq!(test.fitting().len(), 1);
        assert!(TagTest::of(&Codebook::default(), [true]).next().is_none());
    }
}
