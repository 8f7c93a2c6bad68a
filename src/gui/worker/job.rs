//! The jobs that lanes hold. A job is one function here: its lane, what it is about, what is done by the
//! host and what is told of it.

use super::Event;
use super::lanes::{Lane, Wanted};
use crate::document::{Document, import};
use crate::gui::pictures::{PictureTask, look};
use crate::layer::Annotator;
use crate::session::copies::CopiesJob;
use crate::session::earlier::earlier_states;
use crate::session::recover::recover;
use crate::session::workspace::Folder;
use crate::session::{Host, RefreshJob, SaveJob, Session};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What is done by the host of a thread; `None` where nobody waited for it to the end.
type Work = Box<dyn FnOnce(&Path, &mut dyn Host, &Wanted) -> Option<Event> + Send>;

/// Work to be done off the frame.
pub(in crate::gui) struct Job {
    pub(super) lane: Lane,
    /// The article or folder.
    pub(super) about: PathBuf,
    work: Work,
}

impl Job {
    fn new(
        lane: Lane,
        about: PathBuf,
        work: impl FnOnce(&Path, &mut dyn Host, &Wanted) -> Option<Event> + Send + 'static,
    ) -> Self {
        Self { lane, about, work: Box::new(work) }
    }

    pub(super) fn run(self, host: &mut dyn Host, wanted: &Wanted) -> Option<Event> {
        (self.work)(&self.about, host, wanted).filter(|_| wanted.is_wanted())
    }

    /// Writes a layer of an article.
    pub(in crate::gui) fn save(article: PathBuf, job: SaveJob) -> Self {
        Self::new(Lane::Save, article, move |article, host, _| {
            Some(Event::Saved(article.to_owned(), Box::new(job.run(host))))
        })
    }

    /// Saves what a crashed program left in its logs.
    pub(in crate::gui) fn recover() -> Self {
        Self::new(Lane::Open, PathBuf::new(), move |_, host, _| Some(Event::Recovered(recover(host))))
    }

    /// Opens an article; `earlier` is what it showed if it is open already.
    pub(in crate::gui) fn open(
        article: PathBuf,
        options: import::Options,
        annotator: Option<Annotator>,
        earlier: Option<Arc<Document>>,
    ) -> Self {
        Self::new(Lane::Open, article, move |article, host, _| {
            let opened = Session::open_after(article, &options, annotator, earlier.as_deref(), host);
            opened.iter().for_each(|session| session.remember(host));
            Some(Event::Opened(article.to_owned(), Box::new(opened)))
        })
    }

    /// Looks again at what lies around an article.
    pub(in crate::gui) fn refresh(article: PathBuf, job: RefreshJob) -> Self {
        Self::new(Lane::Open, article, move |article, host, _| {
            let result = job.run(host);
            result.remember(host);
            Some(Event::Refreshed(article.to_owned(), Box::new(result)))
        })
    }

    /// Looks up the earlier states of an article's layers.
    pub(in crate::gui) fn earlier(article: PathBuf) -> Self {
        Self::new(Lane::Open, article, move |article, host, _| {
            Some(Event::Earlier(article.to_owned(), earlier_states(article, host)))
        })
    }

    /// Removes the conflict copies beside an article.
    pub(in crate::gui) fn remove_copies(article: PathBuf, job: CopiesJob) -> Self {
        Self::new(Lane::Open, article, move |article, host, _| {
            Some(Event::CopiesRemoved(article.to_owned(), job.run(host)))
        })
    }

    /// Measures the pictures of an article, or reads one.
    pub(in crate::gui) fn picture(task: PictureTask) -> Self {
        Self::new(Lane::Picture, task.path.clone(), move |_, host, _| {
            let found = look(&task, host);
            Some(Event::Picture(task, found))
        })
    }

    /// Lists a folder.
    pub(in crate::gui) fn list(folder: PathBuf) -> Self {
        Self::new(Lane::Index, folder, move |folder, host, _| {
            Some(Event::Listed(folder.to_owned(), Folder::list(folder, host)))
        })
    }

    /// Lists a folder anew of which these files changed; `None`: nobody knows which.
    pub(in crate::gui) fn list_again(folder: Folder, changed: Option<BTreeSet<String>>) -> Self {
        Self::new(Lane::Index, folder.path.clone(), move |_, host, _| {
            Some(Event::ListedAgain(folder.renewed(changed.as_ref(), host).ok()))
        })
    }

    /// Lists folders and articles of a folder, for a path that is being typed.
    pub(in crate::gui) fn entries(folder: PathBuf) -> Self {
        Self::new(Lane::Open, folder, move |folder, host, _| {
            let folders = host.folders_in(folder).unwrap_or_default().into_iter().map(|path| (path, true));
            let articles = host.articles_in(folder).unwrap_or_default().into_iter().map(|path| (path, false));
            Some(Event::Entries(folder.to_owned(), folders.chain(articles).collect()))
        })
    }
}
