//! Disks that do what programs commonly do, so that the kill loop is seen to catch it: one writes a layer
//! over itself, one says that a change is kept without having written it.

use postil::disk::Disk;
use postil::document::{Digest, Timestamp};
use postil::host::{
    Caches, Chance, Clock, Desktop, Done, Files, Host, HostError, Listing, LogId, LogStand, Logs, Stamp,
    Storage,
};
use postil::layer::Annotator;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;
use uuid::Uuid;

/// In how many pieces a layer is written over itself, and how long each waits for the next: together longer
/// than any program of the loop lives, so that a kill lands amid it.
const PIECES: usize = 100;
const PAUSE: Duration = Duration::from_millis(5);

/// What a disk does wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Nothing.
    None,
    /// It writes a file over itself, without a temporary one.
    InPlace,
    /// It says that the log has what was never written.
    Forgetful,
}

impl Fault {
    pub(super) const ALL: [Self; 3] = [Self::None, Self::InPlace, Self::Forgetful];

    /// Its word in the environment of the program that is killed.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::InPlace => "in-place",
            Self::Forgetful => "forgetful",
        }
    }
}

/// A disk with a fault.
#[derive(Clone)]
pub(super) struct Naive {
    pub(super) disk: Disk,
    pub(super) fault: Fault,
    /// How often the log was given something.
    pub(super) n_logged: u64,
}

fn write_over(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = std::fs::File::create(path)?;
    for piece in bytes.chunks(bytes.len().div_ceil(PIECES).max(1)) {
        file.write_all(piece)?;
        std::thread::sleep(PAUSE);
    }
    Ok(())
}

impl Files for Naive {
    fn write(&mut self, path: &Path, bytes: &[u8]) -> Result<(), HostError> {
        match self.fault {
            Fault::InPlace => write_over(path, bytes).map_err(|error| HostError::System(error.to_string())),
            Fault::None | Fault::Forgetful => self.disk.write(path, bytes),
        }
    }

    fn read(&self, path: &Path, most: usize) -> Result<Vec<u8>, HostError> {
        self.disk.read(path, most)
    }

    fn read_beside(&self, document: &Path, path: &str, most: usize) -> Result<Vec<u8>, HostError> {
        self.disk.read_beside(document, path, most)
    }

    fn remove_layer(&mut self, path: &Path) -> Result<(), HostError> {
        self.disk.remove_layer(path)
    }

    fn hold_saves(&self) -> Option<Box<dyn Send>> {
        self.disk.hold_saves()
    }

    fn layers_beside(&self, document: &Path) -> Result<Vec<PathBuf>, HostError> {
        self.disk.layers_beside(document)
    }

    fn stamp(&self, path: &Path) -> Option<Stamp> {
        self.disk.stamp(path)
    }

    fn listing(&self, folder: &Path) -> Result<Listing, HostError> {
        self.disk.listing(folder)
    }

    fn articles_in(&self, folder: &Path) -> Result<Vec<PathBuf>, HostError> {
        self.disk.articles_in(folder)
    }

    fn folders_in(&self, folder: &Path) -> Result<Vec<PathBuf>, HostError> {
        self.disk.folders_in(folder)
    }

    fn is_folder(&self, path: &Path) -> bool {
        self.disk.is_folder(path)
    }

    fn make_folder(&mut self, path: &Path) -> Result<(), HostError> {
        self.disk.make_folder(path)
    }

    fn codebook_for(&self, document: &Path) -> Option<(PathBuf, Result<String, HostError>)> {
        self.disk.codebook_for(document)
    }
}

impl Storage for Naive {
    fn kept_text(&self, digest: Digest) -> Option<String> {
        self.disk.kept_text(digest)
    }

    fn keep_text(&mut self, digest: Digest, text: &str) -> Result<(), HostError> {
        self.disk.keep_text(digest, text)
    }

    fn annotator(&self) -> Option<Annotator> {
        self.disk.annotator()
    }

    fn people(&self) -> Vec<Annotator> {
        self.disk.people()
    }

    fn set_annotator(&mut self, annotator: &Annotator) -> Result<(), HostError> {
        self.disk.set_annotator(annotator)
    }

    fn annotator_called(&mut self, name: &str) -> Result<Annotator, HostError> {
        self.disk.annotator_called(name)
    }

    fn stored(&self, name: &str) -> Option<String> {
        self.disk.stored(name)
    }

    fn store(&mut self, name: &str, text: &str) -> Result<(), HostError> {
        self.disk.store(name, text)
    }
}

impl Logs for Naive {
    fn begin_log(&mut self, layer: &Path) -> Option<LogId> {
        self.disk.begin_log(layer)
    }

    fn log(&mut self, log: LogId, bytes: Vec<u8>) -> u64 {
        if self.fault != Fault::Forgetful {
            return self.disk.log(log, bytes);
        }
        self.n_logged += 1;
        self.n_logged
    }

    fn end_log(&mut self, log: LogId) {
        self.disk.end_log(log);
    }

    fn log_stand(&self) -> LogStand {
        match self.fault {
            Fault::Forgetful => LogStand { kept: self.n_logged, failed: None },
            Fault::None | Fault::InPlace => self.disk.log_stand(),
        }
    }
}

impl Caches for Naive {}

impl Desktop for Naive {}

impl Clock for Naive {
    fn now(&self) -> Timestamp {
        self.disk.now()
    }
}

impl Chance for Naive {
    fn fresh_uuid(&mut self) -> Uuid {
        self.disk.fresh_uuid()
    }
}

impl Host for Naive {
    fn another(&self) -> Option<Box<dyn Host>> {
        Some(Box::new(self.clone()))
    }

    fn in_portions(
        &self,
        n: usize,
        work: &(dyn Fn(usize, &dyn Host) -> Done + Sync),
        each: &mut dyn FnMut(usize, Done) -> bool,
    ) {
        let mut all = 0..n;
        while all.next().is_some_and(|nth| each(nth, work(nth, self))) {}
    }
}
