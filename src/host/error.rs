//! Why a file could not be had or written, as a value.

use std::fmt;

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
    /// What the system says.
    Other(String),
}

impl fmt::Display for HostError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotFound => "there is no such file",
            Self::Denied => "the system gives no permission",
            Self::Folder => "it is a folder",
            Self::Special => "it is no ordinary file",
            Self::Full => "the disk is full",
            Self::ReadOnly => "the folder cannot be written",
            Self::Link => "it is a link to something that is not this layer",
            Self::Outside => "it lies outside the article's folder",
            Self::Failed => "Postil made a mistake",
            Self::Other(words) => words,
        })
    }
}

impl std::error::Error for HostError {}
