//! What must not hold up a frame: reading articles, saving, listing folders, looking for fonts and
//! asking the system's dialogs. The one place but `disk/log.rs` that starts threads.
#![expect(clippy::disallowed_methods, reason = "the one place of the window that starts threads")]

mod searching;
mod typesetting;
mod watching;

pub(super) use typesetting::Order;

use super::changes::Pair;
use super::finding::Batch;
use super::pictures::{Found, PictureTask, look};
use crate::analysis::Comparison;
use crate::document::{Document, import};
use crate::layer::Annotator;
use crate::page::{Estimates, Fonts, Scan, SystemFonts, Typeset};
use crate::session::copies::{CopiesJob, CopiesResult};
use crate::session::earlier::{Earlier, earlier_states};
use crate::session::recover::{Recovered, recover};
use crate::session::save::SaveResult;
use crate::session::workspace::Folder;
use crate::session::{Desktop, Host, HostError, OpenError, RefreshJob, RefreshResult, SaveJob, Session};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::Builder;
use std::time::{Duration, Instant};

/// Stacks for readers of strangers' files.
const STACK: usize = 8 << 20;
/// A dialog that answers "nothing" faster than a person can was never shown.
const NO_DIALOG: Duration = Duration::from_millis(120);

/// Work to be done.
#[derive(Debug)]
pub(super) enum Task {
    /// Opens an article; the last is what it showed if it is open already.
    Open(PathBuf, import::Options, Option<Annotator>, Option<Arc<Document>>),
    /// Saves what a crashed program left in its logs.
    Recover,
    /// Looks up the earlier states of an article's layers.
    Earlier(PathBuf),
    /// Writes a layer.
    Save(PathBuf, Box<SaveJob>),
    /// Lists a folder.
    List(PathBuf),
    /// Lists the folder anew of which these files changed; `None`: nobody knows which.
    ListAgain(Folder, Option<BTreeSet<String>>),
    /// Removes the conflict copies beside an article.
    RemoveCopies(PathBuf, CopiesJob),
    /// Looks again at what lies around an article.
    Refresh(PathBuf, Box<RefreshJob>),
}

/// What the system's dialog is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ask {
    /// Articles.
    Articles,
    /// A folder.
    Folder,
}

/// What was done.
pub(super) enum Event {
    /// An article was read, or not.
    Opened(Box<Result<Session, OpenError>>),
    /// What the logs of crashed programs held.
    Recovered(Vec<Recovered>),
    /// The earlier states of an article's layers.
    Earlier(PathBuf, Vec<Earlier>),
    /// A layer of the article was written, or not.
    Saved(PathBuf, Box<SaveResult>),
    /// A folder was listed, or not.
    Listed(PathBuf, Result<Folder, HostError>),
    /// It was listed anew, where that was possible.
    ListedAgain(Option<Folder>),
    /// Conflict copies were removed, or not.
    CopiesRemoved(PathBuf, CopiesResult),
    /// Files of a folder changed; `None`: it is watched from now on, and what changed before is not known.
    Noticed(PathBuf, Option<BTreeSet<String>>),
    /// What lies around the article was looked at.
    Refreshed(PathBuf, Box<RefreshResult>),
    /// Pictures were measured, or one was read.
    Picture(PictureTask, Found),
    /// More of what a search found.
    Found(Batch),
    /// The machine's fonts.
    Fonts(Box<SystemFonts>),
    /// A portion of a page was set.
    Typeset(Box<Typeset>),
    /// The heights of a page were guessed.
    Estimates(Box<Estimates>),
    /// What the desktop wishes of programs.
    Desktop(Desktop),
    /// Two versions were compared.
    Compared(Pair, Box<Comparison>),
    /// What the person chose.
    Chosen(Vec<PathBuf>),
    /// The system has no dialog to show.
    NoDialog(Ask),
}

/// The threads, and what they have to say.
pub(super) struct Worker {
    tasks: Option<Sender<Task>>,
    /// Pictures have a thread of their own, so that no save waits for one.
    pictures: Option<Sender<PictureTask>>,
    events: Receiver<Event>,
    sender: Sender<Event>,
    wake: Option<egui::Context>,
    waker: Sender<egui::Context>,
    /// Where the typesetting thread listens, once it has been started.
    typesetter: Option<Sender<Order>>,
    watch: watching::Watch,
}

impl Worker {
    /// A worker with `host` on a thread of its own; without one, work is done where it is given.
    pub(super) fn new(host: Option<Box<dyn Host>>) -> Self {
        let (sender, events) = channel();
        let (waker, contexts) = channel();
        let tasks = host.and_then(|mut host| {
            let (tasks, to_do) = channel();
            let events = sender.clone();
            let work = move || {
                let mut ctx: Option<egui::Context> = None;
                for task in to_do {
                    let event = do_task(task, &mut *host);
                    ctx = contexts.try_iter().last().or(ctx);
                    if events.send(event).is_err() {
                        return;
                    }
                    if let Some(ctx) = &ctx {
                        ctx.request_repaint();
                    }
                }
            };
            let started = Builder::new().name("postil worker".to_owned()).stack_size(STACK).spawn(work);
            started.ok().map(|_| tasks)
        });
        Self {
            tasks,
            pictures: None,
            events,
            sender,
            wake: None,
            waker,
            typesetter: None,
            watch: watching::Watch::default(),
        }
    }

    /// Says which window to wake when something is done.
    pub(super) fn set_context(&mut self, ctx: &egui::Context) {
        // Without a thread nobody listens, and nobody needs to.
        self.waker.send(ctx.clone()).unwrap_or_default();
        self.wake = Some(ctx.clone());
    }

    /// Gives work; done by `host` at once if there is no thread.
    pub(super) fn give(&self, task: Task, host: &mut dyn Host) {
        let task = match &self.tasks {
            Some(tasks) => match tasks.send(task) {
                Ok(()) => return,
                Err(refused) => refused.0,
            },
            None => task,
        };
        let event = do_task(task, host);
        self.sender.send(event).unwrap_or_default();
        if let Some(ctx) = &self.wake {
            ctx.request_repaint();
        }
    }

    /// The window that is woken.
    pub(super) fn context(&self) -> Option<&egui::Context> {
        self.wake.as_ref()
    }

    /// Looks at a picture; done by `host` at once if there is no thread.
    pub(super) fn give_picture(&mut self, task: PictureTask, host: &dyn Host) {
        if self.tasks.is_some() && self.pictures.is_none() {
            self.pictures = host.another().and_then(|host| self.start_pictures(host));
        }
        let refused = match &self.pictures {
            Some(pictures) => pictures.send(task).err().map(|refused| refused.0),
            None => Some(task),
        };
        if let Some(task) = refused {
            let found = look(&task, host);
            self.sender.send(Event::Picture(task, found)).unwrap_or_default();
            if let Some(ctx) = &self.wake {
                ctx.request_repaint();
            }
        }
    }

    fn start_pictures(&self, host: Box<dyn Host>) -> Option<Sender<PictureTask>> {
        let (tasks, to_do) = channel();
        let (events, ctx) = (self.sender.clone(), self.wake.clone());
        let work = move || {
            for task in to_do {
                let found = look(&task, &*host);
                if events.send(Event::Picture(task, found)).is_err() {
                    return;
                }
                if let Some(ctx) = &ctx {
                    ctx.request_repaint();
                }
            }
        };
        let started = Builder::new().name("postil pictures".to_owned()).stack_size(STACK).spawn(work);
        started.ok().map(|_| tasks)
    }

    /// Looks for the machine's fonts.
    pub(super) fn scan_fonts(&self, scan: Scan) {
        if self.tasks.is_some() {
            self.on_own_thread("postil fonts", move || Event::Fonts(Box::new(scan.run())));
        }
    }

    /// Listens to what the desktop wishes, for as long as the program runs; without threads it is asked
    /// once.
    pub(super) fn follow_desktop(&self, host: &dyn Host) {
        let (events, ctx) = (self.sender.clone(), self.wake.clone());
        let mut tell = move |desktop| {
            let is_heard = events.send(Event::Desktop(desktop)).is_ok();
            if let Some(ctx) = &ctx {
                ctx.request_repaint();
            }
            is_heard
        };
        match host.another().filter(|_| self.tasks.is_some()) {
            Some(host) => {
                let work = move || host.follow_desktop(&mut tell);
                drop(Builder::new().name("postil desktop".to_owned()).spawn(work));
            }
            None => host.follow_desktop(&mut tell),
        }
    }

    /// Compares two versions of an article, on a thread of its own; at once where there are none.
    pub(super) fn compare(&self, pair: Pair) {
        let work = move || {
            let comparison = Comparison::of(&pair.old, pair.new.text());
            Event::Compared(pair, Box::new(comparison))
        };
        if self.tasks.is_some() {
            self.on_own_thread("postil comparing", work);
            return;
        }
        self.sender.send(work()).unwrap_or_default();
        if let Some(ctx) = &self.wake {
            ctx.request_repaint();
        }
    }

    /// Starts the thread that sets pages in advance, or gives it other fonts. Without threads frames
    /// set all they show.
    pub(super) fn typeset_with(&mut self, fonts: Fonts) {
        if self.tasks.is_none() {
            return;
        }
        if let Some(typesetter) = &self.typesetter {
            typesetter.send(Order::Fonts(Box::new(fonts))).unwrap_or_default();
            return;
        }
        let (orders, to_do) = channel();
        let (events, ctx) = (self.sender.clone(), self.wake.clone());
        let work = move || typesetting::run(fonts, &to_do, &events, ctx.as_ref());
        let started = Builder::new().name("postil typesetting".to_owned()).stack_size(STACK).spawn(work);
        self.typesetter = started.ok().map(|_| orders);
    }

    /// Has something set or guessed in advance; whether there is a thread that does so.
    pub(super) fn typeset(&self, order: Order) -> bool {
        self.typesetter.as_ref().is_some_and(|typesetter| typesetter.send(order).is_ok())
    }

    /// Asks the system's dialog, which may take as long as the person likes.
    pub(super) fn ask(&self, ask: Ask) {
        if self.tasks.is_none() {
            self.sender.send(Event::NoDialog(ask)).unwrap_or_default();
            return;
        }
        self.on_own_thread("postil dialog", move || {
            let asked = Instant::now();
            let dialog = rfd::FileDialog::new();
            let chosen = match ask {
                Ask::Articles => dialog
                    .set_title("Open articles")
                    .add_filter("Articles", &["txt", "text", "md", "markdown", "html", "htm", "xhtml"])
                    .add_filter("All files", &["*"])
                    .pick_files(),
                Ask::Folder => {
                    dialog.set_title("Open a folder of articles").pick_folder().map(|folder| vec![folder])
                }
            };
            match chosen {
                Some(paths) => Event::Chosen(paths),
                None if asked.elapsed() < NO_DIALOG => Event::NoDialog(ask),
                None => Event::Chosen(Vec::new()),
            }
        });
    }

    fn on_own_thread(&self, name: &str, work: impl FnOnce() -> Event + Send + 'static) {
        let (events, ctx) = (self.sender.clone(), self.wake.clone());
        let run = move || {
            events.send(work()).unwrap_or_default();
            if let Some(ctx) = ctx {
                ctx.request_repaint();
            }
        };
        // A machine that cannot start a thread has other worries than a dialog.
        drop(Builder::new().name(name.to_owned()).spawn(run));
    }

    /// What has been done since the last time.
    pub(super) fn events(&self) -> Vec<Event> {
        self.events.try_iter().collect()
    }

    /// Waits a little for something to be done: at the start, so that the first frame has the article.
    pub(super) fn wait(&self, at_most: Duration) -> Option<Event> {
        self.events.recv_timeout(at_most).ok()
    }
}

fn do_task(task: Task, host: &mut dyn Host) -> Event {
    match task {
        Task::Open(path, options, annotator, earlier) => {
            let opened = Session::open_after(&path, &options, annotator, earlier.as_deref(), host);
            opened.iter().for_each(|session| session.remember(host));
            Event::Opened(Box::new(opened))
        }
        Task::Recover => Event::Recovered(recover(host)),
        Task::Earlier(path) => {
            let states = earlier_states(&path, host);
            Event::Earlier(path, states)
        }
        Task::Save(path, job) => Event::Saved(path, Box::new(job.run(host))),
        Task::List(path) => {
            let folder = Folder::list(&path, host);
            Event::Listed(path, folder)
        }
        Task::ListAgain(folder, changed) => Event::ListedAgain(folder.renewed(changed.as_ref(), host).ok()),
        Task::RemoveCopies(path, job) => Event::CopiesRemoved(path, job.run(host)),
        Task::Refresh(path, job) => {
            let result = job.run(host);
            result.remember(host);
            Event::Refreshed(path, Box::new(result))
        }
    }
}
