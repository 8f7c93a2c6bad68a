//! What must not hold up a frame: reading articles, saving, listing folders, looking for fonts and
//! asking the system's dialogs. The one place that starts threads.
#![expect(clippy::disallowed_methods, reason = "the one place that starts threads")]

use super::pictures::{Found, PictureTask, look};
use crate::document::import;
use crate::layer::Annotator;
use crate::page::{Scan, SystemFonts};
use crate::session::save::SaveResult;
use crate::session::workspace::Folder;
use crate::session::{Host, HostError, OpenError, SaveJob, Session};
use std::path::PathBuf;
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
    /// Opens an article.
    Open(PathBuf, import::Options, Option<Annotator>),
    /// Writes a layer.
    Save(PathBuf, Box<SaveJob>),
    /// Lists a folder.
    List(PathBuf),
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
    /// A layer of the article was written, or not.
    Saved(PathBuf, Box<SaveResult>),
    /// A folder was listed, or not.
    Listed(PathBuf, Result<Folder, HostError>),
    /// Pictures were measured, or one was read.
    Picture(PictureTask, Found),
    /// The machine's fonts.
    Fonts(Box<SystemFonts>),
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
        Self { tasks, pictures: None, events, sender, wake: None, waker }
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
        Task::Open(path, options, annotator) => {
            Event::Opened(Box::new(Session::open(&path, &options, annotator, host)))
        }
        Task::Save(path, job) => Event::Saved(path, Box::new(job.run(host))),
        Task::List(path) => {
            let folder = Folder::list(&path, host);
            Event::Listed(path, folder)
        }
    }
}
