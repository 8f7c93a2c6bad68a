//! The finder, the outline and the numbers of paragraphs, as the program answers them.

use super::App;
use crate::gui::finding::{Batch, Found, Progress};
use crate::gui::modal::Modal;
use crate::page::Align;
use crate::session::Action;
use crate::text::{TextRange, TextSize};

/// How far from the edge a hit is kept, in points: clear of the bar.
const MARGIN: f32 = 96.0;
/// A selection of more bytes than this is a passage, and nothing to look for.
const LONGEST_WORDS: usize = 120;

impl App {
    /// Ctrl+F: shows the bar with the selected words, or gives it the keyboard. On a page the line that filters it
    /// has it; where it has none, the article comes back with the bar.
    pub(super) fn open_finder(&mut self) {
        if self.views.focus_line() {
            return;
        }
        self.views.leave_page();
        let Some(session) = self.workspace.active() else { return };
        let Some(reader) = self.readers.get(session.path()) else { return };
        let range = session.selection().range();
        let words = session.document().slice(range);
        let is_short = !words.trim().is_empty() && words.len() <= LONGEST_WORDS && !words.contains('\n');
        let is_asked = is_short && !self.finding.is_hit(range, &reader.found);
        let caret = if session.selection().is_set { range.start() } else { reader.top() };
        self.finding.open(is_asked.then_some(words), caret);
        self.finding.wants_focus = true;
    }

    /// Hides the bar; the hit that was looked at is selected, so that it can be marked.
    pub(super) fn close_finder(&mut self) {
        if !self.finding.is_open {
            return;
        }
        let hit = self.reader_mut().and_then(|reader| reader.found.current_hit());
        self.finding.close(hit);
        for reader in self.readers.values_mut() {
            reader.found = Found::default();
        }
        if let Some(hit) = hit {
            self.select_hit(hit);
        }
        self.focus_page();
    }

    /// Starts a search where words, options or article are others than before.
    pub(super) fn follow_search(&mut self) {
        let Some(session) = self.workspace.active() else { return };
        if let Some(reader) = self.readers.get_mut(session.path())
            && let Some(search) = self.finding.follow(session.document())
        {
            reader.found = Found::default();
            search.into_iter().for_each(|search| self.worker.search(search));
        }
    }

    /// Takes in what the worker found, and shows the first hit from the caret on.
    pub(super) fn take_found(&mut self, batch: Batch) {
        let Some(session) = self.workspace.active() else { return };
        let Some(reader) = self.readers.get_mut(session.path()) else { return };
        let Some(hit) = self.finding.take(batch, &mut reader.found) else { return };
        if std::mem::take(&mut self.finding.selects) {
            self.select_hit(hit);
        } else {
            reader.go_to(hit.start(), Align::Nearest(MARGIN));
        }
    }

    /// Goes to the next hit or the one before, and selects it. Where the bar is closed it is shown
    /// again, and the nearest hit from the caret is gone to.
    pub(super) fn step_hit(&mut self, forward: bool) {
        if self.finding.query.is_empty() {
            self.open_finder();
            return;
        }
        let Some(session) = self.workspace.active() else { return };
        let Some(reader) = self.readers.get_mut(session.path()) else { return };
        if !self.finding.is_open {
            let range = session.selection().range();
            self.finding.open(None, if forward { range.end() } else { range.start() });
            (self.finding.selects, self.finding.goes_back) = (true, !forward);
            self.follow_search();
        } else if let Some(hit) = self.finding.step(forward, &mut reader.found) {
            self.select_hit(hit);
        }
    }

    /// Goes to one hit of the list.
    pub(super) fn go_to_hit(&mut self, nth: usize) {
        let Some(session) = self.workspace.active() else { return };
        let Some(reader) = self.readers.get_mut(session.path()) else { return };
        if let Some(hit) = self.finding.go_to(nth, &mut reader.found) {
            self.select_hit(hit);
        }
    }

    pub(super) fn select_hit(&mut self, hit: TextRange) {
        self.views.leave_page();
        self.perform(&Action::Span { anchor: hit.start(), head: hit.end(), keeps: false });
        if let Some(reader) = self.reader_mut() {
            reader.jump_near(hit.start(), MARGIN);
        }
    }

    /// Asks for the tag that every occurrence is to get; for the words first, if nothing is found yet.
    pub(super) fn ask_mark_all(&mut self) {
        let count = self.reader_mut().map_or(0, |reader| reader.found.hits.len());
        if !self.finding.is_open || count == 0 || self.finding.progress == Progress::Running {
            self.open_finder();
            return;
        }
        self.show(Modal::MarkAll { query: self.finding.query.clone(), count, tag: None });
    }

    /// Puts the caret at `offset` and shows it in the upper part of the page.
    pub(super) fn go_to_offset(&mut self, offset: TextSize) {
        self.views.leave_page();
        self.perform(&Action::Span { anchor: offset, head: offset, keeps: false });
        if let Some(reader) = self.reader_mut() {
            reader.jump_to(offset);
            reader.focus();
        }
    }

    /// Asks for the number of a paragraph.
    pub(super) fn ask_paragraph(&mut self) {
        let last = self.reader_mut().map_or(0, |reader| reader.numbers().count());
        self.show(Modal::GoTo { typed: String::new(), last });
    }

    /// Goes to paragraph `number`, from 1.
    pub(super) fn go_to_paragraph(&mut self, number: usize) {
        let Some(session) = self.workspace.active() else { return };
        let Some(reader) = self.readers.get(session.path()) else { return };
        if let Some(range) = reader.numbers().paragraph(session.document(), number) {
            self.go_to_offset(range.start());
        }
    }

    /// Goes to a share of the article, in percent.
    pub(super) fn go_to_share(&mut self, percent: u8) {
        let Some(document) = self.workspace.active().map(|session| session.document()) else { return };
        let at = document.text().len() * usize::from(percent.min(100)) / 100;
        let paragraph = document.paragraph_at(TextSize::from_usize(at));
        // A share is a guess at a place: its sentence is where reading can begin.
        let sentence = document.sentence_at(TextSize::from_usize(at)).start();
        self.go_to_offset(sentence.max(paragraph.start()));
    }
}
