//! An assignment as a pupil has it: read from its file, laid into a folder, its instructions shown again.

pub use crate::exchange::archive::ArchiveFault;
pub use crate::exchange::bundle::{Bundle, BundleFault};
use crate::host::{Host, HostError, file_name};
use crate::sidecar::names::INSTRUCTIONS;
use std::fmt;
use std::path::{Path, PathBuf};

/// The longest file of an assignment, in bytes.
const MOST_BYTES: usize = 64 << 20;
/// The longest instructions that are shown, in bytes.
const MOST_WORDS: usize = 256 << 10;
/// More folders than this are not looked at for one that is free.
const MOST_FOLDERS: usize = 100;

/// What the file of an assignment ends in.
pub const ENDING: &str = "postil";

/// An assignment that was read, and where it may lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// The file.
    pub file: PathBuf,
    /// What it holds.
    pub bundle: Bundle,
    /// The folder that is proposed for it.
    pub folder: PathBuf,
    /// Whether it lies in there already.
    pub is_there: bool,
}

/// Why an assignment is not read or not laid into a folder. Nothing was written then, or only what is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AssignmentFault {
    /// The file cannot be had.
    Host(HostError),
    /// It is larger than what is read.
    TooLarge,
    /// It is no assignment, or a damaged one.
    Bundle(BundleFault),
    /// The folder holds another file of that name.
    Taken(PathBuf),
    /// A file or the folder cannot be written.
    NotWritten(PathBuf, HostError),
}

impl fmt::Display for AssignmentFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Host(error) => error.fmt(f),
            Self::TooLarge => write!(f, "it has more than {} MiB", MOST_BYTES >> 20),
            Self::Bundle(fault) => fault.fmt(f),
            Self::Taken(path) => {
                write!(f, "there is another `{}` in `{}`", file_name(path), folder_of(path).display())
            }
            Self::NotWritten(path, error) => write!(f, "cannot write `{}`: {error}", path.display()),
        }
    }
}

impl std::error::Error for AssignmentFault {}

fn folder_of(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new(""))
}

/// Whether a file is an assignment by its name. An article or a layer never is.
pub fn is_assignment(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING))
}

/// What the file of an assignment holds.
pub fn read_bundle(file: &Path, host: &dyn Host) -> Result<Bundle, AssignmentFault> {
    let bytes = host.read(file, MOST_BYTES).map_err(AssignmentFault::Host)?;
    if MOST_BYTES < bytes.len() {
        return Err(AssignmentFault::TooLarge);
    }
    Bundle::read(&bytes).map_err(AssignmentFault::Bundle)
}

impl Assignment {
    /// Reads an assignment. Beside its file is a folder for it: one in which it lies, or the first that is free.
    pub fn read(file: &Path, host: &dyn Host) -> Result<Self, AssignmentFault> {
        let bundle = read_bundle(file, host)?;
        let stem = file.with_extension("");
        let nth = |nth: usize| match nth {
            1 => stem.clone(),
            _ => stem.with_file_name(format!("{} {nth}", file_name(&stem))),
        };
        let found = (1..MOST_FOLDERS).map(nth).find(|folder| other_in(&bundle, folder, host).is_none());
        let folder = found.unwrap_or_else(|| stem.clone());
        let is_there = host.stamp(&folder.join(&bundle.name)).is_some();
        Ok(Self { file: file.to_owned(), bundle, folder, is_there })
    }

    /// Lays article, codebook and instructions into `folder`, which is made where it is missing; where the
    /// article lies then. What is there already stays as it is.
    ///
    /// # Errors
    /// Where the folder holds another assignment, nothing is written.
    pub fn unpack(&self, folder: &Path, host: &mut dyn Host) -> Result<PathBuf, AssignmentFault> {
        if let Some(other) = other_in(&self.bundle, folder, host) {
            return Err(AssignmentFault::Taken(other));
        }
        let not_written = |path: &Path| {
            let path = path.to_owned();
            move |error| AssignmentFault::NotWritten(path, error)
        };
        host.make_folder(folder).map_err(not_written(folder))?;
        // The article comes last: a folder that has it has all.
        for (name, bytes) in self.bundle.files().into_iter().rev() {
            let path = folder.join(name);
            if host.stamp(&path).is_none() {
                host.write(&path, bytes).map_err(not_written(&path))?;
            }
        }
        Ok(folder.join(&self.bundle.name))
    }
}

/// The first file in a folder that keeps an assignment from being laid there. An article may have been edited
/// since it was, where what goes with it is the same.
fn other_in(bundle: &Bundle, folder: &Path, host: &dyn Host) -> Option<PathBuf> {
    let files = bundle.files();
    let there = files.iter().map(|(name, bytes)| {
        let path = folder.join(name);
        let found =
            host.stamp(&path).map(|_| host.read(&path, MOST_BYTES).is_ok_and(|found| found == *bytes));
        (path, found)
    });
    let there: Vec<(PathBuf, Option<bool>)> = there.collect();
    let (article, others) = there.split_first()?;
    if let Some((path, _)) = others.iter().find(|(_, is_same)| *is_same == Some(false)) {
        return Some(path.clone());
    }
    let has_others = !others.is_empty() && others.iter().all(|(_, is_same)| is_same.is_some());
    (article.1 == Some(false) && !has_others).then(|| article.0.clone())
}

/// What pupils are to do with an article, if it came with instructions.
pub fn instructions(article: &Path, host: &dyn Host) -> Option<String> {
    let bytes = host.read(&article.with_file_name(INSTRUCTIONS), MOST_WORDS).ok()?;
    let words = String::from_utf8(bytes).ok()?;
    Some(words.get(..words.floor_char_boundary(MOST_WORDS)).unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::{Files, MemoryHost};

    fn bundle(instructions: &str) -> Bundle {
        Bundle {
            name: "raid.txt".to_owned(),
            article: b"Eight people died.".to_vec(),
            instructions: Some(instructions.to_owned()),
            key: b"{}\n".to_vec(),
            ..Bundle::default()
        }
    }

    fn host(bytes: &[u8]) -> MemoryHost {
        MemoryHost::with("/desk/raid.postil", bytes)
    }

    #[test]
    fn an_assignment_lies_in_a_folder_beside_it_without_its_key() {
        let mut host = host(&bundle("Mark each claim.").write());
        let read = |host: &MemoryHost| Assignment::read(Path::new("/desk/raid.postil"), host).unwrap();
        let assignment = read(&host);
        assert_eq!((assignment.folder.as_path(), assignment.is_there), (Path::new("/desk/raid"), false));
        let article = assignment.unpack(&assignment.folder, &mut host).unwrap();
        assert_eq!(instructions(&article, &host).as_deref(), Some("Mark each claim."));
        let names: Vec<String> = host.files.keys().map(|path| path.display().to_string()).collect();
        assert_eq!(names, ["/desk/raid/instructions.md", "/desk/raid/raid.txt", "/desk/raid.postil"]);
        // Opened again, it is found where it lies, even when the article was edited since.
        host.write(&article, b"Nine people died.").unwrap();
        assert!(read(&host).is_there);
        read(&host).unpack(Path::new("/desk/raid"), &mut host).unwrap();
        assert_eq!(host.files[&article], b"Nine people died.");
    }

    #[test]
    fn another_assignment_of_the_same_name_spoils_nothing() {
        let mut host = host(&bundle("Mark each claim.").write());
        let path = Path::new("/desk/raid.postil");
        let first = Assignment::read(path, &host).unwrap();
        first.unpack(&first.folder, &mut host).unwrap();
        host.write(path, &bundle("Mark each denial.").write()).unwrap();
        let second = Assignment::read(path, &host).unwrap();
        assert_eq!((second.folder.as_path(), second.is_there), (Path::new("/desk/raid 2"), false));
        let before = host.files.clone();
        let taken = AssignmentFault::Taken("/desk/raid/instructions.md".into());
        assert_eq!(second.unpack(Path::new("/desk/raid"), &mut host), Err(taken));
        assert!(host.files == before);
    }

    #[test]
    fn what_is_no_assignment_is_refused() {
        let whole = bundle("Mark each claim.").write();
        for bytes in [&whole[..whole.len() / 2], b"", b"{\"type\":\"Annotation\"}"] {
            let read = Assignment::read(Path::new("/desk/raid.postil"), &host(bytes));
            let fault = AssignmentFault::Bundle(BundleFault::Archive(ArchiveFault::Damaged));
            assert_eq!(read.unwrap_err(), fault);
        }
        assert!(is_assignment(Path::new("a/Raid.POSTIL")) && !is_assignment(Path::new("raid.postil.jsonl")));
    }
}
