//! The one place where actions become deeds. Every arm is one call; the work lives with its noun.

use super::history::Way;
use super::{Action, ActionError, FolderError, Outcome, Place, Selection, Session};
use crate::host::Host;
use crate::text::TextRange;

impl Session {
    /// Does `action`, or says why not and changes nothing.
    pub fn perform(&mut self, action: &Action, host: &mut dyn Host) -> Result<Outcome, ActionError> {
        if !matches!(action, Action::Note(..)) {
            self.history.close();
        }
        self.answer(action, host)
    }

    fn answer(&mut self, action: &Action, host: &mut dyn Host) -> Result<Outcome, ActionError> {
        match action {
            Action::Select(place) => self.select(place),
            Action::SelectMore(place) => self.select_more(place),
            Action::Span { anchor, head, keeps } => self.span(*anchor, *head, *keeps),
            Action::Caret(place) => self.caret(place),
            Action::Clear => self.clear(),
            Action::Mark => self.mark_selection(host, None),
            Action::Tag(tag, None) if self.marks_anew() => self.mark_selection(host, Some(tag.clone())),
            Action::Tag(tag, name) => self.add_tag(host, name.as_deref(), tag.clone()),
            Action::TagAll(tag, query) => self.tag_all(host, tag, query),
            Action::Untag(name, tag) => self.remove_tag(host, name.as_deref(), tag),
            Action::Retag(name, tag) => self.retag(host, name.as_deref(), tag.clone()),
            Action::Test(name, answers, reason) => self.test_tag(host, name.as_deref(), answers, reason),
            Action::Note(name, words) => self.set_note(host, name.as_deref(), words),
            Action::AddNote(name, words) => self.add_note(host, name.as_deref(), words),
            Action::Source(name, words) => self.set_source(host, name.as_deref(), words),
            Action::SourceHere(name) => self.set_source_here(host, name.as_deref()),
            Action::TakeSource(name) => self.take_source(host, name.as_deref()),
            Action::Cue(name, words) => self.set_cue(host, name.as_deref(), words),
            Action::Certainty(name, words) => self.set_certainty(host, name.as_deref(), words),
            Action::Actor(name, nth, actor) => self.set_actor(host, name.as_deref(), *nth, actor),
            Action::Figure(name, nth, words) => self.set_figure(host, name.as_deref(), *nth, words),
            Action::FigureSet(name, nth, field, words) => {
                self.set_figure_field(host, name.as_deref(), (*nth, *field), words)
            }
            Action::Convention(convention) => self.choose_convention(host, convention),
            Action::TakeFigures(name) => self.take_figures(host, name.as_deref()),
            Action::NoFigure(name, nth) => self.no_figure(host, name.as_deref(), *nth),
            Action::Delete(name) => self.delete(host, name.as_deref()),
            Action::Move(name, places) => self.move_to(host, name.as_deref(), places),
            Action::Link(from, kind, to) => self.link(host, from, kind, to),
            Action::LinkAway(from, kind, to, document) => self.link_away(host, from, kind, (*to, *document)),
            Action::LinkWords(from, kind, places) => self.link_words(host, from, kind, places),
            Action::Relink(from, kind, to, other) => self.relink(host, (from, kind, to), other),
            Action::Unlink(from, kind, to) => self.unlink(host, from, kind, to),
            Action::Imply(tag, wording) => self.imply(host, tag.clone(), wording),
            Action::Confirm(name, nth) => self.confirm(host, name.as_deref(), *nth),
            Action::Put(name, places) => self.put(host, name.as_deref(), places),
            Action::Settle(name, which) => self.settle(host, name, *which),
            Action::Decide(how, marks, reason) => self.decide(host, *how, marks, reason),
            Action::Reply(mark, words, resolves) => self.reply(host, mark, words, *resolves),
            Action::Accept(mark, other) => self.accept(host, mark, other.as_deref()),
            Action::Focus(name) => self.set_focus(name.as_deref()),
            Action::Copy(name) => self.copy_mark(host, name.as_deref()),
            Action::TakeRemark(nth) => self.take_remark(host, *nth),
            Action::Proposals(action) => self.on_proposals(host, *action),
            Action::Show(who) => self.set_shown(who, true),
            Action::Hide(who) => self.set_shown(who, false),
            Action::Undo => self.step(Way::Back, host),
            Action::Redo => self.step(Way::Forth, host),
            Action::Restore(day) => self.restore(host, day),
            Action::HandIn => self.hand_in(host),
            Action::TakeBack => self.take_back_handed(),
            Action::Save => self.save(host).map(|()| Outcome::default()).map_err(ActionError::Save),
            Action::Reopen => self.reopen(host),
            Action::Folder(_) => Err(ActionError::Folder(FolderError::NoFolder)),
        }
    }

    /// Whether a tag makes a mark of the selection, and is not for the one that is chosen.
    fn marks_anew(&self) -> bool {
        !self.selection.is_empty() || self.focus().is_none()
    }

    fn select(&mut self, place: &Place) -> Result<Outcome, ActionError> {
        let range = self.find(place)?;
        self.selection = Selection::span(range.start(), range.end());
        self.selected()
    }

    fn select_more(&mut self, place: &Place) -> Result<Outcome, ActionError> {
        let range = self.find(place)?;
        self.selection.add_piece(range.start(), range.end());
        self.selected()
    }

    fn span(
        &mut self,
        anchor: crate::text::TextSize,
        head: crate::text::TextSize,
        keeps: bool,
    ) -> Result<Outcome, ActionError> {
        let end = crate::text::TextSize::of(self.document().text());
        let snap =
            |at: crate::text::TextSize| crate::text::boundary::snap(self.document().text(), at.min(end));
        let (anchor, head) = (snap(anchor), snap(head));
        let more = if keeps { std::mem::take(&mut self.selection.more) } else { Vec::new() };
        self.selection = Selection { anchor, head, more, is_set: true };
        self.selected()
    }

    fn caret(&mut self, place: &Place) -> Result<Outcome, ActionError> {
        let at = self.find(place)?.start();
        self.selection = Selection::caret(at);
        self.selected()
    }

    fn clear(&mut self) -> Result<Outcome, ActionError> {
        self.selection = Selection { is_set: self.selection.is_set, ..Selection::caret(self.selection.head) };
        self.set_focus(None)
    }

    /// A selection with words ends the focus: what is tagged next is the selection.
    fn selected(&mut self) -> Result<Outcome, ActionError> {
        if !self.selection.is_empty() {
            self.focus.set(None);
        }
        Ok(Outcome::default())
    }

    fn move_to(
        &mut self,
        host: &mut dyn Host,
        name: Option<&str>,
        places: &[Place],
    ) -> Result<Outcome, ActionError> {
        let pieces = places.iter().map(|place| self.find(place)).collect::<Result<Vec<TextRange>, _>>()?;
        self.move_mark(host, name, &pieces)
    }

    fn set_focus(&mut self, name: Option<&str>) -> Result<Outcome, ActionError> {
        let focus = name.map(|name| self.mark_called(name).map(|mark| mark.annotation.id)).transpose()?;
        self.focus.set(focus);
        Ok(Outcome::default())
    }

    fn set_shown(&mut self, who: &str, is_shown: bool) -> Result<Outcome, ActionError> {
        if !self.article.set_shown(is_shown, |annotator| annotator.answers_to(who)) {
            let names = self.layers().iter().map(|placed| placed.layer.annotator.name.clone()).collect();
            return Err(ActionError::UnknownPerson(who.to_owned(), names));
        }
        Ok(Outcome::default())
    }

    /// Saves, forgets everything derived, and reads the files again.
    fn reopen(&mut self, host: &mut dyn Host) -> Result<Outcome, ActionError> {
        self.save(host)?;
        let options = self.options();
        let mut again = Self::open_after(&self.path, &options, self.annotator.clone(), &self.before(), host)
            .map_err(|error| ActionError::Open(Box::new(error)))?;
        again.succeed(self);
        again.blind_as(self, host);
        *self = again;
        Ok(Outcome::default())
    }
}
