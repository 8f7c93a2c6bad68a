//! Linking as one act: a mark, then the other end, wherever that is pointed at.

use super::App;
use crate::document::DocumentId;
use crate::gui::linking::{From, Linking};
use crate::gui::outbox::{Request, Way};
use crate::gui::view_ctx::name;
use crate::gui::words::say;
use crate::layer::{AnnotationId, RelationSlug, TagId};
use crate::page::Align;
use crate::session::{Action, Place};
use std::path::{Path, PathBuf};

/// The other end, as far as it is known.
struct End {
    mark: AnnotationId,
    tags: Vec<TagId>,
    document: DocumentId,
    /// The file of its article, if that is open.
    open: Option<PathBuf>,
}

impl App {
    /// Has the chosen mark wait for the other end of a link.
    pub(super) fn begin_link(&mut self) {
        if let Some(linking) = &mut self.linking {
            return linking.focus();
        }
        self.leave_marks_here();
        let Some(session) = self.workspace.active() else { return };
        let Some(mark) = session.focus().and_then(|id| session.mark(id)) else { return };
        if session.codebook().link_to_words(&mark.annotation.tags).is_none() {
            return self.notices.say(say!("linking-no-kind"));
        }
        self.linking = Some(Linking::of(session, &mark));
        self.notices.whisper(&say!("linking-how"));
    }

    /// Leaves it as it was, and says so.
    pub(super) fn leave_linking(&mut self) {
        let Some(linking) = self.linking.take() else { return };
        self.notices.say(say!("linking-left"));
        if self.workspace.active().is_some_and(|session| session.path() == linking.from.path) {
            self.perform(&Action::Focus(name(linking.from.mark)));
            self.show_mark(linking.from.mark);
        }
        self.focus_page();
    }

    /// A link whose mark or article is gone waits for nothing.
    pub(super) fn follow_linking(&mut self) {
        let is_there = |linking: &mut Linking| {
            let mut open = self.workspace.sessions().iter();
            let session = open.find(|session| session.path() == linking.from.path);
            session.is_none_or(|session| session.mark(linking.from.mark).is_none())
        };
        if self.linking.take_if(is_there).is_some() {
            self.notices.say(say!("linking-left"));
        }
    }

    /// What is asked for elsewhere while a link waits: what would choose a mark is its other end. `None`
    /// where it was that.
    pub(super) fn link_instead(&mut self, request: Request) -> Option<Request> {
        if self.linking.is_none() {
            return Some(request);
        }
        match request {
            Request::Go(Way::Mark(mark)) | Request::Focus(Some(mark)) | Request::MarkIn(_, mark) => {
                self.link_to(mark)
            }
            // A click beside all marks.
            Request::Focus(None) => self.notices.say(say!("linking-beside")),
            _ => return Some(request),
        }
        None
    }

    /// Brings a mark of the article into view, and leaves what is chosen as it is.
    pub(super) fn show_mark(&mut self, mark: AnnotationId) {
        let hull = self.workspace.active().and_then(|session| session.mark(mark)?.hull());
        if let Some((hull, reader)) = hull.zip(self.reader_mut()) {
            reader.go_to(hull.start(), Align::Nearest(super::marks::MARGIN));
        }
    }

    /// The words that are selected become the other end, or the mark does that they have just got.
    pub(super) fn link_selection(&mut self) {
        let Some(linking) = &self.linking else { return };
        let Some(session) = self.workspace.active() else { return };
        let from = linking.from.clone();
        if let Some(focus) = session.focus().filter(|&focus| focus != from.mark) {
            return self.link_to(focus);
        }
        let places: Vec<Place> = session.selection().pieces().into_iter().map(Place::Bytes).collect();
        if session.selection().is_empty() {
            return self.notices.say(say!("linking-beside"));
        }
        let Some((kind, tag)) = session.codebook().link_to_words(&from.tags) else { return };
        let (kind, tag) = (kind.id.clone(), tag.cloned());
        if session.path() == from.path {
            let mark = name(from.mark).unwrap_or_default();
            self.finish_link(&from.path, from.mark, &[Action::LinkWords(mark, kind, places)]);
        } else if session.annotator().is_none() {
            // The name is asked for; the words are marked then, and the link still waits.
            self.perform(&tag.map_or(Action::Mark, |tag| Action::Tag(tag, None)));
        } else {
            let there = session.path().to_owned();
            let before = self.n_steps([&from.path, &there]);
            self.perform(&tag.map_or(Action::Mark, |tag| Action::Tag(tag, None)));
            let made = self.workspace.active().and_then(|session| session.focus());
            made.into_iter().for_each(|mark| self.link_to(mark));
            self.join_steps([&from.path, &there], before);
        }
    }

    /// How many steps can be taken back in each of two articles.
    fn n_steps(&self, paths: [&Path; 2]) -> [usize; 2] {
        paths.map(|path| {
            let session = self.workspace.sessions().iter().find(|session| session.path() == path);
            session.map_or(0, |session| session.history().len())
        })
    }

    /// Words that were marked in the second of two articles and their link are one step, whichever of the
    /// two has the link.
    fn join_steps(&mut self, paths: [&Path; 2], before: [usize; 2]) {
        let after = self.n_steps(paths);
        let [here, there] = paths;
        if after == [before[0] + 1, before[1] + 1] {
            self.workspace.join_last(here, there);
        } else if after == [before[0], before[1] + 2]
            && let Some(session) = self.workspace.session_mut(there)
        {
            session.join_last_two();
        }
    }

    /// Links the mark that waits to another one, by the first kind of the codebook that fits.
    pub(super) fn link_to(&mut self, other: AnnotationId) {
        let Some(from) = self.linking.as_ref().map(|linking| linking.from.clone()) else { return };
        if other == from.mark {
            return self.notices.say(say!("linking-itself"));
        }
        let Some(end) = self.end_of(other) else { return };
        let Some((action, is_theirs)) = self.link_between(&from, &end) else {
            return self.notices.say(say!("linking-unfit"));
        };
        match end.open.filter(|_| is_theirs) {
            // It is the other article's link.
            Some(path) => {
                self.activate_path(&path);
                self.perform(&action);
                self.finish_link(&from.path, from.mark, &[]);
            }
            None => self.finish_link(&from.path, from.mark, &[action]),
        }
    }

    /// The first link of the codebook that there may be between the two, and whether it is of the other
    /// article.
    fn link_between(&self, from: &From, end: &End) -> Option<(Action, bool)> {
        let origin = self.workspace.sessions().iter().find(|session| session.path() == from.path)?;
        let document = origin.document_id();
        let mut kinds = origin.codebook().links_between(&from.tags, &end.tags);
        // Where an article is not open, nothing can start in it.
        let (kind, is_back) = kinds.find(|&(_, is_back)| !is_back || end.open.is_some())?;
        let (start, finish) = if is_back { (end.mark, from.mark) } else { (from.mark, end.mark) };
        let is_away = end.document != document;
        let away = is_away.then_some(if is_back { document } else { end.document });
        Some((link(start, kind.id.clone(), finish, away), is_away && is_back))
    }

    /// Does what is left to do in the article that the link was begun in, where the keyboard is then.
    fn finish_link(&mut self, path: &Path, mark: AnnotationId, actions: &[Action]) {
        self.linking = None;
        self.activate_path(path);
        actions.iter().for_each(|action| self.perform(action));
        self.go_to_mark(mark);
        self.focus_page();
    }

    fn activate_path(&mut self, path: &Path) {
        let open = self.workspace.sessions().iter().position(|session| session.path() == path);
        if let Some(index) = open {
            self.activate(index);
        }
    }

    /// What is known of a mark: in the open articles as they are, in others as the folder has them.
    fn end_of(&self, mark: AnnotationId) -> Option<End> {
        for session in self.workspace.sessions() {
            if let Some(found) = session.mark(mark) {
                let tags = found.annotation.tags.clone();
                let (document, open) = (session.document_id(), Some(session.path().to_owned()));
                return Some(End { mark, tags, document, open });
            }
        }
        let (entry, row) = self.workspace.library()?.mark(mark)?;
        Some(End { mark, tags: row.tags.to_vec(), document: entry.document?, open: None })
    }
}

fn link(from: AnnotationId, kind: RelationSlug, to: AnnotationId, away: Option<DocumentId>) -> Action {
    let start = name(from).unwrap_or_default();
    match away {
        Some(document) => Action::LinkAway(start, kind, to, document),
        None => Action::Link(start, kind, name(to).unwrap_or_default()),
    }
}
