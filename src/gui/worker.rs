//! What must not hold up a frame: reading articles, saving, listing folders, looking for fonts and
//! asking the system's dialogs. The one place but `disk/log.rs` that starts threads.
#![expect(clippy::disallowed_methods, reason = "the one place of the window that starts threads")]

mod asking;
mod event;
mod job;
mod lanes;
mod searching;
mod typesetting;
mod watching;

pub(super) use event::{Ask, Event};
pub(super) use job::Job;
pub(super) use lanes::Lane;
pub(super) use typesetting::Order;
pub(super) use watching::MOST_FOLDERS;

use crate::host::Host;
use lanes::{Lanes, Wanted};
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, OnceLock};
use std::thread::Builder;
use std::time::Duration;

/// Stacks for readers of strangers' files.
const STACK: usize = 8 << 20;

/// Says what was done, and wakes the window once there is one.
#[derive(Clone)]
struct Teller {
    events: Sender<Event>,
    wake: Arc<OnceLock<egui::Context>>,
}

impl Teller {
    /// Whether anybody still hears it.
    fn tell(&self, event: Event) -> bool {
        let is_heard = self.tell_quietly(event);
        self.wake.get().inspect(|ctx| ctx.request_repaint());
        is_heard
    }

    /// The same for what can wait for the next frame.
    fn tell_quietly(&self, event: Event) -> bool {
        self.events.send(event).is_ok()
    }
}

/// The threads, and what they have to say.
pub(super) struct Worker {
    /// Whether there may be threads; without them, work is done where it is given.
    has_threads: bool,
    lanes: Arc<Lanes<Job>>,
    /// The lanes that have a thread.
    served: Vec<Lane>,
    events: Receiver<Event>,
    teller: Teller,
    /// Where the typesetting thread listens, once it has been started.
    typesetter: Option<Sender<Order>>,
    watch: watching::Watch,
}

impl Worker {
    /// A worker with threads or without.
    pub(super) fn new(has_threads: bool) -> Self {
        let (sender, events) = channel();
        Self {
            has_threads,
            lanes: Arc::new(Lanes::new()),
            served: Vec::new(),
            events,
            teller: Teller { events: sender, wake: Arc::default() },
            typesetter: None,
            watch: watching::Watch::default(),
        }
    }

    /// Says which window to wake when something is done.
    pub(super) fn set_context(&mut self, ctx: &egui::Context) {
        self.teller.wake.get_or_init(|| ctx.clone());
    }

    /// The window that is woken.
    pub(super) fn context(&self) -> Option<&egui::Context> {
        self.teller.wake.get()
    }

    /// Gives a job; done by `host` at once if there is no thread. Whether its lane had room for it: a
    /// save is done at once where it has none, since none may be refused.
    pub(super) fn give(&mut self, job: Job, host: &mut dyn Host) -> bool {
        let job = if self.serves(job.lane, host) {
            let (lane, about) = (job.lane, job.about.clone());
            match self.lanes.give(lane, &about, job) {
                Ok(()) => return true,
                Err(_) if lane != Lane::Save => return false,
                Err(save) => save,
            }
        } else {
            job
        };
        job.run(host, &Wanted::default(), &self.teller);
        true
    }

    /// Nobody waits any more for the jobs of a lane that are about an article or a folder.
    pub(super) fn cancel(&self, lane: Lane, about: &Path) {
        self.lanes.cancel(lane, about);
    }

    /// Whether a lane has a thread, which its first job starts.
    fn serves(&mut self, lane: Lane, host: &dyn Host) -> bool {
        if self.has_threads && !self.served.contains(&lane) {
            let (lanes, teller) = (Arc::clone(&self.lanes), self.teller.clone());
            let serve = |mut host: Box<dyn Host>| {
                start(lane.thread(), move || {
                    while let Some((job, wanted)) = lanes.next(lane) {
                        if !job.run(&mut *host, &wanted, &teller) {
                            return;
                        }
                    }
                })
            };
            if host.another().is_some_and(serve) {
                self.served.push(lane);
            }
        }
        self.served.contains(&lane)
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

impl Drop for Worker {
    fn drop(&mut self) {
        self.lanes.close();
    }
}

/// Starts a thread; whether the system has one.
fn start(name: &str, work: impl FnOnce() + Send + 'static) -> bool {
    Builder::new().name(name.to_owned()).stack_size(STACK).spawn(work).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::{Directories, Disk};
    use std::path::PathBuf;

    #[test]
    fn a_job_that_panics_is_told_and_its_lane_goes_on() {
        let mut host = Disk::with(Directories::below(PathBuf::from("/nowhere")));
        let mut worker = Worker::new(true);
        for nth in 0..3 {
            let about = PathBuf::from(format!("/nowhere/{nth}"));
            assert!(worker.give(Job::new(Lane::Open, about, |_, _, _| panic!("on purpose")), &mut host));
        }
        assert!(worker.give(Job::entries(PathBuf::from("/nowhere")), &mut host));
        let told: Vec<_> = std::iter::from_fn(|| worker.wait(Duration::from_secs(60))).take(4).collect();
        let about = |event: &Event| match event {
            Event::Failed(Lane::Open, about) => about.display().to_string(),
            Event::Entries(folder, _) => format!("entries of {}", folder.display()),
            _ => String::new(),
        };
        let told: Vec<String> = told.iter().map(about).collect();
        assert_eq!(told, ["/nowhere/0", "/nowhere/1", "/nowhere/2", "entries of /nowhere"]);
    }
}
