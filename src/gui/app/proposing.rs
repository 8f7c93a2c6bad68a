//! What the rules propose to mark: asked for, gone through, accepted and refused.

use super::App;
use crate::gui::told;
use crate::gui::words::say;
use crate::gui::worker::{Job, Lane};
use crate::session::action::proposed::OnProposals;
use crate::session::{Action, FoundProposals};
use std::path::Path;

impl App {
    /// Looks for proposals and goes to the first behind the caret; puts them away if they are shown.
    pub(super) fn propose_marks(&mut self) {
        let Some(session) = self.workspace.active() else { return };
        if session.has_proposals() {
            self.perform(&Action::Proposals(OnProposals::PutAway));
            return;
        }
        self.look_for_proposals(false);
    }

    /// Has those be proposed again that were refused in this article.
    pub(super) fn propose_again(&mut self) {
        let Some(session) = self.workspace.active() else { return };
        if session.has_proposals() { self.bring_back_proposals() } else { self.look_for_proposals(true) }
    }

    /// Has the article that is looked at read through; asked for twice, it is read once.
    fn look_for_proposals(&mut self, again: bool) {
        let Some(session) = self.workspace.active() else { return };
        let (path, job) = (session.path().to_owned(), session.propose_job());
        self.worker.cancel(Lane::Table, Path::new(Job::PROPOSING));
        self.worker.give(Job::propose(path, again, job), &mut *self.host);
    }

    /// The proposals of an article were found. They are shown where it is still looked at.
    pub(super) fn proposed(&mut self, article: &Path, again: bool, found: FoundProposals) {
        let Some(session) = self.workspace.active_mut() else { return };
        if session.path() != article || !found.is_of(session) {
            return;
        }
        if let Err(error) = session.take_proposals(found) {
            return self.notices.refuse(told::refusal(&error), told::hint(&error));
        }
        match session.proposals().len() {
            _ if again => self.bring_back_proposals(),
            0 => self.notices.say(say!("proposals-none")),
            count => {
                self.notices.say(say!("proposals-found", count = count));
                self.step_proposal(true);
            }
        }
    }

    fn bring_back_proposals(&mut self) {
        self.perform(&Action::Proposals(OnProposals::BringBack));
        self.step_proposal(true);
    }

    /// Goes to the next proposal, or to the one before.
    pub(super) fn step_proposal(&mut self, forward: bool) {
        let next = self.workspace.active().and_then(|session| session.next_proposal(forward));
        if let Some(nth) = next {
            self.perform(&Action::Proposals(OnProposals::LookAt(nth)));
            self.show_proposal();
        }
    }

    /// Accepts or refuses the proposal that is looked at, and goes to the next.
    pub(super) fn decide_proposal(&mut self, accepts: bool) {
        let Some(session) = self.workspace.active() else { return };
        if session.chosen_proposal().is_none() {
            self.step_proposal(true);
            return;
        }
        let decision = if accepts { OnProposals::Accept(None) } else { OnProposals::Refuse(None) };
        self.perform(&Action::Proposals(decision));
        let Some(session) = self.workspace.active() else { return };
        if session.has_proposals() && session.proposals().is_empty() {
            self.notices.say(say!("proposals-done"));
        }
        self.show_proposal();
    }

    /// Brings the proposal that is looked at into view.
    pub(super) fn show_proposal(&mut self) {
        let Some(session) = self.workspace.active() else { return };
        let chosen = session.chosen_proposal();
        let start = session
            .proposals()
            .iter()
            .find(|(nth, _)| Some(*nth) == chosen)
            .map(|(_, one)| one.range.start());
        if let Some((start, reader)) = start.zip(self.reader_mut()) {
            reader.jump_near(start, super::marks::MARGIN);
        }
    }
}
