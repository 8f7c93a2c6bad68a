//! A disk that a test can look at and break while the program has it.

use postil::document::{Digest, DocumentId, Timestamp};
use postil::host::{
    Caches, Chance, Clipped, Clock, Desktop, DesktopWishes, Done, Files, Generation, Host, HostError,
    LeftLogs, Listing, LogId, LogStand, Logs, MemoryHost, Stamp, Storage, Whereabouts,
};
use postil::layer::{AnnotationId, Annotator};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};

/// Clones of it are the same disk.
#[derive(Clone)]
pub(super) struct Disk {
    host: Arc<Mutex<MemoryHost>>,
    /// A file at whose reading the program fails, as at a fault of its own.
    fails_at: Arc<Mutex<Option<PathBuf>>>,
    /// A file whose reading takes as long as the test wants it to.
    held: Arc<(Mutex<Option<PathBuf>>, Condvar)>,
    /// How often it was asked what lies in a folder, for a path that is typed.
    n_listed: Arc<AtomicUsize>,
    has_threads: bool,
}

impl Disk {
    /// With what lies on `host`.
    pub(super) fn of(host: MemoryHost) -> Self {
        Self {
            host: Arc::new(Mutex::new(host)),
            fails_at: Arc::default(),
            held: Arc::default(),
            n_listed: Arc::default(),
            has_threads: false,
        }
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, MemoryHost> {
        self.host.lock().expect("one thread")
    }

    pub(super) fn n_listed(&self) -> usize {
        self.n_listed.load(Ordering::Relaxed)
    }

    /// Has the program fail whenever it reads that file; at none for `None`.
    pub(super) fn fail_at(&self, path: Option<&Path>) {
        *self.fails_at.lock().expect("one thread") = path.map(Path::to_owned);
    }

    /// Has whoever reads that file wait until another one is held, or none.
    pub(super) fn hold(&mut self, path: Option<&Path>) {
        self.has_threads = true;
        *self.held.0.lock().expect("no panic") = path.map(Path::to_owned);
        self.held.1.notify_all();
    }
}

impl Files for Disk {
    fn read(&self, path: &Path, most: usize) -> Result<Vec<u8>, HostError> {
        let fails = self.fails_at.lock().expect("one thread").as_deref() == Some(path);
        assert!(!fails, "as at a fault of the program");
        let held = self.held.0.lock().expect("no panic");
        drop(self.held.1.wait_while(held, |held| held.as_deref() == Some(path)).expect("no panic"));
        self.lock().read(path, most)
    }

    fn read_beside(&self, document: &Path, path: &str, most: usize) -> Result<Vec<u8>, HostError> {
        self.lock().read_beside(document, path, most)
    }

    fn write(&mut self, path: &Path, bytes: &[u8]) -> Result<(), HostError> {
        self.lock().write(path, bytes)
    }

    fn remove_layer(&mut self, path: &Path) -> Result<(), HostError> {
        self.lock().remove_layer(path)
    }

    fn layers_beside(&self, document: &Path) -> Result<Vec<PathBuf>, HostError> {
        self.lock().layers_beside(document)
    }

    fn stamp(&self, path: &Path) -> Option<Stamp> {
        self.lock().stamp(path)
    }

    fn listing(&self, folder: &Path) -> Result<Listing, HostError> {
        self.lock().listing(folder)
    }

    fn articles_in(&self, folder: &Path) -> Result<Vec<PathBuf>, HostError> {
        self.lock().articles_in(folder)
    }

    fn folders_in(&self, folder: &Path) -> Result<Vec<PathBuf>, HostError> {
        self.n_listed.fetch_add(1, Ordering::Relaxed);
        self.lock().folders_in(folder)
    }

    fn is_folder(&self, path: &Path) -> bool {
        self.lock().is_folder(path)
    }

    fn make_folder(&mut self, path: &Path) -> Result<(), HostError> {
        self.lock().make_folder(path)
    }

    fn codebook_for(&self, document: &Path) -> Option<(PathBuf, Result<String, HostError>)> {
        self.lock().codebook_for(document)
    }

    fn settings_for(&self, document: &Path) -> Option<(PathBuf, Result<String, HostError>)> {
        self.lock().settings_for(document)
    }
}

impl Storage for Disk {
    fn keep_generation(&mut self, layer: &Path, bytes: &[u8]) -> Result<(), HostError> {
        self.lock().keep_generation(layer, bytes)
    }

    fn generations(&self, beside: &Path) -> Vec<Generation> {
        Storage::generations(&*self.lock(), beside)
    }

    fn generation(&self, layer: &Path, day: &str) -> Result<Vec<u8>, HostError> {
        self.lock().generation(layer, day)
    }

    fn remember_layers(&mut self, seen: Vec<Whereabouts>) {
        self.lock().remember_layers(seen);
    }

    fn remembered_layers(
        &self,
        article: &Path,
        digest: Digest,
        documents: &[DocumentId],
    ) -> Vec<Whereabouts> {
        self.lock().remembered_layers(article, digest, documents)
    }

    fn kept_text(&self, digest: Digest) -> Option<String> {
        self.lock().kept_text(digest)
    }

    fn keep_text(&mut self, digest: Digest, text: &str) -> Result<(), HostError> {
        self.lock().keep_text(digest, text)
    }

    fn annotator(&self) -> Option<Annotator> {
        self.lock().annotator()
    }

    fn set_annotator(&mut self, annotator: &Annotator) -> Result<(), HostError> {
        self.lock().set_annotator(annotator)
    }

    fn people(&self) -> Vec<Annotator> {
        self.lock().people()
    }

    fn annotator_called(&mut self, name: &str) -> Result<Annotator, HostError> {
        self.lock().annotator_called(name)
    }

    fn stored(&self, name: &str) -> Option<String> {
        Storage::stored(&*self.lock(), name)
    }

    fn store(&mut self, name: &str, text: &str) -> Result<(), HostError> {
        self.lock().store(name, text)
    }
}

impl Caches for Disk {
    fn cached(&self, name: &str, most: usize) -> Option<Vec<u8>> {
        self.lock().cached(name, most)
    }

    fn place_of_cached(&self, name: &str) -> Option<PathBuf> {
        self.lock().place_of_cached(name)
    }

    fn cache(&mut self, name: &str, bytes: &[u8]) -> Result<(), HostError> {
        self.lock().cache(name, bytes)
    }

    fn add_to_cache(&mut self, name: &str, bytes: &[u8]) -> Result<(), HostError> {
        self.lock().add_to_cache(name, bytes)
    }
}

impl Logs for Disk {
    fn begin_log(&mut self, layer: &Path) -> Option<LogId> {
        self.lock().begin_log(layer)
    }

    fn log(&mut self, log: LogId, bytes: Vec<u8>) -> u64 {
        self.lock().log(log, bytes)
    }

    fn end_log(&mut self, log: LogId) {
        self.lock().end_log(log);
    }

    fn log_stand(&self) -> LogStand {
        self.lock().log_stand()
    }

    fn left_logs(&mut self) -> LeftLogs {
        self.lock().left_logs()
    }

    fn remove_left_log(&mut self, name: &str) -> Result<(), HostError> {
        self.lock().remove_left_log(name)
    }
}

impl Clock for Disk {
    fn now(&self) -> Timestamp {
        Clock::now(&*self.lock())
    }
}

impl Chance for Disk {
    fn fresh_uuid(&mut self) -> uuid::Uuid {
        self.lock().fresh_uuid()
    }

    fn fresh_annotation(&mut self) -> AnnotationId {
        self.lock().fresh_annotation()
    }
}

impl Desktop for Disk {
    fn follow_desktop(&self, tell: &mut dyn FnMut(DesktopWishes) -> bool) {
        self.lock().follow_desktop(tell);
    }

    fn languages(&self) -> Vec<String> {
        self.lock().languages()
    }

    fn clipboard(&mut self) -> Option<Clipped> {
        self.lock().clipboard()
    }

    fn reveal(&mut self, file: &Path) -> bool {
        self.lock().reveal(file)
    }

    fn open(&mut self, file: &Path) -> bool {
        self.lock().open(file)
    }
}

impl Host for Disk {
    fn in_portions(
        &self,
        n: usize,
        work: &(dyn Fn(usize, &dyn Host) -> Done + Sync),
        each: &mut dyn FnMut(usize, Done) -> bool,
    ) {
        let mut all = 0..n;
        while all.next().is_some_and(|nth| each(nth, work(nth, self))) {}
    }

    fn another(&self) -> Option<Box<dyn Host>> {
        // Work is done at once, and the same each time; only what is to be held needs a thread that waits.
        self.has_threads.then(|| Box::new(self.clone()) as Box<dyn Host>)
    }
}
