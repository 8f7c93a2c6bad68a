//! From a file's bytes to a document: which importer, and what every one of them is told.

pub mod plain;

use super::{Document, Warned};
use std::fmt;

/// The most that is read of one article.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

/// Who makes the reading text. Each has a version that grows when any input could give another text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Importer {
    /// Plain text: the file's own lines.
    #[default]
    Plain,
    /// CommonMark with tables, footnotes, strikethrough, task lists and front matter.
    Markdown,
    /// A saved web page.
    Html,
}

impl Importer {
    /// The name and version of the layer files' `renderedVia`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Plain => "postil:plain/1",
            Self::Markdown => "postil:markdown/1",
            Self::Html => "postil:html/1",
        }
    }
}

/// How much of a saved page is the document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// What was found to be the article.
    #[default]
    Article,
    /// All of it.
    Page,
}

/// How a document was read: what `renderedVia` says and the window shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Who made the text.
    pub importer: Importer,
    /// The encoding of the file, by its WHATWG name.
    pub encoding: &'static str,
    /// Whether the reader chose the encoding.
    pub encoding_overridden: bool,
    /// How much of a page was taken.
    pub extent: Extent,
}

/// What the reader asks of an import.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// An encoding's label instead of the one that would be found.
    pub encoding: Option<String>,
    /// How much of a saved page to take.
    pub extent: Extent,
}

/// Why nothing could be made of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// It is longer than [`MAX_BYTES`].
    TooLarge,
    /// It is no text.
    Binary,
    /// It is a kind of file that is known and not read.
    Unsupported(&'static str),
    /// There is no such encoding.
    UnknownEncoding(String),
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => {
                write!(f, "it has more than {} MiB, the most that is read of one article", MAX_BYTES >> 20)
            }
            Self::Binary => f.write_str("it is no text: its bytes fit no encoding of letters"),
            Self::Unsupported(kind) => write!(f, "it is {kind}, which is not read yet"),
            Self::UnknownEncoding(label) => write!(f, "there is no encoding called `{label}`"),
        }
    }
}

impl ImportError {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::TooLarge => "cut it into parts and open those",
            Self::Binary => "open the article as text, Markdown or a saved web page",
            Self::Unsupported(_) => "save it as text or as a web page and open that",
            Self::UnknownEncoding(_) => "try a name such as windows-1251, windows-1256, koi8-r or utf-16le",
        }
    }
}

impl std::error::Error for ImportError {}

/// Reads `bytes` of a file called `name`.
pub fn import(bytes: &[u8], name: &str, options: &Options) -> Result<Warned<Document>, ImportError> {
    let _ = (name, options);
    let text = String::from_utf8_lossy(bytes).into_owned();
    Ok(Warned::silent(plain::from_text(text, Reading::default(), super::SourceMap::default())))
}

/// Whether a file's name says that it is an article.
pub fn is_article_name(name: &str) -> bool {
    name.ends_with(".txt") || name.ends_with(".md") || name.ends_with(".html")
}
