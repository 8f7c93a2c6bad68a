//! What lies in a folder and below it, and which of its articles have to be read for that.

use super::cache::Entries;
use super::entry::Entry;
use super::folder;
use super::order::EntryPath;
use crate::document::Digest;
use crate::document::import::{ARCHIVE_END, ends_as_page, is_archive_name, is_article_name};
use crate::host::{Files, HostError, Listing, Stamp, file_name};
use crate::sidecar::names::{are_instructions, is_folder_name, is_layer_name};
use crate::sidecar::{LayerFile, Owners};
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::path::Path;
use std::sync::Arc;

/// The most that is read of a layer to learn what it is about, in bytes.
const HEAD: usize = 64 * 1024;
/// Folders deeper than these are left.
const DEEPEST: usize = 64;

/// Whether the folders in a folder belong to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// All below it but hidden ones. Links to folders are not followed, so that circles end and nothing
    /// outside is read.
    #[default]
    All,
    /// Its own articles only.
    One,
}

/// A folder that cannot be listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderFault {
    /// Its path from the root; empty for the root.
    pub folder: Arc<str>,
    /// Why.
    pub reason: HostError,
}

/// An article to be read, with the files beside it that may be its layers.
#[derive(Clone, Debug)]
pub(super) struct Task {
    pub(super) path: Arc<str>,
    /// Its file's name, where that is no Unicode.
    pub(super) odd: Option<OsString>,
    pub(super) stamp: Stamp,
    /// Those that are called after it, or say that they are about it.
    pub(super) own: Vec<(Box<str>, Stamp)>,
    /// Those that are called after nothing in the folder.
    pub(super) strays: Arc<[Stray]>,
}

/// A layer that is called after nothing in its folder: its article was renamed, or it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stray {
    pub(super) name: Box<str>,
    pub(super) stamp: Stamp,
    /// The file that its header names, and the text that it was begun on.
    pub(super) about: Option<(String, Option<Digest>)>,
}

/// What was looked into in each folder, by its path.
pub(super) type Strays = BTreeMap<Arc<str>, LookedInto>;

/// What opens articles that are locked, by their paths from the root.
pub(super) type Passwords = BTreeMap<Arc<str>, String>;

/// The files of a folder that were looked into, and need not be while their stamps stay.
#[derive(Clone, Debug, Default)]
pub(super) struct LookedInto {
    strays: Arc<[Stray]>,
    /// The archives that hold no article.
    pub(super) archives: Vec<(Box<str>, Stamp)>,
}

/// What a look found.
#[derive(Debug, Default)]
pub(super) struct Looked {
    /// Those to be read, in order.
    pub(super) tasks: Vec<Task>,
    /// What holds as it is known.
    pub(super) same: Vec<Arc<Entry>>,
    /// The folders that were listed.
    pub(super) folders: BTreeSet<Arc<str>>,
    /// Those that are gone.
    pub(super) missing: Vec<String>,
    pub(super) strays: Strays,
    pub(super) faults: Vec<FolderFault>,
    /// The files at the root that may be registers of the folder, if the root was listed.
    pub(super) registers: Option<Vec<(Box<str>, Stamp)>>,
}

/// A look at folders.
pub(super) struct Look<'a> {
    pub(super) root: &'a Path,
    pub(super) depth: Depth,
    pub(super) known: &'a Entries,
    pub(super) strays: &'a Strays,
    pub(super) passwords: &'a Passwords,
    pub(super) host: &'a dyn Files,
}

impl Look<'_> {
    /// Looks at a folder and at those below it that are not `known_below` already.
    pub(super) fn at(&self, folder: &str, known_below: &dyn Fn(&str) -> bool, looked: &mut Looked) {
        // No recursion: strangers make folders, too.
        let mut left = vec![folder.to_owned()];
        while let Some(folder) = left.pop() {
            let path: Arc<str> = folder.as_str().into();
            if !looked.folders.insert(Arc::clone(&path)) {
                continue;
            }
            let listing = match self.host.listing(&self.root.join(&folder)) {
                Ok(listing) => listing,
                // Gone between two looks, as folders go.
                Err(HostError::NotFound) if !folder.is_empty() => {
                    looked.missing.push(folder);
                    continue;
                }
                Err(reason) => {
                    looked.faults.push(FolderFault { folder: path, reason });
                    continue;
                }
            };
            self.judge(&path, &listing, looked);
            let is_wanted = self.depth == Depth::All && folder.split('/').count() < DEEPEST;
            let below = listing.folders.iter().filter(|name| is_wanted && !name.starts_with('.'));
            let below = below.map(|name| join(&folder, name));
            left.extend(below.filter(|path| !known_below(path)));
        }
    }

    /// Says of each article of a folder whether it has to be read.
    fn judge(&self, folder: &Arc<str>, listing: &Listing, looked: &mut Looked) {
        let Listing { files, odd, .. } = listing;
        looked.registers = folder::among(folder, files.iter()).or(looked.registers.take());
        let mut archives = Vec::new();
        let mut is_article = |name: &str, stamp: Stamp| {
            !name.starts_with('.')
                && (is_article_name(name)
                    || is_archive_name(name) && self.is_page(folder, name, stamp, &mut archives))
        };
        let mut articles: Vec<&str> = files
            .iter()
            .filter(|(name, stamp)| is_article(name, **stamp))
            .map(|(name, _)| name.as_str())
            .collect();
        let n_articles = articles.len();
        articles.retain(|name| !are_instructions(name, n_articles));
        let owners = Owners::of(articles.iter().copied());
        let mut own: Vec<Vec<(Box<str>, Stamp)>> = vec![Vec::new(); articles.len()];
        let mut strays: Vec<Stray> = Vec::new();
        for (name, stamp) in files.iter().filter(|(name, _)| is_layer_name(name)) {
            match owners.owner(name) {
                Some(nth) => own[nth].push((name.as_str().into(), *stamp)),
                None if is_folder_name(name) => {}
                None => strays.push(self.stray(folder, name, *stamp)),
            }
        }
        let by_name: BTreeMap<&str, usize> =
            articles.iter().enumerate().map(|(nth, &name)| (name, nth)).collect();
        strays.retain(|stray| match stray.about.as_ref().and_then(|(file, _)| by_name.get(file.as_str())) {
            Some(&nth) => {
                own[nth].push((stray.name.clone(), stray.stamp));
                false
            }
            None => stray.about.is_some(),
        });
        let strays: Arc<[Stray]> = strays.into();
        for (name, own) in articles.iter().zip(own) {
            let path = EntryPath(join(folder, name).into());
            let stamp = files[*name];
            match self.known.get(&path).filter(|entry| self.holds(entry, stamp, &own, &strays)) {
                Some(entry) => looked.same.push(Arc::clone(entry)),
                None => looked.tasks.push(Task {
                    path: path.0,
                    odd: odd.get(*name).cloned(),
                    stamp,
                    own,
                    strays: Arc::clone(&strays),
                }),
            }
        }
        if !strays.is_empty() || !archives.is_empty() {
            looked.strays.insert(Arc::clone(folder), LookedInto { strays, archives });
        }
    }

    /// Whether an archive is a page with its pictures; one that is none is put to `none`.
    fn is_page(
        &self,
        folder: &Arc<str>,
        name: &str,
        stamp: Stamp,
        none: &mut Vec<(Box<str>, Stamp)>,
    ) -> bool {
        let path = join(folder, name);
        if self.known.get(&EntryPath(path.as_str().into())).is_some_and(|entry| entry.stamp == stamp) {
            return true;
        }
        let is_same = |(other, at): &(Box<str>, Stamp)| **other == *name && *at == stamp;
        let was_none = self.strays.get(folder).is_some_and(|known| known.archives.iter().any(is_same));
        let end = || self.host.read_end(&self.root.join(&path), ARCHIVE_END);
        let is_page = !was_none && end().is_ok_and(|end| ends_as_page(&end));
        if !is_page {
            none.push((name.into(), stamp));
        }
        is_page
    }

    fn stray(&self, folder: &Arc<str>, name: &str, stamp: Stamp) -> Stray {
        let known =
            self.strays.get(folder).and_then(|known| known.strays.iter().find(|stray| *stray.name == *name));
        if let Some(known) = known.filter(|known| known.stamp == stamp) {
            return known.clone();
        }
        let path = self.root.join(join(folder, name));
        let head = self.host.read(&path, HEAD).unwrap_or_default();
        let line = head.split(|&byte| byte == b'\n').next().unwrap_or_default();
        let read = LayerFile::read(line).value;
        let about = read.header().map(|header| (header.file.clone(), header.digest));
        Stray { name: name.into(), stamp, about }
    }

    /// Whether an entry is as its files are.
    fn holds(&self, entry: &Entry, stamp: Stamp, own: &[(Box<str>, Stamp)], strays: &[Stray]) -> bool {
        let is_seen =
            |name: &str, stamp: Stamp| entry.seen.iter().any(|(seen, at)| **seen == *name && *at == stamp);
        let is_mine = |stray: &&Stray| entry.is_meant_by(stray);
        let is_of_now = |name: &str, stamp: Stamp| {
            own.iter().any(|(own, at)| **own == *name && *at == stamp)
                || strays.iter().any(|stray| *stray.name == *name && stray.stamp == stamp)
        };
        let is_left = |path: &str| Path::new(path).is_absolute();
        let is_unlocked = entry.is_locked() && self.passwords.contains_key(&entry.path);
        entry.is_settled
            && !is_unlocked
            && entry.stamp == stamp
            && own.iter().all(|(name, stamp)| is_seen(name, *stamp))
            && strays.iter().filter(is_mine).all(|stray| is_seen(&stray.name, stray.stamp))
            && entry.seen.iter().all(|(name, stamp)| is_of_now(name, *stamp))
            && entry
                .layers
                .iter()
                .filter(|layer| is_left(&layer.path))
                .all(|layer| self.host.stamp(Path::new(&*layer.path)) == layer.stamp)
    }
}

impl Entry {
    /// Whether a stray was begun on this very text.
    fn is_meant_by(&self, stray: &Stray) -> bool {
        let begun_on = stray.about.as_ref().and_then(|(_, digest)| *digest);
        begun_on.is_some() && begun_on == self.digest
    }
}

/// The path of a file or folder in a folder, both from the root.
pub(super) fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

/// The folder that a path from the root is in.
pub(super) fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A path as it stands from the root, with `/`; `None` outside it.
pub(super) fn from_root(root: &Path, path: &Path) -> Option<String> {
    let inside = path.strip_prefix(root).ok()?;
    let parts: Vec<String> = inside.components().map(|part| file_name(Path::new(part.as_os_str()))).collect();
    Some(parts.join("/"))
}
