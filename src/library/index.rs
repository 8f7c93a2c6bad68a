//! Reading a folder, as far as it is other than what is known of it.
//!
//! A job is made by the [`Library`](super::Library), carried to another thread, and run there on as many
//! threads as the host has. What it finds comes in portions, in the order of the entries; the library takes
//! them over one by one, and whoever needs the rows once only lets them go.

use super::cache::{self, Entries, Found as Cache};
use super::entry::{Entry, EntryLayer};
use super::folder::FolderFiles;
use super::found::Found;
use super::look::{Depth, FolderFault, Look, Looked, Passwords, Stray, Strays, Task, folder_of, from_root};
use super::moved::Here;
use super::reading::OpenReason;
use super::row::Placed;
use super::{EntryPath, beside, parallel, reading, renamed};
use crate::anchor::{KeptTexts, Placers};
use crate::document::Document;
use crate::document::import::{ImportError, Options};
use crate::host::{Files, Host, Stamp, Storage, file_name};
use crate::layer::{Codebook, Layer, Placements};
use crate::text::order::natural_order;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How many articles are read as one portion.
const AT_ONCE: usize = 8;
/// How many entries that are known already come as one portion.
const KNOWN_AT_ONCE: usize = 512;
/// Some file systems count time in steps of two seconds: a file that was written so lately may be written
/// again and show the same time. In nanoseconds.
const STEP: i128 = 2_000_000_000;
/// How many strays are compared with a text from which they may have been edited.
const MOST_STRAYS: usize = 16;

/// How far a job has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// So many articles are as they are now.
    pub n_done: usize,
    /// Of so many.
    pub n_all: usize,
    /// Whether that was all.
    pub is_done: bool,
}

/// Some of what a job found.
#[derive(Debug, Default)]
pub struct IndexNews {
    /// Articles that came or changed; in the first portions of a new library also those that did not.
    pub entries: Vec<Arc<Entry>>,
    /// Articles that are gone.
    pub gone: Vec<Arc<str>>,
    /// The tags, if they are others than before.
    pub codebook: Option<Arc<Codebook>>,
    /// Folders that cannot be listed.
    pub faults: Vec<FolderFault>,
    /// How far the job has come.
    pub progress: Progress,
    /// What people say of the folder, if it is something else than before.
    pub registers: Option<Arc<FolderFiles>>,
    /// What a next job will not have to do again: with the first portion.
    pub(super) looked: Option<(BTreeSet<Arc<str>>, Strays)>,
    pub(super) cache: Option<Cache>,
}

/// A look at a folder.
#[derive(Debug)]
pub struct IndexJob {
    pub(super) root: PathBuf,
    pub(super) depth: Depth,
    pub(super) known: Arc<Entries>,
    pub(super) folders: Arc<BTreeSet<Arc<str>>>,
    pub(super) strays: Arc<Strays>,
    pub(super) codebook: Arc<Codebook>,
    pub(super) registers: Arc<FolderFiles>,
    /// The folders in which something changed, from the root; `None`: nobody knows.
    pub(super) changed: Option<BTreeSet<String>>,
    /// Whether nothing is known yet, so that all is news.
    pub(super) is_first: bool,
    /// Whether the cache is to be asked.
    pub(super) asks_cache: bool,
    /// How articles are read.
    pub(super) options: Options,
    /// What opens those that are locked, by their paths from the root.
    pub(super) passwords: Arc<Passwords>,
}

impl IndexJob {
    /// The same without the cache, which is read whole: for who lets each portion go, at flat memory.
    #[must_use]
    pub fn without_cache(self) -> Self {
        Self { asks_cache: false, ..self }
    }

    /// The same with articles read in another way than by default, of which the cache knows nothing.
    #[must_use]
    pub fn reading(self, options: Options) -> Self {
        Self { asks_cache: false, options, ..self }
    }

    /// Looks, reads and hands over what is new, until `each` says no. Writes nothing. A last portion says
    /// that all is done.
    pub fn run(mut self, host: &dyn Host, mut each: impl FnMut(IndexNews) -> bool) {
        let is_first = self.is_first;
        let cache = self.asks_cache.then(|| cache::read(&self.root, host));
        if let Some(cache) = &cache {
            self.known = Arc::clone(&cache.entries);
        }
        let codebook = reading::codebook(&self.root.join("any"), host, &mut Vec::new());
        let codebook = (codebook != *self.codebook).then(|| Arc::new(codebook));
        let looked = self.look(host);
        let gone = if is_first { Vec::new() } else { self.gone(&looked) };
        let Looked { tasks, same, folders, strays, faults, registers, .. } = looked;
        let registers = registers.and_then(|there| self.read_registers(there, host));
        let n_all = tasks.len() + if is_first { same.len() } else { 0 };
        let mut progress = Progress { n_done: 0, n_all, is_done: false };
        let first = IndexNews {
            gone,
            codebook,
            faults,
            registers,
            progress,
            cache,
            looked: Some((folders, strays)),
            ..IndexNews::default()
        };
        if !each(first) {
            return;
        }
        for known in same.chunks(KNOWN_AT_ONCE).filter(|_| is_first) {
            progress.n_done += known.len();
            if !each(IndexNews { entries: known.to_vec(), progress, ..IndexNews::default() }) {
                return;
            }
        }
        let portions: Vec<&[Task]> = tasks.chunks(AT_ONCE).collect();
        let read = |nth: usize, host: &dyn Host| -> Vec<Arc<Entry>> {
            portions[nth]
                .iter()
                .map(|task| Arc::new(task.try_to_read(&self.root, &self.options_for(task), host)))
                .collect()
        };
        let mut goes_on = true;
        parallel(host, portions.len(), read, |entries| {
            progress.n_done += entries.len();
            goes_on = each(IndexNews { entries, progress, ..IndexNews::default() });
            goes_on
        });
        if goes_on {
            progress.is_done = true;
            each(IndexNews { progress, ..IndexNews::default() });
        }
    }

    /// What people say of the folder, unless it is what is known already.
    fn options_for(&self, task: &Task) -> Options {
        let password = self.passwords.get(&task.path).cloned().or_else(|| self.options.password.clone());
        Options { password, ..self.options.clone() }
    }

    fn read_registers(&self, there: Vec<(Box<str>, Stamp)>, host: &dyn Host) -> Option<Arc<FolderFiles>> {
        if self.registers.holds(&there) {
            return None;
        }
        let settled = i128::from(host.now().seconds()) * 1_000_000_000 - STEP;
        let read = FolderFiles::read_those(&self.root, there, settled, host);
        (!read.says_the_same(&self.registers)).then(|| Arc::new(read))
    }

    fn look(&self, host: &dyn Host) -> Looked {
        let look = Look {
            root: &self.root,
            depth: self.depth,
            known: &self.known,
            strays: &self.strays,
            passwords: &self.passwords,
            host,
        };
        let mut looked = Looked::default();
        match &self.changed {
            None => look.at("", &|_| false, &mut looked),
            Some(changed) => {
                let is_known = |folder: &str| self.folders.contains(folder);
                changed.iter().for_each(|folder| look.at(folder, &is_known, &mut looked));
            }
        }
        looked.tasks.sort_by(|a, b| natural_order(&a.path, &b.path));
        looked
    }

    /// The known articles that are not there any more: of folders that were listed, and of folders that are
    /// not there.
    fn gone(&self, looked: &Looked) -> Vec<Arc<str>> {
        let there: BTreeSet<&str> = looked
            .tasks
            .iter()
            .map(|task| &*task.path)
            .chain(looked.same.iter().map(|entry| &*entry.path))
            .collect();
        // What lies below a folder that could not be listed was not looked at either.
        let is_unlisted = |folder: &str| {
            let is_in = |closed: &str| match folder.strip_prefix(closed) {
                Some(rest) => closed.is_empty() || rest.is_empty() || rest.starts_with('/'),
                None => false,
            };
            looked.faults.iter().any(|fault| is_in(&fault.folder))
        };
        let is_gone = |path: &&EntryPath| {
            let folder = folder_of(&path.0);
            let is_below = |missing: &String| {
                folder.strip_prefix(missing.as_str()).is_some_and(|rest| rest.starts_with('/'))
            };
            let was_looked_at = self.changed.is_none() || looked.folders.contains(folder);
            (was_looked_at || looked.missing.iter().any(is_below))
                && !there.contains(&*path.0)
                && !is_unlisted(folder)
        };
        self.known.keys().filter(is_gone).map(|path| Arc::clone(&path.0)).collect()
    }

    /// The folders of files that changed, for [`IndexJob::changed`]; a file may be a folder itself.
    pub(super) fn folders_of(
        root: &Path,
        changed: &BTreeSet<PathBuf>,
        known: &BTreeSet<Arc<str>>,
    ) -> BTreeSet<String> {
        let paths = changed.iter().filter_map(|path| from_root(root, path));
        let itself = |path: &String| known.contains(path.as_str()).then(|| path.clone());
        paths.flat_map(|path| [Some(folder_of(&path).to_owned()), itself(&path)]).flatten().collect()
    }
}

impl Task {
    /// Reads the article with its layers: one that defeats the program must not take the folder with it.
    fn try_to_read(&self, root: &Path, options: &Options, host: &dyn Host) -> Entry {
        let read = catch_unwind(AssertUnwindSafe(|| self.read(root, options, host)));
        let failed = || OpenReason::Import(ImportError::Failed);
        read.unwrap_or_else(|_| Entry::unreadable(Arc::clone(&self.path), self.stamp, failed()))
    }

    /// Reads the article with its layers. A file that cannot be read is an entry that says so.
    fn read(&self, root: &Path, options: &Options, host: &dyn Host) -> Entry {
        let path = match &self.odd {
            Some(name) => root.join(folder_of(&self.path)).join(name),
            None => root.join(&*self.path),
        };
        let now = i128::from(host.now().seconds()) * 1_000_000_000;
        let document = match reading::read_document(&path, options, host) {
            Ok(read) => Arc::new(read.value),
            Err(error) => return Entry::unreadable(Arc::clone(&self.path), self.stamp, error.reason),
        };
        let own = self.own.iter().map(|(name, stamp)| (&**name, *stamp));
        let strays: Vec<(&str, Stamp)> = self.strays_of(&document, &path, host);
        let seen: Vec<(Box<str>, Stamp)> =
            own.chain(strays).map(|(name, stamp)| (name.into(), stamp)).collect();
        let candidates: Vec<PathBuf> = seen.iter().map(|(name, _)| path.with_file_name(&**name)).collect();
        let here = Here { path: &path, document: &document, me: None };
        let layers = beside::layers_among(candidates, &here, host, &mut Vec::new());
        let is_settled = |stamp: Stamp| stamp.modified.saturating_add(STEP) < now;
        let is_settled = is_settled(self.stamp) && seen.iter().all(|(_, stamp)| is_settled(*stamp));
        let is_torn = layers.iter().any(|found| found.is_torn);
        let readable = layers.iter().filter(|found| found.file.header().is_some());
        let n_read: usize =
            readable.map(|found| usize::from(found.on_disk.is_some()) + found.copies.len()).sum();
        let n_unreadable = u32::try_from(self.own.len().saturating_sub(n_read)).unwrap_or(u32::MAX);
        let of_entry: Vec<EntryLayer> =
            layers.iter().filter_map(|found| entry_layer(found, root, &seen, host)).collect();
        let mut placers = Placers::new(Arc::clone(&document), KeptTexts::new());
        beside::keep_texts(&mut placers, layers.iter().flat_map(|found| found.file.made_on()), &path, host);
        let layers: Vec<Layer> = layers.iter().filter_map(|found| found.file.layer()).collect();
        placers.learn(layers.iter().flat_map(Layer::targets));
        let layers: Vec<(Layer, Placements)> = layers
            .into_iter()
            .map(|layer| {
                let placements = Placements::of(&layer, &placers);
                (layer, placements)
            })
            .collect();
        let placed: Vec<Placed<'_>> = layers.iter().map(|(layer, placements)| (layer, placements)).collect();
        let entry = Entry::of(Arc::clone(&self.path), self.stamp, &document, &placed);
        Entry {
            odd: self.odd.as_deref().map(Into::into),
            layers: of_entry.into(),
            seen: seen.into(),
            n_unreadable,
            is_torn,
            is_settled,
            ..entry
        }
    }

    /// The strays that are to be looked into for this text: begun on it, or on one that it was edited from.
    fn strays_of<'a>(
        &'a self,
        document: &Document,
        path: &Path,
        host: &dyn Storage,
    ) -> Vec<(&'a str, Stamp)> {
        let mut n_compared = 0;
        let is_meant = |stray: &&Stray| {
            let Some(begun_on) = stray.about.as_ref().and_then(|(_, digest)| *digest) else { return false };
            if begun_on == document.digest() {
                return true;
            }
            n_compared += 1;
            n_compared <= MOST_STRAYS && renamed::was_edited_from(begun_on, path, document, host)
        };
        self.strays.iter().filter(is_meant).map(|stray| (&*stray.name, stray.stamp)).collect()
    }
}

fn entry_layer(
    found: &Found,
    root: &Path,
    seen: &[(Box<str>, Stamp)],
    host: &dyn Files,
) -> Option<EntryLayer> {
    let layer = found.file.layer().filter(|layer| !layer.is_feedback())?;
    let name = file_name(&found.path);
    let lies_here = found.elsewhere.first().is_none_or(|left| *left != found.path);
    let (path, stamp) = if lies_here {
        let stamp = seen.iter().find(|(seen, _)| **seen == *name).map(|(_, stamp)| *stamp);
        (from_root(root, &found.path)?, stamp)
    } else {
        (found.path.to_string_lossy().into_owned(), host.stamp(&found.path))
    };
    let closed = found.file.header().and_then(|header| header.closed);
    let n_marks = u32::try_from(layer.annotations().len()).unwrap_or(u32::MAX);
    Some(EntryLayer {
        person: Arc::new(layer.annotator),
        path: path.into(),
        stamp,
        n_marks,
        closed,
        is_hidden: false,
    })
}
