//! The thread that notices when files change in the folders of the open articles.
//!
//! Events of the system say no more than "look": what happened is decided by comparing the folder's
//! stamps. Where the system gives no events the thread looks once a second. It wakes the window only when
//! something differs, and where there are events it sleeps until one comes.

use super::{Event, Teller, Worker, start};
use crate::host::{Files, Host, Listing, is_watched};
use notify::event::{CreateKind, ModifyKind, RemoveKind};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// So many of the folders in a folder are watched; the system lends each window only so many watches.
pub(in crate::gui) const MOST_FOLDERS: usize = 1000;
/// How long events are gathered: a save is several of them, a merge of branches hundreds.
const GATHER: Duration = Duration::from_millis(80);
/// How often is looked where there are no events.
const POLL: Duration = Duration::from_secs(1);

/// What the thread is told.
enum Order {
    /// The folders to watch from now on, instead of those before.
    Folders(BTreeSet<PathBuf>),
    /// Something may have changed.
    Look,
    /// A watched folder itself was taken away; another one may stand in its place.
    Lost,
}

/// The way to the thread, or what it would do where there is none.
#[derive(Default)]
pub(super) struct Watch {
    thread: Option<Sender<Order>>,
    here: Seen,
}

/// Folders as they were seen last.
#[derive(Default)]
struct Seen(BTreeMap<PathBuf, Listing>);

/// What is noticed: a folder, and the names of what changed in it.
type Noticed = (PathBuf, Option<BTreeSet<String>>);

impl Seen {
    /// Takes other folders on. Those that are new are noticed as a whole.
    fn set(&mut self, folders: &BTreeSet<PathBuf>, host: &dyn Files) -> Vec<Noticed> {
        self.0.retain(|folder, _| folders.contains(folder));
        let mut noticed = Vec::new();
        for folder in folders {
            if !self.0.contains_key(folder) {
                self.0.insert(folder.clone(), host.listing(folder).unwrap_or_default());
                noticed.push((folder.clone(), None));
            }
        }
        noticed
    }

    /// Looks at all folders, and says which files are others than before.
    fn look(&mut self, host: &dyn Files) -> Vec<Noticed> {
        let mut noticed = Vec::new();
        for (folder, seen) in &mut self.0 {
            let now = host.listing(folder).unwrap_or_default();
            let differs = |name: &&String| seen.files.get(*name) != now.files.get(*name);
            let files = seen.files.keys().chain(now.files.keys()).filter(differs);
            let before: BTreeSet<&String> = seen.folders.iter().collect();
            let present: BTreeSet<&String> = now.folders.iter().collect();
            let folders = before.symmetric_difference(&present).copied();
            let changed: BTreeSet<String> = files.chain(folders).cloned().collect();
            if !changed.is_empty() {
                *seen = now;
                noticed.push((folder.clone(), Some(changed)));
            }
        }
        noticed
    }
}

impl Worker {
    /// Watches these folders from now on, instead of those before.
    pub(in crate::gui) fn watch(&mut self, folders: BTreeSet<PathBuf>, host: &dyn Host) {
        if !self.has_threads {
            let noticed = self.watch.here.set(&folders, host);
            return self.teller.notice(noticed);
        }
        if self.watch.thread.is_none() {
            self.watch.thread = host.another().and_then(|host| self.start_watching(host));
        }
        if let Some(thread) = &self.watch.thread {
            thread.send(Order::Folders(folders)).unwrap_or_default();
        }
    }

    /// Looks whether anything changed, whatever events there were.
    pub(in crate::gui) fn look(&mut self, host: &dyn Host) {
        match &self.watch.thread {
            Some(thread) => thread.send(Order::Look).unwrap_or_default(),
            None => {
                let noticed = self.watch.here.look(host);
                self.teller.notice(noticed);
            }
        }
    }

    fn start_watching(&self, host: Box<dyn Host>) -> Option<Sender<Order>> {
        let (orders, to_do) = channel();
        let (teller, notices) = (self.teller.clone(), orders.clone());
        let work = move || run(&*host, &to_do, &notices, &|noticed| teller.notice(noticed));
        start("postil watching", work).then_some(orders)
    }
}

impl Teller {
    fn notice(&self, noticed: Vec<Noticed>) {
        for (folder, changed) in noticed {
            self.tell(Event::Noticed(folder, changed));
        }
    }
}

/// Watches until the window is gone.
fn run(host: &dyn Files, orders: &Receiver<Order>, notices: &Sender<Order>, tell: &dyn Fn(Vec<Noticed>)) {
    let mut seen = Seen::default();
    let mut folders = Folders { watcher: watcher(notices), told_of: BTreeSet::new() };
    loop {
        let is_polling = seen.0.keys().any(|folder| !folders.told_of.contains(folder));
        let order = if is_polling {
            orders.recv_timeout(POLL)
        } else {
            orders.recv().map_err(|_| RecvTimeoutError::Disconnected)
        };
        match order {
            Ok(Order::Folders(wanted)) => {
                // Watched first: what changes after that is told, what changed before is seen.
                folders.set(&wanted, host);
                tell(seen.set(&wanted, host));
                continue;
            }
            Ok(Order::Look) => {}
            Ok(Order::Lost) => folders.watch_anew(host),
            Err(RecvTimeoutError::Timeout) => {
                tell(seen.look(host));
                continue;
            }
            Err(RecvTimeoutError::Disconnected) => return,
        }
        // What comes in the next moment is part of the same.
        std::thread::sleep(GATHER);
        for order in orders.try_iter() {
            match order {
                Order::Look => {}
                Order::Lost => folders.watch_anew(host),
                Order::Folders(wanted) => {
                    folders.set(&wanted, host);
                    tell(seen.set(&wanted, host));
                }
            }
        }
        tell(seen.look(host));
    }
}

/// The system's watcher, and the folders of which it tells.
struct Folders {
    watcher: Option<RecommendedWatcher>,
    told_of: BTreeSet<PathBuf>,
}

impl Folders {
    fn set(&mut self, wanted: &BTreeSet<PathBuf>, host: &dyn Files) {
        let dropped: Vec<PathBuf> = self.told_of.difference(wanted).cloned().collect();
        for folder in dropped {
            self.forget(&folder);
        }
        for folder in wanted {
            if !self.told_of.contains(folder) && host.tells_of_changes(folder) {
                self.add(folder);
            }
        }
    }

    /// A folder that was taken away and put back is another one for the system.
    fn watch_anew(&mut self, host: &dyn Files) {
        let all = std::mem::take(&mut self.told_of);
        for folder in &all {
            self.forget(folder);
        }
        self.set(&all, host);
    }

    fn add(&mut self, folder: &Path) {
        let watcher = self.watcher.as_mut();
        // Where it does not work (there are limits to the number of watches) the folder is looked at.
        if watcher.is_some_and(|watcher| watcher.watch(folder, RecursiveMode::NonRecursive).is_ok()) {
            self.told_of.insert(folder.to_owned());
        }
    }

    fn forget(&mut self, folder: &Path) {
        self.told_of.remove(folder);
        if let Some(watcher) = &mut self.watcher {
            // It may have forgotten the folder by itself.
            drop(watcher.unwatch(folder));
        }
    }
}

/// A watcher that says "look" for the files that matter. Reading is no change: the looking reads.
fn watcher(notices: &Sender<Order>) -> Option<RecommendedWatcher> {
    let notices = notices.clone();
    let answer = move |event: notify::Result<notify::Event>| {
        let order = match event {
            Ok(event) if matches!(event.kind, EventKind::Access(_)) => return,
            Ok(event) => order_for(&event),
            // Events were lost: there is all the more to see.
            Err(_) => Some(Order::Look),
        };
        if let Some(order) = order {
            notices.send(order).unwrap_or_default();
        }
    };
    notify::recommended_watcher(answer).ok()
}

fn order_for(event: &notify::Event) -> Option<Order> {
    if event.need_rescan() {
        return Some(Order::Look);
    }
    let is_meant = |path: &PathBuf| path.file_name().is_some_and(|name| is_watched(&name.to_string_lossy()));
    if event.paths.iter().any(is_meant) {
        return Some(Order::Look);
    }
    match event.kind {
        EventKind::Remove(RemoveKind::Folder) => Some(Order::Lost),
        // A folder may hold articles.
        EventKind::Create(CreateKind::Folder) | EventKind::Modify(ModifyKind::Name(_)) => Some(Order::Look),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::MemoryHost;

    fn host_with(names: &[&str]) -> MemoryHost {
        let mut host = MemoryHost::default();
        for name in names {
            host.files.insert(Path::new("/desk").join(name), b"x".to_vec());
        }
        host
    }

    #[test]
    fn what_came_went_and_changed_is_noticed_once() {
        let mut host = host_with(&["a.txt", "a.txt.ana-1a7e.postil.jsonl", "photo.jpeg", ".~postil-x.tmp"]);
        let mut seen = Seen::default();
        let folders = BTreeSet::from([PathBuf::from("/desk")]);
        assert_eq!(seen.set(&folders, &host), [(PathBuf::from("/desk"), None)]);
        assert!(seen.set(&folders, &host).is_empty() && seen.look(&host).is_empty());
        host.files.insert("/desk/a.txt".into(), b"y".to_vec());
        host.files.insert("/desk/b.md".into(), b"y".to_vec());
        host.files.insert("/desk/photo.jpeg".into(), b"y".to_vec());
        host.files.insert("/desk/2018/c.md".into(), b"y".to_vec());
        host.files.remove(Path::new("/desk/a.txt.ana-1a7e.postil.jsonl"));
        let names = ["2018", "a.txt", "a.txt.ana-1a7e.postil.jsonl", "b.md"].map(str::to_owned);
        assert_eq!(seen.look(&host), [(PathBuf::from("/desk"), Some(names.into()))]);
        assert!(seen.look(&host).is_empty());
    }
}
