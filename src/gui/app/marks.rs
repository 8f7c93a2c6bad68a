//! Marks as the keyboard has them: tagging, going from one to the next, moving their ends.

use super::App;
use super::searching::Goal;
use crate::anchor::Placement;
use crate::gui::all_marks::Deed;
use crate::gui::modal::Modal;
use crate::gui::tag_test::TagTestSheet;
use crate::gui::view_ctx::name;
use crate::layer::{AnnotationId, TagId};
use crate::session::{Action, Place, Session, Way};
use crate::text::{TextRange, TextSize, boundary};

/// How far from the edge a chosen mark is kept, in points.
pub(super) const MARGIN: f32 = 80.0;

impl App {
    pub(super) fn select_all(&mut self) {
        if let Some(table) = self.table_mut() {
            return table.choose_all();
        }
        let end =
            self.workspace.active().map_or(TextSize::ZERO, |session| TextSize::of(session.document().text()));
        self.perform(&Action::Span { anchor: TextSize::ZERO, head: end, keeps: false });
    }

    /// A tag's key: the words just marked and the chosen mark get it instead of what they had;
    /// a selection is marked with it.
    pub(super) fn tag(&mut self, tag: &TagId) {
        if self.table_mut().is_some() {
            return self.edit_chosen(Deed::Retag(tag.clone()));
        }
        let mine = self
            .workspace
            .active()
            .and_then(|session| session.mark(session.focus()?))
            .is_some_and(|mark| mark.is_writable());
        self.perform(&if mine { Action::Retag(None, tag.clone()) } else { Action::Tag(tag.clone(), None) });
    }

    /// Puts what is selected, or the chosen mark, to the codebook's questions.
    pub(super) fn ask_test(&mut self) {
        let session = self.workspace.active();
        let spot = session.and_then(|session| self.readers.get(session.path())?.spot());
        if let Some(sheet) = session.and_then(|session| TagTestSheet::of(session, spot)) {
            self.show(Modal::TagTest(Box::new(sheet)));
        }
    }

    pub(super) fn toggle_tag(&mut self, tag: &TagId) {
        if self.table_mut().is_some() {
            return self.edit_chosen(Deed::Tag(tag.clone()));
        }
        let Some(mark) = self.workspace.active().and_then(|session| session.mark(session.focus()?)) else {
            return;
        };
        let id = name(mark.annotation.id);
        self.perform(&if mark.annotation.has_tag(tag) {
            Action::Untag(id, tag.clone())
        } else {
            Action::Tag(tag.clone(), id)
        });
    }

    /// Deletes the chosen mark, or those that are chosen in the table.
    pub(super) fn delete_mark(&mut self) {
        if self.table_mut().is_some() {
            return self.edit_chosen(Deed::Delete);
        }
        self.perform(&Action::Delete(None));
    }

    /// Takes the last change back: the article's, or that of many articles where the table is looked at.
    pub(super) fn undo(&mut self) {
        if self.table_mut().is_some() {
            return self.undo_edits();
        }
        self.step(Way::Back);
    }

    /// Does the step again that was taken back last.
    pub(super) fn redo(&mut self) {
        self.step(Way::Forth);
    }

    /// Takes a step of the article, and what goes with it in another one.
    fn step(&mut self, way: Way) {
        if self.step_in_class(way) || self.step_in_folder(way) {
            return;
        }
        let partner = self.workspace.partner(way);
        let before = self.workspace.active().map(Session::again);
        self.perform(match way {
            Way::Back => &Action::Undo,
            Way::Forth => &Action::Redo,
        });
        let is_taken = self.workspace.active().map(Session::again) != before;
        if let Some(partner) = partner.filter(|_| is_taken) {
            self.step_with(&partner);
        }
    }

    /// Puts the keyboard into the field that finds words among the marks.
    pub(super) fn focus_filter(&mut self) {
        self.show_marks();
        if let Some(marks) = self.marks_view() {
            marks.list.focus_filter();
        }
    }

    pub(super) fn step_mark(&mut self, forward: bool) {
        if let Some(id) = self.workspace.active().and_then(|session| session.next_mark(forward)) {
            self.go_to_mark(id);
        }
    }

    /// Of the marks at the caret, or at the chosen mark, the next.
    pub(super) fn cycle_marks(&mut self) {
        let Some(session) = self.workspace.active() else { return };
        let hull = session.focus().and_then(|id| session.mark(id)).and_then(|mark| mark.hull());
        let caret = session.selection().head;
        let at = hull.filter(|hull| !hull.contains(caret)).map_or(caret, TextRange::start);
        let marks = session.marks_at(at);
        let focused = marks.iter().position(|mark| Some(mark.annotation.id) == session.focus());
        let next =
            marks.get(focused.map_or(0, |i| (i + 1) % marks.len().max(1))).map(|mark| mark.annotation.id);
        if let Some(next) = next {
            self.perform(&Action::Focus(name(next)));
            if let Some(reader) = self.reader_mut() {
                reader.list_marks(at);
            }
        }
    }

    /// Chooses a mark and shows it on the page; one of another article of the folder there.
    pub(super) fn go_to_mark(&mut self, id: AnnotationId) {
        let is_here = self.workspace.active().is_some_and(|session| session.mark(id).is_some());
        let library = self.workspace.library().filter(|_| !is_here);
        if let Some(path) = library.and_then(|library| Some(library.file_of(library.mark(id)?.0)))
            && self.workspace.active().is_none_or(|session| session.path() != path)
        {
            return self.open_at(path, Some(Goal::Mark(id)));
        }
        self.views.leave_page();
        let start =
            self.workspace.active().and_then(|session| session.mark(id)?.hull()).map(TextRange::start);
        if let Some(start) = start {
            self.perform(&Action::Span { anchor: start, head: start, keeps: false });
            if let Some(reader) = self.reader_mut() {
                reader.jump_near(start, MARGIN);
            }
        }
        self.perform(&Action::Focus(name(id)));
    }

    /// Moves an end of the chosen mark by a word.
    pub(super) fn move_end(&mut self, is_start: bool, forward: bool) {
        let Some(session) = self.workspace.active() else { return };
        let Some(mark) = session.focus().and_then(|id| session.mark(id)) else { return };
        let Some(passage) = mark.placement.and_then(Placement::passage) else { return };
        let text = session.document().text();
        let mut pieces = passage.pieces().to_vec();
        let changed = if is_start { pieces.first_mut() } else { pieces.last_mut() };
        if let Some(piece) = changed {
            *piece = match (is_start, forward) {
                (true, true) => TextRange::new(
                    boundary::next_word(text, piece.start()).min(boundary::previous_word(text, piece.end())),
                    piece.end(),
                ),
                (true, false) => TextRange::new(boundary::previous_word(text, piece.start()), piece.end()),
                (false, true) => TextRange::new(piece.start(), boundary::word_end(text, piece.end())),
                (false, false) => TextRange::new(piece.start(), shrunk_end(text, *piece)),
            };
        }
        let id = name(mark.annotation.id);
        self.perform(&Action::Move(id, pieces.into_iter().map(Place::Bytes).collect()));
    }
}

/// The end of `piece` without its last word; its first word stays.
fn shrunk_end(text: &str, piece: TextRange) -> TextSize {
    let last = boundary::previous_word(text, piece.end());
    let before = boundary::previous_word(text, last);
    let first = boundary::word_end(text, piece.start());
    boundary::word_end(text, before).min(last).max(first.min(piece.end()))
}
