//! Why a file could not be had or written, as a value.

use crate::sidecar::TooLarge;
use std::fmt;
use std::path::PathBuf;

/// Why a file could not be had or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostError {
    /// It is not there.
    NotFound,
    /// The system does not let this person.
    Denied,
    /// It is a folder.
    Folder,
    /// It is no regular file: a pipe, a socket, a device.
    Special,
    /// The disk is full, or the person's share of it.
    Full,
    /// The folder or the disk cannot be written.
    ReadOnly,
    /// A link that leads to something else than a layer of the same person and document.
    Link,
    /// It lies outside the folder that it would have to lie in.
    Outside,
    /// The program made a mistake at it.
    Failed,
    /// A folder on its way is a file.
    NoFolder,
    /// The folder that it would lie in is gone.
    FolderGone,
    /// Its name is too long.
    NameTooLong,
    /// It has more than so many MiB, the most that is read of it.
    TooLong(usize),
    /// It is a layer past a cap.
    TooLarge(TooLarge),
    /// It is a layer that a newer version of the program wrote.
    Newer,
    /// It is no text.
    NoText,
    /// This person has no home folder.
    NoHome,
    /// This is no name for a file of the program's own, or for a log.
    BadName(String),
    /// A person needs a name.
    Nameless,
    /// The list of people cannot be read: where it lies, and what the parser says.
    People(PathBuf, String),
    /// What the system says.
    System(String),
}

impl fmt::Display for HostError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::NotFound => "there is no such file",
            Self::Denied => "the system gives no permission",
            Self::Folder => "it is a folder",
            Self::Special => "it is no ordinary file",
            Self::Full => "the disk is full",
            Self::ReadOnly => "the folder cannot be written",
            Self::Link => "it is a link to something that is not this layer",
            Self::Outside => "it lies outside the article's folder",
            Self::Failed => "Postil made a mistake",
            Self::NoFolder => "a folder on its way is a file",
            Self::FolderGone => "its folder is gone",
            Self::NameTooLong => "its name is too long",
            Self::TooLong(most) => {
                return write!(f, "it has more than {most} MiB, the most that is read of it");
            }
            Self::TooLarge(cap) => return write!(f, "{cap}"),
            Self::Newer => "a newer Postil wrote it",
            Self::NoText => "it is no text",
            Self::NoHome => "this person has no home folder; name one in `POSTIL_HOME`",
            Self::BadName(name) => return write!(f, "`{name}` is no name for a file of the program's own"),
            Self::Nameless => "a person needs a name",
            Self::People(path, why) => {
                return write!(f, "the list of people `{}` cannot be read: {why}", path.display());
            }
            Self::System(words) => return write!(f, "the system says “{words}”"),
        };
        f.write_str(words)
    }
}

impl std::error::Error for HostError {}
