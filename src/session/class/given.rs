//! Feedback as a pupil gets it: one file, laid beside the article that it is about, where it is read like the marks
//! of another person.

use crate::document::{Digest, DocumentId};
use crate::host::{Host, HostError, file_name};
use crate::session::Session;
use crate::sidecar::caps::{MAX_LAYER_BYTES, too_large};
use crate::sidecar::{Header, LayerFile, is_layer_name, layer_file_name};
use std::fmt;
use std::path::{Path, PathBuf};

/// Where feedback was laid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The article.
    pub article: PathBuf,
    /// The layer beside it.
    pub layer: PathBuf,
    /// Whose feedback it is, as it calls itself.
    pub by: String,
}

/// Why feedback is not laid anywhere. Nothing was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GivenFault {
    /// The file cannot be had.
    Host(HostError),
    /// It is larger than what is read.
    TooLarge,
    /// It holds no feedback.
    NotFeedback,
    /// It is about an article of that name, which is none of those that are known.
    NoArticle(String),
    /// It cannot be written there.
    NotWritten(PathBuf, HostError),
}

impl fmt::Display for GivenFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Host(error) => error.fmt(f),
            Self::TooLarge => f.write_str("it is larger than what is read"),
            Self::NotFeedback => f.write_str("it holds no feedback"),
            Self::NoArticle(name) => write!(f, "it is about `{name}`, which is not open"),
            Self::NotWritten(path, error) => write!(f, "cannot write `{}`: {error}", path.display()),
        }
    }
}

impl std::error::Error for GivenFault {}

/// Articles that feedback may be about: those that are open, with what is known of them, then others.
#[derive(Clone, Debug, Default)]
pub struct Candidates {
    open: Vec<(PathBuf, DocumentId, Digest)>,
    others: Vec<PathBuf>,
}

impl Candidates {
    /// Of open articles and of paths that were open once; the foremost is asked first.
    pub fn new<'a>(open: impl IntoIterator<Item = &'a Session>, others: &[PathBuf]) -> Self {
        let known = |session: &Session| {
            (session.path().to_owned(), session.document_id(), session.document().digest())
        };
        Self { open: open.into_iter().map(known).collect(), others: others.to_vec() }
    }

    /// The article that a header is about: by the document's id, else by name and text, else by the layers
    /// beside an article of that name.
    fn article_of(&self, header: &Header, host: &dyn Host) -> Option<PathBuf> {
        let by_id = self.open.iter().find(|(_, document, _)| *document == header.document);
        let is_text = |digest: &Digest| header.digest == Some(*digest);
        let by_text =
            || self.open.iter().find(|(path, _, digest)| is_text(digest) && file_name(path) == header.file);
        if let Some((path, ..)) = by_id.or_else(by_text) {
            return Some(path.clone());
        }
        let has_layer = |article: &&PathBuf| {
            let layers = host.layers_beside(article).unwrap_or_default();
            let files = layers.iter().filter_map(|layer| host.read(layer, MAX_LAYER_BYTES).ok());
            let mut files = files.map(|bytes| LayerFile::read(&bytes).value);
            files.any(|file| file.header().is_some_and(|other| other.document == header.document))
        };
        self.others.iter().filter(|path| file_name(path) == header.file).find(has_layer).cloned()
    }
}

/// Whether a file may be feedback by its name: any layer may.
pub fn may_be_feedback(path: &Path) -> bool {
    is_layer_name(&file_name(path))
}

/// Lays feedback beside its article. What lay there of the same teacher for the same pupil is replaced: it is a
/// state of the same feedback, and kept among the earlier states.
///
/// # Errors
/// Where it is no feedback, or none of the articles is the one that it is about, nothing is written.
pub fn lay(file: &Path, among: &Candidates, host: &mut dyn Host) -> Result<Given, GivenFault> {
    let bytes = host.read(file, MAX_LAYER_BYTES).map_err(GivenFault::Host)?;
    if too_large(&bytes).is_some() {
        return Err(GivenFault::TooLarge);
    }
    let read = LayerFile::read(&bytes).value;
    let is_feedback = read.layer().is_some_and(|layer| layer.is_feedback());
    let header = read.header().filter(|_| is_feedback).ok_or(GivenFault::NotFeedback)?;
    let article = among.article_of(header, host);
    let article = article.ok_or_else(|| GivenFault::NoArticle(header.file.clone()))?;
    let layer = article.with_file_name(layer_file_name(&file_name(&article), &header.annotator));
    let not_written = |error| GivenFault::NotWritten(layer.clone(), error);
    match host.read(&layer, MAX_LAYER_BYTES) {
        Ok(there) if there == bytes => {}
        Ok(there) => {
            // An earlier state that cannot be put aside is no reason to show an old grade.
            drop(host.keep_generation(&layer, &there));
            host.write(&layer, &bytes).map_err(not_written)?;
        }
        Err(HostError::NotFound) => host.write(&layer, &bytes).map_err(not_written)?,
        Err(error) => return Err(not_written(error)),
    }
    Ok(Given { article, by: header.annotator.name.clone(), layer })
}
