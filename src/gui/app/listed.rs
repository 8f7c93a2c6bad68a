//! The list of the folder's articles: its order and line, and looking into one article after another.

use super::App;
use crate::document::{DocumentId, import};
use crate::gui::modal::Modal;
use crate::gui::modal::correcting::CorrectionSheet;
use crate::gui::words::say;
use crate::layer::AnnotationId;
use crate::library::EntryOrder;
use egui::Context;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Where the host keeps which documents were opened: an id to a line.
const READ: &str = "read";
/// The same of replies.
const READ_REPLIES: &str = "read-replies";
/// How many of them are kept: the list is written whole.
const MOST_READ: usize = 20_000;

impl App {
    /// Takes over the order of the list and what was read, from earlier windows.
    pub(super) fn begin_list(&mut self) {
        let order = EntryOrder::called(&self.settings.articles_by);
        self.workspace.listing_mut().set_order(order);
        let lines = self.host.stored(READ).unwrap_or_default();
        let ids = lines.lines().filter_map(|line| uuid::Uuid::try_parse(line).ok()).map(DocumentId);
        self.workspace.set_read(ids.collect());
        let lines = self.host.stored(READ_REPLIES).unwrap_or_default();
        let ids = lines.lines().filter_map(AnnotationId::from_digits);
        self.workspace.set_read_replies(ids.collect());
    }

    /// Orders the list otherwise.
    pub(super) fn order_list(&mut self, order: EntryOrder, ctx: &Context) {
        self.workspace.listing_mut().set_order(order);
        self.prefer(ctx, |settings| order.name().clone_into(&mut settings.articles_by));
    }

    /// Looks into an article of the list: in the tab of the one that was looked into before, unless that
    /// one was kept.
    pub(super) fn look_into_article(&mut self, path: PathBuf) {
        if let Some(index) = self.workspace.sessions().iter().position(|session| session.path() == path) {
            self.activate(index);
            return;
        }
        self.awaited_preview = Some(path.clone());
        self.open(path, &import::Options::default());
    }

    /// Opens an article of the list to stay.
    pub(super) fn keep_article(&mut self, path: PathBuf) {
        self.workspace.keep(&path);
        self.awaited_preview.take_if(|awaited| *awaited == path);
        if self.workspace.sessions().iter().all(|session| session.path() != path) {
            self.open(path, &import::Options::default());
        }
    }

    /// Asks when an article of the folder was published, and by whom, where its file is wrong.
    pub(super) fn ask_correction(&mut self, path: &Path) {
        let library = self.workspace.library();
        let entry = library.and_then(|library| library.entry(&library.path_of(path)?));
        match entry {
            Some(entry) => {
                let sheet = CorrectionSheet::of(entry);
                self.show(Modal::Correct(Box::new(sheet)));
            }
            None => self.notices.say(say!("refused-no-folder")),
        }
    }

    /// An article has come in: it takes the place of the preview if it is one itself.
    pub(super) fn take_place_of_preview(&mut self, path: &Path) {
        if self.awaited_preview.take_if(|awaited| *awaited == path).is_none() {
            return;
        }
        let before = self.workspace.preview().map(Path::to_owned).filter(|before| before != path);
        let is_before = |session: &crate::session::Session| Some(session.path()) == before.as_deref();
        if let Some(index) = self.workspace.sessions().iter().position(is_before) {
            self.close(index);
        }
        self.workspace.show_as_preview(path);
    }

    /// The article at hand counts as read from now on.
    pub(super) fn note_read(&mut self, document: DocumentId) {
        if self.workspace.note_read(document) {
            let read: &BTreeSet<DocumentId> = self.workspace.read();
            let few = read.iter().skip(read.len().saturating_sub(MOST_READ));
            let lines: String = few.map(|id| format!("{}\n", id.0.simple())).collect();
            // Which cards are in strong type is not worth a message if it cannot be kept.
            self.host.store(READ, &lines).unwrap_or_default();
        }
    }

    /// Replies were looked at, and are not new any more.
    pub(super) fn note_replies(&mut self, replies: &[AnnotationId]) {
        if self.workspace.note_replies(replies) {
            let read = self.workspace.read_replies();
            let few = read.iter().skip(read.len().saturating_sub(MOST_READ));
            let lines: String = few.map(|id| format!("{}\n", id.0.simple())).collect();
            self.host.store(READ_REPLIES, &lines).unwrap_or_default();
        }
    }

    /// Goes to the next article of the list, or of those that are open where no folder is.
    pub(super) fn step_listed(&mut self, forward: bool, ctx: &Context) {
        let Some(library) = self.workspace.library() else { return self.step_tab(forward, ctx) };
        let here = self.workspace.active().and_then(|session| library.path_of(session.path()));
        let next = self.workspace.listing().beside(here.as_deref(), forward);
        match next.map(|entry| library.file_of(entry)) {
            Some(path) => self.look_into_article(path),
            None if forward => self.notices.say(say!("list-at-end")),
            None => self.notices.say(say!("list-at-start")),
        }
    }

    /// Goes to the next tab, of an article or a page; where there is no other, to the next article of the list.
    pub(super) fn step_tab(&mut self, forward: bool, ctx: &Context) {
        let n_articles = self.workspace.sessions().len();
        let pages = self.views.tabs();
        let count = n_articles + pages.len();
        let looked_at = pages.iter().position(|&(_, is_looked_at)| is_looked_at);
        let here = looked_at.map_or(self.workspace.active_index(), |nth| n_articles + nth);
        let step = if forward { 1 } else { count.saturating_sub(1) };
        if 1 < count {
            let next = (here + step) % count;
            match next.checked_sub(n_articles).and_then(|nth| pages.get(nth)) {
                Some((row, _)) => self.show_view(row.id, ctx),
                None => self.activate(next),
            }
        } else if self.workspace.library().is_some() {
            self.step_listed(forward, ctx);
        } else {
            self.notices.say(say!("list-only-article"));
        }
    }
}
