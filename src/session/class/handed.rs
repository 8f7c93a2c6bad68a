//! What pupils handed in: layers, archives of them, and folders of both, from strangers. What cannot be read
//! spoils nothing for the others, and is named.

use crate::analysis::agreement::Marked;
use crate::anchor::Placers;
use crate::article::PlacedLayer;
use crate::document::Timestamp;
use crate::exchange::archive::{ArchiveFault, Room, is_archive, unpack_within};
use crate::exchange::grades::ENDING;
use crate::host::{Host, HostError, file_name};
use crate::layer::{AnnotationId, Annotator, AnnotatorId, Layer, TagId};
use crate::sidecar::caps::too_large;
use crate::sidecar::names::is_layer_name;
use crate::sidecar::{Header, LayerFile};
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use uuid::Uuid;

/// The longest file that is read, in bytes.
const MOST_BYTES: usize = 64 << 20;
/// Folders in folders are looked into so deep.
const DEEPEST: usize = 3;
/// No more files of a class are read.
const MOST_FILES: usize = 4_000;
/// What may come out of an archive within an archive: one pupil's, where the outer one is that of a class.
const IN_ARCHIVE: Room = Room { files: 400, bytes: 16 << 20 };
/// The most bytes that come out of all archives within one.
const MOST_IN_ARCHIVES: u64 = 1 << 30;

/// What a pupil handed in, on the text of a key.
#[derive(Clone, Debug)]
pub struct Handed {
    /// Who.
    pub person: Annotator,
    /// When the marks were handed in, if they were.
    pub handed_in: Option<Timestamp>,
    /// The marks that have a place.
    pub marked: Marked,
    /// The words and tags of all marks.
    pub words: BTreeMap<AnnotationId, (String, Vec<TagId>)>,
    /// The words of the marks that have no place in this text.
    pub unplaced: Vec<String>,
    /// The layer.
    pub layer: Layer,
    /// What its file says about itself.
    pub header: Header,
}

/// What a file that was handed in is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandedFault {
    /// It cannot be had.
    Host(HostError),
    /// It is no layer.
    NoLayer,
    /// It is larger than is read.
    TooLarge,
    /// It is the key itself.
    Key,
    /// It is what a teacher gave back.
    Feedback,
    /// The archive that it is, or came in.
    Archive(ArchiveFault),
    /// So many lines of it cannot be read; the others count.
    Lines(usize),
    /// It is by the pupil of another file, which is named, and was read as one with it.
    Again(String),
    /// The folder has no layers.
    Empty,
    /// It is an earlier lesson that cannot be compared.
    Lesson(LessonFault),
    /// There are more files than are read: this one and what follows is left out.
    TooMany,
}

impl HandedFault {
    /// Whether a pupil's file was left out whole.
    pub fn is_left_out(&self) -> bool {
        !matches!(self, Self::Lines(_) | Self::Again(_)) && !self.is_teachers()
    }

    /// Whether nothing is wrong: the file is no pupil's but the teacher's own, and lies among theirs.
    pub fn is_teachers(&self) -> bool {
        matches!(self, Self::Key | Self::Feedback)
    }
}

impl fmt::Display for HandedFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Host(error) => write!(f, "it cannot be read: {error}"),
            Self::NoLayer => f.write_str("it holds no marks: it is no layer, or is cut off"),
            Self::TooLarge => f.write_str("it is larger than what is read"),
            Self::Key => f.write_str("it is the key, and is not graded"),
            Self::Feedback => f.write_str("it is feedback on a pupil’s marks, and is not graded"),
            Self::Archive(fault) => fault.fmt(f),
            Self::Lines(1) => f.write_str("1 line of it cannot be read; the others count"),
            Self::Lines(n) => write!(f, "{n} lines of it cannot be read; the others count"),
            Self::Again(other) => {
                write!(f, "it is by the same pupil as `{other}`, and both were read as one")
            }
            Self::Lesson(fault) => fault.fmt(f),
            Self::Empty => f.write_str("it is a folder without layers"),
            Self::TooMany => {
                write!(f, "there are more than {MOST_FILES} files: this one and those after it are left out")
            }
        }
    }
}

/// Why an earlier lesson is not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LessonFault {
    /// The file of its class cannot be read, or names nothing that was handed in.
    NotGraded,
    /// Its article or assignment cannot be read, or its key is not there.
    NoKey,
    /// Its key is sealed behind another pass-phrase than that of the lesson now.
    Sealed,
}

impl fmt::Display for LessonFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotGraded => f.write_str("it tells of no lesson in which something was handed in"),
            Self::NoKey => f.write_str("the article or the key of that lesson cannot be read"),
            Self::Sealed => {
                f.write_str("the key of that lesson is sealed behind another pass-phrase than this one")
            }
        }
    }
}

/// Whether a path is the file of a class, by its name.
pub fn is_lesson(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == ENDING)
}

/// A file by name, with what is wrong with it.
pub type NamedFault = (String, HandedFault);

/// A file by name, with its bytes.
pub type NamedFile = (String, Vec<u8>);

/// A file that is to be read.
struct Found {
    path: PathBuf,
    /// What it is called: its path, or that within the folder that was named.
    name: String,
    /// The how many-th it is in its folder.
    rank: usize,
}

/// The files of some paths: themselves, or the layers and archives in folders and in the folders there. Where there
/// are more than are read, a folder with thousands of them takes no room from the others.
pub fn gather(paths: &[PathBuf], host: &dyn Host) -> (Vec<NamedFile>, Vec<NamedFault>) {
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    for path in paths {
        if host.is_folder(path) {
            let before = found.len() + faults.len();
            look_into(path, "", host, 0, (&mut found, &mut faults));
            if before == found.len() + faults.len() {
                faults.push((path.display().to_string(), HandedFault::Empty));
            }
        } else {
            found.push(Found { path: path.clone(), name: path.display().to_string(), rank: 0 });
        }
    }
    if MOST_FILES < found.len() {
        found.sort_by_key(|one| one.rank);
        if let Some(first) = found.get(MOST_FILES) {
            faults.push((first.name.clone(), HandedFault::TooMany));
        }
        found.truncate(MOST_FILES);
    }
    let mut files = Vec::with_capacity(found.len());
    for Found { path, name, .. } in found {
        match host.read(&path, MOST_BYTES) {
            Ok(bytes) if bytes.len() <= MOST_BYTES => files.push((name, bytes)),
            Ok(_) => faults.push((name, HandedFault::TooLarge)),
            Err(error) => faults.push((name, HandedFault::Host(error))),
        }
    }
    (files, faults)
}

fn look_into(
    folder: &Path,
    within: &str,
    host: &dyn Host,
    depth: usize,
    (found, faults): (&mut Vec<Found>, &mut Vec<NamedFault>),
) {
    let listing = match host.listing(folder) {
        Ok(listing) => listing,
        Err(error) => return faults.push((folder.display().to_string(), HandedFault::Host(error))),
    };
    let is_wanted = |name: &&String| is_layer_name(name) || is_archive_name(name);
    let files = listing.files.keys().filter(is_wanted).enumerate();
    found.extend(files.map(|(rank, name)| Found {
        path: folder.join(name),
        name: format!("{within}{name}"),
        rank,
    }));
    for name in listing.folders.iter().filter(|_| depth < DEEPEST) {
        let within = format!("{within}{name}/");
        look_into(&folder.join(name), &within, host, depth + 1, (found, faults));
    }
}

fn is_archive_name(name: &str) -> bool {
    name.ends_with(".zip") || name.ends_with(".postil")
}

/// Whether a path may be what pupils hand in, by its name: a layer, or an archive.
pub fn may_be_handed_in(path: &Path) -> bool {
    let name = file_name(path);
    is_layer_name(&name) || name.to_lowercase().ends_with(".zip")
}

/// Who handed in, by id and name: one id under two names is two pupils at one machine.
type Who = (AnnotatorId, String);

/// The layers out of files, one for each pupil, each with the first file that it was read from.
#[derive(Default)]
struct Sorted {
    layers: BTreeMap<Who, (String, LayerFile)>,
    faults: Vec<NamedFault>,
    /// How many bytes may still come out of archives within the one that is read.
    left: u64,
}

/// All layers in `files`, placed in the text of `placers`: layers, or archives of them. By name, then by id: two
/// pupils of one name stay two, and two files of one pupil are one.
pub fn collect(
    files: Vec<NamedFile>,
    teacher: AnnotatorId,
    placers: &Placers,
) -> (Vec<Arc<Handed>>, Vec<NamedFault>) {
    let mut sorted = Sorted::default();
    for file in files {
        sorted.left = MOST_IN_ARCHIVES;
        sorted.take(file, teacher, 0);
    }
    let Sorted { layers, faults, .. } = sorted;
    let mut handed: Vec<Arc<Handed>> = Vec::new();
    let mut last = None;
    for ((id, name), (_, file)) in layers {
        let is_second = last.replace(id) == Some(id);
        let id = if is_second { AnnotatorId(Uuid::new_v5(&id.0, name.as_bytes())) } else { id };
        handed.extend(Handed::of(&file, id, placers).map(Arc::new));
    }
    handed.sort_by(|a, b| a.person.in_list(&b.person));
    (handed, faults)
}

impl Sorted {
    fn take(&mut self, (name, bytes): NamedFile, teacher: AnnotatorId, depth: usize) {
        if is_archive(&bytes) && depth < 2 {
            return self.take_archive(&name, &bytes, teacher, depth);
        }
        if too_large(&bytes).is_some() {
            return self.faults.push((name, HandedFault::TooLarge));
        }
        let read = LayerFile::read(&bytes);
        let Some(person) = read.value.layer().map(|layer| layer.annotator) else {
            return self.faults.push((name, HandedFault::NoLayer));
        };
        if person.id == teacher {
            return self.faults.push((name, HandedFault::Key));
        }
        if read.value.layer().is_some_and(|layer| layer.is_feedback()) {
            return self.faults.push((name, HandedFault::Feedback));
        }
        if !read.warnings.is_empty() {
            self.faults.push((name.clone(), HandedFault::Lines(read.warnings.len())));
        }
        let who = (person.id, person.name.to_lowercase());
        let file = match self.layers.remove(&who) {
            Some((first, other)) => {
                if !other.holds_all_of(&read.value) && !read.value.holds_all_of(&other) {
                    self.faults.push((name, HandedFault::Again(first.clone())));
                }
                (first, other.unite(&read.value))
            }
            None => (name, read.value),
        };
        self.layers.insert(who, file);
    }

    fn take_archive(&mut self, name: &str, bytes: &[u8], teacher: AnnotatorId, depth: usize) {
        let is_wanted = |name: &str| {
            let own = name.rsplit(['/', '\\']).next().unwrap_or(name);
            own.ends_with(".jsonl") && !own.starts_with("key.") || is_archive_name(own)
        };
        let room = match depth {
            0 => Room::default(),
            _ => Room { bytes: IN_ARCHIVE.bytes.min(self.left), ..IN_ARCHIVE },
        };
        let (files, found) = unpack_within(bytes, is_wanted, room);
        if 0 < depth {
            let taken: u64 = files.iter().map(|file| file.bytes.len() as u64).sum();
            // What was too large was read up to there.
            let is_cut = found.iter().any(|fault| matches!(fault, ArchiveFault::TooLarge(_)));
            self.left = self.left.saturating_sub(if is_cut { room.bytes } else { taken });
        }
        if files.is_empty() && found.is_empty() {
            self.faults.push((name.to_owned(), HandedFault::NoLayer));
        }
        let found = found.into_iter().map(|fault| (name.to_owned(), HandedFault::Archive(fault)));
        self.faults.extend(found);
        for file in files {
            self.take((format!("{name}: {}", file.name), file.bytes), teacher, depth + 1);
        }
    }
}

impl Handed {
    /// The marks of a layer, placed. What others' layers tell of an edited text is not asked: one that was made
    /// to mislead would mislead for all.
    fn of(file: &LayerFile, id: AnnotatorId, placers: &Placers) -> Option<Self> {
        let layer = file.layer()?;
        let words = layer.annotations().map(|mark| (mark.id, (mark.quote(), mark.tags.clone())));
        let words: BTreeMap<_, _> = words.collect();
        let person = Annotator { id, ..layer.annotator.clone() };
        let header = file.header()?.clone();
        let placed = PlacedLayer::of(layer, &placers.told_by(file.layer().iter().flat_map(Layer::targets)));
        let marked = Marked::of(&placed, placers.document());
        let lost = placed
            .layer
            .annotations()
            .filter(|mark| !mark.target.pieces.is_empty() && placed.placements.passage(mark.id).is_none());
        let unplaced: Vec<String> = lost.map(|mark| mark.quote()).collect();
        let handed_in = header.closed;
        Some(Self { person, handed_in, marked, words, unplaced, layer: placed.layer, header })
    }
}
