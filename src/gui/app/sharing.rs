//! What is to be decided when several wrote the same: versions of marks, conflict copies.

use super::App;
use crate::gui::modal::Modal;
use crate::gui::side::Side;
use crate::gui::words::say;
use crate::gui::worker::Job;
use crate::layer::AnnotatorId;
use crate::session::Action;
use crate::session::copies::CopiesResult;
use std::path::Path;

impl App {
    /// The next mark of which there are several versions. One that was deleted in the version that
    /// counts has no place to go to, and is shown in a dialog.
    pub(super) fn go_to_conflict(&mut self) {
        let Some(session) = self.workspace.active() else { return };
        let conflicts = session.conflicts();
        let here = session.focus().and_then(|focus| conflicts.iter().rposition(|one| one.mark == focus));
        let asked = match &self.modal {
            Some(Modal::Versions { id }) => conflicts.iter().position(|one| one.id == *id),
            _ => here,
        };
        let next = asked.map_or(0, |asked| asked + 1);
        let Some(next) = conflicts.get(next).or(conflicts.first()) else {
            self.notices.say(say!("versions-none"));
            return;
        };
        let (id, mark) = (next.id, next.mark);
        let is_shown = self.settings.shows_marks && self.views.is_drawn(Side::Right);
        let is_seen = is_shown && session.mark(mark).is_some();
        if session.mark(mark).is_some() {
            self.modal = None;
            self.go_to_mark(mark);
        }
        if !is_seen {
            self.show(Modal::Versions { id });
        }
    }

    /// Shows the marks of a person, or hides them.
    pub(super) fn toggle_person(&mut self, person: AnnotatorId) {
        let Some(session) = self.workspace.active() else { return };
        let of_person = session.layers().iter().find(|placed| placed.layer.annotator.id == person);
        let who = person.0.simple().to_string();
        if let Some(placed) = of_person {
            self.perform(&if placed.is_shown { Action::Hide(who) } else { Action::Show(who) });
        }
    }

    /// Shows the marks of one person only.
    pub(super) fn show_only(&mut self, person: AnnotatorId) {
        let Some(session) = self.workspace.active() else { return };
        let people: Vec<AnnotatorId> =
            session.layers().iter().map(|placed| placed.layer.annotator.id).collect();
        for other in people {
            let who = other.0.simple().to_string();
            self.perform(&if other == person { Action::Show(who) } else { Action::Hide(who) });
        }
    }

    /// Asks before conflict copies go.
    pub(super) fn ask_remove_copies(&mut self) {
        let Some(session) = self.workspace.active() else { return };
        if session.copies().next().is_none() {
            self.notices.say(say!("copies-none"));
            return;
        }
        self.show(Modal::Copies);
    }

    pub(super) fn remove_copies(&mut self) {
        self.modal = None;
        let Some(session) = self.workspace.active() else { return };
        let job = Job::remove_copies(session.path().to_owned(), session.remove_copies());
        self.worker.give(job, &mut *self.host);
        self.focus_page();
    }

    pub(super) fn copies_removed(&mut self, path: &Path, result: CopiesResult) {
        if 0 < result.n_removed {
            let n = result.n_removed;
            self.notices.say(say!("copies-removed", count = n));
        }
        let kept = result.told();
        if let Some(first) = kept.first() {
            let more = kept.len() - 1;
            let hint = (0 < more).then(|| say!("copies-more", count = more));
            self.notices.refuse(first.clone(), hint);
        }
        self.look_at(path, None, true);
    }
}
