//! From mark to mark: of one tag, of one person, of those that need a look.

use super::App;
use crate::anchor::Placement;
use crate::article::PlacedLayer;
use crate::gui::panels::mark_row::mark_name;
use crate::gui::words::{name, say, words_of};
use crate::layer::{AnnotationId, AnnotatorId, TagId};
use crate::session::{Action, MarkRef};

impl App {
    /// Tells screen readers which mark was made, tagged or chosen.
    pub(super) fn tell_mark(&mut self, action: &Action, before: Option<AnnotationId>) {
        let Some(session) = self.workspace.active() else { return };
        let Some(mark) = session.focus().and_then(|id| session.mark(id)) else { return };
        let annotation = mark.annotation;
        let tags = mark_name(session, annotation);
        let words = match action {
            Action::Tag(..) | Action::Retag(..) | Action::Test(..) | Action::Untag(..) | Action::Mark => {
                say!("mark-made", tags = tags.to_lowercase(), quote = annotation.quote())
            }
            Action::Move(..) => say!("mark-has-now", quote = annotation.quote()),
            Action::Focus(_) if session.focus() != before => match words_of(annotation).as_str() {
                "" => say!("mark-told", tags = tags, quote = annotation.quote()),
                note => say!("mark-told-noted", tags = tags, quote = annotation.quote(), note = note),
            },
            _ => return,
        };
        self.notices.whisper(&words);
    }

    /// Chooses the next of the marks that are meant, or says that there is none or no other.
    fn go_to_next(&mut self, forward: bool, none: &str, is_meant: &dyn Fn(&MarkRef<'_>) -> bool) {
        let Some(session) = self.workspace.active() else { return };
        let before = session.focus();
        match session.next_mark_where(forward, is_meant) {
            None => self.notices.say(say!("going-none", what = none)),
            Some(id) if Some(id) == before => {
                self.notices.say(say!("going-no-other", what = none));
                self.go_to_mark(id);
            }
            Some(id) => self.go_to_mark(id),
        }
    }

    pub(super) fn go_to_tagged(&mut self, tag: &TagId, forward: bool) {
        let label = name(self.codebook().label(tag)).to_lowercase();
        self.go_to_next(forward, &label, &|mark| mark.annotation.has_tag(tag));
    }

    /// The next mark with a tag of the chosen one.
    pub(super) fn go_to_alike(&mut self, forward: bool) {
        let Some(session) = self.workspace.active() else { return };
        let Some(mark) = session.focus().and_then(|id| session.mark(id)) else { return };
        let tags = mark.annotation.tags.clone();
        let shares = |mark: &MarkRef<'_>| {
            tags.is_empty() && mark.annotation.tags.is_empty()
                || tags.iter().any(|tag| mark.annotation.has_tag(tag))
        };
        self.go_to_next(forward, &say!("going-same-tag"), &shares);
    }

    pub(super) fn go_to_same_person(&mut self) {
        let Some(session) = self.workspace.active() else { return };
        if let Some(mark) = session.focus().and_then(|id| session.mark(id)) {
            self.go_to_person(mark.layer.layer.annotator.id);
        }
    }

    pub(super) fn go_to_person(&mut self, person: AnnotatorId) {
        let Some(session) = self.workspace.active() else { return };
        let of = |open: &&PlacedLayer| open.layer.annotator.id == person;
        let name = session.layers().iter().find(of).map_or("", |open| open.layer.annotator.name.as_str());
        let none = say!("going-of-person", person = name);
        self.go_to_next(true, &none, &|mark| mark.layer.layer.annotator.id == person);
    }

    pub(super) fn go_to_others(&mut self) {
        let Some(session) = self.workspace.active() else { return };
        let me = session.annotator().map(|annotator| annotator.id);
        let is_others = |mark: &MarkRef<'_>| Some(mark.layer.layer.annotator.id) != me;
        self.go_to_next(true, &say!("going-of-others"), &is_others);
    }

    pub(super) fn go_to_review(&mut self) {
        let needs_look = |mark: &MarkRef<'_>| mark.placement.is_some_and(Placement::needs_review);
        // Those that were left as they are come again when nothing else is left.
        let left = |mark: &MarkRef<'_>| self.is_left(mark.annotation.id);
        let Some(session) = self.workspace.active() else { return };
        let others = session.marks().into_iter().filter(needs_look).filter(|mark| !left(mark));
        let wanted: std::collections::BTreeSet<_> = others.map(|mark| mark.annotation.id).collect();
        let is_meant = |mark: &MarkRef<'_>| {
            needs_look(mark) && (wanted.is_empty() || wanted.contains(&mark.annotation.id))
        };
        self.go_to_next(true, &say!("going-needs-look"), &is_meant);
    }
}
