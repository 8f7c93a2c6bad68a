//! The one [`Host`] that touches a disk, with the clock and the chance of the machine.
//!
//! Knows no window and no command line. Strangers' files are looked at before they are opened and
//! never written; what is written is written whole or not at all.
#![expect(clippy::disallowed_methods, reason = "this is the one module that touches a disk")]

pub mod apart;
mod beside;
mod caches;
#[cfg(all(feature = "gui", unix, not(target_os = "macos")))]
mod desktop;
mod directories;
mod generations;
mod growing;
mod listing;
mod locks;
mod log;
mod mounts;
#[cfg(feature = "gui")]
mod opener;
mod parallel;
mod people;
mod reading;
mod replace;
mod stamps;
mod storage;
mod team;
mod whereabouts;

pub use directories::Directories;

use crate::document::import::{self, ImportError, Options};
use crate::document::page_picture::{PagePicture, PageWanted};
use crate::document::{Digest, Document, ImportWarning, Timestamp, Warned};
#[cfg(feature = "gui")]
use crate::host::Clipped;
#[cfg(all(feature = "gui", unix, not(target_os = "macos")))]
use crate::host::DesktopWishes;
use crate::host::{
    Chance, Clock, Desktop, Done, Files, Host, HostError, Listing, NewFile, SettingsFault, Stamp,
};
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use uuid::Uuid;

/// The file that holds the tags of a folder.
const CODEBOOK: &str = "codebook.postil.toml";
/// The most that is read of a codebook, a setting or the list of people.
const MAX_OWN_BYTES: usize = 4 * 1024 * 1024;
/// A kept text may be longer than its article was in its own encoding.
const MAX_TEXT_BYTES: usize = 4 * import::MAX_BYTES;
/// How many folders are searched upwards for a codebook.
const MAX_FOLDERS_UP: usize = 32;

/// The machine's disk, clock and chance.
#[derive(Clone, Debug)]
pub struct Disk {
    directories: Option<Directories>,
    /// `None` for a program that saves at once.
    logs: Option<log::Logs>,
    beside: beside::Beside,
    apart: apart::Apart,
}

impl Disk {
    /// With the person's directories, or those that the variable `POSTIL_HOME` moves elsewhere.
    pub fn new() -> Self {
        Self::of(Directories::of_this_person())
    }

    /// With other directories.
    pub fn with(directories: Directories) -> Self {
        Self::of(Some(directories))
    }

    fn of(directories: Option<Directories>) -> Self {
        Self {
            directories,
            logs: Some(log::Logs::default()),
            beside: beside::Beside::default(),
            apart: apart::Apart::default(),
        }
    }

    /// The same for a program that reads strangers' files by starting itself once more: by
    /// [`apart::ARGUMENT`] it then has to call [`apart::answer`] and nothing else.
    #[must_use]
    pub fn reading_by_itself(self) -> Self {
        self.reading_by(apart::this_program().unwrap_or_default(), apart::Limits::default())
    }

    /// The same with another command that answers, or does not, and other limits.
    #[must_use]
    pub fn reading_by(self, command: Vec<OsString>, limits: apart::Limits) -> Self {
        Self { apart: apart::Apart::by(command, limits), ..self }
    }

    /// The same for a program that does all or nothing: what it could not save must not come back from a
    /// log.
    #[must_use]
    pub fn without_logs(self) -> Self {
        Self { logs: None, ..self }
    }

    /// Where the program keeps its own files; `None` for a person without a home.
    pub fn directories(&self) -> Option<&Directories> {
        self.directories.as_ref()
    }

    fn own(&self) -> Result<&Directories, HostError> {
        self.directories.as_ref().ok_or(HostError::NoHome)
    }

    fn text_path(&self, digest: Digest) -> Option<PathBuf> {
        Some(self.directories.as_ref()?.data.join("texts").join(format!("{}.txt", digest.hex())))
    }

    /// The sample article: beside the program, or in the folder that it was built in.
    pub fn sample() -> Option<PathBuf> {
        let program = std::env::current_exe().ok()?;
        let installed = program.parent().map(|folder| folder.join("../share/postil"));
        let places = installed.into_iter().chain(program.ancestors().skip(1).map(Path::to_owned));
        places.map(|folder| folder.join("sample_docs").join("raqqa-retold.md")).find(|path| path.is_file())
    }

    fn stored_path(&self, name: &str) -> Result<PathBuf, HostError> {
        let is_plain = !name.is_empty()
            && !name.starts_with('.')
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
        if !is_plain {
            return Err(HostError::BadName(name.to_owned()));
        }
        Ok(self.own()?.config.join(name))
    }
}

impl Default for Disk {
    fn default() -> Self {
        Self::new()
    }
}

impl Files for Disk {
    fn read(&self, path: &Path, most: usize) -> Result<Vec<u8>, HostError> {
        reading::read(path, most)
    }

    fn read_apart(
        &self,
        bytes: &[u8],
        name: &str,
        options: &Options,
    ) -> Result<Warned<Document, ImportWarning>, ImportError> {
        self.apart.read(bytes, name, options)
    }

    fn draw_apart(&self, bytes: &[u8], wanted: &PageWanted) -> Result<Option<PagePicture>, ImportError> {
        self.apart.draw(bytes, wanted)
    }

    fn parts_apart(&self, bytes: &[u8], names: &[String], most: usize) -> Vec<Option<Vec<u8>>> {
        self.apart.parts(bytes, names, most)
    }

    fn read_beside(&self, document: &Path, path: &str, most: usize) -> Result<Vec<u8>, HostError> {
        reading::read_beside(folder_of(document), Path::new(path), most)
    }

    fn write(&mut self, path: &Path, bytes: &[u8]) -> Result<(), HostError> {
        let path = replace::resolve_layer(path, bytes)?;
        replace::sweep(folder_of(&path));
        replace::replace(&path, bytes, replace::Sharing::AsFolder)
    }

    fn begin_file(&self, path: &Path) -> Result<Box<dyn NewFile>, HostError> {
        growing::begin(path)
    }

    fn remove_layer(&mut self, path: &Path) -> Result<(), HostError> {
        replace::remove_layer(path)
    }

    fn hold_saves(&self) -> Option<Box<dyn Send>> {
        Some(Box::new(locks::hold(self.directories.as_ref()?, "saves")?))
    }

    fn layers_beside(&self, document: &Path) -> Result<Vec<PathBuf>, HostError> {
        self.beside.layers(document).map(|names| {
            let beside = |name| document.with_file_name(name);
            names.into_iter().map(beside).collect()
        })
    }

    fn stamp(&self, path: &Path) -> Option<Stamp> {
        stamps::of(path)
    }

    fn listing(&self, folder: &Path) -> Result<Listing, HostError> {
        stamps::in_folder(folder)
    }

    fn tells_of_changes(&self, folder: &Path) -> bool {
        mounts::tells_of_changes(folder)
    }

    fn read_end(&self, path: &Path, most: usize) -> Result<Vec<u8>, HostError> {
        reading::read_end(path, most)
    }

    fn articles_in(&self, folder: &Path) -> Result<Vec<PathBuf>, HostError> {
        listing::articles_in(folder)
    }

    fn folders_in(&self, folder: &Path) -> Result<Vec<PathBuf>, HostError> {
        listing::folders_in(folder)
    }

    fn place_of_folder(&self, folder: &Path) -> PathBuf {
        folder.canonicalize().unwrap_or_else(|_| folder.to_owned())
    }

    fn is_folder(&self, path: &Path) -> bool {
        path.is_dir()
    }

    fn make_folder(&mut self, path: &Path) -> Result<(), HostError> {
        match std::fs::create_dir(path) {
            Err(error) if path.is_dir() && error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            made => made.map_err(|error| host_error(&error)),
        }
    }

    fn codebook_for(&self, document: &Path) -> Option<(PathBuf, Result<String, HostError>)> {
        let document = std::path::absolute(document).unwrap_or_else(|_| document.to_owned());
        let above = document.ancestors().skip(1).take(MAX_FOLDERS_UP);
        let own = self.directories.as_ref().map(|own| own.config.as_path());
        above.chain(own).find_map(|folder| {
            let path = folder.join(CODEBOOK);
            match reading::read_whole_text(&path, MAX_OWN_BYTES) {
                Err(HostError::NotFound) => None,
                read => Some((path, read)),
            }
        })
    }

    fn settings_for(&self, document: &Path) -> Option<(PathBuf, Result<String, HostError>)> {
        team::read_settings(document)
    }

    fn settings_faults(&self, document: &Path) -> Vec<SettingsFault> {
        team::faults(document)
    }
}

impl Clock for Disk {
    fn now(&self) -> Timestamp {
        Timestamp::from_seconds(jiff::Timestamp::now().as_second())
    }
}

impl Chance for Disk {
    fn fresh_uuid(&mut self) -> Uuid {
        Uuid::new_v4()
    }
}

impl Desktop for Disk {
    #[cfg(all(feature = "gui", unix, not(target_os = "macos")))]
    fn follow_desktop(&self, tell: &mut dyn FnMut(DesktopWishes) -> bool) {
        desktop::follow(tell);
    }

    #[cfg(feature = "gui")]
    fn languages(&self) -> Vec<String> {
        sys_locale::get_locales().collect()
    }

    #[cfg(feature = "gui")]
    fn clipboard(&mut self) -> Option<Clipped> {
        let mut clipboard = arboard::Clipboard::new().ok()?;
        let html = clipboard.get().html().ok();
        let text = clipboard.get_text().unwrap_or_default();
        (html.is_some() || !text.is_empty()).then_some(Clipped { html, text })
    }

    #[cfg(all(feature = "gui", unix, not(target_os = "macos")))]
    fn reveal(&mut self, file: &Path) -> bool {
        desktop::reveal(file)
    }

    #[cfg(feature = "gui")]
    fn open(&mut self, file: &Path) -> bool {
        opener::open(file)
    }
}

impl Host for Disk {
    fn in_portions(
        &self,
        n: usize,
        work: &(dyn Fn(usize, &dyn Host) -> Done + Sync),
        each: &mut dyn FnMut(usize, Done) -> bool,
    ) {
        parallel::in_portions(self, n, work, each);
    }

    fn read_apart_while(&mut self, is_wanted: Arc<dyn Fn() -> bool + Send + Sync>) {
        self.apart.is_wanted = is_wanted;
    }

    fn another(&self) -> Option<Box<dyn Host>> {
        Some(Box::new(self.clone()))
    }
}

/// The folder that a path's last name is in.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// Where a file lies, whatever way leads to it; it need not be there.
fn real(path: &Path) -> PathBuf {
    let folder = folder_of(path).canonicalize().unwrap_or_else(|_| folder_of(path).to_owned());
    path.file_name().map_or(folder.clone(), |name| folder.join(name))
}

/// What the system said, in the words of the session.
fn host_error(error: &io::Error) -> HostError {
    match error.kind() {
        io::ErrorKind::NotFound => HostError::NotFound,
        io::ErrorKind::PermissionDenied => HostError::Denied,
        io::ErrorKind::IsADirectory => HostError::Folder,
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => HostError::Full,
        io::ErrorKind::ReadOnlyFilesystem => HostError::ReadOnly,
        io::ErrorKind::NotADirectory => HostError::NoFolder,
        io::ErrorKind::InvalidFilename => HostError::NameTooLong,
        _ => {
            // `tempfile` wraps the system's error into one that also names its temporary path.
            let inner = error.get_ref().and_then(std::error::Error::source);
            let words = inner.map_or_else(|| error.to_string(), ToString::to_string);
            let words = words.split(" (os error").next().unwrap_or_default();
            HostError::System(words.to_owned())
        }
    }
}
