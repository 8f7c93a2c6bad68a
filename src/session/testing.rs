//! The test of a tag: answers to the codebook's questions lead to the tag of a passage.

use super::action::Reason;
use super::label::Label;
use super::{ActionError, Outcome, Session};
use crate::host::Host;
use crate::layer::{Annotation, Change, TagTest, Transaction};

impl Session {
    /// Gives a mark the tag that `answers` lead to instead of those it has, or makes one of the selection, and
    /// keeps the reason as a paragraph of its note: one step.
    pub(super) fn test_tag(
        &mut self,
        host: &mut dyn Host,
        name: Option<&str>,
        answers: &[bool],
        reason: &Reason,
    ) -> Result<Outcome, ActionError> {
        let test = TagTest::of(self.codebook(), answers.iter().copied());
        if let Some(asked) = test.next() {
            return Err(ActionError::TestNotEnded(asked.words()));
        }
        let tag = test.fitting().first().map(|tag| tag.id.clone()).ok_or(ActionError::NoTagFits)?;
        let reason = match reason {
            Reason::None => String::new(),
            Reason::Answers => test.reason(),
            Reason::Words(words) => words.trim().to_owned(),
        };
        let keep = |annotation: &mut Annotation| annotation.add_to_note(&reason);
        let is_selection = name.is_none() && (!self.selection().is_empty() || self.focus().is_none());
        if !is_selection {
            let label = Label::Retag(self.tag_words(&tag));
            return self.change_mark(host, name, label, |annotation| {
                annotation.tags = vec![tag];
                keep(annotation);
            });
        }
        let label = Label::Tag(self.tag_words(&tag));
        let mut annotation = self.fresh_mark(host, &self.selection().pieces(), Some(tag))?;
        keep(&mut annotation);
        let id = annotation.id;
        self.commit(host, label, &Transaction::new([Change::put(annotation)]), None)?;
        self.focus.set(Some(id));
        Ok(Outcome { created: Some(id), notice: None })
    }
}
