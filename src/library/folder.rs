//! What people say of a folder and not of one article: the registers that lie at its root, one for each
//! person.

use super::Library;
use super::found::Found;
use super::warning::{AboutLayer, FileWarning};
use crate::document::Digest;
use crate::host::{Files, HostError, Stamp};
use crate::layer::{Annotator, AnnotatorId, FolderLayer};
use crate::sidecar::caps::{MAX_LAYER_BYTES, too_large};
use crate::sidecar::names::{folder_file_name, longer_folder_file_name};
use crate::sidecar::{LayerFile, is_folder_name};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Folders further above an article are not asked: nobody keeps articles so deep.
const HIGHEST: usize = 16;

/// One person's register, and the file that it was read from.
#[derive(Clone, Debug)]
pub struct FolderFile {
    /// Where it lies.
    pub path: PathBuf,
    /// What the person says.
    pub layer: Arc<FolderLayer>,
    /// The file, with what was read as one with it.
    pub(crate) file: Arc<LayerFile>,
    /// Of its bytes; `None` as long as they are not what was read as one.
    pub(crate) on_disk: Option<Digest>,
}

/// The registers of a folder.
#[derive(Clone, Debug, Default)]
pub struct FolderFiles {
    /// By the names of the people.
    pub files: Vec<FolderFile>,
    /// What there is to be known of the files.
    pub warnings: Vec<FileWarning>,
    /// Every file that was looked into, as it was then.
    seen: Vec<(Box<str>, Stamp)>,
    /// Whether a look at stamps is enough to know that nothing changed.
    is_settled: bool,
}

impl FolderFiles {
    /// Whether it holds as it is known.
    pub(super) fn holds(&self, there: &[(Box<str>, Stamp)]) -> bool {
        self.is_settled && self.seen == there
    }

    /// Reads the registers among the files at the root of a folder.
    pub fn read(root: &Path, host: &dyn Files) -> Result<Self, HostError> {
        let listing = host.listing(root)?;
        let there = listing.files.into_iter().filter(|(name, _)| is_folder_name(name));
        let there = there.map(|(name, stamp)| (name.into(), stamp)).collect();
        Ok(Self::read_those(root, there, i128::MIN, host))
    }

    /// The registers of the folders that articles lie in, by the paths of those folders, and what there is to be
    /// known of their files. What cannot be listed has none.
    pub fn around(folders: &BTreeSet<PathBuf>, host: &dyn Files) -> (Vec<FolderFile>, Vec<FileWarning>) {
        // A bare name lies in no folder by its path: that is the one where the program runs.
        let place = |folder: &PathBuf| {
            let named = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
            host.place_of_folder(named)
        };
        let places: BTreeSet<PathBuf> = folders.iter().map(place).collect();
        let roots: BTreeSet<PathBuf> =
            places.iter().map(|folder| root_of(&folder.join("article"), host)).collect();
        let (mut files, mut warnings) = (Vec::new(), Vec::new());
        for found in roots.iter().filter_map(|root| Self::read(root, host).ok()) {
            files.extend(found.files);
            warnings.extend(found.warnings);
        }
        (files, warnings)
    }

    /// Reads those that are known to be there. A file that was not yet written at `settled`, in nanoseconds,
    /// may be written again without showing another time.
    pub(super) fn read_those(
        root: &Path,
        there: Vec<(Box<str>, Stamp)>,
        settled: i128,
        host: &dyn Files,
    ) -> Self {
        let mut warnings = Vec::new();
        let mut by_person: BTreeMap<AnnotatorId, Found> = BTreeMap::new();
        for (name, _) in &there {
            let Some(found) = read_one(root, name, host, &mut warnings) else { continue };
            let Some(person) = found.file.header().map(|header| header.annotator.id) else { continue };
            match by_person.remove(&person) {
                Some(other) => {
                    warnings.push(FileWarning::Layer(name.to_string(), AboutLayer::Copy));
                    by_person.insert(person, found.unite(other));
                }
                None => drop(by_person.insert(person, found)),
            }
        }
        let mut files: Vec<FolderFile> = by_person.into_values().filter_map(FolderFile::of).collect();
        files.sort_by(|a, b| a.layer.annotator.in_list(&b.layer.annotator));
        let is_settled = there.iter().all(|(_, stamp)| stamp.modified < settled);
        Self { files, warnings, seen: there, is_settled }
    }

    /// Whether both say the same.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        let said = |files: &Self| -> Vec<(PathBuf, Option<Digest>)> {
            files.files.iter().map(|file| (file.path.clone(), file.on_disk)).collect()
        };
        said(self) == said(other) && self.warnings == other.warnings
    }

    /// One person's.
    pub fn of(&self, person: AnnotatorId) -> Option<&FolderFile> {
        self.files.iter().find(|file| file.layer.annotator.id == person)
    }

    /// Where a person's register will lie who has none yet.
    pub fn home(&self, root: &Path, annotator: &Annotator) -> PathBuf {
        let taken: BTreeSet<&str> = self.seen.iter().map(|(name, _)| &**name).collect();
        let name = folder_file_name(annotator);
        let is_taken = taken.contains(name.as_str());
        root.join(if is_taken { longer_folder_file_name(annotator) } else { name })
    }
}

impl FolderFile {
    fn of(found: Found) -> Option<Self> {
        let layer = Arc::new(found.file.folder_layer()?);
        // What conflict copies have is not in the file yet: the next save writes it.
        let on_disk = found.on_disk;
        Some(Self { path: found.path, layer, file: Arc::new(found.file), on_disk })
    }
}

fn read_one(root: &Path, name: &str, host: &dyn Files, warnings: &mut Vec<FileWarning>) -> Option<Found> {
    let path = root.join(name);
    let about = |about| FileWarning::Layer(name.to_owned(), about);
    let bytes = match host.read(&path, MAX_LAYER_BYTES) {
        Ok(bytes) => match too_large(&bytes) {
            None => bytes,
            Some(reason) => {
                warnings.push(about(AboutLayer::TooLarge(reason)));
                return None;
            }
        },
        // Gone between two looks.
        Err(HostError::NotFound) => return None,
        Err(error) => {
            warnings.push(about(AboutLayer::Unreadable(error)));
            return None;
        }
    };
    let read = LayerFile::read(&bytes);
    match read.value.header() {
        Some(header) if !header.is_of_folder() => None,
        _ => Some(Found::of(path, &bytes, read, warnings)),
    }
}

impl Library {
    /// What people say of the folder: each person's register, by the person's name; that of the person at work
    /// as it is, saved or not.
    pub fn registers(&self) -> Vec<Arc<FolderLayer>> {
        let mine = self.my_register.iter().cloned();
        let is_mine = |layer: &FolderLayer| {
            self.my_register.as_ref().is_some_and(|mine| mine.annotator.id == layer.annotator.id)
        };
        let others = self.registers.files.iter().map(|file| Arc::clone(&file.layer));
        let mut all: Vec<_> = others.filter(|layer| !is_mine(layer)).chain(mine).collect();
        all.sort_by(|a, b| a.annotator.in_list(&b.annotator));
        all
    }

    /// The files of these, as they lie on the disk.
    pub fn register_files(&self) -> &Arc<FolderFiles> {
        &self.registers
    }

    /// Shows the register of the person at work as it is, saved or not.
    pub fn set_my_register(&mut self, mine: Option<Arc<FolderLayer>>) {
        if self.my_register != mine {
            self.my_register = mine;
            self.follow_corrections();
            self.revision += 1;
        }
    }
}

/// The folder that an article belongs to: the nearest one above it that has registers, else its own.
pub fn root_of(article: &Path, host: &dyn Files) -> PathBuf {
    let own = article.parent().unwrap_or(Path::new(""));
    let has_registers = |folder: &&Path| {
        host.listing(folder).is_ok_and(|listing| listing.files.keys().any(|name| is_folder_name(name)))
    };
    own.ancestors().take(HIGHEST).find(has_registers).unwrap_or(own).to_owned()
}

/// What a person says of the folders that an article lies in, those of the nearest first: whichever of them was
/// open when it was said.
pub fn registers_of(article: &Path, person: AnnotatorId, host: &dyn Files) -> Vec<Arc<FolderLayer>> {
    // A path may be told from where the program was started.
    let beside = article.parent().filter(|parent| !parent.as_os_str().is_empty());
    let own = host.place_of_folder(beside.unwrap_or(Path::new(".")));
    let above = own.ancestors().take(HIGHEST);
    let read = above.filter_map(|folder| FolderFiles::read(folder, host).ok());
    read.filter_map(|files| files.of(person).map(|file| Arc::clone(&file.layer))).collect()
}

/// Those among the files of a root that may be registers.
pub(super) fn among<'a>(
    folder: &str,
    files: impl Iterator<Item = (&'a String, &'a Stamp)>,
) -> Option<Vec<(Box<str>, Stamp)>> {
    let named = files.filter(|(name, _)| is_folder_name(name));
    folder.is_empty().then(|| named.map(|(name, stamp)| (name.as_str().into(), *stamp)).collect())
}
