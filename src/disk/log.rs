//! The write-ahead logs of this program, and those that others left when they crashed.
//!
//! One thread of its own writes them, so that no frame waits for a disk: it gathers for a moment what is
//! to be written, writes it and syncs it. A file that tells which program the logs are of is locked as long
//! as the program lives; the system lets go of it, however the program ends.
#![expect(clippy::disallowed_methods, reason = "the one thread besides those of the window")]

use super::{Directories, folder_of, host_error, reading, real, replace};
use crate::document::Digest;
use crate::host::{HostError, LeftLog, LeftLogs, LogId, LogStand};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use uuid::Uuid;

/// How long is gathered before it is written: half of what a change may take to be kept.
const GATHER: Duration = Duration::from_millis(40);
/// How soon a log that could not be written is tried again.
const AGAIN: Duration = Duration::from_millis(500);
/// The most that is read of one log.
const MAX_LOG_BYTES: usize = 64 << 20;
/// A lock older than this was locked long ago by the program that made it.
const YOUNG: Duration = Duration::from_secs(60);
const ENDING: &str = ".jsonl";
const LOCK_ENDING: &str = ".lock";

/// The logs of one program. Its copies share them.
#[derive(Clone, Debug, Default)]
pub(super) struct Logs(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    writer: Option<Writer>,
    /// The number of the last bytes that were given.
    last: u64,
    n_logs: u64,
    /// Where each log lies.
    paths: BTreeMap<LogId, PathBuf>,
}

/// The thread, and the lock that says that it lives.
#[derive(Debug)]
struct Writer {
    orders: Option<Sender<Order>>,
    thread: Option<JoinHandle<()>>,
    stand: Arc<Mutex<LogStand>>,
    program: String,
    lock: PathBuf,
    /// Held as long as the program lives.
    _held: File,
}

enum Order {
    Write { path: PathBuf, number: u64, bytes: Vec<u8> },
    Remove(PathBuf),
}

impl Logs {
    /// A new log for the layer at `layer`; `None` if there is no place for logs, or no thread.
    pub(super) fn begin(&self, own: &Directories, layer: &Path) -> Option<LogId> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if state.writer.is_none() {
            state.writer = Writer::start(&folder(own));
        }
        let program = state.writer.as_ref()?.program.clone();
        state.n_logs += 1;
        let name = format!("{}.{program}.{:06}{ENDING}", name_of(layer), state.n_logs);
        let log = LogId(state.n_logs);
        state.paths.insert(log, folder(own).join(name));
        Some(log)
    }

    /// Has the thread write `bytes`, and gives the number by which [`Logs::stand`] tells when it has.
    pub(super) fn write(&self, log: LogId, bytes: Vec<u8>) -> u64 {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        state.last += 1;
        if let Some(path) = state.paths.get(&log).cloned() {
            state.order(Order::Write { path, number: state.last, bytes });
        }
        state.last
    }

    pub(super) fn end(&self, log: LogId) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(path) = state.paths.remove(&log) {
            state.order(Order::Remove(path));
        }
    }

    pub(super) fn stand(&self) -> LogStand {
        let state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let stand = state.writer.as_ref().map(|writer| &writer.stand);
        stand.map_or_else(LogStand::default, |stand| {
            stand.lock().unwrap_or_else(PoisonError::into_inner).clone()
        })
    }
}

impl State {
    fn order(&self, order: Order) {
        // Should the thread be gone, nothing counts as kept, and the layers are saved at once.
        if let Some(orders) = self.writer.as_ref().and_then(|writer| writer.orders.as_ref()) {
            drop(orders.send(order));
        }
    }
}

impl Writer {
    fn start(folder: &Path) -> Option<Self> {
        replace::make_folder(folder).ok()?;
        let program = Uuid::new_v4().simple().to_string().chars().take(12).collect::<String>();
        let lock = folder.join(format!("{program}{LOCK_ENDING}"));
        let held = open_private(&lock).ok().filter(|lock| lock.try_lock().is_ok())?;
        let stand = Arc::new(Mutex::new(LogStand::default()));
        let (orders, to_do) = channel();
        let told = Arc::clone(&stand);
        let thread = std::thread::Builder::new().name("postil log".to_owned());
        let thread = Some(thread.spawn(move || Desk::new(told).work(&to_do)).ok()?);
        Some(Self { orders: Some(orders), thread, stand, program, lock, _held: held })
    }
}

impl Drop for Writer {
    /// At the end of the program the thread does what it was given. A lock of which no log is left goes.
    fn drop(&mut self) {
        self.orders = None;
        self.thread.take().map(JoinHandle::join);
        let has_logs =
            names_in(folder_of(&self.lock)).iter().any(|name| program_of(name) == Some(&self.program));
        if !has_logs {
            drop(std::fs::remove_file(&self.lock));
        }
    }
}

/// A file of ours that only this person may read.
fn open_private(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// One log as the thread has it.
#[derive(Default)]
struct Open {
    file: Option<File>,
    /// How much of it is whole and synced; what a failed try left behind it is cut off.
    length: u64,
    /// What is not written yet, and the number of its first bytes.
    waiting: Vec<u8>,
    first: u64,
}

/// What the thread has before it.
struct Desk {
    logs: BTreeMap<PathBuf, Open>,
    stand: Arc<Mutex<LogStand>>,
    /// The number of the last bytes that came.
    last: u64,
}

impl Desk {
    fn new(stand: Arc<Mutex<LogStand>>) -> Self {
        Self { logs: BTreeMap::new(), stand, last: 0 }
    }

    fn work(mut self, orders: &Receiver<Order>) {
        let mut is_open = true;
        while is_open {
            let is_waiting = self.logs.values().any(|log| !log.waiting.is_empty());
            let order =
                if is_waiting { orders.recv_timeout(AGAIN) } else { orders.recv().map_err(Into::into) };
            match order {
                Ok(order) => {
                    self.take(order);
                    is_open = self.gather(orders);
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => is_open = false,
            }
            self.write_all();
        }
    }

    /// Takes what else comes in a moment; whether there can be more.
    fn gather(&mut self, orders: &Receiver<Order>) -> bool {
        let until = Instant::now() + GATHER;
        loop {
            match orders.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(order) => self.take(order),
                Err(error) => return error == RecvTimeoutError::Timeout,
            }
        }
    }

    fn take(&mut self, order: Order) {
        match order {
            Order::Write { path, number, bytes } => {
                let log = self.logs.entry(path).or_default();
                if log.waiting.is_empty() {
                    log.first = number;
                }
                log.waiting.extend(bytes);
                self.last = self.last.max(number);
            }
            Order::Remove(path) => {
                self.logs.remove(&path);
                // One that stays is found by the next start, with nothing new in it.
                drop(std::fs::remove_file(&path));
            }
        }
    }

    fn write_all(&mut self) {
        let mut stand = LogStand { kept: self.last, failed: None };
        for (path, log) in self.logs.iter_mut().filter(|(_, log)| !log.waiting.is_empty()) {
            if let Err(error) = log.write(path) {
                log.file = None;
                stand.kept = stand.kept.min(log.first.saturating_sub(1));
                stand.failed = Some(host_error(&error));
            }
        }
        *self.stand.lock().unwrap_or_else(PoisonError::into_inner) = stand;
    }
}

impl Open {
    fn write(&mut self, path: &Path) -> io::Result<()> {
        let file = match &mut self.file {
            Some(file) => file,
            empty => {
                let mut file = open_private(path)?;
                if self.length == 0 {
                    sync_folder(path)?;
                }
                // Something was half written.
                file.set_len(self.length)?;
                file.seek(io::SeekFrom::Start(self.length))?;
                empty.insert(file)
            }
        };
        file.write_all(&self.waiting)?;
        file.sync_data()?;
        self.length += self.waiting.len() as u64;
        self.waiting.clear();
        Ok(())
    }
}

/// Without this the new name may not survive a power cut.
fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(windows) { Ok(()) } else { File::open(folder_of(path))?.sync_all() }
}

/// The folder of the logs.
fn folder(own: &Directories) -> PathBuf {
    own.state.join("log")
}

/// Which layer a log is for, whatever way leads to it.
pub(super) fn name_of(layer: &Path) -> String {
    Digest::of_bytes(real(layer).as_os_str().as_encoded_bytes()).short_hex()
}

/// The program that a log's name tells.
fn program_of(name: &str) -> Option<&str> {
    name.strip_suffix(ENDING)?.split('.').nth(1)
}

fn names_in(folder: &Path) -> Vec<String> {
    let Ok(entries) = folder.read_dir() else { return Vec::new() };
    let mut names: Vec<String> =
        entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names
}

/// The logs of programs that do not live, with the locks that say so.
pub(super) fn left(own: &Directories) -> LeftLogs {
    let folder = folder(own);
    let mut left = LeftLogs::default();
    let mut held: BTreeMap<String, bool> = BTreeMap::new();
    let names = names_in(&folder);
    for name in &names {
        let Some(program) = program_of(name) else { continue };
        let is_dead = *held.entry(program.to_owned()).or_insert_with(|| {
            let lock = open_private(&folder.join(format!("{program}{LOCK_ENDING}")));
            let lock = lock.ok().filter(|lock| lock.try_lock().is_ok());
            lock.map(|lock| left.held.push(Box::new(lock))).is_some()
        });
        if is_dead && let Ok(bytes) = reading::read(&folder.join(name), MAX_LOG_BYTES) {
            left.logs.push(LeftLog { name: name.clone(), bytes });
        }
    }
    for name in names.iter().filter(|name| is_idle_lock(&folder, name, &held)) {
        drop(std::fs::remove_file(folder.join(name)));
    }
    // Of one program, in the order of their writing: the number stands last in the name.
    left.logs.sort_by(|a, b| order_of(&a.name).cmp(&order_of(&b.name)));
    left
}

/// Whether a lock belongs to a program that is gone and left no log. A young one may belong to a program
/// that is just about to lock it.
fn is_idle_lock(folder: &Path, name: &str, with_logs: &BTreeMap<String, bool>) -> bool {
    let Some(program) = name.strip_suffix(LOCK_ENDING) else { return false };
    let path = folder.join(name);
    let age = path.metadata().ok().and_then(|found| found.modified().ok()?.elapsed().ok());
    !with_logs.contains_key(program)
        && age.is_some_and(|age| YOUNG < age)
        && File::open(&path).is_ok_and(|lock| lock.try_lock().is_ok())
}

fn order_of(name: &str) -> (Option<&str>, &str) {
    (program_of(name), name.trim_end_matches(ENDING).rsplit('.').next().unwrap_or_default())
}

/// Removes a log that was left, and its program's lock with the last one.
pub(super) fn remove_left(own: &Directories, name: &str) -> Result<(), HostError> {
    let folder = folder(own);
    let Some(program) = program_of(name).filter(|_| Path::new(name).components().count() == 1) else {
        return Err(HostError::BadName(name.to_owned()));
    };
    std::fs::remove_file(folder.join(name)).map_err(|error| host_error(&error))?;
    if !names_in(&folder).iter().any(|other| program_of(other) == Some(program)) {
        drop(std::fs::remove_file(folder.join(format!("{program}{LOCK_ENDING}"))));
    }
    Ok(())
}
