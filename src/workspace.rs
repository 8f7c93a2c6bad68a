//! The articles that are open together, and the folder they were taken from; what is done in many of them
//! at once.
//!
//! Knows no window and no disk: what is read comes by the host.

pub mod edits;
mod joined;
mod register;

use self::joined::Joined;
pub use self::joined::Partner;
use crate::document::{DocumentId, import};
use crate::host::Host;
use crate::layer::{AnnotationId, Annotator};
use crate::library::{IndexNews, Library, Listing, OpenError};
use crate::session::{FolderDesk, Session};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Open articles in the order of their opening, one of which is looked at.
#[derive(Debug, Default)]
pub struct Workspace {
    sessions: Vec<Session>,
    active: usize,
    library: Option<Library>,
    listing: Listing,
    /// The documents that were ever opened.
    read: BTreeSet<DocumentId>,
    /// The replies of others that were looked at.
    read_replies: BTreeSet<AnnotationId>,
    /// The article whose place the next one that is only looked into takes.
    preview: Option<PathBuf>,
    /// What the person at work says of the folder, once something was done to it.
    register: Option<FolderDesk>,
    /// The revision of each open article that the folder shows.
    shown: BTreeMap<PathBuf, u64>,
    /// Steps in two articles that are one, the latest last.
    joined: Vec<Joined>,
}

impl Workspace {
    /// The open articles.
    pub fn sessions(&self) -> &[Session] {
        &self.sessions
    }

    /// The article that is looked at.
    pub fn active(&self) -> Option<&Session> {
        self.sessions.get(self.active)
    }

    /// Its number.
    pub fn active_index(&self) -> usize {
        self.active
    }

    /// The article that is looked at, to be changed.
    pub fn active_mut(&mut self) -> Option<&mut Session> {
        self.sessions.get_mut(self.active)
    }

    /// One open article.
    pub fn session_mut(&mut self, path: &Path) -> Option<&mut Session> {
        self.sessions.iter_mut().find(|session| session.path() == path)
    }

    /// The folder, if one is open.
    pub fn library(&self) -> Option<&Library> {
        self.library.as_ref()
    }

    /// The folder, to be asked for jobs.
    pub fn library_mut(&mut self) -> Option<&mut Library> {
        self.library.as_mut()
    }

    /// The articles of the folder, as they are listed.
    pub fn listing(&self) -> &Listing {
        &self.listing
    }

    /// The same, to be ordered or chosen otherwise.
    pub fn listing_mut(&mut self) -> &mut Listing {
        &mut self.listing
    }

    /// Has the list show the folder as it is.
    pub fn follow_listing(&mut self) {
        if let Some(library) = &self.library {
            self.listing.follow(library, &self.read);
        }
    }

    /// The documents that were ever opened.
    pub fn read(&self) -> &BTreeSet<DocumentId> {
        &self.read
    }

    /// Takes them over from an earlier time.
    pub fn set_read(&mut self, read: BTreeSet<DocumentId>) {
        self.read = read;
    }

    /// Notes that a document was opened; whether that is new.
    pub fn note_read(&mut self, document: DocumentId) -> bool {
        self.read.insert(document)
    }

    /// The replies of others that were looked at.
    pub fn read_replies(&self) -> &BTreeSet<AnnotationId> {
        &self.read_replies
    }

    /// Takes them over from an earlier time.
    pub fn set_read_replies(&mut self, read: BTreeSet<AnnotationId>) {
        self.read_replies = read;
    }

    /// Notes that replies were looked at; whether one of them is new.
    pub fn note_replies(&mut self, replies: &[AnnotationId]) -> bool {
        let before = self.read_replies.len();
        self.read_replies.extend(replies);
        before < self.read_replies.len()
    }

    /// The article that is open only until another one is looked into, if one is.
    pub fn preview(&self) -> Option<&Path> {
        self.preview.as_deref()
    }

    /// An open article is a preview, until it is kept.
    pub fn show_as_preview(&mut self, path: &Path) {
        self.preview = Some(path.to_owned());
    }

    /// The article stays open when another one is looked into.
    pub fn keep(&mut self, path: &Path) {
        self.preview.take_if(|preview| *preview == path);
    }

    /// The article that is looked at stays open.
    pub fn keep_active(&mut self) {
        if let Some(path) = self.active().map(|session| session.path().to_owned()) {
            self.keep(&path);
        }
    }

    /// Looks at another open article.
    pub fn activate(&mut self, index: usize) {
        self.active = index.min(self.sessions.len().saturating_sub(1));
    }

    /// Opens an article, or looks at it if it is open.
    pub fn open(
        &mut self,
        path: &Path,
        options: &import::Options,
        annotator: Option<Annotator>,
        host: &dyn Host,
    ) -> Result<(), OpenError> {
        if let Some(index) = self.sessions.iter().position(|session| session.path() == path) {
            self.active = index;
            return Ok(());
        }
        let session = Session::open(path, options, annotator, host)?;
        self.add(session);
        Ok(())
    }

    /// Adds an article and looks at it; one with the same path is replaced.
    pub fn add(&mut self, mut session: Session) {
        match self.sessions.iter().position(|open| open.path() == session.path()) {
            Some(index) => {
                session.succeed(&self.sessions[index]);
                self.sessions[index] = session;
                self.active = index;
            }
            None => {
                self.sessions.push(session);
                self.active = self.sessions.len() - 1;
            }
        }
    }

    /// Closes an article. What is not saved is lost: save first.
    pub fn close(&mut self, index: usize) {
        if index < self.sessions.len() {
            let session = self.sessions.remove(index);
            self.shown.remove(session.path());
            self.keep(session.path());
            self.library.iter_mut().for_each(|library| library.close(session.path()));
            if index < self.active || self.active == self.sessions.len() {
                self.active = self.active.saturating_sub(1);
            }
        }
    }

    /// Takes over another folder, or none.
    pub fn set_library(&mut self, mut library: Option<Library>) {
        if let (Some(library), Some(before)) = (&mut library, &self.library) {
            library.go_on_from(before.revision());
        }
        self.library = library;
        self.shown.clear();
        self.follow_register();
        self.show_open();
    }

    /// Takes over what a look at the folder found.
    pub fn take_news(&mut self, news: IndexNews) {
        if let Some(library) = &mut self.library {
            let has_registers = news.registers.is_some();
            library.take(news);
            self.show_open();
            if has_registers {
                self.follow_register();
            }
        }
    }

    /// Has the folder show the open articles as they are now, unsaved marks and all. Costs nothing for
    /// those whose marks did not change since the last time.
    pub fn show_open(&mut self) {
        let Some(library) = &mut self.library else { return };
        for session in &self.sessions {
            let path = session.path();
            let is_there = library.path_of(path).is_some_and(|path| library.entry(&path).is_some());
            let revision = session.article().revision();
            if !is_there {
                self.shown.remove(path);
            } else if self.shown.insert(path.to_owned(), revision) != Some(revision) {
                library.set_open(path, session.article());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::MemoryHost;
    use crate::library::Depth;
    use crate::session::Action;

    fn n_marks(workspace: &Workspace, path: &str) -> Option<usize> {
        workspace.library()?.entry(path).map(|entry| entry.rows.len())
    }

    #[test]
    fn a_folder_shows_an_open_article_as_it_is_until_it_is_closed() {
        let layer = include_str!("../tests/support/market.txt.ana-1a7e.postil.jsonl");
        let text = include_bytes!("../tests/support/market.txt");
        let mut host = MemoryHost::with("/desk/2017/market.txt", text);
        let layer_path = Path::new("/desk/2017/market.txt.ana-1a7e.postil.jsonl");
        host.files.insert(layer_path.to_owned(), layer.into());
        let mut library = Library::new(PathBuf::from("/desk"), Depth::All);
        let job = library.look();
        let mut workspace = Workspace::default();
        let article = Path::new("/desk/2017/market.txt");
        let me = host.annotator.clone();
        workspace.open(article, &import::Options::default(), me, &host).unwrap();
        // The folder comes after the article: its marks are shown as soon as it is there.
        workspace.set_library(Some(library));
        job.run(&host, |news| {
            workspace.take_news(news);
            true
        });
        let before = n_marks(&workspace, "2017/market.txt").unwrap();
        assert!(0 < before);
        let session = workspace.active_mut().unwrap();
        let id = session.marks()[0].annotation.id;
        let remove = Action::Delete(Some(id.0.simple().to_string()));
        session.perform(&remove, &mut host).unwrap();
        workspace.show_open();
        assert_eq!(n_marks(&workspace, "2017/market.txt"), Some(before - 1));
        let revision = workspace.library().unwrap().revision();
        workspace.show_open();
        assert_eq!(workspace.library().unwrap().revision(), revision, "nothing changed");
        workspace.close(0);
        assert_eq!(n_marks(&workspace, "2017/market.txt"), Some(before), "as it lies on the disk");
    }
}
