//! What was read of a folder, kept in the cache directory: one file for each folder, to which news are added.
//!
//! The file begins with a line that names version and folder; then come records, each with its length and
//! a sum. The last record of an article holds. A file that is cut off or damaged is good up to there, one
//! of another version or folder for nothing; what is lost is read again. The sum is against accidents, and
//! decoding against everything else: no entry is used whose files do not show the stamps that it has.

use super::codec::{Reader, VERSION, Writer};
use super::entry::Entry;
use super::order::EntryPath;
use super::parallel;
use crate::document::Digest;
use crate::host::{Caches, Host, HostError};
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// So much is read of a cache; a longer one is made anew.
const MAX_BYTES: usize = 4 << 30;
/// How many records are decoded at once.
const AT_ONCE: usize = 64;
/// Of the lines of a file that is added to, this share may be outdated before it is written anew.
const MOST_OUTDATED: usize = 2;

impl Entry {
    /// Whether its stamps will tell that it holds still.
    pub(super) fn may_be_kept(&self) -> bool {
        self.fault.is_none() && self.odd.is_none() && self.is_settled
    }
}

/// The entries by path.
pub(super) type Entries = BTreeMap<EntryPath, Arc<Entry>>;

/// A cache as it was found.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    /// How many records stand in it; `None` where it has to be written anew.
    n_records: Option<usize>,
    /// What came from it.
    pub(super) entries: Arc<Entries>,
}

impl Found {
    /// Whether an entry is one of those that came from it.
    pub(super) fn holds(&self, entry: &Arc<Entry>) -> bool {
        let path = EntryPath(Arc::clone(&entry.path));
        self.entries.get(&path).is_some_and(|cached| Arc::ptr_eq(cached, entry))
    }

    /// The same after so many of all entries were written to it, unless none was looked for yet.
    pub(super) fn after(&self, n_written: usize, n_entries: usize, is_new: bool) -> Self {
        let n_records = if is_new {
            None
        } else if self.is_added_to(n_written, n_entries) {
            self.n_records.map(|n| n + n_written)
        } else {
            Some(n_entries)
        };
        Self { n_records, entries: Arc::default() }
    }

    /// Whether news are added at the end; otherwise all is written anew.
    fn is_added_to(&self, n_written: usize, n_entries: usize) -> bool {
        self.n_records.is_some_and(|n| (n + n_written).saturating_sub(n_entries) * MOST_OUTDATED <= n_entries)
    }
}

/// The name of a folder's cache.
fn name(root: &Path) -> String {
    let digest = Digest::of_bytes(root.as_os_str().as_encoded_bytes());
    format!("library-{}.bin", digest.short_hex())
}

fn head(root: &Path) -> Vec<u8> {
    format!("postil library {VERSION} {} {}\n", env!("CARGO_PKG_VERSION"), root.display()).into_bytes()
}

/// Reads what is kept of a folder.
pub(super) fn read(root: &Path, host: &dyn Host) -> Found {
    let mut entries = Entries::new();
    let Some(bytes) = host.cached(&name(root), MAX_BYTES) else { return Found::default() };
    let Some(rest) = bytes.strip_prefix(head(root).as_slice()) else { return Found::default() };
    let (records, is_whole) = records(rest);
    let portions: Vec<&[&[u8]]> = records.chunks(AT_ONCE).collect();
    let decode = |nth: usize, _: &dyn Host| -> Vec<Option<Entry>> {
        portions[nth].iter().map(|record| Reader(record).entry()).collect()
    };
    let mut is_good = is_whole;
    parallel(host, portions.len(), decode, |decoded| {
        for entry in decoded {
            is_good &= entry.is_some();
            entries.extend(entry.map(|entry| (EntryPath(Arc::clone(&entry.path)), Arc::new(entry))));
        }
        true
    });
    Found { n_records: is_good.then_some(records.len()), entries: Arc::new(entries) }
}

/// The records, and whether they reach to the end.
fn records(mut bytes: &[u8]) -> (Vec<&[u8]>, bool) {
    let mut records = Vec::new();
    while let Some((head, rest)) = bytes.split_at_checked(16) {
        let number =
            |at: usize| head.get(at..at + 8).and_then(|part| part.try_into().ok()).map(u64::from_le_bytes);
        let length = number(0).and_then(|length| usize::try_from(length).ok());
        let record = length.and_then(|length| rest.split_at_checked(length));
        let Some((record, after)) = record.filter(|(record, _)| Some(sum(record)) == number(8)) else {
            return (records, false);
        };
        records.push(record);
        bytes = after;
    }
    (records, bytes.is_empty())
}

fn sum(record: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(record);
    hasher.finish()
}

fn record(entry: &Entry) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.entry(entry);
    let bytes = writer.bytes();
    let mut record = Vec::with_capacity(bytes.len() + 16);
    record.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
    record.extend_from_slice(&sum(&bytes).to_le_bytes());
    record.extend_from_slice(&bytes);
    record
}

/// The writing of what came in since the last time, to be carried to another thread.
#[derive(Debug)]
pub struct CacheJob {
    pub(super) root: PathBuf,
    pub(super) entries: Arc<Entries>,
    /// Those that the file does not have yet.
    pub(super) news: Vec<Arc<Entry>>,
    pub(super) found: Found,
}

impl CacheJob {
    /// Whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        self.news.is_empty() && (self.found.n_records.is_some() || self.entries.is_empty())
    }

    /// Writes. To fail costs nothing but time at the next start.
    pub fn run(self, host: &mut dyn Caches) -> Result<(), HostError> {
        if self.is_empty() {
            return Ok(());
        }
        let name = name(&self.root);
        if self.found.is_added_to(self.news.len(), self.entries.len()) {
            let added: Vec<u8> = self.news.iter().flat_map(|entry| record(entry)).collect();
            return host.add_to_cache(&name, &added);
        }
        let mut all = head(&self.root);
        for entry in self.entries.values().filter(|entry| entry.may_be_kept()) {
            all.extend(record(entry));
        }
        host.cache(&name, &all)
    }
}
