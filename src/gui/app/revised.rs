//! When an article's file has changed: the offer to read it, the way to the same passage, and what changed.

use super::App;
use crate::analysis::Comparison;
use crate::document::{Document, import};
use crate::gui::changes::{Changes, Pair};
use crate::gui::panels::review;
use crate::gui::view_ctx::{ViewCtx, name};
use crate::gui::{command::Command, outbox::Request};
use crate::layer::AnnotationId;
use crate::session::{Action, Session};
use crate::text::{TextRange, TextSize};
use egui::{RichText, Ui};
use memchr::memmem;
use std::path::Path;
use std::sync::Arc;

/// The words at the top of the page by which the passage is found again, in characters.
const TOP_WORDS: usize = 60;
/// So many pieces of text are looked for, from the top of the page on.
const MOST_TRIED: usize = 8;

/// What stands above the page about another version of its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Bar {
    #[default]
    Nothing,
    /// The file has changed; nobody has read it yet.
    Offered,
    /// The new text is here, and what changed is told.
    Told,
}

/// What is known of the versions of one open article.
#[derive(Default)]
pub(super) struct Revised {
    bar: Bar,
    /// Whether the new text was asked for, so that what changed is told.
    is_awaited: bool,
    changes: Option<Changes>,
    is_shown: bool,
}

impl App {
    /// Offers the new text of an open article: its file is another than the one that was read. The page
    /// changes only when the person asks for it.
    pub(super) fn article_changed(&mut self, path: &Path) {
        if !self.workspace.sessions().iter().any(|session| session.path() == path) {
            return;
        }
        let revised = self.revised.entry(path.to_owned()).or_default();
        if revised.bar != Bar::Offered {
            revised.bar = Bar::Offered;
            self.notices.whisper("the article’s file has changed");
        }
    }

    /// Reads the new text of the article that is looked at.
    pub(super) fn read_new_text(&mut self) {
        let Some(session) = self.workspace.active() else { return };
        let path = session.path().to_owned();
        let reading = session.document().reading();
        let encoding = reading.encoding_overridden.then(|| reading.encoding.to_owned());
        let options = import::Options { encoding, extent: reading.extent };
        let revised = self.revised.entry(path).or_default();
        (revised.bar, revised.is_awaited) = (Bar::Nothing, true);
        self.read_again(&options);
    }

    /// Leaves the page as it is: the offer is made again when the file changes again.
    pub(super) fn put_off(&mut self) {
        if let Some(revised) = self.active_versions() {
            revised.bar = Bar::Nothing;
        }
    }

    fn active_versions(&mut self) -> Option<&mut Revised> {
        self.revised.get_mut(self.workspace.active()?.path())
    }

    /// Forgets the versions of an article that is closed.
    pub(super) fn forget_versions(&mut self, path: &Path) {
        self.revised.remove(path);
    }

    /// An article was read again: what was compared is out of date, and what was asked for is compared.
    pub(super) fn compare_if_awaited(&mut self, path: &Path) {
        let Some(revised) = self.revised.get_mut(path) else { return };
        let session = self.workspace.sessions().iter().find(|session| session.path() == path);
        let is_stale =
            session.zip(revised.changes.as_ref()).is_some_and(|(session, changes)| !changes.is_for(session));
        if is_stale {
            (revised.changes, revised.is_shown) = (None, false);
        }
        if !std::mem::take(&mut revised.is_awaited) {
            return;
        }
        match session.and_then(pair) {
            Some(pair) if pair.was_open => self.worker.compare(pair),
            _ => self.notices.say("the article’s text is the same as before"),
        }
    }

    /// Takes over what the worker compared.
    pub(super) fn take_comparison(&mut self, pair: Pair, comparison: Comparison) {
        let session = self.workspace.sessions().iter().find(|session| session.path() == pair.path);
        if !session.is_some_and(|session| Arc::ptr_eq(session.document(), &pair.new)) {
            return;
        }
        let revised = self.revised.entry(pair.path).or_default();
        let changes = Changes::new(pair.old, pair.new, pair.was_open, comparison);
        if !revised.is_shown {
            revised.bar = Bar::Told;
            let words = session.map_or_else(String::new, |session| summary(&changes, session));
            self.notices.whisper(&words);
        }
        revised.changes = Some(changes);
    }

    /// Shows both versions over the page, or the page again.
    pub(super) fn toggle_changes(&mut self) {
        if self.shows_changes() {
            self.leave_changes(None);
            return;
        }
        let Some(session) = self.workspace.active() else { return };
        let path = session.path().to_owned();
        let pair = pair(session);
        let revised = self.revised.entry(path).or_default();
        revised.is_shown = true;
        match (&mut revised.changes, pair) {
            (Some(changes), _) => changes.focus(),
            (None, Some(pair)) => self.worker.compare(pair),
            (None, None) => {
                revised.is_shown = false;
                self.notices.say("no other version of this article is kept");
            }
        }
    }

    /// Whether both versions are shown instead of the page.
    pub(super) fn shows_changes(&self) -> bool {
        let path = self.workspace.active().map(Session::path);
        path.and_then(|path| self.revised.get(path)).is_some_and(|revised| revised.is_shown)
    }

    /// Shows the page again, perhaps at a place.
    pub(super) fn leave_changes(&mut self, at: Option<TextSize>) {
        if let Some(revised) = self.active_versions() {
            revised.is_shown = false;
        }
        match at {
            Some(at) => self.go_to_offset(at),
            None => self.focus_page(),
        }
    }

    /// Shows a place of a mark that needs a look: its words are selected, and the mark stays chosen.
    pub(super) fn show_candidate(&mut self, id: AnnotationId, nth: usize) {
        let Some(session) = self.workspace.active() else { return };
        let found = session.mark(id).and_then(|mark| mark.placement).map(crate::session::review::candidates);
        let Some(hull) = found.and_then(|found| found.into_iter().nth(nth)?.passage.hull()) else { return };
        self.perform(&Action::Span { anchor: hull.start(), head: hull.end(), keeps: false });
        self.perform(&Action::Focus(name(id)));
        self.review.show(nth);
        if let Some(reader) = self.reader_mut() {
            reader.jump_near(hull.start(), super::marks::MARGIN);
        }
    }

    /// The next of the places that the mark in question may be at.
    pub(super) fn next_candidate(&mut self) {
        let Some(session) = self.workspace.active() else { return };
        let Some(mark) = session.focus().and_then(|id| session.mark(id)) else { return };
        let id = mark.annotation.id;
        let n_places =
            mark.placement.map_or(0, |placement| crate::session::review::candidates(placement).len());
        let before = self.review.shown().filter(|_| self.review.of() == Some(id));
        match n_places {
            0 => self.notices.say("nothing in the text is like this mark"),
            n_places => self.show_candidate(id, before.map_or(0, |nth| (nth + 1) % n_places)),
        }
    }

    /// Says that a mark stands where the page shows it. One that has no place yet is shown its first.
    pub(super) fn confirm_place(&mut self) {
        let Some(session) = self.workspace.active() else { return };
        let Some(mark) = session.focus().and_then(|id| session.mark(id)) else { return };
        let shown = self.review.shown().filter(|_| self.review.of() == Some(mark.annotation.id));
        match shown {
            Some(nth) => self.perform(&Action::Confirm(None, Some(nth + 1))),
            None if mark.hull().is_some() => self.perform(&Action::Confirm(None, None)),
            None => {
                self.next_candidate();
                self.notices.say("is this the place? Do it again to put the mark here");
            }
        }
    }

    /// Puts the mark that needs a look on the selected words.
    pub(super) fn put_on_selection(&mut self) {
        let Some(session) = self.workspace.active() else { return };
        let action = self.review.of().and_then(|id| review::put_on_selection(session, id));
        match action {
            Some(action) => self.perform(&action),
            None => self.notices.say("choose a mark that needs a look, then select the words it belongs on"),
        }
    }

    /// Passes a mark by that needs a look.
    pub(super) fn leave_mark(&mut self, id: AnnotationId) {
        self.review.leave(id);
        self.notices.say("left as it is");
        let others = self.workspace.active().is_some_and(|session| {
            session.marks().iter().any(|mark| {
                mark.placement.is_some_and(crate::anchor::Placement::needs_review)
                    && !self.review.is_left(mark.annotation.id)
            })
        });
        if others {
            self.go_to_review();
        } else {
            self.perform(&Action::Focus(None));
        }
    }
}

/// What is to be compared with what is open.
fn pair(session: &Session) -> Option<Pair> {
    let earlier = session.earlier_text()?;
    Some(Pair {
        path: session.path().to_owned(),
        old: earlier.text.into(),
        new: Arc::clone(session.document()),
        was_open: earlier.was_open,
    })
}

/// `2 changes in substance, 1 mark needs a look`
fn summary(changes: &Changes, session: &Session) -> String {
    let changed = match changes.n_changes() {
        0 if changes.is_same() => "The words are the same".to_owned(),
        0 => "Nothing changed in substance".to_owned(),
        1 => "1 change in substance".to_owned(),
        n => format!("{n} changes in substance"),
    };
    match session.n_to_review() {
        0 => changed,
        1 => format!("{changed}, 1 mark needs a look"),
        n => format!("{changed}, {n} marks need a look"),
    }
}

impl Revised {
    /// Draws the bar below the page, if there is something to say.
    pub(super) fn bar_ui(&self, cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        if !self.has_bar() {
            return;
        }
        ui.horizontal_wrapped(|ui| match self.bar {
            Bar::Nothing => {}
            Bar::Offered => {
                ui.label(RichText::new("The article’s file has changed").color(cx.theme.ink_strong));
                if ui.button("Read the new text").clicked() {
                    cx.run(Command::ReadNewText);
                }
                if ui.button("Later").on_hover_text("The page stays as it is").clicked() {
                    cx.ask(Request::PutOff);
                }
            }
            Bar::Told => {
                let words = self.changes.as_ref().map(|changes| summary(changes, session));
                ui.label(RichText::new(words.unwrap_or_default()).color(cx.theme.ink_strong));
                if ui.button("What changed").clicked() {
                    cx.run(Command::ShowChanges);
                }
                if 0 < session.n_to_review() && ui.button("Look at the marks").clicked() {
                    cx.run(Command::NextToReview);
                }
                if ui.button("Done").clicked() {
                    cx.ask(Request::PutOff);
                }
            }
        });
    }

    pub(super) fn has_bar(&self) -> bool {
        self.bar != Bar::Nothing && !self.is_shown
    }

    /// Draws both versions; whether they are shown at all.
    pub(super) fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) -> bool {
        if !self.is_shown {
            return false;
        }
        match &mut self.changes {
            Some(changes) => changes.ui(cx, ui),
            None => {
                ui.centered_and_justified(|ui| {
                    ui.label(RichText::new("Comparing…").color(cx.theme.ink_subdued));
                });
            }
        }
        true
    }
}

/// Where the passage at `top` of the old text stands in the new one: the words there are looked for, then
/// those after them; the hit nearest to the same share of the text counts, or that share where none is left.
pub(super) fn same_place(old: &Document, top: TextSize, new: &Document) -> TextSize {
    let (text, share) = (new.text(), top.to_usize() * new.text().len() / old.text().len().max(1));
    let first = old.block_at(top).unwrap_or_default();
    let starts = old.blocks().iter().skip(first + 1).map(|block| block.range.start());
    for from in [top].into_iter().chain(starts).take(MOST_TRIED) {
        let rest = old.text().get(from.to_usize()..).unwrap_or_default();
        let end = rest.char_indices().nth(TOP_WORDS).map_or(rest.len(), |(at, _)| at);
        let words = rest.get(..end).unwrap_or_default().lines().next().unwrap_or_default().trim();
        if words.is_empty() {
            continue;
        }
        let hits = memmem::find_iter(text.as_bytes(), words.as_bytes());
        if let Some(at) = hits.min_by_key(|at| at.abs_diff(share)) {
            return new.snap(TextRange::empty(TextSize::from_usize(at))).start();
        }
    }
    new.snap(TextRange::empty(TextSize::from_usize(share))).start()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_stays_at_the_same_passage() {
        let old = Document::plain("One.\n\nTwo here.\n\nThree there.");
        let top = |words: &str| TextSize::from_usize(old.text().find(words).expect(words));
        let shown = |new: &str, words: &str| {
            let new = Document::plain(new);
            let at = same_place(&old, top(words), &new);
            new.text()[at.to_usize()..].to_owned()
        };
        let new = "Nought.\n\nOne.\n\nTwo here.\n\nThree there.";
        assert_eq!(shown(new, "Two"), "Two here.\n\nThree there.");
        assert_eq!(shown("One.\n\nThree there.", "Two"), "Three there.");
        assert!(shown("Something else.", "Two").starts_with("ething"));
    }
}
