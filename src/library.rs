//! A folder of articles as one thing: what each article says of itself, whose marks lie beside it, and
//! every mark as a row; made by jobs that look only at what changed, and kept in the cache directory.
//!
//! Knows no file system, no clock and no threads (all by the [`Host`](crate::host::Host)), and nothing of
//! the person who works on an article. Nothing is ever written into the folder.
//!
//! ```
//! use postil::library::{Depth, Library, Query};
//! use postil::host::MemoryHost;
//! use std::path::{Path, PathBuf};
//!
//! let mut host = MemoryHost::with("/desk/raid.txt", b"Eight people died. The army denied it.");
//! host.files.insert("/desk/2017/market.md".into(), b"---\ntitle: A market\ndate: 2017-04-16\n---\n\nShells.".to_vec());
//!
//! // A job looks and reads, on another thread if you like; its news come in portions.
//! let mut library = Library::new(PathBuf::from("/desk"), Depth::All);
//! let job = library.look();
//! job.run(&host, |news| {
//!     library.take(news);
//!     true // go on
//! });
//! // What was read is kept for the next start, in the cache directory.
//! library.save().run(&mut host).unwrap();
//!
//! let titles: Vec<&str> = library.entries().map(|entry| &*entry.title).collect();
//! assert_eq!(titles, ["A market", "Eight people died. The army denied it."]);
//!
//! // Rows are asked for by a line of words and filters.
//! let query: Query = "army tag:denial before:2018 -by:Ben".parse().unwrap();
//! let matcher = query.matcher(library.codebook()).unwrap();
//! let n_found = library.rows().filter(|(entry, row)| matcher.has(&library, entry, row)).count();
//! assert_eq!(n_found, 0, "nobody marked anything yet");
//!
//! // Later: only the folders of those files are looked at.
//! host.files.remove(Path::new("/desk/raid.txt"));
//! let job = library.look_at(&[PathBuf::from("/desk/raid.txt")].into());
//! job.run(&host, |news| {
//!     library.take(news);
//!     true
//! });
//! assert_eq!(library.entries().count(), 1);
//! ```
//!
//! An article that is open gives its own rows, saved or not: [`Library::set_open`] with its [`Article`]
//! after each change, [`Library::close`] when it is closed. Whoever needs the rows once and in a stream
//! (the command line) does without a library that holds them: the job of a new one without its cache,
//! [`IndexJob::without_cache`], whose entries are let go when they are printed; memory stays flat at any
//! number. [`rows_of`] gives the rows of one that was opened by itself.

pub(crate) mod beside;
mod blind;
mod cache;
mod codec;
mod corrected;
mod entry;
mod folder;
pub(crate) mod found;
mod index;
mod links;
mod listing;
mod look;
pub(crate) mod moved;
mod order;
mod parallel;
pub mod query;
pub(crate) mod reading;
pub(crate) mod renamed;
mod row;
pub mod search;
mod sources;
pub mod table;
#[cfg(test)]
pub(crate) mod tests;
mod warning;

pub use crate::sidecar::{
    CodebookError, CodebookField, CodebookWarning, LayerWarning, LineFault, LookAlike, TooLarge,
};
pub use cache::CacheJob;
pub use corrected::Corrections;
pub use entry::{Entry, EntryLayer, Stated};
pub use folder::{FolderFile, FolderFiles, registers_of, root_of};
pub use index::{IndexJob, IndexNews, Progress};
pub use links::{Link, OtherEnd};
pub use listing::{EntryOrder, Listing, is_read};
pub use look::{Depth, FolderFault};
pub use order::EntryPath;
pub use parallel::parallel;
pub use query::{Query, QueryError};
pub use reading::{OpenError, OpenReason, article_of, read_document};
pub use row::{FigureRow, LinkRow, MarkRow, Placed, RowPlacement, SourceRow, rows_of, rows_of_layers};
pub use warning::{AboutLayer, CodebookFault, FileWarning, LayerFault};

use crate::article::Article;
use crate::document::DateOrder;
use crate::document::import::Options;
use crate::layer::{AnnotationId, AnnotatorId, Codebook, FolderLayer};
use cache::Entries;
use look::{Passwords, Strays};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A folder of articles. A clone shares what it holds, and is a library as it was, for another thread.
#[derive(Clone, Debug)]
pub struct Library {
    root: PathBuf,
    depth: Depth,
    codebook: Arc<Codebook>,
    entries: Arc<Entries>,
    /// The articles that are open, as they are there; in the place of what lies on the disk.
    open: BTreeMap<EntryPath, Arc<Entry>>,
    /// Who marks blind here, and the articles that are seen otherwise than as they lie on the disk.
    blind: Option<Option<AnnotatorId>>,
    hiding: BTreeMap<EntryPath, Arc<Entry>>,
    /// What the registers say of articles whose files are wrong; those are among `hiding` and `open` as they are held
    /// to be.
    corrections: Arc<Corrections>,
    index: links::LinkIndex,
    folders: Arc<BTreeSet<Arc<str>>>,
    /// The order of day and month that the dates of its articles show.
    date_order: Option<DateOrder>,
    strays: Arc<Strays>,
    /// What opens articles that are locked. Never written.
    passwords: Arc<Passwords>,
    registers: Arc<FolderFiles>,
    /// The register of the person at work, in the place of what lies on the disk.
    my_register: Option<Arc<FolderLayer>>,
    faults: Vec<FolderFault>,
    progress: Progress,
    revision: u64,
    /// Whether no job was made yet.
    is_new: bool,
    cache: cache::Found,
    /// What the cache does not have yet.
    unsaved: BTreeMap<EntryPath, Arc<Entry>>,
}

impl Library {
    /// A folder of which nothing is known yet.
    pub fn new(root: PathBuf, depth: Depth) -> Self {
        Self {
            root,
            depth,
            codebook: Arc::new(crate::sidecar::builtin()),
            entries: Arc::default(),
            open: BTreeMap::new(),
            blind: None,
            hiding: BTreeMap::new(),
            corrections: Arc::default(),
            index: links::LinkIndex::default(),
            folders: Arc::default(),
            date_order: None,
            strays: Arc::default(),
            passwords: Arc::default(),
            registers: Arc::default(),
            my_register: None,
            faults: Vec::new(),
            progress: Progress::default(),
            revision: 0,
            is_new: true,
            cache: cache::Found::default(),
            unsaved: BTreeMap::new(),
        }
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Whether the folders in it belong to it.
    pub fn depth(&self) -> Depth {
        self.depth
    }

    /// The tags of the folder; a folder in it may have others of its own.
    pub fn codebook(&self) -> &Arc<Codebook> {
        &self.codebook
    }

    /// How far reading has come.
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// Changes with every change of entries, rows or codebook: what views may cache by.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Takes the place of a library that was at `revision`: what views keep for that must not be taken for
    /// this.
    pub fn go_on_from(&mut self, revision: u64) {
        self.revision = revision + 1;
    }

    /// The folders that cannot be listed.
    pub fn faults(&self) -> &[FolderFault] {
        &self.faults
    }

    /// All articles in the order of their paths, open ones as they are.
    pub fn entries(&self) -> impl Iterator<Item = &Arc<Entry>> {
        let is_all_as_read = self.open.is_empty() && self.hiding.is_empty();
        let other = move |path| {
            if is_all_as_read { None } else { self.open.get(path).or_else(|| self.hiding.get(path)) }
        };
        self.entries.iter().map(move |(path, entry)| other(path).unwrap_or(entry))
    }

    /// How many articles there are.
    pub fn n_entries(&self) -> usize {
        self.entries.len()
    }

    /// One article, by its path from the root.
    pub fn entry(&self, path: &str) -> Option<&Arc<Entry>> {
        let path = EntryPath(path.into());
        self.open.get(&path).or_else(|| self.seen(&path))
    }

    /// The folders that were looked at, the root among them.
    pub fn folders(&self) -> impl Iterator<Item = PathBuf> {
        self.folders
            .iter()
            .map(|folder| if folder.is_empty() { self.root.clone() } else { self.root.join(&**folder) })
    }

    /// Whether a folder is the root or one below it that belongs to it.
    pub fn has_folder(&self, folder: &Path) -> bool {
        self.path_of(folder).is_some_and(|path| self.folders.contains(path.as_str()))
    }

    /// The path from the root of a file in the folder.
    pub fn path_of(&self, file: &Path) -> Option<String> {
        look::from_root(&self.root, file)
    }

    /// The file of an article.
    pub fn file_of(&self, entry: &Entry) -> PathBuf {
        entry.file_below(&self.root)
    }

    /// Every mark, each with its article: in the order of the articles, in each by place.
    pub fn rows(&self) -> impl Iterator<Item = (&Arc<Entry>, &MarkRow)> {
        self.entries().flat_map(|entry| entry.rows.iter().map(move |row| (entry, row)))
    }

    /// The rows as they are now, for another thread.
    pub fn snapshot(&self) -> table::Rows {
        table::Rows {
            entries: self.entries().cloned().collect(),
            codebook: Arc::clone(&self.codebook),
            from_elsewhere: Arc::clone(self.index.ends_elsewhere()),
        }
    }

    /// A mark by its id, with its article.
    pub fn mark(&self, id: AnnotationId) -> Option<(&Arc<Entry>, &MarkRow)> {
        let entry = self.entry(self.index.place_of(id)?)?;
        Some((entry, entry.rows.iter().find(|row| row.id == id)?))
    }

    /// Everything that a mark is linked with, in whatever article.
    pub fn links_of<'a>(&'a self, row: &'a MarkRow) -> Vec<Link<'a>> {
        links::links_of(self, &self.index, row)
    }

    /// Whether a mark is linked with any other.
    pub fn is_linked(&self, row: &MarkRow) -> bool {
        !row.links.is_empty() || self.index.is_linked_from_elsewhere(row.id)
    }

    /// A look at the whole folder. The first one asks the cache.
    pub fn look(&mut self) -> IndexJob {
        self.job(None)
    }

    /// A look at the folders in which files changed; by their whole paths.
    pub fn look_at(&mut self, changed: &BTreeSet<PathBuf>) -> IndexJob {
        let is_known = !self.is_new;
        self.job(is_known.then(|| IndexJob::folders_of(&self.root, changed, &self.folders)))
    }

    fn job(&mut self, changed: Option<BTreeSet<String>>) -> IndexJob {
        let is_first = std::mem::take(&mut self.is_new);
        IndexJob {
            root: self.root.clone(),
            depth: self.depth,
            known: Arc::clone(&self.entries),
            folders: Arc::clone(&self.folders),
            strays: Arc::clone(&self.strays),
            passwords: Arc::clone(&self.passwords),
            codebook: Arc::clone(&self.codebook),
            registers: Arc::clone(&self.registers),
            changed,
            is_first,
            asks_cache: is_first,
            options: Options::default(),
        }
    }

    /// Has an article that is locked read with its password from the next look on; nothing where it lies outside of
    /// the folder.
    pub fn unlock(&mut self, article: &Path, password: &str) {
        if let Some(path) = look::from_root(&self.root, article) {
            Arc::make_mut(&mut self.passwords).insert(path.into(), password.to_owned());
        }
    }

    /// Takes over what a job found.
    pub fn take(&mut self, news: IndexNews) {
        let IndexNews { entries, gone, codebook, faults, registers, progress, looked, cache } = news;
        self.progress = progress;
        if let Some(cache) = cache {
            self.cache = cache;
        }
        let is_other = !entries.is_empty() || !gone.is_empty() || codebook.is_some();
        self.revision += u64::from(is_other || registers.is_some());
        if let Some(registers) = registers {
            self.registers = registers;
            self.follow_corrections();
        }
        self.codebook = codebook.unwrap_or_else(|| Arc::clone(&self.codebook));
        if let Some((folders, strays)) = looked {
            self.faults.retain(|fault| !folders.contains(&fault.folder));
            Arc::make_mut(&mut self.strays).retain(|folder, _| !folders.contains(folder));
            Arc::make_mut(&mut self.strays).extend(strays);
            Arc::make_mut(&mut self.folders).extend(folders);
        }
        self.faults.extend(faults);
        for path in gone {
            self.put(EntryPath(path), None);
        }
        for entry in entries {
            self.put(EntryPath(Arc::clone(&entry.path)), Some(entry));
        }
        if is_other {
            self.follow_dates();
        }
        if progress.is_done {
            self.remember_words();
        }
    }

    /// Reads all dates anew where articles that came or went show the order of day and month otherwise.
    fn follow_dates(&mut self) {
        let order = self.entries.values().find_map(|entry| DateOrder::shown_by(&entry.published));
        if order != self.date_order {
            self.date_order = order;
            self.date_all();
        }
    }

    /// Gives an entry, or its absence, the place of what was there.
    fn put(&mut self, path: EntryPath, entry: Option<Arc<Entry>>) {
        let before = self.entries.get(&path).cloned();
        let was_seen = self.seen(&path).cloned();
        let entries = Arc::make_mut(&mut self.entries);
        match entry {
            Some(entry) => {
                let known = [before.as_ref(), self.open.get(&path)].into_iter().flatten();
                let mut entry = known.fold(entry, |entry, before| links::with_last_words(entry, before));
                entry::date_by(&mut entry, self.date_order);
                let is_cached = self.cache.holds(&entry);
                if !is_cached && entry.may_be_kept() {
                    self.unsaved.insert(path.clone(), Arc::clone(&entry));
                }
                entries.insert(path.clone(), entry);
            }
            None => drop(entries.remove(&path)),
        }
        self.hide(&path);
        if !self.open.contains_key(&path) {
            let now = self.seen(&path).cloned();
            self.index.replace(was_seen.as_deref(), now.as_deref());
        }
    }

    /// Shows an article as it is open, unsaved marks and all, until it is closed. Without effect where
    /// the folder has no such article.
    pub fn set_open(&mut self, file: &Path, article: &Article) {
        let Some(path) = self.path_of(file).map(|path| EntryPath(path.into())) else { return };
        let Some(on_disk) = self.entries.get(&path) else { return };
        let before = self.open.get(&path).or_else(|| self.hiding.get(&path)).unwrap_or(on_disk);
        let hidden = self.hiding.get(&path).map(Arc::as_ref);
        let now = on_disk.as_open(article).with_hidden(hidden);
        let now = self.corrections.applied(&now).unwrap_or(now);
        let now = links::with_last_words(Arc::new(now), before);
        let now = links::with_present_words(self, &now).unwrap_or(now);
        self.index.replace(Some(before), Some(&now));
        self.open.insert(path, now);
        self.revision += 1;
    }

    /// Shows an article as it lies on the disk again.
    pub fn close(&mut self, file: &Path) {
        let Some(path) = self.path_of(file).map(|path| EntryPath(path.into())) else { return };
        let Some(open) = self.open.remove(&path) else { return };
        let seen = self.seen(&path).cloned();
        self.index.replace(Some(&open), seen.as_deref());
        self.revision += 1;
    }

    /// What the cache lacks, to be written off the frame. To lose it costs time at the next start.
    pub fn save(&mut self) -> CacheJob {
        let news: Vec<Arc<Entry>> = std::mem::take(&mut self.unsaved).into_values().collect();
        let found = self.cache.after(news.len(), self.entries.len(), self.is_new);
        CacheJob {
            root: self.root.clone(),
            entries: Arc::clone(&self.entries),
            news,
            found: std::mem::replace(&mut self.cache, found),
        }
    }

    /// Keeps the words of other ends in the links to them, for the day when those are gone.
    fn remember_words(&mut self) {
        for path in self.index.entries_with_links_elsewhere() {
            let path = EntryPath(path);
            let Some(entry) = self.entries.get(&path) else { continue };
            if let Some(entry) = links::with_present_words(self, entry) {
                self.unsaved.insert(path.clone(), Arc::clone(&entry));
                Arc::make_mut(&mut self.entries).insert(path, entry);
            }
        }
    }
}
