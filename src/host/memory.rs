//! A host without a disk, whose clock stands still and whose chance is a count: for tests and examples.

use super::whereabouts::{self, Whereabouts};
use super::{
    Caches, Chance, Clipped, Clock, Desktop, DesktopWishes, Done, Files, Generation, Host, HostError,
    LeftLog, LeftLogs, Listing, LogId, LogStand, Logs, Stamp, Storage,
};
use crate::document::{Digest, DocumentId, Timestamp, import};
use crate::layer::{AnnotationId, Annotator, AnnotatorId};
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};
use uuid::Uuid;

/// Files in memory.
#[derive(Clone, Debug)]
pub struct MemoryHost {
    /// Every file, by path.
    pub files: BTreeMap<PathBuf, Vec<u8>>,
    /// The folders that may not be looked into.
    pub closed: BTreeSet<PathBuf>,
    /// The kept texts.
    pub texts: BTreeMap<Digest, String>,
    /// Who marks.
    pub annotator: Option<Annotator>,
    /// Who else marks here.
    pub others: Vec<Annotator>,
    /// The time that it always is.
    pub now: Timestamp,
    /// What every write answers, if it shall fail.
    pub write_fails: Option<HostError>,
    /// The stored texts.
    pub stored: BTreeMap<String, String>,
    /// What the desktop wishes, if there is one.
    pub desktop: Option<DesktopWishes>,
    /// The languages that programs shall speak.
    pub languages: Vec<String>,
    /// What the clipboard holds.
    pub clipboard: Option<Clipped>,
    /// The files that the desktop was to show.
    pub revealed: Vec<PathBuf>,
    /// The files that the desktop was to open.
    pub opened: Vec<PathBuf>,
    /// Whether it has programs for that.
    pub opens: bool,
    /// What could be made anew, by name.
    pub cached: BTreeMap<String, Vec<u8>>,
    /// What was put aside, by layer and day.
    pub generations: BTreeMap<(PathBuf, String), Vec<u8>>,
    /// Where layers were seen, each once, in the order of the last news of each.
    pub seen: Vec<Whereabouts>,
    /// The logs, by program and number.
    pub logs: BTreeMap<(u32, u64), Vec<u8>>,
    /// What every log answers, if it shall fail.
    pub log_fails: Option<HostError>,
    /// After how many more steps of reading, writing, keeping and logging one fails, once.
    pub fails_in: Cell<Option<u32>>,
    /// Which program this is: after a crash, the next one.
    pub program: u32,
    n_logged: u64,
    /// What the logs have not taken yet.
    waiting: Vec<(LogId, Vec<u8>)>,
    n_logs: u64,
    n_annotations: u32,
    n_uuids: u128,
}

impl Default for MemoryHost {
    fn default() -> Self {
        let ana = Annotator {
            id: AnnotatorId(Uuid::from_u128(0x1a7e_93c4_58d2_4f6b_8a30_e7c1_d94b_2f65)),
            name: "Ana".to_owned(),
        };
        Self {
            files: BTreeMap::new(),
            closed: BTreeSet::new(),
            texts: BTreeMap::new(),
            annotator: Some(ana),
            others: Vec::new(),
            now: Timestamp::from_seconds(1_772_442_847),
            write_fails: None,
            stored: BTreeMap::new(),
            desktop: None,
            languages: Vec::new(),
            clipboard: None,
            revealed: Vec::new(),
            opened: Vec::new(),
            opens: true,
            cached: BTreeMap::new(),
            generations: BTreeMap::new(),
            seen: Vec::new(),
            logs: BTreeMap::new(),
            log_fails: None,
            fails_in: Cell::new(None),
            program: 0,
            n_logged: 0,
            waiting: Vec::new(),
            n_logs: 0,
            n_annotations: 0,
            n_uuids: 0x5eed_0000_0000_4000_8000_0000_0000_0000,
        }
    }
}

impl MemoryHost {
    /// A host with one file.
    pub fn with(path: &str, bytes: &[u8]) -> Self {
        Self { files: BTreeMap::from([(PathBuf::from(path), bytes.to_vec())]), ..Self::default() }
    }

    fn step(&self) -> Result<(), HostError> {
        let left = self.fails_in.get();
        self.fails_in.set(left.and_then(|left| left.checked_sub(1)));
        if left == Some(0) { Err(HostError::System("the disk failed".to_owned())) } else { Ok(()) }
    }
}

impl Files for MemoryHost {
    fn read(&self, path: &Path, most: usize) -> Result<Vec<u8>, HostError> {
        self.step()?;
        let bytes = self.files.get(path).ok_or(HostError::NotFound)?;
        Ok(bytes.iter().copied().take(most.saturating_add(1)).collect())
    }

    fn read_beside(&self, document: &Path, path: &str, most: usize) -> Result<Vec<u8>, HostError> {
        let folder = document.parent().unwrap_or(Path::new(""));
        let mut inside = PathBuf::new();
        for part in Path::new(path).components() {
            match part {
                Component::Normal(name) => inside.push(name),
                Component::CurDir => {}
                Component::ParentDir if inside.pop() => {}
                _ => return Err(HostError::Outside),
            }
        }
        self.read(&folder.join(inside), most)
    }

    fn write(&mut self, path: &Path, bytes: &[u8]) -> Result<(), HostError> {
        if let Some(error) = &self.write_fails {
            return Err(error.clone());
        }
        self.step()?;
        self.files.insert(path.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn remove_layer(&mut self, path: &Path) -> Result<(), HostError> {
        match &self.write_fails {
            Some(error) => Err(error.clone()),
            None => self.files.remove(path).map(drop).ok_or(HostError::NotFound),
        }
    }

    fn layers_beside(&self, document: &Path) -> Result<Vec<PathBuf>, HostError> {
        let is_layer = |path: &&PathBuf| {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            path.parent() == document.parent() && crate::sidecar::names::is_layer_name(&name)
        };
        Ok(self.files.keys().filter(is_layer).cloned().collect())
    }

    fn stamp(&self, path: &Path) -> Option<Stamp> {
        let bytes = self.files.get(path)?;
        let digest = Digest::of_bytes(bytes).short_hex();
        let file = u64::from_str_radix(&digest, 16).unwrap_or_default();
        Some(Stamp { length: bytes.len() as u64, modified: 0, file })
    }

    fn listing(&self, folder: &Path) -> Result<Listing, HostError> {
        if folder.ancestors().any(|folder| self.closed.contains(folder)) {
            return Err(HostError::Denied);
        }
        let here = self.files.keys().filter(|path| path.parent() == Some(folder));
        let stamped = here.filter_map(|path| {
            let name = path.file_name()?.to_string_lossy().into_owned();
            Some((name, self.stamp(path)?))
        });
        let files = stamped.filter(|(name, _)| super::is_watched(name)).collect();
        let folders = self.folders_in(folder)?.iter().map(|path| super::file_name(path)).collect();
        Ok(Listing { files, folders, odd: BTreeMap::new() })
    }

    fn articles_in(&self, folder: &Path) -> Result<Vec<PathBuf>, HostError> {
        let is_article = |path: &&PathBuf| {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            path.parent() == Some(folder) && import::is_article_name(&name)
        };
        let is_page = |path: &&PathBuf| {
            let end = self.files.get(*path).map(Vec::as_slice).unwrap_or_default();
            path.parent() == Some(folder)
                && import::is_archive_name(&super::file_name(path))
                && import::ends_as_page(end)
        };
        let articles = self.files.keys().filter(|path| is_article(path) || is_page(path));
        let mut articles: Vec<PathBuf> = articles.cloned().collect();
        let n_articles = articles.len();
        articles.retain(|path| !crate::sidecar::names::are_instructions(&super::file_name(path), n_articles));
        Ok(articles)
    }

    fn folders_in(&self, folder: &Path) -> Result<Vec<PathBuf>, HostError> {
        let below = self.files.keys().flat_map(|file| file.ancestors().skip(1));
        let below = below.filter(|below| below.parent() == Some(folder));
        let folders: BTreeSet<PathBuf> = below.map(Path::to_owned).collect();
        Ok(folders.into_iter().collect())
    }

    fn is_folder(&self, path: &Path) -> bool {
        self.files.keys().any(|file| file.parent() == Some(path))
    }

    fn make_folder(&mut self, _path: &Path) -> Result<(), HostError> {
        Ok(())
    }

    fn settings_for(&self, document: &Path) -> Option<(PathBuf, Result<String, HostError>)> {
        let path = document.with_file_name("postil.toml");
        let text = String::from_utf8(self.files.get(&path)?.clone()).ok()?;
        Some((path, Ok(text)))
    }

    fn codebook_for(&self, document: &Path) -> Option<(PathBuf, Result<String, HostError>)> {
        let path = document.with_file_name("codebook.postil.toml");
        let text = String::from_utf8(self.files.get(&path)?.clone()).ok()?;
        Some((path, Ok(text)))
    }
}

impl Storage for MemoryHost {
    fn keep_generation(&mut self, layer: &Path, bytes: &[u8]) -> Result<(), HostError> {
        self.step()?;
        let day = self.now.to_string().chars().take(10).collect();
        self.generations.entry((layer.to_owned(), day)).or_insert_with(|| bytes.to_vec());
        Ok(())
    }

    fn generations(&self, beside: &Path) -> Vec<Generation> {
        let here = self.generations.iter().filter(|((layer, _), _)| layer.parent() == beside.parent());
        let mut found: Vec<Generation> = here
            .map(|((layer, day), bytes)| Generation {
                layer: layer.clone(),
                day: day.clone(),
                n_bytes: bytes.len() as u64,
            })
            .collect();
        found.sort_by(|a, b| (&b.day, &a.layer).cmp(&(&a.day, &b.layer)));
        found
    }

    fn generation(&self, layer: &Path, day: &str) -> Result<Vec<u8>, HostError> {
        self.generations.get(&(layer.to_owned(), day.to_owned())).cloned().ok_or(HostError::NotFound)
    }

    fn remember_layers(&mut self, seen: Vec<Whereabouts>) {
        for whereabouts in seen {
            self.seen.retain(|before| before.layer != whereabouts.layer);
            self.seen.push(whereabouts);
        }
    }

    fn remembered_layers(
        &self,
        article: &Path,
        digest: Digest,
        documents: &[DocumentId],
    ) -> Vec<Whereabouts> {
        let of = |key: &whereabouts::Key| self.seen.iter().filter(|seen| seen.has(key)).cloned().collect();
        let mut about = whereabouts::about(article, digest, documents, of);
        about.retain(|seen| seen.article == article || !self.files.contains_key(&seen.article));
        about
    }

    fn kept_text(&self, digest: Digest) -> Option<String> {
        self.texts.get(&digest).cloned()
    }

    fn keep_text(&mut self, digest: Digest, text: &str) -> Result<(), HostError> {
        self.step()?;
        self.texts.insert(digest, text.to_owned());
        Ok(())
    }

    fn annotator(&self) -> Option<Annotator> {
        self.annotator.clone()
    }

    fn set_annotator(&mut self, annotator: &Annotator) -> Result<(), HostError> {
        self.others.extend(self.annotator.take());
        self.others.retain(|other| other.id != annotator.id);
        self.annotator = Some(annotator.clone());
        Ok(())
    }

    fn people(&self) -> Vec<Annotator> {
        self.annotator.iter().chain(&self.others).cloned().collect()
    }

    fn annotator_called(&mut self, name: &str) -> Result<Annotator, HostError> {
        let known = self.people().into_iter().find(|known| known.is_called(name));
        Ok(known.unwrap_or_else(|| {
            let new = Annotator::new(AnnotatorId(self.fresh_uuid()), name);
            self.others.push(new.clone());
            new
        }))
    }

    fn stored(&self, name: &str) -> Option<String> {
        self.stored.get(name).cloned()
    }

    fn store(&mut self, name: &str, text: &str) -> Result<(), HostError> {
        self.stored.insert(name.to_owned(), text.to_owned());
        Ok(())
    }
}

impl Caches for MemoryHost {
    fn cached(&self, name: &str, most: usize) -> Option<Vec<u8>> {
        self.cached.get(name).filter(|bytes| bytes.len() <= most).cloned()
    }

    fn place_of_cached(&self, name: &str) -> Option<PathBuf> {
        Some(Path::new("/cache").join(name))
    }

    fn cache(&mut self, name: &str, bytes: &[u8]) -> Result<(), HostError> {
        self.step()?;
        self.cached.insert(name.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn add_to_cache(&mut self, name: &str, bytes: &[u8]) -> Result<(), HostError> {
        self.step()?;
        self.cached.entry(name.to_owned()).or_default().extend_from_slice(bytes);
        Ok(())
    }
}

impl Logs for MemoryHost {
    fn begin_log(&mut self, _layer: &Path) -> Option<LogId> {
        self.n_logs += 1;
        Some(LogId(self.n_logs))
    }

    fn log(&mut self, log: LogId, bytes: Vec<u8>) -> u64 {
        self.waiting.push((log, bytes));
        if self.log_fails.is_none() && self.step().is_ok() {
            for (log, bytes) in std::mem::take(&mut self.waiting) {
                self.logs.entry((self.program, log.0)).or_default().extend(bytes);
            }
        }
        self.n_logged += 1;
        self.n_logged
    }

    fn end_log(&mut self, log: LogId) {
        self.waiting.retain(|(waiting, _)| *waiting != log);
        self.logs.remove(&(self.program, log.0));
    }

    fn log_stand(&self) -> LogStand {
        let kept = if self.waiting.is_empty() { self.n_logged } else { 0 };
        LogStand { kept, failed: self.log_fails.clone() }
    }

    fn left_logs(&mut self) -> LeftLogs {
        let left = self.logs.iter().filter(|((program, _), _)| *program != self.program);
        let name = |(program, log): (u32, u64)| format!("{program}.{log}");
        let logs = left.map(|(&key, bytes)| LeftLog { name: name(key), bytes: bytes.clone() }).collect();
        LeftLogs { logs, held: Vec::new() }
    }

    fn remove_left_log(&mut self, name: &str) -> Result<(), HostError> {
        self.logs.retain(|(program, log), _| format!("{program}.{log}") != name);
        Ok(())
    }
}

impl Clock for MemoryHost {
    fn now(&self) -> Timestamp {
        self.now
    }
}

impl Chance for MemoryHost {
    fn fresh_uuid(&mut self) -> Uuid {
        self.n_uuids += 1;
        Uuid::from_u128(self.n_uuids)
    }

    /// `a1`, `a2`, …
    fn fresh_annotation(&mut self) -> AnnotationId {
        self.n_annotations += 1;
        AnnotationId::named(&format!("a{}", self.n_annotations)).unwrap_or(AnnotationId(Uuid::nil()))
    }
}

impl Desktop for MemoryHost {
    fn follow_desktop(&self, tell: &mut dyn FnMut(DesktopWishes) -> bool) {
        if let Some(desktop) = self.desktop {
            // It never changes its mind, so that the answer does not matter.
            tell(desktop);
        }
    }

    fn languages(&self) -> Vec<String> {
        self.languages.clone()
    }

    fn clipboard(&mut self) -> Option<Clipped> {
        self.clipboard.clone()
    }

    fn reveal(&mut self, file: &Path) -> bool {
        self.revealed.push(file.to_owned());
        self.files.contains_key(file)
    }

    fn open(&mut self, file: &Path) -> bool {
        self.opened.push(file.to_owned());
        self.opens
    }
}

impl Host for MemoryHost {
    fn in_portions(
        &self,
        n: usize,
        work: &(dyn Fn(usize, &dyn Host) -> Done + Sync),
        each: &mut dyn FnMut(usize, Done) -> bool,
    ) {
        // One after another: the same again each time.
        let mut all = 0..n;
        while all.next().is_some_and(|nth| each(nth, work(nth, self))) {}
    }

    fn another(&self) -> Option<Box<dyn Host>> {
        None
    }
}
