//! Lanes in which jobs wait: what must be quick never waits for what may be slow.
//!
//! Each lane has a thread, so that a slow article holds up no save. A thread begins a job only when no
//! lane before its own has one waiting, articles that are read apart aside. A lane holds a certain number of jobs, and jobs that nobody waits
//! for any more are taken out of it, or told so while they run.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// What a job is for. The first is served first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::gui) enum Lane {
    /// Marks go to the disk.
    Save,
    /// Articles are read, and looked at again.
    Open,
    /// The same for articles that are read apart. Such a file may take its time, which no other lane waits for.
    Apart,
    /// Marks of many articles are changed.
    Edit,
    /// A folder is searched.
    Search,
    /// Tables are made of rows.
    Table,
    /// Pictures are measured and decoded.
    Picture,
    /// Folders are listed and read through.
    Index,
}

impl Lane {
    const ALL: [Self; 8] = [
        Self::Save,
        Self::Open,
        Self::Apart,
        Self::Edit,
        Self::Search,
        Self::Table,
        Self::Picture,
        Self::Index,
    ];

    /// How many jobs may wait in it.
    fn most(self) -> usize {
        match self {
            Self::Save | Self::Edit | Self::Search | Self::Table | Self::Picture | Self::Index => 256,
            Self::Open | Self::Apart => 1024,
        }
    }

    /// What its thread is called.
    pub(super) fn thread(self) -> &'static str {
        match self {
            Self::Save => "postil saving",
            Self::Open => "postil opening",
            Self::Apart => "postil reading",
            Self::Edit => "postil editing",
            Self::Search => "postil searching",
            Self::Table => "postil tables",
            Self::Picture => "postil pictures",
            Self::Index => "postil indexing",
        }
    }
}

/// Whether somebody still waits for what a job finds.
#[derive(Clone, Debug, Default)]
pub(in crate::gui) struct Wanted(Arc<AtomicBool>);

impl Wanted {
    /// Long jobs ask now and then.
    pub(in crate::gui) fn is_wanted(&self) -> bool {
        !self.0.load(Ordering::Relaxed)
    }

    fn drop_it(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// A job of a lane, about a file or a folder.
struct Waiting<J> {
    job: J,
    about: PathBuf,
}

/// The jobs of a lane.
struct Queue<J> {
    waiting: VecDeque<Waiting<J>>,
    running: Option<(PathBuf, Wanted)>,
}

impl<J> Queue<J> {
    fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }
}

struct State<J> {
    queues: [Queue<J>; 8],
    is_closed: bool,
}

/// The lanes, between those who give jobs and the threads that do them.
pub(super) struct Lanes<J> {
    state: Mutex<State<J>>,
    changed: Condvar,
}

impl<J> Lanes<J> {
    /// Lanes without jobs.
    pub(super) fn new() -> Self {
        let queues = Lane::ALL.map(|_| Queue { waiting: VecDeque::new(), running: None });
        Self { state: Mutex::new(State { queues, is_closed: false }), changed: Condvar::new() }
    }

    /// A thread that panicked has left the queues as they are between two steps.
    fn lock(&self) -> MutexGuard<'_, State<J>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts a job into a lane; gives it back if the lane is full.
    pub(super) fn give(&self, lane: Lane, about: &Path, job: J) -> Result<(), J> {
        let mut state = self.lock();
        let waiting = &mut state.queues[lane as usize].waiting;
        if lane.most() <= waiting.len() {
            return Err(job);
        }
        waiting.push_back(Waiting { job, about: about.to_owned() });
        drop(state);
        self.changed.notify_all();
        Ok(())
    }

    /// Waits for the next job of a lane; `None` when the window is gone and nothing is left to do.
    pub(super) fn next(&self, lane: Lane) -> Option<(J, Wanted)> {
        let mut state = self.lock();
        loop {
            let before = Lane::ALL[..lane as usize].iter().filter(|before| **before != Lane::Apart);
            let is_first = before.map(|before| &state.queues[*before as usize]).all(Queue::is_empty);
            let queue = &mut state.queues[lane as usize];
            queue.running = None;
            if is_first && let Some(next) = queue.waiting.pop_front() {
                let wanted = Wanted::default();
                queue.running = Some((next.about, wanted.clone()));
                drop(state);
                // A lane behind may go on now.
                self.changed.notify_all();
                return Some((next.job, wanted));
            }
            if state.is_closed && state.queues[lane as usize].waiting.is_empty() {
                return None;
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Nobody waits any more for the jobs of a lane that are about a path.
    pub(super) fn cancel(&self, lane: Lane, about: &Path) {
        let mut state = self.lock();
        let queue = &mut state.queues[lane as usize];
        queue.waiting.retain(|waiting| waiting.about != about);
        if let Some((_, wanted)) = queue.running.as_ref().filter(|(running, _)| running == about) {
            wanted.drop_it();
        }
        drop(state);
        self.changed.notify_all();
    }

    /// The window is gone: saves that wait are still done, nothing else is.
    pub(super) fn close(&self) {
        let mut state = self.lock();
        state.is_closed = true;
        for queue in state.queues.iter_mut().skip(1) {
            queue.waiting.clear();
            queue.running.iter().for_each(|(_, wanted)| wanted.drop_it());
        }
        drop(state);
        self.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lanes(jobs: &[(Lane, &'static str)]) -> Lanes<&'static str> {
        let lanes = Lanes::new();
        for &(lane, job) in jobs {
            assert_eq!(lanes.give(lane, Path::new(job), job), Ok(()));
        }
        lanes
    }

    /// What a lane's thread would do until it has to wait for ever.
    fn rest(lanes: &Lanes<&'static str>, lane: Lane) -> Vec<&'static str> {
        std::iter::from_fn(|| lanes.next(lane).map(|(job, _)| job)).collect()
    }

    #[test]
    fn a_full_lane_gives_the_job_back_and_holds_up_no_other() {
        let lanes = Lanes::new();
        for nth in 0..Lane::Index.most() {
            assert_eq!(lanes.give(Lane::Index, Path::new("folder"), nth), Ok(()));
        }
        assert_eq!(lanes.give(Lane::Index, Path::new("folder"), 7), Err(7));
        assert_eq!(lanes.give(Lane::Save, Path::new("article"), 8), Ok(()));
        assert_eq!(lanes.next(Lane::Save).map(|(job, _)| job), Some(8));
    }

    #[test]
    fn a_lane_begins_nothing_while_one_before_it_has_jobs_waiting() {
        let lanes = lanes(&[(Lane::Index, "list"), (Lane::Open, "open")]);
        std::thread::scope(|scope| {
            let behind = scope.spawn(|| lanes.next(Lane::Index).map(|(job, _)| job));
            // It can only have waited if the job before it is still there.
            assert_eq!(lanes.next(Lane::Open).map(|(job, _)| job), Some("open"));
            assert_eq!(behind.join().expect("a thread"), Some("list"));
        });
    }

    #[test]
    fn articles_that_are_read_apart_hold_up_no_other_work() {
        let lanes = lanes(&[
            (Lane::Apart, "slow"),
            (Lane::Apart, "slower"),
            (Lane::Open, "open"),
            (Lane::Index, "list"),
        ]);
        assert_eq!(lanes.next(Lane::Open).map(|(job, _)| job), Some("open"));
        assert_eq!(lanes.next(Lane::Index).map(|(job, _)| job), Some("list"));
        assert_eq!(lanes.next(Lane::Apart).map(|(job, _)| job), Some("slow"));
    }

    #[test]
    fn what_nobody_waits_for_is_not_done_and_is_told_so_while_it_runs() {
        let lanes = lanes(&[(Lane::Index, "a"), (Lane::Index, "b"), (Lane::Index, "c")]);
        let (first, wanted) = lanes.next(Lane::Index).expect("a job");
        assert!(first == "a" && wanted.is_wanted());
        lanes.cancel(Lane::Index, Path::new("b"));
        assert!(wanted.is_wanted());
        lanes.cancel(Lane::Index, Path::new("a"));
        assert!(!wanted.is_wanted());
        let (next, wanted) = lanes.next(Lane::Index).expect("a job");
        assert!(next == "c" && wanted.is_wanted());
    }

    #[test]
    fn when_the_window_goes_only_saves_are_still_done() {
        let lanes = lanes(&[(Lane::Save, "one"), (Lane::Save, "two"), (Lane::Index, "list")]);
        lanes.close();
        assert_eq!(rest(&lanes, Lane::Save), ["one", "two"]);
        assert_eq!(rest(&lanes, Lane::Index), [""; 0]);
    }
}
