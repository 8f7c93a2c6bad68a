//! What somebody wrote in the margin of the article's file, taken over as a mark of one's own.

use super::label::Label;
use super::{ActionError, Outcome, Session};
use crate::document::Remark;
use crate::host::Host;
use crate::layer::{Change, Transaction};

impl Session {
    /// Makes a mark of comment `nth` of the file, from 1, on the words that it is about; where it stands at a
    /// place, on the sentence there. Its note says who wrote it and when.
    pub(super) fn take_remark(&mut self, host: &mut dyn Host, nth: usize) -> Result<Outcome, ActionError> {
        let remarks = self.document().remarks();
        let remark = nth.checked_sub(1).and_then(|nth| remarks.get(nth));
        let remark = remark.cloned().ok_or(ActionError::NoRemark(nth, remarks.len()))?;
        let range = match remark.range.is_empty() {
            true => self.document().sentence_at(remark.range.start()),
            false => remark.range,
        };
        let mut mark = self.fresh_mark(host, &[range], None)?;
        mark.note = note_of(&remark);
        let id = mark.id;
        self.commit(host, Label::Remark, &Transaction::new([Change::put(mark)]), None)?;
        self.focus.set(Some(id));
        Ok(Outcome { created: Some(id), notice: None })
    }
}

/// `Ana, 2026-03-02: Who says so?`
fn note_of(remark: &Remark) -> String {
    let said = [&remark.author, &remark.date].into_iter().flatten().map(|words| words.trim());
    let said: Vec<&str> = said.filter(|words| !words.is_empty()).collect();
    if said.is_empty() { remark.text.clone() } else { format!("{}: {}", said.join(", "), remark.text) }
}
