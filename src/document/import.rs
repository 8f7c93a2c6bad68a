//! From a file's bytes to a document: which importer, and what every one of them is told.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]

mod addresses;
mod container;
mod container_fault;
mod container_kind;
#[cfg(test)]
mod container_tests;
mod decode;
mod docx;
mod docx_body;
mod docx_embedded;
mod docx_fields;
mod docx_marks;
mod docx_numbering;
mod docx_props;
mod docx_rels;
mod docx_styles;
mod docx_symbols;
#[cfg(test)]
mod docx_tests;
mod entities;
mod epub;
mod epub_drm;
mod epub_package;
mod epub_page;
mod epub_sheets;
#[cfg(test)]
mod epub_tests;
mod epub_toc;
mod epub_xml;
mod foreign;
mod html;
mod html_caps;
mod html_census;
mod html_comments;
mod html_endnotes;
mod html_flow;
mod html_found;
mod html_furniture;
mod html_heads;
mod html_meta;
mod html_nodes;
mod html_notes;
mod html_plain;
mod html_region;
mod html_roles;
mod html_scan;
mod html_shadow;
mod html_style;
mod html_tree;
mod html_walk;
mod html_words;
mod images;
mod importers;
mod mail;
mod markdown;
mod markdown_apart;
mod markdown_callouts;
mod markdown_closers;
mod markdown_edits;
mod markdown_emphasis;
mod markdown_formulas;
mod markdown_front;
mod markdown_notes;
mod markdown_shortcodes;
mod markdown_signs;
mod markdown_yaml;
mod mhtml;
mod mojibake;
mod odt;
mod odt_body;
mod odt_changes;
mod odt_frames;
mod odt_lists;
mod odt_rare;
mod odt_styles;
#[cfg(test)]
mod odt_tests;
mod office;
mod office_meta;
mod office_names;
mod office_notes;
mod office_numbers;
mod office_write;
mod page_zip;
mod parts;
#[cfg(feature = "pdf")]
mod pdf;
pub(crate) mod plain;
mod plain_lines;
mod plain_mail;
mod plain_quotes;
mod plain_wrapped;
mod saved_links;
mod saved_page;
mod subtitle_words;
mod subtitles;
mod unread;
mod warning;
mod webarchive;
mod webarchive_limits;
mod xml;

pub use container_fault::ArchiveError;
pub use container_kind::{ARCHIVE_END, ends_as_page};
pub use epub_drm::SCHEMES;
pub use foreign::Foreign;
pub use html_caps::Cap;
pub use importers::{Importer, article_endings, is_archive_name, is_article_name, is_name_read_apart};
pub(super) use mojibake::REPAIRED;
#[cfg(test)]
use parts::part;
pub use parts::{MAX_PARTS_BYTES, draw_page, parts};
pub use unread::{stays_as_it_lies, unread_blocks, unread_text};
pub use warning::{ImportWarning, named, ranges};

use super::{Document, Warned};
use std::fmt;

/// The most that is read of one article.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

/// How much of a file is the document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// What was found to be the article.
    #[default]
    Article,
    /// That, with what was left out of it, each passage at its place.
    WithLeftOut,
    /// All of it.
    Page,
}

impl Extent {
    /// The name for files and `--json`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::WithLeftOut => "with-left-out",
            Self::Page => "page",
        }
    }
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
    /// How much of the file was taken.
    pub extent: Extent,
}

/// What the reader asks of an import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// An encoding's label instead of the one that would be found.
    pub encoding: Option<String>,
    /// How much of the file to take.
    pub extent: Extent,
    /// What opens a file that is locked. Never kept anywhere.
    pub password: Option<String>,
}

impl Options {
    /// What reads a file again as it was read.
    pub fn again(reading: &Reading) -> Self {
        let encoding = reading.encoding_overridden.then(|| reading.encoding.to_owned());
        Self { encoding, extent: reading.extent, password: None }
    }
}

/// Why nothing could be made of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// It is longer than [`MAX_BYTES`].
    TooLarge,
    /// It is no text.
    Binary,
    /// It is a kind of file that is known and not read.
    Unsupported(Foreign),
    /// It only says where a page of the web is, which is never fetched.
    Shortcut(String),
    /// A reader of ours gave up on it; the others go on.
    Failed,
    /// It is an archive, and something is wrong with it.
    Archive(ArchiveError),
    /// It is a book that is protected against copying; by whose scheme, as far as it says.
    Protected(&'static str),
    /// It is the archive of a web page, and there is no page in it.
    NoPage,
    /// It is a web archive whose list of files is damaged.
    DamagedList,
    /// It is a web archive that stands for more than is read.
    TooManyValues,
    /// It begins as a PDF, and nothing of it can be read.
    DamagedPdf,
    /// It is a PDF that is locked in a way that is not known.
    UnknownLock,
    /// It is locked.
    Password {
        /// Whether the password that was given does not open it.
        was_wrong: bool,
    },
    /// There is no such encoding.
    UnknownEncoding(String),
    /// Reading it was ended after so many seconds.
    TooLong(u64),
    /// Reading it needed more than so many MiB of memory.
    TooMuchMemory(u64),
    /// The process that read it came to an unexpected end.
    Crashed,
    /// Nobody waited for it any more.
    Stopped,
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => {
                write!(f, "it has more than {} MiB, the most that is read of one article", MAX_BYTES >> 20)
            }
            Self::Binary => f.write_str("it is no text: its bytes fit no encoding of letters"),
            Self::Unsupported(kind) => write!(f, "it is {}, which Postil does not read", kind.words()),
            Self::Shortcut(address) => write!(
                f,
                "it only says where a page is: `{address}` lies in the web, and Postil never fetches anything"
            ),
            Self::Failed => f.write_str("postil's own reader gave up on it, which is a mistake of postil"),
            Self::Archive(error) => error.fmt(f),
            Self::Protected("") => {
                f.write_str("it is a book that is protected against copying (DRM): its text is encrypted")
            }
            Self::Protected(scheme) => write!(
                f,
                "it is a book that is protected against copying ({scheme} DRM): its text is encrypted"
            ),
            Self::NoPage => f.write_str("it is the archive of a web page, and there is no page in it"),
            Self::DamagedList => f.write_str("it is a web archive, and the list of its files is damaged"),
            Self::TooManyValues => {
                f.write_str("it is a web archive that stands for more than it holds, or nests too deep")
            }
            Self::DamagedPdf => {
                f.write_str("it begins as a PDF file and is damaged so that nothing of it can be read")
            }
            Self::UnknownLock => {
                f.write_str("it is a PDF file that is encrypted in a way that is not known here")
            }
            Self::Password { was_wrong: false } => f.write_str("it is locked with a password"),
            Self::Password { was_wrong: true } => {
                f.write_str("it is locked, and the password does not open it")
            }
            Self::UnknownEncoding(label) => write!(f, "there is no encoding called `{label}`"),
            Self::TooLong(seconds) => {
                write!(
                    f,
                    "reading it was ended after {seconds} seconds, the longest that one article may take"
                )
            }
            Self::TooMuchMemory(most) => {
                write!(
                    f,
                    "reading it needs more than {most} MiB of memory, the most that one article may take"
                )
            }
            Self::Crashed => f.write_str("the process that read it came to an unexpected end"),
            Self::Stopped => f.write_str("reading it was ended, since nobody waited for it any more"),
        }
    }
}

impl ImportError {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::TooLarge => "cut it into parts and open those",
            Self::Binary => "open the article as text, Markdown or a saved web page",
            Self::Unsupported(kind) => kind.way_in(),
            Self::Shortcut(_) => {
                "save the page in your browser (Ctrl+S, “Web Page, complete”) and open that file"
            }
            Self::Failed => {
                "save it as plain text and open that; the file shows the mistake, so please report it"
            }
            Self::Archive(error) => error.hint(),
            Self::Protected(_) => "ask its publisher for a copy without protection; Postil takes none away",
            Self::NoPage | Self::DamagedList | Self::TooManyValues => {
                "open the page in a browser and save it anew"
            }
            Self::UnknownLock => "open it in the program that made it and save it without a password",
            Self::DamagedPdf => "get it anew from where it came from",
            Self::Password { .. } => "give the password of the file (`--password`)",
            Self::UnknownEncoding(_) => "try a name such as windows-1251, windows-1256, koi8-r or utf-16le",
            Self::TooLong(_) | Self::TooMuchMemory(_) => {
                "the file may be damaged or made to do harm; cut it into parts, or save it as plain text and \
                 open that"
            }
            Self::Crashed => {
                "nothing else was touched; save it as plain text and open that, and please report the file"
            }
            Self::Stopped => "open it again",
        }
    }
}

impl std::error::Error for ImportError {}

impl From<ArchiveError> for ImportError {
    fn from(error: ArchiveError) -> Self {
        Self::Archive(error)
    }
}

/// A file that is to be read.
struct File<'a> {
    bytes: &'a [u8],
    options: &'a Options,
    /// Who reads it.
    importer: Importer,
    /// How pieces of work are shared out, for importers that have several.
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only PDF has pages"))]
    together: Together,
}

impl File<'_> {
    /// How it is read, in an encoding.
    fn reading(&self, encoding: &'static str) -> Reading {
        Reading {
            importer: self.importer,
            encoding,
            encoding_overridden: self.options.encoding.is_some(),
            extent: self.options.extent,
        }
    }
}

/// What an importer makes of a file.
type Imported = Result<Warned<Document, ImportWarning>, ImportError>;

/// Has the same work done by several at once, each of whom takes of what is left until nothing is; returns when all
/// have done so. Importers know no threads, so whoever has some lends them.
pub type Together = fn(&(dyn Fn() + Sync));

/// Reads `bytes` of a file called `name`. The same bytes and options always give the same text.
pub fn import(
    bytes: &[u8],
    name: &str,
    options: &Options,
) -> Result<Warned<Document, ImportWarning>, ImportError> {
    import_together(bytes, name, options, |work| work())
}

/// Does what [`import`] does, the longest work of it by as many as `together` has. The text is the same, however many
/// these are.
pub fn import_together(
    bytes: &[u8],
    name: &str,
    options: &Options,
    together: Together,
) -> Result<Warned<Document, ImportWarning>, ImportError> {
    if MAX_BYTES < bytes.len() {
        return Err(ImportError::TooLarge);
    }
    let row = importers::row_of(bytes, name)?;
    let mut read = (row.read)(&File { bytes, options, importer: row.importer, together })?;
    let n_left_out = read.value.n_images_left_out;
    read.warnings.extend((0 < n_left_out).then_some(ImportWarning::Pictures(n_left_out)));
    if bytes.is_empty() {
        read.warnings.push(ImportWarning::Empty);
    } else if read.value.text().trim().is_empty() && !read.warnings.iter().any(ImportWarning::says_no_text) {
        read.warnings.push(ImportWarning::NoText);
    }
    Ok(read)
}

/// Whether a file is of a kind that is read apart from everything else. All those are that are known by their
/// bytes: they are packed or drawn, in forms for which we need many parsers, and a small one can be made to
/// grow without end. Text is not, whose readers are short and count before they begin.
///
/// ```
/// use postil::document::import::is_read_apart;
/// assert!(is_read_apart(b"PK\x03\x04") && !is_read_apart(b"The army denied it."));
/// ```
pub fn is_read_apart(bytes: &[u8]) -> bool {
    // What an archive or a property list holds is already looked for apart.
    let is_packed = container::is_archive(bytes) || bytes.starts_with(b"bplist00");
    bytes.len() <= MAX_BYTES && (is_packed || importers::is_known_by_bytes(bytes))
}

/// Reads a text whose kind is seen when its letters are known: what is called plain text may be a page.
fn text(file: &File<'_>) -> Imported {
    let label = file.options.encoding.as_deref();
    let by_name = file.importer;
    let declared = if by_name == Importer::Html { html::declared_encoding(file.bytes) } else { None };
    let mut decoded = decode::decode(file.bytes, label, declared)?;
    let importer = importers::by_text(by_name, &decoded.text);
    if importer != by_name
        && let Some(declared) = html::declared_encoding(file.bytes)
    {
        decoded = decode::decode(file.bytes, label, Some(declared))?;
    }
    let reading = File { importer, ..*file }.reading(decoded.name);
    let mut warnings = decoded.warnings;
    let read = match importer {
        Importer::Markdown => markdown::from_text(&decoded.text, reading, &decoded.source_map),
        Importer::Html => html::from_text(&decoded.text, reading),
        Importer::Subtitles => subtitles::from_text(&decoded.text, reading, &decoded.source_map),
        _ => plain::read(decoded.text, reading, decoded.source_map),
    };
    warnings.extend(read.warnings);
    Ok(Warned { value: read.value, warnings })
}

#[cfg(test)]
mod tests;
