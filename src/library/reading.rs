//! Reading an article and its codebook, without what lies beside it.

use super::found::is_there;
use super::warning::{CodebookFault, FileWarning};
use crate::document::import::{self, ImportError, MAX_BYTES};
use crate::document::{Document, ImportWarning, Warned};
use crate::host::{Files, HostError, file_name};
use crate::layer::Codebook;
use crate::sidecar::{self, LayerFile, names};
use std::fmt;
use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};

/// The most that is read of a layer to learn what it is about, in bytes.
const LAYER_HEAD: usize = 64 * 1024;

/// Why an article could not be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenError {
    /// The file.
    pub path: PathBuf,
    /// What happened.
    pub reason: OpenReason,
}

/// What kept an article closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenReason {
    /// It is the address of a page of the web, which is never fetched.
    Web(String),
    /// The file could not be had.
    Host(HostError),
    /// No text could be made of it.
    Import(ImportError),
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match &self.reason {
            OpenReason::Web(address) => {
                write!(f, "`{address}` lies in the web, and Postil never fetches anything")
            }
            OpenReason::Host(error) => write!(f, "cannot open `{path}`: {error}"),
            OpenReason::Import(error) => write!(f, "cannot read `{path}`: {error}"),
        }
    }
}

impl OpenError {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match &self.reason {
            OpenReason::Import(error) => error.hint(),
            OpenReason::Web(_) => {
                "save the page in your browser (Ctrl+S, “Web Page, complete”) and open that file, or copy \
                 its words and paste them into the window"
            }
            OpenReason::Host(HostError::NotFound) => "look at the spelling of the path",
            OpenReason::Host(HostError::Denied) => "ask for the right to read the file, or open a copy of it",
            OpenReason::Host(HostError::Folder) => "open a folder in the window, or name one of its articles",
            OpenReason::Host(_) => "open a copy of the article in a folder of your own",
        }
    }
}

impl std::error::Error for OpenError {}

/// Reads an article without what lies beside it.
pub fn read_document(
    path: &Path,
    options: &import::Options,
    host: &dyn Files,
) -> Result<Warned<Document, ImportWarning>, OpenError> {
    let fail = |reason| OpenError { path: path.to_owned(), reason };
    let bytes = host.read(path, MAX_BYTES).map_err(|error| {
        let address = web_address(path).filter(|_| error == HostError::NotFound);
        fail(address.map_or(OpenReason::Host(error), OpenReason::Web))
    })?;
    import(&bytes, path, options, host).map_err(|error| fail(OpenReason::Import(error)))
}

/// The address of a page of the web that was given as a path, made absolute or not.
fn web_address(path: &Path) -> Option<String> {
    let mut parts = path.iter().map(|part| part.to_string_lossy());
    let scheme = parts.find(|part| matches!(part.to_ascii_lowercase().as_str(), "http:" | "https:"))?;
    let rest: Vec<_> = parts.collect();
    Some(format!("{scheme}//{}", rest.join("/")))
}

/// Makes a document of an article's bytes.
pub(crate) fn import(
    bytes: &[u8],
    path: &Path,
    options: &import::Options,
    host: &dyn Files,
) -> Result<Warned<Document, ImportWarning>, ImportError> {
    let name = file_name(path);
    // Where the host reads nothing apart, and for text: a page that defeats a parser must not take the others
    // with it. Nothing is left half-done, since reading changes nothing.
    let read = std::panic::catch_unwind(AssertUnwindSafe(|| {
        if import::is_read_apart(bytes) {
            host.read_apart(bytes, &name, options)
        } else {
            import::import(bytes, &name, options)
        }
    }));
    read.unwrap_or(Err(ImportError::Failed))
}

/// What is to be opened where `path` is chosen: the article beside it if it is a layer (whoever is sent
/// both may choose either), else itself.
pub fn article_of(path: &Path, host: &dyn Files) -> PathBuf {
    if !names::is_layer_name(&file_name(path)) {
        return path.to_owned();
    }
    let head = host.read(path, LAYER_HEAD).unwrap_or_default();
    let header = LayerFile::read(head.split(|&byte| byte == b'\n').next().unwrap_or_default()).value;
    let name = header.header().map(|header| header.file.as_str());
    name.filter(|name| is_there(name, path, host))
        .map_or_else(|| path.to_owned(), |name| path.with_file_name(name))
}

/// The codebook that holds for an article.
pub(crate) fn codebook(path: &Path, host: &dyn Files, warnings: &mut Vec<FileWarning>) -> Codebook {
    let Some((codebook_path, text)) = host.codebook_for(path) else { return sidecar::builtin() };
    let read = text
        .map_err(CodebookFault::Host)
        .and_then(|text| sidecar::read_codebook(&text).map_err(CodebookFault::Content));
    match read {
        Ok(read) => {
            let told = read.warnings.into_iter();
            warnings.extend(told.map(|warning| FileWarning::Codebook(codebook_path.clone(), warning)));
            read.value
        }
        Err(fault) => {
            warnings.push(FileWarning::NoCodebook(codebook_path, fault));
            sidecar::builtin()
        }
    }
}
