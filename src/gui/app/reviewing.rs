//! Marks that need a look: their places one after another, and what a person decides about them.

use super::App;
use crate::anchor::Placement;
use crate::gui::panels::marks_view::MarksView;
use crate::gui::panels::review::{self, Review};
use crate::gui::view_ctx::name;
use crate::gui::words::say;
use crate::layer::AnnotationId;
use crate::session::Action;
use crate::session::review::candidates;

impl App {
    fn review(&self) -> Option<&Review> {
        self.views.get::<MarksView>().map(|marks| &marks.review)
    }

    /// Which of the places of a mark was shown last.
    fn shown_place(&self, id: AnnotationId) -> Option<usize> {
        self.review().filter(|review| review.of() == Some(id)).and_then(Review::shown)
    }

    /// Whether a mark that needs a look was left as it is.
    pub(super) fn is_left(&self, id: AnnotationId) -> bool {
        self.review().is_some_and(|review| review.is_left(id))
    }

    /// Shows a place of a mark that needs a look: its words are selected, and the mark stays chosen.
    pub(super) fn show_candidate(&mut self, id: AnnotationId, nth: usize) {
        let Some(session) = self.workspace.active() else { return };
        let found = session.mark(id).and_then(|mark| mark.placement).map(candidates);
        let Some(hull) = found.and_then(|found| found.into_iter().nth(nth)?.passage.hull()) else { return };
        self.perform(&Action::Span { anchor: hull.start(), head: hull.end(), keeps: false });
        self.perform(&Action::Focus(name(id)));
        if let Some(marks) = self.marks_view() {
            marks.review.show(nth);
        }
        if let Some(reader) = self.reader_mut() {
            reader.jump_near(hull.start(), super::marks::MARGIN);
        }
    }

    /// The next of the places that the mark in question may be at.
    pub(super) fn next_candidate(&mut self) {
        let Some(session) = self.workspace.active() else { return };
        let Some(mark) = session.focus().and_then(|id| session.mark(id)) else { return };
        let id = mark.annotation.id;
        let n_places = mark.placement.map_or(0, |placement| candidates(placement).len());
        let before = self.shown_place(id);
        match n_places {
            0 => self.notices.say(say!("review-nothing-alike")),
            n_places => self.show_candidate(id, before.map_or(0, |nth| (nth + 1) % n_places)),
        }
    }

    /// Says that a mark stands where the page shows it. One that has no place yet is shown its first.
    pub(super) fn confirm_place(&mut self) {
        let Some(session) = self.workspace.active() else { return };
        let Some(mark) = session.focus().and_then(|id| session.mark(id)) else { return };
        let shown = self.shown_place(mark.annotation.id);
        match shown {
            Some(nth) => self.perform(&Action::Confirm(None, Some(nth + 1))),
            None if mark.hull().is_some() => self.perform(&Action::Confirm(None, None)),
            None => {
                self.next_candidate();
                self.notices.say(say!("review-is-this"));
            }
        }
    }

    /// Puts the mark that needs a look on the selected words.
    pub(super) fn put_on_selection(&mut self) {
        let Some(session) = self.workspace.active() else { return };
        let action = self.review().and_then(Review::of).and_then(|id| review::put_on_selection(session, id));
        match action {
            Some(action) => self.perform(&action),
            None => self.notices.say(say!("review-choose-first")),
        }
    }

    /// Passes a mark by that needs a look.
    pub(super) fn leave_mark(&mut self, id: AnnotationId) {
        if let Some(marks) = self.marks_view() {
            marks.review.leave(id);
        }
        self.notices.say(say!("review-left"));
        let others = self.workspace.active().is_some_and(|session| {
            session.marks().iter().any(|mark| {
                mark.placement.is_some_and(Placement::needs_review) && !self.is_left(mark.annotation.id)
            })
        });
        if others {
            self.go_to_review();
        } else {
            self.perform(&Action::Focus(None));
        }
    }
}
