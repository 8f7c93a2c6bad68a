//! The one door to the outside: files, clock, chance. Tests have [`MemoryHost`].

mod error;
mod memory;
mod settings;
pub mod whereabouts;

pub use error::HostError;
pub use memory::MemoryHost;
pub use settings::{SettingsFault, SettingsFaultKind};
pub use whereabouts::Whereabouts;

use crate::document::import::is_article_name;
use crate::document::{Digest, DocumentId, Timestamp};
use crate::layer::{AnnotationId, Annotator};
use crate::sidecar::names;
use std::any::Any;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// Tells cheaply that a file is another one than before: what a look at a folder gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Bytes.
    pub length: u64,
    /// Nanoseconds since 1970 of the last writing, or anything else that changes with the contents.
    pub modified: i128,
    /// The number that the file system gives the file: a file that took another's place has its own.
    pub file: u64,
}

/// The stamps of a folder's files by name.
pub type Stamps = BTreeMap<String, Stamp>;

/// What lies in a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// The articles, layers, codebook and settings.
    pub files: Stamps,
    /// The names as the system has them of files whose names are no Unicode.
    pub odd: BTreeMap<String, OsString>,
    /// The names of the folders in it, in their order; links to folders are none.
    pub folders: Vec<String>,
}

/// What comes of a portion of work.
pub type Done = Box<dyn Any + Send>;

/// What a session needs that is not in it.
pub trait Host: Send {
    /// A file's bytes, at most `most` and one more (so that the caller sees that there are too many).
    /// Only regular files are read.
    fn read(&self, path: &Path, most: usize) -> Result<Vec<u8>, HostError>;

    /// The bytes of a file that an article names, by its path from the article's folder with `/`; at
    /// most `most` and one more. A path that leads out of that folder, links and `..` followed, is
    /// [`HostError::Outside`].
    fn read_beside(&self, document: &Path, path: &str, most: usize) -> Result<Vec<u8>, HostError>;

    /// Replaces a file whole and durably, or not at all. A new file has the permissions that the
    /// person's programs give; an old one keeps its own.
    fn write(&mut self, path: &Path, bytes: &[u8]) -> Result<(), HostError>;

    /// Removes a layer file for good; anything else is refused.
    fn remove_layer(&mut self, path: &Path) -> Result<(), HostError>;

    /// Keeps other programs of this person from saving until the answer is dropped. It only closes the
    /// moment between reading again and writing; `None` where there are no locks.
    fn hold_saves(&self) -> Option<Box<dyn Send>> {
        None
    }

    /// Puts the bytes of a layer aside before they are replaced, if they are the first of the day.
    fn keep_generation(&mut self, _layer: &Path, _bytes: &[u8]) -> Result<(), HostError> {
        Ok(())
    }

    /// What was put aside of the layers in the folder of `beside`, the newest first.
    fn generations(&self, _beside: &Path) -> Vec<Generation> {
        Vec::new()
    }

    /// The bytes of a layer that were put aside on a day.
    fn generation(&self, _layer: &Path, _day: &str) -> Result<Vec<u8>, HostError> {
        Err(HostError::NotFound)
    }

    /// Begins a log for the layer that lies, or will lie, at `layer`; nothing is made before the first
    /// [`Host::log`]. `None` where there are no logs.
    fn begin_log(&mut self, _layer: &Path) -> Option<LogId> {
        None
    }

    /// Adds bytes to a log, and returns at once with the number by which [`Host::log_stand`] tells that
    /// they are on disk. Numbers grow.
    fn log(&mut self, _log: LogId, _bytes: Vec<u8>) -> u64 {
        0
    }

    /// Removes a log: what it holds is in the layer's file.
    fn end_log(&mut self, _log: LogId) {}

    /// How far the logs have got.
    fn log_stand(&self) -> LogStand {
        LogStand::default()
    }

    /// The logs of this person's programs that ended without removing them: crashed, killed, without
    /// power. Those of running programs are not among them, and another program that asks meanwhile
    /// does not get the same ones until the answer is dropped.
    fn left_logs(&mut self) -> LeftLogs {
        LeftLogs::default()
    }

    /// Removes a log that was left.
    fn remove_left_log(&mut self, _name: &str) -> Result<(), HostError> {
        Ok(())
    }

    /// The files in the folder of `document` that may be layers of it, in the order of their names. Those
    /// may be absent whose name and header both give them to another article that is there.
    fn layers_beside(&self, document: &Path) -> Result<Vec<PathBuf>, HostError>;

    /// Remembers where layers lie, for articles that will be moved; what is known already costs nothing. To
    /// forget it would lose no mark, so nothing is said where it cannot be remembered.
    fn remember_layers(&mut self, _seen: Vec<Whereabouts>) {}

    /// What is remembered of layers in other folders that may be about an article, as
    /// [`about`](whereabouts::about) has it: those that were last read for this
    /// very article, or for one that is gone from where it lay. Whether they are there is not looked at.
    fn remembered_layers(
        &self,
        _article: &Path,
        _digest: Digest,
        _documents: &[DocumentId],
    ) -> Vec<Whereabouts> {
        Vec::new()
    }

    /// The stamp of one file; `None` where there is none that can be looked at.
    fn stamp(&self, path: &Path) -> Option<Stamp>;

    /// What lies in a folder, with its stamps.
    fn listing(&self, folder: &Path) -> Result<Listing, HostError>;

    /// Whether the system tells of changes that others make in a folder. It does not for shares of
    /// other machines and for file systems that a program provides.
    fn tells_of_changes(&self, folder: &Path) -> bool {
        let _ = folder;
        true
    }

    /// The articles of a folder, in the order of their names.
    fn articles_in(&self, folder: &Path) -> Result<Vec<PathBuf>, HostError>;

    /// The folders in a folder, in the order of their names.
    fn folders_in(&self, folder: &Path) -> Result<Vec<PathBuf>, HostError>;

    /// Where a folder lies, whatever links lead to it.
    fn place_of_folder(&self, folder: &Path) -> PathBuf {
        folder.to_owned()
    }

    /// Whether the path is a folder.
    fn is_folder(&self, path: &Path) -> bool;

    /// Makes a folder in one that is there; nothing is done where it is there already.
    fn make_folder(&mut self, path: &Path) -> Result<(), HostError>;

    /// The codebook that holds for a document: its folder's, one above it, or the person's own; with its
    /// text, or why it cannot be had.
    fn codebook_for(&self, document: &Path) -> Option<(PathBuf, Result<String, HostError>)>;

    /// What is wrong with the settings that the folder of a document has for all, in sentences.
    fn settings_faults(&self, document: &Path) -> Vec<SettingsFault> {
        let _ = document;
        Vec::new()
    }

    /// A text as it was when it was marked.
    fn kept_text(&self, digest: Digest) -> Option<String>;

    /// Keeps a text by its digest. Written once, never changed.
    fn keep_text(&mut self, digest: Digest, text: &str) -> Result<(), HostError>;

    /// The same for a document, whose folder may keep such texts for a team.
    fn kept_text_for(&self, document: &Path, digest: Digest) -> Option<String> {
        let _ = document;
        self.kept_text(digest)
    }

    /// Keeps a text for a document: also in its folder where that keeps such texts for a team.
    fn keep_text_for(&mut self, document: &Path, digest: Digest, text: &str) -> Result<(), HostError> {
        let _ = document;
        self.keep_text(digest, text)
    }

    /// The person who marks at this machine, once asked.
    fn annotator(&self) -> Option<Annotator>;

    /// Remembers who marks at this machine.
    fn set_annotator(&mut self, annotator: &Annotator) -> Result<(), HostError>;

    /// A person of this machine by name, remembered with a random id at the first time.
    fn annotator_called(&mut self, name: &str) -> Result<Annotator, HostError>;

    /// A small text of the program's own (settings, recent files), by name.
    fn stored(&self, name: &str) -> Option<String>;

    /// Stores such a text.
    fn store(&mut self, name: &str, text: &str) -> Result<(), HostError>;

    /// What this program keeps under a name and could make anew; at most so many bytes of it, else `None`.
    fn cached(&self, _name: &str, _most: usize) -> Option<Vec<u8>> {
        None
    }

    /// Keeps that, whole or not at all.
    fn cache(&mut self, _name: &str, _bytes: &[u8]) -> Result<(), HostError> {
        Ok(())
    }

    /// Adds to the end of that.
    fn add_to_cache(&mut self, _name: &str, _bytes: &[u8]) -> Result<(), HostError> {
        Ok(())
    }

    /// Has work done for each number below `n`, on several threads where there are any, and hands over what
    /// comes of each as it comes, in any order; until that says no.
    fn in_portions(
        &self,
        n: usize,
        work: &(dyn Fn(usize, &dyn Host) -> Done + Sync),
        each: &mut dyn FnMut(usize, Done) -> bool,
    );

    /// Tells what the desktop wishes of programs: at once, and again whenever it changes, as long as `tell`
    /// answers yes. In between it waits, so it wants a thread of its own; it ends at once where there is
    /// no desktop that could be asked.
    fn follow_desktop(&self, _tell: &mut dyn FnMut(Desktop) -> bool) {}

    /// Another door to the same outside, for a thread; `None` where there is only one, and work is
    /// done at once.
    fn another(&self) -> Option<Box<dyn Host>>;

    /// The time.
    fn now(&self) -> Timestamp;

    /// A random id.
    fn fresh_uuid(&mut self) -> Uuid;

    /// An id for a new mark.
    fn fresh_annotation(&mut self) -> AnnotationId {
        AnnotationId(self.fresh_uuid())
    }
}

/// An earlier state of a layer that was put aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generation {
    /// Where the layer lay, whatever way led to it.
    pub layer: PathBuf,
    /// On whose first change it was put aside: `2026-11-22`.
    pub day: String,
    /// Its size.
    pub n_bytes: u64,
}

/// A log that this program writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LogId(pub u64);

/// How far the logs have got.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogStand {
    /// Everything up to this number is on disk.
    pub kept: u64,
    /// Why the rest is not, if something is wrong.
    pub failed: Option<HostError>,
}

/// The logs that crashed programs left, in the order of their writing for each program.
#[derive(Default)]
pub struct LeftLogs {
    /// The logs.
    pub logs: Vec<LeftLog>,
    /// Keeps other programs from taking them over.
    pub held: Vec<Box<dyn Send>>,
}

/// One of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftLog {
    /// What the host calls it.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What a desktop wishes of all programs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Desktop {
    /// Whether they shall be dark; `None` where it does not mind.
    pub is_dark: Option<bool>,
    /// Whether they shall have more contrast than usual.
    pub more_contrast: bool,
    /// Whether nothing shall glide or fade.
    pub less_motion: bool,
}

/// Whether a change of a file of that name is a reason to look.
pub fn is_watched(name: &str) -> bool {
    names::is_layer_name(name) || name.ends_with(".toml") || (!name.starts_with('.') && is_article_name(name))
}

/// A file's name as people and layers have it. A byte that is no Unicode stands as `%E9`, so that two such
/// names do not become one.
pub fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    if let Some(name) = name.to_str() {
        return name.to_owned();
    }
    let mut shown = String::new();
    for chunk in name.as_encoded_bytes().utf8_chunks() {
        shown.push_str(chunk.valid());
        chunk.invalid().iter().for_each(|byte| shown.push_str(&format!("%{byte:02X}")));
    }
    shown
}
