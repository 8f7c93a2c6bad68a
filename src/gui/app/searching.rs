//! The search of the folder: begun as one types, and gone to from its hits.

use super::App;
use crate::analysis::checks::Where;
use crate::gui::folder_search::SearchPage;
use crate::gui::modal::Modal;
use crate::gui::outbox::FoundPlace;
use crate::gui::panels::card_field::Field;
use crate::gui::reader::Reader;
use crate::gui::words::say;
use crate::gui::worker::{Job, Lane};
use crate::layer::{AnnotationId, TagId};
use crate::library::search::Found;
use egui::Context;
use std::path::{Path, PathBuf};

/// What an article is opened for.
#[derive(Clone, Debug)]
pub(super) enum Goal {
    Mark(AnnotationId),
    /// A mark, and what a person mends it by.
    Mend(AnnotationId, Where),
    Place(FoundPlace),
}

impl App {
    /// Begins a search of the folder where words, switches or the folder are others than before; the one
    /// before it is not waited for any more.
    pub(super) fn follow_folder_search(&mut self) {
        if self.views.page() != Some(SearchPage::ID) {
            return;
        }
        let page = self.views.get_mut::<SearchPage>();
        let Some(search) = page.and_then(|page| page.follow(&self.workspace)) else { return };
        self.worker.cancel(Lane::Search, Path::new(""));
        if let Some((serial, search)) = search {
            // The lane holds none but what is wanted, so there is room.
            self.worker.give(Job::search(serial, search), &mut *self.host);
        }
    }

    /// More was found in the folder.
    pub(super) fn take_search(&mut self, serial: u64, found: Found, is_end: bool) {
        if let Some(page) = self.views.get_mut::<SearchPage>() {
            page.take(serial, found, is_end);
        }
    }

    /// Searches the folder for a line of words and filters.
    pub(super) fn search_for(&mut self, line: String, ctx: &Context) {
        self.show_view(SearchPage::ID, ctx);
        if let Some(page) = self.views.get_mut::<SearchPage>() {
            page.ask(line);
        }
    }

    /// Opens an article, or looks at it where it is open, and goes to what was found there.
    pub(super) fn open_at(&mut self, path: PathBuf, goal: Option<Goal>) {
        let page = self.views.page();
        match self.workspace.sessions().iter().position(|session| session.path() == path) {
            Some(index) => {
                self.activate(index);
                goal.into_iter().for_each(|goal| self.go_to_goal(goal, page));
            }
            None => {
                self.awaited = goal.map(|goal| (path.clone(), goal, page));
                // Who goes through hits looks into many articles, and keeps few.
                self.look_into_article(path);
            }
        }
    }

    /// Goes to what an article was opened for.
    pub(super) fn go_to_awaited(&mut self, opened: &Path) {
        if let Some((_, goal, page)) = self.awaited.take_if(|(path, ..)| path == opened) {
            self.go_to_goal(goal, page);
        }
    }

    /// Says what it comes to to mark every occurrence in the folder, and asks whether that is to be done.
    pub(super) fn ask_mark_folder(&mut self, tag: &TagId) {
        let me = self.person_here().map(|annotator| annotator.id);
        let Some(library) = self.workspace.library() else { return };
        let Some(page) = self.views.get::<SearchPage>() else { return };
        if let Some(proposal) = page.proposal(library, self.codebook(), me, tag) {
            self.show(Modal::Edits(proposal));
        }
    }

    /// Goes there; the `page` that led to it is where the way back leads.
    fn go_to_goal(&mut self, goal: Goal, page: Option<&'static str>) {
        match goal {
            Goal::Mark(id) => self.go_to_mark(id),
            Goal::Mend(id, by) => self.mend_by(id, &by),
            Goal::Place(place) => self.go_to_found(place),
        }
        if let Some((reader, page)) = self.reader_mut().zip(page) {
            reader.came_from(page);
        }
    }

    /// Goes to a mark, and opens what a person mends it by.
    fn mend_by(&mut self, id: AnnotationId, by: &Where) {
        self.go_to_mark(id);
        // Coming from a page, the article would take the keyboard from the field.
        self.reader_mut().into_iter().for_each(Reader::leave_keyboard);
        match by {
            Where::Link => self.begin_link(),
            Where::Implied => self.ask_implied_claim(),
            Where::Figure => self.open_field(Field::Figure),
            Where::Source => self.open_field(Field::Source),
            Where::Note => self.edit_note(),
            Where::Search(_) => {}
        }
    }

    /// Goes to a place that the search of the folder found, and lights what else has the words. Where the
    /// article is another by now, the next place with them is gone to.
    fn go_to_found(&mut self, FoundPlace { range, words, query }: FoundPlace) {
        let Some(session) = self.workspace.active() else { return };
        let there = session.document().slice(range).replace(['\n', '\t'], " ");
        if there == words {
            self.select_hit(range);
        } else {
            self.notices.say(say!("search-changed"));
        }
        if let Some(query) = query {
            self.finding.look_for(query, range.start());
            self.follow_search();
        }
        self.focus_page();
    }
}
