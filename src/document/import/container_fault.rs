//! What can be wrong with an archive.

use std::fmt;

/// Why an archive, or a part of it, could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArchiveError {
    /// The list of its parts is not there: it stands at the end.
    NoList,
    /// It has more parts than are read.
    TooManyParts,
    /// So much would be unpacked in all.
    TooLarge,
    /// A part has more bytes than so many.
    TooLargePart(String, usize),
    /// A part unpacks to more than any text does.
    Ratio(String),
    /// A part that has to be there is not.
    Missing(String),
    /// The bytes of a part are not what they were.
    DamagedPart(String),
    /// A part has a password.
    Encrypted(String),
    /// A part is packed in a way that is not read.
    UnknownPacking(String),
    /// There is no article in it that is read.
    NoArticle {
        /// How many parts it has.
        n_parts: usize,
        /// The name of the first.
        first: String,
    },
}

impl fmt::Display for ArchiveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoList => f.write_str(
                "it is an archive (zip) without the list of its parts, which stands at its end: it was cut short or is damaged",
            ),
            Self::TooManyParts => {
                write!(f, "it is an archive (zip) of more than {} parts, the most that are read", Self::MAX_PARTS)
            }
            Self::TooLarge => write!(
                f,
                "its parts unpack to more than {} MiB, the most that is unpacked of one article",
                Self::MAX_ALL >> 20
            ),
            Self::TooLargePart(name, most) => {
                write!(f, "its part `{name}` has more than {} MiB, the most that is read of it", most >> 20)
            }
            Self::Ratio(name) => write!(
                f,
                "its part `{name}` unpacks to more than {} times its size, which no text does",
                Self::MAX_RATIO
            ),
            Self::Missing(name) => write!(f, "its part `{name}`, which holds the text, is missing"),
            Self::DamagedPart(name) => write!(f, "its part `{name}` is damaged"),
            Self::Encrypted(name) => write!(f, "its part `{name}` has a password"),
            Self::UnknownPacking(name) => write!(f, "its part `{name}` is packed in a way that is not read"),
            Self::NoArticle { n_parts: 0, .. } => f.write_str("it is an empty archive (zip)"),
            Self::NoArticle { n_parts: 1, first } => {
                write!(f, "it is an archive (zip) of one file, `{first}`, and no article that is read")
            }
            Self::NoArticle { n_parts, first } => write!(
                f,
                "it is an archive (zip) of {n_parts} files, of which `{first}` is the first, and no article that is read"
            ),
        }
    }
}

impl ArchiveError {
    /// The most parts of an archive.
    pub const MAX_PARTS: usize = 20_000;
    /// The most bytes that are unpacked of one archive.
    pub const MAX_ALL: usize = 512 << 20;
    /// How many times its packed size a part may have above a mebibyte. Repetitive tables reach 100.
    pub const MAX_RATIO: u64 = 400;

    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::NoList | Self::Missing(_) | Self::DamagedPart(_) => {
                "get the file again, or open it in the program that made it and save it anew"
            }
            Self::TooManyParts | Self::TooLarge | Self::TooLargePart(..) | Self::Ratio(_) => {
                "cut the article into parts in the program that made it, or save it as text"
            }
            Self::Encrypted(_) => "open it in the program that made it and save it without a password",
            Self::UnknownPacking(_) | Self::NoArticle { .. } => {
                "unpack it and open the article that is in it"
            }
        }
    }
}
