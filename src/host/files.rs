//! Files and folders: the articles, and what lies beside them.

use super::{HostError, SettingsFault};
use crate::document::import::{
    ImportError, Options, draw_page, import, is_archive_name, is_article_name, parts,
};
use crate::document::page_picture::{PagePicture, PageWanted};
use crate::document::{Document, ImportWarning, Warned};
use crate::sidecar::names;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Files and folders.
pub trait Files {
    /// A file's bytes, at most `most` and one more (so that the caller sees that there are too many).
    /// Only regular files are read.
    fn read(&self, path: &Path, most: usize) -> Result<Vec<u8>, HostError>;

    /// The last `most` bytes of a regular file, or all of a shorter one.
    fn read_end(&self, path: &Path, most: usize) -> Result<Vec<u8>, HostError> {
        let mut bytes = self.read(path, usize::MAX)?;
        Ok(bytes.split_off(bytes.len().saturating_sub(most)))
    }

    /// Makes a document of the bytes of a file called `name`, of a kind that is read apart: where the host can,
    /// in a process of its own, so that a file made to do harm ends nothing but its reading.
    fn read_apart(
        &self,
        bytes: &[u8],
        name: &str,
        options: &Options,
    ) -> Result<Warned<Document, ImportWarning>, ImportError> {
        import(bytes, name, options)
    }

    /// Draws a page of a file, apart like [`Files::read_apart`].
    fn draw_apart(&self, bytes: &[u8], wanted: &PageWanted) -> Result<Option<PagePicture>, ImportError> {
        draw_page(bytes, wanted)
    }

    /// The first `most` bytes of each of the files within a file that are called so, apart like
    /// [`Files::read_apart`]; `None` for one that is not there or cannot be read.
    fn parts_apart(&self, bytes: &[u8], names: &[String], most: usize) -> Vec<Option<Vec<u8>>> {
        parts(bytes, names, most)
    }

    /// The bytes of a file that an article names, by its path from the article's folder with `/`; at
    /// most `most` and one more. A path that leads out of that folder, links and `..` followed, is
    /// [`HostError::Outside`].
    fn read_beside(&self, document: &Path, path: &str, most: usize) -> Result<Vec<u8>, HostError>;

    /// Replaces a file whole and durably, or not at all. A new file has the permissions that the
    /// person's programs give; an old one keeps its own.
    fn write(&mut self, path: &Path, bytes: &[u8]) -> Result<(), HostError>;

    /// Begins a file that may be larger than memory; what it replaces stays until it is whole.
    fn begin_file(&self, path: &Path) -> Result<Box<dyn NewFile>, HostError> {
        Ok(Box::new(Held { path: path.to_owned(), bytes: Vec::new() }))
    }

    /// Removes a layer file for good; anything else is refused.
    fn remove_layer(&mut self, path: &Path) -> Result<(), HostError>;

    /// Keeps other programs of this person from saving until the answer is dropped. It only closes the
    /// moment between reading again and writing; `None` where there are no locks.
    fn hold_saves(&self) -> Option<Box<dyn Send>> {
        None
    }

    /// The files in the folder of `document` that may be layers of it, in the order of their names. Those
    /// may be absent whose name and header both give them to another article that is there.
    fn layers_beside(&self, document: &Path) -> Result<Vec<PathBuf>, HostError>;

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

    /// The `postil.toml` that holds for a document: its folder's or one above it; with its text, or why it
    /// cannot be had.
    fn settings_for(&self, document: &Path) -> Option<(PathBuf, Result<String, HostError>)> {
        let _ = document;
        None
    }

    /// What is wrong with the settings that the folder of a document has for all, in sentences.
    fn settings_faults(&self, document: &Path) -> Vec<SettingsFault> {
        let _ = document;
        Vec::new()
    }
}

/// A file on its way. Nothing comes of one that is dropped.
pub trait NewFile: Write {
    /// Puts it in its place, whole and durably, or not at all.
    fn finish(self: Box<Self>, files: &mut dyn Files) -> Result<(), HostError>;
}

/// One that is held in memory.
struct Held {
    path: PathBuf,
    bytes: Vec<u8>,
}

impl Write for Held {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl NewFile for Held {
    fn finish(self: Box<Self>, files: &mut dyn Files) -> Result<(), HostError> {
        files.write(&self.path, &self.bytes)
    }
}

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

/// Whether a change of a file of that name is a reason to look.
pub fn is_watched(name: &str) -> bool {
    let may_be_article = !name.starts_with('.') && (is_article_name(name) || is_archive_name(name));
    names::is_layer_name(name) || name.ends_with(".toml") || may_be_article
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
