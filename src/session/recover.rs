//! After a crash: what the logs hold goes back into the layers' files, by the same union that merges
//! the work of two people. Nothing is replaced, and doing it twice is doing it once.

use crate::host::{Host, HostError, LeftLog, file_name};
use crate::library::LayerFault;
use crate::sidecar::caps::{MAX_LAYER_BYTES, too_large};
use crate::sidecar::file::Content;
use crate::sidecar::{LayerFile, Log};
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

/// How many of the recovered marks are named.
const MOST_NAMED: usize = 5;
/// How many characters of a mark's words are shown.
const MOST_WORDS: usize = 40;

/// What was found in the logs of one layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovered {
    /// The article.
    pub article: PathBuf,
    /// The layer's file.
    pub layer: PathBuf,
    /// How many marks and relations the logs had news of.
    pub n_changes: usize,
    /// The first of them, in words.
    pub names: Vec<String>,
    /// How many records of the logs were damaged.
    pub n_damaged: usize,
    /// Whether two versions now stand side by side, for somebody else wrote too.
    pub has_conflicts: bool,
    /// Why it is not in the layer's file, if so: then the logs stay.
    pub waits: Option<Waits>,
}

/// Why what was recovered is not in the layer's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Waits {
    /// The file cannot be read.
    Unread(LayerFault),
    /// The file may not be changed.
    ReadOnly,
    /// The file cannot be written.
    Unwritten(HostError),
    /// The article that the marks are about is not there.
    NoArticle,
}

impl fmt::Display for Waits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unread(fault) => write!(f, "the layer cannot be read: {fault}"),
            Self::ReadOnly => f.write_str("the layer cannot be changed"),
            Self::Unwritten(error) => write!(f, "{error}"),
            Self::NoArticle => f.write_str("the article is gone"),
        }
    }
}

impl Recovered {
    /// In a sentence: "recovered 3 changes to raqqa.txt".
    pub fn sentence(&self) -> String {
        let changes = match self.n_changes {
            0 => "changes".to_owned(),
            1 => "1 change".to_owned(),
            n => format!("{n} changes"),
        };
        let name = file_name(&self.article);
        match &self.waits {
            None => format!("recovered {changes} to {name}"),
            Some(reason) if self.n_changes == 1 => format!("{changes} to {name} is kept and waits: {reason}"),
            Some(reason) => format!("{changes} to {name} are kept and wait: {reason}"),
        }
    }

    /// Which marks, and what else there is to know; empty if there is nothing.
    pub fn details(&self) -> String {
        let mut names = self.names.join(", ");
        let n_more = self.n_changes.saturating_sub(self.names.len());
        if 0 < n_more {
            names.push_str(&format!(" and {n_more} more"));
        }
        let conflicts = "the marks were changed elsewhere too, and both versions are kept";
        let damage = match self.n_damaged {
            1 => "1 record of the log was damaged".to_owned(),
            n => format!("{n} records of the log were damaged"),
        };
        let more = [(self.has_conflicts, conflicts), (0 < self.n_damaged, damage.as_str())];
        let more = more.into_iter().filter_map(|(holds, words)| holds.then_some(words));
        let words = std::iter::once(names.as_str()).filter(|names| !names.is_empty()).chain(more);
        words.collect::<Vec<_>>().join("; ")
    }
}

/// Brings what crashed programs left in their logs into the layers, and tells what it did. Logs that
/// cannot be brought home stay as they are.
pub fn recover(host: &mut dyn Host) -> Vec<Recovered> {
    let left = host.left_logs();
    let mut by_layer: BTreeMap<PathBuf, Vec<(String, Log)>> = BTreeMap::new();
    for LeftLog { name, bytes } in left.logs {
        let log = Log::read(&bytes);
        match &log.head {
            Some(head) => by_layer.entry(PathBuf::from(&head.layer)).or_default().push((name, log)),
            // Cut off before its first record was whole: nothing in it was ever said to be kept.
            None if log.n_damaged == 0 => drop(host.remove_left_log(&name)),
            None => {}
        }
    }
    let found: Vec<Recovered> =
        by_layer.into_iter().filter_map(|(layer, logs)| recover_layer(&layer, &logs, host)).collect();
    drop(left.held);
    found
}

/// One layer; `None` if the file has it all.
fn recover_layer(layer: &Path, logs: &[(String, Log)], host: &mut dyn Host) -> Option<Recovered> {
    let head = logs.iter().find_map(|(_, log)| log.head.clone())?;
    let mut recovered = Recovered {
        article: PathBuf::from(head.article),
        layer: layer.to_owned(),
        n_changes: 0,
        names: Vec::new(),
        n_damaged: logs.iter().map(|(_, log)| log.n_damaged).sum(),
        has_conflicts: false,
        waits: None,
    };
    match bring_home(&mut recovered, logs, host) {
        Ok(()) => {
            for (name, _) in logs {
                // One that cannot be removed is found again, with nothing new in it.
                drop(host.remove_left_log(name));
            }
        }
        Err(reason) => recovered.waits = Some(reason),
    }
    (0 < recovered.n_changes || recovered.waits.is_some()).then_some(recovered)
}

fn bring_home(recovered: &mut Recovered, logs: &[(String, Log)], host: &mut dyn Host) -> Result<(), Waits> {
    let held = host.hold_saves();
    let there = match host.read(&recovered.layer, MAX_LAYER_BYTES) {
        // What is not read whole must not be replaced by what was read of it.
        Ok(bytes) => match too_large(&bytes) {
            Some(reason) => return Err(Waits::Unread(LayerFault::TooLarge(reason))),
            None => Some(bytes),
        },
        Err(HostError::NotFound) => None,
        Err(error) => return Err(Waits::Unread(LayerFault::Host(error))),
    };
    let before = there.as_ref().map(|bytes| LayerFile::read(bytes).value).unwrap_or_default();
    let mut file = before.replay(logs.iter().map(|(_, log)| log));
    let new = before.lacks_of(&file);
    describe(recovered, &file, &new);
    if new.is_empty() {
        return Ok(());
    }
    if let Err(HostError::NotFound) = host.read(&recovered.article, 0) {
        return Err(Waits::NoArticle);
    }
    let layer = file.layer().filter(|_| !file.is_read_only()).ok_or(Waits::ReadOnly)?;
    recovered.has_conflicts = before.conflicts().count() < file.conflicts().count();
    let bytes = file.write(&layer, host.now());
    if let Some(there) = &there {
        drop(host.keep_generation(&recovered.layer, there));
    }
    host.write(&recovered.layer, &bytes).map_err(Waits::Unwritten)?;
    drop(held);
    Ok(())
}

fn describe(recovered: &mut Recovered, file: &LayerFile, new: &[uuid::Uuid]) {
    recovered.n_changes = new.len();
    let contents = new.iter().filter_map(|&id| file.content(id));
    recovered.names = contents.take(MOST_NAMED).map(name_of).collect();
}

fn name_of(content: &Content) -> String {
    match content {
        Content::Annotation(mark) => {
            let quote = mark.target.quote();
            let words = quote.split_whitespace().collect::<Vec<_>>().join(" ");
            let cut: String = words.chars().take(MOST_WORDS).collect();
            let more = if cut.len() < words.len() { "…" } else { "" };
            if words.is_empty() { "an implied claim".to_owned() } else { format!("“{cut}{more}”") }
        }
        Content::Relation(_) => "a relation".to_owned(),
        Content::Removed => "a removal".to_owned(),
        Content::Item(_) => "a line about the folder".to_owned(),
        Content::Foreign => "another program’s line".to_owned(),
    }
}
